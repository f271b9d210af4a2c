package compare

import (
	"math"
	"strings"
	"testing"

	"wogreport/internal/analysis"
	"wogreport/internal/lang"
)

func sample(n int, mean, sd float64) analysis.Sample {
	return analysis.Sample{N: n, Mean: analysis.Of(mean), SD: analysis.Of(sd)}
}

func cohort(name, period string, n, population int, mean float64) Summary {
	s := Summary{Cohort: name, Period: lang.Same(period), N: n, Answered: n, Population: population}
	s.Constructs = []Construct{{
		ID: "c", Min: 1, Max: 4, Score: sample(n, mean, 0.5),
		Items: []Item{{ID: "P1", Score: sample(n, mean-0.1, 0.7)}, {ID: "P2", Score: sample(n, mean+0.1, 0.6)}},
	}}
	return s
}

// The totals, periods and moves of three cohorts, by hand.
func TestMake(t *testing.T) {
	c, err := Make([]Summary{cohort("I", "2025", 30, 40, 3), cohort("II", "2025", 10, 20, 3.4), cohort("III", "2026", 20, 20, 2.6)}, Left{Withheld: 2})
	if err != nil {
		t.Fatal(err)
	}
	if c.N != 60 || c.Population != 80 || c.Withheld != 2 {
		t.Errorf("%d of %d answered, %d cohorts are withheld", c.N, c.Population, c.Withheld)
	}
	near := func(what string, v analysis.Value, want float64) {
		t.Helper()
		if got, ok := v.Get(); !ok || math.Abs(got-want) > 1e-12 {
			t.Errorf("%s is %v, want %v", what, v, want)
		}
	}
	near("the rate", c.Rate, 0.75)
	if len(c.Periods) != 2 || len(c.Periods[0].Cohorts) != 2 || c.Periods[1].Name.In(lang.ID) != "2026" {
		t.Fatalf("the periods are %v", c.Periods)
	}
	near("the mean of 2025", c.Constructs[0].ByPeriod[0].Mean, 3.1)
	near("the mean of all", c.Constructs[0].Overall.Mean, (90.0+34+52)/60)
	if len(c.Moves) != 3 || c.Moves[0].Item != "" || c.Moves[2].Item != "P2" {
		t.Fatalf("the moves are %v", c.Moves)
	}
	near("the construct's move", c.Moves[0].Difference, -0.8)
	p1, _ := c.Moves[1].P.Get()
	p2, _ := c.Moves[2].P.Get()
	near("the item's adjusted p", c.Moves[2].PHolm, 2*min(p1, p2))
}

// Without a period of each cohort, or with one period only, there is no trend;
// without a population of each no rate; a single cohort has not moved.
func TestUnknown(t *testing.T) {
	c, err := Make([]Summary{cohort("I", "", 30, 0, 3), cohort("II", "2025", 10, 20, 3)}, Left{})
	if err != nil || c.Periods != nil || c.Population != 0 || c.Rate.Reason() != analysis.UnknownSize {
		t.Errorf("periods %v, population %d, rate %v, error %v", c.Periods, c.Population, c.Rate, err)
	}
	c, err = Make([]Summary{cohort("I", "2025", 30, 30, 3)}, Left{})
	if err != nil || c.Periods != nil || c.Moves != nil {
		t.Errorf("one cohort: periods %v, moves %v, error %v", c.Periods, c.Moves, err)
	}
	if c, err = Make(nil, Left{Withheld: 3}); err != nil || c.Withheld != 3 {
		t.Errorf("no cohorts: %v, %v", c, err)
	}
}

// Cohorts that were asked on other scales, or something else, are refused.
func TestRefused(t *testing.T) {
	for want, change := range map[string]func(*Summary){
		`c is answered from 1 to 4 in "I" and from 1 to 5 in "II"`: func(s *Summary) { s.Constructs[0].Max = 5 },
		`"I" has the construct c where "II" has d`:                 func(s *Summary) { s.Constructs[0].ID = "d" },
		`"I" has the item P2 where "II" has P3`:                    func(s *Summary) { s.Constructs[0].Items[1].ID = "P3" },
		`c has 2 items in "I" and 1 in "II"`:                       func(s *Summary) { s.Constructs[0].Items = s.Constructs[0].Items[:1] },
		`"I" has 1 constructs and "II" 0`:                          func(s *Summary) { s.Constructs = nil },
	} {
		other := cohort("II", "2026", 10, 10, 3)
		change(&other)
		if _, err := Make([]Summary{cohort("I", "2025", 10, 10, 3), other}, Left{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("it says %v, want %s", err, want)
		}
	}
}
