package markdown

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/text"

	"wogreport/internal/document"
	"wogreport/internal/document/doctest"
	"wogreport/internal/lang"
)

// plainConverter knows no figures and no references.
func plainConverter(t *testing.T) Converter {
	return Converter{
		Lang:    lang.ID,
		Place:   func(_ Place, kind, name string) []document.Block { t.Errorf("placed %s:%s", kind, name); return nil },
		Cite:    func(_ Place, key string) (string, string, bool) { t.Errorf("cited %s", key); return "", "", false },
		Problem: func(_ Place, _, code, message, hint string) { t.Errorf("%s: %s", code, message) },
		Heading: func(id string) string { return id },
	}
}

// FuzzEscape: a label comes out of Markdown as it went in, whatever is in it:
// it opens no list, no link, no picture, no citation and no HTML.
func FuzzEscape(f *testing.F) {
	for _, s := range []string{"Setuju", "1. Ya", "# x", "*a*", "_x_", "[@key]", "![](figure:P1)", "<b>", "&amp;", "a\\b", "`x`", "| a | b |", "- x", "> y", "~~~", "a  b", "===", "+ x", "http://x.y/_z_", "50% & <60%", "\\", "é–“"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) || strings.ContainsFunc(s, func(r rune) bool { return unicode.IsControl(r) || r == utf8.RuneError }) {
			t.Skip() // made printable before it gets here
		}
		want := strings.Join(strings.Fields(s), " ")
		if relation.MatchString(want) {
			t.Skip() // tied by no-break spaces
		}
		if got := document.Plain(plainConverter(t).Spans(Escape(s))); got != want {
			t.Errorf("%q comes out as %q", want, got)
		}
		blocks := plainConverter(t).Blocks("x " + Escape(s))
		if len(blocks) != 1 {
			t.Errorf("%q makes %d blocks", s, len(blocks))
		}
	})
}

// FuzzInlineSource: a text of the study stays one paragraph, however it begins.
func FuzzInlineSource(f *testing.F) {
	for _, s := range []string{"1. Penerapan", "12) x", "# judul", "> kutip", "- daftar", "* daftar", "*miring* teks", "a <b> c", "![](figure:P1)", "===", "+ x", "---", "```x", "| a |\n|---|"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) || strings.Contains(s, "[") || strings.ContainsFunc(s, unicode.IsControl) {
			t.Skip() // links and citations are meant
		}
		c := plainConverter(t)
		blocks := c.Blocks(InlineSource(s))
		if len(blocks) > 1 {
			t.Fatalf("%q makes %d blocks", s, len(blocks))
		}
		for _, b := range blocks {
			if _, ok := b.(*document.Paragraph); !ok {
				t.Errorf("%q makes a %T", s, b)
			}
		}
	})
}

// A text that goes around the parser must come out as the parser gives it.
func FuzzBare(f *testing.F) {
	for _, s := range []string{"Sangat Setuju", "SS = Sangat Setuju", "a  b ", "Item (indikator): 5,3%", "x\u00a0y\u2028z", "a\x00b\xff", "a-b – c — d", "www.a.id a@b.c", "a\fb\vc", "n = 65 \u3000", "Ragu\\-ragu", "5\\. Pernyataan", "95% dari 3\\)", "a\\", "a\\b\\\\c", "12345678901. x", "3", "0\x80  ", "0\\\x00", "3 = 3", "7\\"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !bare(s) {
			return
		}
		got := plainConverter(t).Spans(s)
		c := plainConverter(t)
		c.src = []byte(s)
		var want []document.Span
		for n := markdown.Parse(text.NewReader(c.src)).FirstChild(); n != nil; n = n.NextSibling() {
			want = append(want, c.inline(n, 0, "")...)
		}
		if want = tidy(want); !slices.Equal(got, want) {
			t.Errorf("%q is %+v, by the parser %+v", s, got, want)
		}
	})
}

// relation says as a pattern what tie does.
var relation = regexp.MustCompile(`(\pL|[)²]) ([=<>≤≥−]) (\S)`)

func FuzzTie(f *testing.F) {
	for _, s := range []string{"r = 0,677", "SS = Sangat", "ε² = H/(N − 1)", "a = b = c", "f(x) ≤ 3 ≥ y", " = a", "a =", "a = ", "a < \u00e9 > é", "3 = 3", "x = = y", "\xff = a", "a = \xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := tie(s), relation.ReplaceAllString(s, "$1\u00a0$2\u00a0$3"); utf8.ValidString(s) && got != want {
			t.Errorf("%q is tied to %q, want %q", s, got, want)
		}
	})
}

func TestInlineMarkdown(t *testing.T) {
	c := plainConverter(t)
	c.Cite = func(_ Place, key string) (string, string, bool) { return "A, 2017", "#ref:" + key, true }
	for _, x := range [][2]string{
		{"Implementasi *Whole of Government* (WoG)", "Implementasi *Whole of Government* (WoG)"},
		{"**tebal** dan *miring*", "**tebal** dan *miring*"},
		{"lihat [@a; @b].", "lihat ([A, 2017](#ref:a); [A, 2017](#ref:b))."},
		{"nilai r = 0,677 dan df = 63", "nilai r~=~0,677 dan df~=~63"},
		{"nilai \\*bukan miring\\*", "nilai *bukan miring*"},
		{"[tautan](https://example.org/a_b)", "[tautan](https://example.org/a_b)"},
		{"[](#figure:P1) memuat", "[](#figure:P1) memuat"},
		{"baris  \npatah", "baris\npatah"},
		{"a <b>x</b> & c &amp; d", "a <b>x</b> & c & d"},
	} {
		if got := doctest.Mark(c.Spans(x[0])); got != x[1] {
			t.Errorf("%q comes out as %q, want %q", x[0], got, x[1])
		}
	}
}

func TestAddresses(t *testing.T) {
	c := plainConverter(t)
	for src, want := range map[string]string{
		"Jurnal, 1(2). https://doi.org/10.1/ab.c.": "[https://doi.org/10.1/ab.c](https://doi.org/10.1/ab.c).",
		"see (http://a.id/x) now":                  "see ([http://a.id/x](http://a.id/x)) now",
		"http://a.id https://b.id/":                "[http://a.id](http://a.id) [https://b.id/](https://b.id/)",
		"https://doi.org/10.1/a_b_c":               "[https://doi.org/10.1/a_b_c](https://doi.org/10.1/a_b_c)",
		"ftp://a.id and x://":                      "ftp://a.id and x://",
		"https:// alone":                           "https:// alone",
		"[kata](https://a.id) biasa":               "[kata](https://a.id) biasa",
	} {
		got := doctest.Mark(c.Spans(src))
		if !strings.HasSuffix(got, want) {
			t.Errorf("%q is %q, want %q at its end", src, got, want)
		}
	}
}
