package analysis

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestNormality holds the tests against R 4.2.2:
//
//	x <- c(…); t <- shapiro.test(x); sprintf("%.15g %.15g", t$statistic, t$p.value)
//
// The distances and p of Lilliefors are by the code of nortest 1.0-4's lillie.test, which
// internal/results/testdata/r/reference.R repeats.
func TestNormality(t *testing.T) {
	for _, c := range normalities {
		f := Frequencies{}
		for _, v := range slices.Sorted(slices.Values(c.x)) {
			if n := len(f.Values); n > 0 && f.Values[n-1] == v {
				f.Counts[n-1]++
				continue
			}
			f.Values, f.Counts = append(f.Values, v), append(f.Counts, 1)
		}
		got := f.Normality()
		for i, v := range []Value{got.W, got.WP, got.D, got.DP} {
			x, ok := v.Get()
			if want := c.want[i]; ok == math.IsNaN(want) || ok && math.Abs(x-want) > 1e-9*math.Abs(want)+1e-14 {
				t.Errorf("%v: number %d is %v, want %v", c.x, i, v, want)
			}
		}
	}
}

// TestNormalityRange: W only from 3 to 5000 observations, Lilliefors from 5 on, and
// neither where all are equal.
func TestNormalityRange(t *testing.T) {
	of := func(counts ...int) Normality {
		f := Frequencies{Values: make([]float64, len(counts)), Counts: counts}
		for i := range counts {
			f.Values[i] = float64(i)
		}
		return f.Normality()
	}
	for _, c := range []struct {
		name string
		got  Normality
		w, d Reason
	}{
		{"nobody", of(0), NoAnswers, NoAnswers},
		{"two", of(1, 1), TooFewRows, TooFewRows},
		{"three", of(1, 1, 1), Defined, TooFewRows},
		{"five", of(2, 2, 1), Defined, Defined},
		{"equal", of(0, 9), ConstantTotal, ConstantTotal},
		{"many", of(2000, 2000, 1000), Defined, Defined},
		{"too many", of(2000, 2000, 1001), TooManyRows, Defined},
	} {
		if c.got.W.Reason() != c.w || c.got.WP.Reason() != c.w || c.got.D.Reason() != c.d || c.got.DP.Reason() != c.d {
			t.Errorf("%s: %+v", c.name, c.got)
		}
	}
}

// TestNormalQuantile: the quantile's tail is the probability, far out as well.
func TestNormalQuantile(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		p := math.Exp(-40 * rng.Float64())
		if got := normalLower(normalQuantile(p)); math.Abs(got-p) > 1e-12*p {
			t.Errorf("the %v quantile is %v, below which %v lie", p, normalQuantile(p), got)
		}
	}
	if z := normalQuantile(0.975); math.Abs(z-z95) > 1e-15 {
		t.Errorf("the 0.975 quantile is %.17g", z)
	}
}
