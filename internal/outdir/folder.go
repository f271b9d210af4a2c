package outdir

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
)

// Folder is a folder in which a run reads and writes. Its own path may lead
// through links; nothing under it is reached through one: os.Root keeps within
// the folder, and before each step every part of a name is looked at, since a
// link from one place of the folder to another is not followed either. Names
// have slashes.
type Folder struct {
	path string
	root *os.Root
}

// OpenFolder opens a folder that exists.
func OpenFolder(path string) (*Folder, error) {
	root, err := os.OpenRoot(path)
	if err != nil {
		return nil, explainFolder("use the folder", path, err)
	}
	return &Folder{path, root}, nil
}

// Close lets the folder go.
func (f *Folder) Close() { f.root.Close() }

// Path is the path of what has a name in the folder.
func (f *Folder) Path(name string) string { return filepath.Join(f.path, filepath.FromSlash(name)) }

// errNotPlain says that something is neither the file nor the folder that
// should be there.
var errNotPlain = errors.New("move it away, or write into another folder (-o)")

// refuse says what something is instead of what it should be.
func (f *Folder) refuse(name string, info fs.FileInfo, want string) error {
	kind := "a file"
	switch mode := info.Mode(); {
	case mode&fs.ModeSymlink != 0:
		kind = "a link"
	case mode.IsDir():
		kind = "a folder"
	case mode&fs.ModeNamedPipe != 0:
		kind = "a pipe"
	case mode&fs.ModeSocket != 0:
		kind = "a socket"
	case mode&fs.ModeDevice != 0:
		kind = "a device"
	case !mode.IsRegular():
		kind = "something else"
	}
	return fmt.Errorf("cannot use %s: it is %s where %s should be; %w", f.Path(name), kind, want, errNotPlain)
}

// look is what has a name; nil where there is nothing. The folders on the way
// must be folders.
func (f *Folder) look(name string) (fs.FileInfo, error) {
	if dir := path.Dir(name); dir != "." {
		switch info, err := f.look(dir); {
		case err != nil || info == nil:
			return nil, err
		case !info.IsDir():
			return nil, f.refuse(dir, info, "a folder")
		}
	}
	info, err := f.root.Lstat(filepath.FromSlash(name))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, explain("use", f.Path(name), err)
	}
	return info, nil
}

// file looks for a file. False: there is none.
func (f *Folder) file(name string) (bool, error) {
	info, err := f.look(name)
	if err != nil || info == nil {
		return false, err
	}
	if !info.Mode().IsRegular() {
		return false, f.refuse(name, info, "a file")
	}
	return true, nil
}

// folder looks for a folder. False: there is none.
func (f *Folder) folder(name string) (bool, error) {
	info, err := f.look(name)
	if err != nil || info == nil {
		return false, err
	}
	if !info.IsDir() {
		return false, f.refuse(name, info, "a folder")
	}
	return true, nil
}

// mkdir makes a folder and those above it, and tells which it made, the
// outermost first.
func (f *Folder) mkdir(name string) (made []string, err error) {
	if name == "." {
		return nil, nil
	}
	if there, err := f.folder(name); err != nil || there {
		return nil, err
	}
	if made, err = f.mkdir(path.Dir(name)); err != nil {
		return made, err
	}
	switch err := f.root.Mkdir(filepath.FromSlash(name), 0o777); {
	case errors.Is(err, fs.ErrExist): // made by another worker just now
		return made, nil
	case err != nil:
		return made, explainFolder("make the folder", f.Path(name), err)
	}
	return append(made, name), nil
}

// Create makes a file that must not exist.
func (f *Folder) Create(name string) (*os.File, error) { return f.create(name, f.Path(name)) }

// create is Create, with what an error calls the file.
func (f *Folder) create(name, called string) (*os.File, error) {
	if _, err := f.look(name); err != nil {
		return nil, err
	}
	file, err := f.root.OpenFile(filepath.FromSlash(name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return nil, explain("write", called, err)
	}
	return file, nil
}

// Append opens a file that exists, to write at its end.
func (f *Folder) Append(name string) (*os.File, error) {
	if _, err := f.file(name); err != nil {
		return nil, err
	}
	file, err := f.root.OpenFile(filepath.FromSlash(name), os.O_WRONLY|os.O_APPEND, 0)
	if err != nil {
		return nil, explain("write", f.Path(name), err)
	}
	return file, nil
}

// open opens a file for reading; nil where there is none. It never waits.
func (f *Folder) open(name string) (*os.File, error) {
	if there, err := f.file(name); err != nil || !there {
		return nil, err
	}
	file, err := f.root.OpenFile(filepath.FromSlash(name), os.O_RDONLY|nonblock, 0)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, explain("read", f.Path(name), err)
	}
	info, err := file.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = f.refuse(name, info, "a file")
	}
	if err != nil {
		file.Close()
		return nil, err
	}
	return file, nil
}

// ReadFile is the contents of a file, nil where there is none.
func (f *Folder) ReadFile(name string) ([]byte, error) {
	file, err := f.open(name)
	if err != nil || file == nil {
		return nil, err
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, maxOwn+1))
	if err != nil {
		return nil, explain("read", f.Path(name), err)
	}
	if len(data) > maxOwn {
		return nil, fmt.Errorf("cannot read %s: it is larger than any that was written there; %w", f.Path(name), errNotPlain)
	}
	return data, nil
}

// maxOwn bounds what is read of a folder's own files, in bytes.
const maxOwn = 1 << 29

// sum is the SHA-256 of a file in hexadecimal digits, "" where there is none,
// or one that is larger than any report.
func (f *Folder) sum(name string) (string, error) {
	file, err := f.open(name)
	if err != nil || file == nil {
		return "", err
	}
	defer file.Close()
	h := sha256.New()
	switch n, err := io.Copy(h, io.LimitReader(file, maxOwn+1)); {
	case err != nil:
		return "", explain("read", f.Path(name), err)
	case n > maxOwn:
		return "", nil
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// Replace puts a file in the place of another, or where there is none.
func (f *Folder) Replace(from, to string) error {
	if _, err := f.file(to); err != nil {
		return err
	}
	return f.rename(from, to)
}

// rename moves a file or folder.
func (f *Folder) rename(from, to string) error {
	for _, name := range []string{from, to} {
		if _, err := f.look(name); err != nil {
			return err
		}
	}
	if err := f.root.Rename(filepath.FromSlash(from), filepath.FromSlash(to)); err != nil {
		return explain("replace", f.Path(to), err)
	}
	return nil
}

// keep gives what is at from a second name, or a copy where the disk knows no
// links. A link is kept as it is.
func (f *Folder) keep(from, to string) error {
	info, err := f.look(from)
	if err != nil {
		return err
	}
	if info == nil {
		return explain("keep", f.Path(from), fs.ErrNotExist)
	}
	if _, err := f.look(to); err != nil {
		return err
	}
	if f.root.Link(filepath.FromSlash(from), filepath.FromSlash(to)) == nil {
		return nil
	}
	if info.Mode()&fs.ModeSymlink != 0 {
		target, err := f.root.Readlink(filepath.FromSlash(from))
		if err == nil {
			err = f.root.Symlink(target, filepath.FromSlash(to))
		}
		if err != nil {
			return explain("keep", f.Path(from), err)
		}
		return nil
	}
	source, err := f.open(from)
	if err != nil {
		return err
	}
	if source == nil {
		return explain("keep", f.Path(from), fs.ErrNotExist)
	}
	defer source.Close()
	copied, err := f.Create(to)
	if err != nil {
		return err
	}
	_, err = io.Copy(copied, source)
	if closed := copied.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return explain("keep", f.Path(from), err)
	}
	return nil
}

// Remove removes a file or an empty folder, if there is one.
func (f *Folder) Remove(name string) error {
	return f.without(name, f.root.Remove)
}

// removeAll removes a file or a folder with all that is in it. Links in it go,
// what they lead to stays.
func (f *Folder) removeAll(name string) error {
	return f.without(name, f.root.RemoveAll)
}

func (f *Folder) without(name string, remove func(string) error) error {
	if _, err := f.look(name); err != nil {
		return err
	}
	if err := remove(filepath.FromSlash(name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return explain("remove", f.Path(name), err)
	}
	return nil
}
