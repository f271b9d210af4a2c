package workbook

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"

	"wogreport/internal/compare"
)

// TestCohorts: each cohort's name opens its report, the numbers are those of
// the comparison, and the same input gives the same bytes.
func TestCohorts(t *testing.T) {
	example := example(t)
	st, res := example.Study, example.Results
	st.Cohort = "A/B & é"
	st.Constructs[0].Items[1].Reverse = true
	one := compare.Of(st, res)
	cmp, err := compare.Make([]compare.Summary{one, one}, compare.Left{})
	if err != nil {
		t.Fatal(err)
	}
	in := CohortsInput{Study: st, Comparison: cmp, Links: []string{"A_B é-1/l.pdf", "II/l.pdf"}, Creator: "test"}
	var first, second bytes.Buffer
	if err := WriteCohorts(&first, in); err != nil {
		t.Fatal(err)
	}
	if err := WriteCohorts(&second, in); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("the same input gives different bytes")
	}
	f, err := excelize.OpenReader(&first)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	name := f.GetSheetName(0)
	if text, _ := f.GetCellValue(name, "A2"); text != st.Cohort {
		t.Errorf("the first cohort is %q", text)
	}
	if ok, target, err := f.GetCellHyperLink(name, "A2"); !ok || target != "A_B%20%C3%A9-1/l.pdf" || err != nil {
		t.Errorf("the first cohort opens %v %q, %v", ok, target, err)
	}
	changes := f.GetSheetName(2)
	if rows, err := f.GetRows(changes); err != nil || len(rows) != 1+len(cmp.Moves) || len(rows[0]) != 18 {
		t.Errorf("the sheet %s has the rows %v, %v", changes, rows, err)
	}
	for i, at := range [][2]string{{"E2", "E3"}, {"D3", "D4"}} { // the first item, and the second, which is reversed
		sheet := f.GetSheetName(i + 1)
		direct, _ := f.GetCellValue(sheet, at[0])
		reversed, _ := f.GetCellValue(sheet, at[1])
		if direct != "tidak / no" || reversed != "ya / yes" {
			t.Errorf("of reversed items the sheet %s says %q and %q", sheet, direct, reversed)
		}
	}
	rows, err := f.GetRows(name)
	if err != nil || len(rows) != 1+2*len(one.Constructs) {
		t.Errorf("%d rows, %v", len(rows), err)
	}
}
