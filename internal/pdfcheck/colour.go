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
	a := c.f.Array(o)
	if len(a) > 0 {
		if cs, ok := c.walk.spaces[&a[0]]; ok {
			return cs
		}
	}
	cs := c.readSpace(c.f.Resolve(o), res, depth)
	if cs != nil && cs.number == 0 {
		cs.number = refNumber(o)
	}
	if len(a) > 0 {
		c.walk.spaces[&a[0]] = cs
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

// mostCompared is how many objects of colour spaces are compared.
const mostCompared = 1_000_000

// equal compares two objects, whatever refers to them and how they are compressed.
func (c *checker) equal(a, b cos.Object, depth int) bool {
	if r, ok := a.(cos.Ref); ok && a == b && r.Number > 0 {
		return true
	}
	a, b = c.f.Resolve(a), c.f.Resolve(b)
	if c.walk.compared++; depth > 32 || c.walk.compared > mostCompared {
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
