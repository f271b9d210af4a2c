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
	}{
		{analysis.MannWhitneyTest, 0.2, 0.05, NoneShown},
		{analysis.MannWhitneyTest, 0.05, 0.29, NoneShown}, // p must be below the level
		{analysis.MannWhitneyTest, 0.2, 0.3, Unclear},
		{analysis.MannWhitneyTest, 0.2, 0.6, Unclear},
		{analysis.MannWhitneyTest, 0.001, 0.09, Trivial},
		{analysis.MannWhitneyTest, 0.049, 0.1, SmallEffect},
		{analysis.MannWhitneyTest, 0.01, 0.3, MediumEffect},
		{analysis.MannWhitneyTest, 0.01, 0.5, LargeEffect},
		{analysis.KruskalWallisTest, 0.001, 0.0099, Trivial},
		{analysis.KruskalWallisTest, 0.001, 0.01, SmallEffect},
		{analysis.KruskalWallisTest, 0.001, 0.08, MediumEffect},
		{analysis.KruskalWallisTest, 0.001, 0.26, LargeEffect},
		{analysis.KruskalWallisTest, 0.3, 0.1, Unclear},
	} {
		test := analysis.RankTest{Kind: c.kind, P: analysis.Of(c.p), Effect: analysis.Of(c.effect)}
		if got := OfTest(test, test.P, 0.05); got != c.want {
			t.Errorf("%s with p %g and effect %g: %q, want %q", c.kind, c.p, c.effect, got, c.want)
		}
	}
	none := analysis.RankTest{P: analysis.Undefined(analysis.AllTied), Effect: analysis.Undefined(analysis.AllTied)}
	if got := OfTest(none, none.P, 0.05); got != NotCompared {
		t.Errorf("an undefined test: %q", got)
	}
}
