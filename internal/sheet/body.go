package sheet

import (
	"bytes"
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"wogreport/internal/diag"
)

// body is the respondents' rows of a regular file of text by columns: one row to a
// line, each with as many cells as the others.
type body struct {
	n     int
	line  int // of the first row
	width int
	cols  []bodyColumn
}

// bodyColumn is a column of few different texts, as codes, or one of many, as they are.
type bodyColumn struct {
	codes []uint8   // of each row; 0 is the empty cell
	texts []entry   // by code
	runs  []cellRun // in order; of a column of many
	at    []int     // of each stretch of rows, the run in which it begins
}

// stretch rows are found by one number.
const stretch = 1024

// inRuns is a column of many.
func inRuns(runs []cellRun) bodyColumn {
	slices.SortFunc(runs, func(a, b cellRun) int { return cmp.Compare(a.from, b.from) })
	c := bodyColumn{runs: runs}
	for k, r := range runs {
		for len(c.at)*stretch < r.from+len(r.ends) {
			c.at = append(c.at, k)
		}
	}
	return c
}

// entry is a cell as it stands in the file, with its quotes, and what it holds.
type entry struct{ raw, text string }

// cellRun is a run of cells of a column of many, as they stand in the file.
type cellRun struct {
	from int // the row of its first cell
	ends []uint32
	text string
}

func (p *cellRun) raw(row int) string {
	start := uint32(0)
	if row > p.from {
		start = p.ends[row-p.from-1]
	}
	return p.text[start:p.ends[row-p.from]]
}

// content is what a cell holds that the fast reader takes, from how it stands in the file.
func content(raw string) string {
	if raw != "" && raw[0] == '"' {
		raw = raw[1 : len(raw)-1]
	}
	return unmask(raw)
}

func (c *bodyColumn) raw(row int) string {
	if c.codes != nil {
		return c.texts[c.codes[row]].raw
	}
	k := c.at[row/stretch]
	for k+1 < len(c.runs) && c.runs[k+1].from <= row {
		k++
	}
	return c.runs[k].raw(row)
}

func (b *body) cell(row, col int) string {
	switch c := &b.cols[min(col, b.width-1)]; {
	case col >= b.width:
		return ""
	case c.codes != nil:
		return c.texts[c.codes[row]].text
	default:
		return content(c.raw(row))
	}
}

// place is where a cell stands, in characters.
func (b *body) place(file string, row, col int) diag.Pos {
	p := diag.Pos{File: file, Line: b.line + row}
	if col < b.width {
		p.Col = 1
		for i := range col {
			p.Col += utf8.RuneCountInString(b.cols[i].raw(row)) + 1
		}
	}
	return p
}

// Len is how many respondents' rows there are.
func (s *Sheet) Len() int {
	if s.body != nil {
		return s.body.n
	}
	return len(s.rows)
}

// Cell is the text in a column of the i-th row, "" outside of the row's cells.
func (s *Sheet) Cell(i, col int) string {
	switch {
	case s.body == nil:
		return s.rows[i].Cell(col)
	case col < 0:
		return ""
	}
	return s.body.cell(i, col)
}

// Line is the line or spreadsheet row in which the i-th row begins.
func (s *Sheet) Line(i int) int {
	if s.body != nil {
		return s.body.line + i
	}
	return s.rows[i].Row
}

// Consecutive reports that the rows stand on lines that follow one another, none of them
// hidden, which may be true of other sheets as well.
func (s *Sheet) Consecutive() bool { return s.body != nil }

// Hidden reports whether a workbook hides the i-th row or filters it out.
func (s *Sheet) Hidden(i int) bool { return s.body == nil && s.rows[i].Hidden }

// Row is the i-th respondent's row.
func (s *Sheet) Row(i int) Row {
	if s.body == nil {
		return s.rows[i]
	}
	r := Row{Row: s.Line(i), Cells: make([]string, s.body.width)}
	for col := range r.Cells {
		r.Cells[col] = s.body.cell(i, col)
	}
	return r
}

// Rows are all of them, and at most so many of them.
func (s *Sheet) Rows(most int) []Row {
	n := min(s.Len(), most)
	if s.body == nil {
		return s.rows[:n]
	}
	out := make([]Row, n)
	for i := range out {
		out[i] = s.Row(i)
	}
	return out
}

// With is the sheet with other rows.
func (s *Sheet) With(rows []Row) *Sheet {
	out := *s
	out.rows, out.body = rows, nil
	return &out
}

// Text is one of the different texts of a column, and how many cells hold it.
type Text struct {
	Text string
	N    int
}

// Texts are the different texts of a column, in the order in which they come first.
func (s *Sheet) Texts(col int) []Text {
	if c, ok := s.Coded(col); ok {
		return c.inOrder()
	}
	var out []Text
	at := map[string]int{}
	for i := range s.Len() {
		text := s.Cell(i, col)
		k, ok := at[text]
		if !ok {
			k = len(out)
			at[text] = k
			out = append(out, Text{Text: text})
		}
		out[k].N++
	}
	return out
}

// Coded is a column as codes of its different texts. The same text may have several codes.
type Coded struct {
	Codes []uint8 // not to be changed
	Texts []string
}

// Coded is a column as codes where it is kept so.
func (s *Sheet) Coded(col int) (Coded, bool) {
	if s.body == nil || col < 0 || col >= s.body.width || s.body.cols[col].codes == nil {
		return Coded{}, false
	}
	c := &s.body.cols[col]
	out := Coded{Codes: c.codes}
	for _, e := range c.texts {
		out.Texts = append(out.Texts, e.text)
	}
	return out, true
}

func (c Coded) inOrder() []Text {
	var out []Text
	first := map[string]int{}
	for code, text := range c.Texts {
		at := bytes.IndexByte(c.Codes, uint8(code))
		if at < 0 {
			continue
		}
		n := bytes.Count(c.Codes, []byte{uint8(code)})
		if i := slices.IndexFunc(out, func(t Text) bool { return t.Text == text }); i >= 0 {
			out[i].N += n
			first[text] = min(first[text], at)
			continue
		}
		out = append(out, Text{text, n})
		first[text] = at
	}
	sort.Slice(out, func(i, j int) bool { return first[out[i].Text] < first[out[j].Text] })
	return out
}

// builder collects the cells of a run.
type builder struct {
	from int
	ends []uint32
	text strings.Builder
}

func (b *builder) add(cell []byte) {
	b.text.Write(cell)
	b.ends = append(b.ends, uint32(b.text.Len()))
}

func (b *builder) run() cellRun { return cellRun{b.from, b.ends, b.text.String()} }
