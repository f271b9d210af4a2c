package fonts

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"io"
	"math"
	"regexp"
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
		m, whole := f.Metrics(), f.Full().Font
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

// A line is as wide as the whole font has it, to the unit.
func TestLineWidth(t *testing.T) {
	for f := range numFaces {
		for a := firstCode; a < 256; a++ {
			for b := firstCode; b < 256; b++ {
				s := string([]rune{Rune(byte(a)), Rune(byte(b))})
				if got, want := f.LineWidth(s), f.Full().lineWidth(s); got != want {
					t.Fatalf("%v: %q is %d wide, in the font %d", f, s, got, want)
				}
			}
		}
		for _, s := range []string{"", "жAV", "5 µm\u00a0x\u2011y", "😀"} {
			if got, want := f.LineWidth(s), f.Full().lineWidth(s); got != want {
				t.Errorf("%v: %q is %d wide, in the font %d", f, s, got, want)
			}
		}
	}
}

// What a file gets must be whole: a font file of the length it says, and the
// widths of its glyphs.
func TestEmbeddings(t *testing.T) {
	for f := range numFaces {
		e := f.Embedding()
		widths := strings.Fields(strings.Trim(e.Widths, "[]"))
		if len(widths) != 256-firstCode {
			t.Fatalf("%v has %d widths", f, len(widths))
		}
		zr, err := zlib.NewReader(strings.NewReader(e.File))
		if err != nil {
			t.Fatal(err)
		}
		ttf, err := io.ReadAll(zr)
		if err != nil || len(ttf) != e.Length {
			t.Errorf("%v: %d bytes, said to be %d; %v", f, len(ttf), e.Length, err)
		}
		cut, err := sfnt.Parse(ttf)
		if err != nil {
			t.Fatal(err)
		}
		var buf sfnt.Buffer
		for c := firstCode; c < 256; c++ {
			g, err := cut.GlyphIndex(&buf, rune(0xF000+c)) // where a symbolic font has its codes
			if err != nil || g == 0 {
				t.Fatalf("%v: the file has no %q", f, Rune(byte(c)))
			}
			w, err := cut.GlyphAdvance(&buf, g, fixed.I(1000), font.HintingNone)
			if got, _ := strconv.Atoi(widths[c-firstCode]); err != nil || math.Abs(float64(got)-float64(w)/64) > 1 {
				t.Errorf("%v: the width of %q is said to be %d, in the file %v", f, Rune(byte(c)), got, float64(w)/64)
			}
		}
		if cmaps := ttf[bytes.Index(ttf, []byte("cmap"))+8:]; !bytes.HasPrefix(ttf[binary.BigEndian.Uint32(cmaps):], []byte{0, 0, 0, 1, 0, 3, 0, 0}) {
			t.Errorf("%v has other tables of codes than one of a symbolic font", f)
		}
		if flags := regexp.MustCompile(`/Flags (\d+)`).FindStringSubmatch(e.Descriptor); flags == nil || atoi(t, flags[1])&(4|32) != 4 {
			t.Errorf("%v is no symbolic font: %s", f, e.Descriptor)
		}
		if !strings.HasPrefix(e.Descriptor, "/FontName /"+e.Name+" /Ascent ") {
			t.Errorf("%v is named %s, its descriptor is %s", f, e.Name, e.Descriptor)
		}
		if strings.Contains(e.Name, "Liberation") {
			t.Errorf("%v is named %s, a reserved name", f, e.Name)
		}
	}
}

func atoi(t *testing.T, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
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
