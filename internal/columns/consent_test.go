package columns

import "testing"

func TestConsents(t *testing.T) {
	for header, want := range map[string]bool{
		"Apakah Anda setuju mengisi kuesioner ini?":                      true,
		"Informed consent":                                               true,
		"Saya setuju berpartisipasi dalam penelitian ini":                true,
		"Saya bersedia mengisi dengan jujur":                             true,
		"Bersediakah Anda menjadi responden?":                            false, // its answers are Ya and Tidak
		"Saya bersedia menjadi responden penelitian ini tanpa paksaan":   true,
		"Pernyataan Persetujuan":                                         true,
		"Lembar persetujuan responden":                                   true,
		"Kesediaan menjadi responden":                                    true,
		"Saya menyatakan data yang diisi benar":                          true,
		"I agree to participate in this study":                           true,
		"Saya bersedia mengikuti pelatihan ini lagi":                     false,
		"Saya setuju dengan materi pelatihan":                            false,
		"Persetujuan atasan mudah diperoleh":                             false,
		"Saya bersedia menjawab pertanyaan peserta lain":                 false,
		"Pimpinan memberi persetujuan anggaran":                          false,
		"Saya menyatakan pendapat saya dalam rapat":                      false,
		"Kesediaan petugas membantu":                                     false,
		"Patients gave their consent before every treatment in the ward": false,
	} {
		if got := consents(header); got != want {
			t.Errorf("%q: %v, want %v", header, got, want)
		}
	}
}

func TestStatistic(t *testing.T) {
	for header, want := range map[string]bool{
		"Rata-rata A": true, "Modus": true, "Median": true, "Min": true, "Max": true, "Mean X1": true, "Rata-rata Kepuasan": true,
		"Rata-rata pelayanan baik": false, "Minat belajar": false, "Max Havelaar mudah dibaca": false, "Materi": false, "Rata-rata waktu tunggu di loket": false, "Rata-rata waktu layanan": false,
	} {
		if got := statistic(header); got != want {
			t.Errorf("%q: %v, want %v", header, got, want)
		}
	}
}
