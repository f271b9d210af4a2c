package finding

import (
	"math"

	"wogreport/internal/analysis"
)

// Difference says what may be said of groups, from p and the size of the
// effect together (rule R10). A large p is never read as "no difference", a
// small p with a negligible effect never as one that matters.
type Difference string

// The differences.
const (
	NotCompared  Difference = ""        // the test is undefined
	NoneShown    Difference = "none"    // p is not small, the effect is small or negligible
	Unclear      Difference = "unclear" // p is not small, but the effect in these answers is medium or large beyond what chance gives
	Trivial      Difference = "trivial" // p is small, the effect negligible
	SmallEffect  Difference = "small"   // p is small, and so on
	MediumEffect Difference = "medium"
	LargeEffect  Difference = "large"
)

// Size names an effect: "negligible", "small", "medium" or "large".
type Size string

// The sizes.
const (
	Negligible Size = "negligible"
	SmallSize  Size = "small"
	MediumSize Size = "medium"
	LargeSize  Size = "large"
)

// The lower limits of the sizes for r (Cohen 1988), and for ε² (Mangiafico
// 2016), which is about r².
var (
	limitsOfR       = []float64{0.1, 0.3, 0.5}
	limitsOfEpsilon = []float64{0.01, 0.08, 0.26}
)

// SizeLimits are the lower limits of small, medium and large effects of a rank test.
func SizeLimits(t analysis.RankTest) []float64 {
	if t.Kind == analysis.MannWhitneyTest {
		return limitsOfR
	}
	return limitsOfEpsilon
}

// SizeOf is the size of the effect of a rank test, "" where it is undefined.
func SizeOf(t analysis.RankTest) Size {
	limits := SizeLimits(t)
	e, ok := t.Effect.Get()
	switch {
	case !ok:
		return ""
	case e < limits[0]:
		return Negligible
	case e < limits[1]:
		return SmallSize
	case e < limits[2]:
		return MediumSize
	}
	return LargeSize
}

// SizeOfR is the size of a correlation, "" where it is undefined, and the limit of a
// size that it stands nearest to, in absolute value.
func SizeOfR(r analysis.Value) (Size, analysis.Value) {
	x, ok := r.Get()
	if !ok {
		return "", analysis.Undefined(r.Reason())
	}
	x = math.Abs(x)
	near := Nearest(analysis.Of(x), limitsOfR...)
	switch {
	case x < limitsOfR[0]:
		return Negligible, near
	case x < limitsOfR[1]:
		return SmallSize, near
	case x < limitsOfR[2]:
		return MediumSize, near
	}
	return LargeSize, near
}

// beyondChance reports whether an effect is at least medium when what chance gives on
// average is taken off: few respondents in many groups show a medium effect of nothing.
func beyondChance(c *analysis.GroupTest) bool {
	medium := SizeLimits(c.Test)[1]
	if c.Test.Kind != analysis.MannWhitneyTest {
		eta, ok := c.Eta.Get()
		return ok && eta >= medium
	}
	n := 0.0
	for _, g := range c.Groups {
		answered, _ := g.N.Get()
		n += answered
	}
	r, _ := c.Test.Effect.Get() // r² = z²/n, and z² is 1 on average
	return n > 1 && (n*r*r-1)/(n-1) >= medium*medium
}

// OfTest applies rule R10 to the test of a comparison at a level of significance, with
// its p or an adjusted one.
func OfTest(c *analysis.GroupTest, p analysis.Value, significance float64) Difference {
	v, ok := p.Get()
	size := SizeOf(c.Test)
	switch {
	case !ok || size == "":
		return NotCompared
	case v < significance:
		return map[Size]Difference{Negligible: Trivial, SmallSize: SmallEffect, MediumSize: MediumEffect, LargeSize: LargeEffect}[size]
	case beyondChance(c):
		return Unclear
	}
	return NoneShown
}

// Differs reports whether groups may be said to differ at all.
func (d Difference) Differs() bool {
	return d == SmallEffect || d == MediumEffect || d == LargeEffect
}
