package pdfcheck

import "wogreport/internal/pdfcheck/cos"

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
