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
//	             named together. When more than three would lead, or three do and every
//	             other answer is less than Spread points behind, none does ("flat"). When each end of the scale has
//	             at least Pole percent and every answer between them fewer than
//	             either by NearTie points and more, the answers are polarised, and are
//	             called nothing else.
//	R2 amount    "More than half" is said of the people who answered, and only of
//	             a count above half of them; exactly half is called half.
//	R3 sides     Answers above, at and below the middle of the scale are summed
//	             by position, and named by their labels; no word of praise or
//	             blame stands for them. Where the answer that leads stands on the side with
//	             fewer, or no more, that is said.
//	R4 neutral   When the middle answer leads, or leads together with others, the
//	             statement counts as neither supported nor rejected, if neither side
//	             has more than half and that
//	             answer is a neutral one: "Ragu-ragu", or a bare number, but not
//	             "Kurang Setuju" or "Cukup Puas", which lean to a side; and if no side
//	             has at least twice as many answers as the other.
//	R5 people    A majority, above the middle or below it, is carried from those who answered to the population
//	             only where its 95% interval lies above one half. Where it is more than half
//	             of the population by itself, that is certain, and supposes nothing; where
//	             everybody answered, the count is the population's own.
//	R6 few       Below SmallN answers to an item there is a caution, once in the method.
//	R7 causes    The data are perceptions. A sentence quotes the statement and
//	             never asserts it.
//	R8 ranking   Discussion and conclusion state ranking, spread and agreement
//	             only; items with one number are named together, and a number is shown
//	             with the decimals that part it from the next.
//	             Agreement is compared among items that are not reversed.
//	R9 private   Of an item of which some count is withheld nothing is said but
//	             that: neither what leads nor which side has more.
//	R10 groups   p and the size of the effect speak together (difference.go).
const (
	// NearTie is how many percentage points apart two answers may be and still
	// be named together.
	NearTie = 5.0
	// Spread is how many percentage points apart all answers may be and, where three would be
	// named together, still count as spread over the scale.
	Spread = 10.0
	// Pole is how many percent of the answers each end of a scale has at least where
	// answers are polarised.
	Pole = 30
	// SmallN is the number of answers below which a caution is due.
	SmallN = analysis.SmallN
)

// Item is what the rules allow to be said of one item's answers.
type Item struct {
	Pattern  Pattern
	Leading  []int // indexes of answers, the most frequent first
	Amount   Amount
	Side     Side // of the leading answers together
	SmallN   bool
	Majority *Majority // nil when no answer and no side has more than half
	// AboveMajority says how far "more than half stand above the middle" may be
	// carried; nil when it does not hold even for those who answered. BelowMajority
	// is the same of those below it.
	AboveMajority, BelowMajority *Majority
	// The sides of the scale; none is in the middle of an even one.
	Below, Middle, Above analysis.AnswerShare
}

// Pattern is the shape of an item's answers.
type Pattern string

// The patterns.
const (
	NoAnswers Pattern = "none"
	Clear     Pattern = "clear"     // one answer leads
	Tied      Pattern = "tied"      // two or three lead together
	Flat      Pattern = "flat"      // no answer leads
	Polarised Pattern = "polarised" // most stand at the two ends
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

// Majority is a group of answers that more than half of those who answered
// gave, and how far that may be carried.
type Majority struct {
	analysis.AnswerShare
	Claim Claim
}

// Claim is how far a majority reaches.
type Claim string

// The claims.
const (
	OfSample     Claim = "sample"     // the interval does not exclude one half
	OfPopulation Claim = "population" // the interval lies above one half
	OfEverybody  Claim = "census"     // everybody answered
)

// OfItem applies the rules to the shares of an item's answers.
func OfItem(s analysis.Shares) Item {
	if s.Above.Count == analysis.HiddenCount {
		return Item{Pattern: Withheld}
	}
	f := Item{Pattern: NoAnswers, Below: s.Below, Middle: s.Middle, Above: s.Above}
	f.SmallN = s.N < SmallN && !s.Census // of everybody there is nothing to be careful of
	if s.N == 0 {
		return f
	}
	f.lead(s)
	f.Majority = majority(f, s)
	if 2*f.Above.Count > s.N {
		f.AboveMajority = claim(f.Above)
	}
	if 2*f.Below.Count > s.N {
		f.BelowMajority = claim(f.Below)
	}
	return f
}

// Carried reports whether a majority may be said of the population too.
func (m *Majority) Carried() bool { return m.reach() > 0 }

// Inferred reports whether that rests on its interval alone.
func (m *Majority) Inferred() bool { return m.reach() == 1 }

// reach is how far a majority may be carried: 0 for not at all, 1 by its interval, 2 for certain,
// since it is more than half of the population already.
func (m *Majority) reach() int {
	switch {
	case m != nil && (m.Claim == OfEverybody || m.Certain):
		return 2
	case m != nil && m.Claim == OfPopulation:
		return 1
	}
	return 0
}

// Neutral reports whether the middle answer leads, alone or with others, and neither
// side of it has more than half, nor is there one to which the answers lean.
func (f *Item) Neutral() bool {
	return f.LeadsMiddle() && f.AboveMajority == nil && f.BelowMajority == nil && !f.Leaning()
}

// minLeaning is how many answers a side has at least for the answers to lean to it: of fewer, twice
// as many is a matter of one or two respondents.
const minLeaning = 10

// Leaning reports whether one side of the middle, of which neither has more than half, has at
// least twice as many answers as the other.
func (f *Item) Leaning() bool {
	more, fewer := max(f.Above.Count, f.Below.Count), min(f.Above.Count, f.Below.Count)
	return f.AboveMajority == nil && f.BelowMajority == nil && more >= minLeaning && more >= 2*fewer
}

// MiddleMajority reports whether more than half of the answers are those of the middle.
func (f *Item) MiddleMajority() bool { return f.Middle.Count > f.Above.Count+f.Below.Count }

// Outweighed reports whether the leading answers stand on one side of the middle, and at least as
// many on the other: the most frequent answer does not say to which side they incline.
func (f *Item) Outweighed() bool {
	return f.Side == BelowMiddle && f.Above.Count >= f.Below.Count || f.Side == AboveMiddle && f.Below.Count >= f.Above.Count
}

// LeadsMiddle reports whether the middle answer leads, alone or with others.
func (f *Item) LeadsMiddle() bool {
	return slices.ContainsFunc(f.Middle.Answers, func(i int) bool { return slices.Contains(f.Leading, i) })
}

// WiderMajority is that of a side where more may be said of it than of Majority, which is
// of one answer among them: it reaches the population, or does so for certain; else nil.
func (f *Item) WiderMajority() *Majority {
	for _, m := range []*Majority{f.AboveMajority, f.BelowMajority} {
		if m.reach() > f.Majority.reach() {
			return m
		}
	}
	return nil
}

// Decimals are those of a percent at which the interval's lower bound is not
// taken for one half: one, up to four beside it.
func (m *Majority) Decimals() int {
	low, _ := m.Low.Get()
	d := 1
	for d < 4 && lang.Round(100*low, d) == 50 {
		d++
	}
	return d
}

// lead applies R1, R2 and R4.
func (f *Item) lead(s analysis.Shares) {
	most := 0
	for _, a := range s.Each {
		most = max(most, a.Count)
	}
	for i, a := range s.Each {
		if gap := most - a.Count; a.Count > 0 && (gap == 0 || 100*float64(gap)/float64(s.N) < NearTie) {
			f.Leading = append(f.Leading, i)
		}
	}
	// The most frequent first, then by distance; ties in scale order.
	slices.SortStableFunc(f.Leading, func(i, j int) int { return s.Each[j].Count - s.Each[i].Count })
	switch k := len(f.Leading); {
	case k == 1:
		f.Pattern = Clear
	case k > 3, k == 3 && spread(s.Each, most, s.N):
		f.Pattern, f.Leading = Flat, nil
	default:
		f.Pattern = Tied
	}
	if ends, ok := poles(s); ok {
		f.Pattern, f.Leading = Polarised, ends
	}
	f.Amount = amount(most, s.N)
	f.Side = sideOf(f.Leading, s.Sides)
}

// spread reports whether no answer is far behind the most frequent one.
func spread(answers []analysis.AnswerShare, most, n int) bool {
	return !slices.ContainsFunc(answers, func(a analysis.AnswerShare) bool { return 100*float64(most-a.Count) >= Spread*float64(n) })
}

// poles are the ends of the scale, the one with more answers first, where the
// answers are polarised.
func poles(s analysis.Shares) ([]int, bool) {
	last := len(s.Each) - 1
	if last < 2 {
		return nil, false
	}
	a, b := s.Each[0].Count, s.Each[last].Count
	least := min(a, b)
	if 100*least < Pole*s.N {
		return nil, false
	}
	for _, x := range s.Each[1:last] {
		if 100*float64(least-x.Count) < NearTie*float64(s.N) {
			return nil, false
		}
	}
	if b > a {
		return []int{last, 0}, true
	}
	return []int{0, last}, true
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

func sideOf(answers, sides []int) Side {
	if len(answers) == 0 {
		return BothSides
	}
	s := sides[answers[0]]
	for _, a := range answers[1:] {
		if sides[a] != s {
			return BothSides
		}
	}
	return [...]Side{BelowMiddle, AtMiddle, AboveMiddle}[1+s]
}

// majority applies R5. Its subject is the single leading answer when more than
// half gave it, else the side of the scale that more than half are on.
func majority(f Item, s analysis.Shares) *Majority {
	switch {
	case (f.Pattern == Clear || f.Pattern == Tied) && 2*s.Each[f.Leading[0]].Count > s.N:
		return claim(s.Each[f.Leading[0]])
	case 2*f.Above.Count > s.N:
		return claim(f.Above)
	case 2*f.Below.Count > s.N:
		return claim(f.Below)
	}
	return nil
}

// claim says how far it may be carried that more than half gave some answers.
func claim(a analysis.AnswerShare) *Majority {
	m := &Majority{AnswerShare: a, Claim: OfSample}
	switch low, ok := a.Low.Get(); {
	case a.Census:
		m.Claim = OfEverybody
	case ok && low > 0.5:
		m.Claim = OfPopulation
	}
	return m
}
