package palette

import (
	"image/color"
	"math"
	"testing"
)

// deficiencies are how the three kinds of dichromats see a color, on linear RGB: the
// matrices of severity 1 of Machado, Oliveira & Fernandes (2009), "A physiologically-based
// model for simulation of color vision deficiency", IEEE TVCG 15(6), table 1.
var deficiencies = map[string][3][3]float64{
	"protanopia":   {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"deuteranopia": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
	"tritanopia":   {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
	"full sight":   {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
}

// lab is a color as CIE L*a*b* under D65, seen through a matrix.
func lab(c color.RGBA, m [3][3]float64) [3]float64 {
	linear := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	in := [3]float64{linear(c.R), linear(c.G), linear(c.B)}
	var rgb [3]float64
	for i := range m {
		for j := range in {
			rgb[i] += m[i][j] * in[j]
		}
		rgb[i] = min(1, max(0, rgb[i]))
	}
	f := func(t float64) float64 {
		if t > 216.0/24389 {
			return math.Cbrt(t)
		}
		return (24389.0/27*t + 16) / 116
	}
	x := f((0.4124564*rgb[0] + 0.3575761*rgb[1] + 0.1804375*rgb[2]) / 0.95047)
	y := f(0.2126729*rgb[0] + 0.7151522*rgb[1] + 0.0721750*rgb[2])
	z := f((0.0193339*rgb[0] + 0.1191920*rgb[1] + 0.9503041*rgb[2]) / 1.08883)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

func distance(a, b [3]float64) float64 {
	return math.Sqrt((a[0]-b[0])*(a[0]-b[0]) + (a[1]-b[1])*(a[1]-b[1]) + (a[2]-b[2])*(a[2]-b[2]))
}

// Neighbours on a scale, and the two sides, stay apart for every kind of sight, and on a
// copying machine, which keeps the lightness only; ten steps of L*a*b* are seen at a glance
// (2.3 are just noticeable: Mahy, Van Eycken & Oosterlinck 1994).
func TestPalettesForColorDeficiencies(t *testing.T) {
	for points := 2; points <= 7; points++ {
		for _, neutral := range []bool{false, true} {
			signs := make([]int, points)
			for i := range signs {
				if signs[i] = 1; 2*i+1 < points {
					signs[i] = -1
				} else if 2*i+1 == points && neutral {
					signs[i] = 0
				}
			}
			apart := 10.0
			if points > 5 { // three tones on a side
				apart = 7
			}
			tones := Tones(signs)
			for name, m := range deficiencies {
				for i := range tones {
					for j := range i {
						a, b := lab(tones[i], m), lab(tones[j], m)
						if d := distance(a, b); d < apart {
							t.Errorf("%s, %d points: %s and %s are %.1f apart", name, points, Hex(tones[j]), Hex(tones[i]), d)
						}
						if d := math.Abs(a[0] - b[0]); name == "full sight" && i == j+1 && d < 7 {
							t.Errorf("%d points: %s and %s differ by %.1f in lightness", points, Hex(tones[j]), Hex(tones[i]), d)
						}
					}
				}
			}
		}
	}
}
