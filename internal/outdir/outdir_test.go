package outdir

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func text(s string) func(io.Writer) error {
	return func(w io.Writer) error { _, err := io.WriteString(w, s); return err }
}

// tree lists the files under dir with their contents.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(p string, e os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(dir, p)
		if e.IsDir() {
			if rel != "." {
				out[filepath.ToSlash(rel)+"/"] = ""
			}
			return nil
		}
		b, err := os.ReadFile(p)
		out[filepath.ToSlash(rel)] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func equal(t *testing.T, got, want map[string]string) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("folder holds %v, want %v", got, want)
	}
	for k, v := range want {
		if got[k] != v {
			t.Fatalf("folder holds %v, want %v", got, want)
		}
	}
}

func TestCommitReplacesAndKeepsOthers(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "a", "out")
	os.MkdirAll(out, 0o777)
	os.WriteFile(filepath.Join(out, "x.pdf"), []byte("old"), 0o666)
	os.WriteFile(filepath.Join(out, "mine.txt"), []byte("mine"), 0o666)
	d, err := Stage(out)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"x.pdf", "figures/P1.svg"} {
		if err := d.Write(name, text("new "+name)); err != nil {
			t.Fatal(err)
		}
	}
	if err := d.Commit(); err != nil {
		t.Fatal(err)
	}
	d.Discard()
	equal(t, tree(t, out), map[string]string{"x.pdf": "new x.pdf", "figures/": "", "figures/P1.svg": "new figures/P1.svg", "mine.txt": "mine"})
}

func TestDiscardLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	d, err := Stage(filepath.Join(dir, "a", "b"))
	if err != nil {
		t.Fatal(err)
	}
	boom := errors.New("boom")
	if err := d.Write("x.pdf", func(w io.Writer) error { io.WriteString(w, "half"); return boom }); !errors.Is(err, boom) {
		t.Fatalf("Write: %v", err)
	}
	d.Discard()
	equal(t, tree(t, dir), map[string]string{})
}

// A target that cannot be replaced (here a folder of its name) puts the files
// before it back.
func TestCommitRollsBack(t *testing.T) {
	dir := t.TempDir()
	os.WriteFile(filepath.Join(dir, "a.pdf"), []byte("old a"), 0o666)
	os.MkdirAll(filepath.Join(dir, "c.json"), 0o777)
	before := tree(t, dir)
	d, err := Stage(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"a.pdf", "b.pdf", "c.json", "d.pdf"} {
		if err := d.Write(name, text("new")); err != nil {
			t.Fatal(err)
		}
	}
	err = d.Commit()
	if err == nil || !strings.Contains(err.Error(), "c.json") {
		t.Fatalf("Commit: %v, want an error that names c.json", err)
	}
	d.Discard()
	equal(t, tree(t, dir), before)
}

func TestStageOnFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "out")
	os.WriteFile(file, []byte("x"), 0o666)
	for _, path := range []string{file, filepath.Join(file, "deeper")} {
		if _, err := Stage(path); err == nil {
			t.Errorf("Stage(%s) succeeded on a file", path)
		}
	}
	if b, _ := os.ReadFile(file); string(b) != "x" {
		t.Error("the file was changed")
	}
}

// TestPermission speaks of a viewer only where a file is meant.
func TestPermission(t *testing.T) {
	denied := &fs.PathError{Op: "mkdir", Path: "out", Err: fs.ErrPermission}
	if got := explainFolder("write into", "out", denied).Error(); strings.Contains(got, "viewer") || !strings.Contains(got, "permissions") {
		t.Errorf("of a folder it says %q", got)
	}
	if got := explain("replace", "out/a.pdf", denied).Error(); !strings.Contains(got, "close a.pdf") {
		t.Errorf("of a file it says %q", got)
	}
}

// A link that leads nowhere is the user's: it is named, and stays.
func TestDanglingLink(t *testing.T) {
	link := filepath.Join(t.TempDir(), "out")
	if err := os.Symlink(filepath.Join(t.TempDir(), "nowhere"), link); err != nil {
		t.Fatal(err)
	}
	if _, err := Stage(link); err == nil || !strings.Contains(err.Error(), "leads nowhere") {
		t.Errorf("Stage: %v", err)
	}
	if _, err := os.Lstat(link); err != nil {
		t.Error("the link is gone")
	}
}

// A run that is killed while it puts files in place leaves all old ones or all
// new ones, once the next run has come.
func TestCommitIsRolledBack(t *testing.T) {
	for placed := range 4 { // files that were in place when it was killed
		dir := t.TempDir()
		os.WriteFile(filepath.Join(dir, "a.pdf"), []byte("old a"), 0o666)
		os.WriteFile(filepath.Join(dir, "c.json"), []byte("old c"), 0o666)
		before := tree(t, dir)
		d, err := Stage(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"a.pdf", "figures/b.svg", "c.json"} {
			if err := d.Write(name, text("new")); err != nil {
				t.Fatal(err)
			}
		}
		note := commit{Files: d.files}
		for i := range note.Files {
			if err := d.prepare(&note, i); err != nil {
				t.Fatal(err)
			}
		}
		if err := d.note(note); err != nil {
			t.Fatal(err)
		}
		for i := range placed {
			if _, err := d.mkdir(filepath.Dir(note.Files[i].Name)); err != nil {
				t.Fatal(err)
			}
			if err := d.Replace(putName(i), note.Files[i].Name); err != nil {
				t.Fatal(err)
			}
		}
		d.release() // as the system does for a process that ends
		if err := Recover(dir); err != nil {
			t.Fatal(err)
		}
		equal(t, tree(t, dir), before)
	}
}

// What somebody put into the folder after a run was killed is not taken back.
func TestRollBackLeavesOthers(t *testing.T) {
	dir := t.TempDir()
	inStage := filepath.Join(dir, stage)
	os.MkdirAll(inStage, 0o777)
	os.WriteFile(filepath.Join(inStage, "commit"), []byte(`{"Files":[{"Name":"a.pdf","Sum":"00"},{"Name":"../b.pdf","Sum":"00"}]}`), 0o666)
	os.WriteFile(filepath.Join(dir, "a.pdf"), []byte("mine"), 0o666)
	for _, note := range []string{`{"Files":[{"Name":"a.pdf","Sum":"00"}]}`, `{"Files":[{"Name":"../b.pdf","Sum":""}]}`, `{"Files":[{"Na`} {
		os.MkdirAll(inStage, 0o777)
		os.WriteFile(filepath.Join(inStage, "commit"), []byte(note), 0o666)
		if err := Recover(dir); err != nil {
			t.Fatal(err)
		}
		equal(t, tree(t, dir), map[string]string{"a.pdf": "mine"})
	}
}

// Two runs do not write into a folder at once.
func TestStageIsAlone(t *testing.T) {
	dir := t.TempDir()
	d, err := Stage(dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Stage(dir); !errors.Is(err, ErrBusy) {
		t.Errorf("a second run: %v", err)
	}
	if _, err := OpenBatch(dir); !errors.Is(err, ErrBusy) {
		t.Errorf("a second run: %v", err)
	}
	d.Discard()
	equal(t, tree(t, dir), map[string]string{})
}
