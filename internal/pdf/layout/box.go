package layout

import (
	"wogreport/internal/pdf/typeset"
	"gonum.org/v1/plot/vg"

	"wogreport/internal/document"
)

// slab is a piece of the page that is not divided: a line of text, a figure
// with its caption, a part of a table. What it holds is placed from its upper
// left corner, y downwards, in points; x is from the left of the column.
type Box struct {
	Block    document.Block // what it was made from
	Height   float64
	Texts    []Text
	Rules    []Rule
	Drawings []Drawing
	anchors  []anchor
	Outline  []OutlineEntry
	refs     []pageRef
	Leaders  []Leader
	bare     bool // its page has no running lines
	opens    bool // its page has no header: a chapter begins
}

// placedText is a line of text; y is its baseline. Leading and size around
// it make the area of a link.
type Text struct {
	X, Y float64
	Line *typeset.Line
	Size float64
}

// rule is a filled line from (x, y), rightwards or, if vertical, downwards.
type Rule struct {
	X, Y, Length, Weight float64
	Vertical             bool
}

// dots is a row of dots on a baseline.
type Leader struct {
	X, Y, Gap, Radius float64
	Count             int
}

// drawing is a figure's box, scaled from its own size.
type Drawing struct {
	X, Y, Width, Height float64
	Scale               float64
	Alt                 string
	Draw                func(vg.Canvas)
	Picture             *document.Picture // instead of draw
}

// anchor is the place that a link to "#id" leads to.
type anchor struct {
	id string
	y  float64
}

// outlineEntry is a heading as the outline shows it.
type OutlineEntry struct {
	Title string
	Level int
	Y     float64
}

// text adds a line of text with its top at y.
func (s *Box) text(l *typeset.Line, style typeset.Style, x, y float64) {
	s.Texts = append(s.Texts, Text{X: x + l.X, Y: y + style.Baseline(), Line: l, Size: style.Size})
}

// lines adds lines one under the other and says how high they are.
func (s *Box) lines(lines []typeset.Line, style typeset.Style, x, y float64) float64 {
	for i := range lines {
		s.text(&lines[i], style, x, y+float64(i)*style.Leading)
	}
	return float64(len(lines)) * style.Leading
}

// put adds what another slab holds, moved.
func (s *Box) put(o *Box, x, y float64) {
	for _, t := range o.Texts {
		t.X, t.Y = t.X+x, t.Y+y
		s.Texts = append(s.Texts, t)
	}
	for _, r := range o.Rules {
		r.X, r.Y = r.X+x, r.Y+y
		s.Rules = append(s.Rules, r)
	}
	for _, d := range o.Drawings {
		d.X, d.Y = d.X+x, d.Y+y
		s.Drawings = append(s.Drawings, d)
	}
	for _, a := range o.anchors {
		a.y += y
		s.anchors = append(s.anchors, a)
	}
	for _, e := range o.Outline {
		e.Y += y
		s.Outline = append(s.Outline, e)
	}
}

// flowKind says how a piece of the flow takes its place.
type pieceKind uint8

const (
	textPiece  pieceKind = iota
	floatPiece           // may move to the top of the next page
	tablePiece           // floats if it fits on a page, else runs over pages
	breakPiece           // begins a new page
)

// flow is a piece of the document in its order, before it has a page.
type piece struct {
	kind         pieceKind
	box          *Box
	table        *tableLayout       // of a flowTable
	above, below float64            // the room it wants; between two pieces the greater counts
	keep         bool               // on the page of the next piece
	level        int                // of a heading, 0 for none
	grid         bool               // its lines stand on the page's rhythm
	wide         bool               // as wide as the page, where that has columns
	beside       *Box               // stands at the same height
	notes        []*Box             // footnotes that it refers to first
	numbering    document.Numbering // of the pages after a flowBreak
}

// placed is a slab on a page.
type Item struct {
	Box  *Box
	X, Y float64
}

// page is a page as it will be drawn. Number is its place in the file from 1,
// count its number as it is printed.
type Page struct {
	Number    int
	Numbering document.Numbering
	Count     int
	Items     []Item
}
