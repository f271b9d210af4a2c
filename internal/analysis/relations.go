package analysis

import (
	"cmp"
	"math"
	"slices"

	"wogreport/internal/responses"
	"wogreport/internal/study"
)

// Relation is how the scores of two constructs go together, of the respondents who
// answered every item of both. A and B are indexes, A the earlier.
type Relation struct {
	A, B     int
	N        Value
	R        Value    // Pearson's
	CI95     Interval // by Fisher's z
	P, PHolm Value    // two-sided; adjusted for the number of pairs
	Spearman Value    // of the ranks, ties at their mean
}

// relations compare every two constructs. A score is the mean over the items; the sum
// gives the same correlation and is exact.
func relations(st *study.Study, t *responses.Table) []Relation {
	if len(st.Constructs) < 2 {
		return nil
	}
	scores := make([][]int, len(st.Constructs)) // noScore where an item is unanswered
	for i := range st.Constructs {
		scores[i] = sumsOf(&st.Constructs[i], t)
	}
	var out []Relation
	var ps []Value
	for b := range scores {
		for a := range b {
			x := relate(scores[a], scores[b])
			x.A, x.B = a, b
			out, ps = append(out, x), append(ps, x.P)
		}
	}
	for i, p := range Holm(ps) {
		out[i].PHolm = p
	}
	return out
}

// noScore is no sum of scores of a scale.
const noScore = math.MinInt

// relate compares the scores of those who have both.
func relate(a, b []int) Relation {
	var x, y []int
	for r := range a {
		if a[r] != noScore && b[r] != noScore {
			x, y = append(x, a[r]), append(y, b[r])
		}
	}
	n := len(x)
	out := Relation{N: Of(float64(n)), R: pearson(x, y), Spearman: pearson(twiceRanks(x), twiceRanks(y))}
	r, ok := out.R.Get()
	if !ok {
		u := Undefined(out.R.Reason())
		out.CI95, out.P = Interval{u, u}, u
		return out
	}
	out.P = PValueOfR(r, n-2, 2)
	switch {
	case math.Abs(r) >= 1:
		out.CI95 = undefinedInterval(PerfectRelation)
	case n < 4:
		out.CI95 = undefinedInterval(TooFewRows)
	default:
		const z95 = 1.959963984540054 // R: qnorm(.975)
		z, half := float64(atanh(r)), z95/math.Sqrt(float64(n-3))
		out.CI95 = Interval{Of(tanh(z - half)), Of(tanh(z + half))}
	}
	return out
}

func tanh(x float64) float64 { e := exp(2 * x); return (e - 1) / (e + 1) }

// pearson is the correlation of whole numbers, whose sums are exact.
func pearson(x, y []int) Value {
	n := len(x)
	if n < 2 {
		return Undefined(TooFewRows)
	}
	var sx, sy, xx, yy, xy float64
	for i := range x {
		a, b := float64(x[i]-x[0]), float64(y[i]-y[0])
		sx, sy = sx+a, sy+b
		xx, yy, xy = xx+float64(a*a), yy+float64(b*b), xy+float64(a*b)
	}
	m := float64(n)
	vx, vy := float64(m*xx)-float64(sx*sx), float64(m*yy)-float64(sy*sy)
	if vx <= 0 || vy <= 0 {
		return Undefined(ConstantTotal)
	}
	r := (float64(m*xy) - float64(sx*sy)) / math.Sqrt(float64(vx*vy)) // 1 to the last digit where all points lie on a line
	return Of(max(-1, min(1, r)))
}

// twiceRanks are the ranks from 1, ties at their mean, times two so that they are whole.
func twiceRanks(x []int) []int {
	order := make([]int, len(x))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(x[a], x[b]) })
	out := make([]int, len(x))
	for i := 0; i < len(order); {
		j := i
		for j+1 < len(order) && x[order[j+1]] == x[order[i]] {
			j++
		}
		for k := i; k <= j; k++ {
			out[order[k]] = i + j + 2
		}
		i = j + 1
	}
	return out
}
