package typeset

import (
	"slices"

	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/pdf/fonts"
)

// glyph is a character of a paragraph in its face.
type glyph struct {
	r      rune
	actual rune   // what it stands for, where that is not r
	link   uint32 // index in text.links
	font   uint16 // index in text.fonts
	code   byte   // in the faces' encoding; 0: needs the full font
	lang   uint8  // index in text.langs
	width  float64
	kern   float64 // the shift before it, if the glyph before stands on the same line
}

func (g *glyph) space() bool   { return g.r == ' ' || g.r == noBreak }
func (g *glyph) newline() bool { return g.r == newline }

// target is where a piece of a text leads, or the words of a formula, or that it is a name.
type target struct {
	link, alt string
	name      bool
}

// text is a paragraph as glyphs.
type text struct {
	style  Style
	glyphs []glyph
	fonts  []Font
	links  []target // the first is none
	langs  []lang.Tag
	items  *itemizer // shared by the texts of a Setter
}

// shapeInto turns spans into the glyphs of t, whose buffers it uses again: spaces
// run together into one, runes without a glyph in any font become the substitute
// and are reported for the block.
func (s *Setter) shapeInto(t *text, spans []document.Span, style Style, l lang.Tag, block document.Block) {
	n := 0
	for i := range spans {
		n += len(spans[i].Text)
	}
	*t = text{
		style: style, items: &s.items,
		glyphs: slices.Grow(t.glyphs[:0], n), fonts: t.fonts[:0], links: append(t.links[:0], target{}), langs: t.langs[:0],
	}
	pending := false // a space not yet set
	for i := range spans {
		span := &spans[i]
		of := style
		if span.Style&document.Symbol != 0 {
			of = style.slanted()
		}
		at := glyph{font: t.font(of.font(span.Style)), link: t.link(target{span.Link, span.Alt, span.Style&document.Name != 0}), lang: t.lang(span.Lang, l)}
		clean := Clean(span.Text)
		symbols := document.Symbols(clean)
		upright, slanted := at.font, at.font
		if len(symbols) > 0 && span.Style&document.Monospace == 0 {
			slanted = t.font(style.slanted().font(span.Style &^ document.Italic))
		}
		for j, r := range clean {
			if len(symbols) > 0 && j >= symbols[0][1] {
				symbols = symbols[1:]
			}
			if at.font = upright; len(symbols) > 0 && j >= symbols[0][0] {
				at.font = slanted
			}
			switch r {
			case ' ':
				pending = true
				continue
			case newline:
				pending = false
			}
			if pending && len(t.glyphs) > 0 && !t.glyphs[len(t.glyphs)-1].newline() {
				s.add(t, at, ' ', block)
			}
			pending = false
			s.add(t, at, r, block)
		}
	}
}

// add appends a rune's glyph with its kern against the one before.
func (s *Setter) add(t *text, g glyph, r rune, block document.Block) {
	g.r = r
	if r == newline || r == softHyphen || r == zeroWidth {
		t.glyphs = append(t.glyphs, g)
		return
	}
	f := &t.fonts[g.font]
	m := f.Face.Metrics()
	code, ok := fonts.Code(r)
	if !ok {
		if w, has := f.Face.Full().Width(r); has {
			g.width = float64(w) * f.Size / 1000
			t.glyphs = append(t.glyphs, g)
			return
		}
		s.miss(r, block)
		g.r, g.actual = fonts.Substitute, r
		code, _ = fonts.Code(g.r)
	}
	g.code = code
	g.width = float64(m.Width(code)) * f.Size / 1000
	if n := len(t.glyphs); n > 0 && !g.space() {
		if p := &t.glyphs[n-1]; p.code != 0 && p.font == g.font && !p.space() {
			g.kern = float64(m.Kern(p.code, code)) * f.Size / 1000
		}
	}
	t.glyphs = append(t.glyphs, g)
}

func (t *text) font(f Font) uint16 {
	for i := range t.fonts {
		if t.fonts[i] == f {
			return uint16(i)
		}
	}
	t.fonts = append(t.fonts, f)
	return uint16(len(t.fonts) - 1)
}

// link is the index of a target, 0 of none. One that leads elsewhere than the piece before
// it is new: a paragraph may have thousands.
func (t *text) link(to target) uint32 {
	switch last := len(t.links) - 1; {
	case to == target{}:
		return 0
	case t.links[last] != to:
		t.links = append(t.links, to)
	}
	return uint32(len(t.links) - 1)
}

func (t *text) lang(of, around lang.Tag) uint8 {
	if of == "" {
		of = around
	}
	for i := range t.langs {
		if t.langs[i] == of {
			return uint8(i)
		}
	}
	t.langs = append(t.langs, of)
	return uint8(len(t.langs) - 1)
}

// natural is the width of the text on one line.
func (t *text) natural() float64 {
	w := 0.0
	for i := range t.glyphs {
		w += t.glyphs[i].width + t.glyphs[i].kern
	}
	return w
}
