package analysis

import "math"

// Normality is how far a distribution is from a normal one.
type Normality struct {
	W, WP Value // Shapiro & Wilk's, with its p
	D, DP Value // Lilliefors', the largest distance of the distribution functions, with its p
}

// Normality tests the distribution: by Shapiro and Wilk's W as Royston (1995, AS R94;
// R's shapiro.test) approximates its p, of 3 to 5000 observations; and by Kolmogorov's
// distance from the normal distribution with the observations' own mean and SD
// (Lilliefors 1967), of 5 and more, with p by Dallal & Wilkinson (1986) and above 0.1 by
// Stephens's modified statistic (1974), as R's nortest::lillie.test. Without a variance
// there is nothing to test.
func (f Frequencies) Normality() Normality {
	n := f.N()
	var out Normality
	constant := func(least int) Reason {
		switch {
		case n == 0:
			return f.few(0).Reason()
		case n < least:
			return TooFewRows
		case f.constant():
			return ConstantTotal
		}
		return Defined
	}
	if r := constant(3); r != Defined {
		out.W, out.WP = Undefined(r), Undefined(r)
	} else if n > mostShapiroWilk {
		out.W, out.WP = Undefined(TooManyRows), Undefined(TooManyRows)
	} else {
		w, p := shapiroWilk(f.sorted())
		out.W, out.WP = Of(w), Of(p)
	}
	if r := constant(5); r != Defined {
		out.D, out.DP = Undefined(r), Undefined(r)
	} else {
		d := f.lilliefors()
		out.D, out.DP = Of(d), Of(lillieforsP(d, float64(n)))
	}
	return out
}

// mostShapiroWilk is for how many observations Royston's p was fitted.
const mostShapiroWilk = 5000

// sorted are the observations, ascending.
func (f Frequencies) sorted() []float64 {
	var out []float64
	for i, v := range f.Values {
		for range f.Counts[i] {
			out = append(out, v)
		}
	}
	return out
}

// shapiroWilk is W of ascending observations that are not all equal, and its p.
func shapiroWilk(x []float64) (w, p float64) {
	n := len(x)
	a := royston(n)
	mean := 0.0
	for _, v := range x {
		mean += v - x[0]
	}
	mean /= float64(n)
	var square, linear, weights float64
	for i, v := range x {
		d := v - x[0] - mean
		square += float64(d * d)
		linear += float64(a[i] * d)
		weights += float64(a[i] * a[i])
	}
	// 1 - W with few digits lost: W is often near 1.
	both := math.Sqrt(float64(weights * square))
	rest := max(0, (both-linear)*(both+linear)/float64(weights*square))
	w = 1 - rest
	m := float64(n)
	if n == 3 {
		p = 6 / math.Pi * (math.Asin(math.Sqrt(w)) - math.Asin(math.Sqrt(0.75)))
		return w, min(1, max(0, p))
	}
	if rest == 0 {
		return w, 1
	}
	y, l := log(rest), log(m)
	var mu, sigma float64
	if n <= 11 {
		gamma := polynomial(m, -2.273, 0.459)
		if y >= gamma {
			return w, 1e-99 // as R has it: beyond the approximation
		}
		y = -log(gamma - y)
		mu, sigma = polynomial(m, 0.544, -0.39978, 0.025054, -6.714e-4), exp(polynomial(m, 1.3822, -0.77857, 0.062767, -0.0020322))
	} else {
		mu, sigma = polynomial(l, -1.5861, -0.31082, -0.083751, 0.0038915), exp(polynomial(l, -0.4803, -0.082676, 0.0030302))
	}
	return w, normalUpper((y - mu) / sigma)
}

// royston are the weights of n ascending observations.
func royston(n int) []float64 {
	half := make([]float64, n/2) // of the lower half, as positive numbers
	if n == 3 {
		half[0] = math.Sqrt(0.5)
	} else {
		m, squares := make([]float64, n/2), 0.0
		for i := range m {
			m[i] = normalQuantile((float64(i+1) - 0.375) / (float64(n) + 0.25))
			squares += float64(m[i] * m[i])
		}
		squares *= 2
		u, norm := 1/math.Sqrt(float64(n)), math.Sqrt(squares)
		half[0] = polynomial(u, 0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056) - m[0]/norm
		left, ends := squares-float64(2*m[0]*m[0]), 1-float64(2*half[0]*half[0])
		first := 1
		if n > 5 {
			first = 2
			half[1] = polynomial(u, 0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633) - m[1]/norm
			left, ends = left-float64(2*m[1]*m[1]), ends-float64(2*half[1]*half[1])
		}
		factor := math.Sqrt(left / ends)
		for i := first; i < len(m); i++ {
			half[i] = -m[i] / factor
		}
	}
	out := make([]float64, n)
	for i, h := range half {
		out[i], out[n-1-i] = -h, h
	}
	return out
}

// polynomial is a polynomial in x by its coefficients, the constant one first.
func polynomial(x float64, of ...float64) float64 {
	sum := 0.0
	for i := len(of) - 1; i >= 0; i-- {
		sum = of[i] + float64(sum*x)
	}
	return sum
}

// lilliefors is the largest distance between the distribution and the normal one with
// its mean and SD.
func (f Frequencies) lilliefors() float64 {
	n := f.N()
	mean := f.mean(n)
	sd, _ := f.SD().Get()
	d, below := 0.0, 0
	for i, v := range f.Values {
		if f.Counts[i] == 0 {
			continue
		}
		p := normalLower((v - mean) / sd)
		d = max(d, p-float64(below)/float64(n))
		below += f.Counts[i]
		d = max(d, float64(below)/float64(n)-p)
	}
	return d
}

// lillieforsP is the p of a distance of n observations.
func lillieforsP(d, n float64) float64 {
	k, m := d, n
	if n > 100 {
		k, m = d*exp(0.49*log(n/100)), 100
	}
	s := m + 2.78019
	p := exp(float64(-7.01256*k*k*s) + float64(2.99587*k*math.Sqrt(s)) - 0.122119 + 0.974598/math.Sqrt(m) + 1.67997/m)
	if p <= 0.1 {
		return p
	}
	root := math.Sqrt(n)
	x := (root - 0.01 + 0.85/root) * d
	switch {
	case x <= 0.302:
		p = 1
	case x <= 0.5:
		p = polynomial(x, 2.76773, -19.828315, 80.709644, -138.55152, 81.218052)
	case x <= 0.9:
		p = polynomial(x, -4.901232, 40.662806, -97.490286, 94.029866, -32.355711)
	case x <= 1.31:
		p = polynomial(x, 6.198765, -19.558097, 23.186922, -12.234627, 2.423045)
	default:
		p = 0
	}
	return min(1, max(0, p))
}

// normalLower and normalUpper are the tails of the normal distribution at z.
func normalLower(z float64) float64 { return float64(math.Erfc(-z/math.Sqrt2) / 2) }
func normalUpper(z float64) float64 { return float64(math.Erfc(z/math.Sqrt2) / 2) }

// normalQuantile is the p quantile of the normal distribution, 0 < p < 1, to about 1e-16
// (Wichura 1988, AS 241).
func normalQuantile(p float64) float64 {
	q := p - 0.5
	if math.Abs(q) <= 0.425 {
		r := 0.180625 - float64(q*q)
		return q * polynomial(r, 3.3871328727963666080, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125, 45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727) /
			polynomial(r, 1, 42.313330701600911252, 687.18700749205790830, 5394.1960214247511077, 21213.794301586595867, 39307.895800092710610, 28729.085735721942674, 5226.4952788528545610)
	}
	r := p
	if q > 0 {
		r = 1 - p
	}
	r = math.Sqrt(-log(r))
	var z float64
	if r <= 5 {
		r -= 1.6
		z = polynomial(r, 1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504, 1.27045825245236838258, 0.241780725177450611770, 0.0227238449892691845833, 7.74545014278341407640e-4) /
			polynomial(r, 1, 2.05319162663775882187, 1.67638483018380384940, 0.689767334985100004550, 0.148103976427480074590, 0.0151986665636164571966, 5.47593808499534494600e-4, 1.05075007164441684324e-9)
	} else {
		r -= 5
		z = polynomial(r, 6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580, 0.296560571828504891230, 0.0265321895265761230930, 0.00124266094738807843860, 2.71155556874348757815e-5, 2.01033439929228813265e-7) /
			polynomial(r, 1, 0.599832206555887937690, 0.136929880922735805310, 0.0148753612908506148525, 7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15)
	}
	if q < 0 {
		return -z
	}
	return z
}
