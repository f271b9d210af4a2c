package drawingml_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"wogreport/internal/document"
	"wogreport/internal/docx/drawingml"
	"wogreport/internal/pdf/judge"
)

// knownProfile tells LibreOffice that its version has run with the profile before: in a
// new one it draws all its graphics tests first.
const knownProfile = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/Product"><prop oor:name="ooSetupLastVersion" oor:op="fuse"><value>99.9</value></prop></item>
</oor:items>
`

// shown is the text that LibreOffice shows of a file.
func shown(t *testing.T, file []byte) string {
	t.Helper()
	judge.Tool(t, "soffice")
	judge.Tool(t, "pdftotext")
	dir := t.TempDir()
	user := filepath.Join(dir, "profile", "user")
	if err := os.MkdirAll(user, 0o777); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{filepath.Join(dir, "c.docx"): file, filepath.Join(user, "registrymodifications.xcu"): []byte(knownProfile)} {
		if err := os.WriteFile(name, data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	out, err := exec.Command("soffice", "-env:UserInstallation=file://"+filepath.ToSlash(dir)+"/profile", "--headless", "--convert-to", "pdf", "--outdir", dir, filepath.Join(dir, "c.docx")).CombinedOutput()
	if err != nil {
		t.Fatalf("soffice: %v\n%s", err, out)
	}
	text, err := exec.Command("pdftotext", filepath.Join(dir, "c.pdf"), "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestLibreOffice: LibreOffice draws one chart of each kind with all its labels, names and
// titles, and nothing that is not in the figure, such as a name for bars that are not seen.
func TestLibreOffice(t *testing.T) {
	t.Parallel()
	var figures []sampleFigure
	var charts []drawingml.Parts
	had := map[document.ChartKind]bool{}
	for _, f := range native(t) {
		if !had[f.Chart.Kind] || f.study == "own" {
			figures, charts = append(figures, f), append(charts, parts(t, f))
		}
		had[f.Chart.Kind] = true
	}
	got := strings.Join(strings.Fields(shown(t, docx(t, figures, charts))), " ")
	for _, f := range figures {
		want := []string{f.Chart.Title, f.Chart.Value.Title}
		for _, c := range f.Chart.Categories {
			want = append(want, c.Name())
		}
		for _, s := range f.Chart.Series {
			if f.Chart.Kind == document.ChartStacked || f.Chart.Kind == document.ChartLines {
				want = append(want, s.Name)
			}
			for _, p := range s.Points {
				want = append(want, p.Label)
			}
		}
		for _, s := range want {
			if !strings.Contains(got, s) {
				t.Errorf("%s: %s: LibreOffice does not show %q", f.study, f.name, s)
			}
		}
	}
	if !regexp.MustCompile(` [12]\.[05]00 `).MatchString(got) {
		t.Errorf("thousands are not marked as the report does it: %s", got)
	}
	if strings.Contains(got, "Series") {
		t.Errorf("LibreOffice names bars that are not seen: %s", got)
	}
}
