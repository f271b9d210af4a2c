package layout

import (
	"math"

	"wogreport/internal/pdf/typeset"
)

// sheet is the style of every kind of text in a document, from its options.
type styleSheet struct {
	body, reference, statement, note, notice typeset.Style
	heading                                  [3]typeset.Style
	title, secondTitle, author, affiliation  typeset.Style
	abstract, abstractHead                   typeset.Style
	caption, cell, headCell                  typeset.Style
	mastName, mastLine, running              typeset.Style
	opening                                  typeset.Style // the heading of a chapter
	coverLine, coverTitle, coverFoot         typeset.Style
	letterLine, letterName, letterSmall      typeset.Style
	signature, signatureName                 typeset.Style
	line                                     float64 // the leading of the body, the rhythm of the page
	indent                                   float64 // of a paragraph's first line, and one level of lists and quotes
}

func newStyleSheet(o Options) styleSheet {
	base := o.FontSize
	text := func(size, leading float64) typeset.Style {
		return typeset.Style{Family: o.Fonts, Size: typeset.Hundredths(base * size), Leading: typeset.Hundredths(base * leading)}
	}
	var s styleSheet
	s.line = math.Round(base*1.28*2) / 2
	s.indent = typeset.Hundredths(base * 1.6)
	s.body = text(1, 0)
	s.body.Leading = s.line
	s.body.Indent = s.indent

	s.reference = s.body
	s.reference.Indent = -typeset.Hundredths(base * 2.2)
	s.statement = s.body
	s.statement.Italic, s.statement.Align, s.statement.Rigid = true, typeset.Left, true
	s.statement.Indent = 0
	s.note = text(0.84, 1.05)
	s.notice = text(0.89, 1.14)
	s.notice.Align = typeset.Left

	for i := range s.heading {
		h := text(1, 0)
		h.Leading = s.line
		h.Bold, h.Align, h.Rigid = true, typeset.Left, true
		s.heading[i] = h
	}
	s.heading[0].Size = typeset.Hundredths(base * 1.05)
	s.heading[2].Italic = true

	s.title = text(1.45, 1.8)
	s.title.Bold, s.title.Align, s.title.Balanced, s.title.Rigid = true, typeset.Centered, true, true
	s.secondTitle = text(1.14, 1.42)
	s.secondTitle.Italic, s.secondTitle.Align, s.secondTitle.Balanced, s.secondTitle.Rigid = true, typeset.Centered, true, true
	s.author = text(1, 1.28)
	s.author.Bold, s.author.Align, s.author.Balanced, s.author.Rigid = true, typeset.Centered, true, true
	s.affiliation = text(0.89, 1.14)
	s.affiliation.Align, s.affiliation.Balanced, s.affiliation.Rigid = typeset.Centered, true, true

	s.abstract = text(0.89, 1.14)
	s.abstractHead = s.abstract
	s.abstractHead.Bold, s.abstractHead.Align, s.abstractHead.Rigid = true, typeset.Centered, true

	s.caption = text(0.89, 1.1)
	s.caption.Align, s.caption.Balanced, s.caption.Rigid = typeset.Centered, true, true
	s.cell = text(0.87, 1.07)
	s.cell.Align = typeset.Left
	s.headCell = s.cell
	s.headCell.Bold, s.headCell.Rigid = true, true

	s.mastName = text(0.95, 1.18)
	s.mastName.Bold, s.mastName.Align, s.mastName.Rigid = true, typeset.Left, true
	s.mastLine = text(0.8, 1.05)
	s.mastLine.Align, s.mastLine.Rigid = typeset.Left, true
	s.running = s.mastLine

	middle := func(size, leading float64, bold bool) typeset.Style {
		t := text(size, leading)
		t.Align, t.Balanced, t.Rigid, t.Bold = typeset.Centered, true, true, bold
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
	s.signature.Align, s.signature.Rigid = typeset.Left, true
	s.signatureName = s.signature
	s.signatureName.Bold = true
	return s
}

// Weights of rules, in points.
const (
	heavyRule = 0.9
	lightRule = 0.45
)
