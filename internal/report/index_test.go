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
	split, ds := responses.ReadBy(st, "Angkatan", diag.Pos{})
	if ds.HasErrors() {
		t.Fatal(printed(ds))
	}
	left := compare.Left{Failed: 1}
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
	in.Cohorts[0].Cohort = `A & <B>`
	links := make([]string, len(in.Cohorts))
	for i := range links {
		links[i] = "Angkatan é #1/laporan.pdf"
	}
	page, err := Index(st, IndexInput{Cohorts: in, Failed: []string{"C <1>", "D"}, Links: links, Comparison: "comparison.pdf", Workbook: "index.xlsx"})
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
