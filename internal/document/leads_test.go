package document

import "testing"

// TestLeads: what leads to a list stays with it, with a colon or, where the list completes the
// sentence, without one; a whole sentence before a list does not.
func TestLeads(t *testing.T) {
	for text, want := range map[string]bool{
		"Evaluasi ini bertujuan untuk":            true,
		"The evaluation is meant to:":             true,
		"Aspek yang dinilai ialah (a) sarana dan": true,
		"Tiga hal diperiksa.":                     false,
		"Tiga hal diperiksa (2026)":               false,
		"":                                        false,
	} {
		if got := Leads(&Paragraph{Text: []Span{{Text: text}}}, &List{}); got != want {
			t.Errorf("%q before a list: %v", text, got)
		}
	}
	if Leads(&Paragraph{Text: []Span{{Text: "Tabel berikut memuat:"}}}, &Paragraph{}) {
		t.Error("a paragraph leads to a paragraph")
	}
}
