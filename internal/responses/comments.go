package responses

import (
	"slices"
	"strings"
	"unicode"

	"wogreport/internal/pattern"
)

// Comments are the texts of a column of comments that the study names: those
// that say something, in alphabetical order, so that nothing tells who wrote
// which. E-mail addresses and long numbers in them are left out. head is the
// column's header.
func (t *Table) Comments(column string) (head string, out []string) {
	for _, text := range t.remarks[column] {
		if strings.ContainsFunc(text, unicode.IsLetter) {
			out = append(out, contacts.ReplaceAllString(text, "[…]"))
		}
	}
	slices.SortFunc(out, func(a, b string) int {
		if c := strings.Compare(strings.ToLower(a), strings.ToLower(b)); c != 0 {
			return c
		}
		return strings.Compare(a, b)
	})
	return t.heads[column], out
}

// contacts are e-mail addresses and numbers of telephones and of people.
var contacts = pattern.New(`[^\s@]+@[^\s@]+\.[^\s@]+|\+?\d[\d .()-]{6,}\d`)
