package docx

import (
	"fmt"
	"slices"
	"strings"

	"wogreport/internal/document"
	"wogreport/internal/pdf/typeset"
)

// runningRefs names the running lines of a section where they are others than before.
func (w *writer) runningRefs(p *part, first firstPage) {
	header, footer := w.lay.Running()
	ref := func(element, kind, name string, content func(*part)) {
		if w.sections.refs[element+kind] == name {
			return
		}
		if w.sections.refs == nil {
			w.sections.refs = map[string]string{}
		}
		w.sections.refs[element+kind] = name
		p.empty("w:"+element+"Reference", "w:type", kind, "r:id", w.runningPart(element, name, content))
	}
	line := func(r document.Running, style string) func(*part) {
		return func(p *part) { w.runningLine(p, r, style) }
	}
	none := func(p *part) { w.paragraph(p, para{style: styleNormal}, func() {}) }
	ref("header", "default", "running", line(header, styleHeader))
	ref("footer", "default", "running", line(footer, styleFooter))
	switch first {
	case firstMasthead:
		ref("header", "first", "masthead", w.masthead)
		ref("footer", "first", "first", line(footer, styleFooter))
	case firstBare:
		ref("header", "first", "none", none)
		ref("footer", "first", "none", none)
	case firstOpens:
		ref("header", "first", "none", none)
		ref("footer", "first", "first", line(footer, styleFooter))
	}
}

// runningPart is the id of a header or footer, made when it is first named.
func (w *writer) runningPart(element, name string, content func(*part)) (id string) {
	file := fmt.Sprintf("word/%s-%s.xml", element, name)
	kind, rel, root := typeHeader, relHeader, "w:hdr"
	if element == "footer" {
		kind, rel, root = typeFooter, relFooter, "w:ftr"
	}
	for _, part := range w.pack.parts {
		if part.name == file {
			return w.main.relate(rel, file, false)
		}
	}
	p := w.pack.add(file, kind)
	p.WriteString(xmlHead)
	spaces := namespaces
	if strings.HasPrefix(name, "template-") {
		spaces = append(slices.Clone(namespaces), shapes...)
	}
	p.open(root, spaces...)
	content(p)
	p.close(root)
	return w.main.relate(rel, file, false)
}

// runningLine is a header or footer: left, centre and right by tabs.
func (w *writer) runningLine(p *part, r document.Running, style string) {
	l := look{lang: w.doc.Language}
	if r.Left == "" && r.Center == "" && r.Right == "" {
		style = styleNormal // without a rule
	}
	of := para{style: style}
	if r.Center != "" { // else the text at the right may reach over the middle
		of.tabs = []tabStop{{kind: "center", at: float64(w.opt.TextWidth()) / 2}}
	}
	w.paragraph(p, of, func() {
		w.withNumbers(p, r, r.Left, l)
		if r.Center != "" {
			p.tab(l)
			w.withNumbers(p, r, r.Center, l)
		}
		if r.Right != "" {
			p.tab(l)
			w.withNumbers(p, r, r.Right, l)
		}
	})
}

// withNumbers writes a text with the page's number and how many there are as fields.
func (w *writer) withNumbers(p *part, r document.Running, text string, l look) {
	for text != "" {
		at, code, length := len(text), "", 0
		for _, f := range [...][2]string{{document.PageNumber, "PAGE"}, {document.PageCount, "NUMPAGES"}} {
			if i := strings.Index(text, f[0]); i >= 0 && i < at {
				at, code, length = i, f[1], len(f[0])
			}
		}
		for _, s := range r.Spans(text[:at]) {
			p.run(typeset.Clean(s.Text), s.Style, l)
		}
		if code == "" {
			return
		}
		p.field(code, l, func() { p.plain("1", l) })
		text = text[at+length:]
	}
}

// The logo over the first page is at most so high, in points, and so wide, in parts of the
// text's width; the lines beside it stand so far from it.
const (
	mastLogoHeight = 42.0
	mastLogoWidth  = 0.3
	logoGap        = 9.0
)

// masthead is the journal's lines over the first page, the logo beside them.
func (w *writer) masthead(p *part) {
	m := &w.doc.Masthead
	if m.Name == "" && m.Line == "" && m.ISSN == "" && m.Logo == nil {
		w.paragraph(p, para{style: styleNormal}, func() {})
		return
	}
	l := look{lang: w.doc.Language}
	logo := fit(m.Logo, mastLogoWidth*float64(w.opt.TextWidth()), mastLogoHeight)
	left := 0.0
	if logo.picture != nil {
		left = logo.width + logoGap
	}
	first := func() {
		if logo.picture != nil {
			w.float(p, logo)
			logo.picture = nil
		}
	}
	bold := l
	bold.bold = true
	if m.Name != "" {
		w.paragraph(p, para{style: styleMastName, left: left}, func() {
			first()
			p.plain(m.Name, bold)
		})
	}
	if m.Line != "" || m.ISSN != "" || m.Name == "" {
		w.paragraph(p, para{style: styleMastLine, left: left}, func() {
			first()
			p.plain(m.Line, l)
			if m.Line != "" && m.ISSN != "" {
				p.tab(l)
			}
			p.plain(m.ISSN, l)
		})
	}
	w.paragraph(p, para{style: styleRule}, func() {})
}
