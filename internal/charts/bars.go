package charts

import (
	"strconv"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"wogreport/internal/document"
	"wogreport/internal/palette"
)

// Bars is what an item's chart shows: a bar for each point of the scale, in
// the scale's order, also for points that nobody chose.
type Bars struct {
	Categories []string         // the points' names
	Counts     []int            // of each point
	Texts      []string         // at each bar, e.g. "36 (55,4%)"
	Tone       []int            // per point -1, 0 or +1; nil for a scale without sides
	Hidden     []bool           // points whose count is not shown; nil for none
	Most       int              // the longest bar of all charts that have one scale with this one
	Brackets   []Bracket        // over points that are told together
	AxisLabel  string           // of the counts, where a program draws an axis
	FormatTick func(int) string // likewise; nil for plain digits
	Alt        string
}

// Bracket is over the points From to To of a scale.
type Bracket struct {
	From, To int
	Text     string // e.g. "50 (76,9%)"
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
	var out Figure
	if u, ok := newUprightBars(b, s, p); ok {
		out = u.figure()
	} else {
		out = newLyingBars(b, s, p).figure()
	}
	out.Stretched = s.stretched(func(s Style) Figure { return ItemBars(b, s) })
	return out
}

// padded is b with lists of one length and a tick formatter.
func (b Bars) padded() Bars {
	n := len(b.Categories)
	b.Counts = append(b.Counts[:min(n, len(b.Counts)):min(n, len(b.Counts))], make([]int, max(0, n-len(b.Counts)))...)
	b.Texts = append(b.Texts[:min(n, len(b.Texts)):min(n, len(b.Texts))], make([]string, max(0, n-len(b.Texts)))...)
	b.Tone = append(b.Tone[:min(n, len(b.Tone)):min(n, len(b.Tone))], make([]int, max(0, n-len(b.Tone)))...)
	b.Hidden = append(b.Hidden[:min(n, len(b.Hidden)):min(n, len(b.Hidden))], make([]bool, max(0, n-len(b.Hidden)))...)
	if b.FormatTick == nil {
		b.FormatTick = strconv.Itoa
	}
	return b
}

func (b Bars) largest() int {
	largest := b.Most
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

// uprightBars is a chart of upright bars, measured.
type uprightBars struct {
	Bars
	style                 Style
	pen                   pen
	gap, left, right      vg.Length
	slot                  vg.Length // the width for a bar
	labels, texts         [][]string
	labelLines, textLines int // the most that a bar has
	ticks                 []int
}

// newUprightBars reports false where a label does not fit under its bar.
func newUprightBars(b Bars, s Style, p pen) (u *uprightBars, ok bool) {
	n := len(b.Categories)
	if n == 0 || n > 7 {
		return nil, false
	}
	u = &uprightBars{Bars: b, style: s, pen: p, gap: p.size * 0.5, labelLines: 1, textLines: 1}
	u.left, u.right = u.gap/2, u.gap/2
	u.slot = (s.Width - u.left - u.right) / vg.Length(n)
	labelWidth := u.slot - u.gap
	u.labels, u.texts = make([][]string, n), make([][]string, n)
	for i, name := range b.Categories {
		if !p.fits(name, labelWidth) || !p.fits(b.Texts[i], u.slot-1) {
			return nil, false
		}
		u.labels[i] = p.wrap(name, labelWidth, maxLines+1)
		u.texts[i] = valueLines(p, b.Texts[i], u.slot-u.gap/2)
		if number, percent, ok := strings.Cut(clean(b.Texts[i]), " ("); ok && u.crowded() {
			u.texts[i] = []string{number, "(" + percent}
		}
		u.labelLines, u.textLines = max(u.labelLines, len(u.labels[i])), max(u.textLines, len(u.texts[i]))
	}
	return u, u.labelLines <= maxLines && u.textLines <= 2
}

func (u *uprightBars) figure() Figure {
	p, gap := u.pen, u.gap
	// The axis ends where the text on the longest bar does in the lowest chart, and higher in
	// others: bars of one scale are as high in all.
	least := min(max(u.style.Width*0.2, 7*p.size), 10*p.size) * leastStretch
	plotHeight := least * u.style.stretch() / leastStretch
	headroom := p.height(u.textLines) + gap
	limit := float64(max(u.largest(), 1)) * float64(least/(least-headroom)) * float64(plotHeight/least)
	u.ticks = countTicks(limit, 5)
	f := frame{
		width: u.style.Width, left: u.left, right: u.right,
		bottom: gap + p.height(u.labelLines) + gap/2, top: gap / 2,
		xmin: -0.5, xmax: float64(len(u.Categories)) - 0.5, ymin: 0, ymax: limit,
		axisX: palette.AxisInk, axisY: palette.White,
	}
	if len(u.brackets()) > 0 {
		f.top += p.height(1) + gap
	}
	f.height = f.bottom + plotHeight + f.top
	out := f.figure(u.Alt, painter(u.bars))
	out.Chart = u.data(document.ChartColumns, f, p, 2*u.half(), u.ticks, f.ymax, u.labels)
	for _, b := range u.brackets() {
		from, to := f.left+u.slot*(vg.Length(b.From)+0.5)-u.half(), f.left+u.slot*(vg.Length(b.To)+0.5)+u.half()
		bottom := f.height - f.top + gap*0.4
		out.Chart.Notes = append(out.Chart.Notes, document.ChartNote{
			Text: clean(b.Text), Place: rectangle(from, bottom, to, bottom+p.height(1)+gap*0.7), Bracket: gap * 0.5,
		})
	}
	return out
}

// crowded reports whether counts with their percents stand too near each other on one line, in
// any of the charts that have one scale with this one: then all have two.
func (u *uprightBars) crowded() bool {
	digits := len(strconv.Itoa(u.largest()))
	return u.pen.width(strings.Repeat("0", digits)+" (00,0%)") > u.slot-vg.Length(1.5*u.gap)
}

// half is half of how thick a bar is.
func (u *uprightBars) half() vg.Length { return min(u.slot*0.34, 3.4*u.pen.size) }

// brackets are those whose text fits over their points.
func (u *uprightBars) brackets() []Bracket {
	var out []Bracket
	for _, b := range u.Brackets {
		if 0 <= b.From && b.From < b.To && b.To < len(u.Categories) && u.pen.width(b.Text) <= u.slot*vg.Length(b.To-b.From) {
			out = append(out, b)
		}
	}
	return out
}

func (u *uprightBars) bars(c draw.Canvas, pl *plot.Plot) {
	x, y := pl.Transforms(&c)
	p, gap := u.pen, u.gap
	colors := palette.Tones(u.Tone)
	half := u.half()
	for i, count := range u.Counts {
		at, base, top := x(float64(i)), y(0), y(float64(count))
		if count > 0 {
			box(c, rectangle(at-half, base, at+half, top), colors[i], nil)
		}
		text := u.texts[i]
		above := top + gap*0.8 + p.size*(capHeight+leading*vg.Length(len(text)-1))
		p.block(c, palette.Ink, at, above, alignCenter, text)
		p.block(c, palette.Ink, at, base-gap, alignCenter, u.labels[i])
	}
	for _, b := range u.brackets() {
		from, to, at := x(float64(b.From))-half, x(float64(b.To))+half, c.Max.Y+gap*0.4
		style := draw.LineStyle{Color: palette.SoftInk, Width: 0.6}
		c.StrokeLines(style, []vg.Point{{X: from, Y: at - gap*0.5}, {X: from, Y: at}, {X: to, Y: at}, {X: to, Y: at - gap*0.5}})
		p.line(c, palette.Ink, (from+to)/2, at+gap*0.8, alignCenter, b.Text) // its parentheses reach down
	}
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

// lyingBars is a chart of lying bars, measured: labels at the left, values at the
// ends of the bars.
type lyingBars struct {
	Bars
	style                 Style
	pen                   pen
	gap                   vg.Length
	labels, texts         [][]string
	heights               []vg.Length // of the bars with what is beside them
	labelWidth, textWidth vg.Length   // of the widest
}

func newLyingBars(b Bars, s Style, p pen) *lyingBars {
	n := len(b.Categories)
	l := &lyingBars{
		Bars: b, style: s, pen: p, gap: p.size * 0.5,
		labels: make([][]string, n), texts: make([][]string, n), heights: make([]vg.Length, n),
	}
	for i, name := range b.Categories {
		l.labels[i] = p.wrap(name, s.Width*0.4, maxLines)
		l.texts[i] = valueLines(p, b.Texts[i], s.Width*0.35)
		l.labelWidth = max(l.labelWidth, p.widest(l.labels[i]))
		l.textWidth = max(l.textWidth, p.widest(l.texts[i]))
		l.heights[i] = max(p.height(max(len(l.labels[i]), len(l.texts[i])))+0.6*l.gap, 1.75*p.size*s.stretch())
	}
	return l
}

func (l *lyingBars) figure() Figure {
	p, gap, width := l.pen, l.gap, l.style.Width
	f := frame{
		width: width, left: l.labelWidth + 2*gap, right: gap,
		bottom: gap / 2, top: gap / 2,
		xmin: 0, ymin: 0, ymax: 1,
		axisX: palette.White, axisY: palette.AxisInk,
	}
	total := gap
	for _, h := range l.heights {
		total += h
	}
	f.height = f.bottom + total + f.top
	plotWidth := width - f.left - f.right
	f.xmax = float64(max(l.largest(), 1)) * float64(plotWidth/(plotWidth-l.textWidth-1.5*gap))
	out := f.figure(l.Alt, painter(l.bars))
	out.Chart = l.data(document.ChartBars, f, p, 2*l.half(), countTicks(f.xmax, 5), f.xmax, l.labels)
	return out
}

func (l *lyingBars) half() vg.Length { return 0.58 * l.pen.size }

func (l *lyingBars) bars(c draw.Canvas, pl *plot.Plot) {
	x, _ := pl.Transforms(&c)
	p, gap := l.pen, l.gap
	colors := palette.Tones(l.Tone)
	y := c.Max.Y - gap/2
	for i, count := range l.Counts {
		middle := y - l.heights[i]/2
		y -= l.heights[i]
		half := l.half()
		end := x(float64(count))
		if count > 0 {
			box(c, rectangle(c.Min.X, middle-half, end, middle+half), colors[i], nil)
		}
		p.middle(c, palette.Ink, end+gap, middle, alignLeft, l.texts[i])
		p.middle(c, palette.Ink, c.Min.X-gap, middle, alignRight, l.labels[i])
	}
}
