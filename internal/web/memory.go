package web

import (
	"bytes"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"time"
)

// memory is a file system of files by their names. A file that a study names in a
// folder is also found by its bare name where just one has it: files that were
// dropped come without their folders.
type memory map[string][]byte

// put adds a file or replaces it. Names that lead out of the folder lose what does.
func (m memory) put(name string, data []byte) {
	name = strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/")
	if name != "" {
		m[name] = data
	}
}

// drop takes a file away.
func (m memory) drop(name string) { delete(m, name) }

func (m memory) get(name string) ([]byte, bool) {
	data, ok := m[name]
	return data, ok
}

// names are all names, sorted.
func (m memory) names() []string { return slices.Sorted(maps.Keys(m)) }

// Open opens a file or lists a folder.
func (m memory) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	if data, ok := m[name]; ok {
		return &openFile{info: info{path.Base(name), int64(len(data)), false}, Reader: bytes.NewReader(data)}, nil
	}
	if entries := m.list(name); entries != nil || name == "." {
		return &openFolder{info: info{path.Base(name), 0, true}, entries: entries}, nil
	}
	if full, ok := m.bare(path.Base(name)); ok {
		return m.Open(full)
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// bare is the file at the root with a base name, where no other has it.
func (m memory) bare(base string) (string, bool) {
	n := 0
	for name := range m {
		if path.Base(name) == base {
			n++
		}
	}
	_, ok := m[base]
	return base, ok && n == 1
}

// list is what a folder holds, sorted; nil for none.
func (m memory) list(folder string) (out []fs.DirEntry) {
	prefix := folder + "/"
	if folder == "." {
		prefix = ""
	}
	seen := map[string]bool{}
	for _, name := range m.names() {
		rest, ok := strings.CutPrefix(name, prefix)
		if !ok {
			continue
		}
		first, _, isFolder := strings.Cut(rest, "/")
		if !seen[first] {
			seen[first] = true
			out = append(out, fs.FileInfoToDirEntry(info{first, int64(len(m[name])), isFolder}))
		}
	}
	slices.SortFunc(out, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return out
}

type info struct {
	name   string
	size   int64
	folder bool
}

func (i info) Name() string       { return i.name }
func (i info) Size() int64        { return i.size }
func (i info) ModTime() time.Time { return time.Time{} }
func (i info) IsDir() bool        { return i.folder }
func (i info) Sys() any           { return nil }
func (i info) Mode() fs.FileMode {
	if i.folder {
		return fs.ModeDir | 0o555
	}
	return 0o444
}

type openFile struct {
	info
	*bytes.Reader
}

func (f *openFile) Size() int64                { return f.info.size }
func (f *openFile) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *openFile) Close() error               { return nil }

type openFolder struct {
	info
	entries []fs.DirEntry
}

func (f *openFolder) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *openFolder) Close() error               { return nil }
func (f *openFolder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: f.name, Err: fs.ErrInvalid}
}

func (f *openFolder) ReadDir(n int) ([]fs.DirEntry, error) {
	if n <= 0 {
		all := f.entries
		f.entries = nil
		return all, nil
	}
	if len(f.entries) == 0 {
		return nil, io.EOF
	}
	n = min(n, len(f.entries))
	some := f.entries[:n]
	f.entries = f.entries[n:]
	return some, nil
}
