package analysis

import (
	"math"
	"math/bits"
	"slices"
)

// Covariance is the covariance matrix of k items and the number of rows that
// intervals on it count. A matrix that cannot be computed carries its reason,
// and every statistic of it is then undefined for that reason.
type Covariance struct {
	K, N   int
	reason Reason
	// The matrix is cell times unit. From complete rows the cells are n² times
	// the covariance with divisor n, which is an integer: ratios of them have
	// one rounding, and a variance of zero is exactly zero.
	cell []float64
	unit float64

	rows       []float64 // sums of the rows of cells: each item with the total
	all, trace float64   // sums of all cells (the total's variance) and of the diagonal
}

// summed is c with the sums of its cells.
func (c *Covariance) summed() *Covariance {
	c.rows = make([]float64, c.K)
	for i := range c.K {
		for _, v := range c.cell[i*c.K : (i+1)*c.K] {
			c.rows[i] += v
		}
		c.all += c.rows[i]
		c.trace += c.cell[i*c.K+i]
	}
	return c
}

// Listwise is the covariance matrix over the rows that every column answered.
func Listwise(cols []Column) *Covariance { return completeMoments(cols).listwise() }

// Pairwise is the covariance matrix whose cells each rest on the rows that
// both columns answered, as R's cov(use = "pairwise"). N counts all rows, also
// incomplete ones, as psych's alpha does. Such a matrix need not be positive
// definite.
func Pairwise(cols []Column) *Covariance {
	rows := 0
	if len(cols) > 0 {
		rows = len(cols[0].Codes)
	}
	return pairMoments(cols).pairwise(rows)
}

func (m *moments) listwise() *Covariance {
	c := &Covariance{K: m.k, N: int(m.rows()), cell: make([]float64, m.k*m.k)}
	if c.N < 2 {
		c.reason = TooFewRows
		if c.N == 0 {
			c.reason = NoRows
		}
		return c
	}
	c.unit = 1 / (float64(c.N) * float64(c.N-1))
	for i := range c.cell {
		c.cell[i] = m.deviation(i/m.k, i%m.k)
	}
	return c.summed()
}

func (m *moments) pairwise(rows int) *Covariance {
	c := &Covariance{K: m.k, N: rows, cell: make([]float64, m.k*m.k), unit: 1}
	for i := range c.cell {
		if m.n[i] < 2 {
			c.reason = TooFewRows
			return c
		}
		n := float64(m.n[i])
		c.cell[i] = m.deviation(i/m.k, i%m.k) / n / (n - 1)
	}
	return c.summed()
}

// deviation is n Σxy - Σx Σy of a pair, subtracted in 128 bits and rounded once.
func (m *moments) deviation(i, j int) float64 {
	ij, ji := i*m.k+j, j*m.k+i
	aHigh, aLow := bits.Mul64(uint64(m.n[ij]), uint64(m.cross[ij]))
	bHigh, bLow := bits.Mul64(uint64(m.sum[ij]), uint64(m.sum[ji]))
	low, borrow := bits.Sub64(aLow, bLow, 0)
	high, _ := bits.Sub64(aHigh, bHigh, borrow)
	sign := 1.0
	if int64(high) < 0 {
		sign = -1
		low, borrow = bits.Sub64(0, low, 0)
		high, _ = bits.Sub64(0, high, borrow)
	}
	return sign * (math.Ldexp(float64(high), 64) + float64(low))
}

// Reverse turns the scores of an item round, which changes the sign of its
// covariances with the others.
func (c *Covariance) Reverse(item int) {
	if c.reason != Defined {
		return
	}
	own := c.cell[item*c.K+item]
	for j := range c.K {
		if j != item {
			v := c.cell[item*c.K+j]
			c.cell[item*c.K+j], c.cell[j*c.K+item] = -v, -v
			c.rows[j] -= float64(2 * v)
		}
	}
	c.all -= float64(4 * (c.rows[item] - own))
	c.rows[item] = float64(2*own) - c.rows[item]
}

// positive reports whether a variance made of sums of cells is above the
// rounding errors of those sums.
func (c *Covariance) positive(variance float64) bool { return variance > 1e-14*c.trace }

// Constant are the items without variance.
func (c *Covariance) Constant() []int {
	var out []int
	if c.reason != Defined {
		return nil
	}
	for i := range c.K {
		if c.cell[i*c.K+i] <= 0 {
			out = append(out, i)
		}
	}
	return out
}

// Only is the matrix of the items kept, in their order.
func (c *Covariance) Only(keep []int) *Covariance {
	o := &Covariance{K: len(keep), N: c.N, reason: c.reason, unit: c.unit, cell: make([]float64, 0, len(keep)*len(keep))}
	for _, i := range keep {
		for _, j := range keep {
			o.cell = append(o.cell, c.cell[i*c.K+j])
		}
	}
	return o.summed()
}

func (c *Covariance) clone() *Covariance {
	o := *c
	o.cell, o.rows = slices.Clone(c.cell), slices.Clone(c.rows)
	return &o
}

// varying are the items with a variance; all where the matrix is undefined.
func (c *Covariance) varying() []int {
	keep := make([]int, 0, c.K)
	for i := range c.K {
		if c.reason != Defined || c.cell[i*c.K+i] > 0 {
			keep = append(keep, i)
		}
	}
	return keep
}

// Correlations is the correlation matrix, as a Covariance. It is undefined
// where an item has no variance.
func (c *Covariance) Correlations() *Covariance {
	r := &Covariance{K: c.K, N: c.N, reason: c.reason, unit: 1, cell: make([]float64, len(c.cell))}
	if len(c.Constant()) > 0 {
		r.reason = ConstantItem
	}
	if r.reason != Defined {
		return r
	}
	for i := range c.K {
		for j := range c.K {
			r.cell[i*c.K+j] = correlation(c.cell[i*c.K+j], c.cell[i*c.K+i], c.cell[j*c.K+j])
		}
	}
	return r.summed()
}

// correlation is cov/√(a b). Where the relation is perfect it is exactly ±1,
// since both sides of the comparison then round the same number.
func correlation(cov, a, b float64) float64 {
	if cov*cov == a*b {
		return math.Copysign(1, cov)
	}
	return cov / math.Sqrt(a*b)
}
