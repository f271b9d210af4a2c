package document

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Leads reports whether a paragraph leads to what follows, so that both stand on one page: it ends in
// a colon or, where a list completes its sentence, in a word.
func Leads(b, next Block) bool {
	p, ok := b.(*Paragraph)
	if !ok || len(p.Text) == 0 {
		return false
	}
	if last, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(p.Text[len(p.Text)-1].Text)); last != ':' && !unicode.IsLetter(last) {
		return false
	}
	switch next := next.(type) {
	case *List, *Quote:
		return true
	case *Paragraph:
		return next.Role == Statement
	case *Table:
		return next.Plain
	}
	return false
}
