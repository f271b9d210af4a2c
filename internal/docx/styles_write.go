package docx

import (
	"strconv"

	"wogreport/internal/pdf/typeset"
)

// styles writes the part of the styles.
func (w *writer) styles() {
	p := w.pack.add("word/styles.xml", typeStyles)
	w.main.relate(relStyles, p.name, false)
	p.WriteString(xmlHead)
	p.open("w:styles", namespaces...)
	paragraphs := w.paragraphStyles()
	if w.ref() != nil {
		w.takeStyles(p)
		for _, s := range paragraphs {
			if s.based != "" && p.styles.used[s.id] {
				p.styles.id(s.based)
			}
			if s.id == styleKeywords && p.styles.used[s.id] {
				p.styles.id(styleAbstract)
			}
		}
	} else {
		w.defaults(p)
	}
	if p.styles.adds(styleNormal) {
		p.open("w:style", "w:type", "paragraph", "w:default", "1", "w:styleId", p.styles.id(styleNormal))
		p.val("w:name", p.styles.free("Normal"))
		p.empty("w:qFormat")
		p.close("w:style")
	}
	if p.styles.adds(defaultFont) {
		p.open("w:style", "w:type", "character", "w:default", "1", "w:styleId", p.styles.id(defaultFont))
		p.val("w:name", p.styles.free("Default Paragraph Font"))
		p.val("w:uiPriority", "1")
		p.empty("w:semiHidden")
		p.close("w:style")
	}
	for _, s := range paragraphs {
		if p.styles.adds(s.id) {
			p.paragraphStyle(s)
		}
	}
	w.characterStyles(p)
	w.tableStyles(p)
	p.close("w:styles")
}

// defaults are what all styles begin with.
func (w *writer) defaults(p *part) {
	p.open("w:docDefaults")
	p.open("w:rPrDefault")
	p.open("w:rPr")
	p.fonts(w.looks.Body.Family)
	p.val("w:kern", "2") // kerning from 1 point on, as the page has it
	p.val("w:sz", halfPoints(w.looks.Body.Size))
	p.val("w:szCs", halfPoints(w.looks.Body.Size))
	p.empty("w:lang", "w:val", locale(w.doc.Language), "w:eastAsia", locale(w.doc.Language), "w:bidi", "ar-SA")
	p.close("w:rPr")
	p.close("w:rPrDefault")
	p.open("w:pPrDefault")
	p.open("w:pPr")
	p.empty("w:spacing", "w:before", "0", "w:after", "0")
	p.close("w:pPr")
	p.close("w:pPrDefault")
	p.close("w:docDefaults")
}

// fonts are faces that every Word has, as wide as those of the page.
func (p *part) fonts(f typeset.Family) {
	name := "Times New Roman"
	if f == typeset.Sans {
		name = "Arial"
	}
	p.empty("w:rFonts", "w:ascii", name, "w:hAnsi", name, "w:eastAsia", name, "w:cs", name)
}

func (p *part) paragraphStyle(s style) {
	taken := p.styles.ref != nil
	name, custom := p.styles.free(s.name), "1"
	if builtIn[s.id] && name == s.name {
		custom = ""
	}
	p.open("w:style", "w:type", "paragraph", "w:customStyle", custom, "w:styleId", p.styles.id(s.id))
	p.val("w:name", name)
	based := s.based
	if based == "" {
		based = styleNormal
	}
	if taken && s.id == styleKeywords {
		based, s.based = styleAbstract, styleAbstract
	}
	p.val("w:basedOn", p.styles.id(based))
	if s.next != "" && p.styles.has(s.next) {
		p.val("w:next", p.styles.id(s.next))
	}
	if s.quick {
		p.empty("w:qFormat")
	}
	if taken && p.styles.template(s.based) != nil {
		p.styleDiffers(s)
	} else {
		p.styleLooks(s)
	}
	p.close("w:style")
}

// styleDiffers is how a style differs from a template's that it is based on.
func (p *part) styleDiffers(s style) {
	switch {
	case s.keep:
		p.open("w:pPr")
		p.empty("w:keepNext")
		p.close("w:pPr")
	case p.styles.template(s.based).KeepsNext():
		p.open("w:pPr")
		p.val("w:keepNext", "0")
		p.close("w:pPr")
	}
	p.open("w:rPr")
	if s.text.Italic {
		p.empty("w:i")
		p.empty("w:iCs")
	}
	if s.id != styleCapSecond && s.id != styleKeywords {
		p.val("w:sz", halfPoints(s.text.Size))
		p.val("w:szCs", halfPoints(s.text.Size))
	}
	p.close("w:rPr")
}

// styleLooks are the properties of a style.
func (p *part) styleLooks(s style) {
	p.open("w:pPr")
	p.styleParagraph(s)
	p.close("w:pPr")
	p.open("w:rPr")
	if s.text.Bold {
		p.empty("w:b")
		p.empty("w:bCs")
	}
	if s.text.Italic {
		p.empty("w:i")
		p.empty("w:iCs")
	}
	if p.styles.ref == nil || !followsBody[s.id] {
		p.val("w:sz", halfPoints(s.text.Size))
		p.val("w:szCs", halfPoints(s.text.Size))
		if s.id == styleSignName {
			p.val("w:u", "single")
		}
	}
	p.close("w:rPr")
}

// styleParagraph are the properties of a style's paragraphs.
func (p *part) styleParagraph(s style) {
	if s.keep {
		p.empty("w:keepNext")
	}
	if s.outline > 0 || s.whole {
		p.empty("w:keepLines")
	}
	p.empty("w:widowControl")
	if len(s.borders) > 0 {
		p.open("w:pBdr")
		for _, b := range s.borders {
			p.empty("w:"+b.side, "w:val", b.kind, "w:sz", eighths(max(b.weight, 0.25)), "w:space", strconv.Itoa(int(b.space)), "w:color", "000000")
		}
		p.close("w:pBdr")
	}
	p.tabStops(s.tabs)
	line, rule := "", ""
	if s.text.Leading > 0 { // at least so high: a picture or a formula may be higher
		line, rule = twips(s.text.Leading), "atLeast"
	}
	taken := p.styles.ref != nil
	follows := taken && followsBody[s.id]
	if !follows {
		p.empty("w:spacing", "w:before", twips(s.before), "w:after", twips(s.after), "w:line", line, "w:lineRule", rule)
	}
	first, hanging := "", ""
	left := s.left
	switch {
	case s.text.Indent > 0:
		first = twips(s.text.Indent)
	case s.text.Indent < 0:
		hanging = twips(-s.text.Indent)
		left -= s.text.Indent
	}
	if taken && first == "" && hanging == "" {
		first = "0" // whatever the template's default has
	}
	if left != 0 || s.right != 0 || first != "" || hanging != "" {
		p.empty("w:ind", "w:left", twips(left), "w:right", twips(s.right), "w:firstLine", first, "w:hanging", hanging)
	}
	if s.together {
		p.empty("w:contextualSpacing")
	}
	if !follows {
		p.val("w:jc", [...]string{"both", "left", "center", "right"}[s.text.Align])
	}
	if s.outline > 0 {
		p.val("w:outlineLvl", strconv.Itoa(s.outline-1))
	}
}

// builtIn are the styles that Word has itself.
var builtIn = map[string]bool{
	styleTitle: true, styleSubtitle: true, styleBody: true, styleIndented: true, styleQuote: true, styleReference: true,
	styleCaption: true, styleHeader: true, styleFooter: true, styleFootnote: true, styleContinue: true, styleSignature: true, styleEntries: true,
	"Heading1": true, "Heading2": true, "Heading3": true, "TOC1": true, "TOC2": true,
	"ListBullet": true, "ListBullet2": true, "ListBullet3": true, "ListNumber": true, "ListNumber2": true, "ListNumber3": true,
}

// characterStyles are the looks of words within paragraphs.
func (w *writer) characterStyles(p *part) {
	put := func(id, name, custom string, looks func()) {
		if !p.styles.adds(id) {
			return
		}
		p.open("w:style", "w:type", "character", "w:customStyle", custom, "w:styleId", p.styles.id(id))
		p.val("w:name", p.styles.free(name))
		p.val("w:basedOn", p.styles.id(defaultFont))
		p.open("w:rPr")
		looks()
		p.close("w:rPr")
		p.close("w:style")
	}
	put(styleSecond, "Second Language", "1", func() {
		p.empty("w:i")
		p.empty("w:iCs")
	})
	put(styleCapLabel, "Caption Label", "1", func() {
		p.empty("w:b")
		p.empty("w:bCs")
	})
	put(styleCode, "HTML Code", "", func() {
		p.empty("w:rFonts", "w:ascii", "Courier New", "w:hAnsi", "Courier New", "w:cs", "Courier New")
		p.empty("w:noProof")
	})
	put(styleNoteMark, "footnote reference", "", func() { p.val("w:vertAlign", "superscript") })
	put(styleLink, "Hyperlink", "", func() {})
}

// tableStyles are the rules of tables: heavy over and under them, light under the head.
func (w *writer) tableStyles(p *part) {
	if p.styles.adds(defaultTable) {
		w.plainTable(p)
	}
	if p.styles.adds(styleTable) {
		w.reportTable(p)
	}
	if p.styles.adds(styleSignatures) {
		p.open("w:style", "w:type", "table", "w:customStyle", "1", "w:styleId", p.styles.id(styleSignatures))
		p.val("w:name", p.styles.free("Signature Table"))
		p.val("w:basedOn", p.styles.id(defaultTable))
		p.close("w:style")
	}
}

// plainTable is the style of tables that name none.
func (w *writer) plainTable(p *part) {
	p.open("w:style", "w:type", "table", "w:default", "1", "w:styleId", p.styles.id(defaultTable))
	p.val("w:name", p.styles.free("Normal Table"))
	p.val("w:uiPriority", "99")
	p.empty("w:semiHidden")
	p.empty("w:unhideWhenUsed")
	p.open("w:tblPr")
	p.empty("w:tblInd", "w:w", "0", "w:type", "dxa")
	p.open("w:tblCellMar")
	for _, side := range []string{"top", "left", "bottom", "right"} {
		width := "0"
		if side == "left" || side == "right" {
			width = "108"
		}
		p.empty("w:"+side, "w:w", width, "w:type", "dxa")
	}
	p.close("w:tblCellMar")
	p.close("w:tblPr")
	p.close("w:style")
}

// reportTable is that of the report's.
func (w *writer) reportTable(p *part) {
	p.open("w:style", "w:type", "table", "w:customStyle", "1", "w:styleId", p.styles.id(styleTable))
	p.val("w:name", p.styles.free("Report Table"))
	p.val("w:basedOn", p.styles.id(defaultTable))
	p.empty("w:qFormat")
	p.open("w:tblPr")
	p.open("w:tblBorders")
	p.rule("w:top", heavyRule)
	p.rule("w:bottom", heavyRule)
	p.close("w:tblBorders")
	p.close("w:tblPr")
	p.open("w:tblStylePr", "w:type", "firstRow")
	p.open("w:tcPr")
	p.open("w:tcBorders")
	p.rule("w:bottom", lightRule)
	p.close("w:tcBorders")
	p.close("w:tcPr")
	p.close("w:tblStylePr")
	p.close("w:style")
}

// rule is a border of a table or a cell.
func (p *part) rule(name string, weight float64) {
	if weight == 0 {
		p.empty(name, "w:val", "nil")
		return
	}
	p.empty(name, "w:val", "single", "w:sz", eighths(weight), "w:space", "0", "w:color", "000000")
}
