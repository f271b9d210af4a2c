package analysis

import "slices"

// listwise rests everything on the complete rows, as SPSS does.
func (c *Construct) listwise(all *Covariance) {
	c.PairsLow, c.PairsHigh = c.N, c.N
	c.consistency(all)
	c.interItem(all, func(_, _ int) int { return c.N })
	for i := range c.Items {
		c.Items[i].ItemTotalR = ItemTotal(all, i)
	}
}

// pairwise rests each covariance on the rows that answered both items, as
// psych's alpha does: the total that an item is correlated with is the mean of
// each row's answers, and intervals count all rows.
func (c *Construct) pairwise(m *moments, rows int) {
	all := m.pairwise(rows)
	c.PairsLow, c.PairsHigh = m.pairs(all.varying())
	c.consistency(all)
	c.interItem(all, func(i, j int) int { return int(m.n[i*m.k+j]) })
	for i := range c.Items {
		c.Items[i].ItemTotalR = m.rowMeanR(i)
	}
}

// consistency adds how the items agree, from their covariances. Those without a
// variance in the rows used are left out: they would count in k and nowhere else,
// and put alpha beside its own intervals. They stay in the score.
func (c *Construct) consistency(all *Covariance) {
	keep := all.varying()
	cov := all.Only(keep)
	if len(keep) < 2 && all.K >= 2 && cov.reason == Defined {
		cov.reason = FewVary
	}
	c.AlphaK = len(keep)
	c.reliability(cov)
	for i := range c.Items {
		u := Undefined(ConstantItem)
		if r := all.sound(2); r != Defined {
			u = Undefined(r)
		}
		it := &c.Items[i]
		it.CorrectedItemTotalR = CorrectedItemTotal(all, i)
		it.AlphaIfDeleted, it.SMC, it.Loading, it.KMO = u, u, u, u
	}
	c.Factorability = FactorabilityOf(cov)
	f := OneFactor(cov, c.Extraction)
	c.Omega, c.OmegaRaw, c.Fit = f.Omega(), f.OmegaRaw(), f.Fit
	for i, smc := range SMC(cov) {
		it := &c.Items[keep[i]]
		it.AlphaIfDeleted, it.SMC, it.Loading = AlphaIfDeleted(cov, i), smc, f.Loadings[i]
		it.KMO = c.Factorability.Items[i]
	}
}

// interItem adds the correlations of the items: those whose mean is
// MeanInterItemR. Pairwise, the covariance is that of the rows that answered both
// and each standard deviation that of all answers to the item, as psych has it, so
// that one may come out beyond 1, where it is no correlation.
func (c *Construct) interItem(all *Covariance, rows func(i, j int) int) {
	c.InterItem = make([]ItemPair, 0, c.K*(c.K-1)/2)
	for i := range c.K {
		for j := range i {
			p := ItemPair{A: j, B: i, N: Of(float64(rows(i, j)))}
			own, other := all.cell[i*c.K+i], all.cell[j*c.K+j]
			switch {
			case all.reason != Defined:
				p.R = Undefined(all.reason)
			case own <= 0 || other <= 0:
				p.R = Undefined(ConstantItem)
			default:
				p.R = asCorrelation(correlation(all.cell[i*c.K+j], own, other))
			}
			c.InterItem = append(c.InterItem, p)
		}
	}
	c.InterItemR = Interval{c.MeanInterItemR, c.MeanInterItemR}
	any := false
	for _, p := range c.InterItem {
		r, ok := p.R.Get()
		if !ok {
			continue
		}
		low, _ := c.InterItemR.Low.Get()
		high, _ := c.InterItemR.High.Get()
		if !any || r < low {
			c.InterItemR.Low = p.R
		}
		if !any || r > high {
			c.InterItemR.High = p.R
		}
		any = true
	}
}

// reliability adds the statistics of the whole scale; cov holds the items that
// have a variance.
func (c *Construct) reliability(cov *Covariance) {
	c.Alpha = CronbachAlpha(cov)
	c.AlphaCI95 = FeldtInterval(c.Alpha, cov.N, cov.K, 0.95)
	c.AlphaStandardized = StandardizedAlpha(cov)
	c.Reliable = exceeds(c.Alpha, Of(c.AlphaThreshold))
	c.MeanInterItemR = MeanInterItemR(cov)
	c.AlphaSE, c.AlphaDuhachekCI95 = DuhachekSE(cov), DuhachekInterval(cov)
	c.Lambda6, c.G6 = Lambda6(cov), Lambda6(cov.Correlations())
	c.SplitHalf = SplitHalf(cov)
}

// ByPairs reports whether the rows that statistics rest on differ between pairs
// of items.
func (c *Construct) ByPairs() bool {
	return c.Missing == "pairwise" && c.PairsLow < c.PairsHigh || c.OwnRows()
}

// OwnRows reports whether the items are judged by different rows than the complete ones.
func (c *Construct) OwnRows() bool {
	_, ok := c.ItemRows().Critical.Low.Get()
	return ok && slices.ContainsFunc(c.Items, func(it Item) bool { return it.DF != c.DF })
}

// ItemRows are the least and the largest number of rows by which an item is
// judged, and its critical r.
type ItemRows struct {
	Least, Most int
	Critical    Interval
}

// ItemRows are those of the items that can be judged.
func (c *Construct) ItemRows() ItemRows {
	out := ItemRows{Critical: undefinedInterval(TooFewRows)}
	for i := range c.Items {
		it := &c.Items[i]
		if _, ok := it.CriticalR.Get(); !ok {
			continue
		}
		if n := it.DF + 2; out.Least == 0 || n < out.Least {
			out.Least, out.Critical.High = n, it.CriticalR
		}
		if n := it.DF + 2; n > out.Most {
			out.Most, out.Critical.Low = n, it.CriticalR
		}
	}
	return out
}

// test holds both r of an item against the critical one. All of it rests on the
// same rows: the complete ones, or pairwise those that answered the item.
func (c *Construct) test(it *Item) {
	it.DF, it.CriticalR = c.DF, c.CriticalR
	if c.Missing == "pairwise" {
		it.DF = max(0, it.N-2)
		it.CriticalR = CriticalR(it.DF, c.Significance, c.Tails)
		if it.N == 0 {
			it.CriticalR = Undefined(NoAnswers)
		}
	}
	followed, other := it.CorrectedItemTotalR, it.ItemTotalR
	if c.Correlation == "uncorrected" {
		followed, other = other, followed
	}
	it.P = followed
	if r, ok := followed.Get(); ok {
		it.P = PValueOfR(r, it.DF, c.Tails)
	}
	it.Valid, it.ValidOther = exceeds(followed, it.CriticalR), exceeds(other, it.CriticalR)
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
