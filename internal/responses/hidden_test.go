package responses

import (
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"

	"wogreport/internal/diag"
	"wogreport/internal/study"
)

// TestHidden: rows that a workbook hides are counted where they are, in all and
// by cohort, also where they are left out.
func TestHidden(t *testing.T) {
	dir := t.TempDir()
	f := excelize.NewFile()
	for i, row := range [][]any{{"Angkatan", "P1", "P2"}, {"I", 1, 2}, {"I", 2, 1}, {"II", 2, 2}, {"II", 1, 1}, {"II", 1, 2}} {
		if err := f.SetSheetRow("Sheet1", "A"+string(rune('1'+i)), &row); err != nil {
			t.Fatal(err)
		}
	}
	for _, row := range []int{3, 5, 6} {
		if err := f.SetRowVisible("Sheet1", row, false); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.SaveAs(filepath.Join(dir, "a.xlsx")); err != nil {
		t.Fatal(err)
	}
	for setting, rows := range map[string]int{"keep": 5, "leave-out": 2} {
		st, l := study.Parse(filepath.Join(dir, "study.yaml"), []byte("title: T\nscale: {min: 1, max: 2}\nconstructs: [{id: c, items: [P1, P2]}]\nresponses: {file: a.xlsx, cohort: Angkatan, hidden_rows: "+setting+"}\n"))
		if l.HasErrors() {
			t.Fatal(l)
		}
		table, l := Read(st)
		if q := table.Quality; table.N != rows || q.Hidden != 3 || q.HiddenLeft != (setting == "leave-out") || len(l) != 1 || l[0].Code != "hidden-rows" {
			t.Errorf("%s: %d rows, %+v, %v", setting, table.N, q, l)
		}
		by, l := Open(st).By("Angkatan", diag.Pos{})
		for i, want := range []int{1, 2} {
			if got := by.Each[i].Table.Quality.Hidden; got != want {
				t.Errorf("%s: %d hidden rows of %s, want %d (%v)", setting, got, by.Each[i].Name, want, l)
			}
		}
	}
}
