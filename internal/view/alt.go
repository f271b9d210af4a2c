package view

import (
	"wogreport/internal/analysis"
	"wogreport/internal/finding"
)

// What the words for a chart say of it beside its numbers.

// Fewest are the answers that the fewest chose, and Most those that the most did;
// empty where counts are not shown or there are none.
func (it *ItemView) Fewest() []Answer {
	return it.with(func(a, b int) bool { return a < b })
}

// Most is explained at Fewest.
func (it *ItemView) Most() []Answer {
	return it.with(func(a, b int) bool { return a > b })
}

// with are the answers whose count comes before those of all others.
func (it *ItemView) with(before func(a, b int) bool) []Answer {
	if it.N == 0 || it.Hidden() {
		return nil
	}
	var out []Answer
	for _, a := range it.Answers {
		switch {
		case len(out) == 0 || before(a.Count, out[0].Count):
			out = []Answer{a}
		case a.Count == out[0].Count:
			out = append(out, a)
		}
	}
	return out
}

// CommonLead is the answer that leads alone at more items than any other.
type CommonLead struct {
	Name  string
	Items []*ItemView
}

// CommonLead is that of the construct's items; nil where two answers lead at as many
// items, or something is withheld.
func (c *ConstructView) CommonLead() *CommonLead {
	if c.AnyHidden() {
		return nil
	}
	var leads []*CommonLead
next:
	for _, it := range c.Items {
		if it.Pattern != finding.Clear {
			continue
		}
		for _, l := range leads {
			if l.Name == it.Leading[0].Name {
				l.Items = append(l.Items, it)
				continue next
			}
		}
		leads = append(leads, &CommonLead{Name: it.Leading[0].Name, Items: []*ItemView{it}})
	}
	var best *CommonLead
	for _, l := range leads {
		if best == nil || len(l.Items) > len(best.Items) {
			best = l
		}
	}
	for _, l := range leads {
		if l != best && len(l.Items) == len(best.Items) {
			return nil
		}
	}
	return best
}

// Ends are the smallest and the largest of some values.
type Ends struct{ Low, High float64 }

// PerformanceEnds are those of the items' means of performance, ImportanceEnds those
// of their importance.
func (p *ImportanceView) PerformanceEnds() Ends {
	return ends(p.Pairs, func(x *PairedView) analysis.Value { return x.PerformanceMean })
}

// ImportanceEnds is explained at PerformanceEnds.
func (p *ImportanceView) ImportanceEnds() Ends {
	return ends(p.Pairs, func(x *PairedView) analysis.Value { return x.ImportanceMean })
}

func ends(pairs []*PairedView, value func(*PairedView) analysis.Value) (e Ends) {
	first := true
	for _, x := range pairs {
		v, ok := value(x).Get()
		if !ok {
			continue
		}
		if first {
			e, first = Ends{v, v}, false
		}
		e.Low, e.High = min(e.Low, v), max(e.High, v)
	}
	return e
}

// RelationEnds are the pairs of constructs with the smallest and the largest r.
type RelationEnds struct{ Low, High *RelationView }

// RelationEnds are those of the report; nil without a defined r.
func (v *View) RelationEnds() *RelationEnds {
	var e *RelationEnds
	for _, x := range v.Relations {
		switch _, ok := x.R.Get(); {
		case !ok:
		case e == nil:
			e = &RelationEnds{x, x}
		case x.r < e.Low.r:
			e.Low = x
		case x.r > e.High.r:
			e.High = x
		}
	}
	return e
}
