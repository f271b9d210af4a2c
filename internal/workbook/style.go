package workbook

import "github.com/xuri/excelize/v2"

// style is the look of a cell.
type style struct {
	format format
	head   bool
	strong bool // bold
	band   bool // coloured
}

// The letters and colours of the sheets.
const (
	fontFamily = "Calibri"
	fontSize   = 11

	headFill = "1F4E79"
	headText = "FFFFFF"
	rule     = "D9D9D9"
	band     = "EAF1F8" // of rows that stand out
)

// numberFormats in the notation of spreadsheets, which put the reader's own
// decimal mark.
var numberFormats = map[format]string{
	asWhole: "0",
	asTwo:   "0.00",
	asThree: "0.000",
	asP:     "[<0.0005]0.0E+00;0.000",
	asShare: "0.0%",
}

// styleID is the file's number for a style.
func (b *book) styleID(s style) (int, error) {
	if id, ok := b.styles[s]; ok {
		return id, nil
	}
	look := &excelize.Style{
		Font:      &excelize.Font{Bold: s.strong, Family: fontFamily, Size: fontSize},
		Alignment: &excelize.Alignment{Vertical: "top", Horizontal: "left", Indent: 1, WrapText: s.format == asText},
		Border:    []excelize.Border{{Type: "bottom", Color: rule, Style: 1}},
	}
	if code, ok := numberFormats[s.format]; ok {
		look.CustomNumFmt = &code
		look.Alignment.Horizontal = "right"
	}
	if s.band {
		look.Fill = solid(band)
	}
	if s.head {
		look.Font.Bold, look.Font.Color = true, headText
		look.Fill = solid(headFill)
		look.Alignment = &excelize.Alignment{Vertical: "center", Horizontal: "left", Indent: 1, WrapText: true}
		if s.format != asText {
			look.Alignment.Horizontal, look.Alignment.Indent = "center", 0
		}
		look.CustomNumFmt = nil
	}
	id, err := b.file.NewStyle(look)
	if err != nil {
		return 0, err
	}
	b.styles[s] = id
	return id, nil
}
