package sheet

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"wogreport/internal/costtest"
	"wogreport/internal/diag"
)

// readBytes reads a file of these bytes, within what an input may cost.
func readBytes(t *testing.T, name string, data []byte) {
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	costtest.Watch(t, func() {
		var l diag.List
		s := Read(path, diag.Pos{File: path}, Options{Legends: true}, &l)
		if s == nil && !l.HasErrors() {
			t.Error("there is no table, and no error says why")
		}
	})
}

// FuzzWorkbook reads whatever begins like a workbook.
func FuzzWorkbook(f *testing.F) {
	for _, pattern := range []string{"testdata/*.xlsx", "../../cmd/wogreport/testdata/workbooks/*.xlsx"} {
		files, _ := filepath.Glob(pattern)
		for _, name := range files {
			if data, err := os.ReadFile(name); err == nil && len(data) < 50_000 {
				f.Add(data)
			}
		}
	}
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if bytes.HasPrefix(data, zipSignature) {
			readBytes(t, "a.xlsx", data)
		}
	})
}

// FuzzParts reads workbooks whose sheet and shared texts are any text, since a
// change of a byte rarely passes a ZIP archive's checksums.
func FuzzParts(f *testing.F) {
	f.Add(`<sheetData>`+header+`<row><c t="s"><v>0</v></c><c><v>5</v></c></row></sheetData><mergeCells><mergeCell ref="A2:A9"/></mergeCells>`, `<si><t>x</t></si>`)
	f.Add(`<sheetData><row r="9"><c r="ZZ9" t="b"><v>1</v></c><c><f>A1</f></c></row><row hidden="1"><c t='d' s="3"><v>43000</v></c></row></sheetData>`, `<si><r><t>x</t></r><r><t xml:space="preserve"> y</t></r></si><si/>`)
	f.Fuzz(func(t *testing.T, rows, shared string) {
		readBytes(t, "a.xlsx", workbookOf(t, rows, shared))
	})
}

// FuzzText reads delimited text.
func FuzzText(f *testing.F) {
	f.Add([]byte("P1,P2\n4,5\n3,\"a\"\"b\"\n"))
	f.Add([]byte("sep=;\nP1;P2\n\"4;5\n"))
	f.Fuzz(func(t *testing.T, data []byte) { readBytes(t, "a.csv", data) })
}
