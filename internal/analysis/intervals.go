package analysis

import "math"

// FeldtInterval is the interval of an alpha of k items and n rows at a
// confidence level (0.95): 1 - (1-alpha) F with F the quantiles of the F
// distribution with n-1 and (n-1)(k-1) degrees of freedom (Feldt, Woodruff &
// Salih 1987).
func FeldtInterval(alpha Value, n, k int, level float64) Interval {
	a, ok := alpha.Get()
	switch {
	case !ok:
		return Interval{alpha, alpha}
	case n < 2:
		return undefinedInterval(TooFewRows)
	case k < 2:
		return undefinedInterval(TooFewItems)
	}
	d1, d2 := float64(n-1), float64(n-1)*float64(k-1)
	tail := float64((1 - level) / 2)
	return Interval{Of(1 - float64((1-a)*fQuantile(1-tail, d1, d2))), Of(1 - float64((1-a)*fQuantile(tail, d1, d2)))}
}

func undefinedInterval(r Reason) Interval { return Interval{Undefined(r), Undefined(r)} }

// DuhachekSE is the asymptotic standard error of alpha over the items that
// have a variance (Duhachek & Iacobucci 2004, equations 2 and 3), with c.N rows.
func DuhachekSE(c *Covariance) Value {
	if r := c.sound(2); r != Defined {
		return Undefined(r)
	}
	v := c.Only(c.varying())
	switch {
	case v.K < 2:
		return Undefined(ConstantItem)
	case !v.positive(v.all):
		return Undefined(ConstantTotal)
	}
	var traceSquare, sumSquare float64 // of C² : its trace, and the sum of its cells
	for i := range v.K {
		for j := range v.K {
			traceSquare += float64(v.cell[i*v.K+j] * v.cell[j*v.K+i])
		}
		sumSquare += float64(v.rows[i] * v.rows[i])
	}
	k := float64(v.K)
	q := 2 * k * k / ((k - 1) * (k - 1) * v.all * v.all * v.all) *
		(float64(v.all*(traceSquare+float64(v.trace*v.trace))) - float64(2*v.trace*sumSquare))
	return Of(math.Sqrt(max(0, q) / float64(v.N)))
}

// DuhachekInterval is alpha ± 1.96 standard errors, as psych prints it; it may
// run beyond 1. Alpha is that of the items that have a variance.
func DuhachekInterval(c *Covariance) Interval {
	se := DuhachekSE(c)
	s, ok := se.Get()
	if !ok {
		return Interval{se, se}
	}
	a, _ := CronbachAlpha(c.Only(c.varying())).Get()
	return Interval{Of(a - float64(1.96*s)), Of(a + float64(1.96*s))}
}

// MarginOfError is the half width of the 95% interval of a share of one half
// by the normal approximation, z sqrt(0.25/n), times the finite-population
// correction sqrt((N-n)/(N-1)) where the population N is known (not 0):
// Cochran (1977), Sampling Techniques, eq. 2.22. It is 0 when everybody answered.
func MarginOfError(n, population int) Value {
	switch {
	case n == 0:
		return Undefined(NoAnswers)
	case population != 0 && population < n:
		return Undefined(PopulationSmall)
	}
	m := intervalZ(0.95) * math.Sqrt(0.25/float64(n))
	if population > 1 {
		m *= math.Sqrt(float64(population-n) / float64(population-1))
	}
	return Of(m)
}

// MeanInterval is the mean ± t s/√n at a confidence level (0.95), with t the
// quantile of Student's distribution with n-1 degrees of freedom. It is
// undefined for n < 2 and where the observations are constant.
func MeanInterval(f Frequencies, level float64) Interval {
	s := Sample{f.N(), f.Mean(), f.SD()}
	if s.SD.Reason() == Defined && f.constant() { // whatever rounding left of it
		s.SD = Of(0)
	}
	return s.Interval(level)
}
