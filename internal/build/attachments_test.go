package build

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"wogreport/internal/diag"
	"wogreport/internal/pdf/judge"
	"wogreport/internal/results"
)

// attached are the files in a PDF, by their names, as poppler finds them.
func attached(t *testing.T, file []byte) map[string]string {
	t.Helper()
	if bytes.Contains(file, []byte("<pdfaid:part>")) {
		judge.Rules(t, t.Name(), file)
	}
	judge.Tool(t, "pdfdetach")
	dir := t.TempDir()
	path := filepath.Join(dir, "a.pdf")
	if err := os.WriteFile(path, file, 0o644); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("pdfdetach", "-saveall", "-o", dir, path).CombinedOutput(); err != nil && !strings.Contains(string(out), "0 embedded") {
		t.Fatalf("%v: %s", err, out)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		files[e.Name()] = string(data)
	}
	delete(files, "a.pdf")
	return files
}

const all = "embed: [answers, results, workbook, study]\n"

func withEmbed(key string) map[string]string {
	return map[string]string{"study.yaml": agency["study.yaml"] + key}
}

// What a study names travels in the PDF, the answers coded and alone.
func TestAttachments(t *testing.T) {
	input := in(t, withEmbed(all))
	b, ds := input.Compile()
	if ds.HasErrors() {
		t.Fatal(ds)
	}
	files := attached(t, b.pdf)
	if len(files) != 4 {
		t.Errorf("there are %d files", len(files))
	}
	var want bytes.Buffer
	if err := results.Encode(&want, b.Results); err != nil {
		t.Fatal(err)
	}
	if files["results.json"] != want.String() {
		t.Errorf("results.json is %q", files["results.json"])
	}
	if files["study.yaml"] != agency["study.yaml"]+all {
		t.Errorf("study.yaml is %q", files["study.yaml"])
	}
	if !strings.HasPrefix(files["study.xlsx"], "PK") {
		t.Errorf("study.xlsx is %q", files["study.xlsx"])
	}
	rows := "P1,P2\n1,1\n2,1\n3,2\n3,2\n3,3\n3,4\n3,4\n4,3\n4,4\n4,4\n4,4\n4,5\n5,4\n5,4\n"
	if files["answers.csv"] != rows {
		t.Errorf("answers.csv is %q", files["answers.csv"])
	}
	if !bytes.Contains(b.pdf, []byte("<pdfaid:part>3</pdfaid:part>")) {
		t.Error("the file does not say that it is PDF/A-3")
	}
}

// Without a key nothing travels, and the file is PDF/A-2; with none it claims nothing.
func TestNoAttachments(t *testing.T) {
	for key, claim := range map[string]string{"": "<pdfaid:part>2</pdfaid:part>", "layout: {standard: none}\n": ""} {
		b, ds := in(t, withEmbed(key)).Compile()
		if ds.HasErrors() {
			t.Fatal(ds)
		}
		if files := attached(t, b.pdf); len(files) > 0 {
			t.Errorf("%q: there are %v", key, files)
		}
		if got := bytes.Contains(b.pdf, []byte("pdfaid")); got != (claim != "") || !bytes.Contains(b.pdf, []byte(claim)) {
			t.Errorf("%q: it claims to be PDF/A: %v", key, got)
		}
	}
}

// The answers do not travel where counts are withheld, nor in a cohort's report.
func TestAnswersStay(t *testing.T) {
	b, ds := in(t, withEmbed(all+"privacy: {min_cell: 3}\n")).Compile()
	if !strings.Contains(said(ds), "the answers are not embedded where privacy.min_cell is set: they hold every count [without-min-cell]") {
		t.Errorf("there is no warning: %s", said(ds))
	}
	if _, ok := attached(t, b.pdf)["answers.csv"]; ok {
		t.Error("the answers are in a report that withholds counts")
	}
	cohorts, ds := in(t, withEmbed(all)).Cohorts(CohortOptions{})
	if !strings.Contains(said(ds), "the answers are not embedded in reports by cohort, which never hold them [no-answers-by-cohort]") {
		t.Errorf("there is no warning: %s", said(ds))
	}
	outputs, ds := cohorts.Plan(0).Make()
	if ds.HasErrors() {
		t.Fatal(ds)
	}
	var file bytes.Buffer
	if err := outputs[0].Write(&file); err != nil {
		t.Fatal(err)
	}
	files := attached(t, file.Bytes())
	if _, ok := files["answers.csv"]; ok || len(files) != 3 {
		t.Errorf("a cohort's report holds %d files, the answers: %v", len(files), ok)
	}
}

func said(ds diag.List) string {
	var b strings.Builder
	ds.Fprint(&b)
	return b.String()
}
