package report

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wogreport/internal/analysis"
	"wogreport/internal/document/doctest"
	"wogreport/internal/lang"
	"wogreport/internal/responses"
	"wogreport/internal/study"
)

// TestService holds every word of a survey with all that a study can ask for:
// groups, some of them too small, classes, the IKM, importance and performance.
func TestService(t *testing.T) {
	for name, ls := range map[string][]lang.Tag{"id-en": {lang.ID, lang.EN}, "en": {lang.EN}} {
		st, res := loadFrom(t, filepath.Join("testdata", "service", "study.yaml"), func(st *study.Study) {
			st.Languages = ls
			st.Layout.Parallel = len(ls) > 1
		})
		doc, figures, ds := Compose(st, res, testOptions)
		if doc == nil {
			t.Fatalf("Compose: %s", printed(ds))
		}
		got := doctest.Dump(doc)
		golden := filepath.Join("testdata", "service."+name+".txt")
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s differs; if that is meant, run with -update and read the difference", golden)
		}
		// Three respondents of one unit, and the one next in size that they
		// could be told by.
		for _, hidden := range []string{"Inspektorat", "Dinas Pendidikan"} {
			if strings.Contains(got, hidden) {
				t.Errorf("%s: the group %s is shown", name, hidden)
			}
		}
		names := ""
		for _, f := range figures {
			names += " " + f.Name
		}
		if !strings.Contains(names, " groups-jk group-answers-jk-kinerja group-answers-jk-harapan groups-unit-kerja group-answers-unit-kerja-kinerja group-answers-unit-kerja-kinerja-2") || !strings.HasSuffix(names, " importance") {
			t.Errorf("figures%s", names)
		}
	}
}

// twoGroups is the text of a report on one item of a five-point scale that two
// groups answered, as counts of each point.
func twoGroups(t *testing.T, l lang.Tag, a, b []int) string {
	t.Helper()
	var codes []uint8
	var values []string
	for g, counts := range [][]int{a, b} {
		for i, n := range counts {
			for range n {
				codes = append(codes, uint8(i+1))
				values = append(values, []string{"Kelas Pagi", "Kelas Sore"}[g])
			}
		}
	}
	st, ds := study.Parse("study.yaml", []byte(`
title: {id: Uji, en: Test}
scale: {min: 1, max: 5}
constructs: [{id: c, label: {id: layanan, en: service}, items: [P1]}]
groups: [{column: Kelas, label: {id: kelas, en: class}}]
responses: a.csv
`))
	if ds.HasErrors() {
		t.Fatal(printed(ds))
	}
	st.Languages = []lang.Tag{l}
	table := &responses.Table{N: len(codes), Columns: []*responses.Column{{Item: "P1", Codes: codes}}, Groups: map[string][]string{"Kelas": values}}
	doc, _, ds := Compose(st, analysis.Run(st, table), testOptions)
	if doc == nil {
		t.Fatalf("Compose: %s", printed(ds))
	}
	return strings.ReplaceAll(doctest.Dump(doc), "~", " ")
}

// The sentence fits p and the size of the effect; none reads a large p as
// sameness, calls anything significant, or names a cause.
func TestGroupsInWords(t *testing.T) {
	for _, c := range []struct {
		name   string
		a, b   []int
		id, en string
	}{
		{"alike", []int{5, 10, 20, 10, 5}, []int{6, 9, 21, 9, 5}, "Tidak terdapat perbedaan jawaban yang signifikan menurut kelas", "do not differ significantly by class"},
		{"few, far apart", []int{0, 1, 2, 2, 0}, []int{0, 0, 1, 3, 1}, "tetapi ukuran efeknya sedang; respondennya terlalu sedikit untuk memastikannya", "although the effect is medium; there are too few respondents to tell it from chance"},
		{"many, near", []int{2000, 2000, 2000, 2000, 2200}, []int{2200, 2000, 2000, 2000, 2000}, "ukurannya sangat kecil", "its size is negligible"},
		{"apart", []int{20, 10, 5, 2, 1}, []int{1, 2, 5, 10, 20}, "berbeda secara signifikan menurut kelas, dengan ukuran efek besar", "differ significantly by class, with a large effect"},
		{"all tied", []int{0, 0, 10, 0, 0}, []int{0, 0, 12, 0, 0}, "tidak dapat dibandingkan", "cannot be compared"},
		{"one too small", []int{1, 1, 1, 0, 0}, []int{3, 3, 3, 3, 3}, "tidak dapat dibandingkan karena kurang dari dua kelompok yang boleh ditampilkan.", "cannot be compared: fewer than two may be shown."},
	} {
		for l, must := range map[lang.Tag]string{lang.ID: c.id, lang.EN: c.en} {
			got := twoGroups(t, l, c.a, c.b)
			if !strings.Contains(got, must) {
				t.Errorf("%s in %s: does not say %q:\n%s", c.name, l, must, got)
			}
			for _, never := range []string{"secara signifikan", "yang signifikan", "significant", "tidak ada perbedaan", "no difference", "karena jenis", "pengaruh", "because of", "influence"} {
				if strings.Contains(strings.NewReplacer(must, "", "did not differ significantly", "", "do not differ significantly", "", "tidak berbeda secara signifikan", "").Replace(got), never) {
					t.Errorf("%s in %s: says %q", c.name, l, never)
				}
			}
			if c.name == "one too small" && (strings.Contains(got, "Kelas Pagi") || strings.Contains(got, "Kelas Sore")) {
				t.Errorf("in %s, a group that privacy hides is named", l)
			}
		}
	}
}

// Alpha of pairwise covariances rests on neither the complete rows nor on
// items without variance, and the report does not say so.
func TestPairwiseSaysWhatAlphaRestsOn(t *testing.T) {
	table := &responses.Table{}
	st, ds := study.Parse("study.yaml", []byte(`
title: {id: Uji, en: Test}
scale: {min: 1, max: 5}
constructs: [{id: c, label: {id: layanan, en: service}, items: [P1, P2, P3, P4]}]
analysis: {missing: pairwise}
responses: a.csv
`))
	if ds.HasErrors() {
		t.Fatal(printed(ds))
	}
	items := [][]uint8{
		{1, 2, 3, 4, 5, 4, 3, 2, 0, 5, 4, 3},
		{1, 3, 3, 4, 4, 4, 2, 2, 1, 0, 0, 3},
		{2, 2, 4, 4, 5, 3, 3, 1, 1, 4, 5, 2},
		{3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3},
	}
	table.N = len(items[0])
	for i, codes := range items {
		table.Columns = append(table.Columns, &responses.Column{Item: st.Constructs[0].Items[i].ID, Codes: codes})
	}
	for l, must := range map[lang.Tag]string{
		lang.EN: "with three of the four items and 9 to 11 respondents to each pair of them, is",
		lang.ID: "dengan tiga dari empat butir dan 9 sampai 11 responden untuk setiap pasang butir adalah",
	} {
		st.Languages = []lang.Tag{l}
		doc, _, ds := Compose(st, analysis.Run(st, table), testOptions)
		if doc == nil {
			t.Fatalf("Compose: %s", printed(ds))
		}
		if got := strings.ReplaceAll(doctest.Dump(doc), "~", " "); !strings.Contains(got, must) {
			t.Errorf("does not say %q:\n%s", must, got)
		}
	}
}
