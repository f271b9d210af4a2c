package analysis

import (
	"math"
	"slices"
)

// Frequencies is a distribution: how often each of the ascending Values occurs.
type Frequencies struct {
	Values []float64
	Counts []int
	none   Reason // why there are no observations, where it is not NoAnswers
}

// few is the undefined value of n observations that are too few.
func (f Frequencies) few(n int) Value {
	switch {
	case n > 0:
		return Undefined(TooFewRows)
	case f.none != Defined:
		return Undefined(f.none)
	}
	return Undefined(NoAnswers)
}

// N is the number of observations.
func (f Frequencies) N() int {
	n := 0
	for _, c := range f.Counts {
		n += c
	}
	return n
}

// Mean is the arithmetic mean; undefined without observations.
func (f Frequencies) Mean() Value {
	n := f.N()
	if n == 0 {
		return f.few(n)
	}
	return Of(f.mean(n))
}

func (f Frequencies) mean(n int) float64 {
	sum := 0.0
	for i, v := range f.Values {
		sum += float64(v * float64(f.Counts[i]))
	}
	return sum / float64(n)
}

// central is the sum of the deviations from the mean, raised to a power.
func (f Frequencies) central(mean float64, power int) float64 {
	sum := 0.0
	for i, v := range f.Values {
		d, p := v-mean, 1.0
		for range power {
			p *= d
		}
		sum += float64(p * float64(f.Counts[i]))
	}
	return sum
}

// Variance divides by n-1; undefined for n < 2.
func (f Frequencies) Variance() Value {
	n := f.N()
	if n < 2 {
		return f.few(n)
	}
	// Counted from the least value that occurs, sums over whole numbers stay exact, and
	// equal ones have no variance, whatever they are.
	base := f.Values[slices.IndexFunc(f.Counts, func(c int) bool { return c > 0 })]
	var sum, square float64
	for i, v := range f.Values {
		d, c := v-base, float64(f.Counts[i])
		sum += float64(d * c)
		square += float64(d * d * c)
	}
	m := float64(n)
	return Of((float64(m*square) - float64(sum*sum)) / (m * (m - 1)))
}

// SD is the square root of Variance.
func (f Frequencies) SD() Value { return squareRoot(f.Variance()) }

// SE is the standard error of the mean, SD/√n.
func (f Frequencies) SE() Value {
	if sd, ok := f.SD().Get(); ok {
		return Of(sd / math.Sqrt(float64(f.N())))
	}
	return f.SD()
}

// Ends are the least and the largest observation.
func (f Frequencies) Ends() Interval {
	return Interval{f.Quantile(0, QuantileR), f.Quantile(1, QuantileR)}
}

func squareRoot(v Value) Value {
	if x, ok := v.Get(); ok {
		return Of(math.Sqrt(x))
	}
	return v
}

// constant reports whether fewer than two values occur.
func (f Frequencies) constant() bool {
	seen := 0
	for _, c := range f.Counts {
		if c > 0 {
			seen++
		}
	}
	return seen < 2
}

// Skewness is G1, as SPSS, SAS and Excel print it (Joanes & Gill 1998), and
// its standard error under normality. Undefined for n < 3; G1 also where the
// observations are constant.
func (f Frequencies) Skewness() (g1, se Value) {
	n := f.N()
	if n < 3 {
		u := f.few(n)
		return u, u
	}
	m := float64(n)
	se = Of(skewnessSE(m))
	if f.constant() {
		return Undefined(ConstantItem), se
	}
	mean := f.mean(n)
	s2 := f.central(mean, 2) / (m - 1)
	return Of(m / ((m - 1) * (m - 2)) * f.central(mean, 3) / (s2 * math.Sqrt(s2))), se
}

func skewnessSE(n float64) float64 {
	return math.Sqrt(6 * n * (n - 1) / ((n - 2) * (n + 1) * (n + 3)))
}

// Kurtosis is the excess kurtosis G2, as SPSS, SAS and Excel print it (Joanes
// & Gill 1998), and its standard error under normality. Undefined for n < 4;
// G2 also where the observations are constant.
func (f Frequencies) Kurtosis() (g2, se Value) {
	n := f.N()
	if n < 4 {
		u := f.few(n)
		return u, u
	}
	m := float64(n)
	se = Of(2 * skewnessSE(m) * math.Sqrt((float64(m*m)-1)/((m-3)*(m+5))))
	if f.constant() {
		return Undefined(ConstantItem), se
	}
	mean := f.mean(n)
	s2 := f.central(mean, 2) / (m - 1)
	fourth := m * (m + 1) / ((m - 1) * (m - 2) * (m - 3)) * f.central(mean, 4) / (s2 * s2)
	return Of(fourth - 3*(m-1)*(m-1)/((m-2)*(m-3))), se
}

// Median is the middle observation, or the mean of the two in the middle.
func (f Frequencies) Median() Value { return f.Quantile(0.5, QuantileR) }

// QuantileType is a definition of the sample quantile, numbered as by Hyndman
// & Fan (1996).
type QuantileType int

// The definitions of two programs.
const (
	QuantileSPSS QuantileType = 6 // SPSS's HAVERAGE, also Minitab
	QuantileR    QuantileType = 7 // R's and Excel's default
)

// Quantile is the p quantile, 0 <= p <= 1; undefined without observations.
func (f Frequencies) Quantile(p float64, t QuantileType) Value {
	n := f.N()
	if n == 0 {
		return f.few(n)
	}
	h := float64(p*float64(n-1)) + 1
	if t == QuantileSPSS {
		h = p * float64(n+1)
	}
	h = min(max(h, 1), float64(n))
	// n p can fall a rounding error short of the integer that it is.
	const fuzz = 4 * 0x1p-52
	rank := math.Floor(h + float64(fuzz*h))
	part := h - rank
	low := f.ordered(int(rank))
	if part <= fuzz*h {
		return Of(low)
	}
	return Of(low + float64(part*(f.ordered(int(rank)+1)-low)))
}

// ordered is the observation of a rank, from 1.
func (f Frequencies) ordered(rank int) float64 {
	for i, c := range f.Counts {
		if rank -= c; rank <= 0 {
			return f.Values[i]
		}
	}
	return f.Values[len(f.Values)-1]
}

// Modes are the indices of the values with the largest count; none without
// observations.
func (f Frequencies) Modes() []int {
	var modes []int
	largest := 1
	for i, c := range f.Counts {
		if c > largest {
			largest, modes = c, modes[:0]
		}
		if c == largest {
			modes = append(modes, i)
		}
	}
	return modes
}

// Shape describes a distribution beyond its mean, SD and median: skewness G1
// and excess kurtosis G2 with their standard errors, and the first and third
// quartile by the definitions of SPSS (type 6) and of R (type 7).
type Shape struct {
	Variance                  Value // n-1
	Skewness, SkewnessSE      Value
	Kurtosis, KurtosisSE      Value
	QuartilesSPSS, QuartilesR Interval
}

// Shape computes what a Shape holds.
func (f Frequencies) Shape() Shape {
	s := Shape{Variance: f.Variance()}
	s.Skewness, s.SkewnessSE = f.Skewness()
	s.Kurtosis, s.KurtosisSE = f.Kurtosis()
	s.QuartilesSPSS = Interval{f.Quantile(0.25, QuantileSPSS), f.Quantile(0.75, QuantileSPSS)}
	s.QuartilesR = Interval{f.Quantile(0.25, QuantileR), f.Quantile(0.75, QuantileR)}
	return s
}
