package document

import (
	"strings"
	"testing"
)

// Symbols of quantities are marked, names and abbreviations with the same letters are not.
func TestSymbols(t *testing.T) {
	for _, want := range []string{
		"_n_ = 65", "_r_ tabel", "nilai _p_.", "(_H_(2) = 3,96; _p_ = 0,138)", "_p_ (Holm)", "_n_", "_df_ = _n_ − 2 = 63", "_z_ = −0,22; _r_ = 0,012",
		"_r_ hitung", "uji _t_ Welch", "_X_ ≥ 40", "9,33 ≤ _X_ < 14,67", "Angkatan X", "_M_ = 3,2", "M. Amin", "|_z_|/√_N_", "_W_ = 0,98", "_N_ = 70", "_SD_ = 0,5", "_p_ < 0,001.", "mean of _r_. The next",
		"ε² = _H_/(_N_ − 1)", "_r_ = |_z_|/√_N_.", "the _p_-value", "_p_-values of", "_p_-nya", "p-nyata", "N − Netral", "H/K", "(S − 1)",
		"H. Ahmad", "Shapiro, S. S.", "p. 12", "n.d.", "Wilk, M. B., & Shapiro", "R&D", "e-p", "don’t", "U1. Persyaratan", "H", "Kruskal W H", "vitamin D", "S = Setuju", "N", "U", "N = Netral", "SD = Strongly disagree",
	} {
		plain := strings.ReplaceAll(want, "_", "")
		got, from := "", 0
		for _, at := range Symbols(plain) {
			got += plain[from:at[0]] + "_" + plain[at[0]:at[1]] + "_"
			from = at[1]
		}
		got += plain[from:]
		if got != want {
			t.Errorf("%q is marked %q, not %q", plain, got, want)
		}
	}
	for _, want := range []string{"_W_ Shapiro–Wilk", "_U_", "Cramér’s _V_", "_df_", "Efek _r_", "Skor (_X_)", "Jawaban"} {
		got := ""
		for _, s := range WithSymbols([]Span{{Text: strings.ReplaceAll(want, "_", "")}}) {
			if s.Style&Symbol != 0 {
				s.Text = "_" + s.Text + "_"
			}
			got += s.Text
		}
		if got != want {
			t.Errorf("the head %q has the symbols %q", want, got)
		}
	}
}
