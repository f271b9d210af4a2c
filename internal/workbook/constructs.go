package workbook

import (
	"slices"
	"strconv"
	"strings"

	"wogreport/internal/analysis"
	"wogreport/internal/lang"
	"wogreport/internal/statistics"
	"wogreport/internal/words"
)

// constructColumns name a construct, in the sheets of its statistics.
var constructColumns = []column{col("construct-id", 14, asText), col("construct-name", 34, asText)}

// constructs are a sheet with a row of statistics for each construct.
func (b *book) constructs(key string, in statistics.Table) *sheet {
	s := &sheet{key: key, name: b.tab(key, 0), frozen: 1}
	s.columns = append(append(slices.Clone(constructColumns), statisticColumns(in)...), noteColumn)
	for i, sc := range b.Study.Constructs {
		c := &b.Results.Constructs[i]
		s.add(b.statisticCells(in, statistics.Construct(c), c.ID, b.inBody(sc.Label))...)
	}
	return s
}

// reliability is a construct's internal consistency.
func (b *book) reliability() *sheet {
	s := b.constructs("reliability", statistics.Reliability)
	for i := range s.rows {
		s.rows[i].notes = b.caveats(b.Results.Constructs[i].Caveats)
	}
	return s
}

// interItem has the correlation of every two items of a construct.
func (b *book) interItem() *sheet {
	s := &sheet{key: "inter-item", name: b.tab("inter-item", 0), frozen: 3}
	s.columns = append(s.columns, col("construct-id", 14, asText), col("item-id", 10, asText), col("item-with", 10, asText))
	s.columns = append(append(s.columns, statisticColumns(statistics.InterItem)...), noteColumn)
	for i := range b.Results.Constructs {
		c := &b.Results.Constructs[i]
		for j := range c.InterItem {
			p := &c.InterItem[j]
			s.add(b.statisticCells(statistics.InterItem, statistics.ItemPair(c, p), c.ID, c.Items[p.A].ID, c.Items[p.B].ID)...)
		}
	}
	return s
}

// relations has how every two constructs go together.
func (b *book) relations() *sheet {
	s := &sheet{key: "relations", name: b.tab("relations", 0), frozen: 2}
	s.columns = append(s.columns, col("construct-id", 14, asText), col("construct-with", 14, asText))
	s.columns = append(append(s.columns, statisticColumns(statistics.Relations)...), noteColumn)
	for i := range b.Results.Relations {
		x := &b.Results.Relations[i]
		s.add(b.statisticCells(statistics.Relations, statistics.Relation(b.Results, x), b.Results.Constructs[x.A].ID, b.Results.Constructs[x.B].ID)...)
	}
	return s
}

// anyItemPairs reports whether some construct has two items.
func (b *book) anyItemPairs() bool {
	return slices.ContainsFunc(b.Results.Constructs, func(c analysis.Construct) bool { return len(c.InterItem) > 0 })
}

// splitHalf is the reliability of two halves of a construct.
func (b *book) splitHalf() *sheet { return b.constructs("split-half", statistics.SplitHalf) }

// descriptives describe each construct's sum, then its items.
func (b *book) descriptives() *sheet {
	s := &sheet{key: "descriptives", name: b.tab("descriptives", 0), frozen: 3}
	s.columns = append(s.columns,
		col("level", 22, asText), col("construct-id", 14, asText), col("item-id", 10, asText), col("label", 38, asText))
	s.columns = append(append(s.columns, statisticColumns(statistics.Descriptives)...), noteColumn)
	for i, sc := range b.Study.Constructs {
		c := &b.Results.Constructs[i]
		s.add(b.statisticCells(statistics.Descriptives, statistics.Construct(c), b.word("construct"), c.ID, nil, b.inBody(sc.Label))...).strong = true
		for j := range c.Items {
			it := &c.Items[j]
			r := s.add(b.statisticCells(statistics.Descriptives, statistics.Item(c, it), b.word("item"), c.ID, it.ID, b.inBody(sc.Items[j].Label))...)
			if len(it.Modes) > 1 {
				r.notes = append(r.notes, b.modes(it.Modes))
			}
		}
	}
	return s
}

func (b *book) modes(ms []int) lang.Text {
	list := make([]string, len(ms))
	for i, m := range ms {
		list[i] = strconv.Itoa(m)
	}
	return b.filled("word.modes", words.Fill{"values": strings.Join(list, "; ")})
}

func share(count, of int) analysis.Value {
	if of == 0 {
		return analysis.Undefined(analysis.NoAnswers)
	}
	return analysis.Of(float64(count) / float64(of))
}
