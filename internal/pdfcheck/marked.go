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
}

// bottom is the tag of what a stream is within, which its own EMC doesn't end.
const bottom = "\x00within"

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
