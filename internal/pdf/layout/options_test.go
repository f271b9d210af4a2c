package layout

import (
	"math"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"

	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/pdf/pdftest"
	"wogreport/internal/pdf/typeset"
)

func TestTextWidth(t *testing.T) {
	for _, c := range []struct {
		opt Options
		mm  float64
	}{
		{DefaultOptions(), 210 - 58},
		{Options{Paper: F4, Margins: Margins{20, 25, 20, 40}}, 215 - 65},
		{Options{Paper: Letter, Margins: Margins{20, 20, 20, 20}}, 8.5*25.4 - 40},
		{Options{Margins: Margins{20, 150, 20, 60}}, 210 - 58}, // no room for text: the default
		{Options{}, 210 - 58},
	} {
		if got := float64(c.opt.TextWidth() / vg.Millimeter); math.Abs(got-c.mm) > 0.01 {
			t.Errorf("%+v: text %.2f mm wide, want %.2f", c.opt, got, c.mm)
		}
	}
}

// Options of any kind give a document.
func TestLayoutOfOddOptions(t *testing.T) {
	for _, opt := range []Options{
		{}, {Paper: "B5", FontSize: 300, Fonts: "comic"}, {FontSize: -1}, {Margins: Margins{-40, 500, 3, 3}},
		{FontSize: 24, Margins: Margins{100, 80, 100, 80}},
	} {
		c, pages := layoutOf(pdftest.Article(), opt)
		checkPages(t, "odd options", c, pages)
	}
}

// The last line that a page is asked about is that of the paragraph as it will be set: at the
// indent of what follows another paragraph, and across the columns before page 1.
func TestFitOfAParagraph(t *testing.T) {
	opt := DefaultOptions()
	opt.Columns = 2
	text := strings.Repeat("alpha of the scale ", 5)
	for _, front := range []bool{false, true} {
		for n := 1; n < 9; n++ {
			p := &document.Paragraph{Text: []document.Span{{Text: strings.TrimSpace(strings.Repeat(text, n))}}}
			blocks := []document.Block{&document.Paragraph{Text: []document.Span{{Text: "Before."}}}, p, &document.PageBreak{Numbering: document.NumberArabic}}
			if !front {
				blocks = slices.Concat([]document.Block{blocks[2]}, blocks[:2])
			}
			lay := Of(&document.Document{Language: lang.EN, Blocks: blocks}, opt, &typeset.Setter{})
			want, lines := 0.0, 0
			measure := float64(opt.ColumnWidth())
			if front {
				measure = float64(opt.TextWidth())
			}
			for _, pg := range lay.Pages {
				for _, it := range pg.Items {
					for _, tx := range it.Box.Texts {
						if it.Box.Block == p {
							want, lines = tx.Line.Width/measure, lines+1
						}
					}
				}
			}
			if lines == 1 {
				want = 1
			}
			isLoose := false
			for _, pg := range lay.Pages {
				for _, it := range pg.Items {
					for _, tx := range it.Box.Texts {
						isLoose = isLoose || it.Box.Block == p && loose(*tx.Line)
					}
				}
			}
			if isLoose {
				want = min(want, 1.0/3)
			}
			if got := opt.Fit()(p.Text[0].Text, lang.EN, false, false, front); lines == 0 || math.Abs(got-want) > 1e-9 {
				t.Errorf("front %v, %d times: the last of %d lines is %.3f of the measure, not %.3f", front, n, lines, want, got)
			}
		}
	}
}
