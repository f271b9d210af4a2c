package words

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"text/template/parse"

	"wogreport/internal/diag"
	"wogreport/internal/lang"
	"wogreport/internal/markdown"
	"wogreport/templates"
)

// Cut into blocks, each built-in file gives the same templates as parsed whole,
// at the same places.
func TestLibrary(t *testing.T) {
	files := 0
	for _, name := range Files() {
		if name == "README.md" || !strings.HasSuffix(name, ".md") {
			continue
		}
		files++
		text, err := fs.ReadFile(templates.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		whole := map[string]*parse.Tree{}
		file := parse.New(name)
		file.Mode = parse.SkipFuncCheck
		if _, err := file.Parse(string(text), "", "", whole); err != nil {
			t.Fatal(err)
		}
		blocks := map[string]bool{}
		for _, b := range cutBlocks(name, string(text)) {
			blocks[b.name] = true
			tree, err := b.parsed()
			if err != nil {
				t.Fatalf("%s: %v", b.name, err)
			}
			want := whole[b.name]
			if want == nil && b.name == name { // without a text of its own
				continue
			}
			if want == nil {
				t.Errorf("%s has no block %q", name, b.name)
				continue
			}
			askBefore(want.Root)
			squeeze := func(s string) string { return strings.Join(strings.Fields(markdown.Unmarked(s)), " ") }
			if got, want := squeeze(tree.Root.String()), squeeze(want.Root.String()); got != want {
				t.Errorf("%s: the block %q is\n%s\nwant\n%s", name, b.name, got, want)
			}
			if len(tree.Root.Nodes) > 0 {
				last := tree.Root.Nodes[len(tree.Root.Nodes)-1]
				got, _ := tree.ErrorContext(last)
				other, _ := want.ErrorContext(want.Root.Nodes[len(want.Root.Nodes)-1])
				if b.name != name && got != other {
					t.Errorf("%s: the block %q ends at %s, want %s", name, b.name, got, other)
				}
			}
		}
		for block := range whole {
			if !blocks[block] {
				t.Errorf("%s: the block %q is not found", name, block)
			}
		}
	}
	if files < 8 {
		t.Errorf("only %d files", files)
	}
}

// Every block that a built-in template calls exists, whichever report is made.
func TestBlocksExist(t *testing.T) {
	for _, l := range lang.All {
		for _, kind := range []string{"article", "evaluation", "comparison"} {
			lib, err := libraryOf(folderOf(l), libraryFiles(kind, l))
			if err != nil {
				t.Fatal(err)
			}
			for _, b := range lib.blocks {
				tree, err := b.parsed()
				if err != nil {
					t.Fatalf("%s: %v", b.name, err)
				}
				for _, n := range called(tree.Root, nil) {
					if lib.blocks[n] == nil && !builtinTerms(l).has(n) && !(b.file == "results."+string(l)+".md" && kind == "comparison") {
						t.Errorf("%s of %s calls %q, which does not exist", b.name, b.file, n)
					}
				}
			}
		}
	}
}

// A block in a branch that a document does not take is not parsed.
func TestOnlyCalledBlocksAreParsed(t *testing.T) {
	lib := &library{blocks: map[string]*block{}}
	for _, b := range cutBlocks("a.md", `{{define "top"}}{{if .}}{{template "left" 1}}{{else}}{{template "right" 2}}{{end}}{{end}}`+
		`{{define "left"}}left {{.}}{{end}}{{define "right"}}right {{template "deep" .}}{{end}}{{define "deep"}}{{.}}{{end}}`) {
		lib.blocks[b.name] = b
	}
	for _, c := range []struct {
		data   bool
		want   string
		parsed []string
	}{
		{true, "left 1", []string{"left", "top"}},
		{false, "right 2", []string{"deep", "left", "right", "top"}},
	} {
		var ds diag.List
		w := Load(Options{Kind: "article", Language: lang.EN}, &ds)
		w.library = lib
		if got, ok := w.Execute("top", c.data); !ok || got != c.want {
			t.Errorf("the block gives %q, want %q: %v", got, c.want, ds)
		}
		var parsed []string
		for name, b := range lib.blocks {
			if b.tree != nil {
				parsed = append(parsed, name)
			}
		}
		slices.Sort(parsed)
		if !slices.Equal(parsed, c.parsed) {
			t.Errorf("parsed are %q, want %q", parsed, c.parsed)
		}
	}
}
