package columns

import (
	"strings"

	"wogreport/internal/study"
)

// Identify is what tells the respondents of n cells apart, "" for those whose cells tell
// nobody: empty ones, a dash, "tidak ada", or words where the others have numbers or addresses.
// A number is one however its digits are grouped (19700101 199503 1 001), and a telephone number
// with the code of Indonesia or without.
func Identify(n int, cell func(int) string) []string {
	out := make([]string, n)
	filled, told := 0, 0
	for i := range out {
		out[i] = identifier(cell(i))
		if out[i] != "" {
			filled++
		}
		if numberOrAddress(out[i]) {
			told++
		}
	}
	if told*2 > filled {
		for i := range out {
			if !numberOrAddress(out[i]) {
				out[i] = ""
			}
		}
	}
	return out
}

func numberOrAddress(id string) bool { return strings.ContainsAny(id, "0123456789@") }

// identifier is what a cell holds, as it is compared.
func identifier(cell string) string {
	folded := study.FoldLabel(cell)
	if folded == "" || noAnswerText(folded) || strings.Trim(folded, "-_.0 ") == "" {
		return ""
	}
	digits := strings.Map(func(r rune) rune {
		if strings.ContainsRune(" -./()", r) {
			return -1
		}
		return r
	}, folded)
	number := strings.TrimPrefix(digits, "+")
	if len(number) < 6 || strings.Trim(number, "0123456789") != "" {
		return folded
	}
	if rest, ok := strings.CutPrefix(number, "628"); ok && len(rest) < 12 { // a NIP has 18 digits
		return "08" + rest
	}
	return number
}
