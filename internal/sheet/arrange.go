package sheet

import (
	"cmp"
	"slices"
	"strings"

	"wogreport/internal/diag"
)

// arrange tells titles, header, respondents and what stands below them apart.
// header is as in Options.
func (c *cells) arrange(header int, diags *diag.List) *Sheet {
	s, body := c.named(header)
	c.fillDown(body)
	s.rows = c.respondents(body, s, diags)
	s.Further = c.further(s)
	for _, rows := range c.beside {
		c.notes = append(c.notes, nil)
		for _, r := range rows {
			c.note(r.Cells)
		}
	}
	s.Notes = c.notes
	return s
}

// named is a sheet with the names of its columns, and the rows below them.
func (c *cells) named(header int) (s *Sheet, body []Row) {
	s = &Sheet{File: c.file, Name: c.sheet, Others: c.others, place: c.place, head: c.rows[0]}
	first, last := 0, -1 // the rows of the header, both within; none where last < first
	if header == 0 {
		first, last = c.headerRows()
	} else if header < 0 {
		first, last = c.titles(), c.titles()-1
	} else {
		for i, r := range c.rows {
			if r.Row <= header {
				first, last = i, i
			}
		}
	}
	for _, r := range c.rows[:first] {
		c.note(r.Cells)
		if filled(r.Cells) == 1 {
			s.Titles = append(s.Titles, Plain(r.Cell(firstFilled(r))))
		}
	}
	body = c.rows[max(first, last+1):]
	w := width(c.rows)
	if last >= first {
		s.head = c.rows[last]
		s.HeaderRow = s.head.Row
		s.span = spanOf(c.rows[first : last+1])
		s.Columns = c.columns(c.rows[first:last+1], w)
	} else {
		s.Columns = make([]Column, w)
	}
	return s, body
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
	if data > names && !c.namesPeople(top) {
		if top > 0 && c.namesBelow(top-1) {
			return top - 1, top - 1
		}
		return c.titles(), c.titles() - 1
	}
	last = top
	for last+1 < min(len(c.rows)-1, top+3) && c.namesToo(last+1, wide) {
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

// namesBelow reports whether a row with few cells names columns all the same,
// of a table whose other columns have no names: no cell is like those below.
func (c *cells) namesBelow(row int) bool {
	data, names := c.votes(row)
	return filled(c.rows[row].Cells) >= 2 && data == 0 && names > 0
}

// titles is how many rows at the top have a single cell: they are no respondent's.
func (c *cells) titles() int {
	if c.wide() < 2 {
		return 0
	}
	return max(0, slices.IndexFunc(c.rows, func(r Row) bool { return filled(r.Cells) > 1 }))
}

// namesPeople reports a cell that heads the column of who the respondents are,
// whatever its neighbours look like: items may be headed by numbers.
func (c *cells) namesPeople(row int) bool {
	for col, text := range c.rows[row].Cells {
		f := strings.Trim(fold(text), " .:")
		if slices.Contains(peopleHeads, f) && !slices.ContainsFunc(c.rows[row+1:], func(r Row) bool { return strings.Trim(fold(r.Cell(col)), " .:") == f }) {
			return true
		}
	}
	return false
}

// peopleHeads are the usual heads of such columns.
var peopleHeads = []string{
	"nama", "nama lengkap", "nama peserta", "nama responden", "nama pegawai", "nip", "nik", "nim", "nama/nip", "no responden", "no. responden", "responden", "name", "full name",
	"respondent", "timestamp", "cap waktu", "stempel waktu", "email", "email address", "alamat email", "jenis kelamin", "gender", "usia", "umur", "instansi", "unit kerja",
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
	below := c.below(row)
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

// below are rows under another, without the header that is repeated over each
// block.
func (c *cells) below(row int) []Row {
	all := c.rows[row+1 : min(len(c.rows), row+101)]
	if !repeatable(c.rows[row], all) {
		return all
	}
	var rows []Row
	for _, r := range all {
		if !sameCells(r, c.rows[row]) {
			rows = append(rows, r)
		}
	}
	return rows
}

// classOf tells what most cells of a column are; of labels, which there are.
func classOf(rows []Row, col int) (class, map[string]bool) {
	n, wholes, numbers, days := 0, 0, 0, 0
	labels := map[string]bool{}
	classes := map[string]class{} // of texts: columns have many cells with few
	for _, r := range rows {
		text := r.Cell(col)
		if Empty(text) {
			continue
		}
		n++
		k, known := classes[text]
		if !known {
			k = anything
			if v, ok := Number(text); ok && v == float64(int64(v)) {
				k = whole
			} else if ok {
				k = number
			} else if Date(text) {
				k = day
			}
			classes[text] = k
			labels[fold(text)] = true
		}
		switch k {
		case whole:
			wholes++
			numbers++
		case number:
			numbers++
		case day:
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

// same reports whether two texts are one when folded.
func same(a, b string) bool {
	if a == b {
		return true
	}
	if isPlain(a) && isPlain(b) {
		return len(a) == len(b) && strings.EqualFold(a, b)
	}
	return fold(a) == fold(b)
}

// fillDown repeats the text of cells that are merged over several respondents.
// No program makes merges that overlap: of those the first counts.
func (c *cells) fillDown(body []Row) {
	if len(c.merged) == 0 {
		return
	}
	down := slices.DeleteFunc(slices.Clone(c.merged), func(m merge) bool { return m.left != m.right })
	slices.SortStableFunc(down, func(a, b merge) int { return cmp.Or(a.left-b.left, a.top-b.top) })
	rows := make([]int, len(body)) // indexes, in the order of the sheet
	for i := range rows {
		rows[i] = i
	}
	slices.SortStableFunc(rows, func(a, b int) int { return body[a].Row - body[b].Row })
	find := func(row int) int {
		i, _ := slices.BinarySearchFunc(rows, row, func(i, row int) int { return body[i].Row - row })
		return i
	}
	left, bottom := -1, 0 // of the merge before
	for _, m := range down {
		if m.left == left && m.top <= bottom {
			continue
		}
		left, bottom = m.left, m.bottom
		i := find(m.top)
		if i == len(rows) || body[rows[i]].Row != m.top {
			continue
		}
		text := body[rows[i]].Cell(m.left)
		for _, j := range rows[i+1:] {
			if body[j].Row > m.bottom {
				break
			}
			if !Empty(body[j].Cell(m.left)) {
				continue
			}
			for len(body[j].Cells) <= m.left {
				body[j].Cells = append(body[j].Cells, "")
			}
			body[j].Cells[m.left] = text
		}
	}
}
