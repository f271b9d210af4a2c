package analysis

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"
)

// Samples are the observations of several groups on the same ascending Values:
// Counts[g][v] is how often group g has Values[v].
type Samples struct {
	Values []float64
	Counts [][]int
}

// Group is the distribution of one group.
func (s Samples) Group(g int) Frequencies {
	return Frequencies{Values: s.Values, Counts: s.Counts[g]}
}

// ranked are the sums that rank tests rest on.
type ranked struct {
	n     int   // observations
	sizes []int // of the groups
	sums  []float64
	ties  float64 // Σ(t³-t)
}

func (s Samples) rank() ranked {
	r := ranked{sizes: make([]int, len(s.Counts)), sums: make([]float64, len(s.Counts))}
	below := 0
	for v := range s.Values {
		t := 0
		for _, counts := range s.Counts {
			t += counts[v]
		}
		middle := float64(below) + float64(float64(t+1)/2)
		for g, counts := range s.Counts {
			r.sizes[g] += counts[v]
			r.sums[g] += float64(middle * float64(counts[v]))
		}
		r.ties += float64(float64(t) * (float64(float64(t)*float64(t)) - 1))
		below += t
	}
	r.n = below
	return r
}

// untied is 1 - Σ(t³-t)/(N³-N): 1 without ties, 0 where all are equal.
func (r ranked) untied() float64 {
	n := float64(r.n)
	return 1 - r.ties/(n*(float64(n*n)-1))
}

// sound is the reason why the groups cannot be compared.
func (r ranked) sound() Reason {
	with := 0
	for _, n := range r.sizes {
		if n > 0 {
			with++
		}
	}
	n := float64(r.n)
	switch {
	case with < 2:
		return OneGroup
	case with < len(r.sizes):
		return NoAnswers
	case r.ties == n*(float64(n*n)-1):
		return AllTied
	}
	return Defined
}

func (r ranked) meanRanks() []Value {
	out := make([]Value, len(r.sizes))
	for g, n := range r.sizes {
		out[g] = Undefined(NoAnswers)
		if n > 0 {
			out[g] = Of(r.sums[g] / float64(n))
		}
	}
	return out
}

// RankTest is a test that groups have the same distribution, by ranks.
type RankTest struct {
	Kind      RankTestKind
	MeanRanks []Value // per group
	Ties      Value   // Σ(t³-t) over the ranks that t observations share
	Statistic Value   // U of the first group, or H corrected for ties
	Z         Value   // Mann–Whitney: corrected for ties, without continuity correction, as SPSS
	DF        int     // Kruskal–Wallis: groups - 1
	P         Value   // two-tailed, by the normal or the χ² distribution
	// Mann–Whitney: the same with continuity correction, as R's wilcox.test
	// prints it, and by the exact distribution of U, which is known without ties
	// and used for fewer than 50 in each group.
	PContinuity, PExact Value
	// Effect is the size of the difference: r = |Z|/√N, or ε² = H/(N-1).
	Effect Value
	// RankBiserial (Mann–Whitney) is the share of pairs in which the first
	// group has the larger value, less the share of the others.
	RankBiserial Value
}

// RankTestKind names a rank test.
type RankTestKind string

// The rank tests.
const (
	MannWhitneyTest   RankTestKind = "mann-whitney"
	KruskalWallisTest RankTestKind = "kruskal-wallis"
)

// CompareRanks is the test for the number of groups: Mann–Whitney for two,
// Kruskal–Wallis for more. With fewer than two groups, or one that has no
// observation, all of it is undefined.
func CompareRanks(s Samples) RankTest {
	if len(s.Counts) == 2 {
		return MannWhitney(s)
	}
	return KruskalWallis(s)
}

// MannWhitney compares two groups (Mann & Whitney 1947) with the variance of U
// under ties (Lehmann 1975).
func MannWhitney(s Samples) RankTest {
	r := s.rank()
	t := RankTest{Kind: MannWhitneyTest, MeanRanks: r.meanRanks()}
	if reason := r.sound(); len(s.Counts) != 2 || reason != Defined && reason != AllTied {
		if len(s.Counts) != 2 {
			reason = OneGroup
		}
		u := Undefined(reason)
		t.Statistic, t.Ties, t.Z, t.P, t.Effect, t.RankBiserial, t.PContinuity, t.PExact = u, u, u, u, u, u, u, u
		return t
	}
	t.Ties = Of(r.ties)
	n, n1, n2 := float64(r.n), float64(r.sizes[0]), float64(r.sizes[1])
	u := r.sums[0] - float64(n1*(n1+1)/2)
	t.Statistic = Of(u)
	t.RankBiserial = Of(2*u/(n1*n2) - 1)
	if r.sound() == AllTied {
		none := Undefined(AllTied)
		t.Z, t.P, t.Effect, t.PContinuity, t.PExact = none, none, none, none, Undefined(Ties)
		return t
	}
	sd := r.deviationOfU()
	z := (u - float64(n1*n2/2)) / sd
	t.Z, t.P, t.Effect = Of(z), Of(normalTails(z)), Of(math.Abs(z)/math.Sqrt(n))
	t.PContinuity = Of(min(1, normalTails(max(0, math.Abs(u-float64(n1*n2/2))-0.5)/sd)))
	switch {
	case r.ties > 0:
		t.PExact = Undefined(Ties)
	case max(r.sizes[0], r.sizes[1]) >= exactBelow:
		t.PExact = Undefined(LargeSample)
	default:
		t.PExact = Of(exactTails(u, r.sizes[0], r.sizes[1]))
	}
	return t
}

// exactBelow is the size of a group from which the normal distribution serves,
// as in R's wilcox.test.
const exactBelow = 50

// deviationOfU is the standard deviation of U with ties.
func (r ranked) deviationOfU() float64 {
	n := float64(r.n)
	return math.Sqrt(float64(r.sizes[0]) * float64(r.sizes[1]) * (n + 1) / 12 * r.untied())
}

// normalTails is the two-tailed p of a normal deviate.
func normalTails(z float64) float64 { return math.Erfc(math.Abs(z) / math.Sqrt2) }

// exactTails is twice the smaller tail of the distribution of U without ties.
func exactTails(u float64, n1, n2 int) float64 {
	// ways[i][j] is the share of the orders of i and j observations with U = index.
	ways := make([][][]float64, n1+1)
	for i := range ways {
		ways[i] = make([][]float64, n2+1)
		for j := range ways[i] {
			w := make([]float64, i*j+1)
			if i == 0 || j == 0 {
				w[0] = 1
				ways[i][j] = w
				continue
			}
			first := float64(i) / float64(i+j) // that the largest is of the first group
			for k := range w {
				if k >= j && k-j < len(ways[i-1][j]) {
					w[k] += float64(first * ways[i-1][j][k-j])
				}
				if k < len(ways[i][j-1]) {
					w[k] += float64((1 - first) * ways[i][j-1][k])
				}
			}
			ways[i][j] = w
		}
	}
	low, at := 0.0, int(min(u, float64(n1*n2)-u))
	for _, p := range ways[n1][n2][:at+1] {
		low += p
	}
	return min(1, 2*low)
}

// KruskalWallis compares groups (Kruskal & Wallis 1952), corrected for ties,
// with ε² = H/(N-1) as its effect (Tomczak & Tomczak 2014).
func KruskalWallis(s Samples) RankTest {
	r := s.rank()
	t := RankTest{Kind: KruskalWallisTest, MeanRanks: r.meanRanks(), DF: max(0, len(s.Counts)-1), Z: Undefined(OneGroup), RankBiserial: Undefined(OneGroup), PContinuity: Undefined(OneGroup), PExact: Undefined(OneGroup)}
	if reason := r.sound(); reason != Defined {
		u := Undefined(reason)
		t.Statistic, t.Ties, t.Z, t.P, t.Effect, t.RankBiserial = u, u, u, u, u, u
		return t
	}
	t.Ties = Of(r.ties)
	h := r.h() / r.untied()
	t.Statistic, t.Effect = Of(h), Of(h/float64(r.n-1))
	t.P = Of(chiSquareTail(h, t.DF))
	return t
}

// h is H without correction for ties.
func (r ranked) h() float64 {
	n, middle, sum := float64(r.n), float64(r.n+1)/2, 0.0
	for g, size := range r.sizes {
		d := r.sums[g] - float64(float64(size)*middle)
		sum += d * d / float64(size)
	}
	return 12 / (n * (n + 1)) * sum
}

// chiSquareTail is the upper tail of the χ² distribution.
func chiSquareTail(x float64, df int) float64 {
	return distuv.ChiSquared{K: float64(df)}.Survival(x)
}

// EtaSquared is (H-k+1)/(N-k) of a Kruskal–Wallis test of k groups (Tomczak &
// Tomczak 2014); it can be negative.
func EtaSquared(s Samples) Value {
	h, ok := KruskalWallis(s).Statistic.Get()
	n, k := s.rank().n, len(s.Counts)
	switch {
	case !ok:
		return KruskalWallis(s).Statistic
	case n <= k:
		return Undefined(TooFewRows)
	}
	return Of((h - float64(k) + 1) / float64(n-k))
}

// Pair is the comparison of two groups after a Kruskal–Wallis test.
type Pair struct {
	A, B     int // of the groups
	Z        Value
	P, PHolm Value // two-tailed; adjusted for the number of pairs (Holm 1979)
}

// Dunn compares every pair of groups by the ranks of all (Dunn 1964), with the
// variance under ties.
func Dunn(s Samples) []Pair {
	r := s.rank()
	n := float64(r.n)
	reason := r.sound()
	variance := n * (n + 1) / 12 * r.untied()
	var pairs []Pair
	var ps []Value
	for a := range r.sizes {
		for b := a + 1; b < len(r.sizes); b++ {
			p := Pair{A: a, B: b, Z: Undefined(reason), P: Undefined(reason)}
			if reason == Defined {
				na, nb := float64(r.sizes[a]), float64(r.sizes[b])
				z := (r.sums[a]/na - r.sums[b]/nb) / math.Sqrt(variance*(1/na+1/nb))
				p.Z, p.P = Of(z), Of(normalTails(z))
			}
			pairs, ps = append(pairs, p), append(ps, p.P)
		}
	}
	for i, p := range Holm(ps) {
		pairs[i].PHolm = p
	}
	return pairs
}

// Holm adjusts p-values for their number (Holm 1979). An undefined one stays
// so and does not count.
func Holm(ps []Value) []Value {
	out := slices.Clone(ps)
	var order []int
	for i, p := range ps {
		if p.Reason() == Defined {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, _ := ps[a].Get()
		y, _ := ps[b].Get()
		switch {
		case x < y:
			return -1
		case x > y:
			return 1
		}
		return 0
	})
	largest := 0.0
	for rank, i := range order {
		p, _ := ps[i].Get()
		largest = max(largest, min(1, p*float64(len(order)-rank)))
		out[i] = Of(largest)
	}
	return out
}
