package workbook

import (
	"wogreport/internal/analysis"
	"wogreport/internal/lang"
	"wogreport/internal/study"
)

// groupingColumns name a grouping, in the sheets of comparisons.
var groupingColumns = []column{col("grouping", 17, asText), col("grouping-name", 26, asText)}

// eachCompared goes through the comparisons in each construct.
func (b *book) eachCompared(do func(g *analysis.Grouping, sg *study.Grouping, c *analysis.GroupedConstruct, sc *study.Construct)) {
	for i := range b.Results.Groups {
		g, sg := &b.Results.Groups[i], &b.Study.Groups[i]
		for j := range g.Constructs {
			do(g, sg, &g.Constructs[j], &b.Study.Constructs[j])
		}
	}
}

// groupLabel is what the study calls a group, in all languages, or its value.
func (b *book) groupLabel(sg *study.Grouping, value string) lang.Text {
	for _, v := range sg.Values {
		if study.FoldLabel(v.Value) == study.FoldLabel(value) && !v.Label.IsZero() {
			return plainText(v.Label)
		}
	}
	return lang.Same(value)
}

// groups describes each group: the score of each construct, then its items.
func (b *book) groups() *sheet {
	s := &sheet{key: "groups", name: b.tab("groups", 0), frozen: 3}
	s.columns = append(s.columns, groupingColumns...)
	s.columns = append(s.columns,
		col("group", 26, asText), col("group-n", 13, asWhole),
		col("construct-id", 14, asText), col("level", 20, asText), col("item-id", 10, asText), col("label", 34, asText),
		col("group-answers", 12, asWhole), col("mean", 11, asThree), col("sd", 14, asThree),
		col("mean-low", 14, asThree), col("mean-high", 14, asThree), col("median", 10, asTwo),
		col("mean-rank", 13, asTwo), col("rank", 11, asWhole), noteColumn)
	b.eachCompared(func(g *analysis.Grouping, sg *study.Grouping, c *analysis.GroupedConstruct, sc *study.Construct) {
		for i, group := range g.Groups {
			row := func(level, item, label any, x analysis.Comparison) *row {
				st := x.Groups[i]
				return s.add(g.ID, plainText(sg.Label), b.groupLabel(sg, group.Value), group.N, c.ID, level, item, label,
					st.N, st.Mean, st.SD, st.MeanCI95.Low, st.MeanCI95.High, st.Median, x.Test.MeanRanks[i], st.Rank)
			}
			row(b.word("construct"), nil, b.inBody(sc.Label), c.Score).strong = true
			for j, it := range c.Items {
				row(b.word("item"), it.ID, b.inBody(sc.Items[j].Label), it.Comparison)
			}
		}
	})
	return s
}

// groupTests has the tests of each construct's score and of its items.
func (b *book) groupTests() *sheet {
	s := &sheet{key: "group-tests", name: b.tab("group-tests", 0), frozen: 2}
	s.columns = append(s.columns, groupingColumns...)
	s.columns = append(s.columns,
		col("construct-id", 14, asText), col("level", 20, asText), col("item-id", 10, asText), col("label", 34, asText),
		col("test", 20, asText), col("statistic", 12, asTwo), col("test-z", 10, asThree), col("df-groups", 8, asWhole), col("p-groups", 12, asP), col("p-holm", 12, asP),
		col("effect", 12, asThree), col("rank-biserial", 14, asThree), col("eta-squared", 12, asThree),
		col("chi-squared", 12, asTwo), col("chi-df", 10, asWhole), col("chi-p", 12, asP), col("cramers-v", 12, asThree),
		col("note", 60, asText))
	b.eachCompared(func(g *analysis.Grouping, sg *study.Grouping, c *analysis.GroupedConstruct, sc *study.Construct) {
		row := func(level, item, label any, x analysis.Comparison, rest ...any) *row {
			t := x.Test
			var z, df, biserial, eta any = nil, t.DF, nil, x.Eta
			if t.Kind == analysis.MannWhitneyTest {
				z, df, biserial, eta = t.Z, nil, t.RankBiserial, nil
			}
			var holm any
			if len(rest) > 0 {
				holm, rest = rest[0], rest[1:]
			}
			return s.add(append([]any{g.ID, plainText(sg.Label), c.ID, level, item, label,
				b.word(string(t.Kind)), t.Statistic, z, df, t.P, holm, t.Effect, biserial, eta}, rest...)...)
		}
		r := row(b.word("construct"), nil, b.inBody(sc.Label), c.Score)
		r.notes, r.strong = b.caveats(g.Caveats), true
		for j, it := range c.Items {
			a := it.Answers
			row(b.word("item"), it.ID, b.inBody(sc.Items[j].Label), it.Comparison, it.PHolm, a.Statistic, a.DF, a.P, a.CramersV)
		}
	})
	return s
}

// groupPairs compares every pair of groups in each construct's score.
func (b *book) groupPairs() *sheet {
	s := &sheet{key: "group-pairs", name: b.tab("group-pairs", 0), frozen: 2}
	s.columns = append(s.columns, groupingColumns...)
	s.columns = append(s.columns, col("construct-id", 14, asText), col("group", 26, asText), col("group-with", 26, asText),
		col("pair-z", 10, asThree), col("p-pair", 12, asP), col("p-holm-pairs", 12, asP), noteColumn)
	b.eachCompared(func(g *analysis.Grouping, sg *study.Grouping, c *analysis.GroupedConstruct, _ *study.Construct) {
		for _, p := range c.Pairs {
			s.add(g.ID, plainText(sg.Label), c.ID, b.groupLabel(sg, g.Groups[p.A].Value), b.groupLabel(sg, g.Groups[p.B].Value), p.Z, p.P, p.PHolm)
		}
	})
	return s
}

// anyPairs reports whether groups are compared in pairs.
func (b *book) anyPairs() bool {
	any := false
	b.eachCompared(func(_ *analysis.Grouping, _ *study.Grouping, c *analysis.GroupedConstruct, _ *study.Construct) {
		any = any || len(c.Pairs) > 0
	})
	return any
}
