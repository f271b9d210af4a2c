package markdown

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wogreport/internal/document"
)

// tidy joins neighbouring spans of one look, folds white space, ties relations
// together with no-break spaces, and trims the ends. It overwrites the spans it is
// given.
func tidy(in []document.Span) []document.Span {
	out := in[:0]
	for i := 0; i < len(in); {
		s := in[i]
		i++
		if s.Text == "" && s.Link == "" {
			continue
		}
		if from, length := i, 0; s.Text != "" {
			for ; i < len(in) && joins(in[i], s); i++ {
				length += len(in[i].Text)
			}
			if length > 0 {
				s.Text = joined(s.Text, in[from:i], length)
			}
		}
		out = append(out, s)
	}
	space := true // at the start of a line
	for i := range out {
		t := out[i].Text
		if !settled(t, space) {
			t = fold(t, space)
		}
		if n := len(t); n > 0 {
			space = t[n-1] == ' ' || t[n-1] == '\n'
		} else if out[i].Text == "" { // a name yet to come
			space = false
		}
		out[i].Text = tie(t)
	}
	for n := len(out); n > 0; n = len(out) {
		last := &out[n-1]
		if last.Text == "" && last.Link != "" {
			break
		}
		last.Text = strings.TrimRight(last.Text, " \n")
		if last.Text != "" {
			break
		}
		out = out[:n-1]
	}
	if slices.ContainsFunc(out, func(s document.Span) bool { return s.Link == "" && strings.Contains(s.Text, "://") }) {
		in, out = out, nil
		for _, s := range in {
			out = addresses(out, s)
		}
	}
	return out
}

// joins reports whether span s can be a part of the one before it.
func joins(s, before document.Span) bool {
	if s.Text == "" {
		return s.Link == ""
	}
	return s.Style == before.Style && s.Link == before.Link && s.Lang == before.Lang && s.Alt == before.Alt
}

// joined is a text with those of more spans, which have so many bytes together.
func joined(text string, more []document.Span, length int) string {
	var b strings.Builder
	b.Grow(len(text) + length)
	b.WriteString(text)
	for i := range more {
		b.WriteString(more[i].Text)
	}
	return b.String()
}

// fold makes single blanks of white space, none of it at the start of a line;
// space says that white space, or nothing, stands before the text.
func fold(s string, space bool) string {
	b := make([]byte, 0, len(s))
	for i := range len(s) {
		switch c := s[i]; c {
		case '\n':
			b = append(b, c)
			space = true
		case ' ', '\t', '\r':
			if !space {
				b = append(b, ' ')
			}
			space = true
		default:
			b = append(b, c)
			space = false
		}
	}
	return string(b)
}

// settled reports whether fold would leave a text as it is.
func settled(s string, space bool) bool {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\n', '\t', '\r':
			return false
		case ' ':
			if space {
				return false
			}
			space = true
		default:
			space = false
		}
	}
	return true
}

// tie puts no-break spaces into "r = 0,677" and "SS = Sangat Setuju": a symbol,
// a sign and what follows, which a line must not tear apart.
func tie(s string) string {
	var b []byte
	from := 0
	for i := 1; i+1 < len(s); {
		n := relates(s[i:])
		if n == 0 {
			i++ // within a longer character there is none
			continue
		}
		if s[i-1] != ' ' || s[i+n:] == "" || s[i+n] != ' ' {
			i += n
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(s[from : i-1])
		after, _ := utf8.DecodeRuneInString(s[i+n+1:])
		i += n
		if !unicode.IsLetter(before) && !strings.ContainsRune(")²", before) || s[i+1:] == "" || strings.ContainsRune(" \t\n\f\r", after) {
			continue
		}
		b = append(b, s[from:i-n-1]...)
		b = append(b, "\u00a0"...)
		b = append(b, s[i-n:i]...)
		b = append(b, "\u00a0"...)
		from = i + 1
		// what follows begins no relation of its own: it is one character at least
		_, n = utf8.DecodeRuneInString(s[from:])
		b = append(b, s[from:from+n]...)
		from += n
		i = from
	}
	if from == 0 {
		return s
	}
	return string(append(b, s[from:]...))
}

// relates is how many bytes long the sign of a relation is with which a text
// begins, 0 for none.
func relates(s string) int {
	switch s[0] {
	case '=', '<', '>':
		return 1
	case "≤"[0]: // the first byte of the other signs, too
		for _, sign := range [...]string{"≤", "≥", "−"} {
			if strings.HasPrefix(s, sign) {
				return len(sign)
			}
		}
	}
	return 0
}

// addresses adds a span; web addresses in it lead where they say.
func addresses(to []document.Span, s document.Span) []document.Span {
	for s.Link == "" {
		at := strings.Index(s.Text, "://")
		if at < 0 {
			break
		}
		from := strings.LastIndexFunc(s.Text[:at], func(r rune) bool { return r > unicode.MaxASCII || !unicode.IsLetter(r) }) + 1
		end := len(s.Text)
		if i := strings.IndexFunc(s.Text[at:], func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("<>\"“”", r) }); i >= 0 {
			end = at + i
		}
		address := strings.TrimRight(s.Text[from:end], ".,;:!?’'*")
		if strings.Count(address, "(") < strings.Count(address, ")") {
			address = strings.TrimRight(address, ").,")
		}
		if scheme := strings.ToLower(s.Text[from:at]); scheme != "http" && scheme != "https" || from+len(address) <= at+len("://") || len(address) > maxAddress {
			break
		}
		if from > 0 {
			to = append(to, document.Span{Text: s.Text[:from], Style: s.Style})
		}
		to = append(to, document.Span{Text: address, Style: s.Style, Link: address})
		s.Text = s.Text[from+len(address):]
	}
	if s.Text == "" && s.Link == "" && len(to) > 0 {
		return to
	}
	return append(to, s)
}
