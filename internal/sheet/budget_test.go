package sheet

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"testing"

	"wogreport/internal/costtest"
	"wogreport/internal/diag"
	"wogreport/internal/limits"
)

// workbookOf is a workbook with one sheet of the rows and the shared texts,
// both as XML.
func workbookOf(t *testing.T, rows, shared string) []byte {
	t.Helper()
	const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, part := range []struct{ name, text string }{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="` + office + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", `<workbook xmlns="` + main + `" xmlns:r="` + office + `"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="` + office + `/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`},
		{"xl/sharedStrings.xml", `<sst xmlns="` + main + `">` + shared + `</sst>`},
		{"xl/worksheets/sheet1.xml", `<worksheet xmlns="` + main + `">` + rows + `</worksheet>`},
	} {
		p, err := w.Create(part.name)
		if err == nil {
			_, err = p.Write([]byte(part.text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const header = `<row r="1"><c r="A1" t="inlineStr"><is><t>P1</t></is></c><c r="B1" t="inlineStr"><is><t>P2</t></is></c></row>`

// TestTableBudget: a small workbook that unfolds into more than a run takes on
// ends at once in one error that says which limit it met.
func TestTableBudget(t *testing.T) {
	t.Chdir(t.TempDir())
	far := ""
	for i := 2; i < 2000; i++ {
		far += fmt.Sprintf(`<row r="%d"><c r='XFD%d'><v>5</v></c></row>`, i, i)
	}
	for name, c := range map[string]struct{ rows, shared, says string }{
		"unpacked":   {`<sheetData>` + header + strings.Repeat(`<row><c/></row>`, 1_000_000) + `</sheetData>`, "", "unpacks to more than 8 MB"},
		"deep":       {strings.Repeat("<a>", 70) + strings.Repeat("</a>", 70) + `<sheetData/>`, "", "within each other"},
		"long tag":   {`<sheetData><row a="` + strings.Repeat("x", 1<<17) + `"/></sheetData>`, "", "a tag in the workbook is longer"},
		"far":        {`<sheetData>` + header + far + `</sheetData>`, "", "blank places"},
		"long texts": {`<sheetData>` + header + strings.Repeat(`<row><c t="s"><v>0</v></c></row>`, 100) + `</sheetData>`, `<si><t>` + strings.Repeat("x", 1<<20) + `</t></si>`, "64 MB of long texts"},
	} {
		data := workbookOf(t, c.rows, c.shared)
		if err := os.WriteFile("a.xlsx", data, 0o600); err != nil {
			t.Fatal(err)
		}
		clock := costtest.Start()
		var l diag.List
		Read("a.xlsx", diag.Pos{}, Options{}, &l)
		if len(l) != 1 || l[0].Code != "table-budget" || !strings.Contains(l[0].Message, c.says) || l[0].Hint != limits.Hint {
			t.Errorf("%s, %d bytes: %v", name, len(data), l)
		}
		if took, over := clock.TooLong(); over {
			t.Errorf("%s takes %v", name, took)
		}
	}
}

// TestLyingArchive: a workbook whose parts are not what the archive says of them is
// refused, and no room is made for what it says.
func TestLyingArchive(t *testing.T) {
	t.Chdir(t.TempDir())
	whole := workbookOf(t, `<sheetData>`+header+`<row><c><v>5</v></c><c><v>4</v></c></row></sheetData>`, "")
	for name, lie := range map[string]func(*zip.FileHeader){
		"longer":   func(h *zip.FileHeader) { h.UncompressedSize64 = 900 << 20 },
		"shorter":  func(h *zip.FileHeader) { h.UncompressedSize64 -= 20 },
		"checksum": func(h *zip.FileHeader) { h.CRC32++ },
		"cut":      func(h *zip.FileHeader) { h.CompressedSize64 -= 20 },
	} {
		for _, part := range []string{"xl/worksheets/sheet1.xml", "xl/workbook.xml"} {
			if err := os.WriteFile("a.xlsx", rewritten(t, whole, part, lie), 0o600); err != nil {
				t.Fatal(err)
			}
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			var l diag.List
			s := Read("a.xlsx", diag.Pos{}, Options{}, &l)
			runtime.ReadMemStats(&after)
			if s != nil || len(l) != 1 || l[0].Code != "not-readable" {
				t.Errorf("%s of %s: %v", name, part, l)
			}
			if n := after.TotalAlloc - before.TotalAlloc; n > 16<<20 {
				t.Errorf("%s of %s makes room for %d MB", name, part, n>>20)
			}
		}
	}
}

// rewritten is a workbook in which the archive says something else of a part.
func rewritten(t *testing.T, data []byte, part string, lie func(*zip.FileHeader)) []byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range r.File {
		content, err := f.OpenRaw()
		if err != nil {
			t.Fatal(err)
		}
		h := f.FileHeader
		if f.Name == part {
			lie(&h)
		}
		p, err := w.CreateRaw(&h)
		if err == nil {
			_, err = io.CopyN(p, content, int64(h.CompressedSize64))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestWithinBudget: what looks large and is not is read.
func TestWithinBudget(t *testing.T) {
	t.Chdir(t.TempDir())
	answers := strings.Repeat(`<row><c><v>4</v></c><c><v>5</v></c></row>`, 20)
	for name, rows := range map[string]string{
		"merges over all rows": `<sheetData>` + header + answers + `</sheetData><mergeCells>` + strings.Repeat(`<mergeCell ref="A2:A1048576"/>`, 20_000) + `</mergeCells>`,
		"blank padding":        `<sheetData>` + header + answers + strings.Repeat(`<row>`+strings.Repeat(`<c s="1"/>`, 200)+`</row>`, 2000) + `</sheetData>`,
		"a stray cell":         `<sheetData>` + header + answers + `<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>`,
	} {
		if err := os.WriteFile("a.xlsx", workbookOf(t, rows, ""), 0o600); err != nil {
			t.Fatal(err)
		}
		clock := costtest.Start()
		var l diag.List
		s := Read("a.xlsx", diag.Pos{}, Options{}, &l)
		if l.HasErrors() || s == nil || len(s.rows) < 20 {
			t.Errorf("%s: %v", name, l)
		}
		if took, over := clock.TooLong(); over {
			t.Errorf("%s takes %v", name, took)
		}
	}
}
