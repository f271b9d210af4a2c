package responses

import (
	"fmt"
	"testing"
)

// TestTwoCohorts: whoever stands in two cohorts of one table is told of, and counts once where
// respondents who answered again are left out, as in a report of all. Rows of no cohort count nowhere.
func TestTwoCohorts(t *testing.T) {
	const csv = `NIP,Angkatan,P1,P2
1001,I,S,S
1002,II,S,SS
1003,,TS,TS
1001,II,RR,RR
1002,II,TS,TS
1003,I,SS,SS
-,I,S,S
-,II,S,S
`
	const keys = "responses: {file: answers.csv, identifier: NIP%s}"
	for exclude, want := range map[string]string{
		"": `answers.csv:4:6: warning: 1 respondent of no cohort, in no report: line 4 [no-cohort]
	hint: fill in the column "Angkatan" there
answers.csv:5:6: warning: 1 respondent answered in another cohort before: line 5 [two-cohorts]
	hint: both count; to count the first alone, add  exclude: [duplicates]  to responses
I 3: P1 454, P2 454
II 4: P1 4324, P2 5324
`,
		", exclude: [duplicates]": `answers.csv:4:6: warning: 1 respondent of no cohort, in no report: line 4 [no-cohort]
	hint: fill in the column "Angkatan" there
answers.csv:5:6: warning: 1 respondent answered in another cohort before: line 5 [two-cohorts]
	hint: the first answer counts; where the later one is right, delete the first from the file
I 3: P1 454, P2 454
II 2: P1 44, P2 54
`,
	} {
		dir := t.TempDir()
		write(t, dir, "answers.csv", []byte(csv))
		if got := splitIn(t, dir, fmt.Sprintf(keys, exclude), "Angkatan"); got != want {
			t.Errorf("%q:\n%s\nwant\n%s", exclude, got, want)
		}
	}
}
