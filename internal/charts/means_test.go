package charts

import (
	"strings"
	"testing"
)

// TestMeansLongLabel: the name of a group that charts of answers print whole is whole in a chart of means.
func TestMeansLongLabel(t *testing.T) {
	label := "Permanent civil servants of ranks III and IV who have served outside the head office for more than five years"
	lines := newMeans(Means{Min: 1, Max: 6, Rows: []MeanRow{{Label: label, Shown: true, Mean: 4, Note: "4.09"}}}, Style{}).labels[0]
	if got := strings.Join(lines, " "); got != label {
		t.Errorf("the label is %q", got)
	}
}
