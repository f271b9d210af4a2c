package charts

import (
	"fmt"
	"image/color"
	"slices"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"wogreport/internal/palette"
)

// Trend is a chart of means over periods, a line for each series, over the
// whole of the scale. The series are named at their right ends, so no legend
// is needed, and have marks of their own, so no color is.
type Trend struct {
	Periods    []string // heads, in their order
	Series     []TrendSeries
	Min, Max   int              // ends of the axis
	AxisLabel  string           // of the means
	FormatTick func(int) string // nil for plain digits
	Alt        string
}

// TrendSeries is one line; Points are parallel to the periods.
type TrendSeries struct {
	Label  string
	Points []TrendPoint
}

// TrendPoint is a mean with its interval. Where Shown is false there is none,
// and the line is broken.
type TrendPoint struct {
	Shown, Interval bool
	Mean, Low, High float64
}

// seriesAtOnce is how many lines a chart tells apart.
const seriesAtOnce = 5

// TrendCharts draws the series, at most seriesAtOnce in each figure.
func TrendCharts(d Trend, s Style) []Figure {
	n := (len(d.Series) + seriesAtOnce - 1) / seriesAtOnce
	var out []Figure
	for i := range n {
		part := d
		part.Series = d.Series[i*len(d.Series)/n : (i+1)*len(d.Series)/n]
		part.Alt = partAlt(d.Alt, i, n)
		out = append(out, trendChart(part, s))
	}
	return out
}

var seriesInks = [seriesAtOnce]color.RGBA{palette.PositiveStrong, palette.NegativeStrong, palette.Single, palette.SoftInk, {0x00, 0x6d, 0x5b, 0xff}}

func trendChart(d Trend, s Style) Figure {
	return newTrendLines(d, s.withDefaults()).figure()
}

// trendLines is a trend chart, measured.
type trendLines struct {
	Trend
	pen   pen
	gap   vg.Length
	frame frame
	step  int        // between ticks
	slot  vg.Length  // the width for a period
	names [][]string // of the series
	heads []periodHead
	every int // period has a head
}

func newTrendLines(d Trend, s Style) *trendLines {
	p := newPen(s)
	if d.FormatTick == nil {
		d.FormatTick = func(v int) string { return fmt.Sprint(v) }
	}
	if d.Max <= d.Min {
		d.Max = d.Min + 1
	}
	l := &trendLines{Trend: d, pen: p, gap: p.size * 0.5, step: tickStep(d.Max-d.Min, 10)}
	n := max(len(d.Periods), 1)
	f := frame{
		width: s.Width, left: l.gap, right: l.gap, top: l.gap,
		xmin: -0.5, xmax: float64(n) - 0.5, ymin: float64(d.Min), ymax: float64(d.Max),
		axisX: palette.AxisInk, axisY: palette.GridInk,
	}
	for t := d.Min; t <= d.Max; t += l.step {
		f.left = max(f.left, p.width(d.FormatTick(t))+1.5*l.gap)
	}
	if d.AxisLabel != "" {
		f.top += p.height(1) + l.gap
	}
	for _, series := range d.Series {
		name := p.wrap(series.Label, s.Width*0.24, 3)
		f.right = max(f.right, p.widest(name)+1.5*l.gap)
		l.names = append(l.names, name)
	}
	l.slot = (s.Width - f.left - f.right) / vg.Length(n)
	heads, every, lines := p.periodHeads(d.Periods, f.left+l.slot/2, l.slot, s.Width, l.gap)
	f.bottom = p.height(lines) + 2.2*l.gap
	f.height = f.top + f.bottom + min(max(s.Width*0.42, 14*p.size), 22*p.size)
	l.heads, l.every, l.frame = heads, every, f
	return l
}

func (l *trendLines) figure() Figure {
	p, gap := l.pen, l.gap
	axisLabel := p.wrap(l.AxisLabel, l.frame.width-gap, 1)
	axes := painter(func(c draw.Canvas, pl *plot.Plot) {
		_, y := pl.Transforms(&c)
		for t := l.Min; t <= l.Max; t += l.step {
			c.StrokeLine2(draw.LineStyle{Color: palette.GridInk, Width: 0.5}, c.Min.X, y(float64(t)), c.Max.X, y(float64(t)))
			p.line(c, palette.SoftInk, c.Min.X-gap/2, y(float64(t))-p.size*capHeight/2, alignRight, l.FormatTick(t))
		}
		for _, h := range l.heads {
			p.block(c, palette.Ink, h.x, c.Min.Y-gap*1.4, alignCenter, h.lines)
		}
		p.block(c, palette.SoftInk, gap/4, l.frame.height-gap/4, alignLeft, axisLabel)
	})
	series := painter(func(c draw.Canvas, pl *plot.Plot) {
		ends := make([]vg.Length, len(l.Series))
		for i := range l.Series {
			ends[i] = l.series(c, pl, i)
		}
		for i, at := range apart(ends, l.names, p, c.Min.Y, c.Max.Y+p.size) {
			p.middle(c, seriesInks[i%seriesAtOnce], c.Max.X+gap/2, at, alignLeft, l.names[i])
		}
	})
	out := l.frame.figure(l.Alt, axes, series)
	out.Chart = l.data()
	return out
}

// series draws a line with its marks and intervals, and says how high it ends.
func (l *trendLines) series(c draw.Canvas, pl *plot.Plot, i int) (end vg.Length) {
	x, y := pl.Transforms(&c)
	ink := seriesInks[i%seriesAtOnce]
	// beside each other, so that no interval hides another
	shift := (vg.Length(i) - vg.Length(len(l.Series)-1)/2) * min(l.slot*0.12, l.pen.size*0.9)
	var last *vg.Point
	for k, pt := range l.Series[i].Points {
		if !pt.Shown {
			last = nil
			continue
		}
		at := vg.Point{X: x(float64(k)) + shift, Y: y(pt.Mean)}
		if last != nil {
			c.StrokeLine2(draw.LineStyle{Color: ink, Width: 1}, last.X, last.Y, at.X, at.Y)
		}
		if pt.Interval {
			low, high := y(max(pt.Low, l.frame.ymin)), y(min(pt.High, l.frame.ymax))
			c.StrokeLine2(draw.LineStyle{Color: ink, Width: 0.6}, at.X, low, at.X, high)
		}
		mark(c, i, ink, at, l.pen.size*0.3)
		last, end = &at, at.Y
	}
	if end == 0 {
		return c.Min.Y
	}
	return end
}

// tickStep is the least round step with at most so many ticks after the first.
func tickStep(span, most int) int {
	for _, step := range []int{1, 2, 5, 10, 20, 25, 50, 100, 1000} {
		if span/step <= most {
			return step
		}
	}
	return span
}

// periodHead is the name of a period where it stands, its middle at x.
type periodHead struct {
	lines []string
	x     vg.Length
}

// periodHeads are the names of periods, in at most two lines: of all, or of one
// in so many that they fit between 0 and width. Each stands at its
// period, the first one at first and the others a slot apart.
func (p pen) periodHeads(names []string, first, slot, width, gap vg.Length) (heads []periodHead, every, lines int) {
	for every = 1; ; every++ {
		heads, lines = nil, 1
		fits, end := true, vg.Length(0)
		for i := 0; i < len(names); i += every {
			space := slot*vg.Length(every) - gap
			h := periodHead{p.wrap(names[i], space, 2), first + slot*vg.Length(i)}
			half := p.widest(h.lines) / 2
			h.x = min(max(h.x, half+gap/4), width-half-gap/4)
			fits = fits && h.x-half >= end && strings.Join(h.lines, " ") == clean(names[i])
			end = h.x + half + gap
			heads, lines = append(heads, h), max(lines, len(h.lines))
		}
		if fits || every >= len(names) {
			if lines > 1 {
				for i := range heads {
					heads[i].lines = yearApart(heads[i].lines)
				}
			}
			return heads, every, lines
		}
	}
}

// yearApart is a head with its last word, a year, on a line of its own, as in those beside it
// that have no room for it.
func yearApart(lines []string) []string {
	if len(lines) != 1 {
		return lines
	}
	if at := strings.LastIndex(lines[0], " "); at > 0 && strings.Trim(lines[0][at+1:], "0123456789") == "" {
		return []string{lines[0][:at], lines[0][at+1:]}
	}
	return lines
}

// mark draws the i-th kind of mark.
func mark(c draw.Canvas, i int, ink color.RGBA, at vg.Point, r vg.Length) {
	switch i % seriesAtOnce {
	case 0:
		c.FillPolygon(ink, []vg.Point{{X: at.X - r, Y: at.Y}, {X: at.X, Y: at.Y + r}, {X: at.X + r, Y: at.Y}, {X: at.X, Y: at.Y - r}})
	case 1:
		box(c, rectangle(at.X-0.8*r, at.Y-0.8*r, at.X+0.8*r, at.Y+0.8*r), ink, nil)
	case 2:
		c.FillPolygon(ink, []vg.Point{{X: at.X - r, Y: at.Y - 0.8*r}, {X: at.X + r, Y: at.Y - 0.8*r}, {X: at.X, Y: at.Y + r}})
	case 3:
		box(c, rectangle(at.X-0.8*r, at.Y-0.8*r, at.X+0.8*r, at.Y+0.8*r), palette.White, ink)
	default:
		c.FillPolygon(ink, []vg.Point{{X: at.X - r, Y: at.Y + 0.8*r}, {X: at.X + r, Y: at.Y + 0.8*r}, {X: at.X, Y: at.Y - r}})
	}
}

// apart moves the names of lines, which want to stand at the lines' ends, so
// that none stands on another and all are between low and high where they fit.
func apart(at []vg.Length, names [][]string, p pen, low, high vg.Length) []vg.Length {
	order := make([]int, len(at))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case at[a] < at[b]:
			return -1
		case at[a] > at[b]:
			return 1
		}
		return 0
	})
	out := slices.Clone(at)
	half := func(i int) vg.Length { return p.height(len(names[i]))/2 + p.size*0.1 }
	floor := low
	for _, i := range order {
		out[i] = max(out[i], floor+half(i))
		floor = out[i] + half(i)
	}
	ceiling := high
	for k := len(order) - 1; k >= 0; k-- {
		i := order[k]
		out[i] = min(out[i], ceiling-half(i))
		ceiling = out[i] - half(i)
	}
	return out
}
