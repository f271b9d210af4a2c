package results

import (
	"bytes"
	"encoding/json"
	"math"
	"testing"

	"wogreport/internal/analysis"
	"wogreport/internal/compare"
	"wogreport/internal/lang"
)

// TestComparison: means with their intervals and Welch's test, raw and adjusted.
//
// R 4.2.2, of m = c(3, 3.4), s = c(0.5, 0.6), n = c(30, 20): v <- s^2/n;
// t <- diff(m)/sqrt(sum(v)); df <- sum(v)^2/sum(v^2/(n-1)); 2*pt(-abs(t), df);
// m[1] + c(-1, 1)*qt(.975, 29)*s[1]/sqrt(30)
func TestComparison(t *testing.T) {
	cohort := func(name, period string, n int, mean, sd float64) compare.Summary {
		s := analysis.Sample{N: n, Mean: analysis.Of(mean), SD: analysis.Of(sd)}
		return compare.Summary{
			Cohort: name, Period: lang.Same(period), N: n, Answered: n,
			Constructs: []compare.Construct{{ID: "c", Min: 1, Max: 4, Score: s, Alpha: analysis.Undefined(analysis.TooFewItems), Items: []compare.Item{{ID: "P1", Score: s}}}},
		}
	}
	c, err := compare.Make([]compare.Summary{cohort("I", "2025", 30, 3, 0.5), cohort("II", "2026", 20, 3.4, 0.6)}, compare.Left{Withheld: 1})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := EncodeComparison(&b, c); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Constructs []struct {
			Periods []struct {
				Mean float64    `json:"mean"`
				CI   [2]float64 `json:"mean_ci95"`
			} `json:"by_period"`
		}
		Moves []struct {
			Item         string
			T, DF, P     float64
			Holm         float64 `json:"p_holm"`
			Difference   float64
			DifferenceCI [2]float64 `json:"difference_ci95"`
		}
		Hidden int `json:"not_shown"`
	}
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatalf("%v:\n%s", err, b.Bytes())
	}
	if len(got.Moves) != 2 || len(got.Constructs) != 1 || len(got.Constructs[0].Periods) != 2 || got.Hidden != 1 {
		t.Fatalf("it has %+v", got)
	}
	m, p := got.Moves[1], got.Constructs[0].Periods[0]
	for what, x := range map[string][2]float64{
		"t": {m.T, 2.4649440900532826}, "df": {m.DF, 35.657679984238747}, "p": {m.P, 0.018656874989314825}, "p (Holm)": {m.Holm, 0.018656874989314825}, "difference": {m.Difference, 0.4},
		"the low end": {m.DifferenceCI[0], 0.070780319421227922}, "the mean's low end": {p.CI[0], 2.81329693162095}, "the mean's high end": {p.CI[1], 3.18670306837905},
	} {
		if math.Abs(x[0]-x[1]) > 1e-10*math.Abs(x[1]) {
			t.Errorf("%s is %.17g, want %.17g", what, x[0], x[1])
		}
	}
}
