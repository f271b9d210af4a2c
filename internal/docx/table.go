package docx

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/pdf/layout"
	"wogreport/internal/pdf/typeset"
)

// tabler writes one table.
type tabler struct {
	*writer
	t      *document.Table
	ctx    context
	grid   layout.Grid
	widths []float64 // of the columns, with the halves of their gaps
	room   []float64 // of them, for their text
	margin float64   // from a cell's edge to its text
	edge   float64   // so for those at the table's edges
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
	space := 0.75 * w.looks.Line
	if captioned && !below {
		w.caption(t.ID, &t.Caption, ctx, true, space, captionGap)
	} else {
		w.paragraph(w.main, para{style: styleTableEnd, keep: true, before: space - w.looks.Line/4}, func() {})
	}
	if w.names.of[t.ID] != "" && !captioned {
		w.names.around(w.main, w.names.of[t.ID], func() {})
	}
	low := grid.Height <= mostWhole*float64(w.opt.TextHeight())
	tb.write(low, captioned && below || len(t.Note) > 0)
	if len(t.Note) > 0 {
		keep := captioned && below
		side := (w.available() - tb.width()) / 2
		left, right := side, side
		switch w.captionSide() {
		case "left":
			left, right = 0, 2*side
		case "right":
			left, right = 2*side, 0
		}
		w.paragraph(w.main, para{style: styleNoteText, keep: keep, left: left, right: right}, func() { w.spans(w.main, t.Note, look{lang: ctx.lang}) })
	}
	if captioned && below {
		w.caption(t.ID, &t.Caption, ctx, false, captionGap, space)
	}
	if len(t.Note) > 0 && !(captioned && below) && !low && w.alone() {
		w.sections.end = -1 // something else is the section's last
	}
	if len(t.Note) == 0 && !(captioned && below) {
		// Word joins a table to one that follows it, and needs a paragraph at the end.
		w.paragraph(w.main, para{style: styleTableEnd, after: space}, func() {})
	}
}

// alone reports whether what is written stands across columns, in a section of its own:
// LibreOffice has printed text over a divided table there whose last row stays with what ends
// the section, so that its note does not.
func (w *writer) alone() bool { return w.opt.Columns > 1 && w.sections.current.columns == 1 }

// Room that a column has beyond what its words take on the page: in points, as Word rounds
// sizes, and in parts of its width, as other typefaces are wider, most of all a template's that
// is not known.
const (
	slack         = 2
	easing        = 0.06
	easingOfOther = 0.15
)

// How wide a column of wrapped text stays that gives room to others, in sizes of its type:
// comfortable to read or, in such a typeface, as narrow as reads well.
const (
	leastWrapped      = 13
	leastWrappedOther = 9
)

// divide shares the gaps between columns out among them: a cell reaches to the middle of
// each. Columns of numbers and short words are eased a little; the room is taken from
// beside the table, then from text that wraps, last from the gaps. Where it would cost such
// text lines, columns of a typeface that may be wider are eased no more than others, and those
// of our own by no more than Word rounds and only as far as it costs none. A template's typeface
// that is no wider needs no such room, and names in it may have fewer lines than can be measured:
// they keep what the page gives them, but where each has one line anyway.
func (tb *tabler) divide() {
	g, n := &tb.grid, len(tb.grid.W)
	gap := 2 * g.X[0]
	if n > 1 {
		gap = g.X[1] - g.X[0] - g.W[0]
	}
	tb.room = slices.Clone(g.W)
	part, least := easing, float64(leastWrapped)
	other := tb.ref() != nil && !tb.ref().noWider()
	if other {
		part, least = easingOfOther, leastWrappedOther
	}
	var wanted, needed, rounded float64
	wraps := -1
	for i, w := range g.W {
		if tb.column(i).Wrap {
			wraps = i
		} else {
			wanted += slack + part*w
			needed += slack + easing*w
			rounded += slack
		}
	}
	given := min(wanted, max(0, tb.available()-g.Width))
	if wraps >= 0 && (tb.ref() == nil || other || tb.lines(wraps, g.W[wraps]) == tb.lines(wraps, typeset.Unbroken)) {
		of := func(room float64) float64 {
			return min(max(0, room-given), max(0, g.W[wraps]-least*g.Size))
		}
		costs := func(room, beside float64) bool {
			return of(room) > of(beside) && tb.lines(wraps, g.W[wraps]-of(room)) > tb.lines(wraps, g.W[wraps]-of(beside))
		}
		taken := of(wanted)
		if costs(wanted, needed) {
			taken = of(needed)
		}
		if !other && costs(needed, 0) {
			taken = tb.costless(wraps, of(rounded))
		}
		tb.room[wraps] -= taken
		given += taken
	}
	tb.margin, tb.edge = gap/2, g.X[0]
	if tb.captionSide() != "center" { // its text begins, or ends, where the caption does
		tb.edge = 0
	}
	for i, w := range g.W {
		if !tb.column(i).Wrap {
			tb.room[i] += (slack + part*w) * given / wanted
		}
	}
	short := 0.5          // for rounding
	if given < wanted/2 { // the page has no room for more
		short = 1
	}
	short = min(short, gap/2)
	lacking := max(short/2-tb.edge, 0) // at the table's edges
	tb.margin, tb.edge = tb.margin-short/2, max(tb.edge-short/2, 0)
	for i := range tb.room {
		tb.room[i] += short
	}
	tb.room[0] -= lacking
	tb.room[n-1] -= lacking
	tb.widths = slices.Clone(tb.room)
	for i := range tb.widths {
		tb.widths[i] += tb.side(i == 0) + tb.side(i == n-1)
	}
}

// costless is the most room, up to some, that a column can give and keep its lines.
func (tb *tabler) costless(col int, most float64) float64 {
	width := tb.grid.W[col]
	whole := tb.lines(col, width)
	if tb.lines(col, width-most) <= whole {
		return most
	}
	least := 0.0
	for most-least > 0.5 {
		if half := (least + most) / 2; tb.lines(col, width-half) <= whole {
			least = half
		} else {
			most = half
		}
	}
	return least
}

// lines are how many the text of a column takes in a width.
func (tb *tabler) lines(col int, width float64) (n int) {
	style := tb.looks.Cell
	style.Size = math.Floor(2*tb.grid.Size) / 2 // see cellSize
	for _, row := range tb.t.Rows {
		for _, at := range document.CellPlaces(row, len(tb.grid.W)) {
			if at.Col == col && at.Span == 1 && at.Cell >= 0 {
				cell := &row[at.Cell]
				style.Indent = -tb.lay.Hang(tb.t, cell, col, tb.grid)
				n += tb.lay.Lines(cell.Text, style, width)
			}
		}
	}
	return n
}

// side is what is left between a cell's edge and its text, at the table's edge or within it.
func (tb *tabler) side(atEdge bool) float64 {
	if atEdge {
		return tb.edge
	}
	return tb.margin
}

// width is that of the table.
func (tb *tabler) width() (w float64) {
	for _, col := range tb.widths {
		w += col
	}
	return w
}

func (tb *tabler) write(low, keepEnd bool) {
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
	keeps := rowsKept(tb.t, len(tb.widths), low, keepEnd)
	for r, row := range tb.t.Rows {
		tb.row(row, r, keeps[r])
	}
	p.close("w:tbl")
}

func (tb *tabler) properties() {
	p := tb.main
	p.open("w:tblPr")
	p.val("w:tblStyle", p.styles.id(styleTable))
	p.empty("w:tblW", "w:w", twips(tb.width()), "w:type", "dxa")
	p.val("w:jc", tb.captionSide())
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
		borders := ""
		weight := 0.0
		if last || at.Span > 1 {
			weight = lightRule
		}
		if len(tb.t.Head) > 1 && (weight > 0 || p.styles.template(styleTable) == nil) { // a template's other rules stay
			borders = "w:bottom"
		}
		align := tb.align(at, true)
		reach := ""
		if align == "right" && at.Cell >= 0 && !strings.Contains(plain(tb.t.Head[r][at.Cell].Text), " ") {
			reach = "left" // a word takes of the gap, too, see row
		}
		tb.cell(cellLook{at, merge, borders, weight, true, reach}, func() {
			of := para{style: tb.style(styleTableHead), align: align}
			tb.paragraph(p, of, func() {
				if at.Cell < 0 || over {
					return
				}
				tb.words(&tb.t.Head[r][at.Cell], look{lang: tb.doc.Language, bold: true}, false)
			})
		})
	}
	p.close("w:tr")
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

// cellLook is where a cell stands and what it looks like.
type cellLook struct {
	document.CellPlace
	merge  string  // with that over or under it, "" for none
	rule   string  // the side of a rule of its own, "" for none
	weight float64 // of the rule
	bottom bool    // its text stands at the bottom
	reach  string  // the side on which its text may take of the gap, "" for none
}

// cell writes a cell with its properties and its paragraph.
func (tb *tabler) cell(of cellLook, content func()) {
	p := tb.main
	first, last := of.Col == 0, of.Col+of.Span == len(tb.widths)
	width := 0.0
	for col := of.Col; col < of.Col+of.Span; col++ {
		width += tb.widths[col]
	}
	p.open("w:tc")
	p.open("w:tcPr")
	p.empty("w:tcW", "w:w", twips(width), "w:type", "dxa")
	if of.Span > 1 {
		p.val("w:gridSpan", strconv.Itoa(of.Span))
	}
	if of.merge != "" {
		p.val("w:vMerge", of.merge)
	}
	if of.rule != "" {
		p.open("w:tcBorders")
		p.rule(of.rule, of.weight)
		p.close("w:tcBorders")
	}
	left, right := tb.side(first), tb.side(last)
	switch {
	case of.reach == "left" && !first:
		left = 0
	case of.reach == "right" && !last:
		right = 0
	}
	if left != tb.margin || right != tb.margin {
		p.open("w:tcMar")
		p.empty("w:left", "w:w", twips(left), "w:type", "dxa")
		p.empty("w:right", "w:w", twips(right), "w:type", "dxa")
		p.close("w:tcMar")
	}
	if of.bottom {
		p.val("w:vAlign", "bottom")
	}
	p.close("w:tcPr")
	content()
	p.close("w:tc")
}

// row is a row of the body. It is not divided between pages.
func (tb *tabler) row(row []document.Cell, r int, keep bool) {
	p := tb.main
	p.open("w:tr")
	p.open("w:trPr")
	p.empty("w:cantSplit")
	p.close("w:trPr")
	rule := ""
	if slices.Contains(tb.t.Totals, r) {
		rule = "w:top"
	}
	for _, at := range document.CellPlaces(row, len(tb.widths)) {
		of := para{style: tb.style(styleTableText), keep: keep}
		place := cellLook{CellPlace: at, rule: rule, weight: lightRule}
		if at.Cell < 0 {
			tb.cell(place, func() { tb.paragraph(p, of, func() {}) })
			continue
		}
		cell := &row[at.Cell]
		of.align = tb.align(at, false)
		if cell.In {
			of.left = layout.SetIn * tb.grid.Size
		}
		if of.align == "" {
			of.hanging = tb.lay.Hang(tb.t, cell, at.Col, tb.grid)
		}
		if at.Span == 1 && tb.column(at.Col).Align == document.AlignDecimal {
			place.reach = tb.decimal(&of, cell, at.Col)
		}
		if of.align == "right" {
			place.reach = "left" // a number in a wider typeface takes of the gap rather than two lines
		}
		tb.cell(place, func() {
			tb.paragraph(p, of, func() { tb.words(cell, look{lang: tb.doc.Language}, tb.grid.Beside) })
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
// which Word takes in a cell without a sign for it. Such a tab knows only the mark of the
// reader's computer; so that the numbers of a file in another language do not begin, or
// end, under each other, each begins where its own mark then stands at the tab. Other
// texts stand in the middle. Reach is the side on which a number may take of the gap.
func (tb *tabler) decimal(of *para, cell *document.Cell, col int) (reach string) {
	of.align = "center"
	before, ok := tb.lay.BeforeMark(cell, tb.grid)
	if !ok {
		return ""
	}
	mark := tb.grid.Mark[col] + (tb.room[col]-tb.grid.W[col])/2
	of.align, of.left = "left", max(mark-before, 0)
	if !tb.grouped(document.Plain(cell.Text)) {
		of.tabs = []tabStop{{kind: "decimal", at: max(mark, 1)}}
	}
	return "right"
}

// grouped reports whether a number holds the decimal mark of another language, which groups
// digits in this one: a computer of that language would take it for the mark.
func (tb *tabler) grouped(number string) bool {
	own := lang.DecimalMark(tb.doc.Language)
	return slices.ContainsFunc(lang.All, func(l lang.Tag) bool {
		mark := lang.DecimalMark(l)
		return mark != own && strings.Contains(number, mark)
	})
}

// words are the cell's text and its text in the second language, on a line under it or beside it.
func (tb *tabler) words(cell *document.Cell, l look, beside bool) {
	if beside {
		tb.spans(tb.main, document.Beside(cell.Text, cell.Second, tb.doc.Second), l)
		return
	}
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
