package docx

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"wogreport/internal/document"
	"wogreport/internal/pdf/layout"
)

// longest is how many lines the rows of a table may have that stays on one page: a higher
// one would leave too large a hole before it. Of that two rows stay together at its ends.
const longest = 12

// tabler writes one table.
type tabler struct {
	*writer
	t       *document.Table
	ctx     context
	grid    layout.Grid
	widths  []float64 // of the columns, with their gaps
	margin  float64   // from a cell's edge to its text
	keep    bool      // the table stays on one page
	keepEnd bool      // and on that of what follows
}

// table writes the table with its caption and its note.
func (w *writer) table(t *document.Table, ctx context) {
	grid, ok := w.lay.Grid(t)
	if !ok || len(t.Head)+len(t.Rows) == 0 {
		return
	}
	tb := &tabler{writer: w, t: t, ctx: ctx, grid: grid}
	tb.divide()
	captioned := !t.Plain && (t.Caption.Label != "" || len(t.Caption.Text) > 0)
	below := w.opt.TableCaptions == layout.Below
	tb.keep = tb.lines() <= longest
	tb.keepEnd = captioned && below || len(t.Note) > 0
	space := 0.75 * w.looks.Line
	if captioned && !below {
		w.caption(t.ID, &t.Caption, ctx, true, space, captionGap)
	} else {
		w.paragraph(w.main, para{style: styleTableEnd, keep: true, before: space - w.looks.Line/4}, func() {})
	}
	if w.names.of[t.ID] != "" && !captioned {
		w.names.around(w.main, w.names.of[t.ID], func() {})
	}
	tb.write()
	if len(t.Note) > 0 {
		keep := captioned && below
		side := (w.available() - max(grid.Width, layout.LeastNote*w.available())) / 2
		w.paragraph(w.main, para{style: styleNoteText, keep: keep, left: side, right: side}, func() { w.spans(w.main, t.Note, look{lang: ctx.lang}) })
	}
	if captioned && below {
		w.caption(t.ID, &t.Caption, ctx, false, captionGap, space)
	}
	if len(t.Note) == 0 && !(captioned && below) {
		// Word joins a table to one that follows it, and needs a paragraph at the end.
		w.paragraph(w.main, para{style: styleTableEnd, after: space}, func() {})
	}
}

// divide shares the gaps between columns out among them: a cell reaches to the middle of
// each, its text from margin to margin.
func (tb *tabler) divide() {
	g := &tb.grid
	n := len(g.W)
	gap := 2 * g.X[0]
	if n > 1 {
		gap = g.X[1] - g.X[0] - g.W[0]
	}
	tb.margin = max(min(gap/2, g.X[0])-slack, 0)
	left := 0.0
	for i := range n {
		right := g.Width
		if i+1 < n {
			right = (g.X[i] + g.W[i] + g.X[i+1]) / 2
		}
		tb.widths = append(tb.widths, right-left)
		left = right
	}
}

// lines is how many lines the rows have at least.
func (tb *tabler) lines() int {
	n := 0
	for _, row := range tb.t.Rows {
		most := 1
		for i := range row {
			if len(row[i].Text) > 0 && len(row[i].Second) > 0 {
				most = 2
			}
		}
		n += most
	}
	return n
}

// slack is what a cell gives its text at either side beyond its width on the page, as
// Word rounds sizes.
const slack = 1

func (tb *tabler) write() {
	p := tb.main
	p.open("w:tbl")
	tb.properties()
	p.open("w:tblGrid")
	for _, width := range tb.widths {
		p.empty("w:gridCol", "w:w", twips(width))
	}
	p.close("w:tblGrid")
	for r := range tb.t.Head {
		tb.headRow(r)
	}
	for r, row := range tb.t.Rows {
		tb.row(row, r)
	}
	p.close("w:tbl")
}

func (tb *tabler) properties() {
	p := tb.main
	p.open("w:tblPr")
	p.val("w:tblStyle", p.styles.id(styleTable))
	p.empty("w:tblW", "w:w", twips(tb.grid.Width), "w:type", "dxa")
	p.val("w:jc", "center")
	p.empty("w:tblLayout", "w:type", "fixed")
	p.open("w:tblCellMar")
	p.empty("w:left", "w:w", twips(tb.margin), "w:type", "dxa")
	p.empty("w:right", "w:w", twips(tb.margin), "w:type", "dxa")
	p.close("w:tblCellMar")
	look := func(on bool) string {
		if on {
			return "1"
		}
		return "0"
	}
	head, stub := len(tb.t.Head) > 0, tb.t.Stub() == 0
	value := 0x0600 // no bands
	if head {
		value |= 0x20
	}
	if stub {
		value |= 0x80
	}
	p.empty("w:tblLook", "w:val", "0"+strings.ToUpper(strconv.FormatInt(int64(value), 16)), "w:firstRow", look(head), "w:lastRow", "0",
		"w:firstColumn", look(stub), "w:lastColumn", "0", "w:noHBand", "1", "w:noVBand", "1")
	caption, heads := tb.described()
	if caption != "" {
		p.val("w:tblCaption", caption)
	}
	if heads != "" {
		p.val("w:tblDescription", heads)
	}
	p.close("w:tblPr")
}

// described is what the table is and what its columns hold, for readers who don't see it.
func (tb *tabler) described() (caption, heads string) {
	c := &tb.t.Caption
	if !tb.t.Plain {
		caption = strings.TrimSpace(strings.TrimPrefix(label(c.Label)+". "+plain(c.Text), ". "))
	}
	var names []string
	for _, row := range tb.t.Head {
		for _, cell := range row {
			if s := plain(cell.Text); s != "" {
				names = append(names, s)
			}
		}
	}
	return caption, strings.Join(names, "; ")
}

// headRow is a row of the head, which is repeated on each page. An empty cell under one
// of the same columns is part of that.
func (tb *tabler) headRow(r int) {
	p, n := tb.main, len(tb.widths)
	last := r == len(tb.t.Head)-1
	lower := tb.lowered(r)
	p.open("w:tr")
	p.open("w:trPr")
	p.empty("w:cantSplit")
	p.empty("w:tblHeader")
	p.close("w:trPr")
	for _, at := range document.CellPlaces(tb.t.Head[r], n) {
		over, under := tb.joined(r-1, at), tb.joined(r, at)
		merge := ""
		switch {
		case over:
			merge = "continue"
		case under:
			merge = "restart"
		}
		tb.cell(at, merge, func() {
			if len(tb.t.Head) > 1 && p.styles.template(styleTable) == nil {
				weight := 0.0
				if last || at.Span > 1 {
					weight = lightRule
				}
				p.open("w:tcBorders")
				p.rule("w:bottom", weight)
				p.close("w:tcBorders")
			}
			if lower == nil {
				p.val("w:vAlign", "bottom")
			}
		}, func() {
			l := look{lang: tb.doc.Language, bold: true}
			of := para{style: tb.style(styleTableHead), align: tb.align(at, true)}
			if lower != nil && at.Cell >= 0 && lower[at.Cell] > 0 {
				of.before, of.after = cellPadding+lower[at.Cell], cellPadding
			}
			tb.paragraph(p, of, func() {
				if at.Cell < 0 || over {
					return
				}
				cell := &tb.t.Head[r][at.Cell]
				tb.words(cell, l)
			})
		})
	}
	p.close("w:tr")
}

// lowered is how far each cell of a head in two languages stands down, so that its first
// language ends where that of the others does; nil for other heads, which stand at the bottom.
func (tb *tabler) lowered(r int) []float64 {
	row := tb.t.Head[r]
	if len(tb.t.Head) > 1 || !slices.ContainsFunc(row, func(c document.Cell) bool { return len(c.Second) > 0 }) {
		return nil
	}
	style := tb.looks.HeadCell
	style.Size, style.Leading = tb.grid.Size, tb.grid.Leading
	lines, most := make([]int, len(row)), 0
	for _, at := range document.CellPlaces(row, len(tb.widths)) {
		if at.Cell >= 0 {
			last := at.Col + at.Span - 1
			lines[at.Cell] = tb.lay.Lines(row[at.Cell].Text, style, tb.grid.X[last]+tb.grid.W[last]-tb.grid.X[at.Col])
			most = max(most, lines[at.Cell])
		}
	}
	out := make([]float64, len(row))
	for i, n := range lines {
		out[i] = float64(most-n) * tb.grid.Leading
	}
	return out
}

// joined reports whether the cell under a place of row r is empty and part of it.
func (tb *tabler) joined(r int, at document.CellPlace) bool {
	if r < 0 || r+1 >= len(tb.t.Head) {
		return false
	}
	same := func(row int) *document.CellPlace {
		for _, q := range document.CellPlaces(tb.t.Head[row], len(tb.widths)) {
			if q.Col == at.Col && q.Span == at.Span {
				return &q
			}
		}
		return nil
	}
	over, under := same(r), same(r+1)
	if over == nil || under == nil {
		return false
	}
	return under.Cell < 0 || len(tb.t.Head[r+1][under.Cell].Text)+len(tb.t.Head[r+1][under.Cell].Second) == 0
}

// cell writes a cell with its properties and its paragraph.
func (tb *tabler) cell(at document.CellPlace, merge string, properties, content func()) {
	p := tb.main
	width := 0.0
	for col := at.Col; col < at.Col+at.Span; col++ {
		width += tb.widths[col]
	}
	p.open("w:tc")
	p.open("w:tcPr")
	p.empty("w:tcW", "w:w", twips(width), "w:type", "dxa")
	if at.Span > 1 {
		p.val("w:gridSpan", strconv.Itoa(at.Span))
	}
	if merge != "" {
		p.val("w:vMerge", merge)
	}
	if properties != nil {
		properties()
	}
	p.close("w:tcPr")
	content()
	p.close("w:tc")
}

// row is a row of the body. It is not divided between pages.
func (tb *tabler) row(row []document.Cell, r int) {
	p := tb.main
	n := len(tb.t.Rows)
	// Where the table is divided, three rows at least stand on either page.
	keep := tb.keep || r < 2 || r >= n-3 || document.Subhead(row, len(tb.widths))
	if r == n-1 {
		keep = tb.keepEnd
	}
	p.open("w:tr")
	p.open("w:trPr")
	p.empty("w:cantSplit")
	p.close("w:trPr")
	var total func()
	if slices.Contains(tb.t.Totals, r) && p.styles.template(styleTable) == nil {
		total = func() {
			p.open("w:tcBorders")
			p.rule("w:top", lightRule)
			p.close("w:tcBorders")
		}
	}
	for _, at := range document.CellPlaces(row, len(tb.widths)) {
		tb.cell(at, "", total, func() {
			of := para{style: tb.style(styleTableText), keep: keep}
			if at.Cell < 0 {
				tb.paragraph(p, of, func() {})
				return
			}
			cell := &row[at.Cell]
			of.align = tb.align(at, false)
			if at.Span == 1 && tb.column(at.Col).Align == document.AlignDecimal {
				tb.decimal(&of, cell, at.Col)
			}
			tb.paragraph(p, of, func() { tb.words(cell, look{lang: tb.doc.Language}) })
		})
	}
	p.close("w:tr")
}

// style is a style of cells in the size of the table's type.
func (tb *tabler) style(id string) string {
	size := cellSize(tb.grid.Size)
	usual := tb.looks.Cell.Size
	if s := tb.main.styles.template(id); s != nil {
		usual = tb.ref().Styles.Size(s)
	}
	if size == cellSize(usual) {
		return id
	}
	if !slices.Contains(tb.tableSizes, size) {
		tb.tableSizes = append(tb.tableSizes, size)
	}
	return id + size
}

// cellSize is a size of type in half points, rounded down: words keep their room.
func cellSize(pt float64) string { return strconv.Itoa(max(int(2*pt), 2)) }

func (tb *tabler) column(col int) document.Column {
	if col < len(tb.t.Columns) {
		return tb.t.Columns[col]
	}
	return document.Column{}
}

// align is how a cell's text stands, "" for as its style says: at the left.
func (tb *tabler) align(at document.CellPlace, head bool) string {
	switch a := tb.column(at.Col).Align; {
	case at.Span > 1 && !head: // a head inside the table
	case head && at.Span > 1, a == document.AlignCenter, head && a == document.AlignDecimal:
		return "center"
	case a == document.AlignRight, a == document.AlignDecimal:
		return "right"
	}
	return ""
}

// decimal makes a number stand in a column that lines up at the decimal mark: at a tab,
// which Word takes in a cell without a sign for it. Where a program does not, it begins
// where the widest number does. Other texts stand in the middle.
func (tb *tabler) decimal(of *para, cell *document.Cell, col int) {
	if of.align = "center"; len(cell.Second) > 0 || !number(document.Plain(cell.Text)) {
		return
	}
	left := 0.0
	for i := range col {
		left += tb.widths[i]
	}
	left = tb.grid.X[col] - left - tb.margin
	of.align, of.left = "left", max(left+tb.grid.Start[col]-slack, 0)
	of.tabs = []tabStop{{kind: "decimal", at: max(left+tb.grid.Mark[col], 1)}}
}

// number reports whether a text is one that lines up: it has a digit before any letter.
func number(s string) bool {
	for _, r := range s {
		if unicode.IsDigit(r) {
			return !strings.ContainsRune(s, '\n')
		}
		if unicode.IsLetter(r) {
			return false
		}
	}
	return false
}

// words are the cell's text and, on a line under it, its text in the second language.
func (tb *tabler) words(cell *document.Cell, l look) {
	tb.spans(tb.main, cell.Text, l)
	if len(cell.Second) == 0 {
		return
	}
	second := l.second(or(tb.doc.Second, tb.doc.Language))
	if len(cell.Text) > 0 {
		tb.main.plain("\n", l)
	}
	tb.spans(tb.main, cell.Second, second)
}
