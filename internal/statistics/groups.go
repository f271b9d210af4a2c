package statistics

import "wogreport/internal/analysis"

// ofGroup describes a group's answers to an item, or its scores.
var ofGroup = []Statistic{
	{
		Key: "n", Of: func(s Subject) any { return s.ofGroup().N },
		Definition: "scores", Source: Elementary,
		Shown: places{at(Groups, 1, "group-answers", Whole)},
	},
	{
		Key: "mean", Of: func(s Subject) any { return s.ofGroup().Mean },
		Definition: "mean", Source: Elementary,
		Shown: places{at(Groups, 2, "mean", Three)},
	},
	{
		Key: "sd", Of: func(s Subject) any { return s.ofGroup().SD },
		Definition: "standard deviation, divisor n-1", Source: Elementary,
		Shown: places{at(Groups, 3, "sd", Three)},
	},
	{
		Key: "mean_ci95", Of: func(s Subject) any { return s.ofGroup().MeanCI95 },
		Definition: "95% interval of the mean; of a census there is none", Source: "Student’s t",
		Shown: places{at(Groups, 4, "mean-low", Three).low(), at(Groups, 5, "mean-high", Three).high()},
	},
	{
		Key: "median", Of: func(s Subject) any { return s.ofGroup().Median },
		Definition: "median", Source: Elementary,
		Shown: places{at(Groups, 6, "median", Two)},
	},
	{
		Key: "rank", Of: func(s Subject) any { return s.ofGroup().Rank },
		Definition: "of the mean among the groups, 1 for the largest", Source: Elementary,
		Shown: places{at(Groups, 8, "rank", Whole)},
	},
	{
		Key: "mean_rank", Of: func(s Subject) any { return s.compared.Test.MeanRanks[s.group] },
		Definition: "mean of the ranks that the test rests on", Source: Elementary,
		Shown: places{at(Groups, 7, "mean-rank", Two)},
	},
	{
		Key: "counts", Of: func(s Subject) any {
			if s.ofGroup().Counts == nil {
				return nil
			}
			return Counts{s.compared.Values, s.ofGroup().Counts}
		},
		Definition: "of an item: how often each value of the scale was given, after reversal",
	},
	{
		Key: "percents", Of: func(s Subject) any {
			if s.ofGroup().Counts == nil {
				return nil
			}
			return ByValue[analysis.Value]{s.compared.Values, s.ofGroup().Percents}
		},
		Definition: "these in percent of n", Source: Elementary,
	},
}

func (s Subject) ofGroup() analysis.GroupStatistics { return s.compared.Groups[s.group] }

// ofTest are the tests of whether groups answered alike.
var ofTest = []Statistic{
	{
		Key: "test", Of: func(s Subject) any { return Word(s.compared.Test.Kind) },
		Definition: "mann-whitney for two groups, kruskal-wallis for more, both corrected for ties",
		Shown:      places{at(GroupTests, 10, "test", Text)},
	},
	{
		Key: "u", Of: ofTwo(func(t analysis.RankTest) any { return t.Statistic }),
		Definition: "U of the first group", Source: "Mann & Whitney (1947)",
		Shown: places{at(GroupTests, 20, "statistic", Two)},
	},
	{
		Key: "ties", Of: func(s Subject) any { return s.compared.Test.Ties },
		Definition: "sum of t³ - t over the ranks that t of the scores share: the term by which the test is corrected for ties", Source: "Lehmann (1975), Kruskal & Wallis (1952)",
		Shown: places{at(GroupTests, 25, "ties", Whole)},
	},
	{
		Key: "z", Of: ofTwo(func(t analysis.RankTest) any { return t.Z }),
		Definition: "of U, corrected for ties, without continuity correction (as SPSS)", Source: "Lehmann (1975)",
		Shown: places{at(GroupTests, 30, "test-z", Three)},
	},
	{
		Key: "h", Of: ofMore(func(x *analysis.GroupTest) any { return x.Test.Statistic }),
		Definition: "H, corrected for ties", Source: "Kruskal & Wallis (1952)",
		Shown: places{at(GroupTests, 20, "statistic", Two)},
	},
	{
		Key: "df", Of: ofMore(func(x *analysis.GroupTest) any { return x.Test.DF }),
		Definition: "degrees of freedom of H: groups - 1",
		Shown:      places{at(GroupTests, 40, "df-groups", Whole)},
	},
	{
		Key: "p", Of: func(s Subject) any { return s.compared.Test.P },
		Definition: "two-tailed, by the normal or the chi-squared distribution", Source: "Lehmann (1975), Kruskal & Wallis (1952)",
		Shown: places{at(GroupTests, 50, "p-groups", P)},
	},
	{
		Key: "p_continuity", Of: ofTwo(func(t analysis.RankTest) any { return t.PContinuity }),
		Definition: "p with continuity correction", Source: "Lehmann (1975)",
	},
	{
		Key: "p_exact", Of: ofTwo(func(t analysis.RankTest) any { return t.PExact }),
		Definition: "p by the exact distribution of U; without ties, fewer than 50 in each group", Source: "Mann & Whitney (1947)",
	},
	{
		Key: "r", Of: ofTwo(func(t analysis.RankTest) any { return t.Effect }),
		Definition: "effect size |z|/sqrt(N); small from 0.1, medium from 0.3, large from 0.5", Source: "Cohen (1988)",
		Shown: places{at(GroupTests, 70, "effect", Three)},
	},
	{
		Key: "rank_biserial", Of: ofTwo(func(t analysis.RankTest) any { return t.RankBiserial }),
		Definition: "share of pairs in which the first group is larger, less the share of the others", Source: Elementary,
		Shown: places{at(GroupTests, 80, "rank-biserial", Three)},
	},
	{
		Key: "epsilon_squared", Of: ofMore(func(x *analysis.GroupTest) any { return x.Test.Effect }),
		Definition: "effect size H/(N-1); small from 0.01, medium from 0.08, large from 0.26", Source: "Tomczak & Tomczak (2014), Mangiafico (2016)",
		Shown: places{at(GroupTests, 70, "effect", Three)},
	},
	{
		Key: "eta_squared", Of: ofMore(func(x *analysis.GroupTest) any { return x.Eta }),
		Definition: "(H-k+1)/(N-k) with k groups; it can be negative", Source: "Tomczak & Tomczak (2014)",
		Shown: places{at(GroupTests, 90, "eta-squared", Three)},
	},
	{
		Key: "p_holm", Of: ofTested(func(it *analysis.GroupedItem) any { return it.PHolm }),
		Definition: "of an item: p adjusted for the number of items of the construct", Source: "Holm (1979)",
		Shown: places{at(GroupTests, 60, "p-holm", P)},
	},
	{
		Key: "answers.n", Of: ofTested(func(it *analysis.GroupedItem) any { return it.Answers.N }),
		Definition: "answers in the test of the answers by groups",
	},
	{
		Key: "answers.chi_squared", Of: ofTested(func(it *analysis.GroupedItem) any { return it.Answers.Statistic }),
		Definition: "chi-squared of the answers by groups; undefined where more than a fifth of the expected counts are below 5, or one below 1", Source: "Pearson (1900), Cochran (1954)",
		Shown: places{at(GroupTests, 100, "chi-squared", Two)},
	},
	{
		Key: "answers.df", Of: ofTested(func(it *analysis.GroupedItem) any { return it.Answers.DF }),
		Definition: "its degrees of freedom",
		Shown:      places{at(GroupTests, 110, "chi-df", Whole)},
	},
	{
		Key: "answers.p", Of: ofTested(func(it *analysis.GroupedItem) any { return it.Answers.P }),
		Definition: "its p", Source: "Pearson (1900)",
		Shown: places{at(GroupTests, 120, "chi-p", P)},
	},
	{
		Key: "answers.cramers_v", Of: ofTested(func(it *analysis.GroupedItem) any { return it.Answers.CramersV }),
		Definition: "its size, 0..1", Source: "Cramér (1946)",
		Shown: places{at(GroupTests, 130, "cramers-v", Three)},
	},
}

// ofTwo is a statistic of the test of two groups.
func ofTwo(of func(analysis.RankTest) any) func(Subject) any {
	return func(s Subject) any {
		if s.compared.Test.Kind != analysis.MannWhitneyTest {
			return nil
		}
		return of(s.compared.Test)
	}
}

// ofMore is a statistic of the test of more groups.
func ofMore(of func(*analysis.GroupTest) any) func(Subject) any {
	return func(s Subject) any {
		if s.compared.Test.Kind == analysis.MannWhitneyTest {
			return nil
		}
		return of(s.compared)
	}
}

// ofTested is a statistic of an item, which the score has not.
func ofTested(of func(*analysis.GroupedItem) any) func(Subject) any {
	return func(s Subject) any {
		if s.tested == nil {
			return nil
		}
		return of(s.tested)
	}
}

// ofPair compares two groups in a construct's score.
var ofPair = []Statistic{
	{Key: "a", Of: func(s Subject) any { return s.pair.A }, Definition: "index of a group"},
	{Key: "b", Of: func(s Subject) any { return s.pair.B }, Definition: "index of the other"},
	{
		Key: "z", Of: func(s Subject) any { return s.pair.Z },
		Definition: "of the difference of mean ranks", Source: "Dunn (1964)",
		Shown: places{at(GroupPairs, 1, "pair-z", Three)},
	},
	{
		Key: "p", Of: func(s Subject) any { return s.pair.P },
		Definition: "two-tailed", Source: "Dunn (1964)",
		Shown: places{at(GroupPairs, 2, "p-pair", P)},
	},
	{
		Key: "p_holm", Of: func(s Subject) any { return s.pair.PHolm },
		Definition: "adjusted for the number of pairs", Source: "Holm (1979)",
		Shown: places{at(GroupPairs, 3, "p-holm-pairs", P)},
	},
}
