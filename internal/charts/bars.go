package charts

import (
	"strconv"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Bars is what an item's chart shows: a bar for each point of the scale, in
// the scale's order, also for points that nobody chose.
type Bars struct {
	Categories []string         // the points' names
	Counts     []int            // of each point
	Texts      []string         // at each bar, e.g. "36 (55,4%)"
	Tone       []int            // per point -1, 0 or +1; nil for a scale without sides
	AxisLabel  string           // of the counts
	FormatTick func(int) string // nil for plain digits
	Alt        string
}

// maxLines is how many lines a label of a point may take.
const maxLines = 3

// ItemBars draws the bars upright, or lying where their labels would not fit
// under them. The bars and the lists of Bars are of one length; what a shorter
// list lacks is drawn as nothing.
func ItemBars(b Bars, s Style) Figure {
	s = s.withDefaults()
	b = b.padded()
	p := newPen(s)
	if f, ok := uprightBars(b, s, p); ok {
		return f
	}
	return lyingBars(b, s, p)
}

// padded is b with lists of one length and a tick formatter.
func (b Bars) padded() Bars {
	n := len(b.Categories)
	b.Counts = append(b.Counts[:min(n, len(b.Counts)):min(n, len(b.Counts))], make([]int, max(0, n-len(b.Counts)))...)
	b.Texts = append(b.Texts[:min(n, len(b.Texts)):min(n, len(b.Texts))], make([]string, max(0, n-len(b.Texts)))...)
	b.Tone = append(b.Tone[:min(n, len(b.Tone)):min(n, len(b.Tone))], make([]int, max(0, n-len(b.Tone)))...)
	if b.FormatTick == nil {
		b.FormatTick = strconv.Itoa
	}
	return b
}

func (b Bars) largest() int {
	largest := 0
	for _, c := range b.Counts {
		largest = max(largest, c)
	}
	return largest
}

// countTicks are about n steps of 1, 2 or 5 times a power of ten from 0 to limit.
func countTicks(limit float64, n int) []int {
	step, factors := 1, [...]int{2, 5, 10}
	for unit := 1; ; unit *= 10 {
		for _, f := range factors {
			if float64(step*n) >= limit {
				var ticks []int
				for t := 0; float64(t) <= limit; t += step {
					ticks = append(ticks, t)
				}
				return ticks
			}
			step = unit * f
		}
	}
}

// uprightBars reports false where a label does not fit under its bar.
func uprightBars(b Bars, s Style, p pen) (Figure, bool) {
	n := len(b.Categories)
	if n == 0 || n > 7 {
		return Figure{}, false
	}
	largest := b.largest()
	gap := p.size * 0.5
	left := gap
	for _, t := range countTicks(float64(max(largest, 1))*1.3, 5) {
		left = max(left, p.width(b.FormatTick(t))+gap)
	}
	right := gap / 2
	slot := (s.Width - left - right) / vg.Length(n)
	labelWidth := slot - gap

	labels, texts := make([][]string, n), make([][]string, n)
	labelLines, textLines := 1, 1
	for i, name := range b.Categories {
		if !p.fits(name, labelWidth) || !p.fits(b.Texts[i], slot-1) {
			return Figure{}, false
		}
		labels[i] = p.wrap(name, labelWidth, maxLines+1)
		texts[i] = valueLines(p, b.Texts[i], slot-gap/2)
		labelLines, textLines = max(labelLines, len(labels[i])), max(textLines, len(texts[i]))
	}
	if labelLines > maxLines || textLines > 2 {
		return Figure{}, false
	}

	// The axis ends where the text on the longest bar does.
	plotHeight := min(max(s.Width*0.36, 12*p.size), 17*p.size)
	headroom := p.height(textLines) + gap
	limit := float64(max(largest, 1)) * float64(plotHeight/(plotHeight-headroom))
	ticks := countTicks(limit, 5)
	f := frame{
		width: s.Width, left: left, right: right,
		bottom: gap + p.height(labelLines) + gap/2, top: gap / 2,
		xmin: -0.5, xmax: float64(n) - 0.5, ymin: 0, ymax: limit,
		axisX: axisInk, axisY: gridInk,
	}
	if b.AxisLabel != "" {
		f.top += p.height(1) + gap
	}
	f.height = f.bottom + plotHeight + f.top

	colors := tones(b.Tone)
	axisLabel := p.wrap(b.AxisLabel, s.Width, 1)
	grid := painter(func(c draw.Canvas, pl *plot.Plot) {
		_, y := pl.Transforms(&c)
		for _, t := range ticks {
			if t > 0 {
				c.StrokeLine2(draw.LineStyle{Color: gridInk, Width: 0.5}, c.Min.X, y(float64(t)), c.Max.X, y(float64(t)))
			}
			p.line(c, softInk, c.Min.X-gap/2, y(float64(t))-p.size*capHeight/2, alignRight, b.FormatTick(t))
		}
		p.block(c, softInk, 0, f.height-gap/4, alignLeft, axisLabel)
	})
	bars := painter(func(c draw.Canvas, pl *plot.Plot) {
		x, y := pl.Transforms(&c)
		half := min(slot*0.34, 3.4*p.size)
		for i, count := range b.Counts {
			at, base, top := x(float64(i)), y(0), y(float64(count))
			if count > 0 {
				box(c, rectangle(at-half, base, at+half, top), colors[i], edgeOf(colors[i]))
			}
			y1 := top + gap*0.8 + p.size*(capHeight+leading*vg.Length(len(texts[i])-1))
			for _, t := range ticks {
				if line := y(float64(t)); t > 0 && line < y1 && line > y1-p.height(len(texts[i])) {
					p.clear(c, at, y1, texts[i])
				}
			}
			p.block(c, ink, at, y1, alignCenter, texts[i])
			p.block(c, ink, at, base-gap, alignCenter, labels[i])
		}
	})
	return f.figure(b.Alt, grid, bars), true
}

func rectangle(x0, y0, x1, y1 vg.Length) vg.Rectangle {
	return vg.Rectangle{Min: vg.Point{X: x0, Y: y0}, Max: vg.Point{X: x1, Y: y1}}
}

// valueLines is the text of a bar on one line, or broken before its bracket
// where the bar is narrow.
func valueLines(p pen, s string, width vg.Length) []string {
	s = clean(s)
	if p.width(s) <= width {
		return []string{s}
	}
	if i := strings.LastIndex(s, " ("); i > 0 && p.width(s[:i]) <= width && p.width(s[i+1:]) <= width {
		return []string{s[:i], s[i+1:]}
	}
	return p.wrap(s, width, maxLines)
}

// lyingBars has the labels at the left and the values at the ends of the bars.
func lyingBars(b Bars, s Style, p pen) Figure {
	n := len(b.Categories)
	gap := p.size * 0.5
	labels, texts := make([][]string, n), make([][]string, n)
	heights := make([]vg.Length, n)
	var labelWidth, textWidth vg.Length
	total := gap
	for i, name := range b.Categories {
		labels[i] = p.wrap(name, s.Width*0.4, maxLines)
		texts[i] = valueLines(p, b.Texts[i], s.Width*0.35)
		labelWidth = max(labelWidth, p.widest(labels[i]))
		textWidth = max(textWidth, p.widest(texts[i]))
		heights[i] = max(p.height(max(len(labels[i]), len(texts[i])))+0.6*gap, 1.75*p.size)
		total += heights[i]
	}

	largest := b.largest()
	f := frame{
		width: s.Width, left: labelWidth + 1.5*gap, right: gap,
		bottom: p.height(1) + 1.5*gap, top: gap / 2,
		xmin: 0, ymin: 0, ymax: 1,
		axisX: gridInk, axisY: axisInk,
	}
	center := (f.left + s.Width - f.right) / 2
	axisLabel := p.wrap(b.AxisLabel, 2*min(center, s.Width-center), 1)
	if len(axisLabel) > 0 {
		f.bottom += p.height(1) + gap/2
	}
	f.height = f.bottom + total + f.top
	room := s.Width - f.left - f.right
	f.xmax = float64(max(largest, 1)) * float64(room/(room-textWidth-gap))
	tickWidth := p.width(b.FormatTick(int(f.xmax)))
	ticks := countTicks(f.xmax, min(5, max(1, int(room/(tickWidth+2*gap)))))

	colors := tones(b.Tone)
	grid := painter(func(c draw.Canvas, pl *plot.Plot) {
		x, _ := pl.Transforms(&c)
		for _, t := range ticks {
			at := x(float64(t))
			if t > 0 {
				c.StrokeLine2(draw.LineStyle{Color: gridInk, Width: 0.5}, at, c.Min.Y, at, c.Max.Y)
			}
			label := b.FormatTick(t)
			if half := p.width(label) / 2; at+half <= s.Width {
				p.line(c, softInk, at, c.Min.Y-gap/2-p.size*capHeight, alignCenter, label)
			}
		}
		p.block(c, softInk, center, p.height(1)+gap/4, alignCenter, axisLabel)
	})
	bars := painter(func(c draw.Canvas, pl *plot.Plot) {
		x, _ := pl.Transforms(&c)
		y := c.Max.Y - gap/2
		for i, count := range b.Counts {
			middle := y - heights[i]/2
			y -= heights[i]
			half := 0.58 * p.size
			end := x(float64(count))
			if count > 0 {
				box(c, rectangle(c.Min.X, middle-half, end, middle+half), colors[i], edgeOf(colors[i]))
			}
			p.middle(c, ink, end+gap/2, middle, alignLeft, texts[i])
			p.middle(c, ink, c.Min.X-gap/2, middle, alignRight, labels[i])
		}
	})
	return f.figure(b.Alt, grid, bars)
}
