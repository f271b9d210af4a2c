package analysis

// Factorability says whether the correlations of a construct's items are such that
// factors may be looked for in them.
type Factorability struct {
	KMO        Value   // of all items: Kaiser, Meyer & Olkin's measure of sampling adequacy, 0..1
	Items      []Value // the same of each item, parallel to the items
	ChiSquared Value   // of Bartlett's test that all correlations are 0
	DF, P      Value
}

// FactorabilityOf computes both from the items that have a variance: KMO = Σr²/(Σr² + Σq²)
// over the pairs of items, with q = -(R⁻¹)ᵢⱼ/√((R⁻¹)ᵢᵢ(R⁻¹)ⱼⱼ) their partial correlation
// given all other items (Kaiser & Rice 1974; psych's KMO); and χ² =
// -(n - 1 - (2k+5)/6) ln|R| with k(k-1)/2 degrees of freedom (Bartlett 1951; psych's
// cortest.bartlett). Both need more rows than items and a regular matrix. Of two items
// KMO is 1/2 whatever they are, so that it is undefined.
func FactorabilityOf(c *Covariance) Factorability {
	f := Factorability{Items: make([]Value, c.K)}
	fill := func(r Reason) Factorability {
		u := Undefined(r)
		f.KMO, f.ChiSquared, f.DF, f.P = u, u, u, u
		for i := range f.Items {
			f.Items[i] = u
		}
		return f
	}
	if r := c.sound(2); r != Defined {
		return fill(r)
	}
	keep := c.varying()
	k := len(keep)
	switch {
	case k < 2:
		return fill(FewVary)
	case c.N <= k:
		return fill(TooFewRows)
	}
	r := c.Only(keep).Correlations()
	inverted, root, ok := inverse(r)
	if !ok {
		return fill(SingularMatrix)
	}
	f.adequacy(r.cell, inverted, keep)
	f.sphericity(root, k, c.N)
	return f
}

func (f *Factorability) adequacy(r, inverted []float64, keep []int) {
	k := len(keep)
	if k < 3 {
		f.KMO = Undefined(TooFewItems)
		for i := range f.Items {
			f.Items[i] = f.KMO
		}
		return
	}
	for i := range f.Items {
		f.Items[i] = Undefined(ConstantItem)
	}
	var ordinary, partial float64
	for i, item := range keep {
		var own, given float64
		for j := range k {
			if j == i {
				continue
			}
			own += float64(r[i*k+j] * r[i*k+j])
			given += float64(inverted[i*k+j]*inverted[i*k+j]) / float64(inverted[i*k+i]*inverted[j*k+j])
		}
		f.Items[item] = adequate(own, given)
		ordinary, partial = ordinary+own, partial+given
	}
	f.KMO = adequate(ordinary, partial)
}

// adequate is a measure of sampling adequacy; where nothing correlates at all there is
// none.
func adequate(ordinary, partial float64) Value {
	if ordinary+partial == 0 {
		return Undefined(DependsOnOther)
	}
	return Of(ordinary / (ordinary + partial))
}

// sphericity is Bartlett's test of n rows by the Cholesky factor of k items' correlations.
func (f *Factorability) sphericity(root []float64, k, n int) {
	logDet := 0.0
	for i := range k {
		logDet += float64(2 * log(root[i*k+i]))
	}
	df := k * (k - 1) / 2
	chi2 := max(0, -(float64(n-1)-float64(2*k+5)/6)*logDet)
	f.ChiSquared, f.DF, f.P = Of(chi2), Of(float64(df)), Of(chiSquareTail(chi2, df))
}
