package responses

import (
	"fmt"
	"hash/maphash"
	"slices"

	"wogreport/internal/columns"
	"wogreport/internal/diag"
	"wogreport/internal/sheet"
	"wogreport/internal/study"
)

// Read reads the answers that a study names and codes them. Everything wrong
// is reported at once; the table then holds what was understood, the rest of
// it as missing, and is not fit for analysis while the list has errors. A
// study that has errors itself may be read, to find those of its answers too.
func Read(st *study.Study) (*Table, diag.List) {
	r := &reader{st: st, table: &Table{Groups: map[string][]string{}}, seed: maphash.MakeSeed()}
	missing := st.Responses.Missing
	for _, c := range st.Constructs {
		k := newCoder(c.Scale, missing)
		for _, item := range c.Items {
			r.table.Columns = append(r.table.Columns, &Column{Item: item.ID})
			r.coders = append(r.coders, k)
		}
	}
	for i, name := range st.Responses.Files {
		path := st.Path(name)
		r.table.Files = append(r.table.Files, name)
		r.table.paths = append(r.table.paths, path)
		opt := sheet.Options{Sheet: st.Responses.Sheet, SheetAt: st.At("responses.sheet"), Header: st.Responses.Header}
		if g := sheet.Read(path, st.FileAt(i), opt, &r.diags); g != nil {
			r.add(i, g)
		}
	}
	r.judge()
	return r.table, r.diags
}

type reader struct {
	st     *study.Study
	table  *Table
	coders []*coder // parallel to the table's columns
	rows   []trace  // parallel to the table's rows
	seed   maphash.Seed
	diags  diag.List
}

// add codes the rows of a grid onto the end of the table.
func (r *reader) add(file int, g *sheet.Sheet) {
	h := newHeaders(g)
	found := h.items(r.st, &r.diags)
	for i, c := range r.table.Columns {
		m, ok := found[c.Item]
		if !ok || len(r.coders[i].scale.Points) == 0 { // both are reported already
			c.Codes = append(c.Codes, make([]uint8, len(g.Rows))...)
			continue
		}
		if c.Matched == "" {
			c.Header, c.Letter, c.Matched = g.Columns[m.cols[0]].Header, m.letters(), m.how
		}
		c.Codes = r.encode(c.Codes, g, m, c.Item, r.coders[i])
	}
	items := map[int]bool{}
	for _, m := range found {
		for _, col := range m.cols {
			items[col] = true
		}
	}
	kinds := columns.Kinds(g, items)
	r.addGroups(file, g, h, kinds)
	r.rows = append(r.rows, r.traces(g, h, kinds)...)
	h.listOnce(r.diags)
	for _, row := range g.Rows {
		r.table.Rows = append(r.table.Rows, RowRef{File: file, Sheet: g.Name, Row: row.Row})
	}
	r.table.N += len(g.Rows)
}

// addGroups keeps the columns that tell groups and cohorts apart.
func (r *reader) addGroups(file int, g *sheet.Sheet, h *headers, kinds []columns.Kind) {
	keep := func(name string, at diag.Pos) {
		values := make([]string, len(g.Rows))
		m, ok := h.one(name, "the groups", at, &r.diags)
		if ok && kinds[m.cols[0]].Personal() {
			r.diags.Errorf(at, "personal-column", "the column %s is personal (%s) and cannot be shown as groups", h.name(m.cols[0]), kinds[m.cols[0]])
			r.diags.Hintf("name a column that many respondents share, such as a cohort or a unit")
		} else if ok {
			for i, row := range g.Rows {
				text, _ := m.cell(row)
				values[i] = sheet.Plain(text)
			}
		}
		r.table.Groups[name] = append(r.table.Groups[name], values...)
	}
	var groups []string
	for _, g := range r.st.Groups {
		groups = append(groups, g.Column)
	}
	for i, name := range groups {
		if !slices.Contains(groups[:i], name) && !(r.st.Responses.Cohorts != nil && name == r.st.Responses.Cohort) {
			keep(name, r.st.At(fmt.Sprintf("groups[%d]", i)))
		}
	}
	if cohorts := r.st.Responses.Cohorts; file < len(cohorts) {
		name := r.st.Responses.Cohort
		r.table.Groups[name] = append(r.table.Groups[name], slices.Repeat(cohorts[file:file+1], len(g.Rows))...)
	} else if name := r.st.Responses.Cohort; name != "" && !slices.Contains(groups, name) {
		keep(name, r.st.At("responses.cohort"))
	}
}

// slip is a text in a column that is no answer: where it stands at first, and
// how often.
type slip struct {
	raw    string
	why    answer
	places []diag.Pos // at most maxPlaces
	n      int
}

// maxPlaces is how many cells a message names.
const maxPlaces = 8

// encode appends the codes of a column. Each distinct text is looked at once.
func (r *reader) encode(codes []uint8, g *sheet.Sheet, m match, item string, k *coder) []uint8 {
	type seen struct {
		code uint8
		slip *slip
	}
	cache := map[string]seen{}
	var slips []*slip
	good, bad, texts := 0, 0, 0
	for _, row := range g.Rows {
		raw, col := m.cell(row)
		s, ok := cache[raw]
		if !ok {
			var why answer
			if s.code, why = k.code(raw); why != understood {
				s.slip = &slip{raw: raw, why: why}
				slips = append(slips, s.slip)
			}
			cache[raw] = s
		}
		switch {
		case s.slip != nil:
			s.slip.n++
			if len(s.slip.places) < maxPlaces {
				s.slip.places = append(s.slip.places, g.Place(row, col))
			}
			bad++
			if s.slip.why != offScale {
				texts++
			}
		case s.code != Missing:
			good++
		}
		codes = append(codes, s.code)
	}
	if otherThing(len(slips), good, bad, texts, len(k.scale.Points)) {
		r.diags.Errorf(g.HeaderPlace(m.cols[0]), "not-answers", "the column %s of item %s holds no answers on its scale: %d of %d cells", m.letters(), item, bad, good+bad)
		r.diags.Hintf("check the item's column and its scale")
		return codes
	}
	for _, s := range slips {
		k.explain(s.places, s.raw, s.why, s.n, r.st, &r.diags)
		if r.st.Responses.OffScale == "missing" {
			d := &r.diags[len(r.diags)-1]
			d.Severity = diag.Warning
			d.Message += "; it counts as missing"
		}
	}
	return codes
}

// otherThing reports a column that is something else than answers on a scale
// of k points: names, say, or comments, none of which a message may show.
// Fewer than a third of its cells are answers and most others are texts, or
// most are wrong, and in more ways than labels can be misspelt.
func otherThing(distinct, good, bad, texts, k int) bool {
	if good*3 < good+bad && texts*2 > bad {
		return true
	}
	return bad > good && (distinct > max(5, k) || good == 0 && distinct == bad && distinct >= 3)
}
