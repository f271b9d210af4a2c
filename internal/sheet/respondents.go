package sheet

import (
	"slices"

	"wogreport/internal/diag"
)

// respondents are the rows below the header that answer for somebody. A
// repeated header is left out, and so are sums and remarks at the end and a
// second table, both with a warning.
func (c *cells) respondents(body []Row, s *Sheet, diags *diag.List) []Row {
	out := make([]Row, 0, len(body))
	again := func(r Row) bool { return s.HeaderRow > 0 && sameCells(r, s.head) }
	if slices.ContainsFunc(body, again) && !repeatable(s.head, body) {
		again = func(Row) bool { return false }
	}
	for i, r := range body {
		if i == 0 && s.HeaderRow > 0 && numbersColumns(r, body[1:]) {
			continue
		}
		if again(r) {
			if n := len(out); n > 0 && out[n-1].gap && filled(out[n-1].Cells) == 1 { // its title
				out = out[:n-1]
			}
			continue
		}
		if r.gap && s.HeaderRow > 0 && c.secondTable(body, i, s.head) {
			diags.Warnf(c.place(r, firstFilled(r)), "second-table", "another table begins below the answers and is not read")
			diags.Hintf("give it a sheet or a file of its own when it holds answers, too")
			break
		}
		out = append(out, r)
	}
	return c.withoutTail(out, diags)
}

// numbersColumns reports a row under the header that numbers the columns 1, 2,
// 3, … as hand-made forms do. Somebody may answer so, too: in a row that numbers
// columns a number also stands where the others have no numbers.
func numbersColumns(r Row, below []Row) bool {
	n := filled(r.Cells)
	first := firstFilled(r)
	if n < 4 || len(below) == 0 {
		return false
	}
	odd := false
	below = below[:min(len(below), 100)]
	for k := range n {
		v, ok := Number(r.Cell(first + k))
		if !ok || v != float64(k+1) {
			return false
		}
		kind, _ := classOf(below, first+k)
		odd = odd || kind != whole && kind != number
	}
	return odd
}

func firstFilled(r Row) int {
	return slices.IndexFunc(r.Cells, func(s string) bool { return !Empty(s) })
}

// secondTable reports whether a table with other columns begins at a row
// after blank ones: a row of names that are neither numbers nor labels of the
// columns above, perhaps with a title over it, and not the first table's
// header again.
func (c *cells) secondTable(body []Row, i int, head Row) bool {
	if i == 0 {
		return false
	}
	for k := i; k < min(i+3, len(body)-1); k++ {
		if sameCells(body[k], head) {
			return false
		}
		data, names, texts := 0, 0, 0
		for col, text := range body[k].Cells {
			if Empty(text) {
				continue
			}
			if _, isNumber := Number(text); !isNumber {
				texts++
			}
			switch kind, labels := classOf(body[:i], col); {
			case kind == anything:
			case looksLike(kind, labels, text):
				data++
			default:
				names++
			}
		}
		if names >= 2 && data == 0 && texts == filled(body[k].Cells) {
			return true
		}
		if filled(body[k].Cells) > 1 {
			return false
		}
	}
	return false
}
