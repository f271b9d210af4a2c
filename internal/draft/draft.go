// Package draft owns the first version of a study file: it reads exports of
// answers and writes a commented study.yaml that builds at once. What it
// concluded, and what it left out and why, stands in the file as remarks. It
// writes no files itself.
package draft

import (
	"path/filepath"
	"slices"
	"strings"

	"wogreport/internal/analysis"
	"wogreport/internal/cohorts"
	"wogreport/internal/columns"
	"wogreport/internal/diag"
	"wogreport/internal/lang"
	"wogreport/internal/remark"
	"wogreport/internal/responses"
	"wogreport/internal/sheet"
	"wogreport/internal/study"
)

// Options of Make. Zero values are found out from the answers.
type Options struct {
	Title     string
	Kind      string     // "article" or "evaluation"
	Languages []lang.Tag // the report's
	Sheet     string     // of a workbook
	Access    study.Access
	Schema    string // the file that editors find the study's schema in, as the first line names it
}

// Draft is a study file that was made.
type Draft struct {
	Text    []byte
	Items   []Item
	Rows    int
	Assumed []string        // what a reader of the report has to know, in sentences
	Against []string        // which items run against the others; a build warns of it, too
	Said    []Said          // both of these, to be said in another language
	Asked   []Asked         // what the author has to confirm, as the draft has it under assumed
	Chosen  []columns.Point // the points of the scales that somebody chose
	Columns []string        // the headers of the columns that may tell groups or cohorts
	Others  []Column        // the columns with a header that are no items
}

// Item is an item as a draft lists it under a construct. Column is "" where its id is the header.
type Item struct{ ID, Column, Statement, Construct string }

// Said is something that a draft concluded. Items are those that it takes to be worded the
// other way round: once one is reversed, there is nothing more to say. Identifier is the column
// in which people stand twice, until the study has one, and Again how many rows that makes.
type Said struct {
	remark.Remark
	Items      []string
	Identifier string
	Again      int
}

// Column is a column by its header, and what it is.
type Column struct {
	Header string
	Kind   columns.Kind
}

// Make drafts the study file at path for answers in files. The draft is nil
// when the list has errors.
func Make(path string, files []string, opt Options) (*Draft, diag.List) {
	var l diag.List
	var sheets []*sheet.Sheet
	disk := study.OpenFiles(filepath.Dir(path), opt.Access)
	var answers []string
	table := ""
	for _, f := range files {
		s := sheet.Read(f, diag.Pos{File: f}, sheet.Options{Sheet: opt.Sheet, SheetAt: diag.Pos{File: f}, Legends: true, Limits: opt.Access.Limits, Open: disk.OpenTable}, &l)
		if s != nil && len(files) > 1 && table == "" && cohorts.IsTable(s) {
			table = f
			continue
		}
		answers = append(answers, f)
		if s != nil && s.Len() > 0 {
			sheets = append(sheets, s)
		}
	}
	if len(sheets) == 0 && !l.HasErrors() {
		l.Errorf(diag.Pos{File: table}, "no-items", "no column looks like answers on a scale")
		l.Hintf("this file says what differs between cohorts: name a file of answers, too")
	}
	if l.HasErrors() {
		return nil, l
	}
	files = answers
	further := notRead(sheets, &l)
	p := &plan{opt: opt, sheet: joined(sheets), path: path, files: files, cohortTable: table, disk: disk}
	if p.findLong(&l); l.HasErrors() {
		return nil, l
	}
	p.finder = responses.NewFinder(p.sheet)
	p.cols, p.scales = columns.Classify(p.sheet)
	p.arrange()
	for len(p.constructs) > 0 && !p.tried() {
		p.arrange()
	}
	if col := p.statements(); col >= 0 {
		l.Errorf(p.sheet.HeaderPlace(col), "statements-in-rows", "the rows of this file are statements, not respondents")
		l.Hintf("answers need a row for each respondent: in Excel copy the table, and paste it with Paste Special, Transpose; what is counted already cannot be read")
		return nil, l
	}
	if col, answer := columns.Ticked(p.sheet, p.cols, len(p.constructs) == 0); col >= 0 {
		l.Errorf(p.sheet.HeaderPlace(col), "ticks-under-answers", "each statement of this file has a column for each answer, and a tick in the one that was given")
		l.Hintf("answers need one column for each statement, with the answer itself (%s) in place of the tick", answer)
		return nil, l
	}
	if len(p.constructs) == 0 {
		l.Errorf(p.sheet.HeaderPlace(0), "no-items", "no column looks like answers on a scale")
		if n := p.sheet.Len(); n < minRows {
			l.Hintf("so few respondents (%d) do not tell answers from other columns: draft the study when more have answered;  wogreport inspect %s  shows the columns", n, files[0])
		} else {
			l.Hintf("wogreport inspect %s shows what its columns look like", files[0])
		}
		return nil, l
	}
	assumed, against := p.assumed(), p.against()
	d := &Draft{
		Text: p.text(), Rows: p.sheet.Len(), Asked: p.asked(), Chosen: p.chosen(),
		Assumed: inEnglish(assumed), Against: inEnglish(against), Said: slices.Concat(assumed, against, further),
	}
	for _, c := range p.constructs {
		for _, it := range c.items {
			d.Items = append(d.Items, Item{it.id, it.column, markdown(it.statement), c.id})
		}
	}
	for _, c := range p.cols {
		if c.Kind != columns.Likert && c.Header != "" {
			d.Others = append(d.Others, Column{c.Header, c.Kind})
		}
		if (c.Kind == columns.Category || c.Kind == columns.Number) && c.Header != "" {
			d.Columns = append(d.Columns, c.Header)
		}
	}
	return d, l
}

// IsCohortTable reports a file that says what differs between cohorts, a row for each.
func IsCohortTable(file string, access study.Access) bool {
	var l diag.List
	disk := study.OpenFiles(".", access)
	s := sheet.Read(file, diag.Pos{File: file}, sheet.Options{SheetAt: diag.Pos{File: file}, Limits: access.Limits, Open: disk.OpenTable}, &l)
	return s != nil && cohorts.IsTable(s)
}

// inEnglish are remarks as the program speaks to its user.
func inEnglish(remarks []Said) []string {
	var out []string
	for _, r := range remarks {
		out = append(out, r.String())
	}
	return out
}

// statements is the column that names a statement in each row, so that the rows are
// no respondents, -1 for none.
func (p *plan) statements() int {
	for i, c := range p.cols[:min(len(p.cols), 3)] {
		switch study.FoldLabel(c.Header) {
		case "pernyataan", "pertanyaan", "butir", "butir pernyataan", "item", "indikator", "aspek", "aspek penilaian", "aspek yang dinilai", "unsur", "unsur pelayanan", "uraian", "statement", "statements", "question", "questions":
			if c.Kind == columns.Text && c.Distinct == p.sheet.Len()-c.Missing && c.Distinct > 1 {
				return i
			}
		}
	}
	return -1
}

// joined puts the rows of several files under the columns of the first, by
// their headers.
func joined(sheets []*sheet.Sheet) *sheet.Sheet {
	if len(sheets) == 1 {
		return sheets[0]
	}
	all := sheets[0]
	rows := slices.Clone(all.Rows(all.Len()))
	for _, s := range sheets[1:] {
		from := map[string]int{}
		for i := len(s.Columns) - 1; i >= 0; i-- {
			from[study.FoldLabel(s.Columns[i].Header)] = i
		}
		for _, r := range s.Rows(s.Len()) {
			cells := make([]string, len(all.Columns))
			for i, c := range all.Columns {
				j, ok := from[study.FoldLabel(c.Header)]
				if all.HeaderRow == 0 {
					j, ok = i, true
				}
				if ok {
					cells[i] = r.Cell(j)
				}
			}
			rows = append(rows, sheet.Row{Row: r.Row, Cells: cells})
		}
	}
	return all.With(rows)
}

// tried reads the answers by the draft itself, so that it builds at once: what
// is no answer after all is made missing, in so many words. It reports false
// when a column turned out to hold something else and is no longer an item.
func (p *plan) tried() bool {
	st, l := study.Parse(p.path, p.write(true))
	if st == nil || st.Accept(l).HasErrors() {
		return true
	}
	table, l := responses.OpenFiles(st, p.disk).Table()
	if l.HasErrors() {
		for _, d := range l {
			p.loose = p.loose || d.Code == "unknown-label" || d.Code == "off-scale"
		}
		st.Responses.OffScale = "missing"
		table, l = responses.OpenFiles(st, p.disk).Table()
	}
	if l.HasErrors() {
		return !p.dropped(table)
	}
	p.reversed(st, table)
	return true
}

// dropped takes away the items most of whose cells are no answers.
func (p *plan) dropped(table *responses.Table) bool {
	found := false
	for _, c := range p.constructs {
		for _, it := range c.items {
			read, col := 0, table.Column(it.id)
			for _, code := range col.Codes {
				if code != responses.Missing {
					read++
				}
			}
			if filled := p.sheet.Len() - it.of.Missing; read*2 < filled {
				it.of.Kind, it.of.Why, found = columns.Text, remark.Of("its values are no answers on one scale"), true
			}
		}
	}
	return found
}

// minRows is how many respondents tell answers from other columns.
const minRows = 5

// reversed marks the items that run against the others of their construct.
func (p *plan) reversed(st *study.Study, table *responses.Table) {
	for i := range st.Constructs {
		a, ok := analysis.RunAgainst(&st.Constructs[i], table)
		if !ok || p.scales[p.constructs[i].scale].NoOrder {
			continue
		}
		for k, j := range a.Items {
			p.constructs[i].items[j].against = coefficient(a.R[k])
		}
		if a.Halves {
			p.constructs[i].halves = a.Remark(&st.Constructs[i])
		}
	}
}

// relative is a file as the study at path names it.
func relative(path, file string) string {
	dir, err1 := filepath.Abs(filepath.Dir(path))
	abs, err2 := filepath.Abs(file)
	if err1 == nil && err2 == nil {
		if rel, err := filepath.Rel(dir, abs); err == nil {
			return filepath.ToSlash(rel)
		}
	}
	return filepath.ToSlash(file)
}

// stem is a file's name without folder and ending.
func stem(file string) string {
	base := filepath.Base(file)
	base = strings.TrimSuffix(base, filepath.Ext(base))
	if !strings.Contains(base, " ") { // as programs write names of files
		base = strings.NewReplacer("_", " ", "+", " ").Replace(base)
	}
	return strings.Join(strings.Fields(base), " ")
}
