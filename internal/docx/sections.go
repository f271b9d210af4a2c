package docx

import (
	"slices"

	"wogreport/internal/document"
	"wogreport/internal/docx/reference"
)

// firstPage says what is special about the first page of a section.
type firstPage uint8

const (
	firstLikeOthers firstPage = iota
	firstMasthead             // the journal's lines instead of the header
	firstBare                 // no running lines: a cover
	firstOpens                // no header: a chapter begins
)

// section is pages with the same columns, numbering and running lines.
type section struct {
	continuous bool // it goes on on the page of the one before
	columns    int
	numbering  document.Numbering
	restart    bool // its pages are numbered from 1
	first      firstPage
}

// sections is the state of dividing the text into them.
type sections struct {
	current section
	begun   bool
	at, end int               // where the last paragraph's properties end, and it itself
	newPage bool              // the next paragraph begins a page
	refs    map[string]string // the running lines that hold until others are named
	over    string            // the style of the paragraph before
	titled  bool              // with a template's: the section's first page has its own
}

// flow writes the document's blocks, each in a section that suits it. A page break within
// a section is the next paragraph's.
func (w *writer) flow() {
	ctx := w.context()
	var before document.Block
	breaks, number := false, document.NumberOn
	for i, b := range w.doc.Blocks {
		first := firstLikeOthers
		switch b := b.(type) {
		case *document.PageBreak:
			breaks = true
			if b.Numbering != document.NumberOn && !w.opt.Through {
				number = b.Numbering
			}
			continue
		case *document.Cover:
			first = firstBare
		case *document.Letterhead:
			first, breaks = firstOpens, true
		case *document.Heading:
			if b.Opens {
				first, breaks = firstOpens, true
			}
		}
		w.enter(b, first, breaks, number)
		w.block(b, before, w.doc.Blocks[i+1:], ctx)
		before, breaks, number = b, false, document.NumberOn
	}
	if !w.sections.begun {
		w.enter(nil, firstLikeOthers, false, number)
	}
	w.sectionProperties(w.main, w.sections.current)
}

// enter begins a section for a block, or a page, where it needs one.
func (w *writer) enter(b document.Block, first firstPage, breaks bool, number document.Numbering) {
	s := &w.sections
	next := section{columns: w.opt.Columns, numbering: s.current.numbering, first: first}
	if number != document.NumberOn {
		next.numbering, next.restart = number, true
	}
	if w.opt.Columns > 1 && w.across(b) {
		next.columns = 1
	}
	switch {
	case !s.begun:
		if first != firstBare {
			next.first = firstMasthead
		}
		s.begun, s.current = true, next
	case breaks && (next.restart || first != firstLikeOthers || next.columns != s.current.columns):
		w.endSection()
		s.current = next
	case breaks:
		s.newPage = true
	case next.columns != s.current.columns:
		w.endSection()
		next.continuous = true
		s.current = next
	}
}

// across reports whether a block stands across the columns: as its text does, and what is
// made as wide as the page.
func (w *writer) across(b document.Block) bool {
	switch b := b.(type) {
	case *document.List:
		for _, item := range b.Items {
			if len(item) > 0 {
				return w.across(item[0])
			}
		}
	case *document.Quote:
		if len(b.Blocks) > 0 {
			return w.across(b.Blocks[0])
		}
	case *document.Abstract, *document.TitleBlock, *document.Cover, *document.Letterhead, *document.Signatures, *document.Contents:
		return true
	}
	return b != nil && w.lay.Across(b)
}

// endSection puts the section's properties into its last paragraph; where it ends in
// something else, into one of no height.
func (w *writer) endSection() {
	s := &w.sections
	if s.end != w.main.Len() {
		w.paragraph(w.main, para{style: styleSectionEnd}, func() {})
	}
	rest := slices.Clone(w.main.Bytes()[s.at:])
	w.main.Truncate(s.at)
	w.sectionProperties(w.main, s.current)
	w.main.Write(rest)
	s.end = -1
}

func (w *writer) sectionProperties(p *part, s section) {
	o := &w.opt
	p.open("w:sectPr")
	titled := !s.continuous && s.first != firstLikeOthers
	if !s.continuous {
		if w.takeRunning(p, s.first) {
			titled = w.sections.titled
		} else {
			w.runningRefs(p, s.first)
		}
	}
	if s.continuous {
		p.val("w:type", "continuous")
	} else {
		p.val("w:type", "nextPage")
	}
	r := w.ref()
	if r != nil && r.Page.Width > 0 {
		taker{w, p, false}.node(r.Page.Size)
		taker{w, p, false}.node(r.Page.Margins)
	} else {
		w.pageSize(p)
	}
	if r != nil {
		for _, n := range []*reference.Node{r.Page.Borders, r.Page.Lines} {
			if n != nil {
				taker{w, p, false}.node(n)
			}
		}
	}
	w.pageNumbers(p, s)
	switch {
	case s.columns > 1 && r != nil && r.Page.Cols != nil && r.Page.Cols.Value("num") == "2":
		taker{w, p, false}.node(r.Page.Cols)
	case s.columns > 1:
		p.empty("w:cols", "w:num", "2", "w:space", twips(o.Gutter))
	default:
		p.empty("w:cols", "w:space", twips(o.Gutter))
	}
	if titled {
		p.empty("w:titlePg")
	}
	if r != nil && r.Page.Grid != nil {
		taker{w, p, false}.node(r.Page.Grid)
	}
	p.close("w:sectPr")
}

// pageSize writes size and margins of the page.
func (w *writer) pageSize(p *part) {
	o := &w.opt
	width, height := o.Sheet()
	p.empty("w:pgSz", "w:w", twips(float64(width)), "w:h", twips(float64(height)))
	gaps, line := o.Gaps(), w.looks.Running
	margin := func(millimetres float64) float64 { return millimetres * 72 / 25.4 }
	// the running lines stand as far from the text as on the page
	header := margin(o.Margins.Top) - gaps.Header - line.Baseline()
	footer := margin(o.Margins.Bottom) - gaps.Footer - (line.Leading - line.Baseline())
	p.empty("w:pgMar", "w:top", twips(margin(o.Margins.Top)), "w:right", twips(margin(o.Margins.Right)),
		"w:bottom", twips(margin(o.Margins.Bottom)), "w:left", twips(margin(o.Margins.Left)),
		"w:header", twips(max(header, edge)), "w:footer", twips(max(footer, edge)), "w:gutter", "0")
}

// pageNumbers writes how the section's pages are numbered.
func (w *writer) pageNumbers(p *part, s section) {
	format, start := "", ""
	if r := w.ref(); r != nil {
		format = r.Page.NumberFormat
	}
	switch s.numbering {
	case document.NumberRoman:
		format = "lowerRoman"
	case document.NumberArabic:
		format = "decimal"
	}
	if s.restart {
		start = "1"
	}
	if format != "" || start != "" {
		p.empty("w:pgNumType", "w:fmt", format, "w:start", start)
	}
}

// edge is how near to the paper's edge a running line may come, in points.
const edge = 12
