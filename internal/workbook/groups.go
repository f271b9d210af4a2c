package workbook

import (
	"wogreport/internal/analysis"
	"wogreport/internal/lang"
	"wogreport/internal/statistics"
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
		col("construct-id", 14, asText), col("level", 20, asText), col("item-id", 10, asText), col("label", 34, asText))
	s.columns = append(append(s.columns, statisticColumns(statistics.Groups)...), noteColumn)
	b.eachCompared(func(g *analysis.Grouping, sg *study.Grouping, c *analysis.GroupedConstruct, sc *study.Construct) {
		for i, group := range g.Groups {
			row := func(level, item, label any, x *analysis.GroupTest) *row {
				return s.add(b.statisticCells(statistics.Groups, statistics.Group(x, i),
					g.ID, plainText(sg.Label), b.groupLabel(sg, group.Value), group.N, c.ID, level, item, label)...)
			}
			row(b.word("construct"), nil, b.inBody(sc.Label), &c.Score).strong = true
			for j := range c.Items {
				row(b.word("item"), c.Items[j].ID, b.inBody(sc.Items[j].Label), &c.Items[j].GroupTest)
			}
		}
	})
	return s
}

// groupAnswers has how often each group gave each answer to each item, of those who are
// shown.
func (b *book) groupAnswers() *sheet {
	s := &sheet{key: "group-answers", name: b.tab("group-answers", 0), frozen: 3}
	s.columns = append(s.columns, groupingColumns...)
	s.columns = append(s.columns,
		col("group", 26, asText), col("construct-id", 14, asText), col("item-id", 10, asText), col("label", 34, asText),
		col("group-answer", 26, asText), col("group-answer-n", 10, asWhole), col("group-answer-share", 12, asShare))
	b.eachCompared(func(g *analysis.Grouping, sg *study.Grouping, c *analysis.GroupedConstruct, sc *study.Construct) {
		for i, group := range g.Groups {
			for j := range c.Items {
				x := c.Items[j].Groups[i]
				n := 0
				for _, count := range x.Answered {
					n += count
				}
				for p, count := range x.Answered {
					share := any(nil)
					if n > 0 {
						share = float64(count) / float64(n)
					}
					answer := b.inAll(func(l lang.Tag) string { return pointName(sc.Scale.Points[p], l) })
					s.add(g.ID, plainText(sg.Label), b.groupLabel(sg, group.Value), c.ID, c.Items[j].ID, b.inBody(sc.Items[j].Label), answer, count, share)
				}
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
		col("construct-id", 14, asText), col("level", 20, asText), col("item-id", 10, asText), col("label", 34, asText))
	s.columns = append(append(s.columns, statisticColumns(statistics.GroupTests)...), col("note", 60, asText))
	b.eachCompared(func(g *analysis.Grouping, sg *study.Grouping, c *analysis.GroupedConstruct, sc *study.Construct) {
		row := func(level, item, label any, s statistics.Subject) []any {
			return b.statisticCells(statistics.GroupTests, s, g.ID, plainText(sg.Label), c.ID, level, item, label)
		}
		r := s.add(row(b.word("construct"), nil, b.inBody(sc.Label), statistics.Test(&c.Score, nil))...)
		r.notes, r.strong = b.caveats(g.Caveats), true
		for j := range c.Items {
			it := &c.Items[j]
			s.add(row(b.word("item"), it.ID, b.inBody(sc.Items[j].Label), statistics.Test(&it.GroupTest, it))...)
		}
	})
	return s
}

// groupPairs compares every pair of groups in each construct's score.
func (b *book) groupPairs() *sheet {
	s := &sheet{key: "group-pairs", name: b.tab("group-pairs", 0), frozen: 2}
	s.columns = append(s.columns, groupingColumns...)
	s.columns = append(s.columns, col("construct-id", 14, asText), col("group", 26, asText), col("group-with", 26, asText))
	s.columns = append(append(s.columns, statisticColumns(statistics.GroupPairs)...), noteColumn)
	b.eachCompared(func(g *analysis.Grouping, sg *study.Grouping, c *analysis.GroupedConstruct, _ *study.Construct) {
		for i := range c.Pairs {
			p := &c.Pairs[i]
			s.add(b.statisticCells(statistics.GroupPairs, statistics.Pair(p),
				g.ID, plainText(sg.Label), c.ID, b.groupLabel(sg, g.Groups[p.A].Value), b.groupLabel(sg, g.Groups[p.B].Value))...)
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
