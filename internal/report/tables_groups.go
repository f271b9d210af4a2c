package report

import (
	"strconv"

	"wogreport/internal/analysis"
	"wogreport/internal/document"
	"wogreport/internal/finding"
	"wogreport/internal/lang"
	"wogreport/internal/view"
)

// fewGroups is how many groups have a column each in the table of their means;
// more have a row each in a table of the construct's scores.
const fewGroups = 5

// groupTableOf makes a table of a comparison in one construct, by the name that
// a template gives it; nil where there is none. A table without rows is nil.
func (c *composer) groupTableOf(name string) func(string, *view.GroupedView) *document.Table {
	switch name {
	case "groups":
		return c.groupsTable
	case "group-scores":
		return c.groupScores
	case "group-answers":
		return c.groupAnswers
	case "group-tests":
		return c.groupTests
	case "group-pairs":
		return c.groupPairs
	}
	return nil
}

func (c *composer) groupTable(id, kind string, cv *view.GroupedView) (*document.Table, *tableBuilder) {
	b := &tableBuilder{composer: c, lang: c.body}
	return &document.Table{
		ID:        id,
		Caption:   c.caption("word.table", "caption."+kind, func(v *view.View) any { return v.FindCompared(cv.Grouping.ID, cv.ID) }),
		Continued: c.wording[c.body].Get("word.continued"),
	}, b
}

// group is the cell of a group's name.
func (b *tableBuilder) group(cv *view.GroupedView, i int) document.Cell {
	cell := b.markdown(cv.Grouping.Names[i])
	if b.second != "" {
		if s := b.views[b.second].FindCompared(cv.Grouping.ID, cv.ID).Grouping.Names[i]; s != cv.Grouping.Names[i] {
			cell.Second = b.inline(b.second, s)
		}
	}
	return cell
}

// pCell is a p without its letter.
func (b *tableBuilder) p(v analysis.Value) document.Cell {
	level := b.st.Analysis.Significance
	if x, ok := v.Get(); ok {
		if less, figure := lang.PFigure(b.lang, x, level); less {
			return textCell(b.wording[b.lang].Shown(v, "< "+figure))
		}
	}
	return b.beside(v, 3, analysis.Of(level))
}

// effect is the effect of a test, beside the limits of its sizes.
func (b *tableBuilder) effect(t analysis.RankTest) document.Cell {
	return b.beside(t.Effect, 3, finding.Nearest(t.Effect, finding.SizeLimits(t)...))
}

func effectHead(cv *view.GroupedView) string {
	if cv.Grouping.Two() {
		return "effect-r"
	}
	return "effect-epsilon"
}

// groupsTable has the means of the items and of the construct's score in each
// group, with the test.
func (c *composer) groupsTable(id string, cv *view.GroupedView) *document.Table {
	n := len(cv.Grouping.Groups)
	if n < 2 {
		return nil
	}
	t, b := c.groupTable(id, "groups", cv)
	t.Columns = []document.Column{{Wrap: true}}
	t.Head = [][]document.Cell{{b.head("item")}}
	for i := range n {
		t.Columns = append(t.Columns, document.Column{Align: document.AlignDecimal})
		t.Head[0] = append(t.Head[0], b.group(cv, i))
	}
	for _, h := range []string{"p", "p-holm", effectHead(cv)} {
		t.Columns = append(t.Columns, document.Column{Align: document.AlignDecimal})
		t.Head[0] = append(t.Head[0], b.head(h))
	}
	row := func(name document.Cell, x analysis.GroupTest, holm document.Cell) {
		cells := []document.Cell{name}
		for _, g := range x.Groups {
			cells = append(cells, b.value(g.Mean, 2))
		}
		t.Rows = append(t.Rows, append(cells, b.p(x.Test.P), holm, b.effect(x.Test)))
	}
	for i, it := range cv.Items {
		row(b.item(cv.Construct.Items[i]), it.GroupTest, b.p(it.PHolm))
	}
	if cv.Construct.K > 1 { // of one item it is that item's
		row(b.head("score-of-construct"), cv.Score, document.Cell{})
		totalled(t)
	}
	t.Note = b.note(c.wording[b.lang].Line("note.groups", cv), b.reversedNote(cv.Construct))
	return t
}

// groupScores has each group's distribution of the construct's score.
func (c *composer) groupScores(id string, cv *view.GroupedView) *document.Table {
	if len(cv.Grouping.Groups) == 0 {
		return nil
	}
	t, b := c.groupTable(id, "group-scores", cv)
	t.Columns = []document.Column{{Wrap: true}, {Align: document.AlignRight}, {Align: document.AlignDecimal}, {Align: document.AlignDecimal}}
	head := []document.Cell{b.head("group"), b.head("n"), b.head("mean"), b.head("sd")}
	intervals := !cv.Grouping.Census // else the means are those of the population
	if intervals {
		t.Columns = append(t.Columns, document.Column{Align: document.AlignCenter})
		head = append(head, b.head("mean-interval"))
	}
	t.Columns = append(t.Columns, document.Column{Align: document.AlignDecimal}, document.Column{Align: document.AlignDecimal}, document.Column{Align: document.AlignRight})
	t.Head = [][]document.Cell{append(head, b.head("median"), b.head("mean-rank"), b.head("rank"))}
	for i, g := range cv.Score.Groups {
		row := []document.Cell{b.group(cv, i), b.value(g.N, 0), b.value(g.Mean, 2), b.value(g.SD, 2)}
		if intervals {
			row = append(row, b.interval(g.MeanCI95, 2))
		}
		t.Rows = append(t.Rows, append(row, b.value(g.Median, 2), b.value(cv.Test.MeanRanks[i], 1), b.value(g.Rank, 0)))
	}
	t.Note = b.noteWith(c.wording[b.lang].Line("note.group-scores.own", cv), c.wording[b.lang].Line("note.group-scores", cv))
	return t
}

// interval is an interval in one cell, as "3,02–3,44".
func (b *tableBuilder) interval(i analysis.Interval, decimals int) document.Cell {
	lo, ok1 := i.Low.Get()
	hi, ok2 := i.High.Get()
	switch {
	case !ok1:
		return b.value(i.Low, decimals)
	case !ok2:
		return b.value(i.High, decimals)
	}
	w := b.wording[b.lang]
	return textCell(w.Shown(i.Low, w.Interval(lo, hi, decimals)))
}

// groupTests has the tests of each item.
func (c *composer) groupTests(id string, cv *view.GroupedView) *document.Table {
	if !cv.Grouping.Comparable() {
		return nil
	}
	t, b := c.groupTable(id, "group-tests", cv)
	statistic, second := "test-u", "test-z"
	if !cv.Grouping.Two() {
		statistic, second = "test-h", "df"
	}
	t.Columns = []document.Column{{Wrap: true}}
	t.Head = [][]document.Cell{{b.head("item")}}
	heads := []string{statistic, second, "p", "p-holm", effectHead(cv)}
	if cv.AnswersTested() {
		heads = append(heads, "chi-squared", "df", "p", "cramers-v")
	}
	for _, h := range heads {
		align := document.AlignDecimal
		if h == "df" {
			align = document.AlignRight
		}
		t.Columns = append(t.Columns, document.Column{Align: align})
		t.Head[0] = append(t.Head[0], b.head(h))
	}
	row := func(name document.Cell, x analysis.GroupTest, holm document.Cell, answers []document.Cell) {
		next := b.int(x.Test.DF)
		if cv.Grouping.Two() {
			next = b.value(x.Test.Z, 2)
		}
		cells := []document.Cell{name, b.value(x.Test.Statistic, 2), next, b.p(x.Test.P), holm, b.effect(x.Test)}
		t.Rows = append(t.Rows, append(cells, answers...))
	}
	for i, it := range cv.Items {
		a := it.Answers
		if !cv.AnswersTested() {
			row(b.short(cv.Construct.Items[i]), it.GroupTest, b.p(it.PHolm), nil)
			continue
		}
		df := textCell(undefinedMark)
		if _, ok := a.P.Get(); ok {
			df = textCell(strconv.Itoa(a.DF))
		}
		row(b.short(cv.Construct.Items[i]), it.GroupTest, b.p(it.PHolm),
			[]document.Cell{b.value(a.Statistic, 2), df, b.p(a.P), b.value(a.CramersV, 3)})
	}
	if cv.Construct.K > 1 {
		row(b.head("score-of-construct"), cv.Score, document.Cell{}, make([]document.Cell, len(heads)-5))
		totalled(t)
	}
	t.Note = b.note(c.wording[b.lang].Line("note.group-tests", cv), b.reversedNote(cv.Construct))
	return t
}

// groupPairs compares every pair of groups in the construct's score.
func (c *composer) groupPairs(id string, cv *view.GroupedView) *document.Table {
	if len(cv.Pairs) == 0 {
		return nil
	}
	t, b := c.groupTable(id, "group-pairs", cv)
	t.Columns = []document.Column{{Wrap: true}, {Wrap: true}, {Align: document.AlignDecimal}, {Align: document.AlignDecimal}, {Align: document.AlignDecimal}}
	t.Head = [][]document.Cell{{b.head("group"), b.head("group-with"), b.head("test-z"), b.head("p"), b.head("p-holm")}}
	for _, p := range cv.Pairs {
		t.Rows = append(t.Rows, []document.Cell{b.group(cv, p.A), b.group(cv, p.B), b.value(p.Z, 2), b.p(p.P), b.p(p.PHolm)})
	}
	t.Note = b.note(c.wording[b.lang].Line("note.group-pairs", cv))
	return t
}

// groupings are those that a directive names: the one, or all.
func (c *composer) groupings(directive, id string) []*view.GroupingView {
	gs := c.views[c.body].Groups
	if id == "" {
		return gs
	}
	var ids []string
	for _, g := range gs {
		if g.ID == id {
			return []*view.GroupingView{g}
		}
		ids = append(ids, g.ID)
	}
	c.unknownGrouping(directive, id, ids)
	return nil
}
