package build

import (
	"bytes"

	"gonum.org/v1/plot/vg"

	"wogreport/internal/charts"
	"wogreport/internal/diag"
	"wogreport/internal/document"
	"wogreport/internal/docx"
	"wogreport/internal/pdf"
	"wogreport/internal/report"
	"wogreport/internal/study"
)

// pageOptions are the renderer's settings for a study; what its layout leaves open stays
// the renderer's own choice.
func pageOptions(st *study.Study) pdf.Options {
	l, opt := st.Layout, pdf.DefaultOptions()
	opt.Date = st.Record.Dated()
	opt.Creator = creator
	opt.Standard = l.Standard != "none"
	opt.Paper = pdf.Paper(l.Paper)
	opt.Fonts = pdf.Family(l.Fonts)
	opt.FontSize = l.Size
	opt.Margins = pdf.Margins(l.Margins)
	opt.Columns = l.Columns
	opt.Abstracts = pdf.Arrangement(l.Abstracts)
	opt.TableCaptions = pdf.Side(l.TableCaptions)
	opt.FigureCaptions = pdf.Side(l.FigureCaptions)
	return opt
}

// docxOptions are those of the same pages in Word, or of a template's.
func docxOptions(st *study.Study, template *docx.Reference) docx.Options {
	opt := pageOptions(st)
	return docx.Options{Options: opt.Options, Date: opt.Date, Creator: creator, Pictures: st.Docx.Charts == "picture", Reference: template}
}

// pdfPage is the page of a Word file as the charts of a PDF's would be fitted to it.
func pdfPage(o docx.Options) pdf.Options { return pdf.Options{Options: o.Layout()} }

// composeOptions are what a document must fit on a page.
func composeOptions(opt pdf.Options) report.Options {
	return report.Options{
		Item:             itemStyle(opt),
		Summary:          charts.Style{Width: opt.TextWidth()},
		MaxSummaryHeight: opt.TextHeight() * 4 / 5,
		MaxItemHeight:    opt.TextHeight() * 4 / 5 / vg.Length(max(opt.Columns, 1)), // so that columns can be made alike
		PairHeight:       (opt.TextHeight()/2 - captionRoom) / figuresGive,
		HeadRoom:         headRoom + columnRoom*vg.Length(max(opt.Columns, 1)-1),
		FigurePages:      func(heights []vg.Length) int { return figurePages(heights, opt.TextHeight()) },
		Fit:              opt.Fit(),
	}
}

// leastScale is how small a chart may be made.
const leastScale = 0.9

// templateOptions are what a document must fit in a Word template. Where its page holds the charts
// that the PDF has, they are as wide: names and numbers then stand in them as they do there.
func templateOptions(st *study.Study, opt docx.Options) report.Options {
	page := pdfPage(opt)
	out := composeOptions(page)
	own := pageOptions(st)
	out.Fit = own.Fit() // the words are those of the PDF
	if leastScale*own.TextWidth() <= page.TextWidth() {
		out.Summary.Width = own.TextWidth()
	}
	return out
}

// itemStyle is the style of an item's chart: in columns it is as wide as one,
// with letters to match.
func itemStyle(opt pdf.Options) charts.Style {
	if opt.Columns > 1 {
		return charts.Style{Width: opt.ColumnWidth(), Size: 8}
	}
	return charts.Style{Width: min(opt.TextWidth(), 125*vg.Millimeter)}
}

// figuresGive is how low the page makes figures so that two share it, within the tenth by
// which they give (layout/stretch.go).
const figuresGive = 0.92

// figurePages is how many pages of a height figures in a row take.
func figurePages(heights []vg.Length, page vg.Length) int {
	n, room := 0, vg.Length(0)
	for _, h := range heights {
		need := h*figuresGive + captionRoom
		if n == 0 || need > room {
			n, room = n+1, page
		}
		room -= need
	}
	return n
}

// captionRoom is what a figure's caption in two languages and the room around
// it take of a page's height.
const captionRoom = 48

// headRoom is what a head of one line and the sentence under it that calls a chart take, with
// the room over the head; columnRoom is what both take more in columns: a line, and what
// is left so that lines stand on those beside them.
const (
	headRoom   = 50
	columnRoom = 40
)

// printed is a document as a PDF, nil where there is none. What the renderer
// finds has no place of its own but the study file.
func printed(doc *document.Document, opt pdf.Options, st *study.Study) ([]byte, diag.List) {
	var page bytes.Buffer
	ds, err := pdf.Write(&page, doc, opt)
	for i := range ds {
		ds[i].Pos.File = st.File
	}
	if err != nil {
		ds.Errorf(diag.Pos{File: st.File}, "pdf", "the PDF cannot be made: %v", err)
		return nil, ds
	}
	return page.Bytes(), ds
}
