package layout

import (
	"slices"
	"strconv"
	"strings"

	"gonum.org/v1/plot/vg"

	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/pdf/typeset"
)

// Page is a page with what stands on it, the running lines first and last.
type Page struct {
	Number    int // its place in the file, from 1
	Numbering document.Numbering
	Count     int // its number as Numbering counts
	Items     []Item

	empty    float64 // what part of it is
	ragged   float64 // what its columns leave beside others
	sundered float64 // what is to be regretted in texts that are parted from what belongs to them
	stranded *Box    // the head of such a text
}

// Label is the page's number as it is printed.
func (p *Page) Label() string {
	if p.Numbering == document.NumberRoman {
		return strings.ToLower(lang.Roman(p.Count))
	}
	return strconv.Itoa(p.Count)
}

// Item is a box in its place. X and Y are the box's upper left corner, from that
// of the paper, in points, y downwards.
type Item struct {
	Box  *Box
	X, Y float64
}

// Box is what is not divided between pages: a line of text, a figure with its
// caption, the part of a table that a page holds. Places in it are from its
// upper left corner. It is drawn in the order of the fields. Rules and leaders
// are decoration; each text and drawing says in Source what it is.
type Box struct {
	Block    document.Block // nil for running lines and the rule over footnotes
	Height   float64
	Rules    []Rule
	Leaders  []Leader
	Drawings []Drawing
	Texts    []Text
	Outline  []OutlineEntry

	anchors []anchor
	refs    []pageRef
	bare    bool // its page has no running lines
	opens   bool // its page has no header: a chapter begins
}

// Text is a line of text, its baseline's left end at (X, Y). Size is that of its
// style, for the area of a link.
type Text struct {
	X, Y   float64
	Line   *typeset.Line
	Size   float64
	Source document.Source
}

// Rule is a filled line from (X, Y), rightwards or, if Vertical, downwards. The
// place is the middle of its weight.
type Rule struct {
	X, Y, Length, Weight float64
	Vertical             bool
}

// Leader is a row of dots on a baseline, Gap apart.
type Leader struct {
	X, Y, Gap, Radius float64
	Count             int
}

// Drawing is a figure or a picture in its upper left corner and size. A figure
// paints itself in its own size, which Scale brings to this one.
type Drawing struct {
	X, Y, Width, Height float64
	Scale               float64
	Alt                 string
	Draw                func(vg.Canvas)
	Picture             *document.Picture // instead of Draw
	Source              document.Source
}

// OutlineEntry is a heading in the outline that viewers show.
type OutlineEntry struct {
	Title string
	Level int
	Y     float64
}

// anchor is the place that a link to "#id" leads to.
type anchor struct {
	id string
	y  float64
}

// text adds a line of text with its top at y.
func (b *Box) text(l *typeset.Line, style typeset.Style, from document.Source, x, y float64) {
	b.Texts = append(b.Texts, Text{X: x + l.X, Y: y + style.Baseline(), Line: l, Size: style.Size, Source: from})
}

// lines adds lines one under the other and says how high they are.
func (b *Box) lines(lines []typeset.Line, style typeset.Style, from document.Source, x, y float64) float64 {
	for i := range lines {
		b.text(&lines[i], style, from, x, y+float64(i)*style.Leading)
	}
	return float64(len(lines)) * style.Leading
}

// put adds what another box holds, moved.
func (b *Box) put(o *Box, x, y float64) {
	for _, r := range o.Rules {
		r.X, r.Y = r.X+x, r.Y+y
		b.Rules = append(b.Rules, r)
	}
	for _, d := range o.Drawings {
		d.X, d.Y = d.X+x, d.Y+y
		b.Drawings = append(b.Drawings, d)
	}
	for _, t := range o.Texts {
		t.X, t.Y = t.X+x, t.Y+y
		b.Texts = append(b.Texts, t)
	}
	for _, e := range o.Outline {
		e.Y += y
		b.Outline = append(b.Outline, e)
	}
	for _, a := range o.anchors {
		a.y += y
		b.anchors = append(b.anchors, a)
	}
}

// repeated is the box as a page shows it again.
func (b *Box) repeated() *Box {
	again := *b
	again.Texts = slices.Clone(b.Texts)
	for i := range again.Texts {
		again.Texts[i].Source.Repeated = true
	}
	return &again
}

// eachLink visits the runs of text that lead to a place in the document.
func (b *Box) eachLink(visit func(*typeset.Run)) {
	for _, t := range b.Texts {
		for i := range t.Line.Runs {
			if r := &t.Line.Runs[i]; strings.HasPrefix(r.Link, "#") {
				visit(r)
			}
		}
	}
}
