package analysis

import (
	"math"
	"path/filepath"
	"reflect"
	"testing"
)

func reference(t *testing.T, name string) *dataset {
	t.Helper()
	d, _ := readDataset(t, filepath.Join("testdata/reference", name+".json"))
	return d
}

// closeTo checks values against those of R, to the tolerances of the references.
func closeTo(t *testing.T, what string, got Value, want float64) {
	t.Helper()
	if g, ok := got.Get(); !ok || math.Abs(g-want) > 1e-10*math.Abs(want) {
		t.Errorf("%s is %v, want %.17g", what, got, want)
	}
}

// An item without variance is left out of internal consistency, whichever way
// missing answers are treated, and stays in the score.
//
// R 4.2.2, psych 2.2.9, x <- read.csv("zero_variance.csv"): psych::alpha(x)$total
// and $feldt; of C <- cov(x[1:5]) lambda 6 is 1 - sum(1/diag(solve(C)))/sum(C);
// the halves are items 1 to 3 and 4 to 5, their alpha k/(k-1)*(1-sum(diag(C))/sum(C)).
func TestItemWithoutVariance(t *testing.T) {
	d := reference(t, "zero_variance")
	for what, c := range map[string]*Construct{"listwise": &d.listwise, "pairwise": &d.pairwise} {
		if c.K != 6 || c.AlphaK != 5 || c.SplitHalf.K1 != 3 || c.SplitHalf.K2 != 2 {
			t.Errorf("%s: %d items, %d in alpha, halves of %d and %d", what, c.K, c.AlphaK, c.SplitHalf.K1, c.SplitHalf.K2)
		}
		closeTo(t, what+" alpha", c.Alpha, 0.78500104062039089)
		closeTo(t, what+" Feldt, low", c.AlphaCI95.Low, 0.71756272212502248)
		closeTo(t, what+" Feldt, high", c.AlphaCI95.High, 0.84032492421979565)
		closeTo(t, what+" standardised", c.AlphaStandardized, 0.78804915705862244)
		closeTo(t, what+" standard error", c.AlphaSE, 0.031637829075429898)
		closeTo(t, what+" lambda 6", c.Lambda6, 0.78619912037955531)
		closeTo(t, what+" G6", c.G6, 0.7912383364887281)
		closeTo(t, what+" alpha of half 2", c.SplitHalf.Alpha2, 0.65199716074078862)
		closeTo(t, what+" Horst", c.SplitHalf.SpearmanBrownUnequal, 0.6355169216785721)
		closeTo(t, what+" Guttman", c.SplitHalf.Guttman, 0.60923346997131511)
		closeTo(t, what+" total", c.ScaleMean, 19.95)
		low, _ := c.AlphaDuhachekCI95.Low.Get()
		high, _ := c.AlphaDuhachekCI95.High.Get()
		if a, _ := c.Alpha.Get(); a <= low || a >= high {
			t.Errorf("%s: alpha %g is outside its interval %g to %g", what, a, low, high)
		}
		if it := c.Items[5]; it.AlphaIfDeleted.Reason() != ConstantItem || len(it.Caveats) != 1 || it.Caveats[0].Term() != "caveat.constant-item" {
			t.Errorf("%s: alpha without it is %v, its caveats are %v", what, it.AlphaIfDeleted, it.Caveats)
		}
	}
}

// Whether an item varies is a matter of the rows used: here it does, but not
// among the complete ones.
func TestConstantAmongCompleteRows(t *testing.T) {
	items := [][]uint8{{3, 3, 3, 3, 5, 1}, {1, 2, 4, 4, 0, 3}, {1, 2, 3, 5, 2, 0}}
	st, table := likert(items...)
	c := Run(st, table).Constructs[0]
	if c.AlphaK != 2 || c.Items[0].CorrectedItemTotalR.Reason() != ConstantItem {
		t.Errorf("listwise, %d items in alpha, r is %v", c.AlphaK, c.Items[0].CorrectedItemTotalR)
	}
	last := c.Items[0].Caveats[len(c.Items[0].Caveats)-1]
	if last.Term() != "caveat.constant-item@complete" || last.Params["n"] != 4 {
		t.Errorf("its caveat is %+v", last)
	}
	st.Analysis.Missing = "pairwise"
	if c := Run(st, table).Constructs[0]; c.AlphaK != 3 || c.Items[0].CorrectedItemTotalR.Reason() == ConstantItem {
		t.Errorf("pairwise, %d items in alpha, r is %v", c.AlphaK, c.Items[0].CorrectedItemTotalR)
	}
}

// Without a missing answer the two ways are the same, to the last digit.
func TestNothingMissing(t *testing.T) {
	for _, name := range []string{"zero_variance", "wog_recon_A", "negative_alpha", "two_items", "attitude"} {
		d := reference(t, name)
		pairwise := d.both
		pairwise.Missing = "listwise"
		listwise := d.listwise
		if listwise.N != len(d.cols[0].Codes) {
			t.Fatalf("%s has missing answers", name)
		}
		if !reflect.DeepEqual(pairwise, listwise) {
			t.Errorf("%s: pairwise\n%+v\nlistwise\n%+v", name, pairwise, listwise)
		}
	}
}

// Lambda 6 is from covariances and G6 from correlations, in both ways: as in
// TestItemWithoutVariance, with cov(x, use = "pairwise") of bfi_agree_n65_na.
func TestLambda6(t *testing.T) {
	d := reference(t, "bfi_agree_n65_na")
	closeTo(t, "listwise lambda 6", d.listwise.Lambda6, 0.82985088331811097)
	closeTo(t, "listwise G6", d.listwise.G6, 0.83144873632723626)
	closeTo(t, "pairwise lambda 6", d.pairwise.Lambda6, 0.76387698423038519)
	closeTo(t, "pairwise G6", d.pairwise.G6, 0.76972592663279948)
}

// Pairwise, the critical r, p and the verdict count those who answered the item.
//
// R 4.2.2, psych 2.2.9: s <- psych::alpha(x)$item.stats; df <- s$n - 2;
// t <- qt(.975, df); t/sqrt(df + t^2); u <- s$r.drop*sqrt(df/(1 - s$r.drop^2)); 2*pt(-abs(u), df)
func TestPairwiseVerdict(t *testing.T) {
	d := reference(t, "bfi_agree_n65_na")
	pairwise := d.pairwise
	pairwise.Correlation = "corrected"
	for i, want := range []struct {
		df          int
		critical, p float64
	}{
		{59, 0.25209375334738993, 3.7200215178382354e-03},
		{58, 0.25420428544088614, 1.1656706140279840e-08},
		{56, 0.25858930978935574, 1.6657285379464891e-09},
		{59, 0.25209375334738993, 1.7815908777130318e-08},
		{59, 0.25209375334738993, 3.8378345467812068e-04},
	} {
		it := pairwise.Items[i]
		pairwise.test(&it)
		if it.DF != want.df || it.Valid != Pass {
			t.Errorf("item %d: df %d, verdict %d", i, it.DF, it.Valid)
		}
		closeTo(t, "critical r", it.CriticalR, want.critical)
		closeTo(t, "p", it.P, want.p)
	}
}

// An item is valid where p is below the significance and r positive, and not
// elsewhere, however many rows are missing.
func TestVerdictFollowsP(t *testing.T) {
	d := reference(t, "bfi_agree_n65_na")
	for _, c := range []Construct{d.listwise, d.pairwise, d.both, d.other} {
		for _, it := range c.Items {
			p, _ := it.P.Get()
			if r, _ := c.R(&it).Get(); (it.Valid == Pass) != (r > 0 && p < c.Significance) {
				t.Errorf("%s, %s: r %g, p %g, verdict %d", c.Missing, it.ID, r, p, it.Valid)
			}
		}
	}
}
