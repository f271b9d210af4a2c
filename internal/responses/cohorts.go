package responses

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"wogreport/internal/diag"
	"wogreport/internal/sheet"
	"wogreport/internal/study"
)

// Cohorts are the answers of a study, a table for each cohort.
type Cohorts struct {
	Each []Cohort // in their natural order; those of files in the order of the files
}

// Together are the coded answers of all cohorts as one table, without anything
// else of it.
func (c *Cohorts) Together() *Table {
	all := &Table{}
	for _, one := range c.Each {
		for i, col := range one.Table.Columns {
			if i == len(all.Columns) {
				all.Columns = append(all.Columns, &Column{Item: col.Item})
			}
			all.Columns[i].Codes = append(all.Columns[i].Codes, col.Codes...)
		}
		all.N += one.Table.N
	}
	return all
}

// Cohort is one cohort's answers, and what is wrong with them alone.
type Cohort struct {
	Name     string // as study.CohortName gives it
	Table    *Table // fit for analysis while Problems has no errors
	Problems diag.List
	File     int // the index of the file that is its own; -1 where files hold several cohorts
}

// By splits the answers of the study by the column of that name, or by file where
// the study has a file for each cohort and the name is what it calls them. at is
// the place of the name. The list holds what is wrong with all cohorts, or with
// rows of none; where it has errors no cohort is fit for analysis.
func (a *Answers) By(column string, at diag.Pos) (*Cohorts, diag.List) {
	var diags diag.List
	st := a.st
	s := &splitter{st: st, paths: paths(st), index: map[string]int{}, first: map[uint64]string{}}
	checkDirection(st, &diags)
	if st.Responses.Cohorts != nil && study.FoldLabel(column) == study.FoldLabel(st.Responses.Cohort) {
		for i, name := range st.Responses.Cohorts {
			r := s.cohort(name)
			s.out.Each[s.index[name]].File = i
			if src := a.open(i, &r.diags); src != nil {
				r.add(src, nil)
				r.hidden += len(src.sheet.Left)
			}
		}
	} else {
		for i := range st.Responses.Files {
			if src := a.open(i, &diags); src != nil {
				s.split(src, column, at, &diags)
			}
		}
		if s.ownTexts(column, at, &diags) {
			return &Cohorts{}, diags
		}
	}
	s.checkNames(at, &diags)
	inParallel(len(s.readers), func(from, to int) {
		for i, r := range s.readers[from:to] {
			r.judge()
			s.out.Each[from+i].Table, s.out.Each[from+i].Problems = r.table, r.diags
		}
	})
	if !slices.ContainsFunc(s.out.Each, func(c Cohort) bool { return c.File >= 0 }) {
		keys := map[string]study.NameKey{}
		for _, c := range s.out.Each {
			keys[c.Name] = study.NameKeyOf(c.Name)
		}
		slices.SortStableFunc(s.out.Each, func(a, b Cohort) int { return keys[a.Name].Compare(keys[b.Name]) })
	}
	return &s.out, diags
}

// splitter shares out rows to the readers of their cohorts.
type splitter struct {
	st      *study.Study
	paths   []string
	out     Cohorts
	index   map[string]int // into Each
	readers []*reader      // parallel to Each
	rows    int
	first   map[uint64]string // the cohort in which an identifier, by its hash, stands first
}

// cohort is the reader of a cohort, new at its first row.
func (s *splitter) cohort(name string) *reader {
	i, ok := s.index[name]
	if !ok {
		i = len(s.readers)
		s.index[name] = i
		s.readers = append(s.readers, newReader(s.st, s.paths))
		s.out.Each = append(s.out.Each, Cohort{Name: name, File: -1})
	}
	return s.readers[i]
}

// split shares out the rows of a file. Rows without a cohort are reported.
func (s *splitter) split(src *source, column string, at diag.Pos, diags *diag.List) {
	values, col := src.cohorts, src.cohortsCol
	if column != s.st.Responses.Cohort || values == nil {
		values, col = src.texts(column, "the cohorts", at, diags)
	}
	if col < 0 {
		return
	}
	var names []string
	var rows [][]int // of the cohorts in names
	index, named := map[string]int{}, map[string]int{}
	for i, text := range values {
		k, ok := named[text]
		if !ok {
			name := s.listed(study.CohortName(text))
			if k, ok = index[name]; !ok {
				k = len(names)
				index[name] = k
				names, rows = append(names, name), append(rows, nil)
			}
			named[text] = k
		}
		rows[k] = append(rows[k], i)
	}
	for _, row := range src.sheet.Left {
		name := s.listed(study.CohortName(sheet.Plain(row.Cell(col))))
		if _, ok := index[name]; ok && name != "" {
			s.cohort(name).hidden++
		}
	}
	s.rows += src.sheet.Len()
	var none []int
	readers := make([]*reader, len(names))
	starts, codes := src.inOrder(rows)
	for k, name := range names {
		if name == "" {
			none = rows[k]
			continue
		}
		readers[k] = s.cohort(name)
	}
	elsewhere := s.elsewhere(src, rows, names)
	s.warnElsewhere(src, col, elsewhere, diags)
	inParallel(len(readers), func(from, to int) {
		for k, r := range readers[from:to] {
			if r != nil {
				own, start := rows[from+k], starts[from+k]
				part := make([][]uint8, len(codes))
				for i := range codes {
					part[i] = codes[i][start : start+len(own)]
				}
				r.addCodes(src, own, part)
				for j, i := range own {
					if elsewhere[i] {
						r.rows[len(r.rows)-len(own)+j].elsewhere = true
					}
				}
			}
		}
	})
	if len(none) > 0 {
		diags.Warnf(src.sheet.Place(src.sheet.Row(none[0]), col), "no-cohort", "%s of no cohort, in no report: %s", people(len(none)), src.lines(none))
		diags.Hintf("fill in the column %q there", short(column))
	}
}

// lines names rows of a source by their numbers in the file.
func (s *source) lines(rows []int) string {
	var where []string
	for _, i := range rows[:min(len(rows), maxPlaces)] {
		where = append(where, strconv.Itoa(s.sheet.Line(i)))
	}
	if len(rows) > maxPlaces {
		where = append(where, "…")
	}
	word := "line"
	if s.sheet.Name != "" {
		word = "row"
	}
	if len(rows) > 1 {
		word += "s"
	}
	return word + " " + strings.Join(where, ", ")
}

// elsewhere marks the rows whose identifier an earlier row of another cohort has: a report of all
// counts such a respondent once, and so do the reports by cohort together.
func (s *splitter) elsewhere(src *source, cohorts [][]int, names []string) map[int]bool {
	if s.st.Responses.Identifier == "" || src.traces == nil {
		return nil
	}
	cohort := make([]string, len(src.traces))
	for k, rows := range cohorts {
		for _, i := range rows {
			cohort[i] = names[k]
		}
	}
	out := map[int]bool{}
	for i, t := range src.traces {
		if t.hash == 0 || cohort[i] == "" {
			continue
		}
		switch first, ok := s.first[t.hash]; {
		case !ok:
			s.first[t.hash] = cohort[i]
		case first != cohort[i]:
			out[i] = true
		}
	}
	return out
}

// warnElsewhere tells of such rows.
func (s *splitter) warnElsewhere(src *source, col int, elsewhere map[int]bool, diags *diag.List) {
	if len(elsewhere) == 0 {
		return
	}
	rows := slices.Sorted(maps.Keys(elsewhere))
	diags.Warnf(src.sheet.Place(src.sheet.Row(rows[0]), col), "two-cohorts", "%s answered in another cohort before: %s", people(len(rows)), src.lines(rows))
	if slices.Contains(s.st.Responses.Exclude, "duplicates") {
		diags.Hintf("the first answer counts; where the later one is right, delete the first from the file")
	} else {
		diags.Hintf("both count; to count the first alone, add  exclude: [duplicates]  to responses")
	}
}

// inOrder is the codes of the source by column, those of the first of some lists of rows
// first, and where each list starts. A column at a time stays in the processor's cache.
func (s *source) inOrder(lists [][]int) (starts []int, codes [][]uint8) {
	starts = make([]int, len(lists))
	n := 0
	for i, rows := range lists {
		starts[i] = n
		n += len(rows)
	}
	codes = make([][]uint8, len(s.columns))
	inParallel(len(codes), func(from, to int) {
		for i := from; i < to; i++ {
			codes[i] = make([]uint8, 0, n)
			for _, rows := range lists {
				codes[i] = grown(codes[i], s.columns[i].codes, rows)
			}
		}
	})
	return starts, codes
}

// listed is the cohort of the study's list that a name means, spelt with other
// capitals or marks; the name itself where there is none.
func (s *splitter) listed(name string) string {
	for _, c := range s.st.Cohorts {
		if study.FoldLabel(c.Name) == study.FoldLabel(name) {
			return c.Name
		}
	}
	return name
}

// ownTexts reports a column of texts that are the respondents' own. None of
// them may be shown.
func (s *splitter) ownTexts(column string, at diag.Pos, diags *diag.List) bool {
	const few = 10
	n := len(s.readers)
	if s.rows <= few || n*2 <= s.rows {
		return false
	}
	diags.Errorf(at, "not-cohorts", "the column %q does not tell cohorts: it has %d different texts in %d rows", short(column), n, s.rows)
	diags.Hintf("name a column that many respondents share")
	return true
}

// checkNames warns of cohorts that may be one.
func (s *splitter) checkNames(at diag.Pos, diags *diag.List) {
	first := map[string]string{}
	numbered := map[string]string{}
	for _, c := range s.out.Each {
		folded, number := study.FoldLabel(c.Name), study.NumberedName(c.Name)
		if other, ok := numbered[number]; ok && study.FoldLabel(other) != folded {
			diags.Warnf(at, "similar-cohorts", "the cohorts %q and %q have the same number, written in two ways; each gets a report", other, c.Name)
			diags.Hintf("where they are one, write their name in one way in the answers")
			continue
		}
		numbered[number] = c.Name
		if other, ok := first[folded]; ok {
			diags.Warnf(at, "similar-cohorts", "the cohorts %q and %q differ only in capitals or marks; each gets a report", other, c.Name)
			diags.Hintf("where they are one, write their name in one way in the answers")
		} else {
			first[folded] = c.Name
		}
	}
}
