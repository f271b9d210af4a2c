package report

import (
	"io/fs"
	"strings"
	"testing"
	"text/template"

	"wogreport/internal/lang"
	"wogreport/templates"
)

// Cut into blocks, each built-in file gives the same templates as parsed whole,
// at the same places.
func TestLibrary(t *testing.T) {
	files := 0
	for _, name := range Files() {
		if name == "README.md" {
			continue
		}
		files++
		text, err := fs.ReadFile(templates.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		var w words
		whole, err := template.New(name).Funcs(functions{lang.ID, &w}.table()).Parse(string(text))
		if err != nil {
			t.Fatal(err)
		}
		blocks := map[string]bool{}
		for _, b := range cutBlocks(name, string(text)) {
			blocks[b.name] = true
			tree, _, err := b.parsed()
			if err != nil {
				t.Fatalf("%s: %v", b.name, err)
			}
			want := whole.Lookup(b.name)
			if want == nil {
				t.Errorf("%s has no block %q", name, b.name)
				continue
			}
			squeeze := func(s string) string { return strings.Join(strings.Fields(s), " ") }
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
		for _, tm := range whole.Templates() {
			if !blocks[tm.Name()] {
				t.Errorf("%s: the block %q is not found", name, tm.Name())
			}
		}
	}
	if files < 10 {
		t.Errorf("only %d files", files)
	}
}

// Every block that a built-in template calls exists, whichever report is made.
func TestBlocksExist(t *testing.T) {
	for _, l := range lang.All {
		for _, kind := range []string{"article", "evaluation", "comparison"} {
			lib, err := libraryOf([]string{"words." + string(l) + ".md", "results." + string(l) + ".md", kind + "." + string(l) + ".md"})
			if err != nil {
				t.Fatal(err)
			}
			for _, b := range lib.blocks {
				_, needs, err := b.parsed()
				if err != nil {
					t.Errorf("%s: %v", b.name, err)
				}
				for _, n := range needs {
					if lib.blocks[n] == nil && !(b.file == "results."+string(l)+".md" && kind == "comparison") {
						t.Errorf("%s of %s calls %q, which does not exist", b.name, b.file, n)
					}
				}
			}
		}
	}
}
