package linebreak_test

import (
	"fmt"
	"strings"

	"wogreport/internal/pdf/linebreak"
)

// Letters are a unit wide, spaces about one, lines twelve. Filling each line before
// the next would leave "least" alone on one.
func ExampleBreaker_Break() {
	words := []string{"of", "all", "ways", "the", "one", "with", "least", "demerits"}
	var items []linebreak.Item
	for i, w := range words {
		if i > 0 {
			items = append(items, linebreak.Item{Kind: linebreak.Glue, Width: 1, Stretch: 1, Shrink: 0.3})
		}
		items = append(items, linebreak.Item{Width: float64(len(w))})
	}
	items = append(items, linebreak.Item{Kind: linebreak.Glue, Stretch: linebreak.Fill}, linebreak.Item{Kind: linebreak.Penalty, Penalty: linebreak.Forced})
	var b linebreak.Breaker
	lines, ok := b.Break(items, linebreak.Options{Measure: 12, Tolerance: 1000, Ragged: 4})
	fmt.Println(ok)
	for _, l := range lines {
		fmt.Println(strings.Join(words[l.Start/2:(l.End+1)/2], " "))
	}
	// Output:
	// true
	// of all ways
	// the one
	// with least
	// demerits
}
