package web

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"wogreport/internal/docx/docxtest"
	"wogreport/internal/lang"
	"wogreport/internal/study"
)

// cellsOf are the cells of a workbook's first sheet; filled sets some.
func cellsOf(t *testing.T, data []byte) [][]string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(f.GetSheetName(0))
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func filled(t *testing.T, data []byte, cells map[string]string) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for at, text := range cells {
		if err := f.SetCellStr(f.GetSheetName(0), at, text); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestCohortTable: the table to fill in names the cohorts in the order of their reports, and
// what is filled in comes into the report of each.
func TestCohortTable(t *testing.T) {
	p := &page{t: t}
	p.ask(Request{Do: "open"}, File{"jawaban.xlsx", form(t, agreement...)})
	p.ask(Request{Do: "draft", Title: "Judul"})
	a := p.ask(Request{Do: "table", Languages: []lang.Tag{lang.EN}})
	if !slices.Equal(a.names(), []string{"cohorts.xlsx"}) {
		t.Fatalf("%v: %+v", a.names(), a.Problems)
	}
	a = p.ask(Request{Do: "table"})
	if !slices.Equal(a.names(), []string{"angkatan.xlsx"}) {
		t.Fatalf("%v: %+v", a.names(), a.Problems)
	}
	table := a.files[0]
	rows := cellsOf(t, table.Data)
	if len(rows) != 4 || rows[0][1] != "Jumlah peserta" || rows[1][0] != "Angkatan I" || rows[3][0] != "Angkatan III" {
		t.Fatal(rows)
	}
	table.Data = filled(t, table.Data, map[string]string{"B2": "20", "B3": "25", "E2": "Kota Contoh"})
	p.ask(Request{Do: "open", Add: true}, table)
	if a = p.ask(Request{Do: "confirm", Edits: []study.Edit{{Path: "cohorts", Value: table.Name}}}); a.State.Form.CohortFile != table.Name || a.State.Form.Listed != 3 {
		t.Fatalf("%+v", a)
	}
	a = p.ask(Request{Do: "cohorts", Formats: []string{"json"}})
	if a.Counts == nil || a.Counts.Done != 2 {
		t.Fatalf("%+v", a)
	}
	for name, want := range map[string]string{"Angkatan I/results.json": `"population": 20`, "Angkatan II/results.json": `"population": 25`} {
		if got := string(docxtest.Parts(t, a.files[0].Data)[name]); !strings.Contains(got, want) {
			t.Errorf("%s has no %s:\n%.600s", name, want, got)
		}
	}
	// A file is known for a table by what is in it, and not kept when it is looked at.
	for name, data := range map[string][]byte{"sudah diisi.xlsx": table.Data, "ekspor.xlsx": form(t, agreement...), "catatan.csv": []byte("Angkatan\nAngkatan I\n"), "foto.jpg": []byte("no table")} {
		if got := p.ask(Request{Do: "look"}, File{name, data}).Table; got != (name == "sudah diisi.xlsx") {
			t.Errorf("%s is taken for a table of cohorts: %v", name, got)
		}
	}
	if files := p.ask(Request{Do: "open", Add: true}).State.Files; slices.Contains(files, "sudah diisi.xlsx") {
		t.Errorf("what was looked at is kept: %v", files)
	}
	// A file of answers is no such table: the study stays as it is, and nothing of the file is left.
	before := p.ask(Request{Do: "open", Add: true}).State
	p.ask(Request{Do: "open", Add: true}, File{"ekspor.xlsx", form(t, agreement...)})
	a = p.ask(Request{Do: "confirm", Edits: []study.Edit{{Path: "cohorts", Value: "ekspor.xlsx"}}})
	if a.Refused == "" || a.State.Text != before.Text || !slices.Equal(a.State.Files, before.Files) {
		t.Errorf("answers as a table: refused %q, files %v", a.Refused, a.State.Files)
	}
	// What is wrong in it is told at once, and where.
	p.ask(Request{Do: "open", Add: true}, File{table.Name, filled(t, table.Data, map[string]string{"B2": "3", "B3": "35 orang"})})
	var said []string
	for _, problem := range p.ask(Request{Do: "check"}).Problems {
		if strings.HasPrefix(problem.Place, table.Name) {
			said = append(said, fmt.Sprintf("%v %s %s: %.44s", problem.Error, problem.Place, problem.Code, problem.Message))
		}
	}
	if want := []string{`false angkatan.xlsx:Sheet1!B2 population-too-small: the cohort "Angkatan I" gets no report: the `, `false angkatan.xlsx:Sheet1!B3 bad-value: the cohort "Angkatan II" gets no report: the`}; !slices.Equal(said, want) {
		t.Errorf("%q", said)
	}
	p.ask(Request{Do: "open", Add: true}, table)
	// What is known stands in the table that is given out next.
	a = p.ask(Request{Do: "table"})
	if rows = cellsOf(t, a.files[0].Data); rows[1][1] != "20" || rows[2][1] != "25" {
		t.Error(rows)
	}
}

// TestStillSaid: once the answers were checked, what is doubtful in them is said after every change.
func TestStillSaid(t *testing.T) {
	p := &page{t: t}
	p.ask(Request{Do: "open"}, File{"jawaban.csv", []byte("Angkatan,Butir satu,Butir dua,Butir tiga\n" + strings.Repeat("I,Setuju,Sangat Setuju,Setuju\nI,Setuju,Kurang Setuju,Tidak Setuju\nII,Sangat Setuju,Setuju,Kurang Setuju\nII,,,\n", 8))})
	p.ask(Request{Do: "draft", Title: "Judul"})
	said := func(a answer) bool {
		return slices.ContainsFunc(a.Problems, func(p Problem) bool { return p.Code == "empty-respondent" })
	}
	change := Request{Do: "confirm", Edits: []study.Edit{{Path: "title", Value: "Lain"}}}
	if said(p.ask(change)) || !said(p.ask(Request{Do: "check"})) || !said(p.ask(change)) {
		t.Error("it is not said, or said before it was asked for")
	}
}
