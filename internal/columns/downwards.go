package columns

import (
	"slices"

	"wogreport/internal/study"
)

// Downwards reports labels, by ascending number, of which the best is the lowest:
// 1 = Sangat Setuju. Labels whose order is not known, by a known set or by their
// words, are not.
func Downwards(labels []string) bool {
	var answers []answer
	for i, l := range labels {
		if l == "" {
			return false
		}
		answers = append(answers, answer{label: WriteOut(study.FoldLabel(l)), raw: l, value: i, numbered: true})
	}
	f := &family{answers: answers, ladder: ladderOf(answers)}
	if len(answers) < 2 || !f.placed() {
		return false
	}
	_, down, _ := f.runs()
	return down && !slices.ContainsFunc(answers, func(a answer) bool { return f.place(a.label) < 0 })
}
