// Package outdir owns the files that a run leaves: they are made in a stage
// within the folder and put in place together, so that a failed or killed run
// leaves what was there, whole, and two runs do not mix theirs. Dir is for the
// files of one report, Batch for many reports.
package outdir

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// Dir is an output folder with files staged for it. Use Discard when done; it
// takes back nothing after a Commit that succeeded.
type Dir struct {
	*held
	files []placed
}

// Stage prepares to write files into the folder path, making it if need be.
func Stage(path string) (*Dir, error) {
	h, err := hold(path)
	if err != nil {
		return nil, err
	}
	return &Dir{held: h}, nil
}

// File is one file of a report, its name with slashes.
type File struct {
	Name  string
	Write func(io.Writer) error
}

// write makes a file and returns the SHA-256 of what was written, in
// hexadecimal digits.
func (f *Folder) write(name string, of File) (sum string, err error) {
	if _, err := f.mkdir(path.Dir(name)); err != nil {
		return "", err
	}
	file, err := f.create(name, of.Name)
	if err != nil {
		return "", err
	}
	defer func() {
		if cerr := file.Close(); err == nil && cerr != nil {
			err = explain("write", of.Name, cerr)
		}
	}()
	h := sha256.New()
	if err := of.Write(io.MultiWriter(file, h)); err != nil {
		return "", explain("write", of.Name, err)
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// Write stages one file; name is relative to the folder, with slashes.
func (d *Dir) Write(name string, write func(io.Writer) error) error {
	sum, err := d.write(putName(len(d.files)), File{name, write})
	if err != nil {
		return err
	}
	d.files = append(d.files, placed{Name: name, Sum: sum})
	return nil
}

// Discard lets the folder go, without what was staged and not put in place.
func (d *Dir) Discard() { d.close() }

// commit is what a run notes before it puts files in place. As long as the note
// is there the files are not, and the next run takes back those that are.
type commit struct {
	Files []placed
	Made  []string // the folders that are made for them, the outermost first
}

// placed is a file that is put in place.
type placed struct {
	Name string
	Sum  string // SHA-256 of the new file
	Kept bool   // one was there before
}

func putName(i int) string { return fmt.Sprintf("%s/put-%d", stage, i) }
func wasName(i int) string { return fmt.Sprintf("%s/was-%d", stage, i) }

// Commit puts every staged file in its place. When one cannot be, those
// before it are put back and the error names it.
func (d *Dir) Commit() error {
	note := commit{Files: d.files}
	for i := range note.Files {
		if err := d.prepare(&note, i); err != nil {
			return err
		}
	}
	if err := d.note(note); err != nil {
		return err
	}
	if err := d.place(note); err != nil {
		if back := d.rollBack(); back != nil {
			return errors.Join(err, fmt.Errorf("some files are the new ones; the next run puts the old ones back: %w", back))
		}
		return err
	}
	d.made = nil
	return nil
}

// prepare keeps the file that the i-th one replaces, and notes the folders
// that it needs.
func (d *Dir) prepare(note *commit, i int) error {
	f := &note.Files[i]
	there, err := d.file(f.Name)
	if err != nil {
		return err
	}
	if f.Kept = there; there {
		return d.keep(f.Name, wasName(i))
	}
	for n := range len(f.Name) {
		if f.Name[n] != '/' {
			continue
		}
		dir := f.Name[:n]
		if there, err := d.folder(dir); err != nil {
			return err
		} else if !there && !slices.Contains(note.Made, dir) {
			note.Made = append(note.Made, dir)
		}
	}
	return nil
}

// note writes the note in one step.
func (d *Dir) note(note commit) error {
	data, err := json.Marshal(note)
	if err != nil {
		return err
	}
	next := commitName + ".next"
	if _, err := d.write(next, File{commitName, func(w io.Writer) error { _, err := w.Write(data); return err }}); err != nil {
		return err
	}
	return d.Replace(next, commitName)
}

// place puts the files of a note in their places, and removes it.
func (d *Dir) place(note commit) error {
	for i, f := range note.Files {
		if _, err := d.mkdir(path.Dir(f.Name)); err != nil {
			return err
		}
		if err := d.Replace(putName(i), f.Name); err != nil {
			return err
		}
	}
	return d.Remove(commitName)
}

// rollBack takes back what a note says was to be put in place. Files that were
// changed since are left.
func (h *held) rollBack() error {
	data, err := h.ReadFile(commitName)
	if err != nil || data == nil {
		return err
	}
	var note commit
	if json.Unmarshal(data, &note) != nil || !note.sound() { // cut short by a crash of the machine
		return h.Remove(commitName)
	}
	for i := len(note.Files) - 1; i >= 0; i-- {
		f := note.Files[i]
		if waiting, err := h.file(putName(i)); err != nil {
			return err
		} else if waiting {
			continue
		}
		sum, err := h.sum(f.Name)
		if err != nil {
			return err
		}
		if sum != f.Sum {
			continue
		}
		kept, err := h.file(wasName(i))
		switch {
		case err == nil && kept:
			err = h.Replace(wasName(i), f.Name)
		case err == nil && !f.Kept:
			err = h.Remove(f.Name)
		}
		if err != nil {
			return err
		}
	}
	for i := len(note.Made) - 1; i >= 0; i-- {
		h.root.Remove(filepath.FromSlash(note.Made[i])) // fails, as it should, where something else came into it
	}
	return h.Remove(commitName)
}

// sound reports whether a note speaks of files of the folder alone.
func (c commit) sound() bool {
	for _, f := range c.Files {
		if !within(f.Name) {
			return false
		}
	}
	for _, name := range c.Made {
		if !within(name) {
			return false
		}
	}
	return true
}

// within reports a name of something in the folder, and not in the stage.
func within(name string) bool {
	name = path.Clean(name)
	return filepath.IsLocal(filepath.FromSlash(name)) && name != "." && !strings.HasPrefix(name, stage)
}
