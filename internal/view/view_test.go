package view

import (
	"slices"
	"testing"
)

func TestLargestRemainder(t *testing.T) {
	for _, c := range []struct {
		counts []int
		total  int
		want   []int
	}{
		{[]int{1, 1, 1}, 1000, []int{334, 333, 333}}, // 33.3% each would add to 99.9
		{[]int{0, 2, 13, 36, 14}, 1000, []int{0, 31, 200, 554, 215}},
		{[]int{1, 5}, 100, []int{17, 83}},
		{[]int{7}, 1000, []int{1000}},
		{[]int{1, 1, 1, 1, 1, 1}, 100, []int{17, 17, 17, 17, 16, 16}},
	} {
		n := 0
		for _, x := range c.counts {
			n += x
		}
		if got := largestRemainder(c.counts, n, c.total); !slices.Equal(got, c.want) {
			t.Errorf("%v of %d: %v, want %v", c.counts, c.total, got, c.want)
		}
	}
}

// FuzzLargestRemainder: the units are shared out whole, and each share is
// within one unit of the exact one.
func FuzzLargestRemainder(f *testing.F) {
	f.Add([]byte{1, 2, 3})
	f.Fuzz(func(t *testing.T, raw []byte) {
		counts, n := make([]int, len(raw)), 0
		for i, b := range raw {
			counts[i] = int(b)
			n += int(b)
		}
		if n == 0 {
			t.Skip()
		}
		sum := 0
		for i, u := range largestRemainder(counts, n, 1000) {
			sum += u
			if exact := float64(counts[i]) * 1000 / float64(n); float64(u) <= exact-1 || float64(u) >= exact+1 {
				t.Errorf("%v: %d units for %.3f", counts, u, exact)
			}
		}
		if sum != 1000 {
			t.Errorf("%v: %d units", counts, sum)
		}
	})
}
