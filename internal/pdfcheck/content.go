package pdfcheck

import (
	"fmt"
	"reflect"

	"wogreport/internal/pdfcheck/cos"
)

// resources are what a content stream's names mean: its own ones, or, where these
// have none of a name, those above it.
type resources struct {
	own       cos.Dict
	above     *resources
	inherited bool
	names     map[cos.Name]bool // that were found above
}

// look finds a named resource.
func (r *resources) look(f *cos.File, kind, name cos.Name) cos.Object {
	for at := r; at != nil; at = at.above {
		if o, ok := f.Dict(at.own[kind])[name]; ok && o != nil {
			if at != r && r.names != nil {
				r.names[name] = true
			}
			return o
		}
	}
	return nil
}

// identity tells resources apart.
func (r *resources) identity() uintptr {
	for r != nil && r.own == nil {
		r = r.above
	}
	if r == nil {
		return 0
	}
	return reflect.ValueOf(r.own).Pointer()
}

// device is the colour space that stands for a device's, or nil.
func (r *resources) device(f *cos.File, name cos.Name) cos.Object {
	at := r
	for at.own == nil && at.above != nil {
		at = at.above
	}
	return f.Dict(at.own["ColorSpace"])[name]
}

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

// marked is a marked-content sequence that is open.
type marked struct {
	tag                 cos.Name
	props               cos.Dict
	element             cos.Dict // of the structure that it belongs to, nil for none
	lang                *string  // its own, else its element's
	actual, alt, expand bool
	above               *marked
}

// stream is a content stream that is being read.
type stream struct {
	c        *checker
	res      *resources
	number   int
	g        graphics
	saved    []graphics
	mark     *marked
	parents  cos.Array // the structure's elements by MCID
	semantic bool      // it is page content that has to be tagged
	colour   bool      // colours are set (not in a d1 glyph or an uncoloured pattern)
	result   *streamResult
}

// streamResult is what was found of a content stream.
type streamResult struct{ transparent bool }

// Bounds of reading content.
const (
	deepestStream = 24
	mostSteps     = 20_000_000
)

// pageContent reads a page's content and reports whether it is transparent.
func (c *checker) pageContent(p *page, res *resources) bool {
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
		s.saved = append(s.saved, s.g)
		s.c.visit("Op_q_gsave", len(s.saved), s.number)
	case "Q":
		if n := len(s.saved); n > 0 {
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
		if s.mark != nil && s.mark.tag != bottom {
			s.mark = s.mark.above
		}
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

// bottom is the tag of what a stream is within, which its own EMC doesn't end.
const bottom = "\x00within"

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
	x := &contentItem{document: s.c.document, tagged: s.mark.inElement(), artifact: s.mark.within("Artifact")}
	s.c.visit("SESimpleContentItem", x, s.number)
	if isText {
		x.lang = s.mark.language()
		s.c.visit("SETextItem", x, s.number)
	}
}

// contentItem is a piece of content.
type contentItem struct {
	*document
	tagged, artifact bool
	lang             *string
}

// inElement reports whether a sequence is within one of the structure.
func (m *marked) inElement() bool {
	for ; m != nil; m = m.above {
		if m.element != nil {
			return true
		}
	}
	return false
}

// within reports whether a sequence is within one of a tag, or is one.
func (m *marked) within(tag cos.Name) bool {
	for ; m != nil; m = m.above {
		if m.tag == tag {
			return true
		}
	}
	return false
}

// language is that of the innermost sequence that has one.
func (m *marked) language() *string {
	for ; m != nil; m = m.above {
		if m.lang != nil {
			return m.lang
		}
	}
	return nil
}

// replaced reports whether other words stand for what is within a sequence.
func (m *marked) replaced() bool {
	for ; m != nil; m = m.above {
		if m.actual {
			return true
		}
	}
	return false
}

// properties are those of a sequence, named or written there.
func (s *stream) properties(o cos.Object) cos.Dict {
	switch o := o.(type) {
	case cos.Dict:
		return o
	case cos.Name:
		return s.c.f.Dict(s.res.look(s.c.f, "Properties", o))
	}
	return nil
}

// markedContent is a marked-content sequence as rules see it.
type markedContent struct {
	*document
	*marked
	tagged, artifactAbove bool
	own, inherited        *string // languages
}

// begin opens a marked-content sequence.
func (s *stream) begin(op string, args []cos.Object) {
	m := &marked{above: s.mark}
	s.mark = m
	n := len(args)
	if op == "BMC" {
		m.tag = last[cos.Name](args)
	} else if n > 1 {
		m.tag, _ = args[n-2].(cos.Name)
		m.props = s.properties(args[n-1])
	}
	c := s.c
	if id, ok := c.f.Int(m.props["MCID"]); ok && id >= 0 && id < int64(len(s.parents)) {
		m.element = c.f.Dict(s.parents[id])
	}
	own := c.textOf(m.props, "Lang")
	c.lang(m.props["Lang"], s.number)
	has := func(key cos.Name) bool {
		_, ok := c.f.String(m.props[key])
		return ok
	}
	m.alt, m.expand = has("Alt"), has("E")
	actual := has("ActualText")
	_, elementActual := c.f.String(m.element["ActualText"])
	m.actual = actual || elementActual
	m.lang = own
	if m.lang == nil && m.element != nil {
		m.lang = c.tree.languageOf(m.element)
	}
	if s.semantic && c.wants("SEMarkedContent") {
		x := &markedContent{document: c.document, marked: &marked{tag: m.tag, actual: actual, alt: m.alt, expand: m.expand}, own: own}
		x.tagged = m.inElement()
		x.artifactAbove = m.above.within("Artifact")
		x.inherited = m.language()
		c.visit("SEMarkedContent", x, s.number)
	}
}

// draw draws an external object.
func (s *stream) draw(name cos.Name, depth int) {
	c := s.c
	x := c.f.Stream(s.res.look(c.f, "XObject", name))
	if x == nil {
		return
	}
	if !c.walk.xobjects[x.Number] {
		c.walk.xobjects[x.Number] = true
		c.visit("PDXObject", x.Dict, x.Number)
	}
	switch c.f.Name(x.Dict["Subtype"]) {
	case "Image":
		if c.image(x, s, false) {
			s.result.transparent = true
		}
		s.item(false)
	case "Form":
		if x.Dict.Has("StructParents") {
			c.walk.forms[x.Number]++
		}
		c.visit("PDXForm", &form{x.Dict, c.walk.forms[x.Number] < 2}, x.Number)
		if s.form(x, depth) {
			s.result.transparent = true
		}
		if s.g.transparent() {
			s.result.transparent = true
		}
	}
}

// form is a form XObject as rules see it.
type form struct {
	cos.Dict
	once bool // it is drawn once, or its content belongs to no element
}

// form reads the content of a form that the stream draws.
func (s *stream) form(x *cos.Stream, depth int) bool {
	inner := &stream{c: s.c, number: x.Number, g: s.g, semantic: s.semantic, colour: s.colour}
	inner.res = s.c.nested(x.Dict, s.res)
	if s.mark != nil {
		inner.mark = &marked{tag: bottom, above: s.mark}
	}
	return s.c.nestedStream(x, inner, depth+1)
}

// nested are the resources of a stream within another.
func (c *checker) nested(d cos.Dict, above *resources) *resources {
	return &resources{own: c.f.Dict(d["Resources"]), above: above}
}

// nestedStream reads a stream that another one uses, once for each state that
// matters, and reports whether it is transparent.
func (c *checker) nestedStream(x *cos.Stream, s *stream, depth int) bool {
	group := c.f.Dict(x.Dict["Group"])
	isGroup := c.f.Name(group["S"]) == "Transparency"
	if depth > deepestStream || c.walk.open[x] {
		return isGroup
	}
	c.walk.open[x] = true
	defer delete(c.walk.open, x)
	key := fmt.Sprintf("%p %d %t %t %t %t %t %t %t %d %s %s %p", x, s.res.above.identity(), s.semantic, s.colour, s.mark.inElement(), s.mark.within("Artifact"),
		s.mark.replaced(), s.mark.language() != nil, s.g.transparent(), s.g.mode, s.g.fill.identity(), s.g.stroke.identity(), s.g.font)
	if r := c.walk.streams[key]; r != nil {
		return r.transparent || isGroup
	}
	s.result = &streamResult{}
	c.walk.streams[key] = s.result
	c.group(group, s.res, x.Number)
	if s.parents == nil {
		s.parents = c.parentsOf(x.Dict)
	}
	data, _ := x.Data()
	s.run(data, depth)
	return s.result.transparent || isGroup
}
