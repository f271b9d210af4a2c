package analysis

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// correlations is a correlation matrix as a Covariance of 1000 rows.
func correlations(k int, r ...float64) *Covariance {
	c := &Covariance{K: k, N: 1000, unit: 1, cell: make([]float64, k*k)}
	for i := range k {
		c.cell[i*k+i] = 1
		for j := range i {
			c.cell[i*k+j], c.cell[j*k+i] = r[0], r[0]
			r = r[1:]
		}
	}
	return c.summed()
}

// A matrix made of loadings gives the loadings back, whatever way they point.
func TestOneFactorFindsItsLoadings(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for _, k := range []int{3, 4, 7, 25, 60} {
		want := make([]float64, k)
		for i := range want {
			want[i] = 0.2 + 0.7*rng.Float64()
		}
		want[0] *= -1 // an item that was not reversed
		var r []float64
		for i := range want {
			for j := range i {
				r = append(r, want[i]*want[j])
			}
		}
		c := correlations(k, r...)
		for _, how := range []Extraction{MaximumLikelihood, MinimumResiduals} {
			f := OneFactor(c, how)
			sign := 1.0
			if sum := sum(want); sum < 0 {
				sign = -1
			}
			for i, l := range f.Loadings {
				got, ok := l.Get()
				if !ok || math.Abs(got-sign*want[i]) > 1e-6 {
					t.Errorf("%d items by %s: loading %d is %v, want %g", k, how, i, l, sign*want[i])
				}
			}
		}
	}
}

func sum(x []float64) (s float64) {
	for _, v := range x {
		s += v
	}
	return s
}

// Items of equal correlations have the loading √r, and ω is standardised alpha.
func TestOmegaOfParallelItemsIsAlpha(t *testing.T) {
	for _, k := range []int{3, 5, 20} {
		c := correlations(k, slices.Repeat([]float64{0.36}, k*(k-1)/2)...)
		f := OneFactor(c, MaximumLikelihood)
		omega, ok := f.Omega().Get()
		alpha, _ := StandardizedAlpha(c).Get()
		if l, _ := f.Loadings[0].Get(); !ok || math.Abs(omega-alpha) > 1e-7 || math.Abs(l-0.6) > 1e-6 {
			t.Errorf("%d parallel items: loading %g, omega %g, alpha %g", k, l, omega, alpha)
		}
	}
}

func TestOmegaUndefined(t *testing.T) {
	for name, c := range map[string]struct {
		cov  *Covariance
		want Reason
	}{
		"two items": {correlations(2, 0.5), TooFewItems},
		// r₁₂r₁₃/r₂₃ is the share of item 1 that the factor explains: 1.26
		"Heywood":             {correlations(3, 0.7, 0.9, 0.5), Heywood},
		"no correlation":      {correlations(4, 0, 0, 0, 0, 0, 0), NotIdentified},
		"one pair correlates": {correlations(3, 0.5, 0, 0), NotIdentified},
		"singular":            {correlations(3, 1, 0.5, 0.5), SingularMatrix},
	} {
		for _, how := range []Extraction{MaximumLikelihood, MinimumResiduals} {
			f := OneFactor(c.cov, how)
			if got := f.Omega().Reason(); got != c.want {
				t.Errorf("%s by %s: omega is %v, loadings %v; want %s", name, how, f.Omega(), f.Loadings, c.want)
			}
			if got := f.OmegaRaw().Reason(); got != c.want {
				t.Errorf("%s by %s: raw omega is %v", name, how, f.OmegaRaw())
			}
		}
	}
	few := correlations(4, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3)
	few.N = 4
	if got := OneFactor(few, MaximumLikelihood).Omega().Reason(); got != TooFewRows {
		t.Errorf("four rows of four items: %q", got)
	}
	constant := correlations(4, 0, 0.4, 0, 0.5, 0, 0.6)
	constant.cell[5] = 0
	f := OneFactor(constant.summed(), MaximumLikelihood)
	if _, ok := f.Omega().Get(); !ok || f.Loadings[1].Reason() != ConstantItem {
		t.Errorf("a constant item beside three others: omega %v, its loading %v", f.Omega(), f.Loadings[1])
	}
}

// Of data that one factor hardly describes, the solution is the lowest of the
// minima that any item as a start leads to.
func TestOneFactorFindsTheLowestMinimum(t *testing.T) {
	rng := rand.New(rand.NewPCG(77, 1))
	several := 0
	for range 200 {
		k := 3 + rng.IntN(5)
		cols := randomColumns(rng, k+2+rng.IntN(40), k, 5, 1)
		for i := range cols { // one in twenty is missing, and half the items follow the rest
			for r := range cols[i].Codes {
				if cols[i].Codes[r] == 0 || i%2 == 1 {
					cols[i].Codes[r] = uint8(1 + rng.IntN(5))
				}
			}
		}
		c := Listwise(cols)
		r := c.Correlations()
		if _, _, ok := inverse(r); r.reason != Defined || !ok {
			continue
		}
		m := newOneFactor(r)
		lowest := m.search(m.likelihood, m.start())
		first := lowest.f
		for i := range k {
			if s := m.search(m.likelihood, m.startAt(i)); s.f < lowest.f-1e-7 {
				lowest = s
			}
		}
		if lowest.f < first-1e-7 {
			several++
		}
		if _, reason := m.minimize(m.likelihood); reason != lowest.reason {
			t.Errorf("%d items, %d rows: %q, but the lowest minimum is %q", k, c.N, reason, lowest.reason)
		}
	}
	if several == 0 {
		t.Error("no data had a second minimum; the starts are not tested")
	}
}

// TestFit: R 4.2.2, psych 2.2.9, x the complete rows of each data set with its
// reversed items turned round: f <- psych::fa(cor(x), nfactors = 1, n.obs =
// nrow(x), fm = "ml"); f$STATISTIC, f$dof, f$PVAL, f$RMSEA[1]. factanal(x, 1) has
// the same χ² and p.
func TestFit(t *testing.T) {
	for name, want := range map[string]struct{ chi2, df, p, rmsea float64 }{
		"attitude":         {24.691629964245156, 14, 0.037736576239514937, 0.15590649932659958},
		"bfi_agree":        {86.562715913650194, 5, 3.5393434895450395e-17, 0.077598159193799879},
		"bfi_agree_n65_na": {13.785408426155804, 5, 0.017031551186944376, 0.200770154447274},
		"ability16":        {853.47171413531885, 104, 4.7158885843218616e-118, 0.075985284850007995},
		"wog_recon_A":      {2.0483746045740903, 5, 0.84241181998213222, 0},
		"zero_variance":    {37.038272194902106, 5, 5.884595170166557e-07, 0.23092659507651422},
	} {
		c := reference(t, name).listwise
		for i, v := range []Value{c.Fit.ChiSquared, c.Fit.DF, c.Fit.P, c.Fit.RMSEA} {
			w := []float64{want.chi2, want.df, want.p, want.rmsea}[i]
			tolerance := []float64{1e-8, 0, 1e-6, 1e-8}[i] // where R's search ends
			if g, ok := v.Get(); !ok || math.Abs(g-w) > tolerance*math.Abs(w) {
				t.Errorf("%s: value %d of the fit is %v, want %.17g", name, i, v, w)
			}
		}
		rejected := slices.ContainsFunc(c.Caveats, func(c Caveat) bool { return c.Code == CaveatRejected })
		if rejected != (want.p < 0.05) {
			t.Errorf("%s: said to be rejected: %v", name, rejected)
		}
	}
}

// Three items leave nothing to test, and an improper solution says nothing of fit.
func TestNoFit(t *testing.T) {
	f := OneFactor(correlations(3, 0.5, 0.4, 0.3), MaximumLikelihood)
	if f.Fit.ChiSquared.Reason() != NoDF || f.Fit.P.Reason() != NoDF || f.Fit.RMSEA.Reason() != NoDF || f.Fit.DF != Of(0) {
		t.Errorf("three items: %+v", f.Fit)
	}
	c := reference(t, "negative_alpha").listwise
	if c.Omega.Reason() != Heywood || c.Fit.P.Reason() != Heywood {
		t.Fatalf("omega %v, fit %+v", c.Omega, c.Fit)
	}
	for _, cav := range c.Caveats {
		if cav.Code == CaveatRejected || cav.Code == CaveatFactor && cav.Term() != "caveat.one-factor-doubtful" {
			t.Errorf("it says %s", cav.Term())
		}
	}
}
