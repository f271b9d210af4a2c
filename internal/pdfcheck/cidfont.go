package pdfcheck

import (
	"wogreport/internal/pdfcheck/cos"
	"wogreport/internal/pdfcheck/fontfile"
)

// cidFont is the descendant of a composite font with its CMap.
type cidFont struct {
	dict       cos.Dict
	number     int
	cmap       *fontfile.CMap
	cmapName   string
	cmapStream *cos.Stream // of an embedded one
	widths     map[int]float64
	defaultW   float64
	toGID      []byte
	identity   bool
	hasMap     bool
	info       cos.Dict
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
		k.cmap = fontfile.Predefined(k.cmapName)
	case *cos.Stream:
		k.cmapStream = e
		k.cmapName = string(f.Name(e.Dict["CMapName"]))
		k.cmap = c.cmapOf(e, 0)
	}
}

// mostWidths is how many widths of CIDs that ranges give are read.
const mostWidths = 1 << 20

// readWidths reads the array W (9.7.4.3).
func (k *cidFont) readWidths(f *cos.File) {
	w := f.Array(k.dict["W"])
	left := mostWidths
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
		for cid := first; cid <= last && cid < 1<<16 && cid >= 0 && left > 0; cid++ {
			k.widths[int(cid)] = v
			left--
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

// cmapOf reads a CMap of the file, or a predefined one; nil for none.
func (c *checker) cmapOf(o cos.Object, depth int) *fontfile.CMap {
	switch o := c.f.Resolve(o).(type) {
	case cos.Name:
		return fontfile.Predefined(string(o))
	case *cos.Stream:
		if m, ok := c.walk.cmaps[o]; ok {
			return m
		}
		c.walk.cmaps[o] = nil
		data, err := o.Data()
		if err != nil && len(data) == 0 {
			return nil
		}
		m := fontfile.ParseCMap(tokens(data))
		c.walk.cmaps[o] = m
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

// cmapUse is a CMap that a font, or another CMap, uses.
type cmapUse struct {
	f      *cos.File
	name   string
	stream *cos.Stream
	cmap   *fontfile.CMap
}
