package drawingml

import (
	"testing"

	"wogreport/internal/document"
)

// TestFromMiddle: an axis of bars to both sides bears the numbers that count from its middle.
func TestFromMiddle(t *testing.T) {
	for _, c := range []struct {
		low, high    float64
		unit, format string
	}{
		{100, 100, "1", `[<0.5]"100%";[<1.5]"0%";"100%"`},
		{50, 75, "0.5", `[<0.25]"50%";[<0.75]"0%";"50%"`},
		{25, 100, "0.25", `[<0.125]"25%";[<0.375]"0%";""`}, // a format knows three cases
		{100, 50, "1", `[<0.5]"100%";[<1.5]"0%";""`},
		{0, 100, "1", `[<0.5]"0%";"100%"`},
	} {
		m := maker{chart: &document.Chart{Kind: document.ChartStacked, Value: document.ChartAxis{Min: -c.low, Max: c.high, Percent: true}}}
		if unit, format := m.fromMiddle(); unit.Val != c.unit || format != c.format {
			t.Errorf("from %v to %v: every %s as %s, want %s as %s", -c.low, c.high, unit.Val, format, c.unit, c.format)
		}
	}
}
