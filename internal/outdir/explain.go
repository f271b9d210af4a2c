package outdir

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// sharingViolation is what Windows says of a file that another program holds open.
const sharingViolation = syscall.Errno(32)

// diskFull is what Windows says of a disk without room.
const diskFull = syscall.Errno(112)

// explainFolder says in plain words why a folder cannot be used.
func explainFolder(what, path string, err error) error {
	if errors.Is(err, fs.ErrPermission) {
		return fmt.Errorf("cannot %s %s: permission denied; check the folder's permissions, or write into another one", what, path)
	}
	return explain(what, path, err)
}

// explain says in plain words why a file cannot be written.
func explain(what, path string, err error) error {
	var errno syscall.Errno
	locked := errors.As(err, &errno) && errno == sharingViolation && os.PathSeparator == '\\'
	switch {
	case locked:
		return fmt.Errorf("cannot %s %s: another program has it open; close %s and run again", what, path, filepath.Base(path))
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("cannot %s %s: permission denied; if it is open in a viewer, close %s and run again", what, path, filepath.Base(path))
	case errors.Is(err, syscall.ENOSPC), errno == diskFull && os.PathSeparator == '\\':
		return fmt.Errorf("cannot %s %s: the disk is full%w", what, path, quietly{syscall.ENOSPC})
	}
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	var le *os.LinkError
	if errors.As(err, &le) {
		err = le.Err
	}
	return fmt.Errorf("cannot %s %s: %w", what, path, err)
}

// quietly is an error that is there for errors.Is and says nothing.
type quietly struct{ error }

func (quietly) Error() string   { return "" }
func (q quietly) Unwrap() error { return q.error }
