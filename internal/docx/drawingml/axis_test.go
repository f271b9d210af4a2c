package drawingml

import (
	"testing"

	"wogreport/internal/document"
)

// TestNumbered: an axis to both sides of a middle has a number there, and none nearer to each
// other than the drawing's.
func TestNumbered(t *testing.T) {
	for _, c := range []struct{ low, high, step, drawn, want float64 }{
		{100, 100, 25, 25, 25},
		{100, 75, 25, 50, 50},
		{75, 100, 25, 50, 75},
		{25, 100, 25, 50, 50}, // none in the middle could be
		{0, 100, 25, 50, 50},
		{10, 30, 10, 0, 10},
	} {
		v := document.ChartAxis{Min: -c.low, Max: c.high, Step: c.step, Numbered: c.drawn, Percent: true}
		if got := numbered(v); got != c.want {
			t.Errorf("from %v to %v: a number each %v, want %v", -c.low, c.high, got, c.want)
		}
	}
}
