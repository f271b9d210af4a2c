package analysis

import "math"

// ChiSquareTest is Pearson's test of a table of counts: whether rows and
// columns are independent.
type ChiSquareTest struct {
	N           int
	Statistic   Value
	DF          int
	P           Value
	CramersV    Value // √(χ²/(N (min(rows, columns)-1)))
	MinExpected Value
	// Few is the number of cells with an expected count below 5, of Cells.
	Few, Cells int
}

// Sufficient reports whether the expected counts allow the test (Cochran
// 1954): none below 1, and no more than a fifth of them below 5.
func (t ChiSquareTest) Sufficient() bool {
	least, ok := t.MinExpected.Get()
	return ok && least >= 1 && 5*t.Few <= t.Cells
}

// ChiSquare tests a table of counts, all rows of one length. A row or column
// without any count leaves it undefined, as does a table of one row or column.
func ChiSquare(table [][]int) ChiSquareTest {
	var t ChiSquareTest
	if len(table) == 0 {
		u := Undefined(OneGroup)
		t.Statistic, t.P, t.CramersV, t.MinExpected = u, u, u, u
		return t
	}
	rows, columns := make([]float64, len(table)), make([]float64, len(table[0]))
	for i, row := range table {
		for j, n := range row {
			t.N += n
			rows[i] += float64(n)
			columns[j] += float64(n)
		}
	}
	t.DF, t.Cells = (len(rows)-1)*(len(columns)-1), len(rows)*len(columns)
	reason, least, sum := Defined, math.Inf(1), 0.0
	for i, row := range table {
		for j, n := range row {
			expected := 0.0
			if t.N > 0 {
				expected = rows[i] * columns[j] / float64(t.N)
			}
			least = min(least, expected)
			if expected < 5 {
				t.Few++
			}
			if expected == 0 {
				reason = NoAnswers
				continue
			}
			d := float64(n) - expected
			sum += d * d / expected
		}
	}
	if len(rows) < 2 {
		reason = OneGroup
	} else if len(columns) < 2 {
		reason = AllTied
	}
	t.MinExpected = Undefined(NoAnswers)
	if t.Cells > 0 {
		t.MinExpected = Of(least)
	}
	if reason != Defined {
		u := Undefined(reason)
		t.Statistic, t.P, t.CramersV = u, u, u
		return t
	}
	t.Statistic, t.P = Of(sum), Of(chiSquareTail(sum, t.DF))
	t.CramersV = Of(math.Sqrt(sum / (float64(t.N) * float64(min(len(rows), len(columns))-1))))
	return t
}

// withoutEmpty is the table without the columns that hold no count.
func withoutEmpty(table [][]int) [][]int {
	out := make([][]int, len(table))
	for j := range table[0] {
		used := false
		for _, row := range table {
			used = used || row[j] > 0
		}
		if used {
			for i, row := range table {
				out[i] = append(out[i], row[j])
			}
		}
	}
	return out
}
