package main

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"wogreport/internal/docx/docxtest"
	"wogreport/internal/pdf/judge"
)

// buildVariant builds a copy of a study in a folder, with a line replaced, and gives
// the PDFs and Word files by their names.
func buildVariant(t *testing.T, from, old, new string, args ...string) map[string][]byte {
	t.Helper()
	dir := t.TempDir()
	for _, p := range []string{"study.yaml", "data", "sections", "jawaban.csv", "angkatan.xlsx", "logo.png"} {
		if err := copyInto(dir, from, p); err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
	}
	file := filepath.Join(dir, "study.yaml")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	pattern := regexp.MustCompile("(?m)^" + old)
	if !pattern.Match(text) {
		t.Fatalf("%s has no line %s", file, old)
	}
	if err := os.WriteFile(file, pattern.ReplaceAll(text, []byte(new)), 0o666); err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	out := filepath.Join(dir, "out")
	if code := run(append([]string{"build", file, "-o", out, "--quiet"}, args...), &stdout, &stderr); code != 0 {
		t.Fatalf("exit code %d\n%s", code, stderr.String())
	}
	files := map[string][]byte{}
	err = filepath.WalkDir(out, func(path string, _ os.DirEntry, err error) error {
		if err == nil && (strings.HasSuffix(path, ".pdf") || strings.HasSuffix(path, ".docx")) {
			name, _ := filepath.Rel(out, path)
			files[filepath.ToSlash(name)], err = os.ReadFile(path)
		}
		return err
	})
	if err != nil || len(files) == 0 {
		t.Fatalf("%d PDFs; %v", len(files), err)
	}
	return files
}

// Outside programs find nothing in the reports of each kind and layout.
func TestReportsAreJudged(t *testing.T) {
	root := filepath.Join("..", "..")
	agency := filepath.Join(root, "examples", "agency")
	files := map[string][]byte{}
	for _, v := range []struct{ name, from, old, new, args string }{
		{"article", root, "languages:.*", "languages: [id, en]", ""},
		{"english article", root, "languages:.*", "languages: [en]", ""},
		{"columns", root, "outputs:.*", "layout: {columns: 2, abstracts: side, paper: F4, fonts: sans}", "--outputs=pdf"},
		{"parallel", root, "outputs:.*", "layout: {parallel: true}", "--outputs=pdf"},
		{"appendix", root, "analysis:.*", "interpretation: true\nanalysis:\n  appendix: true", ""},
		{"attached", root, "outputs:.*", "embed: [results, workbook, study, answers]", "--outputs=pdf"},
		{"evaluation", agency, "kind:.*", "kind: evaluation", "--by"},
		{"bilingual evaluation", agency, "kind:.*", "kind: evaluation\nlanguages: [id, en]", ""},
	} {
		var args []string
		if v.args != "" {
			args = []string{v.args}
		}
		built := buildVariant(t, v.from, v.old, v.new, args...)
		for i, name := range slices.Sorted(maps.Keys(built)) {
			if i < 2 || !strings.Contains(name, "/") { // two cohorts stand for all
				files[v.name+" "+name] = built[name]
			}
		}
	}
	judge.Files(t, files)
}

// The words of the Word file are the PDF's, in the PDF's order, of each kind of report.
func TestWordIsThePDF(t *testing.T) {
	judge.Tool(t, "pdfinfo")
	root := filepath.Join("..", "..")
	agency := filepath.Join(root, "examples", "agency")
	words := map[string][]byte{}
	manuscript := filepath.Join(t.TempDir(), "manuscript.docx") // without lines of its own, which the PDF has not
	if err := os.WriteFile(manuscript, docxtest.Pack(t, docxtest.Manuscript()), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, v := range []struct{ name, from, old, new, args string }{
		{"article", root, "languages:.*", "languages: [id, en]", ""},
		{"english article", root, "languages:.*", "languages: [en]", ""},
		{"columns", root, "outputs:.*", "layout: {columns: 2, abstracts: side, paper: F4, fonts: sans}", ""},
		{"parallel, with pictures", root, "outputs:.*", "layout: {parallel: true}\ndocx: {charts: picture}", ""},
		{"appendix", root, "analysis:.*", "interpretation: true\nanalysis:\n  appendix: true", ""},
		{"evaluation", agency, "kind:.*", "kind: evaluation", "--by"},
		{"english evaluation", agency, "kind:.*", "kind: evaluation\nlanguages: [en]", ""},
		{"article in a template", root, "outputs:.*", "docx: {reference: " + manuscript + "}", ""}, // contents name its pages
	} {
		args := []string{"--outputs=pdf,docx"}
		if v.args != "" {
			args = append(args, v.args)
		}
		built := buildVariant(t, v.from, v.old, v.new, args...)
		for i, name := range slices.Sorted(maps.Keys(built)) {
			if word, ok := built[strings.TrimSuffix(name, ".pdf")+".docx"]; ok && strings.HasSuffix(name, ".pdf") && (i < 4 || !strings.Contains(name, "/")) {
				judge.SameText(t, v.name+" "+name, built[name], docxtest.Words(t, word))
				words[v.name+" "+name] = word
			}
		}
	}
	if len(words) < 10 {
		t.Errorf("only %d files were compared", len(words))
	}
	t.Run("validator", func(t *testing.T) {
		judge.Tool(t, "ooxml-validator")
		for name, word := range words {
			for _, fault := range docxtest.Faults(t, word) {
				t.Errorf("%s: %s", name, fault)
			}
		}
	})
}
