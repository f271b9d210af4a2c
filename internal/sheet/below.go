package sheet

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// What hand-made sheets have below the answers: once sums begin, nothing below them is a
// respondent's, and neither are rows that count how often each answer was given.

const (
	maxCounted  = 12   // rows that count the answers, one for each point of a scale
	minCounts   = 3    // columns in which they add up to all answers
	maxCode     = 3    // letters of a point's code
	mostChecked = 2000 // rows of a file whose end the fast reader looks at
)

// sumsFrom is the first row from the end on that sums up, where no row below it is a respondent's;
// end where there is none.
func sumsFrom(rows []Row, end int, k counting, counted bool) int {
	from := end
	for i := end - 1; i >= minAbove && i > len(rows)-maxTail; i-- {
		if summing(rows[:i], rows[i], 2) {
			from = i
		} else if counted && !k.without(i) || !counted && answers(rows[:i], rows[i]) {
			break
		}
	}
	return from
}

// answers reports a row most of whose cells were given by others, too, as those of a respondent are.
func answers(above []Row, r Row) bool {
	n, given := 0, 0
	for col, text := range r.Cells {
		if Empty(text) {
			continue
		}
		if n++; stands(above, col, text) {
			given++
		}
	}
	return given*2 > n
}

// stands reports whether a text stands in a column of some rows, too.
func stands(above []Row, col int, text string) bool {
	text = fold(text)
	return slices.ContainsFunc(above, func(r Row) bool { return fold(r.Cell(col)) == text })
}

// countsOfAnswers is the first of the last rows that count the answers: in several columns, and in
// none otherwise, they add up to as many as there are above.
func countsOfAnswers(rows []Row, end int) int {
	if end < minAbove+2 {
		return end
	}
	given := make([]int, width(rows[end-2:end])) // cells of each column
	for _, r := range rows[:end] {
		for col := range given {
			if !Empty(r.Cell(col)) {
				given[col]++
			}
		}
	}
	for n := 2; n <= maxCounted && end-n >= minAbove; n++ {
		if countsAnswers(rows[:end-n], rows[end-n:end], given) {
			return end - n
		}
	}
	return end
}

// pointNames reports rows that begin with the names of points, each with its own: answers that were given
// where the counts stand, or codes. Codes may be the initials of respondents, and numbers theirs.
func pointNames(above, counts []Row, filled []int) (named, codes bool) {
	if inARow(counts, filled) {
		return true, true
	}
	if tallies(above, counts) {
		return true, false
	}
	given := map[string]bool{}
	for _, r := range above {
		for col, text := range r.Cells {
			if _, number := Number(counts[0].Cell(col)); number {
				given[fold(text)] = true
			}
		}
	}
	said := map[string]bool{}
	for _, r := range counts {
		first := max(firstFilled(r), 0)
		text := fold(r.Cell(first))
		_, number := Number(text)
		again := said[text] || common(above, r, 1) // a gender
		said[text] = true
		switch {
		case number, again:
			return false, false
		case given[text] || strings.HasPrefix(text, "jumlah ") || strings.HasPrefix(text, "frekuensi ") || strings.HasPrefix(text, "yang menjawab "):
		case utf8.RuneCountInString(text) <= maxCode:
			codes = true
		default:
			return false, false
		}
	}
	return true, codes
}

// tallies reports rows whose numbers are, in most columns, how often each answer was given above, in
// whichever order: they need no names.
func tallies(above, counts []Row) bool {
	columns, right := 0, 0
	for col := range width(counts) {
		var said []int
		for _, r := range counts {
			if v, ok := Number(r.Cell(col)); ok && v > 0 {
				said = append(said, int(v))
			}
		}
		if len(said) == 0 {
			continue
		}
		n := map[string]int{}
		for _, r := range above {
			if text := r.Cell(col); !Empty(text) {
				n[fold(text)]++
			}
		}
		columns++
		if slices.Equal(slices.Sorted(slices.Values(said)), slices.Sorted(maps.Values(n))) {
			right++
		}
	}
	return right >= minCounts && right*2 > columns
}

// inARow reports rows that begin with the numbers of points, 1, 2, 3, … or downwards, in a column that
// adds up to none of the answers: else they are answers.
func inARow(counts []Row, filled []int) bool {
	step, sum := 0.0, 0.0
	first := max(firstFilled(counts[0]), 0)
	for i, r := range counts {
		v, ok := Number(r.Cell(first))
		sum += v
		if !ok || v < 0 || v > maxCounted {
			return false
		}
		if i == 0 {
			continue
		}
		before, _ := Number(counts[i-1].Cell(first))
		if i == 1 {
			step = v - before
		}
		if v-before != step || step != 1 && step != -1 {
			return false
		}
	}
	return sum != float64(filled[first]-len(counts))
}

// countsAnswers reports whether rows count the answers of those above; given are the cells of each column
// in both.
func countsAnswers(above, counts []Row, given []int) bool {
	columns := 0
	for col := range given {
		sum, numbers, texts := 0.0, 0, 0
		for _, r := range counts {
			if v, ok := Number(r.Cell(col)); ok {
				sum, numbers = sum+v, numbers+1
			} else if !Empty(r.Cell(col)) {
				texts++
			}
		}
		if numbers == 0 || texts > 0 {
			continue // their names
		}
		switch {
		case float64(given[col]-numbers) == sum && numbers >= 2:
			columns++
		case columns > 0: // the points' numbers stand before the counts
			return false
		}
	}
	if columns < minCounts {
		return false
	}
	named, codes := pointNames(above, counts, given)
	return named && (!codes || columns > minCounts)
}

// mayEndInSums reports whether the last rows of a file, or some among the others, may be no
// respondents': the fast reader leaves such a file to the tolerant one. In a long one, rows like these have numbers that no answer
// looks like.
func mayEndInSums(s *Sheet) bool {
	n := s.Len()
	if n > mostChecked {
		return false
	}
	rows := s.Rows(n)
	for i := max(0, n-maxTail); i < n; i++ {
		if isSum(rows[i], true) {
			return true
		}
	}
	return countsOfAnswers(rows, n) < n || len(amidst(rows)) > 0
}
