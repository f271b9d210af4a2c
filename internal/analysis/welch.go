package analysis

import "math"

// Sample is what is left of observations when only their number, mean and SD
// (n-1) are kept: enough to compare samples by their means.
type Sample struct {
	N        int
	Mean, SD Value
}

// Interval is the mean ± t s/√n at a confidence level (0.95), with t the
// quantile of Student's distribution with n-1 degrees of freedom. It is
// undefined where the SD is, and where it is 0.
func (s Sample) Interval(level float64) Interval {
	m, ok1 := s.Mean.Get()
	sd, ok2 := s.SD.Get()
	switch {
	case !ok1:
		return undefinedInterval(s.Mean.Reason())
	case !ok2:
		return undefinedInterval(s.SD.Reason())
	case sd == 0:
		return undefinedInterval(ConstantItem)
	}
	n := float64(s.N)
	half := tQuantile(1-float64((1-level)/2), n-1) * sd / math.Sqrt(n)
	return Interval{Of(m - half), Of(m + half)}
}

// Pool is the sample of all observations of several. One whose mean is
// undefined adds none; one with a mean and no SD (n = 1) adds its mean. Where
// none has a mean and one is withheld, so is that of all.
func Pool(samples ...Sample) Sample {
	n, sum, none := 0, 0.0, NoAnswers
	for _, s := range samples {
		if m, ok := s.Mean.Get(); ok {
			n, sum = n+s.N, sum+float64(float64(s.N)*m)
		} else if s.Mean.Reason() == Withheld {
			none = Withheld
		}
	}
	if n == 0 {
		return Sample{0, Undefined(none), Undefined(none)}
	}
	mean, squares := sum/float64(n), 0.0
	for _, s := range samples {
		m, ok := s.Mean.Get()
		if !ok {
			continue
		}
		squares += float64(float64(s.N) * (m - mean) * (m - mean))
		if sd, ok := s.SD.Get(); ok {
			squares += float64(float64(s.N-1) * sd * sd)
		}
	}
	if n == 1 {
		return Sample{n, Of(mean), Undefined(TooFewRows)}
	}
	return Sample{n, Of(mean), Of(math.Sqrt(squares / float64(n-1)))}
}

// Shift is how far the mean of one sample is above that of another.
type Shift struct {
	Difference Value
	T, DF, P   Value // two-tailed
	CI95       Interval
}

// Welch compares the means of two samples whose variances may differ: t =
// (m₂-m₁)/√(s₁²/n₁+s₂²/n₂), with Satterthwaite's degrees of freedom (Welch
// 1947). It is undefined where an SD is, and where both are 0.
func Welch(first, second Sample) Shift {
	undefined := func(r Reason) Shift {
		u := Undefined(r)
		return Shift{u, u, u, u, undefinedInterval(r)}
	}
	m1, ok1 := first.Mean.Get()
	m2, ok2 := second.Mean.Get()
	switch {
	case !ok1:
		return undefined(first.Mean.Reason())
	case !ok2:
		return undefined(second.Mean.Reason())
	}
	out := undefined(TooFewRows)
	out.Difference = Of(m2 - m1)
	s1, ok1 := first.SD.Get()
	s2, ok2 := second.SD.Get()
	if !ok1 || !ok2 {
		return out
	}
	v1, v2 := s1*s1/float64(first.N), s2*s2/float64(second.N)
	if v1+v2 == 0 {
		out = undefined(ConstantItem)
		out.Difference = Of(m2 - m1)
		return out
	}
	t := (m2 - m1) / math.Sqrt(v1+v2)
	df := (v1 + v2) * (v1 + v2) / (v1*v1/float64(first.N-1) + v2*v2/float64(second.N-1))
	half := float64(tQuantile(0.975, df) * math.Sqrt(v1+v2))
	out.T, out.DF = Of(t), Of(df)
	out.P = Of(betaRegularized(df/2, 0.5, df/(df+float64(t*t)), t*t/(df+float64(t*t))))
	out.CI95 = Interval{Of(m2 - m1 - half), Of(m2 - m1 + half)}
	return out
}
