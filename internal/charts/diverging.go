package charts

import (
	"fmt"
	"image/color"
	"math"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"wogreport/internal/palette"
)

// Diverging is what the summary chart shows: for each item a stacked bar of
// its points' percents, centered on the neutral points, or between the sides
// of a scale that has none.
type Diverging struct {
	Rows       []DivergingRow
	Points     []string         // names, from the most negative to the most positive
	Sides      []int            // of each point: -1, 0 for a neutral one, 1
	AxisLabel  string           // of the percents
	FormatTick func(int) string // of a percent, nil for "25%"
	NoteHead   string           // over the rows' notes
	Low, High  float64          // how far the axis reaches at least, in percents from the middle
	Written    float64          // the least share that is written, in percents, where there is room for it
	Beside     []string         // labels of other charts, for which the axis leaves room too
	Alt        string
}

// Together gives the charts of a report one scale and one zero line.
func Together(charts []*Diverging) {
	var low, high float64
	var labels []string
	for _, d := range charts {
		l, h := d.Reach()
		low, high = max(low, l), max(high, h)
		for _, r := range d.Rows {
			if !r.Head {
				labels = append(labels, r.Label)
			}
		}
	}
	for _, d := range charts {
		d.Low, d.High, d.Beside = low, high, labels
	}
}

// Reach is how far the bars reach from the middle, in percents: charts side by
// side compare where all have the greatest Low and High of them.
func (d Diverging) Reach() (low, high float64) {
	for _, r := range d.Rows {
		total := 0.0
		for _, v := range r.Percents {
			total += v
		}
		b := d.before(r.Percents)
		low, high = max(low, b), max(high, total-b)
	}
	return low, high
}

// DivergingRow is one item. Percents are 0..100, parallel to Points, or empty
// for an item that nobody answered; Texts are what stands in the segments.
type DivergingRow struct {
	Label    string
	Percents []float64
	Whole    []float64 // as Texts have them
	Texts    []string
	Note     string // at the right, e.g. n or the mean
	Head     bool   // it has no bar and names the rows after it
}

// RoundedApart reports whether the printed percents of a bar do not add to 100, or those of a
// side not to the sum at its end.
func (d *Diverging) RoundedApart() bool {
	return d != nil && slices.ContainsFunc(d.Rows, func(r DivergingRow) bool {
		all, whole, exact := 0.0, map[int]float64{}, map[int]float64{}
		for i, w := range r.Whole {
			all += w
			if i < len(d.Sides) && d.Sides[i] != 0 {
				whole[d.Sides[i]] += w
				exact[d.Sides[i]] += r.Percents[i]
			}
		}
		return len(r.Whole) > 0 && (all != 100 || whole[-1] != math.Round(exact[-1]) || whole[1] != math.Round(exact[1]))
	})
}

// Shown is what one of the figures of SummaryPages shows: its rows, and the head over the first.
func (d *Diverging) Shown(f Figure) *Diverging {
	part, from := *d, f.from
	for from > 0 && from < f.to && !d.Rows[f.from].Head && !d.Rows[from].Head {
		from--
	}
	if part.Rows = d.Rows[f.from:f.to]; from < f.from && d.Rows[from].Head {
		part.Rows = append([]DivergingRow{d.Rows[from]}, part.Rows...)
	}
	return &part
}

// rowHeight is how high a row is, relative to the text; half of its bar's thickness is at most
// halfBar, and less where rows are low.
const (
	rowHeight = 2.3
	halfBar   = 0.78
	mostOfRow = 0.42
)

// labelLimit is how many lines the label of a row may take.
const labelLimit = 5

// SummaryPages draws the rows in as many figures of about equal length as keep
// each within the height, at least one row in each. Where several are needed, they are
// made to share pages by two, each within the height of a pair, unless that takes more
// pages. All have one scale.
func SummaryPages(d Diverging, s Style, height, pair vg.Length) []Figure {
	m := newSummary(d, s)
	pages := m.pages(height)
	if pages > 1 {
		if halves := m.pages(pair); (halves+1)/2 <= pages {
			pages = halves
		}
	}
	var out []Figure
	for i := range pages {
		from, to := m.cut(i, pages), m.cut(i+1, pages)
		figure := func(m *summary) Figure { return m.figure(from, to, partAlt(d.Alt, i, pages)) }
		f := figure(m)
		f.Stretched = rowsStretched(f.Height, func(by float64) Figure {
			other := *m
			other.style.by = by
			other.setHeights()
			return figure(&other)
		})
		f.from, f.to = from, to
		out = append(out, f)
	}
	return out
}

// pages is how many figures keep each within a height.
func (m *summary) pages(height vg.Length) int {
	n := 1
	for n < len(m.Rows) && m.highest(n) > height {
		n++
	}
	return n
}

// cut is the row that the i-th of some pages begins with; rows stay with their head where
// it is near.
func (m *summary) cut(i, pages int) int {
	at := len(m.Rows) * i / pages
	if i == 0 || i == pages {
		return at
	}
	for back := at; back > len(m.Rows)*(i-1)/pages; back-- {
		if m.Rows[back].Head {
			return back
		}
	}
	return at
}

// summary is a summary chart, measured.
type summary struct {
	Diverging
	style       Style
	pen         pen
	gap         vg.Length
	noteHead    string
	labels      [][]string // wrapped, of each row
	heights     []vg.Length
	left, right vg.Length // margins of the plot
	low, high   float64   // ends of the axis, in percents from the middle
	ticks       []int
	ends        vg.Length // for the totals at each end of a bar; 0 where there is no room for them
	widest      vg.Length // of the texts in segments
	legend      []legendEntry
	legendLines int
}

// legendEntry is a point in the legend: its offset from the left and its line.
type legendEntry struct {
	text string
	x    vg.Length
	line int
}

func newSummary(d Diverging, s Style) *summary {
	s = s.withDefaults()
	m := &summary{Diverging: d, style: s, pen: newPen(s)}
	p := m.pen
	m.gap = p.size * 0.5
	if m.FormatTick == nil {
		m.FormatTick = func(v int) string { return fmt.Sprintf("%d%%", v) }
	}
	var labelWidth vg.Length
	if head := p.wrap(d.NoteHead, s.Width*0.4, 1); len(head) > 0 {
		m.noteHead = head[0]
	}
	noteWidth := p.width(m.noteHead)
	for _, r := range d.Rows {
		if r.Head {
			lines := p.wrap(r.Label, s.Width, 2)
			m.labels = append(m.labels, lines)
			continue
		}
		lines := p.wrap(r.Label, s.Width*0.36, labelLimit)
		m.labels = append(m.labels, lines)
		labelWidth = max(labelWidth, p.widest(lines))
		noteWidth = max(noteWidth, p.width(clean(r.Note)))
		for _, t := range r.Texts {
			m.widest = max(m.widest, p.width(clean(t)))
		}
	}
	for _, label := range d.Beside {
		labelWidth = max(labelWidth, p.widest(p.wrap(label, s.Width*0.36, labelLimit)))
	}
	m.setHeights()
	m.setScale()
	tick := m.tickWidth() / 2 // of the outermost ones stands beside the plot
	ends := p.width(m.FormatTick(100)) + m.gap
	if s.Width-labelWidth-noteWidth < 2*ends+12*p.size {
		ends = 0
	}
	m.ends = ends
	m.left, m.right = max(labelWidth+1.5*m.gap+ends, tick), max(tick+m.gap/2, ends)
	if noteWidth > 0 {
		m.right = max(tick, m.gap, ends) + m.gap + min(noteWidth, s.Width*0.2)
	}
	m.setLegend()
	return m
}

// setHeights sets how high the rows are.
func (m *summary) setHeights() {
	m.heights = make([]vg.Length, len(m.Rows))
	for i, r := range m.Rows {
		text := m.pen.height(len(m.labels[i]))
		if r.Head {
			m.heights[i] = text + 1.6*m.gap
		} else {
			m.heights[i] = max(text+0.6*m.gap, max(text+1.9*m.gap, rowHeight*m.pen.size)*m.style.rows())
		}
	}
}

// before is how much of a row stands left of the middle, in percents.
func (d Diverging) before(percents []float64) float64 {
	sum := 0.0
	for i, v := range percents {
		switch d.Sides[i] {
		case 0:
			sum += v / 2
		case -1:
			sum += v
		}
	}
	return sum
}

// setScale ends the axis at the multiple of 25 (10 for short bars) that the longest
// bars need.
func (m *summary) setScale() {
	low, high := m.Reach()
	m.low, m.high = max(low, m.Low), max(high, m.High)
	step := 25.0
	if m.low+m.high <= 60 {
		step = 10
	}
	up := func(v float64) float64 { return step * math.Ceil(v/step-1e-9) }
	m.low, m.high = up(m.low), up(m.high)
	if m.high+m.low == 0 {
		m.low, m.high = step, step
	}
	for t := -m.low; t <= m.high; t += step {
		m.ticks = append(m.ticks, int(t))
	}
}

// tickWidth is the width of the widest tick.
func (m *summary) tickWidth() (w vg.Length) {
	for _, t := range m.ticks {
		w = max(w, m.pen.width(m.FormatTick(max(t, -t))))
	}
	return w
}

// labelEvery is the distance of ticks, in percents, whose labels stand apart.
func (m *summary) labelEvery(plotWidth vg.Length) int {
	step := m.ticks[1] - m.ticks[0]
	width := plotWidth * vg.Length(step) / vg.Length(m.low+m.high)
	every := step
	for taken := m.tickWidth() + m.gap; vg.Length(every/step)*width < taken && every < 100; {
		every += step
	}
	return every
}

// swatch is the side of a legend's square, relative to the text.
const swatch = 0.85

// setLegend sets the points in lines over the plot, where they need several about as many in each.
func (m *summary) setLegend() {
	n := len(m.Points)
	m.fillLegend(n)
	if lines := m.legendLines; lines > 1 {
		if m.fillLegend((n + lines - 1) / lines); m.legendLines > lines {
			m.fillLegend(n)
		}
	}
}

// fillLegend sets at most so many points in a line.
func (m *summary) fillLegend(most int) {
	p, x, count := m.pen, vg.Length(0), 0
	m.legend, m.legendLines = m.legend[:0], 0
	for _, name := range m.Points {
		text := ""
		if lines := p.wrap(name, m.style.Width*0.45, 1); len(lines) > 0 {
			text = lines[0]
		}
		w := p.size*(swatch+0.4) + p.width(text)
		if count == most || x > 0 && x+w > m.style.Width-m.gap {
			m.legendLines++
			x, count = 0, 0
		}
		m.legend = append(m.legend, legendEntry{text, x, m.legendLines})
		x += w + 1.3*p.size
		count++
	}
	if len(m.legend) > 0 {
		m.legendLines++
	}
}

// highest is the height of the highest figure when the rows fill so many.
func (m *summary) highest(pages int) vg.Length {
	var highest vg.Length
	for i := range pages {
		highest = max(highest, m.frame(m.cut(i, pages), m.cut(i+1, pages)).height)
	}
	return highest
}

func (m *summary) frame(from, to int) frame {
	p := m.pen
	f := frame{
		width: m.style.Width, left: m.left, right: m.right,
		top:    m.legendHeight() + m.gap,
		bottom: p.height(1) + 1.2*m.gap,
		xmin:   -m.low, xmax: m.high, ymin: 0, ymax: 1,
		axisX: palette.GridInk, axisY: palette.GridInk,
	}
	if clean(m.AxisLabel) != "" {
		f.bottom += p.height(1) + m.gap/2
	}
	if m.noteHead != "" {
		f.top += p.height(1)
	}
	f.height = f.top + f.bottom + m.gap
	for _, h := range m.heights[from:to] {
		f.height += h
	}
	return f
}

func (m *summary) legendHeight() vg.Length {
	return vg.Length(m.legendLines) * m.pen.size * 1.45
}

func (m *summary) figure(from, to int, alt string) Figure {
	f := m.frame(from, to)
	colors := palette.Tones(m.Sides)
	p := m.pen
	center := (f.left + f.width - f.right) / 2
	axisLabel := p.wrap(m.AxisLabel, 2*min(center, f.width-center), 1)
	axes := painter(func(c draw.Canvas, pl *plot.Plot) {
		x, _ := pl.Transforms(&c)
		every := m.labelEvery(c.Max.X - c.Min.X)
		for _, t := range m.ticks {
			at := x(float64(t))
			style := draw.LineStyle{Color: palette.GridInk, Width: 0.5}
			if t == 0 {
				style = draw.LineStyle{Color: palette.AxisInk, Width: 0.8}
			}
			c.StrokeLine2(style, at, c.Min.Y, at, c.Max.Y)
			if t%every == 0 {
				p.line(c, palette.SoftInk, at, c.Min.Y-m.gap*0.7-p.size*capHeight, alignCenter, m.FormatTick(max(t, -t)))
			}
		}
		p.block(c, palette.SoftInk, center, p.height(1)+m.gap/4, alignCenter, axisLabel)
		p.line(c, palette.SoftInk, f.width-m.gap/2, c.Max.Y+m.gap/2, alignRight, m.noteHead)
		for i, e := range m.legend {
			side := p.size * swatch
			y := f.height - m.gap/2 - side - vg.Length(e.line)*p.size*1.45
			box(c, rectangle(m.gap/2+e.x, y, m.gap/2+e.x+side, y+side), colors[i], palette.EdgeOf(colors[i]))
			p.line(c, palette.Ink, m.gap/2+e.x+side+0.4*p.size, y+(side-p.size*capHeight)/2, alignLeft, e.text)
		}
	})
	rows := painter(func(c draw.Canvas, pl *plot.Plot) {
		y := c.Max.Y - m.gap/2
		for i := from; i < to; i++ {
			middle := y - m.heights[i]/2
			y -= m.heights[i]
			if m.Rows[i].Head {
				p.clear(c, p.widest(m.labels[i])/2, middle+p.size*capHeight/2, m.labels[i])
				p.middle(c, palette.Ink, 0, middle, alignLeft, m.labels[i])
				continue
			}
			p.middle(c, palette.Ink, c.Min.X-m.gap-m.ends, middle, alignRight, m.labels[i])
			p.middle(c, palette.SoftInk, f.width-m.gap/2, middle, alignRight, p.wrap(m.Rows[i].Note, f.width*0.2, 1))
			m.segments(c, pl, m.Rows[i], middle, colors)
		}
	})
	out := f.figure(alt, axes, rows)
	out.Chart = m.data(f, from, to)
	return out
}

// half is half of how thick a bar is.
func (m *summary) half() vg.Length {
	return min(halfBar, mostOfRow*rowHeight*m.style.rows()) * m.pen.size
}

// segments draws a row's bar centered on y, its parts kept apart by white
// lines, each with its text where that fits.
func (m *summary) segments(c draw.Canvas, pl *plot.Plot, r DivergingRow, y vg.Length, colors []color.RGBA) {
	x, _ := pl.Transforms(&c)
	half := m.half()
	at := -m.before(r.Percents)
	for i, v := range r.Percents[:min(len(r.Percents), len(colors))] {
		from, to := x(at), x(at+v)
		at += v
		if v <= 0 {
			continue
		}
		box(c, rectangle(from, y-half, to, y+half), colors[i], palette.White)
		if text := m.text(r, i); text != "" {
			m.pen.middle(c, palette.InkOn(colors[i]), (from+to)/2, y, alignCenter, []string{text})
		}
	}
	if len(r.Percents) > 0 && m.ends > 0 {
		m.total(c, r, -1, x(-m.before(r.Percents))-m.gap/2, y)
		m.total(c, r, 1, x(at)+m.gap/2, y)
	}
}

// sum is the share of a side of a row's bar, "" for none.
func (m *summary) sum(r DivergingRow, side int) string {
	share, points := 0.0, 0
	for i, v := range r.Percents[:min(len(r.Percents), len(m.Sides))] {
		if m.Sides[i] == side {
			share += v
			points++
		}
	}
	if points == 0 {
		return ""
	}
	return m.FormatTick(int(math.Round(share)))
}

// total draws the share of a side at its end of a row's bar.
func (m *summary) total(c draw.Canvas, r DivergingRow, side int, end, y vg.Length) {
	sum := m.sum(r, side)
	if sum == "" {
		return
	}
	p, text := m.pen, []string{sum}
	align := vg.Length(alignLeft)
	if side < 0 {
		align = alignRight
	}
	p.clear(c, end+p.width(text[0])*vg.Length(side)/2, y+p.size*capHeight/2+p.size*(leading-1)/2, text)
	p.middle(c, palette.SoftInk, end, y, align, text)
}

// text is what stands in the i-th segment of a row: its share, from a round one on that the
// chart has room for, so that which shares are written follows from their value.
func (m *summary) text(r DivergingRow, i int) string {
	if i >= len(r.Texts) || math.Round(r.Percents[i]) < m.writtenFrom() {
		return ""
	}
	return clean(r.Texts[i])
}

// WrittenFrom is the least share that a chart has room to write, in percents: charts side by
// side write the same where all have the greatest of them as Written.
func (d Diverging) WrittenFrom(s Style) float64 { return newSummary(d, s).writtenFrom() }

// writtenStep is what the least share that is written is a multiple of, in percents.
const writtenStep = 5

// writtenFrom is the least share that is written, in percents.
func (m *summary) writtenFrom() float64 {
	width := m.style.Width - m.left - m.right
	least := float64((m.widest+0.4*m.pen.size)/width) * (m.low + m.high)
	return max(m.Written, max(2, math.Ceil((least+0.5)/writtenStep))*writtenStep)
}
