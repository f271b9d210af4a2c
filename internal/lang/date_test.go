package lang

import (
	"testing"
	"time"
)

// Each day of a year, as Date writes it, is read again; other ways of writing
// one are understood, and what is no day is none.
func TestParseDate(t *testing.T) {
	for day := time.Date(2028, 1, 1, 0, 0, 0, 0, time.UTC); day.Year() == 2028; day = day.AddDate(0, 0, 1) {
		for _, l := range All {
			if got, ok := ParseDate(Date(l, day)); !ok || !got.Equal(day) {
				t.Errorf("%q is read as %v, %v", Date(l, day), got, ok)
			}
		}
	}
	for s, want := range map[string]string{
		"3 Agt. 2026": "2026-08-03", "30 Nopember 2026": "2026-11-30", "1 Peb. 2026": "2026-02-01", " 03  AGUSTUS 2026": "2026-08-03", "1 mei 2026": "2026-05-01", "9 Okt 2026": "2026-10-09", "9 Sept. 2026": "2026-09-09",
		"29 Februari 2027": "", "0 Mei 2026": "", "3 Ju 2026": "", "3 Mayo 2026": "", "3 Mei 26": "", "Mei 2026": "", "Senin, 3 Mei 2026": "",
	} {
		got, ok := ParseDate(s)
		if ok != (want != "") || ok && got.Format(time.DateOnly) != want {
			t.Errorf("%q is read as %v, %v", s, got, ok)
		}
	}
}

// A period of months is in the language of its text; another is left as it is.
func TestPeriod(t *testing.T) {
	for _, c := range []struct {
		l        Tag
		in, want string
	}{
		{EN, "Januari 2026", "January 2026"},
		{ID, "January 2026", "Januari 2026"},
		{EN, "3–7 Agustus 2026", "3–7 August 2026"},
		{EN, "Maret–Mei 2026", "March–May 2026"},
		{EN, "Gelombang Mei 2026", "Gelombang Mei 2026"},
		{EN, "Semester Ganjil", "Semester Ganjil"},
		{EN, "2026", "2026"},
		{EN, "", ""},
	} {
		if got := Period(c.l, c.in); got != c.want {
			t.Errorf("%s: got %q, want %q", c.l, got, c.want)
		}
	}
	if !IsYear("2026") || IsYear("Mei 2026") || IsYear("26") {
		t.Error("2026 is a year, and nothing else is")
	}
}
