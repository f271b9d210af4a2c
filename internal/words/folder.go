package words

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"text/template/parse"

	"wogreport/internal/diag"
)

// checkBlocks looks at the blocks of a file of the study's own. One that a later
// file of the built-in ones has anew is that file's affair: it stays as it is there.
// One that nothing calls is a mistake.
func (w *Words) checkBlocks(file string) {
	s := w.src[file]
	own, called := blocksOf(file, s.Text)
	builtin, _ := w.builtinFile(file)
	before, _ := blocksOf(file, builtin.Text)
	for _, name := range slices.Sorted(maps.Keys(own)) {
		warn := func(code, format string, args ...any) {
			at, _, _ := strings.Cut(s.Text, `"`+name+`"`)
			w.diags.Warnf(diag.Pos{File: s.File, Line: 1 + strings.Count(at, "\n")}, code, format, args...)
		}
		b := w.builtin(name)
		switch {
		case name == file:
		case b == nil && !called[name] && !builtinTerms(w.lang).has(name):
			warn("unknown-block", "no block has the name %q, so it is not used", name)
			if s := diag.Suggest(name, append(Keys(w.lang), slices.Collect(maps.Keys(w.library.blocks))...)); s != "" {
				w.diags.Hintf("did you mean %s?", s)
			}
		case b != nil && slices.Index(w.files, b.file) > slices.Index(w.files, file):
			if tree, err := b.parsed(); err == nil {
				_, err = w.tmpl.AddParseTree(name, tree)
				if err != nil {
					w.report(err)
				}
			}
			if before[name] == nil || before[name].Root.String() != own[name].Root.String() {
				warn("unused-block", "this kind of report has its own block %q, so the one here is not used", name)
				w.diags.Hintf("replace the block in a file %s of your own", b.file)
			}
		}
	}
}

// blocksOf are the trees of a file's blocks, and which names its text calls.
func blocksOf(file, text string) (trees map[string]*parse.Tree, calls map[string]bool) {
	t := parse.New(file)
	t.Mode = parse.SkipFuncCheck
	trees, calls = map[string]*parse.Tree{}, map[string]bool{}
	if _, err := t.Parse(text, "", "", trees); err != nil { // text/template has said so
		return nil, nil
	}
	for _, t := range trees {
		for _, name := range called(t.Root, nil) {
			calls[name] = true
		}
	}
	return trees, calls
}

// CheckFolder warns of files of an author's folder that replace nothing.
func CheckFolder(folder string, names []string, ds *diag.List) {
	known := Files()
	for _, name := range names {
		if slices.Contains(known, name) {
			continue
		}
		ds.Warnf(diag.Pos{File: filepath.Join(folder, name)}, "unknown-template", "no template has this name, so the file is not used")
		if s := diag.Suggest(name, known); s != "" {
			ds.Hintf("did you mean %s?", s)
		} else {
			ds.Hintf("the names are %s", strings.Join(slices.DeleteFunc(known, func(s string) bool { return s == "README.md" }), ", "))
		}
	}
}
