package results

import (
	"wogreport/internal/analysis"
	"wogreport/internal/statistics"
)

func groupings(r *analysis.Results) list {
	out := list{}
	for i := range r.Groups {
		g := &r.Groups[i]
		var o, hidden object
		o.add("id", g.ID)
		groups := list{}
		for _, x := range g.Groups {
			var group object
			group.add("value", x.Value)
			group.add("n", x.N)
			groups = append(groups, group)
		}
		o.add("groups", groups)
		if g.Hidden.Groups == 0 { // how many there are would help to tell them apart
			hidden.add("groups", 0)
		}
		hidden.add("n", g.Hidden.Respondents)
		o.add("not_shown", hidden)
		o.add("not_stated", g.Unknown)
		constructs := list{}
		for j := range g.Constructs {
			constructs = append(constructs, groupedConstruct(&g.Constructs[j]))
		}
		o.add("constructs", constructs)
		o.add("caveats", caveats(g.Caveats))
		out = append(out, o)
	}
	return out
}

func groupedConstruct(c *analysis.GroupedConstruct) object {
	var o object
	o.add("id", c.ID)
	var score object
	score.comparison(&c.Score, nil)
	o.add("score", score)
	pairs := list{}
	for i := range c.Pairs {
		var x object
		x.statistics(statistics.OfPair, statistics.Pair(&c.Pairs[i]))
		pairs = append(pairs, x)
	}
	o.add("pairs", pairs)
	items := list{}
	for i := range c.Items {
		it := &c.Items[i]
		var x object
		x.add("id", it.ID)
		x.comparison(&it.GroupTest, it)
		items = append(items, x)
	}
	o.add("items", items)
	return o
}

// comparison adds the groups of a comparison and its tests, of an item or of the
// score, for which it is nil.
func (o *object) comparison(c *analysis.GroupTest, it *analysis.GroupedItem) {
	groups := list{}
	for i := range c.Groups {
		var x object
		x.statistics(statistics.OfGroup, statistics.Group(c, i))
		groups = append(groups, x)
	}
	o.add("groups", groups)
	o.statistics(statistics.OfTest, statistics.Test(c, it))
}
