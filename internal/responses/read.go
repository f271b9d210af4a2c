package responses

import (
	"slices"

	"wogreport/internal/diag"
	"wogreport/internal/study"
)

// Read reads the answers that a study names and codes them. Everything wrong
// is reported at once; the table then holds what was understood, the rest of
// it as missing, and is not fit for analysis while the list has errors. A
// study that has errors itself may be read, to find those of its answers too.
func Read(st *study.Study) (*Table, diag.List) { return Open(st).Table() }

// Answers are the files of answers that a study names.
type Answers struct {
	st     *study.Study
	coding *coding
	keep   bool
	files  map[int]opened // those that were read, where they are kept
}

type opened struct {
	source   *source
	problems diag.List
}

// Open prepares to read a study's answers.
func Open(st *study.Study) *Answers { return OpenFiles(st, study.NewFiles(st.Dir)) }

// OpenFiles prepares to read a study's answers by way of its files.
func OpenFiles(st *study.Study, files *study.Files) *Answers {
	coding := newCoding(st)
	coding.disk = files
	return &Answers{st: st, coding: coding, files: map[int]opened{}}
}

// Keep keeps in memory what is read, so that Table and By read no file twice.
// Otherwise each takes one file at a time.
func (a *Answers) Keep() { a.keep = true }

// open reads and codes the i-th file; nil when there is nothing to go on with.
func (a *Answers) open(i int, diags *diag.List) *source {
	o, ok := a.files[i]
	if !ok {
		o.source = a.coding.open(i, &o.problems)
		if a.keep {
			a.files[i] = o
		}
	}
	diags.Add(o.problems...)
	return o.source
}

// Table is what Read returns.
func (a *Answers) Table() (*Table, diag.List) {
	var diags diag.List
	checkDirection(a.st, &diags)
	r := newReader(a.st, paths(a.st))
	for i := range a.st.Responses.Files {
		if s := a.open(i, &diags); s != nil {
			r.add(s, nil)
			r.hidden += len(s.sheet.Left)
		}
	}
	r.judge()
	return r.table, append(diags, r.diags...)
}

// reader fills one table.
type reader struct {
	st    *study.Study
	table *Table
	rows  []trace // parallel to the table's rows; shorter where nothing is known of those behind
	diags diag.List

	hidden int // rows that a workbook hides, whether they are left out or not
}

func newReader(st *study.Study, paths []string) *reader {
	r := &reader{st: st, table: &Table{Groups: map[string][]string{}, remarks: map[string][]string{}, heads: map[string]string{}, Files: st.Responses.Files, paths: paths, sheets: make([]string, len(paths))}}
	for _, c := range st.Constructs {
		for _, item := range c.Items {
			c := &Column{Item: item.ID}
			if n := len(st.Responses.Outside); n > 0 {
				c.Outside = make([][]int, n)
			}
			r.table.Columns = append(r.table.Columns, c)
		}
	}
	return r
}

// paths are the study's files from the working directory.
func paths(st *study.Study) []string {
	var out []string
	for _, name := range st.Responses.Files {
		out = append(out, st.Path(name))
	}
	return out
}

// add puts rows of a source, by their indexes, at the end of the table; nil for all.
func (r *reader) add(s *source, rows []int) { r.addCodes(s, rows, nil) }

// addCodes is add with the codes of the rows, by column, where they are known already.
func (r *reader) addCodes(s *source, rows []int, codes [][]uint8) {
	n := len(rows)
	if rows == nil {
		n = s.sheet.Len()
	}
	row := func(k int) int {
		if rows == nil {
			return k
		}
		return rows[k]
	}
	for i, c := range r.table.Columns {
		e := &s.columns[i]
		if c.Matched == "" && e.match.cols != nil {
			c.Header, c.Letter, c.Matched = s.sheet.Columns[e.match.cols[0]].Header, e.match.letters(), e.match.how
		}
		if codes != nil {
			c.Codes = grown(c.Codes, codes[i], nil)
		} else {
			c.Codes = grown(c.Codes, e.codes, rows)
		}
		if len(e.slips)+len(e.coded)+len(e.outer) == 0 {
			continue
		}
		for k := range n {
			row := row(k)
			if e.slips[row] != nil {
				c.Unread = append(c.Unread, r.table.N+k)
			}
			if e.coded[row] {
				c.ByCode = append(c.ByCode, r.table.N+k)
			}
			if o, ok := e.outer[row]; ok {
				c.Outside[o] = append(c.Outside[o], r.table.N+k)
			}
		}
	}
	reportSlips(s, rows, r.st, &r.diags)
	if rows == nil { // once for all cohorts
		reportSpelt(s, r.st, &r.diags)
	}
	for _, g := range s.groups {
		r.table.Groups[g.name] = grown(r.table.Groups[g.name], g.values, rows)
	}
	for _, g := range s.remarks {
		if _, ok := r.table.heads[g.name]; !ok {
			r.table.heads[g.name] = g.head
		}
		r.table.remarks[g.name] = grown(r.table.remarks[g.name], g.values, rows)
	}
	if s.traces != nil {
		r.rows = append(r.rows, make([]trace, r.table.N-len(r.rows))...)
		r.rows = grown(r.rows, s.traces, rows)
	}
	if rows == nil && s.sheet.Consecutive() {
		r.table.places.add(RowRef{File: int32(s.file), Row: int32(s.sheet.Line(0))}, n)
	} else {
		for k := range n {
			if s.sheet.Hidden(row(k)) {
				r.hidden++
			}
			r.table.places.add(RowRef{File: int32(s.file), Row: int32(s.sheet.Line(row(k)))}, 1)
		}
	}
	r.table.sheets[s.file] = s.sheet.Name
	r.table.N += n
}

// grown is a list with the values at the given indexes behind it; nil for all, which an
// empty list shares. Who changes the list makes a new one.
func grown[T any](list, all []T, at []int) []T {
	switch {
	case at == nil && len(list) == 0:
		return all[:len(all):len(all)]
	case at == nil:
		return append(list, all...)
	}
	list = slices.Grow(list, len(at))
	for _, k := range at {
		list = append(list, all[k])
	}
	return list
}
