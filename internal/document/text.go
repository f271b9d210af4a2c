package document

import (
	"slices"
	"strings"
)

// FootnotePrefix begins the ids of footnotes.
const FootnotePrefix = "footnote:"

// Plain is the text of spans without their styles.
func Plain(spans []Span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.Text)
	}
	return b.String()
}

// WithoutNotes is text without the marks of footnotes, as a heading has it where
// it is named.
func WithoutNotes(spans []Span) []Span {
	mark := func(s Span) bool { return strings.HasPrefix(s.Link, "#"+FootnotePrefix) }
	if !slices.ContainsFunc(spans, mark) {
		return spans
	}
	return slices.DeleteFunc(slices.Clone(spans), mark)
}
