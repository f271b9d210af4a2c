package pdfcheck

import (
	"wogreport/internal/pdfcheck/cos"
	"wogreport/internal/pdfcheck/fontfile"
)

// glyphUse tells uses of a code apart that rules may judge differently.
type glyphUse struct {
	code         uint32
	size         int
	hidden, text bool
}

// glyph is a glyph that is shown.
type glyph struct {
	font       string
	code       uint32
	mode       int
	name       string
	present    *bool
	inProgram  *float64 // widths
	inDict     *float64
	unicode    *string
	actualText bool
}

func (g *glyph) detail() string { return g.font }

// show carries out an operator that shows text.
func (s *stream) show(args []cos.Object, depth int) {
	x, c := s.g.font, s.c
	if x == nil {
		s.item(true)
		return
	}
	c.useFont(x, s.g.mode, s, depth)
	if x.shown[transparentGlyphs] {
		s.result.transparent = true
	}
	mode := s.g.mode % 4
	if s.g.mode < 7 {
		if mode == 0 || mode == 2 {
			s.useColour(s.g.fill, s.g.fillPattern, false, depth)
		}
		if mode == 1 || mode == 2 {
			s.useColour(s.g.stroke, s.g.strokePat, true, depth)
		}
	}
	s.item(true)
	if !c.wants("Glyph") {
		return
	}
	replaced := s.mark.inside().replaced
	for _, a := range args {
		t, ok := a.(cos.String)
		if !ok {
			continue
		}
		for rest := t.Bytes; len(rest) > 0; {
			use := glyphUse{size: 1, code: uint32(rest[0]), hidden: s.g.mode == 3, text: replaced}
			cid, found := 0, true
			if x.cid != nil {
				if x.cid.cmap == nil {
					break
				}
				use.code, use.size, cid, found = x.cid.cmap.Next(rest)
				if use.size == 0 {
					break
				}
			}
			rest = rest[use.size:]
			if x.glyphs[use] {
				continue
			}
			x.glyphs[use] = true
			g := &glyph{font: string(x.base), code: use.code, mode: s.g.mode, actualText: replaced}
			if x.cid != nil {
				x.composite(g, use, cid, found)
			} else {
				x.simple(g, int(use.code))
			}
			c.visit("Glyph", g, max(x.number, s.number))
		}
	}
}

// simple finds the glyph of a simple font's code.
func (x *font) simple(g *glyph, code int) {
	g.name = x.encoding[code]
	if g.name == "" && code == 0 && x.subtype == "TrueType" {
		g.name = ".notdef"
	}
	g.unicode = x.simpleUnicode(code)
	if x.subtype == "Type3" {
		p := x.f.Stream(x.procs[cos.Name(g.name)])
		there := p != nil
		g.present = &there
		if there {
			if w, ok := procWidth(x.f, p); ok {
				d := x.dictWidth(code)
				g.inProgram, g.inDict = &w, &d
			}
		}
		return
	}
	if x.program == nil {
		return
	}
	w, there := x.programWidth(code, g.name)
	there = there || code == 0
	g.present = &there
	d := x.dictWidth(code)
	g.inDict = &d
	if w < 0 {
		m, _ := x.f.Number(x.descriptor["MissingWidth"])
		w = m
	}
	g.inProgram = &w
}

// composite finds the glyph of a composite font's code.
func (x *font) composite(g *glyph, use glyphUse, cid int, found bool) {
	k := x.cid
	if x.toUnicode != nil {
		if t, ok := x.toUnicode.Text(use.code, use.size); ok {
			g.unicode = &t
		}
	}
	if g.unicode == nil {
		g.unicode = k.collectionUnicode(x.f)
	}
	if x.program == nil || !k.cmap.Maps() {
		return
	}
	gid, there := cid, found
	switch p := x.program; {
	case k.toGID != nil:
		gid = 0
		if 2*cid+1 < len(k.toGID) {
			gid = int(k.toGID[2*cid])<<8 | int(k.toGID[2*cid+1])
		}
		there = gid > 0
	case p.cff != nil && p.cff.CID:
		gid, there = p.cff.CIDs[cid]
	}
	var w float64
	var has bool
	switch p := x.program; {
	case p.trueType != nil && p.trueType.Glyphs > 0:
		w, has = p.trueType.Width(gid)
	case p.cff != nil:
		w, has = p.cff.Width(gid)
	default:
		return
	}
	there = there && has && gid != 0
	if cid == 0 || !there {
		g.name = ".notdef"
	}
	there = there || use.code == 0
	g.present = &there
	d := k.width(cid)
	g.inDict = &d
	if !has {
		w = k.defaultW
	}
	g.inProgram = &w
}

// collections are the character collections whose CIDs readers map to Unicode.
var collections = map[string]bool{"GB1": true, "CNS1": true, "Japan1": true, "Korea1": true}

// collectionUnicode stands for a text that readers know of a CID's collection.
func (k *cidFont) collectionUnicode(f *cos.File) *string {
	ordering, _ := f.String(k.info["Ordering"])
	registry, _ := f.String(k.info["Registry"])
	if m := fontfile.Predefined(k.cmapName); m != nil && collections[m.Ordering] || registry.Bytes == "Adobe" && collections[ordering.Bytes] {
		t := "?"
		return &t
	}
	return nil
}

// procWidth is the width that a Type 3 glyph's drawing sets, by d0 or d1.
func procWidth(f *cos.File, p *cos.Stream) (float64, bool) {
	data, _ := p.Data()
	l := cos.NewLexer(data)
	var args []cos.Object
	for range 64 {
		o, ok := l.Next()
		if !ok {
			return 0, false
		}
		if op, is := o.(cos.Operator); is {
			if (op == "d0" && len(args) >= 2) || (op == "d1" && len(args) >= 6) {
				at := len(args) - 2
				if op == "d1" {
					at = len(args) - 6
				}
				return f.Number(args[at])
			}
			args = nil
			continue
		}
		args = append(args, o)
	}
	return 0, false
}
