package analysis

import (
	"math"
	"slices"
	"testing"
)

// TestMarginOfError: R 4.2.2, qnorm(.975) * sqrt(.25 / 65), and that times
// sqrt((90 - 65) / (90 - 1)).
func TestMarginOfError(t *testing.T) {
	for _, c := range []struct {
		n, population int
		want          float64
	}{
		{65, 0, 0.1215518063134165},
		{65, 90, 0.0644223285015826},
		{65, 65, 0},
	} {
		got, ok := MarginOfError(c.n, c.population).Get()
		if !ok || math.Abs(got-c.want) > 1e-10*c.want {
			t.Errorf("MarginOfError(%d, %d) = %.17g, want %.17g", c.n, c.population, got, c.want)
		}
	}
	for _, c := range []struct {
		n, population int
		want          Reason
	}{{0, 0, NoAnswers}, {10, 5, PopulationSmall}} {
		if got := MarginOfError(c.n, c.population).Reason(); got != c.want {
			t.Errorf("MarginOfError(%d, %d): %q, want %q", c.n, c.population, got, c.want)
		}
	}
}

// TestLargestMargin: the margin is that of the item with the fewest answers. R
// 4.2.2: qnorm(.975) * sqrt(.25 / 24), and that times sqrt((90 - 24) / (90 - 1)).
func TestLargestMargin(t *testing.T) {
	long, short, none := make([]uint8, 65), make([]uint8, 65), make([]uint8, 65)
	for i := range long {
		long[i] = uint8(1 + i%5)
		if i < 24 {
			short[i] = uint8(1 + i%3)
		}
	}
	st, table := likert(long, short, none)
	for population, want := range map[int]float64{0: 0.20003798651480453, 90: 0.17226198166860737} {
		st.Method.Population = population
		r := Run(st, table)
		closeTo(t, "the margin", r.MarginOfError, want)
		if r.MarginN != 24 {
			t.Errorf("it is for %d answers, want 24", r.MarginN)
		}
	}
}

// A census has no margin and no interval, also of an item that somebody skipped;
// that item's shares say whose they are.
func TestCensus(t *testing.T) {
	st, table := likert([]uint8{1, 2, 3, 4, 5, 4, 4, 4}, []uint8{4, 4, 4, 4, 4, 5, 5, 0})
	st.Method.Population = 8
	st.Interpretation.On = true
	r := Run(st, table)
	if !r.Census || r.MarginOfError.Reason() != Census {
		t.Errorf("census %v, margin %v", r.Census, r.MarginOfError)
	}
	for i, want := range []Reason{Census, CensusSkipped} {
		it := r.Constructs[0].Items[i]
		got := []Value{it.Intervals[3].Low, it.Shares.Above.High, it.Shares.Each[0].Low, it.Interpretation.TopTwo.Low}
		for _, v := range got {
			if v.Reason() != want {
				t.Errorf("item %d has %v, want %s", i, got, want)
				break
			}
		}
		if it.Shares.Census != (i == 0) || it.Shares.Each[3].Share.Reason() != Defined {
			t.Errorf("item %d: %+v", i, it.Shares)
		}
	}
	st.Method.Population = 9
	if r := Run(st, table); r.Census || r.MarginOfError.Reason() != Defined || r.Constructs[0].Items[1].Intervals[3].Low.Reason() != Defined {
		t.Errorf("8 of 9 are taken for a census: %v", r.MarginOfError)
	}
}

// The groups of a census have means and no intervals of them, and keep their tests.
func TestCensusOfGroups(t *testing.T) {
	st, table := grouped([]string{"A", "A", "A", "A", "A", "B", "B", "B", "B", "B"},
		[]uint8{1, 2, 3, 4, 5, 4, 4, 4, 5, 5}, []uint8{4, 4, 4, 4, 5, 5, 5, 2, 1, 3})
	for population, want := range map[int]Reason{10: Census, 11: Defined} {
		st.Method.Population = population
		c := Run(st, table).Groups[0].Constructs[0]
		for _, g := range append(slices.Clone(c.Score.Groups), c.Items[0].Groups...) {
			if g.MeanCI95.Low.Reason() != want || g.MeanCI95.High.Reason() != want || g.Mean.Reason() != Defined {
				t.Errorf("population %d: %+v", population, g)
			}
		}
		if c.Score.Test.P.Reason() != Defined {
			t.Errorf("population %d: no test", population)
		}
	}
}
