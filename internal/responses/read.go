package responses

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"

	"wogreport/internal/diag"
	"wogreport/internal/study"
)

// Read reads the answers that a study names and codes them. Everything wrong
// is reported at once; the table then holds what was understood, the rest of
// it as missing, and is not fit for analysis while the list has errors. A
// study that has errors itself may be read, to find those of its answers too.
func Read(st *study.Study) (*Table, diag.List) {
	r := &reader{st: st, table: &Table{Groups: map[string][]string{}}}
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
		if g := r.open(path, r.fileAt(i)); g != nil {
			r.add(i, g)
		}
	}
	return r.table, r.diags
}

type reader struct {
	st     *study.Study
	table  *Table
	coders []*coder // parallel to the table's columns
	diags  diag.List
}

// fileAt is the place that names the i-th file.
func (r *reader) fileAt(i int) diag.Pos {
	for _, path := range []string{fmt.Sprintf("responses.files[%d]", i), "responses.file"} {
		if p, ok := r.st.Pos[path]; ok {
			return p
		}
	}
	return r.st.At("responses")
}

// open reads the cells of a file, whose kind its first bytes tell. It is nil
// when there are none to go on with.
func (r *reader) open(path string, at diag.Pos) *grid {
	data, err := os.ReadFile(path)
	if err != nil {
		r.diags.AddFileError(at, path, err)
		return nil
	}
	var g *grid
	switch {
	case bytes.HasPrefix(data, zipSignature):
		g = readWorkbook(path, data, r.st.Responses.Sheet, r.st.At("responses.sheet"), &r.diags)
	case bytes.HasPrefix(data, oleSignature):
		readOLE(path, data, &r.diags)
	default:
		g = readText(path, data, &r.diags)
	}
	switch {
	case g == nil:
	case g.header.cells == nil:
		r.diags.Errorf(diag.Pos{File: path}, "no-rows", "the file is empty")
		return nil
	case len(g.rows) == 0:
		r.diags.Errorf(g.place(g.header, 0), "no-rows", "the file has a header but no answers")
	}
	return g
}

// add codes the rows of a grid onto the end of the table.
func (r *reader) add(file int, g *grid) {
	h := newHeaders(g)
	found := h.items(r.st, &r.diags)
	for i, c := range r.table.Columns {
		m, ok := found[c.Item]
		if !ok || len(r.coders[i].scale.Points) == 0 { // both are reported already
			c.Codes = append(c.Codes, make([]uint8, len(g.rows))...)
			continue
		}
		if c.Matched == "" {
			c.Header, c.Letter, c.Matched = strings.TrimSpace(g.header.cell(m.col)), letter(m.col), m.how
		}
		c.Codes = r.encode(c.Codes, g, m.col, c.Item, r.coders[i])
	}
	r.addGroups(g, h)
	for _, row := range g.rows {
		r.table.Rows = append(r.table.Rows, RowRef{File: file, Sheet: g.sheet, Row: row.row})
	}
	r.table.N += len(g.rows)
}

// addGroups keeps the columns that tell groups and cohorts apart.
func (r *reader) addGroups(g *grid, h *headers) {
	keep := func(name string, at diag.Pos) {
		values := make([]string, len(g.rows))
		if m, ok := h.one(name, "the groups", at, &r.diags); ok {
			for i, row := range g.rows {
				values[i] = strings.Join(strings.Fields(row.cell(m.col)), " ")
			}
		}
		r.table.Groups[name] = append(r.table.Groups[name], values...)
	}
	groups := r.st.Groups
	for i, name := range groups {
		if !slices.Contains(groups[:i], name) {
			keep(name, r.st.At(fmt.Sprintf("groups[%d]", i)))
		}
	}
	if name := r.st.Responses.Cohort; name != "" && !slices.Contains(groups, name) {
		keep(name, r.st.At("responses.cohort"))
	}
}

// slip is a text in a column that is no answer: where it stands first, and how often.
type slip struct {
	raw   string
	why   answer
	first record
	n     int
}

// encode appends the codes of a column. Each distinct text is looked at once.
func (r *reader) encode(codes []uint8, g *grid, col int, item string, k *coder) []uint8 {
	type seen struct {
		code uint8
		slip *slip
	}
	cache := map[string]seen{}
	var slips []*slip
	good, bad := 0, 0
	for _, row := range g.rows {
		raw := row.cell(col)
		s, ok := cache[raw]
		if !ok {
			var why answer
			if s.code, why = k.code(raw); why != understood {
				s.slip = &slip{raw: raw, why: why, first: row}
				slips = append(slips, s.slip)
			}
			cache[raw] = s
		}
		switch {
		case s.slip != nil:
			s.slip.n++
			bad++
		case s.code != Missing:
			good++
		}
		codes = append(codes, s.code)
	}
	if otherThing(len(slips), good, bad, len(k.scale.Points)) {
		r.diags.Errorf(g.place(g.header, col), "not-answers", "the column %s of item %s holds no answers on its scale: %d of %d cells", letter(col), item, bad, good+bad)
		r.diags.Hintf("check the item's column and its scale")
		return codes
	}
	for _, s := range slips {
		k.explain(g.place(s.first, col), s.raw, s.why, s.n, r.st, &r.diags)
	}
	return codes
}

// otherThing reports a column that is something else than answers on a scale
// of k points: names, say, or comments, none of which a message may show. Most
// of its cells are wrong, and in more ways than labels can be misspelt.
func otherThing(distinct, good, bad, k int) bool {
	return bad > good && (distinct > max(5, k) || good == 0 && distinct == bad && distinct >= 3)
}
