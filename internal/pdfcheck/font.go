package pdfcheck

import (
	"fmt"
	"strings"

	"wogreport/internal/pdfcheck/cos"
	"wogreport/internal/pdfcheck/fontfile"
)

// font is a font of the page's resources.
type font struct {
	f       *cos.File
	dict    cos.Dict
	number  int
	subtype cos.Name
	base    cos.Name
	cid     *cidFont     // of a composite font
	shown   map[int]bool // rendering modes in which it is used

	descriptor cos.Dict
	file       *cos.Stream
	program    *program
	symbolic   bool
	encoding   [256]string // names by code, of a simple font
	encodes    [256]bool   // the dictionary gives the name
	encName    cos.Name    // Encoding or BaseEncoding
	hasEnc     bool
	differs    []string // names of Differences
	widths     []cos.Object
	first      int64
	toUnicode  *fontfile.CMap
	procs      cos.Dict // of Type 3
	glyphs     map[glyphUse]bool
}

// program is an embedded font program.
type program struct {
	trueType *fontfile.TrueType
	cff      *fontfile.CFF
	type1    *fontfile.Type1
}

// font reads a font.
func (c *checker) font(o cos.Object) *font {
	d := c.f.Dict(o)
	if d == nil {
		return nil
	}
	key := fmt.Sprintf("%p", d)
	if n := refNumber(o); n > 0 {
		key = fmt.Sprint(n)
	}
	if x, ok := c.walk.fonts[key]; ok {
		return x
	}
	x := &font{f: c.f, dict: d, number: refNumber(o), shown: map[int]bool{}, glyphs: map[glyphUse]bool{}}
	c.walk.fonts[key] = x
	x.subtype, x.base = c.f.Name(d["Subtype"]), c.f.Name(d["BaseFont"])
	x.toUnicode = c.cmapOf(d["ToUnicode"], 0)
	x.descriptor = c.f.Dict(d["FontDescriptor"])
	if x.subtype == "Type0" {
		c.readCIDFont(x)
	} else {
		x.readSimple()
	}
	c.readProgram(x)
	x.finish()
	return x
}

// readSimple reads what the dictionary says of a simple font.
func (x *font) readSimple() {
	f, d := x.f, x.dict
	x.widths = f.Array(d["Widths"])
	x.first, _ = f.Int(d["FirstChar"])
	x.procs = f.Dict(d["CharProcs"])
	flags, _ := f.Int(x.descriptor["Flags"])
	x.symbolic = flags&4 != 0
	enc := f.Resolve(d["Encoding"])
	x.hasEnc = enc != nil
	var base []string
	set := func(n cos.Name) {
		x.encName = n
		base = fontfile.Encoding(string(n))
	}
	if n, ok := enc.(cos.Name); ok {
		set(n)
	}
	e, _ := enc.(cos.Dict)
	if e != nil {
		set(f.Name(e["BaseEncoding"]))
	}
	for i, n := range base {
		x.encoding[i], x.encodes[i] = n, n != ""
	}
	if base == nil && (e == nil || !x.symbolic) && x.subtype != "Type3" && (x.subtype == "TrueType" && e != nil || !x.embedded()) {
		copy(x.encoding[:], fontfile.Encoding("StandardEncoding"))
		if n := x.base; n == "Symbol" || n == "ZapfDingbats" {
			copy(x.encoding[:], fontfile.Encoding(string(n)))
		}
	}
	code := int64(0)
	for _, v := range f.Array(e["Differences"]) {
		switch v := f.Resolve(v).(type) {
		case cos.Integer:
			code = int64(v)
		case cos.Name:
			x.differs = append(x.differs, string(v))
			if code >= 0 && code < 256 {
				x.encoding[code], x.encodes[code] = string(v), true
			}
			code++
		}
	}
}

func (x *font) embedded() bool {
	for _, k := range []cos.Name{"FontFile", "FontFile2", "FontFile3"} {
		if x.f.Stream(x.descriptor[k]) != nil {
			return true
		}
	}
	return false
}

// readProgram reads the embedded font program.
func (c *checker) readProgram(x *font) {
	for _, k := range []cos.Name{"FontFile", "FontFile2", "FontFile3"} {
		s := x.f.Stream(x.descriptor[k])
		if s == nil {
			continue
		}
		x.file = s
		p, known := c.walk.programs[s]
		if !known {
			p = x.parseProgram(s, k)
			c.walk.programs[s] = p
		}
		x.program = p
		return
	}
}

// parseProgram reads a font program by the key that it stands at; nil is for a broken
// one.
func (x *font) parseProgram(s *cos.Stream, key cos.Name) *program {
	data, err := s.Data()
	if err != nil && len(data) == 0 {
		return nil
	}
	p := &program{}
	switch {
	case key == "FontFile":
		n, _ := x.f.Int(s.Dict["Length1"])
		p.type1, err = fontfile.ParseType1(data, int(min(n, 1<<30)))
	case key == "FontFile2", strings.HasPrefix(string(data[:min(4, len(data))]), "OTTO"), x.f.Name(s.Dict["Subtype"]) == "OpenType":
		if p.trueType, err = fontfile.ParseTrueType(data); err == nil {
			p.cff = p.trueType.CFF
		}
	default:
		p.cff, err = fontfile.ParseCFF(data)
	}
	if err != nil {
		return nil
	}
	return p
}

// finish fills in what the program says of codes that the dictionary leaves open.
func (x *font) finish() {
	if x.program == nil || x.cid != nil {
		return
	}
	var own *[256]string
	switch {
	case x.program.type1 != nil:
		own = &x.program.type1.Encoding
	case x.program.cff != nil && x.program.trueType == nil:
		own = &x.program.cff.Encoding
	default:
		return
	}
	if x.encName != "" && fontfile.Encoding(string(x.encName)) != nil {
		return
	}
	for i, n := range own {
		if !x.encodes[i] {
			x.encoding[i] = n
		}
	}
}

// standard14 are the fonts that every reader has, by their names.
var standard14 = map[string]bool{
	"Times-Roman": true, "Times-Bold": true, "Times-Italic": true, "Times-BoldItalic": true,
	"Helvetica": true, "Helvetica-Bold": true, "Helvetica-Oblique": true, "Helvetica-BoldOblique": true,
	"Courier": true, "Courier-Bold": true, "Courier-Oblique": true, "Courier-BoldOblique": true,
	"Symbol": true, "ZapfDingbats": true,
}

// isSubset reports whether a font's name begins with the tag of a subset.
func isSubset(n cos.Name) bool {
	if len(n) < 7 || n[6] != '+' {
		return false
	}
	for i := range 6 {
		if n[i] < 'A' || n[i] > 'Z' {
			return false
		}
	}
	return true
}

// setFont carries out Tf.
func (s *stream) setFont(args []cos.Object) {
	if len(args) < 2 {
		return
	}
	name, _ := args[len(args)-2].(cos.Name)
	s.g.font = s.c.font(s.res.look(s.c.f, "Font", name))
}

// useFont shows a font to its rules, once for each way of rendering.
func (c *checker) useFont(x *font, mode int, s *stream, depth int) {
	visible := mode
	if x.shown[visible] {
		return
	}
	x.shown[visible] = true
	u := &fontUse{font: x, mode: mode}
	n := max(x.number, 0)
	c.visit("PDFont", u, n)
	if len(x.shown) > 1 {
		return
	}
	c.unicodeName(x.base, n)
	switch x.subtype {
	case "Type0":
		c.useComposite(x, u, n)
		return
	case "Type3":
		c.glyphProcs(x, s, depth)
	case "TrueType":
		c.visit("PDTrueTypeFont", u, n)
		if x.program != nil && x.program.trueType != nil {
			c.visit("TrueTypeFontProgram", u, n)
		}
	case "Type1", "MMType1":
		c.visit("PDType1Font", u, n)
	}
	c.visit("PDSimpleFont", u, n)
}

// fontUse is a font that is used in a rendering mode.
type fontUse struct {
	*font
	mode int
}

func (u *fontUse) detail() string { return string(u.base) }

// glyphProcs reads the drawings of a Type 3 font's glyphs.
func (c *checker) glyphProcs(x *font, s *stream, depth int) {
	for _, k := range x.procs.Keys() {
		p := c.f.Stream(x.procs[k])
		if p == nil {
			continue
		}
		inner := &stream{c: c, number: p.Number, g: c.firstState(), colour: true}
		inner.res = &resources{own: c.f.Dict(x.dict["Resources"]), above: s.res}
		if c.nestedStream(p, inner, depth+1) {
			x.shown[transparentGlyphs] = true
		}
	}
}

// transparentGlyphs marks a Type 3 font whose glyphs are drawn transparently.
const transparentGlyphs = -1
