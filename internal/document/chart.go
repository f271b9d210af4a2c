package document

import (
	"image/color"
	"strings"

	"gonum.org/v1/plot/vg"
)

// Chart is what a figure shows, as numbers and words, for renderers whose readers
// may change it. Colors, texts and the ends of axes are those of the drawing.
type Chart struct {
	Kind ChartKind
	// Categories in their order: from the left, or from the top where bars lie.
	Categories []ChartCategory
	Every      int // one category in so many has room for its name; 0 for all
	Series     []ChartSeries
	Value      ChartAxis // of the numbers
	Title      string    // of the axis of categories; often ""
	NoteHead   string    // over the labels of means, which stand at the right of the plot
	Notes      []ChartNote
	// Curve is the height of a line, in the numbers of the axis, at even distances from one end of the plot to the other.
	Curve     []float64
	CurveName string
	// Starts is where the bars of each category begin on the axis, of a ChartStacked.
	Starts []float64
	// Ends are the sums of a category's two sides, at the ends of its bars; "" for none.
	Ends [][2]string
	// Plot is what the axes enclose in the figure, from its lower left corner; room
	// for names and numbers is around it.
	Plot  vg.Rectangle
	Bar   vg.Length // how thick a bar is
	Size  vg.Length // of the text
	Serif bool      // Liberation Serif, not Sans, or what is as wide
}

// ChartNote is text in a place of the figure that is of no point.
type ChartNote struct {
	Text string
	// Place has the text in its middle, or at its left end, measured from the figure's lower left corner.
	Place vg.Rectangle
	Left  bool
	// Bracket is how far the ends of a bracket under the text reach down from the place; 0 without.
	Bracket vg.Length
}

// ChartKind is how a chart shows its numbers.
type ChartKind uint8

// The kinds of charts.
const (
	ChartColumns   ChartKind = iota // one upright bar a category
	ChartBars                       // one lying bar a category
	ChartStacked                    // lying bars of all series, end to end
	ChartMeans                      // a mean with its interval for each category, one under the other
	ChartLines                      // a line for each series
	ChartHistogram                  // columns that touch each other, with a Curve if there is one
)

// ChartCategory is what the points at one place are of. A category that is a Head has
// no points and names those after it.
type ChartCategory struct {
	Lines []string // its name, broken as the drawing breaks it
	Head  bool
}

// Name is the name of a category on one line.
func (c ChartCategory) Name() string { return strings.Join(c.Lines, " ") }

// ChartAxis is the axis of a chart's numbers. It has a tick each Step from Min on.
type ChartAxis struct {
	Title          string
	TitleWidth     vg.Length
	Min, Max, Step float64
	Numbered       float64 // distance of ticks whose numbers stand apart; 0 for Step
	Decimals       int     // that values are known with
	Percent        bool    // values are percents, 25 is 25%
	Group          string  // the mark in 1.250, where the axis goes so far
}

// ChartSeries are points that belong together, one for each category.
type ChartSeries struct {
	Name   string
	Color  color.RGBA
	Points []ChartPoint
}

// ChartPoint is a number with its interval, if it has one. Where Shown is false
// there is no number.
type ChartPoint struct {
	Shown, Interval  bool
	Value, Low, High float64
	Label            string     // at the point; "" for none
	Color            color.RGBA // its own; zero: the series'
}
