package layout

import (
	"math"

	"wogreport/internal/pdf/typeset"
)

// styleSheet is the style of every kind of text in a document.
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
	line                                     float64 // the leading of the body: the step of the baseline grid
	indent                                   float64 // of a paragraph's first line, and one level of lists and quotes
}

// newStyleSheet follows from the options; sizes and leadings are given in parts of
// the body's size.
func newStyleSheet(o Options) styleSheet {
	part := func(of float64) float64 { return typeset.Hundredths(o.FontSize * of) }
	text := func(size, leading float64) typeset.Style {
		return typeset.Style{Family: o.Fonts, Size: part(size), Leading: part(leading)}
	}
	left := func(t typeset.Style) typeset.Style { t.Align = typeset.Left; return t }
	rigid := func(t typeset.Style) typeset.Style { t.Rigid = true; return t }
	bold := func(t typeset.Style) typeset.Style { t.Bold = true; return t }
	italic := func(t typeset.Style) typeset.Style { t.Italic = true; return t }
	middle := func(size, leading float64) typeset.Style {
		t := rigid(text(size, leading))
		t.Align, t.Balanced = typeset.Centered, true
		return t
	}

	s := styleSheet{line: math.Round(o.FontSize*1.28*2) / 2, indent: part(1.6)}
	s.body = text(1, 0)
	s.body.Leading = s.line
	heading := rigid(bold(left(s.body)))
	s.statement = italic(rigid(left(s.body)))
	s.body.Indent = s.indent
	s.reference = left(s.body) // as APA has it: names of journals leave wide spaces in lines of one length
	s.reference.Indent = -part(2.2)
	s.note = text(0.84, 1.05)
	s.notice = left(text(0.89, 1.14))
	s.heading = [3]typeset.Style{heading, heading, italic(heading)}
	s.heading[0].Size = part(1.05)
	s.opening = bold(middle(1.22, 1.6))

	s.title = bold(middle(1.45, 1.8))
	s.secondTitle = italic(middle(1.14, 1.42))
	s.author = bold(middle(1, 1.28))
	s.affiliation = middle(0.89, 1.14)
	s.abstract = text(0.89, 1.14)
	s.abstractHead = rigid(bold(s.abstract))
	s.abstractHead.Align = typeset.Centered

	s.caption = middle(0.89, 1.1)
	s.cell = left(text(0.87, 1.07))
	s.headCell = rigid(bold(s.cell))

	s.mastName = rigid(bold(left(text(0.95, 1.18))))
	s.mastLine = rigid(left(text(0.8, 1.05)))
	s.running = s.mastLine

	s.coverLine = middle(1.27, 1.75)
	s.coverTitle = bold(middle(1.75, 2.25))
	s.coverFoot = bold(middle(1.18, 1.6))
	s.letterLine = middle(1.14, 1.4)
	s.letterName = bold(middle(1.32, 1.6))
	s.letterSmall = middle(0.82, 1.1)
	s.signature = rigid(left(text(1, 1.28)))
	s.signatureName = bold(s.signature)
	return s
}

// Weights of rules, in points.
const (
	heavyRule = 0.9
	lightRule = 0.45
)
