package responses

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wogreport/internal/diag"
	"wogreport/internal/study"
)

// likert is the rest of a study for a test that is about some of its keys.
const likert = `
title: T
scale:
  - {value: 5, code: SS, label: {id: Sangat Setuju, en: Strongly agree}, also: [Sgt Setuju]}
  - {value: 4, code: S, label: {id: Setuju, en: Agree}}
  - {value: 3, code: RR, label: {id: Ragu-ragu, en: Undecided}}
  - {value: 2, code: TS, label: {id: Tidak Setuju, en: Disagree}}
  - {value: 1, code: STS, label: {id: Sangat Tidak Setuju, en: Strongly disagree}}
constructs: [{id: c, items: [P1, P2]}]
responses: answers.csv
`

// readIn reads a study in a folder. The keys of likert that it does not name
// itself are put under it.
func readIn(t testing.TB, dir, keys string) (*Table, diag.List) {
	t.Helper()
	return Read(parse(t, dir, keys))
}

// parse is a study in dir, with what a test does not say itself.
func parse(t testing.TB, dir, keys string) *study.Study {
	t.Helper()
	for _, line := range strings.SplitAfter(strings.TrimSpace(likert), "\n") {
		key, _, _ := strings.Cut(line, ":")
		switch {
		case strings.HasPrefix(line, " "):
			if strings.Contains(keys, "scale: # likert") {
				keys += line
			}
		case key == "scale" && !strings.HasPrefix(keys, "scale:") && !strings.Contains(keys, "\nscale:"):
			keys += "\nscale: # likert\n"
		case !strings.HasPrefix(keys, key+":") && !strings.Contains(keys, "\n"+key+":"):
			keys += "\n" + line
		}
	}
	st, l := study.Parse(filepath.Join(dir, "study.yaml"), []byte(keys))
	for _, d := range l {
		if d.Severity == diag.Error {
			t.Fatalf("the test's study is wrong: %v\n%s", d, keys)
		}
	}
	return st
}

// write puts a file into a folder.
func write(t testing.TB, dir, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// printed is what a user sees of a list, without the folder.
func printed(l diag.List, dir string) string {
	var b strings.Builder
	l.Fprint(&b)
	return relative(b.String(), dir)
}

func relative(s, dir string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, dir+string(filepath.Separator), ""), dir, "FOLDER")
}

// codes is a table's codes as digits, one line per column.
func codes(t *Table) string {
	var b strings.Builder
	for _, c := range t.Columns {
		b.WriteString(c.Item + " ")
		for _, k := range c.Codes {
			b.WriteByte('0' + k)
		}
		b.WriteByte('\n')
	}
	return b.String()
}
