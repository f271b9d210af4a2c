// Package palette owns the colors of charts, which those on the page and those of
// the workbook share.
package palette

import (
	"fmt"
	"image/color"
	"math"
)

// The inks of what is not data.
var (
	Ink     = color.RGBA{0x22, 0x22, 0x22, 0xff} // text
	SoftInk = color.RGBA{0x5a, 0x5a, 0x5a, 0xff} // ticks and notes
	AxisInk = color.RGBA{0x6e, 0x6e, 0x6e, 0xff}
	GridInk = color.RGBA{0xdd, 0xdd, 0xdd, 0xff}
	White   = color.RGBA{0xff, 0xff, 0xff, 0xff}
	Black   = color.RGBA{0, 0, 0, 0xff}
)

// The palette runs from orange over grey to blue, which the color-blind tell
// apart, and no two neighbours, nor the two ends, share a lightness, so it
// also survives a copying machine: on five points L* is about 48, 80, 92, 64
// and 27.
var (
	NegativeWeak   = color.RGBA{0xf3, 0xbd, 0x82, 0xff}
	NegativeStrong = color.RGBA{0xbd, 0x5b, 0x1c, 0xff}
	Neutral        = color.RGBA{0xe6, 0xe6, 0xe6, 0xff}
	PositiveWeak   = color.RGBA{0x7f, 0xa2, 0xc6, 0xff}
	PositiveStrong = color.RGBA{0x1e, 0x41, 0x6b, 0xff}
	Single         = color.RGBA{0x5b, 0x85, 0xb0, 0xff}
)

// Tones are the colors of points whose signs are given: the farther a point
// stands from the change of sign, the stronger. Without any sign all have one
// color.
func Tones(signs []int) []color.RGBA {
	out := make([]color.RGBA, len(signs))
	signed := false
	for i, s := range signs {
		var n, stronger int // points of this sign, and those nearer the end
		out[i] = Neutral
		if s == 0 {
			continue
		}
		signed = true
		fromStart := startsWith(signs, s)
		for j, other := range signs {
			if Sign(other) != Sign(s) {
				continue
			}
			n++
			if fromStart && j < i || !fromStart && j > i {
				stronger++
			}
		}
		strength := 0.8
		if n > 1 {
			strength = float64(n-1-stronger) / float64(n-1)
		}
		if s < 0 {
			out[i] = Mix(NegativeWeak, NegativeStrong, strength)
		} else {
			out[i] = Mix(PositiveWeak, PositiveStrong, strength)
		}
	}
	if !signed {
		for i := range out {
			out[i] = Single
		}
	}
	return out
}

// Heat and Sides are the colors of cells with a number each. They end where black ink
// still has a contrast of 7 to 1: what is darker is read worse, in either ink, at the
// size of the numbers.

// Heat is the color of a number at t of the way from the lowest, 0, to the highest, 1: one
// hue, the darker the higher, which a copy in grey shows as well.
func Heat(t float64) color.RGBA { return Mix(palest, PositiveWeak, min(1, max(0, t))) }

// Sides is the color of a number on one of two sides, from -1 to 1, with grey between.
func Sides(t float64) color.RGBA {
	if t = min(1, max(-1, t)); t < 0 {
		return Mix(Neutral, negativeHeat, -t)
	}
	return Mix(Neutral, PositiveWeak, t)
}

var (
	palest       = Mix(White, PositiveWeak, 0.15)
	negativeHeat = Mix(NegativeWeak, NegativeStrong, 0.3) // lighter than the other end, which a copy in grey tells apart
)

// Hex is a color as files name it: "1E416B".
func Hex(c color.RGBA) string { return fmt.Sprintf("%02X%02X%02X", c.R, c.G, c.B) }

// startsWith reports whether the points of sign s come before the others.
func startsWith(signs []int, s int) bool {
	for _, other := range signs {
		if other != 0 {
			return Sign(other) == Sign(s)
		}
	}
	return false
}

func Sign(n int) int {
	switch {
	case n < 0:
		return -1
	case n > 0:
		return 1
	}
	return 0
}

func Mix(a, b color.RGBA, t float64) color.RGBA {
	m := func(x, y uint8) uint8 { return uint8(math.Round(float64(x) + t*(float64(y)-float64(x)))) }
	return color.RGBA{m(a.R, b.R), m(a.G, b.G), m(a.B, b.B), 0xff}
}

// EdgeOf is the outline of a bar: its own color, darker.
func EdgeOf(c color.RGBA) color.RGBA { return Mix(c, color.RGBA{0, 0, 0, 0xff}, 0.45) }

// Luminance is the relative luminance of WCAG 2, 0..1.
func Luminance(c color.RGBA) float64 {
	linear := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// InkOn is the ink, black or white, with the greater contrast on a color: of one of them
// it is at least 4.5 to 1.
func InkOn(c color.RGBA) color.RGBA {
	contrast := func(a, b float64) float64 { return (max(a, b) + 0.05) / (min(a, b) + 0.05) }
	l := Luminance(c)
	if contrast(l, Luminance(White)) > contrast(l, Luminance(Black)) {
		return White
	}
	return Black
}
