package results

import (
	"strings"
	"testing"

	"wogreport/internal/analysis"
)

// TestOutside: answers outside the scale stand by their texts, or are withheld;
// without any the key is not there.
func TestOutside(t *testing.T) {
	for _, c := range []struct {
		item analysis.Item
		want string
	}{
		{analysis.Item{Outside: []analysis.OutsideAnswer{{Text: "Tidak berlaku", Count: 16}, {Text: "N/A", Count: 0}}}, `"outside": {"Tidak berlaku": 16, "N/A": 0}`},
		{analysis.Item{OutsideHidden: true}, `"outside": "withheld"`},
		{analysis.Item{}, ""},
	} {
		o := item(&analysis.Construct{}, &c.item)
		got := strings.Join(strings.Fields(string(o.append(nil, 0))), " ")
		got = strings.ReplaceAll(strings.ReplaceAll(got, "{ ", "{"), " }", "}")
		if c.want == "" && strings.Contains(got, "outside") || !strings.Contains(got, c.want) {
			t.Errorf("want %s in %s", c.want, got)
		}
	}
}
