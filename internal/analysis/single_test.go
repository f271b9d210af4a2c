package analysis

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
)

func TestShareOfKnownPopulation(t *testing.T) {
	// 36 of 65 answers in a population of 90 does not prove a majority.
	s := Share(36, 65, 90)
	low, _ := s.Low.Get()
	high, _ := s.High.Get()
	if got := fmt.Sprintf("%.1f-%.1f", 100*low, 100*high); got != "48.9-61.6" {
		t.Errorf("interval of 36 of 65 in 90: %s, want 48.9-61.6", got)
	}
	census := Share(36, 65, 65)
	if !census.Census || census.Low.Reason() != Census || census.High.Reason() != Census {
		t.Errorf("a census has an interval: %+v", census)
	}
	if s := Share(1, 10, 5); s.Low.Reason() != PopulationSmall || s.Share.Reason() != Defined {
		t.Errorf("more answers than people: %+v", s)
	}
	if s := Share(0, 0, 5); s.Share.Reason() != NoAnswers || s.High.Reason() != NoAnswers {
		t.Errorf("no answers: %+v", s)
	}
}

// p and the critical r are each other's inverse, from one degree of freedom to
// a million and far into the tail.
func TestCriticalRInvertsP(t *testing.T) {
	for _, df := range []int{1, 2, 3, 10, 63, 1000, 1_000_000} {
		for _, p := range []float64{1e-12, 1e-6, 0.001, 0.049, 0.3, 0.8} {
			for tails := 1; tails <= 2; tails++ {
				r, _ := CriticalR(df, p, tails).Get()
				got, _ := PValueOfR(r, df, tails).Get()
				if tails == 1 && p >= 0.5 {
					if r != 0 {
						t.Errorf("df %d, one-tailed %g: critical r %g, want 0", df, p, r)
					}
					continue
				}
				tolerance := 1e-12 + 1e-15/(1-r*r) // the rounding of r changes p that much
				if math.Abs(got-p) > tolerance*p {
					t.Errorf("df %d, %d tails: p of the critical r is %.15g, want %g", df, tails, got, p)
				}
			}
		}
	}
}

func TestPValueOfR(t *testing.T) {
	upper, _ := PValueOfR(0.3, 20, 1).Get()
	lower, _ := PValueOfR(-0.3, 20, 1).Get()
	two, _ := PValueOfR(-0.3, 20, 2).Get()
	if math.Abs(upper+lower-1) > 1e-15 || math.Abs(two-2*upper) > 1e-15 {
		t.Errorf("p of ±0.3: upper %g, lower %g, two-tailed %g", upper, lower, two)
	}
	if p, ok := PValueOfR(1, 4, 2).Get(); !ok || p != 0 {
		t.Errorf("p of a perfect r is %g", p)
	}
	if r := PValueOfR(1.2, 10, 2).Reason(); r != NotPositive {
		t.Errorf("an r above 1: %q", r)
	}
	if r := PValueOfR(0.5, 0, 2).Reason(); r != TooFewRows {
		t.Errorf("no degrees of freedom: %q", r)
	}
}

// The moments by lanes are those of plain loops, for every number of points and
// digits of a score, with missing answers, over several blocks and workers.
func TestMomentsEqualPlainSums(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, c := range []struct {
		rows, k, points, step int
		uneven                bool // the last item's scores
	}{
		{1, 1, 2, 1, false}, {7, 3, 5, 1, false}, {64, 4, 2, 1, false}, {65, 5, 5, 1, true}, {200, 3, 11, 10, false},
		{100, 2, 1, 1, false}, {100, 2, 1, 1, true}, {100, 4, 5, 300, true}, {90, 3, 6, 40_000_000, true}, {130, 3, 5, 0, false},
		{300, 2, 127, 1, false}, {300, 2, 128, 1, false}, {300, 2, 255, 3, false}, {300, 2, 255, 3, true},
		{blockRows + 1, 3, 7, 1, false}, {blockRows + 1, 3, 7, 2, true}, {parallelRows + 77, 3, 5, 1, false},
	} {
		cols := randomColumns(rng, c.rows, c.k, c.points, c.step)
		if c.uneven {
			for s := range cols[c.k-1].Scores {
				cols[c.k-1].Scores[s] += s * s * c.step
			}
		}
		for _, listwise := range []bool{true, false} {
			got, want := pairMoments(cols), plainMoments(cols, listwise)
			if listwise {
				got = completeMoments(cols)
			}
			if complete, pairs := bothMoments(cols); !reflect.DeepEqual(complete, completeMoments(cols)) || !reflect.DeepEqual(pairs, pairMoments(cols)) {
				t.Errorf("%+v: both at once differ from each by itself", c)
			}
			if !slices.Equal(got.n, want.n) || !slices.Equal(got.sum, want.sum) || !slices.Equal(got.cross, want.cross) {
				t.Errorf("%+v listwise %v: moments differ", c, listwise)
			}
			if !slices.Equal(got.scores, want.scores) {
				t.Errorf("%+v listwise %v: row sums differ", c, listwise)
			}
			if f, g := got.totalFrequencies(), want.totalFrequencies(); !slices.Equal(f.Values, g.Values) || !slices.Equal(f.Counts, g.Counts) {
				t.Errorf("%+v listwise %v: totals differ", c, listwise)
			}
		}
	}
}

// Lanes hold the sums of the largest values.
func TestLanesHoldTheLargest(t *testing.T) {
	for points := 1; points <= 255; points++ {
		c := Column{Codes: slices.Repeat([]uint8{uint8(points)}, 40)}
		for s := range points {
			c.Scores = append(c.Scores, s)
		}
		got, want := completeMoments([]Column{c, c}), plainMoments([]Column{c, c}, true)
		if !slices.Equal(got.sum, want.sum) || !slices.Equal(got.cross, want.cross) {
			t.Errorf("%d points: sums %v and %v, want %v and %v", points, got.sum, got.cross, want.sum, want.cross)
		}
	}
	var sum rowSum
	for range 1100 {
		sum.add(3, slices.Repeat([]uint8{127}, 16))
	}
	rows := make([]int64, 13)
	if sum.to(rows); slices.ContainsFunc(rows, func(n int64) bool { return n != 1100*3*127 }) {
		t.Errorf("1100 lists of 127: %v", rows)
	}
}

// randomColumns are correlated answers, one in twenty missing.
func randomColumns(rng *rand.Rand, rows, k, points, step int) []Column {
	cols := make([]Column, k)
	for i := range cols {
		cols[i] = Column{Codes: make([]uint8, rows), Scores: make([]int, points)}
		for s := range points {
			cols[i].Scores[s] = -3 + s*step
		}
		if i%2 == 1 {
			slices.Reverse(cols[i].Scores)
		}
	}
	for r := range rows {
		level := rng.IntN(points)
		for i := range cols {
			code := (level+rng.IntN(points))/2 + 1
			if rng.IntN(20) == 0 {
				code = 0
			}
			cols[i].Codes[r] = uint8(code)
		}
	}
	return cols
}

func plainMoments(cols []Column, listwise bool) *moments {
	k := len(cols)
	m := newMoments(k, leastScore(cols))
	score := func(i, r int) (int64, bool) {
		code := cols[i].Codes[r]
		if code == 0 {
			return 0, false
		}
		return int64(cols[i].Scores[code-1] - m.base), true
	}
	for r := range cols[0].Codes {
		var total int64
		answers := 0
		for i := range k {
			if v, ok := score(i, r); ok {
				total += v
				answers++
			}
		}
		if listwise && answers < k {
			continue
		}
		if listwise {
			m.totals[int(total)]++
		}
		for i := range k {
			v, ok := score(i, r)
			if !ok {
				continue
			}
			if !listwise {
				s := &m.scores[(answers-1)*k+i]
				s.total += total
				s.square += total * total
				s.cross += total * v
			}
			for j := range k {
				if w, ok := score(j, r); ok {
					m.n[i*k+j]++
					m.sum[i*k+j] += v
					m.cross[i*k+j] += v * w
				}
			}
		}
	}
	return m
}
