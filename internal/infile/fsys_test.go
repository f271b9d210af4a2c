package infile

import (
	"errors"
	"testing"
	"testing/fstest"

	"wogreport/internal/diag"
)

// TestFS: with a file system given, nothing is looked for on the disk, and what is
// missing is explained from what was given.
func TestFS(t *testing.T) {
	t.Chdir(t.TempDir())
	opt := Options{Limit: 8, FS: fstest.MapFS{
		"study.yaml":    {Data: []byte("a: 1")},
		"data/form.csv": {Data: []byte("x,y\n1,2\n3,4")},
		"words/a.md":    {Data: []byte("a")},
	}}
	if data, err := Read("./study.yaml", opt); err != nil || string(data) != "a: 1" {
		t.Errorf("read %q, %v", data, err)
	}
	if entries, err := ReadDir("words", opt); err != nil || len(entries) != 1 || entries[0].Name() != "a.md" {
		t.Errorf("the folder lists %v, %v", entries, err)
	}
	for _, c := range []struct{ path, code, hint string }{
		{"data/form.csv", "file-budget", ""},
		{"data/form.xlsx", "not-found", "did you mean form.csv?"},
		{"studi.yaml", "not-found", "did you mean study.yaml?"},
		{"letters.docx", "not-found", "give it together with the study file"},
		{"../form.csv", "outside", "give the file together with the study file, and name it without its folder"},
		{"/etc/hostname", "outside", "give the file together with the study file, and name it without its folder"},
	} {
		_, err := Read(c.path, opt)
		var own *diag.FileError
		if !errors.As(err, &own) || own.Code != c.code || c.hint != "" && own.Hint != c.hint {
			t.Errorf("%s: %v, want [%s] with the hint %q", c.path, err, c.code, c.hint)
		}
		if _, err := Exists(c.path, opt); err == nil && c.code != "file-budget" {
			t.Errorf("%s exists", c.path)
		}
	}
}
