package responses

import (
	"fmt"
	"strings"
	"testing"
)

// TestLong reads a file with a row for each answer, whether it names the
// respondents, the items or both.
func TestLong(t *testing.T) {
	for _, c := range []struct{ long, answers, code string }{
		{"{respondent: R, item: B, answer: N}", "R,B,U,N\na,P1,L,1\na,P2,L,2\nb,P2,P,4\nb,P1,P,3\n", ""},
		{"{item: No, answer: N}", "No,N\n1,1\n2,2\n1,3\n2,4\n", ""},
		{"{respondent: R, answer: N}", "R,N\na,1\na,2\nb,3\nb,4\n", ""},
		{"{respondent: R, item: B, answer: N}", "R,B,N\na,P1,1\na,P2,2\na,P1,5\nb,P1,3\nb,P2,4\n", "answered-twice"},
		{"{respondent: R, item: Butir, answer: N}", "R,B,N\na,P1,1\nb,P1,2\n", "unknown-column"},
	} {
		st := given(t, "title: T\nscale: {min: 1, max: 5}\nconstructs: [{id: c, items: [P1, P2]}]\nresponses: {file: a.csv, long: "+c.long+"}\n", c.answers)
		table, l := Read(st)
		code := ""
		if len(l) > 0 {
			code = l[0].Code
		}
		if code != c.code {
			t.Errorf("%s: found %v", c.long, l)
		}
		if got := fmt.Sprint(table.Columns[0].Codes, table.Columns[1].Codes); !l.HasErrors() && got != "[1 3] [2 4]" {
			t.Errorf("%s: the answers are %s", c.long, got)
		}
	}
	// A cell that is no answer is named by its own place.
	st := given(t, "title: T\nscale: {min: 1, max: 5}\nconstructs: [{id: c, items: [P1, P2]}]\nresponses: {file: a.csv, long: {respondent: R, item: B, answer: N}}\n", "R,B,N\na,P1,1\na,P2,9\nb,P1,3\nb,P2,4\n")
	if _, l := Read(st); len(l) != 1 || !strings.HasSuffix(l[0].Pos.String(), "a.csv:3:6") {
		t.Errorf("found %v", l)
	}
}
