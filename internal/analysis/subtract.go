package analysis

// What several published figures tell together: who has those of all, of a few
// groups by one column and of a few by another can add and subtract them.

// prime is the modulus in which combinations are sought. That a combination of
// zeros and ones vanishes in it but not in whole numbers is as good as impossible
// for the few sets of a report.
const prime = 1<<31 - 1

// maxCombinations is how many sets of cells Subtracted looks at. Beyond it what is
// not known to be safe counts as told.
const maxCombinations = 100_000

// Subtracted finds respondents, fewer than least, whose answers follow from what is
// published. The respondents stand in cells of so many that are alike in every set;
// sets say of each cell whether the set holds it, and the figures of each set are
// published in full. Some sum of sets, with whatever factors, then leaves the cells
// that are returned, and no others; nil where every sum that leaves anybody leaves
// least respondents or more. Cells of nobody count for nothing.
//
// A sum leaves nobody in the cells outside of T if and only if the columns of T in
// a parity check of the sums are linearly dependent: so these are enumerated.
func Subtracted(sets [][]bool, sizes []int, least int) []int {
	var large, small []int
	for c, n := range sizes {
		switch {
		case n >= least:
			large = append(large, c)
		case n > 0:
			small = append(small, c)
		}
	}
	if len(small) == 0 {
		return nil
	}
	order := append(large, small...)
	m := make([][]uint64, len(sets))
	for i, set := range sets {
		m[i] = make([]uint64, len(order))
		for k, c := range order {
			if set[c] {
				m[i][k] = 1
			}
		}
	}
	rows, pivots := reduced(m)
	// The sums that leave nobody in the large cells, on the small ones.
	var left [][]uint64
	var at []int
	for i, p := range pivots {
		if p >= len(large) {
			left, at = append(left, rows[i][len(large):]), append(at, p-len(large))
		}
	}
	if len(left) == 0 {
		return nil
	}
	s := dependence{least: least, cells: small}
	for _, c := range small {
		s.sizes = append(s.sizes, sizes[c])
	}
	s.columns = parityCheck(left, at, len(small))
	return s.find(nil, nil, 0, 0)
}

// parityCheck has a column for each of n cells, of the equations that every sum of
// the rows fulfils. The rows are reduced, with their pivots in the given cells.
func parityCheck(rows [][]uint64, pivots []int, n int) [][]uint64 {
	isPivot := make([]bool, n)
	for _, p := range pivots {
		isPivot[p] = true
	}
	columns := make([][]uint64, n)
	for c := range columns {
		columns[c] = make([]uint64, n-len(pivots))
	}
	k := 0
	for c := range n {
		if isPivot[c] {
			continue
		}
		columns[c][k] = 1
		for i, p := range pivots {
			columns[p][k] = (prime - rows[i][c]) % prime
		}
		k++
	}
	return columns
}

// dependence looks for dependent columns of cells that hold fewer than least.
type dependence struct {
	columns [][]uint64
	sizes   []int
	cells   []int
	least   int
	looked  int
}

// find goes on from the chosen columns, which are independent: basis has them reduced.
func (s *dependence) find(chosen []int, basis [][]uint64, from, size int) []int {
	for c := from; c < len(s.columns); c++ {
		if size+s.sizes[c] >= s.least {
			continue
		}
		with := append(chosen[:len(chosen):len(chosen)], c)
		rest := against(basis, s.columns[c])
		if s.looked++; rest == nil || s.looked > maxCombinations {
			var out []int
			for _, k := range with {
				out = append(out, s.cells[k])
			}
			return out
		}
		if found := s.find(with, append(basis[:len(basis):len(basis)], rest), c+1, size+s.sizes[c]); found != nil {
			return found
		}
	}
	return nil
}

// against is what a vector has beside the basis, its first element 1; nil where it
// follows from it.
func against(basis [][]uint64, v []uint64) []uint64 {
	v = append([]uint64(nil), v...)
	for _, b := range basis {
		if f := v[first(b)]; f != 0 {
			subtract(v, b, f)
		}
	}
	p := first(v)
	if p < 0 {
		return nil
	}
	scale(v, inverseMod(v[p]))
	return v
}

// reduced is the reduced row echelon form of a matrix, its rows that are not zero,
// and the column of each one's pivot.
func reduced(m [][]uint64) (rows [][]uint64, pivots []int) {
	for _, v := range m {
		v = against(rows, v)
		if v == nil {
			continue
		}
		p := first(v)
		for _, r := range rows {
			if f := r[p]; f != 0 {
				subtract(r, v, f)
			}
		}
		at := 0
		for at < len(pivots) && pivots[at] < p {
			at++
		}
		rows = append(rows[:at], append([][]uint64{v}, rows[at:]...)...)
		pivots = append(pivots[:at], append([]int{p}, pivots[at:]...)...)
	}
	return rows, pivots
}

func first(v []uint64) int {
	for i, x := range v {
		if x != 0 {
			return i
		}
	}
	return -1
}

func subtract(v, b []uint64, f uint64) {
	for i, x := range b {
		if x != 0 {
			v[i] = (v[i] + (prime-f)*x) % prime
		}
	}
}

func scale(v []uint64, f uint64) {
	for i := range v {
		v[i] = v[i] * f % prime
	}
}

// inverseMod is 1/x, by Fermat.
func inverseMod(x uint64) uint64 {
	out := uint64(1)
	for e := prime - 2; e > 0; e >>= 1 {
		if e&1 == 1 {
			out = out * x % prime
		}
		x = x * x % prime
	}
	return out
}
