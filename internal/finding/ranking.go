package finding

import (
	"cmp"
	"math"
	"slices"

	"wogreport/internal/analysis"
	"wogreport/internal/lang"
)

// Extremes are the things that rank first and last by a value (R8). Next to each of the
// two values stands the nearest other one, beside which it is told: "2.5500" and not "2.55"
// where another is 2.5517.
type Extremes[T any] struct {
	Low, High           []T
	LowValue, HighValue float64
	LowNext, HighNext   float64
}

// Any reports whether there is a ranking to speak of.
func (e Extremes[T]) Any() bool { return len(e.High) > 0 }

// oneNumber is at how many decimals two numbers are one: as many as lang.Telling shows.
const oneNumber = 10

// Ends ranks things by a value. Those whose values are one number rank together; a tie that
// rounding makes is none. All is empty when fewer than two things have the value, or when
// the decimals shown do not part the first from the last.
func Ends[T any](things []T, decimals int, value func(T) analysis.Value) (e Extremes[T]) {
	type ranked struct {
		thing T
		v     float64
	}
	var rs []ranked
	for _, t := range things {
		if v, ok := value(t).Get(); ok {
			rs = append(rs, ranked{t, lang.Round(v, oneNumber)})
		}
	}
	slices.SortStableFunc(rs, func(a, b ranked) int { return cmp.Compare(a.v, b.v) })
	if len(rs) < 2 || Same(rs[0].v, rs[len(rs)-1].v, decimals) {
		return e
	}
	e.LowValue, e.HighValue = rs[0].v, rs[len(rs)-1].v
	e.LowNext, e.HighNext = e.HighValue, e.LowValue
	for _, r := range rs {
		switch r.v {
		case e.LowValue:
			e.Low = append(e.Low, r.thing)
		case e.HighValue:
			e.High = append(e.High, r.thing)
		default:
			e.LowNext, e.HighNext = min(e.LowNext, r.v), max(e.HighNext, r.v)
		}
	}
	return e
}

// Same reports whether two numbers are shown alike, so that neither is called
// the larger.
func Same(a, b float64, decimals int) bool { return lang.Round(a, decimals) == lang.Round(b, decimals) }

// Larger reports whether a value is shown as larger than another; an undefined
// one is not.
func Larger(a, b analysis.Value, decimals int) bool {
	x, ok1 := a.Get()
	y, ok2 := b.Get()
	return ok1 && ok2 && lang.Round(x, decimals) > lang.Round(y, decimals)
}

// Reaches reports whether an interval reaches down to a limit, so that what
// stands above it is not certain to.
func Reaches(i analysis.Interval, limit float64) bool {
	low, ok := i.Low.Get()
	return ok && low <= limit
}

// Moved reports whether a score or a pair of groups may be said to differ: by p
// adjusted for the number of comparisons.
func Moved(adjusted analysis.Value, significance float64) bool {
	p, ok := adjusted.Get()
	return ok && p < significance
}

// Nearest is the limit nearest to a value, undefined where there is none: what its
// printed digits must not contradict.
func Nearest(v analysis.Value, limits ...float64) analysis.Value {
	x, ok := v.Get()
	if !ok || len(limits) == 0 {
		return analysis.Undefined(analysis.NoRows)
	}
	near := slices.MinFunc(limits, func(a, b float64) int { return cmp.Compare(math.Abs(a-x), math.Abs(b-x)) })
	return analysis.Of(near)
}
