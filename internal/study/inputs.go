package study

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"wogreport/internal/diag"
)

// Files reads the files of a study, each once: what one part of the program
// takes a checksum of is what another prints, whatever happens on the disk in
// between. It may be used by several goroutines. Names are as written in the
// study file; an error names the real path.
type Files struct {
	dir     string
	mu      sync.Mutex
	files   map[string]kept[[]byte] // by path
	folders map[string]kept[[]fs.DirEntry]
}

// kept is what the disk gave the first time.
type kept[T any] struct {
	value T
	err   error
}

// NewFiles are the files of a study in a folder.
func NewFiles(dir string) *Files {
	return &Files{dir: dir, files: map[string]kept[[]byte]{}, folders: map[string]kept[[]fs.DirEntry]{}}
}

// ReadFile is the contents of a file, which the caller must not change.
func (f *Files) ReadFile(name string) ([]byte, error) { return f.readFile(resolvePath(f.dir, name)) }

func (f *Files) readFile(path string) ([]byte, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return once(f.files, path, os.ReadFile)
}

// ReadDir lists a folder, sorted by name.
func (f *Files) ReadDir(name string) ([]fs.DirEntry, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return once(f.folders, resolvePath(f.dir, name), os.ReadDir)
}

func once[T any](known map[string]kept[T], path string, read func(string) (T, error)) (T, error) {
	key := filepath.Clean(path)
	a, ok := known[key]
	if !ok {
		a.value, a.err = read(path)
		known[key] = a
	}
	return a.value, a.err
}

// Input is a file that a study names, and the place that names it.
type Input struct {
	Name string // as written in the study file
	At   diag.Pos
}

// Inputs are the files that the words of a report come from: sections,
// templates, the logo; each once. The answers and what is known of cohorts are
// not among them.
func (s *Study) Inputs(files *Files) []Input {
	var out []Input
	add := func(name string, at diag.Pos) {
		if name != "" && !slices.ContainsFunc(out, func(i Input) bool { return i.Name == name }) {
			out = append(out, Input{name, at})
		}
	}
	for _, section := range studySections() {
		for _, l := range s.Languages {
			add(s.Sections[section][l], s.placeIn("sections."+section, l))
		}
	}
	if s.Templates != "" {
		entries, _ := files.ReadDir(s.Templates) // a folder that is not there is reported by Load
		for _, e := range entries {
			if !e.IsDir() && IsWords(e.Name()) {
				add(filepath.ToSlash(filepath.Join(s.Templates, e.Name())), s.At("templates"))
			}
		}
	}
	add(s.Layout.Logo.File, s.At("layout.logo"))
	return out
}

// IsWords reports whether a file of a folder of templates is named like one of
// words: a template (.md) or a catalogue of terms (terms.en.txt).
func IsWords(name string) bool {
	return filepath.Ext(name) == ".md" || strings.HasPrefix(name, "terms.") && filepath.Ext(name) == ".txt"
}
