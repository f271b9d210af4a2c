package study

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// TestReadmeLayout: the table of README.md has every key of layout and its values.
func TestReadmeLayout(t *testing.T) {
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, ok := strings.Cut(string(text), "- `layout:` sets the page:\n")
	table, _, end := strings.Cut(table, "\n- ")
	if !ok || !end {
		t.Fatal("README.md has no table of layout")
	}
	spec := Format()
	layout := spec.Keys[slices.IndexFunc(spec.Keys, func(k KeySpec) bool { return k.Name == "layout" })].Spec
	for _, k := range layout.Keys {
		if !strings.Contains(table, "`"+k.Name+"`") {
			t.Errorf("the table lacks %s", k.Name)
		}
		for _, v := range k.Spec.Enum {
			if !strings.Contains(table, v) {
				t.Errorf("the table lacks the value %s of %s", v, k.Name)
			}
		}
	}
}
