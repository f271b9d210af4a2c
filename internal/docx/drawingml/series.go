package drawingml

import (
	"fmt"
	"image/color"
	"strconv"

	"gonum.org/v1/plot/vg"

	"wogreport/internal/document"
	"wogreport/internal/palette"
)

// bars are the series of bars, after those bars that are not seen.
func (m *maker) bars(of []document.ChartSeries, axes []val) barChart {
	b := barChart{Dir: val{"col"}, Grouping: val{"clustered"}, Vary: no, Axes: axes, Gap: m.gap()}
	if m.lying() {
		b.Dir = val{"bar"}
	}
	if m.chart.Kind == document.ChartStacked {
		b.Grouping = val{"stacked"}
	}
	if m.chart.Kind == document.ChartStacked || m.table.hidden >= 0 {
		b.Overlap = &val{"100"}
	}
	if m.table.hidden >= 0 {
		b.Series = append(b.Series, m.unseen(m.index(-1), m.table.hidden, m.table.heads))
	}
	for i := range of {
		b.Series = append(b.Series, m.barSeries(i))
	}
	if m.table.rest >= 0 {
		b.Series = append(b.Series, m.unseen(m.index(len(of)), m.table.rest, m.table.sums),
			m.unseen(m.index(len(of)+1), m.table.rest, -1)) // so that as many are not seen at each end, see legend
	}
	return b
}

// gap is the space between bars, in percents of their thickness.
func (m *maker) gap() val {
	p, bar := m.chart.Plot, m.chart.Bar
	length := p.Max.X - p.Min.X
	if m.lying() {
		length = p.Max.Y - p.Min.Y
	}
	const most = 500
	slot := length / vg.Length(max(1, len(m.chart.Categories)))
	return val{strconv.Itoa(max(0, int(100*slot/max(bar, slot*100/(100+most))-100+0.5)))}
}

// seriesOf is a series with its cells; column is that of its values.
func (m *maker) seriesOf(index, column int) series {
	s := series{
		Index: val{strconv.Itoa(index)}, Order: val{strconv.Itoa(index)},
		Categories: m.table.texts(m.table.names), Values: m.table.numbers(column),
	}
	if m.table.columns[column].head != "" {
		s.Name = m.table.textOf(column, -1)
	}
	return s
}

// index is that of the i-th series in the part, after those that are not seen.
func (m *maker) index(i int) int {
	switch {
	case m.chart.Kind == document.ChartStacked: // the axes' and those where the others begin
		return i + 2
	case m.table.hidden >= 0:
		return i + 1
	}
	return i
}

// unseen are bars that only take room. Those in the rows of heads bear the heads, the others
// the sums of the sides, next to the bars that are seen.
func (m *maker) unseen(index, column, labels int) series {
	s := m.seriesOf(index, column)
	none := &shape{NoFill: &empty{}, Line: &line{NoFill: &empty{}}}
	s.Shape = none
	s.Invert = &no
	if labels < 0 {
		return s
	}
	m.label(&s, labels, func(k int) look {
		switch {
		case m.chart.Categories[k].Head:
			return m.headLook("inBase")
		case labels == m.table.heads:
			return look{"inEnd", palette.SoftInk, none, nil}
		}
		return look{"inBase", palette.SoftInk, none, nil}
	})
	return s
}

// headLook is that of a head, which begins at the figure's edge, over its names, and not at
// the plot's, where its position puts it.
func (m *maker) headLook(position string) look {
	x := strconv.FormatFloat(-float64(m.chart.Plot.Min.X/m.figure.Width), 'f', 4, 64)
	return look{position, palette.Ink, &shape{Fill: solid(palette.White), Line: &line{NoFill: &empty{}}}, &layout{manualLayout{X: val{x}, Y: no}}}
}

// means are marks on the means, over lines for their intervals, after marks that are not seen at
// both ends of the axis, which bear the names and what is written at the right. Bars, whose length from
// the scale's lowest answer would say nothing, have no place for a mark on their end.
func (m *maker) means(axes []val) *scatter {
	t := m.table
	out := &scatter{Style: val{"lineMarker"}, Vary: no, Axes: axes}
	marks := func(x, y int, mark *marker) series {
		s := m.seriesOf(len(out.Series), x)
		s.Categories, s.Values, s.X, s.Y = nil, nil, t.numbers(x), t.numbers(y)
		s.Shape, s.Marker, s.Smooth = unseenLine, mark, &no
		return s
	}
	under := &shape{NoFill: &empty{}, Line: &line{NoFill: &empty{}}}
	names := marks(t.lows, t.lines, &marker{Symbol: none})
	m.label(&names, t.names, func(k int) look {
		if m.chart.Categories[k].Head {
			return m.headLook("r")
		}
		return look{"l", palette.Ink, under, nil}
	})
	out.Series = append(out.Series, names)
	notes := marks(t.hidden, t.lines, &marker{Symbol: none})
	m.label(&notes, t.heads, func(int) look { return look{"r", palette.SoftInk, under, nil} })
	out.Series = append(out.Series, notes)
	for i := range m.chart.Series {
		cols, ink := t.series[i], m.chart.Series[i].Color
		// Each interval is a line from its one end to the other: LibreOffice does not take over
		// error bars of their own lengths that lie.
		for k, p := range m.chart.Series[i].Points {
			if !p.Interval {
				continue
			}
			s := series{Index: val{strconv.Itoa(len(out.Series))}, Name: t.textOf(t.names, k), Shape: stroke(ink, 1), Marker: &marker{Symbol: none}, Smooth: &no}
			s.Order, s.X, s.Y = s.Index, t.pair(cols.below, k), t.pair(cols.lines, k)
			out.Series = append(out.Series, s)
		}
		out.Series = append(out.Series, marks(cols.values, cols.lines, &marker{Symbol: val{"diamond"}, Size: &val{"5"}, Shape: box(ink, ink)}))
	}
	return out
}

func (m *maker) barSeries(i int) series {
	cols, data := m.table.series[i], &m.chart.Series[i]
	s := m.seriesOf(m.index(i), cols.values)
	s.Invert = &no
	ink, position := palette.Ink, "outEnd"
	switch m.chart.Kind {
	case document.ChartStacked:
		s.Shape = box(data.Color, palette.White)
		ink, position = palette.InkOn(data.Color), "ctr"
	default:
		s.Shape = m.bar(data.Color)
	}
	for k, p := range data.Points {
		if p.Color != (color.RGBA{}) && p.Color != data.Color {
			s.Points = append(s.Points, point{Index: val{strconv.Itoa(k)}, Invert: no, Bubble: no, Shape: m.bar(p.Color)})
		}
	}
	if cols.labels >= 0 {
		m.label(&s, cols.labels, func(int) look {
			return look{position, ink, &shape{NoFill: &empty{}, Line: &line{NoFill: &empty{}}}, nil}
		})
	}
	return s
}

func box(inside, edge color.RGBA) *shape {
	s := stroke(edge, 0.5)
	s.Fill = solid(inside)
	return s
}

// marks are those of the drawing, as far as DrawingML has them; the fourth is hollow.
var marks = [...]string{"diamond", "square", "triangle", "square", "circle"}

const hollow = 3

func (m *maker) lineSeries(i int) series {
	cols, data := m.table.series[i], &m.chart.Series[i]
	s := m.seriesOf(i, cols.values)
	s.Shape = stroke(data.Color, 1)
	inside := data.Color
	if i%len(marks) == hollow {
		inside = palette.White
	}
	s.Marker = &marker{Symbol: val{marks[i%len(marks)]}, Size: &val{"6"}, Shape: box(inside, data.Color)}
	s.Smooth = &no
	s.ErrorBars = m.intervals(cols, data.Color, 0.6)
	if s.ErrorBars != nil {
		s.ErrorBars.Direction, s.ErrorBars.NoEndCap = &val{"y"}, yes
	}
	return s
}

// intervals are the intervals of means; nil without any.
func (m *maker) intervals(cols seriesColumns, ink color.RGBA, width float64) *errorBars {
	if cols.below < 0 {
		return nil
	}
	return &errorBars{
		Type: val{"both"}, ValueType: val{"cust"}, NoEndCap: no,
		Plus: *m.table.numbers(cols.above), Minus: *m.table.numbers(cols.below), Shape: stroke(ink, width),
	}
}

// The extensions of Office 2013 by which labels follow cells.
const (
	c15Namespace   = "http://schemas.microsoft.com/office/drawing/2012/chart"
	labelExtension = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"
	rangeExtension = "{02D57815-91ED-43cb-92C2-25804820EDAC}"
)

// look is how a label looks: where it stands in its bar, on what, and how far from there.
type look struct {
	position string
	ink      color.RGBA
	under    *shape
	away     *layout
}

func (m *maker) labelLook(l look) labelLook {
	out := labelLook{
		Shape: l.under, TextLook: m.text(l.ink), Position: &val{l.position},
		LegendKey: no, Value: no, Category: no, SeriesName: no, Percent: no, BubbleSize: no,
	}
	out.TextLook.Properties.Wrap = "none"
	return out
}

// label gives a series the labels in a column: fields that follow its cells, with the
// text for who does not know of them.
func (m *maker) label(s *series, column int, looks func(k int) look) {
	for k, c := range m.table.columns[column].cells {
		if c.text == "" {
			continue
		}
		at := looks(k)
		look := m.labelLook(at)
		if s.Labels == nil {
			s.Labels = &labels{labelLook: look, Extensions: &extensions{extension{URI: labelExtension, C15: c15Namespace, ShowRange: &yes}}}
		}
		if at.away != nil { // the schema has either here
			s.Labels.Extensions.One.ShowRange, s.Labels.Extensions.One.LeaderLines = nil, &no
		}
		b := *look.TextLook
		switch {
		case at.away != nil:
			b.Paragraph.Properties.Align = "l"
		case at.position == "l": // lines end beside the point
			b.Paragraph.Properties.Align = "r"
		}
		b.Paragraph.Field = &field{
			ID: fmt.Sprintf("{00000000-0000-4000-8000-%04X%08X}", column, k), Type: "CELLRANGE",
			Look: b.Paragraph.Properties.Run, Text: c.text,
		}
		s.Labels.Each = append(s.Labels.Each, label{
			Index: val{strconv.Itoa(k)}, Layout: at.away, Text: &bodyRef{b}, labelLook: look,
			Extensions: &extensions{extension{URI: labelExtension, C15: c15Namespace, ShowRange: &yes}},
		})
	}
	s.Extensions = &extensions{extension{
		URI: rangeExtension, C15: c15Namespace,
		LabelRange: &labelsInText{m.table.cells(column), m.table.textCache(column)},
	}}
}

// bar is the look of a bar of a color: with an edge where bars touch each other.
func (m *maker) bar(c color.RGBA) *shape {
	if m.bare() {
		return &shape{Fill: solid(c), Line: &line{NoFill: &empty{}}}
	}
	return box(c, palette.EdgeOf(c))
}
