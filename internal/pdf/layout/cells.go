package layout

import (
	"slices"
	"strconv"
	"strings"

	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/pdf/typeset"
)

// cell is a cell whose lines are set.
type cell struct {
	from      document.Source
	col, span int
	lines     []cellLine
	first     int // how many of them are in the first language
	height    float64
}

// cellLine is a line of a cell with its style.
type cellLine struct {
	line  typeset.Line
	style typeset.Style
	shift float64 // for alignment at the decimal mark
}

// head sets the head's rows with the rules over and under them; a cell over
// several columns has a light rule of its own. In each row the texts in the first language
// end on one line, and those in the second begin under it.
func (bs *blockSetter) head(t *document.Table, g *grid, in bounds) *Box {
	b := &Box{Block: t}
	y := headPadding
	for r, row := range t.Head {
		cells, height := bs.cells(row, g, true, document.Source{Block: t, Part: document.PartHeadCell, Index: r})
		firsts, seconds := 0, 0
		for _, cell := range cells {
			firsts, seconds = max(firsts, cell.first), max(seconds, len(cell.lines)-cell.first)
		}
		height = max(height, float64(firsts+seconds)*g.style.Leading)
		for _, cell := range cells {
			top := y
			if cell.span == 1 {
				top = y + float64(firsts-cell.first)*g.style.Leading
			}
			g.place(b, cell, in.x, top)
			if cell.span > 1 && r < len(t.Head)-1 {
				x, w := g.extent(cell)
				b.Rules = append(b.Rules, Rule{X: in.x + x, Y: y + height + 1.5, Length: w, Weight: lightRule})
			}
		}
		y += height
		if r < len(t.Head)-1 {
			y += headPadding
		}
	}
	y += headPadding
	b.Rules = append(b.Rules,
		Rule{X: in.x, Length: in.width, Weight: heavyRule},
		Rule{X: in.x, Y: y, Length: in.width, Weight: lightRule})
	b.Height = y
	return b
}

// row sets a row, or one of the head in the style of rows. A row higher than the
// limit is divided between its lines.
func (bs *blockSetter) row(row []document.Cell, g *grid, in bounds, limit float64, from document.Source) []*Box {
	cells, height := bs.cells(row, g, false, from)
	limit = max(limit-2*cellPadding, g.style.Leading)
	var out []*Box
	for {
		rest := 0.0
		b := &Box{Block: from.Block, Height: min(height, limit) + 2*cellPadding}
		for i := range cells {
			cell := cells[i]
			fit := len(cell.lines)
			if height > limit {
				fit = min(fit, int(limit/g.style.Leading))
			}
			cell.lines = cell.lines[:fit]
			y := cellPadding
			if row[0].Heads && height <= limit { // what names columns stands on the last line of what heads the rows
				y += height - cell.height
			}
			g.place(b, cell, in.x, y)
			cells[i].lines = cells[i].lines[fit:]
			rest = max(rest, float64(len(cells[i].lines))*g.style.Leading)
		}
		out = append(out, b)
		if rest == 0 {
			return out
		}
		height = rest
	}
}

// cells sets the lines of a row's cells in their columns, and says how high the
// row is.
func (bs *blockSetter) cells(row []document.Cell, g *grid, head bool, from document.Source) ([]cell, float64) {
	out := make([]cell, 0, len(row))
	height := 0.0
	col := 0
	for i := range row {
		span := min(max(row[i].Span, 1), len(g.cols)-col)
		if span < 1 {
			break
		}
		from.Cell = i
		k := cell{from: from, col: col, span: span}
		_, width := g.extent(k)
		in := g.setIn(&row[i])
		parts, n := cellParts(&row[i], g, col, span, head, bs.doc)
		for p, part := range parts[:n] {
			if !head && part.style.Align == typeset.Left {
				part.style.Indent = -bs.hang(part, g, col, span, from.Block)
			}
			lines := bs.Set(part.spans, part.style, part.lang, from.Block, width-in)
			if p == 0 {
				k.first = len(lines)
			}
			k.lines = slices.Grow(k.lines, len(lines))
			for _, line := range lines {
				k.lines = append(k.lines, cellLine{line: line, style: part.style, shift: in})
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

// setIn is how far a cell is set in.
func (g *grid) setIn(k *document.Cell) float64 {
	if !k.In {
		return 0
	}
	return SetIn * g.style.Size
}

// SetIn is how far cells are set in under a head, in sizes of their type.
const SetIn = 1.0

// hang is how far the lines of a cell but its first are set in: by its number, and by as much as
// cells under a head in the column that names the rows, where each row must be seen to begin.
func (bs *blockSetter) hang(p cellPart, g *grid, col, span int, block document.Block) float64 {
	if w := bs.numberWidth(p, block); w > 0 || col > 0 || span > 1 || !g.cols[col].Wrap || len(g.cols) < 2 {
		return w
	}
	return SetIn * p.style.Size
}

// numberWidth is how wide the number is that a cell begins with ("12. "), whose other lines
// hang; 0 for none.
func (bs *blockSetter) numberWidth(p cellPart, block document.Block) float64 {
	if len(p.spans) == 0 {
		return 0
	}
	digits, _, ok := strings.Cut(p.spans[0].Text, ". ")
	if _, err := strconv.Atoi(digits); !ok || err != nil || len(digits) > 3 {
		return 0
	}
	number := p.spans[0]
	number.Text = digits + ".\u00a0"
	return bs.Extents([]document.Span{number}, p.style, p.lang, block, 0).Line
}

// cellPart is a text of a cell in one style.
type cellPart struct {
	spans []document.Span
	style typeset.Style
	lang  lang.Tag
}

// cellParts are the cell's text and its text in the second language, where it has one: under it,
// or after it where a row of the table has room for both.
func cellParts(k *document.Cell, g *grid, col, span int, head bool, doc *document.Document) (parts [2]cellPart, n int) {
	style := g.style
	if head {
		style = g.head
	}
	switch {
	case span > 1 && head:
		style.Align = typeset.Centered
	case span > 1: // a head inside the table
	case g.cols[col].Align == document.AlignCenter, head && g.cols[col].Align == document.AlignDecimal:
		style.Align = typeset.Centered
	case g.cols[col].Align == document.AlignRight, g.cols[col].Align == document.AlignDecimal:
		style.Align = typeset.Right
	}
	parts[0] = cellPart{k.Text, style, doc.Language}
	if len(k.Second) == 0 {
		return parts, 1
	}
	if g.beside && !head {
		parts[0].spans = document.Beside(k.Text, k.Second, doc.Second)
		return parts, 1
	}
	parts[1] = cellPart{k.Second, style, doc.Second}
	parts[1].style.Italic, parts[1].style.Bold = true, false
	return parts, 2
}
