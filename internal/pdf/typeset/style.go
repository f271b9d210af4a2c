package typeset

import (
	"math"

	"wogreport/internal/document"
	"wogreport/internal/pdf/fonts"
)

// Family is a family of embedded faces.
type Family string

// The families.
const (
	Serif Family = "serif"
	Sans  Family = "sans"
)

// Align is how the lines of a paragraph stand.
type Align uint8

// The alignments.
const (
	Justified Align = iota
	Left
	Centered
	Right
)

// Style is how a text is set. Sizes are in points.
type Style struct {
	Family   Family
	Size     float64
	Leading  float64
	Bold     bool
	Italic   bool
	Align    Align
	Indent   float64 // of the first line; negative hangs
	Balanced bool    // lines of like length, for headings
	Rigid    bool    // no hyphenation
}

// Font is a face in a size, raised above the baseline.
type Font struct {
	Face fonts.Face
	Size float64
	Rise float64
}

// Sizes and places of raised and lowered text, as parts of the size around it.
const (
	scriptSize = 0.68
	superRise  = 0.34
	subRise    = -0.14
)

// MonoScale makes the fixed-width face look as large as the others.
const MonoScale = 0.9

// font is the face for text of the style with a span's own styles. Italic
// within italic stands upright, as emphasis does.
func (t Style) font(s document.Style) Font {
	bold := t.Bold || s&document.Bold != 0
	italic := t.Italic != (s&document.Italic != 0)
	f := Font{Size: t.Size}
	if t.Family == Sans {
		f.Face = fonts.SansRegular
	}
	if bold {
		f.Face += fonts.SerifBold
	}
	if italic {
		f.Face += fonts.SerifItalic
	}
	switch {
	case s&document.Superscript != 0:
		f.Size, f.Rise = Hundredths(t.Size*scriptSize), t.Size*superRise
	case s&document.Subscript != 0:
		f.Size, f.Rise = Hundredths(t.Size*scriptSize), t.Size*subRise
	}
	if s&document.Monospace != 0 {
		f.Face = fonts.MonoRegular
		f.Size = Hundredths(f.Size * MonoScale)
	}
	return f
}

// slanted is the style with all of its text in italics.
func (t Style) slanted() Style {
	t.Italic = true
	return t
}

// Hundredths rounds a size to what a PDF will hold.
func Hundredths(v float64) float64 { return math.Round(v*100) / 100 }

// Baseline is how far under a line's top its baseline stands.
func (t Style) Baseline() float64 { return t.Leading/2 + t.Size*0.33 }
