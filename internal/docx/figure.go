package docx

import (
	"fmt"
	"math"
	"strings"

	"wogreport/internal/document"
	"wogreport/internal/docx/drawingml"
	"wogreport/internal/pdf/layout"
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
		w.caption(f.ID, c, ctx, drawn, 0.7*w.looks.Line, 0)
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
// captions, or a row of them would leave half of each page empty.
func (w *writer) given(f *document.Figure, height float64) float64 {
	half := float64(w.opt.TextHeight())/2 - w.captionHeight(&f.Caption)
	if f.Stretched == nil || height <= half || height*(1-mostGiven) > half {
		return height
	}
	return half
}

// captionHeight is about what a figure's captions and the spaces around them take of the page.
func (w *writer) captionHeight(c *document.Caption) float64 {
	size, line, after, drawn := w.looks.Caption.Size, w.looks.Caption.Leading, 0.0, figureGap+0.8*w.looks.Line
	if s := w.pack.styles.template(styleCaption); s != nil {
		const high = 1.2 // of most typefaces, relative to their size
		styles := &w.ref().Styles
		size = styles.Size(s)
		line, after, drawn = high*size, max(styles.Spacing(s, "before"), styles.Spacing(s, "after")), size/4 // under the picture's own line
		if s := w.pack.styles.template(styleFigure); s != nil {
			drawn += styles.Spacing(s, "before") + styles.Spacing(s, "after")
		}
	}
	height := drawn
	for _, words := range []string{c.Label + ". " + document.Plain(c.Text), c.SecondLabel + ". " + document.Plain(c.Second)} {
		if len(words) > len(". ") {
			const wide = 0.55 // of letters, relative to their size
			lines := math.Ceil(float64(len([]rune(words))) * wide * size / w.available())
			height += lines*line + after
		}
	}
	return height
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
