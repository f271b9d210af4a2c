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
// somebody who has the results. With the number of rows of one answer beside them some
// small count must be told.
func TestQualityGivesNothingBack(t *testing.T) {
	for _, c := range []struct{ constructs, n, least int }{{1, 3, 2}, {2, 3, 3}} {
		t.Run(fmt.Sprint(c), func(t *testing.T) {
			t.Parallel()
			st := sixItems(c.constructs, c.least)
			known, told := classes{}, classes{}
			each(32, c.n, func(rows []int) {
				table, counts := sixAnswers(rows, c.n)
				small := func(_ cell, v int) bool { return v > 0 && v < c.least }
				results := string(appendAll(nil, Run(st, table)))
				known.add(results, counts, small)
				told.add(results+fmt.Sprint(len(table.Quality.Straightliners)), counts, small)
			})
			for _, at := range known.told() {
				t.Fatalf("the results tell how many gave answer %d to item %d", at.point+1, at.item+1)
			}
			if len(told.told()) == 0 {
				t.Error("the number of rows of one answer tells nothing: this could not find a leak")
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
func sixAnswers(kinds []int, n int) (*responses.Table, map[cell]int) {
	table := &responses.Table{N: n}
	table.Quality.Rows = n
	counts := map[cell]int{}
	for i := range 6 {
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
				counts[cell{i, -1, code}]++
				counts[cell{i, -1, 1 - code}] += 0
			}
		}
	}
	return table, counts
}
