package workbook

import (
	"strings"
	"unicode"
	"unicode/utf16"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"wogreport/internal/lang"
)

// maxUnits bounds a text in UTF-16 units. A cell holds 32,767 of them, and one
// cell holds a text in two languages.
const maxUnits = 16_000

// clean makes a text fit to stand in a cell: valid UTF-8, without control
// characters, not too long.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), r == '\uFFFE', r == '\uFFFF':
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return shorten(strings.TrimSpace(s), maxUnits)
}

// shorten cuts a text to at most n UTF-16 units, with an ellipsis for the rest.
func shorten(s string, n int) string {
	units, cut := 0, 0
	for i, r := range s {
		if units < n {
			cut = i
		}
		if units += utf16.RuneLen(r); units > n {
			return s[:cut] + "…"
		}
	}
	return s
}

// inline reads the Markdown that texts of a study may hold: emphasis and links.
var inline = goldmark.New(goldmark.WithParser(parser.NewParser(
	parser.WithBlockParsers(util.Prioritized(parser.NewParagraphParser(), 100)),
	parser.WithInlineParsers(
		util.Prioritized(parser.NewLinkParser(), 100),
		util.Prioritized(parser.NewEmphasisParser(), 200),
	),
)))

// plain is a text of a study without the marks of its emphasis.
func plain(s string) string {
	source := []byte(strings.Join(strings.Fields(clean(s)), " "))
	var b strings.Builder
	doc := inline.Parser().Parse(text.NewReader(source))
	// Walk only fails when the function does.
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if t, ok := n.(*ast.Text); ok && entering {
			b.Write(util.UnescapePunctuations(t.Segment.Value(source)))
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}

// plainText is plain in every language.
func plainText(t lang.Text) lang.Text {
	out := lang.Text{}
	for l, s := range t {
		out[l] = plain(s)
	}
	return out
}
