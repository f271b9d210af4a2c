package finding

import (
	"cmp"
	"math"
	"slices"

	"wogreport/internal/analysis"
	"wogreport/internal/lang"
)

// Ends are what ranks first and last by a value, those equal at the decimals
// shown together (R8). All are empty when fewer than two things have the value,
// or when all are equal.
func Ends[T any](things []T, decimals int, value func(T) analysis.Value) (low, high []T, lowValue, highValue float64) {
	type ranked struct {
		thing T
		v     float64
	}
	var rs []ranked
	for _, t := range things {
		if v, ok := value(t).Get(); ok {
			rs = append(rs, ranked{t, lang.Round(v, decimals)})
		}
	}
	slices.SortStableFunc(rs, func(a, b ranked) int { return cmp.Compare(a.v, b.v) })
	if len(rs) < 2 || rs[0].v == rs[len(rs)-1].v {
		return nil, nil, 0, 0
	}
	lowValue, highValue = rs[0].v, rs[len(rs)-1].v
	for _, r := range rs {
		switch r.v {
		case lowValue:
			low = append(low, r.thing)
		case highValue:
			high = append(high, r.thing)
		}
	}
	return low, high, lowValue, highValue
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
