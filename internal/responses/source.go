package responses

import (
	"fmt"
	"hash/maphash"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"wogreport/internal/columns"
	"wogreport/internal/diag"
	"wogreport/internal/sheet"
	"wogreport/internal/study"
)

// coding is how a study's answers are coded, whatever file they are in.
type coding struct {
	st     *study.Study
	disk   *study.Files
	items  []string // ids, in the order of the study
	coders []*coder // of the items
	seed   maphash.Seed
}

func newCoding(st *study.Study) *coding {
	p := &coding{st: st, seed: maphash.MakeSeed()}
	var coders []*coder // one for each scale
	for _, c := range st.Constructs {
		at := slices.IndexFunc(coders, func(k *coder) bool { return reflect.DeepEqual(k.scale, c.Scale) })
		if at < 0 {
			at = len(coders)
			coders = append(coders, newCoder(c.Scale, st.Responses.Missing, st.Responses.Outside))
		}
		k := coders[at]
		for _, item := range c.Items {
			p.items = append(p.items, item.ID)
			p.coders = append(p.coders, k)
		}
	}
	return p
}

// source is one file of answers, coded, before it is known to whom its rows
// belong.
type source struct {
	file    int // index into the study's files
	sheet   *sheet.Sheet
	headers *headers
	kinds   []columns.Kind
	columns []encoded // parallel to the study's items
	groups  []group
	remarks []remark // the columns of comments that the study lists
	traces  []trace  // parallel to the sheet's rows, as are the values of groups

	cohorts    []string // of the column that the study names for cohorts and for no groups; nil without one
	cohortsCol int
}

// group is a column that tells groups or cohorts apart.
type group struct {
	name   string
	values []string
}

// What columns are for, in a message.
const (
	commentsName   = "the comments"
	identifierName = "the identifier"
)

// remark is a column of comments with its header.
type remark struct {
	group
	head string
}

// open reads and codes the i-th file; nil when there is nothing to go on with.
func (p *coding) open(i int, diags *diag.List) *source {
	st := p.st
	opt := sheet.Options{Sheet: st.Responses.Sheet, SheetAt: st.At("responses.sheet"), Header: st.Responses.Header, Shown: st.Responses.Hidden == "leave-out", Limits: p.disk.Limits, Open: p.disk.OpenTable}
	g := sheet.Read(st.Path(st.Responses.Files[i]), st.FileAt(i), opt, diags)
	if g == nil {
		return nil
	}
	if g = p.wide(g, diags); g == nil {
		return nil
	}
	s := &source{file: i, sheet: g, headers: newHeaders(g), columns: make([]encoded, len(p.items))}
	found := s.headers.items(st, diags)
	items, owner := map[int]bool{}, map[int]string{}
	for k, id := range p.items {
		m, ok := found[id]
		for _, col := range m.cols {
			items[col], owner[col] = true, id
		}
		if ok && len(p.coders[k].scale.Points) > 0 { // what is not is reported already
			s.columns[k] = encode(g, m, id, p.coders[k])
		} else {
			s.columns[k].codes = make([]uint8, g.Len())
		}
	}
	s.judge(diags)
	s.kinds = columns.Kinds(g, items)
	p.addGroups(s, owner, diags)
	for i, name := range st.Comments {
		values, col := s.texts(name, commentsName, st.At(fmt.Sprintf("comments[%d]", i)), diags)
		head := name
		if col >= 0 && g.Columns[col].Header != "" {
			head = g.Columns[col].Header
		}
		s.remarks = append(s.remarks, remark{group{name, values}, head})
	}
	s.traces = p.traces(s, diags)
	s.headers.listOnce(*diags)
	return s
}

// wide is a sheet with a row for each respondent, made of one with a row for each
// answer where the study says so; nil when a column of these is not found.
func (p *coding) wide(g *sheet.Sheet, diags *diag.List) *sheet.Sheet {
	long := p.st.Responses.Long
	if long == (study.Long{}) {
		return g
	}
	h, ok := newHeaders(g), true
	find := func(name, key, what string) int {
		if name == "" {
			return -1
		}
		m, found := h.one(name, what, p.st.At("responses.long."+key), diags)
		if ok = ok && found; !found {
			return -1
		}
		return m.cols[0]
	}
	l := sheet.Long{Respondent: find(long.Respondent, "respondent", "the respondents"), Item: find(long.Item, "item", "the items"), Answer: find(long.Answer, "answer", "the answers")}
	if !ok {
		return nil
	}
	return g.Wide(l, diags)
}

// addGroups keeps the columns that tell groups and cohorts apart. That of an
// item tells none: the item would be compared by its own answers. owner are the
// items by their columns.
func (p *coding) addGroups(s *source, owner map[int]string, diags *diag.List) {
	keep := func(name, what string, at diag.Pos) ([]string, int) {
		values, col := s.texts(name, what, at, diags)
		if id, shared := owner[col]; shared {
			diags.Errorf(at, "shared-column", "%s and the item %s both have the column %s", what, id, s.headers.name(col))
			diags.Hintf("an item compared by its own answers differs by itself; group by a column that is no item")
		}
		s.groups = append(s.groups, group{name, values})
		return values, col
	}
	r := p.st.Responses
	var groups []string
	for _, g := range p.st.Groups {
		groups = append(groups, g.Column)
	}
	for i, name := range groups {
		if !slices.Contains(groups[:i], name) && !(r.Cohorts != nil && name == r.Cohort) {
			at := p.st.At(fmt.Sprintf("groups[%d]", i))
			values, col := keep(name, "the groups", at)
			s.grouped(&p.st.Groups[i], values, col, at, p.st.Responses.Missing, diags)
		}
	}
	for i := range p.st.Profile {
		g := &p.st.Profile[i]
		at := p.st.At(fmt.Sprintf("profile[%d]", i))
		values, col := s.texts(g.Column, "the profile", at, diags)
		if id, shared := owner[col]; shared {
			diags.Errorf(at, "shared-column", "the profile and the item %s both have the column %s", id, s.headers.name(col))
			diags.Hintf("the profile says who answered; name a column that is no item")
		}
		values = slices.Clone(values) // a grouping may have put the same cells into other classes
		s.grouped(g, values, col, at, p.st.Responses.Missing, diags)
		s.groups = append(s.groups, group{g.Key(), values})
	}
	if s.file < len(r.Cohorts) {
		s.groups = append(s.groups, group{r.Cohort, slices.Repeat(r.Cohorts[s.file:s.file+1], s.sheet.Len())})
	} else if r.Cohort != "" && !slices.Contains(groups, r.Cohort) {
		s.cohorts, s.cohortsCol = keep(r.Cohort, "the cohorts", p.st.At("responses.cohort"))
	}
}

// maxNumbers is how many different numbers may stand for groups: with more they
// measure something.
const maxNumbers = 12

// grouped puts the texts of a grouping's column into the groups that the study
// makes of them. A column whose texts are no groups is reported.
func (s *source) grouped(g *study.Grouping, values []string, col int, at diag.Pos, missing []string, diags *diag.List) {
	if col < 0 {
		return
	}
	if s.kinds[col] == columns.Multi {
		diags.Errorf(at, "not-groups", "the column %s holds several choices in a cell, so that its respondents are in no one group", s.headers.name(col))
		diags.Hintf("compare by a column of one choice each")
		return
	}
	of, numbers, others := map[string]string{}, 0, 0
	var odd int // the first row that is in no class
	for i, text := range values {
		group, seen := of[text]
		if !seen {
			var ok bool
			if group, ok = g.Of(text); !ok {
				if others == 0 {
					odd = i
				}
				others++
				if group = study.Unnamed; sheet.Empty(text) || slices.ContainsFunc(missing, func(m string) bool { return study.FoldLabel(m) == study.FoldLabel(text) }) {
					group = ""
				}
			}
			of[text] = group
			if _, isNumber := sheet.Number(text); isNumber {
				numbers++
			}
		}
		values[i] = group
	}
	switch {
	case others > 0:
		diags.Warnf(s.sheet.Place(s.sheet.Row(odd), col), "no-class", "%s of the column %s no number and in no class of %s", textsAre(others), s.headers.name(col), strconv.Quote(short(g.Column)))
		diags.Hintf("their respondents are in no group that is shown")
	case g.Classes == nil && len(g.Values) == 0 && numbers > maxNumbers && numbers*10 > len(of)*8:
		diags.Errorf(at, "number-groups", "the column %s holds %d different numbers, which are no groups", s.headers.name(col), numbers)
		diags.Hintf("make classes of them:  groups: [{column: %s, classes: [20, 30, 40]}]  where the numbers are the lower limits", strconv.Quote(short(g.Column)))
	}
}

// textsAre counts different texts, with their verb.
func textsAre(n int) string {
	if n == 1 {
		return "1 text is"
	}
	return strconv.Itoa(n) + " different texts are"
}

// texts is the texts of a column that the study names, and the column; "" in
// every row and -1 when it may not be shown or there is none, which is reported.
func (s *source) texts(name, what string, at diag.Pos, diags *diag.List) (values []string, col int) {
	values = make([]string, s.sheet.Len())
	m, ok := s.headers.one(name, what, at, diags)
	if !ok {
		return values, -1
	}
	if kind := s.kinds[m.cols[0]]; kind.Personal() {
		as, hint := "groups", "name a column that many respondents share, such as a cohort or a unit"
		if what == commentsName {
			as, hint = "comments", "name a column of what respondents think, which does not say who they are"
		}
		diags.Errorf(at, "personal-column", "the column %s is personal (%s) and cannot be shown as %s", s.headers.name(m.cols[0]), kind, as)
		diags.Hintf("%s", hint)
		return values, -1
	}
	if c, ok := s.sheet.Coded(m.cols[0]); ok && len(m.cols) == 1 {
		of := make([]string, len(c.Texts))
		for code, text := range c.Texts {
			of[code] = strings.Clone(sheet.Plain(text))
		}
		inParallel(len(values), func(from, to int) {
			for i, code := range c.Codes[from:to] {
				values[from+i] = of[code]
			}
		})
		return values, m.cols[0]
	}
	inParallel(len(values), func(from, to int) {
		plain := map[string]string{} // few, kept once, and apart from the file's text
		for i := from; i < to; i++ {
			text, _ := m.cell(s.sheet, i)
			v, ok := plain[text]
			if !ok {
				v = strings.Clone(sheet.Plain(text))
				plain[text] = v
			}
			values[i] = v
		}
	})
	return values, m.cols[0]
}
