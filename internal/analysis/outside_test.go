package analysis

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"wogreport/internal/responses"
	"wogreport/internal/study"
)

// outsideStudy has items on two points with answers outside the scale.
func outsideStudy(t testing.TB, dir string, items int, more string) *study.Study {
	t.Helper()
	ids := []string{"P1", "P2", "P3"}[:items]
	st, l := study.Parse(filepath.Join(dir, "study.yaml"), fmt.Appendf(nil, "title: T\nscale: {1: A, 2: B}\nconstructs: [{id: c, items: [%s]}]\n%s\n", strings.Join(ids, ", "), more))
	if l.HasErrors() {
		t.Fatal(l)
	}
	return st
}

func runOutside(t testing.TB, st *study.Study, rows ...string) *Results {
	t.Helper()
	head := "P1,P2,P3"[:3*len(st.Constructs[0].Items)-1]
	if err := os.WriteFile(filepath.Join(st.Dir, "a.csv"), []byte("No,"+head+"\n"+strings.Join(rows, "\n")+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	table, l := responses.Read(st)
	if l.HasErrors() {
		t.Fatal(l)
	}
	return Run(st, table)
}

// TestOutside: answers outside the scale are counted by their texts, and are
// neither valid nor missing.
func TestOutside(t *testing.T) {
	st := outsideStudy(t, t.TempDir(), 2, "responses: {file: a.csv, outside: [N/A, DK]}")
	r := runOutside(t, st, "1,A,B", "2,N/A,B", "3,n/a,", "4,DK,A", "5,B,B", "6,,N/A")
	c := r.Constructs[0]
	p1, p2 := c.Items[0], c.Items[1]
	if p1.N != 2 || p1.Missing != 1 || !slices.Equal(p1.Outside, []OutsideAnswer{{"N/A", 2}, {"DK", 1}}) {
		t.Errorf("P1: n %d, missing %d, outside %v", p1.N, p1.Missing, p1.Outside)
	}
	if p2.N != 4 || p2.Missing != 1 || !slices.Equal(p2.Outside, []OutsideAnswer{{"N/A", 1}, {"DK", 0}}) {
		t.Errorf("P2: n %d, missing %d, outside %v", p2.N, p2.Missing, p2.Outside)
	}
	// Complete are the rows 1 and 5; the rows 2 and 4 lack no answer.
	if c.N != 2 || c.OutsideRows != 2 || r.Quality.Empty != 0 {
		t.Errorf("%d complete rows, %d with answers outside, %d empty", c.N, c.OutsideRows, r.Quality.Empty)
	}
	for _, x := range []struct {
		caveats   []Caveat
		code, key string
	}{
		{c.Caveats, CaveatMissing, "caveat.incomplete-rows@outside"},
		{p1.Caveats, CaveatManyMissing, "caveat.many-missing@outside"},
	} {
		i := slices.IndexFunc(x.caveats, func(c Caveat) bool { return c.Code == x.code })
		if i < 0 || x.caveats[i].Term() != x.key {
			t.Errorf("no %s among %v", x.key, x.caveats)
		}
	}
	r = runOutside(t, st, "1,N/A,B", "2,N/A,A")
	c = r.Constructs[0]
	if got := c.Items[0].Caveats[0].Term(); got != "caveat.many-missing@all-outside" {
		t.Error(got)
	}
	if got := c.Caveats[0].Term(); got != "caveat.incomplete-rows@outside-only" {
		t.Error(got)
	}
}

// TestOutsideIsNotGivenBack analyses every set of answers of a few respondents to
// items with an answer outside their scale, under privacy.min_cell. Those with the
// same results must differ in each count outside the scale that is small.
func TestOutsideIsNotGivenBack(t *testing.T) {
	cells := []string{"", "N/A", "A", "B"}
	for _, c := range []struct {
		items, n, least int
		exclude         string
	}{{1, 6, 2, ""}, {1, 6, 3, ""}, {1, 6, 3, ", exclude: [empty]"}, {2, 4, 2, ""}, {2, 4, 3, ", exclude: [empty]"}} {
		t.Run(fmt.Sprint(c), func(t *testing.T) {
			t.Parallel()
			st := outsideStudy(t, t.TempDir(), c.items, fmt.Sprintf("privacy: {min_cell: %d}\nresponses: {file: a.csv, outside: N/A%s}", c.least, c.exclude))
			kinds := 1
			for range c.items {
				kinds *= len(cells)
			}
			type class struct{ small, possible [2]map[int]bool }
			classes := map[string]*class{}
			shown := 0
			each(kinds, c.n, func(times []int) {
				var rows []string
				var outside [2]int
				for kind, n := range times {
					for range n {
						row, k := fmt.Sprint(len(rows)+1), kind
						for i := range c.items {
							row += "," + cells[k%len(cells)]
							if cells[k%len(cells)] == "N/A" {
								outside[i]++
							}
							k /= len(cells)
						}
						rows = append(rows, row)
					}
				}
				r := runOutside(t, st, rows...)
				for i, it := range r.Constructs[0].Items {
					if it.Outside != nil {
						shown++
					}
					if it.Outside != nil && (it.Outside[0].Count < c.least || it.Outside[0].Count != outside[i]) {
						t.Fatalf("%v shows %v", rows, it.Outside)
					}
				}
				key := fmt.Sprintf("%+v", *r)
				k := classes[key]
				if k == nil {
					k = &class{[2]map[int]bool{{}, {}}, [2]map[int]bool{{}, {}}}
					classes[key] = k
				}
				for i, n := range outside {
					k.possible[i][n] = true
					if n > 0 && n < c.least {
						k.small[i][n] = true
					}
				}
			})
			for key, k := range classes {
				for i := range k.small {
					if len(k.small[i]) > 0 && len(k.possible[i]) < 2 {
						t.Fatalf("the results tell the count of item %d outside the scale\n%.2000s", i, key)
					}
				}
			}
			if shown == 0 {
				t.Error("no count outside the scale is ever shown")
			}
		})
	}
}
