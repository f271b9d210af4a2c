package finding

import (
	"fmt"
	"slices"
	"testing"

	"wogreport/internal/analysis"
)

func ofCounts(counts []int, population int) Item {
	n := 0
	for _, c := range counts {
		n += c
	}
	return OfItem(analysis.SharesOf(counts, n, population))
}

// The counts are per scale point, ascending (STS, TS, RR, S, SS). The WoG
// cases are the article's: 90 people, 65 answers.
func TestOfItem(t *testing.T) {
	for _, c := range []struct {
		name       string
		counts     []int
		population int
		pattern    Pattern
		leading    []int
		amount     Amount
		side       Side
		claim      Claim // of the majority; "" when there is none
		subject    []int // its points
		above      Claim
	}{
		// 36 of 65 is a majority of those who answered; its interval holds one half.
		{"majority of the sample", []int{0, 2, 13, 36, 14}, 90, Clear, []int{3}, MoreThanHalf, AboveMiddle, OfSample, []int{3}, OfPopulation},
		{"the same without a population", []int{0, 2, 13, 36, 14}, 0, Clear, []int{3}, MoreThanHalf, AboveMiddle, OfSample, []int{3}, OfPopulation},
		{"majority of the population", []int{0, 3, 9, 46, 7}, 90, Clear, []int{3}, MoreThanHalf, AboveMiddle, OfPopulation, []int{3}, OfPopulation},
		{"everybody answered", []int{0, 2, 13, 36, 14}, 65, Clear, []int{3}, MoreThanHalf, AboveMiddle, OfEverybody, []int{3}, OfEverybody},
		// 24 and 23 are named together, and across the middle.
		{"near tie with the middle", []int{0, 5, 24, 23, 13}, 90, Tied, []int{2, 3}, LessThanHalf, BothSides, OfSample, []int{3, 4}, OfSample},
		{"neutral leads", []int{2, 5, 40, 10, 8}, 90, Clear, []int{2}, MoreThanHalf, AtMiddle, OfPopulation, []int{2}, ""},
		{"exactly half", []int{0, 0, 10, 20, 10}, 0, Clear, []int{3}, Half, AboveMiddle, OfPopulation, []int{3, 4}, OfPopulation},
		{"most disagree", []int{30, 10, 5, 3, 2}, 0, Clear, []int{0}, MoreThanHalf, BelowMiddle, OfSample, []int{0}, ""},
		{"flat", []int{10, 10, 10, 10, 10}, 0, Flat, nil, LessThanHalf, BothSides, "", nil, ""},
		{"three lead, and the others are near", []int{6, 8, 8, 7, 9}, 0, Flat, nil, LessThanHalf, BothSides, "", nil, ""},
		{"three lead, and one is 10 points behind", []int{9, 10, 10, 7, 5}, 0, Tied, []int{1, 2, 0}, LessThanHalf, BothSides, "", nil, ""},
		{"three lead", []int{2, 20, 20, 20, 3}, 0, Tied, []int{1, 2, 3}, LessThanHalf, BothSides, "", nil, ""},
		{"all the same", []int{0, 0, 0, 9, 0}, 0, Clear, []int{3}, AllOf, AboveMiddle, OfPopulation, []int{3}, OfPopulation},
		{"nobody", []int{0, 0, 0, 0, 0}, 90, NoAnswers, nil, "", "", "", nil, ""},
		// Four points have no middle.
		{"even scale", []int{5, 10, 30, 20}, 0, Clear, []int{2}, LessThanHalf, AboveMiddle, OfPopulation, []int{2, 3}, OfPopulation},
		// A gap of exactly five points is no tie; a hair below is one.
		{"gap of five points", []int{0, 0, 35, 40, 25}, 0, Clear, []int{3}, LessThanHalf, AboveMiddle, OfPopulation, []int{3, 4}, OfPopulation},
		{"gap of four points", []int{0, 0, 36, 40, 24}, 0, Tied, []int{3, 2}, LessThanHalf, BothSides, OfPopulation, []int{3, 4}, OfPopulation},
		{"more answers than people", []int{0, 0, 0, 60, 0}, 50, Clear, []int{3}, AllOf, AboveMiddle, OfSample, []int{3}, OfSample},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := ofCounts(c.counts, c.population)
			var claim Claim
			var subject []int
			if f.Majority != nil {
				claim, subject = f.Majority.Claim, f.Majority.Answers
			}
			var above Claim
			if f.AboveMajority != nil {
				above = f.AboveMajority.Claim
			}
			got := fmt.Sprint(f.Pattern, f.Leading, f.Amount, f.Side, claim, subject, above)
			want := fmt.Sprint(c.pattern, c.leading, c.amount, c.side, c.claim, c.subject, c.above)
			if got != want {
				t.Errorf("got  %s\nwant %s", got, want)
			}
		})
	}
}

// OfItem never claims a majority that the counts do not have, names every answer
// at most once, and shares out every answer over the three sides.
func FuzzOfItem(f *testing.F) {
	f.Add([]byte{0, 2, 13, 36, 14}, uint16(90))
	f.Add([]byte{0, 5, 24, 23, 13}, uint16(0))
	f.Add([]byte{1, 0}, uint16(1))
	f.Fuzz(func(t *testing.T, raw []byte, population uint16) {
		if len(raw) < 2 || len(raw) > 30 {
			t.Skip()
		}
		counts, n := make([]int, len(raw)), 0
		for i, b := range raw {
			counts[i] = int(b)
			n += int(b)
		}
		got := ofCounts(counts, int(population))
		if n == 0 {
			if got.Pattern != NoAnswers || got.Majority != nil {
				t.Fatalf("%v: %+v", counts, got)
			}
			return
		}
		if sum := got.Below.Count + got.Middle.Count + got.Above.Count; sum != n {
			t.Errorf("%v: the sides hold %d of %d answers", counts, sum, n)
		}
		for i, p := range got.Leading {
			if slices.Contains(got.Leading[:i], p) || counts[p] == 0 {
				t.Errorf("%v: leading %v", counts, got.Leading)
			}
		}
		if m := got.Majority; m != nil && 2*m.Count <= n {
			t.Errorf("%v: %d of %d is no majority", counts, m.Count, n)
		}
		if (got.Amount == MoreThanHalf) != (2*slices.Max(counts) > n && slices.Max(counts) < n) {
			t.Errorf("%v: amount %q", counts, got.Amount)
		}
	})
}

// A statement whose middle answer leads is not undecided where one side has at least twice as many
// answers as the other.
func TestLeaning(t *testing.T) {
	for _, c := range []struct {
		counts           []int
		neutral, leaning bool
	}{
		{[]int{1, 7, 11, 9, 9}, false, true},
		{[]int{9, 9, 11, 7, 1}, false, true},
		{[]int{1, 8, 11, 9, 8}, true, false},
		{[]int{0, 5, 40, 10, 8}, false, true}, // also where the middle has more
		{[]int{5, 5, 40, 10, 8}, true, false},
		{[]int{0, 0, 40, 0, 0}, true, false},
		{[]int{2, 5, 12, 10, 10}, false, false}, // more than half agree
	} {
		f := ofCounts(c.counts, 0)
		if f.Neutral() != c.neutral || f.Leaning() != c.leaning {
			t.Errorf("%v: neutral %v, leaning %v", c.counts, f.Neutral(), f.Leaning())
		}
	}
}
