package analysis

import (
	"math"
)

// Extraction is the way in which the one-factor model is fitted.
type Extraction string

// The extractions.
const (
	MaximumLikelihood Extraction = "ml"     // Lawley (1940); psych's fm = "ml"
	MinimumResiduals  Extraction = "minres" // Harman & Jones (1966); psych's default
)

// leastUniqueness is the share of its own that an item must keep, as in R's
// factanal and psych: at it the solution is a Heywood case.
const leastUniqueness = 0.005

// Factor is a one-factor model of a correlation matrix: the loadings of the
// items, their sum not negative. Items without a variance have none.
type Factor struct {
	Loadings []Value // parallel to the items of the matrix
	Fit      FactorFit
	cov      *Covariance
	reason   Reason
}

// FactorFit is the likelihood-ratio test that one factor describes the
// correlations, with Bartlett's correction (Bartlett 1950; Lawley & Maxwell
// 1971), and the RMSEA (Steiger & Lind 1980), as psych's fa prints them. Three
// items leave nothing to test.
type FactorFit struct{ ChiSquared, DF, P, RMSEA Value }

// fit tests a solution of n rows by its discrepancy from the correlations.
func fit(discrepancy float64, n, k int) FactorFit {
	df := k * (k - 3) / 2
	if df == 0 {
		u := Undefined(NoDF)
		return FactorFit{u, Of(0), u, u}
	}
	rows, d := float64(n), float64(df)
	chi2 := max(0, (rows-1-float64(2*k+5)/6-2.0/3)*discrepancy)
	return FactorFit{
		ChiSquared: Of(chi2), DF: Of(d), P: Of(chiSquareTail(chi2, df)),
		RMSEA: Of(math.Sqrt(max(0, chi2/(d*rows)-1/(rows-1)))),
	}
}

// OneFactor fits one factor to the correlations of the items that have a
// variance. It needs three of them, more rows than items, and a regular
// matrix. A solution with an item that the factor explains whole (Heywood),
// that is not unique, or that was not reached, is undefined.
func OneFactor(c *Covariance, how Extraction) *Factor {
	f := &Factor{Loadings: make([]Value, c.K), cov: c}
	keep := c.varying()
	loadings, reason := f.fit(keep, how)
	if f.reason = reason; reason != Defined {
		u := Undefined(reason)
		for i := range f.Loadings {
			f.Loadings[i] = u
		}
		f.Fit = FactorFit{u, u, u, u}
		return f
	}
	for i := range f.Loadings {
		f.Loadings[i] = Undefined(ConstantItem)
	}
	for i, item := range keep {
		f.Loadings[item] = Of(loadings[i])
	}
	return f
}

func (f *Factor) fit(keep []int, how Extraction) ([]float64, Reason) {
	c := f.cov
	switch r := c.sound(3); {
	case r != Defined:
		return nil, r
	case len(keep) < 3:
		return nil, ConstantItem
	case c.N <= len(keep):
		return nil, TooFewRows
	}
	r := c.Only(keep).Correlations()
	root, ok := cholesky(r.cell, r.K, 1e-12)
	if !ok {
		return nil, SingularMatrix
	}
	m := newOneFactor(r)
	eval := m.likelihood
	if how == MinimumResiduals {
		eval = m.residuals
	}
	loadings, reason := m.minimize(eval)
	if reason == Defined {
		f.Fit = fit(m.discrepancy(loadings, root), c.N, m.k)
	}
	return loadings, reason
}

// discrepancy is ln|Σ| + tr(RΣ⁻¹) - ln|R| - k of loadings; root is the Cholesky
// factor of R.
func (m *oneFactor) discrepancy(loadings, root []float64) float64 {
	u := make([]float64, m.k)
	f := -float64(m.k)
	for i, l := range loadings {
		u[i] = atanh(l)
		f -= float64(2 * log(root[i*m.k+i]))
	}
	return f + m.likelihood(u, nil)
}

// Omega is McDonald's ω of the sum of the standardised items, (Σλ)²/((Σλ)² +
// Σ(1-λ²)) (McDonald 1999): psych's omega total of one factor.
func (f *Factor) Omega() Value { return f.omega(func(int) float64 { return 1 }) }

// OmegaRaw is ω of the sum of the items as they are scored: each loading times
// the item's standard deviation, each uniqueness times its variance. It stands
// to Omega as alpha to standardised alpha.
func (f *Factor) OmegaRaw() Value {
	return f.omega(func(i int) float64 { return math.Sqrt(f.cov.cell[i*f.cov.K+i]) })
}

func (f *Factor) omega(sd func(item int) float64) Value {
	if f.reason != Defined {
		return Undefined(f.reason)
	}
	var common, unique float64
	for i, l := range f.Loadings {
		if loading, ok := l.Get(); ok {
			s := sd(i)
			common += float64(s * loading)
			unique += float64(s * s * (1 - float64(loading*loading)))
		}
	}
	return Of(common * common / (float64(common*common) + unique))
}

// oneFactor is a correlation matrix R to which λλ' + diag(1-λ²) is fitted. The
// loadings are λ = tanh u, so that every u is a proper solution.
type oneFactor struct {
	k             int
	r             []float64
	l, psi, w, rw []float64
}

func newOneFactor(r *Covariance) *oneFactor {
	k := r.K
	buffer := func() []float64 { return make([]float64, k) }
	return &oneFactor{k: k, r: r.cell, l: buffer(), psi: buffer(), w: buffer(), rw: buffer()}
}

func (m *oneFactor) set(u []float64) {
	for i, x := range u {
		e := exp(-2 * math.Abs(x)) // of which both are made without loss of digits
		m.l[i] = math.Copysign((1-e)/(1+e), x)
		m.psi[i] = 4 * e / ((1 + e) * (1 + e))
	}
}

// times is R v.
func (m *oneFactor) times(v, out []float64) {
	for i := range m.k {
		s := 0.0
		for j, r := range m.r[i*m.k : (i+1)*m.k] {
			s += float64(r * v[j])
		}
		out[i] = s
	}
}

// likelihood is ln|Σ| + tr(RΣ⁻¹) with its gradient by u, for the Σ of u. At
// its minimum the variances are fitted too, so nothing is lost by Σᵢᵢ = 1. By
// the formulas of Sherman–Morrison it takes k² steps.
func (m *oneFactor) likelihood(u, grad []float64) float64 {
	m.set(u)
	s, f := 0.0, 0.0
	for i, psi := range m.psi {
		m.w[i] = m.l[i] / psi
		s += float64(m.l[i] * m.w[i])
		f += log(psi) + 1/psi
	}
	m.times(m.w, m.rw)
	q := 0.0
	for i, w := range m.w {
		q += float64(w * m.rw[i])
	}
	f += log(1+s) - q/(1+s)
	if grad != nil {
		for i, psi := range m.psi {
			w, rw := m.w[i], m.rw[i]
			// (Gλ)ᵢ and Gᵢᵢ of G = Σ⁻¹ - Σ⁻¹RΣ⁻¹
			gl := (w - rw/psi + w*q/(1+s)) / (1 + s)
			own := 1/psi - w*w/(1+s) - 1/(psi*psi) + 2*w*rw/(psi*(1+s)) - w*w*q/((1+s)*(1+s))
			grad[i] = 2 * (gl - float64(own*m.l[i])) * psi
		}
	}
	return f
}

// residuals is the sum of the squared residuals beside the diagonal with its
// gradient by u.
func (m *oneFactor) residuals(u, grad []float64) float64 {
	m.set(u)
	f := 0.0
	for i := range m.k {
		g := 0.0
		for j := range m.k {
			if i != j {
				d := m.r[i*m.k+j] - float64(m.l[i]*m.l[j])
				f += float64(d * d / 2)
				g -= float64(2 * d * m.l[j])
			}
		}
		if grad != nil {
			grad[i] = g * m.psi[i]
		}
	}
	return f
}

// start is the first principal component, shortened.
func (m *oneFactor) start() []float64 {
	v, next := make([]float64, m.k), make([]float64, m.k)
	for i := range v {
		v[i] = 1 + float64(1e-3*float64(i))
	}
	size := 0.0
	for range 200 {
		m.times(v, next)
		size = 0
		for _, x := range next {
			size += float64(x * x)
		}
		size = math.Sqrt(size)
		for i := range v {
			v[i] = next[i] / size
		}
	}
	for i := range v {
		l := v[i] * math.Sqrt(max(size-0.5, 0.1))
		v[i] = atanh(min(0.9, max(-0.9, l)))
	}
	return v
}
