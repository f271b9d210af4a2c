package reference

import "strings"

// field is a field of a header or footer: a code between two marks, and what it shows.
type field struct {
	code   string
	outer  *field
	inCode bool // it stands in the code of the outer one
	bad    bool // a field in its code is not taken, or it has no end
	result bool // the marks so far have led into what it shows
	filled bool // its text has been given to the property that it shows
}

// safe are the fields that are taken: what they show is of the document itself.
var safe = set(`PAGE NUMPAGES SECTION SECTIONPAGES STYLEREF TITLE SUBJECT AUTHOR KEYWORDS DATE TIME = IF`)

// counting are those that show how many pages there are.
var counting = set(`NUMPAGES SECTIONPAGES`)

// CountsPages reports whether a header or footer says how many pages there are.
func (r *Running) CountsPages() (counts bool) {
	codes := ""
	r.Root.Walk(func(n *Node) {
		switch {
		case n.Is("fldSimple"):
			codes += " " + n.Value("instr")
		case n.Is("instrText"):
			for _, t := range n.Children {
				codes += t.Text
			}
		case n.Is("fldChar"):
			codes += " "
		}
	})
	for _, word := range strings.Fields(codes) {
		counts = counts || counting[strings.ToUpper(word)]
	}
	return counts
}

// properties are those that show what the template says of itself: the report's come in
// their places.
var properties = set(`TITLE SUBJECT AUTHOR KEYWORDS`)

// silent are those that show nothing of their own.
var silent = set(`MACROBUTTON GOTOBUTTON`)

func kindOf(code string) string {
	kind := strings.ToUpper(strings.TrimSpace(code))
	if strings.HasPrefix(kind, "=") {
		return "="
	}
	kind, _, _ = strings.Cut(kind, " ")
	return kind
}

// taken reports whether a field is copied.
func (f *field) taken() bool {
	return !f.bad && safe[kindOf(f.code)] && (f.outer == nil || f.outer.taken() || !f.inCode)
}

// maxFields are how many fields may stand within each other; beyond, none is taken.
const maxFields = 20

// findFields finds the fields of a part: which one each mark, code and text belongs to.
func (c *cleaner) findFields(root *Node) {
	c.fields, c.noFields = map[*Node]*field{}, false
	var open []*field
	var all []*field
	root.Walk(func(n *Node) {
		if c.noFields {
			return
		}
		var last *field
		if len(open) > 0 {
			last = open[len(open)-1]
		}
		switch {
		case n.Is("fldSimple"):
			c.fields[n] = &field{code: n.Value("instr")}
		case n.Is("fldChar"):
			switch n.Value("fldCharType") {
			case "begin":
				if len(open) >= maxFields {
					c.noFields = true
					return
				}
				f := &field{outer: last, inCode: last != nil && !last.result}
				open, all = append(open, f), append(all, f)
				c.fields[n] = f
			case "separate":
				c.fields[n] = last
				if last != nil {
					last.result = true
				}
			case "end":
				c.fields[n] = last
				if last != nil {
					open = open[:len(open)-1]
				}
			}
			if c.fields[n] == nil { // a mark without a beginning
				c.fields[n] = &field{bad: true}
			}
		case n.Is("instrText"):
			c.fields[n] = last
			if last == nil {
				c.fields[n] = &field{bad: true}
				return
			}
			for _, t := range n.Children {
				last.code += t.Text
			}
		case last != nil && !last.result && n.Is("t"):
			c.fields[n] = &field{outer: last, inCode: true}
		case last != nil && (n.Is("t") || n.Is("drawing") || n.Is("sym") || n.Is("tab")):
			c.fields[n] = last
		}
	})
	if c.noFields {
		c.leaveFields(root)
		return
	}
	for _, f := range open {
		f.bad = true
	}
	for _, f := range all {
		if f.inCode && !safe[kindOf(f.code)] {
			for outer := f.outer; outer != nil; outer = outer.outer {
				outer.bad = true
			}
		}
	}
}

// leaveFields makes all fields of a part what is not taken.
func (c *cleaner) leaveFields(root *Node) {
	c.fields = map[*Node]*field{}
	root.Walk(func(n *Node) {
		if n.Is("fldChar") || n.Is("instrText") || n.Is("fldSimple") {
			c.fields[n] = &field{bad: true}
		}
	})
}

// ofField is what becomes of a mark, a code or a text of a field.
func (c *cleaner) ofField(n *Node) []*Node {
	f := c.fields[n]
	taken, kind := f.taken(), kindOf(f.code)
	if !taken && (n.Is("instrText") || n.Is("fldSimple")) {
		name := kind
		if !plainWord(name) {
			name = "?"
		}
		if silent[kind] {
			c.drop("a field (" + name + ")")
		} else {
			c.drop("a field (" + name + "), whose text stays")
		}
	}
	switch {
	case n.Is("fldSimple"):
		if !taken {
			return c.content(n)
		}
		out := c.clean(n)
		if properties[kind] {
			setProperty(out, kind)
		}
		return []*Node{out}
	case n.Is("fldChar"), n.Is("instrText"):
		if !taken {
			return nil
		}
		out := c.clean(n)
		if n.Is("fldChar") {
			out.Children = nil // a form's field, with its macros
		}
		return []*Node{out}
	case f.hidden(), silent[kind]:
		return nil
	case n.Is("drawing"):
		if c.unfit(n) != "" {
			return nil
		}
	case taken && properties[kind] && n.Is("t"):
		if f.filled {
			return nil
		}
		f.filled = true
		return []*Node{{Prefix: "w", Name: "t", Property: kind}}
	}
	return []*Node{c.clean(n)}
}

// hidden reports whether a text stands in the code of a field that is not taken.
func (f *field) hidden() bool {
	for g := f; g != nil; g = g.outer {
		if g.inCode && !g.outer.taken() {
			return true
		}
	}
	return false
}

// setProperty makes the text of a field that of a property.
func setProperty(n *Node, kind string) {
	done := false
	n.Walk(func(t *Node) {
		if t.Is("t") {
			t.Children, t.Property = nil, kind
			if done {
				t.Name = ""
			}
			done = true
		}
	})
}

func plainWord(s string) bool {
	if s == "" || len(s) > 20 {
		return false
	}
	return strings.IndexFunc(s, func(r rune) bool { return r < 'A' || r > 'Z' }) < 0
}
