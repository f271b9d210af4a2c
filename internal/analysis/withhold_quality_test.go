package analysis

import (
	"fmt"
	"testing"

	"wogreport/internal/lang"
	"wogreport/internal/responses"
	"wogreport/internal/study"
)

// TestQualityGivesNothingBack analyses every set of rows of 32 kinds – the last two
// items are answered alike, so that it ends in seconds – to six items of one construct and of two, with the rows of one answer throughout and
// those that are alike: of each small count at least two numbers must be possible to
// somebody who has the results.
func TestQualityGivesNothingBack(t *testing.T) {
	for _, c := range []struct{ constructs, n, least int }{{1, 3, 2}, {2, 3, 3}} {
		t.Run(fmt.Sprint(c), func(t *testing.T) {
			t.Parallel()
			st := sixItems(c.constructs, c.least)
			type known struct {
				small    [6][2]bool
				possible [6][2]map[int]bool
			}
			classes := map[string]*known{}
			each(32, c.n, func(rows []int) {
				table, counts := sixAnswers(rows, c.n)
				key := string(appendAll(nil, Run(st, table)))
				k := classes[key]
				if k == nil {
					k = &known{}
					classes[key] = k
				}
				for i := range counts {
					for p, n := range counts[i] {
						k.small[i][p] = k.small[i][p] || n > 0 && n < c.least
						if k.possible[i][p] == nil {
							k.possible[i][p] = map[int]bool{}
						}
						k.possible[i][p][n] = true
					}
				}
			})
			for key, k := range classes {
				for i := range k.small {
					for p, small := range k.small[i] {
						if small && len(k.possible[i][p]) < 2 {
							t.Fatalf("the results tell how many gave answer %d to item %d\n%.2000s", p+1, i+1, key)
						}
					}
				}
			}
		})
	}
}

// sixItems is a study of six items with two answers each, in so many constructs.
func sixItems(constructs, least int) *study.Study {
	st := &study.Study{
		Analysis: study.Analysis{Missing: "listwise", Correlation: "corrected", Significance: 0.05, Tails: 2, AlphaThreshold: 0.6},
		Privacy:  study.Privacy{MinGroup: least, MinCell: least},
	}
	st.Interpretation.On = true
	st.Interpretation.Classes = []lang.Text{lang.Same("low"), lang.Same("high")}
	scale := study.Scale{Points: []study.Point{{Value: 1}, {Value: 2}}}
	for c := range constructs {
		sc := study.Construct{ID: fmt.Sprint(c), Scale: scale}
		for i := range 6 / constructs {
			sc.Items = append(sc.Items, study.Item{ID: fmt.Sprintf("P%d", c*6/constructs+i+1)})
		}
		st.Constructs = append(st.Constructs, sc)
	}
	return st
}

// sixAnswers is a set of rows, each kind (a bit for each item but the last) so many times, and
// its counts by item and answer.
func sixAnswers(kinds []int, n int) (*responses.Table, [6][2]int) {
	table := &responses.Table{N: n}
	table.Quality.Rows = n
	var counts [6][2]int
	for i := range counts {
		table.Columns = append(table.Columns, &responses.Column{Item: fmt.Sprintf("P%d", i+1)})
	}
	for kind, times := range kinds {
		kind |= kind & 16 << 1
		for again := range times {
			if kind == 0 || kind == 63 {
				table.Quality.Straightliners = append(table.Quality.Straightliners, responses.RowRef{})
			}
			if again > 0 {
				table.Quality.Duplicates = append(table.Quality.Duplicates, responses.RowRef{})
			}
			for i, c := range table.Columns {
				code := kind >> i & 1
				c.Codes = append(c.Codes, uint8(code+1))
				counts[i][code]++
			}
		}
	}
	return table, counts
}
