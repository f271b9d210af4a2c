package sheet

import (
	"strings"
	"testing"
)

// TestSwallowedRows tells a quote that somebody typed, with another one some rows later, from a comment
// of several lines.
func TestSwallowedRows(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       int
		odd        bool
	}{
		{"a quote typed", "No,Saran,P1,P2,P3\n1,ok,4,5,3\n2,\"bagus,4,4,3\n3,ok,2,3,3\n4,ya,2,5,3\n5,layar 14\",4,5,3\n6,ok,1,2,3\n", 6, true},
		{"in rows beside each other", "No,Saran,P1,P2,P3\n1,ok,4,5,3\n2,\"bagus,4,4,3\n3,layar 14\",2,3,3\n4,ya,2,5,3\n5,ya,4,5,3\n6,ok,1,2,3\n", 6, true},
		{"behind a mark of Excel's", "sep=,\nNo,Saran,P1,P2,P3\n1,ok,4,5,3\n2,\"bagus,4,4,3\n3,ok,2,3,3\n4,layar 14\",2,5,3\n5,ya,4,5,3\n6,ok,1,2,3\n", 6, true},
		{"comments of lines", "No,Saran,P1,P2,P3\n1,ok,4,5,3\n2,\"bagus, sekali\nramah, cepat, murah\n\nterima kasih\",4,4,3\n3,ok,2,3,3\n4,ya,2,5,3\n", 4, false},
		{"a comment at the end", "No,P1,P2,P3,Saran\n1,4,5,3,ok\n2,4,5,3,\"satu, dua, tiga, empat\nlima, enam\ntujuh\"\n3,4,5,3,ok\n4,4,5,2,ok\n", 4, false},
	} {
		for _, sep := range []string{",", ";", "|"} {
			n, said := read(t, strings.ReplaceAll(c.text, ",", sep))
			if n != c.want || strings.Contains(said, "[odd-quote]") != c.odd {
				t.Errorf("%s, %s: %d rows, want %d; %s", c.name, sep, n, c.want, said)
			}
		}
	}
}
