package charts

import (
	"fmt"
	"image/color"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"wogreport/internal/document"
	"wogreport/internal/palette"
)

// Means is a chart of means with their intervals, one a row, over the whole of
// the scale, so that a small difference looks small.
type Means struct {
	Rows       []MeanRow
	Min, Max   int              // ends of the axis
	AxisLabel  string           // of the means
	FormatTick func(int) string // nil for plain digits
	NoteHead   string           // over the rows' notes
	Alt        string
}

// MeanRow is one mean. A row that is Head has a label only, over the rows
// after it. Where Shown is false there is no mean; Low and High are the
// interval where Interval says that there is one.
type MeanRow struct {
	Head            bool
	Label           string
	Shown, Interval bool
	Mean, Low, High float64
	Note            string // at the right, such as the mean
}

// MeansPages draws the rows in as many figures of about equal height as keep each within
// the height, at least one row in each. All have one scale.
func MeansPages(d Means, s Style, height vg.Length) []Figure {
	m := newMeans(d, s)
	pages := m.pages(height)
	var out []Figure
	for i, p := range pages {
		figure := func(m *meanChart) Figure { return m.figure(p[0], p[1], partAlt(d.Alt, i, len(pages))) }
		f := figure(m)
		f.Stretched = rowsStretched(f.Height, func(by float64) Figure {
			s.by = by
			return figure(newMeans(d, s))
		})
		out = append(out, f)
	}
	return out
}

// MeansRows are the rows of each of these figures, from the first to before the second number.
func MeansRows(d Means, s Style, height vg.Length) [][2]int { return newMeans(d, s).pages(height) }

func (m *meanChart) pages(height vg.Length) [][2]int {
	pages := m.filled(height)
	low := height / vg.Length(max(len(pages), 1)) / 2 // too little for as many figures
	for range 10 {
		middle := (low + height) / 2
		if even := m.filled(middle); len(even) == len(pages) {
			pages, height = even, middle
		} else {
			low = middle
		}
	}
	return pages
}

// filled are the rows of figures that each hold as much as goes into the height.
func (m *meanChart) filled(height vg.Length) [][2]int {
	var pages [][2]int
	for from := 0; from < len(m.Rows); {
		to := from + 1
		for to < len(m.Rows) && m.frame(from, to+1).height <= height {
			to++
		}
		if to < len(m.Rows) {
			to = m.breakAt(from, to, height)
		}
		pages = append(pages, [2]int{from, to})
		from = to
	}
	return pages
}

// breakAt is where a figure of the rows from..to ends best: before the last head
// in it, if what the head is over fits in a figure, and never with a head.
func (m *meanChart) breakAt(from, to int, height vg.Length) int {
	if m.Rows[to].Head {
		return to
	}
	for h := to - 1; h > from; h-- {
		if !m.Rows[h].Head {
			continue
		}
		end := h + 1
		for end < len(m.Rows) && !m.Rows[end].Head {
			end++
		}
		if h == to-1 || m.frame(h, end).height <= height {
			return h
		}
		break
	}
	return to
}

// meanChart is a chart of means, measured.
type meanChart struct {
	Means
	style       Style
	pen         pen
	gap         vg.Length
	labels      [][]string
	heights     []vg.Length
	left, right vg.Length
	step        int // between ticks
}

func newMeans(d Means, s Style) *meanChart {
	s = s.withDefaults()
	m := &meanChart{Means: d, style: s, pen: newPen(s), step: 1}
	p := m.pen
	m.gap = p.size * 0.5
	if m.FormatTick == nil {
		m.FormatTick = func(v int) string { return fmt.Sprint(v) }
	}
	if m.Max <= m.Min {
		m.Max = m.Min + 1
	}
	for _, step := range []int{1, 2, 5, 10, 20, 25, 50, 100, 1000, 10000} {
		if m.step = step; (m.Max-m.Min)/step <= 10 {
			break
		}
	}
	labelWidth, noteWidth := vg.Length(0), p.width(clean(d.NoteHead))
	for _, r := range d.Rows {
		if r.Head {
			lines := p.wrap(r.Label, s.Width-m.gap, 2)
			m.labels = append(m.labels, lines)
			m.heights = append(m.heights, p.height(len(lines))+2.2*m.gap)
			continue
		}
		lines := p.wrap(r.Label, s.Width*0.34, labelLimit)
		m.labels = append(m.labels, lines)
		m.heights = append(m.heights, max(p.height(len(lines))+0.5*m.gap, max(p.height(len(lines))+1.4*m.gap, 1.9*p.size)*s.stretch()))
		labelWidth = max(labelWidth, p.widest(lines))
		noteWidth = max(noteWidth, p.width(clean(r.Note)))
	}
	tick := p.width(m.FormatTick(m.Max)) / 2
	m.left, m.right = labelWidth+1.5*m.gap, tick+m.gap/2
	if noteWidth > 0 {
		m.right = max(tick, m.gap) + m.gap + min(noteWidth, s.Width*0.2)
	}
	return m
}

func (m *meanChart) frame(from, to int) frame {
	p := m.pen
	f := frame{
		width: m.style.Width, left: m.left, right: m.right,
		top: m.gap, bottom: p.height(1) + 1.2*m.gap,
		xmin: float64(m.Min), xmax: float64(m.Max), ymin: 0, ymax: 1,
		axisX: palette.AxisInk, axisY: palette.GridInk,
	}
	if clean(m.AxisLabel) != "" {
		f.bottom += p.height(1) + m.gap/2
	}
	if clean(m.NoteHead) != "" {
		f.top += p.height(1)
	}
	f.height = f.top + f.bottom + m.gap
	for _, h := range m.heights[from:to] {
		f.height += h
	}
	return f
}

func (m *meanChart) figure(from, to int, alt string) Figure {
	f := m.frame(from, to)
	p := m.pen
	center := (f.left + f.width - f.right) / 2
	axisLabel := p.wrap(m.AxisLabel, 2*min(center, f.width-center), 1)
	axes := painter(func(c draw.Canvas, pl *plot.Plot) {
		x, _ := pl.Transforms(&c)
		for t := m.Min; t <= m.Max; t += m.step {
			at := x(float64(t))
			c.StrokeLine2(draw.LineStyle{Color: palette.GridInk, Width: 0.5}, at, c.Min.Y, at, c.Max.Y)
			p.line(c, palette.SoftInk, at, c.Min.Y-m.gap*0.7-p.size*capHeight, alignCenter, m.FormatTick(t))
		}
		p.block(c, palette.SoftInk, center, p.height(1)+m.gap/4, alignCenter, axisLabel)
		p.line(c, palette.SoftInk, f.width-m.gap/2, c.Max.Y+m.gap/2, alignRight, clean(m.NoteHead))
	})
	rows := painter(func(c draw.Canvas, pl *plot.Plot) {
		x, _ := pl.Transforms(&c)
		y := c.Max.Y - m.gap/2
		for i := from; i < to; i++ {
			r := m.Rows[i]
			middle := y - m.heights[i]/2
			y -= m.heights[i]
			if r.Head {
				top := middle + m.heights[i]/2
				if i == from {
					top = c.Max.Y + 1 // the lines of the grid begin under it
				}
				c.FillPolygon(palette.White, rectangleOf(c.Min.X-m.gap/4, middle-m.heights[i]/2, c.Max.X+1, top))
				p.middle(c, palette.SoftInk, m.gap/2, middle-m.gap/3, alignLeft, m.labels[i])
				continue
			}
			p.middle(c, palette.Ink, c.Min.X-m.gap, middle, alignRight, m.labels[i])
			p.middle(c, palette.SoftInk, f.width-m.gap/2, middle, alignRight, p.wrap(r.Note, f.width*0.2, 1))
			if !r.Shown {
				continue
			}
			if r.Interval {
				m.interval(c, x(max(r.Low, f.xmin)), x(min(r.High, f.xmax)), middle)
			}
			diamond(c, x(r.Mean), middle, p.size*0.38)
		}
	})
	out := f.figure(alt, axes, rows)
	out.Chart = m.data(f, from, to)
	if head := clean(m.NoteHead); head != "" {
		left, top := f.width-f.right+m.gap/2, f.height-f.top
		out.Chart.NoteHead = head
		out.Chart.Notes = []document.ChartNote{{Text: head, Place: rectangle(left, top, f.width, top+p.height(1)+m.gap/2), Left: true}}
	}
	return out
}

// interval draws the interval of a mean, with ends.
func (m *meanChart) interval(c draw.Canvas, from, to, y vg.Length) {
	style, end := draw.LineStyle{Color: palette.PositiveStrong, Width: 1}, m.pen.size*0.22
	c.StrokeLine2(style, from, y, to, y)
	c.StrokeLine2(style, from, y-end, from, y+end)
	c.StrokeLine2(style, to, y-end, to, y+end)
}

// diamond marks a point.
func diamond(c draw.Canvas, x, y, r vg.Length) { diamondIn(c, palette.PositiveStrong, x, y, r) }

func diamondIn(c draw.Canvas, in color.Color, x, y, r vg.Length) {
	c.FillPolygon(in, []vg.Point{{X: x - r, Y: y}, {X: x, Y: y + r}, {X: x + r, Y: y}, {X: x, Y: y - r}})
}

func rectangleOf(x0, y0, x1, y1 vg.Length) []vg.Point {
	return []vg.Point{{X: x0, Y: y0}, {X: x1, Y: y0}, {X: x1, Y: y1}, {X: x0, Y: y1}}
}
