package outdir

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
)

func open(t *testing.T, dir string) *Batch {
	t.Helper()
	b, err := OpenBatch(dir)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func report(s string) []File {
	return []File{{"x.pdf", text(s)}, {"figures/P1.svg", text(s + "!")}}
}

func put(t *testing.T, b *Batch, folder, s string, old ...string) {
	t.Helper()
	sums, err := b.Put(folder, report(s), old)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"x.pdf", "figures/P1.svg"} {
		if there, err := b.Sum(folder + "/" + name); err != nil || sums[name] == "" || sums[name] != there {
			t.Errorf("the sum of %s is %q, the file's %q, %v", name, sums[name], there, err)
		}
	}
}

// A report replaces the one before, file for file; what others put there stays.
func TestPut(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "out")
	b := open(t, dir)
	put(t, b, "I", "first")
	os.WriteFile(filepath.Join(dir, "I", "old.xlsx"), []byte("old"), 0o666)
	os.WriteFile(filepath.Join(dir, "I", "figures", "mine.txt"), []byte("mine"), 0o666)
	put(t, b, "I", "second", "x.pdf", "old.xlsx")
	put(t, b, "II", "other")
	b.Close()
	equal(t, tree(t, dir), map[string]string{
		"I/": "", "I/x.pdf": "second", "I/figures/": "", "I/figures/P1.svg": "second!", "I/figures/mine.txt": "mine",
		"II/": "", "II/x.pdf": "other", "II/figures/": "", "II/figures/P1.svg": "other!",
	})
}

// A report that cannot be written, because the disk is full say, leaves the
// one before as it was, and nothing where there was none.
func TestPutFails(t *testing.T) {
	dir := t.TempDir()
	b := open(t, dir)
	put(t, b, "I", "first")
	full := func(w io.Writer) error {
		io.WriteString(w, "half")
		return &os.PathError{Op: "write", Path: "x", Err: syscall.ENOSPC}
	}
	for _, folder := range []string{"I", "II"} {
		_, err := b.Put(folder, []File{{"x.pdf", text("second")}, {"y.json", full}}, nil)
		if !errors.Is(err, syscall.ENOSPC) || !strings.Contains(err.Error(), "the disk is full") {
			t.Errorf("Put(%s): %v", folder, err)
		}
	}
	os.WriteFile(filepath.Join(dir, "III"), []byte("a file"), 0o666)
	if _, err := b.Put("III", report("x"), nil); err == nil || !strings.Contains(err.Error(), "it is a file where a folder should be") {
		t.Errorf("Put over a file: %v", err)
	}
	b.Close()
	equal(t, tree(t, dir), map[string]string{"I/": "", "I/x.pdf": "first", "I/figures/": "", "I/figures/P1.svg": "first!", "III": "a file"})
}

// What a killed run left in its stage is put back where it was being replaced,
// and removed where it was being made.
func TestOpenBatchRecovers(t *testing.T) {
	dir := t.TempDir()
	inStage := filepath.Join(dir, stage)
	for name, s := range map[string]string{
		"lock": "", "journal": "lines", "new-I/x.pdf": "half", "old-I/x.pdf": "whole", "new-II/x.pdf": "half", "old-III/x.pdf": "before", "journal.json": "half",
	} {
		path := filepath.Join(inStage, filepath.FromSlash(name))
		os.MkdirAll(filepath.Dir(path), 0o777)
		os.WriteFile(path, []byte(s), 0o666)
	}
	os.MkdirAll(filepath.Join(dir, "III"), 0o777)
	os.WriteFile(filepath.Join(dir, "III", "x.pdf"), []byte("after"), 0o666)
	b := open(t, dir)
	equal(t, tree(t, dir), map[string]string{
		"I/": "", "I/x.pdf": "whole", "III/": "", "III/x.pdf": "after", stage + "/": "", stage + "/lock": "", stage + "/journal": "lines",
	})
	b.Remove(JournalName)
	b.Close()
	equal(t, tree(t, dir), map[string]string{"I/": "", "I/x.pdf": "whole", "III/": "", "III/x.pdf": "after"})
}

// One run at a time has the folder; a journal that it could not end stays for
// the next; a folder in which nothing came goes.
func TestOneAtATime(t *testing.T) {
	top := t.TempDir()
	dir := filepath.Join(top, "a", "out")
	b := open(t, dir)
	if _, err := OpenBatch(dir); !errors.Is(err, ErrBusy) {
		t.Errorf("a second run is let in: %v", err)
	}
	os.WriteFile(b.Path(JournalName), []byte("x"), 0o666)
	b.Close()
	b = open(t, dir)
	if _, err := os.Stat(b.Path(JournalName)); err != nil {
		t.Error("the journal is gone")
	}
	b.Remove(JournalName)
	b.Close()
	equal(t, tree(t, dir), map[string]string{})

	b = open(t, filepath.Join(top, "new", "out"))
	b.Close()
	equal(t, tree(t, top), map[string]string{"a/": "", "a/out/": ""})
}

// Runs that end and begin at once never have the folder together.
func TestHandover(t *testing.T) {
	dir := t.TempDir()
	var inside sync.Mutex
	var all sync.WaitGroup
	for w := range 4 {
		all.Go(func() {
			for i := 0; i < 30; {
				b, err := OpenBatch(dir)
				if errors.Is(err, ErrBusy) {
					continue
				}
				if err != nil {
					t.Error(err)
					return
				}
				if !inside.TryLock() {
					t.Error("two runs have the folder")
					return
				}
				if _, err := b.Put(fmt.Sprint(w), report(fmt.Sprint(i)), nil); err != nil {
					t.Error(err)
				}
				inside.Unlock()
				b.Close()
				i++
			}
		})
	}
	all.Wait()
	if _, err := os.Stat(filepath.Join(dir, stage)); err == nil {
		t.Error("the stage is still there")
	}
}
