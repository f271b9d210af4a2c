package pdfcheck

import (
	"strings"

	"wogreport/internal/pdfcheck/cos"
)

// annot is an annotation.
type annot struct {
	*document
	cos.Dict
	subtype  cos.Name
	flags    *int64
	width    float64
	height   float64
	outside  bool // of what is seen of the page
	contents *string
	parent   cos.Dict // its element of the structure
	above    string   // that one's standard type
	alt      *string  // that one's
	fieldTU  *string
	fieldFT  cos.Name
	states   []cos.Name // keys of AP
	hasAP    bool
	normal   string // what N of AP is: Dict, Stream or nothing
	streams  int    // in N, if it is a dictionary
}

func (a *annot) detail() string { return string(a.subtype) }

// hidden reports whether an annotation is never seen.
func (a *annot) hidden() bool { return a.outside || a.flags != nil && *a.flags&2 != 0 }

// lang reports whether the language of an annotation's words is known.
func (a *annot) lang() bool {
	_, own := a.f.String(a.Dict["Lang"])
	_, parent := a.f.String(a.parent["Lang"])
	return own || parent || a.hasCatalogLang()
}

// annotation shows an annotation and reports whether it is transparent.
func (c *checker) annotation(o cos.Object, p *page) bool {
	d := c.f.Dict(o)
	if d == nil {
		return false
	}
	n := refNumber(o)
	a := c.readAnnot(d, p)
	c.visit("PDAnnot", a, max(n, p.num))
	switch a.subtype {
	case "Widget":
		c.visit("PDWidgetAnnot", a, n)
	case "Link":
		c.visit("PDLinkAnnot", a, n)
	case "TrapNet":
		c.visit("PDTrapNetAnnot", a, n)
	case "PrinterMark":
		c.visit("PDPrinterMarkAnnot", a, n)
	}
	c.lang(a.parent["Lang"], n)
	c.action(d["A"])
	c.actionsOf(d)
	transparent := false
	ap := c.f.Dict(d["AP"])
	for _, k := range ap.Keys() {
		switch x := c.f.Resolve(ap[k]).(type) {
		case *cos.Stream:
			transparent = c.appearance(x, p, a) || transparent
		case cos.Dict:
			for _, state := range x.Keys() {
				if s := c.f.Stream(x[state]); s != nil {
					transparent = c.appearance(s, p, a) || transparent
				}
			}
		}
	}
	return transparent
}

func (c *checker) readAnnot(d cos.Dict, p *page) *annot {
	f := c.f
	a := &annot{document: c.document, Dict: d, subtype: f.Name(d["Subtype"]), contents: c.textOf(d, "Contents")}
	if n, ok := f.Int(d["F"]); ok {
		a.flags = &n
	}
	if r := c.rectangle(d["Rect"]); r != nil {
		a.width, a.height = r[2]-r[0], r[3]-r[1]
		box := c.cropBox(p)
		a.outside = box[1] >= r[3] || box[0] >= r[2] || box[3] <= r[1] || box[2] <= r[0]
	} else {
		a.width, a.height = -1, -1
	}
	if n, ok := f.Int(d["StructParent"]); ok {
		a.parent, _ = f.Resolve(c.tree.parent(n)).(cos.Dict)
	}
	if a.parent != nil {
		a.above = c.tree.standardType(f.Name(a.parent["S"]))
		a.alt = c.textOf(a.parent, "Alt")
	}
	a.readField(d)
	ap := f.Dict(d["AP"])
	a.hasAP = ap != nil
	a.states = ap.Keys()
	switch x := f.Resolve(ap["N"]).(type) {
	case *cos.Stream:
		a.normal = "Stream"
	case cos.Dict:
		a.normal = "Dict"
		for _, v := range x {
			if f.Stream(v) != nil {
				a.streams++
			}
		}
	}
	return a
}

// readField finds what the field of a widget says: the widget, or what it is a kid
// of, whichever has a name.
func (a *annot) readField(d cos.Dict) {
	named := false
	for range 32 {
		if !named && (d.Has("T") || !d.Has("Parent")) {
			named = true
			a.fieldTU = a.textOf(d, "TU")
		}
		if a.fieldFT == "" {
			a.fieldFT = a.f.Name(d["FT"])
		}
		if d = a.f.Dict(d["Parent"]); d == nil || a.subtype != "Widget" {
			return
		}
	}
}

// appearance reads what an annotation looks like.
func (c *checker) appearance(x *cos.Stream, p *page, a *annot) bool {
	c.visit("PDXObject", x.Dict, x.Number)
	c.visit("PDXForm", &form{x.Dict, true}, x.Number)
	s := &stream{c: c, number: x.Number, g: c.firstState(), colour: true}
	s.res = c.nested(x.Dict, &resources{own: p.resources})
	if a.parent != nil {
		_, actual := c.f.String(a.parent["ActualText"])
		s.mark = (&marked{tag: bottom, element: a.parent, actual: actual, lang: c.tree.languageOf(a.parent)}).inherit()
	}
	return c.nestedStream(x, s, 1)
}

// action is an action.
type action struct {
	f *cos.File
	cos.Dict
	kind cos.Name
}

func (a *action) detail() string { return string(a.kind) }

// action shows an action and those that follow it.
func (c *checker) action(o cos.Object) { c.actionAt(o, 0) }

func (c *checker) actionAt(o cos.Object, depth int) {
	d, ok := c.f.Resolve(o).(cos.Dict)
	n := refNumber(o)
	if !ok || depth > 32 || c.walk.actions[identity(d)] {
		return
	}
	c.walk.actions[identity(d)] = true
	x := &action{c.f, d, c.f.Name(d["S"])}
	if x.kind == "" {
		return
	}
	c.visit("PDAction", x, n)
	switch x.kind {
	case "Named":
		c.visit("PDNamedAction", x, n)
	case "Rendition":
		c.rendition(d["R"], n, 0)
	}
	if list, ok := c.f.Resolve(d["Next"]).(cos.Array); ok {
		for _, x := range list {
			c.actionAt(x, depth+1)
		}
	} else {
		c.actionAt(d["Next"], depth+1)
	}
}

// rendition shows the media clips of a rendition, or of those that it chooses from.
func (c *checker) rendition(o cos.Object, number, depth int) {
	d := c.f.Dict(o)
	if d == nil || depth > 8 || c.walk.renditions[identity(d)] {
		return
	}
	c.walk.renditions[identity(d)] = true
	number = max(number, refNumber(o))
	if clip := c.f.Dict(d["C"]); clip != nil {
		c.visit("PDMediaClip", &mediaClip{c.f, clip}, max(number, refNumber(d["C"])))
	}
	for _, r := range c.f.Array(d["R"]) {
		c.rendition(r, number, depth+1)
	}
}

// mediaClip is the data of a media clip.
type mediaClip struct {
	f *cos.File
	cos.Dict
}

// goodAlt reports whether Alt is pairs of a language and a text.
func (m *mediaClip) goodAlt() bool {
	list := m.f.Array(m.Dict["Alt"])
	if len(list) == 0 || len(list)%2 != 0 {
		return false
	}
	for i, o := range list {
		s, ok := m.f.String(o)
		if !ok || i%2 == 1 && strings.TrimSpace(text(s.Bytes)) == "" {
			return false
		}
	}
	return true
}

// actionsOf shows the additional actions of a dictionary.
func (c *checker) actionsOf(d cos.Dict) {
	aa := c.f.Dict(d["AA"])
	for _, k := range aa.Keys() {
		c.action(aa[k])
	}
}

// interactive is the document's form.
type interactive struct {
	f *cos.File
	cos.Dict
	dynamic string // dynamicRender of its XFA
}

// field is a field of the form.
type field struct {
	*document
	cos.Dict
	hasLang bool
}

// walkForm walks the interactive form.
func (c *checker) walkForm() {
	d := c.f.Dict(c.catalog["AcroForm"])
	if d == nil {
		return
	}
	x := &interactive{f: c.f, Dict: d}
	if xfa := d["XFA"]; xfa != nil {
		x.dynamic = c.dynamicRender(xfa)
	}
	c.visit("PDAcroForm", x, refNumber(c.catalog["AcroForm"]))
	for _, o := range c.f.Array(d["Fields"]) {
		c.field(o, 0)
	}
}

// dynamicRender is what the configuration of an XFA form says of it.
func (c *checker) dynamicRender(o cos.Object) string {
	var xml strings.Builder
	add := func(o cos.Object) {
		if s := c.f.Stream(o); s != nil {
			b, _ := s.Data()
			xml.Write(b)
		}
	}
	add(o)
	for _, x := range c.f.Array(o) {
		add(x)
	}
	_, rest, ok := strings.Cut(xml.String(), "dynamicRender")
	if !ok {
		return ""
	}
	_, rest, _ = strings.Cut(rest, ">")
	value, _, _ := strings.Cut(rest, "<")
	return strings.TrimSpace(value)
}

// field shows a field and those below it.
func (c *checker) field(o cos.Object, depth int) {
	d := c.f.Dict(o)
	n := refNumber(o)
	if d == nil || depth > deepestTree || c.walk.fields[identity(d)] {
		return
	}
	c.walk.fields[identity(d)] = true
	isField := depth == 0 || d.Has("T") || d.Has("FT") || d.Has("Kids")
	if isField {
		x := &field{document: c.document, Dict: d, hasLang: c.hasCatalogLang()}
		if k, ok := c.f.Int(d["StructParent"]); ok && !x.hasLang {
			e := c.f.Dict(c.tree.parent(k))
			x.hasLang = has(c.f.String(e["Lang"]))
		}
		x.hasLang = x.hasLang || has(c.f.String(d["Lang"]))
		c.visit("PDFormField", x, n)
		c.actionsOf(d)
		if c.f.Name(d["FT"]) == "Sig" {
			c.signature(d["V"])
		}
	}
	for _, k := range c.f.Array(d["Kids"]) {
		c.field(k, depth+1)
	}
}
