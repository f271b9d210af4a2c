package columns

import (
	"slices"
	"strings"
)

// degreeWords are the words before the one that a label grades, with how far
// they take it from the middle.
var degreeWords = []struct {
	text string
	far  int
}{
	{"not at all ", -40}, {"sama sekali tidak ", -40}, {"sangat tidak ", -30}, {"not very ", -20}, {"not so ", -20}, {"not ", -20}, {"tidak ", -20}, {"belum ", -20}, {"kurang ", -10}, {"less ", -10},
	{"slightly ", 5}, {"a little ", 5}, {"sedikit ", 5}, {"somewhat ", 8}, {"cukup ", 10}, {"agak ", 10}, {"fairly ", 10}, {"lumayan ", 10}, {"moderately ", 12},
	{"quite ", 22}, {"sangat ", 30}, {"very ", 30}, {"highly ", 30}, {"amat ", 30}, {"strongly ", 30}, {"extremely ", 40}, {"completely ", 40}, {"totally ", 40},
}

// degreeOf takes a label apart: "very confident" is 30 of "confident".
func degreeOf(label string) (word string, far int) {
	for _, d := range degreeWords {
		if rest, ok := strings.CutPrefix(label, d.text); ok {
			return rest, d.far
		}
	}
	return label, 20
}

// negations make the opposite of an English adjective.
var negations = []string{"un", "in", "im", "dis"}

// degrees reports labels that grade one word: not, somewhat, very confident.
// One may stand between that does not.
func (f *family) degrees() bool {
	found := map[string]int{}
	for _, a := range f.answers {
		if word, _ := degreeOf(a.label); word != "" {
			found[word]++
		}
	}
	for word := range found {
		n := found[word]
		for _, not := range negations {
			n += found[not+word]
		}
		if n >= 3 && n >= len(f.answers)-1 && !strings.Contains(word, " ") {
			return true
		}
	}
	return false
}

// grade tells how high a label stands by its words, from -40 to 40.
func grade(label string) int {
	w := words(label)
	has := func(any ...string) bool {
		return slices.ContainsFunc(w, func(x string) bool { return slices.Contains(any, x) })
	}
	word, far := degreeOf(label)
	for _, not := range negations {
		if rest, ok := strings.CutPrefix(word, not); ok && slices.Contains(adjectivesNegated, rest) {
			return -far
		}
	}
	switch {
	case far < 0 && far != -20:
		return far
	case has("tidak", "bukan", "belum", "tanpa", "not", "no", "never", "buruk", "jelek", "rendah", "bad", "poor", "low"):
		if has("sangat", "sekali", "amat", "very", "extremely", "completely") {
			return -30
		}
		return -20
	case has("kurang", "jarang", "less", "rarely", "seldom", "needs"):
		return -10
	case has("netral", "neutral", "ragu", "sedang", "biasa", "average", "kadang", "sometimes", "undecided", "neither", "occasionally"):
		return 0
	case has("sekali", "selalu", "always", "penuh", "excellent", "istimewa"):
		return 30
	case has("satisfactory"):
		return 10
	}
	return far
}

// adjectivesNegated are words that a prefix turns round ("infrequently").
var adjectivesNegated = []string{
	"frequently", "frequent", "important", "satisfied", "likely", "comfortable", "agree", "familiar", "clear", "effective", "adequate", "appropriate", "helpful", "useful", "happy", "safe", "possible",
	"satisfactory", "acceptable", "pleasant", "fair", "sufficient",
}
