package outdir

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// made are folders that were made, the outermost first.
type made []string

// mkdir makes a folder and remembers what it made.
func (m *made) mkdir(path string) error {
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return nil
	case err == nil:
		return fmt.Errorf("%s is a file, not a folder", path)
	case !errors.Is(err, fs.ErrNotExist):
		return explainFolder("use the folder", path, err)
	}
	if parent := filepath.Dir(path); parent != path {
		if err := m.mkdir(parent); err != nil {
			return err
		}
	}
	if err := os.Mkdir(path, 0o777); errors.Is(err, fs.ErrExist) {
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			return nil // another run made it
		}
		if info, err := os.Lstat(path); err == nil && info.Mode()&fs.ModeSymlink != 0 {
			return fmt.Errorf("cannot make the folder %s: a link of this name leads nowhere", path)
		}
		return m.mkdir(path) // another run made it and took it away again
	} else if err != nil {
		return explainFolder("make the folder", path, err)
	}
	*m = append(*m, path)
	return nil
}

// remove takes back the folders that are empty.
func (m *made) remove() {
	for i := len(*m) - 1; i >= 0; i-- {
		os.Remove((*m)[i]) // fails, as it should, where something else came into it
	}
	*m = nil
}
