package analysis

import (
	"cmp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// natural orders texts by the alphabet and the numbers in them, also Roman
// ones, by their size: "Angkatan 9" before "Angkatan 10", "IX" before "X".
func natural(a, b string) int {
	start := true // of a word
	for a != "" && b != "" {
		x, restA := leadingNumber(a, start)
		y, restB := leadingNumber(b, start)
		if x >= 0 && y >= 0 {
			if x != y {
				return x - y
			}
			a, b, start = restA, restB, false
			continue
		}
		if x >= 0 || y >= 0 { // a number comes before what is none
			return cmp.Compare(y, x)
		}
		ra, na := utf8.DecodeRuneInString(a)
		rb, nb := utf8.DecodeRuneInString(b)
		if ra != rb {
			return int(ra) - int(rb)
		}
		start = !unicode.IsLetter(ra)
		a, b = a[na:], b[nb:]
	}
	return strings.Compare(a, b)
}

// leadingNumber is the number that a text begins with, and the rest; -1 where
// it begins with none. A whole word of i, v, x and l is a Roman number.
func leadingNumber(s string, word bool) (int, string) {
	end := 0
	for end < len(s) && end < 9 && s[end] >= '0' && s[end] <= '9' {
		end++
	}
	if end > 0 {
		n, _ := strconv.Atoi(s[:end])
		return n, s[end:]
	}
	end = len(s)
	if i := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }); i >= 0 {
		end = i
	}
	if n := romanNumber(strings.ToLower(s[:end])); word && n > 0 {
		return n, s[end:]
	}
	return -1, s
}

// romanNumber is the number that a word in small letters writes in Roman
// numerals, at most 89; 0 for another word.
func romanNumber(word string) int {
	n, last := 0, 1000
	for _, r := range word {
		v := map[rune]int{'i': 1, 'v': 5, 'x': 10, 'l': 50}[r]
		if v == 0 {
			return 0
		}
		if v > last {
			n -= 2 * last
		}
		n, last = n+v, v
	}
	if n > 89 {
		return 0
	}
	return n
}
