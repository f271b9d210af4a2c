package analysis

import (
	"slices"

	"wogreport/internal/responses"
	"wogreport/internal/study"
)

// Run analyses the answers of a study, construct by construct. It does not
// fail: what the answers do not allow is undefined in the results. An item
// without a column counts as answered by nobody. What the study's privacy
// withholds is not in the results, so that no output can give it away.
func Run(st *study.Study, t *responses.Table) *Results {
	r := &Results{
		N:          t.N,
		Population: st.Method.Population,
		Synthetic:  st.Responses.Synthetic,
		Quality: Quality{
			Rows:           t.Quality.Rows,
			Empty:          len(t.Quality.Empty),
			Duplicates:     len(t.Quality.Duplicates),
			Straightliners: len(t.Quality.Straightliners),
			Excluded:       Exclusions(t.Quality.Excluded),
		},
	}
	r.Caveats = studyCaveats(st, r.Quality, r.Answered())
	r.ResponseRate = responseRate(r.Answered(), r.Population)
	r.MarginOfError = MarginOfError(r.Answered(), r.Population)
	for i := range st.Constructs {
		c := construct(&st.Constructs[i], st.Analysis, t)
		for j := range c.Items {
			if col := t.Column(c.Items[j].ID); col != nil && !st.Privacy.HidesCells() {
				c.Items[j].Unread = len(col.Unread)
				r.Quality.Unread += len(col.Unread)
			}
		}
		c.withhold(st.Privacy.MinCell)
		c.addIntervals(r.Population)
		if st.Interpretation.On {
			c.read(st.Interpretation, r.Population)
		}
		r.Constructs = append(r.Constructs, c)
	}
	if !st.Privacy.HidesCells() { // else even that groups differ could tell a count
		r.Groups = groups(st, t)
	}
	r.IKM = ikm(st, r)
	r.Importance = importance(st, r)
	return r
}

// addIntervals adds the intervals of the items' percents.
func (c *Construct) addIntervals(population int) {
	percent := func(v Value) Value {
		if x, ok := v.Get(); ok {
			return Of(100 * x)
		}
		return v
	}
	for i := range c.Items {
		it := &c.Items[i]
		it.Intervals = make([]Interval, len(it.Answered))
		for a, n := range it.Answered {
			if n == HiddenCount {
				it.Intervals[a] = undefinedInterval(Withheld)
				continue
			}
			s := Share(n, it.N, population)
			it.Intervals[a] = Interval{percent(s.Low), percent(s.High)}
		}
	}
}

func responseRate(n, population int) Value {
	switch {
	case population == 0:
		return Undefined(UnknownSize)
	case population < n:
		return Undefined(PopulationSmall)
	}
	return Of(float64(n) / float64(population))
}

// coded is the column of an item, scored in its construct's scale.
func coded(it *study.Item, scale study.Scale, t *responses.Table) Column {
	c := Column{Scores: make([]int, len(scale.Points))}
	for i, p := range scale.Points {
		c.Scores[i] = p.Value
		if it.Reverse {
			c.Scores[i] = scale.Min() + scale.Max() - p.Value
		}
	}
	if col := t.Column(it.ID); col != nil {
		c.Codes = col.Codes
	} else {
		c.Codes = make([]uint8, t.N)
	}
	return c
}

// ListwiseOf is Listwise of the items of a construct, those that are reversed
// by its study with their scores turned round.
func ListwiseOf(c *study.Construct, t *responses.Table) *Covariance {
	cols := make([]Column, len(c.Items))
	for i := range c.Items {
		cols[i] = coded(&c.Items[i], c.Scale, t)
	}
	return Listwise(cols)
}

func construct(sc *study.Construct, set study.Analysis, t *responses.Table) Construct {
	c := Construct{
		ID: sc.ID, K: len(sc.Items),
		Missing: set.Missing, Correlation: set.Correlation, Significance: set.Significance,
		Tails: set.Tails, AlphaThreshold: set.AlphaThreshold, Extraction: Extraction(set.Omega),
	}
	for _, p := range sc.Scale.Points {
		c.Values = append(c.Values, p.Value)
	}
	cols := make([]Column, len(sc.Items))
	for i := range sc.Items {
		cols[i] = coded(&sc.Items[i], sc.Scale, t)
		c.Items = append(c.Items, describe(&sc.Items[i], c.Values, cols[i]))
	}

	var complete, pairs *moments
	if set.Missing == "pairwise" {
		complete, pairs = bothMoments(cols)
	} else {
		complete = completeMoments(cols)
	}
	c.N = int(complete.rows())
	c.DF = max(0, c.N-2)
	c.CriticalR = CriticalR(c.DF, set.Significance, set.Tails)
	if c.N == 0 {
		c.CriticalR = Undefined(NoRows)
	}
	c.scale(complete)
	c.AlphaK, c.PairsLow, c.PairsHigh = c.K, c.N, c.N
	if pairs != nil {
		c.pairwise(pairs, t.N)
	} else {
		c.listwise(complete.listwise())
	}
	for i := range c.Items {
		c.test(&c.Items[i])
	}
	c.addCaveats(t.N)
	return c
}

// describe counts an item's answers and describes them.
func describe(si *study.Item, values []int, col Column) Item {
	it := Item{ID: si.ID, Reversed: si.Reverse, Answered: make([]int, len(values))}
	var byCode [256]int
	for _, code := range col.Codes {
		byCode[code]++
	}
	copy(it.Answered, byCode[1:])
	it.Counts = slices.Clone(it.Answered)
	if it.Reversed {
		slices.Reverse(it.Counts)
	}
	f := Frequencies{Values: make([]float64, len(values)), Counts: it.Answered}
	for i, s := range col.Scores {
		f.Values[i] = float64(s)
	}
	if it.Reversed {
		slices.Reverse(f.Values)
		f.Counts = it.Counts
	}
	it.N = f.N()
	it.Missing = len(col.Codes) - it.N
	it.Percents = make([]Value, len(values))
	for i, n := range it.Answered {
		it.Percents[i] = Undefined(NoAnswers)
		if it.N > 0 {
			it.Percents[i] = Of(100 * float64(n) / float64(it.N))
		}
	}
	it.Mean, it.SD, it.Median, it.Shape = f.Mean(), f.SD(), f.Median(), f.Shape()
	for _, i := range f.Modes() {
		it.Modes = append(it.Modes, values[i])
	}
	return it
}

// scale describes the sum of the items over the complete rows, and what is
// left of it without an item.
func (c *Construct) scale(complete *moments) {
	f, cov := complete.totalFrequencies(), complete.listwise()
	c.ScaleMean, c.ScaleSD, c.ScaleMedian, c.ScaleShape = f.Mean(), f.SD(), f.Median(), f.Shape()
	for i := range c.Items {
		it := &c.Items[i]
		it.ScaleMeanIfDeleted = complete.meanIfDeleted(i)
		it.ScaleVarianceIfDeleted = VarianceIfDeleted(cov, i)
	}
}

// listwise rests everything on the complete rows, as SPSS does. An item
// without variance stays in alpha.
func (c *Construct) listwise(cov *Covariance) {
	c.reliability(cov)
	c.Lambda6 = Lambda6(cov)
	items := make([]int, len(c.Items))
	for i := range items {
		items[i] = i
	}
	c.factor(cov, items)
	for i, smc := range SMC(cov) {
		it := &c.Items[i]
		it.ItemTotalR = ItemTotal(cov, i)
		it.CorrectedItemTotalR = CorrectedItemTotal(cov, i)
		it.AlphaIfDeleted = AlphaIfDeleted(cov, i)
		it.SMC = smc
	}
}

// pairwise rests each covariance on the rows that answered both items, as
// psych's alpha does: items without variance are left out of alpha, the total
// that an item is correlated with is the mean of each row's answers, and
// intervals count all rows.
func (c *Construct) pairwise(m *moments, rows int) {
	all := m.pairwise(rows)
	keep := all.varying()
	cov := all.Only(keep)
	c.reliability(cov)
	c.Lambda6 = Lambda6(cov.Correlations())
	smc := SMC(cov)
	for i := range c.Items {
		it := &c.Items[i]
		it.ItemTotalR = m.rowMeanR(i)
		u := Undefined(ConstantItem)
		if all.reason != Defined {
			u = Undefined(all.reason)
		}
		it.CorrectedItemTotalR, it.AlphaIfDeleted, it.SMC, it.Loading = u, u, u, u
	}
	c.factor(cov, keep)
	c.AlphaK = len(keep)
	c.PairsLow, c.PairsHigh = m.pairs(keep)
	for i, item := range keep {
		it := &c.Items[item]
		it.CorrectedItemTotalR = CorrectedItemTotal(cov, i)
		it.AlphaIfDeleted = AlphaIfDeleted(cov, i)
		it.SMC = smc[i]
	}
}

func (c *Construct) reliability(cov *Covariance) {
	c.Alpha = CronbachAlpha(cov)
	c.AlphaCI95 = FeldtInterval(c.Alpha, cov.N, cov.K, 0.95)
	c.AlphaStandardized = StandardizedAlpha(cov)
	c.Reliable = exceeds(c.Alpha, Of(c.AlphaThreshold))
	c.MeanInterItemR = MeanInterItemR(cov)
	c.AlphaSE, c.AlphaDuhachekCI95 = DuhachekSE(cov), DuhachekInterval(cov)
	c.SplitHalf = SplitHalf(cov)
}

// factor adds the one-factor model of the items, of which cov holds those at
// the indices in items.
func (c *Construct) factor(cov *Covariance, items []int) {
	f := OneFactor(cov, c.Extraction)
	c.Omega, c.OmegaRaw = f.Omega(), f.OmegaRaw()
	for i, item := range items {
		c.Items[item].Loading = f.Loadings[i]
	}
}

// test holds both r of an item against the critical one. The p is that of the
// r which the verdict follows; pairwise it counts the item's own answers, while
// the critical r stays that of the complete rows, the stricter one.
func (c *Construct) test(it *Item) {
	df := c.DF
	if c.Missing == "pairwise" {
		df = max(0, it.N-2)
	}
	followed, other := it.CorrectedItemTotalR, it.ItemTotalR
	if c.Correlation == "uncorrected" {
		followed, other = other, followed
	}
	it.P = followed
	if r, ok := followed.Get(); ok {
		it.P = PValueOfR(r, df, c.Tails)
	}
	it.Valid, it.ValidOther = exceeds(followed, c.CriticalR), exceeds(other, c.CriticalR)
}

// exceeds is the verdict that v is above a limit.
func exceeds(v, limit Value) Verdict {
	a, ok := v.Get()
	b, known := limit.Get()
	switch {
	case !ok || !known:
		return NoVerdict
	case a > b:
		return Pass
	}
	return Fail
}
