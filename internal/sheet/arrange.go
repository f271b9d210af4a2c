package sheet

import (
	"slices"
	"strings"

	"wogreport/internal/diag"
)

// arrange tells titles, header, respondents and what stands below them apart.
// header is as in Options.
func (c *cells) arrange(header int, diags *diag.List) *Sheet {
	s := &Sheet{File: c.file, Name: c.sheet, Others: c.others, place: c.place, head: c.rows[0]}
	first, last := 0, -1 // the rows of the header, both within; none where last < first
	if header == 0 {
		first, last = c.headerRows()
	} else if header > 0 {
		for i, r := range c.rows {
			if r.Row <= header {
				first, last = i, i
			}
		}
	}
	body := c.rows[last+1:]
	c.fillDown(body)
	w := width(c.rows)
	if last >= first {
		s.head = c.rows[last]
		s.HeaderRow = s.head.Row
		s.Columns = c.columns(c.rows[first:last+1], w)
	} else {
		s.Columns = make([]Column, w)
	}
	s.Rows = c.respondents(body, s, diags)
	return s
}

// maxHeader is how far down a header is looked for: below the title of a
// hand-made sheet and its instructions.
const maxHeader = 30

// headerRows finds the rows that name the columns, by the marks of the
// programs that write several, else by their difference from what stands
// below: a header is no number over numbers, no date over dates, no label
// over the same labels. With first > last the file has no header.
func (c *cells) headerRows() (first, last int) {
	if n := c.exportHeader(); n > 0 {
		return 0, n - 1
	}
	wide := c.wide()
	top := slices.IndexFunc(c.rows, func(r Row) bool { return filled(r.Cells) >= wide })
	top = max(0, min(top, maxHeader))
	data, names := c.votes(top)
	if data > names {
		return 0, -1
	}
	last = top
	// A second row of names must be so beyond doubt: it might be the first
	// respondent, with answers that nobody else gave. Names differ.
	for last+1 < min(len(c.rows)-1, top+3) {
		r := c.rows[last+1]
		if data, names := c.votes(last + 1); data > 0 || names < 3 || filled(r.Cells) < wide || repeats(r) {
			break
		}
		last++
	}
	// What stands above the first wide row is a title, or names the groups of
	// columns when it begins to the right of the table's first column.
	first = top
	for first > 0 && c.groupsAbove(first) {
		first--
	}
	return first, last
}

// repeats reports whether two cells of a row have the same text.
func repeats(r Row) bool {
	seen := map[string]bool{}
	for _, text := range r.Cells {
		f := fold(text)
		if f != "" && seen[f] {
			return true
		}
		seen[f] = true
	}
	return false
}

// exportHeader is how many rows of names stand above the answers in exports
// that are known to write several; 0 for other files.
func (c *cells) exportHeader() int {
	has := func(row int, text string) bool {
		return slices.ContainsFunc(c.rows[row].Cells, func(s string) bool { return strings.EqualFold(strings.TrimSpace(s), text) })
	}
	for i := range min(3, len(c.rows)) {
		if strings.HasPrefix(strings.TrimSpace(c.rows[i].Cell(0)), `{"ImportId"`) { // Qualtrics
			return i + 1
		}
	}
	if len(c.rows) < 2 {
		return 0
	}
	qualtrics := has(0, "ResponseID") || has(0, "ResponseSet") || has(0, "StartDate") && has(0, "EndDate")
	if qualtrics && !slices.ContainsFunc(c.rows[1].Cells, Date) {
		return 2
	}
	if has(0, "Respondent ID") && has(0, "Collector ID") && Empty(c.rows[1].Cell(0)) { // SurveyMonkey
		return 2
	}
	return 0
}

// wide is how many cells a row of the table itself has at least: half as many
// as the row in the middle by size.
func (c *cells) wide() int {
	var n []int
	for _, r := range c.rows[:min(len(c.rows), 200)] {
		n = append(n, filled(r.Cells))
	}
	slices.Sort(n)
	return max(min(2, n[len(n)-1]), (n[len(n)/2]+1)/2)
}

// groupsAbove reports whether the row over another names groups of its columns.
func (c *cells) groupsAbove(row int) bool {
	over, under := c.rows[row-1], c.rows[row]
	start := slices.IndexFunc(over.Cells, func(s string) bool { return !Empty(s) })
	return start > slices.IndexFunc(under.Cells, func(s string) bool { return !Empty(s) }) && !under.gap ||
		filled(over.Cells) >= 2 && !under.gap && filled(over.Cells)*4 >= filled(under.Cells)
}

// class is what most cells of a column are.
type class uint8

const (
	anything class = iota
	whole          // whole numbers
	number
	day
	label // one of few texts
)

// votes counts the cells of a row that look like those below them in their
// columns, and those that do not. Columns whose cells are all different
// texts have no vote.
func (c *cells) votes(row int) (data, names int) {
	var below []Row
	for _, r := range c.rows[row+1 : min(len(c.rows), row+101)] {
		if !sameCells(r, c.rows[row]) { // a header that is repeated over each block
			below = append(below, r)
		}
	}
	cells := c.rows[row].Cells
	counted := numbering(cells)
	for col, text := range cells {
		if Empty(text) {
			continue
		}
		switch k, labels := classOf(below, col); {
		case k == anything:
		case !counted[col] && looksLike(k, labels, text):
			data++
		default:
			names++
		}
	}
	return data, names
}

func classOf(rows []Row, col int) (class, map[string]bool) {
	n, wholes, numbers, days := 0, 0, 0, 0
	labels := map[string]bool{}
	for _, r := range rows {
		text := r.Cell(col)
		if Empty(text) {
			continue
		}
		n++
		labels[fold(text)] = true
		if v, ok := Number(text); ok {
			numbers++
			if v == float64(int64(v)) {
				wholes++
			}
		} else if Date(text) {
			days++
		}
	}
	switch {
	case n == 0:
		return anything, nil
	case wholes*5 > n*3:
		return whole, nil
	case numbers*5 > n*3:
		return number, nil
	case days*5 > n*3:
		return day, nil
	case len(labels) < n && len(labels)*2 <= n+1:
		return label, labels
	}
	return anything, nil
}

// looksLike reports whether a text may stand in a column of a class.
func looksLike(k class, labels map[string]bool, text string) bool {
	v, isNumber := Number(text)
	switch k {
	case whole:
		return isNumber && v == float64(int64(v))
	case number:
		return isNumber
	case day:
		return Date(text)
	}
	return labels[fold(text)]
}

// numbering marks the cells of a run 1, 2, 3, … side by side: statements that
// are headed by their number alone.
func numbering(cells []string) map[int]bool {
	out := map[int]bool{}
	run := 0
	for i, text := range append(slices.Clone(cells), "") {
		if v, ok := Number(text); ok && v == float64(run+1) {
			run++
			continue
		}
		if run >= 3 {
			for j := i - run; j < i; j++ {
				out[j] = true
			}
		}
		run = 0
		if v, ok := Number(text); ok && v == 1 {
			run = 1
		}
	}
	return out
}

// fold is a text as header and answers are compared here.
func fold(s string) string { return strings.ToLower(Plain(s)) }

// fillDown repeats the text of cells that are merged over several respondents.
func (c *cells) fillDown(body []Row) {
	at := map[int]int{}
	for i, r := range body {
		at[r.Row] = i
	}
	for _, m := range c.merged {
		i, ok := at[m.top]
		if !ok || m.left != m.right {
			continue
		}
		text := body[i].Cell(m.left)
		for row := m.top + 1; row <= m.bottom; row++ {
			j, ok := at[row]
			if !ok || !Empty(body[j].Cell(m.left)) {
				continue
			}
			for len(body[j].Cells) <= m.left {
				body[j].Cells = append(body[j].Cells, "")
			}
			body[j].Cells[m.left] = text
		}
	}
}
