package diag

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestFprint(t *testing.T) {
	var l List
	l.Warnf(Pos{File: "a.csv", Line: 2, Col: 1}, "odd", "a warning at %d", 2)
	l.Errorf(Pos{File: "a.csv", Line: 2, Col: 1}, "bad", "an error at the same place")
	l.Errorf(Pos{File: "b.xlsx", Cell: "S!B10"}, "bad", "later row")
	l.Errorf(Pos{File: "b.xlsx", Cell: "S!AA9"}, "bad", "later column")
	l.Errorf(Pos{File: "b.xlsx", Cell: "S!B9"}, "bad", "first cell")
	l.Hintf("do %s", "this")
	l.Errorf(Pos{File: "a.csv", Line: 10}, "bad", "a line alone")
	l.Errorf(Pos{File: "a.csv"}, "bad", "a file alone")
	l.Errorf(Pos{}, "bad", "no place")
	var b strings.Builder
	l.Fprint(&b)
	want := `-: error: no place [bad]
a.csv: error: a file alone [bad]
a.csv:2:1: error: an error at the same place [bad]
a.csv:2:1: warning: a warning at 2 [odd]
a.csv:10: error: a line alone [bad]
b.xlsx:S!B9: error: first cell [bad]
	hint: do this
b.xlsx:S!AA9: error: later column [bad]
b.xlsx:S!B10: error: later row [bad]
`
	if b.String() != want {
		t.Errorf("printed\n%swant\n%s", b.String(), want)
	}
	if e, w := l.Count(); e != 7 || w != 1 || !l.HasErrors() || l[:1].HasErrors() {
		t.Errorf("counted %d errors and %d warnings", e, w)
	}
}

func TestFprintIsCappedPerCode(t *testing.T) {
	var l List
	for i := range 52 {
		l.Errorf(Pos{File: "a.csv", Line: 60 - i}, "unknown-label", "line %d", 60-i)
	}
	l.Errorf(Pos{File: "a.csv", Line: 99}, "off-scale", "another code is still shown")
	var b strings.Builder
	l.Fprint(&b)
	lines := strings.Split(strings.TrimSpace(b.String()), "\n")
	if len(lines) != 12 {
		t.Fatalf("%d lines:\n%s", len(lines), b.String())
	}
	for i, want := range map[int]string{
		0:  "a.csv:9: error: line 9 [unknown-label]",
		9:  "a.csv:18: error: line 18 [unknown-label]",
		10: "a.csv:99: error: another code is still shown [off-scale]",
		11: "... and 42 more [unknown-label]",
	} {
		if lines[i] != want {
			t.Errorf("line %d is %q, want %q", i, lines[i], want)
		}
	}
}

func TestHintOfNothing(t *testing.T) {
	var l List
	l.Hintf("no diagnostic to belong to")
	if len(l) != 0 {
		t.Error("a hint made a diagnostic")
	}
}

func TestSuggest(t *testing.T) {
	words := []string{"title", "scale", "Setuju", "Tidak Setuju", "n", "r", "id", "en"}
	for got, want := range map[string]string{
		"titel": "title", "TITLE": "title", " scle ": "scale", "Setujuu": "Setuju", "setuju": "Setuju", "tdak setuju": "Tidak Setuju",
		"ne": "en", "N": "n", "x": "", "": "", "population": "", "sca": "",
	} {
		if s := Suggest(got, words); s != want {
			t.Errorf("Suggest(%q) = %q, want %q", got, s, want)
		}
	}
	if s := Suggest("colour", []string{"color", "colours"}); s != "color" {
		t.Errorf("of two as near, %q is suggested, not the first", s)
	}
}

func TestAddFileError(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "responses.xlsx"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	at := Pos{File: "study.yaml", Line: 3}
	for _, c := range []struct {
		name, code, hint string
		err              error
	}{
		{"responses.csv", "not-found", "did you mean responses.xlsx?", nil},
		{"respones.xlsx", "not-found", "did you mean responses.xlsx?", nil},
		{"other.csv", "not-found", "", nil},
		{filepath.Join("no", "such.csv"), "not-found", "", nil},
		{".", "not-readable", "", errors.New("is a directory")},
		{"responses.xlsx", "not-readable", "check the file's permissions", fs.ErrPermission},
		{"responses.xlsx", "not-readable", "", &fs.PathError{Op: "read", Path: "p", Err: errors.New("input/output error")}},
	} {
		path := filepath.Join(dir, c.name)
		err := c.err
		if err == nil {
			_, err = os.ReadFile(path)
		}
		var l List
		l.AddFileError(at, path, err)
		if len(l) != 1 || l[0].Code != c.code || l[0].Hint != c.hint || l[0].Pos != at || strings.Contains(l[0].Message, "open ") {
			t.Errorf("%s: %v gives %+v", c.name, err, l)
		}
	}
}
