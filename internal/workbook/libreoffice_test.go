package workbook

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"wogreport/internal/lang"
	"wogreport/internal/pdf/judge"
)

// convert has LibreOffice write a workbook in another format.
func convert(t *testing.T, data []byte, format string) (dir string) {
	t.Helper()
	return judge.LibreOffice(t, map[string][]byte{"w.xlsx": data}, format)
}

// csv is LibreOffice's format of a file per sheet: commas, quotes, UTF-8, from
// the first line, cells as they are shown.
const csv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true,true,false,false,-1"

// TestLibreOfficeValues: LibreOffice opens the workbook and shows the figures
// of the article.
func TestLibreOfficeValues(t *testing.T) {
	t.Parallel()
	dir := convert(t, write(t, example(t)), csv)
	for sheet, says := range map[string][]string{
		"Penjelasan - Read me":       {"Data sintetis", "Synthetic data", "65 orang yang menjawab"},
		"Validitas - Validity":       {"0.677", "0.698", "0.592", "0.736", "0.730", "0.244"},
		"Reliabilitas - Reliability": {"0.861"},
		"Frekuensi - Frequencies":    {"55.4%", "63.1%", "36.9%", "35.4%", "70.8%"},
		"Mutu data - Quality":        {"72.2%"},
		"Jawaban - Answers":          {"\n65,"},
	} {
		text, err := os.ReadFile(filepath.Join(dir, "w-"+sheet+".csv"))
		if err != nil {
			t.Error(err)
			continue
		}
		for _, s := range says {
			if !strings.Contains(string(text), s) {
				t.Errorf("%s shows no %q:\n%s", sheet, s, text)
			}
		}
	}
}

// TestLibreOfficeCharts: the charts are drawn, from the cells they name, also
// where labels are hostile.
func TestLibreOfficeCharts(t *testing.T) {
	t.Parallel()
	pdftotext, err := exec.LookPath("pdftotext")
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("pdftotext is missing; .ci/run installs it")
		}
		t.Skip("pdftotext is not installed")
	}
	in := example(t)
	items := in.Study.Constructs[0].Items
	items[0].Label = lang.Same("=1+1 <&> \x01😀 " + strings.Repeat("panjang ", 5000))
	items[1].Statement = lang.Same(strings.Repeat("x", 50000))
	dir := convert(t, write(t, in), "pdf")
	out, err := exec.Command(pdftotext, "-layout", filepath.Join(dir, "w.pdf"), "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	for page := range strings.SplitSeq(string(out), "\f") {
		lines := strings.Split(strings.TrimSpace(page), "\n")
		if !strings.Contains(lines[len(lines)-1], "Grafik - Charts") { // the page's foot
			continue
		}
		for _, s := range []string{"P1. =1+1 <&>", "P4. ", "Sangat Setuju", "55%", "71%", "46"} {
			if !strings.Contains(page, s) {
				t.Errorf("the charts show no %q:\n%s", s, page)
			}
		}
		return
	}
	t.Errorf("there is no page of charts:\n%s", out)
}
