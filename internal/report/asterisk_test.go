package report

import (
	"fmt"
	"strings"
	"testing"

	"wogreport/internal/document"
)

// TestAsteriskIsExplained: of a chart in several parts, those that show an item with an asterisk say
// what it marks, and no other does; likewise charts of the groups' answers.
func TestAsteriskIsExplained(t *testing.T) {
	const items = 24
	var yaml, answers strings.Builder
	yaml.WriteString(caseScale + "groups: [{column: G, answers: true, label: {id: kelompok, en: group}}]\nlanguages: [en]\nconstructs:\n  - id: a\n    label: {id: layanan, en: service}\n    items:\n")
	answers.WriteString("G")
	for k := range items {
		fmt.Fprintf(&yaml, "      - {id: P%d, reverse: %v}\n", k+1, k == items-1)
		fmt.Fprintf(&answers, ",P%d", k+1)
	}
	answers.WriteString("\n")
	for r := range 40 {
		fmt.Fprintf(&answers, "%c", 'A'+r%2)
		for k := range items {
			fmt.Fprintf(&answers, ",%d", 1+(r*7+r/5+k*k)%5)
		}
		answers.WriteString("\n")
	}
	st, res := studyOf(t, yaml.String(), answers.String())
	opt := testOptions
	opt.MaxSummaryHeight = 200
	doc, _, ds := Compose(st, res, opt)
	if doc == nil {
		t.Fatal(printed(ds))
	}
	marked, other := 0, 0
	for _, b := range doc.Blocks {
		f, ok := b.(*document.Figure)
		if !ok || f.Chart == nil || !strings.Contains(f.ID, "summary") && !strings.Contains(f.ID, "group-answers") {
			continue
		}
		asterisk := strings.Contains(fmt.Sprint(*f.Chart), "*")
		if asterisk {
			marked++
		} else {
			other++
		}
		if said := strings.Contains(document.Plain(f.Note), "An asterisk marks"); said != asterisk {
			t.Errorf("%s: an asterisk %v, explained %v", f.ID, asterisk, said)
		}
	}
	if marked < 2 || other < 2 {
		t.Errorf("%d figures have an asterisk, %d none", marked, other)
	}
}
