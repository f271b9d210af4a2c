package columns

import (
	"slices"
	"strings"

	"wogreport/internal/sheet"
	"wogreport/internal/study"
)

// ticks are what people put under the answer that they give, and unticked what some put under the others.
var (
	ticks    = []string{"v", "x", "√", "✓", "✔", "☑", "1", "●", "•", "o"}
	choosing = append([]string{"ya", "yes", "true", "benar", "y"}, ticks...)
	unticked = []string{"0", "tidak", "no", "false", "salah", "n", "-", "☐"}
)

// Ticked is the first of the columns that stand under the answers, each under one of them, and hold ticks
// for who gave it, and that answer; -1 where there are none. The answers come again for each statement.
// Where the file has no items, ticks under answers that come again are enough.
func Ticked(s *sheet.Sheet, cols []Column, noItems bool) (col int, answer string) {
	heads := make([]string, len(cols))
	for i, c := range cols {
		heads[i] = c.Statement
	}
	if col = tickedBlocks(s, heads, 0); col >= 0 {
		return col, heads[col]
	}
	if s.Len() > 1 { // numbers below the statements, taken for somebody's answers
		first := make([]string, len(cols))
		for i := range cols {
			first[i] = s.Cell(0, i)
		}
		if col = tickedBlocks(s, first, 1); col >= 0 {
			return col, first[col]
		}
	}
	if !noItems {
		return -1, ""
	}
	first, again := -1, map[string]int{}
	for i, c := range cols {
		label := study.FoldLabel(c.Statement)
		if slices.ContainsFunc(c.Values, func(v Value) bool { return !slices.Contains(ticks, v.Folded) }) || IsLabel(label) != OtherLabel {
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
		return -1, ""
	}
	return first, heads[first]
}

// tickedBlocks is the first of the columns under the same answers again and again, in each row of which
// nearly always one is ticked; -1 for none.
func tickedBlocks(s *sheet.Sheet, heads []string, from int) int {
	folded := make([]string, len(heads))
	for i, h := range heads {
		folded[i] = study.FoldLabel(h)
	}
	answer := func(i int) bool {
		v, number := sheet.Number(folded[i])
		return number && v >= 0 && v <= 10 || IsLabel(folded[i]) == OtherLabel
	}
	for i := range folded {
		if !answer(i) {
			continue
		}
		// The answers of a statement end where the first comes again.
		k := 1
		for i+k < len(folded) && k < maxCountColumns && folded[i+k] != folded[i] && answer(i+k) {
			k++
		}
		n := 1 // statements
		for i+(n+1)*k <= len(folded) && slices.Equal(folded[i:i+k], folded[i+n*k:i+(n+1)*k]) {
			n++
		}
		if k < 3 || n < 2 {
			continue
		}
		if oneTicked(s, i, k, n, from) {
			return i
		}
	}
	return -1
}

// oneTicked reports n blocks of k columns each in nearly all of which one column is ticked in every row, and no
// other filled.
func oneTicked(s *sheet.Sheet, at, k, n, from int) bool {
	filled, good := 0, 0
	for r := from; r < min(s.Len(), sample); r++ {
		for b := range n {
			ticked, other := 0, 0
			for col := at + b*k; col < at+(b+1)*k; col++ {
				switch text := strings.TrimSpace(study.FoldLabel(s.Cell(r, col))); {
				case sheet.Empty(text), slices.Contains(unticked, text):
				case slices.Contains(choosing, text):
					ticked++
				default:
					other++
				}
			}
			if ticked+other > 0 {
				filled++
			}
			if ticked == 1 && other == 0 {
				good++
			}
		}
	}
	return good >= minProof && good*10 >= filled*9
}
