package view

import (
	"slices"

	"wogreport/internal/analysis"
	"wogreport/internal/markdown"
)

// outsideAnswers are the answers to an item outside its scale that somebody gave.
func outsideAnswers(it *analysis.Item) []Answer {
	var out []Answer
	for _, o := range it.Outside {
		if o.Count > 0 {
			out = append(out, Answer{Label: markdown.Escape(o.Text), Count: o.Count})
		}
	}
	return out
}

// OutsideOf is how many gave an answer outside the scale.
func (it *ItemView) OutsideOf(label string) int {
	for _, o := range it.Outside {
		if o.Label == label {
			return o.Count
		}
	}
	return 0
}

// AnyOutside reports whether somebody answered an item outside its scale, or may
// have.
func (c *ConstructView) AnyOutside() bool {
	return slices.ContainsFunc(c.Items, func(it *ItemView) bool { return it.AnyOutside() })
}

// OutsideHidden reports whether privacy keeps such answers from being told from
// missing ones.
func (c *ConstructView) OutsideHidden() bool {
	return slices.ContainsFunc(c.Items, func(it *ItemView) bool { return it.OutsideHidden && it.Missing > 0 })
}

// Incomplete reports whether an item lacks a valid answer.
func (c *ConstructView) Incomplete() bool { return c.AnyMissing() || c.AnyOutside() }

// OutsideLabels are the answers outside the scale that somebody gave.
func (c *ConstructView) OutsideLabels() []string { return labelsOf(totals(c.Items)) }

// AnyOutside is ConstructView's, of all constructs.
func (v *View) AnyOutside() bool {
	return slices.ContainsFunc(v.Constructs, (*ConstructView).AnyOutside)
}

// Incomplete is ConstructView's, of all constructs.
func (v *View) Incomplete() bool { return v.AnyMissing() || v.AnyOutside() }

// Outside are the answers outside the scale to all items together.
func (v *View) Outside() []Answer { return totals(v.Items) }

// OutsideLabels are their labels.
func (v *View) OutsideLabels() []string { return labelsOf(v.Outside()) }

func totals(items []*ItemView) []Answer {
	var out []Answer
	for _, it := range items {
		for _, o := range it.Outside {
			i := slices.IndexFunc(out, func(a Answer) bool { return a.Label == o.Label })
			if i < 0 {
				out = append(out, o)
			} else {
				out[i].Count += o.Count
			}
		}
	}
	return out
}

func labelsOf(answers []Answer) []string {
	var out []string
	for _, a := range answers {
		out = append(out, a.Label)
	}
	return out
}
