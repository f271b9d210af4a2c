package analysis

import (
	"math"
	"testing"
)

// TestMarginOfError: R 4.2.2, qnorm(.975) * sqrt(.25 / 65), and that times
// sqrt((90 - 65) / (90 - 1)).
func TestMarginOfError(t *testing.T) {
	for _, c := range []struct {
		n, population int
		want          float64
	}{
		{65, 0, 0.1215518063134165},
		{65, 90, 0.0644223285015826},
		{65, 65, 0},
	} {
		got, ok := MarginOfError(c.n, c.population).Get()
		if !ok || math.Abs(got-c.want) > 1e-10*c.want {
			t.Errorf("MarginOfError(%d, %d) = %.17g, want %.17g", c.n, c.population, got, c.want)
		}
	}
	for _, c := range []struct {
		n, population int
		want          Reason
	}{{0, 0, NoAnswers}, {10, 5, PopulationSmall}} {
		if got := MarginOfError(c.n, c.population).Reason(); got != c.want {
			t.Errorf("MarginOfError(%d, %d): %q, want %q", c.n, c.population, got, c.want)
		}
	}
}
