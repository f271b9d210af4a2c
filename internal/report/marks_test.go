package report

import (
	"fmt"
	"strings"
	"testing"

	"wogreport/internal/analysis"
	"wogreport/internal/compare"
	"wogreport/internal/document/doctest"
	"wogreport/internal/lang"
	"wogreport/internal/study"
)

// marked are answers of 20 men and eight or nine women (one skips the last item) to three constructs: the items of
// the first go together, those of the second against each other, and those of the third do not vary.
func marked() string {
	var b strings.Builder
	b.WriteString("G,A1,A2,A3,B1,B2,B3,C1,C2\n")
	for r := range 29 {
		group, a, d := "Pria", 1+r%5, 1+r*3%5
		if r%3 == 0 && r < 27 {
			group = "Wanita"
		}
		last := "3"
		if r == 0 {
			last = ""
		}
		fmt.Fprintf(&b, "%s,%d,%d,%d,%d,%d,%d,3,%s\n", group, a, 1+(r+r/20)%5, 1+(r+r/10)%5, d, 6-d, 1+r*2%5, last)
	}
	return b.String()
}

const markedYAML = caseScale + `
groups: [{column: G, label: {id: jenis kelamin, en: gender}}]
constructs:
  - {id: a, label: {id: mutu layanan, en: quality of the service}, items: [A1, A2, A3]}
  - {id: b, label: {id: petugas dan sarana, en: staff and facilities}, items: [B1, B2, B3]}
  - {id: c, label: {id: kepercayaan, en: trust}, items: [C1, C2]}
`

// times are texts with how often a report says each.
type times map[string]int

func holds(t *testing.T, name, text string, want times) {
	t.Helper()
	for s, n := range want {
		if got := strings.Count(text, s); got != n {
			t.Errorf("%s: %q is said %d times, not %d", name, s, got, n)
		}
	}
	if t.Failed() {
		t.Logf("%s:\n%s", name, text)
	}
}

// TestEachScaleItsCaution: a construct whose alpha is negative and one that has none are cautioned of
// each by itself, in the results, the summary, the discussion and the conclusion; and what is true of
// several comparisons is said once.
func TestEachScaleItsCaution(t *testing.T) {
	for kind, of := range map[string]map[lang.Tag]times{
		"evaluation": {
			lang.EN: {
				"The items on staff and facilities cannot be treated as one scale as they stand (alpha −":                                                  2,
				"The items on staff and facilities cannot be treated as one scale as they stand, since alpha is negative, so neither":                      2,
				"so neither the mean over these items nor the aspect’s correlations should be interpreted.":                                                2, // summary, conclusion
				"The reliability of the scale for trust cannot be judged, so its mean and its correlations should be read with caution.":                   2,
				"Since the reliability of the scale for trust cannot be judged, its mean should be read with caution.":                                     1, // discussion
				"for trust (the reliability of the scale cannot be judged).":                                                                               1,
				"Since alpha for staff and facilities is negative, the mean rating of staff and facilities should not be interpreted and is not compared.": 1,
				"Of the two aspects whose means can be compared, the higher mean rating is that for":                                                       1,
				"Taken singly, no item on quality of the service or on staff and facilities differs significantly by gender after Holm’s adjustment.":         1,
				"Holm’s adjustment.": 1,
				"as well as":         0,
				"The group of Wanita has only nine respondents (eight in some comparisons); that the two groups are not shown to differ is no proof that they are alike.": 2,
				"so all p-values here are rough approximations.": 1,
				"McDonald’s omega cannot be computed":            0,
			},
			lang.ID: {
				"Butir-butir petugas dan sarana belum dapat diperlakukan sebagai satu skala (alpha −":                                                                                 2,
				"Butir-butir petugas dan sarana belum dapat diperlakukan sebagai satu skala karena alpha-nya negatif sehingga":                                                        2,
				"sehingga rata-rata seluruh butirnya dan korelasi aspek itu tidak layak ditafsirkan.":                                                                                 2,
				"Reliabilitas skala kepercayaan tidak dapat dinilai sehingga rata-rata dan korelasinya perlu dibaca dengan hati-hati.":                                                2,
				"Karena reliabilitas kepercayaan tidak dapat dinilai, rata-ratanya perlu dibaca dengan hati-hati.":                                                                    1,
				"untuk kepercayaan (reliabilitas skalanya tidak dapat dinilai).":                                                                                                      1,
				"Karena alpha petugas dan sarana bernilai negatif, rata-ratanya tidak layak ditafsirkan dan tidak diperbandingkan.":                                                   1,
				"setelah nilai p disesuaikan menurut Holm.":                                                                                                                           1,
				"Kelompok Wanita hanya terdiri atas sembilan responden (delapan pada sebagian perbandingan); tidak ditemukannya perbedaan bukan bukti bahwa kedua kelompok itu sama.": 2,
				"sehingga semua nilai p di sini merupakan pendekatan kasar.":                                                                                                          1,
			},
		},
		"article": {
			lang.EN: {
				"so neither the mean over these items nor the construct’s correlations should be interpreted.":                           2, // abstract, conclusion
				"The reliability of the scale for trust cannot be judged, so its mean and its correlations should be read with caution.": 2,
			},
			lang.ID: {
				"sehingga rata-rata seluruh butirnya dan korelasi konstruk itu tidak layak ditafsirkan.":                               2,
				"Reliabilitas skala kepercayaan tidak dapat dinilai sehingga rata-rata dan korelasinya perlu dibaca dengan hati-hati.": 2,
			},
		},
	} {
		for l, want := range of {
			text := strings.NewReplacer("~", " ", "\u00a0", " ").Replace(dumpOf(t, markedYAML+"kind: "+kind+"\nlanguages: ["+string(l)+"]\n", marked()))
			holds(t, kind+" "+string(l), text, want)
		}
	}
}

// TestUnrelatedOnce: of several correlations that are not significant that is told once, with what p is
// adjusted for; the list of two names with "and" in them shows where each ends.
func TestUnrelatedOnce(t *testing.T) {
	answers := marked()
	answers = strings.ReplaceAll(answers, ",3,3\n", ",4,5\n") // some vary
	answers = strings.Replace(answers, ",4,5\n", ",2,1\n", 7)
	for l, want := range map[lang.Tag]times{
		lang.EN: {"that is no proof that these constructs are unrelated.": 1, "The p-values are adjusted by Holm’s method for the three pairs; the confidence intervals are not.": 1, "as well as": 0},
		lang.ID: {"hal itu bukan bukti bahwa konstruk-konstruk itu tidak berhubungan.": 1, "Nilai p disesuaikan menurut Holm untuk tiga pasangan itu; selang kepercayaan tidak disesuaikan.": 1},
	} {
		text := strings.NewReplacer("~", " ", "\u00a0", " ").Replace(dumpOf(t, markedYAML+"languages: ["+string(l)+"]\n", answers))
		holds(t, string(l), text, want)
	}
}

// TestForeword: who answered is of those whom it is about, of whom a study need not have a word.
func TestForeword(t *testing.T) {
	for method, of := range map[string]map[lang.Tag]times{
		"{population: 75}": {lang.ID: {"dijawab oleh 29 dari 75 orang.": 1}, lang.EN: {"answered by 29 of the 75 people.": 1}},
		"{population: 75, respondents: {id: peserta, en: participants}}": {lang.ID: {"dijawab oleh 29 dari 75 peserta.": 1}, lang.EN: {"answered by 29 of the 75 participants.": 1}},
		"{}": {lang.ID: {"dijawab oleh 29 responden.": 1}, lang.EN: {"answered by 29 respondents.": 1}},
	} {
		for l, want := range of {
			holds(t, method+" "+string(l), dumpOf(t, markedYAML+"kind: evaluation\nlanguages: ["+string(l)+"]\nmethod: "+method+"\n", marked()), want)
		}
	}
}

// TestPlaceAndYear: a report says where and when as each language does, and calls those whom it is
// about what they are.
func TestPlaceAndYear(t *testing.T) {
	yaml := markedYAML + "method: {place: {id: loket kependudukan, en: the registry of Contoh}, period: \"2026\", population: 75, sampling: accidental, respondents: {id: pengguna layanan, en: users of the service}}\n"
	for kind, of := range map[string]map[lang.Tag]times{
		"article": {
			lang.EN: {"It was carried out in 2026 at the registry of Contoh.": 2},
			lang.ID: {"Penelitian dilaksanakan pada tahun 2026 di loket kependudukan.": 2},
		},
		"evaluation": {
			lang.EN: {"Of these, 29 (38.7%) answered; how many were asked is not stated.": 1, "at the registry of Contoh in 2026": 3, "Population  | 75": 2, "| The registry of Contoh": 1, "Participants": 0},
			lang.ID: {"di loket kependudukan pada tahun 2026": 3, "Populasi  | 75": 2, "Jumlah peserta": 0},
		},
	} {
		for l, want := range of {
			text := strings.NewReplacer("~", " ", "\u00a0", " ").Replace(dumpOf(t, yaml+"kind: "+kind+"\nlanguages: ["+string(l)+"]\n", marked()))
			holds(t, kind+" "+string(l), text, want)
		}
	}
}

// TestComparisonOfManyItems: where many items differ, a comparison says how many, and of one which.
func TestComparisonOfManyItems(t *testing.T) {
	for _, c := range []struct {
		l     lang.Tag
		items int
		want  times
	}{
		{lang.EN, 7, times{"Seven of the 11 items are rated higher in Angkatan XII, by 1.50 to 1.50 (every adjusted p < 0.05).": 2}},
		{lang.ID, 7, times{"Tujuh dari 11 butir dinilai lebih tinggi pada Angkatan XII (selisih 1,50 sampai 1,50; semua p < 0,05 setelah disesuaikan).": 2}},
		{lang.EN, 11, times{"All 11 items are rated higher": 2}},
		{lang.ID, 11, times{"Semua 11 butir dinilai lebih tinggi": 2}},
		{lang.EN, 1, times{", is rated higher in Angkatan XII by 1.50 (adjusted p < 0.001)": 2, "One item, “": 2}},
	} {
		doc := comparison(t, func(st *study.Study) { st.Languages = []lang.Tag{c.l} }, func(cohorts []compare.Summary) []compare.Summary {
			n, changed := len(cohorts), 0
			for k := range cohorts[n-1].Constructs {
				for j := range cohorts[n-1].Constructs[k].Items {
					before, after := &cohorts[n-2].Constructs[k].Items[j].Score, &cohorts[n-1].Constructs[k].Items[j].Score
					before.Mean, after.Mean = analysis.Of(2.0), analysis.Of(2.0)
					if changed < c.items {
						after.Mean, changed = analysis.Of(3.5), changed+1
					}
				}
			}
			return cohorts
		})
		holds(t, fmt.Sprintf("%d, %s", c.items, c.l), strings.NewReplacer("~", " ", "\u00a0", " ").Replace(doctest.Dump(doc)), c.want)
	}
}

// rowsOfDigits is a file of rows of numbers with spaces between them.
func rowsOfDigits(items string, rows ...string) string {
	var b strings.Builder
	b.WriteString(items + "\n")
	for _, r := range rows {
		b.WriteString(strings.ReplaceAll(r, " ", ",") + "\n")
	}
	return b.String()
}

// TestSaidOfItems: an r near zero is not one against the others; items that are not valid are named, and
// a construct none of whose items is; of answers at the ends only nothing is said of those between.
func TestSaidOfItems(t *testing.T) {
	var mixed, poles []string
	for r := range 60 {
		a, b, end := 1+r%5, 1+r%5, 1+4*(r%2)
		if r%7 == 0 {
			b = 1 + r/7%5
		}
		mixed = append(mixed, fmt.Sprint(a, b, b, 1+r*3/5%5, 1+r/4%5, 1+r/5%4, 1+r/6%5, a, b, a, a, 6-a, 6-b))
		poles = append(poles, fmt.Sprint(end, end, 1+r%5))
	}
	three := `kind: evaluation
constructs:
  - {id: a, label: {id: petugas, en: staff}, items: [A1, A2, A3, A4]}
  - {id: b, label: {id: sarana, en: facilities}, items: [{id: B1, reverse: true}, B2, B3]}
  - {id: c, label: {id: jadwal, en: schedule}, items: [C1, C2, C3, C4, C5, C6]}
`
	for _, c := range []struct {
		name, yaml, answers string
		want                map[lang.Tag]times
	}{
		{"all kinds", three, rowsOfDigits("A1,A2,A3,A4,B1,B2,B3,C1,C2,C3,C4,C5,C6", mixed...), map[lang.Tag]times{
			lang.EN: {
				"The item–total correlation of item 4 is close to zero (−0.028): its answers are hardly related to those to the other items.": 1,
				"The item–total correlations of items 12 and 13 are negative (−1.000 and −0.964)":                                             1,
				"): their answers run against those to the other items, as with negative statements whose scores are not reversed.":           1,
				"check whether": 0,
				"; item 4, item 12, item 13, and all three items on facilities are not.":                                                    2, // summary, conclusion
				"Among the items not worded negatively, the share of respondents who chose Agree or Strongly agree is largest for item 7 (": 1,
			},
			lang.ID: {
				"Pada butir 4, korelasi butir-total hampir nol (−0,028): jawabannya hampir tidak berkaitan dengan jawaban atas butir lain.": 1,
				"Pada butir 12 dan 13, korelasi butir-total negatif (−1,000 dan −0,964)":                                                    1,
				"): jawabannya berlawanan arah dengan butir lain, seperti pada pernyataan negatif yang skornya tidak dibalik.":              1,
				"periksa apakah": 0,
				"; butir 4, butir 12, butir 13, dan ketiga butir sarana tidak valid.":                                                               2,
				"Di antara butir yang tidak bernada negatif, proporsi responden yang memilih Setuju atau Sangat Setuju paling besar pada butir 7 (": 1,
			},
		}},
		{"an article", strings.Replace(three, "kind: evaluation", "kind: article", 1), rowsOfDigits("A1,A2,A3,A4,B1,B2,B3,C1,C2,C3,C4,C5,C6", mixed...), map[lang.Tag]times{
			lang.EN: {"Three of the four items on staff were valid (item 4 was not); none of the three items on facilities was valid; four of the six items on schedule were valid (items 12 and 13 were not).": 1},
			lang.ID: {"Pada konstruk petugas, tiga dari empat butir dinyatakan valid (butir 4 tidak valid); pada konstruk sarana, tidak satu pun dari tiga butir dinyatakan valid; pada konstruk jadwal, empat dari enam butir dinyatakan valid (butir 12 dan 13 tidak valid).": 1},
		}},
		{"ends only", "constructs: [{id: a, label: {id: petugas, en: staff}, items: [A1, A2, A3]}]\n", rowsOfDigits("A1,A2,A3", poles...), map[lang.Tag]times{
			lang.EN: {"and nobody chose any answer between them.": 2, "chosen less often": 0, "nobody chose Undecided": 0},
			lang.ID: {"; tidak seorang pun memilih jawaban di antaranya.": 2, "lebih jarang dipilih": 0, "memilih Ragu-ragu": 0},
		}},
	} {
		for l, want := range c.want {
			text := strings.NewReplacer("~", " ", "\u00a0", " ").Replace(dumpOf(t, caseScale+c.yaml+"languages: ["+string(l)+"]\n", c.answers))
			holds(t, c.name+" "+string(l), text, want)
		}
	}
}

// TestClassOfWeakScale: a class of a mean whose scale is not reliable stands with that where a summary opens, and
// the note of a table says why there is none.
func TestClassOfWeakScale(t *testing.T) {
	weak := strings.Replace(strings.Replace(markedYAML, "[A1, A2, A3]", "[A2, A3]", 1), "[B1, B2, B3]", "[A1, B1, B2, B3]", 1)
	for l, want := range map[lang.Tag]times{
		lang.EN: {"for quality of the service (*Medium*, though the scale is not sufficiently reliable)": 1},
		lang.ID: {"untuk mutu layanan (*Sedang*, tetapi reliabilitas skalanya tidak memadai)": 1},
	} {
		text := strings.NewReplacer("~", " ", "\u00a0", " ").Replace(dumpOf(t, weak+"kind: evaluation\ninterpretation: true\nlanguages: ["+string(l)+"]\n", marked()))
		holds(t, string(l), text, want)
	}
	for l, want := range map[lang.Tag]times{ // of the summary, and of the classes
		lang.EN: {"A dash means that there is no value: where alpha is negative, the mean over all items is not classed": 2},
		lang.ID: {"Tanda – berarti tidak ada nilainya: rata-rata seluruh butir tidak dikategorikan jika alpha-nya negatif": 2},
	} {
		text := strings.NewReplacer("~", " ", "\u00a0", " ").Replace(dumpOf(t, markedYAML+"kind: evaluation\ninterpretation: true\nlanguages: ["+string(l)+"]\n", marked()))
		holds(t, string(l), text, want)
	}
}

// TestTopics: an abstract says whose view its topics are, once.
func TestTopics(t *testing.T) {
	for label, of := range map[string]map[lang.Tag]times{
		"{id: kepentingan menurut responden, en: importance to the respondents}": {
			lang.EN: {"This descriptive study examines how respondents see three matters: quality of the service, staff and facilities, and importance to the respondents.": 1},
			lang.ID: {"Penelitian deskriptif ini menggambarkan pandangan responden tentang tiga hal, yaitu mutu layanan, petugas dan sarana, serta kepentingan menurut responden.": 1},
		},
		"{id: pandangan responden tentang jadwal, en: the respondents’ view of the schedule}": {
			lang.EN: {"This descriptive study examines quality of the service, staff and facilities, and the respondents’ view of the schedule.": 1},
			lang.ID: {"Penelitian deskriptif ini menggambarkan mutu layanan, petugas dan sarana, serta pandangan responden tentang jadwal.": 1},
		},
	} {
		for l, want := range of {
			text := dumpOf(t, strings.Replace(markedYAML, "{id: kepercayaan, en: trust}", label, 1)+"languages: ["+string(l)+"]\n", marked())
			holds(t, label+" "+string(l), strings.NewReplacer("~", " ", "\u00a0", " ").Replace(text), want)
		}
	}
}
