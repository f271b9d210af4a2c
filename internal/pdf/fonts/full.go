package fonts

import (
	"sync"
	"sync/atomic"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// Full is a whole Liberation font: about 2,300 glyphs, without kerns.
type Full struct {
	TTF  []byte
	Font *sfnt.Font
}

// Full is the whole font that the face was cut from. It is read and parsed at first use.
func (f Face) Full() *Full {
	if known := full[f].Load(); known != nil {
		return known
	}
	ttf := whole(f)
	font, err := sfnt.Parse(ttf)
	if err != nil {
		panic(err) // the font is part of the program
	}
	full[f].CompareAndSwap(nil, &Full{ttf, font})
	return full[f].Load()
}

var full [numFaces]atomic.Pointer[Full]

// Width is the advance width of a rune in thousandths of the size; ok is
// false where the font has no glyph for it. Runes beyond the Basic
// Multilingual Plane are never there: fpdf can't write them.
func (f *Full) Width(r rune) (width int, ok bool) {
	if r > 0xFFFF {
		return 0, false
	}
	var buf sfnt.Buffer
	g, err := f.Font.GlyphIndex(&buf, r)
	if err != nil || g == 0 {
		return 0, false
	}
	adv, err := f.Font.GlyphAdvance(&buf, g, fixed.I(1000), font.HintingNone)
	if err != nil {
		return 0, false
	}
	return adv.Round(), true
}

// lineWidth is what gonum's font.Face.Width gives in units of the font.
func (f *Full) lineWidth(s string) int {
	buf := buffers.Get().(*sfnt.Buffer) // two kilobytes
	defer buffers.Put(buf)
	const em = fixed.Int26_6(UnitsPerEm)
	var sum fixed.Int26_6
	var before sfnt.GlyphIndex
	for i, r := range s {
		glyph, err := f.Font.GlyphIndex(buf, r)
		if err != nil {
			panic(err) // the font is part of the program
		}
		if i > 0 {
			if kern, err := f.Font.Kern(buf, before, glyph, em, font.HintingNone); err == nil {
				sum += kern
			}
		}
		advance, err := f.Font.GlyphAdvance(buf, glyph, em, font.HintingNone)
		if err != nil {
			panic(err)
		}
		sum += advance
		before = glyph
	}
	return int(sum)
}

var buffers = sync.Pool{New: func() any { return new(sfnt.Buffer) }}
