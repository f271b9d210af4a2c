package pdf

import (
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
	node      *document.Table
	in        box  // x and width of the rules
	tight     bool // it would look better in a wider place
	broken    bool // its words have no room
	caption   *slab
	continued *slab // the caption on the pages that follow
	below     bool  // the caption stands under the table
	head      *slab
	rows      []*slab
	note      *slab
}

// table sets every cell and leaves the rest to the pages. A plain table stays
// in its place.
func (c *composer) table(t *document.Table, in box, ctx context) []flow {
	l := c.tableLayout(t, in, ctx)
	if l == nil {
		return nil
	}
	wide := in.width == c.column && c.column < c.measure && (l.tight && !t.Plain || l.broken)
	if wide {
		l = c.tableLayout(t, box{width: c.measure}, ctx)
	}
	if l.broken {
		c.problem.Warnf(diag.Pos{}, "cramped-table", "a table of %d columns has no room for its words, which are broken", len(t.Columns))
		c.problem.Hintf("give it fewer columns, or divide it")
	}
	room := 0.75 * c.sheet.line
	if t.Plain {
		room = 0.5 * c.sheet.line
	}
	f := flow{kind: flowTable, table: l, slab: &slab{node: t}, above: room, below: room + 1, wide: wide}
	// what is too long to stand beside the rows becomes text of its own
	var before, after []flow
	if l.caption != nil && l.caption.height > c.depth/3 {
		before = c.captionFlow(t.Caption, t, in, ctx)
		l.caption, l.continued = nil, nil
	}
	if l.note != nil && l.note.height > c.depth/3 {
		l.note = nil
		style := c.sheet.note
		after = c.spaced(c.linesFlow(c.set(t.Note, style, ctx.lang, t, in.width), style, in, t), room)
	}
	return append(append(before, f), after...)
}

// cell is a cell whose lines are set.
type cell struct {
	col, span int
	lines     []setLine
	height    float64
}

// setLine is a line of a cell with its style.
type setLine struct {
	line  textLine
	style textStyle
	shift float64 // for alignment at the decimal mark
}

func (c *composer) tableLayout(t *document.Table, in box, ctx context) *tableLayout {
	n := len(t.Columns)
	for _, row := range append(append([][]document.Cell(nil), t.Head...), t.Rows...) {
		n = max(n, rowSpan(row))
	}
	if n == 0 {
		return nil
	}
	cols := make([]document.Column, n)
	copy(cols, t.Columns)
	g := c.columns(t, cols, in, ctx)
	l := &tableLayout{node: t, in: box{in.x + (in.width-g.width)/2, g.width}, below: c.opt.TableCaptions == Below, tight: g.tight, broken: g.broken}
	if !t.Plain {
		l.caption = c.caption(t.Caption, "", t, in, ctx)
		l.continued = l.caption
		if t.Continued != "" {
			l.continued = c.caption(t.Caption, t.Continued, t, in, ctx)
		}
	}
	if len(t.Head) > 0 {
		l.head = c.head(t, g, l.in)
	}
	rows := t.Rows
	if l.head != nil && l.head.height > c.depth/3 { // no head to repeat on every page
		l.head = nil
		rows = append(slices.Clone(t.Head), t.Rows...)
	}
	limit := c.depth - c.overhead(l)
	for _, row := range rows {
		l.rows = append(l.rows, c.row(t, row, g, l.in, limit)...)
	}
	if len(t.Note) > 0 {
		l.note = &slab{node: t}
		style := c.sheet.note
		style.align = left
		l.note.height = l.note.lines(c.set(t.Note, style, ctx.lang, t, l.in.width), style, l.in.x, 0)
	}
	return l
}

// overhead is the greatest height of what stands on every page of the table.
func (c *composer) overhead(l *tableLayout) float64 {
	h := 3 * captionGap
	if l.caption != nil && l.caption.height <= c.depth/3 {
		h += max(l.caption.height, l.continued.height)
	}
	if l.head != nil {
		h += l.head.height
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
func (c *composer) head(t *document.Table, g *grid, in box) *slab {
	s := &slab{node: t}
	y := headPadding
	for r, row := range t.Head {
		cells, height := c.cells(t, row, g, true)
		for _, cell := range cells {
			top := y
			if cell.span == 1 {
				top = y + height - cell.height // on the rule
			}
			g.place(s, cell, in.x, top)
			if cell.span > 1 && r < len(t.Head)-1 {
				x, w := g.extent(cell)
				s.rules = append(s.rules, rule{x: in.x + x, y: y + height + 1.5, length: w, weight: lightRule})
			}
		}
		y += height
		if r < len(t.Head)-1 {
			y += headPadding
		}
	}
	y += headPadding
	s.rules = append(s.rules,
		rule{x: in.x, length: in.width, weight: heavyRule},
		rule{x: in.x, y: y, length: in.width, weight: lightRule})
	s.height = y
	return s
}

// row sets a row; one higher than the limit is divided between its lines.
func (c *composer) row(t *document.Table, row []document.Cell, g *grid, in box, limit float64) []*slab {
	cells, height := c.cells(t, row, g, false)
	limit = max(limit-2*cellPadding, g.style.leading)
	var out []*slab
	for {
		rest := 0.0
		s := &slab{node: t, height: min(height, limit) + 2*cellPadding}
		for i := range cells {
			cell := cells[i]
			fit := len(cell.lines)
			if height > limit {
				fit = min(fit, int(limit/g.style.leading))
			}
			cell.lines = cell.lines[:fit]
			g.place(s, cell, in.x, cellPadding)
			cells[i].lines = cells[i].lines[fit:]
			rest = max(rest, float64(len(cells[i].lines))*g.style.leading)
		}
		out = append(out, s)
		if rest == 0 {
			return out
		}
		height = rest
	}
}

// cells sets the lines of a row's cells in their columns.
func (c *composer) cells(t *document.Table, row []document.Cell, g *grid, head bool) ([]cell, float64) {
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
		parts, n := cellParts(&row[i], g, col, span, head, c.doc.Language)
		for _, part := range parts[:n] {
			lines := c.set(part.spans, part.style, part.lang, t, width)
			k.lines = slices.Grow(k.lines, len(lines))
			for _, line := range lines {
				k.lines = append(k.lines, setLine{line: line, style: part.style})
			}
		}
		k.height = float64(len(k.lines)) * g.style.leading
		height = max(height, k.height)
		out = append(out, k)
		col += span
	}
	for i := range out {
		if !head && out[i].span == 1 {
			g.alignDecimal(&out[i])
		}
	}
	return out, max(height, g.style.leading)
}

// cellPart is a text of a cell in one style.
type cellPart struct {
	spans []document.Span
	style textStyle
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
		style.align = centered
	case g.cols[col].Align == document.AlignCenter, head && g.cols[col].Align == document.AlignDecimal:
		style.align = centered
	case g.cols[col].Align == document.AlignRight, g.cols[col].Align == document.AlignDecimal:
		style.align = right
	}
	parts[0] = cellPart{k.Text, style, l}
	if len(k.Second) == 0 {
		return parts, 1
	}
	parts[1] = cellPart{k.Second, style, lang.EN}
	parts[1].style.italic, parts[1].style.bold = true, false
	return parts, 2
}

// portion is rows [from, to) with all that belongs to them on one page.
func (l *tableLayout) portion(from, to int) *slab {
	s := &slab{node: l.node}
	caption := l.captionOf(from)
	y := 0.0
	if caption != nil && !l.below {
		s.put(caption, 0, 0)
		y = caption.height + captionGap
	}
	if from == 0 && l.node.ID != "" {
		s.anchors = append(s.anchors, anchor{l.node.ID, 0})
	}
	if l.head != nil {
		s.put(l.head, 0, y)
		y += l.head.height
	} else {
		s.rules = append(s.rules, rule{x: l.in.x, y: y, length: l.in.width, weight: heavyRule})
	}
	y += rowsGap
	for _, r := range l.rows[from:to] {
		s.put(r, 0, y)
		y += r.height
	}
	y += rowsGap
	s.rules = append(s.rules, rule{x: l.in.x, y: y, length: l.in.width, weight: heavyRule})
	if to == len(l.rows) && l.note != nil {
		y += captionGap
		s.put(l.note, 0, y)
		y += l.note.height
	}
	if caption != nil && l.below {
		y += captionGap
		s.put(caption, 0, y)
		y += caption.height
	}
	s.height = y
	return s
}

// captionOf is the caption of the part that begins with a row, nil for none.
func (l *tableLayout) captionOf(from int) *slab {
	c := l.caption
	if from > 0 {
		c = l.continued
	}
	if c == nil || c.height == 0 {
		return nil
	}
	return c
}

// height is the height of portion(from, to).
func (l *tableLayout) height(from, to int) float64 {
	y := 2 * rowsGap
	if caption := l.captionOf(from); caption != nil {
		y += caption.height + captionGap
	}
	if l.head != nil {
		y += l.head.height
	}
	for _, r := range l.rows[from:to] {
		y += r.height
	}
	if to == len(l.rows) && l.note != nil {
		y += captionGap + l.note.height
	}
	return y
}
