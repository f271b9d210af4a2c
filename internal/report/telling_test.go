package report

import (
	"strings"
	"testing"

	"wogreport/internal/analysis"
	"wogreport/internal/document/doctest"
	"wogreport/internal/lang"
	"wogreport/internal/study"
)

// No printed digit contradicts the verdict beside it, in table, text, abstract
// and conclusion alike.
func TestVerdictShowsInItsDigits(t *testing.T) {
	for _, c := range []struct {
		name       string
		alpha, r   float64
		has, lacks []string
	}{
		{"just below", 0.59988, 0.25390,
			[]string{"0.2539 | 0.2540 | Not valid", "alpha of 0.5999 is below", "critical r = 0.2540"}, []string{"0.600", "0.254 | 0.254"}},
		{"just above", 0.60012, 0.25410,
			[]string{"0.2541 | 0.2540 | Valid", "alpha of 0.6001 exceeds"}, []string{"0.600 ", "0.254 | 0.254"}},
		{"far", 0.7, 0.5, []string{"0.500 | 0.254 | Valid", "alpha of 0.700 exceeds"}, nil},
	} {
		st, res := load(t, func(st *study.Study) { st.Languages = []lang.Tag{lang.EN} })
		k := &res.Constructs[0]
		k.CriticalR, k.Alpha = analysis.Of(0.25400), analysis.Of(c.alpha)
		k.Reliable = analysis.Fail
		if c.alpha > k.AlphaThreshold {
			k.Reliable = analysis.Pass
		}
		for i := range k.Items {
			k.Items[i].CriticalR = k.CriticalR
		}
		it := &k.Items[0]
		it.CorrectedItemTotalR, it.Valid, it.ValidOther = analysis.Of(c.r), analysis.Fail, analysis.Fail
		if c.r > 0.254 {
			it.Valid = analysis.Pass
		}
		doc, _, ds := Compose(st, res, testOptions)
		if doc == nil {
			t.Fatal(printed(ds))
		}
		text := strings.NewReplacer("~", " ", "\u00a0", " ", "  ", " ").Replace(doctest.Dump(doc))
		for _, s := range c.has {
			if !strings.Contains(text, s) {
				t.Errorf("%s: the report lacks %q", c.name, s)
			}
		}
		for _, s := range c.lacks {
			if strings.Contains(text, s) {
				t.Errorf("%s: the report has %q", c.name, s)
			}
		}
	}
}
