package responses

import (
	"strings"
	"testing"

	"wogreport/internal/study"
)

// TestSpeltOtherwise: a label that counts though its words are shortened or misspelt is told, with the label that it
// counts as and its cells, and so is a number among labels; other spellings of the study's own, and what is no label, are not among them.
func TestSpeltOtherwise(t *testing.T) {
	const st = `kind: article
name: x
title: x
languages: [id]
scale:
  - {value: 4, label: Sangat Setuju}
  - {value: 3, label: Setuju}
  - {value: 2, label: Tidak Setuju, also: [tdk setuju]}
  - {value: 1, label: Sangat Tidak Setuju}
constructs:
  - {id: k, label: k, items: [{id: A, statement: a}, {id: B, statement: b}]}
responses: %s
`
	many := strings.Repeat("Setuju,Sangat Setuju\nTidak Setuju,Setuju\n", 10)
	for answers, want := range map[string]string{
		"A,B\n" + many + "3,Setuju\n":                                                                 `count: "3" as "Setuju" (cells: 1)`,
		"A,B\n" + many + "Setuju,4\n1,4\n":                                                            `"4" as "Sangat Setuju" (cells: 2)`,
		"A,B\n" + many + strings.Repeat("3,4\n", 9):                                                   "", // two ways of writing, as in a file of two forms
		"A,B\n" + strings.Repeat("3,4\n2,1\n", 20):                                                    "",
		"A,B\n" + many + "4 - Sangat Setuju,3 (Setuju)\n":                                             "",
		"A,B\nSetuju,Sangat Stuju\nSetuju,Sangat Setuju\nSS,TS\n":                                     `count: "Sangat Stuju" as "Sangat Setuju" (cells: 1)`,
		"A,B\nSetuju,Sngat Setuju\nsngat setuju,Sangat Setuju\nsgt. setuju,sgt tdk setuju\n":          `"Sngat Setuju" as "Sangat Setuju" (cells: 1)`,
		"A,B\nSetuju,tdk setuju\nSangat  Setuju,S\nsts,Setuju.\n":                                     "",
		"A,B\nSetuju,Sangat Setuju\nSetuju,tdk tau Budi\nSetuju,Setuju\nSangat Setuju,Tidak Setuju\n": "",
	} {
		dir := t.TempDir()
		write(t, dir, "a.csv", []byte(answers))
		s, l := study.Parse(dir+"/study.yaml", []byte(strings.Replace(st, "%s", "a.csv", 1)))
		if l.HasErrors() {
			t.Fatal(l)
		}
		_, l = Open(s).Table()
		said := ""
		for _, d := range l {
			if d.Code == "spelt-otherwise" {
				said += d.Message
			}
		}
		if want == "" && said != "" || !strings.Contains(said, want) || strings.Contains(said, "Budi") {
			t.Errorf("of %q it says %q, want %q", answers, said, want)
		}
	}
}

// TestNumbersWithNamedEnds: numbers are the usual answers on a scale that names only its ends.
func TestNumbersWithNamedEnds(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.csv", []byte("A,B\n"+strings.Repeat("3,4\n2,3\n", 20)+"1,2\n"))
	s, l := study.Parse(dir+"/study.yaml", []byte(`kind: article
name: x
title: x
languages: [id]
direction: down
scale:
  - {value: 4, label: Sangat Buruk}
  - {value: 3, label: "3"}
  - {value: 2, label: "2"}
  - {value: 1, label: Sangat Baik}
constructs:
  - {id: k, label: k, items: [{id: A, statement: a}, {id: B, statement: b}]}
responses: a.csv
`))
	if l.HasErrors() {
		t.Fatal(l)
	}
	table, l := Open(s).Table()
	if table == nil || len(l) > 0 {
		t.Error(l)
	}
}
