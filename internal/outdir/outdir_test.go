package outdir

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
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
	defer d.Discard()
	for _, name := range []string{"x.pdf", "figures/P1.svg"} {
		if err := d.Write(name, text("new "+name)); err != nil {
			t.Fatal(err)
		}
	}
	if err := d.Commit(); err != nil {
		t.Fatal(err)
	}
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

// What a killed run left is removed by a later one, what a running one stages is not.
func TestStaleStages(t *testing.T) {
	dir := t.TempDir()
	old, fresh := filepath.Join(dir, stagePrefix+"old"), filepath.Join(dir, stagePrefix+"fresh")
	for _, d := range []string{old, fresh} {
		if err := os.MkdirAll(d, 0o777); err != nil {
			t.Fatal(err)
		}
	}
	before := time.Now().Add(-2 * staleAfter)
	if err := os.Chtimes(old, before, before); err != nil {
		t.Fatal(err)
	}
	d, err := Stage(dir)
	if err != nil {
		t.Fatal(err)
	}
	d.Discard()
	if _, err := os.Stat(old); err == nil {
		t.Error("the stale folder is still there")
	}
	if _, err := os.Stat(fresh); err != nil {
		t.Error("the folder of a running program is gone")
	}
}
