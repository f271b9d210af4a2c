package columns

import (
	"slices"
	"strings"
)

// shortWords are the ways in which words of answer labels are shortened when
// people type them.
var shortWords = map[string]string{
	"tdk": "tidak", "tak": "tidak", "gak": "tidak", "ga": "tidak", "nggak": "tidak", "t": "tidak",
	"sgt": "sangat", "sngt": "sangat", "sngat": "sangat",
	"ckp": "cukup", "krg": "kurang", "krng": "kurang", "stj": "setuju", "stuju": "setuju", "stju": "setuju",
	"agk": "agak", "kdg": "kadang", "kdg-kdg": "kadang-kadang", "srg": "sering", "jrg": "jarang", "sll": "selalu",
}

// WriteOut puts whole words for the shortened ones of a folded label, and
// takes out full stops ("tdk. setuju", "t.s").
func WriteOut(folded string) string {
	words := strings.Fields(folded)
	for i, w := range words {
		w = strings.TrimRight(w, ".")
		if long, ok := shortWords[w]; ok && len(words) > 1 {
			w = long
		}
		if stem, ok := strings.CutSuffix(w, "2"); ok && len(stem) >= 4 && !strings.ContainsAny(stem, "0123456789") { // ragu2
			w = stem + "-" + stem
		}
		words[i] = w
	}
	if len(words) == 1 && strings.Contains(words[0], ".") {
		return strings.ReplaceAll(words[0], ".", "")
	}
	return strings.Join(words, " ")
}

// Shortened reports whether a folded label has shortened or misspelt words that WriteOut
// puts whole ones for: people typed it.
func Shortened(folded string) bool {
	words := strings.Fields(folded)
	return len(words) > 1 && slices.ContainsFunc(words, func(w string) bool { return shortWords[strings.TrimRight(w, ".")] != "" })
}
