package layout

import (
	"math"
	"testing"

	"gonum.org/v1/plot/vg"

	"wogreport/internal/pdf/pdftest"
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
