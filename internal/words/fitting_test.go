package words

import (
	"slices"
	"testing"
	"unicode/utf8"

	"wogreport/internal/diag"
	"wogreport/internal/lang"
	"wogreport/internal/markdown"
)

// The first wording is taken with which the paragraph ends well, in all its choices, else what ends
// best; where no page is known the first. What a paragraph says counts as it is read.
func TestFitting(t *testing.T) {
	var places [][2]bool // of the paragraphs that were asked about
	// on this page lines have ten letters
	last := func(text string, _ lang.Tag, first, _, front bool) float64 {
		places = append(places, [2]bool{first, front})
		if n := utf8.RuneCountInString(text); n > 10 {
			return float64(n%10) / 10
		}
		return 1
	}
	of := func(wordings ...string) string { return fitting(wordings...) }
	for _, c := range []struct{ of, want string }{
		{"plain", "plain"},
		{of("eleven letters", "ten chars.", "no"), "eleven letters"},
		{of("twelve lette", "ten chars."), "ten chars."},
		{of("twelve lette", "eleven lett", "it is thirteen", "no"), "it is thirteen"},
		{of("twelve lette", "eleven lett"), "twelve lette"},
		{of("eleven lett", "twelve lette"), "twelve lette"},
		{of("abcdefghi", "x") + "jkl" + of("", "mn"), "abcdefghijklmn"},
		{of("twelve lette", "no") + "\n" + of("fine", "no"), "no\nfine"},
		{"1. " + of("nine lette", "no"), "1. nine lette"},
		{"*" + of("ten chars.", "no") + "*", "*ten chars.*"},
		{of("[df](formula:degrees of freedom)", "no"), "[df](formula:degrees of freedom)"},
		{of("[](#figure:P1) ab", "no"), "no"},                                  // Figure 8 ab, Figure 12 ab
		{of("[](#figure:P1), [](#figure:P2), and [](#figure:P3)", "no"), "no"}, // Figures 12–16
		{of("[@a]", "[@a; @b]", "no"), "[@a; @b]"},                             // [Cohen, 1988], [Cohen, 1988; Cohen, 1988]
	} {
		w := Load(Options{Kind: "article", Language: "en", Fit: last}, &diag.List{})
		if got := w.fitted(c.of); got != c.want {
			t.Errorf("of %q came %q, not %q", c.of, got, c.want)
		}
	}
	places = nil
	w := Load(Options{Kind: "article", Language: "en", Fit: last}, &diag.List{})
	w.fitted("# A\n\n" + of("x") + "\n\n" + of("y") + "\n\n![](pages:arabic)\n\n" + of("z"))
	if want := [][2]bool{{true, true}, {false, true}, {false, false}}; !slices.Equal(places, want) {
		t.Errorf("paragraphs stand at %v, not %v", places, want)
	}
	w = Load(Options{Kind: "article", Language: "en"}, &diag.List{})
	if got, want := w.read("[r = 1](formula:r is one) *and* [a b](x)", "8"), "r\u00a0=\u00a01 and a b"; got != want {
		t.Errorf("read is %q, not %q", got, want)
	}
	if got := w.fitted(of("twelve lette", "no")); got != "twelve lette" {
		t.Errorf("without a page: %q", got)
	}
}

// What a block says that another one calls is chosen in the paragraph of the caller.
func TestFittingInABlock(t *testing.T) {
	var asked []string
	w := Load(Options{Kind: "article", Language: "en", Fit: func(text string, _ lang.Tag, _, _, _ bool) float64 { asked = append(asked, text); return 0.1 }}, &diag.List{})
	w.Parse("s", markdown.Source{Text: `{{define "inner"}}{{fitting "one" "two"}}{{end}}Here {{template "inner" .}} is.`})
	if got, ok := w.Execute("s", nil); !ok || got != "Here one is." || !slices.Equal(asked, []string{"Here one is.", "Here two is."}) {
		t.Errorf("%q, after %q", got, asked)
	}
}
