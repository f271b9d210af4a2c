package view

import (
	"slices"
	"strconv"

	"wogreport/internal/analysis"
	"wogreport/internal/finding"
	"wogreport/internal/lang"
	"wogreport/internal/markdown"
	"wogreport/internal/study"
	"wogreport/internal/words"
)

// Answer is one point of a scale with the answers on it.
type Answer struct {
	Label   string
	Name    string // as a sentence names it: the label, or "skor 4" on a scale of bare numbers
	Code    string
	Value   int
	Count   int
	Percent float64
	Whole   float64 // Percent as it is shown without decimals, before rounding
	Hidden  bool    // for privacy: Count and Percent say nothing
}

// Numeric reports whether the answer is called by its number.
func (a Answer) Numeric() bool { return a.Label == strconv.Itoa(a.Value) }

// Answers is a set of answers that a sentence names together.
type Answers struct {
	First   int // the values of the outermost of them
	Last    int
	Labels  string // "Setuju atau Sangat Setuju"
	Points  int
	Count   int
	Percent float64
}

// ItemView is one item with its results and what may be said of them.
type ItemView struct {
	*analysis.Item
	ID        string // Item's, as ConstructView has some of Construct's
	N         int
	Missing   int // of those who answered some item
	Construct *ConstructView
	Number    int // in the document, from 1
	Statement string
	Label     string // the name, or "butir 3" of a long statement without one
	Labelled  bool   // it is a name
	Coded     bool   // it is the column's code: the study has neither label nor statement
	Caption   string
	Named     bool   // the caption is not the statement itself
	Name      string // "butir 3"
	R         analysis.Value
	Answers   []Answer // as people ticked them, the scale's points ascending
	Outside   []Answer // those outside the scale that somebody gave

	Pattern              finding.Pattern
	Leading              []Answer
	Amount               finding.Amount
	Side                 finding.Side
	Below, Middle, Above Answers
	SmallSample          bool
	Even                 bool          // the leading answers have the same count
	SideMajority         *MajorityView // of a side, where more may be said of it than of Majority, of one answer among them
	AboveMajority        *MajorityView // the same of the side above the middle only; words from before there was SideMajority have it
	Majority             *MajorityView
	// Supposes says that it is the first item of which something is said of the population that
	// holds only if those who answered are like a random sample, SupposesToo so of the others.
	Supposes, SupposesToo bool

	words    *words.Words
	finding  finding.Item
	adjusted bool // percents are rounded so that they add to 100
}

// itemName is "butir 3".
func itemName(number int, w *words.Words) string {
	return w.Get("word.item") + " " + strconv.Itoa(number)
}

// itemLabel is what an item is called beside its number: a long statement stands in full
// once, in the first table of items, and the number stands for it from there on.
func itemLabel(st *study.Study, at place, number int, w *words.Words) string {
	it := &st.Constructs[at.construct].Items[at.item]
	if !it.Named() {
		return itemName(number, w)
	}
	return Source(st, at.key()+".label", it.Label, w)
}

// Quoted is the item's label in quotation marks, or its number: a column's code is nothing that
// anybody was asked.
func (it *ItemView) Quoted() string { return quoted(it.Label, it.Name, it.Labelled && !it.Coded) }

func quoted(label, name string, labelled bool) string {
	if !labelled {
		return name
	}
	return "“" + label + "”"
}

// Passed and Failed report the verdict on the item's validity.
func (it *ItemView) Passed() bool { return it.Valid == analysis.Pass }
func (it *ItemView) Failed() bool { return it.Valid == analysis.Fail }

// MajorityView is a Majority in words and percents.
type MajorityView struct {
	Answers
	Claim       finding.Claim
	Certain     bool // it is more than half of the population already, and everybody has not answered
	HasInterval bool
	Low, High   float64 // percents, where there is an interval
	Decimals    int     // that tell Low from one half
	Population  int
	// Left is how many of the population gave no answer on the scale. Unknown is as many where the
	// interval reaches further than they could take the share; else 0.
	Left, Unknown int
}

// Half reports whether it is half of the population exactly.
func (m *MajorityView) Half() bool { return 2*m.Count == m.Population }

// place is where an item stands in a study: its construct and its own number, from 0.
type place struct{ construct, item int }

func (p place) key() string { return entry(entry("constructs", p.construct)+".items", p.item) }

func newItemView(c *ConstructView, st *study.Study, at place, ri *analysis.Item, number, population, empty int, w *words.Words) *ItemView {
	l, set, si := c.lang, st.Analysis, &st.Constructs[at.construct].Items[at.item]
	it := &ItemView{
		Item:      ri,
		ID:        ri.ID,
		N:         ri.N,
		Missing:   max(0, ri.Missing-empty),
		Construct: c,
		Number:    number,
		Statement: Source(st, at.key()+".statement", si.Statement, w),
		Label:     itemLabel(st, at, number, w),
		Labelled:  si.Named(),
		Coded:     si.Coded(),
		Caption:   Source(st, at.key()+".caption", si.Caption, w),
		Named:     si.Caption.In(l) != si.Statement.In(l),
		Name:      itemName(number, w),
		R:         c.Construct.R(ri),
		words:     w,
	}
	counts := make([]int, len(c.Answers))
	for i, a := range c.Answers {
		counts[i] = max(0, ri.Shares.Each[i].Count)
		a.Hidden = ri.Shares.Each[i].Count == analysis.HiddenCount
		a.Count = counts[i]
		if ri.N > 0 {
			a.Percent = 100 * float64(counts[i]) / float64(ri.N)
		}
		a.Whole = a.Percent
		it.Answers = append(it.Answers, a)
	}
	it.Outside = outsideAnswers(ri)
	f := finding.OfItem(ri.Shares)
	it.finding = f
	it.Pattern, it.Amount, it.Side, it.SmallSample = f.Pattern, f.Amount, f.Side, f.SmallN
	if f.Pattern == finding.Withheld {
		return it
	}
	if set.Percents == "largest-remainder" && ri.N > 0 {
		it.adjust(counts)
	}
	for _, i := range f.Leading {
		it.Leading = append(it.Leading, it.Answers[i])
	}
	it.Below, it.Middle, it.Above = it.group(f.Below), it.group(f.Middle), it.group(f.Above)
	it.Majority = it.majority(f.Majority, population)
	if wider := f.WiderMajority(); wider != nil {
		it.SideMajority = it.majority(wider, population)
		if wider == f.AboveMajority {
			it.AboveMajority = it.SideMajority
		}
	}
	it.Even = len(it.Leading) > 1
	for _, a := range it.Leading {
		it.Even = it.Even && a.Count == it.Leading[0].Count
	}
	return it
}

// SamePercent reports whether the leading answers, which have one count, have one
// percent too: those that are to add to 100 may differ by a decimal.
func (it *ItemView) SamePercent() bool {
	return !slices.ContainsFunc(it.Leading, func(a Answer) bool { return !finding.Same(a.Percent, it.Leading[0].Percent, 1) })
}

// SideChosen is the side of the scale that more than half of those who answered are on,
// nil where none is; ChosenBelow says that it is that below the middle.
func (it *ItemView) SideChosen() *Answers {
	switch {
	case it.finding.AboveMajority != nil:
		return &it.Above
	case it.finding.BelowMajority != nil:
		return &it.Below
	}
	return nil
}

// Inferred reports whether a majority of the answers is told of the population by its interval.
func (it *ItemView) Inferred() bool {
	return it.finding.Majority.Inferred() || it.finding.WiderMajority().Inferred()
}

// Leaning reports whether the answers lean to a side that has no majority (rule R4).
func (it *ItemView) Leaning() bool { return it.finding.Leaning() }

// Outweighed reports whether the leading answers stand on the side of the scale with fewer answers,
// or with as many as the other (rule R3).
func (it *ItemView) Outweighed() bool { return it.finding.Outweighed() }

// More and Fewer are the two sides of the scale by how many chose them, of equal ones the one on
// which the leading answers are as Fewer.
func (it *ItemView) More() Answers {
	if it.moreBelow() {
		return it.Below
	}
	return it.Above
}

// Fewer is explained at More.
func (it *ItemView) Fewer() Answers {
	if it.moreBelow() {
		return it.Above
	}
	return it.Below
}

func (it *ItemView) moreBelow() bool {
	return it.Below.Count > it.Above.Count || it.Below.Count == it.Above.Count && it.Side == finding.AboveMiddle
}

// MiddleMost reports whether more chose the middle answer than all that are on either side.
func (it *ItemView) MiddleMost() bool { return it.Middle.Count > it.More().Count }

// Times is how many times as many chose More as chose Fewer, in whole times; TimesExact says that
// it is no more than that. It says nothing where nobody is on the other side.
func (it *ItemView) Times() int { return it.More().Count / max(1, it.Fewer().Count) }

// TimesExact is explained at Times.
func (it *ItemView) TimesExact() bool { return it.Times()*it.Fewer().Count == it.More().Count }

// OnlyEnds reports whether the answers are polarised and nobody chose any between the ends.
func (it *ItemView) OnlyEnds() bool {
	return it.Pattern == finding.Polarised && it.Leading[0].Count+it.Leading[1].Count == it.N
}

// FewestCount and MostCount are how often the answers were chosen that the fewest and the most
// respondents gave.
func (it *ItemView) FewestCount() int {
	return slices.MinFunc(it.Answers, func(a, b Answer) int { return a.Count - b.Count }).Count
}

// MostCount is explained at FewestCount.
func (it *ItemView) MostCount() int {
	return slices.MaxFunc(it.Answers, func(a, b Answer) int { return a.Count - b.Count }).Count
}

// ChosenBelow is explained at SideChosen.
func (it *ItemView) ChosenBelow() bool { return it.finding.BelowMajority != nil }

// Unanswered is how many gave no answer at all, on the scale or off it.
func (it *ItemView) Unanswered() int { return it.Missing - it.Unread }

// majority is a majority in words, or nil.
func (it *ItemView) majority(m *finding.Majority, population int) *MajorityView {
	if m == nil {
		return nil
	}
	v := &MajorityView{Answers: it.group(m.AnswerShare), Claim: m.Claim, Certain: m.Certain && m.Claim != finding.OfEverybody, Population: population}
	v.Left = max(0, population-it.N)
	lo, ok1 := m.Low.Get()
	hi, ok2 := m.High.Get()
	if ok1 && ok2 {
		v.HasInterval, v.Low, v.High, v.Decimals = true, 100*lo, 100*hi, m.Decimals()
		count, left, size := float64(m.Count), float64(v.Left), float64(population)
		if left > 0 && len(it.Outside) == 0 && (lo < count/size || hi > (count+left)/size) {
			v.Unknown = v.Left
		}
	}
	return v
}

// adjust rounds the percents of the answers so that they add to 100, for every place
// that shows them: tables, charts, sentences and their sums.
func (it *ItemView) adjust(counts []int) {
	it.adjusted = true
	percents, whole := AdjustedPercents(counts, it.N)
	for i, p := range percents {
		share := it.Answers[i].Percent
		it.Answers[i].Percent, it.Answers[i].Whole = p, whole[i]
		it.Construct.Adjusted = it.Construct.Adjusted || lang.Round(share, 1) != p
	}
}

// AdjustedPercents are the percents of counts of n with one decimal and with none, rounded so that they add to 100.
func AdjustedPercents(counts []int, n int) (percents, whole []float64) {
	for i, tenths := range largestRemainder(counts, n, 1000) {
		percents = append(percents, adjusted(float64(tenths)/10, 100*float64(counts[i])/float64(n)))
	}
	for _, w := range largestRemainder(counts, n, 100) {
		whole = append(whole, float64(w))
	}
	return percents, whole
}

// adjusted is a percent as it was rounded, or as it is where rounding would make it
// one half, which it is not.
func adjusted(rounded, share float64) float64 {
	if rounded == 50 && share != 50 {
		return share
	}
	return rounded
}

// percentOf is the percent of a group of answers: where percents are adjusted, the sum
// of theirs.
func (it *ItemView) percentOf(g analysis.AnswerShare) float64 {
	share, _ := g.Share.Get()
	if !it.adjusted {
		return 100 * share
	}
	sum := 0.0
	for _, i := range g.Answers {
		sum += lang.Round(it.Answers[i].Percent, 1)
	}
	return adjusted(lang.Round(sum, 1), 100*share)
}

// BoxPercent is the percent of the two highest scores, or of the two lowest, whose
// share is given: where percents are adjusted, the sum of theirs.
func (it *ItemView) BoxPercent(share analysis.Value, high bool) analysis.Value {
	k := len(it.Counts)
	if _, ok := share.Get(); !ok || !it.adjusted || k != len(it.Answers) {
		return percent(share)
	}
	box := analysis.AnswerShare{Answers: it.Construct.LowBox}
	if high != it.Reversed { // Counts are of scores, Answers as they were ticked
		box.Answers = it.Construct.HighBox
	}
	box.Share = share
	return analysis.Of(it.percentOf(box))
}

// group names the answers of a group from the middle of the scale outwards: up
// to three by their labels, a longer run by its ends; upwards by their numbers where some have no label;
// ranges of points by the first and the last point.
func (it *ItemView) group(g analysis.AnswerShare) Answers {
	a := Answers{Points: len(g.Answers), Count: g.Count, Percent: it.percentOf(g)}
	var labels []string
	byNumber := slices.ContainsFunc(g.Answers, func(i int) bool { return it.Answers[i].Numeric() })
	for _, i := range g.Answers {
		label := it.Answers[i].Label
		if byNumber { // words at the ends only: "3, 2, or Never" is no list
			label = strconv.Itoa(it.Answers[i].Value)
		}
		labels = append(labels, label)
	}
	if n := len(g.Answers); n > 0 && !it.Construct.Numbers && !byNumber && it.Construct.Sides[g.Answers[n-1]] < 0 {
		slices.Reverse(labels)
	}
	c := it.Construct
	if len(g.Answers) > 0 {
		a.First, a.Last = c.ends(slices.Min(g.Answers)).First, c.ends(slices.Max(g.Answers)).Last
	}
	if n := len(g.Answers); n > 1 && len(c.Ranges) < len(c.Values) { // ranges of points: one of them all
		ends := []int{g.Answers[0], g.Answers[n-1]}
		slices.Sort(ends)
		upper := c.Ranges[ends[1]]
		a.Labels = markdown.Escape(strconv.Itoa(c.Values[c.Ranges[ends[0]][0]]) + "–" + strconv.Itoa(c.Values[upper[len(upper)-1]]))
	} else if byNumber && !it.Construct.Numbers && len(labels) > 2 {
		a.Labels = labels[0] + "–" + labels[len(labels)-1]
	} else if len(labels) > 3 {
		a.Labels = labels[0] + " " + it.words.Get("word.to") + " " + labels[len(labels)-1]
	} else {
		a.Labels = lang.Or(c.lang, labels)
	}
	if a.Labels = c.score + a.Labels; c.score == "" && startsWithDigit(a.Labels) {
		a.Labels = it.words.Get("word.score") + " " + a.Labels
	}
	return a
}

// Numeric reports whether the labels end in a number, which a count would run into.
func (a Answers) Numeric() bool {
	n := len(a.Labels)
	return n > 0 && a.Labels[n-1] >= '0' && a.Labels[n-1] <= '9'
}

func startsWithDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

// largestRemainder shares out total units over counts that add to n: each gets
// its share rounded down, and the units left go to the largest remainders, to
// the earlier where they are equal (Hamilton's method).
func largestRemainder(counts []int, n, total int) []int {
	out := make([]int, len(counts))
	order := make([]int, len(counts))
	left := total
	for i, c := range counts {
		out[i], order[i] = c*total/n, i
		left -= out[i]
	}
	slices.SortStableFunc(order, func(a, b int) int { return counts[b]*total%n - counts[a]*total%n })
	for _, i := range order[:left] {
		out[i]++
	}
	return out
}
