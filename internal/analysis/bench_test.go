package analysis

import (
	"math/rand/v2"
	"testing"

	"wogreport/internal/responses"
	"wogreport/internal/study"
)

// BenchmarkRun is the item analysis of a million respondents and 25 five-point items.
func BenchmarkRun(b *testing.B) {
	cols := randomColumns(rand.New(rand.NewPCG(3, 4)), 1_000_000, 25, 5, 1)
	sc := study.Construct{ID: "c"}
	for v := 1; v <= 5; v++ {
		sc.Scale.Points = append(sc.Scale.Points, study.Point{Value: v})
	}
	table := &responses.Table{N: len(cols[0].Codes)}
	for i, c := range cols {
		id := string(rune('A' + i))
		sc.Items = append(sc.Items, study.Item{ID: id})
		table.Columns = append(table.Columns, &responses.Column{Item: id, Codes: c.Codes})
	}
	for _, missing := range []string{"listwise", "pairwise"} {
		st := &study.Study{Constructs: []study.Construct{sc}, Analysis: study.Analysis{
			Missing: missing, Correlation: "corrected", Significance: 0.05, Tails: 2, AlphaThreshold: 0.6, Omega: "ml",
		}}
		b.Run(missing, func(b *testing.B) {
			for b.Loop() {
				Run(st, table)
			}
		})
	}
}
