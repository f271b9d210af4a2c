package report

import (
	"path/filepath"
	"testing"

	"wogreport/internal/document/doctest"
	"wogreport/internal/lang"
	"wogreport/internal/study"
)

// A whole folder of words as it was written before terms had catalogues of their
// own gives the same report as no folder: its blocks stand in the place of terms.
func TestFolderFromBeforeCatalogues(t *testing.T) {
	folder, err := filepath.Abs(filepath.Join("testdata", "folder"))
	if err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func(*study.Study){
		"article":  func(*study.Study) {},
		"appendix": func(st *study.Study) { st.Analysis.Appendix, st.Interpretation.On = true, true },
		"English":  func(st *study.Study) { st.Languages = []lang.Tag{lang.EN} },
	} {
		want := doctest.Dump(compose(t, change))
		got := doctest.Dump(compose(t, func(st *study.Study) { change(st); st.Templates = folder }))
		if got != want {
			t.Errorf("%s: the report differs with the folder", name)
		}
	}
	own := func(st *study.Study) { st.Templates = folder }
	with, ds := evaluation(t, own)
	if with == nil || ds.HasErrors() {
		t.Fatalf("the evaluation: %s", printed(ds))
	}
	without, _ := evaluation(t, func(*study.Study) {})
	if doctest.Dump(with) != doctest.Dump(without) {
		t.Error("the evaluation differs with the folder")
	}
}
