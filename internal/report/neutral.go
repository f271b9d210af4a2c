package report

import (
	"slices"
	"strings"
)

// neutralWords are parts of labels that lean to no side, folded to lower case.
var neutralWords = []string{"netral", "ragu", "biasa saja", "tidak tahu", "tidak berpendapat", "tidak menentukan", "sedang",
	"neutral", "neither", "undecided", "unsure", "not sure", "no opinion", "don't know", "uncertain"}

// isNeutral reports whether a label in the middle of a scale leans to no side.
func isNeutral(label string) bool {
	label = strings.ToLower(label)
	return slices.ContainsFunc(neutralWords, func(w string) bool { return strings.Contains(label, w) })
}
