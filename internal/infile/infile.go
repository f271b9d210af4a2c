// Package infile owns how a file that somebody else named is read: without
// waiting for a pipe or a device, only if it is a file of a disk, no larger than
// a limit, and, where that is asked for, only from within a folder. In place of
// the disk a file system may be given, such as files in memory. Read and Open are
// the ways in.
package infile

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"wogreport/internal/diag"
	"wogreport/internal/limits"
)

// Options say what may be read.
type Options struct {
	Limit  int64  // in bytes
	Within string // the folder that may not be left; "" for anywhere
	FS     fs.FS  // holds the files, by paths relative to its root; nil: the disk, which is not touched otherwise
	Kept   *Kept  // for whoever opens them; nil for none
}

// Kept keeps what was made of files, for those who come back to them: the last of each
// path. It may be used by several goroutines; nil keeps nothing.
type Kept struct{ made sync.Map }

type made struct{ key, value any }

// Get is what was made of a file, if it has the same key, which tells its contents and
// what was asked of it.
func (k *Kept) Get(path string, key any) (value any, ok bool) {
	if k == nil {
		return nil, false
	}
	last, _ := k.made.Load(path)
	m, ok := last.(made)
	return m.value, ok && m.key == key
}

// Put keeps it.
func (k *Kept) Put(path string, key, value any) {
	if k != nil {
		k.made.Store(path, made{key, value})
	}
}

// Read is the contents of a file.
func Read(path string, opt Options) ([]byte, error) {
	f, err := Open(path, opt)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return f.Rest(nil)
}

// File is a file that is open for reading, no further than its limit.
type File struct {
	Size int64 // when it was opened
	Kept *Kept // of the Options
	// Took is called with what is read, and AtEnd once at the end; nil for nothing.
	Took  func([]byte)
	AtEnd func()

	f    fs.File
	opt  Options
	path string
	left int64 // bytes up to the limit
}

// Open opens a file.
func Open(path string, opt Options) (*File, error) {
	// Opening some devices does something already, so that they are not even opened.
	if info, err := opt.stat(path); err != nil {
		return nil, err
	} else if err := opt.check(info, path); err != nil {
		return nil, err
	}
	f, err := opt.open(path)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err == nil {
		err = opt.check(info, path)
	}
	if disk, ok := f.(*os.File); ok && err == nil && generated(disk) {
		err = notFile(path, "made up by the system")
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	return &File{Size: info.Size(), Kept: opt.Kept, f: f, opt: opt, path: path, left: opt.Limit}, nil
}

// Read is as of an io.Reader. A file that has grown beyond the limit ends in an error.
func (f *File) Read(p []byte) (int, error) {
	n, err := f.f.Read(p)
	if f.left -= int64(n); f.left < 0 {
		return 0, f.opt.tooLarge(f.path)
	}
	if f.Took != nil {
		f.Took(p[:n])
	}
	if err == io.EOF && f.AtEnd != nil {
		f.AtEnd()
		f.AtEnd = nil
	}
	return n, err
}

// Rest is the contents of a file whose beginning was read already.
func (f *File) Rest(beginning []byte) ([]byte, error) {
	var b bytes.Buffer
	b.Grow(int(f.Size) + bytes.MinRead)
	b.Write(beginning)
	if _, err := b.ReadFrom(f); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// Close closes it.
func (f *File) Close() error { return f.f.Close() }

// ReadDir lists a folder, sorted by name.
func ReadDir(path string, opt Options) ([]fs.DirEntry, error) {
	if opt.FS != nil {
		return opt.listed(path)
	}
	if opt.Within == "" {
		return os.ReadDir(path)
	}
	root, name, err := opt.root(path)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	entries, err := fs.ReadDir(root.FS(), filepath.ToSlash(name))
	return entries, outside(path, err)
}

// Exists is what a path leads to.
func Exists(path string, opt Options) (fs.FileInfo, error) { return opt.stat(path) }

// Outside reports whether a path leaves a folder: by itself, or through a link.
func Outside(folder, path string) bool {
	local := func(folder, path string) bool {
		folder, err1 := filepath.Abs(folder)
		path, err2 := filepath.Abs(path)
		if err1 != nil || err2 != nil {
			return false
		}
		rel, err := filepath.Rel(folder, path)
		return err == nil && filepath.IsLocal(rel)
	}
	if !local(folder, path) {
		return true
	}
	to, err1 := filepath.EvalSymlinks(path)
	real, err2 := filepath.EvalSymlinks(folder)
	return err1 == nil && err2 == nil && !local(real, to)
}

func (opt Options) stat(path string) (fs.FileInfo, error) {
	if opt.FS != nil {
		return opt.statIn(path)
	}
	if opt.Within == "" {
		return os.Stat(path)
	}
	root, name, err := opt.root(path)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	info, err := root.Stat(name)
	return info, outside(path, err)
}

func (opt Options) open(path string) (fs.File, error) {
	if opt.FS != nil {
		return opt.openIn(path)
	}
	if opt.Within == "" {
		return os.OpenFile(path, os.O_RDONLY|nonblock, 0)
	}
	root, name, err := opt.root(path)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	f, err := root.OpenFile(name, os.O_RDONLY|nonblock, 0)
	return f, outside(path, err)
}

// root is the folder that may not be left, and the path's name in it.
func (opt Options) root(path string) (*os.Root, string, error) {
	folder, err := filepath.Abs(opt.Within)
	if err != nil {
		return nil, "", err
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, "", err
	}
	name, err := filepath.Rel(folder, abs)
	if err != nil || !filepath.IsLocal(name) {
		return nil, "", leaves(path)
	}
	root, err := os.OpenRoot(folder)
	return root, name, err
}

// outside turns what os.Root says of a link that leaves the folder into our words.
func outside(path string, err error) error {
	if err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrPermission) {
		var pe *fs.PathError
		if errors.As(err, &pe) && pe.Err.Error() == "path escapes from parent" {
			return leaves(path)
		}
	}
	return err
}

func leaves(path string) error {
	return &diag.FileError{Code: "outside", Message: fmt.Sprintf("%s is outside the study's folder, which --contained forbids", path), Hint: "copy the file into the study's folder; or build without --contained a study that you trust"}
}

// check refuses what is no file, or too large a one. A folder has its own message.
func (opt Options) check(info fs.FileInfo, path string) error {
	switch mode := info.Mode(); {
	case mode.IsDir(): // reading it says so
	case mode&fs.ModeNamedPipe != 0:
		return notFile(path, "a pipe")
	case mode&fs.ModeSocket != 0:
		return notFile(path, "a socket")
	case mode&fs.ModeDevice != 0:
		return notFile(path, "a device")
	case !mode.IsRegular():
		return notFile(path, "something else")
	case info.Size() > opt.Limit:
		return opt.tooLarge(path)
	}
	return nil
}

func notFile(path, what string) error {
	return &diag.FileError{Code: "not-readable", Message: path + " is not a file", Hint: "it is " + what + "; save what it holds as a file and name that"}
}

func (opt Options) tooLarge(path string) error {
	return &diag.FileError{Code: "file-budget", Message: fmt.Sprintf("the file %s is larger than %s, the limit for files of its kind", path, size(opt.Limit)), Hint: limits.Hint}
}

// size is a number of bytes in words.
func size(n int64) string {
	if n >= 1<<20 {
		return fmt.Sprintf("%d MB", n>>20)
	}
	return fmt.Sprintf("%d kB", n>>10)
}
