package report

import (
	"fmt"
	"strings"
	"testing"
)

// exceptions are the names of items and the counts of their answers, of which so many, the first and every
// second after it, have a majority of those who answered only.
func exceptions(n int) (names []string, counts [][]int) {
	for i := range 2*n + 4 {
		names = append(names, fmt.Sprintf("P%d", i+1))
		own := []int{2, 3, 3, 16, 16}
		if i%2 == 0 && i < 2*n {
			own = []int{6, 8, 5 - min(i, 1), 11 + min(i, 1), 10}
		}
		counts = append(counts, own)
	}
	return names, counts
}

// TestFurtherCases are TestCases of small groups, items that repeat others, an index, scales with
// words at their ends, and many items.
func TestFurtherCases(t *testing.T) {
	four := []string{"P1", "P2", "P3", "P4"}
	groups := "constructs: [{id: c, label: {id: mutu, en: quality}, items: [P1, P2, P3]}]\ngroups: [{id: g, column: G, label: {id: jenis kelamin, en: gender}}]\n"
	one := func(items string) string {
		return "constructs: [{id: c, label: {id: mutu, en: quality}, items: [" + items + "]}]\n"
	}
	nine := []string{"U1", "U2", "U3", "U4", "U5", "U6", "U7", "U8", "U9"}
	ikmScale := "scale:\n  - {value: 1, label: {id: Tidak baik, en: Not good}}\n  - {value: 2, label: {id: Kurang baik, en: Less than good}}\n  - {value: 3, label: {id: Baik, en: Good}}\n  - {value: 4, label: {id: Sangat baik, en: Very good}}\n"
	endsScale := "scale:\n  - {value: 1, label: {id: Tidak mungkin, en: Not at all likely}}\n" + "  - {value: 2}\n  - {value: 3}\n  - {value: 4}\n  - {value: 5}\n  - {value: 6}\n" + "  - {value: 7, label: {id: Sangat mungkin, en: Extremely likely}}\n"
	many, manyCounts := exceptions(7)
	evenMore, evenMoreCounts := exceptions(12)
	told(t, map[string]toldCase{
		"an index of elements that not all answered": {
			ikmScale + "constructs: [{id: c, label: {id: mutu, en: quality}, items: [U1, U2, U3, U4, U5, U6, U7, U8, U9]}]\nikm: true\n", answersOf(nine, []int{0, 10, 20, 10}, []int{0, 10, 20, 10}, []int{0, 0, 24, 0}, []int{2, 10, 18, 10}, []int{0, 10, 20, 10}, []int{0, 10, 20, 10}, []int{0, 10, 20, 10}, []int{0, 10, 20, 10}, []int{0, 10, 20, 10}),
			wording{[]string{"Jumlah jawaban yang mendasari setiap unsur tidak sama, dari 24 pada U3 (Waktu penyelesaian) sampai 40, sedangkan bobot setiap unsur dalam indeks sama."}, nil},
			wording{[]string{"The elements rest on unequal numbers of answers, from 24 for U3 (Time of completion) to 40, and each has the same weight in the index."}, nil},
		},
		"an index of elements that hardly differ in answers": {
			ikmScale + "constructs: [{id: c, label: {id: mutu, en: quality}, items: [U1, U2, U3, U4, U5, U6, U7, U8, U9]}]\nikm: true\n", answersOf(nine, []int{0, 10, 20, 10}, []int{0, 10, 20, 10}, []int{0, 0, 36, 0}, []int{2, 10, 18, 10}, []int{0, 10, 20, 10}, []int{0, 10, 20, 10}, []int{0, 10, 20, 10}, []int{0, 10, 20, 10}, []int{0, 10, 20, 10}),
			wording{[]string{"mutu pelayanan"}, []string{"Jumlah jawaban yang mendasari"}},
			wording{[]string{"grade"}, []string{"unequal numbers"}},
		},
		"words at the ends of a scale only": {
			endsScale + one("P1, P2, P3, P4"), answersOf(four, []int{1, 2, 3, 4, 10, 8, 12}, []int{1, 2, 3, 4, 8, 10, 12}, []int{2, 1, 3, 4, 8, 12, 10}, []int{12, 8, 10, 4, 3, 2, 1}),
			wording{[]string{"Jawaban skor 5–7 berjumlah 30 (75,0%)", "dan skor 1–3 sebanyak 6 (15,0%)"}, []string{"atau Sangat mungkin", "atau Tidak mungkin"}},
			wording{[]string{"Score 5–7 was chosen by", "score 1–3 by"}, []string{"or Extremely likely", "or Not at all likely"}},
		},
		"many exceptions of many items": {
			one(strings.Join(many, ", ")), answersOf(many, manyCounts...),
			wording{[]string{"semua mayoritas tersebut, kecuali mayoritas pada butir 1, 3, 5, 7, 9, 11, dan 13, berlaku pula"}, []string{"pada tujuh butir"}},
			wording{[]string{"all of these majorities but those for items 1, 3, 5, 7, 9, 11, and 13 can be inferred"}, []string{"for seven items"}},
		},
		"more exceptions than can be read": {
			one(strings.Join(evenMore, ", ")), answersOf(evenMore, evenMoreCounts...),
			wording{[]string{"semua mayoritas tersebut, kecuali mayoritas pada 12 butir dengan proporsi 52,5% sampai 55,0%, berlaku pula"}, nil},
			wording{[]string{"all of these majorities but those for 12 items with shares of 52.5% to 55.0% can be inferred"}, nil},
		},
		"words at the ends of a scale only, divided": {
			endsScale + one("P1, P2, P3, P4"), answersOf(four, []int{1, 2, 3, 4, 10, 8, 12}, []int{1, 2, 3, 4, 8, 10, 12}, []int{8, 5, 5, 4, 8, 6, 4}, []int{12, 8, 10, 4, 3, 2, 1}),
			wording{[]string{"(skor 4: 4; skor 1–3: 18; skor 5–7: 18)"}, nil},
			wording{[]string{"(score 4: 4; score 1–3: 18; score 5–7: 18)"}, nil},
		},
		"few answered both ends": {
			one("P1, P2, P3"), answersOf(four[:3], []int{4, 6, 8, 14, 8}, []int{1, 1, 2, 10, 10}, []int{12, 8, 4, 2, 0}),
			wording{[]string{"pada skala 1–5; butir 2 hanya dijawab oleh 24 orang, butir 3 oleh 26 orang."}, nil},
			wording{[]string{"on a scale of 1–5; item 2 was answered by only 24, item 3 by only 26."}, nil},
		},
		"two majorities of respondents only": {
			one("P1, P2"), answersOf(four[:2], []int{1, 1, 3, 3, 3}, []int{1, 2, 2, 3, 3}),
			wording{[]string{"Tidak satu pun dari kedua mayoritas tersebut dapat disimpulkan berlaku bagi seluruh populasi."}, nil},
			wording{[]string{"Neither of these majorities can be inferred for the whole population."}, nil},
		},
		"a column twice": {
			one("P1, P2, P3, P4"), "P1,P2,P3,P4\n" + strings.Repeat("4,3,4,5\n2,2,2,1\n5,3,5,4\n3,4,3,3\n", 6),
			wording{[]string{"Jawaban atas butir 3 sama dengan jawaban atas butir 1 pada semua baris, yang menandakan bahwa satu kolom tersalin; r hitung dan alpha lebih tinggi karenanya."}, nil},
			wording{[]string{"Item 3 has the same answer as item 1 in every row, which suggests that a column was copied; r and alpha are higher because of it."}, nil},
		},
		"columns twice": {
			one("P1, P2, P3, P4"), "P1,P2,P3,P4\n" + strings.Repeat("4,3,4,3\n2,2,2,2\n5,3,5,3\n3,4,3,4\n", 6),
			wording{[]string{"Jawaban atas butir 3 dan 4 masing-masing sama dengan jawaban atas butir sebelumnya pada semua baris"}, nil},
			wording{[]string{"Items 3 and 4 each have the same answers as an earlier item in every row"}, nil},
		},
		"a column twice but for one answer": {
			one("P1, P2, P3, P4"), "P1,P2,P3,P4\n" + strings.Repeat("4,3,4,5\n2,2,2,1\n5,3,5,4\n3,4,3,3\n", 6) + "3,4,4,3\n",
			wording{[]string{"Uji Validitas"}, []string{"pada semua baris"}},
			wording{[]string{"Validity"}, []string{"in every row"}},
		},
		"two items alike in few answers": {
			one("P1, P2, P3, P4"), "P1,P2,P3,P4\n" + strings.Repeat("4,3,4,5\n4,2,4,1\n", 20) + "5,3,5,3\n5,4,5,4\n3,3,3,1\n",
			wording{[]string{"Uji Validitas"}, []string{"pada semua baris"}},
			wording{[]string{"Validity"}, []string{"in every row"}},
		},
		"groups all as small": {
			groups, "G,P1,P2,P3\n" + strings.Repeat("Pria,4,3,5\nPria,2,3,2\nWanita,3,4,4\nWanita,5,4,4\n", 4),
			wording{[]string{"Setiap kelompok hanya terdiri atas delapan responden sehingga nilai p merupakan pendekatan kasar.", "Setiap kelompok hanya terdiri atas delapan responden; tidak ditemukannya perbedaan bukan bukti bahwa kedua kelompok itu sama."}, []string{"Kelompok terkecil", "Kelompok yang lebih kecil"}},
			wording{[]string{"Each group has only eight respondents, so the p-values are rough approximations.", "Each group has only eight respondents; that the two groups are not shown to differ is no proof that they are alike."}, []string{"smallest group", "smaller group"}},
		},
		"groups all as small, one skipped": {
			groups, "G,P1,P2,P3\n" + strings.Repeat("Pria,4,3,5\nPria,2,3,2\nWanita,3,4,4\nWanita,5,4,4\n", 4) + "Pria,,3,4\nWanita,4,3,3\n",
			wording{[]string{"Setiap kelompok hanya terdiri atas sembilan responden (pada sebagian perbandingan ada yang hanya diwakili delapan orang) sehingga semua nilai p di sini merupakan pendekatan kasar."}, []string{"Kelompok terkecil"}},
			wording{[]string{"Each group has only nine respondents, and in some comparisons a group has only eight, so all p-values here are rough approximations."}, []string{"smallest group"}},
		},
		"two smallest groups of three": {
			groups, "G,P1,P2,P3\n" + strings.Repeat("Pria,4,3,5\nPria,2,3,2\nWanita,3,4,4\nWanita,5,4,4\n", 4) + strings.Repeat("Lain,2,5,4\nLain,4,4,3\n", 8),
			wording{[]string{"Dua kelompok terkecil masing-masing hanya terdiri atas delapan responden sehingga nilai p merupakan pendekatan kasar."}, []string{"Kelompok terkecil"}},
			wording{[]string{"The two smallest groups have only eight respondents each, so the p-values are rough approximations."}, []string{"The smallest group"}},
		},
		"two groups small where answers are missing": {
			groups, "G,P1,P2,P3\n" + strings.Repeat("Pria,4,3,5\nPria,2,3,2\nWanita,3,4,4\nWanita,5,4,4\n", 4) + strings.Repeat("Pria,,3,4\nWanita,4,,3\n", 4),
			wording{[]string{"Pada satu perbandingan atau lebih, ada kelompok yang hanya terdiri atas delapan responden sehingga nilai p-nya merupakan pendekatan kasar."}, []string{"elompok terkecil", "Kelompok yang lebih kecil"}},
			wording{[]string{"In one or more of the comparisons, a group has only eight respondents, so the p-values there are rough approximations."}, []string{"smallest group", "smaller group"}},
		},
	})
}
