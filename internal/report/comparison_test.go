package report

import (
	"regexp"
	"strings"
	"testing"

	"wogreport/internal/analysis"
	"wogreport/internal/compare"
	"wogreport/internal/diag"
	"wogreport/internal/document"
	"wogreport/internal/document/doctest"
	"wogreport/internal/lang"
	"wogreport/internal/responses"
	"wogreport/internal/study"
)

// agencyCohorts are the summaries of the example's cohorts, as a run by cohort
// makes them; half a year each.
func agencyCohorts(t *testing.T, change func(*study.Study)) (*study.Study, []compare.Summary, compare.Left) {
	t.Helper()
	st, ds := study.Load(agency)
	if ds.HasErrors() {
		t.Fatal(ds)
	}
	if change != nil {
		change(st)
	}
	split, ds := responses.Open(st).By("Angkatan", diag.Pos{})
	if ds.HasErrors() {
		t.Fatal(ds)
	}
	var out []compare.Summary
	var left compare.Left
	for i, c := range split.Each {
		if c.Table.Answered() < st.Privacy.MinGroup {
			left.Withheld++
			continue
		}
		own := st.ForCohort(study.Cohort{Name: c.Name, Population: 40, Period: lang.Text{lang.ID: "Semester " + string(rune('1'+i/6)), lang.EN: "Half " + string(rune('1'+i/6))}})
		out = append(out, compare.Of(own, analysis.Run(own, c.Table)))
	}
	return st, out, left
}

func comparison(t *testing.T, change func(*study.Study), cut func([]compare.Summary) []compare.Summary) *document.Document {
	t.Helper()
	st, cohorts, left := agencyCohorts(t, change)
	if cut != nil {
		cohorts = cut(cohorts)
	}
	cmp, err := compare.Make(cohorts, left)
	if err != nil {
		t.Fatal(err)
	}
	doc, ds := ComposeComparison(st, cmp, testOptions)
	if len(ds) > 0 {
		t.Fatal(printed(ds))
	}
	return doc
}

// TestComparison holds every word of the comparison of the example's cohorts.
func TestComparison(t *testing.T) {
	for name, ls := range map[string][]lang.Tag{"id": {lang.ID}, "en": {lang.EN}, "id-en": {lang.ID, lang.EN}} {
		doc := comparison(t, func(st *study.Study) { st.Languages = ls }, nil)
		golden(t, "comparison."+name+".txt", doctest.Dump(doc))
	}
}

// TestComparisonSigned: a comparison has the letterhead of an agency's reports and is signed as
// they are, where the study says by whom; that of articles is neither.
func TestComparisonSigned(t *testing.T) {
	for name, c := range map[string]struct {
		change       func(*study.Study)
		head, signed bool
	}{
		"signed":   {nil, true, true},
		"unsigned": {func(st *study.Study) { st.Signatures = nil }, true, false},
		"articles": {func(st *study.Study) { st.Kind = "article" }, false, false},
	} {
		var head, signed bool
		for _, b := range comparison(t, c.change, nil).Blocks {
			switch b.(type) {
			case *document.Letterhead:
				head = true
			case *document.Signatures:
				signed = true
			}
		}
		if head != c.head || signed != c.signed {
			t.Errorf("%s: letterhead %v, signatures %v", name, head, signed)
		}
	}
}

// The pages of a comparison have the study's short title over them.
func TestComparisonShortTitle(t *testing.T) {
	doc := comparison(t, func(st *study.Study) { st.ShortTitle = lang.Text{lang.ID: "Evaluasi Pelatihan"} }, nil)
	if want := "Perbandingan Antarangkatan: Evaluasi Pelatihan"; doc.Header.Right != want {
		t.Errorf("the header is %q, want %q", doc.Header.Right, want)
	}
}

// A cohort whose report could not be made is named, unless they are many.
func TestComparisonNamesFailed(t *testing.T) {
	for _, c := range []struct {
		failed []string
		say    []string
	}{
		{[]string{"Kelas *A*"}, []string{"Satu angkatan tidak dimuat karena datanya belum dapat diolah, yaitu Kelas *A*.", "One cohort is left out because the data could not be analysed yet: Kelas *A*."}},
		{[]string{"A", "B", "C"}, []string{"diolah, yaitu A, B, dan C.", "yet: A, B, and C."}},
		{[]string{"A", "B", "C", "D", "E", "F"}, []string{"Enam angkatan tidak dimuat karena datanya belum dapat diolah.", "Six cohorts are left out because the data could not be analysed yet."}},
	} {
		for i, l := range []lang.Tag{lang.ID, lang.EN} {
			st, cohorts, left := agencyCohorts(t, func(st *study.Study) { st.Languages = []lang.Tag{l} })
			left.Failed = c.failed
			made, err := compare.Make(cohorts, left)
			if err != nil {
				t.Fatal(err)
			}
			doc, ds := ComposeComparison(st, made, testOptions)
			if len(ds) > 0 {
				t.Fatal(printed(ds))
			}
			if !strings.Contains(doctest.Dump(doc), c.say[i]) {
				t.Errorf("the comparison does not say %q", c.say[i])
			}
		}
	}
}

// A cohort that is left out is nowhere, and in no total.
func TestComparisonLeavesOut(t *testing.T) {
	text := doctest.Dump(comparison(t, nil, nil))
	if strings.Contains(text, "Angkatan VIII") || !strings.Contains(text, "Satu angkatan tidak dimuat karena respondennya terlalu sedikit untuk disajikan hasilnya") {
		t.Error("the small cohort is named, or not said to be left out")
	}
	if !strings.Contains(text, "| **Semua angkatan**  |   |   | 440  | 396  |") {
		t.Error("the total is not that of the cohorts shown, 399 less 3")
	}
}

// With min_cell a comparison says of what it withholds that it does, and
// nothing of how it compares.
func TestComparisonWithheld(t *testing.T) {
	set := func(l lang.Tag, least int) func(*study.Study) {
		return func(st *study.Study) { st.Languages, st.Privacy.MinCell = []lang.Tag{l}, least }
	}
	for _, c := range []struct {
		language    lang.Tag
		says, never []string
	}{
		{lang.ID, []string{"Rata-rata penilaian terhadap materi pelatihan tidak dapat disajikan untuk angkatan mana pun", "tidak dapat dibandingkan dari angka yang dapat disajikan", "Tanda x berarti"},
			[]string{"terdefinisi", "dua desimal", "dapat dipastikan", "KECENDERUNGAN", "Semua angkatan**  | 0"}},
		{lang.EN, []string{"The mean rating of training material cannot be given for any cohort", "cannot be compared by the figures", "The mark x stands"},
			[]string{"undefined", "two decimals", "can be established", "TREND", "All cohorts**  | 0"}},
	} {
		text := doctest.Dump(comparison(t, set(c.language, 40), nil)) // no cohort has so many
		for _, s := range c.says {
			if !strings.Contains(text, s) {
				t.Errorf("it does not say %q:\n%s", s, text)
			}
		}
		for _, s := range c.never {
			if strings.Contains(text, s) {
				t.Errorf("it says %q", s)
			}
		}
	}
	// Where some are withheld it says of how many it speaks.
	golden(t, "comparison.withheld.txt", doctest.Dump(comparison(t, set(lang.ID, 3), func(c []compare.Summary) []compare.Summary { return c[4:] })))
}

// Of what did not move, or cannot be compared, no more is said than that.
func TestComparisonOfFew(t *testing.T) {
	alike := doctest.Dump(comparison(t, nil, func(c []compare.Summary) []compare.Summary {
		second := c[0]
		second.Cohort = "Angkatan 0"
		return []compare.Summary{second, c[0]}
	}))
	for _, s := range []string{"PERBEDAAN KEDUA ANGKATAN", "perbedaan kedua angkatan itu diuji", "tidak ada perbedaan yang dapat dipastikan", "tidak berarti bahwa tidak ada perbedaan", "sama pada dua desimal"} {
		if !strings.Contains(alike, s) {
			t.Errorf("of two cohorts alike it does not say %q", s)
		}
	}
	for _, s := range []string{"naik", "turun", "erubahan", "KECENDERUNGAN"} {
		if strings.Contains(alike, s) {
			t.Errorf("of two cohorts alike it says %q", s)
		}
	}
	one := doctest.Dump(comparison(t, nil, func(c []compare.Summary) []compare.Summary { return c[:1] }))
	for _, s := range []string{"PERUBAHAN", "tertinggi", "Semua angkatan"} {
		if strings.Contains(one, s) {
			t.Errorf("of one cohort it says %q", s)
		}
	}
}

// A comparison names every chart of the items' means: there is one for each scale.
func TestComparisonOfTwoScales(t *testing.T) {
	for l, says := range map[lang.Tag]string{lang.EN: "Figure 4 and Figure 5 show the mean of each item", lang.ID: "Gambar 4 dan Gambar 5 memperlihatkan rata-rata setiap butir"} {
		text := doctest.Dump(comparison(t, func(st *study.Study) { st.Languages = []lang.Tag{l} }, func(cs []compare.Summary) []compare.Summary {
			for i := range cs {
				cs[i].Constructs[2].Max = 5
			}
			return cs
		}))
		text = regexp.MustCompile(`\[([^\]]*)\]\(#[^)]*\)`).ReplaceAllString(strings.ReplaceAll(text, "~", " "), "$1")
		if !strings.Contains(text, says) {
			t.Errorf("%s: it does not say %q:\n%s", l, says, text)
		}
	}
}

// Numbers in the names are an order, of which nobody says that it is one in time: the
// last two are compared, and nothing is said to have changed.
func TestComparisonNumbered(t *testing.T) {
	for l, c := range map[lang.Tag]struct{ says, never string }{
		lang.EN: {"The cohorts stand in the order of the numbers in their names; whether that is their order in time is not stated. ", "CHANGES SINCE|From Angkatan|CAME BEFORE| rose | fell "},
		lang.ID: {"Angkatan diurutkan menurut nomor dalam namanya; apakah urutan itu juga urutan waktu tidak dinyatakan. ", "PERUBAHAN SEJAK|Dari Angkatan|naik|turun|Perubahan dari"},
	} {
		text := doctest.Dump(comparison(t, func(st *study.Study) { st.Languages = []lang.Tag{l} }, func(c []compare.Summary) []compare.Summary {
			for i := range c {
				c[i].Numbered = true
			}
			return c
		}))
		if !strings.Contains(text, c.says) || !strings.Contains(text, "Welch") {
			t.Errorf("it does not say %q, or tests nothing:\n%s", c.says, text)
		}
		for _, s := range strings.Split(c.never, "|") {
			if strings.Contains(text, s) {
				t.Errorf("%s: it says %q", l, s)
			}
		}
	}
}

// Where nothing says which cohort came before which, no change from one to the next
// is given, and the comparison says so.
func TestComparisonUnordered(t *testing.T) {
	for l, c := range map[lang.Tag]struct{ says, never string }{
		lang.EN: {"Which cohort came before which is not stated, so no change from one to the next is given, and no cohorts are tested against each other.", "CHANGES SINCE|From Angkatan|Welch"},
		lang.ID: {"Urutan waktu angkatan tidak dinyatakan sehingga perubahan dari satu angkatan ke angkatan berikutnya tidak disajikan dan perbedaan antarangkatan tidak diuji.", "PERUBAHAN SEJAK|Dari Angkatan|Welch"},
	} {
		text := doctest.Dump(comparison(t, func(st *study.Study) { st.Languages = []lang.Tag{l} }, func(c []compare.Summary) []compare.Summary {
			c[1].Unplaced = true
			return c
		}))
		if !strings.Contains(text, c.says) {
			t.Errorf("it does not say %q", c.says)
		}
		for _, s := range strings.Split(c.never, "|") {
			if strings.Contains(text, s) {
				t.Errorf("%s: it says %q", l, s)
			}
		}
	}
}

// TestBegun: what the names of all cohorts begin with is said once, and something is left of each.
func TestBegun(t *testing.T) {
	for _, c := range []struct {
		names  []string
		common string
		rest   string
	}{
		{[]string{"Angkatan I", "Angkatan II"}, "Angkatan", "I|II"},
		{[]string{"Latsar Angkatan I", "Latsar Angkatan II Kelas B"}, "Latsar Angkatan", "I|II Kelas B"},
		{[]string{"Angkatan", "Angkatan II"}, "", "Angkatan|Angkatan II"},
		{[]string{"Maret 2026", "April 2026"}, "", "Maret 2026|April 2026"},
		{[]string{"Angkatan I"}, "", "Angkatan I"},
		{nil, "", ""},
	} {
		if common, rest := begun(c.names); common != c.common || strings.Join(rest, "|") != c.rest {
			t.Errorf("%q: %q and %q", c.names, common, rest)
		}
	}
}
