package responses

import (
	"strings"
	"unicode"

	"wogreport/internal/study"
)

// shortWords are the ways in which words of answer labels are shortened when
// people type them.
var shortWords = map[string]string{
	"tdk": "tidak", "tak": "tidak", "gak": "tidak", "ga": "tidak", "nggak": "tidak", "t": "tidak",
	"sgt": "sangat", "sngt": "sangat", "sngat": "sangat",
	"ckp": "cukup", "krg": "kurang", "krng": "kurang", "stj": "setuju", "stuju": "setuju", "stju": "setuju",
	"agk": "agak", "kdg": "kadang", "kdg-kdg": "kadang-kadang", "srg": "sering", "jrg": "jarang", "sll": "selalu",
}

// shortForms are further texts that name the points of a scale: the initials
// of a label ("STS"; "RR" of "Ragu-ragu") as long as they belong to one point
// only. They follow from the labels that the study declares; no form has a
// meaning of its own: CS is 3 where "Cukup Setuju" is, and 4 where that is.
func shortForms(scale study.Scale) map[string]uint8 {
	forms := map[string]uint8{}
	const several = 0
	for i, p := range scale.Points {
		for _, label := range p.Label {
			s := initials(study.FoldLabel(label))
			if code, ok := forms[s]; ok && code != uint8(i+1) {
				forms[s] = several
			} else {
				forms[s] = uint8(i + 1)
			}
		}
	}
	for s, code := range forms {
		if code == several || s == "" {
			delete(forms, s)
		}
	}
	return forms
}

func initials(folded string) string {
	var b strings.Builder
	for _, w := range strings.FieldsFunc(folded, func(r rune) bool { return !unicode.IsLetter(r) }) {
		b.WriteString(w[:len(string([]rune(w)[0]))])
	}
	return b.String()
}

// written puts whole words for shortened ones, and takes out the full stops
// after them ("Tdk. Setuju", "T.S.").
func written(folded string) string {
	words := strings.Fields(folded)
	for i, w := range words {
		w = strings.TrimRight(w, ".")
		if long, ok := shortWords[w]; ok && len(words) > 1 {
			w = long
		}
		words[i] = w
	}
	if len(words) == 1 && strings.Contains(words[0], ".") {
		return strings.ReplaceAll(words[0], ".", "")
	}
	return strings.Join(words, " ")
}
