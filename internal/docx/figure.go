package docx

import (
	"fmt"
	"strings"

	"wogreport/internal/document"
	"wogreport/internal/docx/drawingml"
	"wogreport/internal/pdf/layout"
	"wogreport/internal/pdf/typeset"
)

// captionRoom is left for a caption beside a drawing as high as the page, in points.
const captionRoom = 80

// figure writes a drawing in a paragraph of its own with its caption and note.
func (w *writer) figure(f *document.Figure, ctx context) {
	c := &f.Caption
	captioned := c.Label != "" || len(c.Text) > 0 || c.SecondLabel != "" || len(c.Second) > 0
	above := w.opt.FigureCaptions == layout.Above
	drawn := f.Draw != nil && f.Width > 0 && f.Height > 0
	if above {
		w.caption(f.ID, c, ctx, drawn, figureBefore*w.looks.Line, 0)
	}
	if drawn {
		w.graphic(f, captioned && !above || len(f.Note) > 0)
	}
	if !above {
		w.caption(f.ID, c, ctx, len(f.Note) > 0, figureGap, 0)
	}
	if len(f.Note) > 0 {
		of := para{style: styleNoteText, align: w.captionSide()}
		if of.align == "center" {
			of.left, of.right = w.looks.Indent, w.looks.Indent
		}
		l := look{lang: ctx.lang}
		w.paragraph(w.main, of, func() { w.spans(w.main, f.Note, l) })
	}
	w.space = 0.8 * w.looks.Line
}

// available is the width of the column or the page that is being filled.
func (w *writer) available() float64 {
	if w.sections.current.columns == 1 {
		return float64(w.opt.TextWidth())
	}
	return float64(w.opt.ColumnWidth())
}

// graphic writes the drawing, narrowed to the column or the page that it stands in.
func (w *writer) graphic(f *document.Figure, keep bool) {
	width, height := float64(f.Width), float64(f.Height)
	scale := min(1, w.available()/width, (float64(w.opt.TextHeight())-captionRoom)/height)
	width, height = width*scale, w.given(f, height*scale)
	alt := f.Alt
	if strings.TrimSpace(alt) == "" {
		alt = document.Plain(f.Caption.Text)
	}
	of := para{style: styleFigure, loose: !keep}
	if side := w.captionSide(); side != "center" && w.pack.styles.template(styleFigure) == nil {
		of.align = side
	}
	w.paragraph(w.main, of, func() {
		draw := w.drawnPicture
		if f.Chart != nil && !w.opt.Pictures {
			draw = w.chart
		}
		if err := draw(w.main, f, width, height, alt); err != nil && w.failed == nil {
			w.failed = fmt.Errorf("docx: %s: %w", f.ID, err)
		}
	})
}

// mostGiven is by how much a figure is made lower so that two share a page: as the page does it.
const mostGiven = 0.1

// given is how high a drawing is made: lower where it is just too high for half a page with its
// captions and its note, or a row of them would leave half of each page empty.
func (w *writer) given(f *document.Figure, height float64) float64 {
	if f.Stretched == nil {
		return height
	}
	half := float64(w.opt.TextHeight())/2 - w.besideDrawing(f)
	if height <= half || height*(1-mostGiven) > half {
		return height
	}
	return half
}

// besideDrawing is about what a figure takes of the page beside its drawing: captions, note, the
// spaces between them and half of that between two figures.
func (w *writer) besideDrawing(f *document.Figure) float64 {
	k, c := &w.looks, &f.Caption
	var pile pile
	width := w.available()
	if w.captionSide() == "center" {
		width -= 2 * k.Indent
	}
	if w.ref() != nil {
		width /= 1 + easingOfOther
	}
	put := func(style string, text typeset.Style, before, after float64, spans []document.Span) {
		if s := w.pack.styles.template(style); s != nil {
			const high = 1.2 // of most typefaces, relative to their size
			styles := &w.ref().Styles
			text.Size = styles.Size(s)
			text.Leading, before, after = high*text.Size, styles.Spacing(s, "before"), styles.Spacing(s, "after")
		}
		height := text.Size / 4 // under a drawing's own line
		if spans != nil {
			height = float64(w.lay.Lines(spans, text, width)) * text.Leading
		}
		pile.put(before, height, after)
	}
	drawing := func() { put(styleFigure, k.Caption, figureBefore*k.Line, 0, nil) }
	above := w.opt.FigureCaptions == layout.Above
	before := float64(figureGap)
	if above {
		before = figureBefore * k.Line
	} else {
		drawing()
	}
	for _, words := range [][]document.Span{append([]document.Span{{Text: c.Label + ". "}}, c.Text...), append([]document.Span{{Text: c.SecondLabel + ". "}}, c.Second...)} {
		if len(document.Plain(words)) > len(". ") {
			put(styleCaption, k.Caption, before, 0, words)
			before = 0
		}
	}
	if above {
		drawing()
	}
	if len(f.Note) > 0 {
		put(styleNoteText, leftAligned(k.Note), noteBefore, noteAfter*k.Line, f.Note)
	}
	last := styleCaption
	if c.SecondLabel != "" || len(c.Second) > 0 {
		last = styleCapSecond
	}
	if len(f.Note) == 0 {
		pile.before = max(pile.before, w.underCaption(last, styleFigure))
	}
	return pile.height + max(pile.before, pile.after)/2 + slack
}

// pile are paragraphs under each other, with the spaces over the first and under the last.
type pile struct{ before, height, after float64 }

// put adds a paragraph. Between two is the larger of their spaces.
func (p *pile) put(before, height, after float64) {
	if p.height == 0 {
		p.before = before
	} else {
		p.height += max(p.after, before)
	}
	p.height, p.after = p.height+height, after
}

// chart writes a figure as a chart that Word draws from the numbers in a workbook.
func (w *writer) chart(p *part, f *document.Figure, width, height float64, alt string) error {
	parts, err := drawingml.Of(f, drawingml.Look{Lang: locale(w.doc.Language), Scale: width / float64(f.Width)})
	if err != nil {
		return err
	}
	w.charts++
	chart := w.pack.add(fmt.Sprintf("word/charts/chart%d.xml", w.charts), drawingml.ContentType)
	chart.Write(parts.Chart)
	book := w.pack.add(fmt.Sprintf("word/embeddings/chart%d.xlsx", w.charts), "")
	book.Write(parts.Workbook)
	chart.relate(relPackage, book.name, false) // the first, and notes the second, which the chart names
	if parts.Notes != nil {
		notes := w.pack.add(fmt.Sprintf("word/drawings/drawing%d.xml", w.charts), drawingml.NotesType)
		notes.Write(parts.Notes)
		chart.relate(drawingml.NotesRelation, notes.name, false)
	}
	id := p.relate(drawingml.RelationshipType, chart.name, false)
	w.inline(p, width, height, alt, func(string) {
		p.open("a:graphic")
		p.open("a:graphicData", "uri", drawingml.GraphicURI)
		p.empty("c:chart", "xmlns:c", drawingml.GraphicURI, "r:id", id)
		p.close("a:graphicData")
		p.close("a:graphic")
	})
	return nil
}
