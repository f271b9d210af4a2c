package view

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"wogreport/internal/analysis"
	"wogreport/internal/finding"
	"wogreport/internal/lang"
	"wogreport/internal/markdown"
	"wogreport/internal/study"
	"wogreport/internal/words"
)

func byVerdict(items []*ItemView, want analysis.Verdict) []*ItemView {
	var out []*ItemView
	for _, it := range items {
		if it.Valid == want {
			out = append(out, it)
		}
	}
	return out
}

// ConstructView is one construct with its results.
type ConstructView struct {
	*analysis.Construct
	// Those of Construct that templates name most, here since it takes them long
	// to find one in an embedded struct.
	ID               string
	K                int
	Alpha, CriticalR analysis.Value

	Label   string
	Items   []*ItemView
	Answers []Answer      // the points of the scale, or ranges of them, without counts
	Bare    bool          // the scale has bare numbers
	Down    bool          // the file numbers it downwards
	Numbers bool          // so it has, or its labels are its numbers
	Several bool          // the study has more than one construct
	Legend  []Answer      // the points that have a code besides a label
	Scores  *ScoresView   // nil where the study does not ask for classes of scores
	Random  bool          // as in View
	Census  bool          // as in View
	Classes []ClassLimits // of a mean; none where the study does not ask for them
	// SameClasses is the first construct with the same ends of its scale, whose classes are
	// the same.
	SameClasses *ConstructView
	Leads       bool // it is the first construct
	// Supposes says that it is the first construct of which something is said of the
	// population that holds only if those who answered are like a random sample.
	Supposes bool
	// SupposesToo says so of the constructs after that one.
	SupposesToo bool
	// SummaryCharts are links to the charts of all its items, of which a report that draws
	// them may make several.
	SummaryCharts []string
	Members       string              // what the study calls the members of the population, "" where it has no word
	OmegaAsked    bool                // the study names how omega is fitted
	Asked         *InterpretationView // as View.Interpretation
	Population    int                 // as View.Population
	Answered      int                 // as View.Answered
	// AnyIncomplete is View.Incomplete: tables of several constructs say of each whose answers a
	// mean is of, where they are not everybody's in one.
	AnyIncomplete bool
	AnySingle     bool // some construct of the report has one item
	// Adjusted says that some percent is not its own rounding, since those of an
	// item are to add to 100.
	Adjusted bool
	// NeutralMiddle says that the answer in the middle of the scale leans to no side.
	NeutralMiddle bool
	Divided       bool   // the study says where the scale divides
	Named         Naming // how a text names its items
	// Sentences of caveats that belong to the two tests.
	ValidityCaveats, ReliabilityCaveats []string
	classBelowTold                      bool // ClassBelowVerdict holds of a construct before it
	lang                                lang.Tag
	score                               string // what a sentence puts before a bare number
}

// ByName is the construct as a text speaks of it that stands by itself, such as an
// abstract: its items by their names where these are short.
func (c *ConstructView) ByName() *ConstructView {
	named := *c
	named.Named = ByLabel
	return &named
}

// ByNameOrNumber is the same of a text that names items by their labels, too, but after their
// numbers have been seen: a conclusion.
func (c *ConstructView) ByNameOrNumber() *ConstructView {
	named := *c
	named.Named = ByLabelOrNumber
	return &named
}

// Pairwise reports whether missing answers are left out by pairs of items.
func (c *ConstructView) Pairwise() bool { return c.Missing == "pairwise" }

// MeanClasses is how many classes of a mean there are.
func (c *ConstructView) MeanClasses() int {
	if c.Interpretation == nil {
		return 0
	}
	return len(c.Interpretation.Limits)
}

// Valid, Invalid and Undecided are the construct's items by their verdict.
func (c *ConstructView) Valid() []*ItemView     { return byVerdict(c.Items, analysis.Pass) }
func (c *ConstructView) Invalid() []*ItemView   { return byVerdict(c.Items, analysis.Fail) }
func (c *ConstructView) Undecided() []*ItemView { return byVerdict(c.Items, analysis.NoVerdict) }

// Passed and Failed report the verdict on the construct's alpha; neither holds
// when alpha is undefined.
func (c *ConstructView) Passed() bool { return c.Reliable == analysis.Pass }
func (c *ConstructView) Failed() bool { return c.Reliable == analysis.Fail }

// AtThreshold reports whether alpha equals the threshold, so that it is neither above it nor
// below.
func (c *ConstructView) AtThreshold() bool {
	alpha, ok := c.Alpha.Get()
	return ok && finding.Same(alpha, c.AlphaThreshold, 10)
}

// Unreliable reports whether the scale is not shown to be reliable, by an alpha that
// does not exceed the threshold or by none; nothing is said of one that is withheld.
func (c *ConstructView) Unreliable() bool {
	return !c.Passed() && c.Alpha.Reason() != analysis.Withheld
}

// Min and Max are the bounds of the scale.
func (c *ConstructView) Min() int { return c.Values[0] }

// Max is the upper bound of the scale.
func (c *ConstructView) Max() int { return c.Values[len(c.Values)-1] }

// AboveLabels names the answers above the middle of the scale.
func (c *ConstructView) AboveLabels() string {
	for _, it := range c.Items {
		if it.Above.Labels != "" {
			return it.Above.Labels
		}
	}
	return ""
}

// Corrected reports whether the verdicts follow the corrected r.
func (c *ConstructView) Corrected() bool { return c.Correlation != "uncorrected" }

// Percentage is the significance in percent.
func (c *ConstructView) Percentage() float64 { return 100 * c.Significance }

// AnyMissing and AnyReversed are about the construct's items.
func (c *ConstructView) AnyMissing() bool {
	for _, it := range c.Items {
		if it.Missing > 0 {
			return true
		}
	}
	return false
}

// NotHundred reports whether the percents of some item, rounded to one
// decimal, do not add to 100.
func (c *ConstructView) NotHundred() bool {
	return slices.ContainsFunc(c.Items, func(it *ItemView) bool {
		if it.Hidden() || it.N == 0 {
			return false
		}
		sum := 0.0
		for _, a := range it.Answers {
			sum += lang.Round(a.Percent, 1)
		}
		return lang.Round(sum, 1) != 100
	})
}

// fewLeft is from how many people on, who gave no answer to an item, an interval for the
// population is no rough one: our rule.
const fewLeft = 10

// FewLeft reports whether so few of the population gave no answer to some item, though not nobody.
func (c *ConstructView) FewLeft() bool {
	return slices.ContainsFunc(c.Items, func(it *ItemView) bool {
		left := c.Population - it.N
		return c.Population > 0 && left > 0 && left < fewLeft
	})
}

// AnyReversed reports whether an item of the construct is scored in reverse.
func (c *ConstructView) AnyReversed() bool {
	for _, it := range c.Items {
		if it.Reversed {
			return true
		}
	}
	return false
}

// NearestR is the r of an item that stands nearest to the critical r.
func (c *ConstructView) NearestR() analysis.Value {
	var rs []float64
	for _, it := range c.Items {
		if r, ok := it.R.Get(); ok {
			rs = append(rs, r)
		}
	}
	return finding.Nearest(c.CriticalR, rs...)
}

// AlphaLimit is what the verdict on alpha or its class is told by: the nearest
// of the threshold and the lower limits of the classes that are asked for.
func (c *ConstructView) AlphaLimit() analysis.Value {
	limits := []float64{c.AlphaThreshold}
	if c.Asked != nil {
		limits = append(limits, c.Asked.reliabilityLimits...)
	}
	return finding.Nearest(c.Alpha, limits...)
}

// AlphaNegative reports whether alpha is negative: the items form no scale.
func (c *ConstructView) AlphaNegative() bool {
	alpha, ok := c.Alpha.Get()
	return ok && alpha < 0
}

// kaiser are the lower limits of Kaiser's classes of sampling adequacy.
var kaiser = []float64{0.5, 0.6, 0.7, 0.8, 0.9}

// Kaiser is the term of Kaiser's class of the construct's KMO.
func (c *ConstructView) Kaiser() string {
	kmo, _ := c.Factorability.KMO.Get()
	class := 0
	for class < len(kaiser) && kmo >= kaiser[class] {
		class++
	}
	return "word.kaiser-" + strconv.Itoa(class)
}

// KaiserLimit is the limit of a class that KMO stands nearest to.
func (c *ConstructView) KaiserLimit() analysis.Value {
	return finding.Nearest(c.Factorability.KMO, kaiser...)
}

// Dichotomous reports whether the items have two points, so that alpha is what Kuder and
// Richardson (1937) call formula 20.
func (c *ConstructView) Dichotomous() bool { return len(c.Values) == 2 }

// Raises are the items without which alpha would be larger at three decimals.
func (c *ConstructView) Raises() []*ItemView {
	return c.where(func(it *ItemView) bool { return finding.Larger(it.AlphaIfDeleted, c.Alpha, 3) })
}

// AnyRise reports an item without which alpha would be larger at all, though not at three decimals.
func (c *ConstructView) AnyRise() bool {
	alpha, ok := c.Alpha.Get()
	return ok && len(c.where(func(it *ItemView) bool { x, ok := it.AlphaIfDeleted.Get(); return ok && x > alpha+1e-9 })) > 0
}

// RaisesMost is the item of Raises without which alpha would be largest.
func (c *ConstructView) RaisesMost() *ItemView {
	return slices.MaxFunc(c.Raises(), func(a, b *ItemView) int {
		x, _ := a.AlphaIfDeleted.Get()
		y, _ := b.AlphaIfDeleted.Get()
		return cmp.Compare(x, y)
	})
}

// Extremes are the items at the two ends of a ranking (rule R8), none when something is
// withheld of an item.
type Extremes struct {
	finding.Extremes[*ItemView]
	Named Naming // as ConstructView
}

// near is how much of the range of the scale means may lie apart that hardly differ.
const near = 0.025

// Near reports whether the ends are means that lie so near to each other that their order
// says nothing.
func (e Extremes) Near() bool {
	if !e.Any() {
		return false
	}
	c := e.High[0].Construct
	return lang.Round(e.HighValue-e.LowValue, 2) < near*float64(c.Max()-c.Min())
}

// Thin are those at the ends that a fifth or more of the respondents did not answer.
func (e Extremes) Thin() []*ItemView {
	out := slices.DeleteFunc(slices.Concat(e.High, e.Low), func(it *ItemView) bool { return 5*it.Missing < it.N+it.Missing })
	slices.SortFunc(out, func(a, b *ItemView) int { return a.Number - b.Number })
	return out
}

// Reversed are those at the ends that are scored in reverse.
func (e Extremes) Reversed() []*ItemView {
	var out []*ItemView
	for _, it := range slices.Concat(e.High, e.Low) {
		if it.Reversed {
			out = append(out, it)
		}
	}
	slices.SortFunc(out, func(a, b *ItemView) int { return a.Number - b.Number })
	return out
}

// LowReversed reports whether the only item at the lower end is the only one of them.
func (e Extremes) LowReversed() bool {
	return len(e.Low) == 1 && e.Low[0].Reversed && len(e.Reversed()) == 1
}

// LowPolarised reports whether answers at the lower end stand at both ends of the
// scale, so that they agree on nothing.
func (e Extremes) LowPolarised() bool {
	return slices.ContainsFunc(e.Low, func(it *ItemView) bool { return it.Pattern == finding.Polarised })
}

// LowConstant reports whether the lower end is a spread of none.
func (e Extremes) LowConstant() bool { return e.LowValue < 1e-9 }

// Partial reports whether the construct's mean, alpha and r rest on fewer respondents
// than answered something.
func (c *ConstructView) Partial() bool { return c.N > 0 && c.N < c.Answered && !c.AnyHidden() }

// AnyAnswers reports whether some item of the construct was answered, and none
// is withheld, so that something may be said of all of them.
func (c *ConstructView) AnyAnswers() bool {
	return !c.AnyHidden() && len(c.where(func(it *ItemView) bool { return it.N > 0 })) > 0
}

// Telling are the items, of all of which something may be told at once; none where
// something is withheld of one.
func (c *ConstructView) Telling() []*ItemView {
	if c.AnyHidden() {
		return nil
	}
	return c.Items
}

// Direct are the items that are not reversed, ReversedItems the others.
func (c *ConstructView) Direct() []*ItemView {
	return c.where(func(it *ItemView) bool { return !it.Reversed })
}

// ReversedItems are the items scored in reverse.
func (c *ConstructView) ReversedItems() []*ItemView {
	return c.where(func(it *ItemView) bool { return it.Reversed })
}

// Means, Spreads, Agreement and Rs rank the construct's items by mean, by
// standard deviation, by the percent of answers above the middle of the
// scale, and by the r of the verdict.
func (c *ConstructView) Means() Extremes {
	if len(c.PolarisedItems()) == c.K { // a mean between two camps ranks nothing
		return Extremes{}
	}
	e := extremes(c.Items, 2, func(it *ItemView) analysis.Value { return it.Mean })
	e.Named = c.Named
	return e
}

// EqualMeans reports whether all items have one mean, as far as two decimals show.
func (c *ConstructView) EqualMeans() bool {
	if c.K < 2 || c.AnyHidden() {
		return false
	}
	first, ok := c.Items[0].Mean.Get()
	return ok && !slices.ContainsFunc(c.Items, func(it *ItemView) bool {
		m, ok := it.Mean.Get()
		return !ok || !finding.Same(m, first, 2)
	})
}

// MeansIdentical reports whether their means are the same in all decimals.
func (c *ConstructView) MeansIdentical() bool {
	first, _ := c.Items[0].Mean.Get()
	return !slices.ContainsFunc(c.Items, func(it *ItemView) bool { m, ok := it.Mean.Get(); return !ok || math.Abs(m-first) > 1e-9 })
}

// Spreads ranks the items by standard deviation.
func (c *ConstructView) Spreads() Extremes {
	return extremes(c.Items, 2, func(it *ItemView) analysis.Value { return it.SD })
}

// Agreement ranks the items by the percent of answers above the middle.
func (c *ConstructView) Agreement() Extremes {
	return extremes(c.Direct(), 1, func(it *ItemView) analysis.Value {
		if it.N == 0 || it.Hidden() {
			return analysis.Undefined(analysis.NoRows)
		}
		return analysis.Of(it.Above.Percent)
	})
}

// Rs ranks the items by the item-total r of the verdict.
func (c *ConstructView) Rs() Extremes {
	return extremes(c.Items, 3, func(it *ItemView) analysis.Value { return it.R })
}

func extremes(items []*ItemView, decimals int, value func(*ItemView) analysis.Value) Extremes {
	var e Extremes
	for _, it := range items {
		if it.Hidden() {
			return e
		}
	}
	e.Extremes = finding.Ends(items, decimals, value)
	return e
}

// MostAbove are the items that are not reversed at which more than half of those who
// answered stand above the middle of the scale.
func (c *ConstructView) MostAbove() []*ItemView {
	return c.where(func(it *ItemView) bool { return !it.Reversed && it.finding.AboveMajority != nil })
}

// NotMostAbove are the items with answers that MostAbove leaves out.
func (c *ConstructView) NotMostAbove() []*ItemView {
	return c.where(func(it *ItemView) bool {
		return !it.Reversed && !it.Hidden() && it.N > 0 && it.finding.AboveMajority == nil
	})
}

// NothingVaries reports whether all answers to each of several items are the same.
func (c *ConstructView) NothingVaries() bool {
	return c.K > 1 && c.N > 1 && c.AlphaK == 0 && c.Alpha.Reason() != analysis.Withheld
}

// ends are the least and the largest value of a point of the scale, or of a range.
func (c *ConstructView) ends(point int) Answers {
	if len(c.Ranges) < len(c.Values) {
		r := c.Ranges[point]
		return Answers{First: c.Values[r[0]], Last: c.Values[r[len(r)-1]]}
	}
	return Answers{First: c.Values[point], Last: c.Values[point]}
}

// HasSummary reports whether a summary chart of the construct says more than
// the chart of its only item.
func (c *ConstructView) HasSummary() bool { return c.K > 1 && c.AnyAnswers() }

// BelowThreshold reports whether the interval of alpha reaches down to the
// threshold although alpha itself is above it.
func (c *ConstructView) BelowThreshold() bool {
	return c.Passed() && finding.Reaches(c.AlphaCI95, c.AlphaThreshold)
}

// AnyAlphaIfDeleted reports whether alpha if deleted exists for some item.
func (c *ConstructView) AnyAlphaIfDeleted() bool {
	return len(c.where(func(it *ItemView) bool { _, ok := it.AlphaIfDeleted.Get(); return ok })) > 0
}

func (c *ConstructView) where(keep func(*ItemView) bool) []*ItemView {
	var out []*ItemView
	for _, it := range c.Items {
		if keep(it) {
			out = append(out, it)
		}
	}
	return out
}

func newConstructView(st *study.Study, i int, rc *analysis.Construct, w *words.Words) *ConstructView {
	sc, l, alone := &st.Constructs[i], w.Language, len(st.Languages) == 1
	score, numbered := "", bareNumbers(sc.Scale, l)
	if numbered {
		score = w.Get("word.score") + " "
	}
	c := &ConstructView{
		Construct:  rc,
		ID:         rc.ID,
		K:          rc.K,
		Alpha:      rc.Alpha,
		CriticalR:  rc.CriticalR,
		score:      score,
		Label:      Source(st, entry("constructs", i)+".label", sc.Label, w),
		Bare:       sc.Scale.Bare,
		Down:       sc.Scale.Down,
		Numbers:    numbered,
		Leads:      i == 0,
		OmegaAsked: st.Given("analysis.omega"),
		Several:    len(st.Constructs) > 1,
		lang:       l,
	}
	if c.Label == "" {
		c.Label = markdown.Escape(sc.ID)
	}
	if sc.Scale.Divided != nil {
		c.Divided, c.NeutralMiddle = true, slices.Contains(c.Sides, 0)
	} else if k := len(sc.Scale.Points); k%2 == 1 && len(c.Ranges) == k { // a range in the middle leans to both sides
		middle := sc.Scale.Points[k/2]
		c.NeutralMiddle = numbered
		for _, label := range middle.Label {
			c.NeutralMiddle = c.NeutralMiddle || lang.Neutral(label)
		}
	}
	foreign := alone && ForeignCodes(sc.Scale, l)
	for _, points := range c.Ranges {
		first, last := sc.Scale.Points[points[0]], sc.Scale.Points[points[len(points)-1]]
		label := first.Label.In(l)
		if label == "" {
			label = first.Code
		}
		if label == "" {
			label = strconv.Itoa(first.Value)
		}
		if len(points) > 1 {
			label = strconv.Itoa(first.Value) + "–" + strconv.Itoa(last.Value)
		}
		a := Answer{Label: markdown.Escape(label), Name: score + markdown.Escape(label), Value: last.Value}
		if a.Numeric() && !numbered { // words stand at the ends only
			a.Name = w.Get("word.score") + " " + a.Name
		}
		if len(points) == 1 && !foreign {
			a.Code = markdown.Escape(first.Code)
		}
		c.Answers = append(c.Answers, a)
		if a.Code != "" && first.Code != label {
			c.Legend = append(c.Legend, a)
		}
	}
	return c
}

// bareNumbers reports whether all that a scale says of its points are their numbers.
func bareNumbers(scale study.Scale, l lang.Tag) bool {
	return scale.Bare || !slices.ContainsFunc(scale.Points, func(p study.Point) bool {
		label := p.Label.In(l)
		return label != "" && label != strconv.Itoa(p.Value)
	})
}

// ForeignCodes reports whether the codes of a scale abbreviate its labels in
// another language than l: SS of Sangat Setuju tells a reader of English
// nothing.
func ForeignCodes(scale study.Scale, l lang.Tag) bool {
	for _, p := range scale.Points {
		if abbreviates(p.Code, p.Label[l]) {
			continue
		}
		for _, other := range lang.All {
			if other != l && p.Label[l] != "" && p.Label[other] != p.Label[l] && abbreviates(p.Code, p.Label[other]) {
				return true
			}
		}
	}
	return false
}

// abbreviates reports whether a code is the initials of a label.
func abbreviates(code, label string) bool {
	initials := ""
	for _, w := range strings.FieldsFunc(label, func(r rune) bool { return r == ' ' || r == '-' || r == '/' }) {
		r, _ := utf8.DecodeRuneInString(w)
		initials += string(r)
	}
	return code != "" && strings.EqualFold(code, initials)
}

func sameLabels(a, b []Answer) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].Label != b[i].Label || a[i].Value != b[i].Value {
			return false
		}
	}
	return true
}

// wideScale is the number of answers above which a table of frequencies puts a count over
// its percent rather than beside it.
const wideScale = 6

// Stacked reports whether the construct's tables of frequencies do so.
func (c *ConstructView) Stacked() bool { return len(c.Answers) > wideScale }
