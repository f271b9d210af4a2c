package lang

import "strings"

// Roman is a whole number from 1 in capital Roman numerals, as both languages
// number chapters and the pages before them.
func Roman(n int) string {
	var b strings.Builder
	for _, d := range [...]struct {
		value int
		digit string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= d.value; n -= d.value {
			b.WriteString(d.digit)
		}
	}
	return b.String()
}
