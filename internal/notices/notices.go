// Command notices writes THIRD_PARTY_NOTICES: the licenses of every module,
// font and table that a released program holds. Run it in the root of the
// project when a dependency changes:
//
//	go run ./internal/notices > THIRD_PARTY_NOTICES
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	if err := write(os.Stdout, "."); err != nil {
		fmt.Fprintln(os.Stderr, "notices:", err)
		os.Exit(1)
	}
}

// targets are the systems that the program is released for; they link different
// modules.
var targets = []string{"linux/amd64", "windows/amd64", "darwin/arm64", "js/wasm"}

// own are the notices of what the project itself holds of others.
var own = []struct{ what, file string }{
	{"Liberation fonts, cut to the letters of common reports (internal/pdf/fonts)", "internal/pdf/fonts/OFL.txt"},
	{"Adobe Glyph List (internal/pdfcheck/fontfile/data/glyphlist.txt)", "internal/pdfcheck/fontfile/data/LICENSE-glyphlist.txt"},
	{"Hyphenation patterns for American English (internal/hyphen/hyph-en-us.tex)", "internal/hyphen/hyph-en-us.tex"},
}

// goPackage is a linked package as go list tells it.
type goPackage struct {
	Dir      string
	Standard bool
	Module   *struct {
		Path, Version, Dir string
		Main               bool
	}
}

// write writes the notices of the project in the folder root.
func write(w io.Writer, root string) error {
	modules := map[string]map[string]bool{} // license files by module
	dirs := map[string]string{}
	for _, target := range targets {
		packages, err := linked(root, target)
		if err != nil {
			return err
		}
		for _, p := range packages {
			if p.Standard || p.Module == nil || p.Module.Main {
				continue
			}
			name := p.Module.Path + " " + p.Module.Version
			dirs[name] = p.Module.Dir
			if modules[name] == nil {
				modules[name] = map[string]bool{}
			}
			// A package may have a license beside that of its module, as fonts do.
			for dir := p.Dir; len(dir) >= len(p.Module.Dir); dir = filepath.Dir(dir) {
				for _, f := range licenses(dir) {
					modules[name][f] = true
				}
			}
		}
	}
	fmt.Fprintln(w, "wogreport holds the works of others that are named here, each with its license.")
	fmt.Fprintln(w, "This file is made by  go run ./internal/notices")
	goRoot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return fmt.Errorf("go env: %w", err)
	}
	text, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(goRoot)), "LICENSE"))
	if err != nil {
		return err
	}
	section(w, "Go, its runtime and standard library", "LICENSE", text)
	for _, name := range slices.Sorted(maps.Keys(modules)) {
		files := slices.Sorted(maps.Keys(modules[name]))
		if len(files) == 0 {
			return fmt.Errorf("%s has no license file", name)
		}
		for _, f := range files {
			text, err := os.ReadFile(f)
			if err != nil {
				return err
			}
			rel, err := filepath.Rel(dirs[name], f)
			if err != nil {
				return err
			}
			section(w, name, filepath.ToSlash(rel), text)
		}
	}
	for _, o := range own {
		text, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(o.file)))
		if err != nil {
			return err
		}
		if strings.HasSuffix(o.file, ".tex") {
			text = comment(text)
		}
		section(w, o.what, o.file, text)
	}
	return nil
}

// linked are the packages that the program for a target consists of.
func linked(root, target string) ([]goPackage, error) {
	system, processor, _ := strings.Cut(target, "/")
	cmd := exec.Command("go", "list", "-deps", "-json=Dir,Standard,Module", "./cmd/wogreport")
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOOS="+system, "GOARCH="+processor, "CGO_ENABLED=0")
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list for %s: %w", target, err)
	}
	var all []goPackage
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p goPackage
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return all, nil
		} else if err != nil {
			return nil, err
		}
		all = append(all, p)
	}
}

// isLicense reports whether a file is named like a license or a notice.
func isLicense(name string) bool {
	stem, _, _ := strings.Cut(strings.ToUpper(name), ".")
	stem, _, _ = strings.Cut(stem, "-")
	return slices.Contains([]string{"LICENSE", "LICENCE", "COPYING", "NOTICE", "PATENTS", "OFL"}, stem)
}

// licenses are the license files of a folder, and of its folder of such.
func licenses(dir string) []string {
	var out []string
	for _, d := range []string{dir, filepath.Join(dir, "licenses"), filepath.Join(dir, "LICENSES")} {
		entries, err := os.ReadDir(d)
		if err != nil {
			continue
		}
		for _, e := range entries {
			if !e.IsDir() && !strings.HasSuffix(e.Name(), ".go") && (isLicense(e.Name()) || d != dir) {
				out = append(out, filepath.Join(d, e.Name()))
			}
		}
	}
	return out
}

// comment is the comment at the start of a TeX file.
func comment(text []byte) []byte {
	var out bytes.Buffer
	for line := range bytes.Lines(text) {
		if !bytes.HasPrefix(line, []byte{'%'}) {
			break
		}
		out.Write(bytes.TrimPrefix(bytes.TrimPrefix(line, []byte{'%'}), []byte{' '}))
	}
	return out.Bytes()
}

func section(w io.Writer, what, file string, text []byte) {
	text = bytes.ReplaceAll(text, []byte("\r\n"), []byte{'\n'})
	fmt.Fprintf(w, "\n%s\n%s\n(%s)\n\n%s\n", strings.Repeat("=", 80), what, file, bytes.TrimSpace(text))
}
