package compare

import (
	"fmt"
	"slices"

	"wogreport/internal/analysis"
	"wogreport/internal/lang"
)

// Comparison is what the cohorts of a run show beside each other. Its totals
// are over the cohorts in it: what was left out cannot be told from them.
type Comparison struct {
	Cohorts     []Summary // in the order of time, or of the study
	Withheld    int       // cohorts left out for having too few respondents
	Failed      int       // cohorts left out because something is wrong with them
	FailedNames []string
	N, Answered int
	Population  int            // 0: unknown of some cohort
	Rate        analysis.Value // Answered / Population
	Synthetic   bool
	Constructs  []ConstructTrend // in the order of the study
	// Periods are the cohorts by their period, in the order in which periods
	// first come; nil unless every cohort has one and there are two at least.
	Periods []Period
	// Moves compare the last cohort with the one before it: each construct's
	// score, then each of its items. With fewer than two cohorts there are none, nor
	// where Unordered says that it is not known which came before which.
	Moves     []Move
	Unordered bool
	// Numbered says that the order is that of numbers in the cohorts' names: the last
	// is one of the others, and may have been at their time.
	Numbered bool
}

// ConstructTrend is a construct's score in each period.
type ConstructTrend struct {
	ID       string
	Min, Max int
	Overall  analysis.Sample   // of all cohorts
	ByPeriod []analysis.Sample // parallel to Periods
}

// Period is a time in which cohorts were trained; Cohorts are indexes.
type Period struct {
	Name    lang.Text
	Cohorts []int
}

// Move is how far a score of the last cohort is from the one before. Item is ""
// for a construct's own. PHolm is p adjusted for the number of items (or of
// constructs) that are compared, after Holm.
type Move struct {
	Construct, Item string
	From, To        analysis.Sample
	analysis.Shift
	PHolm analysis.Value
}

// Left are the cohorts of a run that are not in a comparison: how many are withheld, and
// the names of those with which something is wrong.
type Left struct {
	Withheld int
	Failed   []string
}

// Make compares cohorts, given in their order. It is an error to compare those
// that were not asked the same on the same scales.
func Make(cohorts []Summary, left Left) (*Comparison, error) {
	c := &Comparison{Cohorts: cohorts, Withheld: left.Withheld, Failed: len(left.Failed), FailedNames: left.Failed}
	for i := range cohorts {
		if err := sameQuestions(&cohorts[0], &cohorts[i]); err != nil {
			return nil, err
		}
	}
	c.total()
	c.periods()
	if len(cohorts) == 0 {
		return c, nil
	}
	for k, first := range cohorts[0].Constructs {
		t := ConstructTrend{ID: first.ID, Min: first.Min, Max: first.Max}
		all := make([]analysis.Sample, len(cohorts))
		for i := range cohorts {
			all[i] = cohorts[i].Constructs[k].Score
		}
		t.Overall = analysis.Pool(all...)
		for _, p := range c.Periods {
			var within []analysis.Sample
			for _, i := range p.Cohorts {
				within = append(within, all[i])
			}
			t.ByPeriod = append(t.ByPeriod, analysis.Pool(within...))
		}
		c.Constructs = append(c.Constructs, t)
	}
	c.Unordered = len(cohorts) > 1 && slices.ContainsFunc(cohorts, func(s Summary) bool { return s.Unplaced })
	c.Numbered = len(cohorts) > 1 && !c.Unordered && slices.ContainsFunc(cohorts, func(s Summary) bool { return s.Numbered })
	if n := len(cohorts); n > 1 && !c.Unordered {
		c.Moves = moves(&cohorts[n-2], &cohorts[n-1])
	}
	return c, nil
}

// sameQuestions says how two cohorts were asked differently.
func sameQuestions(a, b *Summary) error {
	if len(a.Constructs) != len(b.Constructs) {
		return fmt.Errorf("%q has %d constructs and %q %d", a.Cohort, len(a.Constructs), b.Cohort, len(b.Constructs))
	}
	for k := range a.Constructs {
		x, y := &a.Constructs[k], &b.Constructs[k]
		switch {
		case x.ID != y.ID:
			return fmt.Errorf("%q has the construct %s where %q has %s", a.Cohort, x.ID, b.Cohort, y.ID)
		case x.Min != y.Min || x.Max != y.Max:
			return fmt.Errorf("%s is answered from %d to %d in %q and from %d to %d in %q", x.ID, x.Min, x.Max, a.Cohort, y.Min, y.Max, b.Cohort)
		case len(x.Items) != len(y.Items):
			return fmt.Errorf("%s has %d items in %q and %d in %q", x.ID, len(x.Items), a.Cohort, len(y.Items), b.Cohort)
		}
		for j := range x.Items {
			if x.Items[j].ID != y.Items[j].ID {
				return fmt.Errorf("%q has the item %s where %q has %s", a.Cohort, x.Items[j].ID, b.Cohort, y.Items[j].ID)
			}
		}
	}
	return nil
}

func (c *Comparison) total() {
	known := true
	for _, s := range c.Cohorts {
		c.N, c.Answered, c.Population = c.N+s.N, c.Answered+s.Answered, c.Population+s.Population
		known = known && s.Population > 0
		c.Synthetic = c.Synthetic || s.Synthetic
	}
	if !known || c.Population == 0 {
		c.Population = 0
		c.Rate = analysis.Undefined(analysis.UnknownSize)
		return
	}
	c.Rate = analysis.Of(float64(c.Answered) / float64(c.Population))
}

func (c *Comparison) periods() {
	at := map[string]int{}
	var out []Period
	for i, s := range c.Cohorts {
		if s.Period.IsZero() {
			return
		}
		key := periodKey(s.Period)
		k, ok := at[key]
		if !ok {
			k = len(out)
			at[key] = k
			out = append(out, Period{Name: s.Period})
		}
		out[k].Cohorts = append(out[k].Cohorts, i)
	}
	if len(out) > 1 {
		c.Periods = out
	}
}

// periodKey tells periods apart, in any language.
func periodKey(period lang.Text) string {
	key := ""
	for _, l := range lang.All {
		key += period.In(l) + "\x00"
	}
	return key
}

// Parallel reports whether the last two cohorts were trained at the same time, or may
// have been, so that neither is known to be before the other.
func (c *Comparison) Parallel() bool {
	if len(c.Cohorts) < 2 {
		return false
	}
	if c.Numbered {
		return true
	}
	a, b := c.Cohorts[len(c.Cohorts)-2].Period, c.Cohorts[len(c.Cohorts)-1].Period
	return !a.IsZero() && periodKey(a) == periodKey(b)
}

// moves compares two cohorts, the constructs among themselves and the items
// among themselves.
func moves(from, to *Summary) []Move {
	var out []Move
	var constructs, items []int
	add := func(list *[]int, construct, item string, a, b analysis.Sample) {
		*list = append(*list, len(out))
		out = append(out, Move{Construct: construct, Item: item, From: a, To: b, Shift: analysis.Welch(a, b)})
	}
	for k := range from.Constructs {
		a, b := &from.Constructs[k], &to.Constructs[k]
		add(&constructs, a.ID, "", a.Score, b.Score)
		for j := range a.Items {
			add(&items, a.ID, a.Items[j].ID, a.Items[j].Score, b.Items[j].Score)
		}
	}
	for _, family := range [][]int{constructs, items} {
		ps := make([]analysis.Value, len(family))
		for i, k := range family {
			ps[i] = out[k].P
		}
		for i, p := range analysis.Holm(ps) {
			out[family[i]].PHolm = p
		}
	}
	return out
}
