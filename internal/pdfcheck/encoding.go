package pdfcheck

import "wogreport/internal/pdfcheck/fontfile"

// dictWidth is the width that the dictionary gives a code.
func (x *font) dictWidth(code int) float64 {
	if i := int64(code) - x.first; i >= 0 && i < int64(len(x.widths)) {
		w, _ := x.f.Number(x.widths[i])
		return w
	}
	w, _ := x.f.Number(x.descriptor["MissingWidth"])
	return w
}

// programWidth is the width that the program gives a code, -1 for none, and whether
// it has the glyph.
func (x *font) programWidth(code int, name string) (float64, bool) {
	p := x.program
	switch {
	case p.type1 != nil:
		w, ok := p.type1.Width(name)
		if !ok {
			if name == "" {
				name = ".notdef"
			}
			if w, found := p.type1.Width(".notdef"); found {
				return w, name == ".notdef"
			}
			return -1, false
		}
		return w, true
	case p.trueType != nil:
		gid := x.trueTypeGlyph(code, name)
		if w, ok := p.trueType.Width(gid); ok {
			return w, gid != 0
		}
		if p.cff != nil {
			w, ok := p.cff.Width(gid)
			return w, ok && gid != 0
		}
		return -1, false
	case p.cff != nil:
		gid, ok := p.cff.Named(name)
		if p.cff.CID {
			gid, ok = p.cff.CIDs[code]
		}
		w, has := p.cff.Width(gid)
		if !ok || !has {
			w, _ = p.cff.Width(0)
			return w, name == ".notdef"
		}
		return w, true
	}
	return -1, false
}

// trueTypeGlyph is the glyph of a code in a TrueType program (9.6.6.4).
func (x *font) trueTypeGlyph(code int, name string) int {
	t := x.program.trueType
	if x.symbolic || !x.hasEnc {
		if m := t.Cmap(3, 0); m != nil {
			for _, high := range []int{0xf000, 0, 0xf100, 0xf200} {
				if g := m.Glyph(high + code); g > 0 {
					return g
				}
			}
		}
		if m := t.Cmap(1, 0); m != nil {
			if g := m.Glyph(code); g > 0 {
				return g
			}
		}
		if x.symbolic {
			if len(t.Cmaps) == 1 {
				return t.Cmaps[0].Glyph(code)
			}
			if t.Cmap(3, 1) == nil || name == "" {
				return 0
			}
		}
	}
	if name == "" || name == ".notdef" {
		return 0
	}
	if m := t.Cmap(3, 1); m != nil {
		if u := []rune(fontfile.Unicode(name)); len(u) == 1 {
			if g := m.Glyph(int(u[0])); g > 0 {
				return g
			}
		}
	}
	if m := t.Cmap(1, 0); m != nil {
		for c, n := range fontfile.Encoding("MacRomanEncoding") {
			if n == name {
				if g := m.Glyph(c); g > 0 {
					return g
				}
			}
		}
	}
	if g, ok := t.Named(name); ok {
		return g
	}
	if t.CFF != nil {
		if g, ok := t.CFF.Named(name); ok {
			return g
		}
	}
	if m := t.Cmap(3, 0); m != nil {
		for _, high := range []int{0xf000, 0} {
			if g := m.Glyph(high + code); g > 0 {
				return g
			}
		}
	}
	return 0
}

// simpleUnicode is what a code of a simple font is in Unicode.
func (x *font) simpleUnicode(code int) *string {
	if x.toUnicode != nil {
		if t, ok := x.toUnicode.Text(uint32(code), 1); ok {
			return &t
		}
	}
	name := x.encoding[code]
	if x.subtype == "TrueType" && x.symbolic && !x.encodes[code] || name == "" {
		return nil
	}
	if t := fontfile.Unicode(name); t != "" {
		return &t
	}
	return nil
}
