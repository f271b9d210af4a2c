package analysis

import (
	"encoding/json"
	"os"
	"slices"
	"strconv"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"
)

// tests.json holds values of single statistics and of distributions, by R
// 4.2.2, beside their input.

// tally is the distribution of observations.
func tally(x []*float64) Frequencies {
	s := samples(x)
	return s.Group(0)
}

// samples are groups of observations, null ones left out.
func samples(groups ...[]*float64) Samples {
	var s Samples
	for _, g := range groups {
		for _, v := range g {
			if v != nil {
				s.Values = append(s.Values, *v)
			}
		}
	}
	slices.Sort(s.Values)
	s.Values = slices.Compact(s.Values)
	for _, g := range groups {
		counts := make([]int, len(s.Values))
		for _, v := range g {
			if v != nil {
				counts[slices.Index(s.Values, *v)]++
			}
		}
		s.Counts = append(s.Counts, counts)
	}
	return s
}

// testInput is what the reference values of tests.json are of.
type testInput struct {
	Univariate map[string]struct {
		X []*float64
		P []float64 `json:"quantiles_p"`
	}
	TwoGroups   map[string]struct{ X, Y []*float64 }     `json:"two_groups"`
	KGroups     map[string]struct{ Groups [][]*float64 } `json:"k_groups"`
	Contingency map[string]struct{ Table [][]int }
	Proportions []struct{ X, N int }
	Dist        struct {
		Pnorm  struct{ X []float64 }
		Qnorm  struct{ P []float64 }
		Pt     struct{ T, DF []float64 }
		Qt     struct{ P, DF []float64 }
		Pf     struct{ F, D1, D2 []float64 }
		Qf     struct{ P, D1, D2 []float64 }
		Pchisq struct{ X, DF []float64 }
	}
}

func (in *testInput) rules() map[string]func(leaf) compare {
	last := func(l leaf) int {
		i, _ := strconv.Atoi(l.path[len(l.path)-1])
		return i
	}
	frequencies := func(l leaf) Frequencies { return tally(in.Univariate[l.path[1]].X) }
	out := describing("univariate.*.descr.", frequencies, func(l leaf) int {
		return len(in.Univariate[l.path[1]].X) - frequencies(l).N()
	})
	add := func(path string, rule func(leaf) compare) { out[path] = rule }
	quantile := func(kind QuantileType) func(leaf) compare {
		return func(l leaf) compare {
			u := in.Univariate[l.path[1]]
			return compare{got: tally(u.X).Quantile(u.P[last(l)], kind), tolerance: 1e-12}
		}
	}
	add("univariate.*.quantiles_type6.*", quantile(QuantileSPSS))
	add("univariate.*.quantiles_type7.*", quantile(QuantileR))
	add("univariate.*.t_ci95_mean.*", func(l leaf) compare {
		i := MeanInterval(frequencies(l), 0.95)
		return compare{got: []Value{i.Low, i.High}[last(l)], tolerance: 1e-10}
	})

	two := func(get func(Samples) Value, tolerance float64) func(leaf) compare {
		return func(l leaf) compare {
			g := in.TwoGroups[l.path[1]]
			return compare{got: get(samples(g.X, g.Y)), tolerance: tolerance}
		}
	}
	test := func(get func(RankTest) Value) func(Samples) Value {
		return func(s Samples) Value { return get(MannWhitney(s)) }
	}
	// scaled is a value that follows from one of the test by arithmetic.
	scaled := func(v Value, f func(float64) float64) Value {
		if x, ok := v.Get(); ok {
			return Of(f(x))
		}
		return v
	}
	welch := func(get func(Shift) Value) func(Samples) Value {
		sample := func(f Frequencies) Sample { return Sample{f.N(), f.Mean(), f.SD()} }
		return func(s Samples) Value { return get(Welch(sample(s.Group(1)), sample(s.Group(0)))) }
	}
	add("two_groups.*.t_welch", two(welch(func(s Shift) Value { return s.T }), 1e-12))
	add("two_groups.*.t_welch_df", two(welch(func(s Shift) Value { return s.DF }), 1e-12))
	add("two_groups.*.t_welch_p", two(welch(func(s Shift) Value { return s.P }), 1e-10))
	add("two_groups.*.rank_sum_x", two(func(s Samples) Value { return Of(s.rank().sums[0]) }, 1e-12))
	add("two_groups.*.mean_rank_x", two(test(func(t RankTest) Value { return t.MeanRanks[0] }), 1e-12))
	add("two_groups.*.mean_rank_y", two(test(func(t RankTest) Value { return t.MeanRanks[1] }), 1e-12))
	add("two_groups.*.U_x", two(test(func(t RankTest) Value { return t.Statistic }), 1e-12))
	add("two_groups.*.U_min_spss", two(func(s Samples) Value {
		r := s.rank()
		return scaled(MannWhitney(s).Statistic, func(u float64) float64 { return min(u, float64(r.sizes[0]*r.sizes[1])-u) })
	}, 1e-12))
	add("two_groups.*.tie_corrected_sd", two(func(s Samples) Value { return Of(s.rank().deviationOfU()) }, 1e-12))
	add("two_groups.*.Z_no_cc", two(test(func(t RankTest) Value { return t.Z }), 1e-12))
	add("two_groups.*.p_two_no_cc", two(test(func(t RankTest) Value { return t.P }), 1e-10))
	add("two_groups.*.p_two_cc", two(test(func(t RankTest) Value { return t.PContinuity }), 1e-10))
	add("two_groups.*.p_exact_if_no_ties", two(test(func(t RankTest) Value { return t.PExact }), 1e-10))
	add("two_groups.*.r_effect_Z_over_sqrtN", two(test(func(t RankTest) Value { return t.Effect }), 1e-12))
	add("two_groups.*.rank_biserial", two(test(func(t RankTest) Value { return t.RankBiserial }), 1e-12))
	add("two_groups.*.cliffs_delta", two(test(func(t RankTest) Value { return t.RankBiserial }), 1e-12))
	add("two_groups.*.prob_superiority_A", two(func(s Samples) Value {
		return scaled(MannWhitney(s).RankBiserial, func(r float64) float64 { return (r + 1) / 2 })
	}, 1e-12))

	groups := func(get func(Samples, leaf) Value, tolerance float64) func(leaf) compare {
		return func(l leaf) compare {
			s := samples(in.KGroups[l.path[1]].Groups...)
			return compare{got: get(s, l), tolerance: tolerance}
		}
	}
	add("k_groups.*.N", groups(func(s Samples, _ leaf) Value { return Of(float64(s.rank().n)) }, 0))
	add("k_groups.*.k", groups(func(s Samples, _ leaf) Value { return Of(float64(len(s.Counts))) }, 0))
	add("k_groups.*.df", groups(func(s Samples, _ leaf) Value { return Of(float64(KruskalWallis(s).DF)) }, 0))
	add("k_groups.*.mean_ranks.*", groups(func(s Samples, l leaf) Value { return KruskalWallis(s).MeanRanks[last(l)] }, 1e-12))
	add("k_groups.*.tie_C", groups(func(s Samples, _ leaf) Value { return Of(s.rank().untied()) }, 1e-12))
	add("k_groups.*.H_uncorrected", func(l leaf) compare {
		s := samples(in.KGroups[l.path[1]].Groups...)
		c := compare{got: Undefined(AllTied), tolerance: 1e-11}
		if s.rank().sound() == Defined {
			c.got = Of(s.rank().h())
		}
		return c
	})
	add("k_groups.*.H", groups(func(s Samples, _ leaf) Value { return KruskalWallis(s).Statistic }, 1e-11))
	add("k_groups.*.p", groups(func(s Samples, _ leaf) Value { return KruskalWallis(s).P }, 1e-10))
	add("k_groups.*.epsilon2_H_over_Nm1", groups(func(s Samples, _ leaf) Value { return KruskalWallis(s).Effect }, 1e-11))
	add("k_groups.*.eta2_H", groups(func(s Samples, _ leaf) Value { return EtaSquared(s) }, 1e-11))
	add("k_groups.*.dunn", groups(func(s Samples, _ leaf) Value { return Dunn(s)[0].P }, 0)) // where null
	dunn := func(get func(Pair) Value, tolerance float64) func(leaf) compare {
		return groups(func(s Samples, l leaf) Value { return get(Dunn(s)[last(l)]) }, tolerance)
	}
	add("k_groups.*.dunn.i.*", dunn(func(p Pair) Value { return Of(float64(p.A + 1)) }, 0))
	add("k_groups.*.dunn.j.*", dunn(func(p Pair) Value { return Of(float64(p.B + 1)) }, 0))
	add("k_groups.*.dunn.z.*", dunn(func(p Pair) Value { return p.Z }, 1e-11))
	add("k_groups.*.dunn.p.*", dunn(func(p Pair) Value { return p.P }, 1e-10))
	add("k_groups.*.dunn.p_holm.*", dunn(func(p Pair) Value { return p.PHolm }, 1e-10))

	table := func(get func(ChiSquareTest) Value, tolerance float64) func(leaf) compare {
		return func(l leaf) compare {
			return compare{got: get(ChiSquare(in.Contingency[l.path[1]].Table)), tolerance: tolerance}
		}
	}
	add("contingency.*.n", table(func(t ChiSquareTest) Value { return Of(float64(t.N)) }, 0))
	add("contingency.*.chi2", table(func(t ChiSquareTest) Value { return t.Statistic }, 1e-11))
	add("contingency.*.df", table(func(t ChiSquareTest) Value { return Of(float64(t.DF)) }, 0))
	add("contingency.*.p", table(func(t ChiSquareTest) Value { return t.P }, 1e-10))
	add("contingency.*.min_expected", table(func(t ChiSquareTest) Value { return t.MinExpected }, 1e-12))
	add("contingency.*.cells_expected_lt5", table(func(t ChiSquareTest) Value { return Of(float64(t.Few)) }, 0))
	add("contingency.*.cramers_V", table(func(t ChiSquareTest) Value { return t.CramersV }, 1e-11))

	share := func(l leaf) ShareInterval {
		i, _ := strconv.Atoi(l.path[1])
		return Share(in.Proportions[i].X, in.Proportions[i].N, 0)
	}
	wilson := func(l leaf) compare {
		s := share(l)
		return compare{got: []Value{s.Low, s.High}[last(l)], tolerance: 1e-12}
	}
	add("proportions.*.p", func(l leaf) compare { return compare{got: share(l).Share, tolerance: 1e-12} })
	add("proportions.*.wilson95.*", wilson)
	add("proportions.*.wilson95_prop_test.*", wilson)
	add("sampling.moe_n65_N90.moe", func(leaf) compare { return compare{got: MarginOfError(65, 0), tolerance: 1e-12} })
	add("sampling.moe_n65_N90.moe_fpc", func(leaf) compare { return compare{got: MarginOfError(65, 90), tolerance: 1e-12} })
	add("sampling.coverage", func(leaf) compare { return compare{got: responseRate(65, 90), tolerance: 1e-12} })

	d := &in.Dist
	at := func(get func(i int) float64, tolerance float64) func(leaf) compare {
		return func(l leaf) compare { return compare{got: Of(get(last(l))), tolerance: tolerance} }
	}
	add("dist.pnorm.upper.*", func(l leaf) compare {
		x := d.Pnorm.X[last(l)]
		c := compare{got: Of(normalTails(x) / 2), tolerance: 1e-12}
		if x < 0 {
			c.skip = "a tail is at most one half"
		}
		return c
	})
	add("dist.qnorm.q.*", at(func(i int) float64 { return distuv.UnitNormal.Quantile(d.Qnorm.P[i]) }, 1e-10))
	add("dist.pt.p_two.*", at(func(i int) float64 {
		x, df := d.Pt.T[i], d.Pt.DF[i]
		return betaRegularized(df/2, 0.5, df/(df+x*x), x*x/(df+x*x))
	}, 1e-12))
	add("dist.qt.q.*", at(func(i int) float64 { return tQuantile(d.Qt.P[i], d.Qt.DF[i]) }, 1e-10))
	add("dist.pf.upper.*", at(func(i int) float64 {
		f, a, b := d.Pf.F[i], d.Pf.D1[i]/2, d.Pf.D2[i]/2
		return betaRegularized(b, a, b/(b+a*f), a*f/(b+a*f))
	}, 1e-12))
	add("dist.qf.q.*", at(func(i int) float64 { return fQuantile(d.Qf.P[i], d.Qf.D1[i], d.Qf.D2[i]) }, 1e-10))
	add("dist.pchisq.upper.*", at(func(i int) float64 { return chiSquareTail(d.Pchisq.X[i], int(d.Pchisq.DF[i])) }, 1e-10))
	return out
}

// besideTests are input, and statistics that no report prints.
var besideTests = append(describedBeside("univariate.*.descr."),
	"univariate.*.descr.freq", // null for measurements
	"univariate.*.x.*", "univariate.*.quantiles_p.*", "univariate.*.quantiles_type2.*",
	"univariate.*.shapiro_**", "univariate.*.lilliefors_D",
	"two_groups.*.x.*", "two_groups.*.y.*", "two_groups.*.wilcoxon_W_spss_smaller_group_sum", "two_groups.*.abs_Z_cc",
	"two_groups.*.t_equal**", "two_groups.*.cohen_d_pooled",
	"k_groups.*.groups.**", "k_groups.*.dunn.p_bonferroni.*",
	"k_groups.*.anova**", "k_groups.*.welch**", "k_groups.*.levene_mean**", "k_groups.*.brown_forsythe_median**",
	"contingency.*.table.**", "contingency.*.chi2_yates", "contingency.*.p_yates", "contingency.*.expected.**",
	"contingency.*.G2", "contingency.*.G2_p", "contingency.*.linear_by_linear", "contingency.*.linear_by_linear_p",
	"contingency.*.fisher_p_two", "contingency.*.phi", "contingency.*.contingency_C", "contingency.*.tschuprow_T",
	"contingency.*.cramers_V_bias_corrected", "contingency.*.gamma", "contingency.*.tau_b",
	"gof_uniform.**", "correlation.**", "repeated.**",
	"proportions.*.x", "proportions.*.n", "proportions.*.clopper_pearson95.*", "proportions.*.agresti_coull95.*", "proportions.*.wald95.*",
	"sampling.slovin_**", "sampling.krejcie_morgan_N90",
	"dist.pnorm.x.*", "dist.pnorm.lower.*", "dist.qnorm.p.*", "dist.pt.t.*", "dist.pt.df.*", "dist.qt.p.*", "dist.qt.df.*",
	"dist.pf.f.*", "dist.pf.d1.*", "dist.pf.d2.*", "dist.qf.p.*", "dist.qf.d1.*", "dist.qf.d2.*", "dist.pchisq.x.*", "dist.pchisq.df.*",
)

func TestStatisticsEqualReference(t *testing.T) {
	const file = "testdata/reference/tests.json"
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	in := new(testInput)
	if err := json.Unmarshal(b, in); err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for k := range in.Univariate {
		names[k] = true
	}
	for k := range in.TwoGroups {
		names[k] = true
	}
	for k := range in.KGroups {
		names[k] = true
	}
	for k := range in.Contingency {
		names[k] = true
	}
	rules, used := in.rules(), map[string]int{}
	covers(t, "tests.json", leaves(t, file), names, rules, besideTests, used)
	allUsed(t, rules, besideTests, used)
}
