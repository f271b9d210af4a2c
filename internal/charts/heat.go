package charts

import (
	"fmt"
	"image/color"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"wogreport/internal/palette"
)

// HeatMap is a table of numbers on cells whose color says where on the scale
// each stands: the middle is grey. The number is in the cell, too.
type HeatMap struct {
	Columns     []string // heads
	Common      string   // what all heads begin with, said once before them
	Rows        []HeatRow
	Min, Max    int // ends of the scale
	FormatValue func(float64) string
	FormatTick  func(int) string // of the ends, nil for plain digits
	Sides       bool             // the scale has two sides, as correlations have
	Alt         string
}

// HeatRow is one row. Where Marks has a text it stands in the place of the number.
type HeatRow struct {
	Label  string
	Values []float64
	Marks  []string
}

// HeatMapPages draws the table in as many figures as keep each within the
// style's width and the height, at least one row and one column in each: first
// all rows of the first columns.
func HeatMapPages(d HeatMap, s Style, height vg.Length) []Figure {
	h := newHeat(d, s)
	var parts [][4]int
	for left := 0; left == 0 || left < len(d.Columns); left += h.columns {
		right := min(left+h.columns, len(d.Columns))
		for from := 0; from == 0 || from < len(d.Rows); {
			to := min(from+1, len(d.Rows))
			for to < len(d.Rows) && h.frame(from, to+1, left, right).height <= height {
				to++
			}
			parts = append(parts, [4]int{from, to, left, right})
			if to == from {
				break
			}
			from = to
		}
	}
	var out []Figure
	for i, p := range parts {
		out = append(out, h.figure(p[0], p[1], p[2], p[3], partAlt(d.Alt, i, len(parts))))
	}
	return out
}

// heatChart is a heat map, measured.
type heatChart struct {
	HeatMap
	style   Style
	pen     pen
	gap     vg.Length
	labels  [][]string
	heights []vg.Length
	left    vg.Length
	cell    vg.Length // the width of a column
	columns int       // that fit
	key     vg.Length // the height of the key over the heads
}

// keySteps is how many patches the key has.
const keySteps = 9

func newHeat(d HeatMap, s Style) *heatChart {
	s = s.withDefaults()
	h := &heatChart{HeatMap: d, style: s, pen: newPen(s)}
	p := h.pen
	h.gap = p.size * 0.5
	if h.FormatTick == nil {
		h.FormatTick = func(v int) string { return fmt.Sprint(v) }
	}
	widest := vg.Length(0)
	for _, r := range d.Rows {
		lines := p.wrap(r.Label, s.Width*0.3, 2)
		h.labels = append(h.labels, lines)
		h.heights = append(h.heights, max(p.height(len(lines))+h.gap, 1.9*p.size))
		widest = max(widest, p.widest(lines))
	}
	h.left = max(widest, p.width(clean(d.Common))) + h.gap
	least := vg.Length(0)
	for _, r := range d.Rows {
		for j, v := range r.Values {
			s := r.Marks[j]
			if s == "" {
				s = h.FormatValue(v)
			}
			least = max(least, p.width(s))
		}
	}
	for _, c := range d.Columns {
		least = max(least, min(p.width(clean(c)), 6*p.size))
	}
	least += 1.4 * h.gap
	width := s.Width - h.left - 0.5 // for the cells' edges
	h.columns = max(1, min(len(d.Columns), int(width/least)))
	if n := (len(d.Columns) + h.columns - 1) / h.columns; n > 1 { // about as many on each
		h.columns = (len(d.Columns) + n - 1) / n
	}
	h.cell = min(width/vg.Length(h.columns), 7*p.size)
	h.key = 2.2 * p.size
	return h
}

func (h *heatChart) heads(left, right int) (lines [][]string, most int) {
	for _, c := range h.Columns[left:right] {
		l := h.pen.wrap(c, h.cell-h.gap/2, 3)
		lines, most = append(lines, l), max(most, len(l))
	}
	return lines, most
}

func (h *heatChart) frame(from, to, left, right int) frame {
	_, most := h.heads(left, right)
	f := frame{
		width: h.style.Width, left: h.left, bottom: h.gap / 2,
		top:  h.key + h.pen.height(most) + h.gap,
		xmax: 1, ymax: 1, axisX: palette.White, axisY: palette.White,
	}
	f.right = f.width - f.left - vg.Length(right-left)*h.cell
	f.height = f.top + f.bottom
	for _, r := range h.heights[from:to] {
		f.height += r
	}
	return f
}

// tint is the color of a number on the scale.
func (h *heatChart) tint(v float64) color.RGBA {
	low, high := float64(h.Min), float64(h.Max)
	if h.Sides {
		return palette.Sides((2*v - low - high) / (high - low))
	}
	return palette.Heat((v - low) / (high - low))
}

// patch fills a rectangle with the tint of a number. Of two sides the lower is hatched, since a
// copy in grey shows both alike; the hatching keeps away from the color of the ink on it.
func (h *heatChart) patch(c draw.Canvas, r vg.Rectangle, v float64) {
	fill := h.tint(v)
	box(c, r, fill, palette.White)
	if !h.Sides || 2*v >= float64(h.Min+h.Max) {
		return
	}
	away := palette.White
	if palette.InkOn(fill) == palette.White {
		away = palette.Black
	}
	line := draw.LineStyle{Color: palette.Mix(fill, away, 0.75), Width: 0.8}
	height := r.Max.Y - r.Min.Y
	for x := r.Min.X - height + hatching; x < r.Max.X; x += hatching {
		from, to := max(x, r.Min.X), min(x+height, r.Max.X)
		c.StrokeLine2(line, from, r.Min.Y+from-x, to, r.Min.Y+to-x)
	}
}

// hatching is how far apart the lines of it are.
const hatching = 3.5

func (h *heatChart) figure(from, to, left, right int, alt string) Figure {
	f := h.frame(from, to, left, right)
	p := h.pen
	heads, _ := h.heads(left, right)
	key := painter(func(c draw.Canvas, _ *plot.Plot) {
		y := f.height - h.gap/4 - 0.9*p.size
		first, last := h.FormatTick(h.Min), h.FormatTick(h.Max)
		x := h.gap / 4
		p.line(c, palette.SoftInk, x, y+0.1*p.size, alignLeft, first)
		x += p.width(first) + h.gap/2
		for i := range keySteps {
			v := float64(h.Min) + float64(h.Max-h.Min)*float64(i)/(keySteps-1)
			h.patch(c, rectangle(x, y, x+1.1*p.size, y+0.9*p.size), v)
			x += 1.1 * p.size
		}
		p.line(c, palette.SoftInk, x+h.gap/2, y+0.1*p.size, alignLeft, last)
	})
	cells := painter(func(c draw.Canvas, _ *plot.Plot) {
		top := c.Max.Y
		p.block(c, palette.SoftInk, c.Min.X-h.gap/2, c.Max.Y+h.gap/2+p.height(1), alignRight, []string{clean(h.Common)})
		for j, lines := range heads {
			p.block(c, palette.SoftInk, c.Min.X+(vg.Length(j)+0.5)*h.cell, top+h.gap/2+p.height(len(lines)), alignCenter, lines)
		}
		y := top
		for i := from; i < to; i++ {
			middle := y - h.heights[i]/2
			p.middle(c, palette.Ink, c.Min.X-h.gap/2, middle, alignRight, h.labels[i])
			for j := left; j < right; j++ {
				x := c.Min.X + vg.Length(j-left)*h.cell
				v, mark := h.Rows[i].Values[j], h.Rows[i].Marks[j]
				if mark != "" {
					p.middle(c, palette.SoftInk, x+h.cell/2, middle, alignCenter, []string{mark})
					continue
				}
				fill := h.tint(v)
				h.patch(c, rectangle(x, y-h.heights[i], x+h.cell, y), v)
				p.middle(c, palette.InkOn(fill), x+h.cell/2, middle, alignCenter, []string{h.FormatValue(v)})
			}
			y -= h.heights[i]
		}
	})
	return f.figure(alt, key, cells)
}
