package analysis

import "math"

// The distributions of t, F and r are all regularized incomplete beta
// functions. They are computed here rather than by a library because verdicts
// need both tails to full relative precision: a p of 1e-40 as much as one of
// 0.05, and with a million degrees of freedom as much as with one.

// betaRegularized is I_x(a, b) for a, b > 0. The caller gives x and y = 1-x
// both, so that neither loses digits near 0. The value is exact to about
// 1e-13 relative, also far in the lower tail.
func betaRegularized(a, b, x, y float64) float64 {
	switch {
	case x <= 0:
		return 0
	case y <= 0:
		return 1
	case x > (a+1)/(a+b+2):
		return 1 - betaDensity(b, a, y, x)*betaFraction(b, a, y)/b
	}
	return betaDensity(a, b, x, y) * betaFraction(a, b, x) / a
}

// betaDensity is x^a y^b / B(a, b), with y = 1-x, by the saddle-point
// expansion of Loader (2000), "Fast and accurate computation of binomial
// probabilities": no difference of large log-gammas, so no loss of digits
// when a or b is large.
func betaDensity(a, b, x, y float64) float64 {
	n := a + b
	d := a*y - b*x
	exponent := stirlingError(n) - stirlingError(a) - stirlingError(b) -
		a*deviance(-d/a, n*x/a) - b*deviance(d/b, n*y/b)
	return math.Exp(exponent) * math.Sqrt(a*b/(2*math.Pi*n))
}

// deviance is u - ln(1+u), given also v = 1+u. Near 0 it is summed as a
// series, since the two terms cancel there.
func deviance(u, v float64) float64 {
	if math.Abs(u) > 0.3 {
		return u - math.Log(v)
	}
	// ln(1+u) = 2 artanh r with r = u/(2+u), and u - 2r = u r.
	r := u / (2 + u)
	r2, power, sum := r*r, r*r*r, 0.0
	for k := 3.0; ; k += 2 {
		term := power / k
		sum += term
		if math.Abs(term) <= 1e-17*math.Abs(sum) {
			return u*r - 2*sum
		}
		power *= r2
	}
}

// stirlingError is ln Γ(z+1) - (z+½) ln z + z - ½ ln 2π, for z > 0.
func stirlingError(z float64) float64 {
	shift := 0.0
	for ; z < 16; z++ {
		shift += (z+0.5)*math.Log1p(1/z) - 1
	}
	w := 1 / (z * z)
	return shift + (1.0/12-w*(1.0/360-w*(1.0/1260-w*(1.0/1680-w/1188))))/z
}

// betaFraction is the continued fraction of the incomplete beta function
// (Abramowitz & Stegun 26.5.8), by the modified Lentz method. It converges
// fast for x below the mean, after about the square root of a+b terms.
func betaFraction(a, b, x float64) float64 {
	const tiny = 1e-300
	guard := func(v float64) float64 {
		if math.Abs(v) < tiny {
			return tiny
		}
		return v
	}
	c, d := 1.0, 1/guard(1-(a+b)*x/(a+1))
	h := d
	for m := 1.0; m < 1e6; m++ {
		even := m * (b - m) * x / ((a + 2*m - 1) * (a + 2*m))
		d = 1 / guard(1+even*d)
		c = guard(1 + even/c)
		h *= d * c
		odd := -(a + m) * (a + b + m) * x / ((a + 2*m) * (a + 2*m + 1))
		d = 1 / guard(1+odd*d)
		c = guard(1 + odd/c)
		h *= d * c
		if math.Abs(d*c-1) < 1e-16 {
			break
		}
	}
	return h
}

// betaLogit is ln(x/(1-x)) of the x with I_x(a, b) = p, 0 < p < 1. On the
// logit scale the density x^a (1-x)^b is log-concave, so ln I is concave and
// Newton's method on it ends on the near side of the root and runs up to it.
func betaLogit(p, a, b float64) float64 {
	v := math.Log(a / b)
	last := v
	for range 200 {
		x, y := 1/(1+math.Exp(-v)), 1/(1+math.Exp(v))
		i := betaRegularized(a, b, x, y)
		if i == 0 { // the first step went out of the range of numbers
			v = (v + last) / 2
			continue
		}
		step := math.Log(i/p) * i / betaDensity(a, b, x, y)
		last, v = v, v-step
		if math.Abs(step) <= 1e-15*(1+math.Abs(v)) {
			break
		}
	}
	return v
}

// fQuantile is the p quantile of the F distribution with d1 and d2 degrees of freedom.
func fQuantile(p, d1, d2 float64) float64 {
	return math.Exp(betaLogit(p, d1/2, d2/2)) * d2 / d1
}
