package document

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Symbols are the places of the symbols of quantities in a text, which are set in italics
// everywhere: from and to of each, in bytes. A small letter of a quantity is one wherever it
// stands alone; a capital, which may begin a name or be the code of an answer, where a number
// follows a sign of relation, with degrees of freedom in parentheses before that perhaps, and
// in a formula.
func Symbols(s string) [][2]int { return symbolsOf(s, false) }

func symbolsOf(s string, capitals bool) [][2]int {
	var out [][2]int
	for i := 0; i < len(s); {
		n := symbolAt(s[i:])
		if n > 0 && standsAlone(s, i, i+n) && (small(s[i:i+n]) || capitals || related(s[i+n:]) || calculated(s[:i], s[i+n:])) {
			out = append(out, [2]int{i, i + n})
		}
		i += max(n, 1)
	}
	return out
}

// WithSymbols is the name of a statistic with its symbols, capitals too, in spans of their own.
func WithSymbols(spans []Span) []Span {
	var out []Span
	for _, s := range spans {
		text, from := s.Text, 0
		for _, at := range symbolsOf(text, true) {
			if s.Text = text[from:at[0]]; s.Text != "" {
				out = append(out, s)
			}
			symbol := s
			symbol.Text, from = text[at[0]:at[1]], at[1]
			symbol.Style |= Symbol
			out = append(out, symbol)
		}
		if s.Text = text[from:]; s.Text != "" || from == 0 {
			out = append(out, s)
		}
	}
	return out
}

// symbols are those of quantities: the small ones first.
const symbols = "nrpztHUNWDFVMX"

func small(symbol string) bool { return symbol[0] >= 'a' }

// symbolAt is how long the symbol is that a text may begin with, 0 for none.
func symbolAt(s string) int {
	switch {
	case strings.HasPrefix(s, "df"), strings.HasPrefix(s, "SD"):
		return 2
	case strings.IndexByte(symbols, s[0]) >= 0:
		return 1
	}
	return 0
}

// standsAlone reports whether nothing touches a part of a text that makes it part of a word,
// an abbreviation or an initial.
func standsAlone(s string, from, to int) bool {
	touches := func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("’'_@&", r)
	}
	before, _ := utf8.DecodeLastRuneInString(s[:from])
	after, n := utf8.DecodeRuneInString(s[to:])
	if from > 0 && (touches(before) || before == '.' || before == '-' || before == ':' && from > 1) || to < len(s) && (touches(after) || after == '-' && !suffixed(s[to:])) {
		return false
	}
	if after != '.' {
		return true
	}
	next := strings.TrimLeft(s[to+n:], " \u00a0") // "hlm. 3", "p. 3", "n.d."
	return next == "" || len(next) < len(s[to+n:]) && !unicode.IsDigit(rune(next[0])) && small(s[from:to])
}

// suffixed reports whether a word that ends a symbol's begins a text: p-value, p-nya.
func suffixed(s string) bool {
	for _, end := range [...]string{"-values", "-value", "-nya"} {
		if rest, ok := strings.CutPrefix(s, end); ok {
			next, _ := utf8.DecodeRuneInString(rest)
			return !unicode.IsLetter(next)
		}
	}
	return false
}

// calculated reports whether what stands before and after a symbol computes with it: under a
// root, over a fraction, less a number.
func calculated(before, after string) bool {
	rest, less := strings.CutPrefix(strings.TrimLeft(after, " \u00a0"), "−")
	rest = strings.TrimLeft(rest, " \u00a0")
	return strings.HasSuffix(before, "√") || strings.HasPrefix(after, "/(") || less && rest != "" && unicode.IsDigit(rune(rest[0]))
}

// related reports whether a sign of relation and a number begin a text, after one in
// parentheses perhaps.
func related(s string) bool {
	if rest, ok := strings.CutPrefix(s, "("); ok {
		inside, after, closed := strings.Cut(rest, ")")
		if !closed || strings.Trim(inside, "0123456789") != "" {
			return false
		}
		s = after
	}
	s = strings.TrimLeft(s, " \u00a0")
	for _, sign := range [...]string{"=", "<", ">", "≤", "≥", "≈"} {
		if rest, ok := strings.CutPrefix(s, sign); ok {
			rest = strings.TrimLeft(rest, " \u00a0−-.")
			return rest != "" && unicode.IsDigit(rune(rest[0]))
		}
	}
	return false
}
