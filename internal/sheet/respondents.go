package sheet

import (
	"slices"

	"wogreport/internal/diag"
)

// respondents are the rows below the header that answer for somebody. A
// repeated header is left out; so are previews of the form, keys and sums at the top,
// sums and remarks at the end and a second table, all with a warning.
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
	out = c.withoutPreviews(out, s, diags)
	if s.HeaderRow > 0 {
		out = c.withoutAmidst(out, diags)
		out = c.withoutTop(out, diags)
	}
	out = c.withoutTail(out, diags)
	c.warnUncounted(out, diags)
	return out
}

// numbersColumns reports a row under the header that numbers the columns 1, 2,
// 3, … or (1), (2), (3), … as official forms do, all of them or those after the first.
// Somebody may answer so, too: in a row that numbers columns a number also stands where
// the others have no numbers, or where they number the respondents.
func numbersColumns(r Row, below []Row) bool {
	n := filled(r.Cells)
	first := firstFilled(r)
	if n < 3 || len(below) == 0 {
		return false
	}
	below = below[:min(len(below), 100)]
	odd, from := countsBelow(below), 0.0
	for k := range n {
		text := r.Cell(first + k)
		v, ok := ordinal(text)
		if k == 0 {
			from = v
		}
		if !ok || v != from+float64(k) || from != 1 && from != float64(first+1) {
			return false
		}
		kind, _ := classOf(below, first+k)
		_, plain := Number(text)
		odd = odd || kind != whole && kind != number || !plain
	}
	return odd && (n >= 4 || !plainNumbers(r))
}

// plainNumbers reports a row whose numbers have no brackets or points.
func plainNumbers(r Row) bool {
	return !slices.ContainsFunc(r.Cells, func(text string) bool { _, ok := Number(text); return !ok && !Empty(text) })
}

// countsBelow reports whether a column numbers rows from 1 on, so that no row above them is the first respondent's.
func countsBelow(below []Row) bool {
	for col := range maxCounting {
		if v, ok := ordinal(below[0].Cell(col)); ok && v == 1 && goesUp(below[:min(len(below), minAbove)], col) {
			return true
		}
	}
	return false
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
