package report

import (
	"slices"
	"strings"

	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/pattern"
	"wogreport/internal/view"
	"wogreport/internal/words"
)

// Tables of one kind about several constructs become one table with a head inside for each
// construct, as far as their columns are the same. It may go on over pages, where a table by
// itself that takes more than half a page would leave the rest empty.

// siblings are tables that differ in the construct that they are about.
type siblings struct {
	id       string // of all of them: "table:validity"
	caption  string // its block
	grouping string // the groups that they compare, by its id; "" for none
	of       []sibling
}

// sibling is a construct's table, and how the construct is called in the document's languages.
type sibling struct {
	id, label, second string
	make              func(id string) *document.Table
}

// siblingsOf are the tables of constructs, by their ids; make makes that of the i-th.
func (c *composer) siblingsOf(id, caption, grouping string, constructs []string, make func(id string, i int) *document.Table) siblings {
	s := siblings{id: id, caption: caption, grouping: grouping}
	for i, construct := range constructs {
		one := sibling{id: construct, label: c.views[c.body].LabelOf(construct), make: func(id string) *document.Table { return make(id, i) }}
		if c.second != "" {
			one.second = c.views[c.second].LabelOf(construct)
		}
		s.of = append(s.of, one)
	}
	return s
}

// idsOf are the ids of constructs.
func idsOf(cvs []*view.ConstructView) (ids []string) {
	for _, cv := range cvs {
		ids = append(ids, cv.ID)
	}
	return ids
}

// ofConstruct is a construct's table before it has a number.
type ofConstruct struct {
	sibling
	table   *document.Table
	remarks []string // its note, as Markdown
	own     string   // what its note says of this construct alone
}

// mergedTables makes tables of one kind, each about the constructs that go into it.
func (c *composer) mergedTables(kind siblings) []document.Block {
	var tables []ofConstruct
	numbered := c.nTables
	for _, of := range kind.of {
		c.remarks, c.own = nil, ""
		t := of.make(kind.id + "/" + of.id)
		if t == nil {
			continue
		}
		tables = append(tables, ofConstruct{sibling: of, table: t, remarks: noteSentences(c.remarks), own: c.own})
	}
	c.nTables = numbered
	var out []document.Block
	first := numbered + 1
	for len(tables) > 0 {
		together, rest := tables[:1:1], []ofConstruct(nil)
		for _, next := range tables[1:] {
			if alike(tables[0].table, next.table) {
				together = append(together, next)
			} else {
				rest = append(rest, next)
			}
		}
		out = append(out, c.merge(kind, together)...)
		tables = rest
	}
	c.nameTogether(kind.id, first, c.nTables)
	return out
}

// alike reports whether two tables have the same columns under the same heads.
func alike(a, b *document.Table) bool {
	return slices.Equal(a.Columns, b.Columns) && slices.EqualFunc(a.Head, b.Head, func(a, b []document.Cell) bool {
		return slices.EqualFunc(a, b, func(a, b document.Cell) bool {
			return document.Plain(a.Text) == document.Plain(b.Text) && document.Plain(a.Second) == document.Plain(b.Second)
		})
	})
}

// merge makes one table of some that are alike.
func (c *composer) merge(kind siblings, of []ofConstruct) []document.Block {
	id := kind.id + "/" + of[0].id
	if !c.claim(id) {
		return nil
	}
	t := of[0].table
	together := view.Constructs{Grouping: kind.grouping}
	if len(of) < len(kind.of) {
		for _, m := range of {
			together.IDs = append(together.IDs, m.id)
		}
	}
	t.Caption = c.caption("word.table", kind.caption, together.In)
	if len(of) > 1 {
		b := &tableBuilder{composer: c, lang: c.body}
		note, own := mergedNote(c.body, of)
		whole := &document.Table{}
		for i, m := range of {
			head := b.subhead(m.sibling, own[i], len(t.Columns))
			if rows := m.table.Rows; len(rows) > 0 && rows[0][0].Heads { // beside what names its columns
				rows[0][0].Text = head.Text
			} else {
				whole.Rows = append(whole.Rows, []document.Cell{head})
			}
			for _, total := range m.table.Totals {
				whole.Totals = append(whole.Totals, len(whole.Rows)+total)
			}
			whole.Rows = append(whole.Rows, m.table.Rows...)
		}
		t.Rows, t.Totals, t.Note = whole.Rows, whole.Totals, b.inline(b.body, note)
	}
	c.labels[id], c.seconds[id], c.targets[id] = t.Caption.Label, t.Caption.SecondLabel, id
	for _, m := range of[1:] {
		c.sameAs(kind.id+"/"+m.id, id)
	}
	return []document.Block{t}
}

// sameAs lets a table be referred to by the name of one that is part of it.
func (c *composer) sameAs(other, id string) {
	if c.claim(other) {
		c.labels[other], c.seconds[other], c.targets[other] = c.labels[id], c.seconds[id], id
	}
}

// subhead is the head of a construct inside a table, with what is said of it alone.
func (b *tableBuilder) subhead(of sibling, own string, columns int) document.Cell {
	cell := b.markdown("**" + words.Capital(of.label) + "**")
	if s := words.Capital(of.second); s != "" && s != words.Capital(of.label) {
		cell.Text = document.Beside(cell.Text, b.inline(b.second, s), b.second)
	}
	if own != "" {
		cell.Text = append(append(cell.Text, document.Span{Text: " "}), b.markdown("("+own+")").Text...)
	}
	cell.Span = columns
	return cell
}

// nameTogether lets all tables of a kind be referred to at once: "Tabel 4–6".
func (c *composer) nameTogether(id string, first, last int) {
	if last < first || c.ids[id] {
		return
	}
	c.ids[id] = true
	label := func(l lang.Tag) string {
		w := c.wording[l]
		if first == last {
			return c.plain(w.Get("word.table")) + "\u00a0" + lang.Int(l, first)
		}
		return c.plain(w.Get("word.tables")) + "\u00a0" + lang.Int(l, first) + "–" + lang.Int(l, last)
	}
	c.labels[id] = label(c.body)
	if c.second != "" {
		c.seconds[id] = label(c.second)
	}
	for other, l := range c.labels {
		if strings.HasPrefix(other, id+"/") && l == c.plain(c.wording[c.body].Get("word.table"))+"\u00a0"+lang.Int(c.body, first) {
			c.targets[id] = c.targets[other]
		}
	}
}

// noteSentences are those of some remarks.
func noteSentences(remarks []string) []string {
	var out []string
	for _, r := range remarks {
		for {
			first, rest, more := strings.Cut(r, ". ")
			if !more {
				out = append(out, r)
				break
			}
			out, r = append(out, first+"."), rest
		}
	}
	return out
}

// counted is a sentence of a note that says what n is in a table.
var counted = pattern.New(`^n = ([\d.,]+) (.+)$`)

// mergedNote joins the notes of some tables: each sentence once. What n is, and what a note says
// of a construct alone, goes to the heads of the constructs; a sentence with another number for
// each construct has all of them, each with its construct.
func mergedNote(l lang.Tag, of []ofConstruct) (note string, own []string) {
	own = make([]string, len(of))
	var out []string
	for i, m := range of {
		own[i] = m.own
		for _, s := range m.remarks {
			if n := counted.FindStringSubmatch(s); n != nil {
				own[i] = "n = " + n[1]
				s = "n = " + n[2]
			} else {
				s = withEach(l, s, m, of)
			}
			if !slices.Contains(out, s) && !continued(s, of) {
				out = append(out, s)
			}
		}
	}
	return strings.Join(out, " "), own
}

// continued reports whether another table's note has a sentence that says the same and more.
func continued(s string, of []ofConstruct) bool {
	begin := strings.TrimSuffix(s, ".") + ";"
	return slices.ContainsFunc(of, func(m ofConstruct) bool {
		return slices.ContainsFunc(m.remarks, func(other string) bool { return strings.HasPrefix(other, begin) })
	})
}

var (
	numbers = pattern.New(`\d+(?:[.,]\d+)*`)
	upTo    = pattern.New(`(\D*)(\d+(?:[.,]\d+)*)`) // what stands before a number, and the number
)

// withEach puts in place of the number of a sentence that differs between the tables' notes all of
// them: "389 (materials; teachers) and 375 (facilities) respondents". Where several numbers differ,
// the sentence says which construct it is about.
func withEach(l lang.Tag, s string, own ofConstruct, of []ofConstruct) string {
	form := func(s string) string { return numbers.ReplaceAllString(s, "0") }
	parts := upTo.FindAllStringSubmatch(s, -1)
	values, named := make([][]string, len(parts)), make([]map[string][]string, len(parts))
	for _, m := range of {
		k := slices.IndexFunc(m.remarks, func(other string) bool { return form(other) == form(s) })
		if k < 0 {
			continue
		}
		for j, part := range upTo.FindAllStringSubmatch(m.remarks[k], -1) {
			if named[j] == nil {
				named[j] = map[string][]string{}
			}
			if named[j][part[2]] == nil {
				values[j] = append(values[j], part[2])
			}
			named[j][part[2]] = append(named[j][part[2]], m.label)
		}
	}
	joined, rest, differ := "", s, 0
	for j, part := range parts {
		rest = rest[len(part[0]):]
		if len(values[j]) > 1 {
			var each []string
			for _, n := range values[j] {
				each = append(each, n+" ("+strings.Join(named[j][n], "; ")+")")
			}
			part[2] = lang.And(l, each)
			differ++
		}
		joined += part[1] + part[2]
	}
	if differ > 1 {
		return strings.TrimSuffix(s, ".") + " (" + own.label + ")."
	}
	return joined + rest
}
