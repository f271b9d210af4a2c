package analysis

import (
	"cmp"
	"math"
	"slices"
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
	cov      *Covariance
	reason   Reason
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
		for i := range f.Loadings {
			f.Loadings[i] = Undefined(reason)
		}
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
	if _, ok := inverseDiagonal(r); !ok {
		return nil, SingularMatrix
	}
	m := newOneFactor(r)
	eval := m.likelihood
	if how == MinimumResiduals {
		eval = m.residuals
	}
	return m.minimize(eval)
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
			common += s * loading
			unique += s * s * (1 - loading*loading)
		}
	}
	return Of(common * common / (common*common + unique))
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
		e := math.Exp(-2 * math.Abs(x)) // of which both are made without loss of digits
		m.l[i] = math.Copysign((1-e)/(1+e), x)
		m.psi[i] = 4 * e / ((1 + e) * (1 + e))
	}
}

// times is R v.
func (m *oneFactor) times(v, out []float64) {
	for i := range m.k {
		s := 0.0
		for j, r := range m.r[i*m.k : (i+1)*m.k] {
			s += r * v[j]
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
		s += m.l[i] * m.w[i]
		f += math.Log(psi) + 1/psi
	}
	m.times(m.w, m.rw)
	q := 0.0
	for i, w := range m.w {
		q += w * m.rw[i]
	}
	f += math.Log1p(s) - q/(1+s)
	if grad != nil {
		for i, psi := range m.psi {
			w, rw := m.w[i], m.rw[i]
			// (Gλ)ᵢ and Gᵢᵢ of G = Σ⁻¹ - Σ⁻¹RΣ⁻¹
			gl := (w - rw/psi + w*q/(1+s)) / (1 + s)
			own := 1/psi - w*w/(1+s) - 1/(psi*psi) + 2*w*rw/(psi*(1+s)) - w*w*q/((1+s)*(1+s))
			grad[i] = 2 * (gl - own*m.l[i]) * psi
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
				d := m.r[i*m.k+j] - m.l[i]*m.l[j]
				f += d * d / 2
				g -= 2 * d * m.l[j]
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
		v[i] = 1 + 1e-3*float64(i)
	}
	size := 0.0
	for range 200 {
		m.times(v, next)
		size = 0
		for _, x := range next {
			size += x * x
		}
		size = math.Sqrt(size)
		for i := range v {
			v[i] = next[i] / size
		}
	}
	for i := range v {
		l := v[i] * math.Sqrt(max(size-0.5, 0.1))
		v[i] = math.Atanh(min(0.9, max(-0.9, l)))
	}
	return v
}

// The search for the factor.
const (
	flat     = 1e-6 // how large a gradient at the minimum may be
	nearby   = 1e-4 // the size of a gradient from which steps go by the gradient alone
	maxSteps = 100
	farOut   = 1e-4 // a uniqueness that only a Heywood case comes to
)

// minimize finds the loadings. Data that one factor hardly describes have more
// than one local minimum; unless the first is plainly a factor of all items,
// the lowest of a few counts, each begun with one item as the factor.
func (m *oneFactor) minimize(eval func(u, grad []float64) float64) ([]float64, Reason) {
	best := m.search(eval, m.start())
	if best.reason != Defined || !m.plain(best.u) {
		for _, item := range m.leading() {
			if s := m.search(eval, m.startAt(item)); s.f < best.f-1e-9 {
				best = s
			}
		}
	}
	if best.reason != Defined {
		return nil, best.reason
	}
	m.set(best.u)
	sum := 0.0
	for _, l := range m.l {
		sum += l
	}
	loadings := make([]float64, m.k)
	for i, l := range m.l {
		loadings[i] = math.Copysign(1, sum) * l
	}
	return loadings, Defined
}

// plain reports whether all items load on the factor and none of them nearly
// is the factor itself.
func (m *oneFactor) plain(u []float64) bool {
	m.set(u)
	for i, l := range m.l {
		if math.Abs(l) < 0.2 || m.psi[i] < 0.05 {
			return false
		}
	}
	return true
}

// leading are the few items that correlate most with the others.
func (m *oneFactor) leading() []int {
	const few = 4
	strength := make([]float64, m.k)
	items := make([]int, m.k)
	for i := range items {
		items[i] = i
		for _, r := range m.r[i*m.k : (i+1)*m.k] {
			strength[i] += r * r
		}
	}
	slices.SortStableFunc(items, func(a, b int) int { return cmp.Compare(strength[b], strength[a]) })
	return items[:min(few, m.k)]
}

// startAt is the start with an item as the factor.
func (m *oneFactor) startAt(item int) []float64 {
	u := make([]float64, m.k)
	for i := range u {
		u[i] = math.Atanh(min(0.9, max(-0.9, m.r[item*m.k+i])))
	}
	u[item] = 2
	return u
}

// solution is where a search ended, and the reason why it is none.
type solution struct {
	u      []float64
	f      float64
	reason Reason
}

// search goes downhill by Newton's method, kept to it by a multiple of the unit
// matrix (Levenberg 1944). A library's minimiser, which runs in goroutines of
// its own, takes several times as long as so small a search.
func (m *oneFactor) search(eval func(u, grad []float64) float64, u []float64) solution {
	k := m.k
	grad, try, tryGrad := make([]float64, k), make([]float64, k), make([]float64, k)
	f, damping := eval(u, grad), 0.0
	var curvature []float64
	for range maxSteps {
		if norm(grad) < 1e-13 {
			break
		}
		curvature = m.curvature(eval, u)
		moved := false
		for !moved && damping < 1e9 {
			if l, ok := cholesky(damped(curvature, k, damping), k, 0); ok {
				step := solve(l, k, grad)
				shrink := min(1, 1/norm(step)) // beyond that the curvature is another
				for i := range u {
					try[i] = u[i] - shrink*step[i]
				}
				g := eval(try, tryGrad)
				// Near the minimum the differences of f are rounding errors.
				moved = g < f || norm(grad) < nearby && norm(tryGrad) < norm(grad)/2
				if moved {
					f = g
					copy(u, try)
					copy(grad, tryGrad)
				}
			}
			if !moved {
				damping = max(4*damping, 1e-3)
			} else if damping /= 8; damping < 1e-6 {
				damping = 0
			}
		}
		if !moved {
			break
		}
		if m.set(u); slices.Min(m.psi) < farOut {
			return solution{u, f, Heywood}
		}
	}
	m.set(u)
	switch {
	case slices.Min(m.psi) < leastUniqueness:
		return solution{u, f, Heywood}
	case norm(grad) > flat:
		return solution{u, f, NotConverged}
	}
	// Where more than one solution fits as well, the minimum is a line: it has
	// no curvature along it.
	curvature = m.curvature(eval, u)
	largest := 0.0
	for i := range k {
		largest = max(largest, curvature[i*k+i])
	}
	if _, ok := cholesky(curvature, k, max(1e-5*largest, 1e-7)); !ok {
		return solution{u, f, NotIdentified}
	}
	return solution{u, f, Defined}
}

// norm is the largest part of a vector, without its sign.
func norm(v []float64) (largest float64) {
	for _, x := range v {
		largest = max(largest, math.Abs(x))
	}
	return largest
}

// damped is a k×k matrix with a number added to its diagonal.
func damped(a []float64, k int, by float64) []float64 {
	out := slices.Clone(a)
	for i := range k {
		out[i*k+i] += by
	}
	return out
}

// curvature is the matrix of second derivatives, by differences of the gradient.
func (m *oneFactor) curvature(eval func(u, grad []float64) float64, u []float64) []float64 {
	const step = 1e-5
	k := m.k
	low, high, at := make([]float64, k), make([]float64, k), slices.Clone(u)
	h := make([]float64, k*k)
	for i := range u {
		at[i] = u[i] - step
		eval(at, low)
		at[i] = u[i] + step
		eval(at, high)
		at[i] = u[i]
		for j := range u {
			h[i*k+j] = (high[j] - low[j]) / (2 * step)
		}
	}
	for i := range k {
		for j := range i {
			h[i*k+j] = (h[i*k+j] + h[j*k+i]) / 2
			h[j*k+i] = h[i*k+j]
		}
	}
	return h
}
