package responses

import (
	"strings"
	"testing"
)

const sixItems = `constructs: [{id: c, items: [P1, P2, P3, P4, P5, P6]}]
`

// TestQuality finds respondents by their rows: sent twice, the same answer to
// everything, no answer at all.
func TestQuality(t *testing.T) {
	const form = `Timestamp,Nama,P1,P2,P3,P4,P5,P6
9/10/2017 14:52:43,A,S,SS,S,TS,S,S
9/10/2017 14:53:10,A,S,SS,S,TS,S,S
9/10/2017 18:53:10,A,S,SS,S,TS,S,S
9/10/2017 14:54:00,B,S,SS,S,TS,S,S
9/10/2017 14:55:00,C,4,S,setuju,4,S,S
9/10/2017 14:56:00,D,,,,,,
9/10/2017 14:57:00,E,S,,SS,TS,STS,S
`
	for _, c := range []struct{ name, responses, answers, want, n string }{
		{"listed only", "answers.csv", form, `answers.csv:3: warning: 1 respondent answered before: line 3 [duplicate-respondent]
	hint: to leave them out, add  exclude: [duplicates]  to responses
answers.csv:6: warning: 1 respondent gave the same answer to every item: line 6 [straightliner]
	hint: to leave them out, add  exclude: [straightliners]  to responses
answers.csv:7: warning: 1 respondent answered no item: line 7 [empty-respondent]
	hint: to leave them out, add  exclude: [empty]  to responses
`, "7"},
		{"left out", "{file: answers.csv, exclude: [empty, duplicates]}", form, `answers.csv:3: warning: 1 respondent answered before: line 3 [duplicate-respondent]
	hint: the study leaves them out
answers.csv:6: warning: 1 respondent gave the same answer to every item: line 6 [straightliner]
	hint: to leave them out, add  exclude: [straightliners]  to responses
answers.csv:7: warning: 1 respondent answered no item: line 7 [empty-respondent]
	hint: the study leaves them out
`, "5"},
		{"by identifier", "{file: answers.csv, identifier: NIP, exclude: duplicates}", `NIP,P1,P2,P3,P4,P5,P6
1987,S,S,TS,S,S,S
1988,S,S,TS,S,S,S
,S,S,TS,S,S,S
,S,S,TS,S,S,S
1987,SS,S,TS,S,S,S
`, `answers.csv:6: warning: 1 respondent answered before: line 6 [duplicate-respondent]
	hint: the study leaves them out
`, "4"},
		{"of nobody known only the next row", "answers.csv", `Timestamp,IP Address,P1,P2,P3,P4,P5,P6
9/10/2017 14:52:43,10.0.0.1,S,SS,S,TS,S,S
9/10/2017 14:52:50,10.0.0.1,S,SS,S,TS,S,S
9/10/2017 14:53:10,10.0.0.1,S,S,S,TS,S,S
9/10/2017 14:53:43,10.0.0.1,S,SS,S,TS,S,S
9/10/2017 14:53:44,10.0.0.1,S,,S,S,S,
9/10/2017 14:53:45,10.0.0.1,S,,S,S,S,
`, `answers.csv:3: warning: 1 respondent answered before: line 3 [duplicate-respondent]
	hint: to leave them out, add  exclude: [duplicates]  to responses
`, "6"},
		{"equal answers alone prove nothing", "answers.csv", "P1,P2,P3,P4,P5,P6\nS,S,TS,S,S,S\nS,S,TS,S,S,S\nS,S,TS,S,S,S\n", "", "3"},
	} {
		dir := t.TempDir()
		write(t, dir, "answers.csv", []byte(c.answers))
		table, l := readIn(t, dir, sixItems+"responses: "+c.responses)
		if len(l) > 0 {
			t.Errorf("%s: %s", c.name, printed(l, dir))
		}
		if got := printed(table.Warnings(), dir); got != c.want {
			t.Errorf("%s: found\n%swant\n%s", c.name, got, c.want)
		}
		whole(t, table)
		if got := table.places.n; got != int(c.n[0]-'0') || table.Quality.Rows != got+table.Quality.Excluded.Total() {
			t.Errorf("%s: %d rows of %d are left, want %s", c.name, got, table.Quality.Rows, c.n)
		}
	}
}

// TestStraightReversed: the same answer to four items is counted, and warned of when
// one of them is worded the other way round, since it contradicts itself then; two
// items are too few to count.
func TestStraightReversed(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "answers.csv", []byte("P1,P2,P3,P4\nS,S,S,S\nS,S,TS,S\nS,S,S,\nS,S,,\n"))
	for keys, want := range map[string][2]int{
		"constructs: [{id: c, items: [P1, P2, P3, {id: P4, reverse: true}]}]": {2, 1},
		"constructs: [{id: c, items: [P1, P2, P3, P4]}]":                      {2, 0},
		"constructs: [{id: c, items: [P1, P2]}]":                              {0, 0},
	} {
		table, _ := readIn(t, dir, keys)
		if got := [2]int{len(table.Quality.Straightliners), len(table.Warnings())}; got != want {
			t.Errorf("%s: straight-liners and warnings %v, want %v", keys, got, want)
		}
	}
}

// TestMergedQuestion reads a question that stands twice after the form was
// edited, and refuses it where somebody answered both.
func TestMergedQuestion(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "answers.csv", []byte("P1 Ramah,P2,P1 Ramah\nS,S,\nTS,S,\n,SS,STS\n,S,Stuju\n"))
	table, l := readIn(t, dir, "constructs: [{id: c, items: [{id: P1, column: P1 Ramah}, P2]}]")
	if got := codes(table); got != "P1 4210\nP2 4454\n" {
		t.Errorf("codes %s", got)
	}
	if got := table.Column("P1").Letter; got != "A+C" {
		t.Errorf("P1 was found in %s", got)
	}
	if got := printed(l, dir); !strings.HasPrefix(got, `answers.csv:5:4: error: a text of 5 characters`) {
		t.Errorf("found %s", got)
	}
}

// TestFileCohorts reads a file for each cohort.
func TestFileCohorts(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.csv", []byte("P1,P2\nS,SS\nS,S\n"))
	write(t, dir, "b.csv", []byte("P2,P1\nTS,S\n"))
	table, l := readIn(t, dir, "responses: {files: {Angkatan I: a.csv, Angkatan II: b.csv}}")
	if len(l) > 0 {
		t.Fatal(printed(l, dir))
	}
	if got := strings.Join(table.Groups["Angkatan"], ","); got != "Angkatan I,Angkatan I,Angkatan II" {
		t.Errorf("the cohorts are %s", got)
	}
	_, l = readIn(t, dir, "responses: {files: {I: a.csv, II: c.csv}}")
	if got := printed(l, dir); !strings.HasPrefix(got, "study.yaml:1:31: error: the file c.csv does not exist") {
		t.Errorf("found %s", got)
	}
}
