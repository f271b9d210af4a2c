package infile

import (
	"errors"
	"io/fs"
	"path"
	"path/filepath"
	"strings"

	"wogreport/internal/diag"
)

// name is a path's name in the file system.
func (opt Options) name(p string) (string, error) {
	name := path.Clean(filepath.ToSlash(p))
	if !fs.ValidPath(name) {
		return "", &diag.FileError{Code: "outside", Message: p + " is outside the study's folder", Hint: "give the file together with the study file, and name it without its folder"}
	}
	return name, nil
}

func (opt Options) openIn(p string) (fs.File, error) {
	name, err := opt.name(p)
	if err != nil {
		return nil, err
	}
	f, err := opt.FS.Open(name)
	return f, opt.explain(p, err)
}

func (opt Options) statIn(p string) (fs.FileInfo, error) {
	name, err := opt.name(p)
	if err != nil {
		return nil, err
	}
	info, err := fs.Stat(opt.FS, name)
	return info, opt.explain(p, err)
}

func (opt Options) listed(p string) ([]fs.DirEntry, error) {
	name, err := opt.name(p)
	if err != nil {
		return nil, err
	}
	entries, err := fs.ReadDir(opt.FS, name)
	return entries, opt.explain(p, err)
}

// explain says of a missing file what was probably meant, as diag does for the disk's.
func (opt Options) explain(p string, err error) error {
	if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	dir, base := path.Split(path.Clean(filepath.ToSlash(p)))
	e := &diag.FileError{Code: "not-found", Message: "the file " + p + " is not among the files that were given", Hint: "give it together with the study file"}
	entries, _ := fs.ReadDir(opt.FS, path.Clean(dir))
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
		if strings.EqualFold(stem(entry.Name()), stem(base)) {
			e.Hint = "did you mean " + entry.Name() + "?"
			return e
		}
	}
	if near := diag.Suggest(base, names); near != "" {
		e.Hint = "did you mean " + near + "?"
	}
	return e
}

func stem(name string) string { return strings.TrimSuffix(name, path.Ext(name)) }
