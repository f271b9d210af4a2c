package study

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"wogreport/internal/diag"
	"wogreport/internal/lang"
)

// check finds what is wrong between keys, and fills in what one key takes
// from another.
func (d *decoder) check(s *Study) {
	if s.Kind == "evaluation" && !d.given("languages") {
		s.Languages = []lang.Tag{lang.ID} // an office writes to its own people
	}
	d.checkAgency(s)
	if why := badName(s.Name); why != "" {
		d.Errorf(s.At("name"), "bad-value", "the outputs cannot be named %q: the name %s", excerpt(s.Name), why)
	}
	if s.Title.IsZero() && d.whole("title") {
		d.Errorf(d.pos["title"], "missing-key", `"title" is empty`)
	}
	d.checkLanguages(s)
	d.checkConstructs(s)
	d.checkGroups(s)
	d.checkInterpretation(s)
	d.checkScores(s)
	d.checkResponses(s)
	d.checkCohorts(s)
	d.checkNumber(s)
	d.checkSections(s)
	d.checkPublished(s)
	d.checkTranslations(s)
	if s.Layout.Parallel && len(s.Languages) == 1 {
		d.Warnf(d.pos["layout.parallel"], "one-language", "layout.parallel has no effect in a report of one language")
		d.Hintf("name both under  languages: [id, en]")
	}
	d.checkPrivacy(s)
	d.checkAssumed(s)
}

// checkPrivacy warns of small counts that privacy.min_group leaves to be seen, and of
// what privacy.min_cell leaves without effect, since it would tell them.
func (d *decoder) checkPrivacy(s *Study) {
	if !s.Privacy.HidesCells() {
		if len(s.Profile) > 0 && s.Privacy.MinGroup > 1 && d.given("privacy.min_group") && !d.given("privacy.min_cell") {
			d.Warnf(d.pos["privacy.min_group"], "small-counts", "min_group does not govern the table of who answered: its counts may be smaller")
			d.Hintf("min_cell: %d  beside it leaves that table out where a count is smaller, and hides small counts of answers;  min_cell: 0  says that they may be shown", s.Privacy.MinGroup)
		}
		return
	}
	if len(s.Groups) > 0 {
		d.Warnf(d.pos["groups"], "without-min-cell", "groups are not compared where privacy.min_cell is set: figures of groups could tell small counts")
	}
	if s.Scores.On() {
		d.Warnf(d.pos["scores"], "without-min-cell", "respondents are not put into classes of scores where privacy.min_cell is set: mean and standard deviation of the sum could tell small classes")
	}
	if slices.Contains(s.Responses.Exclude, "straightliners") {
		d.Warnf(d.pos["responses.exclude"], "without-min-cell", "straightliners are not left out where privacy.min_cell is set: that none is left could tell small counts")
	}
	if s.Workbook.Answers {
		d.Warnf(d.pos["workbook.answers"], "without-min-cell", "workbook.answers has no effect where privacy.min_cell is set: the coded answers hold every count")
	}
	if s.Embeds("answers") {
		d.Warnf(d.pos["embed"], "without-min-cell", "the answers are not embedded where privacy.min_cell is set: they hold every count")
	}
}

func (d *decoder) given(path string) bool {
	_, ok := d.pos[path]
	return ok
}

// whole reports whether a key is given and was read: what is missing in a
// value that is reported as wrong already is not worth a second message.
func (d *decoder) whole(path string) bool { return d.given(path) && !d.wrong[path] }

func (d *decoder) checkLanguages(s *Study) {
	for i, l := range s.Languages {
		if slices.Contains(s.Languages[:i], l) {
			d.Errorf(s.At("languages"), "bad-value", "the language %s is given twice", l)
		}
	}
	if len(s.Languages) == 0 {
		if d.whole("languages") {
			d.Errorf(s.At("languages"), "bad-value", `"languages" must name at least one of %s`, strings.Join(lang.Names(), ", "))
		}
		s.Languages = []lang.Tag{lang.ID, lang.EN}
	}
	for i, o := range s.Outputs {
		if slices.Contains(s.Outputs[:i], o) {
			d.Errorf(s.At("outputs"), "bad-value", "the output %s is given twice", o)
		}
	}
	for i, e := range s.Embed {
		if slices.Contains(s.Embed[:i], e) {
			d.Errorf(s.At("embed"), "bad-value", "%s is to be embedded twice", e)
		}
	}
}

func (d *decoder) checkConstructs(s *Study) {
	if len(s.Constructs) == 0 && d.whole("constructs") {
		d.Errorf(d.pos["constructs"], "missing-key", "a study needs at least one construct")
	}
	constructs, items := ids{}, ids{}
	for i := range s.Constructs {
		c := &s.Constructs[i]
		path := fmt.Sprintf("constructs[%d]", i)
		d.checkID(constructs, "construct", c.ID, path)
		if d.written(path+".label", c.Label) && c.Label.IsZero() {
			c.Label = lang.Same(c.ID)
		}
		if len(c.Items) == 0 && d.whole(path+".items") {
			d.Errorf(d.pos[path+".items"], "missing-key", "a construct needs at least one item")
		}
		switch {
		case d.given(path + ".scale"):
		case d.given("scale"):
			c.Scale = s.Scale
			if c.Direction == "" {
				c.Direction = s.Direction
			}
		default:
			d.Errorf(d.pos[path], "missing-key", "the construct has no scale, and neither has the study")
			d.Hintf("give the study a scale, such as  scale: {min: 1, max: 5}")
		}
		for j := range c.Items {
			item := fmt.Sprintf("%s.items[%d]", path, j)
			d.checkItem(items, &c.Items[j], item)
			if c.Items[j].Reverse {
				d.checkReversible(c.Scale, d.pos[item+".reverse"])
			}
		}
		d.turn(&c.Scale, c.Direction, path)
		switch {
		case c.Division.given():
			d.divide(&c.Scale, c.Division, path)
		case !d.given(path + ".scale"):
			before := len(d.List)
			d.divide(&c.Scale, s.Division, "")
			d.List = d.List[:before] // what is wrong is reported once, of the study's scale
		}
	}
	d.turn(&s.Scale, s.Direction, "")
	if s.Division.given() && !d.given("scale") {
		d.Errorf(d.pos[[]string{"split", "neutral"}[min(1, len(s.Division.Neutral))]], "bad-value", "the study has no scale of its own to divide")
		d.Hintf("write it in the construct, beside its scale")
	}
	d.divide(&s.Scale, s.Division, "")
}

// turn numbers a scale upwards whose direction is down.
func (d *decoder) turn(sc *Scale, direction, path string) {
	if direction != "down" || len(sc.Points) < 2 {
		return
	}
	at, own := d.pos[join(path, "direction")]
	if missing, ok := sc.irreversible(); ok {
		if own { // the study's own is reported once, with its own scale
			d.notReversible(*sc, missing, at)
		}
		return
	}
	turned := Scale{Bare: sc.Bare, Down: true}
	for _, p := range slices.Backward(sc.Points) {
		p.Value = sc.Min() + sc.Max() - p.Value
		turned.Points = append(turned.Points, p)
	}
	*sc = turned
}

// checkReversible reports a scale that cannot be scored in reverse.
func (d *decoder) checkReversible(sc Scale, at diag.Pos) {
	if value, ok := sc.irreversible(); ok {
		d.notReversible(sc, value, at)
	}
}

func (d *decoder) notReversible(sc Scale, value int, at diag.Pos) {
	mirror := sc.Min() + sc.Max() - value
	d.Errorf(at, "bad-value", "the scale cannot be reversed: it has %d but not %d + %d - %d = %d", value, sc.Min(), sc.Max(), value, mirror)
	d.Hintf("number the points evenly, such as 1, 2, 3, 4, or recode the column before")
}

// irreversible is the first value x of a scale for which min + max - x is no
// point, so that nothing on it can be scored in reverse.
func (s Scale) irreversible() (value int, ok bool) {
	for _, p := range s.Points {
		if !s.has(s.Min() + s.Max() - p.Value) {
			return p.Value, true
		}
	}
	return 0, false
}

// written reports a text that is given without a word as wrong: who takes its words away does
// not mean that an id is printed in their place.
func (d *decoder) written(path string, t lang.Text) bool {
	keyed, ok := false, true
	empty := func(path string) {
		d.Errorf(d.pos[path], "bad-value", "%s must not be empty", subject(path))
		ok = false
	}
	for _, l := range lang.All {
		if own := path + "." + string(l); d.given(own) {
			if keyed = true; t[l] == "" {
				empty(own)
			}
		}
	}
	if !keyed && d.whole(path) && t.IsZero() {
		empty(path)
	}
	return ok
}

func (d *decoder) checkItem(seen ids, i *Item, path string) {
	d.checkID(seen, "item", i.ID, path)
	if !d.written(path+".statement", i.Statement) || !d.written(path+".label", i.Label) {
		return
	}
	if i.Statement.IsZero() {
		i.Statement = i.Label
	}
	if i.Statement.IsZero() {
		i.Statement = lang.Same(i.ID)
	}
	if i.Label.IsZero() {
		i.Label = i.Statement
	}
	if i.Caption.IsZero() {
		i.Caption = i.Label
	}
}

// ids are ids seen so far, in small letters, with their places: P1.svg and
// p1.svg are one file on Windows.
type ids map[string]diag.Pos

func (d *decoder) checkID(seen ids, of, id, path string) {
	at, ok := d.pos[path+".id"]
	if !ok {
		at = d.pos[path]
	}
	folded := strings.ToLower(id)
	switch first, twice := seen[folded]; {
	case id == "": // reported where it was read
		return
	case slices.Contains(reservedIDs, folded):
		d.Errorf(at, "bad-value", "the id %q is a name the report uses itself", id)
		d.Hintf("reserved are %s", strings.Join(reservedIDs, ", "))
	case !safeID(id):
		d.Errorf(at, "bad-value", "%q cannot be the id of %s %s", excerpt(id), article(of), of)
		d.Hintf("an id has letters, digits, _ - and . only and starts with a letter or digit; the header of the answers goes into column")
	case twice:
		d.Errorf(at, "bad-value", "two %ss have the id %q", of, id)
		d.Hintf("the first stands in line %d; capitals make no difference", first.Line)
	}
	if _, twice := seen[folded]; !twice {
		seen[folded] = at
	}
}

func article(noun string) string {
	if strings.ContainsAny(noun[:1], "aeiou") {
		return "an"
	}
	return "a"
}

func (d *decoder) checkResponses(s *Study) {
	if d.given("responses.file") && d.given("responses.files") {
		d.Errorf(d.pos["responses.files"], "bad-value", "responses has both file and files")
		d.Hintf("put all names into files")
	}
	if len(s.Responses.Files) == 0 && d.whole("responses") && !d.wrong["responses.file"] && !d.wrong["responses.files"] {
		d.Errorf(d.pos["responses"], "missing-key", "responses needs the name of a file")
		d.Hintf("such as  responses: {file: data/responses.csv}")
	}
	for i, f := range s.Responses.Files {
		if slices.Contains(s.Responses.Files[:i], f) {
			d.Errorf(s.FileAt(i), "bad-value", "the file %s is given twice", f)
		}
	}
	if s.Responses.Cohorts != nil && s.Responses.Cohort == "" {
		s.Responses.Cohort = defaultCohort
	}
	d.checkNoPoints(s, "missing", "counts as missing", s.Responses.Missing)
	d.checkNoPoints(s, "outside", "is outside the scale", s.Responses.Outside)
	for i, o := range s.Responses.Outside {
		if slices.ContainsFunc(s.Responses.Missing, func(m string) bool { return FoldLabel(m) == FoldLabel(o) }) {
			d.Errorf(d.entryAt("responses.outside", i), "bad-value", "%q is both missing and outside the scale", excerpt(o))
			d.Hintf("missing is no answer at all; outside is an answer that is no point, and is counted and shown")
		}
	}
	if long := s.Responses.Long; long.Answer != "" && long.Respondent == "" && long.Item == "" {
		d.Errorf(d.pos["responses.long"], "missing-key", "long answers need the column of the respondents, or that of the items")
	}
	if s.Responses.Long != (Long{}) && d.given("responses.header") && s.Responses.Header < 0 {
		d.Errorf(d.pos["responses.long"], "bad-value", "long answers need a header that names their columns")
	}
}

// checkNoPoints reports texts that are said to be no points of a scale and are.
func (d *decoder) checkNoPoints(s *Study, key, what string, texts []string) {
	for i, m := range texts {
		for _, c := range s.Constructs {
			if v, ok := c.Scale.named(m); ok {
				d.Errorf(d.entryAt("responses."+key, i), "bad-value", "%q %s, but it is the point %d of the scale", excerpt(m), what, v)
				break
			}
		}
	}
}

// entryAt is the place of an entry of a list that may be written as its only one.
func (d *decoder) entryAt(path string, i int) diag.Pos {
	if at, ok := d.pos[fmt.Sprintf("%s[%d]", path, i)]; ok {
		return at
	}
	return d.pos[path]
}

func (d *decoder) checkSections(s *Study) {
	for _, name := range studySections() {
		t, ok := s.Sections[name]
		if !ok {
			continue
		}
		for _, l := range s.Languages {
			if !t.Has(l) {
				d.Warnf(s.PlaceIn("sections."+name, l), "section-missing", "the section %s has no file for the language %s and is left out there", name, l)
			}
		}
	}
}

// SectionNames are the names of the sections that a study gives in one of its
// languages, in the order of the reports.
func (s *Study) SectionNames() []string {
	var out []string
	for _, name := range studySections() {
		if slices.ContainsFunc(s.Languages, s.Sections[name].Has) {
			out = append(out, name)
		}
	}
	return out
}

// OwnText is the text of a section that stands in the study file itself, in lines of
// its own; false for the name of a file.
func OwnText(section string) (string, bool) { return section, strings.Contains(section, "\n") }

// studySections are the names of the sections in the order of the reports.
var studySections = sync.OnceValue(func() []string { return sectionsShape().spec.names() })
