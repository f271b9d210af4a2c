package view

import "wogreport/internal/lang"

// What captions and titles are filled with, by the names of the catalogue's
// places. "construct" is empty where the report has only one.

func named(label string, several bool) string {
	if several {
		return label
	}
	return ""
}

func partOf(n int) any {
	if n == 0 {
		return ""
	}
	return n
}

// Arg is what a caption about a construct is filled with.
func (c *ConstructView) Arg(name string) (any, bool) {
	return named(c.Label, c.Several), name == "construct"
}

// Constructs are those that a table is about, of no IDs all, and of which Grouping, if that
// is one's id, it compares the groups.
type Constructs struct {
	IDs      []string
	Grouping string
}

// In are they in a language, for a caption.
func (c Constructs) In(v *View) any { return theConstructs{c, v} }

// LabelOf is the label of a construct of the report or the comparison.
func (v *View) LabelOf(id string) string {
	if v.Comparison == nil {
		return v.FindConstruct(id).Label
	}
	for _, s := range v.Comparison.Constructs {
		if s.ID == id {
			return s.Label
		}
	}
	return ""
}

type theConstructs struct {
	Constructs
	v *View
}

// Arg is what a caption about some constructs is filled with.
func (c theConstructs) Arg(name string) (any, bool) {
	if name == "grouping" && c.Grouping != "" {
		return c.v.FindGrouping(c.Grouping).Label, true
	}
	var labels []string
	for _, id := range c.IDs {
		labels = append(labels, c.v.LabelOf(id))
	}
	return lang.And(c.v.Lang, labels), name == "construct"
}

// Arg is what a caption about a part of a construct's chart is filled with.
func (p PartView) Arg(name string) (any, bool) {
	if name == "part" {
		return partOf(p.Part), true
	}
	return p.Construct.Arg(name)
}

// Arg is what a caption about groups in a construct is filled with.
func (c *GroupedView) Arg(name string) (any, bool) {
	if name == "grouping" {
		return c.Grouping.Label, true
	}
	return c.Construct.Arg(name)
}

// Arg is what a caption of a chart of groups is filled with.
func (p GroupPartView) Arg(name string) (any, bool) {
	switch name {
	case "part":
		return partOf(p.Part), true
	case "grouping":
		return p.Grouping.Label, true
	}
	return nil, false
}

// Arg is what a caption of a chart of cohorts is filled with.
func (p ComparisonPartView) Arg(name string) (any, bool) {
	switch {
	case name == "part":
		return partOf(p.Part), true
	case name == "construct" && p.Construct != nil:
		return named(p.Construct.Label, len(p.Comparison.Constructs) > 1), true
	}
	return nil, false
}

// Arg is what a caption about the last two cohorts is filled with.
func (v *ComparisonView) Arg(name string) (any, bool) {
	switch name {
	case "before":
		return v.Before, true
	case "after":
		return v.After, true
	}
	return nil, false
}

// Arg is what a title is filled with.
func (v *View) Arg(name string) (any, bool) {
	switch name {
	case "title":
		return v.Title, true
	case "cohort":
		return v.Cohort, true
	}
	return nil, false
}
