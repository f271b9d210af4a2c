package fonts

import (
	"bytes"
	"compress/zlib"
	"io"
	"math"
	"strconv"
	"strings"
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

// What a file gets must be whole: widths that agree with the metrics, and a
// font file of the length it says.
func TestEmbeddings(t *testing.T) {
	for f := range numFaces {
		e := f.Embedding()
		widths := strings.Fields(strings.Trim(e.Widths, "[]"))
		if len(widths) != 256-firstCode {
			t.Fatalf("%v has %d widths", f, len(widths))
		}
		for c := firstCode; c < 256; c++ {
			if widths[c-firstCode] != strconv.Itoa(f.Metrics().Width(byte(c))) {
				t.Errorf("%v: width of code %d is %s in the file and %d in the metrics", f, c, widths[c-firstCode], f.Metrics().Width(byte(c)))
			}
		}
		if e.Differences != SerifRegular.Embedding().Differences {
			t.Errorf("%v has an encoding of its own", f)
		}
		zr, err := zlib.NewReader(bytes.NewReader(e.File))
		if err != nil {
			t.Fatal(err)
		}
		ttf, err := io.ReadAll(zr)
		if err != nil || len(ttf) != e.Length {
			t.Errorf("%v: %d bytes, said to be %d; %v", f, len(ttf), e.Length, err)
		}
		if strings.Contains(e.Name, "Liberation") {
			t.Errorf("%v is named %s, a reserved name", f, e.Name)
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
