package report

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"wogreport/internal/diag"
	"wogreport/internal/document"
	"wogreport/internal/document/doctest"
	"wogreport/internal/lang"
	"wogreport/internal/study"
)

var agency = filepath.Join("..", "..", "examples", "agency", "study.yaml")

// evaluation composes the example of an agency.
func evaluation(t *testing.T, change func(*study.Study)) (*document.Document, diag.List) {
	t.Helper()
	st, res := loadFrom(t, agency, change)
	doc, _, ds := Compose(st, res, testOptions)
	if doc == nil {
		t.Fatalf("Compose: %s", printed(ds))
	}
	return doc, ds
}

// TestEvaluation holds every word of the example in its languages.
func TestEvaluation(t *testing.T) {
	for name, ls := range map[string][]lang.Tag{"id": {lang.ID}, "en": {lang.EN}, "id-en": {lang.ID, lang.EN}} {
		doc, ds := evaluation(t, func(st *study.Study) {
			st.Languages, st.Cohort, st.Method.Population = ls, "Angkatan I", 480
			st.LegalBasis = []lang.Text{{lang.ID: "Peraturan Satu", lang.EN: "Regulation One"}, {lang.ID: "Peraturan *Dua*", lang.EN: "Regulation *Two*"}}
		})
		for _, d := range ds {
			if d.Code != "to-be-filled" {
				t.Errorf("%s: %v", name, d)
			}
		}
		golden(t, "evaluation."+name+".txt", doctest.Dump(doc))
	}
}

// The report invents nothing: what the study does not say is marked in it, and
// said to who builds it.
func TestEvaluationIsToBeFilled(t *testing.T) {
	doc, ds := evaluation(t, func(st *study.Study) {
		st.Sections, st.Signatures, st.Agency, st.Record, st.Program = nil, nil, study.Agency{}, study.Record{}, nil
	})
	text := doctest.Dump(doc)
	for _, s := range []string{"Untuk diisi: nama kegiatan.", "Untuk diisi: dasar hukum.", "Untuk diisi: rekomendasi.", "Untuk diisi: rencana tindak lanjut.", "(jabatan)", "……"} {
		if !strings.Contains(text, s) {
			t.Errorf("the report does not say %q", s)
		}
	}
	for _, s := range []string{"[letterhead]", "rekomendasi.md", "internet sebelum"} {
		if strings.Contains(text, s) {
			t.Errorf("the report says %q", s)
		}
	}
	i := slices.IndexFunc(ds, func(d diag.Diagnostic) bool { return d.Code == "to-be-filled" })
	if i < 0 || !strings.HasSuffix(ds[i].Message, ": program, signatories, legal_basis, sections.recommendations, sections.follow_up") {
		t.Errorf("it warns: %v", ds)
	}
}

// A section that the kind has no place for is not lost in silence.
func TestUnusedSection(t *testing.T) {
	_, ds := evaluation(t, func(st *study.Study) {
		st.Sections["literature"] = st.Sections["recommendations"]
	})
	if !slices.ContainsFunc(ds, func(d diag.Diagnostic) bool { return d.Code == "section-unused" }) {
		t.Errorf("no warning of the section literature: %v", ds)
	}
}

// With more items than can have a chart each, the report is as long as one
// with few: the summaries and the appendix hold the answers.
func TestEvaluationOfManyItems(t *testing.T) {
	st, res := loadFrom(t, agency, nil)
	again, more := st.Constructs[0], res.Constructs[0]
	again.ID, more.ID = "again", "again"
	again.Items, more.Items = slices.Clone(again.Items), slices.Clone(more.Items)
	for i := range again.Items {
		again.Items[i].ID += "b"
		more.Items[i].ID += "b"
	}
	st.Constructs, res.Constructs = append(st.Constructs, again), append(res.Constructs, more)
	for setting, want := range map[string]int{"auto": 0, "none": 0, "all": 14} {
		st.Layout.Items = setting
		doc, _, ds := Compose(st, res, testOptions)
		if doc == nil {
			t.Fatal(printed(ds))
		}
		n := 0
		for _, b := range doc.Blocks {
			if f, ok := b.(*document.Figure); ok && !strings.HasPrefix(f.ID, "figure:summary") && !strings.HasPrefix(f.ID, "figure:group") {
				n++
			}
		}
		if n != want {
			t.Errorf("with items: %s, %d of 14 items have a chart of their own, want %d", setting, n, want)
		}
	}
}

func TestSpacedNIP(t *testing.T) {
	for in, want := range map[string]string{
		"197001011995031001": "19700101\u00a0199503\u00a01\u00a0001",
		"NRP 12345":          "NRP 12345",
		"":                   "",
		"19700101199503100A": "19700101199503100A",
	} {
		if got := spacedNIP(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}

// What is withheld for privacy is not called undefined, or a verdict that the
// answers do not allow.
func TestEvaluationWithheld(t *testing.T) {
	for l, c := range map[lang.Tag]struct{ says, never []string }{
		lang.ID: {
			[]string{"Validitas dan reliabilitas kuesioner tidak ditampilkan demi privasi.", "Keputusan tentang butir 1–3 tidak ditampilkan demi privasi."},
			[]string{"terdefinisi", "tidak dapat dinilai", "(tidak ditampilkan", "ditentukan dari jawaban"},
		},
		lang.EN: {
			[]string{"The validity and reliability of the questionnaire are not shown, to protect privacy.", "The verdict on items 1–3 is not shown, to protect privacy."},
			[]string{"undefined", "cannot be judged", "(not shown", "do not allow"},
		},
	} {
		doc, _ := evaluation(t, func(st *study.Study) {
			st.Languages, st.Privacy.MinCell, st.Method.Population = []lang.Tag{l}, 1000, 500
		})
		text := doctest.Dump(doc)
		for _, s := range c.says {
			if !strings.Contains(text, s) {
				t.Errorf("it does not say %q", s)
			}
		}
		for _, s := range c.never {
			if strings.Contains(text, s) {
				t.Errorf("it says %q", s)
			}
		}
		if strings.Contains(text, "| –") {
			t.Error("a cell has a dash for what is withheld")
		}
	}
}
