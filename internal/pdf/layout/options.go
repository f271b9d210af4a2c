package layout

import (
	"gonum.org/v1/plot/vg"

	"wogreport/internal/pdf/typeset"
)

// Paper is a paper size by name.
type Paper string

// The paper sizes. F4 is the Indonesian office folio, 215 × 330 mm.
const (
	A4     Paper = "A4"
	F4     Paper = "F4"
	Letter Paper = "Letter"
)

// Size is the paper's width and height; unknown names are A4.
func (p Paper) Size() (width, height vg.Length) {
	switch p {
	case F4:
		return 215 * vg.Millimeter, 330 * vg.Millimeter
	case Letter:
		return 8.5 * vg.Inch, 11 * vg.Inch
	}
	return 210 * vg.Millimeter, 297 * vg.Millimeter
}

// Side is where a caption stands.
type Side string

// The sides of a caption.
const (
	Above Side = "above"
	Below Side = "below"
)

// Arrangement is how the abstracts of several languages stand.
type Arrangement string

// The arrangements of abstracts.
const (
	Stacked    Arrangement = "stacked"
	SideBySide Arrangement = "side"
)

// Margins are the margins of a page in millimetres.
type Margins struct{ Top, Right, Bottom, Left float64 }

// Sheet is the width and height of the page.
func (o Options) Sheet() (width, height vg.Length) {
	if o.Width > 0 && o.Height > 0 {
		return vg.Length(o.Width), vg.Length(o.Height)
	}
	return o.Paper.Size()
}

// mm is a millimetre in points.
const mm = 72 / 25.4

// Options are the page and the style of a document.
type Options struct {
	Paper          Paper
	Width, Height  float64 // of a paper without a name, in points; 0: Paper's
	Margins        Margins
	FontSize       float64 // of the body, in points
	Fonts          typeset.Family
	Columns        int     // 1 or 2
	Gutter         float64 // between columns, in points; 0 for the usual one
	Abstracts      Arrangement
	TableCaptions  Side
	FigureCaptions Side
	Through        bool // pages have one numbering, whatever the document says
}

// DefaultOptions are those of an article on A4 in one column.
func DefaultOptions() Options {
	return Options{
		Paper:          A4,
		Columns:        1,
		Abstracts:      Stacked,
		Margins:        Margins{Top: 28, Right: 29, Bottom: 27, Left: 29},
		FontSize:       11,
		Fonts:          typeset.Serif,
		TableCaptions:  Above,
		FigureCaptions: Below,
	}
}

// Options beyond these, in points, are brought back, so that any options give a
// document.
const (
	minMeasure  = 120
	minFontSize = 6
	maxFontSize = 24
)

// normal are the options with what is missing or impossible set to the default.
func (o Options) normal() Options {
	d := DefaultOptions()
	o.Columns = min(max(o.Columns, 1), 2)
	if o.Columns > 1 { // with shorter lines go smaller letters and a wider page
		d.Margins, d.FontSize = Margins{Top: 26, Right: 19, Bottom: 24, Left: 19}, 10
	}
	if o.Abstracts != SideBySide {
		o.Abstracts = Stacked
	}
	if o.Fonts != typeset.Sans {
		o.Fonts = typeset.Serif
	}
	if o.TableCaptions != Below {
		o.TableCaptions = Above
	}
	if o.FigureCaptions != Above {
		o.FigureCaptions = Below
	}
	if o.FontSize == 0 {
		o.FontSize = d.FontSize
	}
	o.FontSize = min(max(o.FontSize, minFontSize), maxFontSize)
	if o.Gutter == 0 {
		o.Gutter = gutter
	}
	w, h := o.Sheet()
	if o.Margins == (Margins{}) || o.Margins.measure(w) < vg.Length(o.Columns)*minMeasure || o.Margins.depth(h) < minMeasure {
		o.Margins = d.Margins
	}
	return o
}

func (m Margins) measure(width vg.Length) vg.Length {
	return width - vg.Length(m.Left+m.Right)*vg.Millimeter
}

func (m Margins) depth(height vg.Length) vg.Length {
	return height - vg.Length(m.Top+m.Bottom)*vg.Millimeter
}

// TextWidth is the width of the text on a page, which a figure may take.
func (o Options) TextWidth() vg.Length {
	o = o.normal()
	w, _ := o.Sheet()
	return o.Margins.measure(w)
}

// gutter is the space between columns, in points.
const gutter = 17

// ColumnWidth is the width of a column, which a figure may take without
// standing across the page.
func (o Options) ColumnWidth() vg.Length {
	o = o.normal()
	return (o.TextWidth() - vg.Length(o.Gutter)*vg.Length(o.Columns-1)) / vg.Length(o.Columns)
}

// TextHeight is the height of the text on a page.
func (o Options) TextHeight() vg.Length {
	o = o.normal()
	_, h := o.Sheet()
	return o.Margins.depth(h)
}
