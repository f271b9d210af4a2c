package results

import "wogreport/internal/analysis"

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
		hidden.add("groups", g.Hidden.Groups)
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
	o.add("score", comparison(c.Score))
	pairs := list{}
	for _, p := range c.Pairs {
		var x object
		x.add("a", p.A)
		x.add("b", p.B)
		x.value("z", p.Z)
		x.value("p", p.P)
		x.value("p_holm", p.PHolm)
		pairs = append(pairs, x)
	}
	o.add("pairs", pairs)
	items := list{}
	for _, it := range c.Items {
		x := comparison(it.Comparison)
		x.members = append([]member{{"id", it.ID}}, x.members...)
		x.value("p_holm", it.PHolm)
		x.add("answers", chiSquare(it.Answers))
		items = append(items, x)
	}
	o.add("items", items)
	return o
}

func comparison(c analysis.Comparison) object {
	var o object
	groups := list{}
	for i, g := range c.Groups {
		var x object
		x.value("n", g.N)
		x.value("mean", g.Mean)
		x.value("sd", g.SD)
		x.interval("mean_ci95", g.MeanCI95)
		x.value("median", g.Median)
		x.value("rank", g.Rank)
		x.value("mean_rank", c.Test.MeanRanks[i])
		groups = append(groups, x)
	}
	o.add("groups", groups)
	o.add("test", string(c.Test.Kind))
	if c.Test.Kind == analysis.MannWhitneyTest {
		o.value("u", c.Test.Statistic)
		o.value("z", c.Test.Z)
		o.value("p", c.Test.P)
		o.value("p_continuity", c.Test.PContinuity)
		o.value("p_exact", c.Test.PExact)
		o.value("r", c.Test.Effect)
		o.value("rank_biserial", c.Test.RankBiserial)
		return o
	}
	o.value("h", c.Test.Statistic)
	o.add("df", c.Test.DF)
	o.value("p", c.Test.P)
	o.value("epsilon_squared", c.Test.Effect)
	o.value("eta_squared", c.Eta)
	return o
}

func chiSquare(t analysis.ChiSquareTest) object {
	var o object
	o.add("n", t.N)
	o.value("chi_squared", t.Statistic)
	o.add("df", t.DF)
	o.value("p", t.P)
	o.value("cramers_v", t.CramersV)
	return o
}
