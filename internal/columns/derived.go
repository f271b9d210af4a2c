package columns

import (
	"fmt"
	"math"
	"math/bits"
	"slices"

	"wogreport/internal/remark"
	"wogreport/internal/sheet"
)

// ranks finds columns beside each other in which nearly every respondent gave
// each of the numbers 1 to k once: they put things in order, and rate none.
func ranks(s *sheet.Sheet, cols []Column) {
	for i := 0; i < len(cols); {
		j := i
		for j < len(cols) && cols[j].numbered && cols[j].Kind == Likert && cols[j].Group == cols[i].Group {
			j++
		}
		for k := j - i; k >= 3; k-- { // the longest first
			for at := i; at+k <= j; at++ {
				if permuted(s, cols[at:at+k]) {
					for c := at; c < at+k; c++ {
						cols[c].Kind, cols[c].Why, cols[c].numbered = Rank, remark.Of("every respondent put %d columns in order, each number once", k), false
					}
					i, k = at+k, 0
					break
				}
			}
		}
		i = max(i, j, i+1)
	}
}

// sample is how many rows are looked at before all are.
const sample = 200

// permuted reports whether the rows of columns are the numbers 1 to k in any
// order, in at least nine of ten that are filled.
func permuted(s *sheet.Sheet, cols []Column) bool {
	k, most := len(cols), 0
	for _, c := range cols {
		if c.low < 1 || c.high > k {
			return false
		}
		most = max(most, c.high)
	}
	if most < k-1 { // one of them holds k, which may have been taken for no answer
		return false
	}
	good, filled := 0, 0
	orders := map[string]bool{}
	for i := range s.Len() {
		if i == sample && good*10 < filled*9 {
			return false
		}
		seen, n := make([]bool, k), 0
		for _, c := range cols {
			if v, ok := sheet.Number(s.Cell(i, c.Index)); ok && v >= 1 && v <= float64(k) && v == math.Trunc(v) {
				n++
				seen[int(v)-1] = true
			}
		}
		if n < k {
			continue
		}
		filled++
		if !slices.Contains(seen, false) {
			good++
			if len(orders) < 2 {
				orders[fmt.Sprint(s.Row(i).Cells[cols[0].Index:cols[k-1].Index+1])] = true
			}
		}
	}
	return filled >= minProof && good*10 >= filled*9 && len(orders) > 1
}

// derived takes out the items that were computed from other columns: sums and
// means of items beside each other, and classes of another column's numbers.
func derived(all *sheet.Sheet, cols []Column) {
	s := all.With(all.Rows(sample)) // nearly all columns are none of these, which a few rows show
	values := make([][]float64, len(cols))
	for i := range cols {
		if k := cols[i].Kind; k == Likert && cols[i].family == nil || k == Number || k == Score {
			values[i] = numbersOf(s, i)
		}
	}
	sums := newSums(values)
	for i := range cols {
		c := &cols[i]
		if c.Kind != Likert && c.Kind != Number {
			continue
		}
		if from, to, what := sums.sumOf(cols, i); what != "" && isSumOf(all, i, from, to, what) {
			c.Kind, c.Why, c.numbered = Score, remark.Of("it is the %s of the columns %s to %s", remark.Of(what), sheet.Letter(from), sheet.Letter(to)), false
		}
	}
	recoded(all, cols, values)
	verdicts(cols)
	for i := range cols {
		c := &cols[i]
		if c.Kind != Likert || c.family == nil && c.Distinct < 2 {
			continue
		}
		for j := range cols {
			o := &cols[j]
			if j == i || o.Kind != Number && o.Kind != Score || o.Distinct < 2*c.Distinct || values[j] == nil {
				continue
			}
			if classesOf(s, i, values[j]) && classesOf(all, i, numbersOf(all, j)) {
				c.Kind, c.Why, c.numbered, c.family = Score, remark.Of("it puts the numbers of column %s into classes", sheet.Letter(j)), false, nil
				break
			}
		}
	}
}

// recoded takes out the items whose numbers are those of an earlier item turned
// round: i2 and i2_rev.
func recoded(all *sheet.Sheet, cols []Column, values [][]float64) {
	for i := range cols {
		c := &cols[i]
		if c.Kind != Likert || values[i] == nil || c.Distinct < 3 {
			continue
		}
		for j := range cols[:i] {
			o := &cols[j]
			if o.Kind != Likert || values[j] == nil || o.Distinct != c.Distinct {
				continue
			}
			if sum, ok := turnedRound(values[i], values[j]); ok {
				if again, ok := turnedRound(numbersOf(all, i), numbersOf(all, j)); ok && again == sum {
					c.Kind, c.numbered, c.Why = Score, false, remark.Of("it is column %s turned round (%v - value); mark that with  reverse: true  instead", sheet.Letter(j), sum)
				}
			}
		}
	}
}

// turnedRound is the one sum of two columns' numbers in every row.
func turnedRound(a, b []float64) (sum float64, ok bool) {
	n := 0
	for r, v := range a {
		if math.IsNaN(v) != math.IsNaN(b[r]) {
			return 0, false
		}
		if math.IsNaN(v) {
			continue
		}
		if n++; n == 1 {
			sum = v + b[r]
		}
		if v+b[r] != sum {
			return 0, false
		}
	}
	return sum, n >= minProof
}

// verdicts takes out columns of labels whose header says that they sum up others.
func verdicts(cols []Column) {
	n := 0
	for _, c := range cols {
		if c.Kind == Likert {
			n++
		}
	}
	for i := range cols {
		c := &cols[i]
		w := words(c.Statement)
		if n > 2 && c.Kind == Likert && c.family != nil && c.Group == "" && len(w) > 0 && len(w) <= 2 && slices.Contains(verdictHeads, w[0]) {
			c.Kind, c.Why, c.family = Score, remark.Of("its header says that it sums up others"), nil
		}
	}
}

var verdictHeads = []string{"kategori", "predikat", "keterangan", "kriteria", "kesimpulan", "klasifikasi", "interpretasi", "category", "verdict", "grade", "classification", "interpretation", "ket", "kategorie", "categoria", "catégorie"}

// numbersOf are the numbers of a column, NaN where there is none.
func numbersOf(s *sheet.Sheet, col int) []float64 {
	out := make([]float64, s.Len())
	for i := range out {
		v, ok := sheet.Number(s.Cell(i, col))
		if out[i] = v; !ok {
			out[i] = math.NaN()
		}
	}
	return out
}

// minProof is how many rows prove that a column was computed.
const minProof = 10

// sumOf finds at least two columns of numbers beside each other whose sum or mean
// a column is in every row, "" for none.
func (s *sums) sumOf(cols []Column, i int) (from, to int, what string) {
	if s.values[i] == nil || cols[i].Distinct < 2 {
		return 0, 0, ""
	}
	both := make([]uint64, len(s.numbers[i])) // rows in which the column and those of the sum hold numbers
	for from = range cols {
		if s.values[from] == nil || from == i {
			continue
		}
		copy(both, s.numbers[i])
		keep(both, s.numbers[from])
		for to = from + 1; to < len(cols) && s.values[to] != nil && to != i; to++ {
			if keep(both, s.numbers[to]) < minProof {
				break // more columns have no more rows
			}
			if s.same(i, from, to, both, 1) {
				return from, to, "sum"
			}
			if s.same(i, from, to, both, float64(to-from+1)) {
				return from, to, "mean"
			}
		}
	}
	return 0, 0, ""
}

// sums are what finds sums among columns of numbers.
type sums struct {
	values  [][]float64 // of each column, nil for one that holds none
	numbers [][]uint64  // the rows, a bit each, in which a column holds a number
	before  [][]float64 // of each row, the sum over the columns before each
}

func newSums(values [][]float64) *sums {
	n := 0
	for _, v := range values {
		n = max(n, len(v))
	}
	s := &sums{values, make([][]uint64, len(values)), make([][]float64, n)}
	for r := range s.before {
		s.before[r] = make([]float64, len(values)+1)
	}
	for i, v := range values {
		s.numbers[i] = make([]uint64, (n+63)/64)
		for r := range s.before {
			s.before[r][i+1] = s.before[r][i]
			if r < len(v) && !math.IsNaN(v[r]) {
				s.before[r][i+1] += v[r]
				s.numbers[i][r/64] |= 1 << (r % 64)
			}
		}
	}
	return s
}

// keep leaves the rows that another set has, too, and counts them.
func keep(rows, other []uint64) (n int) {
	for w := range rows {
		rows[w] &= other[w]
		n += bits.OnesCount64(rows[w])
	}
	return n
}

// same reports whether a column is the sum of others divided by k in the rows of a set.
func (s *sums) same(i, from, to int, rows []uint64, k float64) bool {
	for w, set := range rows {
		for ; set != 0; set &= set - 1 {
			r := 64*w + bits.TrailingZeros64(set)
			if differ(s.values[i][r], (s.before[r][to+1]-s.before[r][from])/k) {
				return false
			}
		}
	}
	return true
}

// differ reports whether two numbers are not the same to two decimals.
func differ(a, b float64) bool { return math.Abs(a-b) > 0.0051 }

// isSumOf reports whether a column is the sum or mean of others in all rows.
func isSumOf(s *sheet.Sheet, i, from, to int, what string) bool {
	k := 1.0
	if what == "mean" {
		k = float64(to - from + 1)
	}
	sums := make([]float64, s.Len())
	for col := from; col <= to; col++ {
		for r, v := range numbersOf(s, col) {
			sums[r] += v
		}
	}
	n := 0
	for r, v := range numbersOf(s, i) {
		if math.IsNaN(v) || math.IsNaN(sums[r]) {
			continue
		}
		if differ(v, sums[r]/k) {
			return false
		}
		n++
	}
	return n >= minProof
}

// classesOf reports whether each value of a column belongs to a range of
// another's numbers that no other value has: the column is made of these.
func classesOf(s *sheet.Sheet, col int, of []float64) bool {
	type span struct{ low, high float64 }
	spans := map[string]*span{}
	n := 0
	for i := range s.Len() {
		text := s.Cell(i, col)
		if sheet.Empty(text) || math.IsNaN(of[i]) {
			continue
		}
		n++
		p := spans[text]
		if p == nil {
			p = &span{of[i], of[i]}
			spans[text] = p
		}
		p.low, p.high = math.Min(p.low, of[i]), math.Max(p.high, of[i])
	}
	if n < 2*minProof || n*2 < s.Len() || len(spans) < 2 {
		return false
	}
	var all []*span
	for _, p := range spans {
		all = append(all, p)
	}
	slices.SortFunc(all, func(a, b *span) int {
		if a.low < b.low {
			return -1
		}
		return 1
	})
	for k := 1; k < len(all); k++ {
		if all[k].low <= all[k-1].high {
			return false
		}
	}
	return true
}
