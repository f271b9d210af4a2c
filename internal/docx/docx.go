// Package docx owns the way from a document to a Word file (Office Open XML,
// ISO/IEC 29500): its parts, styles, sections, fields, tables, pictures. Write is the
// one way in. Of the page it takes from pdf/layout what Word leaves to the author:
// sizes of letters, widths of columns, and the pages that lists of contents name until
// Word counts its own. It knows nothing of studies.
package docx

import (
	"fmt"
	"io"
	"time"

	"wogreport/internal/diag"
	"wogreport/internal/document"
	"wogreport/internal/pdf/layout"
	"wogreport/internal/pdf/typeset"
)

// Options are the page of a document and what its file says about itself.
type Options struct {
	layout.Options
	Date    time.Time // written into the file; fixed, so the same input gives the same bytes
	Creator string    // the program, as the file names it
	// Pictures has pictures also of what Word could draw itself from its numbers.
	Pictures bool
	// Reference has its styles, page, headers and footers in place of ours; nil for none.
	Reference *Reference
}

// Write writes the document as a Word file. The same document and options give the
// same bytes.
func Write(w io.Writer, doc *document.Document, opt Options) error {
	_, err := WriteTold(w, doc, opt)
	return err
}

// WriteTold is Write, and says which styles Options.Reference lacks.
func WriteTold(w io.Writer, doc *document.Document, opt Options) (told diag.List, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("docx: %v", r)
		}
	}()
	wr := newWriter(doc, opt)
	wr.body()
	wr.footnotes()
	wr.styles()
	wr.themed()
	wr.numbering()
	wr.settings()
	wr.properties()
	if wr.failed != nil {
		return nil, wr.failed
	}
	return wr.pack.styles.missing(), wr.pack.write(w)
}

// writer makes the parts of one file.
type writer struct {
	doc   *document.Document
	opt   Options // as they are followed
	lay   *layout.Layout
	looks layout.Looks

	pack  pack
	main  *part
	names bookmarks
	notes notes
	lists []list
	seq   map[string]int // the last number of each sequence of captions

	chapters   bool     // headings of the first level begin a page
	covered    bool     // the title stands on a cover
	drawn      int      // the drawings so far, which are numbered
	space      float64  // over running text that follows, in points
	tableSizes []string // of the type of tables that is smaller than the style's, in half points
	sections   sections
	charts     int
	failed     error // the first of what can't be drawn
}

func newWriter(doc *document.Document, opt Options) *writer {
	opt.Options = opt.Layout().Normal()
	opt.Through = opt.Reference.countsPages()
	w := &writer{doc: doc, opt: opt, looks: opt.Looks(), seq: map[string]int{}}
	w.lay = layout.Of(doc, opt.Options, &typeset.Setter{})
	w.pack.styles = &styleNames{ref: opt.Reference, used: map[string]bool{}, own: map[string]string{}}
	w.main = w.pack.add("word/document.xml", typeDocument)
	w.pack.root.relate(relDocument, "word/document.xml", false)
	w.names = newBookmarks(doc)
	w.notes = newNotes(doc)
	for _, b := range doc.Blocks {
		switch b := b.(type) {
		case *document.Heading:
			w.chapters = w.chapters || b.Opens
		case *document.Cover:
			w.covered = true
		}
	}
	return w
}

// body writes the main part: the blocks in their sections.
func (w *writer) body() {
	m := w.main
	m.WriteString(xmlHead)
	m.open("w:document", namespaces...)
	m.open("w:body")
	w.flow()
	m.close("w:body")
	m.close("w:document")
}
