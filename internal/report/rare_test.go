package report

import (
	"strings"
	"testing"

	"wogreport/internal/document/doctest"
	"wogreport/internal/lang"
	"wogreport/internal/study"
)

// TestRareBlocks has those blocks say something that no other test does: those
// of an evaluation in two languages, and of a journal with a cohort and pages.
func TestRareBlocks(t *testing.T) {
	for _, ls := range [][]lang.Tag{{lang.ID, lang.EN}, {lang.EN, lang.ID}} {
		doc, ds := evaluation(t, func(st *study.Study) { st.Languages, st.Layout.Parallel = ls, true })
		if text := doctest.Dump(doc); ds.HasErrors() || !strings.Contains(text, "The mean rating") || !strings.Contains(text, "Rata-rata penilaian") {
			t.Errorf("%v: an evaluation in both languages says it in one only, or not without problems:\n%s", ls, printed(ds))
		}
		article := compose(t, func(st *study.Study) {
			st.Languages, st.Cohort, st.Journal.Pages = ls[:1], "Angkatan I", "1–12"
		})
		if text := doctest.Dump(article); !strings.Contains(text, ": Angkatan I") || !strings.Contains(text, " 1–12") {
			t.Errorf("an article in %s lacks its cohort or its pages", ls[0])
		}
	}
}
