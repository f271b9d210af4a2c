package pdf

import (
	"math"

	"wogreport/internal/document"
	"wogreport/internal/pdf/fonts"
)

// align is how the lines of a paragraph stand.
type Align uint8

const (
	Justified Align = iota
	Left
	Centered
	Right
)

// textStyle is how a text is set. Sizes are in points.
type Style struct {
	family   Family
	size     float64
	leading  float64
	bold     bool
	italic   bool
	align    Align
	indent   float64 // of the first line; negative hangs
	balanced bool    // lines of like length, for headings
	rigid    bool    // no hyphenation
}

// font is a face in a size, raised above the baseline.
type Font struct {
	face fonts.Face
	size float64
	rise float64
}

// Sizes and places of raised and lowered text, as parts of the size around it.
const (
	scriptSize = 0.68
	superRise  = 0.34
	subRise    = -0.14
	monoScale  = 0.9 // the fixed-width face beside the others
)

// font is the face for text of the style with a span's own styles. Italic
// within italic stands upright, as emphasis does.
func (t Style) font(s document.Style) Font {
	bold := t.bold || s&document.Bold != 0
	italic := t.italic != (s&document.Italic != 0)
	f := Font{size: t.size}
	if t.family == Sans {
		f.face = fonts.SansRegular
	}
	if bold {
		f.face += fonts.SerifBold
	}
	if italic {
		f.face += fonts.SerifItalic
	}
	switch {
	case s&document.Superscript != 0:
		f.size, f.rise = hundredths(t.size*scriptSize), t.size*superRise
	case s&document.Subscript != 0:
		f.size, f.rise = hundredths(t.size*scriptSize), t.size*subRise
	}
	if s&document.Monospace != 0 {
		f.face = fonts.MonoRegular
		f.size = hundredths(f.size * monoScale)
	}
	return f
}

// hundredths rounds a size to what a PDF will hold.
func hundredths(v float64) float64 { return math.Round(v*100) / 100 }

// Family is a family of embedded faces.
type Family string

// The families.
const (
	Serif Family = "serif"
	Sans  Family = "sans"
)

// baseline is how far under a line's top its baseline stands.
func (t Style) baseline() float64 { return t.leading/2 + t.size*0.33 }
