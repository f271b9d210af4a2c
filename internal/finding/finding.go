// Package finding owns the rules R1–R10: what may be said of numbers. It looks
// at counts, tests and intervals, and says which kind of sentence they carry;
// words, languages and pages it does not know. A template asks a finding and
// never a bare number.
package finding

import (
	"slices"

	"wogreport/internal/analysis"
	"wogreport/internal/lang"
)

// The rules, in the order of their numbers. Every sentence about an item in
// abstract, results, discussion and conclusion goes through them.
//
//	R1 leading   The most frequent answer leads, together with every answer less
//	             than NearTie percentage points behind it: 36,9% and 35,4% are
//	             named together. When more than three would lead, or every answer
//	             with a middle of its own does, none does ("flat").
//	R2 amount    "More than half" is said of the people who answered, and only of
//	             a count above half of them; exactly half is called half.
//	R3 sides     Answers above, at and below the middle of the scale are summed
//	             by position, and named by their labels; no word of praise or
//	             blame stands for them.
//	R4 neutral   When the middle answer leads, or leads together with others, the
//	             statement counts as neither supported nor rejected, if that
//	             answer is a neutral one: "Ragu-ragu", or a bare number, but not
//	             "Kurang Setuju" or "Cukup Puas", which lean to a side.
//	R5 people    A majority is carried from those who answered to the population
//	             only where its 95% interval lies above one half. Everybody
//	             answered: the count is the population's own, without interval.
//	R6 few       Below SmallN answers a caution stands beside the item.
//	R7 causes    The data are perceptions. A sentence quotes the statement and
//	             never asserts it.
//	R8 ranking   Discussion and conclusion state ranking, spread and agreement
//	             only; items equal at the decimals shown are named together.
//	             Agreement is compared among items that are not reversed.
//	R9 private   Of an item of which some count is withheld nothing is said but
//	             that: neither what leads nor which side has more.
//	R10 groups   p and the size of the effect speak together (difference.go).
const (
	// NearTie is how many percentage points apart two answers may be and still
	// be named together.
	NearTie = 5.0
	// SmallN is the number of answers below which a caution is due.
	SmallN = analysis.SmallN
)

// Item is what the rules allow to be said of one item's answers.
type Item struct {
	Pattern  Pattern
	Leading  []int // indexes of scale points, the most frequent first
	Amount   Amount
	Side     Side // of the leading answers together
	SmallN   bool
	Majority *Majority // nil when no answer and no side has more than half
	// AboveMajority says how far "more than half stand above the middle" may be
	// carried; nil when it does not hold even for those who answered.
	AboveMajority *Majority
	Below         AnswerSet // the sides of the scale
	Middle        AnswerSet // no points on an even scale
	Above         AnswerSet
}

// Pattern is the shape of an item's answers.
type Pattern string

// The patterns.
const (
	NoAnswers Pattern = "none"
	Clear     Pattern = "clear" // one answer leads
	Tied      Pattern = "tied"  // two or three lead together
	Flat      Pattern = "flat"  // no answer leads
	Withheld  Pattern = "withheld"
)

// Amount is how much of those who answered a count is.
type Amount string

// The amounts.
const (
	AllOf        Amount = "all"
	MoreThanHalf Amount = "more-than-half"
	Half         Amount = "half"
	LessThanHalf Amount = "less-than-half"
)

// Side is where answers stand on the scale.
type Side string

// The sides.
const (
	AboveMiddle Side = "above"
	AtMiddle    Side = "middle"
	BelowMiddle Side = "below"
	BothSides   Side = "mixed"
)

// AnswerSet is a set of scale points with the answers on them.
type AnswerSet struct {
	Points []int // indexes, ascending
	Count  int
	Share  float64 // 0..1 of the valid answers
}

// Majority is a group of answers that more than half of those who answered
// gave, and how far that may be carried.
type Majority struct {
	AnswerSet
	Claim    Claim
	Interval analysis.Interval // of the share, 95%; the share itself for a census
}

// Claim is how far a majority reaches.
type Claim string

// The claims.
const (
	OfSample     Claim = "sample"     // the interval does not exclude one half
	OfPopulation Claim = "population" // the interval lies above one half
	OfEverybody  Claim = "census"     // everybody answered
)

// OfItem applies the rules to the counts of an item as people ticked them, per
// scale point ascending. Population is 0 where it is not known.
func OfItem(counts []int, population int) Item {
	n := 0
	for _, c := range counts {
		n += c
	}
	f := Item{Pattern: NoAnswers, SmallN: n < SmallN && n != population} // of everybody there is nothing to be careful of
	f.Below, f.Middle, f.Above = sides(counts, max(n, 1))
	if n == 0 {
		return f
	}
	f.lead(counts, n)
	f.Majority = majority(f, counts, n, population)
	if 2*f.Above.Count > n {
		f.AboveMajority = claim(f.Above, n, population)
	}
	return f
}

// MostAbove reports whether more than half of those who answered stand above
// the middle of the scale.
func (f *Item) MostAbove() bool { return f.AboveMajority != nil }

// CarriedAbove reports whether that may be said of the population too.
func (f *Item) CarriedAbove() bool {
	return f.AboveMajority != nil && f.AboveMajority.Claim != OfSample
}

// LeadsMiddle reports whether the middle answer leads, alone or with others.
func (f *Item) LeadsMiddle() bool {
	return len(f.Middle.Points) > 0 && slices.Contains(f.Leading, f.Middle.Points[0])
}

// WiderMajority is AboveMajority where it reaches the population and Majority,
// of one answer among them, does not; else nil.
func (f *Item) WiderMajority() *Majority {
	if m := f.AboveMajority; m != nil && m.Claim == OfPopulation && f.Majority.Claim == OfSample {
		return m
	}
	return nil
}

// Decimals are those of a percent at which the interval's lower bound is not
// taken for one half: one, up to four beside it.
func (m *Majority) Decimals() int {
	low, _ := m.Interval.Low.Get()
	d := 1
	for d < 4 && lang.Round(100*low, d) == 50 {
		d++
	}
	return d
}

// lead applies R1, R2 and R4.
func (f *Item) lead(counts []int, n int) {
	most := 0
	for _, c := range counts {
		most = max(most, c)
	}
	// The most frequent first, then by distance; ties in scale order.
	for gap := 0; gap <= most; gap++ {
		if 100*float64(gap)/float64(n) >= NearTie && gap > 0 {
			break
		}
		for i, c := range counts {
			if c == most-gap && c > 0 {
				f.Leading = append(f.Leading, i)
			}
		}
	}
	switch k := len(f.Leading); {
	case k == 1:
		f.Pattern = Clear
	case k > 3, k == len(counts):
		f.Pattern, f.Leading = Flat, nil
	default:
		f.Pattern = Tied
	}
	f.Amount = amount(most, n)
	f.Side = sideOf(f.Leading, len(counts))
}

func amount(count, n int) Amount {
	switch {
	case count == n:
		return AllOf
	case 2*count > n:
		return MoreThanHalf
	case 2*count == n:
		return Half
	}
	return LessThanHalf
}

// sideAt is the side of point i of k, by position on the scale.
func SideAt(i, k int) Side {
	switch {
	case 2*i+1 == k:
		return AtMiddle
	case 2*i+1 > k:
		return AboveMiddle
	}
	return BelowMiddle
}

func sideOf(points []int, k int) Side {
	if len(points) == 0 {
		return BothSides
	}
	s := SideAt(points[0], k)
	for _, p := range points[1:] {
		if SideAt(p, k) != s {
			return BothSides
		}
	}
	return s
}

func sides(counts []int, n int) (below, middle, above AnswerSet) {
	for i, c := range counts {
		g := &above
		switch SideAt(i, len(counts)) {
		case BelowMiddle:
			g = &below
		case AtMiddle:
			g = &middle
		}
		g.Points = append(g.Points, i)
		g.Count += c
	}
	for _, g := range []*AnswerSet{&below, &middle, &above} {
		g.Share = float64(g.Count) / float64(n)
	}
	return
}

// majority applies R5. Its subject is the single leading answer when more than
// half gave it, else the side of the scale that more than half are on.
func majority(f Item, counts []int, n, population int) *Majority {
	var g AnswerSet
	switch {
	case f.Pattern == Clear && 2*counts[f.Leading[0]] > n:
		c := counts[f.Leading[0]]
		g = AnswerSet{Points: f.Leading, Count: c, Share: float64(c) / float64(n)}
	case 2*f.Above.Count > n:
		g = f.Above
	case 2*f.Below.Count > n:
		g = f.Below
	default:
		return nil
	}
	return claim(g, n, population)
}

// claim says how far it may be carried that more than half of n gave the
// answers of g.
func claim(g AnswerSet, n, population int) *Majority {
	s := analysis.Share(g.Count, n, population)
	m := &Majority{AnswerSet: g, Claim: OfSample, Interval: s.Interval}
	switch low, ok := s.Low.Get(); {
	case s.Census:
		m.Claim = OfEverybody
	case ok && low > 0.5:
		m.Claim = OfPopulation
	}
	return m
}
