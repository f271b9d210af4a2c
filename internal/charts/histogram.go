package charts

import (
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"wogreport/internal/palette"
)

// Histogram is a distribution of whole numbers, with the normal distribution of its mean
// and SD as a line; without an SD there is no line.
type Histogram struct {
	Bars       []HistogramBar // side by side, of one width
	Mean, SD   float64
	AxisLabel  string // of the counts
	ScoreLabel string // of the numbers
	LineLabel  string // what the line is
	Format     func(int) string
	Alt        string
}

// HistogramBar counts the numbers from From to To.
type HistogramBar struct{ From, To, N int }

// DrawHistogram draws the bars upright, under each its numbers where there is room.
func DrawHistogram(h Histogram, s Style) Figure {
	s = s.withDefaults()
	d := &histogram{Histogram: h, pen: newPen(s), gap: newPen(s).size * 0.5, most: 1}
	width, n := 1, 0
	for _, b := range h.Bars {
		d.most, n, width = max(d.most, float64(b.N)), n+b.N, b.To-b.From+1
	}
	if h.SD > 0 {
		d.scale = float64(n*width) / (h.SD * math.Sqrt(2*math.Pi))
		d.most = max(d.most, d.scale)
	}
	out := d.figure(s, width)
	out.Stretched = s.stretched(func(s Style) Figure { return DrawHistogram(h, s) })
	return out
}

// histogram is one, measured.
type histogram struct {
	Histogram
	pen   pen
	gap   vg.Length
	most  float64 // the height of the plot, in respondents
	scale float64 // the height of the line at the mean
	every int     // how many bars share a label
	ticks []int
}

func (h *histogram) figure(s Style, width int) Figure {
	p, gap := h.pen, h.gap
	left := gap
	for _, t := range countTicks(h.most*1.15, 5) {
		left = max(left, p.width(h.Format(t))+gap)
	}
	plotHeight := min(max(s.Width*0.36, 12*p.size), 17*p.size) * s.stretch()
	limit := h.most * float64(plotHeight/(plotHeight-p.height(1)-gap))
	h.ticks = countTicks(limit, 5)
	k := len(h.Bars)
	f := frame{
		width: s.Width, left: left, right: gap,
		bottom: 2*gap + 2*p.height(1), top: 1.5*gap + p.height(1),
		xmin: float64(h.Bars[0].From) - 0.5, xmax: float64(h.Bars[k-1].To) + 0.5, ymin: 0, ymax: limit,
		axisX: palette.AxisInk, axisY: palette.GridInk,
	}
	f.height = f.bottom + plotHeight + f.top
	slot := (f.width - f.left - f.right) / vg.Length(k)
	h.every = 1
	for widest := h.widest(); slot*vg.Length(h.every) < widest+gap && h.every < k; {
		h.every++
	}
	axes := painter(func(c draw.Canvas, pl *plot.Plot) {
		_, y := pl.Transforms(&c)
		for _, t := range h.ticks {
			p.line(c, palette.SoftInk, c.Min.X-gap/2, y(float64(t))-p.size*capHeight/2, alignRight, h.Format(t))
		}
		p.block(c, palette.SoftInk, 0, f.height-gap/4, alignLeft, p.wrap(h.AxisLabel, f.width, 1))
		p.block(c, palette.SoftInk, (c.Min.X+c.Max.X)/2, p.height(1)+gap/4, alignCenter, p.wrap(h.ScoreLabel, f.width, 1))
	})
	out := f.figure(h.Alt, axes, painter(h.bars), painter(h.line))
	out.Chart = h.data(f)
	return out
}

func (h *histogram) label(b HistogramBar) string {
	if b.From == b.To {
		return h.Format(b.From)
	}
	return h.Format(b.From) + "–" + h.Format(b.To)
}

func (h *histogram) widest() (w vg.Length) {
	for _, b := range h.Bars {
		w = max(w, h.pen.width(h.label(b)))
	}
	return w
}

func (h *histogram) bars(c draw.Canvas, pl *plot.Plot) {
	x, y := pl.Transforms(&c)
	for i, b := range h.Bars {
		from, to := x(float64(b.From)-0.5), x(float64(b.To)+0.5)
		if b.N > 0 {
			box(c, rectangle(from, y(0), to, y(float64(b.N))), histogramFill, palette.White)
		}
		if i%h.every == 0 {
			h.pen.block(c, palette.Ink, (from+to)/2, y(0)-h.gap, alignCenter, []string{h.label(b)})
		}
	}
}

// histogramFill is the color of the bars.
var histogramFill = palette.Mix(palette.Tones([]int{-1, 1})[1], palette.Tones([]int{0})[0], 0.7)

// normal is the height of the line, in respondents.
func (h *histogram) normal(at float64) float64 {
	z := (at - h.Mean) / h.SD
	return h.scale * math.Exp(-z*z/2)
}

// curveSteps are the straight pieces of the line.
const curveSteps = 80

// line is the normal distribution.
func (h *histogram) line(c draw.Canvas, pl *plot.Plot) {
	if h.SD <= 0 {
		return
	}
	x, y := pl.Transforms(&c)
	var points []vg.Point
	for i := range curveSteps + 1 {
		at := pl.X.Min + (pl.X.Max-pl.X.Min)*float64(i)/curveSteps
		points = append(points, vg.Point{X: x(at), Y: y(h.normal(at))})
	}
	c.StrokeLines(draw.LineStyle{Color: palette.Ink, Width: 0.9}, points)
}
