package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// checker finds an outside program. Without it a test is skipped, but not in
// CI, which installs all of them.
func checker(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("%s is missing; .ci/run installs it", name)
		}
		t.Skipf("%s is not installed", name)
	}
	return path
}

// buildExample builds the project's example in the given languages (a YAML
// list) and returns the output folder.
func buildExample(t *testing.T, languages string) string {
	t.Helper()
	dir := t.TempDir()
	root := filepath.Join("..", "..")
	for _, p := range []string{"study.yaml", "data", "sections"} {
		if err := copyInto(dir, root, p); err != nil {
			t.Fatal(err)
		}
	}
	file := filepath.Join(dir, "study.yaml")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	changed := regexp.MustCompile(`(?m)^languages: \[.*?\]`).ReplaceAll(text, []byte("languages: "+languages))
	if err := os.WriteFile(file, changed, 0o666); err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	out := filepath.Join(dir, "out")
	if code := run([]string{"build", file, "-o", out, "--outputs", "pdf,json"}, &stdout, &stderr); code != 0 {
		t.Fatalf("exit code %d\n%s", code, stderr.String())
	}
	if stderr.Len() > 0 {
		t.Fatalf("the example has problems:\n%s", stderr.String())
	}
	return out
}

// TestFigures: the figures of the article come out of the PDF's text, with the
// marks of each language.
func TestFigures(t *testing.T) {
	pdftotext, qpdf := checker(t, "pdftotext"), checker(t, "qpdf")
	figures := []string{
		"0,677", "0,698", "0,592", "0,736", "0,730", "0,244", "0,861",
		"36 (55,4%)", "41 (63,1%)", "24 (36,9%)", "23 (35,4%)", "46 (70,8%)", "41 (63,1%)",
		"72,2%", "df = n − 2 = (65 − 2) = 63",
	}
	for _, c := range []struct {
		languages string
		comma     bool
		says, not []string
	}{
		{"[id, en]", true, []string{"Abstract", "Abstrak", "Tabel 1", "Table 1", "Gambar 5", "Figure 5", "Data sintetis", "Synthetic data", "DAFTAR PUSTAKA"}, nil},
		{"[id]", true, []string{"Abstrak", "Tabel 1", "Gambar 5", "Data sintetis"}, []string{"Abstract", "Table 1", "Figure 5", "Strongly", "Synthetic", "Undecided"}},
		{"[en]", false, []string{"Abstract", "Table 1", "Figure 5", "Synthetic data", "REFERENCES"}, []string{"Abstrak", "Tabel", "Gambar", "Setuju", "persepsi", "sintetis"}},
	} {
		t.Run(c.languages, func(t *testing.T) {
			file := filepath.Join(buildExample(t, c.languages), "laporan.pdf")
			raw, err := exec.Command(pdftotext, file, "-").Output()
			if err != nil {
				t.Fatal(err)
			}
			text := strings.Join(strings.Fields(string(raw)), " ")
			for _, f := range figures {
				if !c.comma {
					f = strings.ReplaceAll(f, ",", ".")
				}
				if !strings.Contains(text, f) {
					t.Errorf("the text has no %q", f)
				}
			}
			for _, s := range c.says {
				if !strings.Contains(text, s) {
					t.Errorf("the text has no %q", s)
				}
			}
			for _, s := range c.not {
				if strings.Contains(text, s) {
					t.Errorf("the text has %q", s)
				}
			}
			if out, err := exec.Command(qpdf, "--check", file).CombinedOutput(); err != nil {
				t.Errorf("qpdf: %v\n%s", err, out)
			}
		})
	}
}

// TestResults: results.json has the article's figures, at full precision, under
// the names that stay.
func TestResults(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join(buildExample(t, "[id, en]"), "results.json"))
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		N          int
		Synthetic  bool
		Constructs []struct {
			ID                string
			N, DF             int
			CriticalR         float64 `json:"critical_r"`
			Correlation       string
			Alpha             float64
			AlphaCI95         []float64 `json:"alpha_ci95"`
			AlphaStandardized float64   `json:"alpha_standardized"`
			Items             []struct {
				ID                  string
				N, Missing          int
				Mean, SD, P         float64
				Counts              map[string]int
				ItemTotalR          float64 `json:"item_total_r"`
				CorrectedItemTotalR float64 `json:"corrected_item_total_r"`
				Valid               bool
				AlphaIfDeleted      float64 `json:"alpha_if_deleted"`
			}
		}
	}
	if err := json.Unmarshal(raw, &got); err != nil {
		t.Fatal(err)
	}
	if got.N != 65 || !got.Synthetic || len(got.Constructs) != 1 || len(got.Constructs[0].Items) != 5 {
		t.Fatalf("%+v", got)
	}
	c := got.Constructs[0]
	if c.ID != "wog" || c.N != 65 || c.DF != 63 || c.Correlation != "corrected" || len(c.AlphaCI95) != 2 {
		t.Errorf("%+v", c)
	}
	near := func(what string, got, want float64) {
		t.Helper()
		if math.Abs(got-want) > 1e-12*math.Abs(want) {
			t.Errorf("%s = %.17g, want %.17g", what, got, want)
		}
	}
	// R 4.2.2 with psych 2.2.9 on the same answers.
	near("alpha", c.Alpha, 0.861130020422056)
	near("standardised alpha", c.AlphaStandardized, 0.8669813969550094)
	if fmt.Sprintf("%.6f", c.CriticalR) != "0.244148" || fmt.Sprintf("%.4f %.4f", c.AlphaCI95[0], c.AlphaCI95[1]) != "0.7995 0.9081" {
		t.Errorf("critical r %v, interval %v", c.CriticalR, c.AlphaCI95)
	}
	for i, want := range []struct{ corrected, total, deleted, mean, sd float64 }{
		{0.6769061752051534, 0.7979063767575388, 0.8327737435256761, 3.953846153846154, 0.7380457563468125},
		{0.6975191166296448, 0.8118802187322768, 0.8276406089768873, 3.953846153846154, 0.7380457563468125},
		{0.5916035869860259, 0.764955329865231, 0.8619407067060496, 3.6769230769230767, 0.8857851797221404},
		{0.7358150609931812, 0.8311201055335015, 0.8200031060723714, 3.8923076923076922, 0.6874562923169398},
		{0.7302686759101957, 0.8307028388932669, 0.8201650633443727, 3.923076923076923, 0.713873507433484},
	} {
		it := c.Items[i]
		near(it.ID+" corrected r", it.CorrectedItemTotalR, want.corrected)
		near(it.ID+" r", it.ItemTotalR, want.total)
		near(it.ID+" alpha if deleted", it.AlphaIfDeleted, want.deleted)
		near(it.ID+" mean", it.Mean, want.mean)
		near(it.ID+" sd", it.SD, want.sd)
		sum := 0
		for _, n := range it.Counts {
			sum += n
		}
		if !it.Valid || it.N != 65 || it.Missing != 0 || len(it.Counts) != 5 || sum != 65 || it.P <= 0 || it.P > 1e-6 {
			t.Errorf("%+v", it)
		}
	}
}
