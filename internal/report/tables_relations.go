package report

import (
	"strconv"

	"wogreport/internal/analysis"
	"wogreport/internal/charts"
	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/view"
	"wogreport/internal/words"
)

// relationsTable sets the constructs side by side as journals do: means, standard
// deviations and n, alpha on the diagonal, Pearson's r below it and Spearman's ρ above.
func (c *composer) relationsTable() *document.Table {
	v := c.views[c.body]
	if len(v.Relations) == 0 {
		return nil
	}
	t, b := c.wholeTable("table:relations", "relations")
	t.Columns = []document.Column{{Wrap: true}, {Align: document.AlignRight}, {Align: document.AlignDecimal}, {Align: document.AlignDecimal}}
	t.Head = [][]document.Cell{{b.head("relation-construct"), b.head("n"), b.head("mean"), b.head("sd")}}
	for i, cv := range v.Constructs {
		t.Columns = append(t.Columns, document.Column{Align: document.AlignDecimal})
		t.Head[0] = append(t.Head[0], textCell(strconv.Itoa(i+1)))
		name := b.construct(i)
		row := []document.Cell{name, b.int(cv.N), b.value(cv.ItemMean, 2), b.value(cv.ItemSD, 2)}
		t.Rows = append(t.Rows, append(row, make([]document.Cell, len(v.Constructs))...))
		t.Rows[i][4+i] = b.value(cv.Alpha, 2)
		if _, ok := cv.Alpha.Get(); ok {
			t.Rows[i][4+i].Text[0].Text = "(" + t.Rows[i][4+i].Text[0].Text + ")"
		}
	}
	for _, x := range v.Relations {
		cell := b.value(x.R, 2)
		if x.Differs && len(cell.Text) > 0 {
			cell.Text[0].Text += "*"
		}
		t.Rows[x.B][4+x.A], t.Rows[x.A][4+x.B] = cell, b.value(x.Spearman, 2)
	}
	t.Note = b.note(c.wording[b.lang].Line("note.relations", v))
	return t
}

// construct names the i-th construct, with its number.
func (b *tableBuilder) construct(i int) document.Cell {
	cell := textCell(strconv.Itoa(i+1) + ". " + words.Capital(b.plain(b.views[b.body].Constructs[i].Label)))
	if b.second != "" {
		if s := b.inline(b.second, words.Capital(b.views[b.second].Constructs[i].Label)); document.Plain(s) != "" {
			cell.Second = s
		}
	}
	return cell
}

// relationPairs has a row for each two constructs, with the interval of r.
func (c *composer) relationPairs() *document.Table {
	v := c.views[c.body]
	if len(v.Relations) == 0 {
		return nil
	}
	t, b := c.wholeTable("table:relation-pairs", "relation-pairs")
	t.Columns = []document.Column{{Wrap: true}, {Align: document.AlignRight}, {Align: document.AlignDecimal}, {Align: document.AlignCenter}, {Align: document.AlignDecimal}, {Align: document.AlignDecimal}, {Align: document.AlignDecimal}}
	t.Head = [][]document.Cell{{b.head("relation-pair"), b.head("n"), b.head("relation-r"), b.head("interval"), b.head("p"), b.head("p-holm"), b.head("relation-spearman")}}
	for _, x := range v.Relations {
		name := textCell(lang.Int(b.lang, x.A+1) + " – " + lang.Int(b.lang, x.B+1))
		t.Rows = append(t.Rows, []document.Cell{name, b.value(x.N, 0), b.value(x.R, 3), b.interval(x.CI95, 3), b.p(x.P), b.p(x.PHolm), b.value(x.Spearman, 3)})
	}
	t.Note = b.note(c.wording[b.lang].Line("note.relation-pairs", v))
	return t
}

// manyRelated is from how many constructs on a map shows their correlations.
const manyRelated = 6

// relationFigures are the map of the correlations, where there are many.
func (c *composer) relationFigures() []charts.Figure {
	v := c.views[c.body]
	k := len(v.Constructs)
	if k < manyRelated || len(v.Relations) == 0 {
		return nil
	}
	w := c.wording[c.body]
	d := charts.HeatMap{
		Min: -1, Max: 1, Sides: true, FormatValue: func(x float64) string { return lang.Number(c.body, x, 2) },
		FormatTick: func(n int) string { return lang.Int(c.body, n) },
		Alt:        document.Plain(c.inline(c.body, w.Line("alt.relations", v))),
	}
	for i, cv := range v.Constructs {
		d.Columns = append(d.Columns, strconv.Itoa(i+1))
		row := charts.HeatRow{Label: strconv.Itoa(i+1) + ". " + words.Capital(c.plain(cv.Label)), Values: make([]float64, k), Marks: make([]string, k)}
		for j := range k {
			row.Marks[j] = "–"
		}
		row.Values[i] = 1
		d.Rows = append(d.Rows, row)
	}
	set := func(i, j int, r analysis.Value) {
		if x, ok := r.Get(); ok {
			d.Rows[i].Values[j], d.Rows[i].Marks[j] = x, ""
		}
	}
	for _, x := range v.Relations {
		set(x.A, x.B, x.R)
		set(x.B, x.A, x.R)
	}
	return charts.HeatMapPages(d, c.opt.Summary, c.opt.MaxSummaryHeight)
}

// placeRelations places the map, or nothing.
func (c *composer) placeRelations() []document.Block {
	var out []document.Block
	for i, f := range c.related {
		id := "figure:relations"
		if i > 0 {
			id += "-" + strconv.Itoa(i+1)
		}
		if !c.claim(id) {
			continue
		}
		var part any = ""
		if len(c.related) > 1 {
			part = i + 1
		}
		out = append(out, c.figure(id, f, "caption.relations-map", func(*view.View) any { return words.Fill{"part": part} }, "table:relations"))
	}
	return out
}
