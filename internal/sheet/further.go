package sheet

import (
	"maps"
	"slices"
	"strings"
)

// Further are the other sheets of a workbook that hold answers, too.
type Further struct {
	Rows    []string // with the same heads: of other respondents
	Columns []string // with other heads and as many rows: of the same respondents to other items
}

// further finds them among the sheets beside the answers. Sheets of instructions, keys and
// recaps are none, and no coded copy of the answers is.
func (c *cells) further(s *Sheet) (f Further) {
	if len(c.others) != len(c.beside) || len(s.rows) < 2 {
		return f
	}
	rows := s.Rows(maxLegend)
	for i, beside := range c.beside {
		other := (&cells{file: c.file, sheet: c.others[i], rows: beside, place: c.place}).copied()
		t, body := other.named(0)
		if t.HeaderRow == 0 || len(body) < 2 {
			continue
		}
		switch same, alike := compared(s, rows, t, body); {
		case len(same) >= 2 && len(same)*5 >= named(s)*4 && alike*2 > len(same) && !copies(rows, body, same) && !among(rows, body, same):
			f.Rows = append(f.Rows, t.Name)
		case len(same)*2 < named(t) && min(len(body), maxLegend) == len(rows) && answersToo(rows, t, body, same):
			f.Columns = append(f.Columns, t.Name)
		}
	}
	return f
}

// named counts the columns with a head.
func named(s *Sheet) int {
	n := 0
	for _, col := range s.Columns {
		if col.Header != "" {
			n++
		}
	}
	return n
}

// compared pairs the columns with the same heads, those of s first, and counts the pairs whose
// cells are nearly all among those of s, as labels beside their numbers, frequencies and other figures are not.
func compared(s *Sheet, rows []Row, t *Sheet, body []Row) (same map[int]int, alike int) {
	at := map[string]int{}
	for col, k := range t.Columns {
		if k.Header != "" {
			at[fold(k.Header)] = col
		}
	}
	same = map[int]int{}
	for col, k := range s.Columns {
		other, ok := at[fold(k.Header)]
		if !ok {
			continue
		}
		same[col] = other
		texts, within, n := textsOf(rows, col), 0, 0
		for _, r := range body {
			if text := r.Cell(other); !Empty(text) {
				if n++; texts[fold(text)] {
					within++
				}
			}
		}
		if n > 0 && within*5 >= n*4 {
			alike++
		}
	}
	return same, alike
}

// among reports rows of which most stand among the answers: part of them, or put in another order.
func among(rows, body []Row, pairs map[int]int) bool {
	cols := slices.Sorted(maps.Keys(pairs))
	key := func(r Row, of func(col int) int) string {
		var b strings.Builder
		for _, col := range cols {
			b.WriteString(fold(r.Cell(of(col))) + "\x00")
		}
		return b.String()
	}
	known := map[string]bool{}
	for _, r := range rows {
		known[key(r, func(col int) int { return col })] = true
	}
	n := 0
	for _, r := range body {
		if known[key(r, func(col int) int { return pairs[col] })] {
			n++
		}
	}
	return n*2 > len(body)
}

func textsOf(rows []Row, col int) map[string]bool {
	texts := map[string]bool{}
	for _, r := range rows {
		if text := r.Cell(col); !Empty(text) {
			texts[fold(text)] = true
		}
	}
	return texts
}

// copies reports a column of texts that differ, such as names or times, which is the same in
// both.
func copies(rows, body []Row, pairs map[int]int) bool {
	if len(rows) > len(body) {
		return false
	}
	for col, other := range pairs {
		texts := textsOf(rows, col)
		for text := range texts {
			if _, isNumber := Number(text); isNumber {
				delete(texts, text)
			}
		}
		equal := len(texts)*2 > len(rows)
		for i := range rows {
			equal = equal && same(rows[i].Cell(col), body[i].Cell(other))
		}
		if equal {
			return true
		}
	}
	return false
}

// answersToo reports whether the cells of most other columns are ones that stand among the
// answers: they are on the same scale. Numbers that run through the rows do not count.
func answersToo(rows []Row, t *Sheet, body []Row, pairs map[int]int) bool {
	const few = 15 // different answers of a column, at most
	answers := map[string]bool{}
	for col := range width(rows) {
		if texts := textsOf(rows, col); len(texts) <= few && len(texts) < len(rows) {
			for text := range texts {
				answers[text] = true
			}
		}
	}
	paired := map[int]bool{}
	for _, col := range pairs {
		paired[col] = true
	}
	all, on := 0, 0
	for col := range t.Columns {
		texts := textsOf(body, col)
		if paired[col] || len(texts) == 0 || len(texts) > few {
			continue
		}
		all++
		within := len(texts) > 1
		for text := range texts {
			within = within && answers[text]
		}
		if within {
			on++
		}
	}
	return on >= 2 && on*2 > all
}
