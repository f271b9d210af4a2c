package lang

import "testing"

func TestGuess(t *testing.T) {
	for text, want := range map[string]Tag{
		"Statistical power analysis for the behavioral sciences (2nd ed.). Lawrence Erlbaum Associates.":        EN,
		"Importance-performance analysis. Journal of Marketing, 41(1), 77–79.":                                  EN,
		"Multiple comparisons using rank sums. Technometrics, 6(3), 241–252.":                                   EN,
		"Fundamental statistics in psychology and education (3rd ed.). McGraw-Hill.":                            EN,
		"Sampling techniques (3rd ed.). Wiley.":                                                                 EN,
		"Skala pengukuran variabel-variabel penelitian. Alfabeta.":                                              ID,
		"Teknik penyusunan instrumen penelitian. Pustaka Pelajar.":                                              ID,
		"Reformasi birokrasi dan whole of government di daerah. Jurnal Administrasi Publik, 4(2), 1–12.":        ID,
		"Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik.":                                           ID,
		"Coordination is the effort to give the right amount of work at the right time, as Terry (1977) has it": EN,
	} {
		for _, expected := range []Tag{ID, EN} {
			if got := Guess(text, expected); got != want {
				t.Errorf("%q beside %s: %s", text, expected, got)
			}
		}
	}
	for _, text := range []string{"", "1977", "Pareto", "Skala Likert"} {
		for _, expected := range []Tag{ID, EN} {
			if got := Guess(text, expected); got != expected {
				t.Errorf("%q beside %s: %s", text, expected, got)
			}
		}
	}
}
