package analysis

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"testing"

	"wogreport/internal/lang"
	"wogreport/internal/responses"
	"wogreport/internal/study"
)

// TestHiddenCellsStayOpen publishes every table of counts: of each hidden
// count at least two numbers must remain possible to somebody who knows what
// is shown, the sum, and the rule.
func TestHiddenCellsStayOpen(t *testing.T) {
	for k := 2; k <= 5; k++ {
		for n := 1; n <= 11; n++ {
			for least := 2; least <= 5; least++ {
				possible := map[string][]map[int]bool{}
				shown := 0
				each(k, n, func(counts []int) {
					hidden := hiddenCells(counts, least)
					key := make([]int, k)
					for i, c := range counts {
						key[i] = c
						switch {
						case hidden[i]:
							key[i] = HiddenCount
						case c > 0 && c < least:
							t.Fatalf("%v with min_cell %d shows %v", counts, least, hidden)
						default:
							shown++
						}
					}
					id := fmt.Sprint(key)
					if possible[id] == nil {
						possible[id] = make([]map[int]bool, k)
					}
					for i, c := range counts {
						if possible[id][i] == nil {
							possible[id][i] = map[int]bool{}
						}
						possible[id][i][c] = true
					}
				})
				for id, cells := range possible {
					for i, numbers := range cells {
						if len(numbers) == 1 && strings.Fields(strings.Trim(id, "[]"))[i] == fmt.Sprint(HiddenCount) {
							t.Errorf("%d answers, min_cell %d: what is shown as %s has one possible count at %d", n, least, id, i)
						}
					}
				}
				if shown == 0 && n > k*least {
					t.Errorf("%d answers on %d points, min_cell %d: nothing is ever shown", n, k, least)
				}
			}
		}
	}
}

// appendAll appends everything in results, what pointers lead to included.
func appendAll(b []byte, r *Results) []byte {
	for i := range r.Constructs {
		c := &r.Constructs[i]
		b = fmt.Appendf(b, "%+v\n", *c.Interpretation)
		c.Interpretation = nil
		for j := range c.Items {
			b = fmt.Appendf(b, "%+v\n", *c.Items[j].Interpretation)
			c.Items[j].Interpretation = nil
		}
	}
	return fmt.Appendf(b, "%+v", *r)
}

// each calls f with every way to share n over k counts.
func each(k, n int, f func([]int)) {
	counts := make([]int, k)
	var fill func(i, left int)
	fill = func(i, left int) {
		if i == k-1 {
			counts[i] = left
			f(counts)
			return
		}
		for c := range left + 1 {
			counts[i] = c
			fill(i+1, left-c)
		}
	}
	fill(0, n)
}

// privateStudy has two items on three points, the second scored in reverse,
// interpreted and compared by a group.
func privateStudy(least int, groups bool) *study.Study {
	st := &study.Study{
		Analysis: study.Analysis{Missing: "listwise", Correlation: "corrected", Significance: 0.05, Tails: 2, AlphaThreshold: 0.6},
		Privacy:  study.Privacy{MinGroup: least, MinCell: least},
	}
	st.Interpretation.On = true
	st.Interpretation.Classes = []lang.Text{lang.Same("low"), lang.Same("high")}
	scale := study.Scale{Points: []study.Point{{Value: 1}, {Value: 2}, {Value: 3}}}
	st.Scores = study.Scores{Azwar: true, Unit: "sum", Classes: study.Bands{Bands: make([]study.Band, 3)}}
	st.Constructs = []study.Construct{{ID: "c", Scale: scale, Items: []study.Item{{ID: "P1"}, {ID: "P2", Reverse: true}}}}
	if groups {
		st.Groups = []study.Grouping{{ID: "g", Column: "g"}}
	}
	return st
}

// TestNothingGivesBack analyses every set of answers of four respondents and
// takes together those with the same results, in whatever field. Since all
// outputs are made from the results, nobody can tell these apart: each small
// count of an item, in all and in a group, must differ among them.
func TestNothingGivesBack(t *testing.T) {
	for _, c := range []answerSets{{2, false, 4}, {3, false, 4}, {2, true, 3}} {
		t.Run(fmt.Sprintf("min_cell %d, groups %v", c.least, c.groups), func(t *testing.T) {
			t.Parallel()
			c.test(t)
		})
	}
}

// answerSets are the sets of answers to privateStudy.
type answerSets struct {
	least  int
	groups bool
	codes  int // per item; with 4 an answer may be missing
}

// cell is a count that the answers have.
type cell struct {
	item, group, point int // group -1: all
}

// table is a set of answers, of which each kind stands there so many times,
// with its counts and the sizes of its groups.
func (c answerSets) table(kinds []int, n int) (*responses.Table, map[cell]int, [2]int) {
	table := &responses.Table{N: n, Groups: map[string][]string{}, Columns: []*responses.Column{{Item: "P1"}, {Item: "P2"}}}
	table.Quality.Rows = n
	counts := map[cell]int{}
	sizes := [2]int{}
	for kind, times := range kinds {
		for range times {
			g := kind / (c.codes * c.codes)
			sizes[g]++
			for i, code := range []int{kind % c.codes, kind / c.codes % c.codes} {
				if c.codes < 4 {
					code++
				}
				table.Columns[i].Codes = append(table.Columns[i].Codes, uint8(code))
				for point := 1; point <= 3; point++ {
					v := 0
					if code == point {
						v = 1
					}
					counts[cell{i, -1, point}] += v
					counts[cell{i, g, point}] += v
				}
			}
			table.Groups["g"] = append(table.Groups["g"], string(rune('A'+g)))
		}
	}
	return table, counts, sizes
}

func (c answerSets) test(t *testing.T) {
	known := classes{}
	var key []byte
	c.each(4, func(table *responses.Table, counts map[cell]int, sizes [2]int) {
		res := Run(privateStudy(c.least, c.groups), table)
		if s := res.Constructs[0].Scores; s != nil {
			t.Fatalf("%v: the results show classes of scores, %+v", counts, s.Classes)
		}
		for _, construct := range res.Constructs {
			for i, it := range construct.Items {
				for p, shown := range it.Answered {
					if count, ok := counts[cell{i, -1, p + 1}], shown != HiddenCount; ok && (shown != count || shown > 0 && shown < c.least) {
						t.Fatalf("%v: item %d shows %d at point %d", table.Columns, i, shown, p+1)
					}
				}
			}
		}
		key = appendAll(key[:0], res)
		known.add(string(key), counts, func(at cell, v int) bool {
			return v > 0 && v < c.least && (at.group < 0 || c.groups && sizes[at.group] >= c.least)
		})
	})
	for k, at := range known.told() {
		if k > 3 {
			break
		}
		t.Errorf("the results tell the count of item %d, group %d at point %d", at.item, at.group, at.point)
	}
}

// each are all sets of answers of n people.
func (c answerSets) each(n int, f func(table *responses.Table, counts map[cell]int, sizes [2]int)) {
	kinds := c.codes * c.codes
	if c.groups {
		kinds *= 2
	}
	each(kinds, n, func(rows []int) { f(c.table(rows, n)) })
}

// TestWithoutRule publishes, beside the results of all sets of five people's answers, what
// a rule keeps back: some small count must be told by it.
func TestWithoutRule(t *testing.T) {
	c := answerSets{3, false, 3}
	st := privateStudy(c.least, false)
	without := map[string]func(table *responses.Table, counts map[cell]int) string{
		"alike rows": func(table *responses.Table, _ map[cell]int) string {
			kinds := map[[2]uint8]bool{}
			for row := range table.N {
				kinds[[2]uint8{table.Columns[0].Codes[row], table.Columns[1].Codes[row]}] = true
			}
			return fmt.Sprint(table.N - len(kinds))
		},
		"complements": func(_ *responses.Table, counts map[cell]int) string {
			var shown []int
			for i := range 2 {
				for p := 1; p <= 3; p++ {
					n := counts[cell{i, -1, p}]
					if n > 0 && n < c.least {
						n = HiddenCount
					}
					shown = append(shown, n)
				}
			}
			return fmt.Sprint(shown)
		},
		"checksums": func(table *responses.Table, _ map[cell]int) string {
			return fmt.Sprintf("%x", sha256.Sum256(fmt.Append(nil, table.Columns[0].Codes, table.Columns[1].Codes)))
		},
	}
	known := map[string]classes{"": {}}
	c.each(5, func(table *responses.Table, counts map[cell]int, _ [2]int) {
		results := string(appendAll(nil, Run(st, table)))
		small := func(at cell, v int) bool { return at.group < 0 && v > 0 && v < c.least }
		known[""].add(results, counts, small)
		for rule, more := range without {
			if known[rule] == nil {
				known[rule] = classes{}
			}
			known[rule].add(results+more(table, counts), counts, small)
		}
	})
	for rule, k := range known {
		if n := len(k.told()); (n > 0) != (rule != "") {
			t.Errorf("without the rule of %q %d small counts are told", rule, n)
		}
	}
}

// classes are sets of answers with what is published of them, which nobody can tell apart.
type classes map[string]*class

type class struct {
	small    map[cell]bool // in some set
	possible map[cell]map[int]bool
}

// add adds a set of answers with its counts, of which some must not be told.
func (c classes) add(published string, counts map[cell]int, small func(at cell, v int) bool) {
	k := c[published]
	if k == nil {
		k = &class{map[cell]bool{}, map[cell]map[int]bool{}}
		c[published] = k
	}
	for at, v := range counts {
		if small(at, v) {
			k.small[at] = true
		}
		if k.possible[at] == nil {
			k.possible[at] = map[int]bool{}
		}
		k.possible[at][v] = true
	}
}

// told are the small counts that can be one number only.
func (c classes) told() (out []cell) {
	for _, k := range c {
		for at := range k.small {
			if len(k.possible[at]) < 2 {
				out = append(out, at)
			}
		}
	}
	return out
}
