// Package web owns the page that does the program's work in a browser: its files as
// they are written (page), and the program as WebAssembly (wasm), which
// release/build.sh makes and a build with the tag wogpage holds. Files is the one way
// in. It knows nothing of what the program does.
package web

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"io/fs"
	"path"
	"strings"
)

//go:embed page
var page embed.FS

// ErrNoProgram is why a build without the tag wogpage has no page to give.
var ErrNoProgram = errors.New("this build of the program does not hold the page: it was made without the program as WebAssembly")

// File is a file of the page.
type File struct {
	Name string
	Data []byte
}

// Files are those of the whole page, for a host of files.
func Files() ([]File, error) {
	if program == nil {
		return nil, ErrNoProgram
	}
	var out []File
	for _, f := range []fs.FS{page, program} {
		err := fs.WalkDir(f, ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := fs.ReadFile(f, name)
			if path.Base(name) == "index.html" {
				data = marked(data, "viewer", "pdf.js")
			}
			out = append(out, File{path.Base(name), data})
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return versioned(out), nil
}

// Served are the page's files by their names for the program itself to serve, which does
// the work then: the page speaks to it rather than to a worker. home is "served", or
// "watched" where the page is told of changes. pdf.js is among them where the program has it.
func Served(home string) map[string][]byte {
	entries, err := page.ReadDir("page")
	out := map[string][]byte{}
	for _, e := range entries {
		if out[e.Name()], err = page.ReadFile("page/" + e.Name()); err != nil {
			break
		}
	}
	if err != nil {
		panic(err) // they are part of the program
	}
	out["index.html"] = marked(out["index.html"], "home", home)
	if program == nil {
		return out
	}
	for _, name := range viewer {
		if out[name], err = fs.ReadFile(program, "program/"+name); err != nil {
			panic(err)
		}
	}
	out["index.html"] = marked(out["index.html"], "viewer", "pdf.js")
	return out
}

// viewer are the files of pdf.js, which draws pages where the browser does not.
var viewer = []string{"pdf.min.js", "pdf.worker.min.js"}

// marked tells the page something about itself.
func marked(page []byte, key, value string) []byte {
	return bytes.Replace(page, []byte("<html "), []byte("<html data-"+key+"=\""+value+"\" "), 1)
}

// worker keeps the page for use without a network.
const worker = "sw.js"

// versioned tells the service worker what it keeps, and a name for it that changes
// with the files.
func versioned(files []File) []File {
	sum := sha256.New()
	var names []string
	own := -1
	for i, f := range files {
		if f.Name == worker {
			own = i
			continue
		}
		names = append(names, f.Name)
		sum.Write([]byte(f.Name + "\x00"))
		sum.Write(f.Data)
	}
	text := strings.NewReplacer("@VERSION@", hex.EncodeToString(sum.Sum(nil))[:16], "@FILES@", strings.Join(names, " ")).Replace(string(files[own].Data))
	files[own].Data = []byte(text)
	return files
}
