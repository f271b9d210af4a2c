package analysis

import "math"

// CriticalR is the r that a correlation with df = n-2 degrees of freedom must
// exceed at the given significance ("r tabel"): t/√(df+t²) with t the quantile
// of Student's distribution. It is undefined for df < 1. The significance is
// between 0 and 1, both excluded.
func CriticalR(df int, significance float64, tails int) Value {
	if df < 1 {
		return Undefined(TooFewRows)
	}
	p := twoTailed(significance, tails)
	if p >= 1 { // one-tailed at one half or more: no positive r is too small
		return Of(0)
	}
	// r² has the beta distribution with ½ and df/2, so the quantile of 1-r²
	// gives r without a t between.
	return Of(math.Sqrt(1 / (1 + math.Exp(betaLogit(p, float64(df)/2, 0.5)))))
}

func twoTailed(p float64, tails int) float64 {
	if tails == 1 {
		return 2 * p
	}
	return p
}

// PValueOfR is the p of a correlation r with df = n-2 degrees of freedom under
// the hypothesis of none: two-tailed, or with tails 1 the upper tail. It is 0
// for a perfect r, and undefined for df < 1 or |r| > 1 (which pairwise
// covariances can give).
func PValueOfR(r float64, df, tails int) Value {
	switch {
	case df < 1:
		return Undefined(TooFewRows)
	case math.Abs(r) > 1:
		return Undefined(NotPositive)
	}
	p := betaRegularized(float64(df)/2, 0.5, (1-r)*(1+r), r*r)
	switch {
	case tails != 1:
		return Of(p)
	case r >= 0:
		return Of(p / 2)
	}
	return Of(1 - float64(p/2))
}
