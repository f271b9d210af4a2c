package charts

import (
	"math"
	"testing"
)

// What is measured is what gonum draws with.
func TestMeasured(t *testing.T) {
	for _, serif := range []bool{false, true} {
		p := newPen(Style{Size: 9, Serif: serif})
		for _, s := range []string{"", "AVATAR Tokyo, “Wolf” 1.234,5%", "Sangat Setuju (SS)", "ﬁ é \u0301 😀 漢 العربية", "\xff"} {
			if got, want := p.measured(s), p.face.Width(s); math.Abs(float64(got-want)) > 1e-9 {
				t.Errorf("%q is %v wide, by gonum %v", s, got, want)
			}
		}
	}
}
