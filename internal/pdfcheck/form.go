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
		inner.mark = (&marked{tag: bottom, above: s.mark}).inherit()
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
	in := s.mark.inside()
	key := fmt.Sprintf("%p %d %t %t %t %t %t %t %t %d %s %s %p", x, s.res.above.identity(), s.semantic, s.colour, in.element, in.artifact,
		in.replaced, in.lang != nil, s.g.transparent(), s.g.mode, s.g.fill.identity(), s.g.stroke.identity(), s.g.font)
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
