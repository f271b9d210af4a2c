package web

import (
	"bytes"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"wogreport/internal/infile"
	"wogreport/internal/sheet"
)

// folder is a folder of the disk behind the files in memory, of which it keeps one: the
// study file, or answers without one.
type folder struct {
	fs.FS
	mu    sync.Mutex
	asked map[string]bool // names of files that somebody wanted
	name  string
	disk  []byte // the file as it was last read
}

// maxOpened is how large the file that is opened may be, in bytes.
const maxOpened = 512 << 20

// Folder is a session of the files of a folder, with one open: a study file, or answers.
// Where name is "", it is the study file of the folder, or else its only file of answers.
// Nothing is written to the folder, and nothing outside it is read.
func Folder(files fs.FS, name string) (*Session, error) {
	s := &Session{files: memory{}, folder: &folder{FS: files, asked: map[string]bool{}}}
	if name == "" {
		var err error
		if name, err = theFile(files); err != nil {
			return nil, err
		}
	}
	s.folder.name = name
	return s, s.refresh()
}

// theFile is the file of a folder that is meant where none is named.
func theFile(files fs.FS) (string, error) {
	entries, err := fs.ReadDir(files, ".")
	if err != nil {
		return "", err
	}
	var names, answers []string
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") || strings.HasPrefix(e.Name(), "~$") || e.IsDir() {
			continue
		}
		names = append(names, e.Name())
		if sheet.Named(e.Name()) {
			answers = append(answers, e.Name())
		}
	}
	if study := studyFile(names); study != "" {
		return study, nil
	}
	switch len(answers) {
	case 0:
		return "", errors.New("the folder has neither a study file nor a file of answers")
	case 1:
		return answers[0], nil
	}
	return "", errors.New("the folder has no study file and several files that may hold answers: name the one that is meant")
}

// refresh reads the opened file again. What the page changed in the meantime gives way
// only to another change on the disk.
func (s *Session) refresh() error {
	f := s.folder
	data, err := infile.Read(f.name, infile.Options{Limit: maxOpened, FS: f})
	if err != nil || f.disk != nil && bytes.Equal(data, f.disk) {
		return err
	}
	f.disk = data
	s.files.put(f.name, data)
	if ext := strings.ToLower(path.Ext(f.name)); ext == ".yaml" || ext == ".yml" {
		s.study = f.name
	}
	return nil
}

// Open opens a file of the folder, and notes that it was wanted.
func (f *folder) Open(name string) (fs.File, error) {
	f.note(name)
	return f.FS.Open(name)
}

// Stat is as of fs.StatFS: a pipe is not opened in order to be looked at.
func (f *folder) Stat(name string) (fs.FileInfo, error) {
	f.note(name)
	return fs.Stat(f.FS, name)
}

func (f *folder) note(name string) {
	f.mu.Lock()
	f.asked[name] = true
	f.mu.Unlock()
}

// Wanted are the names of the folder's files and folders that were asked for so far,
// those that are missing too, sorted.
func (s *Session) Wanted() []string {
	if s.folder == nil {
		return nil
	}
	s.folder.mu.Lock()
	defer s.folder.mu.Unlock()
	var out []string
	for name := range s.folder.asked {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}

// over is files in memory over those of a folder.
type over struct {
	memory
	under fs.FS
}

func (o over) Open(name string) (fs.File, error) {
	if _, ok := o.get(name); ok {
		return o.memory.Open(name)
	}
	return o.under.Open(name)
}

func (o over) Stat(name string) (fs.FileInfo, error) {
	if data, ok := o.get(name); ok {
		return info{path.Base(name), int64(len(data)), false}, nil
	}
	return fs.Stat(o.under, name)
}
