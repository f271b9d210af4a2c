package layout

import (
	"math"

	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/pdf/typeset"
)

// The pages before the text of an agency's report: cover, letterhead, the
// places to sign.

// stack puts lines of text under each other in a box.
type stack struct {
	bs  *blockSetter
	box *Box
	in  bounds
	y   float64
}

func (s *stack) text(spans []document.Span, style typeset.Style, l lang.Tag, from document.Source) {
	lines := s.bs.Set(spans, style, or(l, s.bs.doc.Language), from.Block, s.in.width)
	s.y += s.box.lines(lines, style, from, s.in.x, s.y)
}

// picture puts a picture in the middle of the bounds, at most so wide and high.
func (s *stack) picture(p *document.Picture, width, height float64, from document.Source) {
	if d, ok := pictured(p, width, height, from); ok {
		d.X, d.Y = s.in.x+(s.in.width-d.Width)/2, s.y
		s.box.Drawings = append(s.box.Drawings, d)
		s.y += d.Height
	}
}

// pictured is a picture as large as a width and a height allow, false for none.
func pictured(p *document.Picture, width, height float64, from document.Source) (Drawing, bool) {
	if p == nil || p.Width <= 0 || p.Height <= 0 {
		return Drawing{}, false
	}
	scale := min(width/float64(p.Width), height/float64(p.Height))
	return Drawing{Width: float64(p.Width) * scale, Height: float64(p.Height) * scale, Scale: 1, Alt: p.Alt, Picture: p, Source: from}, true
}

// The logo on a cover, in points.
const (
	coverLogoHeight = 110.0
	coverLogoWidth  = 200.0
)

// cover fills a page: the titles at its top, the logo in the middle of what is
// free, the agency at its foot. What is too high for a page runs over it.
func (bs *blockSetter) cover(b *document.Cover, in bounds) []piece {
	s := &bs.styles
	part := func() *stack { return &stack{bs: bs, box: &Box{Block: b}, in: in} }
	line := document.Source{Block: b, Part: document.PartLine}
	add := func(to *stack, lines [][]document.Span, style typeset.Style) {
		for _, l := range lines {
			to.text(l, style, "", line)
			line.Index++
		}
	}

	top := part()
	add(top, b.Above, s.coverLine)
	top.y += s.line
	for i, t := range b.Titles {
		style := s.coverTitle
		if i > 0 {
			style = s.secondTitle
			top.y += 0.5 * s.line
		}
		top.text(t.Text, style, t.Lang, document.Source{Block: b, Part: document.PartTitle, Index: i})
	}
	top.y += s.line
	add(top, b.Below, s.coverLine)

	middle := part()
	middle.picture(b.Logo, min(coverLogoWidth, in.width), coverLogoHeight, document.Source{Block: b, Part: document.PartLogo})

	foot := part()
	for i, n := range b.Notice {
		style := s.notice
		style.Align, style.Italic = typeset.Centered, i > 0
		foot.text(n.Text, style, n.Lang, document.Source{Block: b, Part: document.PartNotice, Index: i})
	}
	if len(b.Notice) > 0 {
		foot.y += s.line
	}
	add(foot, b.Foot, s.coverFoot)

	page := &Box{Block: b, bare: true}
	free := bs.depth - top.y - middle.y - foot.y
	gap := math.Max(free/2, s.line)
	page.put(top.box, 0, 0)
	page.put(middle.box, 0, top.y+gap)
	page.put(foot.box, 0, top.y+middle.y+2*gap)
	page.Height = top.y + middle.y + foot.y + 2*gap
	if page.Height <= bs.depth+rounding {
		return []piece{{box: page}}
	}
	var out []piece
	for _, p := range []*stack{top, middle, foot} {
		if p.y > 0 {
			out = append(out, p.lineByLine()...)
			out[len(out)-1].below = s.line
		}
	}
	return out
}

// lineByLine parts the stack of a cover into its lines, for a page to break
// between them.
func (s *stack) lineByLine() []piece {
	var out []piece
	for _, d := range s.box.Drawings {
		d.Y = 0
		out = append(out, piece{box: &Box{Block: s.box.Block, bare: true, Height: d.Height, Drawings: []Drawing{d}}})
	}
	for i, t := range s.box.Texts {
		top := t.Y
		next := s.y
		if i+1 < len(s.box.Texts) {
			next = s.box.Texts[i+1].Y
		}
		t.Y = 0.8 * t.Size
		out = append(out, piece{box: &Box{Block: s.box.Block, bare: true, Height: max(next-top, t.Size), Texts: []Text{t}}})
	}
	return out
}

// letterheadLogo is how high and wide the logo of a letterhead is at most.
const letterheadLogo = 62.0

// letterhead begins a page with the agency's lines, the logo beside them and a
// double rule under them.
func (bs *blockSetter) letterhead(b *document.Letterhead, in bounds) []piece {
	s := &bs.styles
	at := &stack{bs: bs, box: &Box{Block: b}, in: in}
	logo := 0.0
	if d, ok := pictured(b.Logo, letterheadLogo, letterheadLogo, document.Source{Block: b, Part: document.PartLogo}); ok {
		d.X = in.x
		at.box.Drawings = []Drawing{d}
		at.in = in.inset(d.Width+logoGap, d.Width+logoGap) // the lines stand in the middle of the page
		if len(bs.Set(b.Name, s.letterName, bs.doc.Language, b, at.in.width)) > 1 {
			at.in = in.inset(d.Width+logoGap, 0) // or, where they need it, in what the logo leaves
		}
		logo = d.Height
	}
	for i, l := range []struct {
		spans []document.Span
		style typeset.Style
	}{{b.Parent, s.letterLine}, {b.Name, s.letterName}, {b.Address, s.letterSmall}, {b.Line, s.letterSmall}} {
		if len(l.spans) > 0 {
			at.text(bs.atMost(l.spans, b), l.style, "", document.Source{Block: b, Part: document.PartLine, Index: i})
		}
	}
	if rest := logo - at.y; rest > 0 {
		for i := range at.box.Texts {
			at.box.Texts[i].Y += rest / 2
		}
		at.y = logo
	} else if logo > 0 {
		at.box.Drawings[0].Y = -rest / 2
	}
	at.y += 6
	at.box.Rules = []Rule{{X: in.x, Y: at.y, Length: in.width, Weight: 2}, {X: in.x, Y: at.y + 2.4, Length: in.width, Weight: lightRule}}
	at.box.Height, at.box.opens = at.y+3, true
	return []piece{{kind: breakPiece}, {box: at.box, below: 1.5 * s.line, keep: true}}
}

// signatureSpace is left for a signature, in points: enough for one by hand with
// a stamp, or for the mark of an electronic one.
const signatureSpace = 74.0

// signatures stand in two columns, a single or a last one at the right; the
// date is over the first of the right column.
func (bs *blockSetter) signatures(b *document.Signatures, in bounds) []piece {
	s := &bs.styles
	half := bounds{x: in.x, width: (in.width - gutter) / 2}
	right := bounds{x: in.x + half.width + gutter, width: half.width}
	var out []piece
	if len(b.Date) > 0 {
		at := &stack{bs: bs, box: &Box{Block: b}, in: right}
		at.text(b.Date, s.signature, "", document.Source{Block: b, Part: document.PartDate})
		at.box.Height = at.y
		out = append(out, piece{box: at.box, keep: true})
	}
	for i := 0; i < len(b.Items); i += 2 {
		places := []bounds{half, right}
		if i+1 == len(b.Items) {
			places = places[1:]
		}
		out = append(out, piece{box: bs.signatureRow(b, i, places), above: s.line / 2, below: s.line})
	}
	return bs.spaced(out, 1.5*s.line)
}

// signatureRow sets the signatures from the first beside each other, a place for
// each. Their names stand at one height.
func (bs *blockSetter) signatureRow(b *document.Signatures, first int, places []bounds) *Box {
	s := &bs.styles
	row := &Box{Block: b}
	from := func(k, cell int) document.Source {
		return document.Source{Block: b, Part: document.PartSignature, Index: first + k, Cell: cell}
	}
	var over, under float64
	for k, in := range places {
		it := &b.Items[first+k]
		at := &stack{bs: bs, box: row, in: in}
		for cell, spans := range [][]document.Span{it.As, it.Role} {
			if len(spans) > 0 {
				at.text(bs.atMost(spans, b), s.signature, "", from(k, cell))
			}
		}
		over = max(over, at.y)
	}
	for k, in := range places {
		it := &b.Items[first+k]
		if len(it.Name)+len(it.Number) == 0 {
			continue
		}
		at := &stack{bs: bs, box: row, in: in, y: over + signatureSpace}
		before := len(row.Texts)
		at.text(bs.atMost(it.Name, b), s.signatureName, "", from(k, 2))
		if last := len(row.Texts) - 1; last >= before { // underlined
			t := row.Texts[last]
			row.Rules = append(row.Rules, Rule{X: t.X, Y: t.Y + 2, Length: t.Line.Width, Weight: lightRule})
		}
		at.y += 1
		if len(it.Number) > 0 {
			at.text(it.Number, s.signature, "", from(k, 3))
		}
		under = max(under, at.y-over)
	}
	row.Height = over + under
	return row
}
