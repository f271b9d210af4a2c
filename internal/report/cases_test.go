package report

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"wogreport/internal/analysis"
	"wogreport/internal/compare"
	"wogreport/internal/document/doctest"
	"wogreport/internal/lang"
)

// The studies of the cases have one scale of five points and texts in both languages.
const caseScale = `
title: {id: Uji, en: Test}
scale:
  - {value: 1, label: {id: Sangat Tidak Setuju, en: Strongly disagree}}
  - {value: 2, label: {id: Tidak Setuju, en: Disagree}}
  - {value: 3, label: {id: Ragu-ragu, en: Undecided}}
  - {value: 4, label: {id: Setuju, en: Agree}}
  - {value: 5, label: {id: Sangat Setuju, en: Strongly agree}}
layout: {items: all}
responses: {file: a.csv}
`

// answersOf is a file with a column for each item that has so many answers of 1, 2, …,
// in ascending order; a name with a minus has them descending.
func answersOf(items []string, counts ...[]int) string {
	var columns [][]string
	rows := 0
	for i, cs := range counts {
		var col []string
		for v, n := range cs {
			col = append(col, slices.Repeat([]string{fmt.Sprint(v + 1)}, n)...)
		}
		if strings.HasPrefix(items[i], "-") {
			slices.Reverse(col)
		}
		columns, rows = append(columns, col), max(rows, len(col))
	}
	var b strings.Builder
	b.WriteString(strings.ReplaceAll(strings.Join(items, ","), "-", "") + ",Catatan\n")
	for r := range rows {
		for _, col := range columns {
			if r < len(col) {
				b.WriteString(col[r])
			}
			b.WriteString(",")
		}
		b.WriteString("\n")
	}
	return b.String()
}

// rowsOf is a file of groups with so many equal rows each: "Pria 4*68 1*32".
func rowsOf(items int, groups ...string) string {
	var b strings.Builder
	b.WriteString("G")
	for i := range items {
		fmt.Fprintf(&b, ",P%d", i+1)
	}
	b.WriteString("\n")
	for _, g := range groups {
		fields := strings.Fields(g)
		for _, f := range fields[1:] {
			var v, n int
			if _, err := fmt.Sscanf(f, "%d*%d", &v, &n); err != nil {
				panic(err)
			}
			b.WriteString(strings.Repeat(fields[0]+strings.Repeat(fmt.Sprintf(",%d", v), items)+"\n", n))
		}
	}
	return b.String()
}

// wording is what a report must say in a language and what it must not.
type wording struct{ must, never []string }

// toldCase is a study's part beside the scale, its answers, and what the report says of them in each language.
type toldCase struct {
	yaml, answers string
	id, en        wording
}

// told holds that reports of the cases say what they must, and nothing that they must not.
func told(t *testing.T, cases map[string]toldCase) {
	t.Helper()
	for name, c := range cases {
		for l, want := range map[lang.Tag]wording{lang.ID: c.id, lang.EN: c.en} {
			scale := caseScale
			if strings.HasPrefix(c.yaml, "scale:") {
				scale = regexp.MustCompile(`(?s)scale:.*layout`).ReplaceAllString(scale, "layout")
			}
			got := strings.NewReplacer("~", " ", "\u00a0", " ").Replace(dumpOf(t, scale+c.yaml+"languages: ["+string(l)+"]\n", c.answers))
			for _, s := range want.must {
				if !strings.Contains(got, s) {
					t.Errorf("%s, %s: does not say %q:\n%s", name, l, s, got)
				}
			}
			for _, s := range append(want.never, stiff[l]...) {
				if strings.Contains(got, s) {
					t.Errorf("%s, %s: says %q:\n%s", name, l, s, got)
				}
			}
		}
	}
}

// TestCases: inputs whose sentences were wrong, unclear or stiff, and what is right.
func TestCases(t *testing.T) {
	four := []string{"P1", "P2", "P3", "P4"}
	groups := "constructs: [{id: c, label: {id: mutu, en: quality}, items: [P1, P2, P3]}]\ngroups: [{id: g, column: G, label: {id: jenis kelamin, en: gender}}]\n"
	one := func(items string) string {
		return "constructs: [{id: c, label: {id: mutu, en: quality}, items: [" + items + "]}]\n"
	}
	twenty := make([]string, 20)
	for i := range twenty {
		twenty[i] = fmt.Sprintf("P%d", i+1)
	}
	runs := func(agree ...int) [][]int { // 20 items, of which some have a majority above the middle
		var out [][]int
		for i := range 20 {
			if slices.Contains(agree, i+1) {
				out = append(out, []int{5, 5, 5, 15, 10})
			} else {
				out = append(out, []int{8, 8, 8, 8, 8})
			}
		}
		return out
	}
	told(t, map[string]toldCase{
		"bad service, a reversed item": {
			one("P1, P2, P3, {id: P4, reverse: true}"), answersOf([]string{"P1", "P2", "P3", "-P4"}, []int{12, 9, 5, 3, 1}, []int{15, 8, 4, 2, 1}, []int{14, 7, 5, 3, 1}, []int{3, 2, 2, 10, 13}),
			wording{[]string{"Lebih dari separuh responden yang menjawab (23 dari 30; 76,7%) memilih Setuju atau Sangat Setuju pada butir 4 yang bernada negatif.",
				"Lebih dari separuh responden yang menjawab memilih Tidak Setuju atau Sangat Tidak Setuju pada masing-masing dari ketiga butir yang tidak bernada negatif"}, []string{"Tidak ada butir dengan lebih dari separuh"}},
			wording{[]string{"For the negatively worded item 4, more than half of those who answered chose Agree or Strongly agree (23 of 30, 76.7%)",
				"chose Disagree or Strongly disagree for each of the three items that are not worded negatively"}, []string{"For no item did"}},
		},
		"nearly constant": {
			one("P1, P2, P3, P4"), answersOf(four, []int{0, 0, 0, 39, 1}, []int{0, 0, 0, 39, 1}, []int{0, 0, 0, 39, 1}, []int{0, 0, 0, 39, 1}),
			wording{[]string{"Pemeriksaan atas 40 baris jawaban menemukan bahwa semua 40 baris berisi jawaban yang sama pada semua butir yang dijawab.", "sehingga r hitung dan alpha di sini tidak banyak menjelaskan"}, []string{"tidak menemukan baris"}},
			wording{[]string{"A check of the 40 rows of answers found that all 40 rows give the same answer to every item answered.", "so r and alpha say little about"}, []string{"found none"}},
		},
		"every row the same": {
			one("P1, P2, P3, P4") + "analysis: {appendix: true}\n", answersOf(four, []int{0, 0, 0, 40}, []int{0, 0, 0, 40}, []int{0, 0, 0, 40}, []int{0, 0, 0, 40}),
			wording{[]string{"| Baris dengan jawaban sama pada semua butir  | 40", "Seluruh 40 responden yang menjawab memilih Setuju"}, []string{"jawaban sama pada semua butir  | 0"}},
			wording{[]string{"| Rows with the same answer to every item  | 40", "All 40 respondents who answered chose Agree"}, nil},
		},
		"empty rows": {
			one("P1, P2, P3, P4") + "method: {population: 200}\n", strings.ReplaceAll(answersOf(four, []int{4, 6, 10, 12, 8}, []int{4, 6, 10, 12, 8}, []int{4, 6, 10, 12, 8}, []int{4, 6, 10, 12, 8}), "3,3,3,3,\n", "3,3,3,3,\n,,,,x\n,,,,x\n"),
			wording{[]string{"Populasi penelitian adalah 200 orang. Sebanyak 40 orang menjawab", "Dengan n = 40", "20 baris tanpa satu jawaban pun, yang tidak dihitung sebagai responden, dan ", "Tidak satu pun baris lain dikeluarkan dari analisis."}, []string{"20 responden", "dari 60 responden", "200 responden", "n = 60"}},
			wording{[]string{"The population consisted of 200 people. Of these, 40 answered", "With n = 40", "20 rows without any answer, which are not counted as respondents, and ", "No other row was left out of the analysis."}, []string{"20 respondents", "of 60 respondents", "n = 60"}},
		},
		"the ranks against the means": {
			groups, rowsOf(3, "Pria 4*68 1*32", "Wanita 3*88 4*12"),
			wording{[]string{"penilaian Pria lebih tinggi daripada penilaian Wanita (rata-rata peringkat", "justru lebih rendah (3,04 dan 3,12)"}, nil},
			wording{[]string{"Pria gave higher ratings than Wanita (mean ranks", "although their mean over all items is lower (3.04 and 3.12)"}, nil},
		},
		"equal means, unequal ranks": {
			groups, rowsOf(3, "Pria 4*70 1*30", "Wanita 3*90 4*10"),
			wording{[]string{"penilaian Pria lebih tinggi", "sama untuk kedua kelompok (3,10)"}, nil},
			wording{[]string{"Pria gave higher ratings than Wanita", "the means over all items are the same for both groups (3.10)"}, nil},
		},
		"three groups": {
			groups, rowsOf(3, "A 1*10 2*20", "B 3*20 4*10", "C 4*15 5*15"),
			wording{[]string{"penilaian tertinggi terdapat pada C dan terendah pada A", "Nilai p setiap butir disesuaikan dengan banyaknya butir (", "dengan ukuran efek besar (H(2)"}, []string{"setelah penyesuaian Holm", "Mann–Whitney"}},
			wording{[]string{"C gave the highest ratings and A the lowest", "The p-value of each item is adjusted"}, []string{"after Holm’s adjustment", "Mann–Whitney"}},
		},
		"a hair above one half": {
			one("P1, P2"), answersOf([]string{"P1", "P2"}, []int{0, 0, 1000, 1001}, []int{0, 0, 999, 1002}),
			wording{[]string{"Setuju sebanyak 1.001 responden (50,02%)", "Setuju dipilih oleh lebih dari separuh"}, []string{"(50,0%), lebih dari separuh"}},
			wording{[]string{"Agree with 1,001 (50.02%)", "Agree was chosen by more than half"}, []string{"(50.0%), more than half"}},
		},
		"one vector of percents": {
			one("P1, P2, P3") + "analysis: {percents: largest-remainder}\ninterpretation: true\n", "P1,P2,P3\n5,4,3\n4,5,3\n3,3,4\n5,4,5\n4,5,4\n3,3,5\n",
			wording{[]string{"2 (33,4%)", "berjumlah 4 (66,6%), Ragu-ragu sebanyak 2 (33,4%),"}, []string{"66,7%"}},
			wording{[]string{"chosen by 4 (66.6%), Undecided by 2 (33.4%),"}, []string{"66.7%"}},
		},
		"polarised": {
			one("P1, P2, P3, P4") + "interpretation: true\n", answersOf(four, []int{4, 6, 8, 14, 8}, []int{2, 6, 10, 14, 8}, []int{20, 0, 0, 0, 20}, []int{3, 5, 10, 14, 8}),
			wording{[]string{"Jawaban terbelah ke kedua ujung skala: Sangat Tidak Setuju sebanyak 20 responden (50,0%)", "| 3,00  | Sedang, terbelah", "Pada butir 3, jawaban terbelah ke kedua ujung skala (Sangat Tidak Setuju 20, Sangat Setuju 20, dari 40)"}, []string{"paling seragam", "paling kecil terdapat pada butir 3"}},
			wording{[]string{"The answers are polarised: Strongly disagree with 20 (50.0%)", "| 3.00  | Medium, polarised", "The answers to item 3 are polarised, at the two ends of the scale (Strongly disagree 20, Strongly agree 20, of 40)"}, []string{"vary least for item 3"}},
		},
		"all polarised": {
			one("P1, P2"), answersOf([]string{"P1", "P2"}, []int{20, 0, 0, 0, 20}, []int{15, 5, 0, 0, 20}),
			wording{[]string{"lebih beragam terdapat pada butir 1"}, []string{"paling seragam", "paling kecil", "Rata-rata tertinggi", "urutan teratas", "Rata-rata terendah"}},
			wording{[]string{"Answers vary more for item 1"}, []string{"vary least", "highest mean", "rank highest", "ranks highest", "lowest mean"}},
		},
		"as many yes as no": {
			"scale: [{value: 1, label: {id: Tidak, en: No}}, {value: 2, label: {id: Ya, en: Yes}}]\n" + one("P1, P2"), answersOf([]string{"P1", "P2"}, []int{20, 20}, []int{25, 15}),
			wording{[]string{"KR-20 dengan dua butir", "KR-20 (Kuder–Richardson 20, yaitu Cronbach alpha", "! KR-20 jika dihapus", "Tidak dan Ya dipilih sama banyak, masing-masing oleh 20 dari 40 responden (50,0%)"}, []string{"tersebar", "terbelah"}},
			wording{[]string{"KR-20, with two items", "! KR-20 if deleted", "No and Yes were chosen equally often, by 20 of 40 respondents each (50.0%)"}, []string{"spread", "polarised"}},
		},
		"small counts withheld": {
			one("P1, P2, P3, P4") + "privacy: {min_cell: 5}\n", answersOf(four, []int{2, 8, 10, 12, 8}, []int{6, 6, 10, 10, 8}, []int{6, 6, 10, 10, 8}, []int{6, 6, 10, 10, 8}),
			wording{[]string{"Validitas dan reliabilitas tidak ditampilkan demi privasi", "frekuensi yang kecil. Tidak satu pun baris dikeluarkan dari analisis."}, []string{"tidak dapat ditentukan", "alpha tidak dapat dihitung", "dapat diambil"}},
			wording{[]string{"Validity and reliability are not shown, to protect privacy", "it could reveal small counts. No row was left out of the analysis."}, []string{"could not be determined", "cannot be determined", "cannot be computed"}},
		},
		"a majority beside withheld counts": {
			one("P1, P2") + "privacy: {min_cell: 5}\nmethod: {population: 200}\n", answersOf([]string{"P1", "P2"}, []int{2, 8, 10, 12, 8}, []int{6, 6, 6, 12, 10}),
			wording{[]string{"Lebih dari separuh responden yang menjawab memilih Setuju atau Sangat Setuju pada butir 2 (22 dari 40; 55,0%).", "Tidak dapat disimpulkan bahwa mayoritas itu berlaku bagi seluruh populasi.", "| x  | 0,312  | x\n"}, []string{"kedua butir", "| Tidak dapat ditentukan"}},
			wording{[]string{"More than half of those who answered chose Agree or Strongly agree for item 2 (22 of 40, 55.0%).", "This majority cannot be inferred for the whole population.", "| x  | 0.312  | x\n"}, []string{"both items", "| Undetermined", "could tell"}},
		},
		"labels in an abstract": {
			one("{id: P1, label: {id: Biaya, en: Cost}}, {id: P2, label: {id: Waktu, en: Time}}, {id: P4, reverse: true, label: {id: Antrean, en: Queues}}, P3"), answersOf(four, []int{2, 6, 10, 14, 8}, []int{4, 8, 8, 12, 8}, []int{8, 12, 10, 6, 4}, []int{18, 10, 5, 4, 3}),
			wording{[]string{"berkisar dari 25,0% (butir 4) sampai 55,0% (“Biaya”). Rata-rata terendah adalah 2,65 (butir 4) dan tertinggi 3,90 (“Antrean”) pada skala 1–5, dengan skor “Antrean” dibalik.", "pada “Antrean” yang bernada negatif.", "Rata-rata tertinggi ada pada “Antrean” (3,90)"}, nil},
			wording{[]string{"ranged from 25.0% (item 4) to 55.0% (“Cost”). The lowest mean was 2.65 (item 4) and the highest 3.90 (“Queues”) on a scale of 1–5, with “Queues” scored in reverse.", "For the negatively worded “Queues”, more than half", "The highest mean is that of “Queues” (3.90)"}, nil},
		},
		"respondents in the name of what they are asked about": {
			"constructs: [{id: c, label: {id: kepentingan menurut responden, en: importance to respondents}, items: [P1, P2]}]\n", answersOf(four[:2], []int{2, 6, 10, 14, 8}, []int{4, 8, 8, 12, 8}),
			wording{[]string{"menggambarkan kepentingan menurut responden. Kuesioner"}, []string{"menurut responden menurut"}},
			wording{[]string{"examines importance to respondents. A questionnaire"}, []string{"how respondents see importance"}},
		},
		"a construct that is called one": {
			"constructs: [{id: a, label: {id: konstruk sikap, en: attitude}, items: [P1, P2]}, {id: b, label: {id: kinerja, en: performance}, items: [P3, P4]}]\n", answersOf(four, []int{2, 6, 10, 14, 8}, []int{4, 8, 8, 12, 8}, []int{8, 12, 10, 6, 4}, []int{18, 10, 5, 4, 3}),
			wording{[]string{"Pada konstruk sikap, dengan n = 40", "Pada konstruk kinerja, dengan n = 40"}, []string{"konstruk konstruk", "Pada kinerja"}},
			wording{[]string{"For attitude, with n = 40"}, nil},
		},
		"neither of two is valid": {
			one("P1, P2"), answersOf([]string{"P1", "-P2"}, []int{5, 8, 10, 9, 8}, []int{8, 8, 10, 8, 6}),
			wording{[]string{"Tidak satu pun dari dua butir dinyatakan valid. "}, []string{"butir 1 dan 2 tidak valid"}},
			wording{[]string{"Neither item was valid. "}, []string{"none was valid", "were not."}},
		},
		"one row of one answer": {
			one("P1, P2, P3"), "P1,P2,P3\n4,4,4\n1,3,4\n5,3,2\n3,4,5\n2,1,2\n",
			wording{[]string{"menemukan satu baris dengan satu jawaban yang sama pada semua butir yang dijawab (di antara baris dengan sedikitnya tiga jawaban). Baris itu tidak dikeluarkan dari analisis.", "dijawab oleh lima orang", "Pemeriksaan atas lima baris jawaban"}, []string{"di antaranya dikeluarkan"}},
			wording{[]string{"found one row with the same answer to every item answered (among rows with at least three answers). It was not left out of the analysis.", "answered by five people", "A check of the five rows", "There are only five respondents"}, []string{"None of them"}},
		},
		"three constructs": {
			"constructs: [{id: a, label: {id: materi, en: material}, items: [P1, P2]}, {id: b, label: {id: pengajar, en: trainers}, items: [P3, P4]}, {id: d, label: {id: sarana dan layanan, en: facilities and services}, items: [P5, P6]}]\n",
			answersOf([]string{"P1", "P2", "P3", "P4", "P5", "P6"}, []int{2, 4, 10, 14, 10}, []int{2, 5, 10, 14, 9}, []int{1, 3, 6, 20, 10}, []int{1, 2, 7, 20, 10}, []int{8, 9, 8, 9, 6}, []int{8, 8, 9, 9, 6}),
			wording{[]string{"materi, pengajar, serta sarana dan layanan", "Rata-rata materi adalah 3,61 pada skala 1–5, dan proporsi responden yang memilih Setuju atau Sangat Setuju berkisar dari 57,5% sampai 60,0%", "Rata-rata pengajar adalah 3,89 pada skala 1–5. Lebih dari separuh"}, []string{"dan sarana dan layanan"}},
			wording{[]string{"material, trainers, and facilities and services", "The mean of material was 3.61 on a scale of 1–5, and the share of respondents who chose Agree or Strongly agree ranged from 57.5% to 60.0%", "The mean of trainers was 3.89 on a scale of 1–5. More than half"}, nil},
		},
		"many items against the others": {
			one(strings.Join(twenty, ", ")), opposed(),
			wording{[]string{"Pada butir 1–12, korelasi butir-total negatif"}, []string{"periksa apakah", "Korelasi butir-total butir 1 negatif"}},
			wording{[]string{"For items 1–12, the item–total correlation is negative"}, []string{"check whether"}},
		},
		"items in runs": {
			one(strings.Join(twenty, ", ")), answersOf(twenty, runs(1, 2, 3, 4, 5, 6, 7, 9)...),
			wording{[]string{"memilih Setuju atau Sangat Setuju pada butir 1–7 dan 9."}, []string{"tetapi tidak pada"}},
			wording{[]string{"chose Agree or Strongly agree for items 1–7 and 9."}, []string{"but not for"}},
		},
		"all items but two": {
			one(strings.Join(twenty, ", ")), answersOf(twenty, runs(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 14, 15, 16, 17, 18, 19, 20)...),
			wording{[]string{"pada setiap butir, kecuali butir 11 dan 12."}, []string{"tetapi tidak pada"}},
			wording{[]string{"for every item except items 11 and 12."}, []string{"but not for"}},
		},
		"items that nobody would list": {
			one(strings.Join(twenty, ", ")), answersOf(twenty, runs(1, 3, 5, 7, 9, 11, 13)...),
			wording{[]string{"pada tujuh dari 20 butir."}, []string{"1, 3, 5"}},
			wording{[]string{"for seven of the 20 items."}, []string{"1, 3, 5"}},
		},
		"two items": {
			one(strings.Join(twenty, ", ")), answersOf(twenty, runs(11, 12)...),
			wording{[]string{"memilih Setuju atau Sangat Setuju pada butir 11 dan 12."}, []string{"Sangat Setuju pada setiap butir, kecuali"}},
			wording{[]string{"for items 11 and 12."}, []string{"agree for every item except "}},
		},
		"one statement": {
			one("P1"), answersOf([]string{"P1"}, []int{2, 6, 9, 18, 5}),
			wording{[]string{"Kuesioner memuat satu butir pernyataan.", "tidak dapat dihitung karena butir terlalu sedikit"}, []string{"tidak terdefinisi (", "adalah tidak"}},
			wording{[]string{"The questionnaire contained one statement. It was answered on a five-point scale", "cannot be computed because there are too few items"}, []string{"1 statements", "undefined ("}},
		},
		"majorities on both sides": {
			one("P1, P2, P3, {id: P4, reverse: true}") + "method: {population: 400, sampling: saturated}\n", answersOf([]string{"P1", "P2", "P3", "-P4"}, []int{1, 2, 4, 20, 13}, []int{12, 10, 8, 6, 4}, []int{1, 3, 5, 21, 10}, []int{2, 3, 3, 20, 12}),
			wording{[]string{"Jika mereka yang menjawab dapat dipandang sebagai sampel acak, dapat disimpulkan bahwa semua mayoritas tersebut, kecuali mayoritas yang memilih Tidak Setuju atau Sangat Tidak Setuju pada butir 2, berlaku pula bagi seluruh populasi pada tingkat kepercayaan 95% (setiap butir secara terpisah)."}, []string{"hal itu dapat dikatakan"}},
			wording{[]string{"If those who answered can be regarded as a random sample, all of these majorities but the one choosing Disagree or Strongly disagree for item 2 can be inferred for the whole population with 95% confidence (each item taken separately)."}, []string{"the same can be said"}},
		},
		"a reversed item with the highest mean": {
			one("P1, P2, P3, {id: P4, reverse: true}"), answersOf([]string{"P1", "P2", "P3", "-P4"}, []int{20, 10, 5, 3, 2}, []int{22, 8, 5, 3, 2}, []int{21, 9, 5, 3, 2}, []int{3, 5, 2, 20, 10}),
			wording{[]string{"Rata-rata tertinggi ada pada butir 4 (2,28), sedangkan yang terendah pada butir 2 (1,88), dengan skor butir 4 dibalik."}, nil},
			wording{[]string{"The highest mean is that of item 4 (2.28), the lowest that of item 2 (1.88), with item 4 scored in reverse."}, nil},
		},
		"a census of which some skipped items": {
			one("P1, P2, P3") + "method: {population: 40}\n", answersOf([]string{"P1", "P2", "-P3"}, []int{1, 2, 4, 20, 13}, []int{1, 3, 6, 20, 9}, []int{8, 10, 0, 12, 8}),
			wording{[]string{"Jika dihitung terhadap seluruh 40 orang, semua mayoritas tersebut berlaku bagi seluruh populasi, kecuali yang pada butir 3, yang hanya berlaku bagi mereka yang menjawab butir itu."}, nil},
			wording{[]string{"Counted among all 40 people, all of these majorities but the one for item 3 hold for the whole population, while that one holds only for those who answered this item."}, nil},
		},
		"few complete rows, pairwise": {
			one("P1, P2, P3") + "analysis: {missing: pairwise}\n", answersOf([]string{"P1", "P2", "P3"}, []int{5, 8, 12, 20, 15}, []int{6, 9, 11, 20, 14}, []int{3, 4, 5, 8, 4}),
			wording{nil, []string{"satu jawaban sudah berarti", "kurang dari 30"}}, wording{nil, []string{"one answer corresponds", "fewer than 30"}},
		},
		"few complete rows": {
			one("P1, P2, P3"), answersOf([]string{"P1", "P2", "P3"}, []int{5, 8, 12, 20, 15}, []int{6, 9, 11, 20, 14}, []int{3, 4, 5, 8, 4}),
			wording{[]string{"Hanya ada 24 jawaban yang lengkap, kurang dari 30; r hitung dan alpha kurang teliti."}, []string{"satu jawaban sudah berarti"}},
			wording{[]string{"There are only 24 complete responses, fewer than 30; r and alpha are imprecise."}, []string{"one answer corresponds", "a single answer"}},
		},
		"one row twice": {
			one("P1, P2, P3"), "Nama,P1,P2,P3\nA,1,2,3\nA,1,2,3\nB,4,4,5\nC,2,4,4\nD,5,3,4\n",
			wording{[]string{"menemukan satu baris berulang"}, []string{"1 baris berulang", "baris ganda"}},
			wording{[]string{"found one row that repeats an earlier one"}, []string{"1 that repeat"}},
		},
		"everybody answered": {
			one("P1, P2, P3") + "method: {population: 40, respondents: {id: peserta, en: participants}}\n", answersOf(four[:3], []int{2, 6, 9, 18, 5}, []int{2, 6, 2, 25, 5}, []int{2, 6, 9, 18, 5}),
			wording{[]string{"Seluruh 40 peserta dalam populasi menjawab (tingkat respons 100%)", "Karena seluruh populasi menjawab, angka ini berlaku bagi populasi"}, []string{"100,0%)"}},
			wording{[]string{"All 40 participants in the population answered (a response rate of 100%)", "Since the whole population answered, these figures hold for the population"}, nil},
		},
		"items that differ in opposite directions": {
			groups, "G,P1,P2,P3\n" + strings.Repeat("Pria,4,4,2\nPria,5,2,1\nWanita,2,4,4\nWanita,1,2,5\n", 10),
			wording{[]string{"Rata-rata seluruh butir tidak berbeda secara signifikan menurut jenis kelamin", "tetapi dua butir berbeda secara signifikan: butir 1 lebih tinggi pada Pria (rata-rata peringkat "}, []string{"Tidak terdapat perbedaan"}},
			wording{[]string{"The means over all items do not differ significantly by gender", "but two items do: Pria scored higher on item 1 (mean ranks "}, []string{"answers do not differ", "answers did not differ"}},
		},
		"few in many groups": {
			groups, "G,P1,P2,P3\nA,4,4,3\nA,2,3,3\nA,3,4,4\nB,3,3,3\nB,4,5,4\nB,2,2,3\nC,4,3,3\nC,3,2,2\nC,5,5,4\nD,2,3,2\nD,3,4,3\nD,3,3,3\nE,5,4,4\nE,2,3,2\nE,3,3,5\nA,4,3,4\nB,3,4,4\nC,3,3,2\nD,4,2,3\nE,4,4,4\nA,3,3,4\nB,4,3,3\nC,2,3,4\nD,3,2,4\nE,3,5,4\n",
			wording{[]string{"Tidak terdapat perbedaan jawaban yang signifikan menurut jenis kelamin (H(4)"}, []string{"ukuran efek sedang", "ukuran efek besar"}},
			wording{[]string{"do not differ significantly by gender (H(4)", "did not differ significantly by gender"}, []string{"medium size", "large size"}},
		},
		"everybody by groups": {
			groups + "method: {population: 60}\n", rowsOf(3, "Pria 3*20 4*15", "Wanita 3*12 4*13"),
			wording{[]string{"Dalam populasi ini rata-rata seluruh butir 0,09 lebih tinggi pada Wanita; perbedaan ini tidak signifikan (efek sangat kecil: z"}, []string{"mudah", "Tidak terdapat perbedaan"}},
			wording{[]string{"In this population the mean over all items is 0.09 higher for Wanita; this difference is not significant (negligible effect: z"}, []string{"easily", "not differ significantly"}},
		},
		"the middle leads, and more than half agree": {
			one("P1, P2"), answersOf([]string{"P1", "P2"}, []int{4, 8, 40, 30, 26}, []int{10, 12, 46, 12, 8}),
			wording{[]string{"Namun, lebih dari separuh memilih salah satu dari kedua jawaban di atasnya.", "Pada butir 2, jawaban tengah dipilih oleh lebih dari separuh responden yang menjawab (Ragu-ragu 46; Tidak Setuju atau Sangat Tidak Setuju 22; Setuju atau Sangat Setuju 20) sehingga pernyataannya tidak jelas didukung ataupun ditolak."}, []string{"Pada butir 1 dan 2, jawaban tengah", "hampir berimbang dengannya", "disebut didukung"}},
			wording{[]string{"More than half, however, chose one of the two answers above it.", "For item 2, the middle answer has more than half of the answers (Undecided 46; Disagree or Strongly disagree 22; Agree or Strongly agree 20), so the statement is neither clearly supported nor clearly rejected."}, []string{"For items 1 and 2, the middle", "nearly even with it", "called clearly supported"}},
		},
		"an even spread is not polarised": {
			"scale: [{value: 1, label: {id: Rendah, en: Low}}, {value: 2, label: {id: Sedang, en: Fair}}, {value: 3, label: {id: Tinggi, en: High}}]\n" + one("P1, P2"), answersOf([]string{"P1", "P2"}, []int{668, 666, 667}, []int{500, 700, 801}),
			wording{[]string{"Jawaban tersebar di ketiga tingkat skala, masing-masing dipilih oleh 666 sampai 668 dari 2.001 responden"}, []string{"terbelah"}},
			wording{[]string{"The answers are spread over all three points, each chosen by 666 to 668 of 2,001 respondents"}, []string{"polarised"}},
		},
		"nothing to tell rows by": {
			one("P1, P2, P3"), "P1,P2,P3\n4,4,3\n4,4,3\n5,3,2\n3,4,5\n",
			wording{[]string{"tidak menemukan baris kosong atau baris dengan satu jawaban", "Ada tidaknya baris berulang tidak diperiksa karena jawaban tidak memuat waktu ataupun nama."}, []string{"baris kosong, baris berulang"}},
			wording{[]string{"found none that was empty or gave the same answer", "Duplicate rows were not checked for, since the answers contain neither times nor names."}, []string{"repeated an earlier one"}},
		},
		"nothing varies": {
			one("P1, P2, P3, P4"), answersOf(four, []int{0, 0, 0, 0, 40}, []int{0, 0, 0, 40}, []int{0, 0, 0, 40}, []int{0, 0, 0, 40}),
			wording{[]string{"Cronbach alpha tidak dapat dihitung karena keempat butirnya tidak bervariasi", "Semua responden yang menjawab memilih Setuju atau Sangat Setuju pada keempat butir."}, []string{"Lebih dari separuh", "nol dari"}},
			wording{[]string{"No Cronbach’s alpha can be computed, since none of the four items varies", "All who answered chose Agree or Strongly agree for all four items."}, []string{"More than half of those", "no of the"}},
		},
		"reversed in vain": {
			one("P1, P2, P4, {id: P3, reverse: true}"), answersOf([]string{"P1", "P2", "P3", "P4"}, []int{4, 6, 8, 14, 8}, []int{2, 6, 10, 14, 8}, []int{5, 4, 9, 15, 7}, []int{3, 5, 10, 14, 8}),
			wording{[]string{"Pada butir 4, korelasi butir-total negatif", "meskipun skornya dibalik: skor yang dibalik itu berlawanan arah dengan skor butir lain, seperti pada pernyataan yang tidak bernada negatif."}, []string{"yang skornya tidak dibalik", "periksa apakah"}},
			wording{[]string{"The item–total correlation of item 4 is negative", "although its score was reversed: the reversed scores run against those of the other items, as with a statement that is not worded negatively."}, []string{"is not reversed.", "check whether"}},
		},
		"four constructs": {
			"constructs: [{id: a, label: {id: beban, en: workload}, items: [P1, P2]}, {id: b, label: {id: kepuasan, en: satisfaction}, items: [P3, P4]}, {id: d, label: {id: kinerja, en: performance}, items: [P5, P6]}, {id: e, label: {id: tetap, en: constant}, items: [P7]}]\n",
			answersOf([]string{"P1", "P2", "-P3", "-P4", "P5", "P6", "P7"}, []int{4, 6, 8, 14, 8}, []int{2, 6, 10, 14, 8}, []int{5, 4, 9, 15, 7}, []int{3, 5, 10, 14, 8}, []int{4, 6, 8, 14, 8}, []int{4, 6, 8, 14, 8}, []int{0, 0, 40}),
			wording{[]string{"Dari enam pasangan konstruk, tiga berkorelasi secara signifikan (p < 0,05 setelah disesuaikan menurut Holm): ", "beban dengan kepuasan (r = −0,9", "Korelasi tiga pasangan tidak dapat dihitung.", "Reliabilitas skala tetap tidak dapat dinilai"}, []string{"yang paling kuat", "terkuat"}},
			wording{[]string{"Of the six pairs of constructs, three are significantly correlated (p < 0.05 after Holm’s adjustment): ", "Of the six pairs of constructs, three were significantly correlated (p < 0.05 after Holm’s adjustment): ", "workload with satisfaction (r = −0.9", "The correlations of three pairs cannot be computed.", "The reliability of the scale for constant cannot be judged"}, nil},
		},
		"a tie that rounding makes": { // 58 answers to P3: 148/58 is 2.5517, and 153/60 is 2.55
			one("P1, P2, P3, P4"), answersOf(four, []int{0, 27, 33}, []int{0, 0, 30, 30}, []int{0, 26, 32}, []int{0, 27, 33}),
			wording{[]string{"sedangkan butir 1 dan 4 urutan terbawah (2,550), pada skala 1–5.", "Rata-rata terendah adalah 2,550 (butir 1 dan 4)"}, []string{"butir 1, 3, dan 4 urutan", "terbawah (2,55)"}},
			wording{[]string{"while items 1 and 4 rank lowest (2.550), on the scale of 1–5.", "The lowest mean was 2.550 (items 1 and 4)"}, []string{"items 1, 3, and 4 rank", "lowest (2.55)"}},
		},
		"the smallest group skipped": {
			groups, "G,P1,P2,P3\n" + strings.Repeat("Pria,4,3,5\nPria,2,3,2\n", 8) + strings.Repeat("Wanita,3,4,4\nWanita,5,4,4\n", 4) + "Wanita,,4,3\n",
			wording{[]string{"Kelompok yang lebih kecil (Wanita) hanya terdiri atas sembilan responden (delapan pada sebagian perbandingan) sehingga semua nilai p di sini merupakan pendekatan kasar."}, []string{"hanya terdiri atas delapan responden", "kurang dari 10"}},
			wording{[]string{"The smaller group (Wanita) has only nine respondents (eight in some comparisons), so all p-values here are rough approximations."}, []string{"has only eight respondents", "fewer than 10"}},
		},
		"the smallest group": {
			groups, "G,P1,P2,P3\n" + strings.Repeat("Pria,4,3,5\nPria,2,3,2\n", 8) + strings.Repeat("Wanita,3,4,4\nWanita,5,4,4\n", 4) + "Wanita,4,4,3\n",
			wording{[]string{"Kelompok yang lebih kecil (Wanita) hanya terdiri atas sembilan responden sehingga nilai p merupakan pendekatan kasar."}, nil},
			wording{[]string{"The smaller group (Wanita) has only nine respondents, so the p-values are rough approximations."}, nil},
		},
		"all the same": {
			one("P1, P2, P3, P4"), answersOf(four, []int{0, 0, 0, 20}, []int{0, 0, 0, 20}, []int{0, 0, 0, 20}, []int{0, 0, 0, 20}),
			wording{[]string{"Validitas butir tidak dapat ditentukan. Seluruh 20 baris memberi satu jawaban yang sama pada semua butir sehingga r hitung dan alpha tidak dapat dihitung."}, []string{"tidak banyak menjelaskan"}},
			wording{[]string{"The validity of the items could not be determined. All 20 rows give one answer to every item, so neither r nor alpha can be computed."}, []string{"say little"}},
		},
		"one row": {
			one("P1, P2, P3, P4"), answersOf(four, []int{0, 0, 0, 1}, []int{0, 0, 0, 1}, []int{0, 0, 0, 1}, []int{0, 0, 0, 1}),
			wording{[]string{"Satu-satunya baris memberi satu jawaban yang sama pada semua butir sehingga r hitung dan alpha tidak dapat dihitung."}, []string{"Seluruh satu baris", "tidak banyak menjelaskan"}},
			wording{[]string{"The only row gives one answer to every item, so neither r nor alpha can be computed."}, []string{"All one row", "say little"}},
		},
		"an item without a verdict": {
			one("P1, P2, P3, P4"), answersOf(four, []int{4, 6, 8, 14, 8}, []int{2, 6, 10, 14, 8}, []int{0, 0, 0, 40}, []int{3, 5, 10, 14, 8}),
			wording{[]string{"tentang butir 3 keputusan tidak dapat diambil), dan Cronbach alpha"}, nil},
			wording{[]string{"no verdict is possible on item 3), and Cronbach’s alpha"}, nil},
		},
		"few answers to one item": {
			one("P1, P2, P3"), answersOf(four[:3], []int{5, 8, 12, 20, 15}, []int{6, 9, 11, 20, 14}, []int{3, 4, 5, 8, 4}),
			wording{[]string{"Butir 3 hanya dijawab oleh 24 orang sehingga persentasenya perlu dibaca dengan hati-hati."}, []string{"Karena hanya 24 orang"}},
			wording{[]string{"Only 24 people answered item 3, so its percentages should be read with caution."}, []string{"With only 24 answers"}},
		},
		"a named technique": {
			one("P1, P2, P3") + "method: {population: 90, sampling: saturated}\n", answersOf(four[:3], []int{2, 6, 9, 33, 15}, []int{2, 6, 2, 40, 15}, []int{2, 6, 9, 33, 15}),
			wording{[]string{"seluruhnya diminta menjawab, dan 65 orang menjawab", "Teknik pengambilan sampelnya adalah sampling jenuh"}, []string{"Sampel disebut jenuh"}},
			wording{[]string{"all of whom were asked; 65 answered", "The sampling technique was saturated sampling"}, []string{"is described as"}},
		},
		"omega asked for": {
			one("P1, P2, P3, P4") + "analysis: {omega: ml}\n", answersOf(four, []int{4, 6, 8, 14, 8}, []int{2, 6, 10, 14, 8}, []int{5, 4, 9, 15, 7}, []int{3, 5, 10, 14, 8}),
			wording{[]string{" Omega McDonald adalah ", "Di samping alpha disajikan omega McDonald dari model satu faktor atas skor butir yang tidak distandarkan"}, nil}, wording{[]string{" McDonald’s omega is ", "Beside alpha, McDonald’s omega is given, from a one-factor model of the items as scored"}, nil},
		},
		"a mean on its axis": {
			"constructs: [{id: c, label: {id: kinerja, en: performance}, items: [{id: P1, importance: Q1}, {id: P2, importance: Q2}]}, {id: d, label: {id: kepentingan, en: importance}, items: [Q1, Q2]}]\n",
			"P1,P2,Q1,Q2\n" + strings.Repeat("3,4,4,4\n4,5,5,5\n5,5,4,4\n2,4,5,5\n", 6),
			wording{[]string{"Kuadran I (kepentingan tidak di bawah rata-rata, kinerja di bawah rata-rata) memuat butir 1.", "Kuadran II (keduanya tidak di bawah rata-rata) memuat butir 2."}, []string{"kepentingan di atas rata-rata"}},
			wording{[]string{"Quadrant I (importance at or above the average, performance below it) holds item 1.", "Quadrant II (both at or above the average) holds item 2."}, []string{": above average in importance", "importance above"}},
		},
		"the middle answer leads where one leans": {
			one("P1, P2, P3, P4, P5, P6"), answersOf([]string{"P1", "P2", "P3", "P4", "P5", "P6"}, []int{10, 20, 40, 20, 10}, []int{12, 18, 41, 20, 9}, []int{5, 10, 40, 20, 25}, []int{11, 19, 40, 20, 10}, []int{10, 20, 42, 20, 8}, []int{10, 21, 40, 20, 9}),
			wording{[]string{"Pada butir 1, 2, dan 4–6, jawaban tengah menjadi jawaban terbanyak"}, []string{"kecuali butir 3"}},
			wording{[]string{"For items 1, 2, and 4–6, the middle answer is the most frequent"}, []string{"except item 3"}},
		},
		"a group that cannot be shown": {
			groups + "privacy: {min_group: 5}\n", "G,P1,P2,P3\n" + strings.Repeat("Pria,4,3,5\nPria,2,3,2\n", 8) + strings.Repeat("Wanita,3,,4\n", 7) + "Wanita,4,4,3\nWanita,5,4,2\n",
			wording{[]string{"Kelompok tidak dapat dibandingkan karena kurang dari dua kelompok memiliki jawaban yang cukup", "uji Mann–Whitney"}, []string{"Kruskal"}},
			wording{[]string{"The groups cannot be compared because fewer than two groups have enough answers", "Mann–Whitney test"}, []string{"Kruskal"}},
		},
		"correlations in a census": {
			"constructs: [{id: c, label: {id: mutu, en: quality}, items: [P1, P2]}, {id: d, label: {id: biaya, en: costs}, items: [P3, P4]}]\nmethod: {population: 40}\n", answersOf(four, []int{4, 6, 8, 14, 8}, []int{2, 6, 10, 14, 8}, []int{5, 4, 9, 15, 7}, []int{3, 5, 10, 14, 8}),
			wording{[]string{"Karena seluruh anggota populasi menjawab, korelasi itu menggambarkan populasi itu sendiri; nilai p dan selangnya hanya menunjukkan"}, nil},
			wording{[]string{"Since every member of the population answered, the correlations describe the population itself; the p-values and intervals only show"}, nil},
		},
		"one did not answer": {
			one("P1, P2"), answersOf([]string{"P1", "P2"}, []int{4, 6, 8, 14, 8}, []int{4, 6, 8, 14, 7}),
			wording{[]string{"Satu responden tidak menjawab butir ini"}, []string{"Sebanyak 1 "}},
			wording{[]string{"One respondent left this item unanswered"}, []string{"1 respondent "}},
		},
	})
}

// TestOmegaOnce: why there is no omega that was asked for is said once.
func TestOmegaOnce(t *testing.T) {
	yaml := "constructs: [{id: c, label: {id: mutu, en: quality}, items: [P1, P2, P3]}]\nanalysis: {omega: ml}\n"
	answers := "P1,P2,P3\n" + strings.Repeat("1,1,1\n5,5,5\n2,1,5\n3,5,1\n4,5,5\n", 8) // P1 goes with both, which go less with each other
	for l, said := range map[lang.Tag]string{lang.ID: "Omega McDonald tidak", lang.EN: "McDonald’s omega c"} {
		got := dumpOf(t, caseScale+yaml+"languages: ["+string(l)+"]\n", answers)
		got, _, _ = strings.Cut(got, "{section:appendix}")
		if n := strings.Count(got, said); n != 1 {
			t.Errorf("%s: %q is said %d times:\n%s", l, said, n, got)
		}
	}
}

// stiff are wordings that no report has any more.
var stiff = map[lang.Tag][]string{
	lang.ID: {"sehingga tingkat responsnya", "Sebanyak 1 ", "titik berikut", "Sampel disebut", "pada tiga desimal", "berimbang atau hampir berimbang", "adalah tidak ", "belum bagi populasi", "secara mencurigakan", "NaN"},
	lang.EN: {"not yet for the population", "is described as", "figures carry", "do not measure", " 1 respondents", "(5 of 5)", "undefined and", "None of the 1 ", "NaN"},
}

// opposed are answers to 20 items, of which twelve are answered one way by those who
// answer the other eight the other way.
func opposed() string {
	var b strings.Builder
	var names []string
	for i := range 20 {
		names = append(names, fmt.Sprintf("P%d", i+1))
	}
	b.WriteString(strings.Join(names, ",") + "\n")
	for r := range 40 {
		for i := range 20 {
			if i > 0 {
				b.WriteString(",")
			}
			v := 1 + (r+i)%2 // the twelve vary little, the eight much
			if i >= 12 {
				v = 1 + 4*(r/20)
			} else if r < 20 {
				v += 2
			}
			fmt.Fprint(&b, v)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// A comparison says which cohorts it tested, and weighs a change of a scale that does
// not hold together.
func TestComparisonWeighs(t *testing.T) {
	weak := func(cohorts []compare.Summary, alpha float64) []compare.Summary {
		n := len(cohorts)
		for i, mean := range map[int]float64{n - 2: 2.1, n - 1: 3.6} {
			c := &cohorts[i].Constructs[0]
			c.Score.Mean, c.Alpha = analysis.Of(mean), analysis.Of(alpha)
		}
		return cohorts
	}
	for _, c := range []struct {
		l     lang.Tag
		alpha float64
		want  []string
	}{
		{lang.ID, 0.312, []string{"Yang diuji hanya perbedaan antara dua angkatan terakhir, Angkatan XI dan Angkatan XII.", "pada Angkatan XII lebih tinggi 1,50", "tetapi pada Angkatan XI dan Angkatan XII Cronbach alpha-nya tidak melampaui 0,6"}},
		{lang.EN, 0.312, []string{"Only the difference between the last two cohorts, Angkatan XI and Angkatan XII, was tested.", "is higher in Angkatan XII by 1.50", "but in Angkatan XI and Angkatan XII its Cronbach’s alpha does not exceed 0.6"}},
		{lang.ID, -0.511, []string{"Pada Angkatan XI dan Angkatan XII, Cronbach alpha aspek ini bernilai negatif sehingga rata-ratanya di sana tidak layak ditafsirkan. Rata-rata keseluruhan mencakup pula Angkatan XI dan Angkatan XII.", "tetapi pada Angkatan XI dan Angkatan XII Cronbach alpha-nya bernilai negatif sehingga perbedaan itu tidak layak ditafsirkan", "Di antara angkatan yang rata-ratanya layak ditafsirkan, yang tertinggi ialah Angkatan ", "pada skala 1–4. Di antara angkatan yang rata-ratanya layak ditafsirkan, yang tertinggi 3,"}},
		{lang.EN, -0.511, []string{"In Angkatan XI and Angkatan XII, Cronbach’s alpha for this aspect is negative, so its means there should not be interpreted. The overall mean includes Angkatan XI and Angkatan XII.", "but in Angkatan XI and Angkatan XII its Cronbach’s alpha is negative, so the difference should not be interpreted", "Among the cohorts whose means can be interpreted, the highest is that of Angkatan ", "on a scale of 1–4. Among the cohorts whose means can be interpreted, the highest is 3."}},
	} {
		l, want := c.l, c.want
		st, cohorts, left := agencyCohorts(t, nil)
		st.Languages = []lang.Tag{l}
		cmp, err := compare.Make(weak(cohorts, c.alpha), left)
		if err != nil {
			t.Fatal(err)
		}
		doc, ds := ComposeComparison(st, cmp, testOptions)
		if len(ds) > 0 {
			t.Fatal(printed(ds))
		}
		got := strings.ReplaceAll(doctest.Dump(doc), "~", " ")
		for _, s := range want {
			if !strings.Contains(got, s) {
				t.Errorf("%s: does not say %q:\n%s", l, s, got)
			}
		}
		if alt := regexp.MustCompile(`alt: (?:Diagram titik rata-rata|Dot plot of the mean of) .*2[.,]10 \(`).FindString(got); c.alpha < 0 && alt != "" {
			t.Errorf("%s: the words on a chart rank a cohort that the text does not: %s", l, alt)
		}
	}
}

// TestProfile: who answered, with classes, an order, merged values and missing ones; a
// small count keeps a column from being shown under privacy.min_cell.
func TestProfile(t *testing.T) {
	yaml := caseScale + `constructs: [{id: c, label: {id: mutu, en: quality}, items: [P1, P2]}]
profile:
  - Jenis Kelamin
  - {column: Usia, classes: [21, 26, 31], chart: true, label: {id: usia, en: age}}
  - {column: Pendidikan, order: [SMA, S1, S2], values: {S1: {id: Sarjana, en: Bachelor}}, label: {id: pendidikan, en: education}}
`
	answers := "Jenis Kelamin,Usia,Pendidikan,P1,P2\n" + strings.Repeat("P,20,S1,4,5\nL,24,SMA,3,3\nP,26,S1,5,4\nP,40,S2,2,3\n", 10) + "L,,S1,4,4\n"
	for l, want := range map[lang.Tag]wording{
		lang.ID: {[]string{"## 1. Karakteristik Responden", "## 2. Uji Validitas", "menyajikan karakteristik 41 responden", "Menurut jenis kelamin, kelompok terbesar ialah P, yaitu 30 dari 41 orang (73,2%).", "Menurut usia, di bawah 21, 21–25, 26–30, dan 31 ke atas sama banyak, masing-masing sepuluh orang (25,0%); satu orang tidak menyebutkannya.", "Gambar 1. Responden menurut Usia", "| Tidak menyebutkan  | 1  |", "| SMA  | 10  | 24,4%\n  | Sarjana  | 21  | 51,2%\n  | S2  | 10  | 24,4%"}, nil},
		lang.EN: {[]string{"## 1. Respondents", "By education, the largest group is Bachelor, with 21 of 41 respondents (51.2%)."}, nil},
	} {
		got := strings.NewReplacer("~", " ", "\u00a0", " ").Replace(dumpOf(t, yaml+"languages: ["+string(l)+"]\n", answers))
		for _, s := range want.must {
			if !strings.Contains(got, s) {
				t.Errorf("%s: does not say %q:\n%s", l, s, got[:min(len(got), 9000)])
			}
		}
	}
	got := dumpOf(t, yaml+"languages: [en]\nprivacy: {min_cell: 3}\n", answers)
	if !strings.Contains(got, "Age is not shown, to protect privacy.") || strings.Contains(got, "21–25") || strings.Contains(got, "Not stated") {
		t.Errorf("one who does not say an age is told:\n%s", got)
	}
}

// TestScores: respondents by classes of their scores, by Azwar and by limits of the
// study's own, with what tests the distribution; nothing of them under privacy.min_cell.
func TestScores(t *testing.T) {
	yaml := caseScale + `constructs: [{id: c, label: {id: mutu, en: quality}, items: [P1, P2]}, {id: d, label: {id: layanan, en: service}, items: [P3]}]
`
	answers := "P1,P2,P3\n" + strings.Repeat("4,5,5\n3,3,4\n5,4,4\n2,2,3\n", 10) + "1,2,\n"
	for l, want := range map[lang.Tag]wording{
		lang.ID: {[]string{"## 4. Kategori Skor Responden", "Menurut skor mutu, 41 responden yang menjawab semua butir termasuk kategori *Tinggi* (20; 48,8%), *Sedang* (10; 24,4%), dan *Rendah* (11; 26,8%).", "Menurut skor layanan, 40 responden", "| 4,67 ≤ X < 7,33  | 10", "| X ≥ 7,33  | 20  | 48,8%", "| 2,33 ≤ X < 3,67", "Kategori menurut Azwar ([2012]", "Untuk skor mutu, uji Shapiro–Wilk menemukan penyimpangan"}, nil},
		lang.EN: {[]string{"Scores of the Respondents", "By their score for service, the 40 respondents who answered every item are in the classes *High* (30; 75.0%), *Medium* (10; 25.0%), and *Low* (0; 0.0%).", "the Lilliefors test finds one"}, nil},
	} {
		got := strings.NewReplacer("~", " ", "\u00a0", " ").Replace(dumpOf(t, yaml+"scores: true\nlanguages: ["+string(l)+"]\n", answers))
		for _, s := range want.must {
			if !strings.Contains(got, s) {
				t.Errorf("%s: does not say %q:\n%s", l, s, got[max(0, len(got)-9000):])
			}
		}
	}
	own := "scores: {unit: mean, classes: {source: Sugiyono (2019), bands: [{from: 1, label: Kurang}, {from: 2.5, label: Baik}]}}\n"
	got := strings.ReplaceAll(dumpOf(t, yaml+own+"languages: [id]\n", answers), "~", " ")
	for _, s := range []string{"yaitu rata-rata butir, dengan batas menurut Sugiyono (2019).", "| X ≥ 2,50  | 30", "| X < 2,50  | 11", "*X* adalah rata-rata butir."} {
		if !strings.Contains(got, s) {
			t.Errorf("own limits: does not say %q:\n%s", s, got)
		}
	}
	got = strings.ReplaceAll(dumpOf(t, yaml+"scores: true\nlanguages: [en]\nprivacy: {min_cell: 2}\n", answers), "~", " ")
	if strings.Contains(got, "Scores of the Respondents") || strings.Contains(got, "Lilliefors") {
		t.Errorf("scores are told:\n%s", got)
	}
}

// TestDividedScale: where the study says which answers are the upper side, charts,
// sentences and the two highest answers follow it.
func TestDividedScale(t *testing.T) {
	yaml := `title: {id: Uji, en: Test}
responses: a.csv
layout: {items: all}
interpretation: true
scale:
  - {value: 1, label: {id: Tidak Puas, en: Dissatisfied}}
  - {value: 2, label: {id: Cukup Puas, en: Fairly satisfied}}
  - {value: 3, label: {id: Puas, en: Satisfied}}
  - {value: 4, label: {id: Sangat Puas, en: Very satisfied}}
  - {value: 5, label: {id: Luar Biasa, en: Delighted}}
constructs: [{id: c, label: {id: mutu, en: quality}, items: [P1, P2]}]
`
	answers := "P1,P2\n" + strings.Repeat("1,2\n2,2\n2,3\n3,1\n4,5\n", 8)
	text := func(l lang.Tag, more string) string {
		return strings.NewReplacer("~", " ", "\u00a0", " ").Replace(dumpOf(t, yaml+more+"languages: ["+string(l)+"]\n", answers))
	}
	for _, c := range []struct {
		lang lang.Tag
		more string
		want wording
	}{
		{lang.EN, "", wording{[]string{"| 1. P1  | 2.40  | Low  | 48.00  | Fair  | 20.0%  | 60.0%"}, []string{"of those on the upper"}}},
		{lang.EN, "split: 2\n", wording{[]string{"and Dissatisfied by 8 (20.0%).", "| 20.0%  | 20.0%", "the two lowest scores, of those on the upper and on the lower side of the scale."}, []string{"neither as supported"}}},
		{lang.ID, "neutral: 2\n", wording{[]string{"Cukup Puas"}, nil}},
	} {
		got := text(c.lang, c.more)
		for _, s := range c.want.must {
			if !strings.Contains(got, s) {
				t.Errorf("%s %q: does not say %q:\n%s", c.lang, c.more, s, got[:min(len(got), 12000)])
			}
		}
		for _, s := range c.want.never {
			if strings.Contains(got, s) {
				t.Errorf("%s %q: says %q", c.lang, c.more, s)
			}
		}
	}
}

// TestUncertainOfSeveral: of several constructs abstract, summary and conclusion say of which the
// verdict on alpha is not certain.
func TestUncertainOfSeveral(t *testing.T) {
	yaml := caseScale + "constructs: [{id: a, label: {id: bahan, en: material}, items: [P1, P2]}, {id: b, label: {id: guru, en: trainers}, items: [P3, P4]}]\n"
	answers := "P1,P2,P3,P4\n" + strings.Repeat("4,5,1,1\n2,3,5,5\n3,3,2,2\n1,2,4,5\n5,3,3,3\n", 2)
	for kind, times := range map[string]int{"article": 1, "evaluation": 2} {
		for l, said := range map[lang.Tag]string{
			lang.ID: "Keputusan bagi bahan belum pasti karena batas bawah selang kepercayaan 95% alpha-nya tidak melampaui 0,6.",
			lang.EN: "For material, this verdict is not certain: the lower end of the 95% confidence interval of alpha does not exceed 0.6.",
		} {
			got := strings.ReplaceAll(dumpOf(t, yaml+"kind: "+kind+"\nlanguages: ["+string(l)+"]\n", answers), "~", " ")
			if n := strings.Count(got, said); n != times {
				t.Errorf("%s, %s: %q is said %d times, not %d:\n%s", kind, l, said, n, times, got)
			}
		}
	}
}
