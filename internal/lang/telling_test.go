package lang

import "testing"

// The printed digits of a number and of a limit stand on the sides on which the
// numbers are.
func TestTelling(t *testing.T) {
	for _, c := range []struct {
		v, limit float64
		d, want  int
	}{
		{0.25390, 0.25400, 3, 4}, {0.25410, 0.25400, 3, 4}, {0.254, 0.254, 3, 3}, {0.3, 0.254, 3, 3},
		{0.59988, 0.6, 3, 4}, {0.60012, 0.6, 3, 4}, {0.04990, 0.05, 3, 4}, {0.05031, 0.05, 3, 4},
		{0.0999, 0.1, 3, 4}, {100 * 1001.0 / 2001, 50, 1, 2}, {49.96, 50, 1, 2}, {50, 50, 1, 1},
		{0.0000004, 0, 3, 7}, {0.1 + 0.2, 0.3, 3, 3},
	} {
		if got := Telling(c.v, c.d, c.limit); got != c.want {
			t.Errorf("%g beside %g: %d decimals, want %d", c.v, c.limit, got, c.want)
		}
		if c.want > c.d && (Round(c.v, c.want) < Round(c.limit, c.want)) != (c.v < c.limit) {
			t.Errorf("%g beside %g is shown on the other side", c.v, c.limit)
		}
	}
}

func FuzzTelling(f *testing.F) {
	f.Add(0.2539, 0.254)
	f.Fuzz(func(t *testing.T, v, limit float64) {
		if !(v > -1e6 && v < 1e6 && limit > -1e6 && limit < 1e6) {
			return
		}
		d := Telling(v, 3, limit)
		if a, b := Round(v, d), Round(limit, d); a != b && (a < b) != (v < limit) || d < 3 {
			t.Errorf("%g beside %g with %d decimals: %g and %g", v, limit, d, a, b)
		}
	})
}
