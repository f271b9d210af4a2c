package report

import (
	"slices"
	"strings"

	"wogreport/internal/analysis"
	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/statistics"
	"wogreport/internal/view"
	"wogreport/internal/words"
)

// The appendix holds the full item analysis, so that the article's own tables
// stay those of an article. Its statistics are those of the table in package
// statistics, which says where each stands.

// describeTable has each item's distribution.
func (c *composer) describeTable(id string, cv *view.ConstructView) *document.Table {
	t, b := c.table(id, "describe", cv)
	b.itemStatistics(t, statistics.Describe, cv)
	t.Note = b.note(b.wording[b.lang].Get("note.describe-"+c.st.Analysis.Quartiles), b.reversedNote(cv))
	return t
}

// itemTotalTable has what becomes of the scale without each item, and how the
// item goes with the others, both ways of reckoning r.
func (c *composer) itemTotalTable(id string, cv *view.ConstructView) *document.Table {
	t, b := c.table(id, "item-total", cv)
	b.itemStatistics(t, statistics.ItemTotal, cv)
	t.Note = b.note(b.wording[b.lang].Line("note.item-total", c.views[b.lang].FindConstruct(cv.ID)), b.reversedNote(cv))
	return t
}

// itemStatistics fills a table with a row for each item.
func (b *tableBuilder) itemStatistics(t *document.Table, in statistics.Table, cv *view.ConstructView) {
	t.Columns = []document.Column{{Wrap: true}}
	t.Head = [][]document.Cell{{b.head("item")}}
	columns := statistics.Columns(in)
	for _, col := range columns {
		align := document.AlignDecimal
		if col.Format == statistics.Whole {
			align = document.AlignRight
		}
		t.Columns = append(t.Columns, document.Column{Align: align})
		t.Head[0] = append(t.Head[0], b.head(col.Head))
	}
	for _, it := range cv.Items {
		s := statistics.Item(cv.Construct, it.Item)
		s.Quartiles = b.st.Analysis.Quartiles
		row := []document.Cell{b.short(it)}
		for _, col := range columns {
			row = append(row, b.statistic(col.Format, col.Values(s)))
		}
		t.Rows = append(t.Rows, row)
	}
}

// statistic is the cell of an estimate, with its standard error, where there is
// one, in parentheses.
func (b *tableBuilder) statistic(f statistics.Format, values []any) document.Cell {
	if len(values) == 0 {
		return document.Cell{}
	}
	if n, ok := values[0].(int); ok {
		return b.int(n)
	}
	v := values[0].(analysis.Value)
	if f == statistics.P {
		return b.p(v)
	}
	cell := b.value(v, f.Decimals())
	if _, ok := v.Get(); ok && len(values) > 1 {
		if se, ok := values[1].(analysis.Value).Get(); ok {
			cell.Text[0].Text += " (" + lang.Number(b.lang, se, f.Decimals()) + ")"
		}
	}
	return cell
}

// short names an item by its number, for tables that are wide already.
func (b *tableBuilder) short(it *view.ItemView) document.Cell {
	s := words.Capital(it.Name)
	if it.Reversed {
		s += "*"
	}
	return textCell(s)
}

// scaleTables are the kinds of tables with the statistics of a whole scale: of alpha and its
// kin, of one factor and of halves, and of the total score.
var scaleTables = []struct {
	kind string
	of   statistics.Table
}{{"scale-statistics", statistics.ScaleStatistics}, {"factor-statistics", statistics.FactorStatistics}, {"score-statistics", statistics.ScoreStatistics}}

// scaleStatistics has the statistics of some constructs' scales, one a row: of several
// constructs with a column each.
func (c *composer) scaleStatistics(cvs []*view.ConstructView) []document.Block {
	const columns = 6
	var out []document.Block
	for _, x := range scaleTables {
		first := c.nTables + 1
		for rest := cvs; len(rest) > 0; {
			n := min(len(rest), columns)
			if left := len(rest) - n; left > 0 && left < columns/2 {
				n = (len(rest) + 1) / 2
			}
			id := "table:" + x.kind + "/" + rest[0].ID
			of := rest[:n]
			out = append(out, c.placeAs(id, func() *document.Table {
				if len(of) == 1 {
					return c.scaleOfOne(id, x.kind, x.of, of[0])
				}
				return c.scalesOfSeveral(id, x.kind, x.of, of)
			})...)
			for _, cv := range of[1:] {
				c.sameAs("table:"+x.kind+"/"+cv.ID, id)
			}
			rest = rest[n:]
		}
		c.nameTogether("table:"+x.kind, first, c.nTables)
	}
	return out
}

// scaleOfOne has the statistics of a construct's scale with their intervals.
func (c *composer) scaleOfOne(id, kind string, of statistics.Table, cv *view.ConstructView) *document.Table {
	t, b := c.table(id, kind, cv)
	t.Columns = []document.Column{{Wrap: true}, {Align: document.AlignRight}} // of one unit each
	t.Head = [][]document.Cell{{b.head("statistic"), b.head("value")}}
	intervals := of == statistics.ScaleStatistics
	if intervals {
		t.Columns = append(t.Columns, document.Column{Align: document.AlignLeft})
		t.Head[0] = append(t.Head[0], b.head("interval"))
	}
	s := statistics.Construct(cv.Construct)
	s.Quartiles = c.st.Analysis.Quartiles
	for _, row := range statistics.Columns(of) {
		values := row.Values(s)
		cells := []document.Cell{b.alphaHead(row.Head, cv.Dichotomous()), b.scaleStatistic(row, cv, values[0])}
		switch {
		case intervals && len(values) > 1:
			cells = append(cells, b.interval(values[1].(analysis.Interval), row.Format.Decimals()))
		case intervals:
			cells = append(cells, document.Cell{})
		}
		t.Rows = append(t.Rows, cells)
	}
	t.Note = b.note(b.wording[b.lang].Line(scaleNote(of), c.views[b.lang].FindConstruct(cv.ID)), b.formulas(of, cv))
	return t
}

// scalesOfSeveral has the statistics of several constructs' scales, whose numbers the note
// explains; the ends of intervals have rows of their own.
func (c *composer) scalesOfSeveral(id, kind string, of statistics.Table, cvs []*view.ConstructView) *document.Table {
	b := &tableBuilder{composer: c, lang: c.body}
	var ids view.Constructs
	if len(cvs) < len(c.views[c.body].Constructs) {
		for _, cv := range cvs {
			ids.IDs = append(ids.IDs, cv.ID)
		}
	}
	t := &document.Table{
		ID:        id,
		Caption:   c.caption("word.table", "caption."+kind, ids.In),
		Continued: c.wording[c.body].Get("word.continued"),
		Columns:   []document.Column{{Wrap: true}},
		Head:      [][]document.Cell{{b.head("statistic")}},
	}
	dichotomous := !slices.ContainsFunc(cvs, func(cv *view.ConstructView) bool { return !cv.Dichotomous() })
	n, k := []document.Cell{b.head("n")}, []document.Cell{b.head("items")}
	var names []string
	for _, cv := range cvs {
		number := slices.Index(c.views[c.body].Constructs, cv) + 1
		t.Columns = append(t.Columns, document.Column{Align: document.AlignDecimal})
		t.Head[0] = append(t.Head[0], textCell(lang.Int(b.lang, number)))
		n, k = append(n, b.int(cv.N)), append(k, b.int(cv.K))
		names = append(names, lang.Int(b.lang, number)+" = "+cv.Label)
	}
	t.Rows = append(t.Rows, n, k)
	for _, row := range statistics.Columns(of) {
		cells := []document.Cell{b.alphaHead(row.Head, dichotomous)}
		var low, high []document.Cell
		for _, cv := range cvs {
			s := statistics.Construct(cv.Construct)
			s.Quartiles = c.st.Analysis.Quartiles
			values := row.Values(s)
			cells = append(cells, b.scaleStatistic(row, cv, values[0]))
			if len(values) > 1 {
				i := values[1].(analysis.Interval)
				low, high = append(low, b.value(i.Low, row.Format.Decimals())), append(high, b.value(i.High, row.Format.Decimals()))
			}
		}
		t.Rows = append(t.Rows, cells)
		if len(low) == len(cvs) {
			t.Rows = append(t.Rows, append([]document.Cell{b.head("interval-low")}, low...), append([]document.Cell{b.head("interval-high")}, high...))
		}
	}
	remarks := []string{c.wording[b.lang].Line("note.construct-numbers", words.Fill{"names": strings.Join(names, "; ")})}
	for _, cv := range cvs {
		if cv.ByPairs() || cv.NothingVaries() || cv.AlphaK < cv.K && of != statistics.ScoreStatistics {
			remarks = append(remarks, words.Capital(cv.Label)+": "+c.wording[b.lang].Line(scaleNote(of), cv))
		}
	}
	t.Note = b.note(append(remarks, b.formulas(of, cvs...))...)
	return t
}

// scaleNote is the note of a table of one kind: items without a variance have a part in the total score alone.
func scaleNote(of statistics.Table) string {
	if of == statistics.ScoreStatistics {
		return "note.score-statistics"
	}
	return "note.scale-statistics"
}

// formulas names the sources of the statistics of scales' items.
func (b *tableBuilder) formulas(of statistics.Table, cvs ...*view.ConstructView) string {
	switch of {
	case statistics.ScaleStatistics:
		return b.wording[b.lang].Line("note.scale-formulas", nil)
	case statistics.FactorStatistics:
		return b.wording[b.lang].Line("note.factor-formulas", nil)
	}
	return ""
}

// negativeHalves is why Horst's coefficient is not printed: it has lost the sign of halves that
// correlate negatively.
const negativeHalves analysis.Reason = "negative-halves"

// scaleStatistic is a cell of a statistic of a scale.
func (b *tableBuilder) scaleStatistic(row statistics.Column, cv *view.ConstructView, value any) document.Cell {
	if r, ok := cv.SplitHalf.R.Get(); row.Head == "stat-horst" && ok && r < 0 {
		value = analysis.Undefined(negativeHalves)
	}
	return b.statistic(row.Format, []any{value})
}

// factorability says whether factors may be looked for in the items, of all in its note or head;
// there is nothing to say of two.
func (c *composer) factorability(id string, cv *view.ConstructView) *document.Table {
	if len(cv.Items) < 3 || cv.AnyHidden() {
		return nil
	}
	t, b := c.table(id, "factorability", cv)
	b.itemStatistics(t, statistics.FactorabilityOfItems, cv)
	v := c.views[b.lang].FindConstruct(cv.ID)
	t.Note = b.noteWith(b.wording[b.lang].Line("note.factorability.own", v), b.wording[b.lang].Line("note.factorability", v), b.reversedNote(cv))
	return t
}

// mostInterItem is how many items a matrix of correlations holds on a page; those
// of more stand in the workbook.
const mostInterItem = 12

// interItemColumns is how many columns of numbers the matrix of a construct's items has, 0 where
// there is none: the last item has none unless there is something above the diagonal.
func interItemColumns(cv *view.ConstructView) int {
	k := len(cv.Items)
	switch {
	case k < 2 || k > mostInterItem || cv.AnyHidden():
		return 0
	case cv.ByPairs():
		return k
	}
	return k - 1
}

// interItems has the correlations of the items of some constructs: where there are several, in one
// table, in which the head of each names its columns.
func (c *composer) interItems(cvs []*view.ConstructView) func(id string, cv *view.ConstructView) *document.Table {
	n, columns := 0, 0
	for _, cv := range cvs {
		if k := interItemColumns(cv); k > 0 {
			n, columns = n+1, max(columns, k)
		}
	}
	return func(id string, cv *view.ConstructView) *document.Table {
		t, b := c.interItem(id, cv)
		if t == nil || n < 2 {
			return t
		}
		numbers := t.Head[0]
		numbers[0] = document.Cell{Heads: true} // the construct's name
		t.Rows = slices.Insert(t.Rows, 0, numbers)
		with := b.head("item-with")
		with.Span = columns
		t.Head = [][]document.Cell{{b.head("item"), with}}
		for len(t.Columns) <= columns {
			t.Columns = append(t.Columns, document.Column{Align: document.AlignRight})
		}
		return t
	}
}

// interItem has the correlations of the items below the diagonal, and above it, where
// they rest on different rows, how many.
func (c *composer) interItem(id string, cv *view.ConstructView) (*document.Table, *tableBuilder) {
	last := interItemColumns(cv)
	if last == 0 {
		return nil, nil
	}
	t, b := c.table(id, "inter-item", cv)
	t.Columns = []document.Column{{Wrap: true}}
	t.Head = [][]document.Cell{{b.head("item")}}
	for _, it := range cv.Items[:last] {
		t.Columns = append(t.Columns, document.Column{Align: document.AlignRight})
		t.Head[0] = append(t.Head[0], b.markdown("**"+lang.Int(b.lang, it.Number)+"**"))
	}
	for _, it := range cv.Items {
		t.Rows = append(t.Rows, append([]document.Cell{b.short(it)}, make([]document.Cell, last)...))
	}
	for _, p := range cv.InterItem {
		t.Rows[p.B][1+p.A] = b.value(p.R, 3)
		if cv.ByPairs() {
			t.Rows[p.A][1+p.B] = b.value(p.N, 0)
		}
	}
	t.Note = b.note(b.wording[b.lang].Line("note.inter-item", c.views[b.lang].FindConstruct(cv.ID)), b.reversedNote(cv))
	return t, b
}

// shareIntervals has the interval of every share; a census has none.
func (c *composer) shareIntervals(id string, cv *view.ConstructView) *document.Table {
	if cv.Census {
		return nil
	}
	t, b := c.table(id, "share-intervals", cv)
	t.Columns = []document.Column{{Wrap: true}}
	t.Head = [][]document.Cell{{b.head("item")}}
	for i, a := range cv.Answers {
		t.Columns = append(t.Columns, document.Column{Align: document.AlignCenter})
		t.Head[0] = append(t.Head[0], b.answer(cv, i, a))
	}
	for _, it := range cv.Items {
		row := []document.Cell{b.short(it)}
		for _, a := range it.Shares.Each {
			row = append(row, b.percents(a.Interval))
		}
		t.Rows = append(t.Rows, row)
	}
	t.Note = b.note(c.wording[b.lang].Line("note.share-intervals", cv))
	return t
}

// percents is an interval of shares in percents.
func (b *tableBuilder) percents(i analysis.Interval) document.Cell {
	lo, ok := i.Low.Get()
	hi, _ := i.High.Get()
	if !ok {
		return b.value(i.Low, 1)
	}
	return textCell(lang.Number(b.lang, 100*lo, 1) + "–" + lang.Number(b.lang, 100*hi, 1))
}
