package palette

import "testing"

// The letters on every tone of every scale can be read, as WCAG asks.
func TestInkOnTones(t *testing.T) {
	for points := 2; points <= 12; points++ {
		signs := make([]int, points)
		for i := range signs {
			signs[i] = 2*i + 1 - points
		}
		for i, c := range Tones(signs) {
			a, b := Luminance(c), Luminance(InkOn(c))
			if contrast := (max(a, b) + 0.05) / (min(a, b) + 0.05); contrast < 4.5 {
				t.Errorf("point %d of %d: %s on %s has a contrast of %.1f", i+1, points, Hex(InkOn(c)), Hex(c), contrast)
			}
		}
	}
}
