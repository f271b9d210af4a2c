package columns

import "testing"

// TestMisspellsLabels: a word that is spelt nearly like one of the labels is no word about somebody.
func TestMisspellsLabels(t *testing.T) {
	labels := []string{"sangat tidak puas", "tidak puas", "cukup puas", "puas", "sangat puas", "setuju"}
	for text, want := range map[string]bool{
		"sangat puas": true, "sangat puass": true, "sangat pus": true, "cukp puas": true, "sangt tidk puas": true, "setju": true,
		"puas, budi": false, "puas ani": false, "sangat puas us": false, "bu setujuningsih": false, "sangat pusing": false,
	} {
		if got := MisspellsLabels(text, labels); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
