package study

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What a report may be made from without knowing of paths.
var _ interface {
	ReadFile(name string) ([]byte, error)
	ReadDir(name string) ([]fs.DirEntry, error)
} = (*Files)(nil)

// TestFiles: what was read once stays, whatever becomes of the file.
func TestFiles(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("study.yaml", "title: T\nlanguages: [id, en]\nsections: {method: {id: bab/m.md, en: bab/m.md}}\ntemplates: own\nlayout: {logo: l.png}\n")
	write("bab/m.md", "first")
	write("own/words.id.md", "")
	write("own/notes.txt", "")
	s, files, _ := Open(filepath.Join(dir, "study.yaml"))
	list := func() string {
		var out []string
		for _, i := range s.Inputs(files) {
			out = append(out, i.Name+" "+strings.TrimPrefix(i.At.String(), s.File))
		}
		return strings.Join(out, ", ")
	}
	const want = "bab/m.md :3:21, own/words.id.md :4:1, l.png :5:10"
	if got := list(); got != want {
		t.Errorf("the inputs are %s, want %s", got, want)
	}
	for _, name := range []string{"bab/m.md", filepath.Join(dir, "bab", "m.md"), "bab/../bab/m.md"} {
		if got, err := files.ReadFile(name); string(got) != "first" || err != nil {
			t.Errorf("%s holds %q, %v", name, got, err)
		}
		write("bab/m.md", "second")
	}
	write("own/words.en.md", "")
	if got := list(); got != want {
		t.Errorf("with a new template the inputs are %s, want %s", got, want)
	}

	_, err := files.ReadFile("l.png")
	var pe *fs.PathError
	if !errors.As(err, &pe) || pe.Path != filepath.Join(dir, "l.png") {
		t.Errorf("the error %v does not name the path", err)
	}
	write("l.png", "")
	if _, again := files.ReadFile("l.png"); !errors.Is(again, fs.ErrNotExist) {
		t.Errorf("a file that was not there is there now: %v", again)
	}
}
