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

// picture is the imports between the project's own packages: the pipeline of
// ARCHITECTURE.md, left to right. Change the picture there before this list.
const picture = `
templates:
internal/diag:
internal/diag/diagtest: diag
internal/lang:
internal/memo:
internal/pattern:
internal/hyphen: lang memo
internal/output:
internal/document: lang
internal/document/doctest: document
internal/markdown: diag document lang pattern
internal/words: diag lang markdown memo pattern templates
internal/study: diag lang output pattern
internal/sheet: diag pattern
internal/columns: memo study sheet pattern
internal/cohorts: diag lang study sheet pattern
internal/responses: diag lang study sheet columns pattern
internal/analysis: diag lang study responses
internal/compare: lang study analysis
internal/finding: lang analysis
internal/statistics: analysis
internal/draft: diag lang study sheet columns responses analysis pattern
internal/citation: lang markdown pattern study
internal/charts: memo
internal/view: diag lang study analysis finding compare markdown words citation
internal/report: diag lang memo document markdown words citation view study analysis finding statistics compare charts templates
internal/results: lang analysis finding statistics words
internal/workbook: lang study responses analysis statistics compare words
internal/pdf/fonts:
internal/pdf/linebreak:
internal/pdf: diag lang memo hyphen document pdf/fonts pdf/linebreak
internal/build: diag output study cohorts responses analysis compare charts document report results workbook pdf outdir
internal/outdir:
internal/manifest:
internal/batch: diag manifest outdir
cmd/wogreport: diag lang output study sheet columns draft responses analysis build outdir manifest batch words templates
`

// allowed are those imports by package.
var allowed = func() map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(strings.TrimSpace(picture)) {
		name, imports, _ := strings.Cut(strings.TrimSpace(line), ":")
		out[name] = strings.TrimSpace(imports)
	}
	return out
}()

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

// TestBuildKnowsNoCommandLine holds that whatever calls build, a page as well as
// a command line, links nothing of flags and terminals with it.
func TestBuildKnowsNoCommandLine(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "./build").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	deps := strings.Fields(string(out))
	for _, d := range []string{"github.com/spf13/cobra", "github.com/schollz/progressbar/v3", "golang.org/x/term", "wogreport/internal/batch", "wogreport/internal/manifest"} {
		if slices.Contains(deps, d) {
			t.Errorf("build depends on %s", d)
		}
	}
}
