package draft

import (
	"slices"
	"strconv"
	"strings"

	"wogreport/internal/columns"
	"wogreport/internal/remark"
	"wogreport/internal/sheet"
	"wogreport/internal/study"
)

// responses writes where the answers are and how they are read.
func (w *writer) responses(p *plan) {
	w.line("")
	w.line("responses:")
	names := p.names()
	if len(names) == 1 {
		w.line("  file: %s", yamlText(names[0]))
	} else {
		w.beside("  files:", remark.Of("ASSUMED: each file is a cohort, named like the file"))
		for i, c := range cohortNames(p.files) {
			w.line("    %s: %s", yamlText(c), yamlText(names[i]))
		}
	}
	switch {
	case p.opt.Sheet != "":
		w.line("  sheet: %s", yamlText(p.opt.Sheet))
	case len(p.sheet.Others) > 0 && len(names) == 1:
		w.beside("  sheet: "+yamlText(p.sheet.Name), remark.Of("not read: %s", strings.Join(p.sheet.Others, ", ")))
	}
	if long := p.long; long != (study.Long{}) {
		var fields []string
		for _, f := range [][2]string{{"respondent", long.Respondent}, {"item", long.Item}, {"answer", long.Answer}} {
			if f[1] != "" {
				fields = append(fields, f[0]+": "+yamlText(f[1]))
			}
		}
		w.beside("  long: {"+strings.Join(fields, ", ")+"}", remark.Of("ASSUMED: the file has a row for each answer"))
	}
	if p.sheet.HeaderRow == 0 {
		w.beside("  header: none", remark.Of("the first row looks like answers, so columns go by their letters"))
	}
	if c := p.cohort(); c != "" && len(names) == 1 {
		w.beside("  cohort: "+yamlText(c), remark.Of("ASSUMED from its name and values"))
	}
	if m := p.noAnswers(); len(m) > 0 {
		w.beside("  missing: ["+strings.Join(m, ", ")+"]", remark.Of("ASSUMED to mean no answer"))
	}
	if o := p.outside(); len(o) > 0 {
		w.beside("  outside: ["+strings.Join(o, ", ")+"]", remark.Of("answers that are no points of the scale: counted, and shown beside them"))
	}
	if p.loose {
		w.beside("  off_scale: missing", remark.Of("some cells hold no answer on the scale; wogreport check lists them"))
	}
	if id, _ := p.identifier(); id != "" {
		w.beside("  # identifier: "+yamlText(id), remark.Of("finds respondents who answered twice; the column itself is never shown"))
	}
	w.beside("  # exclude: [duplicates, straightliners, empty]", remark.Of("leaves such respondents out; wogreport check lists them"))
	if p.cohortTable != "" && p.byCohort() {
		w.line("")
		w.beside("cohorts: "+yamlText(relative(p.path, p.cohortTable)), remark.Of("what differs between the cohorts, a row for each"))
	}
}

// respondents writes what the answers say of those who gave them, and what protects them.
func (w *writer) respondents(p *plan) {
	w.line("")
	if profile := p.profile(); len(profile) > 0 {
		w.note("", remark.Of("Who answered: a table of these columns begins the results. How small the numbers in it may be is for min_cell to say, not for min_group."))
		w.line("profile: [%s]", strings.Join(profile, ", "))
		w.line("")
	}
	if g := p.groups(); len(g) > 0 {
		w.beside("# groups: ["+strings.Join(g, ", ")+"]", remark.Of("columns to compare by"))
	}
	w.beside("# scores: azwar", remark.Of("how many respondents score high, middling and low"))
	w.line("")
	w.note("", remark.Of("Cohorts and groups of fewer than min_group respondents are not shown (fewer than 5 where nothing is written). Counts of answers, and of who answered, are shown however small they are, unless min_cell is written: then those below it are left out, and groups are not compared."))
	w.line("# privacy: {min_group: 5, min_cell: 5}")
}

// comments offers the columns of comments to be listed.
func (w *writer) comments(p *plan) {
	var heads []string
	for _, c := range p.cols {
		if c.Comments() {
			heads = append(heads, p.nameOf(c))
		}
	}
	if len(heads) == 0 {
		return
	}
	w.line("")
	w.note("", remark.Of("Comments are in no report unless their columns are named here. They are then printed word for word, in alphabetical order without their writers; e-mail addresses and long numbers are left out, but names of people in them are not found. Read them all before you name the columns, and again when answers come in."))
	w.line("# comments: %s", yamlList(heads))
}

// leftOut says which columns are no items, and why.
func (w *writer) leftOut(p *plan) {
	w.line("")
	w.note("", remark.Of("Columns that are no items, and why. Personal ones are never read into a report, and nothing of them is shown."))
	for _, t := range p.twins {
		if _, again := p.merged[t.second]; !again {
			w.out(t.remark())
		}
	}
	for i, c := range p.cols {
		name := sheet.Letter(i)
		if c.Header != "" {
			name += " " + strconv.Quote(short(c.Header))
		}
		kind := remark.Of(string(c.Kind))
		switch first, again := p.merged[i]; {
		case again:
			w.out(remark.Of("%s: the same question as %s, of which nobody answered both; the two are read as one", name, sheet.Letter(first)))
		case slices.Contains(p.nameless, i):
			w.out(remark.Of("%s: answers, but its header and its letter name other columns; give it a header of its own", name))
		case c.Kind == columns.Likert && p.rare(i):
			w.out(remark.Of("%s: answers of %d among %d only; make it an item to keep it", name, p.sheet.Len()-c.Missing, p.sheet.Len()))
		case c.Kind == columns.Likert, c.Kind == columns.Empty && c.Header == "":
		case c.Kind.Personal():
			w.out(remark.Of("%s: personal (%s); %s", name, kind, c.Why))
		case c.Comments():
			w.out(remark.Of("%s: comments, which are not printed unless the column is named under comments", name))
		default:
			w.out(remark.Of("%s: %s; %s", name, kind, c.Why))
		}
	}
}

// out writes a line about a column, further in than the remark over it.
func (w *writer) out(r remark.Remark) { w.line("#   %s", r.In(w.lang)) }
