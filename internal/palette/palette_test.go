package palette

import (
	"image/color"
	"math"
	"testing"
)

func contrast(a, b color.RGBA) float64 {
	x, y := Luminance(a), Luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// The letters on every tone of every scale can be read, as WCAG asks (1.4.3), and the
// numbers on the cells of tables, which are small, as it asks at best (1.4.6).
func TestInkOnTones(t *testing.T) {
	for points := 2; points <= 12; points++ {
		signs := make([]int, points)
		for i := range signs {
			signs[i] = 2*i + 1 - points
		}
		for i, c := range Tones(signs) {
			if got := contrast(c, InkOn(c)); got < 4.5 {
				t.Errorf("point %d of %d: %s on %s has a contrast of %.1f", i+1, points, Hex(InkOn(c)), Hex(c), got)
			}
		}
	}
	for i := range 101 {
		at := float64(i) / 100
		for _, c := range []color.RGBA{Heat(at), Sides(2*at - 1)} {
			if got := contrast(c, InkOn(c)); got < 7 {
				t.Errorf("%s on the cell of %.2f, %s, has a contrast of %.1f", Hex(InkOn(c)), at, Hex(c), got)
			}
		}
	}
}

// A tenth of the scale is seen on a cell, in colors and in grey (2.3 are just noticeable),
// and so is the side.
func TestHeat(t *testing.T) {
	full := deficiencies["full sight"]
	for i := range 10 {
		a, b := lab(Heat(float64(i)/10), full), lab(Heat(float64(i+1)/10), full)
		if d := a[0] - b[0]; d < 2.3 {
			t.Errorf("%d tenths and one more differ by %.1f in lightness", i, d)
		}
	}
	for _, at := range []float64{0.5, 1} {
		for name, m := range deficiencies {
			if d := distance(lab(Sides(at), m), lab(Sides(-at), m)); d < 10 {
				t.Errorf("%s: the sides are %.1f apart at %v", name, d, at)
			}
		}
	}
	if low, high := lab(Sides(-1), full), lab(Sides(1), full); math.Abs(low[0]-high[0]) < 4 {
		t.Error("a copy in grey does not tell the ends apart")
	}
}
