package web

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"wogreport/internal/build"
	"wogreport/internal/diag"
	"wogreport/internal/lang"
	"wogreport/internal/output"
	"wogreport/internal/pattern"
	"wogreport/internal/study"
)

// State is what the page shows of the files.
type State struct {
	Files []string `json:"files"`
	Study string   `json:"study"` // the name of the study file; "" as long as there is none
	Text  string   `json:"text"`  // of it
	Form  *Form    `json:"form"`  // nil where the text is not understood
}

// Form is what was understood of a study, with the paths by which it is changed.
type Form struct {
	Name       string      `json:"name"`
	Kind       string      `json:"kind"`
	ByCohort   bool        `json:"byCohort"` // a report for each cohort is asked for
	Languages  []lang.Tag  `json:"languages"`
	Title      []Field     `json:"title"`
	Scales     []Scale     `json:"scales"`
	Constructs []Construct `json:"constructs"`
	Identity   []Part      `json:"identity"`
	Cohort     string      `json:"cohort"`
	CohortFile string      `json:"cohortFile"` // the table of what is known of each cohort; "" for none
	Listed     int         `json:"listed"`     // the cohorts that it has
	Cohorts    int         `json:"cohorts"`    // in the answers; 0 before these were checked
	Profile    []Field     `json:"profile"`
	Columns    []string    `json:"columns"` // that may tell groups or cohorts; known of drafts
	Others     []Other     `json:"others"`  // columns without a part in the analysis; known of drafts
	Removed    []Removed   `json:"removed"` // items of the draft that were taken out
	Exclude    []string    `json:"exclude"` // kinds of rows that are left out
	MinGroup   int         `json:"minGroup"`
	MinCell    *int        `json:"minCell"` // nil where the study does not say
	Assumed    []Assumed   `json:"assumed"`
	Formats    []string    `json:"formats"` // that a report can be had in
	Outputs    []string    `json:"outputs"` // that the study asks for
}

// Field is a value, or a text in one language or in all.
type Field struct {
	Path  string       `json:"path"`
	Lang  lang.Tag     `json:"lang,omitempty"`
	Value string       `json:"value"`
	Text  string       `json:"text,omitempty"`  // of the file that the value names, where that is a section of one's own
	First []study.Edit `json:"first,omitempty"` // that have to come before one of the field: a value in its short form has no place for it
}

// Other is a column that is no item and tells no groups.
type Other struct {
	Column   string `json:"column"`
	Kind     string `json:"kind"`
	Personal bool   `json:"personal"`
	Use      string `json:"use"` // "comments", "identifier" or "" for none
}

// unused are the columns of the answers that were drafted which the study has no groups by.
func (s *Session) unused(st *study.Study) []Other {
	out := []Other{}
	for _, c := range s.others {
		o := Other{Column: c.Header, Kind: string(c.Kind), Personal: c.Kind.Personal()}
		is := func(g study.Grouping) bool { return g.Column == c.Header }
		switch {
		case c.Header == st.Responses.Cohort, slices.ContainsFunc(st.Profile, is), slices.ContainsFunc(st.Groups, is):
			continue
		case slices.Contains(st.Comments, c.Header):
			o.Use = "comments"
		case c.Header == st.Responses.Identifier:
			o.Use = "identifier"
		}
		out = append(out, o)
	}
	return out
}

// Removed is an item that a draft has and the study has not, with the changes that make it
// one.
type Removed struct {
	ID        string       `json:"id"`
	Statement string       `json:"statement"`
	Again     []study.Edit `json:"again"`
}

// removed are the items of the draft that the study does not list, by the columns that they read
// or else by their ids: those that were taken out, and those that are new in a next export. One that comes back stands before those that the draft has after it,
// in its construct, or the last one where that is gone, and is reversed if it was.
func (s *Session) removed(st *study.Study) []Removed {
	out := []Removed{}
	byStatement, byColumn, byID := map[string]int{}, map[string]int{}, map[string]int{} // of the draft's items
	for i, it := range s.items {
		byStatement[study.FoldLabel(it.Statement)], byColumn[columnOf(it.ID, it.Column)], byID[it.ID] = i, i, i
	}
	// at is the draft's item that one of the study is: another with its id or number may read another column.
	at := func(it study.Item) (int, bool) {
		for _, l := range st.Languages {
			if i, ok := byStatement[study.FoldLabel(it.Statement[l])]; ok && it.Statement[l] != "" {
				return i, ok
			}
		}
		i, ok := byColumn[columnOf(it.ID, it.Column)]
		if !ok {
			i, ok = byID[it.ID]
		}
		return i, ok
	}
	listed, ids := map[int]bool{}, map[string]bool{}
	for _, c := range st.Constructs {
		for _, it := range c.Items {
			ids[it.ID] = true
			if i, ok := at(it); ok {
				listed[i], s.reversed[i] = true, it.Reverse
			}
		}
	}
	for i, it := range s.items {
		if listed[i] || len(st.Constructs) == 0 {
			continue
		}
		k := slices.IndexFunc(st.Constructs, func(c study.Construct) bool { return c.ID == it.Construct })
		if k < 0 {
			k = len(st.Constructs) - 1
		}
		items, list := st.Constructs[k].Items, fmt.Sprintf("constructs[%d].items", k)
		id := it.ID
		for n := 1; ids[id]; n++ {
			id = fmt.Sprintf("P%d", len(ids)+n)
		}
		ids[id] = true
		value := map[string]any{"id": id, "column": columnOf(it.ID, it.Column), "statement": it.Statement}
		if s.reversed[i] {
			value["reverse"] = true
		}
		again := []study.Edit{{Path: fmt.Sprintf("%s[%d]", list, len(items)), Value: value}}
		if n := slices.IndexFunc(items, func(o study.Item) bool { j, ok := at(o); return ok && j > i }); n >= 0 {
			for range items[n:] { // they go behind it, one after the other
				again = append(again, study.Edit{Path: fmt.Sprintf("%s[%d]", list, n), To: list})
			}
		}
		out = append(out, Removed{id, it.Statement, again})
	}
	return out
}

// columnOf is the column that an item reads.
func columnOf(id, column string) string {
	if column == "" {
		return id
	}
	return column
}

// Scale is an answer scale. Points have paths where the study file lists them,
// so that their order can be changed; they stand in the order of the file.
type Scale struct {
	Path    string  `json:"path"`
	Ordered bool    `json:"ordered"` // every point has its number
	Points  []Point `json:"points"`
}

// Point is one of them.
type Point struct {
	Path  string `json:"path,omitempty"` // of its number
	Value string `json:"value"`
	Label string `json:"label"`
	Free  bool   `json:"free"` // nobody chose it: it may be taken away

	names []string // label and code, in each language
	also  []string // its other spellings
}

// Construct is a construct with its items.
type Construct struct {
	Path  string  `json:"path"`
	ID    string  `json:"id"`
	Label []Field `json:"label"`
	Items []Item  `json:"items"`

	Unnamed bool `json:"unnamed"` // nobody has said what the items measure
}

// placeholder is a label that a draft gives to items without a heading.
var placeholder = pattern.New(`^(hal yang diteliti|the subject of the study|(bagian|part) \d+)?$`)

// Item is one of them.
type Item struct {
	Path      string  `json:"path"`
	ID        string  `json:"id"`
	Statement []Field `json:"statement"`
	Reverse   bool    `json:"reverse"`
}

// Assumed is an open assumption, as study.Assumption has it.
type Assumed struct {
	Kind  string `json:"kind"`
	What  string `json:"what"`
	Why   string `json:"why"`
	Other string `json:"other"`
	Where string `json:"where"`

	Options []Option `json:"options"` // the answers that there are; none where it can only be confirmed
}

// Problem is a diagnostic. Path is the key of the study that it is about, "" where it
// is about another file or the whole. More counts those of its code that are left out.
type Problem struct {
	Error   bool   `json:"error"`
	Place   string `json:"place"`
	Path    string `json:"path"`
	Code    string `json:"code"`
	Message string `json:"message"`
	Hint    string `json:"hint"`
	More    int    `json:"more,omitempty"`

	Instead *Instead    `json:"instead,omitempty"` // where a column is named that the answers do not have
	Accept  *study.Edit `json:"accept,omitempty"`  // of answers off the scale: the change that takes them as missing
	Meant   *Meant      `json:"meant,omitempty"`   // of a label that is misspelt
}

// Meant is the label that is probably meant, and the change that takes the text for it.
type Meant struct {
	Label string     `json:"label"`
	Edit  study.Edit `json:"edit"`
}

// Instead are columns of which one may take the place of one that is not there.
type Instead struct {
	Path    string   `json:"path"`    // the key that names it
	Columns []string `json:"columns"` // the nearest first
}

// maxPerCode is how many problems of one code are told, as on a command line.
const maxPerCode = 10

// problems are diagnostics for the page, with the keys of a study file that they are about.
func problems(ds diag.List, paths map[diag.Pos]string) []Problem {
	out := []Problem{}
	seen, last := map[string]int{}, map[string]int{}
	for _, d := range ds.Sorted() {
		if seen[d.Code]++; seen[d.Code] > maxPerCode {
			out[last[d.Code]].More++
			continue
		}
		last[d.Code] = len(out)
		place := ""
		if d.Pos.File != "" {
			place = d.Pos.String()
		}
		key := paths[d.Pos]
		if d.Code == "missing-key" && !strings.ContainsAny(key, ".[") && !strings.HasPrefix(d.Message, strconv.Quote(key)) {
			key = "" // of the file itself, which begins where its first key does
		}
		out = append(out, Problem{Error: d.Severity == diag.Error, Place: place, Path: key, Code: d.Code, Message: d.Message, Hint: d.Hint})
	}
	return out
}

// problems are those of what was read, with the columns that may be meant by names that
// the answers do not have.
func (r *reading) problems(ds diag.List) []Problem {
	out := problems(ds, r.paths)
	meant := map[string]*Meant{}
	for at, m := range r.input.Meant() {
		if edit := r.spelling(m); edit != nil {
			meant[at.String()] = &Meant{m.Label, *edit}
		}
	}
	for i, p := range out {
		if table := r.input.Study.CohortFile; p.Path == "" && table != "" && strings.HasPrefix(p.Place, table+":") {
			out[i].Path = "cohorts"
		}
	}
	instead := map[string][]string{}
	for at, columns := range r.input.Instead() {
		instead[r.paths[at]] = columns
	}
	offScale := func(p Problem) bool { return p.Error && (p.Code == "unknown-label" || p.Code == "off-scale") }
	if i := slices.IndexFunc(out, offScale); i >= 0 { // one change for all of them
		out[i].Accept = &study.Edit{Path: "responses.off_scale", Value: "missing"}
	}
	for i, p := range out {
		if columns := instead[p.Path]; p.Code == "unknown-column" && len(columns) > 0 {
			out[i].Instead = &Instead{columnKey(r.input.Study, p.Path), columns}
		}
		if p.Code == "unknown-label" {
			out[i].Meant = meant[p.Place]
		}
	}
	return out
}

// spelling is the change that gives a point of a scale another spelling, nil where the scale is no
// list of points.
func (r *reading) spelling(m build.Meant) *study.Edit {
	all := scales(r.input.Study, r.text)
	of := func(path string) int { return slices.IndexFunc(all, func(s Scale) bool { return s.Path == path }) }
	i := of(fmt.Sprintf("constructs[%d].scale", m.Construct))
	if i < 0 {
		i = of("scale")
	}
	if i < 0 {
		return nil
	}
	for _, p := range all[i].Points {
		if list, ok := strings.CutSuffix(p.Path, ".value"); ok && p.Value == strconv.Itoa(m.Value) {
			return &study.Edit{Path: list + ".also", Value: m.Also}
		}
	}
	return nil
}

// columnKey is the key that names the column of what stands at a place: an item, or what is
// named by its column alone or by one among other keys.
func columnKey(st *study.Study, path string) string {
	own := path + ".column"
	if strings.HasPrefix(path, "constructs") && !strings.HasSuffix(path, ".column") || st.Given(own) {
		return own
	}
	return path
}

// description is the state with a study, which may be nil.
func (s *Session) description(st *study.Study, text []byte) *State {
	out := &State{Files: s.files.names(), Study: s.study, Text: string(text)}
	if st == nil {
		if text, ok := s.files.get(s.study); ok {
			out.Text = string(text)
		}
		return out
	}
	f := &Form{
		Name: st.Name, Kind: st.Kind, Languages: st.Languages, ByCohort: byCohort(st),
		Title: fields(st, "title", st.Title), Identity: parts(st.Kind, text, st.Languages), Cohort: st.Responses.Cohort, CohortFile: st.CohortFile,
		Profile: []Field{}, Columns: s.columns, Others: s.unused(st), Removed: s.removed(st), MinGroup: st.Privacy.MinGroup,
		Exclude: append([]string{}, st.Responses.Exclude...),
		Scales:  []Scale{}, Constructs: []Construct{}, Assumed: []Assumed{}, Formats: output.Names(), Outputs: st.Outputs,
	}
	if st.CohortFile != "" {
		f.Listed = s.read().input.Listed()
	}
	for _, p := range f.Identity {
		if !strings.HasPrefix(p.Key, "sections.") {
			continue
		}
		for i := range p.Fields {
			field := &p.Fields[i]
			if text, own := study.OwnText(field.Value); own {
				field.Text = text
			} else if field.Value != "" {
				text, _ := s.read().input.Files.ReadFile(field.Value) // one that is not there is reported
				field.Text = string(text)
			}
		}
	}
	if st.Given("privacy.min_cell") {
		f.MinCell = &st.Privacy.MinCell
	}
	f.Scales = scales(st, text)
	for _, a := range st.Assumed {
		f.Assumed = append(f.Assumed, Assumed{a.Kind, a.What, a.Why, a.Other, a.Where, s.options(a, f.Scales, text)})
	}
	for _, scale := range f.Scales {
		for i := range scale.Points {
			p := &scale.Points[i]
			p.Free = s.chosen != nil && p.Path != "" && len(scale.Points) > 2 && !slices.ContainsFunc(s.chosen, p.is)
		}
	}
	for i, c := range st.Constructs {
		path := fmt.Sprintf("constructs[%d]", i)
		own := Construct{Path: path, ID: c.ID, Label: fields(st, path+".label", c.Label), Items: []Item{}, Unnamed: placeholder.MatchString(c.Label[st.Body()])}
		for j, it := range c.Items {
			at := fmt.Sprintf("%s.items[%d]", path, j)
			own.Items = append(own.Items, Item{Path: at, ID: it.ID, Statement: fields(st, at+".statement", it.Statement), Reverse: it.Reverse})
		}
		f.Constructs = append(f.Constructs, own)
	}
	for i, g := range st.Profile {
		f.Profile = append(f.Profile, Field{Path: fmt.Sprintf("profile[%d]", i), Value: g.Column})
	}
	out.Form = f
	return out
}

// fields are a text as it is understood.
func fields(st *study.Study, path string, t lang.Text) []Field {
	keyed := slices.ContainsFunc(lang.All, func(l lang.Tag) bool { return st.Given(path + "." + string(l)) })
	return inLanguages(path, t, keyed, st.Languages, nil)
}

// scales are those that the study file writes, one of all constructs and those of their own.
func scales(st *study.Study, text []byte) []Scale {
	var raw map[string]any
	_ = yaml.Unmarshal(text, &raw) // a file that is no such thing has its error
	out := []Scale{}
	if raw["scale"] != nil {
		out = append(out, scaleOf("scale", raw["scale"], st.Scale, st.Languages))
	}
	written, _ := raw["constructs"].([]any)
	for i, c := range st.Constructs[:min(len(st.Constructs), len(written))] {
		if m, ok := written[i].(map[string]any); ok && m["scale"] != nil {
			out = append(out, scaleOf(fmt.Sprintf("constructs[%d].scale", i), m["scale"], c.Scale, st.Languages))
		}
	}
	return out
}

// scaleOf is a scale as it is written, in a list of points or otherwise.
func scaleOf(path string, written any, known study.Scale, languages []lang.Tag) Scale {
	s := Scale{Path: path, Ordered: true, Points: []Point{}}
	list, ok := written.([]any)
	for i, p := range list {
		m, _ := p.(map[string]any)
		if m["value"] == nil {
			ok = false
			break
		}
		value := fmt.Sprint(m["value"])
		if _, isNumber := m["value"].(int); !isNumber {
			s.Ordered, value = false, ""
		}
		s.Points = append(s.Points, Point{Path: fmt.Sprintf("%s[%d].value", path, i), Value: value, Label: pointLabel(m, languages), names: pointNames(m), also: texts(m["also"])})
	}
	if !ok {
		s.Points = []Point{}
		for _, p := range slices.Backward(known.Points) {
			s.Points = append(s.Points, Point{Value: fmt.Sprint(known.InFile(p.Value)), Label: p.Label[languages[0]]})
		}
	}
	return s
}

// pointLabel is what a point is called in the study file.
func pointLabel(m map[string]any, languages []lang.Tag) string {
	for _, key := range []string{"label", "code"} {
		switch v := m[key].(type) {
		case nil:
		case map[string]any:
			for _, l := range append(slices.Clone(languages), lang.All...) {
				if text, ok := v[string(l)]; ok {
					return fmt.Sprint(text)
				}
			}
		default:
			return fmt.Sprint(v)
		}
	}
	return ""
}

// pointNames are all names of a point in the study file.
func pointNames(m map[string]any) (out []string) {
	for _, key := range []string{"label", "code"} {
		switch v := m[key].(type) {
		case nil:
		case map[string]any:
			for _, text := range v {
				out = append(out, fmt.Sprint(text))
			}
		default:
			out = append(out, fmt.Sprint(v))
		}
	}
	return out
}

// byCohort reports a study that asks for a report of each cohort.
func byCohort(st *study.Study) bool {
	return st.Reports == "by-cohort" && st.Responses.Cohort != ""
}
