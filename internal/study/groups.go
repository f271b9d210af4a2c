package study

import (
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"wogreport/internal/diag"
	"wogreport/internal/lang"
)

// Grouping is a column of the answers to compare by.
type Grouping struct {
	ID     string    // names its tables and figures; made from the column's name where not given
	Column string    // as given
	Label  lang.Text // its name in the report; defaults to the column
	Values []GroupValue
}

// GroupValue gives a value of the column a name in the report. Groups stand in
// the order of these.
type GroupValue struct {
	Value string
	Label lang.Text
}

func groupingShape() shape[Grouping] {
	return either("the name of a column, or the keys of a grouping",
		scalar(via(filled(), func(column string, g *Grouping) { g.Column = column })),
		keyed(object("the keys of a grouping",
			must(key("column", "the column that tells the groups: the header, a code that the header starts with, or the spreadsheet letter", filled(), func(g *Grouping) *string { return &g.Column })),
			key("id", "a short name without spaces, for its tables and figures", filled(), func(g *Grouping) *string { return &g.ID }),
			key("label", "its name in the report", text(), func(g *Grouping) *lang.Text { return &g.Label }),
			key("values", "names of the groups in the report, by the value in the column, in their order", mapping("names by value", false, text(),
				func(_ *decoder, k *yaml.Node, label lang.Text, g *Grouping) {
					g.Values = append(g.Values, GroupValue{k.Value, label})
				}), func(g *Grouping) *Grouping { return g }),
		)))
}

// checkGroups fills in ids and labels, and finds columns and ids given twice.
func (d *decoder) checkGroups(s *Study) {
	seen, columns := ids{}, map[string]diag.Pos{}
	for i := range s.Groups {
		g := &s.Groups[i]
		path := fmt.Sprintf("groups[%d]", i)
		if g.Column == "" { // reported where it was read
			continue
		}
		if first, twice := columns[FoldLabel(g.Column)]; twice {
			d.Errorf(d.pos[path], "bad-value", "the column %q is given twice", excerpt(g.Column))
			d.Hintf("the first stands in line %d", first.Line)
			continue
		}
		columns[FoldLabel(g.Column)] = d.pos[path]
		if g.Label.IsZero() {
			g.Label = lang.Same(g.Column)
		}
		if g.ID == "" {
			g.ID = slug(g.Column, i+1, seen)
		}
		d.checkID(seen, "grouping", g.ID, path)
	}
}

// slug makes an id of a column's name, of its first words in letters and digits.
func slug(name string, number int, seen ids) string {
	var words []string
	for _, w := range strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9')
	}) {
		if words = append(words, w); len(words) == 4 {
			break
		}
	}
	id := strings.Join(words, "-")
	if _, taken := seen[id]; taken || !safeID(id) || slices.Contains(reservedIDs, id) {
		return fmt.Sprintf("group-%d", number)
	}
	return id
}
