package docx

import (
	"strconv"

	"wogreport/internal/lang"
)

// or is the first language that is given.
func or(a, b lang.Tag) lang.Tag {
	if a != "" {
		return a
	}
	return b
}

// para is a paragraph's style, and what it has beside it.
type para struct {
	style   string
	keep    bool // on the page of the next paragraph
	loose   bool // not so, though its style says it
	newPage bool // it begins a page
	list    int  // the number of its list, 0 for none
	level   int  // in the list, from 0
	tabs    []tabStop
	before  float64 // space over and under it, in points; 0: the style's
	after   float64
	left    float64 // indent, in points; 0: the style's
	right   float64
	align   string // "" for the style's
}

// tabStop is a tab in points, of a kind that the format names.
type tabStop struct {
	kind, leader string
	at           float64
}

// paragraph writes one with what content writes. In the main part it notes where a
// section's properties go if the paragraph is its last.
func (w *writer) paragraph(p *part, of para, content func()) {
	if p == w.main {
		of.newPage, w.sections.newPage = of.newPage || w.sections.newPage, false
		if of.style == styleBody || of.style == styleIndented {
			of.before = max(of.before, w.space)
		}
		w.space = 0
	}
	p.open("w:p")
	p.open("w:pPr")
	p.properties(of)
	if p == w.main {
		w.sections.at = p.Len()
	}
	p.close("w:pPr")
	content()
	p.close("w:p")
	if p == w.main {
		w.sections.end = p.Len()
	}
}

// properties are written in the order that the schema asks for.
func (p *part) properties(of para) {
	p.val("w:pStyle", of.style)
	switch {
	case of.keep:
		p.empty("w:keepNext")
	case of.loose:
		p.val("w:keepNext", "0")
	}
	if of.newPage {
		p.empty("w:pageBreakBefore")
	}
	if of.list > 0 {
		p.open("w:numPr")
		p.val("w:ilvl", strconv.Itoa(of.level))
		p.val("w:numId", strconv.Itoa(of.list))
		p.close("w:numPr")
	}
	p.tabStops(of.tabs)
	if of.before > 0 || of.after > 0 {
		p.empty("w:spacing", "w:before", positive(of.before), "w:after", positive(of.after))
	}
	if of.left > 0 || of.right > 0 {
		p.empty("w:ind", "w:left", positive(of.left), "w:right", positive(of.right))
	}
	if of.align != "" {
		p.val("w:jc", of.align)
	}
}

// positive is a length, "" for none.
func positive(pt float64) string {
	if pt <= 0 {
		return ""
	}
	return twips(pt)
}

func (p *part) tabStops(tabs []tabStop) {
	if len(tabs) == 0 {
		return
	}
	p.open("w:tabs")
	for _, t := range tabs {
		p.empty("w:tab", "w:val", t.kind, "w:leader", t.leader, "w:pos", twips(t.at))
	}
	p.close("w:tabs")
}
