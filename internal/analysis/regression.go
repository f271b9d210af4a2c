package analysis

import "math"

// SMC are the squared multiple correlations of each item with the other items
// that have a variance, parallel to c's items: 1 - 1/(R⁻¹)ᵢᵢ. They need more
// rows than items and a regular matrix.
func SMC(c *Covariance) []Value {
	out := make([]Value, c.K)
	fill := func(r Reason) []Value {
		for i := range out {
			out[i] = Undefined(r)
		}
		return out
	}
	if r := c.sound(2); r != Defined {
		return fill(r)
	}
	for i := range out {
		out[i] = Undefined(ConstantItem)
	}
	keep := c.varying()
	switch {
	case len(keep) < 2:
		return out
	case c.N <= len(keep):
		return fill(TooFewRows)
	}
	inverted, _, ok := inverse(c.Only(keep).Correlations())
	if !ok {
		return fill(SingularMatrix)
	}
	for i, item := range keep {
		out[item] = Of(1 - 1/inverted[i*len(keep)+i])
	}
	return out
}

// Lambda6 is Guttman's λ₆, 1 - Σ s²ᵢ(1-SMCᵢ)/s²_T, over the items that have a
// variance. Of a correlation matrix it is psych's G6.
func Lambda6(c *Covariance) Value {
	if r := c.sound(2); r != Defined {
		return Undefined(r)
	}
	v := c.Only(c.varying())
	if v.K < 2 {
		return Undefined(ConstantItem)
	}
	if !v.positive(v.all) {
		return Undefined(ConstantTotal)
	}
	unexplained := 0.0
	for i, s := range SMC(v) {
		smc, ok := s.Get()
		if !ok {
			return s
		}
		unexplained += float64(v.cell[i*v.K+i] * (1 - smc))
	}
	return Of(1 - unexplained/v.all)
}

// inverse is that of a correlation matrix, by its Cholesky factor L, which it returns
// too: R⁻¹ is L⁻ᵀL⁻¹. It fails where the matrix is singular to working precision, or
// not positive definite.
func inverse(r *Covariance) (inverted, l []float64, ok bool) {
	k := r.K
	l, ok = cholesky(r.cell, k, 1e-12)
	if !ok {
		return nil, nil, false
	}
	columns := make([]float64, k*k) // of L⁻¹, a column in k cells
	for i := range k {
		column := columns[i*k : (i+1)*k]
		for row := i; row < k; row++ {
			s := 0.0
			if row == i {
				s = 1
			}
			for m := i; m < row; m++ {
				s -= float64(l[row*k+m] * column[m])
			}
			column[row] = s / l[row*k+row]
		}
	}
	inverted = make([]float64, k*k)
	for i := range k {
		for j := range i + 1 {
			s := 0.0
			for row := i; row < k; row++ {
				s += float64(columns[i*k+row] * columns[j*k+row])
			}
			inverted[i*k+j], inverted[j*k+i] = s, s
		}
	}
	return inverted, l, true
}

// cholesky is the factor L of a symmetric k×k matrix LL'. It fails where a
// pivot is not above least.
func cholesky(a []float64, k int, least float64) ([]float64, bool) {
	l := make([]float64, k*k)
	for i := range k {
		for j := range i + 1 {
			s := a[i*k+j]
			for m := range j {
				s -= float64(l[i*k+m] * l[j*k+m])
			}
			if i != j {
				l[i*k+j] = s / l[j*k+j]
				continue
			}
			if !(s > least) {
				return nil, false
			}
			l[i*k+i] = math.Sqrt(s)
		}
	}
	return l, true
}

// solve is the x with LL'x = b.
func solve(l []float64, k int, b []float64) []float64 {
	x := append([]float64(nil), b...)
	for i := range k {
		for m := range i {
			x[i] -= float64(l[i*k+m] * x[m])
		}
		x[i] /= l[i*k+i]
	}
	for i := k - 1; i >= 0; i-- {
		for m := i + 1; m < k; m++ {
			x[i] -= float64(l[m*k+i] * x[m])
		}
		x[i] /= l[i*k+i]
	}
	return x
}
