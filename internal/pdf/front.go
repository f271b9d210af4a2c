package pdf

import (
	"math"

	"wogreport/internal/document"
	"wogreport/internal/lang"
)

// The pages before the text of an agency's report: cover, letterhead, the
// places to sign.

// stacker puts lines of text under each other in a slab.
type stacker struct {
	c    *composer
	slab *slab
	in   box
	y    float64
}

func (s *stacker) text(spans []document.Span, style textStyle, l lang.Tag) {
	lines := s.c.set(spans, style, or(l, s.c.doc.Language), s.slab.node, s.in.width)
	s.y += s.slab.lines(lines, style, s.in.x, s.y)
}

// picture puts a picture in the middle of the box, at most so wide and high.
func (s *stacker) picture(p *document.Picture, width, height float64) {
	if p == nil || p.Width <= 0 || p.Height <= 0 {
		return
	}
	scale := min(width/float64(p.Width), height/float64(p.Height))
	w, h := float64(p.Width)*scale, float64(p.Height)*scale
	s.slab.drawings = append(s.slab.drawings, drawing{x: s.in.x + (s.in.width-w)/2, y: s.y, width: w, height: h, scale: 1, alt: p.Alt, picture: p})
	s.y += h
}

// The logo on a cover, in points.
const (
	coverLogoHeight = 110.0
	coverLogoWidth  = 200.0
)

// cover fills a page: the titles at its top, the logo in the middle of what is
// free, the agency at its foot. What is too high for a page runs over it.
func (c *composer) cover(b *document.Cover, in box) []flow {
	s := &c.sheet
	part := func() *stacker { return &stacker{c: c, slab: &slab{node: b}, in: in} }

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
		style.align, style.italic = centered, i > 0
		foot.text(n.Text, style, n.Lang)
	}
	if len(b.Notice) > 0 {
		foot.y += s.line
	}
	for _, l := range b.Foot {
		foot.text(l, s.coverFoot, "")
	}

	page := &slab{node: b, bare: true}
	free := c.depth - top.y - middle.y - foot.y
	gap := math.Max(free/2, s.line)
	page.put(top.slab, 0, 0)
	page.put(middle.slab, 0, top.y+gap)
	page.put(foot.slab, 0, top.y+middle.y+2*gap)
	page.height = top.y + middle.y + foot.y + 2*gap
	if page.height <= c.depth+slight {
		return []flow{{slab: page}}
	}
	var out []flow
	for _, p := range []*stacker{top, middle, foot} {
		if p.y > 0 {
			out = append(out, c.lineByLine(p)...)
			out[len(out)-1].below = s.line
		}
	}
	return out
}

// lineByLine parts a stack into its lines, for a page to break between them.
func (c *composer) lineByLine(p *stacker) []flow {
	var out []flow
	for _, d := range p.slab.drawings {
		d.y = 0
		out = append(out, flow{slab: &slab{node: p.slab.node, bare: true, height: d.height, drawings: []drawing{d}}})
	}
	for i, t := range p.slab.texts {
		top := t.y
		next := p.y
		if i+1 < len(p.slab.texts) {
			next = p.slab.texts[i+1].y
		}
		t.y = 0.8 * t.size
		out = append(out, flow{slab: &slab{node: p.slab.node, bare: true, height: max(next-top, t.size), texts: []placedText{t}}})
	}
	return out
}

// letterhead begins a page with the agency's lines, the logo beside them and a
// double rule under them.
func (c *composer) letterhead(b *document.Letterhead, in box) []flow {
	s := &c.sheet
	at := &stacker{c: c, slab: &slab{node: b}, in: in}
	logo := 0.0
	if p := b.Logo; p != nil && p.Width > 0 && p.Height > 0 {
		scale := min(letterheadLogo/float64(p.Height), letterheadLogo/float64(p.Width))
		w, h := float64(p.Width)*scale, float64(p.Height)*scale
		at.slab.drawings = []drawing{{x: in.x, width: w, height: h, scale: 1, alt: p.Alt, picture: p}}
		at.in = in.inset(w+logoGap, w+logoGap) // the lines stand in the middle of the page
		if len(c.set(b.Name, s.letterName, c.doc.Language, b, at.in.width)) > 1 {
			at.in = in.inset(w+logoGap, 0) // or, where they need it, in what the logo leaves
		}
		logo = h
	}
	for _, l := range []struct {
		spans []document.Span
		style textStyle
	}{{b.Parent, s.letterLine}, {b.Name, s.letterName}, {b.Address, s.letterSmall}, {b.Line, s.letterSmall}} {
		if len(l.spans) > 0 {
			at.text(c.atMost(l.spans, b), l.style, "")
		}
	}
	if rest := logo - at.y; rest > 0 {
		for i := range at.slab.texts {
			at.slab.texts[i].y += rest / 2
		}
		at.y = logo
	} else if logo > 0 {
		at.slab.drawings[0].y = -rest / 2
	}
	at.y += 6
	at.slab.rules = []rule{{x: in.x, y: at.y, length: in.width, weight: 2}, {x: in.x, y: at.y + 2.4, length: in.width, weight: lightRule}}
	at.slab.height, at.slab.opens = at.y+3, true
	return []flow{{kind: flowBreak}, {slab: at.slab, below: 1.5 * s.line, keep: true}}
}

// letterheadLogo is how high and wide the logo of a letterhead is at most.
const letterheadLogo = 62.0

// The room for a signature, in points: enough for one by hand with a stamp, or
// for the mark of an electronic one.
const signatureRoom = 74.0

// signatures stand in two columns, a single or a last one at the right; the
// date is over the first of the right column.
func (c *composer) signatures(b *document.Signatures, in box) []flow {
	s := &c.sheet
	half := box{x: in.x, width: (in.width - gutter) / 2}
	right := box{x: in.x + half.width + gutter, width: half.width}
	var out []flow
	if len(b.Date) > 0 {
		at := &stacker{c: c, slab: &slab{node: b}, in: right}
		at.text(b.Date, s.signature, "")
		at.slab.height = at.y
		out = append(out, flow{slab: at.slab, keep: true})
	}
	for i := 0; i < len(b.Items); i += 2 {
		row := &slab{node: b}
		places := []box{half, right}
		items := b.Items[i:min(i+2, len(b.Items))]
		if len(items) == 1 {
			places = places[1:]
		}
		// the names of a row stand at one height
		var over, under float64
		for k, it := range items {
			at := &stacker{c: c, slab: row, in: places[k]}
			for _, spans := range [][]document.Span{it.As, it.Role} {
				if len(spans) > 0 {
					at.text(c.atMost(spans, b), s.signature, "")
				}
			}
			over = max(over, at.y)
		}
		for k, it := range items {
			if len(it.Name)+len(it.Number) == 0 {
				continue
			}
			at := &stacker{c: c, slab: row, in: places[k], y: over + signatureRoom}
			from := len(row.texts)
			at.text(c.atMost(it.Name, b), s.signatureName, "")
			if last := len(row.texts) - 1; last >= from { // underlined
				t := row.texts[last]
				row.rules = append(row.rules, rule{x: t.x, y: t.y + 2, length: t.line.width, weight: lightRule})
			}
			at.y += 1
			if len(it.Number) > 0 {
				at.text(it.Number, s.signature, "")
			}
			under = max(under, at.y-over)
		}
		row.height = over + under
		out = append(out, flow{slab: row, above: s.line / 2, below: s.line})
	}
	return c.spaced(out, 1.5*s.line)
}
