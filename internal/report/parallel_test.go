package report

import (
	"strings"
	"testing"

	"wogreport/internal/document"
	"wogreport/internal/document/doctest"
	"wogreport/internal/lang"
	"wogreport/internal/study"
)

// In the parallel layout every paragraph of the results stands in both
// languages, and the second names figures and tables in its own words.
func TestParallel(t *testing.T) {
	for _, ls := range [][]lang.Tag{{lang.ID, lang.EN}, {lang.EN, lang.ID}} {
		doc := compose(t, func(st *study.Study) { st.Languages, st.Layout.Parallel = ls, true })
		count := map[lang.Tag]int{}
		results := false
		for _, b := range doc.Blocks {
			switch b := b.(type) {
			case *document.Heading:
				if b.Level == 1 {
					results = b.ID == "section:results" || b.ID == "section:closing"
				}
			case *document.Paragraph:
				if !results || b.Role != document.Body {
					continue
				}
				count[b.Lang]++
				other := map[lang.Tag]string{lang.ID: "Figure ", lang.EN: "Gambar "}[b.Lang]
				if text := document.Plain(b.Text); strings.Contains(text, other) {
					t.Errorf("%v: a paragraph in %s says %q: %s", ls, b.Lang, other, text)
				}
			}
		}
		if n := count[ls[0]]; n != count[ls[1]] || n < 15 {
			t.Errorf("%v: paragraphs %v", ls, count)
		}
		if ls[0] == lang.ID {
			golden(t, "parallel.id-en.txt", doctest.Dump(doc))
		}
	}
	st, res := load(t, func(st *study.Study) { st.Layout.Parallel = true; st.Languages = []lang.Tag{lang.EN} })
	doc, _, ds := Compose(st, res, testOptions)
	if len(ds) > 0 {
		t.Fatal(printed(ds))
	}
	for _, b := range doc.Blocks {
		if p, ok := b.(*document.Paragraph); ok && p.Lang != lang.EN {
			t.Errorf("a report in English says %s", document.Plain(p.Text))
		}
	}
}
