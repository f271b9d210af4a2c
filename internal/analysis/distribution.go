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
	case a*y < b*x: // above the mean
		return 1 - betaDensity(b, a, y, x)/betaFraction(b, a, y, x)
	}
	return betaDensity(a, b, x, y) / betaFraction(a, b, x, y)
}

// betaDensity is x^a y^b / B(a, b), with y = 1-x, by the saddle-point
// expansion of Loader (2000), "Fast and accurate computation of binomial
// probabilities": no difference of large log-gammas, so no loss of digits
// when a or b is large.
func betaDensity(a, b, x, y float64) float64 {
	n := a + b
	d := float64(a*y) - float64(b*x)
	exponent := stirlingError(n) - stirlingError(a) - stirlingError(b) -
		float64(a*deviance(-d/a, n*x/a)) - float64(b*deviance(d/b, n*y/b))
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
			return float64(u*r) - float64(2*sum)
		}
		power *= r2
	}
}

// stirlingError is ln Γ(z+1) - (z+½) ln z + z - ½ ln 2π, for z > 0.
func stirlingError(z float64) float64 {
	shift := 0.0
	for ; z < 16; z++ {
		shift += float64((z+0.5)*math.Log1p(1/z)) - 1
	}
	w := 1 / (z * z)
	return shift + (1.0/12-float64(w*(1.0/360-float64(w*(1.0/1260-float64(w*(1.0/1680-w/1188)))))))/z
}

// betaFraction is the continued fraction of the incomplete beta function in
// the form of Didonato & Morris (1992, equation 9), by the modified Lentz
// method. For x below the mean its terms do not cancel.
func betaFraction(a, b, x, y float64) float64 {
	const tiny = 1e-300
	partial := func(m float64) float64 {
		return m + m*(b-m)*x/(a+float64(2*m)-1) + (a+m)*(float64(a*y)-float64(b*x)+1+float64(m*(1+y)))/(a+float64(2*m)+1)
	}
	f := a * (float64(a*y) - float64(b*x) + 1) / (a + 1) // partial(0), written out: there a = 1 gives 0/0
	c, d := f, 0.0
	for m := 1.0; m < 1e5; m++ {
		ratio := x / (a + float64(2*m) - 1)
		num := (a + m - 1) * (a + b + m - 1) * m * (b - m) * ratio * ratio
		den := partial(m)
		if d = den + float64(num*d); d == 0 {
			d = tiny
		}
		if c = den + num/c; c == 0 {
			c = tiny
		}
		d = 1 / d
		f *= c * d
		if math.Abs(float64(c*d)-1) < 4e-16 {
			break
		}
	}
	return f
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

// tQuantile is the p quantile, 0.5 < p < 1, of Student's distribution with df
// degrees of freedom: t² has the F distribution with 1 and df.
func tQuantile(p, df float64) float64 {
	// The quantile of df/(df+t²), which is beta with df/2 and ½ and near 0 in the tail.
	return math.Sqrt(df * math.Exp(-betaLogit(2*(1-p), df/2, 0.5)))
}
