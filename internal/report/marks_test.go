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
				"Taken singly, no item on quality of the service or on staff and facilities differs significantly by gender after Holm’s adjustment.":      1,
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

// TestHeadWords: the word that several share is said again where a list of them holds "and" itself, and no
// Indonesian clause ends in a bare "tidak".
func TestHeadWords(t *testing.T) {
	answers := marked()
	answers = strings.ReplaceAll(answers, ",3,3\n", ",4,5\n") // some vary
	answers = strings.Replace(answers, ",4,5\n", ",2,1\n", 7)
	two := strings.Replace(markedYAML, "  - {id: a, label: {id: mutu layanan, en: quality of the service}, items: [A1, A2, A3]}\n", "", 1)
	for _, c := range []struct {
		yaml string
		want map[lang.Tag]times
	}{
		{markedYAML + "kind: evaluation\n", map[lang.Tag]times{
			lang.EN: {"The correlations of quality of the service with trust (": 1, ") and of staff and facilities with trust (": 1, "statements on quality of the service, on staff and facilities, and on trust.": 1},
			lang.ID: {"Korelasi mutu layanan dengan kepercayaan (": 1, ") serta korelasi petugas dan sarana dengan kepercayaan (": 1,
				"butir pernyataan tentang mutu layanan, petugas dan sarana, serta kepercayaan.": 1,
				", sedangkan alpha petugas dan sarana (−":                                       2, " tidak melampauinya.": 2, // summary, conclusion
				"tidak;": 0, "tidak.": 0},
		}},
		{two + "kind: evaluation\n", map[lang.Tag]times{
			lang.EN: {"statements on staff and facilities and on trust.": 1, "find out how respondents rate staff and facilities and trust;": 1},
			lang.ID: {"butir pernyataan tentang petugas dan sarana serta tentang kepercayaan.": 1, "penilaian responden terhadap petugas dan sarana serta terhadap kepercayaan;": 1},
		}},
		{strings.Replace(two, "staff and facilities", "quality of the service", 1), map[lang.Tag]times{
			lang.EN: {"statements on quality of the service and on trust.": 1},
		}},
	} {
		for l, want := range c.want {
			holds(t, c.yaml+" "+string(l), strings.NewReplacer("~", " ", "\u00a0", " ").Replace(dumpOf(t, c.yaml+"languages: ["+string(l)+"]\n", answers)), want)
		}
	}
}

// TestSides: where the most frequent answer stands on the side with fewer answers, or no more, that is said; and
// an item with more than half on neither side is told beside the others.
func TestSides(t *testing.T) {
	yaml := caseScale + `kind: evaluation
constructs:
  - id: c
    label: {id: sarana, en: facilities}
    items:
      - {id: P1, label: {id: Ruang nyaman, en: The room is comfortable}}
      - {id: P2, label: {id: Toilet bersih, en: The toilets are clean}}
      - {id: P3, label: {id: Parkir mudah, en: Parking is easy}}
`
	name := []string{"P1", "P2", "P3"}
	for _, c := range []struct {
		counts [][]int
		want   map[lang.Tag]times
	}{
		{[][]int{{2, 4, 6, 20, 20}, {0, 20, 7, 13, 12}, {20, 12, 8, 8, 4}}, map[lang.Tag]times{
			lang.ID: {
				"(38,5%), kurang dari separuh responden yang menjawab. Namun, yang memilih Setuju atau Sangat Setuju lebih banyak daripada yang memilih Tidak Setuju atau Sangat Tidak Setuju; tidak satu pun sisi skala dipilih oleh lebih dari separuh.": 1,
				"Pada “Toilet bersih”, tidak satu pun sisi skala dipilih oleh lebih dari separuh (Ragu-ragu 7; Tidak Setuju atau Sangat Tidak Setuju 20; Setuju atau Sangat Setuju 25).":                                                                   2, // summary, conclusion
				"Pada butir 2, tidak satu pun sisi skala dipilih oleh lebih dari separuh (Ragu-ragu 7;":                                                                                                                                                    1, // discussion
				"Namun, ": 1,
			},
			lang.EN: {
				"(38.5%), less than half of those who answered. More respondents, however, chose Agree or Strongly agree than chose Disagree or Strongly disagree; neither side of the scale has more than half of the answers.": 1,
				"For “The toilets are clean”, neither side of the scale has more than half of the answers (Undecided 7; Disagree or Strongly disagree 20; Agree or Strongly agree 25).":                                          2,
				"For item 2, neither side of the scale has more than half of the answers (Undecided 7;":                                                                                                                          1,
				"however, ": 1,
			},
		}},
		{[][]int{{2, 4, 6, 20, 20}, {0, 20, 12, 11, 9}, {9, 6, 2, 20, 15}}, map[lang.Tag]times{
			lang.ID: {"Namun, yang memilih Setuju atau Sangat Setuju sama banyak dengan yang memilih Tidak Setuju atau Sangat Tidak Setuju; tidak": 1},
			lang.EN: {"As many respondents, however, chose Agree or Strongly agree as chose Disagree or Strongly disagree; neither": 1},
		}},
		{[][]int{{15, 15, 2, 20, 0}, {0, 20, 2, 15, 15}, {20, 12, 8, 8, 4}}, map[lang.Tag]times{
			lang.ID: {"Namun, lebih dari separuh memilih Setuju atau Sangat Setuju.": 1, "Namun, lebih dari separuh memilih Tidak Setuju atau Sangat Tidak Setuju.": 1, "tidak satu pun sisi": 0},
			lang.EN: {"More than half, however, chose Agree or Strongly agree.": 1, "More than half, however, chose Disagree or Strongly disagree.": 1, "neither side": 0},
		}},
		{[][]int{{2, 4, 6, 20, 20}, {12, 11, 8, 15, 6}, {11, 12, 7, 16, 6}}, map[lang.Tag]times{
			lang.ID: {"Pada “Toilet bersih” dan “Parkir mudah”, tidak satu pun sisi skala dipilih oleh lebih dari separuh.": 2},
			lang.EN: {"For “The toilets are clean” and “Parking is easy”, neither side of the scale has more than half of the answers.": 2},
		}},
	} {
		for l, want := range c.want {
			text := strings.NewReplacer("~", " ", "\u00a0", " ").Replace(dumpOf(t, yaml+"languages: ["+string(l)+"]\n", answersOf(name, c.counts...)))
			holds(t, fmt.Sprint(c.counts, l), text, want)
		}
	}
}

// TestUnknownAnswers: where some of the population gave no answer, those who are known to have chosen one are told, and of
// how many none is known, in the place of an interval that reaches what is not possible.
func TestUnknownAnswers(t *testing.T) {
	yaml := caseScale + "method: {population: 40}\nconstructs: [{id: c, label: {id: mutu, en: quality}, items: [P1, P2, P3, P4]}]\n"
	answers := answersOf([]string{"P1", "P2", "P3", "P4"}, []int{0, 0, 17, 0, 20}, []int{0, 0, 18, 0, 19}, []int{1, 0, 17, 0, 20}, []int{0, 0, 19, 19})
	for l, want := range map[lang.Tag]times{
		lang.ID: {
			"belum dapat diperluas ke populasi: sedikitnya 20 dari 40 orang memilihnya, tepat separuh, sedangkan jawaban tiga orang tidak diketahui.": 1,
			"belum dapat diperluas ke populasi: sedikitnya 19 dari 40 orang memilihnya, sedangkan jawaban tiga orang tidak diketahui.":                1,
			"belum diketahui": 0,
		},
		lang.EN: {
			"cannot be extended to the population: 20 of its 40 members are known to have chosen it, exactly half, and the answers of three are not known.": 1,
			"cannot be extended to the population: 19 of its 40 members are known to have chosen it, and the answers of three are not known.":               1,
		},
	} {
		holds(t, string(l), strings.NewReplacer("~", " ", "\u00a0", " ").Replace(dumpOf(t, yaml+"languages: ["+string(l)+"]\n", answers)), want)
	}
}

// negativeRows are answers to items that are not consistent: all of them negative and some near zero, some a
// little above it, none near it; and, of few that differ from chance, some near it.
var negativeRows = []string{
	"1532 2451 3233 4332 5145 1414 2413 3452 4221 5131 1555 2522 3233 4125 5132 1523 2443 3411 4215 5153 1535 2432 3324 4243",
	"1551 2535 3243 4145 5234 1513 2452 3244 4223 5235 1521 2415 3234 4212 5154 1412 2523 3213 4325 5232 1541 2332 3325 4211",
	"153 253 333 422 525 151 244 325 433 513 153 244 333 415 523 153 243 323 424 513 152 244 333 433",
	"2235 3541 3244 1125 3444 4225 5212 2532 1155 3435 1324 1515 3555 4152 3235 5315 2511 2223 3542 2322 2333 4522 2232 2331",
}

// TestNegativeAndNearZero: of items whose r is negative, some against the others and some close to zero, that is said at
// once, and whether any is above zero.
func TestNegativeAndNearZero(t *testing.T) {
	yaml := caseScale + "constructs: [{id: c, label: {id: mutu, en: quality}, items: [P1, P2, P3, P4]}]\n"
	for digits, want := range map[string]map[lang.Tag]times{
		negativeRows[0]: {
			lang.ID: {"Pada keempat butir, korelasi butir-total negatif, sebagian hampir nol (−0,629 sampai −0,004): butir-butir ini tidak konsisten satu sama lain.": 1},
			lang.EN: {"For all four items, the item–total correlation is negative, for some items close to zero (−0.629 to −0.004): the items are not consistent with one another.": 1},
		},
		negativeRows[1]: {
			lang.ID: {"Pada keempat butir, korelasi butir-total negatif atau hampir nol (−0,649 sampai 0,079): butir-butir ini tidak konsisten satu sama lain.": 1},
			lang.EN: {"For all four items, the item–total correlation is negative or close to zero (−0.649 to 0.079): the items are not consistent with one another.": 1},
		},
	} {
		var rows []string
		for _, r := range strings.Fields(digits) {
			rows = append(rows, strings.Join(strings.Split(r, ""), " "))
		}
		for l, want := range want {
			holds(t, digits+string(l), strings.NewReplacer("~", " ", "\u00a0", " ").Replace(dumpOf(t, yaml+"languages: ["+string(l)+"]\n", rowsOfDigits("P1,P2,P3,P4", rows...))), want)
		}
	}
}

// TestService: an evaluation of a service that stands does not say that it was run, and its statements' codes are no statements.
func TestStandingService(t *testing.T) {
	yaml := markedYAML + "kind: evaluation\nlayout: {items: all}\nprogram: {id: layanan loket, en: the counter service}\nagency: {name: {id: Dinas Contoh, en: Agency of Contoh}}\nmethod: {place: Kota Contoh, period: {id: Maret 2026, en: March 2026}}\n"
	yaml = strings.Replace(yaml, "layout: {items: all}\nresponses", "responses", 1)
	for l, want := range map[lang.Tag]times{
		lang.ID: {"Laporan ini mengevaluasi layanan loket yang diselenggarakan oleh Dinas Contoh di Kota Contoh (Maret 2026). Evaluasi ini merekam": 1, "dalam menilai dan memperbaiki layanan loket.": 1, "menyelenggarakan": 0,
			"### Butir 1 (A1) {": 1, "Jawaban atas butir 1 (A1) disajikan pada": 1, "“A1”": 0},
		lang.EN: {"This report evaluates the counter service provided by the Agency of Contoh in Kota Contoh (March 2026). The evaluation records": 1, "assess and improve the counter service.": 1, " ran ": 0,
			"### Item 1 (A1) {": 1, "shows the answers to item 1 (A1).": 1, "“A1”": 0},
	} {
		holds(t, string(l), strings.NewReplacer("~", " ", "\u00a0", " ").Replace(dumpOf(t, yaml+"languages: ["+string(l)+"]\n", marked())), want)
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
		{lang.EN, 7, times{"Seven of the 11 items are rated higher in Angkatan XII, by 1.50 to 1.50 (every adjusted p < 0.05).": 1, "Of the 11 items, seven are rated higher in Angkatan XII.": 1}},
		{lang.ID, 7, times{"Tujuh dari 11 butir dinilai lebih tinggi pada Angkatan XII (selisih 1,50 sampai 1,50; semua p < 0,05 setelah disesuaikan).": 1, "Dari 11 butir, tujuh dinilai lebih tinggi pada Angkatan XII.": 1}},
		{lang.EN, 11, times{"All 11 items are rated higher": 1, "Of the 11 items, 11": 0}},
		{lang.ID, 11, times{"Semua 11 butir dinilai lebih tinggi": 1, "Dari 11 butir, 11": 0}},
		{lang.EN, 1, times{", is rated higher in Angkatan XII by 1.50 (adjusted p < 0.001)": 1, "One item, “": 1, "Of the 11 items, one is rated higher in Angkatan XII.": 1}},
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
				"; none of the three items on facilities is, and items 4, 12, and 13 are not.":                                             2, // summary, conclusion
				"Among the items not worded negatively, the share of respondents who chose Agree or Strongly agree is larger for item 7 (": 1,
			},
			lang.ID: {
				"Pada butir 4, korelasi butir-total hampir nol (−0,028): jawabannya hampir tidak berkaitan dengan jawaban atas butir lain.": 1,
				"Pada butir 12 dan 13, korelasi butir-total negatif (−1,000 dan −0,964)":                                                    1,
				"): jawabannya berlawanan arah dengan butir lain, seperti pada pernyataan negatif yang skornya tidak dibalik.":              1,
				"periksa apakah": 0,
				"; butir 4, butir 12, butir 13, dan ketiga butir sarana tidak valid.":                                                              2,
				"Di antara butir yang tidak bernada negatif, proporsi responden yang memilih Setuju atau Sangat Setuju lebih besar pada butir 7 (": 1,
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

// saysOf builds a study in each language and holds what it says.
func saysOf(t *testing.T, name, yaml, answers string, want map[lang.Tag]times) {
	t.Helper()
	for l, want := range want {
		holds(t, name+" "+string(l), strings.NewReplacer("~", " ", "\u00a0", " ").Replace(dumpOf(t, yaml+"languages: ["+string(l)+"]\n", answers)), want)
	}
}

// TestAnsweredAndAnalysed: who gave one answer throughout has answered, though a study leaves these answers out.
func TestAnsweredAndAnalysed(t *testing.T) {
	yaml := strings.Replace(caseScale, "{file: a.csv}", "{file: a.csv, exclude: [straightliners]}", 1) + "method: {population: 32, sampling: purposive}\nconstructs: [{id: c, label: {id: mutu, en: quality}, items: [P1, P2, P3]}]\n"
	var rows []string
	for r := range 31 {
		rows = append(rows, fmt.Sprint(1+r%5, 1+(r+r/20)%5, 1+r*3%5))
	}
	for kind, want := range map[string]map[lang.Tag]times{
		"evaluation": {
			lang.EN: {"answered by 31 of the 32 people. The answers of 27 of them were analysed.": 1, "answered by 31 of the 32 people (96.9%). The answers of 27 of them were analysed.": 1,
				"Of these, 31 (96.9%) answered; how many were asked is not stated. The answers of 27 of them were analysed.": 1, "Share of the population that answered  | 96.9%": 1, "Rows analysed  | 27": 1, "75.0%": 0},
			lang.ID: {"dijawab oleh 31 dari 32 orang. Yang dianalisis adalah jawaban 27 orang di antaranya.": 1, "Bagian populasi yang menjawab  | 96,9%": 1},
		},
		"article": {
			lang.EN: {"answered by 31 of the 32 members of the population (96.9%). The answers of 27 of them were analysed.": 1, "Of these, 31 answered (96.9% of the population)": 1},
			lang.ID: {"dijawab oleh 31 dari 32 orang dalam populasi (96,9%). Yang dianalisis adalah jawaban 27 orang di antaranya.": 1, "31 orang menjawab (96,9% dari populasi)": 1},
		},
	} {
		saysOf(t, kind, yaml+"kind: "+kind+"\n", rowsOfDigits("P1,P2,P3", rows...), want)
	}
}

// TestTwoItems: of two items, one has the higher mean and the wider spread; means that are equal in all decimals
// are the same, and answers that are all the same do not vary. What rests on items that vary alone is not said of
// the total score, and a construct of one item has no analysis that could be unstable.
func TestTwoItems(t *testing.T) {
	yaml := caseScale + `analysis: {appendix: true}
constructs:
  - {id: a, label: {id: materi, en: content}, items: [A1, A2]}
  - {id: b, label: {id: sarana, en: facilities}, items: [B1, B2]}
  - {id: c, label: {id: jadwal, en: schedule}, items: [C1, C2, C3]}
  - {id: d, label: {id: ruang, en: room}, items: [D1]}
`
	var rows []string
	for r := range 12 {
		rows = append(rows, fmt.Sprint(1+r%3, 3-r%3, 3+r%3, 2+r%2, 3, 1+r%5, 2+r%4, 1+r%3))
	}
	saysOf(t, "article", yaml, rowsOfDigits("A1,A2,B1,B2,C1,C2,C3,D1", rows...), map[lang.Tag]times{
		lang.EN: {
			"For content, both items have the same mean (2.00).":                                                   1,
			"For facilities, the mean of item 3 (4.00) is higher than that of item 4 (2.50), on the scale of 1–5.": 1,
			"Answers vary more for item 3 (standard deviation 0.85) than for item 4 (0.52).":                       1,
			"The mean of item 3 (4.00) is higher than that of item 4 (2.50).":                                      1, // conclusion
			"The answers to item 5 do not vary; those to item 6 vary most (standard deviation 1.48).":              1,
			"n = 12 complete responses, 3 items. The statistics here are of the 2 items that have a variance.":     2,
			"All but the total score":                              0,
			"(12) is less than five times the number of items (1)": 0, "(12) is less than five times the number of items (3)": 1,
		},
		lang.ID: {
			"Pada konstruk materi, rata-rata kedua butir sama (2,00).":                                                      1,
			"Pada konstruk sarana, rata-rata butir 3 (4,00) lebih tinggi daripada rata-rata butir 4 (2,50) pada skala 1–5.": 1,
			"Simpangan baku butir 3 (0,85) lebih besar daripada simpangan baku butir 4 (0,52).":                             1,
			"Jawaban atas butir 5 tidak bervariasi; simpangan baku paling besar terdapat pada butir 6 (1,48).":              1,
			"3 butir. Statistik di sini dihitung dari 2 butir yang jawabannya bervariasi.":                                  2,
			"(12) kurang dari lima kali jumlah butir (1)":                                                                   0, "(12) kurang dari lima kali jumlah butir (3)": 1,
		},
	})
	evaluation := map[lang.Tag]times{
		lang.EN: {"item 3 received the higher mean (4.00) and item 4 the lower (2.50)": 1, "Item 3 has the higher mean (4.00), item 4 the lower (2.50).": 1},
		lang.ID: {"rata-rata butir 3 (4,00) lebih tinggi daripada rata-rata butir 4 (2,50), pada skala": 1, "Rata-rata butir 3 (4,00) lebih tinggi daripada rata-rata butir 4 (2,50).": 1},
	}
	saysOf(t, "evaluation", yaml+"kind: evaluation\n", rowsOfDigits("A1,A2,B1,B2,C1,C2,C3,D1", rows...), evaluation)
}

// TestGroupsThatShareAnEnd: groups with one mean at an end of a range are all named; and a note says of how many
// all the correlations are, where some are of fewer.
func TestGroupsThatShareAnEnd(t *testing.T) {
	yaml := caseScale + "groups: [{column: G, label: {id: unit, en: unit}}]\nconstructs: [{id: c, label: {id: mutu, en: quality}, items: [P1, P2, P3]}]\n"
	saysOf(t, "groups", yaml, rowsOf(3, "A 3*10 4*10", "B 3*10 4*10", "C 3*9 4*11"), map[lang.Tag]times{
		lang.EN: {"The mean over all items ranges from 3.50 (A and B) to 3.55 (C).": 1},
		lang.ID: {"Rata-rata seluruh butir berkisar dari 3,50 (A dan B) sampai 3,55 (C).": 1},
	})
	saysOf(t, "relations", markedYAML, strings.Replace(marked(), ",3,3\n", ",4,5\n", 9), map[lang.Tag]times{
		lang.EN: {"every item of both constructs (n = 28 to 29).": 1},
		lang.ID: {"semua butir kedua konstruk (n = 28 sampai 29).": 1},
	})
}

// TestNoVerdict: a text that names the items that are not valid names those without a verdict, too, and counts
// none among those that could be tested.
func TestNoVerdict(t *testing.T) {
	yaml := func(items string) string {
		return caseScale + "constructs: [{id: c, label: {id: mutu, en: quality}, items: [" + items + "{id: P4, label: {id: Biaya terjangkau, en: The price is fair}}]}]\n"
	}
	valid, none := []string{}, []string{}
	for r := range 30 {
		valid = append(valid, fmt.Sprint(1+r%5, 1+(r+r/20)%5, 1+(r+r/10)%5, 4))
		none = append(none, fmt.Sprint(1+r%5, 5-r*2%5, 1+r/6, 4))
	}
	for kind, want := range map[string][2]map[lang.Tag]times{
		"article": {
			{lang.EN: {"Of the four items, two were valid; item 3 was not; no verdict is possible on “The price is fair”.": 1}, lang.ID: {"Dari empat butir, dua dinyatakan valid; butir 3 tidak valid; tentang “Biaya terjangkau” keputusan tidak dapat diambil.": 1}},
			{lang.EN: {"None of the three items that could be tested was valid; no verdict is possible on “The price is fair”.": 1}, lang.ID: {"Tidak satu pun dari tiga butir yang dapat diuji dinyatakan valid; tentang “Biaya terjangkau” keputusan tidak dapat diambil.": 1}},
		},
		"evaluation": {
			{lang.EN: {"Of the four items of the questionnaire, two are valid; item 3 is not; no verdict is possible on “The price is fair”.": 2}, lang.ID: {"Dari empat butir kuesioner, dua dinyatakan valid; butir 3 tidak valid; tentang “Biaya terjangkau” keputusan tidak dapat diambil.": 2}},
			{lang.EN: {"None of the three items that could be tested is valid; no verdict is possible on “The price is fair”.": 2}, lang.ID: {"Tidak satu pun dari tiga butir yang dapat diuji dinyatakan valid; tentang “Biaya terjangkau”": 2}},
		},
	} {
		saysOf(t, "valid, "+kind, yaml("P1, P2, P3, ")+"kind: "+kind+"\n", rowsOfDigits("P1,P2,P3,P4", valid...), want[0])
		saysOf(t, "none, "+kind, yaml("P1, P2, P3, ")+"kind: "+kind+"\n", rowsOfDigits("P1,P2,P3,P4", none...), want[1])
	}
}

// TestGroupingsWithoutDifference: several groupings that show no difference are told of in one sentence, and one
// whose groups cannot be compared says why; one item is no mean over all, and of pairs that stand nowhere no
// method is told.
func TestGroupingsWithoutDifference(t *testing.T) {
	var b strings.Builder
	b.WriteString("G,H,K,P1\n")
	for r := range 24 {
		fmt.Fprintf(&b, "%s,%s,%s,%d\n", []string{"Pria", "Wanita"}[r%2], []string{"A", "B", "C"}[r/2%3], "Pagi", 1+r%12/3)
	}
	answers := strings.Replace(b.String(), "Wanita,A,Pagi", "Wanita,,Pagi", 1)
	yaml := caseScale + "groups: [{id: g, column: G, label: {id: jenis kelamin, en: gender}}, {id: h, column: H, label: {id: unit, en: unit}}, {id: k, column: K, label: {id: giliran, en: shift}}]\nconstructs: [{id: c, label: {id: mutu, en: quality}, items: [P1]}]\n"
	saysOf(t, "one item", yaml, answers, map[lang.Tag]times{
		lang.EN: {"The answers did not differ significantly by gender (": 1, "The answers do not differ significantly by gender (z = ": 2, ") or by unit (H(2) = ": 2,
			"The groups by shift cannot be compared: there is only one.": 1, "One respondent who did not state their unit is excluded": 1,
			"adjusted for the number": 0, "The mean over all items": 0, "The mean of the item ": 2},
		lang.ID: {"Jawaban tidak berbeda secara signifikan menurut jenis kelamin (": 2, ") ataupun menurut unit (H(2) = ": 2,
			"Kelompok menurut giliran tidak dapat dibandingkan karena hanya ada satu kelompok.": 1, "disesuaikan dengan banyaknya": 0, "Rata-rata butirnya ": 2},
	})
}

// TestWhoseItIs: a label that names the respondents in the singular says whose it is, and labels with "dan" in
// them are joined by "serta".
func TestWhoseItIs(t *testing.T) {
	yaml := strings.Replace(markedYAML, "  - {id: c, label: {id: kepercayaan, en: trust}, items: [C1, C2]}\n", "", 1)
	yaml = strings.NewReplacer("en: quality of the service", "en: passenger satisfaction", "en: staff and facilities", "en: passenger loyalty").Replace(yaml)
	saysOf(t, "passengers", strings.Replace(yaml, "groups: [{column: G, label: {id: jenis kelamin, en: gender}}]\n", "", 1)+"method: {respondents: {id: penumpang, en: passengers}}\n", marked(), map[lang.Tag]times{
		lang.EN: {"This descriptive study examines passenger satisfaction and passenger loyalty.": 1},
		lang.ID: {"Skor mutu layanan serta skor petugas dan sarana berkorelasi positif dan kuat (r = 0,52; p = 0,004).": 2, "digambarkan, serta korelasi antarkonstruk dihitung, tanpa menguji": 1},
	})
}

// TestFewWords: answers that all lie on one side, the only one to answer, and no margin of error of so few.
func TestFewWords(t *testing.T) {
	yaml := caseScale + "method: {population: 500}\nconstructs: [{id: c, label: {id: mutu, en: quality}, items: [P1, P2]}]\n"
	saysOf(t, "few", yaml, answersOf([]string{"P1", "P2"}, []int{0, 0, 0, 20, 12}, []int{0, 0, 0, 1}), map[lang.Tag]times{
		lang.EN: {"All 32 chose Agree or Strongly agree.": 1, "Only one person answered item 2": 1, "percentage points": 0, "This holds for the only respondent who answered but": 1, "item 2 was answered by only one person": 2},
		lang.ID: {"Seluruh 32 orang yang menjawab memilih Setuju atau Sangat Setuju.": 1, "poin persentase": 0, "butir 2 hanya dijawab oleh satu orang": 2},
	})
	saysOf(t, "both", yaml, answersOf([]string{"P1", "P2"}, []int{0, 0, 5, 20, 12}, []int{0, 0, 4, 19, 14}), map[lang.Tag]times{
		lang.EN: {"chose Agree or Strongly agree for both items.": 1},
		lang.ID: {"memilih Setuju atau Sangat Setuju pada kedua butir.": 1, "masing-masing dari": 0},
	})
}

// TestOneCautionOnAChange: a change between a cohort whose alpha is negative and one whose alpha is too small has
// one caution, and two cohorts have a higher and a lower mean.
func TestOneCautionOnAChange(t *testing.T) {
	for l, want := range map[lang.Tag]times{
		lang.EN: {"but in Angkatan XII its Cronbach’s alpha is negative and in Angkatan XI it does not exceed 0.6, so the difference should not be interpreted": 2, ", but in Angkatan XI": 2,
			"Of the two cohorts whose means can be interpreted, the higher mean is that of Angkatan X (3.10), the lower that of Angkatan XI (2.10).": 1, "These data do not show": 1},
		lang.ID: {"tetapi pada Angkatan XII Cronbach alpha-nya bernilai negatif dan pada Angkatan XI tidak melampaui 0,6 sehingga perbedaan itu tidak layak ditafsirkan": 2, ", tetapi pada Angkatan XI": 2,
			"Di antara dua angkatan yang rata-ratanya layak ditafsirkan, rata-rata Angkatan X (3,10) lebih tinggi daripada rata-rata Angkatan XI (2,10).": 1},
	} {
		doc := comparison(t, func(st *study.Study) { st.Languages = []lang.Tag{l} }, func(cohorts []compare.Summary) []compare.Summary {
			cohorts = cohorts[len(cohorts)-3:]
			for i, c := range [][2]float64{{3.1, 0.8}, {2.1, 0.4}, {3.6, -0.5}} {
				x := &cohorts[i].Constructs[0]
				x.Score.Mean, x.Alpha = analysis.Of(c[0]), analysis.Of(c[1])
			}
			return cohorts
		})
		holds(t, string(l), strings.NewReplacer("~", " ", "\u00a0", " ").Replace(doctest.Dump(doc)), want)
	}
}

// TestGroupsAddToHundred: where the percents of an item are to add to 100, those of a group's answers do, too.
func TestGroupsAddToHundred(t *testing.T) {
	yaml := caseScale + "analysis: {percents: largest-remainder}\ngroups: [{column: G, label: {id: unit, en: unit}}]\nconstructs: [{id: c, label: {id: mutu, en: quality}, items: [P1, P2]}]\n"
	saysOf(t, "groups", yaml, rowsOf(2, "A 3*2 4*2 5*2", "B 3*2 4*2 5*2"), map[lang.Tag]times{
		lang.EN: {"2 (33.4%)  | 2 (33.3%)  | 2 (33.3%)": 4, "2 (33.3%)  | 2 (33.3%)  | 2 (33.3%)": 0, "those of a group add to 100.": 1, "slightly more or less than 100": 0},
		lang.ID: {"persentase suatu kelompok berjumlah 100.": 1, "sedikit berbeda dari 100": 0},
	})
}
