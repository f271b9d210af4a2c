// Package charts owns the figures: it turns counts and labels into drawings,
// made with gonum/plot, that paint themselves on any vg.Canvas (the PDF page,
// SVG, PNG). Words and numbers come in already in the reader's language; how
// they are measured, wrapped and placed is decided here. No text is turned,
// and no color carries what position or a label does not say too.
package charts

import (
	"fmt"
	"image/color"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"wogreport/internal/document"
	"wogreport/internal/drawing"
)

// Figure is a drawing of a fixed size. Draw may be called many times, and from
// several goroutines on canvases of their own.
type Figure struct {
	Width, Height vg.Length
	Draw          func(vg.Canvas)
	Chart         *document.Chart // nil for what can only be drawn
	Alt           string
	// Stretched is the figure so many times as high, from 0.9 to 1.1, as far as it goes with
	// type and width as they are; nil for one of fixed height.
	Stretched func(by float64) Figure

	from, to int // the rows of a Diverging that it shows
}

// Drawing is the figure as a picture.
func (f Figure) Drawing() drawing.Figure {
	return drawing.Figure{Width: f.Width, Height: f.Height, Draw: f.Draw, Alt: f.Alt}
}

// Style is the look that a page gives to its figures. The zero value is a
// chart 12 cm wide with text of 9 points in Liberation Sans.
type Style struct {
	Width vg.Length // of the figure
	Serif bool      // Liberation Serif instead of Sans
	Size  vg.Length // of the text on the chart
	Rows  float64   // how high the rows of a summary are, times their own height; 0: once
	by    float64   // how many times as high as it would be
}

// stretch is what a chart multiplies the heights with that may change.
func (s Style) stretch() vg.Length {
	if s.by == 0 {
		return 1
	}
	return vg.Length(s.by)
}

// leastStretch is how much lower the page makes a chart at most (layout/stretch.go).
const leastStretch = 0.9

// rows is what a summary multiplies the heights of its rows with.
func (s Style) rows() vg.Length {
	if s.Rows == 0 {
		return s.stretch()
	}
	return s.stretch() * vg.Length(s.Rows)
}

// stretched makes a chart's Stretched.
func (s Style) stretched(figure func(Style) Figure) func(float64) Figure {
	return func(by float64) Figure {
		s.by = by
		return figure(s)
	}
}

// The least width, and the greatest text size relative to it, leave space for bars.
const (
	defaultWidth = 12 * vg.Centimeter
	defaultSize  = 9
	leastWidth   = 5 * vg.Centimeter
)

func (s Style) withDefaults() Style {
	if s.Width <= 0 {
		s.Width = defaultWidth
	}
	if s.Size <= 0 {
		s.Size = defaultSize
	}
	s.Width = max(s.Width, leastWidth)
	s.Size = min(s.Size, s.Width/12)
	return s
}

// mostRowsGive is how much rows give at most, so that a chart does by a tenth.
const mostRowsGive = 0.2

// rowsStretched makes the Stretched of a chart so high whose rows alone give: where it is to be
// lower, by as much more than is asked as lets the whole chart be as low as that.
func rowsStretched(height vg.Length, figure func(by float64) Figure) func(float64) Figure {
	return func(by float64) Figure {
		f := figure(by)
		if given := 1 - float64(f.Height/height); by < 1 && given > 1e-6 {
			f = figure(max(1-(1-by)*(1-by)/given, 1-mostRowsGive))
		}
		return f
	}
}

// frame is a plot inside its figure: the figure's size and the margins that
// the plot leaves for labels, which its plotters draw outside of it.
type frame struct {
	width, height            vg.Length
	left, right, bottom, top vg.Length
	xmin, xmax, ymin, ymax   float64
	axisX, axisY             color.Color
}

// figure is the frame with its plotters. The plot is made anew for each
// drawing since gonum's plots change while they draw.
func (f frame) figure(alt string, plotters ...plot.Plotter) Figure {
	return Figure{
		Width: f.width, Height: f.height, Alt: alt,
		Draw: func(vc vg.Canvas) {
			p := plot.New()
			p.BackgroundColor = nil
			for _, style := range []*text.Style{&p.X.Tick.Label, &p.Y.Tick.Label, &p.Legend.TextStyle} {
				style.Handler = noText{}
			}
			p.HideAxes()
			p.X.Padding, p.Y.Padding = 0, 0
			p.X.LineStyle = draw.LineStyle{Color: f.axisX, Width: 0.6}
			p.Y.LineStyle = draw.LineStyle{Color: f.axisY, Width: 0.6}
			p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = f.xmin, f.xmax, f.ymin, f.ymax
			p.Add(plotters...)
			c := draw.NewCanvas(vc, f.width, f.height)
			p.Draw(draw.Crop(c, f.left, -f.right, f.bottom, -f.top))
		},
	}
}

// noText measures for gonum what it does not draw: all text of a chart is a pen's. So
// no font is needed before a file of pixels is made.
type noText struct{}

func (noText) Cache() *font.Cache                                     { return nil }
func (noText) Extents(font.Font) font.Extents                         { return font.Extents{} }
func (noText) Lines(string) []string                                  { return nil }
func (noText) Box(string, font.Font) (width, height, depth vg.Length) { return 0, 0, 0 }
func (noText) Draw(_ vg.Canvas, s string, _ text.Style, _ vg.Point)   { panic("gonum draws " + s) }

// painter is a Plotter made of a function.
type painter func(c draw.Canvas, p *plot.Plot)

func (f painter) Plot(c draw.Canvas, p *plot.Plot) { f(c, p) }

// box fills a rectangle and, with an edge, outlines it.
func box(c draw.Canvas, r vg.Rectangle, fill, edge color.Color) {
	outline := make(vg.Path, 0, 5) // rather than r.Path, which grows one for each use
	outline.Move(r.Min)
	outline.Line(vg.Point{X: r.Max.X, Y: r.Min.Y})
	outline.Line(r.Max)
	outline.Line(vg.Point{X: r.Min.X, Y: r.Max.Y})
	outline.Close()
	c.SetColor(fill)
	c.Fill(outline)
	if edge != nil {
		c.SetLineStyle(draw.LineStyle{Color: edge, Width: 0.5})
		c.Stroke(outline)
	}
}

// partAlt is the alternative text of one part, counted from 0, of a chart that
// is drawn in some parts.
func partAlt(alt string, part, parts int) string {
	if parts < 2 {
		return alt
	}
	return fmt.Sprintf("%s (%d/%d)", alt, part+1, parts)
}
