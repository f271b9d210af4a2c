package responses

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"wogreport/internal/diag"
)

// maxUnzipped bounds what a workbook may unpack to, in bytes.
const maxUnzipped = 1 << 30

var (
	zipSignature = []byte("PK\x03\x04")
	oleSignature = []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
)

// readOLE says why a file of the old container format is not read: it is a
// workbook of Excel 97 to 2003, or a newer one behind a password.
func readOLE(file string, data []byte, diags *diag.List) {
	var name []byte // stream names in the container are UTF-16
	for _, b := range []byte("EncryptedPackage") {
		name = append(name, b, 0)
	}
	if bytes.Contains(data, name) {
		diags.Errorf(diag.Pos{File: file}, "not-readable", "the workbook is protected by a password")
		diags.Hintf("save a copy of it without the password")
		return
	}
	diags.Errorf(diag.Pos{File: file}, "not-readable", "the workbook has the old format .xls")
	diags.Hintf("open it in a spreadsheet program and save it as .xlsx")
}

// readWorkbook reads a sheet of an XLSX or XLSM file: the one named, else the
// first that holds data. sheetAt is the place where the study names it.
func readWorkbook(file string, data []byte, sheet string, sheetAt diag.Pos, diags *diag.List) *grid {
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true, UnzipSizeLimit: maxUnzipped})
	if err != nil {
		diags.Errorf(diag.Pos{File: file}, "not-readable", "the file is not a workbook that can be read: %v", err)
		diags.Hintf("open it in a spreadsheet program and save it as .xlsx again")
		return nil
	}
	defer f.Close()
	sheets := f.GetSheetList()
	if sheet != "" {
		name, ok := sheetNamed(sheets, sheet)
		if !ok {
			diags.Errorf(sheetAt, "unknown-sheet", "%s has no sheet %q", file, sheet)
			if near := diag.Suggest(sheet, sheets); near != "" {
				diags.Hintf("did you mean %q?", near)
			} else {
				diags.Hintf("its sheets are %s", strings.Join(quoted(sheets), ", "))
			}
			return nil
		}
		return readSheet(f, file, name, diags)
	}
	var first *grid
	for _, name := range sheets {
		g := readSheet(f, file, name, diags)
		if g == nil {
			return nil
		}
		if len(g.rows) > 0 {
			return g
		}
		if first == nil || first.header.cells == nil {
			first = g
		}
	}
	return first
}

// sheetNamed finds a sheet by its name; capitals and outer spaces make no
// difference, as in a spreadsheet program.
func sheetNamed(sheets []string, name string) (string, bool) {
	for _, s := range sheets {
		if strings.EqualFold(strings.TrimSpace(s), strings.TrimSpace(name)) {
			return s, true
		}
	}
	return "", false
}

func readSheet(f *excelize.File, file, sheet string, diags *diag.List) *grid {
	g := &grid{file: file, sheet: sheet}
	g.place = func(r record, col int) diag.Pos {
		return diag.Pos{File: file, Cell: sheet + "!" + letter(col) + strconv.Itoa(r.row)}
	}
	rows, err := f.Rows(sheet)
	if err == nil {
		for n := 1; rows.Next(); n++ {
			var cells []string
			if cells, err = rows.Columns(); err != nil {
				break
			}
			g.add(record{row: n, cells: cells})
		}
		if closeErr := rows.Close(); err == nil {
			err = closeErr
		}
	}
	if err != nil {
		diags.Errorf(diag.Pos{File: file}, "not-readable", "the sheet %q cannot be read: %v", sheet, err)
		diags.Hintf("open the workbook in a spreadsheet program and save it as .xlsx again")
		return nil
	}
	return g
}

// letter is the spreadsheet letter of a column counted from 0.
func letter(col int) string {
	s := ""
	for col++; col > 0; col = (col - 1) / 26 {
		s = string(rune('A'+(col-1)%26)) + s
	}
	return s
}

func quoted(names []string) []string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = strconv.Quote(n)
	}
	return out
}
