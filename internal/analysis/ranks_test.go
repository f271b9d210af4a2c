package analysis

import (
	"math"
	"testing"
)

func counted(counts ...[]int) Samples {
	s := Samples{Counts: counts}
	for i := range counts[0] {
		s.Values = append(s.Values, float64(i+1))
	}
	return s
}

func TestComparisonUndefined(t *testing.T) {
	for name, c := range map[string]struct {
		s    Samples
		want Reason
	}{
		"one group":            {counted([]int{2, 3, 1}), OneGroup},
		"an empty second":      {counted([]int{2, 3, 1}, []int{0, 0, 0}), OneGroup},
		"an empty third":       {counted([]int{2, 3, 1}, []int{1, 0, 2}, []int{0, 0, 0}), NoAnswers},
		"two groups, tied":     {counted([]int{0, 3, 0}, []int{0, 5, 0}), AllTied},
		"three groups, tied":   {counted([]int{0, 3}, []int{0, 5}, []int{0, 1}), AllTied},
		"nobody":               {counted([]int{0, 0}, []int{0, 0}), OneGroup},
		"one of each":          {counted([]int{1, 0}, []int{0, 1}), Defined},
		"groups of one, three": {counted([]int{1, 0, 0}, []int{0, 1, 0}, []int{0, 0, 1}), Defined},
	} {
		test := CompareRanks(c.s)
		if test.P.Reason() != c.want || test.Effect.Reason() != c.want {
			t.Errorf("%s: p %v, effect %v; want reason %q", name, test.P, test.Effect, c.want)
		}
		for _, p := range Dunn(c.s) {
			if len(c.s.Counts) > 2 && p.PHolm.Reason() != c.want {
				t.Errorf("%s: a pair is %v, want reason %q", name, p.PHolm, c.want)
			}
		}
	}
}

// For two groups, Kruskal–Wallis is the square of Mann–Whitney.
func TestRankTestsAgree(t *testing.T) {
	s := counted([]int{3, 9, 4, 11, 2}, []int{1, 2, 8, 14, 9})
	mw, kw := MannWhitney(s), KruskalWallis(s)
	z, _ := mw.Z.Get()
	h, _ := kw.Statistic.Get()
	p1, _ := mw.P.Get()
	p2, _ := kw.P.Get()
	if math.Abs(z*z-h) > 1e-12*h || math.Abs(p1-p2) > 1e-12*p1 {
		t.Errorf("z² = %g, H = %g; p %g and %g", z*z, h, p1, p2)
	}
}

func TestHolm(t *testing.T) {
	got := Holm([]Value{Of(0.01), Of(0.04), Undefined(AllTied), Of(0.03), Of(0.9)})
	for i, want := range []float64{0.04, 0.09, 0, 0.09, 0.9} {
		v, ok := got[i].Get()
		if i == 2 {
			if ok {
				t.Error("an undefined p became a number")
			}
			continue
		}
		if math.Abs(v-want) > 1e-15 {
			t.Errorf("p %d is %g, want %g", i, v, want)
		}
	}
}

func TestChiSquareSufficient(t *testing.T) {
	for name, c := range map[string]struct {
		table [][]int
		want  bool
	}{
		"large":           {[][]int{{12, 7}, {5, 16}}, true},
		"small":           {[][]int{{3, 1}, {1, 4}}, false},
		"a fifth small":   {[][]int{{20, 20, 20, 20, 4}, {20, 20, 20, 20, 4}}, true},
		"a quarter small": {[][]int{{20, 20, 20, 4}, {20, 20, 20, 4}}, false},
		"one below one":   {[][]int{{50, 50, 50, 50, 50, 50, 1}, {10, 10, 10, 10, 10, 10, 0}}, false},
		"one row":         {[][]int{{3, 1}}, false},
		"nothing":         {nil, false},
	} {
		if got := ChiSquare(c.table).Sufficient(); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
	if got := withoutEmpty([][]int{{0, 2, 0}, {0, 1, 3}}); len(got[0]) != 2 || got[1][1] != 3 {
		t.Errorf("without empty columns: %v", got)
	}
}
