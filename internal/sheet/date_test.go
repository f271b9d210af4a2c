package sheet

import (
	"regexp"
	"strings"
	"testing"
)

// dates says as a pattern what date does.
var dates = regexp.MustCompile(`^(\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}[/.-]\d{1,2}[/.-]\d{1,2}|\d{1,2} [A-Za-z]{3,9}\.? \d{4}|[A-Za-z]{3,9}\.? \d{1,2},? \d{4})([Tt ,]+\d{1,2}[:.]\d{2}([:.]\d{2}([.,]\d+)?)?\s*([APap]\.?[Mm]\.?)?\s*([Zz]|(?i:gmt|utc|wib|wita|wit))?\s*([+-]\d{1,2}(:?\d{2})?)?)?$`)

func FuzzDate(f *testing.F) {
	for _, s := range []string{
		"9/10/2017", "2017-10-09", "09.10.17", "9 Oktober 2017", "Oct. 9, 2017", "1/2/17 9:05", "2017-10-09T09:05:01.123Z", "2017/10/09 9:05:01 PM GMT+7",
		"9-10-2017, 21.05 WIB", "9/10/2017 09.05.", "9/10/2017 9:05 p.m.", "2017-10-09 09:05+0700", "2017-10-09 09:05 +07:00", "2017-10-09 09:05 WITA", "9/10/2017 9:05 a",
		"20171009", "1/2/3", "12345-1-1", "9 Oct 17", "9/10/2017 9:05 +", "9/10/2017 9:05 +07:0", "9/10/2017 9:05:1", "Sept 9 2017 9:05 AM",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := date(s), dates.MatchString(s); got != want && !strings.ContainsAny(s, "\u017f\u212a") {
			t.Errorf("date(%q) is %v, by the pattern %v", s, got, want)
		}
	})
}
