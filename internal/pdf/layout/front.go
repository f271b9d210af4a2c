package layout

import (
	"wogreport/internal/pdf/typeset"
	"math"

	"wogreport/internal/document"
	"wogreport/internal/lang"
)

// The pages before the text of an agency's report: cover, letterhead, the
// places to sign.

// stacker puts lines of text under each other in a slab.
type stacker struct {
	c   *blockSetter
	box *Box
	in  bounds
	y   float64
}

func (s *stacker) text(spans []document.Span, style typeset.Style, l lang.Tag) {
	lines := s.c.Set(spans, style, or(l, s.c.doc.Language), s.box.Block, s.in.width)
	s.y += s.box.lines(lines, style, s.in.x, s.y)
}

// picture puts a picture in the middle of the box, at most so wide and high.
func (s *stacker) picture(p *document.Picture, width, height float64) {
	if p == nil || p.Width <= 0 || p.Height <= 0 {
		return
	}
	scale := min(width/float64(p.Width), height/float64(p.Height))
	w, h := float64(p.Width)*scale, float64(p.Height)*scale
	s.box.Drawings = append(s.box.Drawings, Drawing{X: s.in.x + (s.in.width-w)/2, Y: s.y, Width: w, Height: h, Scale: 1, Alt: p.Alt, Picture: p})
	s.y += h
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
	part := func() *stacker { return &stacker{c: bs, box: &Box{Block: b}, in: in} }

	top := part()
	for _, l := range b.Above {
		top.text(l, s.coverLine, "")
	}
	top.y += s.line
	for i, t := range b.Titles {
		style := s.coverTitle
		if i > 0 {
			style = s.secondTitle
			top.y += 0.5 * s.line
		}
		top.text(t.Text, style, t.Lang)
	}
	top.y += s.line
	for _, l := range b.Below {
		top.text(l, s.coverLine, "")
	}

	middle := part()
	middle.picture(b.Logo, min(coverLogoWidth, in.width), coverLogoHeight)

	foot := part()
	for i, n := range b.Notice {
		style := s.notice
		style.Align, style.Italic = typeset.Centered, i > 0
		foot.text(n.Text, style, n.Lang)
	}
	if len(b.Notice) > 0 {
		foot.y += s.line
	}
	for _, l := range b.Foot {
		foot.text(l, s.coverFoot, "")
	}

	page := &Box{Block: b, bare: true}
	free := bs.depth - top.y - middle.y - foot.y
	gap := math.Max(free/2, s.line)
	page.put(top.box, 0, 0)
	page.put(middle.box, 0, top.y+gap)
	page.put(foot.box, 0, top.y+middle.y+2*gap)
	page.Height = top.y + middle.y + foot.y + 2*gap
	if page.Height <= bs.depth+slight {
		return []piece{{box: page}}
	}
	var out []piece
	for _, p := range []*stacker{top, middle, foot} {
		if p.y > 0 {
			out = append(out, bs.lineByLine(p)...)
			out[len(out)-1].below = s.line
		}
	}
	return out
}

// lineByLine parts a stack into its lines, for a page to break between them.
func (bs *blockSetter) lineByLine(p *stacker) []piece {
	var out []piece
	for _, d := range p.box.Drawings {
		d.Y = 0
		out = append(out, piece{box: &Box{Block: p.box.Block, bare: true, Height: d.Height, Drawings: []Drawing{d}}})
	}
	for i, t := range p.box.Texts {
		top := t.Y
		next := p.y
		if i+1 < len(p.box.Texts) {
			next = p.box.Texts[i+1].Y
		}
		t.Y = 0.8 * t.Size
		out = append(out, piece{box: &Box{Block: p.box.Block, bare: true, Height: max(next-top, t.Size), Texts: []Text{t}}})
	}
	return out
}

// letterhead begins a page with the agency's lines, the logo beside them and a
// double rule under them.
func (bs *blockSetter) letterhead(b *document.Letterhead, in bounds) []piece {
	s := &bs.styles
	at := &stacker{c: bs, box: &Box{Block: b}, in: in}
	logo := 0.0
	if p := b.Logo; p != nil && p.Width > 0 && p.Height > 0 {
		scale := min(letterheadLogo/float64(p.Height), letterheadLogo/float64(p.Width))
		w, h := float64(p.Width)*scale, float64(p.Height)*scale
		at.box.Drawings = []Drawing{{X: in.x, Width: w, Height: h, Scale: 1, Alt: p.Alt, Picture: p}}
		at.in = in.inset(w+logoGap, w+logoGap) // the lines stand in the middle of the page
		if len(bs.Set(b.Name, s.letterName, bs.doc.Language, b, at.in.width)) > 1 {
			at.in = in.inset(w+logoGap, 0) // or, where they need it, in what the logo leaves
		}
		logo = h
	}
	for _, l := range []struct {
		spans []document.Span
		style typeset.Style
	}{{b.Parent, s.letterLine}, {b.Name, s.letterName}, {b.Address, s.letterSmall}, {b.Line, s.letterSmall}} {
		if len(l.spans) > 0 {
			at.text(bs.atMost(l.spans, b), l.style, "")
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

// letterheadLogo is how high and wide the logo of a letterhead is at most.
const letterheadLogo = 62.0

// The room for a signature, in points: enough for one by hand with a stamp, or
// for the mark of an electronic one.
const signatureRoom = 74.0

// signatures stand in two columns, a single or a last one at the right; the
// date is over the first of the right column.
func (bs *blockSetter) signatures(b *document.Signatures, in bounds) []piece {
	s := &bs.styles
	half := bounds{x: in.x, width: (in.width - gutter) / 2}
	right := bounds{x: in.x + half.width + gutter, width: half.width}
	var out []piece
	if len(b.Date) > 0 {
		at := &stacker{c: bs, box: &Box{Block: b}, in: right}
		at.text(b.Date, s.signature, "")
		at.box.Height = at.y
		out = append(out, piece{box: at.box, keep: true})
	}
	for i := 0; i < len(b.Items); i += 2 {
		row := &Box{Block: b}
		places := []bounds{half, right}
		items := b.Items[i:min(i+2, len(b.Items))]
		if len(items) == 1 {
			places = places[1:]
		}
		// the names of a row stand at one height
		var over, under float64
		for k, it := range items {
			at := &stacker{c: bs, box: row, in: places[k]}
			for _, spans := range [][]document.Span{it.As, it.Role} {
				if len(spans) > 0 {
					at.text(bs.atMost(spans, b), s.signature, "")
				}
			}
			over = max(over, at.y)
		}
		for k, it := range items {
			if len(it.Name)+len(it.Number) == 0 {
				continue
			}
			at := &stacker{c: bs, box: row, in: places[k], y: over + signatureRoom}
			from := len(row.Texts)
			at.text(bs.atMost(it.Name, b), s.signatureName, "")
			if last := len(row.Texts) - 1; last >= from { // underlined
				t := row.Texts[last]
				row.Rules = append(row.Rules, Rule{X: t.X, Y: t.Y + 2, Length: t.Line.Width, Weight: lightRule})
			}
			at.y += 1
			if len(it.Number) > 0 {
				at.text(it.Number, s.signature, "")
			}
			under = max(under, at.y-over)
		}
		row.Height = over + under
		out = append(out, piece{box: row, above: s.line / 2, below: s.line})
	}
	return bs.spaced(out, 1.5*s.line)
}
