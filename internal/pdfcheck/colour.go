package pdfcheck

import (
	"bytes"
	"strconv"

	"wogreport/internal/pdfcheck/cos"
)

// colourSpace is a colour space.
type colourSpace struct {
	kind      string // of its family
	n         int    // of components
	number    int    // of its object or profile
	profile   *cos.Stream
	names     []cos.Name     // of colorants
	base      *colourSpace   // of an indexed one or a pattern, the alternate of a colorant's
	tint      cos.Object     // how a colorant's is made of the alternate
	alternate cos.Object     // as it is written
	colorants []*colourSpace // of DeviceN, with how they are made
	missing   bool           // a spot colour of DeviceN isn't among its colorants
	process   *colourSpace
}

// identity tells colour spaces apart.
func (cs *colourSpace) identity() string {
	if cs == nil {
		return ""
	}
	out := cs.kind + strconv.Itoa(cs.number) + cs.base.identity()
	for _, n := range cs.names {
		out += string(n)
	}
	return out
}

// spaceUse is a use of a colour space that rules may judge differently.
type spaceUse struct {
	space              *colourSpace
	res                uintptr
	stroke, over, mode bool
}

var devices = map[cos.Name]int{"DeviceGray": 1, "DeviceRGB": 3, "DeviceCMYK": 4, "G": 1, "RGB": 3, "CMYK": 4}

var longNames = map[cos.Name]cos.Name{"G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK", "I": "Indexed"}

// colourSpace reads a colour space; nil for none.
func (c *checker) colourSpace(o cos.Object, res *resources, depth int) *colourSpace {
	if depth > 8 {
		return nil
	}
	number := refNumber(o)
	if number > 0 {
		if cs, ok := c.walk.spaces[number]; ok {
			return cs
		}
	}
	cs := c.readSpace(c.f.Resolve(o), res, depth)
	if cs != nil {
		if cs.number == 0 {
			cs.number = number
		}
		if number > 0 {
			c.walk.spaces[number] = cs
		}
	}
	return cs
}

func (c *checker) readSpace(o cos.Object, res *resources, depth int) *colourSpace {
	name, ok := o.(cos.Name)
	a, _ := o.(cos.Array)
	if len(a) > 0 {
		name, ok = c.f.Name(a[0]), true
	}
	if !ok {
		return nil
	}
	if long, ok := longNames[name]; ok {
		name = long
	}
	if n := devices[name]; n > 0 {
		return &colourSpace{kind: string(name), n: n}
	}
	if len(a) == 0 {
		if name == "Pattern" {
			return &colourSpace{kind: "Pattern"}
		}
		if res != nil {
			if x := res.look(c.f, "ColorSpace", name); x != nil {
				return c.colourSpace(x, nil, depth+1)
			}
		}
		return nil
	}
	at := func(i int) cos.Object {
		if i < len(a) {
			return a[i]
		}
		return nil
	}
	cs := &colourSpace{kind: string(name)}
	switch name {
	case "CalGray":
		cs.n = 1
	case "CalRGB", "Lab":
		cs.n = 3
	case "ICCBased":
		if cs.profile = c.f.Stream(at(1)); cs.profile == nil {
			return nil
		}
		n, _ := c.f.Int(cs.profile.Dict["N"])
		cs.n, cs.number = int(n), cs.profile.Number
	case "Indexed", "Pattern":
		cs.n = 1
		cs.base = c.colourSpace(at(1), res, depth+1)
	case "Separation":
		cs.n = 1
		cs.names = []cos.Name{c.f.Name(at(1))}
		cs.alternate, cs.tint = at(2), at(3)
		cs.base = c.colourSpace(at(2), res, depth+1)
	case "DeviceN":
		c.deviceN(cs, a, res, depth)
	default:
		return nil
	}
	return cs
}

// deviceN reads the rest of a colour space of many colorants.
func (c *checker) deviceN(cs *colourSpace, a cos.Array, res *resources, depth int) {
	for len(a) < 5 {
		a = append(a, nil)
	}
	for _, x := range c.f.Array(a[1]) {
		cs.names = append(cs.names, c.f.Name(x))
	}
	cs.n = len(cs.names)
	cs.alternate, cs.tint = a[2], a[3]
	cs.base = c.colourSpace(a[2], res, depth+1)
	attributes := c.f.Dict(a[4])
	colorants := c.f.Dict(attributes["Colorants"])
	for _, k := range colorants.Keys() {
		if x := c.colourSpace(colorants[k], res, depth+1); x != nil {
			cs.colorants = append(cs.colorants, x)
		}
	}
	process := c.f.Dict(attributes["Process"])
	known := map[cos.Name]bool{"None": true, "Cyan": true, "Magenta": true, "Yellow": true, "Black": true}
	for _, x := range c.f.Array(process["Components"]) {
		known[c.f.Name(x)] = true
	}
	for _, n := range cs.names {
		if !known[n] && !colorants.Has(n) {
			cs.missing = true
		}
	}
	if process != nil {
		cs.process = c.colourSpace(process["ColorSpace"], res, depth+1)
	}
}

// useSpace shows a colour space that is used, and those within it.
func (c *checker) useSpace(cs *colourSpace, res *resources, g *graphics, stroke bool, number int) {
	if cs == nil {
		return
	}
	use := spaceUse{space: cs, res: res.identity(), stroke: stroke}
	if g != nil {
		use.over, use.mode = g.overFill, g.overMode != 0
		if stroke {
			use.over = g.overStroke
		}
	}
	if devices[cos.Name(cs.kind)] > 0 {
		use.space = deviceSpaces[cs.kind]
	}
	if c.walk.usedSpaces[use] {
		return
	}
	c.walk.usedSpaces[use] = true
	if cs.number > 0 {
		number = cs.number
	}
	switch cs.kind {
	case "DeviceGray", "DeviceRGB", "DeviceCMYK":
		if d := res.device(c.f, cos.Name("Default"+cs.kind[len("Device"):])); d != nil {
			if stand := c.colourSpace(d, nil, 0); stand != nil && stand.kind != cs.kind {
				c.useSpace(stand, res, g, stroke, number)
				return
			}
		}
		c.visit("PD"+cs.kind, c.document, number)
	case "ICCBased":
		c.visit("ICCInputProfile", iccHeader(cs.profile), number)
		if cs.n == 4 {
			c.visit("PDICCBasedCMYK", &overprint{use.over, use.mode}, number)
		}
	case "Separation":
		c.unicodeName(cs.names[0], number)
		c.visit("PDSeparation", c.sameSeparation(cs), number)
	case "DeviceN":
		for _, n := range cs.names {
			c.unicodeName(n, number)
		}
		c.visit("PDDeviceN", cs, number)
		for _, x := range cs.colorants {
			c.useSpace(x, res, g, stroke, number)
		}
		c.useSpace(cs.process, res, g, stroke, number)
	}
	c.useSpace(cs.base, res, g, stroke, number)
}

var deviceSpaces = map[string]*colourSpace{"DeviceGray": {}, "DeviceRGB": {}, "DeviceCMYK": {}}

// separation tells whether a colorant is made as it is elsewhere.
type separation struct{ same bool }

func (c *checker) sameSeparation(cs *colourSpace) separation {
	name := string(cs.names[0])
	first, ok := c.walk.separations[name]
	if !ok {
		c.walk.separations[name] = cs
		return separation{true}
	}
	return separation{c.equal(first.alternate, cs.alternate, 0) && c.equal(first.tint, cs.tint, 0)}
}

// equal compares two objects, whatever refers to them and how they are compressed.
func (c *checker) equal(a, b cos.Object, depth int) bool {
	if r, ok := a.(cos.Ref); ok && a == b && r.Number > 0 {
		return true
	}
	a, b = c.f.Resolve(a), c.f.Resolve(b)
	if depth > 32 {
		return true
	}
	switch x := a.(type) {
	case cos.Array:
		y, ok := b.(cos.Array)
		if !ok || len(x) != len(y) {
			return false
		}
		for i := range x {
			if !c.equal(x[i], y[i], depth+1) {
				return false
			}
		}
		return true
	case cos.Dict:
		y, ok := b.(cos.Dict)
		return ok && c.equalDicts(x, y, depth, false)
	case *cos.Stream:
		y, ok := b.(*cos.Stream)
		if !ok {
			return false
		}
		p, _ := x.Data()
		q, _ := y.Data()
		return c.equalDicts(x.Dict, y.Dict, depth, true) && bytes.Equal(p, q)
	case cos.String:
		y, ok := b.(cos.String)
		return ok && x.Bytes == y.Bytes
	}
	p, isNumber := c.f.Number(a)
	q, isToo := c.f.Number(b)
	if isNumber && isToo {
		return p == q
	}
	return a == b
}

// equalDicts compares dictionaries; of streams without how they are compressed.
func (c *checker) equalDicts(x, y cos.Dict, depth int, stream bool) bool {
	skip := map[cos.Name]bool{"Length": stream, "Filter": stream, "DecodeParms": stream}
	for k := range y {
		if !skip[k] && x[k] == nil && y[k] != nil {
			return false
		}
	}
	for k := range x {
		if !skip[k] && !c.equal(x[k], y[k], depth+1) {
			return false
		}
	}
	return true
}

// overprint is how a colour space is painted over others.
type overprint struct{ on, mode bool }

// icc is the header of an ICC profile.
type icc struct {
	class, space string
	version      int
}

func iccHeader(s *cos.Stream) *icc {
	b, _ := s.Data()
	if len(b) < 128 {
		return &icc{version: 99}
	}
	return &icc{class: string(b[12:16]), space: string(b[16:20]), version: int(b[8])}
}

// outputSpace is the colour space of the output intent of PDF/A.
func (d *document) outputSpace() string {
	space := ""
	for _, o := range d.f.Array(d.catalog["OutputIntents"]) {
		x := d.f.Dict(o)
		if s := d.f.Stream(x["DestOutputProfile"]); s != nil && d.f.Name(x["S"]) == "GTS_PDFA1" {
			space = iccHeader(s).space
		}
	}
	return space
}

// intents tells whether all output intents have the same profile.
type intents struct{ same bool }

// walkIntents walks the output intents.
func (c *checker) walkIntents() {
	list := c.f.Array(c.catalog["OutputIntents"])
	if list == nil {
		return
	}
	var first cos.Object
	same := true
	for _, o := range list {
		d := c.f.Dict(o)
		if d == nil {
			continue
		}
		c.visit("PDOutputIntent", d, refNumber(o))
		if p := d["DestOutputProfile"]; p != nil {
			if first == nil {
				first = p
			} else if _, ref := p.(cos.Ref); !ref || p != first {
				same = false
			}
			if s := c.f.Stream(p); s != nil {
				c.visit("ICCOutputProfile", iccHeader(s), s.Number)
			}
		}
	}
	c.visit("OutputIntents", intents{same}, c.catNum)
}

// setColour carries out an operator that sets a colour or its space.
func (s *stream) setColour(op string, args []cos.Object, depth int) {
	if !s.colour {
		return
	}
	stroke := op[0] < 'a'
	cs, pattern := &s.g.fill, &s.g.fillPattern
	if stroke {
		cs, pattern = &s.g.stroke, &s.g.strokePat
	}
	*pattern = nil
	switch op {
	case "g", "G":
		*cs = &colourSpace{kind: "DeviceGray", n: 1}
	case "rg", "RG":
		*cs = &colourSpace{kind: "DeviceRGB", n: 3}
	case "k", "K":
		*cs = &colourSpace{kind: "DeviceCMYK", n: 4}
	case "cs", "CS":
		*cs = s.c.colourSpace(last[cos.Name](args), s.res, 0)
	case "scn", "SCN":
		if name := last[cos.Name](args); name != "" {
			*pattern = s.res.look(s.c.f, "Pattern", name)
		}
	}
	over := s.g // only what is painted overprints
	s.g.overFill, s.g.overStroke = false, false
	s.useColour(*cs, *pattern, stroke, depth)
	s.g.overFill, s.g.overStroke = over.overFill, over.overStroke
}

// useColour shows what a colour is made of.
func (s *stream) useColour(cs *colourSpace, pattern cos.Object, stroke bool, depth int) {
	if !s.colour {
		return
	}
	s.c.useSpace(cs, s.res, &s.g, stroke, s.number)
	if cs == nil || cs.kind != "Pattern" || pattern == nil {
		return
	}
	d := s.c.f.Dict(pattern)
	kind, _ := s.c.f.Int(d["PatternType"])
	if kind == 2 {
		s.c.stateOf(d["ExtGState"], s)
		s.c.shadingSpace(d["Shading"], s)
		return
	}
	x := s.c.f.Stream(pattern)
	if x == nil {
		return
	}
	paint, _ := s.c.f.Int(d["PaintType"])
	inner := &stream{c: s.c, number: x.Number, g: s.c.firstState(), colour: paint != 2, res: s.c.nested(x.Dict, s.res)}
	if s.c.nestedStream(x, inner, depth+1) {
		s.result.transparent = true
	}
}

// shading paints a shading.
func (s *stream) shading(name cos.Name) {
	if s.colour {
		s.c.shadingSpace(s.res.look(s.c.f, "Shading", name), s)
	}
	s.item(false)
}

func (c *checker) shadingSpace(o cos.Object, s *stream) {
	if d := c.f.Dict(o); d != nil {
		c.useSpace(c.colourSpace(d["ColorSpace"], s.res, 0), s.res, nil, false, max(refNumber(o), s.number))
	}
}

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
	if d == nil || depth > 4 {
		return
	}
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

// intent shows a rendering intent.
func (c *checker) intent(name cos.Name, number int) { c.visit("CosRenderingIntent", name, number) }
