package drawingml

import (
	"image/color"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"gonum.org/v1/plot/vg"

	"wogreport/internal/document"
	"wogreport/internal/palette"
)

// maker makes the elements of one chart.
type maker struct {
	figure *document.Figure
	chart  *document.Chart
	table  *table
	look   Look
}

func newMaker(f *document.Figure, t *table, look Look) *maker {
	if look.Font == "" {
		look.Font = "Arial"
		if f.Chart.Serif {
			look.Font = "Times New Roman"
		}
	}
	if look.Scale == 0 {
		look.Scale = 1
	}
	return &maker{f, f.Chart, t, look}
}

// The ids of the axes, which stand for nothing.
const (
	categoryAxis    = "1"
	valueAxis       = "2"
	stackCategories = "3" // of what is stacked from the left
	stackValues     = "4"
)

func (m *maker) space() chartSpace {
	s := chartSpace{
		C: chartNamespace, A: mainNamespace, R: relNamespace,
		Date1904: no, Rounded: no,
		Chart: chart{
			NoTitle: yes, Title: m.upperTitle(), PlotArea: m.plotArea(), Legend: m.legend(),
			PlotVisOnly: yes, DispBlanksAs: val{"gap"},
		},
		Shape:    &shape{NoFill: &empty{}, Line: &line{NoFill: &empty{}}},
		Text:     m.text(palette.Ink),
		Workbook: external{ID: workbookID, Update: no},
	}
	if m.noted() {
		s.Notes = &related{notesID}
	}
	if m.look.Lang != "" {
		s.Lang = &val{m.look.Lang}
	}
	return s
}

func (m *maker) plotArea() plotArea {
	p := plotArea{
		Layout:     m.plotLayout(),
		Categories: []axis{m.categoryAxis()}, Values: []axis{m.valueAxis()},
		Shape: &shape{NoFill: &empty{}, Line: &line{NoFill: &empty{}}},
	}
	axes := []val{{categoryAxis}, {valueAxis}}
	own := []val{{stackCategories}, {stackValues}}
	switch m.chart.Kind {
	case document.ChartLines:
		p.Lines = &lineChart{Grouping: val{"standard"}, Vary: no, Marker: yes, Axes: axes}
		for i := range m.chart.Series {
			p.Lines.Series = append(p.Lines.Series, m.lineSeries(i))
		}
		return p
	case document.ChartMeans:
		p.Scatter = m.means([]val{{valueAxis}, {categoryAxis}}) // the lying one is the first
		p.Categories, p.Values = nil, append(p.Values, m.lineAxis())
		return p
	case document.ChartStacked:
		// What is drawn to both sides of a middle is stacked from the left, so that each answer
		// is one series, in the legend's order. The axes that are seen count from the middle, and
		// have bars that are not seen, as axes without any are not drawn.
		seen := barChart{Dir: val{"bar"}, Grouping: val{"clustered"}, Vary: no, Gap: m.gap(), Axes: axes}
		seen.Series = []series{m.unseen(0, m.table.rest, -1)}
		p.Bars = []barChart{seen, m.bars(m.chart.Series, own)}
		p.Categories, p.Values = append(p.Categories, m.stackCategories()), append(p.Values, m.stackValues())
	default:
		p.Bars = []barChart{m.bars(m.chart.Series, axes)}
	}
	return p
}

// lying reports whether categories stand under each other.
func (m *maker) lying() bool {
	switch m.chart.Kind {
	case document.ChartBars, document.ChartStacked, document.ChartMeans:
		return true
	}
	return false
}

// keyWidth is the room for a line and its mark in the legend, relative to the text.
const keyWidth = 3.2

// plot is what the axes enclose: as in the drawing, but for the room that names need.
func (m *maker) plot() vg.Rectangle {
	p := m.chart.Plot
	p.Min.Y += 0.6 * m.chart.Size // word processors set names farther from axes
	if !m.lying() {
		p.Max.Y -= 0.4 * m.chart.Size
	}
	if m.chart.Title != "" && m.chart.Every > 1 { // LibreOffice has no names left out, and breaks them
		p.Min.Y += 0.6 * m.chart.Size
	}
	if m.chart.Kind == document.ChartLines { // the names at its right are in a legend, which has keys
		p.Max.X -= keyWidth * m.chart.Size
	}
	return p
}

func (m *maker) plotLayout() *layout {
	p := m.plot()
	l := m.at(p.Min.X, p.Max.Y)
	l.Manual.Target = &val{"inner"}
	l.Manual.W, l.Manual.H = m.share(p.Max.X-p.Min.X, m.figure.Width), m.share(p.Max.Y-p.Min.Y, m.figure.Height)
	return l
}

// at is a place whose upper left corner is at a point of the drawing.
func (m *maker) at(x, y vg.Length) *layout {
	return &layout{manualLayout{
		XMode: &val{"edge"}, YMode: &val{"edge"},
		X: *m.share(x, m.figure.Width), Y: *m.share(m.figure.Height-y, m.figure.Height),
	}}
}

func (m *maker) share(part, whole vg.Length) *val {
	return &val{strconv.FormatFloat(min(1, max(0, float64(part/whole))), 'f', 4, 64)}
}

// legend names the series where more than one is seen, as the drawing does.
func (m *maker) legend() *legend {
	c := m.chart
	l := &legend{Overlay: no, Text: m.text(palette.Ink)}
	switch c.Kind {
	case document.ChartStacked:
		l.Position = val{"t"}
		// Those of the bars that are not seen, two at each end: LibreOffice counts the entries
		// of lying bars from the end.
		for _, i := range []int{0, 1, len(c.Series) + 2, len(c.Series) + 3} {
			l.Entries = append(l.Entries, legendEntry{val{strconv.Itoa(i)}, yes})
		}
		l.Layout = m.at(0, m.figure.Height)
		l.Layout.Manual.W = m.share(1, 1)
		l.Layout.Manual.H = m.share(m.figure.Height-c.Plot.Max.Y, m.figure.Height)
	case document.ChartLines:
		l.Position = val{"r"}
		left := c.Plot.Max.X - (keyWidth-0.5)*c.Size
		l.Layout = m.at(left, c.Plot.Max.Y)
		l.Layout.Manual.W = m.share(m.figure.Width-left, m.figure.Width)
		l.Layout.Manual.H = m.share(c.Plot.Max.Y-c.Plot.Min.Y, m.figure.Height)
	default:
		return nil
	}
	return l
}

func (m *maker) categoryAxis() axis {
	a := axis{
		ID: val{categoryAxis}, Scaling: scaling{Orientation: val{"minMax"}}, Delete: no, Position: val{"b"},
		MajorTicks: none, MinorTicks: none, Labels: val{"low"},
		Shape: stroke(palette.AxisInk, 0.6), Text: m.text(palette.Ink),
		CrossAxis: val{valueAxis}, Crosses: &val{"min"},
		Auto: &no, LabelAlign: &val{"ctr"}, Offset: &val{"60"}, OneLevel: &yes,
	}
	if m.lying() {
		a.Position, a.Scaling.Orientation = val{"l"}, val{"maxMin"}
	}
	if m.chart.Kind == document.ChartStacked { // the axis stands in the middle
		a.Crosses = &val{"autoZero"}
	}
	if m.chart.Title != "" {
		a.Title = m.title(m.chart.Title)
		const wide = 0.5 // of letters, relative to their size
		width := wide * m.chart.Size * vg.Length(utf8.RuneCountInString(m.chart.Title))
		a.Title.Layout = m.at((m.chart.Plot.Min.X+m.chart.Plot.Max.X-width)/2, 1.1*m.chart.Size)
	}
	a.LabelEvery = &val{strconv.Itoa(max(1, m.chart.Every))}
	return a
}

// bare reports whether the chart's bars have their numbers on them, and so no axis.
func (m *maker) bare() bool {
	return m.chart.Kind == document.ChartColumns || m.chart.Kind == document.ChartBars
}

func (m *maker) valueAxis() axis {
	v := m.chart.Value
	a := axis{
		ID: val{valueAxis}, Delete: no, Position: val{"l"},
		Scaling:    scaling{val{"minMax"}, m.value(v.Max), m.value(v.Min)},
		Grid:       &grid{stroke(palette.GridInk, 0.5)},
		Format:     &numberFormat{tickFormat(v), "0"},
		MajorTicks: none, MinorTicks: none, Labels: val{"nextTo"},
		Shape: stroke(palette.GridInk, 0.6), Text: m.text(palette.SoftInk),
		CrossAxis: val{categoryAxis}, Crosses: &val{"autoZero"}, Between: &val{"between"},
		MajorUnit: m.value(v.Step),
	}
	switch {
	case m.chart.Kind == document.ChartMeans:
		a.Position, a.Between = val{"b"}, &val{"midCat"}
	case m.lying():
		a.Position, a.Crosses = val{"b"}, &val{"max"} // of categories that run down
	}
	if m.bare() {
		a.Delete, a.Grid = yes, nil
	}
	if m.chart.Kind == document.ChartStacked {
		a.Format.Code = "0%;0%" // to both sides of the middle
		if every := numbered(v); every > v.Step {
			a.MajorUnit, a.MinorUnit, a.MinorGrid = m.value(every), m.value(v.Step), a.Grid
		}
	}
	if m.lying() && v.Title != "" {
		a.Title = m.title(v.Title)
		a.Title.Layout = m.at((m.chart.Plot.Min.X+m.chart.Plot.Max.X-v.TitleWidth)/2, 1.75*m.chart.Size) // LibreOffice centers it in the figure
	}
	return a
}

// lineAxis is the axis, not drawn, of the lines that means stand on.
func (m *maker) lineAxis() axis {
	return axis{
		ID: val{categoryAxis}, Scaling: scaling{val{"minMax"}, &val{strconv.Itoa(len(m.chart.Categories))}, &no}, Delete: yes, Position: val{"l"},
		Format: &numberFormat{"General", "0"}, MajorTicks: none, MinorTicks: none, Labels: val{"nextTo"},
		CrossAxis: val{valueAxis}, Crosses: &val{"min"}, Between: &val{"midCat"},
	}
}

// tickFormat writes whole numbers with the report's mark of thousands, not that of the
// reader's computer.
func tickFormat(v document.ChartAxis) string {
	if v.Max < 1000 || strings.ContainsAny(v.Group, `"\\`) {
		return "0"
	}
	mark := `"` + v.Group + `"`
	return "[<1000]0;[<1000000]0" + mark + "000;0" + mark + "000" + mark + "000"
}

// stackCategories and stackValues are the axes, not seen, of what is stacked from the left. They
// are not deleted: Word draws bars whose axis is by those that it has.
func (m *maker) stackCategories() axis {
	a := m.categoryAxis()
	a.ID, a.CrossAxis, a.Crosses, a.Title, a.Shape = val{stackCategories}, val{stackValues}, &val{"min"}, nil, unseenLine
	a.Labels = none
	return a
}

func (m *maker) stackValues() axis {
	a := m.valueAxis()
	v, zero := m.chart.Value, m.table.zero()
	a.ID, a.CrossAxis, a.Title, a.Shape, a.Grid, a.MinorGrid = val{stackValues}, val{stackCategories}, nil, unseenLine, nil, nil
	a.Scaling.Max, a.Scaling.Min = m.value(v.Max-zero), m.value(v.Min-zero)
	a.Labels = none
	return a
}

var unseenLine = &shape{Line: &line{NoFill: &empty{}}}

// numbered is the distance of ticks with a number: that of the drawing, or the next at which there is one
// in the middle, as axes count from their end.
func numbered(v document.ChartAxis) float64 {
	every := max(v.Numbered, v.Step)
	for every < -v.Min && math.Mod(-v.Min, every) != 0 {
		every += v.Step
	}
	return every
}

// value is a number on the axis.
func (m *maker) value(v float64) *val {
	if m.chart.Value.Percent {
		v /= 100
	}
	return &val{strconv.FormatFloat(v, 'g', 6, 64)}
}

func (m *maker) title(s string) *title {
	t := m.text(palette.SoftInk)
	t.Paragraph.Text = &textRun{t.Paragraph.Properties.Run, text(s)}
	return &title{Text: bodyRef{*t}, Overlay: no}
}

// upperTitle is what the numbers of an upright axis are, over it, where it is read
// without turning. It is the chart's title, since LibreOffice breaks that of an axis
// at a fifth of the chart's width.
func (m *maker) upperTitle() *title {
	if m.lying() || m.chart.Value.Title == "" {
		return nil
	}
	t := m.title(m.chart.Value.Title)
	t.Layout = m.at(0, m.figure.Height)
	return t
}

// text is how text in a color looks.
func (m *maker) text(ink color.RGBA) *body {
	b := &body{Properties: bodyProperties{Rotation: "0", Vertical: "horz"}}
	face := &typeface{m.look.Font}
	r := run{Lang: m.look.Lang, Size: strconv.Itoa(int(100*float64(m.chart.Size)*m.look.Scale + 0.5)), Bold: "0", Fill: solid(ink), Latin: face, CS: face}
	b.Paragraph.Properties.Run = r
	b.Paragraph.End = run{Lang: m.look.Lang}
	return b
}

func solid(c color.RGBA) *fill { return &fill{val{palette.Hex(c)}} }

// stroke is a line of a color, in points.
func stroke(c color.RGBA, width float64) *shape {
	return &shape{Line: &line{Width: int(width*12700 + 0.5), Fill: solid(c)}}
}

var (
	no   = val{"0"}
	yes  = val{"1"}
	none = val{"none"}
)
