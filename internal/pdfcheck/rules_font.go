package pdfcheck

import (
	"strings"

	"wogreport/internal/pdfcheck/cos"
	"wogreport/internal/pdfcheck/fontfile"
)

// fontRules are about fonts, their programs and CMaps.
var fontRules = []Rule{
	{A: "6.2.11.2-1", Object: "PDFont", Sentence: "the Type of a font's dictionary isn't Font",
		ok: on(func(u *fontUse) bool { return u.f.Name(u.dict["Type"]) == "Font" })},
	{A: "6.2.11.2-2", Object: "PDFont", Sentence: "a font's Subtype is unknown",
		ok: on(func(u *fontUse) bool { return fontTypes[u.subtype] })},
	{A: "6.2.11.2-3", Object: "PDFont", Sentence: "a font has no BaseFont",
		ok: on(func(u *fontUse) bool { return u.subtype == "Type3" || u.base != "" })},
	{A: "6.2.11.2-4", Object: "PDSimpleFont", Sentence: "a font has no FirstChar",
		ok: on(func(u *fontUse) bool { return u.standard() || has[int64](u.f.Int(u.dict["FirstChar"])) })},
	{A: "6.2.11.2-5", Object: "PDSimpleFont", Sentence: "a font has no LastChar",
		ok: on(func(u *fontUse) bool { return u.standard() || has[int64](u.f.Int(u.dict["LastChar"])) })},
	{A: "6.2.11.2-6", Object: "PDSimpleFont", Sentence: "a font's Widths aren't one for each code from FirstChar to LastChar",
		ok: on(func(u *fontUse) bool {
			last, _ := u.f.Int(u.dict["LastChar"])
			return u.standard() || u.f.Array(u.dict["Widths"]) != nil && int64(len(u.widths)) == last-u.first+1
		})},
	{A: "6.2.11.2-7", Object: "PDFont", Sentence: "the Subtype of a font program is unknown",
		ok: on(func(u *fontUse) bool {
			if u.file == nil {
				return true
			}
			switch u.f.Name(u.file.Dict["Subtype"]) {
			case "", "Type1C", "CIDFontType0C", "OpenType":
				return true
			}
			return false
		})},
	{UA: "7.21.3.1-1", A: "6.2.11.3.1-1", Object: "PDType0Font", Sentence: "the CIDSystemInfo of a font and of its CMap don't fit",
		ok: on(func(u *fontUse) bool { return u.cid.fits(u.f) })},
	{UA: "7.21.3.2-1", A: "6.2.11.3.2-1", Object: "PDCIDFont", Sentence: "an embedded CIDFont of Type 2 has no CIDToGIDMap, or not a stream or Identity",
		ok: on(func(u *fontUse) bool { return u.subtype != "CIDFontType2" || u.cid.hasMap || u.file == nil })},
	{UA: "7.21.3.3-1", A: "6.2.11.3.3-1", Object: "PDCMap", Sentence: "a CMap is neither embedded nor predefined",
		ok: on(func(m *cmapUse) bool { return m.stream != nil || fontfile.Predefined(m.name) != nil })},
	{UA: "7.21.3.3-2", A: "6.2.11.3.3-2", Object: "CMapFile", Sentence: "the WMode of a CMap and of its dictionary differ",
		ok: on(func(m *cmapUse) bool {
			n, _ := m.f.Int(m.stream.Dict["WMode"])
			return m.cmap == nil || int64(m.cmap.WMode) == n
		})},
	{UA: "7.21.3.3-3", A: "6.2.11.3.3-3", Object: "PDReferencedCMap", Sentence: "a CMap refers to another that isn't predefined",
		ok: on(func(m *cmapUse) bool { return fontfile.Predefined(m.name) != nil })},
	{A: "6.1.13-10", Object: "CMapFile", Sentence: "a CMap has a CID above 65535",
		ok: on(func(m *cmapUse) bool { return m.cmap == nil || m.cmap.MaxCID <= 65535 })},
	{UA: "7.21.4.1-1", A: "6.2.11.4.1-1", Object: "PDFont", Sentence: "a font isn't embedded",
		ok: on(func(u *fontUse) bool {
			return u.subtype == "Type3" || u.subtype == "Type0" || u.mode == 3 || u.file != nil
		})},
	{UA: "7.21.4.2-1", A: "6.2.11.4.2-1", Object: "PDType1Font", Sentence: "the CharSet of a subset doesn't list the glyphs that it has",
		ok: on(func(u *fontUse) bool { return u.file == nil || !isSubset(u.base) || u.listsGlyphs() })},
	{UA: "7.21.4.2-2", A: "6.2.11.4.2-2", Object: "PDCIDFont", Sentence: "the CIDSet of a subset doesn't list the glyphs that it has",
		ok: on(func(u *fontUse) bool { return u.file == nil || !isSubset(u.base) || u.listsCIDs() })},
	{UA: "7.21.6-1", A: "6.2.11.6-1", Object: "TrueTypeFontProgram", Sentence: "the program of a non-symbolic TrueType font has no non-symbolic cmap",
		ok: on(func(u *fontUse) bool {
			t := u.program.trueType
			if t.Cmap(3, 0) != nil {
				return u.symbolic || len(t.Cmaps) > 1
			}
			return u.symbolic || len(t.Cmaps) > 0
		})},
	{UA: "7.21.6-2", A: "6.2.11.6-2", Object: "PDTrueTypeFont", Sentence: "a non-symbolic TrueType font isn't encoded by MacRoman or WinAnsi, or differs from it by names that aren't known",
		ok: on(func(u *fontUse) bool {
			return u.symbolic || (u.encName == "MacRomanEncoding" || u.encName == "WinAnsiEncoding") && (len(u.differs) == 0 || u.differsByList())
		})},
	{UA: "7.21.6-3", A: "6.2.11.6-3", Object: "PDTrueTypeFont", Sentence: "a symbolic TrueType font has an Encoding",
		ok: on(func(u *fontUse) bool { return !u.symbolic || !u.hasEnc })},
	{UA: "7.21.6-4", A: "6.2.11.6-4", Object: "TrueTypeFontProgram", Sentence: "the program of a symbolic TrueType font has several cmaps, none of them (3,0)",
		ok: on(func(u *fontUse) bool {
			t := u.program.trueType
			return !u.symbolic || len(t.Cmaps) == 1 || t.Cmap(3, 0) != nil
		})},
}

var fontTypes = map[cos.Name]bool{
	"Type1": true, "MMType1": true, "TrueType": true, "Type3": true, "Type0": true, "CIDFontType0": true, "CIDFontType2": true,
}

// has is the second of what a reader of values gives.
func has[T any](_ T, ok bool) bool { return ok }

// standard reports whether a font is one of the 14 that need no widths.
func (x *font) standard() bool {
	return x.subtype == "Type1" && standard14[string(x.base)] && x.file == nil
}

// differsByList reports whether the Adobe Glyph List has all names of Differences,
// and the program a cmap (3,1) by which to find them.
func (x *font) differsByList() bool {
	for _, n := range x.differs {
		if !fontfile.Listed(n) && n != ".notdef" {
			return false
		}
	}
	return x.program == nil || x.program.trueType == nil || x.program.trueType.Cmap(3, 1) != nil
}

// fits reports whether the CIDSystemInfo of a font fits its CMap's.
func (k *cidFont) fits(f *cos.File) bool {
	if k.cmapName == "Identity-H" || k.cmapName == "Identity-V" {
		return true
	}
	registry, r := f.String(k.info["Registry"])
	ordering, o := f.String(k.info["Ordering"])
	supplement, s := f.Int(k.info["Supplement"])
	if !r || !o || !s {
		return false
	}
	if k.cmapStream == nil {
		m := fontfile.Predefined(k.cmapName)
		return m != nil && registry.Bytes == m.Registry && ordering.Bytes == m.Ordering && supplement <= int64(m.Supplement)
	}
	info := f.Dict(k.cmapStream.Dict["CIDSystemInfo"])
	if info != nil {
		cr, a := f.String(info["Registry"])
		co, b := f.String(info["Ordering"])
		cs, c := f.Int(info["Supplement"])
		return a && b && c && cr.Bytes == registry.Bytes && co.Bytes == ordering.Bytes && supplement <= cs
	}
	m := k.cmap
	return m != nil && m.HasInfo && m.Registry == registry.Bytes && m.Ordering == ordering.Bytes && supplement <= int64(m.Supplement)
}

// glyphRules are about the glyphs that are shown.
var glyphRules = []Rule{
	{UA: "7.21.4.1-2", A: "6.2.11.4.1-2", Object: "Glyph", Sentence: "an embedded font hasn't a glyph that is shown",
		Limit: "of a font with a predefined CMap other than Identity, codes aren't mapped to glyphs: the tables are too large",
		ok:    on(func(g *glyph) bool { return g.mode == 3 || g.present == nil || *g.present })},
	{UA: "7.21.5-1", A: "6.2.11.5-1", Object: "Glyph", Sentence: "the width of a glyph differs between the font's dictionary and its program",
		Limit: "of a font with a predefined CMap other than Identity, codes aren't mapped to glyphs: the tables are too large",
		ok: on(func(g *glyph) bool {
			if g.mode == 3 || g.inProgram == nil || g.inDict == nil {
				return true
			}
			d := *g.inProgram - *g.inDict
			return d >= -1 && d <= 1
		})},
	{UA: "7.21.7-1", A: "6.2.11.7.2-1", Level: 'u', Object: "Glyph", Sentence: "a code that is shown can't be mapped to Unicode",
		ok: on(func(g *glyph) bool { return g.unicode != nil })},
	{UA: "7.21.7-2", A: "6.2.11.7.2-2", Level: 'u', Object: "Glyph", Sentence: "a code that is shown is mapped to U+0000, U+FEFF or U+FFFE",
		ok: on(func(g *glyph) bool { return g.unicode == nil || !strings.ContainsAny(*g.unicode, "\x00\ufeff\ufffe") })},
	{A: "6.2.11.7.3-1", Level: 'a', Object: "Glyph", Sentence: "a code that is shown is mapped to a private character, and nothing says what it means (ActualText)",
		ok: on(func(g *glyph) bool { return g.actualText || g.unicode == nil || !private(*g.unicode) })},
	{UA: "7.21.8-1", A: "6.2.11.8-1", Object: "Glyph", Sentence: "the glyph .notdef is shown",
		Limit: "of a font with a predefined CMap other than Identity, codes aren't mapped to glyphs: the tables are too large",
		ok:    on(func(g *glyph) bool { return g.name != ".notdef" })},
}

// private reports whether a text has a character of a Private Use Area.
func private(s string) bool {
	for _, r := range s {
		if r >= 0xe000 && r <= 0xf8ff || r >= 0xf0000 && r <= 0xffffd || r >= 0x100000 && r <= 0x10fffd {
			return true
		}
	}
	return false
}
