package sheet

import (
	"math"
	"strconv"
	"strings"

	"wogreport/internal/pattern"
)

var numeric = pattern.New(`^[+-]?[0-9]+([.,][0-9]+)?([eE][+-]?[0-9]+)?$`)

// Number reads a number with either decimal mark. What arithmetic left beside
// a whole number in a spreadsheet (3.9999999999999996) is rounded away.
func Number(cell string) (float64, bool) {
	cell = strings.TrimSpace(cell)
	if cell == "" || cell[0] > '9' || !numeric.MatchString(cell) {
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

// date matches the ways in which exports write a day: 9/10/2017, 2017-10-09,
// 09.10.17, 9 Oktober 2017, each with or without a time of any form.
var date = pattern.New(`(?i)^(\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}[/.-]\d{1,2}[/.-]\d{1,2}|\d{1,2} [a-z]{3,9}\.? \d{4}|[a-z]{3,9}\.? \d{1,2},? \d{4})([T ,]+\d{1,2}[:.]\d{2}([:.]\d{2}([.,]\d+)?)?\s*([ap]\.?m\.?)?\s*(z|gmt|utc|wib|wita|wit)?\s*([+-]\d{1,2}(:?\d{2})?)?)?$`)

// Date reports whether a cell holds a day, with a time or not.
func Date(cell string) bool {
	cell = strings.TrimSpace(cell)
	if len(cell) < 6 || len(cell) > 48 || !strings.ContainsAny(cell, "0123456789") {
		return false
	}
	return date.MatchString(cell)
}
