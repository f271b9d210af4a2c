package report

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wogreport/internal/document"
	"wogreport/internal/document/doctest"
	"wogreport/internal/lang"
	"wogreport/internal/study"
)

// The footnotes of several sections are numbered through, whatever their
// labels; a note that nothing refers to is left out.
func TestFootnotes(t *testing.T) {
	dir := t.TempDir()
	section := func(name, text string) lang.Text {
		file := filepath.Join(dir, name+".md")
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return lang.Text{lang.EN: file}
	}
	st, res := load(t, func(st *study.Study) {
		st.Languages = []lang.Tag{lang.EN}
		st.Sections = map[string]lang.Text{
			"introduction": section("introduction", "First[^1][^x] and second, the first again[^1].\n\n[^x]: Of *x*, see [](#table:validity).\n[^1]: Of the\n    first.\n[^idle]: Of nothing.\n"),
			"literature":   section("literature", "Third[^1], not \\[^2].\n\n[^1]: Of {{int .N}} people [@rahmadi2017].\n"),
		}
	})
	doc, _, ds := Compose(st, res, testOptions)
	if len(ds) != 1 || ds[0].Code != "footnote-unused" || ds[0].Pos.Line != 6 || !strings.Contains(ds[0].Message, `"idle"`) {
		t.Errorf("the problems are %v", ds)
	}
	var got []string
	for _, n := range doc.Footnotes {
		got = append(got, n.ID+" "+n.Number+" "+doctest.Mark(n.Text))
	}
	want := []string{"footnote:1 1 Of the first.", "footnote:2 2 Of *x*, see ", "footnote:3 3 Of 65 people "}
	if len(got) != len(want) {
		t.Fatalf("footnotes %q", got)
	}
	for i := range want {
		if !strings.HasPrefix(got[i], want[i]) {
			t.Errorf("footnote %q, want %q", got[i], want[i])
		}
	}
	text := doctest.Dump(doc)
	for _, s := range []string{"First", "not [^2]"} {
		if !strings.Contains(text, s) {
			t.Errorf("%q is not in the document", s)
		}
	}
	if strings.Contains(text, "Of nothing") || strings.Contains(text, "introduction-") {
		t.Error("the document shows an idle note or a label")
	}
	marks := 0
	each(doc.Blocks, func(spans []document.Span) {
		for _, s := range spans {
			if s.Link == "#footnote:1" {
				marks++
				if s.Text != "1" || s.Style != document.Superscript {
					t.Errorf("a mark is %+v", s)
				}
			}
		}
	})
	if marks != 2 {
		t.Errorf("%d marks of the first note", marks)
	}
}

// A mark without a note stays as it was written, with a warning of its place.
func TestMissingFootnote(t *testing.T) {
	file := filepath.Join(t.TempDir(), "s.md")
	if err := os.WriteFile(file, []byte("One[^a].\n\nTwo[^b], `x[^c]`.\n\n[^a]: Note.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	st, res := load(t, func(st *study.Study) {
		st.Languages = []lang.Tag{lang.EN}
		st.Sections = map[string]lang.Text{"introduction": {lang.EN: file}}
	})
	doc, _, ds := Compose(st, res, Options{})
	text := doctest.Dump(doc)
	if !strings.Contains(text, "Two[^b]") || len(doc.Footnotes) != 1 {
		t.Errorf("the document has %d notes and says\n%s", len(doc.Footnotes), text)
	}
	if len(ds) == 0 || ds[0].Code != "unknown-footnote" || ds[0].Pos.Line != 3 || !strings.Contains(ds[0].Message, `"b"`) {
		t.Errorf("the problems are %v", ds)
	}
}

// Of two footnotes with one label the first is shown, and the author told.
func TestFootnoteTwice(t *testing.T) {
	file := filepath.Join(t.TempDir(), "s.md")
	if err := os.WriteFile(file, []byte("One[^a] and again[^a].\n\n[^a]: First.\n[^a]: Second.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	st, res := load(t, func(st *study.Study) {
		st.Languages = []lang.Tag{lang.EN}
		st.Sections = map[string]lang.Text{"introduction": {lang.EN: file}}
	})
	doc, _, ds := Compose(st, res, testOptions)
	if len(ds) != 1 || ds[0].Code != "footnote-twice" {
		t.Errorf("the problems are %v", ds)
	}
	if len(doc.Footnotes) != 1 || document.Plain(doc.Footnotes[0].Text) != "First." {
		t.Errorf("the footnotes are %+v", doc.Footnotes)
	}
}
