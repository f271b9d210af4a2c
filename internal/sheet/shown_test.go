package sheet

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"wogreport/internal/diag"
)

// book saves a workbook of one sheet.
func book(t *testing.T, fill func(*excelize.File) error) string {
	t.Helper()
	f := excelize.NewFile()
	if err := fill(f); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "a.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestHiddenRows counts rows that a workbook hides or filters out, says so, and
// leaves them out where it is told to.
func TestHiddenRows(t *testing.T) {
	path := book(t, func(f *excelize.File) error {
		for i, row := range [][]any{{"P1", "P2"}, {1, 2}, {2, 3}, {3, 3}, {4, 5}} {
			if err := f.SetSheetRow("Sheet1", "A"+string(rune('1'+i)), &row); err != nil {
				return err
			}
		}
		if err := f.SetRowVisible("Sheet1", 3, false); err != nil {
			return err
		}
		return f.SetRowVisible("Sheet1", 5, false)
	})
	for shown, rows := range map[bool]int{false: 4, true: 2} {
		var l diag.List
		s := Read(path, diag.Pos{}, Options{Shown: shown}, &l)
		if len(s.rows) != rows || s.Unshown != 2 || len(l) != 1 || l[0].Code != "hidden-rows" || !strings.Contains(l[0].Message, "2 rows") || l[0].Pos.Cell != "Sheet1!A3" {
			t.Errorf("shown %v: %d rows, %d hidden, %v", shown, len(s.rows), s.Unshown, l)
		}
	}
	// The input of the report: rows that a filter hides.
	var l diag.List
	s := Read("testdata/hiddenrows.xlsx", diag.Pos{}, Options{}, &l)
	if s.Unshown == 0 || len(l) != 1 {
		t.Errorf("%d hidden, %v", s.Unshown, l)
	}
}

// TestDays writes the numbers that a workbook shows as days as days, whatever the
// format, and leaves other numbers.
func TestDays(t *testing.T) {
	path := book(t, func(f *excelize.File) error {
		own, unit := `d\-mmm\-yy`, `0 "day/s"`
		for col, style := range map[string]excelize.Style{
			"A": {NumFmt: 14}, "B": {NumFmt: 22}, "C": {CustomNumFmt: &own}, "D": {NumFmt: 2}, "E": {NumFmt: 9}, "F": {CustomNumFmt: &unit},
		} {
			id, err := f.NewStyle(&style)
			if err != nil {
				return err
			}
			if err := f.SetCellStr("Sheet1", col+"1", "H"+col); err != nil {
				return err
			}
			for row, v := range []float64{45577, 45578.5} {
				cell := col + string(rune('2'+row))
				if err := f.SetCellFloat("Sheet1", cell, v, -1, 64); err != nil {
					return err
				}
				if err := f.SetCellStyle("Sheet1", cell, cell, id); err != nil {
					return err
				}
			}
		}
		return nil
	})
	var l diag.List
	s := Read(path, diag.Pos{}, Options{}, &l)
	var got []string
	for _, r := range s.rows {
		got = append(got, strings.Join(r.Cells, "|"))
	}
	want := []string{"2024-10-12|2024-10-12 00:00:00|2024-10-12|45577|45577|45577", "2024-10-13 12:00:00|2024-10-13 12:00:00|2024-10-13 12:00:00|45578.5|45578.5|45578.5"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("the cells are\n%s", strings.Join(got, "\n"))
	}
	s = Read("testdata/datecohort.xlsx", diag.Pos{}, Options{}, &l)
	if got := s.rows[0].Cell(0); got != "2024-10-12" {
		t.Errorf("a day of the report's input is %s", got)
	}
}

// TestClassAsDay warns where a spreadsheet program made days of classes.
func TestClassAsDay(t *testing.T) {
	for _, c := range []struct {
		cells string
		warns bool
	}{
		{"20-29,30-39,10-12,20-29,12-Oct,30-39", true},
		{"20-29,30-39,2024-12-10,20-29,30-39,40-49", true},
		{"20-29,30-39,10-19,20-29,30-39,40-49", false},
		{"2024-12-10,2024-12-11,2024-12-10,2024-12-12,2024-12-10,2024-12-10", false},
	} {
		path := filepath.Join(t.TempDir(), "a.csv")
		text := "Usia,P1,P2\n"
		for i, cell := range strings.Split(c.cells, ",") {
			text += cell + "," + string(rune('1'+i%5)) + "," + string(rune('2'+i%4)) + "\n"
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		var l diag.List
		Read(path, diag.Pos{}, Options{}, &l)
		if (len(l) == 1 && l[0].Code == "class-as-day") != c.warns || len(l) > 1 {
			t.Errorf("%s: found %v", c.cells, l)
		}
	}
}
