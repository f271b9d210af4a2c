package responses

import (
	"fmt"
	"strings"
	"testing"
)

// TestGroups merges values, puts numbers into classes, and refuses what tells no groups.
func TestGroups(t *testing.T) {
	ages := "Usia,P1,P2\n"
	for i := range 20 {
		ages += fmt.Sprintf("%d,4,5\n", 15+i)
	}
	for _, c := range []struct{ groups, answers, want, code string }{
		{`[{column: Pendidikan, values: {SMA: Menengah, SMK: Menengah, S1: Sarjana}}]`, "Pendidikan,P1,P2\nSD,1,1\nSMA,1,2\nsmk,2,2\nS1,3,3\n", "SD SMA SMA S1", ""},
		{`[{column: Usia, classes: [20, 30]}]`, ages, strings.Repeat("under 20 ", 5) + strings.Repeat("20–29 ", 10) + strings.Repeat("30 and over ", 5), ""},
		{`[Usia]`, ages, "", "number-groups"},
		{`[Tahun]`, "Tahun,P1,P2\n2023,1,2\n2024,2,2\n2023,2,2\n", "2023 2024 2023", ""},
		{`[{column: Usia, classes: [20]}]`, "Usia,P1,P2\n19,1,2\nrahasia,2,2\n21,1,1\n22,1,1\n23,1,1\n", "under 20 \x00 20 and over 20 and over 20 and over", "no-class"},
		{`[Media]`, "Media,P1,P2\n\"Buku, Video\",1,2\nVideo,2,2\n\"Buku, Modul\",1,1\nBuku,2,2\nVideo,2,1\n", "", "not-groups"},
	} {
		st := given(t, "title: T\nscale: {min: 1, max: 5}\nconstructs: [{id: c, items: [P1, P2]}]\nresponses: a.csv\ngroups: "+c.groups+"\n", c.answers)
		table, l := Read(st)
		code := ""
		if len(l) > 0 {
			code = l[0].Code
		}
		if code != c.code || strings.Contains(fmt.Sprint(l), "rahasia") {
			t.Errorf("%s: found %v", c.groups, l)
		}
		if got := strings.Join(table.Groups[st.Groups[0].Column], " "); c.want != "" && got != strings.TrimSpace(c.want) {
			t.Errorf("%s: the groups are %s", c.groups, got)
		}
	}
}
