package layout

import (
	"unicode/utf8"

	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/pdf/typeset"
)

// What a renderer that leaves lines and pages to another program (internal/docx)
// takes from here, so that its page looks like this one.

// Grid is where the columns of a table stand, from its left end, in points: the text
// of column i in W[i] from X[i] on. Size and Leading are those of its type. In a column
// that lines up at the decimal mark, the mark stands Mark[i] right of X[i]. Height is that
// of the table on one page, with its caption and note. In rows of a table that is Beside, texts
// in the second language stand beside those in the first, not under them.
type Grid struct {
	X, W          []float64
	Mark          []float64
	Width, Height float64
	Size, Leading float64
	Beside        bool
}

// Grid is that of a table that is in the document, false for one without columns.
func (l *Layout) Grid(t *document.Table) (Grid, bool) {
	g, ok := l.grids[t]
	if !ok {
		return Grid{}, false
	}
	out := Grid{X: g.x, W: g.w, Width: g.width, Height: l.heights[t], Size: g.style.Size, Leading: g.style.Leading, Beside: g.beside}
	for i, w := range g.w {
		out.Mark = append(out.Mark, (w+g.before[i]-g.after[i])/2)
	}
	return out, true
}

// BeforeMark is the width of a cell's number up to its decimal mark in a table's type,
// false for a cell without one.
func (l *Layout) BeforeMark(cell *document.Cell, of Grid) (float64, bool) {
	if len(cell.Second) > 0 {
		return 0, false
	}
	style := l.setter.styles.cell
	style.Size, style.Leading = of.Size, of.Leading
	lines := l.setter.Set(cell.Text, style, l.setter.doc.Language, nil, typeset.Unbroken)
	if len(lines) != 1 {
		return 0, false
	}
	mark, _ := utf8.DecodeRuneInString(lang.DecimalMark(l.setter.doc.Language))
	return lines[0].NumberBefore(mark)
}

// Hang is how far the lines of a cell in a column but its first are set in, where they stand at
// the left.
func (l *Layout) Hang(t *document.Table, cell *document.Cell, col int, of Grid) float64 {
	g, ok := l.grids[t]
	if !ok {
		return 0
	}
	style := l.setter.styles.cell
	style.Size, style.Leading = of.Size, of.Leading
	return l.setter.hang(cellPart{spans: cell.Text, style: style, lang: l.setter.doc.Language}, g, col, max(cell.Span, 1), nil)
}

// Across reports whether a block stands across the page where that has columns.
func (l *Layout) Across(b document.Block) bool { return l.across[b] }

// acrossOf are the blocks whose pieces stand across the page.
func acrossOf(flow []piece) map[document.Block]bool {
	out := map[document.Block]bool{}
	for i := range flow {
		if p := &flow[i]; p.wide && p.box != nil && p.box.Block != nil {
			out[p.box.Block] = true
		}
	}
	return out
}

// PageOf is the number of the page that holds what a link to "#ID" leads to, as it is
// printed; "" for nothing.
func (l *Layout) PageOf(id string) string {
	at, ok := l.Targets[id]
	if !ok {
		return ""
	}
	return l.Pages[at.Page-1].Label()
}

// Running are the header and the footer, their texts as short as the page has room
// for, the stand-ins in their places.
func (l *Layout) Running() (header, footer document.Running) {
	return l.setter.fitted(l.setter.doc.Header), l.setter.fitted(l.setter.doc.Footer)
}

// fitted is a running line as its page has room for it.
func (bs *blockSetter) fitted(r document.Running) document.Running {
	var b Box
	style := bs.styles.running
	bs.line = r
	defer func() { bs.line = document.Running{} }()
	text := func(t []Text) string {
		if len(t) == 0 {
			return ""
		}
		return plainText([]document.Span{{Text: t[0].Line.String()}})
	}
	width := bs.measure
	if r.Center != "" {
		l, _ := bs.shorten(r.Center, style, bs.measure/2)
		r.Center = plainText([]document.Span{{Text: l.String()}})
		width = (bs.measure-l.Width)/2 - runningGap
		bs.ends(&b, r.Left, "", style, 0, 0, width)
		r.Left = text(b.Texts)
		b.Texts = nil
		bs.ends(&b, "", r.Right, style, 0, 0, width)
		r.Right = text(b.Texts)
		return r
	}
	r.Left, r.Right = bs.uncut(r.Left, r.Right, style, r.Own)
	bs.ends(&b, r.Left, r.Right, style, 0, 0, width)
	texts := b.Texts
	if r.Left != "" {
		r.Left, texts = text(texts), texts[1:]
	}
	r.Right = text(texts)
	return r
}

// Lines is how many lines a text has in a style and a width.
func (l *Layout) Lines(spans []document.Span, style typeset.Style, width float64) int {
	return len(l.setter.Set(spans, style, l.setter.doc.Language, nil, width))
}

// RunningGaps are distances in points: from the text up to the baseline of the
// header, from that down to its rule, and from the text down to the baseline of the footer.
type RunningGaps struct{ Header, Rule, Footer float64 }

// Gaps are those of a page with these options.
func (o Options) Gaps() RunningGaps {
	bs := &blockSetter{opt: o.normal(), styles: newStyleSheet(o.normal())}
	return RunningGaps{bs.headerGap(), ruleGap, bs.footerGap()}
}

// Normal are the options as they are followed.
func (o Options) Normal() Options { return o.normal() }

// Gutter is the space between columns, in points.
const Gutter = gutter

// Looks are the styles of all kinds of text.
type Looks struct {
	Body, Reference, Statement, Note, Notice typeset.Style
	Heading                                  [3]typeset.Style
	Title, SecondTitle, Author, Affiliation  typeset.Style
	Abstract, AbstractHead                   typeset.Style
	Caption, Cell, HeadCell                  typeset.Style
	MastName, MastLine, Running              typeset.Style
	Opening                                  typeset.Style
	CoverLine, CoverTitle, CoverFoot         typeset.Style
	LetterLine, LetterName, LetterSmall      typeset.Style
	Signature, SignatureName                 typeset.Style
	Line                                     float64 // the leading of the body
	Indent                                   float64 // of a paragraph's first line, and one level of lists and quotes
}

// Looks are those of a document with these options.
func (o Options) Looks() Looks {
	s := newStyleSheet(o.normal())
	return Looks{
		Body: s.body, Reference: s.reference, Statement: s.statement, Note: s.note, Notice: s.notice,
		Heading: s.heading, Title: s.title, SecondTitle: s.secondTitle, Author: s.author, Affiliation: s.affiliation,
		Abstract: s.abstract, AbstractHead: s.abstractHead, Caption: s.caption, Cell: s.cell, HeadCell: s.headCell,
		MastName: s.mastName, MastLine: s.mastLine, Running: s.running, Opening: s.opening,
		CoverLine: s.coverLine, CoverTitle: s.coverTitle, CoverFoot: s.coverFoot,
		LetterLine: s.letterLine, LetterName: s.letterName, LetterSmall: s.letterSmall,
		Signature: s.signature, SignatureName: s.signatureName, Line: s.line, Indent: s.indent,
	}
}
