package lang

import (
	"strconv"
	"strings"
	"time"
)

// months are the names of the months in Indonesian; English has Go's own.
var months = [...]string{"Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"}

// Date writes a day: "24 November 2026". Both languages have the day first, as
// official letters do.
func Date(l Tag, t time.Time) string {
	month := t.Month().String()
	if l == ID {
		month = months[t.Month()-1]
	}
	return strconv.Itoa(t.Day()) + " " + month + " " + strconv.Itoa(t.Year())
}

// ParseDate reads a day as Date writes it in either language, in capitals or
// not, the month in full or shortened: "3 Agustus 2026", "3 Agt. 2026".
func ParseDate(s string) (time.Time, bool) {
	parts := strings.Fields(s)
	if len(parts) != 3 {
		return time.Time{}, false
	}
	day, err1 := strconv.Atoi(parts[0])
	year, err2 := strconv.Atoi(parts[2])
	month, ok := monthOf(parts[1])
	if err1 != nil || err2 != nil || !ok || len(parts[2]) != 4 {
		return time.Time{}, false
	}
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	if t.Day() != day { // there is no such day
		return time.Time{}, false
	}
	return t, true
}

// monthOf finds a month by its name or what the name begins with; August has
// two short forms in Indonesian that it does not begin with.
func monthOf(s string) (time.Month, bool) {
	s = strings.ToLower(strings.TrimSuffix(s, "."))
	if s == "agt" || s == "ags" {
		return time.August, true
	}
	if len(s) < 3 {
		return 0, false
	}
	for m := time.January; m <= time.December; m++ {
		for _, name := range [...]string{months[m-1], m.String()} {
			if strings.HasPrefix(strings.ToLower(name), s) {
				return m, true
			}
		}
	}
	return 0, false
}
