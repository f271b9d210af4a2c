package finding

import (
	"testing"

	"wogreport/internal/analysis"
)

func TestOfTest(t *testing.T) {
	for _, c := range []struct {
		kind      analysis.RankTestKind
		p, effect float64
		want      Difference
		n, eta    float64 // of two groups, of more
	}{
		{analysis.MannWhitneyTest, 0.2, 0.05, NoneShown, 20, 0},
		{analysis.MannWhitneyTest, 0.05, 0.29, NoneShown, 46, 0}, // p must be below the level
		{analysis.MannWhitneyTest, 0.2, 0.3, NoneShown, 18, 0},   // as chance gives so few
		{analysis.MannWhitneyTest, 0.06, 0.35, Unclear, 29, 0},
		{analysis.MannWhitneyTest, 0.2, 0.6, Unclear, 5, 0},
		{analysis.MannWhitneyTest, 0.001, 0.09, Trivial, 1500, 0},
		{analysis.MannWhitneyTest, 0.049, 0.1, SmallEffect, 400, 0},
		{analysis.MannWhitneyTest, 0.01, 0.3, MediumEffect, 80, 0},
		{analysis.MannWhitneyTest, 0.01, 0.5, LargeEffect, 30, 0},
		{analysis.KruskalWallisTest, 0.001, 0.0099, Trivial, 0, 0.009},
		{analysis.KruskalWallisTest, 0.001, 0.01, SmallEffect, 0, 0.009},
		{analysis.KruskalWallisTest, 0.001, 0.08, MediumEffect, 0, 0.07},
		{analysis.KruskalWallisTest, 0.001, 0.26, LargeEffect, 0, 0.25},
		{analysis.KruskalWallisTest, 0.06, 0.14, Unclear, 0, 0.08},
		{analysis.KruskalWallisTest, 0.79, 0.1, NoneShown, 0, -0.05},
	} {
		test := analysis.RankTest{Kind: c.kind, P: analysis.Of(c.p), Effect: analysis.Of(c.effect)}
		half := analysis.GroupStatistics{N: analysis.Of(c.n / 2)}
		of := &analysis.GroupTest{Groups: []analysis.GroupStatistics{half, half}, Test: test, Eta: analysis.Of(c.eta)}
		if got := OfTest(of, test.P, 0.05); got != c.want {
			t.Errorf("%s with p %g and effect %g: %q, want %q", c.kind, c.p, c.effect, got, c.want)
		}
	}
	none := analysis.RankTest{P: analysis.Undefined(analysis.AllTied), Effect: analysis.Undefined(analysis.AllTied)}
	if got := OfTest(&analysis.GroupTest{Test: none}, none.P, 0.05); got != NotCompared {
		t.Errorf("an undefined test: %q", got)
	}
}
