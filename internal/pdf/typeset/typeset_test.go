package typeset

import (
	"math"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/pdf/pdftest"
)

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"e\u0301":                "é",
		"a\x00b\x7fc":            "abc",
		"a\tb\u2003c":            "a b c",
		"a\r\nb\rc\u2028d":       "a\nb\nc\nd",
		"\xff":                   "\uFFFD",
		"a\u202f%":               "a\u00a0%",
		"x\ufe0f\u200dy":         "xy",
		"soft\u00adhyphen\u200b": "soft\u00adhyphen\u200b",
	} {
		if got := Clean(in); got != want {
			t.Errorf("Clean(%q) = %q, want %q", in, got, want)
		}
	}
}

// testStyles are of every kind that a document has: its body, a title, a reference,
// a caption, a cell and a statement.
var testStyles = [...]Style{
	{Family: Serif, Size: 11, Leading: 14, Indent: 17.6},
	{Family: Serif, Size: 15.95, Leading: 19.8, Bold: true, Align: Centered, Balanced: true, Rigid: true},
	{Family: Serif, Size: 11, Leading: 14, Indent: -24.2},
	{Family: Serif, Size: 9.79, Leading: 12.1, Align: Centered, Balanced: true, Rigid: true},
	{Family: Serif, Size: 9.57, Leading: 11.77, Align: Left},
	{Family: Serif, Size: 11, Leading: 14, Italic: true, Align: Left, Rigid: true},
}

// No text, style or measure makes setting lines fail or a line too wide.
func FuzzSetLines(f *testing.F) {
	for _, s := range pdftest.Hostile {
		f.Add(s, 200.0, uint8(0))
	}
	f.Add("kekuatan yang menerapkan koordinasi ragu-ragu — dan 2014–2017", 60.0, uint8(1))
	f.Add("a", 700.0, uint8(7))
	f.Fuzz(func(t *testing.T, s string, measure float64, style uint8) {
		if !(measure >= 60 && measure < 800) || len(s) > 2000 {
			t.Skip()
		}
		st := testStyles[style%uint8(len(testStyles))]
		half := len(s) / 2
		var setter Setter
		var text text
		setter.shapeInto(&text, []document.Span{{Text: s[:half]}, {Text: s[half:], Style: document.Style(style >> 3), Lang: lang.EN}}, st, lang.ID, nil)
		set := 0
		for _, l := range text.setLines(measure) {
			if l.X < -0.01 && st.Align != Centered || l.X+l.Width-l.Hang > measure+0.05 {
				t.Errorf("a line from %.2f to %.2f in %.2f: %q", l.X, l.X+l.Width-l.Hang, measure, first60(l.String()))
			}
			for _, r := range l.Runs {
				set += utf8.RuneCountInString(strings.ReplaceAll(strings.ReplaceAll(r.String(), " ", ""), "\u00ad", ""))
			}
		}
		want := 0
		for _, g := range text.glyphs {
			if !g.space() && !g.newline() && g.r != softHyphen && g.r != zeroWidth {
				want++
			}
		}
		if set != want {
			t.Errorf("%d characters of %d are set", set, want)
		}
	})
}

// first60 is the beginning of a text, for messages.
func first60(s string) string { return s[:min(len(s), 60)] }

// A paragraph of little more than a line ends in more than its last word, without a broken
// one, where the line before can give it; where letters a little closer bring it on one line, it is one.
func TestLastLine(t *testing.T) {
	style := Style{Family: Serif, Size: 11, Leading: 14}
	for text, want := range map[string]string{
		"Tanggapan atas pernyataan “Penyelenggara menyampaikan jadwal dengan jelas 5” disajikan pada Gambar 5.": "pada Gambar 5.",
		"Skala sikap terhadap layanan digital, kecakapan digital, dukungan pimpinan, dan beban kerja:":          "beban kerja:",
	} {
		natural := new(Setter).Set([]document.Span{{Text: text}}, style, lang.ID, nil, Unbroken)[0].Width
		if lines := new(Setter).Set([]document.Span{{Text: text}}, style, lang.ID, nil, 0.94*natural); len(lines) != 1 {
			t.Errorf("%q is not on one line: %q", first60(text), lines[1].String())
		}
		for part := 0.91; part < 0.935; part += 0.01 {
			lines := new(Setter).Set([]document.Span{{Text: text}}, style, lang.ID, nil, part*natural)
			if last := lines[len(lines)-1].String(); len(lines) != 2 || !strings.HasSuffix(last, want) || lines[0].Hyphened {
				t.Errorf("in %.2f of its width %q ends with %q", part, first60(text), last)
			}
		}
	}
}

// What belongs together is on one line, in any width.
func TestTies(t *testing.T) {
	style := Style{Family: Serif, Size: 11, Leading: 14, Align: Justified}
	for text, ties := range map[string][]string{
		"Butir dinyatakan valid jika r hitung lebih besar daripada r tabel, dan nilai p di bawah 0,05 pada butir 3 dengan skor 4.": {"jika r hitung", "daripada r tabel", "nilai p", "butir 3", "skor 4"},
		"All items exceed the critical r 0.220 with score 3 or more (Cohen, 4th ed.), and n = 65 is enough for all of them.":       {"critical r 0.220", "score 3", "4th ed.", "n = 65"},
		"memeriksa validitas dan reliabilitas kuesioner yang dipakai dalam evaluasi ini; dan":                                      {"ini; dan"},
		"The p-value of each item is adjusted, and so is the p-value of each of the pairs of groups, whose p-values are many.":     {"p-value"},
		"Rata-rata tertinggi ada pada butir 5 (2,38), sedangkan yang terendah pada butir 6 (2,13).":                                {"butir 6 (2,13)"},
	} {
		for width := 150.0; width < 400; width += 3 {
			set := ""
			for _, l := range new(Setter).Set([]document.Span{{Text: text}}, style, lang.ID, nil, width) {
				set += l.String() + "|"
			}
			for _, tie := range ties {
				for k, r := range tie {
					if r == ' ' && strings.Contains(set, tie[:k]+"|"+tie[k+1:]) || r == '-' && strings.Contains(set, tie[:k+1]+"|") {
						t.Fatalf("in %.0f points %q is on two lines: %s", width, tie, set)
					}
				}
			}
		}
	}
}

// A name in parentheses is broken no sooner than one without them.
func TestNamesInParentheses(t *testing.T) {
	style := Style{Family: Serif, Size: 11, Leading: 14, Align: Justified}
	text := "The respondents were participants of the 2017 basic training of civil servants (Golongan III) and staff of the districts (Kecamatan) who attended."
	for width := 150.0; width < 400; width++ {
		for _, l := range new(Setter).Set([]document.Span{{Text: text}}, style, lang.EN, nil, width) {
			if s := l.String(); strings.Contains(s, "(Gol") && !strings.Contains(s, "(Golongan") || strings.Contains(s, "(Kec") && !strings.Contains(s, "(Kecamatan") {
				t.Errorf("in %.0f points a line ends in %q", width, s)
			}
		}
	}
}

// What is tied together counts as one word where columns of tables are measured, so that no
// symbol is alone on a line of a head; after the dash between two words a line may end.
func TestExtentsOfTies(t *testing.T) {
	style := Style{Family: Serif, Size: 10, Leading: 12}
	for text, longest := range map[string]string{"Critical r": "Critical r", "r tabel": "r tabel", "Item–total r": "total r", "only 30–39": "30–39", "Cronbach alpha": "Cronbach", "p (Holm)": "p (Holm)", "V Cramér": "V Cramér"} {
		of := func(s string) Extent {
			return new(Setter).Extents([]document.Span{{Text: s}}, style, lang.EN, nil, 0)
		}
		if got, want := of(text).Word, of(longest).Line; math.Abs(got-want) > 0.5 {
			t.Errorf("%q is %.1f points at least, its %q %.1f", text, got, longest, want)
		}
		if lines := new(Setter).Set([]document.Span{{Text: text}}, style, lang.EN, nil, of(text).Word+0.01); slices.ContainsFunc(lines, func(l Line) bool { return len(l.String()) == 1 }) {
			t.Errorf("%q has a line of a letter", text)
		}
	}
}

// TestRounded: a value that is half a part but for what processors compute otherwise is rounded one way.
func TestRounded(t *testing.T) {
	for _, v := range []float64{0.7425, 0.7425 - 1e-13, 0.7425 + 1e-13} {
		if got := [2]float64{thousandths(v), thousandths(-v)}; got != [2]float64{0.743, -0.743} {
			t.Errorf("%.15f: %v", v, got)
		}
	}
	if got := thousandths(0.7424); got != 0.742 {
		t.Errorf("0.7424: %v", got)
	}
}

// The parts of a formula, and a number with the point it is of, are on one line as far as
// letters a little apart allow it.
func TestFormulasStayWhole(t *testing.T) {
	style := Style{Family: Serif, Size: 11, Leading: 14, Align: Justified}
	for text, most := range map[string]int{
		"Tingkat capaian responden dihitung sebagai TCR = rata-rata / 4 × 100 dan dibandingkan dengan batas kategori yang telah ditetapkan sebelumnya oleh penyelenggara.":  36,
		"Jawaban tersebar pada semua tingkat skala (skor 1: 12, skor 2: 17, skor 3: 24, skor 4: 22) sehingga tidak ada yang menonjol di antara jawaban para responden itu.": 3,
	} {
		broken := 0
		for width := 250.0; width < 450; width++ {
			lines := new(Setter).Set([]document.Span{{Text: text}}, style, lang.ID, nil, width)
			for i := range lines[:len(lines)-1] {
				end, next := lines[i].String(), lines[i+1].String()
				if strings.HasSuffix(end, ":") || strings.HasSuffix(end, "/") || strings.HasSuffix(end, "=") || next[0] == '/' || next[0] == '=' {
					broken++
				}
			}
		}
		if broken > most {
			t.Errorf("%q: %d of 200 widths break it", first60(text), broken)
		}
	}
}

// A last line of a list or a heading is no shorter than a fifth, since the line before need not
// be full; in a narrow column it may.
func TestRaggedLastLine(t *testing.T) {
	style := Style{Family: Serif, Size: 11, Leading: 14, Align: Left}
	text := "Bahan ajar diserahkan paling lambat sehari sebelum setiap sesi pelatihan dimulai"
	for width := 300.0; width < 400; width += 5 {
		lines := new(Setter).Set([]document.Span{{Text: text}}, style, lang.ID, nil, width)
		if last := lines[len(lines)-1].Width; len(lines) != 1 && last < width/3 {
			t.Errorf("in %.0f points the last line has %.0f: %q", width, last, lines[len(lines)-1].String())
		}
	}
}

// Letters are wider or narrower by up to a fiftieth before they are set apart or closer, and lines
// of both end where the others do.
func TestLettersGive(t *testing.T) {
	var s Setter
	style := Style{Size: 11, Leading: 14, Align: Justified}
	words := strings.Fields("lebih besar daripada batas 0,6, sehingga skala kepentingan menurut responden tidak dapat dinyatakan reliabel dan tidak mempertimbangkan pertanggungjawaban")
	scaled, tracked := 0, 0
	for n := 12; n <= len(words); n++ {
		for measure := 90.0; measure < 320; measure += 3 {
			lines := s.Set([]document.Span{{Text: strings.Join(words[:n], " ")}}, style, lang.ID, nil, measure)
			for i := range lines {
				for _, r := range lines[i].Runs {
					if r.Scale != 0 {
						scaled++
					}
					if by := math.Abs(r.Scale - 1); r.Scale != 0 && by > 0.02+1e-9 || r.Track != 0 && by < 0.02-1e-9 {
						t.Fatalf("%q has letters %.4f times as wide, and %.4f apart", r.String(), r.Scale, r.Track)
					}
					if r.Track != 0 {
						tracked++
					}
				}
				if end := lines[i].Width - lines[i].Hang; lines[i].Runs[0].Scale != 0 && i < len(lines)-1 && strings.Contains(lines[i].String(), " ") && math.Abs(end-measure) > 0.15 {
					t.Errorf("%q ends at %.2f in a measure of %.2f", lines[i].String(), end, measure)
				}
			}
		}
	}
	if scaled == 0 || tracked == 0 || tracked > scaled {
		t.Errorf("%d runs have other letters, %d of them apart", scaled, tracked)
	}
}
