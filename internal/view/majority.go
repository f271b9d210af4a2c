package view

import (
	"slices"

	"wogreport/internal/finding"
)

// MajorityGroup are the items at which more than half of those who answered chose the
// answers of one side of the scale.
type MajorityGroup struct {
	Construct *ConstructView
	Named     Naming // as Construct
	Leads     bool   // it is the first of the construct
	Labels    string // of the side: "Setuju atau Sangat Setuju"
	Below     bool
	Reversed  bool        // the items are worded negatively
	Items     []*ItemView // those of Of where it holds
	Of        []*ItemView // all items that are worded so; none where something is withheld of an item
}

// All reports whether everybody who answered these items chose one of the answers.
func (g MajorityGroup) All() bool {
	return !slices.ContainsFunc(g.Items, func(it *ItemView) bool {
		side := it.Above
		if g.Below {
			side = it.Below
		}
		return side.Count < it.N
	})
}

// Every reports whether it holds at all items that are worded so.
func (g MajorityGroup) Every() bool { return len(g.Items) == len(g.Of) }

// Majorities are the sides that more than half are on, by item: above the middle
// and below it, of the items that are not reversed and of those that are.
func (c *ConstructView) Majorities() []MajorityGroup {
	var out []MajorityGroup
	for _, of := range [][]*ItemView{c.Direct(), c.ReversedItems()} {
		for _, below := range []bool{false, true} {
			g := MajorityGroup{Construct: c, Named: c.Named, Leads: len(out) == 0, Below: below, Of: of}
			for _, it := range of {
				side, m := it.Above, it.finding.AboveMajority
				if below {
					side, m = it.Below, it.finding.BelowMajority
				}
				if m != nil {
					g.Items, g.Labels, g.Reversed = append(g.Items, it), side.Labels, it.Reversed
				}
			}
			if c.AnyHidden() {
				g.Of = nil
			}
			if len(g.Items) > 0 {
				out = append(out, g)
			}
		}
	}
	return out
}

// SharesTellMajority reports whether the range of Agreement says by itself that more than
// half are above the middle at every item that is not reversed.
func (c *ConstructView) SharesTellMajority() bool {
	return c.Agreement().Any() && len(c.MostAbove()) == len(c.Direct())
}

// ReversedTold reports whether the last of Majorities is that of all items worded negatively.
func (c *ConstructView) ReversedTold() bool {
	m := c.Majorities()
	return len(m) > 0 && m[len(m)-1].Reversed && len(m[len(m)-1].Items) == len(c.ReversedItems())
}

// side is the majority of a side of the scale, nil where there is none.
func (it *ItemView) side() *finding.Majority {
	if m := it.finding.AboveMajority; m != nil {
		return m
	}
	return it.finding.BelowMajority
}

// MajorityItems are the items at which more than half are on one side, whichever.
func (c *ConstructView) MajorityItems() []*ItemView {
	return c.where(func(it *ItemView) bool { return it.side() != nil })
}

// PopulationItems are those of them for which that may be said of the population
// too (rule R5).
func (c *ConstructView) PopulationItems() []*ItemView {
	return c.where(func(it *ItemView) bool { return it.side().Carried() })
}

// InferredItems are those of PopulationItems for which that rests on an interval, and
// CertainItems those at which more than half of the population already chose the side.
func (c *ConstructView) InferredItems() []*ItemView {
	return c.where(func(it *ItemView) bool { return it.side().Inferred() })
}

// PartlyAnswered reports whether some of PopulationItems were not answered by the whole population.
func (c *ConstructView) PartlyAnswered() bool {
	return slices.ContainsFunc(c.PopulationItems(), func(it *ItemView) bool { return it.N < c.Population })
}

// CertainItems is explained at InferredItems.
func (c *ConstructView) CertainItems() []*ItemView {
	return c.where(func(it *ItemView) bool { return it.side().Carried() && !it.side().Inferred() })
}

// CertainButFew reports whether CertainItems are told by the few others, of which nothing may be inferred.
func (c *ConstructView) CertainButFew() bool {
	n := len(c.RespondentItems())
	return n > 0 && len(c.InferredItems()) == 0 && n < len(c.CertainItems())
}

// RespondentItems are those of MajorityItems for which it may not.
func (c *ConstructView) RespondentItems() []*ItemView {
	return c.where(func(it *ItemView) bool { return it.side() != nil && !it.side().Carried() })
}

// SideLabels are the labels of the side that more than half are on, "" where there is none.
func (it *ItemView) SideLabels() string {
	switch {
	case it.finding.AboveMajority != nil:
		return it.Above.Labels
	case it.finding.BelowMajority != nil:
		return it.Below.Labels
	}
	return ""
}

// ByCensus reports whether what is said of the population rests on the answers of
// everybody, and on no interval.
func (c *ConstructView) ByCensus() bool { return c.Census }
