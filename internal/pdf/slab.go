package pdf

import (
	"gonum.org/v1/plot/vg"

	"wogreport/internal/document"
)

// slab is a piece of the page that is not divided: a line of text, a figure
// with its caption, a part of a table. What it holds is placed from its upper
// left corner, y downwards, in points; x is from the left of the column.
type slab struct {
	node     document.Block // what it was made from
	height   float64
	texts    []placedText
	rules    []rule
	drawings []drawing
	anchors  []anchor
	outline  []outlineEntry
	refs     []pageRef
	dots     []dots
	bare     bool // its page has no running lines
	opens    bool // its page has no header: a chapter begins
}

// placedText is a line of text; y is its baseline. Leading and size around
// it make the area of a link.
type placedText struct {
	x, y float64
	line *textLine
	size float64
}

// rule is a filled line from (x, y), rightwards or, if vertical, downwards.
type rule struct {
	x, y, length, weight float64
	vertical             bool
}

// dots is a row of dots on a baseline.
type dots struct {
	x, y, gap, size float64
	count           int
}

// drawing is a figure's box, scaled from its own size.
type drawing struct {
	x, y, width, height float64
	scale               float64
	alt                 string
	draw                func(vg.Canvas)
	picture             *document.Picture // instead of draw
}

// anchor is the place that a link to "#id" leads to.
type anchor struct {
	id string
	y  float64
}

// outlineEntry is a heading as the outline shows it.
type outlineEntry struct {
	title string
	level int
	y     float64
}

// text adds a line of text with its top at y.
func (s *slab) text(l *textLine, style textStyle, x, y float64) {
	s.texts = append(s.texts, placedText{x: x + l.x, y: y + style.baseline(), line: l, size: style.size})
}

// lines adds lines one under the other and says how high they are.
func (s *slab) lines(lines []textLine, style textStyle, x, y float64) float64 {
	for i := range lines {
		s.text(&lines[i], style, x, y+float64(i)*style.leading)
	}
	return float64(len(lines)) * style.leading
}

// put adds what another slab holds, moved.
func (s *slab) put(o *slab, x, y float64) {
	for _, t := range o.texts {
		t.x, t.y = t.x+x, t.y+y
		s.texts = append(s.texts, t)
	}
	for _, r := range o.rules {
		r.x, r.y = r.x+x, r.y+y
		s.rules = append(s.rules, r)
	}
	for _, d := range o.drawings {
		d.x, d.y = d.x+x, d.y+y
		s.drawings = append(s.drawings, d)
	}
	for _, a := range o.anchors {
		a.y += y
		s.anchors = append(s.anchors, a)
	}
	for _, e := range o.outline {
		e.y += y
		s.outline = append(s.outline, e)
	}
}

// flowKind says how a piece of the flow takes its place.
type flowKind uint8

const (
	flowText  flowKind = iota
	flowFloat          // may move to the top of the next page
	flowTable          // floats if it fits on a page, else runs over pages
	flowBreak          // begins a new page
)

// flow is a piece of the document in its order, before it has a page.
type flow struct {
	kind         flowKind
	slab         *slab
	table        *tableLayout       // of a flowTable
	above, below float64            // the room it wants; between two pieces the greater counts
	keep         bool               // on the page of the next piece
	level        int                // of a heading, 0 for none
	grid         bool               // its lines stand on the page's rhythm
	wide         bool               // as wide as the page, where that has columns
	beside       *slab              // stands at the same height
	notes        []*slab            // footnotes that it refers to first
	numbering    document.Numbering // of the pages after a flowBreak
}

// placed is a slab on a page.
type placed struct {
	slab *slab
	x, y float64
}

// page is a page as it will be drawn. Number is its place in the file from 1,
// count its number as it is printed.
type page struct {
	number    int
	numbering document.Numbering
	count     int
	placed    []placed
}
