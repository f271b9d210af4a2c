package report

import (
	"strings"
	"testing"

	"wogreport/internal/analysis"
	"wogreport/internal/compare"
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

// TestSaidAtOnce: what holds of several constructs for one reason is said once, one item is no mean over
// all items, and groups with one mean stand in the order of the tables.
func TestSaidAtOnce(t *testing.T) {
	yaml := caseScale + "constructs: [{id: a, label: {id: mutu, en: quality}, items: [P1]}, {id: b, label: {id: petugas, en: staff}, items: [P2]}, {id: c, label: {id: sarana, en: facilities}, items: [P3, P4]}]\n"
	saysOf(t, "alphas", yaml, rowsOf(4, "A 3*10 4*10 5*5"), map[lang.Tag]times{
		lang.EN: {"Cronbach’s alpha for quality and staff cannot be computed because there are too few items.": 1},
		lang.ID: {"Cronbach alpha mutu dan petugas tidak dapat dihitung karena butir terlalu sedikit.": 1},
	})
	groups := caseScale + "groups: [{column: G, label: {id: unit, en: unit}}]\nconstructs: [{id: c, label: {id: mutu, en: quality}, items: [P1, P2, P3]}]\n"
	saysOf(t, "groups", groups, rowsOf(3, "A 3*10 4*10", "B 3*124 4*126", "C 3*9 4*11"), map[lang.Tag]times{
		lang.EN: {"The mean over all items ranges from 3.50 (A and B) to 3.55 (C).": 1},
		lang.ID: {"Rata-rata seluruh butir berkisar dari 3,50 (A dan B) sampai 3,55 (C).": 1},
	})
}

// TestEndsOfFewAnswers: the highest and the lowest mean of a comparison say where few answers stand behind them.
func TestEndsOfFewAnswers(t *testing.T) {
	for n, want := range map[int]bool{5: true, 10: false} {
		doc := comparison(t, func(st *study.Study) { st.Languages = []lang.Tag{lang.EN} }, func(cs []compare.Summary) []compare.Summary {
			for _, c := range cs {
				for i := range c.Constructs {
					c.Constructs[i].Score.N = n
				}
			}
			return cs
		})
		if said := strings.Contains(doctest.Dump(doc), "rests on only five complete responses and should be read with caution."); said != want {
			t.Errorf("of %d: said %v", n, said)
		}
	}
}
