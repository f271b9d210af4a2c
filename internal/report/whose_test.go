package report

import (
	"fmt"
	"strings"
	"testing"

	"wogreport/internal/lang"
)

// rowsBy are answers to three items that go together, so many rows of each group: those of a
// group of 3s and 4s, or higher or lower by its step.
func rowsBy(groups ...string) string {
	var b strings.Builder
	b.WriteString("G,P1,P2,P3\n")
	for _, g := range groups {
		var n, step int
		name, rest, _ := strings.Cut(g, " ")
		fmt.Sscan(rest, &n, &step)
		for r := range n {
			low := 3 + r%2 + step
			fmt.Fprintf(&b, "%s,%d,%d,%d\n", name, low, low, min(5, low+r/3%2))
		}
	}
	return b.String()
}

// TestWhose: a sentence says of which groups, of how many respondents and of which construct it speaks,
// wherever it stands.
func TestWhose(t *testing.T) {
	one := "constructs: [{id: a, label: {id: mutu layanan, en: quality}, items: [P1, P2, P3]}]\n"
	for _, c := range []struct {
		name, yaml, answers string
		want                map[lang.Tag]times
	}{
		{"two of four groups", caseScale + one + "groups: [{column: G, label: {id: giliran, en: shift}}]\n", rowsBy("Pagi 12 1", "Siang 12 0", "Malam 12 0", "Libur 3 0"), map[lang.Tag]times{
			lang.EN: {"only Pagi and Siang compared)": 2},
			lang.ID: {"hanya Pagi dan Siang yang dibandingkan)": 2},
		}},
		{"all groups", caseScale + one + "groups: [{column: G, label: {id: giliran, en: shift}}]\n", rowsBy("Pagi 12 0", "Siang 12 0"), map[lang.Tag]times{
			lang.EN: {"compared)": 0}, lang.ID: {"yang dibandingkan)": 0},
		}},
		{"the pairs that differ", caseScale + one + "groups: [{column: G, label: {id: bagian, en: unit}}]\n", rowsBy("A 14 0", "B 14 0", "C 14 -2"), map[lang.Tag]times{
			lang.EN: {"Of the three pairs of groups, two differed: A and C": 1, "Of the three pairs of groups, two differ: A and C": 2},
			lang.ID: {"Dari tiga pasangan kelompok, dua berbeda: A dan C": 3},
		}},
		{"two groups at one end", caseScale + one + "groups: [{column: G, label: {id: bagian, en: unit}}]\n", rowsBy("A 14 0", "B 14 0", "C 14 -2"), map[lang.Tag]times{
			lang.EN: {"highest for A and lowest": 0, "A gave the highest": 0, "to 3.64 (A and B)": 3},
			lang.ID: {"tertinggi pada A dan terendah": 0, "sampai 3,64 (A dan B)": 3},
		}},
		{"complete responses", caseScale + one + "interpretation: true\n", rowsBy("A 20 0") + strings.Repeat("A,3,,4\n", 5), map[lang.Tag]times{
			lang.EN: {"The mean over all items is 3.65 (20 complete responses), in the class": 1},
			lang.ID: {"seluruh butir adalah 3,65 (dari 20 responden yang menjawab lengkap), termasuk": 1},
		}},
		{"limits that are the same", "title: Uji\nresponses: {file: a.csv}\nscale: {min: 0, max: 5}\n" + one + "interpretation: true\n", rowsBy("A 20 0"), map[lang.Tag]times{
			lang.EN: {"Since the lowest answer scores 0, the two classifications have the same limits": 1, "different yardsticks": 0},
			lang.ID: {"Karena jawaban terendah bernilai 0, batas kedua kategori itu sama": 1, "tolok ukur yang berbeda": 0},
		}},
		{"few rows of a pair", caseScale + one + "analysis: {missing: pairwise}\n", rowsBy("A 8 0") + strings.Repeat("A,3,,4\nA,4,4,\n", 8), map[lang.Tag]times{
			lang.EN: {"Some pair of items was answered by only eight respondents, fewer than five times the number of items (3)": 1, "A one-factor model": 0},
			lang.ID: {"Ada pasangan butir yang hanya dijawab oleh delapan responden, kurang dari lima kali jumlah butir (3)": 1, "Model satu faktor": 0},
		}},
		{"a middle majority", caseScale + one, rowsBy("A 2 0") + strings.Repeat("A,3,3,4\n", 5) + "A,2,2,2\n", map[lang.Tag]times{
			lang.EN: {"the middle answer has more than half of the answers": 2, "twice as many": 0},
			lang.ID: {"jawaban tengah dipilih oleh lebih dari separuh responden yang menjawab": 2, "kali sebanyak": 0},
		}},
		{"a scale that is numbered downwards", "title: Uji\nresponses: {file: a.csv}\nscale:\n  - {value: 1, label: {id: Baik, en: Good}}\n  - {value: 2, label: {id: Cukup, en: Fair}}\n  - {value: 3, label: {id: Kurang, en: Poor}}\ndirection: down\n" + one, "P1,P2,P3\n1,1,2\n2,2,3\n3,3,3\n1,2,1\n", map[lang.Tag]times{
			lang.EN: {"a scale that is numbered downwards; its numbers are turned here": 1},
			lang.ID: {"skala yang dinomori menurun; angkanya dibalik di sini": 1},
		}},
	} {
		for l, want := range c.want {
			text := strings.NewReplacer("~", " ", "\u00a0", " ").Replace(dumpOf(t, c.yaml+"languages: ["+string(l)+"]\n", c.answers))
			holds(t, c.name+" "+string(l), text, want)
		}
	}
}
