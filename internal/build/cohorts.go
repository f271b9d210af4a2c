package build

import (
	"bytes"
	"fmt"
	"slices"

	"wogreport/internal/analysis"
	"wogreport/internal/cohorts"
	"wogreport/internal/compare"
	"wogreport/internal/diag"
	"wogreport/internal/lang"
	"wogreport/internal/responses"
	"wogreport/internal/results"
	"wogreport/internal/study"
)

// Cohorts are the reports of a study's cohorts, before they are made.
type Cohorts struct {
	Study  *study.Study
	Column string   // that tells the cohorts
	Each   []Cohort // in the order of the reports: as the study lists them, then as the answers do

	formats     []string
	input       *Input
	fingerprint fingerprint
}

// Cohort is one of them.
type Cohort struct {
	Name         string
	Participants int // 0: unknown
	Respondents  int // 0 where the number must not be told

	known            study.Cohort
	placed, numbered bool // as a compare.Summary has them

	answers responses.Cohort // its table goes when the report is made
	summary *compare.Summary // what the comparison needs; nil without a report
}

// CohortOptions say what is reported by cohort.
type CohortOptions struct {
	Column  string   // "" for the one that the study names
	At      diag.Pos // the place that names Column
	Formats []string // none: those that the study asks for
}

// Cohorts reads the answers and splits them by cohort. Cohorts are nil where
// the answers could not be read or split; with errors in the list none of them
// may be reported.
func (in *Input) Cohorts(opt CohortOptions) (*Cohorts, diag.List) {
	st, ds := in.Study, in.loaded()
	if !in.readable() {
		return nil, ds
	}
	if opt.Column == "" {
		opt.Column, opt.At = st.Responses.Cohort, st.At("responses.cohort")
	}
	if opt.Column == "" {
		ds.Errorf(st.At("responses"), "no-cohorts", "--by names no column, and the study has no responses.cohort either")
		ds.Hintf("name the column that tells the cohorts: --by=Angkatan, or  responses: {…, cohort: Angkatan}")
		return nil, ds
	}
	in.Files.Sum()
	known, l := cohorts.Read(st, in.Files)
	ds.Add(l...)
	split, l := in.answers.By(opt.Column, opt.At)
	ds.Add(l...)
	var names []string
	for _, c := range split.Each {
		names = append(names, c.Name)
	}
	own, l := cohorts.Match(known, names, st.At("cohorts"))
	if !ds.HasErrors() { // else the names may be wrong altogether
		ds.Add(l...)
	}
	settings := *st
	if st.Workbook.Answers {
		settings.Workbook.Answers = false
		ds.Warnf(st.At("workbook.answers"), "no-answers-by-cohort", "workbook.answers has no effect on reports by cohort: they never hold the coded answers")
	}
	if st.Embeds("answers") {
		settings.Embed = slices.DeleteFunc(slices.Clone(st.Embed), func(what string) bool { return what == "answers" })
		ds.Warnf(st.At("embed"), "no-answers-by-cohort", "the answers are not embedded in reports by cohort, which never hold them")
	}
	c := &Cohorts{Study: &settings, Column: opt.Column, formats: opt.Formats, input: in}
	if len(c.formats) == 0 {
		c.formats = st.Outputs
	}
	inOrder, sequence := order(known, names, opt.Column)
	for _, i := range inOrder {
		listed := placed(known, own[i])
		c.Each = append(c.Each, Cohort{
			Name:         names[i],
			Participants: own[i].Population,
			Respondents:  shown(split.Each[i].Table.Answered(), st.Privacy.MinGroup),
			known:        own[i],
			placed:       listed || sequence != study.NoSequence,
			numbered:     !listed && sequence == study.ByNumber,
			answers:      split.Each[i],
		})
	}
	if !ds.HasErrors() {
		ds.Add(analysis.Reversals(st, split.Together())...)
		ds.Add(analysis.Repeated(st, split.Together())...)
	}
	c.fingerprint = newFingerprint(in, &settings, c.formats, &ds)
	return c, ds
}

// DoubtfulCohorts is how many cohorts there are, and what is wrong with what is known of them,
// before their reports are made. What is wrong with one of them is a warning that says what it
// costs: the others have their reports.
func (in *Input) DoubtfulCohorts() (int, diag.List) {
	c, ds := in.Cohorts(CohortOptions{})
	if c == nil {
		return 0, ds
	}
	for _, each := range c.Each {
		own := append(diag.List{}, each.known.Problems...)
		checkPopulation(c.Study.ForCohort(each.known), each.answers.Table, &own)
		for _, d := range own {
			if d.Severity == diag.Error {
				d.Severity, d.Message = diag.Warning, fmt.Sprintf("the cohort %q gets no report: %s", each.Name, d.Message)
			}
			ds.Add(d)
		}
	}
	return len(c.Each), ds
}

// Table is a workbook to fill in with what is known of each cohort, in their order; its
// heads are in a language.
func (c *Cohorts) Table(l lang.Tag) (name string, data []byte, err error) {
	var each []study.Cohort
	for _, e := range c.Each {
		own := e.known
		own.Name = e.Name
		each = append(each, own)
	}
	data, err = cohorts.Template(each, l)
	return cohorts.TemplateName(l), data, err
}

// order is the indexes of names: first those that are listed, in the order of
// the list, then the others. The sequence is what the names tell of that order.
func order(known []study.Cohort, names []string, column string) ([]int, study.Sequence) {
	place := map[string]int{}
	for i, c := range known {
		place[c.Name] = i + 1
	}
	out := make([]int, len(names))
	for i := range out {
		out[i] = i
	}
	listed := false
	rank := func(i int) int {
		if p := place[names[i]]; p > 0 {
			listed = true
			return p
		}
		return len(known) + 1
	}
	slices.SortStableFunc(out, func(i, j int) int { return rank(i) - rank(j) })
	sequence, after := study.SequenceOf(names, column)
	if !listed && sequence == study.ByTime && slices.IsSortedFunc(names, study.CompareNames) { // no order of the author's own
		slices.SortStableFunc(out, func(i, j int) int { return after(names[i], names[j]) })
	}
	if !slices.IsSortedFunc(out, func(i, j int) int { return after(names[i], names[j]) }) {
		return out, study.NoSequence
	}
	return out, sequence
}

// placed reports whether a cohort is one of a list.
func placed(list []study.Cohort, c study.Cohort) bool {
	return slices.ContainsFunc(list, func(o study.Cohort) bool { return o.Name == c.Name })
}

// Plan is what is known of a cohort's report before it is made.
type Plan struct {
	Problems    diag.List // of the cohort; with errors among them there is no report
	Withheld    bool      // the cohort is too small for a report
	Fingerprint string    // of all that the report follows from; "" without one
	// Make makes the report, or says what is wrong; nil without one.
	Make func() ([]Output, diag.List)
}

// Plan looks at the i-th cohort, once: it takes the cohort's answers. It may
// be called for several at a time.
func (c *Cohorts) Plan(i int) Plan {
	each := &c.Each[i]
	st, table := c.Study.ForCohort(each.known), each.answers.Table
	each.answers.Table = nil
	p := Plan{Problems: slices.Concat(each.known.Problems, each.answers.Problems)}
	if !p.Problems.HasErrors() {
		checkPopulation(st, table, &p.Problems)
	}
	p.Withheld = withheld(table, st.Privacy.MinGroup, p.Problems)
	if p.Withheld || p.Problems.HasErrors() {
		return p
	}
	b := &Built{Study: st, Table: table, Results: analysis.Run(st, table), files: c.input.Files}
	if slices.Contains(c.formats, "docx") {
		b.template = c.input.word
	}
	var numbers bytes.Buffer
	if err := results.Encode(&numbers, b.Results); err != nil {
		panic(err) // into memory it cannot fail
	}
	b.json = numbers.Bytes()
	summary := compare.Of(st, b.Results)
	summary.Unplaced, summary.Numbered = !each.placed, each.numbered
	each.summary = &summary
	p.Fingerprint = c.fingerprint.of(each.known, b.json, b.comments())
	p.Make = func() ([]Output, diag.List) {
		ds := b.compose(c.formats)
		if ds.HasErrors() {
			return nil, ds
		}
		return b.Outputs(c.formats), ds
	}
	return p
}
