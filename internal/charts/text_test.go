package charts

import (
	"math"
	"testing"

	"gonum.org/v1/plot/font"
)

// What is measured is what gonum draws with.
func TestWidth(t *testing.T) {
	for _, serif := range []bool{false, true} {
		p := newPen(Style{Size: 9, Serif: serif})
		for _, s := range []string{"", "AVATAR Tokyo, “Wolf” 1.234,5%", "Sangat Setuju (SS)", "a b A V-T", "5 µm \u2011 x", "ﬁ é \u0301 😀 漢 العربية", "\xff"} {
			drawn := font.DefaultCache.Lookup(p.face.Font, p.size)
			if got, want := p.width(s), drawn.Width(s); math.Abs(float64(got-want)) > 1e-9 {
				t.Errorf("%q is %v wide, by gonum %v", s, got, want)
			}
		}
	}
}
