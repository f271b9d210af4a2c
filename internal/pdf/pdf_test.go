package pdf

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"wogreport/internal/diag"
	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/pdf/judge"
	"wogreport/internal/pdf/layout"
	"wogreport/internal/pdf/pdftest"
	"wogreport/internal/pdf/typeset"
)

// write is the document as a PDF, with the warnings that came with it.
func write(t testing.TB, d *document.Document, opt Options) ([]byte, diag.List) {
	t.Helper()
	var b bytes.Buffer
	problems, err := Write(&b, d, opt)
	if err != nil {
		t.Fatal(err)
	}
	if opt.Standard {
		judge.Rules(t, t.Name(), b.Bytes())
	}
	return b.Bytes(), problems
}

func TestSameBytes(t *testing.T) {
	a, _ := write(t, pdftest.Article(), DefaultOptions())
	b, _ := write(t, pdftest.Article(), DefaultOptions())
	if !bytes.Equal(a, b) {
		t.Error("two files of one document differ")
	}
	opt := DefaultOptions()
	opt.Date = time.Date(2020, 2, 3, 0, 0, 0, 0, time.UTC)
	if c, _ := write(t, pdftest.Article(), opt); bytes.Equal(a, c) {
		t.Error("the date is not in the file")
	}
}

func TestSize(t *testing.T) {
	opt := DefaultOptions()
	opt.Standard = false
	bare, _ := write(t, pdftest.Article(), opt)
	if len(bare) > 100_000 {
		t.Errorf("the article has %d bytes", len(bare))
	}
	b, problems := write(t, pdftest.Article(), DefaultOptions())
	if len(b) > len(bare)*13/10 {
		t.Errorf("its tags make %d bytes of %d", len(b), len(bare))
	}
	if len(problems) > 0 {
		t.Errorf("warnings about a sound document: %v", problems)
	}
}

// checker runs an outside program over a file; without the program the test
// is skipped, in CI it fails.
func checker(t *testing.T, file []byte, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("%s is missing", name)
		}
		t.Skipf("%s is missing", name)
	}
	path := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(path, file, 0o644); err != nil {
		t.Fatal(err)
	}
	for i := range args {
		args[i] = strings.ReplaceAll(args[i], "FILE", path)
	}
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

// Options of any kind give a file.
func TestOddOptions(t *testing.T) {
	for _, opt := range []layout.Options{{}, {Paper: "B5", FontSize: 300, Fonts: "comic"}, {FontSize: 24, Margins: layout.Margins{Top: -40, Right: 500, Bottom: 3, Left: 3}}} {
		write(t, pdftest.Article(), Options{Options: opt})
	}
}

func TestQpdf(t *testing.T) {
	t.Parallel()
	b, _ := write(t, pdftest.Article(), DefaultOptions())
	if out := checker(t, b, "qpdf", "--check", "FILE"); !strings.Contains(out, "No syntax or stream encoding errors") {
		t.Error(out)
	}
}

// A reader of the text must get every line that was set, once, its words
// parted by single spaces, an added hyphen as U+00AD.
func TestExtraction(t *testing.T) {
	t.Parallel()
	d := pdftest.Article()
	b, _ := write(t, d, DefaultOptions())
	pages := layout.Of(d, layout.DefaultOptions(), new(typeset.Setter)).Pages
	out := checker(t, b, "pdftotext", "-enc", "UTF-8", "-raw", "FILE", "-")
	got := strings.Split(out, "\f")
	if len(got) != len(pages)+1 {
		t.Fatalf("%d pages extracted, %d set", len(got)-1, len(pages))
	}
	hyphens := 0
	for i, pg := range pages {
		at := 0
		for _, p := range pg.Items {
			para, ok := p.Box.Block.(*document.Paragraph)
			if !ok || strings.Contains(document.Plain(para.Text), "√") { // with a raised figure
				continue
			}
			for _, tx := range p.Box.Texts {
				line := tx.Line.String()
				hyphens += strings.Count(line, "\u00ad")
				n := strings.Index(got[i][at:], line)
				if n < 0 {
					t.Errorf("page %d: %q isn't extracted after what stands before it", pg.Number, line)
					continue
				}
				at += n + len(line)
			}
		}
	}
	if hyphens == 0 {
		t.Error("no added hyphen in the sample: the test shows less than it should")
	}
	whole := strings.ReplaceAll(out, "\u00ad\n", "")
	for _, s := range []string{"36 (55,4%)", "α = 0,05", "n − 2 = 63", "0,677", "Tabel 2 (lanjutan)", "mempersyaratkan", "Lægreid"} {
		if !strings.Contains(whole, s) {
			t.Errorf("%q isn't extracted", s)
		}
	}
	for _, line := range strings.Split(whole, "\n") {
		if strings.Contains(strings.TrimSpace(line), "  ") {
			t.Errorf("double space in %q", line)
		}
	}
}

// A footnote is read once.
func TestFootnotesAreExtracted(t *testing.T) {
	t.Parallel()
	b, problems := write(t, pdftest.Noted(), DefaultOptions())
	if len(problems) > 0 {
		t.Errorf("warnings %v", problems)
	}
	out := checker(t, b, "pdftotext", "-enc", "UTF-8", "FILE", "-")
	for _, s := range []string{"Catatan 1:", "Catatan 17:", "Catatan 18:"} {
		if n := strings.Count(out, s); n != 1 {
			t.Errorf("%q is extracted %d times", s, n)
		}
	}
}

// Any text in any place gives a sound file.
func TestHostileFiles(t *testing.T) {
	for name, s := range pdftest.Hostile {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b, _ := write(t, pdftest.Everywhere(s), DefaultOptions())
			if out := checker(t, b, "qpdf", "--check", "FILE"); !strings.Contains(out, "No syntax or stream encoding errors") {
				t.Error(out)
			}
		})
	}
}

func TestNavigation(t *testing.T) {
	t.Parallel()
	d := pdftest.Article()
	d.Blocks = append(d.Blocks, pdftest.Para("", pdftest.Ref("nirgends", "nowhere"), pdftest.Ref("nirgends", "nowhere")))
	b, problems := write(t, d, DefaultOptions())
	out := checker(t, b, "qpdf", "--qdf", "--object-streams=disable", "FILE", "-")
	for _, s := range []string{
		"/Lang (id)", "/Title (PENDAHULUAN)", "/PageMode /UseOutlines", "/URI (https://www.example.org/publikasi/",
		"/URI (mailto:penulis@example.org)",
	} {
		if !strings.Contains(out, s) {
			t.Errorf("%q isn't in the file", s)
		}
	}
	if n := strings.Count(out, "/Dest"); n < 20 {
		t.Errorf("%d destinations in outline and links", n)
	}
	if len(problems) != 1 || problems[0].Code != "broken-link" || problems[0].Severity != diag.Warning {
		t.Errorf("warnings %v; want one, about a broken link", problems)
	}
}

func BenchmarkWrite(b *testing.B) {
	d := pdftest.Article()
	opt := DefaultOptions()
	for b.Loop() {
		var w bytes.Buffer
		if _, err := Write(&w, d, opt); err != nil {
			b.Fatal(err)
		}
	}
}

// Viewers call the pages by their printed numbers.
func TestPageLabels(t *testing.T) {
	pages := layout.Of(pdftest.Evaluation(t, 1), layout.DefaultOptions(), new(typeset.Setter)).Pages
	if got, want := pageLabels(pages), "/PageLabels <</Nums [0 <</S /r /St 1>> 5 <</S /D /St 1>> ]>>\n"; got != want {
		t.Errorf("the labels are %q, want %q", got, want)
	}
	pages = layout.Of(pdftest.Article(), layout.DefaultOptions(), new(typeset.Setter)).Pages
	if got := pageLabels(pages); got != "" {
		t.Errorf("an article has the labels %q", got)
	}
}

// In the file: labels, links of the lists, and a valid structure.
func TestEvaluationFile(t *testing.T) {
	t.Parallel()
	data, l := write(t, pdftest.Evaluation(t, 2), DefaultOptions())
	if len(l) > 0 {
		t.Errorf("it warns: %v", l)
	}
	again, _ := write(t, pdftest.Evaluation(t, 2), DefaultOptions())
	if !bytes.Equal(data, again) {
		t.Error("the same document gives other bytes")
	}
	if out := checker(t, data, "qpdf", "--check", "FILE"); !strings.Contains(out, "No syntax or stream encoding errors") {
		t.Error(out)
	}
	text := checker(t, data, "pdftotext", "-layout", "FILE", "-")
	if !regexp.MustCompile(`BAB 2\s+HASIL YANG DIPEROLEH\s+\d`).MatchString(text) {
		t.Errorf("the contents do not list the second chapter:\n%s", text)
	}
}

// Every letter of a text that the fonts have comes out again.
func TestHostileTextSurvives(t *testing.T) {
	t.Parallel()
	texts := map[string]string{"5,000 letters": strings.Repeat("panjang", 715)}
	for _, name := range []string{"cyrillic", "long word", "long number", "long address", "brackets", "controls"} {
		texts[name] = pdftest.Hostile[name]
	}
	for name, s := range texts {
		d := &document.Document{Language: lang.ID, Blocks: []document.Block{pdftest.Para("", pdftest.Span(s))}}
		b, problems := write(t, d, DefaultOptions())
		if len(problems) > 0 {
			t.Errorf("%s: %v", name, problems)
		}
		out := checker(t, b, "pdftotext", "-enc", "UTF-8", "FILE", "-")
		keep := func(s string) string {
			return strings.Map(func(r rune) rune {
				if strings.ContainsRune(" \n\f\u00ad\u200b\u00a0", r) {
					return -1
				}
				return r
			}, s)
		}
		if got, want := keep(out), keep(typeset.Clean(s)); got != want {
			t.Errorf("%s: %q extracted, want %q", name, got, want)
		}
	}
}

func TestMissingGlyphs(t *testing.T) {
	t.Parallel()
	d := &document.Document{Language: lang.ID, Blocks: []document.Block{
		&document.Heading{ID: "satu", Level: 1, Text: pdftest.Plain("Judul 😀 dan 😀")},
		pdftest.Para("", pdftest.Span("Isi 😀 dan 中")),
	}}
	b, problems := write(t, d, DefaultOptions())
	var got []string
	for _, p := range problems {
		got = append(got, p.Code+": "+p.Message)
	}
	want := []string{
		`no-glyph: the fonts have no glyph for U+1F600 in the heading "satu"; a box is shown instead`,
		`no-glyph: the fonts have no glyph for U+1F600, U+4E2D in the paragraph "Isi 😀 dan 中"; a box is shown instead`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("warnings\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	// a box is shown, a reader of the text is told what it stands for
	if out := checker(t, b, "pdftotext", "-enc", "UTF-8", "FILE", "-"); strings.Count(out, "😀")+strings.Count(out, "中") != 4 {
		t.Errorf("not four letters in %q", out)
	}
	opt := DefaultOptions()
	opt.Standard = false
	b, _ = write(t, d, opt)
	if out := checker(t, b, "pdftotext", "-enc", "UTF-8", "FILE", "-"); strings.Count(out, "□") != 4 {
		t.Errorf("not four boxes in %q", out)
	}
}
