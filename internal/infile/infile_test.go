//go:build unix

package infile

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"wogreport/internal/diag"
)

// TestRead reads files of a disk, within a limit, and nothing else, at once.
func TestRead(t *testing.T) {
	top := t.TempDir()
	dir := filepath.Join(top, "study")
	os.MkdirAll(filepath.Join(dir, "deep"), 0o777)
	write := func(name string, n int) {
		if err := os.WriteFile(filepath.Join(top, name), []byte(strings.Repeat("x", n)), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	link := func(to, name string) {
		if err := os.Symlink(to, filepath.Join(top, name)); err != nil {
			t.Fatal(err)
		}
	}
	write("study/deep/a", 10)
	write("study/long", 11)
	write("beside", 3)
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe"), 0o666); err != nil {
		t.Fatal(err)
	}
	link("deep/a", "study/in")
	link("../beside", "study/out")
	link("/dev/zero", "study/zero")
	link("itself", "study/itself")
	for _, c := range []struct {
		path, anywhere, contained string // the code of the error; "-" another one
		outside                   bool
	}{
		{"study/deep/a", "", "", false},
		{"study/in", "", "", false},
		{"study/../beside", "", "outside", true},
		{"study/out", "", "outside", true},
		{"study/long", "file-budget", "file-budget", false},
		{"study/pipe", "not-readable", "not-readable", false},
		{"study/zero", "not-readable", "outside", true},
		{"study/itself", "-", "-", false},
		{"study/none", "-", "-", false},
		{"study/deep", "-", "-", false},
		{"/proc/self/environ", "not-readable", "outside", true},
		{"/dev/null", "not-readable", "outside", true},
	} {
		if _, err := os.Stat("/proc/self/environ"); err != nil && strings.HasPrefix(c.path, "/proc") {
			continue // another system than Linux
		}
		path := c.path
		if !filepath.IsAbs(path) {
			path = top + "/" + path
		}
		for within, want := range map[string]string{"": c.anywhere, dir: c.contained} {
			ended := make(chan error, 1)
			go func() {
				_, err := Read(path, Options{Limit: 10, Within: within})
				ended <- err
			}()
			var err error
			select {
			case err = <-ended:
			case <-time.After(10 * time.Second):
				t.Fatalf("%s: reading waits", c.path)
			}
			got := ""
			var own *diag.FileError
			switch {
			case errors.As(err, &own):
				got = own.Code
			case err != nil:
				got = "-"
			}
			if got != want {
				t.Errorf("%s within %q: %q, %v, want %q", c.path, within, got, err, want)
			}
		}
		if got := Outside(dir, path); got != c.outside {
			t.Errorf("%s is outside: %v, want %v", c.path, got, c.outside)
		}
	}
	entries, err := ReadDir(dir, Options{Within: dir})
	if err != nil || len(entries) != 7 {
		t.Errorf("the folder holds %v, %v", entries, err)
	}
	if _, err := ReadDir(top, Options{Within: dir}); err == nil {
		t.Error("the folder above is listed")
	}
}
