package study

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wogreport/internal/diag"
	"wogreport/internal/diag/diagtest"
)

// valid is the rest of a study for a case that is about one key only.
const valid = `
title: T
scale: {min: 1, max: 5}
constructs: [{id: c, items: [P1, P2]}]
responses: a.csv
`

// TestBadInput reads the studies of testdata/bad. The keys of a valid study
// that an input does not name itself are put under it.
func TestBadInput(t *testing.T) {
	diagtest.Run(t, "testdata/bad/*.txt", func(t *testing.T, in diagtest.Section) diag.List {
		_, l := Parse("study.yaml", complete(in.Text))
		if len(l) == 0 {
			t.Errorf("%s: nothing found wrong", in.Name)
		}
		return l
	})
}

// complete adds the lines of the valid study whose keys the input has not,
// unless the input says by its first line that it is whole.
func complete(s string) []byte {
	if strings.HasPrefix(s, "# whole") {
		return []byte(s)
	}
	for _, line := range strings.Split(strings.TrimSpace(valid), "\n") {
		key, _, _ := strings.Cut(line, ":")
		if !strings.HasPrefix(s, key+":") && !strings.Contains(s, "\n"+key+":") {
			s += line + "\n"
		}
	}
	return []byte(s)
}

func TestComplete(t *testing.T) {
	if _, l := Parse("study.yaml", []byte(valid)); len(l) > 0 {
		t.Errorf("the valid study is not: %v", l)
	}
}

func FuzzParse(f *testing.F) {
	full, err := os.ReadFile("testdata/full.yaml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(full)
	f.Add([]byte(valid))
	files, _ := filepath.Glob("testdata/bad/*.txt")
	for _, file := range files {
		_, sections := diagtest.Read(f, file)
		for _, c := range sections {
			f.Add([]byte(c.Text))
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		s, l := Parse("study.yaml", data)
		if s == nil && !l.HasErrors() {
			t.Fatal("no study and no error")
		}
		if l.HasErrors() {
			return
		}
		if len(s.Languages) == 0 || len(s.Constructs) == 0 || len(s.Responses.Files) == 0 {
			t.Fatal("a study without errors lacks a part")
		}
		for _, c := range s.Constructs {
			if len(c.Items) == 0 || len(c.Scale.Points) < 2 || c.Scale.Min() >= c.Scale.Max() {
				t.Fatalf("construct %q is not usable", c.ID)
			}
		}
	})
}
