package docx

import (
	"strconv"

	"wogreport/internal/lang"
	"wogreport/internal/pdf/layout"
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
	hanging float64 // how far the first line begins before the others
	align   string  // "" for the style's
	outline int     // the level among headings, from 1; 0: the style's
	bare    bool    // without the number that its style gives it
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
	of, p.toggles = p.styles.suited(of)
	if p == w.main {
		of.before = max(of.before, p.styles.underHeading(w.sections.over, of), w.underCaption(w.sections.over, of.style))
		if of.style != styleSectionEnd {
			w.sections.over = of.style
		}
	}
	defer func() { p.toggles = nil }()
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
	p.val("w:pStyle", p.styles.id(of.style))
	switch {
	case of.keep:
		p.empty("w:keepNext")
	case of.loose:
		p.val("w:keepNext", "0")
	}
	if of.newPage {
		p.empty("w:pageBreakBefore")
	}
	if of.bare {
		p.open("w:numPr")
		p.val("w:ilvl", "0")
		p.val("w:numId", "0")
		p.close("w:numPr")
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
	if of.left > 0 || of.right > 0 || of.hanging > 0 {
		p.empty("w:ind", "w:left", positive(of.left+of.hanging), "w:right", positive(of.right), "w:hanging", positive(of.hanging))
	}
	if of.align != "" {
		p.val("w:jc", of.align)
	}
	if of.outline > 0 {
		p.val("w:outlineLvl", strconv.Itoa(of.outline-1))
	}
}

// toggles are what a style of a template makes of its text.
type toggles struct{ bold, italic bool }

// suited is a paragraph in a style of the template: what the style says of distances and
// sides holds, and what a report needs whatever it says is the paragraph's own.
func (n *styleNames) suited(of para) (para, *toggles) {
	s := n.template(of.style)
	if s == nil {
		return of, nil
	}
	level := headingLevel(of.style)
	switch {
	case level > 0:
		of.align, of.keep = "", true
		if s.Outline() != level {
			of.outline = level
		}
	case keepsWithNext[of.style]:
		of.keep = !of.loose
	}
	of.loose = of.loose || !of.keep && s.KeepsNext() // or pages hang together
	if of.style != styleBody && of.style != styleIndented {
		of.before, of.after = 0, 0
	}
	return of, &toggles{s.Toggled("b"), s.Toggled("i")}
}

// underHeading is the space over a paragraph right under one of a template's headings (its style)
// that leave that space to running text; 0 where the styles have one.
func (n *styleNames) underHeading(heading string, of para) float64 {
	head := n.template(heading)
	if head == nil || headingLevel(heading) == 0 || headingLevel(of.style) > 0 || of.style == styleBody || of.style == styleIndented {
		return 0
	}
	styles := &n.ref.Styles
	space := styles.Spacing(n.template(styleBody), "before")
	own := n.template(of.style)
	if own == nil && followsBody[of.style] || styles.Spacing(head, "after") >= space || own != nil && styles.Spacing(own, "before") >= space {
		return 0
	}
	return space
}

// underCaption is the space over a drawing right under the caption of another (its style), so much
// that the caption is seen to be the other's; 0 where the styles have it.
func (w *writer) underCaption(over, style string) float64 {
	if over != styleCaption && over != styleCapSecond || style != styleFigure || w.opt.FigureCaptions == layout.Above {
		return 0
	}
	of := func(style, side string, ours float64) float64 {
		if s := w.pack.styles.template(style); s != nil {
			return w.ref().Styles.Spacing(s, side)
		}
		return ours
	}
	wanted := max(of(styleFigure, "after", 0), of(styleCaption, "before", figureGap)) + captionApart
	if max(of(over, "after", of(styleCaption, "after", 0)), of(styleFigure, "before", figureBefore*w.looks.Line)) >= wanted {
		return 0
	}
	return wanted
}

// keepsWithNext are the styles whose paragraphs stay with what follows.
var keepsWithNext = map[string]bool{styleCaption: true, styleCapSecond: true, styleFigure: true, styleTitle: true, styleSubtitle: true, styleAbstractTop: true, styleTableHead: true}

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
