package report

import (
	"slices"
	"strings"

	"wogreport/internal/analysis"
)

// The rules that choose a sentence. A template never looks at a bare number to
// decide what may be said of it: it asks the Finding, and every sentence about
// an item in abstract, results, discussion and conclusion goes through one.
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
const (
	// NearTie is how many percentage points apart two answers may be and still
	// be named together.
	NearTie = 5.0
	// SmallN is the number of answers below which a caution is due.
	SmallN = analysis.SmallN
)

// Finding is what the rules allow to be said of one item's answers.
type Finding struct {
	Pattern  Pattern
	Leading  []int // indexes of scale points, the most frequent first
	Amount   Amount
	Side     Side // of the leading answers together
	SmallN   bool
	Majority *Majority // nil when no answer and no side has more than half
	// AboveMajority says how far "more than half stand above the middle" may be
	// carried; nil when it does not hold even for those who answered.
	AboveMajority *Majority
	Below         Group // the sides of the scale
	Middle        Group // no points on an even scale
	Above         Group
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

// Group is a set of scale points with the answers on them.
type Group struct {
	Points []int // indexes, ascending
	Count  int
	Share  float64 // 0..1 of the valid answers
}

// Majority is a group of answers that more than half of those who answered
// gave, and how far that may be carried.
type Majority struct {
	Group
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

// Find applies the rules to the counts of an item as people ticked them, per
// scale point ascending. Population is 0 where it is not known.
func Find(counts []int, population int) Finding {
	n := 0
	for _, c := range counts {
		n += c
	}
	f := Finding{Pattern: NoAnswers, SmallN: n < SmallN}
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

// lead applies R1, R2 and R4.
func (f *Finding) lead(counts []int, n int) {
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
func sideAt(i, k int) Side {
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
	s := sideAt(points[0], k)
	for _, p := range points[1:] {
		if sideAt(p, k) != s {
			return BothSides
		}
	}
	return s
}

func sides(counts []int, n int) (below, middle, above Group) {
	for i, c := range counts {
		g := &above
		switch sideAt(i, len(counts)) {
		case BelowMiddle:
			g = &below
		case AtMiddle:
			g = &middle
		}
		g.Points = append(g.Points, i)
		g.Count += c
	}
	for _, g := range []*Group{&below, &middle, &above} {
		g.Share = float64(g.Count) / float64(n)
	}
	return
}

// majority applies R5. Its subject is the single leading answer when more than
// half gave it, else the side of the scale that more than half are on.
func majority(f Finding, counts []int, n, population int) *Majority {
	var g Group
	switch {
	case f.Pattern == Clear && 2*counts[f.Leading[0]] > n:
		c := counts[f.Leading[0]]
		g = Group{Points: f.Leading, Count: c, Share: float64(c) / float64(n)}
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
func claim(g Group, n, population int) *Majority {
	s := analysis.Share(g.Count, n, population)
	m := &Majority{Group: g, Claim: OfSample, Interval: s.Interval}
	switch low, ok := s.Low.Get(); {
	case s.Census:
		m.Claim = OfEverybody
	case ok && low > 0.5:
		m.Claim = OfPopulation
	}
	return m
}

// neutralWords are parts of labels that lean to no side, folded to lower case.
var neutralWords = []string{"netral", "ragu", "biasa saja", "tidak tahu", "tidak berpendapat", "tidak menentukan", "sedang",
	"neutral", "neither", "undecided", "unsure", "not sure", "no opinion", "don't know", "uncertain"}

// isNeutral reports whether a label in the middle of a scale leans to no side.
func isNeutral(label string) bool {
	label = strings.ToLower(label)
	return slices.ContainsFunc(neutralWords, func(w string) bool { return strings.Contains(label, w) })
}
