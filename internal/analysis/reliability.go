package analysis

import "math"

// sound is the reason why statistics of at least k items are undefined.
func (c *Covariance) sound(k int) Reason {
	if c.reason == Defined && c.K < k {
		return TooFewItems
	}
	return c.reason
}

// CronbachAlpha is k/(k-1) (1 - Σs²ᵢ/s²_T) (Cronbach 1951). It needs two items
// and a total with variance.
func CronbachAlpha(c *Covariance) Value {
	if r := c.sound(2); r != Defined {
		return Undefined(r)
	}
	return alphaOf(c, c.K, 0, 0)
}

// AlphaIfDeleted is alpha of the other items; it needs three items.
func AlphaIfDeleted(c *Covariance, item int) Value {
	if r := c.sound(3); r != Defined {
		return Undefined(r)
	}
	own := c.cell[item*c.K+item]
	return alphaOf(c, c.K-1, float64(2*c.rows[item])-own, own)
}

// VarianceIfDeleted is the variance of the sum of the other items.
func VarianceIfDeleted(c *Covariance, item int) Value {
	if r := c.sound(2); r != Defined {
		return Undefined(r)
	}
	return Of((c.all - float64(2*c.rows[item]) + c.cell[item*c.K+item]) * c.unit)
}

// alphaOf is alpha of k items, with lessTotal taken from the total's variance
// and lessTrace from the sum of the items'.
func alphaOf(c *Covariance, k int, lessTotal, lessTrace float64) Value {
	variance, sum := c.all-lessTotal, c.trace-lessTrace
	if !c.positive(variance) {
		return Undefined(ConstantTotal)
	}
	return Of(float64(k) / float64(k-1) * (variance - sum) / variance)
}

// MeanInterItemR is the mean correlation of the pairs of items that have a
// variance; it needs two of them.
func MeanInterItemR(c *Covariance) Value {
	if r := c.sound(2); r != Defined {
		return Undefined(r)
	}
	r := c.Only(c.varying()).Correlations()
	if r.K < 2 {
		return Undefined(ConstantItem)
	}
	return Of((r.all - r.trace) / float64(r.K*(r.K-1)))
}

// StandardizedAlpha is k r/(1+(k-1) r) with r the MeanInterItemR of the k
// items that have a variance.
func StandardizedAlpha(c *Covariance) Value {
	mean := MeanInterItemR(c)
	r, ok := mean.Get()
	if !ok {
		return mean
	}
	k := float64(len(c.varying()))
	if 1+float64((k-1)*r) <= 1e-14*k {
		return Undefined(ConstantTotal)
	}
	return Of(k * r / (1 + float64((k-1)*r)))
}

// ItemTotal is the correlation of an item with the total that it is part of.
func ItemTotal(c *Covariance, item int) Value {
	if r := c.sound(2); r != Defined {
		return Undefined(r)
	}
	return itemR(c, item, c.rows[item], c.all)
}

// CorrectedItemTotal is the correlation of an item with the sum of the other items.
func CorrectedItemTotal(c *Covariance, item int) Value {
	if r := c.sound(2); r != Defined {
		return Undefined(r)
	}
	own := c.cell[item*c.K+item]
	return itemR(c, item, c.rows[item]-own, c.all-float64(2*c.rows[item])+own)
}

// itemR is the correlation of an item with a total, from their covariance and
// the total's variance. Pairwise covariances can put it beyond 1, where it is
// no correlation.
func itemR(c *Covariance, item int, cov, variance float64) Value {
	own := c.cell[item*c.K+item]
	switch {
	case own <= 0:
		return Undefined(ConstantItem)
	case !c.positive(variance):
		return Undefined(ConstantTotal)
	}
	return asCorrelation(correlation(cov, own, variance))
}

// asCorrelation is r where it is one: between -1 and 1, but for rounding.
func asCorrelation(r float64) Value {
	if math.Abs(r) > 1+1e-12 {
		return Undefined(NotPositive)
	}
	return Of(min(1, max(-1, r)))
}

// SplitHalves is the split-half reliability of the first K1 items and the
// last K2, in the order of the study.
type SplitHalves struct {
	K1, K2               int
	Alpha1, Alpha2       Value // Cronbach's, of each half
	R                    Value // between the halves
	SpearmanBrown        Value // R stepped up to the whole length
	SpearmanBrownUnequal Value // the same for halves of unequal length (Horst)
	Guttman              Value // λ₄ of this split
}

// SplitHalf computes what a SplitHalves holds. With an odd number of items the
// first half has one more, as in SPSS.
func SplitHalf(c *Covariance) SplitHalves {
	first, second := make([]int, 0, c.K), make([]int, 0, c.K)
	for i := range c.K {
		if i < (c.K+1)/2 {
			first = append(first, i)
		} else {
			second = append(second, i)
		}
	}
	h := SplitHalves{K1: len(first), K2: len(second)}
	if r := c.sound(2); r != Defined {
		u := Undefined(r)
		h.Alpha1, h.Alpha2, h.R, h.SpearmanBrown, h.SpearmanBrownUnequal, h.Guttman = u, u, u, u, u, u
		return h
	}
	a, b := c.Only(first), c.Only(second)
	h.Alpha1, h.Alpha2 = CronbachAlpha(a), CronbachAlpha(b)
	cov := (c.all - a.all - b.all) / 2
	h.Guttman = Undefined(ConstantTotal)
	if c.positive(c.all) {
		h.Guttman = Of(4 * cov / c.all)
	}
	if !c.positive(a.all) || !c.positive(b.all) {
		u := Undefined(ConstantTotal)
		h.R, h.SpearmanBrown, h.SpearmanBrownUnequal = u, u, u
		return h
	}
	r := correlation(cov, a.all, b.all)
	h.R = Of(r)
	if r <= -1 {
		h.SpearmanBrown, h.SpearmanBrownUnequal = Undefined(PerfectRelation), Undefined(PerfectRelation)
		return h
	}
	h.SpearmanBrown = Of(2 * r / (1 + r))
	// Horst (1951) for halves of k1 and k2 items, as SPSS has it (it takes r
	// squared, so the sign of r is lost), with the square root moved to the
	// denominator: as usually written it is 0/0 at r = 1.
	e := float64(4 * float64(h.K1*h.K2) / float64(c.K*c.K) * (1 - float64(r*r)))
	size := math.Abs(r)
	h.SpearmanBrownUnequal = Of(0)
	if size > 0 {
		h.SpearmanBrownUnequal = Of(2 * size / (math.Sqrt(max(0, float64(r*r)+e)) + size))
	}
	return h
}
