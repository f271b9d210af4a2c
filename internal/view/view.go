// Package view owns what a template sees: the study and its results in one
// language, as fields, methods and functions. It knows nothing of pages.
package view

import (
	"slices"
	"strconv"
	"strings"

	"wogreport/internal/analysis"
	"wogreport/internal/finding"
	"wogreport/internal/lang"
	"wogreport/internal/markdown"
	"wogreport/internal/study"
	"wogreport/internal/words"
)

// The views are what a template sees: the study and its results in one
// language. Texts are Markdown source, safe to stand anywhere in a line;
// numbers stay numbers until a function of the template formats them.

// View is the "." of a report's template.
type View struct {
	Lang         lang.Tag
	Title        string
	ShortTitle   string // over the pages; "" for the whole one
	Program      string // what an evaluation is about, as a sentence names it
	Cohort       string // that the report is about, "" for all
	Agency       AgencyView
	Record       RecordView
	LegalBasis   []string
	Past         bool       // an abstract tells of it, in the past tense where the language has one
	Abstracts    []lang.Tag // the languages of the abstracts, in order
	Method       MethodView
	N            int
	Answered     int // of N, those who answered some item
	Responded    int // Answered and those whose answers are left out because they are all the same
	Population   int
	Respondents  string         // "peserta pelatihan"
	Members      string         // the same, "" where the study has no word for them
	People       string         // the same, or "orang" where the study has no word for them
	Rate         analysis.Value // of response, percent
	Margin       analysis.Value // of error, percent
	MarginN      int            // answers that Margin is for, the fewest to an item
	Quality      analysis.Quality
	Assumed      []string // what the study left open and its author went on with
	Said         []string // what a draft concluded from the answers: the ends of the terms said.…
	Synthetic    bool
	Random       bool // the sample is a probability sample, or everybody answered
	Census       bool // everybody answered some item
	Constructs   []*ConstructView
	Items        []*ItemView // of all constructs
	EachItem     bool        // each item has a part of its own
	ManyStraight bool        // so many rows give one answer throughout that it raises alpha
	MostStraight bool        // more than half of the rows do
	// Sentences of caveats about the sample and about its intervals.
	SampleCaveats, IntervalCaveats []string
	Comments                       bool // there are comments to list
	Languages                      []lang.Tag
	HasSources                     bool                // there may be a reference list; an empty one is left out, with its heading
	Appendix                       bool                // the full item analysis is asked for
	Interpretation                 *InterpretationView // nil where the study does not ask for it
	Groups                         []*GroupingView     // what the study compares by
	Relations                      []*RelationView     // of every two constructs
	RelationCharts                 []string            // links to the map of them
	Significance                   float64             // of tests
	Profile                        []*ProfileView      // who answered, by the study's columns
	ProfileCharts                  []string            // links to the charts of it
	ScoreCharts                    []string            // and to those of the classes of scores
	IKM                            *IKMView            // nil where the study does not ask for it
	Importance                     *ImportanceView     // nil where no items are paired
	Comparison                     *ComparisonView     // of cohorts; nil in the report of one, or of all
	// SectionFunc carries out the author's own section of a name.
	SectionFunc func(name string) (string, error)
}

// Section is the author's own section in the view's language, its template
// functions carried out, or "" where study.yaml names none.
func (v *View) Section(name string) (string, error) { return v.SectionFunc(name) }

// Everyone reports whether the whole population answered, though some answers may be left out.
func (v *View) Everyone() bool { return v.Census || v.Population > 0 && v.Responded == v.Population }

// FewAnswers reports whether so few people answered that a caution is due.
func (v *View) FewAnswers() bool { return v.Answered < finding.SmallN }

// First is the study's first construct.
func (v *View) First() *ConstructView { return v.Constructs[0] }

// Several reports whether the study has more than one construct.
func (v *View) Several() bool { return len(v.Constructs) > 1 }

// ScaleGroup is a scale with the constructs that are answered on it.
type ScaleGroup struct{ Constructs []*ConstructView }

// First is the group's first construct.
func (g *ScaleGroup) First() *ConstructView { return g.Constructs[0] }

// Scales are the study's different scales.
func (v *View) Scales() []*ScaleGroup {
	var out []*ScaleGroup
next:
	for _, c := range v.Constructs {
		for _, g := range out {
			if sameLabels(g.First().Answers, c.Answers) {
				g.Constructs = append(g.Constructs, c)
				continue next
			}
		}
		out = append(out, &ScaleGroup{[]*ConstructView{c}})
	}
	return out
}

// ConstructExtremes are the constructs at the two ends of a ranking.
type ConstructExtremes struct {
	finding.Extremes[*ConstructView]
}

// SaysWhose reports whether a construct's label ends in whose view it is: "kepentingan menurut
// responden". Its end is no part of a list after "pandangan responden tentang".
func (v *View) SaysWhose() bool {
	return slices.ContainsFunc(v.Constructs, func(c *ConstructView) bool {
		label := strings.ToLower(c.Label)
		return slices.ContainsFunc(lang.Of(v.Lang).ByWhom, func(by string) bool {
			return strings.HasSuffix(label, strings.ToLower(" "+by+" "+v.Respondents))
		})
	})
}

// Rated are the constructs that were rated, not those of how important something is.
func (v *View) Rated() []*ConstructView {
	return v.constructs(func(c *ConstructView) bool {
		return v.Importance == nil || !slices.ContainsFunc(v.Importance.Pairs, func(p *PairedView) bool { return slices.Contains(c.Items, p.Wanted) })
	})
}

// UnreliableRated are those of them with a mean whose scale is not shown to be reliable.
func (v *View) UnreliableRated() []*ConstructView {
	return slices.DeleteFunc(v.Rated(), func(c *ConstructView) bool { return !c.Unreliable() || c.ItemMean.Reason() != analysis.Defined })
}

// UncertainAlphas are the constructs whose alpha exceeds its threshold, but not with
// certainty.
func (v *View) UncertainAlphas() []*ConstructView {
	return v.constructs((*ConstructView).BelowThreshold)
}

// AnyPartial is ConstructView.Partial of some construct that was rated.
func (v *View) AnyPartial() bool { return slices.ContainsFunc(v.Rated(), (*ConstructView).Partial) }

func (v *View) constructs(keep func(*ConstructView) bool) []*ConstructView {
	return slices.DeleteFunc(slices.Clone(v.Constructs), func(c *ConstructView) bool { return !keep(c) })
}

// Ranked are those of Rated whose mean may be set beside others: a negative alpha forbids that.
func (v *View) Ranked() []*ConstructView {
	return slices.DeleteFunc(v.Rated(), (*ConstructView).AlphaNegative)
}

// ConstructMeans ranks the constructs of Ranked by ItemMean; there is no ranking of means on
// different scales.
func (v *View) ConstructMeans() ConstructExtremes {
	var e ConstructExtremes
	if v.SameScale() && !v.AnyHidden() {
		e.Extremes = finding.Ends(v.Ranked(), 2, func(c *ConstructView) analysis.Value { return c.ItemMean })
	}
	return e
}

// SameScale reports whether all constructs are answered on one scale.
func (v *View) SameScale() bool { return len(v.Scales()) == 1 }

// FewAnswered are items of whose answers there are so few that caution is due, with the
// fewest and the most of these answers.
type FewAnswered struct {
	Items       []*ItemView
	Least, Most int
}

// FewAnswered are those where there are more respondents, nil for none; of few respondents
// the same is said of all items at once.
func (v *View) FewAnswered() *FewAnswered {
	few := FewAnswered{}
	for _, it := range v.Items {
		if !it.SmallSample || it.N == 0 {
			continue
		}
		if few.Most = max(few.Most, it.N); len(few.Items) == 0 || it.N < few.Least {
			few.Least = it.N
		}
		few.Items = append(few.Items, it)
	}
	if len(few.Items) == 0 || v.FewAnswers() {
		return nil
	}
	return &few
}

// NothingComputed reports whether no item has an r and no construct an alpha, and none is
// withheld.
func (v *View) NothingComputed() bool {
	return !slices.ContainsFunc(v.Constructs, func(c *ConstructView) bool {
		_, ok := c.Alpha.Get()
		return ok || c.AnyHidden() || slices.ContainsFunc(c.Items, func(it *ItemView) bool { _, ok := it.R.Get(); return ok })
	})
}

// AllMeans reports whether every construct has a mean to tell.
func (v *View) AllMeans() bool {
	return !slices.ContainsFunc(v.Constructs, func(c *ConstructView) bool { _, ok := c.ItemMean.Get(); return !ok })
}

// AnyHidden reports whether something is withheld of an item, for privacy.
func (v *View) AnyHidden() bool {
	return slices.ContainsFunc(v.Constructs, func(c *ConstructView) bool { return c.AnyHidden() })
}

// Hidden are the items of constructs of which something is withheld, so that there is
// no verdict on them to tell.
func (v *View) Hidden() []*ItemView {
	var out []*ItemView
	for _, c := range v.Constructs {
		if c.AnyHidden() {
			out = append(out, c.Undecided()...)
		}
	}
	return out
}

// Dichotomous is ConstructView's, of all constructs.
func (v *View) Dichotomous() bool {
	return !slices.ContainsFunc(v.Constructs, func(c *ConstructView) bool { return !c.Dichotomous() })
}

// AnyDichotomous is the same of some construct.
func (v *View) AnyDichotomous() bool {
	return slices.ContainsFunc(v.Constructs, (*ConstructView).Dichotomous)
}

// AllReliable reports whether every construct passed the reliability test.
func (v *View) AllReliable() bool {
	for _, c := range v.Constructs {
		if c.Reliable != analysis.Pass {
			return false
		}
	}
	return true
}

// InPast is the same for an abstract.
func (v *View) InPast() *View {
	past := *v
	past.Past = true
	return &past
}

// ByConstruct reports whether the valid items of each construct are told by themselves.
func (v *View) ByConstruct() bool {
	return v.Several() && len(v.Constructs) <= 3 && len(v.Hidden())+len(v.Undecided()) == 0
}

// AnyMissing and AnyReversed are about the items of all constructs.
func (v *View) AnyMissing() bool {
	for _, c := range v.Constructs {
		if c.AnyMissing() {
			return true
		}
	}
	return false
}

// AnyReversed reports whether an item of the study is scored in reverse.
func (v *View) AnyReversed() bool {
	for _, c := range v.Constructs {
		if c.AnyReversed() {
			return true
		}
	}
	return false
}

// Valid, Invalid and Undecided are the items by their verdict.
func (v *View) Valid() []*ItemView     { return byVerdict(v.Items, analysis.Pass) }
func (v *View) Invalid() []*ItemView   { return byVerdict(v.Items, analysis.Fail) }
func (v *View) Undecided() []*ItemView { return byVerdict(v.Items, analysis.NoVerdict) }

// AgencyView is the office that owes an evaluation, in one language.
type AgencyView struct{ Parent, Name, Address, Contact string }

// RecordView is what makes a report a document, in one language. Date is
// written out, Year in digits; both are empty without a date.
type RecordView struct{ Number, Place, Date, Year string }

func recordView(st *study.Study, w *words.Words) RecordView {
	r, l := st.Record, w.Language
	v := RecordView{Number: markdown.Escape(st.DocumentNumber()), Place: Source(st, "document.place", r.Place, w)}
	if !r.Date.IsZero() {
		v.Date, v.Year = lang.Date(l, r.Date), strconv.Itoa(r.Date.Year())
	}
	return v
}

// Theirs reports whether each construct's label says whose it is: "passenger satisfaction" of passengers.
func (v *View) Theirs() bool {
	whose := []string{v.Respondents}
	if one, ok := strings.CutSuffix(v.Respondents, "s"); ok && v.Lang == lang.EN {
		whose = append(whose, one)
	}
	return !slices.ContainsFunc(v.Constructs, func(c *ConstructView) bool {
		return !slices.ContainsFunc(whose, func(w string) bool { return strings.Contains(strings.ToLower(c.Label), strings.ToLower(w)) })
	})
}

// AnyComparable reports whether the groups of some column are compared.
func (v *View) AnyComparable() bool {
	for _, g := range v.Groups {
		if g.Comparable() {
			return true
		}
	}
	return false
}

// AnyTwo reports whether some two groups are compared, AnyMore whether some more are.
func (v *View) AnyTwo() bool {
	return slices.ContainsFunc(v.Groups, func(g *GroupingView) bool { return g.Comparable() && g.Two() })
}

// AnyMore reports whether more than two groups are compared.
func (v *View) AnyMore() bool {
	return slices.ContainsFunc(v.Groups, func(g *GroupingView) bool { return g.Comparable() && !g.Two() })
}

// AnyAlike reports whether some groups show no difference in a construct.
func (v *View) AnyAlike() bool {
	return slices.ContainsFunc(v.Groups, func(g *GroupingView) bool {
		return slices.ContainsFunc(g.Compared, func(c *GroupedView) bool {
			return c.Difference == finding.NoneShown || c.Difference == finding.Unclear
		})
	})
}

// AnyPairs reports whether pairs of groups are compared and told of, or shown.
func (v *View) AnyPairs() bool {
	return slices.ContainsFunc(v.Groups, func(g *GroupingView) bool {
		return slices.ContainsFunc(g.Compared, func(c *GroupedView) bool {
			return len(c.Pairs) > 0 && (v.Appendix || c.Difference.Differs() || len(c.PairsDiffering) > 0)
		})
	})
}

// MethodView is the method of the study in one language.
type MethodView struct {
	Place, Period, Instrument string
	Sampling                  string // the author's words, "" when not given
	SamplingKind              string // of study.Sampling*
	Partial                   bool   // only some of the population were asked
	Year                      bool   // Period is a year alone
}

// The captions and descriptions of charts that may take several pages see what
// the chart is about, and which part of it this is: 1, 2, …, or 0 where there is one.
type (
	// PartView is of a chart about a construct.
	PartView struct {
		Construct *ConstructView
		Part      int
	}
	// GroupPartView is of a chart of groups' means.
	GroupPartView struct {
		Grouping *GroupingView
		Compared []*GroupedView // in a description: what the chart shows
		Part     int
	}
	// ComparisonPartView is of a chart that compares cohorts.
	ComparisonPartView struct {
		Comparison *ComparisonView
		Construct  *ScoreView // nil where the chart is about all
		Part       int
	}
)

// viewOf is what the study itself says in language l.
func viewOf(st *study.Study, l lang.Tag, w *words.Words) *View {
	a, m := st.Agency, st.Method
	v := &View{
		Lang:       l,
		Title:      Source(st, "title", st.Title, w),
		ShortTitle: Source(st, "short_title", st.ShortTitle, w),
		Program:    Source(st, "program", st.Program, w),
		Cohort:     markdown.Escape(st.Cohort),
		Agency:     AgencyView{Source(st, "agency.parent", a.Parent, w), Source(st, "agency.name", a.Name, w), Source(st, "agency.address", a.Address, w), Source(st, "agency.contact", a.Contact, w)},
		Record:     recordView(st, w),
		Abstracts:  abstractOrder(st.Languages),
		Languages:  st.Languages,
		HasSources: true,
		Appendix:   st.Analysis.Appendix,
		Method: MethodView{
			Place:        Source(st, "method.place", m.Place, w),
			Period:       lang.Period(l, Source(st, "method.period", m.Period, w)),
			Instrument:   Source(st, "method.instrument", m.Instrument, w),
			Sampling:     Source(st, "method.sampling", m.Sampling.Text, w),
			SamplingKind: m.Sampling.Kind,
			Partial:      m.Sampling.Partial(),
			Year:         lang.IsYear(m.Period.In(l)),
		},
	}
	v.Respondents = Source(st, "method.respondents", m.Respondents, w)
	v.Members, v.People = v.Respondents, v.Respondents
	if v.Respondents == "" {
		v.Respondents, v.People = w.Get("respondents"), w.Get("people")
	}
	if key := "sampling." + m.Sampling.Kind; v.Method.Sampling == "" && w.Has(key) {
		v.Method.Sampling = w.Get(key)
	}
	for i, t := range st.LegalBasis {
		v.LegalBasis = append(v.LegalBasis, Source(st, entry("legal_basis", i), t, w))
	}
	return v
}

// percent is a share as a percent.
func percent(share analysis.Value) analysis.Value {
	if s, ok := share.Get(); ok {
		return analysis.Of(100 * s)
	}
	return share
}

// fewestForMargin is from how many answers on a share of one half is nearly normal: five expected on each side.
const fewestForMargin = 10

// New makes the view of a study and its results in language l.
func New(st *study.Study, res *analysis.Results, l lang.Tag, w *words.Words) *View {
	v := viewOf(st, l, w)
	v.N, v.Population, v.Synthetic = res.N, res.Population, res.Synthetic
	v.Census, v.MarginN = res.Census, res.MarginN
	v.Random = st.Method.Sampling.Kind == study.SamplingRandom || v.Census
	if st.Kind == "article" && st.Cohort != "" && !st.OwnTitle { // the cover of an evaluation names it apart
		if v.ShortTitle != "" {
			v.ShortTitle = w.Line("title.cohort", words.Fill{"title": v.ShortTitle, "cohort": v.Cohort})
		}
		v.Title = w.Line("title.cohort", v)
	}
	v.Rate, v.Margin = percent(res.ResponseRate), percent(res.MarginOfError)
	if v.MarginN < fewestForMargin && v.Margin.Reason() == analysis.Defined {
		v.Margin = analysis.Undefined(analysis.TooFewRows)
	}
	v.Quality, v.Said = res.Quality, res.Said
	for _, a := range res.Assumed {
		v.Assumed = append(v.Assumed, assumed(st, a, l, w))
	}
	v.Answered, v.Responded = res.Answered(), res.Responded()
	for i := range res.Constructs {
		c := newConstructView(st, i, &res.Constructs[i], w)
		for j := range c.Construct.Items {
			it := newItemView(c, st, place{i, j}, &c.Construct.Items[j], len(v.Items)+1, res.Population, res.N-res.Answered(), w)
			c.Items = append(c.Items, it)
			v.Items = append(v.Items, it)
		}
		c.Random, c.Census = v.Random, v.Census
		c.Population, c.Answered, c.Members = res.Population, res.Answered(), Source(st, "method.respondents", st.Method.Respondents, w)
		c.Scores = newScoresView(st, res.Constructs[i].Scores, l)
		c.Classes = c.classList(st.Interpretation.Classes)
		v.Constructs = append(v.Constructs, c)
	}
	if i := slices.IndexFunc(v.Constructs, func(c *ConstructView) bool { return len(c.InferredItems()) > 0 }); i >= 0 {
		v.Constructs[i].Supposes = !v.Random
		for _, c := range v.Constructs[i+1:] {
			c.SupposesToo = !v.Random && len(c.InferredItems()) > 0
		}
	}
	said := false
	for _, it := range v.Items {
		if it.Inferred() && !v.Random {
			it.Supposes, it.SupposesToo = !said, said
			said = true
		}
	}
	for _, c := range v.Constructs {
		c.AnyIncomplete = v.Incomplete()
		c.AnySingle = slices.ContainsFunc(v.Constructs, func(c *ConstructView) bool { return c.K == 1 })
	}
	v.EachItem = eachItem(st.Layout.Items, st.Kind, len(v.Items))
	v.Interpretation = newInterpretationView(st, l)
	for i, c := range v.Constructs {
		c.Asked = v.Interpretation
		for _, first := range v.Constructs[:i] {
			if c.SameClasses == nil && first.Min() == c.Min() && first.Max() == c.Max() {
				c.SameClasses = first
			}
			c.classBelowTold = c.classBelowTold || first.ClassBelowVerdict()
		}
	}
	v.Groups = newGroupingViews(st, res, v, w)
	v.Profile = newProfileViews(st, res, v, w)
	v.Relations, v.Significance = newRelationViews(res, v, st.Analysis.Significance), st.Analysis.Significance
	v.IKM = newIKMView(res, v, w)
	v.Importance = newImportanceView(res, v, w)
	v.addCaveats(res, w)
	return v
}

// fewItems is up to how many items each has a part of its own, by the kind of
// report: two fill a page, and an article has twenty at most in print.
var fewItems = map[string]int{"article": 20, "evaluation": 12}

func eachItem(setting, kind string, items int) bool {
	return setting == "all" || setting != "none" && items <= fewItems[kind]
}

// abstractOrder puts the abstracts first that journals have first: the English
// one in Indonesian journals.
func abstractOrder(ls []lang.Tag) []lang.Tag {
	out := slices.Clone(ls)
	slices.SortStableFunc(out, func(a, b lang.Tag) int {
		switch first := lang.Of(a).AbstractFirst; {
		case first == lang.Of(b).AbstractFirst:
			return 0
		case first:
			return -1
		}
		return 1
	})
	return out
}
