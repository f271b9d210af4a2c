package report

import "testing"

// Columns in which no row has a value are left out, all or none of them.
func TestWithoutEmptyColumns(t *testing.T) {
	table := func(last string) *Table {
		return &Table{
			Columns: make([]Column, 3), Head: [][]Cell{{textCell("a"), textCell("b"), textCell("c")}},
			Rows: [][]Cell{{textCell("x"), textCell(undefinedMark), {}}, {textCell("y"), {}, textCell(last)}},
		}
	}
	for last, want := range map[string]int{"": 1, undefinedMark: 1, "0,5": 3} {
		tb := table(last)
		tb.withoutEmpty(1)
		if len(tb.Columns) != want || len(tb.Head[0]) != want || len(tb.Rows[0]) != want || len(tb.Rows[1]) != want {
			t.Errorf("with %q at the end %d columns are left, want %d", last, len(tb.Columns), want)
		}
	}
}
