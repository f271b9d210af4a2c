package view

import (
	"slices"

	"wogreport/internal/finding"
)

// PolarisedItems are the items whose answers stand at the two ends of the scale.
func (c *ConstructView) PolarisedItems() []*ItemView {
	return c.where(func(it *ItemView) bool { return it.Pattern == finding.Polarised })
}

// TiedItems are the items whose most frequent answers are named together.
func (c *ConstructView) TiedItems() []*ItemView {
	return c.where(func(it *ItemView) bool { return it.Pattern == finding.Tied })
}

// NeutralItems are the items at which the middle answer leads, alone or with
// others, and neither side has more than half (rule R4) or leans that way.
func (c *ConstructView) NeutralItems() []*ItemView {
	return c.where(func(it *ItemView) bool { return c.NeutralMiddle && it.finding.Neutral() })
}

// MiddleElsewhere reports whether the middle answer leads at an item, too, that is not of NeutralItems, so
// that they are not told as all but that one.
func (c *ConstructView) MiddleElsewhere() bool {
	return len(c.where(func(it *ItemView) bool { return it.finding.LeadsMiddle() && !it.finding.Neutral() })) > 0
}

// LeaningItems are those that do, or that do although their answers are spread over the scale.
func (c *ConstructView) LeaningItems() []*ItemView {
	return c.where(func(it *ItemView) bool {
		return c.NeutralMiddle && (it.finding.LeadsMiddle() || it.Pattern == finding.Flat) && it.Leaning()
	})
}

// LeaningGroup are items that lean to one side as many times over.
type LeaningGroup struct {
	Construct *ConstructView
	Named     Naming // as Construct
	Items     []*ItemView
	First     *ItemView
}

// LeaningGroups are LeaningItems, those of which the same is said together.
func (c *ConstructView) LeaningGroups() []LeaningGroup {
	var out []LeaningGroup
	for _, it := range c.LeaningItems() {
		at := slices.IndexFunc(out, func(g LeaningGroup) bool {
			return it.Fewer().Count > 0 && g.First.Fewer().Count > 0 && it.More().Labels == g.First.More().Labels &&
				it.Times() == g.First.Times() && it.TimesExact() == g.First.TimesExact() && it.MiddleMost() == g.First.MiddleMost()
		})
		if at < 0 {
			at, out = len(out), append(out, LeaningGroup{Construct: c, Named: c.Named, First: it})
		}
		out[at].Items = append(out[at].Items, it)
	}
	return out
}

// SameCounts reports whether as many are on each side at all of them.
func (g LeaningGroup) SameCounts() bool {
	return !slices.ContainsFunc(g.Items, func(it *ItemView) bool {
		return it.More().Count != g.First.More().Count || it.Fewer().Count != g.First.Fewer().Count
	})
}

// CountsTold reports whether they are so few that the counts of each can be told.
func (g LeaningGroup) CountsTold() bool { return g.SameCounts() || len(g.Items) <= mostNames }

// SpreadItems are the items whose answers are spread over the scale, with more than half on neither
// side and no side to which they lean.
func (c *ConstructView) SpreadItems() []*ItemView {
	return c.where(func(it *ItemView) bool {
		return c.NeutralMiddle && it.Pattern == finding.Flat && it.SideChosen() == nil && !it.Leaning()
	})
}

// UnsidedItems are the items with more than half on neither side of which nothing of that is said by
// the way in which their answers lie.
func (c *ConstructView) UnsidedItems() []*ItemView {
	return c.where(func(it *ItemView) bool {
		return it.Pattern != finding.NoAnswers && it.Pattern != finding.Withheld && it.Pattern != finding.Polarised && it.side() == nil && !it.onlyMiddle() &&
			!(c.NeutralMiddle && (it.finding.LeadsMiddle() || it.Pattern == finding.Flat))
	})
}

// MiddleOnlyItems are those of them that all who answered put in the middle.
func (c *ConstructView) MiddleOnlyItems() []*ItemView {
	return c.where(func(it *ItemView) bool { return !c.NeutralMiddle && it.onlyMiddle() })
}

func (it *ItemView) onlyMiddle() bool {
	return it.Middle.Count > 0 && it.Below.Count+it.Above.Count == 0
}

// OpenItems are the other items whose answers are spread, of which a text says no more than that.
func (c *ConstructView) OpenItems() []*ItemView {
	return c.where(func(it *ItemView) bool {
		return it.Pattern == finding.Flat && (!c.NeutralMiddle || it.SideChosen() != nil)
	})
}

// NeutralLead says how the middle answer leads at NeutralItems: "majority" where more than half gave it, "most" where it is more
// frequent than any other, "even" where another is as frequent, "near" where another is
// a little more so, and "" where that depends on the item.
func (c *ConstructView) NeutralLead() string {
	lead := ""
	for i, it := range c.NeutralItems() {
		own := "most"
		for _, a := range it.Answers {
			switch n := it.Middle.Count; {
			case a.Value == it.Middle.First:
			case a.Count > n:
				own = "near"
			case a.Count == n && own == "most":
				own = "even"
			}
		}
		if it.finding.MiddleMajority() {
			own = "majority"
		}
		if i > 0 && own != lead {
			return ""
		}
		lead = own
	}
	return lead
}
