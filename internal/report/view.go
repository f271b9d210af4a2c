package report

import (
	"slices"
	"sort"
	"strconv"

	"wogreport/internal/analysis"
	"wogreport/internal/lang"
	"wogreport/internal/study"
)

// The views are what a template sees: the study and its results in one
// language. Texts are Markdown source, safe to stand anywhere in a line;
// numbers stay numbers until a function of the template formats them.

// View is the "." of a report's template.
type View struct {
	Lang        lang.Tag
	Title       string
	Abstracts   []lang.Tag // the languages of the abstracts, in order
	Method      MethodView
	N           int
	Population  int
	Respondents string         // "peserta pelatihan"
	Rate        analysis.Value // of response, percent
	Synthetic   bool
	Random      bool // the sample is a probability sample, or everybody answered
	Census      bool // everybody answered
	Constructs  []*ConstructView
	Items       []*ItemView // of all constructs
	// Sentences of caveats about the sample and about its intervals.
	SampleCaveats, IntervalCaveats []string
	Languages                      []lang.Tag
	HasSources                     bool // there is a reference list
	sectionFunc                    func(name string) (string, error)
}

// Section is the author's own section in the view's language, its template
// functions carried out, or "" where study.yaml names none.
func (v *View) Section(name string) (string, error) { return v.sectionFunc(name) }

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

// SameScale reports whether all constructs are answered on one scale.
func (v *View) SameScale() bool { return len(v.Scales()) == 1 }

// AllReliable reports whether every construct passed the reliability test.
func (v *View) AllReliable() bool {
	for _, c := range v.Constructs {
		if c.Reliable != analysis.Pass {
			return false
		}
	}
	return true
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

func byVerdict(items []*ItemView, want analysis.Verdict) []*ItemView {
	var out []*ItemView
	for _, it := range items {
		if it.Valid == want {
			out = append(out, it)
		}
	}
	return out
}

// MethodView is the method of the study in one language.
type MethodView struct {
	Place, Period, Instrument string
	Sampling                  string // the author's words, "" when not given
	SamplingKind              string // of study.Sampling*
}

// ConstructView is one construct with its results.
type ConstructView struct {
	*analysis.Construct
	Label   string
	Items   []*ItemView
	Answers []Answer // the points of the scale, or classes of them, without counts
	Bare    bool     // the scale has bare numbers
	Several bool     // the study has more than one construct
	Legend  []Answer // the points that have a code besides a label
	Random  bool     // as in View
	// Sentences of caveats that belong to the two tests.
	ValidityCaveats, ReliabilityCaveats []string
	lang                                lang.Tag
	classes                             [][]int // per answer, the indexes of its points
	score                               string  // what a sentence puts before a bare number
}

// Valid, Invalid and Undecided are the construct's items by their verdict.
func (c *ConstructView) Valid() []*ItemView     { return byVerdict(c.Items, analysis.Pass) }
func (c *ConstructView) Invalid() []*ItemView   { return byVerdict(c.Items, analysis.Fail) }
func (c *ConstructView) Undecided() []*ItemView { return byVerdict(c.Items, analysis.NoVerdict) }

// Passed and Failed report the verdict on the construct's alpha; neither holds
// when alpha is undefined.
func (c *ConstructView) Passed() bool { return c.Reliable == analysis.Pass }
func (c *ConstructView) Failed() bool { return c.Reliable == analysis.Fail }

// Min and Max are the bounds of the scale.
func (c *ConstructView) Min() int { return c.Values[0] }

// Max is the upper bound of the scale.
func (c *ConstructView) Max() int { return c.Values[len(c.Values)-1] }

// AboveLabels names the answers above the middle of the scale.
func (c *ConstructView) AboveLabels() string { return c.Items[0].Above.Labels }

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

// AnyReversed reports whether an item of the construct is scored in reverse.
func (c *ConstructView) AnyReversed() bool {
	for _, it := range c.Items {
		if it.Reversed {
			return true
		}
	}
	return false
}

// Raises are the items without which alpha would be larger at three decimals.
func (c *ConstructView) Raises() []*ItemView {
	alpha, ok := c.Alpha.Get()
	var out []*ItemView
	for _, it := range c.Items {
		if a, ok2 := it.AlphaIfDeleted.Get(); ok && ok2 && lang.Round(a, 3) > lang.Round(alpha, 3) {
			out = append(out, it)
		}
	}
	return out
}

// Extremes are the items at the two ends of a ranking, those equal at the
// decimals shown together (rule R8). Both are empty when fewer than two items
// have the value or all are equal.
type Extremes struct {
	Low, High           []*ItemView
	LowValue, HighValue float64
}

// Any reports whether there is a ranking to speak of.
func (e Extremes) Any() bool { return len(e.High) > 0 }

// Means, Spreads, Agreement and Rs rank the construct's items by mean, by
// standard deviation, by the percent of answers above the middle of the
// scale, and by the r of the verdict.
func (c *ConstructView) Means() Extremes {
	return extremes(c.Items, 2, func(it *ItemView) analysis.Value { return it.Mean })
}

// Spreads ranks the items by standard deviation.
func (c *ConstructView) Spreads() Extremes {
	return extremes(c.Items, 2, func(it *ItemView) analysis.Value { return it.SD })
}

// Agreement ranks the items by the percent of answers above the middle.
func (c *ConstructView) Agreement() Extremes {
	return extremes(c.Items, 1, func(it *ItemView) analysis.Value {
		if it.N == 0 {
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
	type ranked struct {
		it *ItemView
		v  float64
	}
	var rs []ranked
	for _, it := range items {
		if v, ok := value(it).Get(); ok {
			rs = append(rs, ranked{it, lang.Round(v, decimals)})
		}
	}
	sort.SliceStable(rs, func(i, j int) bool { return rs[i].v < rs[j].v })
	if len(rs) < 2 || rs[0].v == rs[len(rs)-1].v {
		return Extremes{}
	}
	e := Extremes{LowValue: rs[0].v, HighValue: rs[len(rs)-1].v}
	for _, r := range rs {
		switch r.v {
		case e.LowValue:
			e.Low = append(e.Low, r.it)
		case e.HighValue:
			e.High = append(e.High, r.it)
		}
	}
	return e
}

// MostAbove are the items for which more than half of those who answered stand
// above the middle of the scale.
func (c *ConstructView) MostAbove() []*ItemView {
	return c.where(func(it *ItemView) bool { return 2*it.Above.Count > it.N })
}

// NotMostAbove are the items with answers that MostAbove leaves out.
func (c *ConstructView) NotMostAbove() []*ItemView {
	return c.where(func(it *ItemView) bool { return it.N > 0 && 2*it.Above.Count <= it.N })
}

// PopulationItems are the items of MostAbove for which that may be said of the
// population too (rule R5).
func (c *ConstructView) PopulationItems() []*ItemView {
	return c.where(func(it *ItemView) bool { return it.AboveClaim == OfPopulation || it.AboveClaim == OfEverybody })
}

// TiedItems are the items whose most frequent answers are named together.
func (c *ConstructView) TiedItems() []*ItemView {
	return c.where(func(it *ItemView) bool { return it.Pattern == Tied })
}

// NeutralItems are the items at which the middle answer leads, alone or with
// others (rule R4).
func (c *ConstructView) NeutralItems() []*ItemView {
	return c.where(func(it *ItemView) bool {
		for _, a := range it.Leading {
			if it.Middle.Points > 0 && a.Name == it.Middle.Labels {
				return true
			}
		}
		return false
	})
}

// HasSummary reports whether a summary chart of the construct says more than
// the chart of its only item.
func (c *ConstructView) HasSummary() bool { return c.K > 1 }

// BelowThreshold reports whether the interval of alpha reaches down to the
// threshold although alpha itself is above it.
func (c *ConstructView) BelowThreshold() bool {
	low, ok := c.AlphaCI95.Low.Get()
	return ok && c.Passed() && low <= c.AlphaThreshold
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

// Answer is one point of a scale with the answers on it.
type Answer struct {
	Label   string
	Name    string // as a sentence names it: the label, or "skor 4" on a scale of bare numbers
	Code    string
	Value   int
	Count   int
	Percent float64
}

// Answers is a set of answers that a sentence names together.
type Answers struct {
	Labels  string // "Setuju atau Sangat Setuju"
	Points  int
	Count   int
	Percent float64
}

// ItemView is one item with its results and what may be said of them.
type ItemView struct {
	*analysis.Item
	Construct *ConstructView
	Number    int // in the document, from 1
	Statement string
	Label     string
	Caption   string
	Name      string // "butir 3"
	R         analysis.Value
	Answers   []Answer // as people ticked them, the scale's points ascending

	Pattern              Pattern
	Leading              []Answer
	Amount               Amount
	Side                 Side
	Below, Middle, Above Answers
	SmallSample          bool
	AboveClaim           Claim
	Majority             *MajorityView

	words *words
}

// Passed and Failed report the verdict on the item's validity.
func (it *ItemView) Passed() bool { return it.Valid == analysis.Pass }
func (it *ItemView) Failed() bool { return it.Valid == analysis.Fail }

// MajorityView is a Majority in words and percents.
type MajorityView struct {
	Answers
	Claim       Claim
	HasInterval bool
	Low, High   float64 // percents, where there is an interval
	Population  int
}

// newView makes the view of a study and its results in language l.
func newView(st *study.Study, res *analysis.Results, l lang.Tag, w *words) *View {
	v := &View{
		Lang:       l,
		Title:      inlineSource(st.Title.In(l)),
		Abstracts:  abstractOrder(st.Languages),
		N:          res.N,
		Population: res.Population,
		Synthetic:  res.Synthetic,
		Random: st.Method.Sampling.Kind == study.SamplingRandom ||
			res.Population > 0 && res.N == res.Population,
		Languages:  st.Languages,
		Census:     res.Population > 0 && res.N == res.Population,
		HasSources: len(st.References) > 0,
		Method: MethodView{
			Place:        inlineSource(st.Method.Place.In(l)),
			Period:       inlineSource(st.Method.Period.In(l)),
			Instrument:   inlineSource(st.Method.Instrument.In(l)),
			Sampling:     inlineSource(st.Method.Sampling.Text.In(l)),
			SamplingKind: st.Method.Sampling.Kind,
		},
	}
	v.Rate = res.ResponseRate
	if r, ok := res.ResponseRate.Get(); ok {
		v.Rate = analysis.Of(100 * r)
	}
	for i := range res.Constructs {
		c := newConstructView(&st.Constructs[i], &res.Constructs[i], l, len(res.Constructs) > 1, w)
		for j := range c.Construct.Items {
			it := newItemView(c, &st.Constructs[i].Items[j], &c.Construct.Items[j], len(v.Items)+1, res.Population, w)
			c.Items = append(c.Items, it)
			v.Items = append(v.Items, it)
		}
		c.Random = v.Random
		v.Constructs = append(v.Constructs, c)
	}
	return v
}

// abstractOrder puts the English abstract first, as Indonesian journals do.
func abstractOrder(ls []lang.Tag) []lang.Tag {
	out := append([]lang.Tag(nil), ls...)
	sort.SliceStable(out, func(i, j int) bool { return out[i] == lang.EN && out[j] != lang.EN })
	return out
}

func newConstructView(sc *study.Construct, rc *analysis.Construct, l lang.Tag, several bool, w *words) *ConstructView {
	score := ""
	if sc.Scale.Bare {
		score = w.get("word.score") + " "
	}
	c := &ConstructView{
		Construct: rc,
		score:     score,
		Label:     inlineSource(sc.Label.In(l)),
		Bare:      sc.Scale.Bare,
		Several:   several,
		lang:      l,
	}
	if c.Label == "" {
		c.Label = escape(sc.ID)
	}
	c.classes = classes(sc.Scale.Points)
	for _, class := range c.classes {
		first, last := sc.Scale.Points[class[0]], sc.Scale.Points[class[len(class)-1]]
		label := first.Label.In(l)
		if label == "" {
			label = first.Code
		}
		if label == "" {
			label = strconv.Itoa(first.Value)
		}
		if len(class) > 1 {
			label = strconv.Itoa(first.Value) + "–" + strconv.Itoa(last.Value)
		}
		a := Answer{Label: escape(label), Name: score + escape(label), Value: last.Value}
		if len(class) == 1 {
			a.Code = escape(first.Code)
		}
		c.Answers = append(c.Answers, a)
		if a.Code != "" && first.Code != label {
			c.Legend = append(c.Legend, a)
		}
	}
	return c
}

// maxAnswers is how many answers a table or chart shows one by one. The points
// of a longer scale (0 to 100) are shown in classes of equal width.
const maxAnswers = 12

// classes are the points of a scale, by index, as a reader sees them: each on
// its own, or in classes whose width is a round number.
func classes(points []study.Point) [][]int {
	width := 1
	for _, w := range []int{1, 2, 5, 10, 20, 25, 50, 100} {
		if width = w; (len(points)+w-1)/w <= maxAnswers {
			break
		}
	}
	var out [][]int
	for i := range points {
		if i%width == 0 {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], i)
	}
	return out
}

func newItemView(c *ConstructView, si *study.Item, ri *analysis.Item, number, population int, w *words) *ItemView {
	l := c.lang
	it := &ItemView{
		Item:      ri,
		Construct: c,
		Number:    number,
		Statement: inlineSource(si.Statement.In(l)),
		Label:     inlineSource(si.Label.In(l)),
		Caption:   inlineSource(si.Caption.In(l)),
		Name:      w.get("word.item") + " " + strconv.Itoa(number),
		R:         c.Construct.R(ri),
		words:     w,
	}
	counts := make([]int, len(c.Answers))
	for i, a := range c.Answers {
		for _, point := range c.classes[i] {
			counts[i] += ri.Answered[point]
		}
		a.Count = counts[i]
		if ri.N > 0 {
			a.Percent = 100 * float64(counts[i]) / float64(ri.N)
		}
		it.Answers = append(it.Answers, a)
	}
	f := Find(counts, population)
	it.Pattern, it.Amount, it.Side, it.SmallSample = f.Pattern, f.Amount, f.Side, f.SmallN
	it.AboveClaim = f.AboveClaim
	for _, i := range f.Leading {
		it.Leading = append(it.Leading, it.Answers[i])
	}
	it.Below, it.Middle, it.Above = it.group(f.Below), it.group(f.Middle), it.group(f.Above)
	if m := f.Majority; m != nil {
		mv := &MajorityView{Answers: it.group(m.Group), Claim: m.Claim, Population: population}
		lo, ok1 := m.Interval.Low.Get()
		hi, ok2 := m.Interval.High.Get()
		if ok1 && ok2 {
			mv.HasInterval, mv.Low, mv.High = true, 100*lo, 100*hi
		}
		it.Majority = mv
	}
	return it
}

// group names the points of a group from the middle of the scale outwards: up
// to three by their labels, a longer run by its ends.
func (it *ItemView) group(g Group) Answers {
	a := Answers{Points: len(g.Points), Count: g.Count, Percent: 100 * g.Share}
	var labels []string
	for _, i := range g.Points {
		labels = append(labels, it.Answers[i].Label)
	}
	if n := len(g.Points); n > 0 && sideAt(g.Points[n-1], len(it.Answers)) == BelowMiddle {
		slices.Reverse(labels)
	}
	if len(labels) > 3 {
		a.Labels = labels[0] + " " + it.words.get("word.to") + " " + labels[len(labels)-1]
	} else {
		a.Labels = lang.Or(it.Construct.lang, labels)
	}
	a.Labels = it.Construct.score + a.Labels
	return a
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
