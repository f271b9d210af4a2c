// Package pdf owns the way from a document to the bytes of a PDF: breaking
// lines, setting tables, laying out pages and drawing them. Write is the one
// way in. The layout is pure: it gives pages of placed lines, rules and boxes,
// each with the block it came from; only pen and canvas know fpdf. What the
// document says is not this package's business.
package pdf

import (
	"fmt"
	"io"
	"slices"

	"wogreport/internal/diag"
	"wogreport/internal/report"
)

// Write lays the document out and writes it as a PDF. The same document and
// options give the same bytes. The list holds warnings, such as a character
// that no font has ("no-glyph") or a link without a target ("broken-link").
func Write(w io.Writer, doc *report.Document, opt Options) (problems diag.List, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("pdf: %v", r)
		}
	}()
	opt = opt.normal()
	ws := takeWorkspace()
	defer ws.giveBack()
	c := newComposer(doc, opt)
	c.setting = &ws.setting
	pages := c.layout()
	err = draw(w, c, pages, ws)
	c.warnMissing()
	return c.problem, err
}

// layout is the document's pages.
func (c *composer) layout() []page {
	s := &c.sheet
	fr := frame{
		x:       c.opt.Margins.Left * mm,
		y:       c.opt.Margins.Top * mm,
		width:   c.measure,
		height:  c.depth,
		columns: c.opt.Columns,
		gutter:  gutter,
	}
	pages := fillLastPage(c.flow(), fr, s.line)
	c.resolve(pages)
	c.running(pages, fr)
	return pages
}

// shortLastPage is how many lines a last page should hold at least.
const shortLastPage = 6

// fillLastPage makes the pages so that no few lines stand alone on the last
// one: it tries pages a line longer, then up to three lines shorter.
func fillLastPage(flow []flow, fr frame, line float64) []page {
	pages, ends := paginate(flow, fr, line, nil)
	if fr.columns > 1 {
		return balance(flow, fr, line, pages, ends)
	}
	if len(pages) < 2 || depth(pages[len(pages)-1], fr) >= shortLastPage*line {
		return pages
	}
	for _, lines := range [...]float64{1, -1, -2, -3} {
		other := fr
		other.height += lines * line
		p, _ := paginate(flow, other, line, nil)
		fits := true
		for _, pg := range p {
			fits = fits && depth(pg, fr) <= other.height+1
		}
		if fits && (len(p) < len(pages) || len(p) == len(pages) && depth(p[len(p)-1], fr) >= shortLastPage*line) {
			return p
		}
	}
	return pages
}

// balance makes columns that end on a page do so at about one height: they are as
// short as still hold what is on it.
func balance(flow []flow, fr frame, line float64, pages []page, ends []int) []page {
	short := shortened{}
	for _, end := range ends {
		low, high := 1, int(fr.height/line)+1 // in lines; low is too short
		for high-low > 1 {
			half := (low + high) / 2
			short[end] = float64(half) * line
			p, e := paginate(flow, fr, line, short)
			if len(p) <= len(pages) && slices.Equal(e, ends) {
				high, pages = half, p
			} else {
				low = half
			}
		}
		short[end] = float64(high) * line
	}
	return pages
}

// depth is how far down the frame a page is filled.
func depth(pg page, fr frame) float64 {
	d := 0.0
	for _, p := range pg.placed {
		d = max(d, p.y+p.slab.height-fr.y)
	}
	return d
}

// mm is a millimetre in points.
const mm = 72 / 25.4
