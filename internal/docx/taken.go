package docx

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"wogreport/internal/docx/reference"
)

// taker writes what was taken of a template into a part.
type taker struct {
	*writer
	p     *part
	lists bool // its paragraphs may be numbered: all lists of the document are known
}

func (t taker) node(n *reference.Node) {
	if n.Name == "" {
		t.p.text(n.Text)
		return
	}
	name, attrs := n.Name, n.Attr
	if n.Prefix != "" {
		name = n.Prefix + ":" + n.Name
	}
	children := n.Children
	switch {
	case n.Is("numPr"):
		if !t.lists || n.First("numId") != nil && t.numberedBy(n.Val("numId")) == "" {
			return
		}
	case n.Is("numId"):
		attrs = []reference.Attr{{Prefix: "w", Name: "val", Value: t.numberedBy(n.Value("val"))}}
	case n.Is("r"):
		children = t.spoken(n)
	case n.Is("t") && n.Property != "":
		attrs = []reference.Attr{{Prefix: "xml", Name: "space", Value: "preserve"}}
		children = []*reference.Node{{Text: t.property(n.Property)}}
	case n.Prefix == "wp" && n.Name == "docPr":
		attrs = slices.Clone(attrs)
		for i := range attrs {
			if attrs[i].Name == "id" {
				attrs[i].Value = t.nextDrawing()
			}
		}
	case n.Part != "":
		attrs = append(slices.Clone(attrs), reference.Attr{Prefix: "r", Name: "embed", Value: t.p.relate(relImage, t.taken(n.Part), false)})
	}
	t.p.WriteByte('<')
	t.p.WriteString(name)
	for _, a := range attrs {
		t.attribute(n, a)
	}
	if len(children) == 0 {
		t.p.WriteString("/>")
		return
	}
	t.p.WriteByte('>')
	for _, c := range children {
		t.node(c)
	}
	t.p.close(name)
}

func (t taker) attribute(n *reference.Node, a reference.Attr) {
	if a.Value == "" && n.Prefix == "w" && !n.Is("lvlText") {
		return // as many programs write it, though no schema lets them
	}
	t.p.WriteByte(' ')
	if a.Prefix != "" {
		t.p.WriteString(a.Prefix)
		t.p.WriteByte(':')
	}
	t.p.WriteString(a.Name)
	t.p.WriteString(`="`)
	t.p.text(a.Value)
	t.p.WriteByte('"')
}

// spoken is the content of a run with a language: its own or the document's.
func (t taker) spoken(run *reference.Node) []*reference.Node {
	lang := &reference.Node{Prefix: "w", Name: "lang", Attr: []reference.Attr{{Prefix: "w", Name: "val", Value: locale(t.doc.Language)}}}
	pr := run.First("rPr")
	if pr == nil {
		return append([]*reference.Node{{Prefix: "w", Name: "rPr", Children: []*reference.Node{lang}}}, run.Children...)
	}
	if pr.Val("lang") != "" {
		return run.Children
	}
	with := *pr
	with.Children = nil
	placed := false
	for _, c := range pr.Children {
		if c.Is("lang") {
			continue
		}
		if !placed && (c.Is("eastAsianLayout") || c.Is("specVanish")) {
			with.Children, placed = append(with.Children, lang), true
		}
		with.Children = append(with.Children, c)
	}
	if !placed {
		with.Children = append(with.Children, lang)
	}
	out := slices.Clone(run.Children)
	out[slices.Index(out, pr)] = &with
	return out
}

// property is what the document says of itself where the template's header would show
// what it says.
func (t taker) property(kind string) string {
	m := &t.doc.Meta
	switch kind {
	case "TITLE":
		return t.title()
	case "SUBJECT":
		return oneLine(m.Subject)
	case "AUTHOR":
		return oneLine(strings.Join(m.Authors, "; "))
	case "KEYWORDS":
		return oneLine(strings.Join(m.Keywords, ", "))
	}
	return ""
}

// taken is the part that holds a picture of the template.
func (t taker) taken(name string) string {
	pic := t.ref().Pictures[strings.ToLower(name)]
	part := t.media(pic.Data, pic.Ext)
	for _, p := range t.pack.parts {
		if p.name == part && !slices.ContainsFunc(extensions, func(e [2]string) bool { return e[0] == pic.Ext }) {
			p.contentType = pic.Type
		}
	}
	return part
}

func (w *writer) ref() *Reference { return w.opt.Reference }

// takeRunning names the template's headers and footers, which hold for all sections that
// follow, and reports whether it has any.
func (w *writer) takeRunning(p *part, first firstPage) bool {
	r := w.ref()
	if r == nil || len(r.Page.Headers)+len(r.Page.Footers) == 0 {
		return false
	}
	begins := w.sections.refs == nil
	if begins {
		w.sections.refs = map[string]string{}
	}
	for _, e := range []struct {
		element string
		of      map[string]*reference.Running
	}{{"header", r.Page.Headers}, {"footer", r.Page.Footers}} {
		for _, kind := range slices.Sorted(maps.Keys(e.of)) {
			if begins {
				p.empty("w:"+e.element+"Reference", "w:type", kind, "r:id", w.runningPart(e.element, "template-"+kind, func(to *part) {
					for _, c := range e.of[kind].Root.Children {
						taker{w, to, false}.node(c)
					}
				}))
			}
		}
		if begins && first == firstBare && !r.Page.First {
			none := func(p *part) { w.paragraph(p, para{style: styleNormal}, func() {}) }
			p.empty("w:"+e.element+"Reference", "w:type", "first", "r:id", w.runningPart(e.element, "none", none))
		}
	}
	w.sections.titled = begins && (r.Page.First || first == firstBare)
	return true
}

// countsPages reports whether the template's headers or footers say how many pages the
// document has. Under "page 3 of 43" no page may be numbered anew, or in roman: Word
// has no field for the last number, and counts the pages of a section, of which a report has
// one for each chapter and each wide table.
func (r *Reference) countsPages() bool {
	if r == nil {
		return false
	}
	counts := false
	for _, of := range []map[string]*reference.Running{r.Page.Headers, r.Page.Footers} {
		for _, running := range of {
			counts = counts || running.CountsPages()
		}
	}
	return counts
}

// The order of settings in the schema, as far as any are taken or written.
var settingsBefore = []string{"mirrorMargins", "alignBordersAndEdges", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "gutterAtTop"}
var settingsAfterTab = []string{"autoHyphenation", "consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps", "evenAndOddHeaders"}

// setting writes settings of the template, and reports whether it has the last one.
func (w *writer) setting(p *part, names ...string) (has bool) {
	for _, name := range names {
		has = false
		if r := w.ref(); r != nil && r.Settings[name] != nil {
			taker{w, p, false}.node(r.Settings[name])
			has = true
		}
	}
	return has
}

// takeStyles writes the template's styles and what they begin with, in the report's
// language.
func (w *writer) takeStyles(p *part) {
	s := &w.ref().Styles
	if s.Defaults != nil {
		speaks := *s.Defaults
		speaks.Children = slices.Clone(speaks.Children)
		for i, c := range speaks.Children {
			if c.Is("rPrDefault") && c.First("rPr") != nil {
				pr := *c.First("rPr")
				pr.Children = slices.DeleteFunc(slices.Clone(pr.Children), func(n *reference.Node) bool { return n.Is("lang") })
				run := reference.Node{Prefix: "w", Name: "r", Children: []*reference.Node{&pr}}
				spoken := taker{w, p, false}.spoken(&run)
				speaks.Children[i] = &reference.Node{Prefix: "w", Name: "rPrDefault", Children: spoken}
			}
		}
		taker{w, p, true}.node(&speaks)
	}
	if s.Latent != nil {
		taker{w, p, true}.node(s.Latent)
	}
	for _, style := range s.List {
		taker{w, p, true}.node(style.Node)
	}
}

// themed writes the theme and the table of typefaces of the template.
func (w *writer) themed() {
	r := w.ref()
	if r == nil {
		return
	}
	for _, part := range []struct {
		name, kind, relation string
		root                 *reference.Node
	}{{"word/theme/theme1.xml", typeTheme, relTheme, r.Theme}, {"word/fontTable.xml", typeFonts, relFonts, r.Fonts}} {
		if part.root == nil {
			continue
		}
		p := w.pack.add(part.name, part.kind)
		w.main.relate(part.relation, p.name, false)
		p.WriteString(xmlHead)
		w.root(p, part.root)
	}
}

// root writes an element with the namespaces that it needs.
func (w *writer) root(p *part, n *reference.Node) {
	name := n.Prefix + ":" + n.Name
	attrs := slices.Clone(namespaces)
	if n.Prefix == "a" {
		attrs = []string{"xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"}
	}
	for _, a := range n.Attr {
		attrs = append(attrs, strings.TrimPrefix(a.Prefix+":"+a.Name, ":"), a.Value)
	}
	p.open(name, attrs...)
	for _, c := range n.Children {
		taker{w, p, true}.node(c)
	}
	p.close(name)
}

// numberedBy is the number in the file of a list of the template, "" for one that was not
// taken.
func (w *writer) numberedBy(num string) string {
	if num == "0" {
		return num
	}
	if r := w.ref(); r != nil {
		for i, n := range r.Lists.Nums {
			if n.Value("numId") == num {
				return strconv.Itoa(len(w.lists) + 1 + i)
			}
		}
	}
	return ""
}

// abstractOf is the number in the file of the definition that a list of the template
// refers to.
func (w *writer) abstractOf(num string, kinds int) string {
	r := w.ref()
	abstract := ""
	for _, n := range r.Lists.Nums {
		if n.Value("numId") == num {
			abstract = n.Val("abstractNumId")
		}
	}
	for i, n := range r.Lists.Abstract {
		if n.Value("abstractNumId") == abstract {
			return strconv.Itoa(kinds + i)
		}
	}
	return ""
}

// takeLists writes the template's definitions of lists, or what refers to them.
func (w *writer) takeLists(p *part, kinds int, abstract bool) {
	r := w.ref()
	if r == nil {
		return
	}
	renumbered := func(n *reference.Node, name, value string) *reference.Node {
		out := *n
		out.Attr = nil
		for _, a := range n.Attr {
			if a.Name == name {
				a.Value = value
			}
			out.Attr = append(out.Attr, a)
		}
		return &out
	}
	if abstract {
		for i, n := range r.Lists.Abstract {
			taker{w, p, true}.node(renumbered(n, "abstractNumId", strconv.Itoa(kinds+i)))
		}
		return
	}
	for _, n := range r.Lists.Nums {
		out := renumbered(n, "numId", w.numberedBy(n.Value("numId")))
		out.Children = slices.Clone(n.Children)
		for i, c := range out.Children {
			if c.Is("abstractNumId") {
				out.Children[i] = renumbered(c, "val", w.abstractOf(n.Value("numId"), kinds))
			}
		}
		taker{w, p, true}.node(out)
	}
}
