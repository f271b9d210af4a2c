package columns

import (
	"math"
	"slices"

	"wogreport/internal/remark"
	"wogreport/internal/sheet"
)

// statistic reports a header of a figure over others' numbers: Modus, Rata-rata A.
func statistic(header string) bool {
	w := words(header)
	return len(w) > 0 && len(w) <= 3 && slices.Contains(statistics, w[0]) &&
		(len(w) == 1 || slices.Contains(averages, w[0])) &&
		!slices.ContainsFunc(w, func(x string) bool { return slices.Contains(rated, x) || slices.Contains(judged, x) })
}

var (
	averages   = []string{"rata", "rerata", "rata2", "mean", "average", "modus", "median"}
	statistics = append([]string{"min", "max", "minimum", "maximum", "maksimum", "maks", "varian", "varians", "variance", "stdev", "std"}, averages...)
	judged     = []string{"mudah", "cepat", "nyaman", "bersih", "ramah", "bagus", "tinggi", "rendah", "lancar", "menyenangkan", "good", "fast", "easy", "high"}
)

const (
	minCountColumns = 2  // columns that count answers, beside each other
	maxCountColumns = 12 // as many as a scale has points
)

// countsOfAnswers takes out the columns beside each other that count the answers of each respondent, one for each point of the
// scale: in every row they add up to as many as were given.
func countsOfAnswers(s *sheet.Sheet, cols []Column) {
	s = s.With(s.Rows(sample))
	counts := func(c *Column) bool {
		return (c.Kind == Likert || c.Kind == Number || c.Kind == Score) && c.family == nil
	}
	given := make([][]int, s.Len()) // of each row, the items answered in the columns before each
	numbers := make([][]float64, s.Len())
	for r := range given {
		given[r], numbers[r] = make([]int, len(cols)+1), make([]float64, len(cols)+1)
		for i := range cols {
			given[r][i+1], numbers[r][i+1] = given[r][i], numbers[r][i]
			text := s.Cell(r, i)
			if cols[i].Kind == Likert && !sheet.Empty(text) {
				given[r][i+1]++
			}
			if v, ok := sheet.Number(text); ok {
				numbers[r][i+1] += v
			}
		}
	}
	addUp := func(from, to int) bool {
		rows, sums := 0, map[float64]bool{}
		for r := range given {
			answered := given[r][len(cols)] - given[r][to] + given[r][from]
			sum := numbers[r][to] - numbers[r][from]
			if answered == 0 && sum == 0 {
				continue
			}
			if float64(answered) != sum {
				return false
			}
			rows++
			sums[numbers[r][from+1]-numbers[r][from]] = true
		}
		return rows >= minProof && len(sums) > 1
	}
	for from := 0; from < len(cols); from++ {
		last := from
		for last < len(cols) && last-from < maxCountColumns && counts(&cols[last]) && whole(&cols[last]) {
			last++
		}
		for to := last; to >= from+minCountColumns; to-- { // the longest first
			if !addUp(from, to) {
				continue
			}
			for i := from; i < to; i++ {
				cols[i].Kind, cols[i].numbered, cols[i].Why = Score, false, remark.Of("the columns %s to %s count the answers of each respondent", sheet.Letter(from), sheet.Letter(to-1))
			}
			return
		}
	}
}

// whole reports a column of whole numbers from zero up.
func whole(c *Column) bool {
	return !slices.ContainsFunc(c.Values, func(v Value) bool {
		x, ok := sheet.Number(v.Text)
		return ok && (x < 0 || x != math.Trunc(x))
	})
}
