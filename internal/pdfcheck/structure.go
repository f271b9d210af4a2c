package pdfcheck

import (
	"wogreport/internal/pdfcheck/cos"
)

// element is an element of the structure.
type element struct {
	*document
	cos.Dict
	num      int
	raw      cos.Name // its type
	standard string   // the standard type that it stands for, empty for none
	parent   *element
	kids     []*element
	content  int // pieces of content and objects that it holds itself
	objects  []cos.Dict
	table    *tableGrid // of a Table
	cell     *tableCell // of a cell of one
	skips    bool       // of a heading: a level before it
	usesH    bool       // the document has H
	usesHn   bool       // the document has H1 to H6
	sameID   bool       // of a note
}

func (e *element) detail() string { return string(e.raw) }

// passes are types whose kids stand for them.
func passes(e *element) bool {
	return e.standard == "NonStruct" || e.standard == "Div" || e.standard == "Part"
}

// significant are an element's kids, those of grouping ones in their place.
func (e *element) significant() []*element {
	var out []*element
	for _, k := range e.kids {
		if passes(k) {
			out = append(out, k.significant()...)
		} else {
			out = append(out, k)
		}
	}
	return out
}

// kidTypes are the standard types of an element's kids.
func (e *element) kidTypes() []string {
	var out []string
	for _, k := range e.significant() {
		if k.standard != "" {
			out = append(out, k.standard)
		}
	}
	return out
}

// parentType is the standard type of what an element is in.
func (e *element) parentType() string {
	p := e.parent
	for p != nil && passes(p) {
		p = p.parent
	}
	if p == nil {
		return ""
	}
	return p.standard
}

// only reports whether an element's kids are of some types.
func (e *element) only(types ...string) bool {
	for _, k := range e.kidTypes() {
		if !contains(types, k) {
			return false
		}
	}
	return true
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// countKids is how many kids of a type an element has.
func (e *element) countKids(of string) int {
	n := 0
	for _, k := range e.kidTypes() {
		if k == of {
			n++
		}
	}
	return n
}

// mostAttributes is how many lists of attributes, and classes, of an element are
// looked at.
const mostAttributes = 100

// attribute is an attribute of an owner, in A or in a class of C.
func (e *element) attribute(owner, key cos.Name) cos.Object {
	look := func(o cos.Object) cos.Object {
		list, ok := e.f.Resolve(o).(cos.Array)
		if !ok {
			list = cos.Array{o}
		}
		for _, x := range list[:min(len(list), mostAttributes)] {
			if d := e.f.Dict(x); d != nil && e.f.Name(d["O"]) == owner && d.Has(key) {
				return e.f.Resolve(d[key])
			}
		}
		return nil
	}
	if v := look(e.Dict["A"]); v != nil {
		return v
	}
	classes := e.f.Dict(e.tree.root["ClassMap"])
	names, ok := e.f.Resolve(e.Dict["C"]).(cos.Array)
	if !ok {
		names = cos.Array{e.Dict["C"]}
	}
	for _, n := range names[:min(len(names), mostAttributes)] {
		if v := look(classes[e.f.Name(n)]); v != nil {
			return v
		}
	}
	return nil
}

// text is a text entry of the element; nil for none.
func (e *element) text(key cos.Name) *string { return e.textOf(e.Dict, key) }

// hasText reports whether an element's words are in a known language.
func (e *element) languageKnown(key cos.Name) bool {
	if e.text(key) == nil {
		return true
	}
	_, catalog := e.f.String(e.catalog["Lang"])
	return catalog || e.tree.languageOf(e.Dict) != nil
}

// walkTree shows the structure to the rules.
func (c *checker) walkTree() {
	if c.tree.root == nil {
		return
	}
	var all []*element
	var collect func(list []*element)
	collect = func(list []*element) {
		for _, e := range list {
			all = append(all, e)
			collect(e.kids)
		}
	}
	collect(c.tree.top)
	usesH, usesHn := false, false
	level := 0
	ids := map[string]bool{}
	for _, e := range all {
		usesH = usesH || e.standard == "H"
		if n := e.headingLevel(); n > 0 {
			usesHn = true
			e.skips = n > level+1
			level = n
		}
		if id := e.text("ID"); e.standard == "Note" && filled(id) {
			e.sameID = ids[*id]
			ids[*id] = true
		}
	}
	for _, e := range all {
		if e.standard == "Table" {
			e.table = newGrid(e)
		}
	}
	for _, e := range all {
		e.usesH, e.usesHn = usesH, usesHn
		c.element(e)
	}
}

// headingLevel is 1 to 6 of H1 to H6, else 0.
func (e *element) headingLevel() int {
	if len(e.standard) == 2 && e.standard[0] == 'H' && e.standard[1] >= '1' && e.standard[1] <= '6' {
		return int(e.standard[1] - '0')
	}
	return 0
}

// classes are the classes of rules for standard types.
var classes = map[string]string{
	"Table": "SETable", "TR": "SETR", "THead": "SETHead", "TBody": "SETBody", "TFoot": "SETFoot", "TH": "SETH", "TD": "SETD",
	"L": "SEL", "LI": "SELI", "LBody": "SELBody", "TOC": "SETOC", "TOCI": "SETOCI", "H": "SEH", "Figure": "SEFigure",
	"Formula": "SEFormula", "Note": "SENote", "Form": "SEForm",
}

func (c *checker) element(e *element) {
	c.visit("PDStructElem", e, e.num)
	c.unicodeName(e.raw, e.num)
	c.lang(e.Dict["Lang"], e.num)
	switch {
	case e.standard == "":
		c.visit("SENonStandard", e, e.num)
	case e.headingLevel() > 0:
		c.visit("SEHn", e, e.num)
	default:
		if class := classes[e.standard]; class != "" {
			c.visit(class, e, e.num)
		}
		if e.standard == "TH" || e.standard == "TD" {
			c.visit("SETableCell", e, e.num)
		}
	}
}

// lang shows the value of a key Lang.
func (c *checker) lang(o cos.Object, number int) {
	if s, ok := c.f.String(o); ok {
		c.visit("CosLang", text(s.Bytes), number)
	}
}
