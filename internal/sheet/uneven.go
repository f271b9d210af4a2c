package sheet

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"wogreport/internal/diag"
)

// span is how many cells a header has in a file of text, and up to which of them it names columns.
type span struct{ cells, named int }

func spanOf(rows []Row) span {
	var s span
	for _, r := range rows {
		s.cells = max(s.cells, len(r.Cells))
	}
	s.named = width(rows)
	return s
}

// warnUneven tells of rows of a file of text with another number of cells than the
// header, so that answers stand under other heads: a comma in a text without quotes makes
// two cells of it, R names its rows without a head for them, and a line break in a text
// without quotes makes two rows of one. What only lacks empty cells at the end, or has
// more of them in each row, moves nothing.
func (c *cells) warnUneven(s *Sheet, diags *diag.List) {
	if c.sep == 0 || len(s.rows) == 0 {
		return
	}
	u := uneven{c: c, s: s, usual: usualCells(s.rows)}
	switch long := u.long(); {
	case u.apart() && u.trimmed():
		diags.Warnf(c.place(s.head, 0), "uneven-rows", "the header has %s and each row below it %d; they are read as if the last columns were empty", cellsOf(s.span.cells), u.usual)
		diags.Hintf("%s", u.hint())
	case u.apart():
		diags.Errorf(c.place(s.head, 0), "uneven-rows", "the header has %s and each row below it %d, so that answers may stand under other heads", cellsOf(s.span.cells), u.usual)
		diags.Hintf("%s", u.hint())
	case len(long) > 0:
		least, most := len(long[0].Cells), 0
		for _, r := range long {
			least, most = min(least, len(r.Cells)), max(most, len(r.Cells))
		}
		have := cellsOf(most)
		if least < most {
			have = strconv.Itoa(least) + " to " + have
		}
		than, of := "the header", s.span.cells
		if s.HeaderRow == 0 || u.usual > of && u.limit() == u.usual {
			than, of = "the others", u.usual
		}
		diags.Errorf(diag.Pos{File: c.file, Line: long[0].Row}, "uneven-rows", "%s %s, %s %d, so that answers may stand under other heads: %s", rowsHave(len(long)), have, than, of, lines(long))
		diags.Hintf("%s", u.hint())
	}
	if cut := u.cut(); len(cut) > 0 {
		diags.Warnf(diag.Pos{File: c.file, Line: cut[0].Row}, "uneven-rows", "%s fewer cells than the %d of the others, as where a line break cuts a row in two: %s", rowsHave(len(cut)), u.usual, lines(cut))
		diags.Hintf("join the parts of a row in one line, or put texts with line breaks in quotes; as they stand each part counts as a respondent")
	}
}

// uneven compares the rows of a file of text by their numbers of cells.
type uneven struct {
	c     *cells
	s     *Sheet
	usual int // how many cells most rows have
}

// usualCells is how many cells most rows have, of two as many rows the larger number.
func usualCells(rows []Row) int {
	n, usual := map[int]int{}, 0
	for _, r := range rows {
		k := len(r.Cells)
		if n[k]++; n[k] > n[usual] || n[k] == n[usual] && k > usual {
			usual = k
		}
	}
	return usual
}

// minUneven is how many rows show that a header has a cell too many: in a small table
// typed by hand, all rows may stop before the last column.
const minUneven = 5

// apart reports rows of one number of cells under a header of another.
func (u *uneven) apart() bool {
	head := u.s.span
	if u.s.HeaderRow == 0 || !u.alike() {
		return false
	}
	return u.usual > head.cells && u.limit() == head.cells || u.usual < head.named && len(u.s.rows) >= minUneven
}

// trimmed reports rows that may only lack the cells of the header's last columns, which nobody
// answered: no head begins with a space, as the second part of one with a comma does.
func (u *uneven) trimmed() bool {
	return u.usual < u.s.span.named && !slices.ContainsFunc(u.s.head.Cells, func(text string) bool { return strings.HasPrefix(text, " ") })
}

// alike reports whether all rows have as many cells, but for single ones at the end, which
// are remarks.
func (u *uneven) alike() bool {
	rows := u.s.rows
	for len(rows) > 1 && len(rows[len(rows)-1].Cells) == 1 {
		rows = rows[:len(rows)-1]
	}
	for _, r := range rows {
		if len(r.Cells) != u.usual {
			return false
		}
	}
	return true
}

// limit is how many cells a row may have: as many as the header, or as most rows where these
// only end in empty cells that the header has not.
func (u *uneven) limit() int {
	head := u.s.span.cells
	if u.s.HeaderRow == 0 || u.usual <= head {
		return max(head, u.usual)
	}
	for _, r := range u.s.rows {
		n := len(r.Cells)
		if n == u.usual && filled(r.Cells[head:]) > 0 || n >= head && n < u.usual {
			return head
		}
	}
	return u.usual
}

// long are the rows with more cells than that. Where the last column is of remarks, which
// few make, the answers of a row that ends in an empty cell have moved all the same. Without
// a header it may be a column of texts that the other rows leave out.
func (u *uneven) long() []Row {
	var out []Row
	limit := u.limit()
	leave := map[int]bool{}
	for _, r := range u.s.rows {
		n := len(r.Cells) - limit
		if n <= 0 {
			continue
		}
		if _, known := leave[n]; !known {
			leave[n] = u.leaves(limit, n)
		}
		if (leave[n] || filled(r.Cells[limit:]) > 0) && (u.s.HeaderRow > 0 || !hasText(r.Cells[limit:])) {
			out = append(out, r)
		}
	}
	return out
}

// leaves reports whether the last n of so many columns may be empty, as most rows that have no
// more cells tell: else it is not they that stand behind the others.
func (u *uneven) leaves(limit, n int) bool {
	usual := 0
	for _, r := range u.s.rows {
		if len(r.Cells) > limit {
			continue
		}
		if usual++; filled(r.Cells[max(0, min(limit-n, len(r.Cells))):]) == 0 {
			return true
		}
	}
	return usual*2 < len(u.s.rows)
}

// hasText reports a cell that is neither empty nor a number.
func hasText(cells []string) bool {
	for _, text := range cells {
		if _, isNumber := Number(text); !isNumber && !Empty(text) {
			return true
		}
	}
	return false
}

// maxRun is how many rows with fewer cells may follow one another as parts of rows: Excel
// leaves out the empty cells at the end of 16 rows at a time.
const maxRun = 16

// cut are the parts of rows that are cut in two or more, in a file whose rows have as many
// cells as the header otherwise. Many rows with fewer cells are a writer's habit, who leaves
// out empty cells at the end; parts of a row have the separators of one row together.
func (u *uneven) cut() []Row {
	rows := u.s.rows
	if u.s.HeaderRow > 0 && u.usual < u.s.span.named {
		return nil
	}
	keeps, short := false, 0 // whether the writer writes empty cells at the end
	var parts, others [][]Row
	for i := 0; i < len(rows); i++ {
		if !u.short(rows[i]) {
			keeps = keeps || !u.c.odd[rows[i].Row] && Empty(rows[i].Cell(len(rows[i].Cells)-1))
			continue
		}
		from := i
		for i+1 < len(rows) && u.short(rows[i+1]) {
			i++
		}
		run := rows[from : i+1]
		short += len(run)
		switch whole := u.whole(run); {
		case whole && len(run) < maxRun:
			parts = append(parts, run)
		case i+1 < len(rows): // those at the end are remarks
			others = append(others, run)
		}
	}
	few := keeps && short*5 <= len(rows)
	if !few && len(parts) < 3*len(others) {
		return nil
	}
	var out []Row
	for _, run := range parts {
		out = append(out, run...)
	}
	for _, run := range others {
		if few && len(run) < maxRun {
			out = append(out, run...)
		}
	}
	return out
}

// short reports a row with fewer cells than most, of which nothing else is said.
func (u *uneven) short(r Row) bool { return len(r.Cells) < u.usual && !u.c.odd[r.Row] }

// whole reports whether rows that follow one another make whole rows together.
func (u *uneven) whole(run []Row) bool {
	seps, all := 0, 0
	for _, r := range run {
		if seps += len(r.Cells) - 1; seps == u.usual-1 {
			seps = 0
			all++
		}
	}
	return seps == 0 && all > 0
}

// hint is what to do about rows whose cells have moved.
func (u *uneven) hint() string {
	mark, as := "a comma", "with semicolons or as XLSX"
	switch u.c.sep {
	case ',':
	case ';':
		mark, as = "a semicolon", "as XLSX"
	case '\t':
		mark, as = "a tab", "as XLSX"
	default:
		mark, as = fmt.Sprintf("%q", u.c.sep), "as XLSX"
	}
	switch {
	case u.s.HeaderRow > 0 && u.usual < u.s.span.named:
		return fmt.Sprintf("put heads with %s in quotes, or delete heads without answers; or save the answers %s", mark, as)
	case u.apart():
		return fmt.Sprintf("give the first column a head where it names or numbers the rows; else put texts and numbers with %s in quotes, or save the answers %s", mark, as)
	}
	return fmt.Sprintf("put texts and numbers with %s in quotes, or save the answers %s", mark, as)
}

func cellsOf(n int) string {
	if n == 1 {
		return "1 cell"
	}
	return strconv.Itoa(n) + " cells"
}

func rowsHave(n int) string {
	if n == 1 {
		return "1 row has"
	}
	return strconv.Itoa(n) + " rows have"
}

// maxLines is how many lines are named.
const maxLines = 8

// lines names rows by their lines.
func lines(rows []Row) string {
	var n []string
	for _, r := range rows[:min(len(rows), maxLines)] {
		n = append(n, strconv.Itoa(r.Row))
	}
	s := "line " + n[0]
	if len(n) > 1 {
		s = "lines " + strings.Join(n, ", ")
	}
	if more := len(rows) - maxLines; more > 0 {
		s += fmt.Sprintf(" and %d more", more)
	}
	return s
}
