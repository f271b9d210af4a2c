package workbook

import (
	"testing"

	"wogreport/internal/analysis"
)

// A cumulative percent over a count that is withheld is withheld, and so are all
// after it.
func TestCumulativeIsWithheld(t *testing.T) {
	got := cumulative(&analysis.Item{N: 20, Answered: []int{5, analysis.HiddenCount, 6, 7}})
	if v, ok := got[0].Get(); !ok || v != 0.25 {
		t.Errorf("the first is %v", got[0])
	}
	for _, v := range got[1:] {
		if v.Reason() != analysis.Withheld {
			t.Errorf("they are %v", got)
		}
	}
	if none := cumulative(&analysis.Item{Answered: []int{0, 0}}); none[1].Reason() != analysis.NoAnswers {
		t.Errorf("of no answers: %v", none)
	}
}
