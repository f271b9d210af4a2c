package diag

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
)

// FileError is why a file is not read although the disk would let us.
type FileError struct{ Code, Message, Hint string }

func (e *FileError) Error() string { return e.Message }

// AddFileError adds an error that says why a file could not be opened, in a
// user's words. at is the place that names the file; the hint of a missing
// file is the name in its folder that was probably meant.
func (l *List) AddFileError(at Pos, path string, err error) {
	var own *FileError
	switch {
	case errors.As(err, &own):
		l.Errorf(at, own.Code, "%s", own.Message)
		l.Hintf("%s", own.Hint)
	case errors.Is(err, fs.ErrNotExist):
		l.Errorf(at, "not-found", "the file %s does not exist", path)
		switch near := nearFile(path); {
		case near != "":
			l.Hintf("did you mean %s?", near)
		case strings.Contains(path, `\`) && runtime.GOOS != "windows":
			l.Hintf(`write folders with / instead of \`)
		}
	case errors.Is(err, fs.ErrPermission):
		l.Errorf(at, "not-readable", "the file %s may not be opened", path)
		l.Hintf("check the file's permissions")
	case locked(err):
		l.Errorf(at, "not-readable", "the file %s is in use", path)
		l.Hintf("close it in the other program")
	case isFolder(path):
		l.Errorf(at, "not-readable", "%s is a folder, not a file", path)
	default:
		var pe *fs.PathError
		if errors.As(err, &pe) {
			err = pe.Err
		}
		l.Errorf(at, "not-readable", "the file %s cannot be read: %v", path, err)
	}
}

// nearFile is a file that does exist in the folder of path and is named much
// alike, or by the same name with another ending; "" when there is none.
func nearFile(path string) string {
	dir, name := filepath.Split(path)
	if dir == "" {
		dir = "."
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return ""
	}
	stem := strings.TrimSuffix(name, filepath.Ext(name))
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
		if strings.EqualFold(strings.TrimSuffix(e.Name(), filepath.Ext(e.Name())), stem) {
			return e.Name()
		}
	}
	return Suggest(name, names)
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// locked reports the errors by which Windows says that another program keeps
// a file to itself: ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION.
func locked(err error) bool {
	var errno syscall.Errno
	return runtime.GOOS == "windows" && errors.As(err, &errno) && (errno == 32 || errno == 33)
}
