// Package outdir owns the files that a run leaves: they are staged beside
// their targets and put in place together, so that a failed run leaves what
// was there, whole.
package outdir

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// Dir is an output folder with files staged for it. Use Discard when done; it
// does nothing after a Commit that succeeded.
type Dir struct {
	path  string
	made  made // for it
	stage string
	names []string
}

// Stage prepares to write files into the folder path, making it if need be.
func Stage(path string) (*Dir, error) {
	d := &Dir{path: path}
	if err := d.made.mkdir(path); err != nil {
		return nil, err
	}
	removeStale(path)
	stage, err := os.MkdirTemp(path, stagePrefix)
	if err != nil {
		d.made.remove()
		return nil, explainFolder("write into", path, err)
	}
	d.stage = stage
	return d, nil
}

// stagePrefix begins the names of staging folders; staleAfter is the age at
// which one belongs to a run that was killed.
const (
	stagePrefix = ".wogreport-"
	staleAfter  = 10 * time.Minute
)

// removeStale removes what runs that were killed left in a folder.
func removeStale(path string) {
	entries, err := os.ReadDir(path)
	if err != nil {
		return // the folder is about to be written into, which will say why not
	}
	for _, e := range entries {
		if !e.IsDir() || !strings.HasPrefix(e.Name(), stagePrefix) {
			continue
		}
		if info, err := e.Info(); err == nil && time.Since(info.ModTime()) > staleAfter {
			os.RemoveAll(filepath.Join(path, e.Name()))
		}
	}
}

// Write stages one file; name is relative to the folder, with slashes.
func (d *Dir) Write(name string, write func(io.Writer) error) (err error) {
	staged := filepath.Join(d.stage, fmt.Sprintf("new-%d", len(d.names)))
	f, err := os.Create(staged)
	if err != nil {
		return explain("write", name, err)
	}
	defer func() {
		if cerr := f.Close(); err == nil && cerr != nil {
			err = explain("write", name, cerr)
		}
	}()
	d.names = append(d.names, name)
	if err := write(f); err != nil {
		return explain("write", name, err)
	}
	return nil
}

// Commit puts every staged file in its place. When one cannot be, those
// before it are put back and the error names it. A target is replaced in one
// step: whenever the program is killed, each is whole, the old or the new.
func (d *Dir) Commit() error {
	type move struct{ target, backup string }
	var done []move
	undo := func() {
		for i := len(done) - 1; i >= 0; i-- {
			if done[i].backup == "" {
				os.Remove(done[i].target)
			} else {
				os.Rename(done[i].backup, done[i].target)
			}
		}
	}
	for i, name := range d.names {
		target := filepath.Join(d.path, filepath.FromSlash(name))
		if err := d.made.mkdir(filepath.Dir(target)); err != nil {
			undo()
			return err
		}
		m := move{target: target}
		switch info, err := os.Lstat(target); {
		case err == nil && info.IsDir():
			undo()
			return fmt.Errorf("cannot write %s: there is a folder of this name", target)
		case err == nil:
			m.backup = filepath.Join(d.stage, fmt.Sprintf("old-%d", i))
			if err := keep(target, m.backup); err != nil {
				undo()
				return explain("replace", target, err)
			}
		}
		if err := os.Rename(filepath.Join(d.stage, fmt.Sprintf("new-%d", i)), target); err != nil {
			undo()
			return explain("replace", target, err)
		}
		done = append(done, m)
	}
	d.made = nil
	os.RemoveAll(d.stage)
	return nil
}

// keep gives a file a second name, or a copy where the disk knows no links.
func keep(file, backup string) error {
	if os.Link(file, backup) == nil {
		return nil
	}
	from, err := os.Open(file)
	if err != nil {
		return err
	}
	defer from.Close()
	to, err := os.Create(backup)
	if err != nil {
		return err
	}
	if _, err := io.Copy(to, from); err != nil {
		to.Close()
		return err
	}
	return to.Close()
}

// Discard removes what was staged, and the folders that were made for it
// where they are empty.
func (d *Dir) Discard() {
	os.RemoveAll(d.stage)
	d.made.remove()
}
