package sheet

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// Time reads a day with its time of day, also as a spreadsheet program counts
// them. Day and month may be the other way round: times of one column can be
// compared when they stand on the same day, which is what it is for. ok is
// false for a day without a time.
func Time(cell string) (t time.Time, ok bool) {
	cell = strings.TrimSpace(cell)
	if v, isNumber := Number(cell); isNumber {
		if v < 30000 || v >= 60000 || v == float64(int(v)) {
			return t, false
		}
		return time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).Add(time.Duration(math.Round(v*24*3600)) * time.Second), true
	}
	if !Date(cell) {
		return t, false
	}
	var n []int
	notDigit := func(r rune) bool { return r < '0' || r > '9' }
	for d := range strings.FieldsFuncSeq(cell, notDigit) {
		v, err := strconv.Atoi(d)
		if err != nil {
			return t, false
		}
		if n = append(n, v); len(n) == 6 {
			break
		}
	}
	if len(n) < 5 {
		return t, false
	}
	n = append(n, 0)
	year, month, day := n[0], n[1], n[2]
	if year < 1000 {
		year, day = n[2], n[0]
	}
	hour := n[3]
	switch low := strings.ToLower(cell); {
	case strings.Contains(low, "pm") && hour < 12:
		hour += 12
	case strings.Contains(low, "am") && hour == 12:
		hour = 0
	}
	return time.Date(year, time.Month(month), day, hour, n[4], n[5], 0, time.UTC), true
}
