package drawingml

import (
	"bytes"
	"fmt"

	"github.com/xuri/excelize/v2"

	"wogreport/internal/workbook/pack"
)

// workbook is the table as a file: one sheet, whose numbers are shown as they are known.
func (t *table) workbook(lang string) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetSheetName(f.GetSheetName(0), sheetName); err != nil {
		return nil, err
	}
	form := t.format()
	style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &form})
	if err != nil {
		return nil, err
	}
	out, err := f.NewStreamWriter(sheetName)
	if err != nil {
		return nil, err
	}
	const wide, narrow = 40, 14                // letters
	for i := len(t.columns) - 1; i >= 0; i-- { // excelize puts the last width first
		width := float64(narrow)
		if i <= t.names {
			width = wide
		}
		if err := out.SetColWidth(i+1, i+1, width); err != nil {
			return nil, err
		}
	}
	row := make([]any, len(t.columns))
	for i, c := range t.columns {
		if row[i] = nil; c.head != "" {
			row[i] = excelize.Cell{Value: c.head}
		}
	}
	if err := out.SetRow("A1", row); err != nil {
		return nil, err
	}
	for r := range t.chart.Categories {
		for i, c := range t.columns {
			switch cell := c.cells[r]; {
			case cell.shown:
				row[i] = excelize.Cell{StyleID: style, Value: cell.number}
			case cell.text != "":
				row[i] = excelize.Cell{Value: cell.text}
			default:
				row[i] = nil
			}
		}
		if err := out.SetRow(fmt.Sprintf("A%d", r+2), row); err != nil {
			return nil, err
		}
	}
	if err := out.Flush(); err != nil {
		return nil, err
	}
	if err := properties(f, lang); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := pack.Write(&b, f); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// properties takes out the author and the time that excelize puts in.
func properties(f *excelize.File, lang string) error {
	const date = "2000-01-01T00:00:00Z" // the same input gives the same bytes
	if err := f.SetDocProps(&excelize.DocProperties{Created: date, Modified: date, Language: lang}); err != nil {
		return err
	}
	return f.SetAppProps(&excelize.AppProperties{Application: "wogreport"})
}
