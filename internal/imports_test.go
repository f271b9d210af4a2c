package internal_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
)

// picture is the imports between the project's own packages: the pipeline of
// ARCHITECTURE.md, left to right. Change the picture there before this list.
const picture = `
templates:
web:
internal/diag:
internal/diag/diagtest: diag
internal/limits:
internal/infile: diag limits
internal/archive: limits
internal/picture:
internal/lang:
internal/memo:
internal/pattern:
internal/rescue:
internal/hyphen: lang memo
internal/output:
internal/document: lang
internal/document/doctest: document
internal/markdown: diag document lang limits pattern
internal/words: diag lang limits markdown memo pattern templates
internal/study: diag infile limits lang output pattern
internal/sheet: archive diag infile limits pattern rescue
internal/remark: lang
internal/columns: diag memo remark study sheet pattern
internal/cohorts: diag lang study sheet pattern
internal/responses: diag lang rescue study sheet columns pattern
internal/analysis: diag lang remark rescue study responses
internal/compare: lang study analysis
internal/finding: lang analysis
internal/statistics: analysis
internal/draft: cohorts diag lang remark study sheet columns responses analysis pattern
internal/citation: lang markdown pattern study
internal/palette:
internal/pdf/fonts:
internal/drawing: pdf/fonts
internal/charts: document drawing memo palette pdf/fonts
internal/view: diag lang study analysis finding compare markdown words citation
internal/report: diag lang limits memo pattern picture document markdown words citation view study analysis finding statistics compare charts templates
internal/results: lang study analysis compare finding statistics words rescue
internal/workbook/pack:
internal/workbook: lang study responses analysis statistics compare words palette workbook/pack
internal/docx/drawingml: document lang palette workbook/pack
internal/pdf/linebreak:
internal/pdf/judge: pdfcheck
internal/pdf/pdftest: lang document
internal/pdf/typeset: lang memo hyphen document pdf/fonts pdf/linebreak
internal/pdf/layout: diag lang document pdf/typeset
internal/pdf: diag lang memo document pdf/layout pdf/typeset pdf/fonts
internal/docx/reference: archive diag limits picture
internal/docx: diag pattern document docx/drawingml docx/reference drawing lang pdf/layout pdf/typeset
internal/docx/docxtest:
internal/build: diag lang output rescue study cohorts responses analysis compare charts drawing document report results workbook pdf docx docx/reference
internal/pdfcheck/cos:
internal/pdfcheck/fontfile:
internal/pdfcheck/xmp:
internal/pdfcheck: pdfcheck/cos pdfcheck/fontfile pdfcheck/xmp
internal/outdir:
internal/manifest: outdir
internal/batch: diag manifest outdir
internal/web: diag columns draft infile lang manifest outdir output pattern sheet study build
internal/serve: web
internal/notices:
internal/costtest:
cmd/wogreport: diag lang limits output pdfcheck study sheet columns draft responses analysis build outdir manifest batch words templates web serve
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

// listed are the project's packages; asking go for them takes longest here.
var listed = sync.OnceValues(func() (map[string]goPackage, error) {
	cmd := exec.Command("go", "list", "-json=ImportPath,Imports,Deps", "./...")
	cmd.Dir = ".."
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	packages := map[string]goPackage{}
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p goPackage
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return packages, nil
		} else if err != nil {
			return nil, err
		}
		packages[p.ImportPath] = p
	}
})

// goPackage is a package as go list tells it; Deps are the packages that it
// links, near and far.
type goPackage struct {
	ImportPath    string
	Imports, Deps []string
}

// depsOf are the packages that a package of internal links.
func depsOf(t *testing.T, name string) []string {
	t.Helper()
	packages, err := listed()
	if err != nil {
		t.Fatal(err)
	}
	p, ok := packages["wogreport/internal/"+name]
	if !ok {
		t.Fatalf("there is no package %s", name)
	}
	return p.Deps
}

func TestImports(t *testing.T) {
	packages, err := listed()
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, p := range packages {
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
	for _, renderer := range []string{"pdf", "docx", "docx/drawingml"} {
		deps := depsOf(t, renderer)
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
	deps := depsOf(t, "build")
	for _, d := range []string{"github.com/spf13/cobra", "github.com/schollz/progressbar/v3", "golang.org/x/term", "wogreport/internal/batch", "wogreport/internal/manifest"} {
		if slices.Contains(deps, d) {
			t.Errorf("build depends on %s", d)
		}
	}
}
