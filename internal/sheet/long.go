package sheet

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"wogreport/internal/diag"
)

// Long are the columns of a file with a row for each answer. Respondent or Item
// may be -1: then a respondent begins where the items begin again, or the answers
// of a respondent stand in the order of the items.
type Long struct{ Respondent, Item, Answer int }

// Wide is the sheet with a row for each respondent and a column for each item,
// behind the columns that are the same in all rows of a respondent.
func (s *Sheet) Wide(l Long, diags *diag.List) *Sheet {
	s = s.With(s.Rows(s.Len()))
	p := pivot{s: s, l: l, items: map[string]int{}}
	p.share()
	p.inOrder()
	kept := p.constant()
	out := *s
	out.Columns, out.rows = nil, nil
	for _, col := range kept {
		out.Columns = append(out.Columns, s.Columns[col])
	}
	for _, name := range p.names {
		col := Column{Header: name}
		col.split()
		out.Columns = append(out.Columns, col)
	}
	type at struct{ row, col int }
	from := map[at]Row{} // where each cell of the new rows stands
	twice := 0
	var first Row
	for _, rows := range p.people {
		r := Row{Row: s.rows[rows[0]].Row, Hidden: s.rows[rows[0]].Hidden, offset: s.rows[rows[0]].offset, Cells: make([]string, len(out.Columns))}
		for k, col := range kept {
			r.Cells[k] = s.rows[rows[0]].Cell(col)
		}
		for k, i := range rows {
			col := len(kept) + p.items[p.item(k, i)]
			if _, again := from[at{r.Row, col}]; again {
				if twice++; twice == 1 {
					first = s.rows[i]
				}
				continue
			}
			from[at{r.Row, col}] = s.rows[i]
			r.Cells[col] = s.rows[i].Cell(l.Answer)
		}
		out.rows = append(out.rows, r)
	}
	if twice > 0 {
		diags.Warnf(s.place(first, l.Answer), "answered-twice", "%d answers stand in a second row of the same respondent and item, and are not read", twice)
	}
	out.place = func(r Row, col int) diag.Pos {
		if own, ok := from[at{r.Row, col}]; ok {
			return s.place(own, l.Answer)
		}
		if col < len(kept) {
			col = kept[col]
		}
		return s.place(r, col)
	}
	return &out
}

// pivot shares out rows to respondents and items.
type pivot struct {
	s      *Sheet
	l      Long
	people [][]int        // the rows of each respondent
	items  map[string]int // their columns
	names  []string       // of the items
}

func (p *pivot) share() {
	who := map[string]int{}
	seen := map[string]bool{} // items of the respondent so far, where none is named
	for i := range p.s.Len() {
		var k int
		if p.l.Respondent >= 0 {
			name := fold(p.s.Cell(i, p.l.Respondent))
			at, ok := who[name]
			if !ok {
				at = len(p.people)
				who[name] = at
				p.people = append(p.people, nil)
			}
			k = at
		} else {
			item := fold(p.s.Cell(i, p.l.Item))
			if len(p.people) == 0 || seen[item] {
				p.people = append(p.people, nil)
				seen = map[string]bool{}
			}
			seen[item] = true
			k = len(p.people) - 1
		}
		p.people[k] = append(p.people[k], i)
		name := p.item(len(p.people[k])-1, i)
		if _, ok := p.items[name]; !ok {
			p.items[name] = len(p.names)
			p.names = append(p.names, name)
		}
	}
}

// item names the item of a row, the k-th of its respondent. A bare number gets a
// letter, so that it is a code.
func (p *pivot) item(k, row int) string {
	name := fmt.Sprint(k + 1)
	if p.l.Item >= 0 {
		name = Plain(p.s.Cell(row, p.l.Item))
	}
	if _, isNumber := Number(name); isNumber {
		return "P" + name
	}
	return name
}

// inOrder sorts items that are codes numbered in one row; others stay as they come.
func (p *pivot) inOrder() {
	number := func(name string) (int, bool) {
		digits := strings.TrimLeftFunc(name, func(r rune) bool { return !unicode.IsDigit(r) })
		n, err := strconv.Atoi(digits)
		stem := name[:len(name)-len(digits)]
		return n, err == nil && len(stem) <= 3 && strings.HasPrefix(p.names[0], stem)
	}
	for _, name := range p.names {
		if _, ok := number(name); !ok {
			return
		}
	}
	slices.SortStableFunc(p.names, func(a, b string) int {
		x, _ := number(a)
		y, _ := number(b)
		return x - y
	})
	for i, name := range p.names {
		p.items[name] = i
	}
}

// constant lists the columns that are the same in all rows of each respondent.
func (p *pivot) constant() []int {
	var out []int
	for col := range p.s.Columns {
		if col == p.l.Item || col == p.l.Answer {
			continue
		}
		same := true
		for _, rows := range p.people {
			for _, i := range rows[1:] {
				same = same && p.s.Cell(i, col) == p.s.Cell(rows[0], col)
			}
		}
		if same {
			out = append(out, col)
		}
	}
	return out
}

// minPeople is how many respondents show that a file is long.
const minPeople = 5

// FindLong tells whether a file has a row for each answer: a column names the
// items, each respondent has a row for nearly all of them, and one other column
// alone differs within a respondent. Files with a row per respondent have several
// columns of answers.
func (s *Sheet) FindLong() (Long, bool) {
	const most = 8
	w := len(s.Columns)
	if s.HeaderRow == 0 || w < 2 || w > most || s.Len() < 2*minPeople {
		return Long{}, false
	}
	distinct := make([]int, w)
	for col := range w {
		distinct[col] = s.distinct(col)
	}
	best, found := Long{}, false
	for item, k := range distinct {
		if k < 2 || k > 100 || k*minPeople > s.Len() {
			continue
		}
		for who := range w {
			l, ok := Long{who, item, -1}, false
			if who != item && distinct[who] >= minPeople {
				l, ok = s.isLong(l, k)
			}
			// Of the two ways round, the one that the headers say, else more people than items.
			if ok && (!found || s.headsItems(item) && !s.headsItems(best.Item) || distinct[who] > distinct[best.Respondent] && !s.headsItems(best.Item)) {
				best, found = l, true
			}
		}
	}
	if found {
		return best, true
	}
	for item := range w {
		if k := s.distinct(item); k >= 2 && k*minPeople <= s.Len() && s.cycles(item, k) {
			if l, ok := s.isLong(Long{-1, item, -1}, k); ok {
				return l, true
			}
		}
	}
	return Long{}, false
}

// LongAnswers finds the columns of answers of a file with a row for each respondent and
// each item, which a header names, where there are several: of such a file no one
// table of respondents follows.
func (s *Sheet) LongAnswers() (answers []int) {
	const most = 8
	w := len(s.Columns)
	if s.HeaderRow == 0 || w < 4 || w > most || s.Len() < 2*minPeople {
		return nil
	}
	for item := range w {
		k := s.distinct(item)
		if !s.headsItems(item) || k < 2 || k*minPeople > s.Len() {
			continue
		}
		for who := range w {
			if n := s.distinct(who); who == item || n < minPeople || n*k != s.Len() {
				continue
			}
			p := pivot{s: s, l: Long{who, item, -1}, items: map[string]int{}}
			p.share()
			if slices.ContainsFunc(p.people, func(rows []int) bool { return len(rows) != k }) {
				continue
			}
			same := p.constant()
			for col := range w {
				if d := s.distinct(col); !slices.Contains(same, col) && col != item && col != who && !s.notes(col) && d >= 2 && d <= 15 {
					answers = append(answers, col)
				}
			}
			if len(answers) > 1 {
				return answers
			}
			answers = nil
		}
	}
	return nil
}

// headsItems reports a header that names items.
func (s *Sheet) headsItems(col int) bool {
	switch fold(s.Columns[col].Header) {
	case "butir", "item", "items", "pertanyaan", "pernyataan", "soal", "kode butir", "kode soal", "question", "questions", "statement", "question id", "item id", "frage", "aspek", "indikator", "variabel", "variable":
		return true
	}
	return false
}

// isLong finds the column of the answers to k items.
func (s *Sheet) isLong(l Long, k int) (Long, bool) {
	p := pivot{s: s, l: l, items: map[string]int{}}
	p.share()
	n := len(p.people)
	if n < minPeople || s.Len()*10 < n*k*8 || s.Len() > n*k {
		return l, false
	}
	for _, rows := range p.people {
		seen := map[string]bool{}
		for j, i := range rows {
			name := p.item(j, i)
			if seen[name] || name == "" {
				return l, false
			}
			seen[name] = true
		}
	}
	p.l.Answer = -1
	same := map[int]bool{}
	for _, col := range p.constant() {
		same[col] = true
	}
	for col := range s.Columns {
		if same[col] || col == l.Item || col == l.Respondent || s.distinct(col) < 2 || s.notes(col) {
			continue
		}
		if l.Answer >= 0 {
			return l, false
		}
		l.Answer = col
	}
	return l, l.Answer >= 0 && s.distinct(l.Answer) <= 15
}

// notes reports a column that tells the rows apart and is no answer: a number of
// the row, a day or time.
func (s *Sheet) notes(col int) bool {
	days, filled := 0, 0
	for _, t := range s.Texts(col) {
		if Empty(t.Text) {
			continue
		}
		filled += t.N
		if v, isNumber := Number(t.Text); Date(t.Text) || isNumber && v >= 30000 && v < 60000 {
			days += t.N
		}
	}
	return days*10 > filled*9 || filled == s.Len() && s.distinct(col) == filled
}

// cycles reports whether a column repeats the same k texts in the same order.
func (s *Sheet) cycles(col, k int) bool {
	if s.Len()%k != 0 {
		return false
	}
	for i := range s.Len() {
		if s.Cell(i, col) != s.Cell(i%k, col) {
			return false
		}
	}
	return true
}

// distinct counts the different texts of a column.
func (s *Sheet) distinct(col int) int {
	seen := map[string]bool{}
	for _, t := range s.Texts(col) {
		if !Empty(t.Text) {
			seen[fold(t.Text)] = true
		}
	}
	return len(seen)
}
