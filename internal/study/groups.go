package study

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"wogreport/internal/diag"
	"wogreport/internal/lang"
)

// Grouping is a column of the answers to compare by.
type Grouping struct {
	ID     string    // names its tables and figures; made from the column's name where not given
	Column string    // as given
	Label  lang.Text // its name in the report; defaults to the common name of such a column, else to its header
	Values []GroupValue
	// Classes are the lower limits of classes of a column of numbers, ascending:
	// 20, 30 make under 20, 20–29, 30 and over. Values then holds the classes.
	Classes []float64
	Chart   bool // of the profile: the report has a chart of it
	Answers bool // the report shows the answers of each group, item by item
	profile bool // of the table of respondents
	order   []string
	into    map[string]string // folded value → the value of Values that it is merged into
}

// Unnamed stands for the group of respondents whose value is in no group that the
// study names. It is never shown, but they are not among those who said nothing.
const Unnamed = "\x00"

// Key is where the answers keep the column, put into these groups: that of the profile
// apart, since its classes may be others than those that are compared.
func (g *Grouping) Key() string {
	if g.profile {
		return "\x00profile " + g.Column
	}
	return g.Column
}

// Of is the group of a text in the column: the text itself where the study
// says nothing of it, the first of the values that have its label where it merges
// them, and with classes that of its number. ok is false for what is no number then.
func (g *Grouping) Of(text string) (group string, ok bool) {
	if text == "" || g.Classes == nil {
		if into, merged := g.into[FoldLabel(text)]; merged {
			return into, true
		}
		return text, true
	}
	v, err := strconv.ParseFloat(strings.Replace(strings.TrimSpace(text), ",", ".", 1), 64)
	if err != nil {
		return "", false
	}
	k := 0
	for k < len(g.Classes) && v >= g.Classes[k] {
		k++
	}
	return g.Values[k].Value, true
}

// merge keeps the first of the values that have the same label.
func (g *Grouping) merge() {
	var kept []GroupValue
	g.into = map[string]string{}
	for _, v := range g.Values {
		i := slices.IndexFunc(kept, func(k GroupValue) bool { return maps.Equal(k.Label, v.Label) })
		if i < 0 {
			kept = append(kept, v)
			continue
		}
		g.into[FoldLabel(v.Value)] = kept[i].Value
	}
	g.Values = kept
}

// classValues names the classes between limits.
func classValues(limits []float64) []GroupValue {
	num := func(v float64, l lang.Tag) string {
		if v == math.Trunc(v) {
			return lang.Number(l, v, 0)
		}
		return lang.Number(l, v, 1)
	}
	whole := !slices.ContainsFunc(limits, func(v float64) bool { return v != math.Trunc(v) })
	var out []GroupValue
	for k := 0; k <= len(limits); k++ {
		label := lang.Text{}
		for _, l := range lang.All {
			switch {
			case k == 0:
				label[l] = map[lang.Tag]string{lang.ID: "di bawah ", lang.EN: "under "}[l] + num(limits[0], l)
			case k == len(limits):
				label[l] = num(limits[k-1], l) + map[lang.Tag]string{lang.ID: " ke atas", lang.EN: " and over"}[l]
			case whole && limits[k]-1 == limits[k-1]:
				label[l] = num(limits[k-1], l)
			case whole:
				label[l] = num(limits[k-1], l) + "–" + num(limits[k]-1, l)
			default:
				label[l] = num(limits[k-1], l) + map[lang.Tag]string{lang.ID: " sampai di bawah ", lang.EN: " to under "}[l] + num(limits[k], l)
			}
		}
		out = append(out, GroupValue{label[lang.EN], label})
	}
	return out
}

// checkClasses reads the classes of a grouping.
func (d *decoder) checkClasses(g *Grouping, path string) {
	if g.Classes == nil {
		g.merge()
		return
	}
	for i, v := range g.Classes {
		if i > 0 && v <= g.Classes[i-1] {
			d.Errorf(d.pos[fmt.Sprintf("%s.classes[%d]", path, i)], "bad-value", "classes are lower limits in ascending order, but %v does not follow %v", v, g.Classes[i-1])
			g.Classes = nil
			return
		}
	}
	if len(g.Classes) == 0 {
		if d.wrong[path+".classes"] { // reported where it was read
			g.Classes = nil
			return
		}
		d.Errorf(d.pos[path+".classes"], "bad-value", "classes needs at least one lower limit, such as [20, 30]")
		g.Classes = nil
		return
	}
	if len(g.Values) > 0 {
		d.Errorf(d.pos[path+".values"], "bad-value", "a grouping has either values or classes")
		d.Hintf("classes are named by their limits")
	}
	g.Values = classValues(g.Classes)
}

// GroupValue gives a value of the column a name in the report. Groups stand in
// the order of these.
type GroupValue struct {
	Value string
	Label lang.Text
}

func groupingShape() shape[Grouping] {
	return either("the name of a column, or the keys of a grouping",
		scalar(via(filled(), func(column string, g *Grouping) { g.Column, g.Answers = column, true })),
		keyed(showingAnswers(object("the keys of a grouping",
			must(key("column", "the column that tells the groups: the header, a code that the header starts with, or the spreadsheet letter", filled(), func(g *Grouping) *string { return &g.Column })),
			key("id", "a short name without spaces, for its tables and figures", filled(), func(g *Grouping) *string { return &g.ID }),
			key("label", labelUse, text(), func(g *Grouping) *lang.Text { return &g.Label }),
			key("values", "names of the groups in the report, by the value in the column, in their order; values with the same name are one group", mapping("names by value", false, text(),
				func(_ *decoder, k *yaml.Node, label lang.Text, g *Grouping) {
					g.Values = append(g.Values, GroupValue{k.Value, label})
				}), func(g *Grouping) *Grouping { return g }),
			key("classes", "of a column of numbers: the lower limits of its classes, [20, 30] for under 20, 20–29, 30 and over", list(number(Range{Min: math.Inf(-1), Max: math.Inf(1)})), func(g *Grouping) *[]float64 { return &g.Classes }),
			key("answers", "false leaves out the charts and tables of the groups' answers, item by item", boolean(), func(g *Grouping) *bool { return &g.Answers }),
		))))
}

// showingAnswers is a grouping of which the answers are shown unless its keys say no.
func showingAnswers(keys shape[Grouping]) shape[Grouping] {
	return shape[Grouping]{keys.spec, func(d *decoder, n *yaml.Node, path string, into *Grouping) bool {
		into.Answers = true
		return keys.decode(d, n, path, into)
	}}
}

// profileShape is a column of the respondents' profile: the keys of a grouping, and what
// only the profile has.
func profileShape() shape[Grouping] {
	return either("the name of a column, or the keys of one",
		scalar(via(filled(), func(column string, g *Grouping) { g.Column = column })),
		keyed(object("the keys of a column of the profile",
			must(key("column", "the column: its header, a code that the header starts with, or the spreadsheet letter", filled(), func(g *Grouping) *string { return &g.Column })),
			key("id", "a short name without spaces, for results.json", filled(), func(g *Grouping) *string { return &g.ID }),
			key("label", labelUse, text(), func(g *Grouping) *lang.Text { return &g.Label }),
			key("order", "the values of the column in their order", list(filled()), func(g *Grouping) *[]string { return &g.order }),
			key("values", "names of the values in the report, in their order; values with the same name are one", mapping("names by value", false, text(),
				func(_ *decoder, k *yaml.Node, label lang.Text, g *Grouping) {
					g.Values = append(g.Values, GroupValue{k.Value, label})
				}), func(g *Grouping) *Grouping { return g }),
			key("classes", "of a column of numbers: the lower limits of its classes, [21, 26, 31] for under 21, 21–25, 26–30, 31 and over", list(number(Range{Min: math.Inf(-1), Max: math.Inf(1)})), func(g *Grouping) *[]float64 { return &g.Classes }),
			key("chart", "true adds a chart of the column", boolean(), func(g *Grouping) *bool { return &g.Chart }),
		)))
}

// checkGroups fills in the groupings and the profile.
func (d *decoder) checkGroups(s *Study) {
	for i := range s.Profile {
		g := &s.Profile[i]
		g.profile = true
		for at, value := range g.order { // names of values stand where their order says
			name := lang.Same(value)
			if j := slices.IndexFunc(g.Values, func(v GroupValue) bool { return FoldLabel(v.Value) == FoldLabel(value) }); j >= at {
				name = g.Values[j].Label
				g.Values = slices.Delete(g.Values, j, j+1)
			}
			g.Values = slices.Insert(g.Values, min(at, len(g.Values)), GroupValue{value, name})
		}
	}
	d.checkGroupings(s.Groups, "groups", "grouping")
	d.checkGroupings(s.Profile, "profile", "column of the profile")
}

// labelUse says what the key label of a grouping is.
const labelUse = `its name in the report; without it the common name of such a column ("Jenis Kelamin": jenis kelamin, gender), else its header`

// checkGroupings fills in ids and labels, and finds columns and ids given twice.
func (d *decoder) checkGroupings(groups []Grouping, where, what string) {
	seen, columns := ids{}, map[string]diag.Pos{}
	for i := range groups {
		g := &groups[i]
		path := fmt.Sprintf("%s[%d]", where, i)
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
			g.Label = attributeLabel(g.Column)
		}
		if g.ID == "" {
			g.ID = slug(g.Column, i+1, seen)
		}
		d.checkID(seen, what, g.ID, path)
		d.checkClasses(g, path)
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
