package report

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"wogreport/internal/document"
	"wogreport/internal/document/doctest"
	"wogreport/internal/lang"
	"wogreport/internal/study"
)

// Every figure of a chapter with charts of all kinds is called in a text before it.
func TestEveryFigureIsCalled(t *testing.T) {
	calls := regexp.MustCompile(`(?:Gambar|Figures?)[ \x{a0}](\d+)(?:–(\d+))?`)
	for _, l := range []lang.Tag{lang.ID, lang.EN} {
		st, res := loadFrom(t, "testdata/chapter/study.yaml", func(st *study.Study) { st.Languages = []lang.Tag{l} })
		doc, _, ds := Compose(st, res, testOptions)
		if doc == nil {
			t.Fatal(printed(ds))
		}
		called, figures := map[int]bool{}, 0
		for _, b := range doc.Blocks {
			switch b := b.(type) {
			case *document.Paragraph:
				for _, m := range calls.FindAllStringSubmatch(document.Plain(b.Text), -1) {
					from, _ := strconv.Atoi(m[1])
					to, _ := strconv.Atoi(m[2])
					for n := from; n <= max(from, to); n++ {
						called[n] = true
					}
				}
			case *document.Figure:
				if figures++; !called[figures] {
					t.Errorf("%s: figure %d, %q, is called nowhere before it", l, figures, document.Plain(b.Caption.Text))
				}
			}
		}
		if figures < 30 {
			t.Errorf("%s: only %d figures were looked at", l, figures)
		}
	}
}

// What an author's own blocks do not place, built-in sentences do not call.
func TestCallsOfWhatIsNotPlaced(t *testing.T) {
	dir := t.TempDir()
	own := `{{define "profile.body"}}{{template "profile.text" .}}

![](table:profile)

{{end}}{{define "scores.body"}}{{template "scores.text" .}}

![](table:scores)

{{end}}`
	if err := os.WriteFile(filepath.Join(dir, "results.en.md"), []byte(own), 0o644); err != nil {
		t.Fatal(err)
	}
	st, res := loadFrom(t, "testdata/chapter/study.yaml", func(st *study.Study) {
		st.Languages, st.Templates = []lang.Tag{lang.EN}, dir
	})
	doc, _, ds := Compose(st, res, testOptions)
	if doc == nil || ds.HasErrors() {
		t.Fatal(printed(ds))
	}
	text := doctest.Dump(doc)
	if !strings.Contains(text, "describes the 150") || strings.Contains(text, "the distribution of") || strings.Contains(text, "how many respondents are in each class") {
		t.Errorf("charts are called that stand nowhere:\n%s", text[:9000])
	}
}
