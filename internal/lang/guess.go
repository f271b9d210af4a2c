package lang

import (
	"slices"
	"strings"
	"unicode"
)

// Guess is the language that a text is in, by its small words and by how its words begin
// and end; the one that is expected where no other has more of these.
func Guess(text string, expected Tag) Tag {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) })
	best, most := expected, 0
	if l := find(expected); l != nil {
		most = l.signs(words)
	}
	for _, l := range registry {
		if n := l.signs(words); n > most {
			best, most = l.Tag, n
		}
	}
	return best
}

// signs counts what tells the language in a text: a small word twice, a word that
// begins or ends as few others do once.
func (l *Language) signs(words []string) int {
	n := 0
	for _, w := range words {
		for _, s := range l.Small {
			if w == s {
				n += 2
			}
		}
		for _, part := range l.Parts {
			begin, end := strings.TrimSuffix(part, "-"), strings.TrimPrefix(part, "-")
			if begin != part && strings.HasPrefix(w, begin) || end != part && strings.HasSuffix(w, end) {
				n++
				break
			}
		}
	}
	return n
}

// Numbered reports whether a number that follows a word belongs to it, in any language.
func Numbered(word string) bool {
	word = strings.ToLower(word)
	return slices.ContainsFunc(registry, func(l *Language) bool { return slices.Contains(l.Numbered, word) })
}

// Which reports whether a word says which value of the symbol before it is meant, in any language.
func Which(word string) bool {
	return slices.ContainsFunc(registry, func(l *Language) bool { return slices.Contains(l.Which, word) })
}
