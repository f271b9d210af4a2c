package analysis

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"wogreport/internal/responses"
	"wogreport/internal/study"
)

// TestProfilesTogether goes through all counts that three cohorts of known sizes may have
// of two values and of those who state none: what can be one number only, of those that
// are published alike, must be told of.
func TestProfilesTogether(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 5))
	found, none := 0, 0
	for range 150 {
		least := 2 + r.IntN(2)
		var sizes [3]int
		var counts [3][3]int
		table := &responses.Table{Groups: map[string][]string{}}
		var cohorts []string
		for c := range sizes {
			sizes[c] = 3 + r.IntN(3)
			for range sizes[c] {
				v := []int{0, 0, 0, 0, 1, 1, 1, 2}[r.IntN(8)]
				counts[c][v]++
				cohorts = append(cohorts, fmt.Sprint(c))
				table.Groups["g"] = append(table.Groups["g"], []string{"A", "B", ""}[v])
				table.N++
			}
		}
		table.Columns = []*responses.Column{{Codes: bytes.Repeat([]byte{1}, table.N)}} // all answer
		published := func(counts [3][3]int) (key [4][3]int) {
			for _, row := range counts {
				for v, n := range row {
					key[3][v] += n
				}
			}
			copy(key[:3], counts[:])
			for k, row := range key {
				if slices.ContainsFunc(row[:], func(n int) bool { return n > 0 && n < least }) {
					key[k] = [3]int{HiddenCount}
				}
			}
			return key
		}
		possible := map[cell]map[int]bool{}
		want := published(counts)
		forEach3(sizes[0], func(x [3]int) {
			forEach3(sizes[1], func(y [3]int) {
				forEach3(sizes[2], func(z [3]int) {
					if set := [3][3]int{x, y, z}; published(set) == want {
						for c, row := range set {
							for v, n := range row {
								at := cell{group: c, point: v}
								if possible[at] == nil {
									possible[at] = map[int]bool{}
								}
								possible[at][n] = true
							}
						}
					}
				})
			})
		})
		st := &study.Study{Privacy: study.Privacy{MinGroup: 3, MinCell: least}, Profile: []study.Grouping{{ID: "g", Column: "g"}}}
		told := Together(st, table, "Angkatan", cohorts, func(string) bool { return true })
		for c, row := range counts {
			for v, n := range row {
				name := fmt.Sprintf("Angkatan %d, g: %s", c, []string{"A", "B", "not stated"}[v])
				switch {
				case n == 0 || n >= least || !slices.Contains(table.Groups["g"], "A") || !slices.Contains(table.Groups["g"], "B"):
				case len(possible[cell{group: c, point: v}]) < 2:
					if found++; !slices.Contains(told, name) {
						t.Errorf("%v, least %d: the count of %q is told, %q says nothing of it", counts, least, name, told)
					}
				case !slices.Contains(told, name):
					none++
				}
			}
		}
	}
	if found < 10 || none < 20 {
		t.Errorf("%d counts are told and %d hidden ones are not: too few to say anything", found, none)
	}
}

// forEach3 goes through all ways to part n in three.
func forEach3(n int, f func([3]int)) {
	for a := range n + 1 {
		for b := range n - a + 1 {
			f([3]int{a, b, n - a - b})
		}
	}
}
