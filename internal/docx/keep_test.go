package docx

import (
	"strings"
	"testing"

	"wogreport/internal/document"
)

// TestRowsKept: r is a row, h a head of those under it, t a sum; a k in the result is a row
// that stays on the page of the next.
func TestRowsKept(t *testing.T) {
	t.Parallel()
	text := []document.Span{{Text: "x"}}
	for _, c := range []struct {
		rows, want  string
		whole, ends bool
	}{
		{"rrr", "kk-", true, false},
		{"rrr", "kkk", true, true},
		{"rrrrrrrrrrrr", "kkkkkkkkkkk-", true, false},
		{"rrrrrrrrrrrr", "kk-------kk-", false, false},  // few rows, but high ones
		{"rrrrrrrrrrrrr", "kk--------kkk", true, true},  // more than stay on one page
		{"rrrrrrrrrrrrt", "kk--------kk-", true, false}, // a sum
		{"rrrrrtrrrrrrr", "kk--k-----kk-", true, false}, // one in between
		{"hrrhrrhrrhrrhrr", "kk-kk-kk-kk-kk-", true, false},
		{"hrrrrrhhrrrrrrrrr", "kkkkk-kkkk----kk-", true, false}, // five stay, of more three at each end
		{"", "", true, true},
	} {
		table := &document.Table{Columns: make([]document.Column, 2)}
		for i, kind := range c.rows {
			row := []document.Cell{{Text: text}, {Text: text}}
			if kind == 'h' {
				row = []document.Cell{{Text: text, Span: 2}}
			}
			if kind == 't' {
				table.Totals = append(table.Totals, i)
			}
			table.Rows = append(table.Rows, row)
		}
		var got strings.Builder
		for _, keeps := range rowsKept(table, 2, c.whole, c.ends) {
			got.WriteByte("-k"[map[bool]int{true: 1}[keeps]])
		}
		if got.String() != c.want {
			t.Errorf("of %s stay %s, want %s", c.rows, got.String(), c.want)
		}
	}
}
