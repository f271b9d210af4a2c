package docx

import (
	"slices"

	"wogreport/internal/document"
)

// A table stays on one page that has no more rows than one that layout does not divide, and
// takes no more than a part of the page: a longer one would leave too large a hole before it,
// which a report in Word cannot fill with the text that follows.
const (
	wholeRows = 12
	mostWhole = 0.5
)

// together is how many rows stand on a page together where a table, or the rows under a
// head in it, are divided.
const together = 3

// rowsKept says which rows of a table's body stay on the page of the next: all but the last
// of one that stays whole. Of another the first and the last three do, and so the rows
// under a head in it, with that; a head stays with its rows and a sum with those over it.
// Columns are how many it has; keepEnd has the last row on the page of what follows the table.
func rowsKept(t *document.Table, columns int, whole, keepEnd bool) []bool {
	n := len(t.Rows)
	keeps := make([]bool, n)
	whole = whole && n <= wholeRows
	from := 0 // where the rows under a head begin, or the table
	for r := range t.Rows {
		if document.Subhead(t.Rows[r], columns) {
			from = r + 1
		}
		to := r + 1
		for to < n && !document.Subhead(t.Rows[to], columns) {
			to++
		}
		keeps[r] = whole ||
			r < from || // a head
			r+1 < to && (r+1-from < together || to-r-1 < together) ||
			slices.Contains(t.Totals, r+1)
	}
	if n > 0 {
		keeps[n-1] = keepEnd
	}
	return keeps
}
