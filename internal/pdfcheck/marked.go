package pdfcheck

import "wogreport/internal/pdfcheck/cos"

// marked is a marked-content sequence that is open.
type marked struct {
	tag                 cos.Name
	props               cos.Dict
	element             cos.Dict // of the structure that it belongs to, nil for none
	lang                *string  // its own, else its element's
	actual, alt, expand bool
	above               *marked
	depth               int
	within              inside
}

// inside is what holds within a marked-content sequence and those around it.
type inside struct {
	element  bool    // it belongs to the structure
	artifact bool    // it is one
	replaced bool    // other words stand for it
	lang     *string // that of the innermost sequence that has one
}

// deepestMarks is how deep sequences within each other are told apart.
const deepestMarks = 10_000

// bottom is the tag of what a stream is within, which its own EMC doesn't end.
const bottom = "\x00within"

// contentItem is a piece of content.
type contentItem struct {
	*document
	tagged, artifact bool
	lang             *string
}

// inherit takes what holds within a sequence from what it is in.
func (m *marked) inherit() *marked {
	if m.above != nil {
		m.within = m.above.within
		m.depth = m.above.depth + 1
	}
	m.within.element = m.within.element || m.element != nil
	m.within.artifact = m.within.artifact || m.tag == "Artifact"
	m.within.replaced = m.within.replaced || m.actual
	if m.lang != nil {
		m.within.lang = m.lang
	}
	return m
}

// inside is what holds within a sequence; nil is for none.
func (m *marked) inside() inside {
	if m == nil {
		return inside{}
	}
	return m.within
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

// end closes the innermost sequence of the stream.
func (s *stream) end() {
	switch {
	case s.deeperMarks > 0:
		s.deeperMarks--
	case s.mark != nil && s.mark.tag != bottom:
		s.mark = s.mark.above
	}
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
	if s.mark != nil && s.mark.depth >= deepestMarks {
		s.deeperMarks++
		return
	}
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
	m.inherit()
	if s.semantic && c.wants("SEMarkedContent") {
		x := &markedContent{document: c.document, marked: &marked{tag: m.tag, actual: actual, alt: m.alt, expand: m.expand}, own: own}
		x.tagged = m.within.element
		x.artifactAbove = m.above.inside().artifact
		x.inherited = m.within.lang
		c.visit("SEMarkedContent", x, s.number)
	}
}
