package docx

import (
	"strconv"

	"wogreport/internal/pdf/typeset"
)

// The ids of the styles. Those of Word's own have the id and the name that Word gives
// them in English, by which it knows them in any language.
const (
	styleNormal      = "Normal"
	styleTitle       = "Title"
	styleSubtitle    = "Subtitle"
	styleAuthor      = "Author"
	styleAffiliation = "Affiliation"
	styleBody        = "BodyText"
	styleIndented    = "BodyTextFirstIndent"
	styleStatement   = "Statement"
	styleQuote       = "Quote"
	styleNotice      = "Notice"
	styleNoteText    = "TableNote"
	styleRemark      = "Remark"
	styleReference   = "Bibliography"
	styleAbstractTop = "AbstractHeading"
	styleAbstract    = "Abstract"
	styleKeywords    = "Keywords"
	styleCaption     = "Caption"
	styleCapSecond   = "CaptionSecond"
	styleTableText   = "TableText"
	styleTableHead   = "TableHeading"
	styleFigure      = "Figure"
	styleHeader      = "Header"
	styleFooter      = "Footer"
	styleMastName    = "MastheadName"
	styleMastLine    = "Masthead"
	styleFootnote    = "FootnoteText"
	styleContinue    = "ListContinue"
	styleCoverLine   = "CoverLine"
	styleCoverLogo   = "CoverLogo"
	styleCoverNotice = "CoverNotice"
	styleCoverFoot   = "CoverFoot"
	styleRule        = "Rule"
	styleLetterRule  = "LetterheadRule"
	styleLetterLine  = "LetterheadLine"
	styleLetterName  = "LetterheadName"
	styleLetterSmall = "LetterheadSmall"
	styleSignature   = "Signature"
	styleSignName    = "SignatureName"
	styleEntries     = "TableofFigures"
	styleSectionEnd  = "SectionEnd"
	styleTableEnd    = "TableEnd"

	styleSecond   = "SecondLanguage"
	styleCapLabel = "CaptionLabel"
	styleLink     = "Hyperlink"
	styleCode     = "HTMLCode"
	styleNoteMark = "FootnoteReference"

	styleTable      = "ReportTable"
	styleSignatures = "SignatureTable"
)

func styleHeading(level int) string { return "Heading" + strconv.Itoa(level) }

// headingLevel is the level of a style of headings, 0 of another.
func headingLevel(style string) int {
	for level := 1; level <= 3; level++ {
		if style == styleHeading(level) {
			return level
		}
	}
	return 0
}

func styleContents(level int) string { return "TOC" + strconv.Itoa(level) }

// styleList are the styles of the items of lists: Word's, that know three levels.
func styleList(ordered bool, level int) string {
	id := "ListBullet"
	if ordered {
		id = "ListNumber"
	}
	if level = min(level, lastListStyle); level > 0 {
		id += strconv.Itoa(level + 1)
	}
	return id
}

const lastListStyle = 2

// style is a paragraph style. Distances are in points.
type style struct {
	id, name string
	based    string // "" for Normal
	next     string // the style of the paragraph after it, "" for the same
	text     typeset.Style
	before   float64
	after    float64
	left     float64
	right    float64
	outline  int // the level of its heading, from 1
	keep     bool
	whole    bool // its lines stay on one page
	together bool // no space between paragraphs of the style
	quick    bool // it stands in the gallery
	tabs     []tabStop
	borders  []border
}

// border is a rule beside a paragraph.
type border struct {
	side   string
	kind   string
	weight float64
	space  float64
}

// paragraphStyles are all looks of paragraphs, those of the page that pdf/layout makes.
func (w *writer) paragraphStyles() []style {
	k, measure := &w.looks, float64(w.opt.TextWidth())
	body := k.Body
	body.Indent = 0
	ruled := []border{{"bottom", "single", lightRule, 2}}
	framed := []border{{"top", "single", lightRule, 5}, {"left", "single", lightRule, 5}, {"bottom", "single", lightRule, 5}, {"right", "single", lightRule, 5}}
	end := []tabStop{{kind: "right", at: measure}}
	line, indent := k.Line, k.Indent
	figure := k.Caption
	figure.Leading = 0
	out := []style{
		{id: styleTitle, name: "Title", next: styleSubtitle, text: k.Title, before: 0.4 * line, keep: true, quick: true},
		{id: styleSubtitle, name: "Subtitle", next: styleAuthor, text: k.SecondTitle, before: 0.5 * line, keep: true, quick: true},
		{id: styleAuthor, name: "Author", next: styleAffiliation, text: k.Author, before: line, keep: true, quick: true},
		{id: styleAffiliation, name: "Affiliation", text: k.Affiliation, keep: true, quick: true},
		{id: styleBody, name: "Body Text", next: styleIndented, text: body, quick: true},
		{id: styleIndented, name: "Body Text First Indent", based: styleBody, text: k.Body, quick: true},
		{id: styleStatement, name: "Statement", next: styleBody, text: k.Statement, before: line / 2, after: line / 2, left: 2 * indent, right: 2 * indent, quick: true},
		{id: styleQuote, name: "Quote", next: styleBody, text: body, before: line / 2, after: line / 2, left: 2 * indent, right: indent, quick: true},
		{id: styleNotice, name: "Notice", next: styleBody, text: k.Notice, before: 0.85 * line, after: 0.85 * line, left: noticeEdge, right: noticeEdge, borders: framed, together: true, quick: true},
		{id: styleRemark, name: "Remark", next: styleBody, text: k.Note, before: line / 2, after: line / 2, quick: true},
		{id: styleReference, name: "Bibliography", text: k.Reference, after: line / 4, quick: true},
		{id: styleAbstractTop, name: "Abstract Heading", next: styleAbstract, text: k.AbstractHead, before: 1.1 * line, after: 0.2 * line, left: 2 * indent, right: 2 * indent, outline: 1, keep: true, quick: true},
		{id: styleAbstract, name: "Abstract", text: k.Abstract, left: 2 * indent, right: 2 * indent, quick: true},
		{id: styleKeywords, name: "Keywords", next: styleBody, text: leftAligned(k.Abstract), before: 0.3 * line, after: 1.1 * line, left: 2 * indent, right: 2 * indent, quick: true},
		{id: styleTableText, name: "Table Text", text: sized(k.Cell), before: cellPadding, after: cellPadding, quick: true},
		{id: styleTableHead, name: "Table Heading", text: sized(k.HeadCell), before: cellPadding, after: cellPadding, keep: true, quick: true},
		{id: styleNoteText, name: "Table Note", next: styleBody, text: leftAligned(k.Note), before: noteBefore, after: noteAfter * line, whole: true, quick: true},
		{id: styleFigure, name: "Figure", next: styleCaption, text: figure, before: figureBefore * line, keep: true, quick: true},
		{id: styleCaption, name: "caption", next: styleBody, text: k.Caption, left: indent, right: indent, keep: true, quick: true},
		{id: styleCapSecond, name: "Caption Second", based: styleCaption, next: styleBody, text: slanted(k.Caption), left: indent, right: indent, keep: true, quick: true},
		{id: styleHeader, name: "header", text: k.Running, tabs: end, borders: ruled},
		{id: styleFooter, name: "footer", text: k.Running, tabs: end},
		{id: styleMastName, name: "Masthead Name", next: styleMastLine, text: k.MastName},
		{id: styleMastLine, name: "Masthead", text: k.MastLine, tabs: end},
		{id: styleRule, name: "Rule", text: hairline, borders: []border{{"top", "single", lightRule, 2}}},
		{id: styleFootnote, name: "footnote text", text: k.Note},
		{id: styleContinue, name: "List Continue", text: leftAligned(body)},
		{id: styleEntries, name: "table of figures", text: hanging(leftAligned(body), 4*body.Size), tabs: w.pageTab()},
		{id: styleTableEnd, name: "Table End", next: styleBody, text: hairline},
		{id: styleSectionEnd, name: "Section End", text: hairline},
	}
	if w.covered {
		out[0].text, out[0].before, out[0].after = k.CoverTitle, line, line
	}
	for _, size := range w.tableSizes {
		for _, s := range out {
			if s.id == styleTableText || s.id == styleTableHead {
				half, _ := strconv.Atoi(size)
				pt := float64(half) / 2
				s.based, s.id, s.name = s.id, s.id+size, s.name+" "+strconv.FormatFloat(pt, 'f', -1, 64)
				s.text.Size, s.text.Leading, s.quick = pt, s.text.Leading*pt/s.text.Size, false
				out = append(out, s)
			}
		}
	}
	out = append(out, w.headingStyles()...)
	out = append(out, w.listStyles()...)
	return append(out, w.frontStyles()...)
}

// headingStyles are those of headings and of their entries in the contents.
func (w *writer) headingStyles() []style {
	k := &w.looks
	half := k.Line / 2
	var out []style
	for i, text := range k.Heading {
		s := style{id: styleHeading(i + 1), name: "heading " + strconv.Itoa(i+1), next: styleBody, text: text, outline: i + 1, keep: true, quick: true,
			before: [...]float64{3 * half, 1.5 * half, 1.5 * half}[i], after: [...]float64{half, half / 2, half / 2}[i]}
		if i == 0 && w.chapters {
			s.text, s.before, s.after = k.Opening, 0, 1.5*k.Line
		}
		out = append(out, s)
	}
	entry := leftAligned(k.Body)
	entry.Indent = 0
	first := entry
	first.Bold = true
	return append(out,
		style{id: styleContents(1), name: "toc 1", text: hanging(first, 4*first.Size), before: 0.35 * k.Line, tabs: w.pageTab()},
		style{id: styleContents(2), name: "toc 2", text: hanging(entry, k.Indent), left: k.Indent, tabs: w.pageTab()})
}

// pageTab is the place of a page's number in the contents, after a row of dots.
func (w *writer) pageTab() []tabStop {
	return []tabStop{{kind: "right", leader: "dot", at: float64(w.opt.TextWidth())}}
}

// listStyles are those of items. Their indents are the lists'.
func (w *writer) listStyles() []style {
	text := leftAligned(w.looks.Body)
	text.Indent = 0
	var out []style
	for level := range lastListStyle + 1 {
		for _, kind := range []struct {
			ordered bool
			name    string
		}{{false, "List Bullet"}, {true, "List Number"}} {
			name := kind.name
			if level > 0 {
				name += " " + strconv.Itoa(level+1)
			}
			out = append(out, style{id: styleList(kind.ordered, level), name: name, text: text, quick: level == 0})
		}
	}
	return out
}

// frontStyles are those of the pages before an agency's report.
func (w *writer) frontStyles() []style {
	k := &w.looks
	double := []border{{"top", "thickThinSmallGap", 2.25, 5}}
	return []style{
		{id: styleCoverLine, name: "Cover Line", text: k.CoverLine},
		{id: styleCoverLogo, name: "Cover Logo", text: typeset.Style{Size: k.Body.Size, Align: typeset.Centered}},
		{id: styleCoverNotice, name: "Cover Notice", text: centered(k.Notice)},
		{id: styleCoverFoot, name: "Cover Foot", text: k.CoverFoot},
		{id: styleLetterLine, name: "Letterhead Line", text: k.LetterLine, keep: true},
		{id: styleLetterName, name: "Letterhead Name", text: k.LetterName, keep: true},
		{id: styleLetterSmall, name: "Letterhead Small", text: k.LetterSmall, keep: true},
		{id: styleLetterRule, name: "Letterhead Rule", text: hairline, after: 1.5 * k.Line, borders: double, keep: true},
		{id: styleSignature, name: "Signature", text: k.Signature},
		{id: styleSignName, name: "Signature Name", next: styleSignature, text: k.SignatureName, before: signatureSpace},
	}
}

// Rules, and the space over and under the text of a cell, in points.
const (
	heavyRule      = 0.9
	lightRule      = 0.45
	cellPadding    = 2.1
	signatureSpace = 74
	noticeEdge     = 6 // from the text of a notice to the outside of its frame
)

// hairline is the type of a paragraph that only bears a rule or the end of a section.
var hairline = typeset.Style{Size: 1, Leading: 1, Align: typeset.Left}

func leftAligned(t typeset.Style) typeset.Style { t.Align = typeset.Left; return t }

// sized is the type of cells in whole half points.
func sized(t typeset.Style) typeset.Style {
	half, _ := strconv.Atoi(cellSize(t.Size))
	t.Size = float64(half) / 2
	return t
}

func hanging(t typeset.Style, by float64) typeset.Style {
	t.Indent = -by
	return t
}

func centered(t typeset.Style) typeset.Style { t.Align = typeset.Centered; return t }
func slanted(t typeset.Style) typeset.Style  { t.Italic = true; return t }
