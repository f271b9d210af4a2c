package analysis_test

import (
	"fmt"

	"wogreport/internal/analysis"
)

// The statistics take coded columns and know nothing of study.yaml.
func Example() {
	scores := []int{1, 2, 3, 4, 5}
	cols := []analysis.Column{
		{Codes: []uint8{4, 5, 2, 3, 1, 4}, Scores: scores},
		{Codes: []uint8{3, 5, 3, 0, 2, 5}, Scores: scores},
		{Codes: []uint8{2, 2, 5, 4, 4, 3}, Scores: []int{5, 4, 3, 2, 1}}, // reversed
	}
	complete := analysis.Listwise(cols)
	for _, c := range []*analysis.Covariance{complete, analysis.Pairwise(cols)} {
		alpha, _ := analysis.CronbachAlpha(c).Get()
		fmt.Printf("%d rows: alpha %.3f\n", c.N, alpha)
	}
	r, _ := analysis.CorrectedItemTotal(complete, 0).Get()
	fmt.Printf("corrected r of the first item: %.3f\n", r)
	critical, _ := analysis.CriticalR(63, 0.05, 2).Get()
	fmt.Printf("r tabel with df 63: %.3f\n", critical)
	// Output:
	// 5 rows: alpha 0.892
	// 6 rows: alpha 0.912
	// corrected r of the first item: 0.965
	// r tabel with df 63: 0.244
}
