package report

import (
	"strings"
	"testing"

	"wogreport/internal/analysis"
	"wogreport/internal/compare"
	"wogreport/internal/diag"
	"wogreport/internal/document/doctest"
	"wogreport/internal/lang"
	"wogreport/internal/responses"
	"wogreport/internal/study"
)

// compared is the example's cohorts beside each other.
func compared(t *testing.T, change func(*study.Study)) (*study.Study, *compare.Comparison) {
	t.Helper()
	st, _ := loadFrom(t, agency, change)
	split, ds := responses.Open(st).By("Angkatan", diag.Pos{})
	if ds.HasErrors() {
		t.Fatal(printed(ds))
	}
	left := compare.Left{Failed: []string{"C <1>"}}
	var kept []compare.Summary
	for _, c := range split.Each {
		if c.Table.Answered() < st.Privacy.MinGroup {
			left.Withheld++
			continue
		}
		period := lang.Same("2025")
		if len(kept) > 5 {
			period = lang.Same("2026")
		}
		kept = append(kept, compare.Of(st.ForCohort(study.Cohort{Name: c.Name, Period: period}), analysis.Run(st, c.Table)))
	}
	cmp, err := compare.Make(kept, left)
	if err != nil {
		t.Fatal(err)
	}
	return st, cmp
}

// TestIndex: the list names and opens every report, and tells what is left out
// without naming it.
func TestIndex(t *testing.T) {
	st, in := compared(t, func(st *study.Study) { st.Privacy.MinCell = 3 })
	in.Cohorts[0].Cohort, in.FailedNames = `A & <B>`, []string{"C <1>", "D"}
	links := make([]string, len(in.Cohorts))
	for i := range links {
		links[i] = "Angkatan é #1/laporan.pdf"
	}
	page, err := Index(st, IndexInput{Cohorts: in, Links: links, Comparison: "comparison.pdf", Workbook: "index.xlsx"})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{
		`<html lang="id">`, `<a href="Angkatan%20%C3%A9%20%231/laporan.pdf">A &amp; &lt;B&gt;</a>`, `href="comparison.pdf"`, `href="index.xlsx"`,
		"Data sintetis", "1 angkatan dengan kurang dari 5 responden", "kesalahan dalam datanya: C &lt;1&gt;; D.", "<p>Tanda x berarti tidak ditampilkan demi privasi", "<td>x</td>", "<small>", "1. Kesesuaian materi",
	} {
		if !strings.Contains(string(page), s) {
			t.Errorf("the page has no %s", s)
		}
	}
	if strings.Contains(string(page), "Angkatan VIII") {
		t.Error("the page names a cohort that is withheld")
	}
}

// TestReversedMark: an item that is scored in reverse bears the mark of the report, which is
// explained, wherever the list and the comparison name it.
func TestReversedMark(t *testing.T) {
	for _, reverse := range []bool{false, true} {
		st, in := compared(t, func(st *study.Study) { st.Constructs[0].Items[1].Reverse = reverse })
		page, err := Index(st, IndexInput{Cohorts: in, Links: make([]string, len(in.Cohorts)), Workbook: "index.xlsx"})
		if err != nil {
			t.Fatal(err)
		}
		doc, ds := ComposeComparison(st, in, testOptions)
		if doc == nil {
			t.Fatal(printed(ds))
		}
		text := doctest.Dump(doc)
		_, moves, _ := strings.Cut(text, "[table table:moves]")
		moves, _, _ = strings.Cut(moves, "[table ")
		label := st.Constructs[0].Items[1].Label.In(lang.ID)
		for what, marked := range map[string]bool{
			"the list":                strings.Contains(string(page), "2. "+label+"*") && strings.Contains(string(page), "skornya dibalik"),
			"the table of changes":    strings.Contains(moves, label+"*"),
			"the table of statements": strings.Contains(text, "2*"),
		} {
			if marked != reverse {
				t.Errorf("%s: the mark of a reversed item: %v, want %v", what, marked, reverse)
			}
		}
	}
}

// TestComments: comments are text, whatever marks they hold, under the header of
// their column; without any the report has no part for them.
func TestComments(t *testing.T) {
	st, res := loadFrom(t, agency, nil)
	opt := testOptions
	opt.Comments = []Comments{{"Saran *anda*", []string{"# bukan judul", "{{.N}} & <b>"}}, {"Lain", nil}}
	doc, _, ds := Compose(st, res, opt)
	if doc == nil {
		t.Fatal(printed(ds))
	}
	text := doctest.Dump(doc)
	for _, s := range []string{"KOMENTAR {section:comments}", "Saran *anda*", "# bukan judul", "{{.N}} & <b>", "Tidak ada komentar."} {
		if !strings.Contains(text, s) {
			t.Errorf("the report does not say %q", s)
		}
	}
	if doc, _, _ := Compose(st, res, testOptions); strings.Contains(doctest.Dump(doc), "KOMENTAR") {
		t.Error("a report without comments has a part for them")
	}
}

// A list of reports and a comparison name a study whose title and labels cite,
// without a link to the list of references that they do not have.
func TestCitingTitles(t *testing.T) {
	st, in := compared(t, func(st *study.Study) {
		st.Title = lang.Same("Evaluation after [@a], see [](#nowhere)")
		st.Constructs[0].Label = lang.Same("material [@a]")
		st.References = append(st.References, study.Reference{Key: "a", Text: lang.Same("Author, A. (2001). Work.")})
	})
	page, err := Index(st, IndexInput{Cohorts: in, Links: make([]string, len(in.Cohorts)), Workbook: "index.xlsx"})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(page), "Evaluation after (Author, 2001)") || !strings.Contains(string(page), "Material (Author, 2001)") {
		t.Errorf("the page does not cite as the report does")
	}
	st.Title = lang.Same("Evaluation after [@a]")
	doc, ds := ComposeComparison(st, in, testOptions)
	if doc == nil || ds.HasErrors() {
		t.Fatalf("no comparison: %s", printed(ds))
	}
	if text := doctest.Dump(doc); !strings.Contains(text, "(Author, 2001)") || strings.Contains(text, "#ref:a") {
		t.Errorf("the comparison does not cite, or links to a list that it has not")
	}
}
