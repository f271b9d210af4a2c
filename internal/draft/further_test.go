package draft

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"wogreport/internal/diag"
	"wogreport/internal/lang"
)

// sheetRows are rows of a sheet with a name, and answers that move with the given number.
func sheetRows(heads string, move int, labels ...any) [][]any {
	var head []any
	for _, h := range strings.Fields(heads) {
		head = append(head, h)
	}
	rows := [][]any{head}
	for i := range 12 {
		row := []any{"Orang " + string(rune('A'+i+move))}
		for j := range len(head) - 1 {
			row = append(row, labels[(i*3+j*i+move)%len(labels)])
		}
		rows = append(rows, row)
	}
	return rows
}

// TestSheetsNotRead warns of the other sheets that hold answers, and of no others.
func TestSheetsNotRead(t *testing.T) {
	numbers := []any{1, 2, 3, 4, 5}
	labels := []any{"Sangat Tidak Setuju", "Tidak Setuju", "Ragu-ragu", "Setuju", "Sangat Setuju"}
	const heads = "Nama P1 P2 P3 P4"
	main := sheetRows(heads, 0, numbers...)
	for _, c := range []struct {
		name, code, want, said string
		first                  [][]any
		other                  [][]any
	}{
		{"of other respondents", "sheets-not-read", "other sheets with the same heads are not read: Lain", "lembar lain dengan judul kolom yang sama tidak dibaca: Lain; salin", main, sheetRows(heads, 1, numbers...)},
		{"in another order", "sheets-not-read", "other sheets with the same heads are not read: Lain", "", main, sheetRows("Nama P4 P3 P2 P1", 3, numbers...)},
		{"to other items", "sheets-not-read", "other sheets with answers to other items are not read: Lain", "lembar lain dengan jawaban atas butir lain tidak dibaca: Lain; salin", main, sheetRows("Nama Q1 Q2 Q3 Q4", 0, numbers...)},
		{"a copy in numbers", "", "", "", sheetRows(heads, 0, labels...), sheetRows(heads, 0, numbers...)},
		{"a copy of numbers without names in common", "", "", "", sheetRows(heads, 0, labels...), sheetRows(heads, 9, numbers...)},
		{"a copy", "", "", "", main, main},
		{"a copy in another order", "", "", "", main, [][]any{main[0], main[4], main[2], main[9], main[1], main[7]}},
		{"the first of them", "", "", "", main, main[:6]},
		{"frequencies", "", "", "", main, [][]any{main[0], {"5", 12, 3, 8, 10}, {"4", 30, 28, 22, 19}, {"3", 5, 9, 11, 17}, {"2", 6, 1, 8, 9}}},
		{"means and deviations", "", "", "", main, [][]any{main[0], {"Mean", 3.42, 3.1, 2.9, 3.6}, {"SD", 0.91, 1.02, 0.88, 0.79}, {"Min", 1, 1, 1, 2}, {"Max", 5, 5, 5, 5}}},
		{"a recap", "", "", "", main, [][]any{{"Butir", "Rata-rata"}, {"P1", 3.2}, {"P2", 3.4}, {"P3", 2.9}, {"P4", 3.1}}},
		{"instructions", "", "", "", main, [][]any{{"Petunjuk"}, {"Isi semua"}}},
		{"heads alone", "", "", "", main, main[:1]},
		{"empty", "", "", "", main, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := excelize.NewFile()
			defer f.Close()
			if _, err := f.NewSheet("Lain"); err != nil {
				t.Fatal(err)
			}
			for name, rows := range map[string][][]any{"Sheet1": c.first, "Lain": c.other} {
				for i, row := range rows {
					cell, _ := excelize.CoordinatesToCellName(1, i+1)
					if err := f.SetSheetRow(name, cell, &row); err != nil {
						t.Fatal(err)
					}
				}
			}
			file := filepath.Join(t.TempDir(), "a.xlsx")
			if err := f.SaveAs(file); err != nil {
				t.Fatal(err)
			}
			d, l := Make(filepath.Join(filepath.Dir(file), "study.yaml"), []string{file}, Options{})
			if d == nil {
				t.Fatal(l)
			}
			if c.code == "" {
				if len(l) > 0 {
					t.Errorf("said %v", l)
				}
				return
			}
			if len(l) != 1 || l[0].Code != c.code || l[0].Message != c.want || l[0].Severity != diag.Warning || !strings.HasPrefix(l[0].Hint, "copy their ") {
				t.Errorf("said %v, want %s", l, c.want)
			}
			if said := d.Said[len(d.Said)-1].In(lang.ID); !strings.HasPrefix(said, c.said) {
				t.Errorf("the page says %q, want %q", said, c.said)
			}
		})
	}
}
