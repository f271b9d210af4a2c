package analysis

import (
	"math"
	"math/rand/v2"
	"testing"
)

func sampleOf(values []float64, counts []int) Sample {
	f := Frequencies{Values: values, Counts: counts}
	return Sample{f.N(), f.Mean(), f.SD()}
}

// Pooled samples are the sample of all their observations.
func TestPool(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 7))
	values := []float64{1, 2, 3, 4, 5}
	for range 200 {
		all := make([]int, 5)
		var parts []Sample
		for range 1 + random.IntN(5) {
			counts := make([]int, 5)
			for i := range counts {
				counts[i] = random.IntN(3) // often none at all, or one
				all[i] += counts[i]
			}
			parts = append(parts, sampleOf(values, counts))
		}
		got, want := Pool(parts...), sampleOf(values, all)
		same := func(a, b Value) bool {
			x, ok := a.Get()
			y, ok2 := b.Get()
			return ok == ok2 && math.Abs(x-y) < 1e-12
		}
		if got.N != want.N || !same(got.Mean, want.Mean) || !same(got.SD, want.SD) {
			t.Fatalf("%v pooled is %v, want %v", parts, got, want)
		}
	}
	if p := Pool(); p.Mean.Reason() != NoAnswers {
		t.Errorf("no samples have the mean %v", p.Mean)
	}
}

// Undefined has its reason, whatever is wrong.
func TestWelchUndefined(t *testing.T) {
	values := []float64{1, 2, 3}
	none, one, constant, some := sampleOf(values, []int{0, 0, 0}), sampleOf(values, []int{1, 0, 0}), sampleOf(values, []int{0, 4, 0}), sampleOf(values, []int{1, 2, 2})
	for _, c := range []struct {
		a, b          Sample
		difference, p Reason
	}{
		{none, some, NoAnswers, NoAnswers},
		{some, none, NoAnswers, NoAnswers},
		{one, some, Defined, TooFewRows},
		{constant, constant, Defined, ConstantItem},
		{constant, some, Defined, Defined},
	} {
		s := Welch(c.a, c.b)
		if s.Difference.Reason() != c.difference || s.P.Reason() != c.p || s.CI95.Low.Reason() != c.p {
			t.Errorf("%v against %v: %v", c.a, c.b, s)
		}
	}
	s := Welch(some, some)
	if d, _ := s.Difference.Get(); d != 0 {
		t.Errorf("a sample differs from itself by %v", s.Difference)
	}
	if p, _ := s.P.Get(); p != 1 {
		t.Errorf("a sample differs from itself with p = %v", s.P)
	}
}
