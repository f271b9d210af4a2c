package report

import (
	"path/filepath"
	"testing"

	"wogreport/internal/document/doctest"
	"wogreport/internal/lang"
	"wogreport/internal/study"
)

// TestChapter holds every word of a study that has all that a results chapter may:
// profile, answers by group, constructs beside each other, scores, factorability, a scale
// that the study divides and one of two points.
func TestChapter(t *testing.T) {
	for _, l := range []lang.Tag{lang.ID, lang.EN} {
		st, res := loadFrom(t, filepath.Join("testdata", "chapter", "study.yaml"), func(st *study.Study) { st.Languages = []lang.Tag{l} })
		doc, _, ds := Compose(st, res, testOptions)
		if doc == nil || len(ds) > 0 {
			t.Fatalf("%s: %s", l, printed(ds))
		}
		golden(t, "chapter."+string(l)+".txt", doctest.Dump(doc))
	}
}
