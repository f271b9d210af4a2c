package report

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"

	"wogreport/internal/analysis"
	"wogreport/internal/charts"
	"wogreport/internal/diag"
	"wogreport/internal/document"
	"wogreport/internal/document/doctest"
	"wogreport/internal/lang"
	"wogreport/internal/responses"
	"wogreport/internal/study"
)

var update = flag.Bool("update", false, "write the goldens instead of comparing with them")

// testOptions are those of an A4 page.
var testOptions = Options{
	Item:             charts.Style{Width: 350},
	Summary:          charts.Style{Width: 440},
	MaxSummaryHeight: 500, MaxItemHeight: 500,
}

// load reads the project's own example with some settings changed.
func load(t *testing.T, change func(*study.Study)) (*study.Study, *analysis.Results) {
	t.Helper()
	return loadFrom(t, filepath.Join("..", "..", "study.yaml"), change)
}

func loadFrom(t *testing.T, path string, change func(*study.Study)) (*study.Study, *analysis.Results) {
	t.Helper()
	st, ds := study.Load(path)
	if ds.HasErrors() {
		t.Fatalf("study.yaml: %v", ds)
	}
	if change != nil {
		change(st)
	}
	table, ds := responses.Read(st)
	if ds.HasErrors() {
		t.Fatalf("responses: %v", ds)
	}
	return st, analysis.Run(st, table)
}

func compose(t *testing.T, change func(*study.Study)) *document.Document {
	t.Helper()
	st, res := load(t, change)
	doc, _, ds := Compose(st, res, testOptions)
	if len(ds) > 0 {
		t.Fatalf("Compose: %s", printed(ds))
	}
	return doc
}

func printed(ds diag.List) string {
	var b strings.Builder
	ds.Fprint(&b)
	return b.String()
}

// TestExample holds every word of the example in its three languages modes.
func TestExample(t *testing.T) {
	for name, ls := range map[string][]lang.Tag{
		"id-en": {lang.ID, lang.EN},
		"en":    {lang.EN},
		"id":    {lang.ID},
		"en-id": {lang.EN, lang.ID},
	} {
		t.Run(name, func(t *testing.T) {
			got := doctest.Dump(compose(t, func(st *study.Study) { st.Languages = ls }))
			golden(t, "example."+name+".txt", got)
		})
	}
}

// TestAppendix holds the tables of the full item analysis.
func TestAppendix(t *testing.T) {
	got := doctest.Dump(compose(t, func(st *study.Study) { st.Analysis.Appendix = true }))
	at := strings.Index(got, "# LAMPIRAN")
	if at < 0 {
		t.Fatal("there is no appendix")
	}
	golden(t, "example.appendix.txt", got[at:])
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v (go test ./internal/report -update writes it)", err)
	}
	if got != string(want) {
		g, w := strings.Split(got, "\n"), strings.Split(string(want), "\n")
		for i := range g {
			if i >= len(w) || g[i] != w[i] {
				t.Fatalf("%s differs from line %d on:\ngot  %s\nwant %s", file, i+1, g[i], append(w, "")[min(i, len(w))])
			}
		}
		t.Fatalf("%s: %d lines are missing", file, len(w)-len(g))
	}
}

// The summaries of several constructs are set so that two share a page, all
// in one size of type; one that no legible type brings there keeps its own.
func TestSummariesOfSeveralConstructsShareAPage(t *testing.T) {
	several := func(st *study.Study) {
		first, second := st.Constructs[0], st.Constructs[0]
		first.Items, second.Items = first.Items[:2], slices.Clone(first.Items[2:4])
		second.ID = "other"
		st.Constructs = []study.Construct{first, second}
	}
	highest := func(pair vg.Length) (h vg.Length) {
		st, res := load(t, several)
		opt := testOptions
		opt.PairHeight = pair
		_, figures, ds := Compose(st, res, opt)
		if ds.HasErrors() {
			t.Fatal(printed(ds))
		}
		for _, f := range figures {
			if strings.HasPrefix(f.Name, "summary") {
				h = max(h, f.Height)
			}
		}
		return h
	}
	own := highest(0)
	if got := highest(0.85 * own); got > 0.85*own || got < 0.7*own {
		t.Errorf("summaries of %v points are set %v high for %v", own, got, 0.85*own)
	}
	if got := highest(0.5 * own); got != own {
		t.Errorf("summaries of %v points are set %v high, though they cannot share a page", own, got)
	}
}

func TestLowered(t *testing.T) {
	const src = "## A\ntext # no\n ### B {#b}\n```\n## code\n```\n#hash\n## C"
	const want = "### A\ntext # no\n #### B {#b}\n```\n## code\n```\n#hash\n### C"
	if got := lowered(src); got != want {
		t.Errorf("lowered is %q", got)
	}
}

// A heading in a section of an evaluation belongs to the report's heading over it.
func TestSectionsOfEvaluation(t *testing.T) {
	file := filepath.Join(t.TempDir(), "s.md")
	if err := os.WriteFile(file, []byte("Teks.\n\n## Judul Sendiri\n\nTeks."), 0o644); err != nil {
		t.Fatal(err)
	}
	doc, _ := evaluation(t, func(st *study.Study) {
		st.Sections = map[string]lang.Text{"introduction": {lang.ID: file}, "discussion": {lang.ID: file}}
	})
	var levels []int
	for _, b := range doc.Blocks {
		if h, ok := b.(*document.Heading); ok && document.Plain(h.Text) == "Judul Sendiri" {
			levels = append(levels, h.Level)
		}
	}
	if !slices.Equal(levels, []int{3, 2}) {
		t.Errorf("the headings have the levels %v", levels)
	}
}

// What an author writes is all in the document, however it is indented, and in
// whatever encoding an editor saved it.
func TestSectionsAreKept(t *testing.T) {
	const src = "Satu.\n\n    Dua, menjorok.\n\n\tTiga, dengan tab.\n\n- butir\n\n        Empat, di dalam daftar.\n\nLima, lihat [](#own).\n\n## Judul Bagian {#own}\n\nEnam.\n"
	utf16 := []byte{0xFF, 0xFE}
	for _, r := range src {
		utf16 = append(utf16, byte(r), byte(r>>8))
	}
	for name, data := range map[string][]byte{"utf8.md": []byte(src), "utf16.md": utf16} {
		file := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(file, data, 0o644); err != nil {
			t.Fatal(err)
		}
		text := doctest.Dump(compose(t, func(st *study.Study) {
			st.Languages = []lang.Tag{lang.ID}
			st.Sections = map[string]lang.Text{"introduction": {lang.ID: file}}
		}))
		for _, s := range []string{"Satu.", "Dua, menjorok.", "Tiga, dengan tab.", "Empat, di dalam daftar.", "Lima, lihat [Judul Bagian](#section:own).", "Enam.", "METODE PENELITIAN", "PENUTUP"} {
			if !strings.Contains(text, s) {
				t.Errorf("%s: the document does not have %q", name, s)
			}
		}
	}
}

// An abstract that places itself ends in an error.
func TestAbstractInItself(t *testing.T) {
	st, res := load(t, func(st *study.Study) {
		st.Abstract = lang.Text{lang.ID: "Isi. ![](abstract:id)\n\n![](abstract:id)", lang.EN: "Text."}
	})
	_, _, ds := Compose(st, res, Options{})
	if !strings.Contains(printed(ds), "the abstract places itself") {
		t.Errorf("the problems are\n%s", printed(ds))
	}
}
