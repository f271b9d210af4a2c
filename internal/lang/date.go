package lang

import (
	"strconv"
	"strings"
	"time"
	"unicode"
)

// Date writes a day: "24 November 2026", the day first, as official letters have it.
func Date(l Tag, t time.Time) string {
	return strconv.Itoa(t.Day()) + " " + Of(l).Months[t.Month()-1] + " " + strconv.Itoa(t.Year())
}

// ParseDate reads a day as Date writes it in any language, in capitals or
// not, the month in full or shortened: "3 Agustus 2026", "3 Agt. 2026".
func ParseDate(s string) (time.Time, bool) {
	parts := strings.Fields(s)
	if len(parts) != 3 {
		return time.Time{}, false
	}
	day, err1 := strconv.Atoi(parts[0])
	year, err2 := strconv.Atoi(parts[2])
	month, ok := ParseMonth(parts[1])
	if err1 != nil || err2 != nil || !ok || len(parts[2]) != 4 {
		return time.Time{}, false
	}
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	if t.Day() != day { // there is no such day
		return time.Time{}, false
	}
	return t, true
}

// Period is a period with the names of its months in language l: "Januari 2026", which a table of
// cohorts has in one language, in English "January 2026". What is more than days, months and
// years is left as it is.
func Period(l Tag, s string) string {
	var b strings.Builder
	rest := s
	for rest != "" {
		i := strings.IndexFunc(rest, unicode.IsLetter)
		if i < 0 {
			break
		}
		word := rest[i:]
		if n := strings.IndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }); n >= 0 {
			word = word[:n]
		}
		m, ok := monthNamed(word)
		if !ok {
			return s
		}
		b.WriteString(rest[:i] + Of(l).Months[m])
		rest = rest[i+len(word):]
	}
	return b.String() + rest
}

// monthNamed finds a month, from 0, by its name in full in any language.
func monthNamed(s string) (int, bool) {
	for _, l := range registry {
		for m, name := range l.Months {
			if strings.EqualFold(name, s) {
				return m, true
			}
		}
	}
	return 0, false
}

// IsYear reports whether a period is a year alone.
func IsYear(s string) bool {
	return len(s) == 4 && strings.Trim(s, "0123456789") == ""
}

// ParseMonth finds a month in any language, by its name, what the name begins with,
// or another short form.
func ParseMonth(s string) (time.Month, bool) {
	s = strings.ToLower(strings.TrimSuffix(s, "."))
	for _, l := range registry {
		if m, ok := l.Short[s]; ok {
			return time.Month(m), true
		}
	}
	if len(s) < 3 {
		return 0, false
	}
	for m := range 12 {
		for _, l := range registry {
			if strings.HasPrefix(strings.ToLower(l.Months[m]), s) {
				return time.Month(m + 1), true
			}
		}
	}
	return 0, false
}
