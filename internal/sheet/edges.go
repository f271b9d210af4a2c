package sheet

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"wogreport/internal/diag"
)

// counting is the column that numbers the respondents 1, 2, 3, …, and the rows from the
// first to the last that it numbers. What stands above or below them is no respondent's,
// or one's whose number was forgotten.
type counting struct{ col, first, last int }

const (
	maxCounting = 4 // columns, and rows at the top, in which numbers of respondents begin
	minMatches  = 4 // columns that tell by their values alone that a row sums up others
)

// countingOf finds the column; ok is false where there is none, or one that numbers
// the rows of each of several parts.
func countingOf(rows []Row) (k counting, ok bool) {
	for k.col = range maxCounting {
		for k.first = range min(maxCounting, len(rows)) {
			if v, is := ordinal(rows[k.first].Cell(k.col)); !is || v != 1 {
				continue
			}
			if k.last, ok = countsFrom(rows, k.col, k.first); ok {
				if k.first > 0 && rows[k.first-1].Cell(k.col) == "0" { // as programs count
					k.first--
				}
				return k, true
			}
		}
	}
	return counting{}, false
}

// countsFrom is the last row that a column numbers, upwards from one; some numbers may be left
// out. Rows without a number may follow, but none with one.
func countsFrom(rows []Row, col, first int) (last int, ok bool) {
	before, steps := 1.0, 0
	for last = first; last+1 < len(rows); last++ {
		v, is := ordinal(rows[last+1].Cell(col))
		if !is {
			break
		}
		if v <= before {
			return 0, false
		}
		if v == before+1 {
			steps++
		}
		before = v
	}
	again := slices.ContainsFunc(rows[last+1:], func(r Row) bool { _, is := ordinal(r.Cell(col)); return is })
	return last, !again && len(rows)-last <= maxTail && last-first+1 >= minAbove && steps*10 >= (last-first)*9
}

// ordinal reads a whole number as lists write it: 1, 1., (1).
func ordinal(cell string) (float64, bool) {
	v, ok := Number(strings.Trim(strings.TrimSpace(cell), "().")) // a number has no bracket
	return v, ok && v == math.Trunc(v) && v > 0
}

// without reports whether a row has no number where the respondents have.
func (k counting) without(i int) bool { return i < k.first || i > k.last }

// withoutTop cuts the rows between the header and the respondents that hold no answers: the
// highest scores, weights, a key.
func (c *cells) withoutTop(rows []Row, diags *diag.List) []Row {
	n := 0
	if k, ok := countingOf(rows); ok {
		for n < k.first && k.noRespondent(rows, n) {
			n++
		}
	} else if len(rows) > minAbove && summing(rows[1:], rows[0], 1) {
		n = 1
	}
	if n == 0 {
		return rows
	}
	what := "the first row is"
	if n > 1 {
		what = fmt.Sprintf("the first %d rows are", n)
	}
	diags.Warnf(c.place(rows[0], firstFilled(rows[0])), "not-a-respondent", "%s no respondent's and not read", what)
	diags.Hintf("delete what stands between the header and the answers, or the words in front of it when it is an answer")
	return rows[n:]
}

// warnUncounted warns of rows that are read as respondents' although they are not numbered like all others.
func (c *cells) warnUncounted(rows []Row, diags *diag.List) {
	k, ok := countingOf(rows)
	if !ok {
		return
	}
	var odd []Row
	for i := range rows {
		if k.without(i) {
			odd = append(odd, rows[i])
		}
	}
	if len(odd) == 0 {
		return
	}
	what := "1 row has no number in a column that numbers all others; it is read as a respondent's"
	if len(odd) > 1 {
		what = fmt.Sprintf("%d rows have no number in a column that numbers all others; they are read as respondents'", len(odd))
	}
	diags.Warnf(c.place(odd[0], k.col), "unnumbered-row", "%s", what)
	diags.Hintf("write the number where it was forgotten; delete a row of totals, scores or keys")
}

// noRespondent reports a row without a number that is no respondent's beyond doubt: its words say
// so, or it is one of several whose values are those of all others summed up. One by itself may be
// a respondent's who answered as most did.
func (k counting) noRespondent(rows []Row, i int) bool {
	all := rows[k.first : k.last+1]
	says := func(i int) bool { return isSum(rows[i], true) && !common(all, rows[i], 2) }
	figures := func(i int) bool {
		return i >= 0 && i < len(rows) && k.without(i) && (says(i) || sumsUp(rows[i], all))
	}
	if !k.without(i) || says(i) || k.countsKinds(rows, i) {
		return k.without(i)
	}
	if !figures(i) {
		return false
	}
	from, to := i, i+1
	for figures(from - 1) {
		from--
	}
	for figures(to) {
		to++
	}
	// Several alike were answered as most did; figures differ.
	return slices.ContainsFunc(rows[from:to], func(r Row) bool { return !slices.EqualFunc(r.Cells, rows[from].Cells, same) })
}

// countsKinds reports a row without a number and with hardly any cells, among such rows at the end, one of which has a number where
// the answers are all lower: they count the respondents of each kind (L | 15, P | 15).
func (k counting) countsKinds(rows []Row, i int) bool {
	all := rows[k.first : k.last+1]
	sparse := func(r Row) bool { return filled(r.Cells)*3 < usualFilled(all) }
	if i <= k.last || !sparse(rows[i]) {
		return false
	}
	from := i
	for from-1 > k.last && sparse(rows[from-1]) {
		from--
	}
	for _, r := range rows[from:] {
		if !sparse(r) {
			break
		}
		for col, text := range r.Cells {
			if v, ok := Number(text); ok && v > highestPoint && rated(all, col) {
				return true
			}
		}
	}
	return false
}

// highestPoint is the highest number of usual scales.
const highestPoint = 10

// rated reports a column of whole numbers that are points of a scale.
func rated(rows []Row, col int) bool {
	n := 0
	for _, r := range rows {
		v, ok := Number(r.Cell(col))
		if ok && v == math.Trunc(v) && v >= 0 && v <= highestPoint {
			n++
		}
	}
	return n >= minAbove && n*10 >= len(rows)*8
}

// nameless reports one of several rows at the end that begin to the right of all others, such as
// without a name, and sum these up.
func nameless(rows []Row, i int) bool {
	left := firstFilled(rows[0])
	begins := func(r Row) bool { return firstFilled(r) <= left }
	if begins(rows[i]) || begins(rows[i-1]) && (i+1 == len(rows) || begins(rows[i+1])) {
		return false
	}
	above := rows[:i]
	for !begins(above[len(above)-1]) { // more such rows
		above = above[:len(above)-1]
	}
	if slices.ContainsFunc(above, func(r Row) bool { return !begins(r) }) {
		return false
	}
	kind, _ := classOf(above[:min(len(above), 100)], left) // in a column of answers somebody may have left one out
	return (kind == anything || kind == day) && sumsUp(rows[i], above)
}

// sumsUp reports whether each cell of a row is the same figure of the column above: the value most
// often given, the rounded mean, the median, the highest or the lowest. A row with a name may be a
// respondent's who answered as most did.
func sumsUp(r Row, above []Row) bool {
	if len(above) < minAbove {
		return false
	}
	for col, text := range r.Cells {
		if kind, _ := classOf(above[:min(len(above), 100)], col); !Empty(text) && (kind == anything || kind == day) { // names
			return false
		}
	}
	return filled(r.Cells) >= minMatches && sameFigure(r, above, 0)
}

// sameFigure reports whether each cell of a row, of those from a column on, is the same figure of the column above.
func sameFigure(r Row, above []Row, from int) bool {
	var is [figures]bool
	for f := range is {
		is[f] = true
	}
	for col := from; col < len(r.Cells); col++ {
		text := r.Cell(col)
		if Empty(text) {
			continue
		}
		also := figuresOf(above, col, text)
		for f := range is {
			is[f] = is[f] && also[f]
		}
	}
	return slices.Contains(is[:], true)
}

// The figures that a cell below a column may be.
const (
	mode = iota
	mean
	median
	highest
	lowest
	deviation
	figures
)

// figuresOf tells which figures of a column a text is.
func figuresOf(above []Row, col int, text string) (is [figures]bool) {
	n, most := map[string]int{}, 0
	var all []float64
	sum := 0.0
	for _, r := range above {
		cell := r.Cell(col)
		if Empty(cell) {
			continue
		}
		key := fold(cell)
		n[key]++
		most = max(most, n[key])
		if v, ok := Number(cell); ok {
			all = append(all, v)
			sum += v
		}
	}
	is[mode] = n[fold(text)] == most
	v, ok := Number(text)
	if !ok || len(all) == 0 {
		return is
	}
	slices.Sort(all)
	half := len(all) / 2
	is[mean] = v == math.Round(sum/float64(len(all)))
	is[median] = v == all[half] || v == (all[half]+all[(len(all)-1)/2])/2
	is[highest], is[lowest] = v == all[len(all)-1], v == all[0]
	squares := 0.0
	for _, x := range all {
		squares += (x - sum/float64(len(all))) * (x - sum/float64(len(all)))
	}
	is[deviation] = v == math.Round(math.Sqrt(squares/float64(len(all))))
	return is
}

// mayBeUncounted reports whether the first or the last rows of a file may be no respondents': the
// fast reader leaves such a file to the tolerant one.
func mayBeUncounted(top []Row, last Row) bool {
	for col := range maxCounting {
		for i := range min(len(top), maxCounting) {
			_, numbered := ordinal(last.Cell(col))
			if v, ok := ordinal(top[i].Cell(col)); ok && v == 1 && (i > 0 || !numbered) && goesUp(top[i:min(len(top), i+minAbove)], col) {
				return true
			}
		}
	}
	first := firstFilled(last)
	return slices.ContainsFunc(top[:min(len(top), 10)], func(r Row) bool { return firstFilled(r) < first })
}

// goesUp reports rows with a number in a column that is higher in each.
func goesUp(rows []Row, col int) bool {
	before := 0.0
	for _, r := range rows {
		v, ok := ordinal(r.Cell(col))
		if !ok || v <= before {
			return false
		}
		before = v
	}
	return len(rows) >= minAbove
}
