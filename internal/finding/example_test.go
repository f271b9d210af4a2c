package finding_test

import (
	"fmt"

	"wogreport/internal/finding"
)

// 36 of 65 people, out of a population of 90, ticked the fourth of five points:
// more than half of those who answered, but no majority of the population by
// itself; with the fifth point it is one.
func ExampleOfItem() {
	f := finding.OfItem([]int{0, 2, 13, 36, 14}, 90)
	fmt.Println(f.Pattern, f.Leading, f.Amount, f.Side)
	fmt.Println(f.Majority.Points, f.Majority.Claim)
	fmt.Println(f.WiderMajority().Points, f.WiderMajority().Claim)
	// Output:
	// clear [3] more-than-half above
	// [3] sample
	// [3 4] population
}
