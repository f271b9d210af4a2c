package pdf

import (
	"math"
	"math/rand/v2"
	"strconv"
	"testing"
)

// A number is written with the decimals it needs, as near as they allow.
func TestNum(t *testing.T) {
	for v, want := range map[float64]string{0: "0 ", 1: "1 ", -1.5: "-1.5 ", 0.004: "0 ", -0.004: "0 ", 0.05: "0.05 ", 12.345: "12.35 ", 841.89: "841.89 ", 1e300: "0 ", math.Inf(1): "0 ", math.NaN(): "0 "} {
		p := &pen{}
		p.num(v, 2)
		if string(p.buf) != want {
			t.Errorf("%v is %q, want %q", v, p.buf, want)
		}
	}
	random := rand.New(rand.NewPCG(3, 4))
	for range 5000 {
		v, d := (random.Float64()-0.5)*2000, random.IntN(len(powers))
		p := &pen{}
		p.num(v, d)
		got, err := strconv.ParseFloat(string(p.buf[:len(p.buf)-1]), 64)
		if err != nil || math.Abs(got-v) > 0.5000001/float64(powers[d]) {
			t.Fatalf("%v with %d decimals is %q", v, d, p.buf)
		}
	}
}
