package analysis

import (
	"bytes"
	"testing"

	"wogreport/internal/responses"
)

// TestRepeats: two columns that are the same in every row are told from two that people answered alike.
func TestRepeats(t *testing.T) {
	varied := bytes.Repeat([]byte{1, 2, 3, 4}, 5)
	for name, c := range map[string]struct {
		a, b []byte
		want bool
	}{
		"twice":             {varied, bytes.Clone(varied), true},
		"one answer other":  {varied, append(bytes.Clone(varied[:19]), 3), false},
		"one missing":       {varied, append(bytes.Clone(varied[:19]), responses.Missing), false},
		"both miss one":     {append(bytes.Clone(varied), responses.Missing), append(bytes.Clone(varied), responses.Missing), true},
		"few rows":          {varied[:19], varied[:19], false},
		"hardly any varies": {bytes.Repeat([]byte{4, 4, 4, 4, 4, 5, 4}, 4), bytes.Repeat([]byte{4, 4, 4, 4, 4, 5, 4}, 4), false},
		"constant":          {bytes.Repeat([]byte{4}, 40), bytes.Repeat([]byte{4}, 40), false},
	} {
		if got := repeats(c.a, c.b); got != c.want {
			t.Errorf("%s: %t", name, got)
		}
	}
}
