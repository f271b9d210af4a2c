package pdfcheck

import (
	"wogreport/internal/pdfcheck/cos"
)

// graphics is the part of the graphics state that rules ask for.
type graphics struct {
	fill, stroke           *colourSpace
	fillPattern, strokePat cos.Object
	font                   *font
	mode                   int // of rendering text
	overFill, overStroke   bool
	overMode               int64
	alphaFill, alphaStroke bool // is less than 1
	blends, masked         bool
}

// transparent reports whether what is painted is, by the state.
func (g *graphics) transparent() bool { return g.alphaFill || g.alphaStroke || g.blends || g.masked }

// stream is a content stream that is being read.
type stream struct {
	c      *checker
	res    *resources
	number int
	g      graphics
	saved  []graphics
	mark   *marked
	// open beyond what is told apart
	deeperStates, deeperMarks int
	parents                   cos.Array // the structure's elements by MCID
	semantic                  bool      // it is page content that has to be tagged
	colour                    bool      // colours are set (not in a d1 glyph or an uncoloured pattern)
	result                    *streamResult
}

// streamResult is what was found of a content stream.
type streamResult struct{ transparent bool }

// Bounds of reading content.
const (
	deepestStream  = 24
	deepestStates  = 10_000
	largestContent = 128 << 20 // of one page
	mostSteps      = 20_000_000
)

// pageContent reads a page's content and reports whether it is transparent.
func (c *checker) pageContent(p *page, res *resources) bool {
	if c.walk.steps > mostSteps {
		return false
	}
	var data []byte
	number := 0
	switch o := c.f.Resolve(p.Dict["Contents"]).(type) {
	case *cos.Stream:
		data, _ = o.Data()
		number = o.Number
	case cos.Array:
		for _, x := range o {
			if s := c.f.Stream(x); s != nil {
				b, _ := s.Data()
				if len(data)+len(b) > largestContent {
					break
				}
				data = append(append(data, b...), '\n')
				if number == 0 {
					number = s.Number
				}
			}
		}
	}
	s := &stream{c: c, res: res, number: number, colour: true, semantic: true, result: &streamResult{}}
	s.g = c.firstState()
	s.parents = c.parentsOf(p.Dict)
	s.run(data, 0)
	return s.result.transparent
}

// firstState is the graphics state that a page begins with.
func (c *checker) firstState() graphics {
	gray := &colourSpace{kind: "DeviceGray", n: 1}
	return graphics{fill: gray, stroke: gray}
}

// parentsOf are the elements of a stream's marked content by MCID.
func (c *checker) parentsOf(d cos.Dict) cos.Array {
	if n, ok := c.f.Int(d["StructParents"]); ok {
		return c.f.Array(c.tree.parent(n))
	}
	return nil
}

// run reads the operators of a stream.
func (s *stream) run(data []byte, depth int) {
	if s.res.names == nil {
		s.res.names = map[cos.Name]bool{}
	}
	l := cos.NewLexer(data)
	var args []cos.Object
	scalars := s.c.wants("CosInteger")
	for {
		o, ok := l.Next()
		if !ok {
			break
		}
		if s.c.walk.steps++; s.c.walk.steps > mostSteps {
			break
		}
		op, is := o.(cos.Operator)
		if !is {
			if scalars {
				s.c.scalars(o, s.number, 0)
			}
			if len(args) < 512 {
				args = append(args, o)
			}
			continue
		}
		if op == "BI" {
			d, b := l.InlineImage()
			s.inline(d, b)
		} else {
			s.operator(string(op), args, depth)
		}
		args = args[:0]
	}
	s.c.visit("PDContentStream", s.res, s.number)
}

// operators are those of ISO 32000-1, table A.1.
var operators = func() map[string]bool {
	out := map[string]bool{}
	for _, op := range []string{
		"b", "B", "b*", "B*", "BDC", "BI", "BMC", "BT", "BX", "c", "cm", "CS", "cs", "d", "d0", "d1", "Do", "DP", "EI", "EMC", "ET", "EX",
		"f", "F", "f*", "G", "g", "gs", "h", "i", "ID", "j", "J", "K", "k", "l", "m", "M", "MP", "n", "q", "Q", "re", "RG", "rg", "ri",
		"s", "S", "SC", "sc", "SCN", "scn", "sh", "T*", "Tc", "Td", "TD", "Tf", "Tj", "TJ", "TL", "Tm", "Tr", "Ts", "Tw", "Tz", "v", "w", "W", "W*", "y", "'", "\"",
	} {
		out[op] = true
	}
	return out
}()

// operator carries out an operator.
func (s *stream) operator(op string, args []cos.Object, depth int) {
	switch op {
	case "q":
		if len(s.saved) < deepestStates {
			s.saved = append(s.saved, s.g)
		} else {
			s.deeperStates++
		}
		s.c.visit("Op_q_gsave", len(s.saved)+s.deeperStates, s.number)
	case "Q":
		if n := len(s.saved); s.deeperStates > 0 {
			s.deeperStates--
		} else if n > 0 {
			s.g, s.saved = s.saved[n-1], s.saved[:n-1]
		}
	case "gs":
		s.extState(last[cos.Name](args))
	case "ri":
		if s.colour {
			s.c.intent(last[cos.Name](args), s.number)
		}
	case "g", "G", "rg", "RG", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN":
		s.setColour(op, args, depth)
	case "f", "F", "f*":
		s.paint(true, false, depth)
	case "s", "S":
		s.paint(false, true, depth)
	case "b", "b*", "B", "B*":
		s.paint(true, true, depth)
	case "sh":
		s.shading(last[cos.Name](args))
	case "Do":
		s.draw(last[cos.Name](args), depth)
	case "Tf":
		s.setFont(args)
	case "Tr":
		if n, ok := s.c.f.Int(last[cos.Object](args)); ok {
			s.g.mode = int(n)
		}
	case "Tj", "'", "\"":
		if n := len(args); n > 0 {
			s.show(args[n-1:], depth)
		}
	case "TJ":
		s.show(last[cos.Array](args), depth)
	case "BMC", "BDC":
		s.begin(op, args)
	case "EMC":
		s.end()
	case "DP":
		if n := len(args); n > 1 {
			s.c.lang(s.properties(args[n-1])["Lang"], s.number)
		}
	case "d1":
		s.colour = false
	default:
		if !operators[op] {
			s.c.visit("Op_Undefined", op, s.number)
		}
	}
}

// last is the last argument, if it is of a type.
func last[T any](args []cos.Object) T {
	var zero T
	if len(args) == 0 {
		return zero
	}
	v, _ := args[len(args)-1].(T)
	return v
}

// paint paints a path.
func (s *stream) paint(fill, stroke bool, depth int) {
	if fill {
		s.useColour(s.g.fill, s.g.fillPattern, false, depth)
	}
	if stroke {
		s.useColour(s.g.stroke, s.g.strokePat, true, depth)
	}
	s.item(false)
}

// item shows a piece of content: text, a path, an image or a shading.
func (s *stream) item(isText bool) {
	if s.g.transparent() {
		s.result.transparent = true
	}
	if !s.semantic {
		return
	}
	in := s.mark.inside()
	x := &contentItem{document: s.c.document, tagged: in.element, artifact: in.artifact}
	s.c.visit("SESimpleContentItem", x, s.number)
	if isText {
		x.lang = in.lang
		s.c.visit("SETextItem", x, s.number)
	}
}
