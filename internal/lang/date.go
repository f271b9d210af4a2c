package lang

import (
	"strconv"
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
