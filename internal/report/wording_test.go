package report

import (
	"strings"
	"testing"

	"wogreport/internal/analysis"
	"wogreport/internal/document/doctest"
	"wogreport/internal/lang"
	"wogreport/internal/responses"
	"wogreport/internal/study"
)

// worded is the text of a report on items, of a five-point scale unless keys
// have another: columns of codes in the order of the items.
func worded(t *testing.T, l lang.Tag, keys string, columns ...[]uint8) string {
	t.Helper()
	if !strings.Contains(keys, "scale:") {
		keys = "scale: {min: 1, max: 5}\n" + keys
	}
	st, ds := study.Parse("study.yaml", []byte("title: {id: Uji, en: Test}\nresponses: a.csv\n"+keys))
	if ds.HasErrors() {
		t.Fatal(printed(ds))
	}
	st.Languages = []lang.Tag{l}
	table := &responses.Table{N: len(columns[0]), Quality: responses.Quality{Rows: len(columns[0])}}
	for _, c := range st.Constructs {
		for _, it := range c.Items {
			table.Columns = append(table.Columns, &responses.Column{Item: it.ID, Codes: columns[len(table.Columns)]})
		}
	}
	doc, _, ds := Compose(st, analysis.Run(st, table), testOptions)
	if doc == nil {
		t.Fatal(printed(ds))
	}
	return strings.NewReplacer("~", " ", "\u00a0", " ").Replace(doctest.Dump(doc))
}

// TestWordsOfRareCases: what a report says where there is one respondent, no
// answer, a sample by design, or an interval for each of many items.
func TestWordsOfRareCases(t *testing.T) {
	one := "constructs: [{id: c, items: [P1, P2]}]\n"
	two := "constructs: [{id: c, label: {id: layanan, en: service}, items: [P1, P2]}, {id: d, label: {id: sarana, en: facilities}, items: [Q1, Q2]}]\ninterpretation: true\n"
	asked := func(sampling string) string {
		return one + "analysis: {appendix: true}\nmethod: {population: 100, sampling: " + sampling + "}\n"
	}
	few := []uint8{4, 5, 4, 4, 5, 5, 4, 5, 4, 4, 5, 4}
	other := []uint8{4, 4, 5, 4, 5, 4, 4, 5, 5, 4, 5, 5}
	none := make([]uint8, len(few))
	third := []uint8{1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3}
	for name, c := range map[string]struct {
		lang    lang.Tag
		keys    string
		columns [][]uint8
		must    []string
		mustNot []string
	}{
		"one respondent": {lang.EN, one, [][]uint8{{4}, {5}},
			[]string{"A check found that the only row of answers is not empty; it was not left out of the analysis.", "There is only one respondent,", "There is one complete response,",
				"The validity of the items cannot be determined, and Cronbach’s alpha cannot be computed because there are too few answers."},
			[]string{"1 respondents", "1 rows", "undefined ("}},
		"one respondent in Indonesian": {lang.ID, one, [][]uint8{{4}, {5}},
			[]string{"tidak dapat ditentukan, dan Cronbach alpha tidak dapat dihitung karena jawaban terlalu sedikit."}, []string{"sebesar tidak"}},
		"a construct without answers": {lang.EN, two, [][]uint8{few, other, none, none},
			[]string{"For facilities, there are no complete responses", "Nobody answered items 3 and 4.", "Nobody answered every item of this construct",
				"For facilities, the mean over all items cannot be computed because"},
			[]string{"those who did answer", "figure:summary/d"}},
		"and in Indonesian": {lang.ID, two, [][]uint8{few, other, none, none},
			[]string{"Tidak seorang pun menjawab butir 3 dan 4.", "Pada konstruk sarana, rata-rata seluruh butir tidak dapat dihitung karena"}, []string{"yang menjawab mungkin berbeda", "figure:summary/d"}},
		"a random sample has no response rate": {lang.EN, asked("random"), [][]uint8{few, other},
			[]string{"(12.0% of the population)", "Share of the population that answered"}, []string{"response rate", "Response rate", "people answered (12.0%)"}},
		"nor a purposive one": {lang.ID, asked("purposive"), [][]uint8{few, other},
			[]string{"(12,0% dari populasi)", "Bagian populasi yang menjawab"}, []string{"ingkat respons", "yang menjawab (12,0%)"}},
		"everybody was asked": {lang.EN, asked("saturated"), [][]uint8{few, other},
			[]string{"a response rate of 12.0%", "Response rate", "people answered (12.0%)"}, nil},
		"an interval for each item": {lang.EN, one, [][]uint8{few, other},
			[]string{"If those who answered can be regarded as a random sample, these majorities can be inferred for the whole population with 95% confidence (each item taken separately)."}, nil},
		"percents made to add to 100": {lang.EN, one + "analysis: {percents: largest-remainder}\n", [][]uint8{third, third},
			[]string{"4 (33.4%)  | 4 (33.3%)  | 4 (33.3%)", "rounded by the largest remainder"}, []string{"may add to slightly more"}},
		"percents as they are": {lang.ID, one, [][]uint8{third, third},
			[]string{"dapat berjumlah sedikit lebih"}, []string{"sisa terbesar"}},
		"pairwise, uncorrected": {lang.EN, one + "analysis: {missing: pairwise, correlation: uncorrected}\n", [][]uint8{append([]uint8{0}, few[1:]...), other},
			[]string{"the sum of all items of its construct, or with the mean of the answers given where some are missing."}, nil},
		"classes of points": {lang.EN, "scale: {min: 0, max: 100}\n" + one, [][]uint8{{56, 57, 58, 59, 60, 56, 57, 58, 95, 20, 30, 40}, {70, 81, 92, 71, 82, 93, 74, 85, 96, 10, 11, 12}},
			[]string{"Score 60–100 was given by 1 (8.3%), score 50–59 by 8 (66.7%), and score 0–49 by 3 (25.0%)"},
			[]string{"neither as supported", "cannot be called clearly supported", "–69 to"}},
		"who stands behind the mean over all items": {lang.EN, one + "interpretation: true\n", [][]uint8{append([]uint8{0}, few[1:]...), other},
			[]string{"The mean over all items is based on the 11 respondents who answered every item."}, nil},
	} {
		got := worded(t, c.lang, c.keys, c.columns...)
		for _, m := range c.must {
			if !strings.Contains(got, m) {
				t.Errorf("%s: does not say %q:\n%s", name, m, got)
			}
		}
		for _, m := range c.mustNot {
			if strings.Contains(got, m) {
				t.Errorf("%s: says %q:\n%s", name, m, got)
			}
		}
	}
}
