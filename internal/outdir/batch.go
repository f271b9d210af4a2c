package outdir

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/gofrs/flock"
)

// Batch is an output folder that a run writes many reports into, each a
// folder of its own, which appears whole or not at all whenever the run is
// killed. One run at a time has it. It may be used from several goroutines,
// for different reports. Use Close when done.
type Batch struct {
	path  string
	made  made
	stage string
	lock  *flock.Flock
}

// batchStage is the folder where reports are made. Its name is always the
// same, so that a run finds what a killed one left. It holds
//
//	lock      whose lock the run has
//	journal   of the manifest
//	new-NAME  a report or file that is being written
//	old-NAME  the report that is being replaced
const batchStage = ".wogreport.batch"

// ErrBusy says that another run writes into the folder.
var ErrBusy = errors.New("another run is writing into the folder")

// OpenBatch prepares to write reports into the folder path, making it if need
// be. It puts back what a killed run was replacing.
func OpenBatch(path string) (*Batch, error) {
	b := &Batch{path: path, stage: filepath.Join(path, batchStage)}
	for {
		if err := b.made.mkdir(b.stage); err != nil {
			b.made.remove()
			return nil, err
		}
		b.lock = flock.New(filepath.Join(b.stage, "lock"))
		switch ok, err := b.lock.TryLock(); {
		case errors.Is(err, fs.ErrNotExist):
			continue // the run that had it ended just now
		case err != nil:
			b.made.remove()
			return nil, explainFolder("write into", path, err)
		case !ok:
			return nil, fmt.Errorf("%w %s; wait until it ends, or write into another folder (-o)", ErrBusy, path)
		}
		if b.isOwn() {
			break
		}
		b.lock.Close()
	}
	if err := b.recover(); err != nil {
		b.lock.Close()
		return nil, err
	}
	return b, nil
}

// isOwn reports whether the locked file is the one that others find, and not
// one that the run before removed when it ended.
func (b *Batch) isOwn() bool {
	mine, err1 := b.lock.Stat()
	there, err2 := os.Stat(b.lock.Path())
	return err1 == nil && err2 == nil && os.SameFile(mine, there)
}

// recover puts back or removes what a killed run left.
func (b *Batch) recover() error {
	entries, err := os.ReadDir(b.stage)
	if err != nil {
		return explainFolder("read", b.stage, err)
	}
	for _, e := range entries {
		name, replaced := strings.CutPrefix(e.Name(), "old-")
		target := filepath.Join(b.path, name)
		if _, err := os.Lstat(target); replaced && errors.Is(err, fs.ErrNotExist) {
			if err := os.Rename(filepath.Join(b.stage, e.Name()), target); err != nil {
				return explain("put back", target, err)
			}
		} else if e.Name() != "lock" && e.Name() != "journal" {
			os.RemoveAll(filepath.Join(b.stage, e.Name()))
		}
	}
	return nil
}

// Journal is the path of the file that records a run until it ends.
func (b *Batch) Journal() string { return filepath.Join(b.stage, "journal") }

// Path is the path of a file or folder in the output folder.
func (b *Batch) Path(name string) string { return filepath.Join(b.path, filepath.FromSlash(name)) }

// File is one file of a report, its name with slashes.
type File struct {
	Name  string
	Write func(io.Writer) error
}

// Put writes a report into a folder, which then holds the files, and of what
// it held before all but the files called old. It returns the files' SHA-256
// by name, in hexadecimal digits.
func (b *Batch) Put(folder string, files []File, old []string) (sums map[string]string, err error) {
	fresh, target := filepath.Join(b.stage, "new-"+folder), b.Path(folder)
	defer func() {
		if err != nil {
			os.RemoveAll(fresh)
		}
	}()
	sums = map[string]string{}
	own := map[string]bool{}
	for _, name := range old {
		own[name] = true
	}
	for _, f := range files {
		own[f.Name] = true
		if sums[f.Name], err = b.write(filepath.Join(fresh, filepath.FromSlash(f.Name)), f); err != nil {
			return nil, err
		}
	}
	switch info, err := os.Lstat(target); {
	case errors.Is(err, fs.ErrNotExist):
		if err := os.Rename(fresh, target); err != nil {
			return nil, explain("write", target, err)
		}
		return sums, nil
	case err != nil:
		return nil, explain("replace", target, err)
	case !info.IsDir():
		return nil, fmt.Errorf("cannot write %s: there is a file of this name", target)
	}
	if err := carry(target, fresh, own); err != nil {
		return nil, explain("keep what else is in", target, err)
	}
	replaced := filepath.Join(b.stage, "old-"+folder)
	if err := os.Rename(target, replaced); err != nil {
		return nil, explain("replace", target, err)
	}
	if err := os.Rename(fresh, target); err != nil {
		os.Rename(replaced, target)
		return nil, explain("replace", target, err)
	}
	os.RemoveAll(replaced)
	return sums, nil
}

// PutFile writes a file into the output folder itself, in one step. One that
// holds the same already stays as it is.
func (b *Batch) PutFile(f File) error {
	fresh := filepath.Join(b.stage, "new-file")
	defer os.Remove(fresh)
	sum, err := b.write(fresh, f)
	if err != nil || sum == b.Sum(f.Name) {
		return err
	}
	if err := os.Rename(fresh, b.Path(f.Name)); err != nil {
		return explain("replace", b.Path(f.Name), err)
	}
	return nil
}

// write writes a file and returns its sum.
func (b *Batch) write(path string, f File) (sum string, err error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return "", explain("write", f.Name, err)
	}
	file, err := os.Create(path)
	if err != nil {
		return "", explain("write", f.Name, err)
	}
	defer func() {
		if cerr := file.Close(); err == nil && cerr != nil {
			err = explain("write", f.Name, cerr)
		}
	}()
	h := sha256.New()
	if err := f.Write(io.MultiWriter(file, h)); err != nil {
		return "", explain("write", f.Name, err)
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// carry gives what is in a folder, but the named files, a second name in another.
func carry(from, to string, but map[string]bool) error {
	return filepath.WalkDir(from, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, path)
		if err != nil || rel == "." || but[filepath.ToSlash(rel)] {
			return err
		}
		target := filepath.Join(to, rel)
		if e.IsDir() {
			err = os.Mkdir(target, 0o777)
			if errors.Is(err, fs.ErrExist) {
				err = nil
			}
			return err
		}
		return keep(path, target)
	})
}

// Sum is the SHA-256 of a file in the output folder, "" where there is none.
func (b *Batch) Sum(name string) string { return SumFile(b.Path(name)) }

// SumFile is the SHA-256 of a file in hexadecimal digits, "" where it cannot be
// read.
func SumFile(path string) string {
	f, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return ""
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Close removes the stage, but for a journal that is still there, and lets
// other runs in. A folder that was made for the run and stayed empty goes too.
func (b *Batch) Close() {
	b.recover()
	// While the lock is held nobody else can be in the stage. Where a file that
	// is open cannot be removed the lock goes after that, unless the next run
	// has it by then, and so has it open.
	if _, err := os.Stat(b.Journal()); err == nil {
		b.lock.Close()
		return
	}
	err := os.Remove(b.lock.Path())
	os.Remove(b.stage)
	b.lock.Close()
	if err != nil {
		os.Remove(b.lock.Path())
		os.Remove(b.stage)
	}
	b.made.remove()
}
