package citation

import (
	"testing"

	"wogreport/internal/lang"
)

func TestLabel(t *testing.T) {
	for _, c := range [][3]string{
		{"Rahmadi. (2017). *Judul*. Jurnal.", "Rahmadi, 2017", "Rahmadi, 2017"},
		{"Christensen, T., & Lægreid, P. (2017). The whole-of-government approach.", "Christensen & Lægreid, 2017", "Christensen & Lægreid, 2017"},
		{"Richards & Smith (2006). Judul.", "Richards & Smith, 2006", "Richards & Smith, 2006"},
		{"Sari, D., Putra, A. B., dan Lestari, N. (2020a). Judul.", "Sari dkk., 2020a", "Sari et al., 2020a"},
		{"World Bank. (n.d.). Title.", "World Bank, n.d.", "World Bank, n.d."},
		{"Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara.", "Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara", "Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara"},
		{"van der Berg, J. (1999). Title.", "van der Berg, 1999", "van der Berg, 1999"},
		{"", "", ""},
		{"(2017)", "(2017)", "(2017)"},
	} {
		if got := Label(c[0], lang.ID); got != c[1] {
			t.Errorf("%q: %q, want %q", c[0], got, c[1])
		}
		if got := Label(c[0], lang.EN); got != c[2] {
			t.Errorf("%q: %q, want %q", c[0], got, c[2])
		}
	}
}
