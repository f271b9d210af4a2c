package columns

import (
	"slices"

	"wogreport/internal/study"
)

// ticks are what people put under the answer that they give.
var ticks = []string{"v", "x", "√", "✓", "✔", "1", "●", "•", "o"}

// Ticked is the first of the columns that stand under the answers, each under one of them, and hold ticks
// for who gave it; -1 where there are none. The answers come again for each statement.
func Ticked(cols []Column) int {
	first, again := -1, map[string]int{}
	for i, c := range cols {
		label := study.FoldLabel(c.Statement)
		if c.Distinct > 1 || c.Distinct == 1 && !slices.Contains(ticks, c.Values[0].Folded) || IsLabel(label) != OtherLabel {
			continue
		}
		if first < 0 {
			first = i
		}
		again[label]++
	}
	twice := 0
	for _, n := range again {
		if n > 1 {
			twice++
		}
	}
	if twice < 2 {
		return -1
	}
	return first
}
