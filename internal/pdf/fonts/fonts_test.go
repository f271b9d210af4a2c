package fonts

import (
	"bytes"
	"compress/zlib"
	"encoding/json"
	"io"
	"math"
	"testing"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// Widths and kerns must be those of the fonts that the faces were cut from.
func TestMetricsAgreeWithLiberation(t *testing.T) {
	for f := range numFaces {
		m, whole := f.Metrics(), f.Full().font
		var buf sfnt.Buffer
		glyph := func(code int) sfnt.GlyphIndex {
			g, err := whole.GlyphIndex(&buf, Rune(byte(code)))
			if err != nil || g == 0 {
				t.Fatalf("%v has no %q", f, Rune(byte(code)))
			}
			return g
		}
		kerned := 0
		for a := firstCode; a < 256; a++ {
			want, _ := f.Full().Width(Rune(byte(a)))
			if d := m.Width(byte(a)) - want; d < -1 || d > 1 {
				t.Errorf("%v: %q is %d wide, in the font %d", f, Rune(byte(a)), m.Width(byte(a)), want)
			}
			if a == ' ' || a > 126 {
				continue
			}
			for b := '!'; b < 127; b++ {
				k, err := whole.Kern(&buf, glyph(a), glyph(int(b)), fixed.I(1000), font.HintingNone)
				if err != nil {
					k = 0
				}
				got := m.Kern(byte(a), byte(b))
				if math.Abs(float64(got)-float64(k)/64) > 1 {
					t.Errorf("%v: kern of %c%c is %d, in the font %v", f, a, b, got, float64(k)/64)
				}
				if got != 0 {
					kerned++
				}
			}
		}
		if kerned == 0 && f != MonoRegular {
			t.Errorf("%v has no kerns", f)
		}
	}
}

// What fpdf is given must be whole: widths that agree with the metrics, and a
// font file of the length it says.
func TestDefinitions(t *testing.T) {
	for f := range numFaces {
		def, z := f.Definition()
		var d struct {
			Name, File   string
			Cw           []int
			OriginalSize int
		}
		if err := json.Unmarshal(def, &d); err != nil {
			t.Fatal(err)
		}
		for c := firstCode; c < 256; c++ {
			if d.Cw[c] != f.Metrics().Width(byte(c)) {
				t.Errorf("%v: width of code %d is %d in the definition and %d in the metrics", f, c, d.Cw[c], f.Metrics().Width(byte(c)))
			}
		}
		zr, err := zlib.NewReader(bytes.NewReader(z))
		if err != nil {
			t.Fatal(err)
		}
		ttf, err := io.ReadAll(zr)
		if err != nil || len(ttf) != d.OriginalSize {
			t.Errorf("%v: %d bytes, said to be %d; %v", f, len(ttf), d.OriginalSize, err)
		}
		if bytes.Contains([]byte(d.Name), []byte("Liberation")) {
			t.Errorf("%v is named %s, a reserved name", f, d.Name)
		}
	}
}

func TestCode(t *testing.T) {
	for _, r := range "aZ09é–—‘’“”•…−×÷±≤≥≠≈αβλωχΔρσμ√²³½°§→←□şğıćčšž" {
		c, ok := Code(r)
		if !ok || Rune(c) != r {
			t.Errorf("%q has code %d, %v, which stands for %q", r, c, ok, Rune(c))
		}
	}
	for _, r := range "ж中😀\n\u007f" {
		if c, ok := Code(r); ok {
			t.Errorf("%q has code %d", r, c)
		}
	}
	if Rune(Hyphen) != '\u00ad' {
		t.Errorf("the hyphen is %U to a reader", Rune(Hyphen))
	}
}
