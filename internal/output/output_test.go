package output

import (
	"slices"
	"strings"
	"testing"
)

// TestFormats: names and files differ, or one output would replace another.
func TestFormats(t *testing.T) {
	names, files := map[string]bool{}, map[string]bool{}
	for _, f := range Formats {
		file := f.File("x")
		if names[f.Name] || files[file] {
			t.Errorf("%s or its file %s is there twice", f.Name, file)
		}
		names[f.Name], files[file] = true, true
		if f.PerFigure != strings.HasPrefix(file, "figures/") {
			t.Errorf("%s: figures, and only these, are in the folder figures, not %s", f.Name, file)
		}
		if got, ok := Find(f.Name); !ok || got != f {
			t.Errorf("Find(%q) = %v, %v", f.Name, got, ok)
		}
	}
	if _, ok := Find("PDF"); ok {
		t.Error("there is a PDF in capitals")
	}
	if d := Defaults(); len(d) == 0 || len(d) == len(Formats) {
		t.Errorf("without being asked for, %v are written", d)
	}
}

func TestIndexed(t *testing.T) {
	for _, c := range []struct {
		formats []string
		want    string
	}{
		{[]string{"json", "xlsx", "pdf"}, "a.pdf"},
		{[]string{"json", "xlsx", "png"}, "a.xlsx"},
		{[]string{"json", "xlsx", "docx"}, "a.docx"},
		{[]string{"json", "svg"}, "results.json"},
		{nil, "results.json"},
	} {
		if got := Indexed(c.formats, "a"); got != c.want {
			t.Errorf("Indexed(%v) = %s, want %s", c.formats, got, c.want)
		}
	}
}

func TestReserved(t *testing.T) {
	want := []string{"a.pdf", "a.docx", "results.json", "figures", "a.xlsx", "index.html", "index.pdf", "index.docx", "index.json", "index.xlsx"}
	if got := Reserved("a", "index"); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
