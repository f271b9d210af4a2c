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

// cidFont is the descendant of a composite font with its CMap.
type cidFont struct {
	dict       cos.Dict
	number     int
	cmap       *fontfile.CMap
	cmapName   string
	cmapStream *cos.Stream // of an embedded one
	known      bool        // codes can be mapped to CIDs
	widths     map[int]float64
	defaultW   float64
	toGID      []byte
	identity   bool
	hasMap     bool
	info       cos.Dict
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
	x.readProgram()
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
func (x *font) readProgram() {
	for _, k := range []cos.Name{"FontFile", "FontFile2", "FontFile3"} {
		s := x.f.Stream(x.descriptor[k])
		if s == nil {
			continue
		}
		x.file = s
		data, err := s.Data()
		if err != nil && len(data) == 0 {
			return
		}
		p := &program{}
		switch {
		case k == "FontFile":
			n, _ := x.f.Int(s.Dict["Length1"])
			p.type1, err = fontfile.ParseType1(data, int(min(n, 1<<30)))
		case k == "FontFile2", strings.HasPrefix(string(data[:min(4, len(data))]), "OTTO"), x.f.Name(s.Dict["Subtype"]) == "OpenType":
			if p.trueType, err = fontfile.ParseTrueType(data); err == nil {
				p.cff = p.trueType.CFF
			}
		default:
			p.cff, err = fontfile.ParseCFF(data)
		}
		if err == nil {
			x.program = p
		}
		return
	}
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

// readCIDFont reads the descendant of a composite font.
func (c *checker) readCIDFont(x *font) {
	f := c.f
	k := &cidFont{widths: map[int]float64{}, defaultW: 1000}
	x.cid = k
	list := f.Array(x.dict["DescendantFonts"])
	if len(list) > 0 {
		k.dict, k.number = f.Dict(list[0]), refNumber(list[0])
	}
	x.descriptor = f.Dict(k.dict["FontDescriptor"])
	k.info = f.Dict(k.dict["CIDSystemInfo"])
	if n, ok := f.Number(k.dict["DW"]); ok {
		k.defaultW = n
	}
	k.readWidths(f)
	switch m := f.Resolve(k.dict["CIDToGIDMap"]).(type) {
	case *cos.Stream:
		k.toGID, _ = m.Data()
		k.hasMap = true
	case cos.Name:
		k.identity = m == "Identity"
		k.hasMap = k.identity
	}
	switch e := f.Resolve(x.dict["Encoding"]).(type) {
	case cos.Name:
		k.cmapName = string(e)
		if e == "Identity-H" || e == "Identity-V" {
			k.cmap, k.known = fontfile.Identity(e == "Identity-V"), true
		}
	case *cos.Stream:
		k.cmapStream = e
		k.cmapName = string(f.Name(e.Dict["CMapName"]))
		k.cmap = c.cmapOf(e, 0)
		k.known = k.cmap != nil && (k.cmap.Base != nil || len(k.cmap.Uses) == 0)
	}
}

// readWidths reads the array W (9.7.4.3).
func (k *cidFont) readWidths(f *cos.File) {
	w := f.Array(k.dict["W"])
	for i := 0; i+1 < len(w); {
		first, _ := f.Int(w[i])
		if list, ok := f.Resolve(w[i+1]).(cos.Array); ok {
			for n, v := range list {
				k.widths[int(first)+n], _ = f.Number(v)
			}
			i += 2
			continue
		}
		if i+2 >= len(w) {
			return
		}
		last, _ := f.Int(w[i+1])
		v, _ := f.Number(w[i+2])
		for cid := first; cid <= last && cid < 1<<16 && cid >= 0; cid++ {
			k.widths[int(cid)] = v
		}
		i += 3
	}
}

func (k *cidFont) width(cid int) float64 {
	if w, ok := k.widths[cid]; ok {
		return w
	}
	return k.defaultW
}

// cmapOf reads a CMap of the file, or a predefined identity; nil for none.
func (c *checker) cmapOf(o cos.Object, depth int) *fontfile.CMap {
	switch o := c.f.Resolve(o).(type) {
	case cos.Name:
		if o == "Identity-H" || o == "Identity-V" {
			return fontfile.Identity(o == "Identity-V")
		}
	case *cos.Stream:
		data, err := o.Data()
		if err != nil && len(data) == 0 {
			return nil
		}
		m := fontfile.ParseCMap(tokens(data))
		if use := o.Dict["UseCMap"]; use != nil && depth < 4 {
			m.Base = c.cmapOf(use, depth+1)
		} else if len(m.Uses) > 0 {
			m.Base = c.cmapOf(cos.Name(m.Uses[0]), depth+1)
		}
		return m
	}
	return nil
}

// tokens reads the program of a CMap.
func tokens(data []byte) func() (fontfile.Token, bool) {
	l := cos.NewLexer(data)
	var queue []fontfile.Token
	var add func(o cos.Object, depth int)
	add = func(o cos.Object, depth int) {
		switch o := o.(type) {
		case cos.String:
			queue = append(queue, fontfile.Token{Kind: 's', Bytes: o.Bytes})
		case cos.Name:
			queue = append(queue, fontfile.Token{Kind: '/', Bytes: string(o)})
		case cos.Integer:
			queue = append(queue, fontfile.Token{Kind: 'n', Int: int(o)})
		case cos.Real:
			queue = append(queue, fontfile.Token{Kind: 'n', Int: int(o)})
		case cos.Operator:
			queue = append(queue, fontfile.Token{Kind: 'w', Bytes: string(o)})
		case cos.Array:
			queue = append(queue, fontfile.Token{Kind: '['})
			for _, x := range o {
				add(x, depth+1)
			}
			queue = append(queue, fontfile.Token{Kind: ']'})
		case cos.Dict:
			for _, k := range o.Keys() {
				queue = append(queue, fontfile.Token{Kind: '/', Bytes: string(k)})
				add(o[k], depth+1)
				queue = append(queue, fontfile.Token{Kind: 'w', Bytes: "def"})
			}
		}
	}
	return func() (fontfile.Token, bool) {
		for len(queue) == 0 {
			o, ok := l.Next()
			if !ok {
				return fontfile.Token{}, false
			}
			add(o, 0)
		}
		t := queue[0]
		queue = queue[1:]
		return t, true
	}
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

// useComposite shows a composite font, its descendant and its CMap.
func (c *checker) useComposite(x *font, u *fontUse, n int) {
	c.visit("PDType0Font", u, n)
	k := x.cid
	inner := &font{f: x.f, dict: k.dict, number: k.number, subtype: c.f.Name(k.dict["Subtype"]), base: c.f.Name(k.dict["BaseFont"]), descriptor: x.descriptor, file: x.file, program: x.program, cid: k}
	at := max(k.number, n)
	if k.dict != nil {
		iu := &fontUse{font: inner, mode: u.mode}
		c.visit("PDFont", iu, at)
		c.visit("PDCIDFont", iu, at)
		c.unicodeName(inner.base, at)
	}
	m := &cmapUse{f: c.f, name: k.cmapName, stream: k.cmapStream, cmap: k.cmap}
	c.visit("PDCMap", m, n)
	c.cmapFile(k.cmapStream, n, 0)
}

// cmapFile shows an embedded CMap and those that it refers to.
func (c *checker) cmapFile(s *cos.Stream, n, depth int) {
	if s == nil || depth > 4 {
		return
	}
	m := &cmapUse{f: c.f, stream: s, cmap: c.cmapOf(s, 0), name: string(c.f.Name(s.Dict["CMapName"]))}
	c.visit("CMapFile", m, s.Number)
	use := c.f.Resolve(s.Dict["UseCMap"])
	switch u := use.(type) {
	case cos.Name:
		c.visit("PDReferencedCMap", &cmapUse{f: c.f, name: string(u)}, s.Number)
	case *cos.Stream:
		c.visit("PDReferencedCMap", &cmapUse{f: c.f, name: string(c.f.Name(u.Dict["CMapName"])), stream: u}, u.Number)
		c.cmapFile(u, n, depth+1)
	default:
		if m.cmap == nil {
			return
		}
		for _, name := range m.cmap.Uses {
			c.visit("PDReferencedCMap", &cmapUse{f: c.f, name: name}, s.Number)
		}
	}
}

// fontUse is a font that is used in a rendering mode.
type fontUse struct {
	*font
	mode int
}

func (u *fontUse) detail() string { return string(u.base) }

// cmapUse is a CMap that a font, or another CMap, uses.
type cmapUse struct {
	f      *cos.File
	name   string
	stream *cos.Stream
	cmap   *fontfile.CMap
}

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
