package study

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"wogreport/internal/diag"
	"wogreport/internal/infile"
	"wogreport/internal/limits"
)

// Access says what may be read of the files that a study names.
type Access struct {
	Limits    limits.Limits
	Contained bool // only what is in the study's folder
	// FS holds the files, in place of the disk: paths start at its root.
	FS fs.FS
	// Kept keeps what was made of workbooks between one reading of the study and the next.
	Kept *infile.Kept
}

// The limits of a file's size in bytes.
const (
	maxFile  = 16 << 20  // of the study, a text or a picture
	maxTable = 512 << 20 // of answers or cohorts
)

// Files reads the files of a study, each once: what one part of the program
// takes a checksum of is what another prints, whatever happens on the disk in
// between. It may be used by several goroutines. Names are as written in the
// study file; an error names the real path.
type Files struct {
	Access  // set before the first is read
	dir     string
	mu      sync.Mutex
	files   map[string]kept[[]byte] // by path
	folders map[string]kept[[]fs.DirEntry]
	summing bool
	sums    map[string]string // of tables, by path
}

// kept is what the disk gave the first time.
type kept[T any] struct {
	value T
	err   error
}

// NewFiles are the files of a study in a folder.
func NewFiles(dir string) *Files { return OpenFiles(dir, Access{}) }

// OpenFiles are those of a study that is read with other limits or from elsewhere.
func OpenFiles(dir string, access Access) *Files {
	return &Files{Access: access, dir: dir, files: map[string]kept[[]byte]{}, folders: map[string]kept[[]fs.DirEntry]{}, sums: map[string]string{}}
}

// Allowed is how much what the files hold may cost.
func (f *Files) Allowed() limits.Limits { return f.Limits }

// options of reading a file.
func (f *Files) options(limit int64) infile.Options {
	opt := infile.Options{Limit: f.Limits.Of(limit), FS: f.FS, Kept: f.Kept}
	if f.Contained {
		opt.Within = f.dir
	}
	return opt
}

// ReadFile is the contents of a file, which the caller must not change.
func (f *Files) ReadFile(name string) ([]byte, error) { return f.readFile(resolvePath(f.dir, name)) }

func (f *Files) readFile(path string) ([]byte, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return once(f.files, path, func(path string) ([]byte, error) { return infile.Read(path, f.options(maxFile)) })
}

// Sum keeps checksums of the tables that are read from now on.
func (f *Files) Sum() { f.summing = true }

// OpenTable opens a file of answers or cohorts, by its path. What is read is not
// kept, since it may be large; its checksum is, once all of it was read.
func (f *Files) OpenTable(path string) (*infile.File, error) {
	table, err := infile.Open(path, f.options(maxTable))
	if err == nil && f.summing {
		sum := sha256.New()
		table.Took = func(data []byte) { sum.Write(data) }
		table.AtEnd = func() {
			f.mu.Lock()
			defer f.mu.Unlock()
			f.sums[filepath.Clean(path)] = hex.EncodeToString(sum.Sum(nil))
		}
	}
	return table, err
}

// TableSum is the SHA-256 of a table that was read, in hexadecimal digits.
func (f *Files) TableSum(path string) (string, bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	sum, ok := f.sums[filepath.Clean(path)]
	return sum, ok
}

// ReadDir lists a folder, sorted by name.
func (f *Files) ReadDir(name string) ([]fs.DirEntry, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return once(f.folders, resolvePath(f.dir, name), func(path string) ([]fs.DirEntry, error) { return infile.ReadDir(path, f.options(0)) })
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
// templates, the logo, the Word template; each once. The answers and what is known of cohorts are
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
			if _, own := OwnText(s.Sections[section][l]); !own {
				add(s.Sections[section][l], s.PlaceIn("sections."+section, l))
			}
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
	add(s.Docx.Reference, s.At("docx.reference"))
	return out
}

// Outside are the files and folders that a study names and that are not in its
// own folder, or are there by a link only.
func (s *Study) Outside(files *Files) []Input {
	all := s.Inputs(files)
	if s.Templates != "" {
		all = append(all, Input{s.Templates, s.At("templates")})
	}
	if s.CohortFile != "" {
		all = append(all, Input{s.CohortFile, s.At("cohorts")})
	}
	for i, name := range s.Responses.Files {
		all = append(all, Input{name, s.FileAt(i)})
	}
	return slices.DeleteFunc(all, func(i Input) bool { return !infile.Outside(s.Dir, s.Path(i.Name)) })
}

// IsWords reports whether a file of a folder of templates is named like one of
// words: a template (.md) or a catalogue of terms (terms.en.txt).
func IsWords(name string) bool {
	return filepath.Ext(name) == ".md" || strings.HasPrefix(name, "terms.") && filepath.Ext(name) == ".txt"
}
