package analysis

import (
	"math"
	"math/rand/v2"
	"testing"
)

// exp, log and atanh are those of package math, but for the last digits.
func TestPortable(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	check := func(what string, x, got, want float64) {
		if math.Abs(got-want) > 2e-15*math.Abs(want)+1e-300 {
			t.Errorf("%s(%g) is %.17g, want %.17g", what, x, got, want)
		}
	}
	for range 100_000 {
		x := 40 * (rng.Float64() - 0.5)
		check("exp", x, exp(x), math.Exp(x))
		y := math.Exp(x)
		if math.Abs(y-1) > 1e-3 { // next to 1 the absolute error is what counts
			check("log", y, log(y), math.Log(y))
		}
		if z := math.Tanh(x / 8); math.Abs(z) > 0.1 && math.Abs(z) < 0.99 {
			check("atanh", z, atanh(z), math.Atanh(z))
		}
	}
	for _, x := range []float64{0, 1, -1, 700, -700, 1e-9} {
		check("exp", x, exp(x), math.Exp(x))
	}
	if exp(-1000) != 0 || log(1) != 0 || log(2) != math.Ln2 {
		t.Error("the ends are not exact")
	}
	for _, y := range []float64{1e-300, 1e300, 0.5, 1e-5} {
		check("log", y, log(y), math.Log(y))
	}
}
