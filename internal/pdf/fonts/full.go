package fonts

import (
	"sync"

	"codeberg.org/go-fonts/liberation/liberationmonoregular"
	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansbolditalic"
	"codeberg.org/go-fonts/liberation/liberationsansitalic"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"codeberg.org/go-fonts/liberation/liberationserifbold"
	"codeberg.org/go-fonts/liberation/liberationserifbolditalic"
	"codeberg.org/go-fonts/liberation/liberationserifitalic"
	"codeberg.org/go-fonts/liberation/liberationserifregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// Full is a whole Liberation font: about 2,300 glyphs, without kerns.
type Full struct {
	TTF  []byte
	font *sfnt.Font
}

// Full is the whole font that the face was cut from. It is parsed at first use.
func (f Face) Full() *Full { return full[f]() }

var full = func() (fs [numFaces]func() *Full) {
	for f, ttf := range [numFaces][]byte{
		liberationserifregular.TTF, liberationserifbold.TTF, liberationserifitalic.TTF, liberationserifbolditalic.TTF,
		liberationsansregular.TTF, liberationsansbold.TTF, liberationsansitalic.TTF, liberationsansbolditalic.TTF,
		liberationmonoregular.TTF,
	} {
		fs[f] = sync.OnceValue(func() *Full {
			font, err := sfnt.Parse(ttf)
			if err != nil {
				panic(err) // the font is part of the program
			}
			return &Full{ttf, font}
		})
	}
	return fs
}()

// Width is the advance width of a rune in thousandths of the size; ok is
// false where the font has no glyph for it. Runes beyond the Basic
// Multilingual Plane are never there: fpdf can't write them.
func (f *Full) Width(r rune) (width int, ok bool) {
	if r > 0xFFFF {
		return 0, false
	}
	var buf sfnt.Buffer
	g, err := f.font.GlyphIndex(&buf, r)
	if err != nil || g == 0 {
		return 0, false
	}
	adv, err := f.font.GlyphAdvance(&buf, g, fixed.I(1000), font.HintingNone)
	if err != nil {
		return 0, false
	}
	return adv.Round(), true
}
