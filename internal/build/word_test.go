package build

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"wogreport/internal/diag"
	"wogreport/internal/docx"
	"wogreport/internal/docx/docxtest"
	"wogreport/internal/study"
)

// templated is the agency's study with more lines and a Word template beside it.
func templated(t *testing.T, lines string, parts map[string]string) *Input {
	t.Helper()
	dir := t.TempDir()
	files := map[string]string{"journal.docx": string(docxtest.Pack(t, parts))}
	for name, text := range agency {
		files[name] = text
	}
	files["study.yaml"] += lines
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	input, _ := Load(filepath.Join(dir, "study.yaml"))
	return input
}

const asked = "outputs: [docx, json]\ndocx: {reference: journal.docx, styles: {heading3: SUBSUBBAB, body: Isi Naskah}}\n"

// TestStyleKeys: study.yaml has a key for each style that a template may have.
func TestStyleKeys(t *testing.T) {
	schema := string(study.Schema())
	for _, key := range docx.StyleKeys() {
		if !strings.Contains(schema, `"`+key+`": {`) {
			t.Errorf("study.yaml knows no style %s", key)
		}
		readme, err := os.ReadFile("../../README.md")
		if err != nil || !strings.Contains(string(readme), "`"+key+"`") {
			t.Errorf("the README does not name the style %s", key)
		}
		input := templated(t, "outputs: [docx]\ndocx: {reference: journal.docx, styles: {"+key+": Tak Ada}}\n", docxtest.Journal())
		if _, ds := input.Compile(); len(ds) == 0 || !slices.ContainsFunc(ds, func(d diag.Diagnostic) bool { return d.Code == "unknown-style" && d.Pos.Line == 9 && d.Pos.Col > 30 }) {
			t.Errorf("%s as a style that there is not: %v", key, ds)
		}
	}
}

// TestTemplate: reports and their comparison are in the template, which is one of the files that they
// follow from.
func TestTemplate(t *testing.T) {
	input := templated(t, asked, docxtest.Journal())
	if !input.Reads(filepath.Join(input.Study.Dir, "journal.docx")) {
		t.Error("an output may take the place of the template")
	}
	c, plans := split(t, input)
	outputs, ds := plans[0].Make()
	if ds.HasErrors() {
		t.Fatal(ds)
	}
	if n := count(ds, "missing-style"); n != 1 {
		t.Errorf("it is said %d times what the template lacks: %v", n, ds)
	}
	if _, ds := input.Compile(); count(ds, "template-part-left") != 1 || count(ds, "missing-style") != 1 {
		t.Errorf("check says %v", ds)
	}
	beside, ds, err := c.Beside(Reports{Folders: []string{"a", "b", ""}, Withheld: 1})
	if err != nil || len(ds) > 0 {
		t.Errorf("the comparison: %v, %v", ds, err)
	}
	for _, o := range append(outputs, beside...) {
		if filepath.Ext(o.Name) != ".docx" {
			continue
		}
		var b bytes.Buffer
		if err := o.Write(&b); err != nil {
			t.Fatal(err)
		}
		parts := docxtest.Parts(t, b.Bytes())
		if !bytes.Contains(parts["word/document.xml"], []byte(`<w:pStyle w:val="ISI"/>`)) || parts["word/header-template-first.xml"] == nil {
			t.Errorf("%s is not in the template", o.Name)
		}
	}
	other := docxtest.Journal()
	other["word/header1.xml"] = strings.Replace(other["word/header1.xml"], "PERTAMA", "KEDUA", 1)
	for name, c := range map[string]struct {
		lines   string
		parts   map[string]string
		changes bool
	}{
		"nothing":          {asked, docxtest.Journal(), false},
		"the template":     {asked, other, true},
		"a style":          {strings.Replace(asked, "heading3", "heading2", 1), docxtest.Journal(), true},
		"without template": {"outputs: [docx, json]\n", docxtest.Journal(), true},
	} {
		_, after := split(t, templated(t, c.lines, c.parts))
		if got := after[0].Fingerprint != plans[0].Fingerprint; got != c.changes {
			t.Errorf("%s: the fingerprint changes: %v", name, got)
		}
	}
}

// TestTemplateCharts: charts are made as wide as the PDF's where a template's page holds them or
// they are made a little smaller, so that the same names and numbers stand in them.
func TestTemplateCharts(t *testing.T) {
	for _, c := range []struct {
		margin string
		own    bool
	}{{"500", true}, {"1800", true}, {"3500", false}} {
		parts := docxtest.Manuscript()
		main := parts["word/document.xml"]
		for _, side := range []string{"left", "right"} {
			main = regexp.MustCompile(`w:`+side+`="\d+"`).ReplaceAllString(main, `w:`+side+`="`+c.margin+`"`)
		}
		parts["word/document.xml"] = main
		input := templated(t, "outputs: [docx]\ndocx: {reference: journal.docx}\n", parts)
		opt := docxOptions(input.Study, input.word)
		want := pdfPage(opt).TextWidth()
		if c.own {
			want = pageOptions(input.Study).TextWidth()
		}
		if got := templateOptions(input.Study, opt).Summary.Width; got != want {
			t.Errorf("with margins of %s charts are %v wide, not %v", c.margin, got, want)
		}
	}
}

// TestBadTemplate: what is wrong with a template is said once, at its place, and stops
// the build; without docx among the outputs too.
func TestBadTemplate(t *testing.T) {
	broken := docxtest.Journal()
	broken["word/styles.xml"] = "<"
	for name, c := range map[string]struct {
		lines string
		parts map[string]string
		code  string
	}{
		"broken":             {asked, broken, "bad-template"},
		"broken, no docx":    {strings.Replace(asked, "docx, ", "", 1), broken, "bad-template"},
		"not there":          {strings.Replace(asked, "journal.docx", "jurnal.docx", 1), broken, "not-found"},
		"another kind":       {strings.Replace(asked, "SUBSUBBAB", "Tebal", 1), docxtest.Journal(), "wrong-style"},
		"no template":        {strings.Replace(asked, "reference: journal.docx, ", "", 1), docxtest.Journal(), "no-reference"},
		"an unknown style":   {strings.Replace(asked, "SUBSUBBAB", "SUBSUBAB", 1), docxtest.Journal(), "unknown-style"},
		"an unknown key":     {strings.Replace(asked, "heading3", "heading4", 1), docxtest.Journal(), "unknown-key"},
		"macros and a field": {asked, docxtest.Journal(), "template-part-left"},
	} {
		_, ds := templated(t, c.lines, c.parts).Compile()
		if n := count(ds, c.code); n != 1 {
			t.Errorf("%s: %d times [%s]: %v", name, n, c.code, ds)
		}
		for _, d := range ds {
			if d.Code == c.code && (d.Pos.Line != 9 || d.Pos.Col == 0) {
				t.Errorf("%s: it is said at %v", name, d.Pos)
			}
		}
		if warns := c.code == "no-reference" || c.code == "template-part-left"; ds.HasErrors() == warns {
			t.Errorf("%s: errors %v: %v", name, !warns, ds)
		}
	}
}

func count(ds diag.List, code string) (n int) {
	for _, d := range ds {
		if d.Code == code {
			n++
		}
	}
	return n
}
