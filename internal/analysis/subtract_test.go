package analysis

import (
	"math/rand/v2"
	"testing"
)

// TestSubtracted compares with all sums of the sets with small factors.
func TestSubtracted(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	told := 0
	for range 300 {
		cells, least := 3+r.IntN(4), 2+r.IntN(4)
		sizes := make([]int, cells)
		all := make([]bool, cells)
		for c := range sizes {
			sizes[c], all[c] = r.IntN(6), true
		}
		sets := [][]bool{all}
		for range 1 + r.IntN(4) {
			set := make([]bool, cells)
			for c := range set {
				set[c] = r.IntN(2) == 0
			}
			sets = append(sets, set)
		}
		want := false
		factors := make([]int, len(sets))
		for i := range factors {
			factors[i] = -3
		}
		for more := true; more; {
			n := 0
			for c := range cells {
				sum := 0
				for i, set := range sets {
					if set[c] {
						sum += factors[i]
					}
				}
				if sum != 0 {
					n += sizes[c]
				}
			}
			want = want || n > 0 && n < least
			more = false
			for i := range factors {
				if factors[i]++; factors[i] <= 3 {
					more = true
					break
				}
				factors[i] = -3
			}
		}
		got := Subtracted(sets, sizes, least)
		if (got != nil) != want {
			t.Fatalf("sets %v of cells %v, at least %d: found %v, want any: %v", sets, sizes, least, got, want)
		}
		if got != nil {
			told++
			n := 0
			for _, c := range got {
				n += sizes[c]
			}
			if n == 0 || n >= least {
				t.Fatalf("found %d respondents, at least %d", n, least)
			}
		}
	}
	if told == 0 || told == 300 {
		t.Errorf("%d of 300 are told", told)
	}
}
