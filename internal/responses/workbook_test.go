package responses

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// workbook is an XLSX file with one sheet of texts.
func workbook(t testing.TB, sheet string, rows [][]string) []byte {
	t.Helper()
	return build(t, func(f *excelize.File) error {
		if err := f.SetSheetName("Sheet1", sheet); err != nil {
			return err
		}
		for i, row := range rows {
			if err := f.SetSheetRow(sheet, "A"+string(rune('1'+i)), &row); err != nil {
				return err
			}
		}
		return nil
	})
}

func build(t testing.TB, fill func(*excelize.File) error) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	if err := fill(f); err != nil {
		t.Fatal(err)
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func set(f *excelize.File, sheet string, cells map[string]any) error {
	for cell, v := range cells {
		if err := f.SetCellValue(sheet, cell, v); err != nil {
			return err
		}
	}
	return nil
}

// TestWorkbookCells reads numbers, numbers stored as text, numbers with a
// format, a formula's cached value and rows with gaps.
func TestWorkbookCells(t *testing.T) {
	data := build(t, func(f *excelize.File) error {
		percent, err := f.NewStyle(&excelize.Style{NumFmt: 9})
		if err != nil {
			return err
		}
		if err := set(f, "Sheet1", map[string]any{
			"B3": "P1", "C3": "P2", "F3": "catatan",
			"B4": 5, "C4": "4",
			"B5": 3.0,
			"C8": 2, "F8": "x",
			"B9": 1, "C9": 4,
		}); err != nil {
			return err
		}
		if err := f.SetCellStyle("Sheet1", "B9", "C9", percent); err != nil {
			return err
		}
		return f.SetCellFormula("Sheet1", "C5", "2+2")
	})
	// A spreadsheet program stores a formula with its value; put it there.
	data = edit(t, data, "xl/worksheets/sheet1.xml", `<f>2+2</f>`, `<f>2+2</f><v>4</v>`)
	dir := t.TempDir()
	write(t, dir, "answers.xlsx", data)
	table, l := readIn(t, dir, "responses: answers.xlsx")
	if len(l) > 0 {
		t.Error(printed(l, dir))
	}
	if got, want := codes(table), "P1 5301\nP2 4424\n"; got != want {
		t.Errorf("codes\n%swant\n%s", got, want)
	}
	if got := table.Place(2).Cell; got != "Sheet1!A8" {
		t.Errorf("the third row stands at %s", got)
	}
}

// edit replaces text in one part of a workbook.
func edit(t *testing.T, data []byte, part, old, replacement string) []byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if _, err := b.ReadFrom(in); err != nil {
			t.Fatal(err)
		}
		s := b.String()
		if f.Name == part {
			if !strings.Contains(s, old) {
				t.Fatalf("%s has no %s", part, old)
			}
			s = strings.ReplaceAll(s, old, replacement)
		}
		to, err := w.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := to.Write([]byte(s)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestWorkbookSheets chooses the sheet, and says where a cell is wrong.
func TestWorkbookSheets(t *testing.T) {
	data := build(t, func(f *excelize.File) error {
		for _, s := range []string{"Judul", "Form Responses 1", "Rekap", "Master"} {
			if _, err := f.NewSheet(s); err != nil {
				return err
			}
		}
		for sheet, cells := range map[string]map[string]any{
			"Judul":            {"A1": "Kuesioner"},
			"Form Responses 1": {"A1": "P1", "B1": "P2", "A2": "S", "B2": "SS", "A3": "Stuju", "B3": "S"},
			"Rekap":            {"A1": "P1", "B1": "P2", "A2": 1, "B2": 7},
		} {
			if err := set(f, sheet, cells); err != nil {
				return err
			}
		}
		for r := range 9 { // hidden: the fullest, but nobody sees it
			if err := f.SetSheetRow("Master", fmt.Sprintf("A%d", r+1), &[]any{"P1", "P2", "P3"}); err != nil {
				return err
			}
		}
		return f.SetSheetVisible("Master", false)
	})
	dir := t.TempDir()
	write(t, dir, "answers.xlsx", data)
	for _, c := range []struct{ keys, want string }{
		{"responses: answers.xlsx", `answers.xlsx:Form Responses 1!A3: error: a text of 5 characters is not a label of the scale (item P1) [unknown-label]
	hint: it is spelt nearly like "Setuju": correct the cell
`},
		{"responses: {file: answers.xlsx, sheet: rekap}", `answers.xlsx:Rekap!B2: error: "7" is not on the scale from 1 to 5 (item P2) [off-scale]
	hint: correct the cell, or add it to responses.missing when it means no answer
`},
		{"responses: {file: answers.xlsx, sheet: Form Response 1}", `study.yaml:1:33: error: answers.xlsx has no sheet "Form Response 1" [unknown-sheet]
	hint: did you mean "Form Responses 1"?
`},
		{"responses: {file: answers.xlsx, sheet: Data}", `study.yaml:1:33: error: answers.xlsx has no sheet "Data" [unknown-sheet]
	hint: its sheets are "Sheet1", "Judul", "Form Responses 1", "Rekap", "Master"
`},
		{"responses: {file: answers.xlsx, sheet: Sheet1}", `answers.xlsx: error: the file is empty [no-rows]
`},
	} {
		_, l := readIn(t, dir, c.keys)
		if got := printed(l, dir); got != c.want {
			t.Errorf("%s gives\n%swant\n%s", c.keys, got, c.want)
		}
	}
}

// oldFormat is what files of Excel 97 to 2003 begin with.
const oldFormat = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

// TestNotAWorkbook opens what only begins like a workbook.
func TestNotAWorkbook(t *testing.T) {
	good := workbook(t, "Sheet1", [][]string{{"P1", "P2"}, {"S", "S"}})
	locked := append([]byte(oldFormat), "...E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"...)
	zipped := func(names ...string) []byte {
		t.Helper()
		var b bytes.Buffer
		w := zip.NewWriter(&b)
		for _, name := range names {
			if _, err := w.Create(name); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"old format": {append([]byte(oldFormat), "Workbook"...), "the workbook has the old format .xls"},
		"password":   {locked, "the workbook is protected by a password"},
		"cut off":    {good[:len(good)/2], "the file is not a workbook that can be read"},
		"Word":       {zipped("[Content_Types].xml", "word/document.xml"), "the file is a document of Word, not a workbook of Excel"},
		"old Word":   {append([]byte(oldFormat), "W\x00o\x00r\x00d\x00D\x00o\x00c\x00u\x00m\x00e\x00n\x00t\x00"...), "the file is a document of Word, not a table"},
		"ods":        {zipped("mimetype", "content.xml"), "the file is an OpenDocument file (.ods), not a workbook of Excel"},
		"numbers":    {zipped("Index/Document.iwa"), "the file is a sheet of Numbers, not a workbook of Excel"},
		"xlsb":       {zipped("[Content_Types].xml", "xl/workbook.bin"), "the file is a binary workbook (.xlsb), not a workbook of Excel"},
		"slides":     {zipped("[Content_Types].xml", "ppt/presentation.xml"), "the file is a presentation, not a workbook of Excel"},
		"zip":        {zipped("jawaban.csv"), "the file is a ZIP archive, not a workbook of Excel"},
		"half a zip": {zipped("[Content_Types].xml"), "the file is not a workbook that can be read"},
		"SPSS":       {[]byte("$FL2@(#) SPSS DATA FILE\x00\x00"), "the file is a file of SPSS (.sav), not a table"},
		"picture":    {[]byte("\x89PNG\r\n\x1a\n\x00"), "the file is a picture, not a table"},
		"GIF":        {[]byte("GIF89a\x00"), "the file is a picture, not a table"},
		"telephone":  {[]byte("\x00\x00\x00\x18ftypheic\x00"), "the file is a picture, not a table"},
		"film":       {[]byte("\x00\x00\x00\x18ftypmp42\x00"), "the file is a film, not a table"},
		"RTF":        {[]byte("{\\rtf1\\ansi"), "the file is a document of Word, not a table"},
		"broken XML": {edit(t, good, "xl/worksheets/sheet1.xml", "<row r=\"2\"", "<row r=\"9999999\""), "the sheet \"Sheet1\" cannot be read"},
		"binary":     {[]byte("\x00\x01\x02\x03"), "the file is neither text nor a workbook"},
	} {
		dir := t.TempDir()
		write(t, dir, "answers.xlsx", c.data)
		table, l := readIn(t, dir, "responses: answers.xlsx")
		if len(l) != 1 || !strings.HasPrefix(l[0].Message, c.want) || l[0].Hint == "" {
			t.Errorf("%s gives\n%s", name, printed(l, dir))
		}
		whole(t, table)
	}
}
