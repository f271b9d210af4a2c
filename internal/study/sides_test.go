package study

import (
	"slices"
	"strings"
	"testing"
)

// TestSides: a scale divides in its middle, or as the study says of the numbers in its
// file, also where these run downwards; a construct takes over what the study says of the
// scale that it takes over.
func TestSides(t *testing.T) {
	for yaml, want := range map[string][]int{
		"scale: {min: 1, max: 5}":                                {-1, -1, 0, 1, 1},
		"scale: {min: 1, max: 4}":                                {-1, -1, 1, 1},
		"scale: {min: 1, max: 5}\nsplit: 2":                      {-1, 1, 1, 1, 1},
		"scale: {min: 1, max: 5}\nneutral: 2":                    {-1, 0, 1, 1, 1},
		"scale: {min: 1, max: 6}\nneutral: [4, 3]":               {-1, -1, 0, 0, 1, 1},
		"scale: {min: 1, max: 5}\ndirection: down\nsplit: 4":     {-1, 1, 1, 1, 1},
		"scale: {min: 1, max: 5}\ndirection: down\nneutral: [4]": {-1, 0, 1, 1, 1},
	} {
		for _, own := range []bool{false, true} {
			at := "title: T\nresponses: a.csv\n" + yaml + "\nconstructs: [{id: c, items: [P1]}]\n"
			if own {
				at = "title: T\nresponses: a.csv\nconstructs:\n  - id: c\n    items: [P1]\n    " + strings.ReplaceAll(yaml, "\n", "\n    ") + "\n"
			}
			s, l := Parse("study.yaml", []byte(at))
			if l.HasErrors() {
				t.Fatal(l)
			}
			if got := s.Constructs[0].Scale.Sides(); !slices.Equal(got, want) {
				t.Errorf("%s: sides are %v, want %v", at, got, want)
			}
		}
	}
}
