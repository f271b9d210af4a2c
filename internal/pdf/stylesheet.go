package pdf

import "math"

// sheet is the style of every kind of text in a document, from its options.
type styleSheet struct {
	body, reference, statement, note, notice Style
	heading                                  [3]Style
	title, secondTitle, author, affiliation  Style
	abstract, abstractHead                   Style
	caption, cell, headCell                  Style
	mastName, mastLine, running              Style
	opening                                  Style // the heading of a chapter
	coverLine, coverTitle, coverFoot         Style
	letterLine, letterName, letterSmall      Style
	signature, signatureName                 Style
	line                                     float64 // the leading of the body, the rhythm of the page
	indent                                   float64 // of a paragraph's first line, and one level of lists and quotes
}

func newStyleSheet(o layoutOptions) styleSheet {
	base := o.FontSize
	text := func(size, leading float64) Style {
		return Style{family: o.Fonts, size: hundredths(base * size), leading: hundredths(base * leading)}
	}
	var s styleSheet
	s.line = math.Round(base*1.28*2) / 2
	s.indent = hundredths(base * 1.6)
	s.body = text(1, 0)
	s.body.leading = s.line
	s.body.indent = s.indent

	s.reference = s.body
	s.reference.indent = -hundredths(base * 2.2)
	s.statement = s.body
	s.statement.italic, s.statement.align, s.statement.rigid = true, Left, true
	s.statement.indent = 0
	s.note = text(0.84, 1.05)
	s.notice = text(0.89, 1.14)
	s.notice.align = Left

	for i := range s.heading {
		h := text(1, 0)
		h.leading = s.line
		h.bold, h.align, h.rigid = true, Left, true
		s.heading[i] = h
	}
	s.heading[0].size = hundredths(base * 1.05)
	s.heading[2].italic = true

	s.title = text(1.45, 1.8)
	s.title.bold, s.title.align, s.title.balanced, s.title.rigid = true, Centered, true, true
	s.secondTitle = text(1.14, 1.42)
	s.secondTitle.italic, s.secondTitle.align, s.secondTitle.balanced, s.secondTitle.rigid = true, Centered, true, true
	s.author = text(1, 1.28)
	s.author.bold, s.author.align, s.author.balanced, s.author.rigid = true, Centered, true, true
	s.affiliation = text(0.89, 1.14)
	s.affiliation.align, s.affiliation.balanced, s.affiliation.rigid = Centered, true, true

	s.abstract = text(0.89, 1.14)
	s.abstractHead = s.abstract
	s.abstractHead.bold, s.abstractHead.align, s.abstractHead.rigid = true, Centered, true

	s.caption = text(0.89, 1.1)
	s.caption.align, s.caption.balanced, s.caption.rigid = Centered, true, true
	s.cell = text(0.87, 1.07)
	s.cell.align = Left
	s.headCell = s.cell
	s.headCell.bold, s.headCell.rigid = true, true

	s.mastName = text(0.95, 1.18)
	s.mastName.bold, s.mastName.align, s.mastName.rigid = true, Left, true
	s.mastLine = text(0.8, 1.05)
	s.mastLine.align, s.mastLine.rigid = Left, true
	s.running = s.mastLine

	middle := func(size, leading float64, bold bool) Style {
		t := text(size, leading)
		t.align, t.balanced, t.rigid, t.bold = Centered, true, true, bold
		return t
	}
	s.opening = middle(1.22, 1.6, true)
	s.coverLine = middle(1.27, 1.75, false)
	s.coverTitle = middle(1.75, 2.25, true)
	s.coverFoot = middle(1.18, 1.6, true)
	s.letterLine = middle(1.14, 1.4, false)
	s.letterName = middle(1.32, 1.6, true)
	s.letterSmall = middle(0.82, 1.1, false)
	s.signature = text(1, 1.28)
	s.signature.align, s.signature.rigid = Left, true
	s.signatureName = s.signature
	s.signatureName.bold = true
	return s
}

// Weights of rules, in points.
const (
	heavyRule = 0.9
	lightRule = 0.45
)
