package charts

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"wogreport/internal/palette"
)

// Quadrants is a chart of points in four quadrants, that meet where its axes
// cross.
type Quadrants struct {
	Points         []QuadrantPoint
	CrossX, CrossY float64
	Min, Max       float64                              // ends of the scale; no axis goes beyond
	XLabel, YLabel string                               // of the axes; the latter stands over the plot
	Corners        [4]string                            // upper left, upper right, lower left, lower right
	FormatTick     func(v float64, decimals int) string // nil for digits with a point
	Alt            string
}

// QuadrantPoint is a point with its short name.
type QuadrantPoint struct {
	X, Y  float64
	Label string
}

// cornerLines is how many lines the name of a quadrant may take.
const cornerLines = 4

// QuadrantChart draws the points, each with its name beside it. Points at one
// place share a mark.
func QuadrantChart(d Quadrants, s Style) Figure {
	return newQuadrantChart(d, s.withDefaults()).figure()
}

// quadrantChart is a chart of quadrants, measured.
type quadrantChart struct {
	Quadrants
	pen            pen
	gap            vg.Length
	frame          frame // of the points, without their band
	xTicks, yTicks []float64
	decimals       int       // of the ticks
	band           vg.Length // over and under the points, with the quadrants' names
	lines          int       // of those names
}

func newQuadrantChart(d Quadrants, s Style) *quadrantChart {
	p := newPen(s)
	q := &quadrantChart{Quadrants: d, pen: p, gap: p.size * 0.5}
	xs, ys := []float64{d.CrossX}, []float64{d.CrossY}
	for _, pt := range d.Points {
		xs, ys = append(xs, pt.X), append(ys, pt.Y)
	}
	f := frame{
		width: s.Width, height: s.Width * 0.8,
		right: 1.5 * q.gap, bottom: 2*p.height(1) + 2.2*q.gap, top: p.height(1) + 1.8*q.gap,
		axisX: palette.White, axisY: palette.White, // the border is drawn around the names, too
	}
	f.xmin, f.xmax = d.span(xs, d.CrossX)
	f.ymin, f.ymax = d.span(ys, d.CrossY)
	q.xTicks, q.yTicks = ticksOf(f.xmin, f.xmax), ticksOf(f.ymin, f.ymax)
	for _, t := range slices.Concat(q.xTicks, q.yTicks) {
		_, rest, _ := strings.Cut(trimmed(t), ".")
		q.decimals = max(q.decimals, len(rest))
	}
	for _, t := range q.yTicks {
		f.left = max(f.left, p.width(q.format(t))+1.5*q.gap)
	}
	f.left += q.gap / 2
	// The nearer the axes meet to a side, the more lines the names there take.
	plotWidth := s.Width - f.left - f.right
	leftWidth := plotWidth * vg.Length((d.CrossX-f.xmin)/(f.xmax-f.xmin))
	for i, text := range d.Corners {
		width := leftWidth
		if i%2 == 1 {
			width = plotWidth - leftWidth
		}
		q.lines = max(q.lines, len(p.wrap(text, width-2*q.gap, cornerLines)))
	}
	q.band = p.height(q.lines) + 2*q.gap
	f.top, f.bottom = f.top+q.band, f.bottom+q.band
	q.frame = f
	return q
}

// format is a tick, all with the same decimals.
func (q *quadrantChart) format(v float64) string {
	if q.FormatTick == nil {
		return strconv.FormatFloat(v, 'f', q.decimals, 64)
	}
	return q.FormatTick(v, q.decimals)
}

func (q *quadrantChart) figure() Figure {
	marks := together(q.Points)
	points := painter(func(c draw.Canvas, pl *plot.Plot) {
		x, y := pl.Transforms(&c)
		var taken []vg.Rectangle
		r := q.pen.size * 0.33
		for _, m := range marks {
			at := vg.Point{X: x(m.X), Y: y(m.Y)}
			taken = append(taken, rectangle(at.X-r, at.Y-r, at.X+r, at.Y+r))
			ringedDiamond(c, at, r)
		}
		lines := []vg.Rectangle{
			rectangle(x(q.CrossX)-q.gap/4, c.Min.Y, x(q.CrossX)+q.gap/4, c.Max.Y),
			rectangle(c.Min.X, y(q.CrossY)-q.gap/4, c.Max.X, y(q.CrossY)+q.gap/4),
		}
		for _, m := range marks {
			at := vg.Point{X: x(m.X), Y: y(m.Y)}
			place := freePlace(c, q.pen, at, r, m.Label, slices.Concat(taken, lines))
			taken = append(taken, place)
			q.pen.line(c, palette.Ink, place.Min.X, place.Min.Y, alignLeft, m.Label)
		}
	})
	return q.frame.figure(q.Alt, painter(q.axes), points)
}

// axes draws ticks, borders, the axes and their names, and those of the quadrants.
func (q *quadrantChart) axes(c draw.Canvas, pl *plot.Plot) {
	x, y := pl.Transforms(&c)
	p, gap := q.pen, q.gap
	low, high := c.Min.Y-q.band, c.Max.Y+q.band
	for _, t := range q.xTicks {
		p.line(c, palette.SoftInk, x(t), low-gap*0.7-p.size*capHeight, alignCenter, q.format(t))
		c.StrokeLine2(draw.LineStyle{Color: palette.AxisInk, Width: 0.5}, x(t), low, x(t), low-gap*0.4)
	}
	for _, t := range q.yTicks {
		p.line(c, palette.SoftInk, c.Min.X-gap, y(t)-p.size*capHeight/2, alignRight, q.format(t))
		c.StrokeLine2(draw.LineStyle{Color: palette.AxisInk, Width: 0.5}, c.Min.X-gap*0.4, y(t), c.Min.X, y(t))
	}
	p.block(c, palette.SoftInk, (c.Min.X+c.Max.X)/2, p.height(1)+gap/4, alignCenter, p.wrap(q.XLabel, q.frame.width-q.frame.left, 1))
	p.line(c, palette.SoftInk, gap/2, high+gap, alignLeft, strings.Join(p.wrap(q.YLabel, q.frame.width-gap, 1), ""))
	line := draw.LineStyle{Color: palette.AxisInk, Width: 0.8}
	for _, at := range []vg.Length{c.Min.X, x(q.CrossX), c.Max.X} {
		c.StrokeLine2(line, at, low, at, high)
	}
	for _, at := range []vg.Length{low, y(q.CrossY), high} {
		c.StrokeLine2(line, c.Min.X, at, c.Max.X, at)
	}
	for i, text := range q.Corners {
		at, align, width := c.Min.X+gap, vg.Length(alignLeft), x(q.CrossX)-c.Min.X
		if i%2 == 1 {
			at, align, width = c.Max.X-gap, alignRight, c.Max.X-x(q.CrossX)
		}
		name := p.wrap(text, width-2*gap, q.lines)
		top := high - gap
		if i >= 2 {
			top = low + gap + p.height(len(name))
		}
		p.block(c, palette.SoftInk, at, top, align, name)
	}
}

// ringedDiamond draws a mark with an edge of the page's color, so that each of two that lie on
// each other is seen.
func ringedDiamond(c draw.Canvas, at vg.Point, r vg.Length) {
	diamondIn(c, palette.White, at.X, at.Y, r*1.25)
	diamond(c, at.X, at.Y, r)
}

// freePlace is where a point's name stands: beside it, or a little farther away, where it
// covers least.
func freePlace(c draw.Canvas, p pen, at vg.Point, r vg.Length, label string, taken []vg.Rectangle) vg.Rectangle {
	w, h := p.width(label), p.size*capHeight
	best, least := vg.Rectangle{}, math.Inf(1)
	for k, near := range []vg.Length{r * 1.3, r * 2.4, r * 3.5} {
		for i, low := range []vg.Point{
			{X: at.X + near, Y: at.Y - h/2}, {X: at.X - near - w, Y: at.Y - h/2},
			{X: at.X - w/2, Y: at.Y + near}, {X: at.X - w/2, Y: at.Y - near - h},
			{X: at.X + near, Y: at.Y + near}, {X: at.X - near - w, Y: at.Y + near},
			{X: at.X + near, Y: at.Y - near - h}, {X: at.X - near - w, Y: at.Y - near - h},
		} {
			place := rectangle(low.X, low.Y, low.X+w, low.Y+h)
			cost := float64(k*8+i) * 1e-3
			for _, t := range taken {
				cost += float64(overlap(place, t))
			}
			if place.Min.X < c.Min.X || place.Max.X > c.Max.X || place.Min.Y < c.Min.Y || place.Max.Y > c.Max.Y {
				cost += float64(w * h)
			}
			if cost < least {
				best, least = place, cost
			}
		}
	}
	return best
}

func overlap(a, b vg.Rectangle) vg.Length {
	w := min(a.Max.X, b.Max.X) - max(a.Min.X, b.Min.X)
	h := min(a.Max.Y, b.Max.Y) - max(a.Min.Y, b.Min.Y)
	if w <= 0 || h <= 0 {
		return 0
	}
	return w * h
}

// together joins points at one place.
func together(points []QuadrantPoint) []QuadrantPoint {
	var out []QuadrantPoint
next:
	for _, q := range points {
		q.Label = clean(q.Label)
		for i := range out {
			if out[i].X == q.X && out[i].Y == q.Y {
				out[i].Label += ", " + q.Label
				continue next
			}
		}
		out = append(out, q)
	}
	return out
}

// span is what an axis shows: all values with space around them, at least a
// tenth of the scale to both sides of the cross, and nothing beyond the scale.
func (d Quadrants) span(values []float64, cross float64) (low, high float64) {
	low, high = cross, cross
	for _, v := range values {
		low, high = min(low, v), max(high, v)
	}
	margin := max((high-low)*0.12, (d.Max-d.Min)*0.02)
	low, high = min(low-margin, cross-(d.Max-d.Min)*0.1), max(high+margin, cross+(d.Max-d.Min)*0.1)
	if d.Max > d.Min {
		edge := (d.Max - d.Min) * 0.02 // that a point at the end of the scale is whole
		low, high = max(low, d.Min-edge), min(high, d.Max+edge)
	}
	return low, high
}

// ticksOf are round numbers in a range, about five.
func ticksOf(low, high float64) []float64 {
	step := math.Pow(10, math.Floor(math.Log10((high-low)/4)))
	for _, by := range []float64{1, 2, 2.5, 5, 10} {
		if (high-low)/(step*by) <= 6 {
			step *= by
			break
		}
	}
	var out []float64
	for i := math.Ceil(low/step - 1e-9); i*step <= high+1e-9; i++ {
		out = append(out, i*step)
	}
	return out
}

// trimmed is a number with at most two decimals.
func trimmed(v float64) string {
	s := strings.TrimRight(strings.TrimRight(strconv.FormatFloat(v, 'f', 2, 64), "0"), ".")
	if s == "-0" || s == "" {
		return "0"
	}
	return s
}
