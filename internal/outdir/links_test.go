//go:build unix

package outdir

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// instead is what may stand in a folder in the place of what a run expects there.
var instead = map[string]func(victim, path string) error{
	"link to a file":   func(victim, path string) error { return os.Symlink(filepath.Join(victim, "diary.txt"), path) },
	"link to a folder": func(victim, path string) error { return os.Symlink(victim, path) },
	"link to a device": func(_, path string) error { return os.Symlink("/dev/zero", path) },
	"link to itself":   func(_, path string) error { return os.Symlink(filepath.Base(path), path) },
	"link to nothing":  func(victim, path string) error { return os.Symlink(filepath.Join(victim, "new"), path) },
	"link within":      func(_, path string) error { return os.Symlink(".", path) },
	"pipe":             func(_, path string) error { return syscall.Mkfifo(path, 0o666) },
}

// TestLinks puts a link to something else in the place of everything that a run
// uses in its folder: each is refused by its name, at once, and what it leads
// to stays as it was.
func TestLinks(t *testing.T) {
	single := func(dir string) error {
		d, err := Stage(dir)
		if err != nil {
			return err
		}
		defer d.Discard()
		for _, name := range []string{"x.pdf", "figures/P1.svg"} {
			if err := d.Write(name, text("new")); err != nil {
				return err
			}
		}
		return d.Commit()
	}
	many := func(dir string) error {
		b, err := OpenBatch(dir)
		if err != nil {
			return err
		}
		defer b.Close()
		if _, err := b.Put("I", report("new"), nil); err != nil {
			return err
		}
		return b.PutFile(File{"index.html", text("new")})
	}
	for _, c := range []struct {
		run   func(string) error
		paths []string
	}{
		{single, []string{stage, lockName, commitName, commitName + ".next", putName(0), wasName(0), "x.pdf", "figures", "figures/P1.svg"}},
		{many, []string{stage, lockName, stage + "/new-I", stage + "/old-I", stage + "/new-file", "I", "I/x.pdf", "I/figures", "I/figures/P1.svg", "index.html"}},
	} {
		for _, path := range c.paths {
			for kind, put := range instead {
				top := t.TempDir()
				victim, dir := filepath.Join(top, "victim"), filepath.Join(top, "out")
				os.MkdirAll(victim, 0o777)
				os.WriteFile(filepath.Join(victim, "diary.txt"), []byte("secret"), 0o666)
				os.WriteFile(filepath.Join(victim, "old-x"), []byte("secret"), 0o666)
				os.MkdirAll(filepath.Dir(filepath.Join(dir, path)), 0o777)
				if err := put(victim, filepath.Join(dir, path)); err != nil {
					t.Fatal(err)
				}
				ended := make(chan error, 1)
				go func() { ended <- c.run(dir) }()
				select {
				case err := <-ended:
					if err == nil || !strings.Contains(err.Error(), filepath.Join(dir, path)+": it is a ") {
						t.Errorf("%s, a %s: %v", path, kind, err)
					}
				case <-time.After(10 * time.Second):
					t.Fatalf("%s, a %s: the run hangs", path, kind)
				}
				equal(t, tree(t, victim), map[string]string{"diary.txt": "secret", "old-x": "secret"})
				if _, err := os.Lstat(filepath.Join(dir, path)); err != nil {
					t.Errorf("%s, a %s, is gone", path, kind)
				}
			}
		}
	}
}

// TestFolderByLink: the folder itself may be reached through a link.
func TestFolderByLink(t *testing.T) {
	top := t.TempDir()
	real, link := filepath.Join(top, "real"), filepath.Join(top, "out")
	os.Mkdir(real, 0o777)
	if err := os.Symlink(real, link); err != nil {
		t.Fatal(err)
	}
	d, err := Stage(link)
	if err == nil {
		defer d.Discard()
		if err = d.Write("x.pdf", text("new")); err == nil {
			err = d.Commit()
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	d.Discard()
	equal(t, tree(t, real), map[string]string{"x.pdf": "new"})
}

// TestOthersStay keeps what a person put into the folder of a report: also a
// link, which is neither followed nor made a copy of what it leads to.
func TestOthersStay(t *testing.T) {
	dir := t.TempDir()
	b := open(t, dir)
	put(t, b, "I", "first")
	if err := os.Symlink("/dev/zero", filepath.Join(dir, "I", "notes")); err != nil {
		t.Fatal(err)
	}
	put(t, b, "I", "second")
	b.Close()
	if to, err := os.Readlink(filepath.Join(dir, "I", "notes")); to != "/dev/zero" {
		t.Errorf("the link leads to %q, %v", to, err)
	}
}
