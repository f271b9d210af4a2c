package view

import "wogreport/internal/analysis"

// perItem is a statistic of a construct's sum as one of the mean over its items.
func (c *ConstructView) perItem(v analysis.Value) analysis.Value {
	if x, ok := v.Get(); ok {
		return analysis.Of(x / float64(c.K))
	}
	return v
}

// ItemMean is the mean, over the complete rows, of a respondent's mean over the
// construct's items: on the scale of an answer.
func (c *ConstructView) ItemMean() analysis.Value { return c.perItem(c.ScaleMean) }

// ItemSD is the SD of a respondent's mean over the construct's items.
func (c *ConstructView) ItemSD() analysis.Value { return c.perItem(c.ScaleSD) }

// FindConstruct is the construct of an id, nil for none.
func (v *View) FindConstruct(id string) *ConstructView {
	for _, c := range v.Constructs {
		if c.ID == id {
			return c
		}
	}
	return nil
}

// FindGrouping is the grouping of an id, nil for none.
func (v *View) FindGrouping(id string) *GroupingView {
	for _, g := range v.Groups {
		if g.ID == id {
			return g
		}
	}
	return nil
}

// FindCompared finds a comparison in one construct, nil for none.
func (v *View) FindCompared(grouping, construct string) *ComparedView {
	for _, g := range v.Groups {
		for _, c := range g.Compared {
			if g.ID == grouping && c.ID == construct {
				return c
			}
		}
	}
	return nil
}
