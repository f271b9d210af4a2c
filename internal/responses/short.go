package responses

import (
	"strings"
	"unicode"

	"wogreport/internal/study"
)

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
