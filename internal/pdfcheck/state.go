package pdfcheck

import "wogreport/internal/pdfcheck/cos"

// extState carries out gs.
func (s *stream) extState(name cos.Name) {
	s.c.stateOf(s.res.look(s.c.f, "ExtGState", name), s)
}

// stateOf applies a graphics state dictionary.
func (c *checker) stateOf(o cos.Object, s *stream) {
	d := c.f.Dict(o)
	if d == nil {
		return
	}
	f, g := c.f, &s.g
	if b, ok := f.Bool(d["OP"]); ok {
		g.overStroke, g.overFill = b, b
	}
	if b, ok := f.Bool(d["op"]); ok {
		g.overFill = b
	}
	if n, ok := f.Int(d["OPM"]); ok {
		g.overMode = n
	}
	if x, ok := f.Number(d["ca"]); ok {
		g.alphaFill = x < 1
	}
	if x, ok := f.Number(d["CA"]); ok {
		g.alphaStroke = x < 1
	}
	switch m := f.Resolve(d["SMask"]).(type) {
	case cos.Name:
		g.masked = m != "None"
	case cos.Dict:
		g.masked = true
		if x := f.Stream(m["G"]); x != nil {
			inner := &stream{c: c, number: x.Number, g: c.firstState(), colour: true, res: c.nested(x.Dict, s.res)}
			c.nestedStream(x, inner, deepestStream-2)
		}
	}
	if mode := f.Resolve(d["BM"]); mode != nil {
		c.blend(mode, g, refNumber(o), s)
	}
	if font := f.Array(d["Font"]); len(font) > 0 {
		g.font = c.font(font[0])
	}
	n := max(refNumber(o), s.number)
	if refNumber(o) > 0 && c.walk.states[refNumber(o)] {
		return
	}
	c.walk.states[refNumber(o)] = true
	c.visit("PDExtGState", &extState{c.f, d}, n)
	if ri := f.Name(d["RI"]); ri != "" {
		c.intent(ri, n)
	}
	c.halftone(d["HT"], "", n, 0)
}

// blend sets the blend mode: a name, or the first known one of an array.
func (c *checker) blend(mode cos.Object, g *graphics, number int, s *stream) {
	name := c.f.Name(mode)
	if a, ok := mode.(cos.Array); ok {
		for _, x := range a {
			if n := c.f.Name(x); blendModes[n] {
				name = n
				break
			}
		}
		if name == "" && len(a) > 0 {
			name = c.f.Name(a[0])
		}
	}
	g.blends = name != "Normal" && name != "Compatible"
	c.visit("CosBM", name, max(number, s.number))
}

// halftone shows a halftone, and those of its colorants.
func (c *checker) halftone(o cos.Object, colorant cos.Name, number, depth int) {
	d := c.f.Dict(o)
	use := halftoneUse{identity(d), colorant}
	if d == nil || depth > 4 || c.walk.halftones[use] {
		return
	}
	c.walk.halftones[use] = true
	if n := refNumber(o); n > 0 {
		number = n
	}
	c.visit("PDHalftone", &halftone{c.f, d, colorant}, number)
	if kind, _ := c.f.Int(d["HalftoneType"]); kind == 5 {
		for _, k := range d.Keys() {
			if k != "Type" && k != "HalftoneType" && k != "HalftoneName" {
				c.halftone(d[k], k, number, depth+1)
			}
		}
	}
}

// extState is a graphics state dictionary.
type extState struct {
	f *cos.File
	cos.Dict
}

// halftone is a halftone, and the colorant that it is for.
type halftone struct {
	f *cos.File
	cos.Dict
	colorant cos.Name
}

// halftoneUse is a halftone's dictionary, and the colorant that it is for.
type halftoneUse struct {
	dict     uintptr
	colorant cos.Name
}

// intent shows a rendering intent.
func (c *checker) intent(name cos.Name, number int) { c.visit("CosRenderingIntent", name, number) }
