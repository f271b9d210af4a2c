package analysis

import (
	"cmp"
	"math"
	"slices"
)

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
			strength[i] += float64(r * r)
		}
	}
	slices.SortStableFunc(items, func(a, b int) int { return cmp.Compare(strength[b], strength[a]) })
	return items[:min(few, m.k)]
}

// startAt is the start with an item as the factor.
func (m *oneFactor) startAt(item int) []float64 {
	u := make([]float64, m.k)
	for i := range u {
		u[i] = atanh(min(0.9, max(-0.9, m.r[item*m.k+i])))
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
					try[i] = u[i] - float64(shrink*step[i])
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
