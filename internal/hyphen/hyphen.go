// Package hyphen owns where a word may be broken at the end of a line: English
// by Liang's patterns, Indonesian by its affixes and syllables. It knows
// nothing of lines or fonts.
package hyphen

import (
	"strings"
	"unicode"

	"wogreport/internal/lang"
	"wogreport/internal/memo"
)

// schemes are the ways of breaking words, by the names that languages have for
// theirs.
var schemes = map[string]func(letters []rune) []int{"english": ownEnglish, "indonesian": indonesian}

// minLeft is how many letters stay on a line at least, minRight how many come to the
// next one, but for a suffix of two (kekuat-an).
const (
	minLeft  = 2
	minRight = 3
)

// Points are the places in word where a break may come, as rune indexes of the
// letter after the break, in order. Letters are broken in runs: the hyphen of
// "ragu-ragu" and what is no letter is no place here. Acronyms in capitals,
// words with digits, ranges (Januari–Maret), and e-mail and web addresses have none;
// nor has a language that the package doesn't know. The caller must not change them.
func Points(l lang.Tag, word string) []int {
	key := languageWord{l, word}
	points, ok := known.Get(key)
	if !ok {
		points = pointsOf(l, word)
		known.Put(key, points)
	}
	return points
}

type languageWord struct {
	lang lang.Tag
	word string
}

// known are the points of words that were asked for: a document has few words,
// often.
var known = memo.New[languageWord, []int](20_000)

func pointsOf(l lang.Tag, word string) []int {
	runes := []rune(word)
	if !breakable(runes) {
		return nil
	}
	if !lang.Known(l) { // a text of no language
		return nil
	}
	split, ok := schemes[lang.Of(l).Hyphenation]
	if !ok {
		return nil
	}
	var points []int
	for start := 0; start < len(runes); {
		if !unicode.IsLetter(runes[start]) {
			start++
			continue
		}
		end := start
		for end < len(runes) && unicode.IsLetter(runes[end]) {
			end++
		}
		if end-start > minLeft+1 && !capitals(runes[start:end]) {
			letters := make([]rune, end-start)
			for i, r := range runes[start:end] {
				letters[i] = unicode.ToLower(r)
			}
			for _, p := range split(letters) {
				points = append(points, start+p)
			}
		}
		start = end
	}
	return points
}

// breakable reports whether the word is one that is ever broken.
func breakable(word []rune) bool {
	for i, r := range word {
		if unicode.IsDigit(r) || strings.ContainsRune(`@_\–`, r) {
			return false
		}
		inside := i > 0 && i < len(word)-1
		if inside && (r == '.' || r == ':') && unicode.IsLetter(word[i-1]) &&
			(unicode.IsLetter(word[i+1]) || word[i+1] == '/') {
			return false // an address or an abbreviation
		}
	}
	return true
}

// capitals reports whether no letter is a small one.
func capitals(letters []rune) bool {
	for _, r := range letters {
		if unicode.IsLower(r) {
			return false
		}
	}
	return true
}

// ownEnglish are the points of an English word. Patterns for one word leave a consonant
// alone in others (distri-b-ution); it goes with what follows.
func ownEnglish(letters []rune) []int {
	var points []int
	last := 0
	for _, p := range english(letters) {
		if strings.ContainsAny(string(letters[last:p]), "aeiouy") {
			points = append(points, p)
			last = p
		} else if n := len(points); n > 0 {
			last = points[n-1]
		}
	}
	return outer(points, len(letters), 0)
}

// outer are the points without those that leave or bring too few letters, that of a
// short suffix apart (0 for none).
func outer(points []int, letters, suffix int) []int {
	var out []int
	for _, p := range points {
		if p >= minLeft && (letters-p >= minRight || p == suffix) {
			out = append(out, p)
		}
	}
	return out
}
