package sheet

import (
	"math"
	"strconv"
	"strings"
)

// Number reads a number with either decimal mark. What arithmetic left beside
// a whole number in a spreadsheet (3.9999999999999996) is rounded away.
func Number(cell string) (float64, bool) {
	cell = strings.TrimSpace(cell)
	if cell == "" || !numeric(cell) {
		return 0, false
	}
	v, err := strconv.ParseFloat(strings.Replace(cell, ",", ".", 1), 64)
	if err != nil {
		return 0, false
	}
	if r := math.Round(v); math.Abs(v-r) < 1e-9 {
		v = r
	}
	return v, true
}

// numeric reports whether a text is digits, with a sign, with decimals after
// either mark, with an exponent.
func numeric(s string) bool {
	digits := func() bool {
		n := len(s)
		for s != "" && '0' <= s[0] && s[0] <= '9' {
			s = s[1:]
		}
		return len(s) < n
	}
	drop := func(signs string) bool {
		if s == "" || strings.IndexByte(signs, s[0]) < 0 {
			return false
		}
		s = s[1:]
		return true
	}
	drop("+-")
	if !digits() || drop(".,") && !digits() {
		return false
	}
	if drop("eE") {
		drop("+-")
		return digits() && s == ""
	}
	return s == ""
}

// Date reports whether a cell holds a day, with a time or not.
func Date(cell string) bool {
	cell = strings.TrimSpace(cell)
	if len(cell) < 6 || len(cell) > 48 || !strings.ContainsAny(cell, "0123456789") {
		return false
	}
	return date(cell)
}
