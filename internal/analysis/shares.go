package analysis

import (
	"math"
	"slices"

	"wogreport/internal/study"
)

// ShareInterval is a share of those who answered, 0..1, with an interval for
// the population. Census says that everybody answered: the share is then the
// population's own, and there is no interval.
type ShareInterval struct {
	Share Value
	Interval
	Census bool
}

// Share is count of n with its 95% interval by Wilson (1927). Where the
// population is known (not 0) the sample counts as n (N-1)/(N-n) answers, its
// effective size under the finite-population correction. Nothing is undefined
// but the share of no answers and the interval of more answers than people.
func Share(count, n, population int) ShareInterval {
	if n == 0 {
		return ShareInterval{Share: Undefined(NoAnswers), Interval: undefinedInterval(NoAnswers)}
	}
	p := float64(count) / float64(n)
	s := ShareInterval{Share: Of(p)}
	size := float64(n)
	switch {
	case population == n:
		s.Interval, s.Census = undefinedInterval(Census), true
		return s
	case population != 0 && population < n:
		s.Interval = undefinedInterval(PopulationSmall)
		return s
	case population != 0:
		size *= float64(population-1) / float64(population-n)
	}
	s.Interval = Wilson(p, size, 0.95)
	return s
}

// z95 is the normal quantile of 95% intervals. It is written out, since what a
// library computes differs in the last digit between processors.
const z95 = 1.959963984540054

// intervalZ is the z of a two-sided interval at a level.
func intervalZ(level float64) float64 {
	if level == 0.95 {
		return z95
	}
	return normalQuantile(1 - float64((1-level)/2))
}

// Wilson is the score interval (Wilson 1927) of a share p of n observations;
// n > 0 need not be whole.
func Wilson(p, n, level float64) Interval {
	z := intervalZ(level)
	z2 := z * z
	middle := (p + z2/(2*n)) / (1 + z2/n)
	half := float64(z / (1 + z2/n) * math.Sqrt(p*(1-p)/n+z2/(4*n*n)))
	low, high := max(0, middle-half), min(1, middle+half)
	if p == 0 {
		low = 0
	}
	if p == 1 {
		high = 1
	}
	return Interval{Of(low), Of(high)}
}

// sharing is the population that shares are of: its size, 0 where that is not
// known, and whether everybody in it answered some item.
type sharing struct {
	population int
	census     bool
}

// share is Share; of an item that somebody skipped in a census there is no
// interval either, since those who skipped it were not left to chance.
func (p sharing) share(count, n int) ShareInterval {
	s := Share(count, n, p.population)
	if p.census && !s.Census && s.Share.Reason() == Defined {
		s.Interval = undefinedInterval(CensusSkipped)
	}
	return s
}

// AnswerShare is the share of those who gave one of some answers.
type AnswerShare struct {
	Answers []int // indexes, ascending
	Count   int   // HiddenCount where it is withheld
	// Certain says that they are more than half of the population, whatever those would answer
	// who did not: that is a count, and no inference.
	Certain bool
	ShareInterval
}

// Shares are the shares of the answers to an item as people ticked them, each
// computed once for whatever table, file or sentence has it.
type Shares struct {
	N      int           // valid answers
	Census bool          // everybody answered
	Each   []AnswerShare // per answer, ascending
	// Sides are where each answer stands: -1 on the lower side of the scale, 0 between
	// the sides, 1 on the upper.
	Sides []int
	// Below, Middle and Above are the answers by their sides, summed.
	// On an even scale none is in the middle. Where an answer is withheld all
	// three are: of such an item nothing is said.
	Below, Middle, Above AnswerShare
}

// SharesOf are the shares of n answers, by their counts ascending, of a
// population of so many people, 0 where that is not known.
func SharesOf(counts []int, n, population int) Shares {
	return sharing{population: population}.of(counts, n, study.Halves(len(counts)))
}

func (p sharing) of(counts []int, n int, on []int) Shares {
	s := Shares{N: n, Census: n == p.population, Sides: on}
	of := func(answers []int) AnswerShare {
		a := AnswerShare{Answers: answers}
		for _, i := range answers {
			if counts[i] == HiddenCount {
				a.Count = HiddenCount
				a.ShareInterval = ShareInterval{Share: Undefined(Withheld), Interval: undefinedInterval(Withheld)}
				return a
			}
			a.Count += counts[i]
		}
		a.ShareInterval, a.Certain = p.share(a.Count, n), p.population >= n && 2*a.Count > p.population
		return a
	}
	var sides [3][]int
	for i := range counts {
		s.Each = append(s.Each, of([]int{i}))
		sides[1+on[i]] = append(sides[1+on[i]], i)
	}
	s.Below, s.Middle, s.Above = of(sides[0]), of(sides[1]), of(sides[2])
	if slices.Contains(counts, HiddenCount) {
		for _, side := range []*AnswerShare{&s.Below, &s.Middle, &s.Above} {
			side.Count = HiddenCount
			side.ShareInterval = ShareInterval{Share: Undefined(Withheld), Interval: undefinedInterval(Withheld)}
		}
	}
	return s
}

// sidesOf are the sides of the answers as reports show them. A range of points that
// lie on different sides stands between them.
func sidesOf(scale study.Scale, ranges [][]int) []int {
	if scale.Divided == nil {
		return study.Halves(len(ranges))
	}
	sides := make([]int, len(ranges))
	for r, points := range ranges {
		if first := scale.Divided[points[0]]; first == scale.Divided[points[len(points)-1]] {
			sides[r] = first
		}
	}
	return sides
}

// boxes are the points of the two lowest answers and of the two highest, where a study
// divides its scale of those on each side.
func boxes(scale study.Scale) (low, high []int) {
	k := len(scale.Points)
	low, high = []int{0, 1}, []int{k - 2, k - 1}
	if scale.Divided != nil {
		low = slices.DeleteFunc(low, func(i int) bool { return scale.Divided[i] >= 0 })
		high = slices.DeleteFunc(high, func(i int) bool { return scale.Divided[i] <= 0 })
	}
	return low, high
}

// maxAnswers is how many answers are told apart. The points of a longer scale
// (0 to 100) are taken together in ranges of equal width.
const maxAnswers = 12

// ranges are the k points of a scale, by index, as a reader sees them: each an
// answer of its own, or in ranges whose width is a round number.
func ranges(k int) [][]int {
	width := 1
	for _, w := range []int{1, 2, 5, 10, 20, 25, 50, 100} {
		if width = w; (k+w-1)/w <= maxAnswers {
			break
		}
	}
	var out [][]int
	for i := range k {
		if i%width == 0 {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], i)
	}
	return out
}

// addShares adds the shares of the items' answers, once what is withheld is known.
func (c *Construct) addShares(of sharing) {
	for i := range c.Items {
		it := &c.Items[i]
		sides := c.Sides
		if len(c.Ranges) != len(it.Answered) {
			sides = study.Halves(len(it.Answered)) // of the points themselves, which nobody sees
		}
		it.Shares, it.Intervals = of.of(it.Answered, it.N, sides), nil
		for _, p := range it.Shares.Each {
			it.Intervals = append(it.Intervals, Interval{percent(p.Low), percent(p.High)})
		}
		if len(c.Ranges) == len(it.Answered) {
			continue
		}
		counts := make([]int, len(c.Ranges))
		for r, points := range c.Ranges {
			for _, p := range points {
				if it.Answered[p] == HiddenCount {
					counts[r] = HiddenCount
					break
				}
				counts[r] += it.Answered[p]
			}
		}
		it.Shares = of.of(counts, it.N, c.Sides)
	}
}

// percent is a share as a percent.
func percent(share Value) Value {
	if x, ok := share.Get(); ok {
		return Of(100 * x)
	}
	return share
}
