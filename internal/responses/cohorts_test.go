package responses

import (
	"fmt"
	"strings"
	"testing"

	"wogreport/internal/diag"
)

// splitIn reads the answers in dir by a column, and lists for each cohort its
// answers and what is wrong with it.
func splitIn(t *testing.T, dir, keys, column string) string {
	t.Helper()
	st := parse(t, dir, keys)
	c, l := Open(st).By(column, diag.Pos{File: "--by"})
	var b strings.Builder
	b.WriteString(printed(l, dir))
	for _, c := range c.Each {
		fmt.Fprintf(&b, "%s %d: %s\n", c.Name, c.Table.N, strings.ReplaceAll(strings.TrimSpace(codes(c.Table)), "\n", ", "))
		b.WriteString(printed(c.Problems, dir))
		if !c.Problems.HasErrors() {
			whole(t, c.Table)
		}
	}
	return b.String()
}

// TestBy splits answers: what is wrong with one cohort is told of it
// alone, rows of no cohort are named, and the parts are the whole.
func TestBy(t *testing.T) {
	const csv = `Angkatan,P1,P2
II,S,SS
I,TS,Setujuu
 II ,RR,S
,S,S
i,SS,SS
I,S,S
`
	for _, c := range []struct{ name, csv, keys, column, want string }{
		{"a broken cohort", csv, "responses: answers.csv", "angkatan", `--by: warning: the cohorts "I" and "i" differ only in capitals or marks; each gets a report [similar-cohorts]
	hint: where they are one, write their name in one way in the answers
answers.csv:5:1: warning: 1 respondent of no cohort, in no report: line 5 [no-cohort]
	hint: fill in the column "angkatan" there
I 2: P1 24, P2 04
answers.csv:3:6: error: a text of 7 characters is not a label of the scale (item P2) [unknown-label]
	hint: it is spelt nearly like "Setuju": correct the cell
i 1: P1 5, P2 5
II 2: P1 43, P2 54
`},
		{"another spelling of a listed one", csv, "cohorts: {i: {}, II: {}, X: {}}\nresponses: answers.csv", "Angkatan", `answers.csv:5:1: warning: 1 respondent of no cohort, in no report: line 5 [no-cohort]
	hint: fill in the column "Angkatan" there
i 3: P1 254, P2 054
answers.csv:3:6: error: a text of 7 characters is not a label of the scale (item P2) [unknown-label]
	hint: it is spelt nearly like "Setuju": correct the cell
II 2: P1 43, P2 54
`},
		{"one number in two ways", "Angkatan,P1,P2\nAngkatan 10,S,S\nAngkatan II,S,S\nAngkatan 2,S,SS\n", "responses: answers.csv", "Angkatan", `--by: warning: the cohorts "Angkatan II" and "Angkatan 2" have the same number, written in two ways; each gets a report [similar-cohorts]
	hint: where they are one, write their name in one way in the answers
Angkatan 2 1: P1 4, P2 5
Angkatan II 1: P1 4, P2 4
Angkatan 10 1: P1 4, P2 4
`},
		{"no such column", csv, "responses: answers.csv", "Kelas", `--by: error: answers.csv has no column "Kelas" for the cohorts [unknown-column]
	hint: its columns are A "Angkatan", B "P1", C "P2"
`},
		{"a missing item", strings.ReplaceAll(csv, "P2", "X2"), "responses: answers.csv", "Angkatan", `--by: warning: the cohorts "I" and "i" differ only in capitals or marks; each gets a report [similar-cohorts]
	hint: where they are one, write their name in one way in the answers
answers.csv:5:1: warning: 1 respondent of no cohort, in no report: line 5 [no-cohort]
	hint: fill in the column "Angkatan" there
study.yaml:11:34: error: answers.csv has no column "P2" for item P2 [unknown-column]
	hint: did you mean C "X2"?
I 2: P1 24, P2 00
i 1: P1 5, P2 0
II 2: P1 43, P2 00
`},
		{"texts of their own", "Isian,P1,P2\n" + rows(12), "responses: answers.csv", "Isian", `--by: error: the column "Isian" does not tell cohorts: it has 12 different texts in 12 rows [not-cohorts]
	hint: name a column that many respondents share
`},
		{"names", "Nama,P1,P2\nBudi Santoso,S,S\nSiti Aminah,S,S\n", "responses: answers.csv", "Nama", `--by: error: the column A "Nama" is personal (name) and cannot be shown as groups [personal-column]
	hint: name a column that many respondents share, such as a cohort or a unit
`},
	} {
		dir := t.TempDir()
		write(t, dir, "answers.csv", []byte(c.csv))
		if got := splitIn(t, dir, c.keys, c.column); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

func rows(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "teks %d,S,S\n", i)
	}
	return b.String()
}

// TestByFiles has a file for each cohort, one of which cannot be read.
func TestByFiles(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.csv", []byte("P1,P2\nS,SS\n"))
	write(t, dir, "c.csv", []byte("P1,P3\nS,SS\n"))
	got := splitIn(t, dir, "responses: {files: {Satu: a.csv, Dua: b.csv, Tiga: c.csv}}", "Angkatan")
	const want = `Satu 1: P1 4, P2 5
Dua 0: P1 , P2
study.yaml:1:34: error: the file b.csv does not exist [not-found]
	hint: did you mean a.csv?
Tiga 1: P1 4, P2 0
study.yaml:11:34: error: c.csv has no column "P2" for item P2 [unknown-column]
	hint: did you mean B "P3"?
`
	if got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

// TestKeep: answers that are kept are what Table and By give, from one
// reading of the file.
func TestKeep(t *testing.T) {
	const csv = "Angkatan,P1,P2\nII,S,SS\nI,TS,Setujuu\nII,RR,S\n,S,S\n"
	dir := t.TempDir()
	write(t, dir, "answers.csv", []byte(csv))
	st := parse(t, dir, "comments: Saran\nresponses: {file: answers.csv, cohort: Angkatan}")
	table, tableProblems := Read(st)
	by, byProblems := Open(st).By("Angkatan", diag.Pos{})

	a := Open(st)
	a.Keep()
	got, l := a.Table()
	if codes(got) != codes(table) || printed(l, dir) != printed(tableProblems, dir) {
		t.Errorf("the table is %s%s, want %s%s", codes(got), printed(l, dir), codes(table), printed(tableProblems, dir))
	}
	write(t, dir, "answers.csv", nil)
	gotBy, l := a.By("Angkatan", diag.Pos{})
	if printed(l, dir) != printed(byProblems, dir) {
		t.Errorf("splitting says %s, want %s", printed(l, dir), printed(byProblems, dir))
	}
	if len(gotBy.Each) != 2 || len(by.Each) != 2 {
		t.Fatalf("%d and %d cohorts, want 2", len(gotBy.Each), len(by.Each))
	}
	for i, c := range gotBy.Each {
		if w := by.Each[i]; c.Name != w.Name || codes(c.Table) != codes(w.Table) || printed(c.Problems, dir) != printed(w.Problems, dir) {
			t.Errorf("%s is %s%s, want %s%s", c.Name, codes(c.Table), printed(c.Problems, dir), codes(w.Table), printed(w.Problems, dir))
		}
	}
}
