// Package pdf owns the way from a document to the bytes of a PDF: breaking
// lines, setting tables, laying out pages and drawing them. Write is the one
// way in. The layout is pure: it gives pages of placed lines, rules and boxes,
// each with the block it came from; only pen and canvas know fpdf. What the
// document says is not this package's business.
package pdf

import (
	"fmt"
	"io"

	"wogreport/internal/diag"
	"wogreport/internal/document"
)

// Write lays the document out and writes it as a PDF. The same document and
// options give the same bytes. The list holds warnings, such as a character
// that no font has ("no-glyph") or a link without a target ("broken-link").
func Write(w io.Writer, doc *document.Document, opt Options) (problems diag.List, err error) {
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
	if c.footerGap() >= footerGap {
		fr.spare = s.line
	}
	pages := paginate(c.flow(), fr, s.line)
	c.resolve(pages)
	c.running(pages, fr)
	return pages
}

// mm is a millimetre in points.
const mm = 72 / 25.4
