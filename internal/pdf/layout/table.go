package layout

import (
	"wogreport/internal/pdf/typeset"
	"slices"

	"wogreport/internal/diag"
	"wogreport/internal/document"
	"wogreport/internal/lang"
)

// Distances in a table, in points.
const (
	cellPadding = 2.1 // above and under a row's text
	headPadding = 3.6
	columnGap   = 12.0 // between columns
	minGap      = 6.0  // where the table is too wide for more
	captionGap  = 4.5
	rowsGap     = 1.0 // between the rows and the rules
)

// tableLayout is a table whose rows are set; the pages decide where it is divided.
type tableLayout struct {
	table     *document.Table
	in        bounds // x and width of the rules
	tight     bool   // it would look better in a wider place
	broken    bool   // its words have no room
	caption   *Box
	continued *Box // the caption on the pages that follow
	below     bool // the caption stands under the table
	head      *Box
	rows      []*Box
	note      *Box
}

// table sets every cell and leaves the rest to the pages. A plain table stays
// in its place.
func (bs *blockSetter) table(t *document.Table, in bounds, ctx context) []piece {
	l := bs.tableLayout(t, in, ctx)
	if l == nil {
		return nil
	}
	wide := in.width == bs.column && bs.column < bs.measure && (l.tight && !t.Plain || l.broken)
	if wide {
		l = bs.tableLayout(t, bounds{width: bs.measure}, ctx)
	}
	if l.broken {
		bs.problem.Warnf(diag.Pos{}, "cramped-table", "a table of %d columns has no room for its words, which are broken", len(t.Columns))
		bs.problem.Hintf("give it fewer columns, or divide it")
	}
	room := 0.75 * bs.styles.line
	if t.Plain {
		room = 0.5 * bs.styles.line
	}
	f := piece{kind: tablePiece, table: l, box: &Box{Block: t}, above: room, below: room + 1, wide: wide}
	// what is too long to stand beside the rows becomes text of its own
	var before, after []piece
	if l.caption != nil && l.caption.Height > bs.depth/3 {
		before = bs.captionFlow(t.Caption, t, in, ctx)
		l.caption, l.continued = nil, nil
	}
	if l.note != nil && l.note.Height > bs.depth/3 {
		l.note = nil
		style := bs.styles.note
		after = bs.spaced(bs.linesFlow(bs.Set(t.Note, style, ctx.lang, t, in.width), style, in, t), room)
	}
	return append(append(before, f), after...)
}

// cell is a cell whose lines are set.
type cell struct {
	col, span int
	lines     []cellLine
	height    float64
}

// setLine is a line of a cell with its style.
type cellLine struct {
	line  typeset.Line
	style typeset.Style
	shift float64 // for alignment at the decimal mark
}

func (bs *blockSetter) tableLayout(t *document.Table, in bounds, ctx context) *tableLayout {
	n := len(t.Columns)
	for _, row := range append(append([][]document.Cell(nil), t.Head...), t.Rows...) {
		n = max(n, rowSpan(row))
	}
	if n == 0 {
		return nil
	}
	cols := make([]document.Column, n)
	copy(cols, t.Columns)
	g := bs.columns(t, cols, in, ctx)
	l := &tableLayout{table: t, in: bounds{in.x + (in.width-g.width)/2, g.width}, below: bs.opt.TableCaptions == Below, tight: g.tight, broken: g.broken}
	if !t.Plain {
		l.caption = bs.caption(t.Caption, "", t, in, ctx)
		l.continued = l.caption
		if t.Continued != "" {
			l.continued = bs.caption(t.Caption, t.Continued, t, in, ctx)
		}
	}
	if len(t.Head) > 0 {
		l.head = bs.head(t, g, l.in)
	}
	rows := t.Rows
	if l.head != nil && l.head.Height > bs.depth/3 { // no head to repeat on every page
		l.head = nil
		rows = append(slices.Clone(t.Head), t.Rows...)
	}
	limit := bs.depth - bs.overhead(l)
	for _, row := range rows {
		l.rows = append(l.rows, bs.row(t, row, g, l.in, limit)...)
	}
	if len(t.Note) > 0 {
		l.note = &Box{Block: t}
		style := bs.styles.note
		style.Align = typeset.Left
		l.note.Height = l.note.lines(bs.Set(t.Note, style, ctx.lang, t, l.in.width), style, l.in.x, 0)
	}
	return l
}

// overhead is the greatest height of what stands on every page of the table.
func (bs *blockSetter) overhead(l *tableLayout) float64 {
	h := 3 * captionGap
	if l.caption != nil && l.caption.Height <= bs.depth/3 {
		h += max(l.caption.Height, l.continued.Height)
	}
	if l.head != nil {
		h += l.head.Height
	}
	return h
}

func rowSpan(row []document.Cell) (n int) {
	for _, c := range row {
		n += max(c.Span, 1)
	}
	return n
}

// head sets the head's rows with the rules over and under them; a cell over
// several columns has a light rule of its own.
func (bs *blockSetter) head(t *document.Table, g *grid, in bounds) *Box {
	s := &Box{Block: t}
	y := headPadding
	for r, row := range t.Head {
		cells, height := bs.cells(t, row, g, true)
		for _, cell := range cells {
			top := y
			if cell.span == 1 {
				top = y + height - cell.height // on the rule
			}
			g.place(s, cell, in.x, top)
			if cell.span > 1 && r < len(t.Head)-1 {
				x, w := g.extent(cell)
				s.Rules = append(s.Rules, Rule{X: in.x + x, Y: y + height + 1.5, Length: w, Weight: lightRule})
			}
		}
		y += height
		if r < len(t.Head)-1 {
			y += headPadding
		}
	}
	y += headPadding
	s.Rules = append(s.Rules,
		Rule{X: in.x, Length: in.width, Weight: heavyRule},
		Rule{X: in.x, Y: y, Length: in.width, Weight: lightRule})
	s.Height = y
	return s
}

// row sets a row; one higher than the limit is divided between its lines.
func (bs *blockSetter) row(t *document.Table, row []document.Cell, g *grid, in bounds, limit float64) []*Box {
	cells, height := bs.cells(t, row, g, false)
	limit = max(limit-2*cellPadding, g.style.Leading)
	var out []*Box
	for {
		rest := 0.0
		s := &Box{Block: t, Height: min(height, limit) + 2*cellPadding}
		for i := range cells {
			cell := cells[i]
			fit := len(cell.lines)
			if height > limit {
				fit = min(fit, int(limit/g.style.Leading))
			}
			cell.lines = cell.lines[:fit]
			g.place(s, cell, in.x, cellPadding)
			cells[i].lines = cells[i].lines[fit:]
			rest = max(rest, float64(len(cells[i].lines))*g.style.Leading)
		}
		out = append(out, s)
		if rest == 0 {
			return out
		}
		height = rest
	}
}

// cells sets the lines of a row's cells in their columns.
func (bs *blockSetter) cells(t *document.Table, row []document.Cell, g *grid, head bool) ([]cell, float64) {
	out := make([]cell, 0, len(row))
	height := 0.0
	col := 0
	for i := range row {
		span := min(max(row[i].Span, 1), len(g.cols)-col)
		if span < 1 {
			break
		}
		k := cell{col: col, span: span}
		_, width := g.extent(k)
		parts, n := cellParts(&row[i], g, col, span, head, bs.doc.Language)
		for _, part := range parts[:n] {
			lines := bs.Set(part.spans, part.style, part.lang, t, width)
			k.lines = slices.Grow(k.lines, len(lines))
			for _, line := range lines {
				k.lines = append(k.lines, cellLine{line: line, style: part.style})
			}
		}
		k.height = float64(len(k.lines)) * g.style.Leading
		height = max(height, k.height)
		out = append(out, k)
		col += span
	}
	for i := range out {
		if !head && out[i].span == 1 {
			g.alignDecimal(&out[i])
		}
	}
	return out, max(height, g.style.Leading)
}

// cellPart is a text of a cell in one style.
type cellPart struct {
	spans []document.Span
	style typeset.Style
	lang  lang.Tag
}

// cellParts are the cell's text and, under it, its text in the second language,
// where it has one.
func cellParts(k *document.Cell, g *grid, col, span int, head bool, l lang.Tag) (parts [2]cellPart, n int) {
	style := g.style
	if head {
		style = g.head
	}
	switch {
	case span > 1 && head:
		style.Align = typeset.Centered
	case g.cols[col].Align == document.AlignCenter, head && g.cols[col].Align == document.AlignDecimal:
		style.Align = typeset.Centered
	case g.cols[col].Align == document.AlignRight, g.cols[col].Align == document.AlignDecimal:
		style.Align = typeset.Right
	}
	parts[0] = cellPart{k.Text, style, l}
	if len(k.Second) == 0 {
		return parts, 1
	}
	parts[1] = cellPart{k.Second, style, lang.EN}
	parts[1].style.Italic, parts[1].style.Bold = true, false
	return parts, 2
}

// portion is rows [from, to) with all that belongs to them on one page.
func (l *tableLayout) portion(from, to int) *Box {
	s := &Box{Block: l.table}
	caption := l.captionOf(from)
	y := 0.0
	if caption != nil && !l.below {
		s.put(caption, 0, 0)
		y = caption.Height + captionGap
	}
	if from == 0 && l.table.ID != "" {
		s.anchors = append(s.anchors, anchor{l.table.ID, 0})
	}
	if l.head != nil {
		s.put(l.head, 0, y)
		y += l.head.Height
	} else {
		s.Rules = append(s.Rules, Rule{X: l.in.x, Y: y, Length: l.in.width, Weight: heavyRule})
	}
	y += rowsGap
	for _, r := range l.rows[from:to] {
		s.put(r, 0, y)
		y += r.Height
	}
	y += rowsGap
	s.Rules = append(s.Rules, Rule{X: l.in.x, Y: y, Length: l.in.width, Weight: heavyRule})
	if to == len(l.rows) && l.note != nil {
		y += captionGap
		s.put(l.note, 0, y)
		y += l.note.Height
	}
	if caption != nil && l.below {
		y += captionGap
		s.put(caption, 0, y)
		y += caption.Height
	}
	s.Height = y
	return s
}

// captionOf is the caption of the part that begins with a row, nil for none.
func (l *tableLayout) captionOf(from int) *Box {
	c := l.caption
	if from > 0 {
		c = l.continued
	}
	if c == nil || c.Height == 0 {
		return nil
	}
	return c
}

// height is the height of portion(from, to).
func (l *tableLayout) height(from, to int) float64 {
	y := 2 * rowsGap
	if caption := l.captionOf(from); caption != nil {
		y += caption.Height + captionGap
	}
	if l.head != nil {
		y += l.head.Height
	}
	for _, r := range l.rows[from:to] {
		y += r.Height
	}
	if to == len(l.rows) && l.note != nil {
		y += captionGap + l.note.Height
	}
	return y
}
