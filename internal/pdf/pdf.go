// Package pdf owns the way from pages to the bytes of a PDF: drawing what package
// layout has placed, fonts, links and outline, and the file's structure. Write is
// the one way in.
package pdf

import (
	"fmt"
	"io"

	"wogreport/internal/diag"
	"wogreport/internal/document"
	"wogreport/internal/pdf/layout"
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
	ws := takeWorkspace()
	defer ws.giveBack()
	ws.setter.Reset()
	l := layout.Of(doc, opt.Options, &ws.setter)
	err = draw(w, doc, &opt, l, ws)
	return append(l.Problems, layout.GlyphWarnings(ws.setter.Missing())...), err
}
