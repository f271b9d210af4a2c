package charts

import (
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"

	"wogreport/internal/document"
	"wogreport/internal/palette"
)

// A chart's data are taken from what is drawn, once it is measured: the same
// numbers, texts, colors, rows and ends of axes.

// chart is a chart of a kind where the frame has its plot, with bars of a thickness.
func (f frame) chart(kind document.ChartKind, p pen, bar vg.Length) *document.Chart {
	return &document.Chart{
		Kind: kind, Bar: bar, Size: p.size, Serif: p.serif,
		Plot: rectangle(f.left, f.bottom, f.width-f.right, f.height-f.top),
	}
}

// data are bars in a frame, under the names, whose axis has these ticks up to limit.
func (b Bars) data(kind document.ChartKind, f frame, p pen, bar vg.Length, ticks []int, limit float64, names [][]string) *document.Chart {
	c := f.chart(kind, p, bar)
	c.Value = document.ChartAxis{Max: limit, Step: tickDistance(ticks, limit), Group: groupMark(b.FormatTick)}
	colors := palette.Tones(b.Tone)
	s := document.ChartSeries{Name: clean(b.AxisLabel)}
	for i, name := range names {
		point := document.ChartPoint{Shown: true, Value: float64(b.Counts[i]), Label: clean(b.Texts[i]), Color: colors[i]}
		if b.Hidden[i] {
			name, point = noted(name, point.Label), document.ChartPoint{}
		}
		c.Categories = append(c.Categories, document.ChartCategory{Lines: name})
		s.Points = append(s.Points, point)
	}
	s.Color = palette.Single
	if len(colors) > 0 {
		s.Color = colors[len(colors)-1]
	}
	c.Series = []document.ChartSeries{s}
	return c
}

// noted is the name of a category with the note that stands in the place of its number:
// where there is no point, no label is shown.
func noted(name []string, note string) []string {
	if note == "" {
		return name
	}
	return append(slices.Clone(name), "("+note+")")
}

// groupMark is the mark of thousands in numbers as they are written.
func groupMark(format func(int) string) string {
	return strings.TrimSuffix(strings.TrimPrefix(format(1000), "1"), "000")
}

func tickDistance(ticks []int, limit float64) float64 {
	if len(ticks) < 2 {
		return limit
	}
	return float64(ticks[1] - ticks[0])
}

// data are the rows from..to of a summary.
func (m *summary) data(f frame, from, to int) *document.Chart {
	c := f.chart(document.ChartStacked, m.pen, 2*m.half())
	c.Value = document.ChartAxis{
		Title: clean(m.AxisLabel), TitleWidth: m.pen.width(clean(m.AxisLabel)), Min: -m.low, Max: m.high, Step: tickDistance(m.ticks, m.high),
		Numbered: float64(m.labelEvery(f.width - f.left - f.right)), Decimals: 1, Percent: true,
	}
	colors := palette.Tones(m.Sides)
	for i, name := range m.Points {
		c.Series = append(c.Series, document.ChartSeries{Name: clean(name), Color: colors[i], Points: make([]document.ChartPoint, to-from)})
	}
	for i, r := range m.Rows[from:to] {
		c.Categories = append(c.Categories, document.ChartCategory{Lines: m.labels[from+i], Head: r.Head})
		c.Starts = append(c.Starts, -m.before(r.Percents))
		ends := [2]string{}
		if len(r.Percents) > 0 && m.ends > 0 {
			ends = [2]string{m.sum(r, -1), m.sum(r, 1)}
		}
		c.Ends = append(c.Ends, ends)
		for k, v := range r.Percents[:min(len(r.Percents), len(c.Series))] {
			c.Series[k].Points[i] = document.ChartPoint{Shown: true, Value: v, Label: m.text(r, k)}
		}
	}
	return c
}

// data are the rows from..to of a chart of means.
func (m *meanChart) data(f frame, from, to int) *document.Chart {
	c := f.chart(document.ChartMeans, m.pen, m.pen.size)
	c.Value = document.ChartAxis{
		Title: clean(m.AxisLabel), TitleWidth: m.pen.width(clean(m.AxisLabel)), Min: f.xmin, Max: f.xmax, Step: float64(m.step), Decimals: meanDecimals,
	}
	s := document.ChartSeries{Name: c.Value.Title, Color: palette.PositiveStrong}
	for i, r := range m.Rows[from:to] {
		name, note := document.ChartCategory{Lines: m.labels[from+i], Head: r.Head}, clean(r.Note)
		if !r.Head && !r.Shown {
			name.Lines = noted(name.Lines, note)
		}
		c.Categories = append(c.Categories, name)
		s.Points = append(s.Points, meanPoint(r.Shown, r.Interval, r.Mean, r.Low, r.High, f.xmin, f.xmax, note))
	}
	c.Series = []document.ChartSeries{s}
	return c
}

// meanDecimals are the decimals that reports print means with.
const meanDecimals = 2

// meanPoint is a mean, its interval as far as the axis goes.
func meanPoint(shown, interval bool, mean, low, high, least, most float64, label string) document.ChartPoint {
	if !shown {
		return document.ChartPoint{}
	}
	p := document.ChartPoint{Shown: true, Value: mean, Label: label}
	if interval {
		p.Interval, p.Low, p.High = true, max(low, least), min(high, most)
	}
	return p
}

func (l *trendLines) data() *document.Chart {
	c := l.frame.chart(document.ChartLines, l.pen, 0)
	c.Every = l.every
	c.Value = document.ChartAxis{
		Title: clean(l.AxisLabel), Min: l.frame.ymin, Max: l.frame.ymax, Step: float64(l.step), Decimals: meanDecimals,
	}
	for _, name := range l.Periods {
		c.Categories = append(c.Categories, document.ChartCategory{Lines: []string{clean(name)}})
	}
	for i, series := range l.Series {
		s := document.ChartSeries{Name: clean(series.Label), Color: seriesInks[i%seriesAtOnce]}
		for _, pt := range series.Points {
			s.Points = append(s.Points, meanPoint(pt.Shown, pt.Interval, pt.Mean, pt.Low, pt.High, l.frame.ymin, l.frame.ymax, ""))
		}
		c.Series = append(c.Series, s)
	}
	return c
}

func (h *histogram) data(f frame) *document.Chart {
	c := f.chart(document.ChartHistogram, h.pen, (f.width-f.left-f.right)/vg.Length(len(h.Bars)))
	c.Every, c.Title = h.every, clean(h.ScoreLabel)
	c.Value = document.ChartAxis{Title: clean(h.AxisLabel), Max: f.ymax, Step: tickDistance(h.ticks, f.ymax), Group: groupMark(h.Format)}
	bars := document.ChartSeries{Name: c.Value.Title, Color: histogramFill}
	for _, b := range h.Bars {
		c.Categories = append(c.Categories, document.ChartCategory{Lines: []string{h.label(b)}})
		bars.Points = append(bars.Points, document.ChartPoint{Shown: true, Value: float64(b.N)})
	}
	c.Series = []document.ChartSeries{bars}
	if h.SD > 0 {
		c.CurveName = clean(h.LineLabel)
		for i := range curveSteps + 1 {
			c.Curve = append(c.Curve, h.normal(f.xmin+(f.xmax-f.xmin)*float64(i)/curveSteps))
		}
	}
	return c
}
