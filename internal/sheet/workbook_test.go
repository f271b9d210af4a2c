package sheet

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"fmt"
	"net"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"wogreport/internal/diag"
	"wogreport/internal/infile"
	"wogreport/internal/limits"
)

// TestMergedCells reads a hand-made workbook: a merged title, dimensions
// merged over their statements, headers merged over two rows, and a cohort
// merged over its participants, on the second of three sheets.
func TestMergedCells(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	const name = "Data Mentah"
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(f.SetSheetRow("Sheet1", "A1", &[]any{"Petunjuk", "Isi semua"}))
	for _, s := range []string{name, "Rekap"} {
		_, err := f.NewSheet(s)
		must(err)
	}
	for cell, row := range map[string][]any{
		"A1": {"KUESIONER KEPUASAN PESERTA"},
		"A3": {"No", "Angkatan", "Pengajar", nil, "Sarana"},
		"C4": {"Menguasai materi", "Sabar", "Ruang nyaman"},
		"A5": {1, "I", 4, 5, "3"},
		"A6": {2, nil, 4, 4, "4"},
		"A7": {3, "II", 5, 4, "4"},
		"A8": {4, nil, 3, 4, "2", "", " "},
	} {
		must(f.SetSheetRow(name, cell, &row))
	}
	for _, m := range [][2]string{{"A1", "G1"}, {"A3", "A4"}, {"B3", "B4"}, {"C3", "D3"}, {"B5", "B6"}, {"B7", "B8"}} {
		must(f.MergeCell(name, m[0], m[1]))
	}
	must(f.SetSheetRow("Rekap", "A1", &[]any{"Item", "Rata-rata"}))
	t.Chdir(t.TempDir())
	b, err := f.WriteToBuffer()
	must(err)
	must(os.WriteFile("data.xlsm", b.Bytes(), 0o600))

	want := `header 4
A No
B Angkatan
C Menguasai materi, group Pengajar
D Sabar, group Pengajar
E Ruang nyaman, group Sarana
rows 5 6 7 8
`
	if got := described("data.xlsm"); got != want {
		t.Errorf("the workbook is read as\n%swant\n%s", got, want)
	}
	var l diag.List
	s := Read("data.xlsm", diag.Pos{}, Options{}, &l)
	cohorts := ""
	for _, r := range s.rows {
		cohorts += r.Cell(1) + " "
	}
	if cohorts != "I I II II " {
		t.Errorf("the cohorts are %s", cohorts)
	}
	if got := s.Place(s.rows[3], 4).String(); got != "data.xlsm:Data Mentah!E8" {
		t.Errorf("the last answer stands at %s", got)
	}
	if len(s.Others) != 2 {
		t.Errorf("the other sheets are %q", s.Others)
	}
}

// TestFirstRespondentOfAWorkbook has truth values and numbers in a row under
// the header, which is a respondent's all the same.
func TestFirstRespondentOfAWorkbook(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	for i, row := range [][]any{{"P1", "P2", "P3"}, {true, 2, 3}, {4, 4, 5}, {3, 2, 4}, {true, 2, 3}} {
		if err := f.SetSheetRow("Sheet1", "A"+strconv.Itoa(i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(t.TempDir())
	if err := f.SaveAs("data.xlsx"); err != nil {
		t.Fatal(err)
	}
	if got := described("data.xlsx"); !strings.HasPrefix(got, "header 1\n") || !strings.HasSuffix(got, "rows 2 3 4 5\n") {
		t.Errorf("the workbook is read as\n%s", got)
	}
}

// TestNotAFile names what would keep a reader waiting, and what holds nothing.
func TestNotAFile(t *testing.T) {
	t.Chdir(t.TempDir())
	if got := described(os.DevNull); !strings.Contains(got, "error: "+os.DevNull+" is not a file [not-readable]") {
		t.Errorf("a device gives\n%s", got)
	}
	listener, err := net.Listen("unix", "socket")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	if got := described("socket"); !strings.Contains(got, "socket is not a file [not-readable]") {
		t.Errorf("a socket gives\n%s", got)
	}
	// A workbook whose list of sheets is empty.
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, text := range map[string]string{
		"[Content_Types].xml":        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
		"_rels/.rels":                `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets/></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>`,
	} {
		part, err := w.Create(name)
		if err == nil {
			_, err = part.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("none.xlsx", b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := described("none.xlsx"); got != "none.xlsx: error: the file is empty [no-rows]\n" {
		t.Errorf("a workbook without sheets gives\n%s", got)
	}
}

// TestFormulasWithoutValues warns of formulas that no spreadsheet program has
// reckoned yet, and of no other cells.
func TestFormulasWithoutValues(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	for i, row := range [][]any{{"P1", "P2"}, {4, 5}, {3, nil}, {5, nil}} {
		if err := f.SetSheetRow("Sheet1", "A"+strconv.Itoa(i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	for _, cell := range []string{"B3", "B4"} {
		if err := f.SetCellFormula("Sheet1", cell, "A2+1"); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(t.TempDir())
	if err := f.SaveAs("data.xlsx"); err != nil {
		t.Fatal(err)
	}
	const want = "data.xlsx:Sheet1!B3: warning: 2 cells hold formulas without their values, and count as empty: B3, B4 [no-value]\n\thint: open the workbook in a spreadsheet program and save it\n"
	if got := described("data.xlsx"); !strings.HasSuffix(got, want) {
		t.Errorf("the workbook is read as\n%s", got)
	}
	for xml, want := range map[string]string{
		`<c r="A1" s="2"><f>B1</f></c>`:                         "A1",
		`<c r="A1"><f>B1</f><v/></c><c r="A2"><v>4</v></c>`:     "A1",
		`<c r="A1"><f t="shared" si="0"/><v></v></c>`:           "A1",
		`<c r="A1"><f>B1</f><v>4</v></c>`:                       "",
		`<c r="A1" t="str"><f>IF(B1,"",1)</f><v></v></c>`:       "",
		`<c r="A1"><v>4</v></c><c r="A2"><f>B1</f><v>3</v></c>`: "",
	} {
		var b beside
		for t := newTags(strings.NewReader(xml), limits.Limits{}); t.next(); {
			b.look(t, nil)
		}
		if got := strings.Join(b.empty, " "); got != want {
			t.Errorf("%s: %q, want %q", xml, got, want)
		}
	}
}

// TestLockFile names the workbook that somebody meant who picked Excel's note
// that it is open.
func TestLockFile(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("~$jawaban.xlsx", []byte("\x04Budi\x00\x00"), 0o600); err != nil {
		t.Fatal(err)
	}
	const want = "~$jawaban.xlsx: error: ~$jawaban.xlsx is Excel's note that a workbook is open, not the workbook [not-readable]\n\thint: name jawaban.xlsx\n"
	if got := described("~$jawaban.xlsx"); got != want {
		t.Errorf("it gives\n%s", got)
	}
}

// TestTimes reads the ways in which forms note when they were sent.
func TestTimes(t *testing.T) {
	for cell, want := range map[string]string{
		"2017/10/09 9:54:41 PM GMT+7": "2017-10-09 21:54:41",
		"9/10/2017 14:52:43":          "2017-10-09 14:52:43",
		"9/10/2017 14.52.43":          "2017-10-09 14:52:43",
		"12/05/2024 12:30:00 AM":      "2024-05-12 00:30:00",
		"2021-05-03T10:00:00Z":        "2021-05-03 10:00:00",
		"43017.5":                     "2017-10-09 12:00:00",
		"43017":                       "",
		"9/10/2017":                   "",
		"14:52":                       "",
	} {
		got := ""
		if at, ok := Time(cell); ok {
			got = at.Format("2006-01-02 15:04:05")
		}
		if got != want {
			t.Errorf("%s is %q, want %q", cell, got, want)
		}
	}
}

// TestEndlessCells keeps of a cell no more than a spreadsheet program does.
func TestEndlessCells(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("a.csv", []byte("P1,P2\n4,"+strings.Repeat("é", maxCell)+"\n5,3\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	var l diag.List
	s := Read("a.csv", diag.Pos{File: "a.csv"}, Options{}, &l)
	if got := s.rows[0].Cell(1); len(l) > 0 || len(got) != maxCell || strings.Trim(got, "é") != "" {
		t.Errorf("%v: %d bytes are kept", l, len(got))
	}
}

// TestKept: a workbook that is read again gives the same table, merged and all, without
// its XML being read; other bytes under its name do not.
func TestKept(t *testing.T) {
	fill := func(answer any) func(*excelize.File) error {
		return func(f *excelize.File) error {
			for cell, row := range map[string][]any{
				"A1": {"No", "Angkatan", "Pengajar sabar"}, "A2": {1, "I", answer}, "A3": {2, nil, 4}, "A4": {3, "II", 5},
			} {
				if err := f.SetSheetRow("Sheet1", cell, &row); err != nil {
					return err
				}
			}
			return f.MergeCell("Sheet1", "B2", "B3")
		}
	}
	path := book(t, fill(3))
	kept := new(infile.Kept)
	read := func(kept *infile.Kept, opt Options) string {
		t.Helper()
		var ds diag.List
		opt.Open = func(path string) (*infile.File, error) {
			return infile.Open(path, infile.Options{Limit: 1 << 20, Kept: kept})
		}
		s := Read(path, diag.Pos{File: path}, opt, &ds)
		if s == nil {
			t.Fatal(ds)
		}
		return fmt.Sprint(s.Columns, s.rows, s.Notes, ds)
	}
	for _, opt := range []Options{{}, {Legends: true}, {Sheet: "Sheet1"}, {Sheet: "Sheet1", Legends: true}, {Header: 1}} {
		want := read(nil, opt)
		for range 3 {
			if got := read(kept, opt); got != want {
				t.Errorf("%+v: kept\n%s\nwant\n%s", opt, got, want)
			}
		}
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := kept.Get(path, workbookKey{sum: sha256.Sum256(data)}); !ok {
		t.Error("nothing is kept")
	}
	other, err := os.ReadFile(book(t, fill(2)))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, other, 0o600); err != nil {
		t.Fatal(err)
	}
	if got, want := read(kept, Options{}), read(nil, Options{}); got != want {
		t.Errorf("other bytes\n%s\nwant\n%s", got, want)
	}
}
