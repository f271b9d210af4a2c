package analysis

import "math"

// Numbers come out the same on every processor. Package math has assembly for
// some, and compilers may round a product and a sum together where a processor
// can (amd64 from v3 on, arm64); so in this package a product that is added to is
// converted, which the language says rounds it by itself, and what a search
// repeats until it settles uses the functions below. The tails of distributions,
// of which no printed digit is a tie, keep those of package math.

// exp is eˣ, to a few units in the last place.
func exp(x float64) float64 {
	const (
		high = 6.93147180369123816490e-01 // ln 2 in two parts, as in FreeBSD's e_exp.c
		low  = 1.90821492927058770002e-10
	)
	switch {
	case x > 709:
		return math.Inf(1)
	case x < -745:
		return 0
	}
	k := math.Round(x / math.Ln2)
	r := x - float64(k*high) - float64(k*low)
	sum := 0.0
	for i := len(inverseFactorials) - 1; i >= 0; i-- {
		sum = inverseFactorials[i] + float64(r*sum)
	}
	return math.Ldexp(sum, int(k))
}

// inverseFactorials are 1/n!, as many as |r| ≤ ln 2/2 needs.
var inverseFactorials = func() (out [15]float64) {
	factorial := 1.0
	for n := range out {
		if n > 0 {
			factorial *= float64(n)
		}
		out[n] = 1 / factorial
	}
	return out
}()

// log is the natural logarithm of a positive x, to a few units in the last place.
func log(x float64) float64 {
	m, e := math.Frexp(x)
	if m < math.Sqrt2/2 {
		m, e = 2*m, e-1
	}
	s := (m - 1) / (m + 1) // ln m = 2 (s + s³/3 + s⁵/5 + …)
	square, sum := s*s, 0.0
	for n := 23; n >= 1; n -= 2 {
		sum = 1/float64(n) + float64(square*sum)
	}
	return float64(float64(e)*math.Ln2) + float64(2*s*sum)
}

// atanh is the inverse hyperbolic tangent of |x| < 1.
func atanh(x float64) float64 { return log((1+x)/(1-x)) / 2 }
