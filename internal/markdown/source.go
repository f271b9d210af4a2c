package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Source is a template's text and the file it came from: all of it, or a part
// that begins after so many lines of it, indented nobody knows how far.
type Source struct {
	File, Text string
	Part       bool
	After      int
}

// Escape makes a text literal in Markdown.
func Escape(s string) string {
	var b strings.Builder
	for _, r := range WithoutNonchars(Folded(s)) {
		if r < utf8.RuneSelf && unicode.IsPunct(r) || strings.ContainsRune("`<>|~^$+=", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

var literal = strings.NewReplacer("<", `\<`, "![", `!\[`, "`", "\\`", "|", `\|`, "&", `\&`)

// InlineSource makes a text of study.yaml, in which emphasis (*italic*,
// **bold**) and citations are meant as Markdown, safe to stand anywhere in a
// line: white space is folded, HTML and pictures are literal, and nothing at
// its start opens a list, a heading or a quotation.
func InlineSource(s string) string {
	s = literal.Replace(WithoutNonchars(Folded(s)))
	if s == "" {
		return s
	}
	switch i := strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' }); {
	case i > 0 && (s[i] == '.' || s[i] == ')'):
		s = s[:i] + `\` + s[i:]
	case strings.ContainsRune("#>-+=~", rune(s[0])), strings.HasPrefix(s+" ", "* "),
		strings.Trim(s, "*_ ") == "": // the last is a line across the page
		s = `\` + s
	}
	return s
}

// Folded is a text on one line, white space as single blanks. Most texts are so
// already.
func Folded(s string) string {
	space := true // before the text
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == ' ' && !space:
			space = true
		case c <= ' ', c >= utf8.RuneSelf && unicode.IsSpace(firstRune(s[i:])):
			return strings.Join(strings.Fields(s), " ")
		default:
			space = false
		}
	}
	if space && s != "" {
		return strings.Join(strings.Fields(s), " ")
	}
	return s
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
