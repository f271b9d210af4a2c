package internal_test

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// allowed are the imports between the project's own packages: the pipeline of
// ARCHITECTURE.md, left to right. Change the picture there before this list.
var allowed = map[string]string{
	"internal/diag":          "",
	"internal/diag/diagtest": "diag",
	"internal/lang":          "",
	"internal/memo":          "",
	"internal/pattern":       "",
	"internal/hyphen":        "lang memo",
	"internal/outdir":        "",
	"internal/manifest":      "",
	"internal/batch":         "diag manifest outdir",
	"internal/ahead":         "",
	"templates":              "",
	"internal/study":         "diag lang pattern",
	"internal/sheet":         "diag pattern",
	"internal/columns":       "memo study sheet pattern",
	"internal/cohorts":       "diag lang study sheet pattern",
	"internal/responses":     "diag lang study sheet columns pattern",
	"internal/analysis":      "diag lang study responses",
	"internal/compare":       "lang study analysis",
	"internal/draft":         "diag lang study sheet columns responses analysis pattern",
	"internal/charts":        "memo",
	"internal/document":      "lang",
	"internal/report":        "diag lang memo document study analysis compare charts templates pattern",
	"internal/results":       "lang analysis",
	"internal/workbook":      "lang study responses analysis compare pattern",
	"internal/pdf":           "diag lang document pdf/layout pdf/typeset pdf/fonts",
	"internal/pdf/layout":    "diag lang document pdf/typeset",
	"internal/pdf/typeset":   "lang memo hyphen document pdf/fonts pdf/linebreak",
	"internal/pdf/fonts":     "",
	"internal/pdf/linebreak": "",
	"internal/pdf/pdftest":   "lang document",
	"cmd/wogreport":          "diag lang study sheet columns cohorts draft responses analysis compare charts report results workbook pdf outdir manifest batch templates",
}

func TestImports(t *testing.T) {
	cmd := exec.Command("go", "list", "-json=ImportPath,Imports", "./...")
	cmd.Dir = ".."
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	seen := 0
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p struct {
			ImportPath string
			Imports    []string
		}
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimPrefix(p.ImportPath, "wogreport/")
		list, known := allowed[name]
		if !known {
			if name != "internal" && name != "wogreport" {
				t.Errorf("%s is not in the picture", name)
			}
			continue
		}
		seen++
		may := map[string]bool{}
		for _, a := range strings.Fields(list) {
			may[strings.TrimPrefix(a, "internal/")] = true
		}
		for _, i := range p.Imports {
			if i == "regexp" && name != "internal/pattern" && name != "internal/diag/diagtest" {
				t.Errorf("%s imports regexp: what is compiled when the program starts costs every run; use pattern", name)
			}
			if own, ok := strings.CutPrefix(i, "wogreport/"); ok && !may[strings.TrimPrefix(own, "internal/")] {
				t.Errorf("%s imports %s, against the direction of the pipeline", name, own)
			}
		}
	}
	if seen != len(allowed) {
		t.Errorf("%d of the %d packages of the picture exist", seen, len(allowed))
	}
}

// TestLayoutKnowsNoFile holds that laying out links nothing that writes files.
func TestLayoutKnowsNoFile(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "./pdf/layout").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	deps := strings.Fields(string(out))
	for _, d := range []string{"github.com/go-pdf/fpdf", "github.com/klauspost/compress/zlib", "wogreport/internal/pdf"} {
		if slices.Contains(deps, d) {
			t.Errorf("pdf/layout depends on %s", d)
		}
	}
	if !slices.Contains(deps, "wogreport/internal/pdf/typeset") {
		t.Error("pdf/layout sets no text")
	}
}

// TestRenderersKnowOnlyTheDocument holds that nothing a renderer links, near or
// far, knows of studies, answers, statistics or templates.
func TestRenderersKnowOnlyTheDocument(t *testing.T) {
	for _, renderer := range []string{"pdf"} {
		cmd := exec.Command("go", "list", "-deps", "./"+renderer)
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("go list: %v", err)
		}
		deps := strings.Fields(string(out))
		if !slices.Contains(deps, "wogreport/internal/document") {
			t.Errorf("%s does not print the document model", renderer)
		}
		for _, d := range deps {
			own, is := strings.CutPrefix(d, "wogreport/")
			if is && slices.Contains([]string{"internal/report", "internal/analysis", "internal/responses", "internal/study", "templates"}, own) {
				t.Errorf("%s depends on %s", renderer, own)
			}
		}
	}
}
