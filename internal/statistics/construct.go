package statistics

import "slices"

// ofConstruct are the statistics of a construct with k items.
var ofConstruct = slices.Concat(settings, reliability, splitHalves, scale, constructInterpretation)

// settings are how the construct is analysed, and the r that follows from that.
var settings = []Statistic{
	{
		Key: "n", Of: func(s Subject) any { return s.construct.N },
		Definition: "complete rows", Setting: "analysis.missing",
		Shown: places{at(Reliability, 2, "n-complete", Whole), at(Validity, 1, "n-complete", Whole).beside(), at(Descriptives, 1, "n-described", Whole)},
	},
	{
		Key: "n_outside", Of: func(s Subject) any {
			if s.construct.OutsideRows == 0 {
				return nil
			}
			return s.construct.OutsideRows
		},
		Definition: "rows with an answer to every item, some of it outside the scale: neither complete nor lacking an answer",
	},
	{
		Key: "k", Of: func(s Subject) any { return s.construct.K },
		Definition: "items",
		Shown:      places{at(Reliability, 1, "k", Whole)},
	},
	{
		Key: "scale", Of: func(s Subject) any { return s.construct.Values },
		Definition: "the values of the scale, ascending", Setting: "scale",
	},
	{
		Key: "missing_handling", Of: func(s Subject) any { return Word(s.construct.Missing) },
		Definition: "listwise: complete rows, as SPSS; pairwise: as psych's alpha, items without variance left out", Setting: "analysis.missing",
	},
	{
		Key: "correlation", Of: func(s Subject) any { return Word(s.construct.Correlation) },
		Definition: "the r that verdicts and p follow", Setting: "analysis.correlation",
		Shown: places{at(Validity, 6, "r-used", Text).beside()},
	},
	{
		Key: "significance", Of: func(s Subject) any { return s.construct.Significance },
		Definition: "significance of critical_r", Setting: "analysis.significance",
	},
	{
		Key: "tails", Of: func(s Subject) any { return s.construct.Tails },
		Definition: "tails of critical_r and of p", Setting: "analysis.tails",
	},
	{
		Key: "df", Of: func(s Subject) any { return s.construct.DF },
		Definition: "degrees of freedom of critical_r, n - 2",
		Shown:      places{at(Validity, 2, "df", Whole).beside()},
	},
	{
		Key: "critical_r", Of: func(s Subject) any { return s.construct.CriticalR },
		Definition: "the r that an item must exceed (r tabel): t/sqrt(df + t²); pairwise that of the complete rows", Source: "Student’s t", Setting: "analysis.significance, analysis.tails",
		Shown: places{at(Validity, 5, "r-table", Three).beside()},
	},
}

// reliability is the internal consistency of the items.
var reliability = []Statistic{
	{
		Key: "alpha", Of: func(s Subject) any { return s.construct.Alpha },
		Definition: "Cronbach's alpha: k/(k-1) · (1 - sum of the item variances / variance of the sum)", Source: "Cronbach (1951)",
		Shown: places{
			at(ScaleStatistics, 1, "stat-alpha-feldt", Three), at(ScaleStatistics, 2, "stat-alpha-duhachek", Three), at(Reliability, 3, "alpha", Three),
			at(IfDeleted, 7, "alpha-all", Three).beside(), at(Interpretation, 11, "alpha", Three),
		},
	},
	{
		Key: "alpha_ci95", Of: func(s Subject) any { return s.construct.AlphaCI95 },
		Definition: "Feldt's 95% interval of alpha", Source: "Feldt, Woodruff & Salih (1987)",
		Shown: places{at(ScaleStatistics, 1, "stat-alpha-feldt", Three), at(Reliability, 4, "feldt-low", Three).low(), at(Reliability, 5, "feldt-high", Three).high()},
	},
	{
		Key: "alpha_standardized", Of: func(s Subject) any { return s.construct.AlphaStandardized },
		Definition: "alpha from the mean inter-item correlation", Source: "Cronbach (1951)",
		Shown: places{at(ScaleStatistics, 4, "stat-alpha-standardized", Three), at(Reliability, 8, "stat-alpha-standardized", Three)},
	},
	{
		Key: "alpha_threshold", Of: func(s Subject) any { return s.construct.AlphaThreshold },
		Definition: "the alpha above which the study calls a construct reliable", Setting: "analysis.alpha_threshold",
		Shown: places{at(Reliability, 6, "alpha-threshold", Two)},
	},
	{
		Key: "reliable", Of: func(s Subject) any {
			return verdict(s.construct.Reliable, "reliable", "unreliable", s.construct.Alpha)
		},
		Definition: "whether alpha exceeds alpha_threshold", Setting: "analysis.alpha_threshold",
		Shown: places{at(Reliability, 7, "reliable", Text)},
	},
	{
		Key: "alpha_se", Of: func(s Subject) any { return s.construct.AlphaSE },
		Definition: "asymptotic standard error of alpha, of the items that have a variance", Source: "Duhachek & Iacobucci (2004)",
		Shown: places{at(ScaleStatistics, 3, "stat-alpha-se", Three), at(Reliability, 16, "stat-alpha-se", Three)},
	},
	{
		Key: "alpha_ci95_duhachek", Of: func(s Subject) any { return s.construct.AlphaDuhachekCI95 },
		Definition: "alpha ± 1.96 alpha_se, of the items that have a variance", Source: "Duhachek & Iacobucci (2004)",
		Shown: places{
			at(ScaleStatistics, 2, "stat-alpha-duhachek", Three), at(Reliability, 17, "duhachek-low", Three).low(),
			at(Reliability, 18, "duhachek-high", Three).high(),
		},
	},
	{
		Key: "mean_inter_item_r", Of: func(s Subject) any { return s.construct.MeanInterItemR },
		Definition: "mean correlation of the pairs of items that have a variance", Source: Elementary,
		Shown: places{at(ScaleStatistics, 12, "stat-mean-r", Three), at(Reliability, 9, "stat-mean-r", Three)},
	},
	{
		Key: "lambda6", Of: func(s Subject) any { return s.construct.Lambda6 },
		Definition: "Guttman's lambda 6; pairwise from correlations, as psych's G6", Source: "Guttman (1945)",
		Shown: places{at(ScaleStatistics, 5, "stat-lambda6", Three), at(Reliability, 10, "stat-lambda6", Three)},
	},
	{
		Key: "omega_extraction", Of: func(s Subject) any { return Word(s.construct.Extraction) },
		Definition: "how the one factor of omega is fitted: by maximum likelihood (ml) or minimum residuals (minres)", Setting: "analysis.omega",
	},
	{
		Key: "omega", Of: func(s Subject) any { return s.construct.Omega },
		Definition: "McDonald's omega of one factor, of the standardised items: (Σλ)²/((Σλ)² + Σ(1-λ²)); undefined for fewer than three items, where an item keeps less than 0.005 of its variance to itself (a Heywood case), or where more than one solution fits as well",
		Source:     "McDonald (1999)", Setting: "analysis.omega",
		Shown: places{at(ScaleStatistics, 6, "stat-omega", Three), at(Reliability, 11, "stat-omega", Three)},
	},
	{
		Key: "omega_raw", Of: func(s Subject) any { return s.construct.OmegaRaw },
		Definition: "the same of the items as they are scored", Source: "McDonald (1999)", Setting: "analysis.omega",
		Shown: places{at(ScaleStatistics, 7, "stat-omega-raw", Three), at(Reliability, 12, "stat-omega-raw", Three)},
	},
	{
		Key: "alpha_k", Of: func(s Subject) any { return s.construct.AlphaK },
		Definition: "items that alpha rests on; pairwise, those that have a variance", Setting: "analysis.missing",
		Shown: places{at(Reliability, 13, "alpha-k", Whole)},
	},
	{
		Key: "alpha_rows", Of: func(s Subject) any { return Range{s.construct.PairsLow, s.construct.PairsHigh} },
		Definition: "the least and the largest number of rows that a covariance rests on; n and n when listwise", Setting: "analysis.missing",
		Shown: places{at(Reliability, 14, "rows-low", Whole).low(), at(Reliability, 15, "rows-high", Whole).high()},
	},
}

// splitHalves are of the first half of the items and the second.
var splitHalves = []Statistic{
	{
		Key: "split_half.k1", Of: func(s Subject) any { return s.construct.SplitHalf.K1 },
		Definition: "items of the first half; it takes the odd one",
		Shown:      places{at(SplitHalf, 1, "k1", Whole)},
	},
	{
		Key: "split_half.k2", Of: func(s Subject) any { return s.construct.SplitHalf.K2 },
		Definition: "items of the second half",
		Shown:      places{at(SplitHalf, 2, "k2", Whole)},
	},
	{
		Key: "split_half.alpha1", Of: func(s Subject) any { return s.construct.SplitHalf.Alpha1 },
		Definition: "alpha of the first half", Source: "Cronbach (1951)",
		Shown: places{at(SplitHalf, 3, "alpha1", Three)},
	},
	{
		Key: "split_half.alpha2", Of: func(s Subject) any { return s.construct.SplitHalf.Alpha2 },
		Definition: "alpha of the second half", Source: "Cronbach (1951)",
		Shown: places{at(SplitHalf, 4, "alpha2", Three)},
	},
	{
		Key: "split_half.r", Of: func(s Subject) any { return s.construct.SplitHalf.R },
		Definition: "correlation between the halves", Source: Elementary,
		Shown: places{at(ScaleStatistics, 11, "stat-half-r", Three), at(SplitHalf, 5, "stat-half-r", Three)},
	},
	{
		Key: "split_half.spearman_brown", Of: func(s Subject) any { return s.construct.SplitHalf.SpearmanBrown },
		Definition: "r stepped up to the whole length: 2r/(1 + r)", Source: "Spearman (1910), Brown (1910)",
		Shown: places{at(ScaleStatistics, 8, "stat-spearman-brown", Three), at(SplitHalf, 6, "stat-spearman-brown", Three)},
	},
	{
		Key: "split_half.spearman_brown_unequal", Of: func(s Subject) any { return s.construct.SplitHalf.SpearmanBrownUnequal },
		Definition: "the same for halves of unequal length", Source: "Horst (1951)",
		Shown: places{at(ScaleStatistics, 9, "stat-horst", Three), at(SplitHalf, 7, "stat-horst", Three)},
	},
	{
		Key: "split_half.guttman", Of: func(s Subject) any { return s.construct.SplitHalf.Guttman },
		Definition: "Guttman's split-half coefficient: 4 times the covariance of the halves / variance of the sum", Source: "Guttman (1945)",
		Shown: places{at(ScaleStatistics, 10, "stat-guttman-split", Three), at(SplitHalf, 8, "stat-guttman-split", Three)},
	},
}

// scale are of the sum of the items.
var scale = []Statistic{
	{
		Key: "scale_mean", Of: func(s Subject) any { return s.construct.ScaleMean },
		Definition: "mean of the sum of the items, complete rows", Source: Elementary,
		Shown: places{at(ScaleStatistics, 13, "stat-scale-mean", Three), at(Descriptives, 2, "mean", Three)},
	},
	{
		Key: "scale_sd", Of: func(s Subject) any { return s.construct.ScaleSD },
		Definition: "standard deviation of that sum, with divisor n-1", Source: Elementary,
		Shown: places{at(ScaleStatistics, 14, "stat-scale-sd", Three), at(Descriptives, 3, "sd", Three)},
	},
	{
		Key: "scale_median", Of: func(s Subject) any { return s.construct.ScaleMedian },
		Definition: "median of that sum", Source: Elementary,
		Shown: places{at(ScaleStatistics, 16, "stat-scale-median", Three), at(Descriptives, 5, "median", Two)},
	},
	{
		Key: "scale_variance", Of: func(s Subject) any { return s.construct.ScaleShape.Variance },
		Definition: "variance of that sum, with divisor n-1", Source: Elementary,
		Shown: places{at(ScaleStatistics, 15, "stat-scale-variance", Three), at(Descriptives, 4, "variance", Three)},
	},
	{
		Key: "scale_skewness", Of: func(s Subject) any { return s.construct.ScaleShape.Skewness },
		Definition: "G1, as SPSS prints it", Source: "Joanes & Gill (1998)",
		Shown: places{at(ScaleStatistics, 19, "stat-scale-skewness", Three), at(Descriptives, 11, "skewness", Three)},
	},
	{
		Key: "scale_skewness_se", Of: func(s Subject) any { return s.construct.ScaleShape.SkewnessSE },
		Definition: "standard error of the skewness if the scores were normal", Source: "Joanes & Gill (1998)",
		Shown: places{at(ScaleStatistics, 20, "stat-scale-skewness-se", Three), at(Descriptives, 12, "skewness-se", Three)},
	},
	{
		Key: "scale_kurtosis", Of: func(s Subject) any { return s.construct.ScaleShape.Kurtosis },
		Definition: "excess kurtosis G2, as SPSS prints it", Source: "Joanes & Gill (1998)",
		Shown: places{at(ScaleStatistics, 21, "stat-scale-kurtosis", Three), at(Descriptives, 13, "kurtosis", Three)},
	},
	{
		Key: "scale_kurtosis_se", Of: func(s Subject) any { return s.construct.ScaleShape.KurtosisSE },
		Definition: "standard error of the kurtosis if the scores were normal", Source: "Joanes & Gill (1998)",
		Shown: places{at(ScaleStatistics, 22, "stat-scale-kurtosis-se", Three), at(Descriptives, 14, "kurtosis-se", Three)},
	},
	{
		Key: "scale_quartiles_spss", Of: func(s Subject) any { return s.construct.ScaleShape.QuartilesSPSS },
		Definition: "first and third quartile by SPSS's definition (type 6)", Source: "Hyndman & Fan (1996)", Setting: "analysis.quartiles",
		Shown: places{
			at(ScaleStatistics, 17, "stat-scale-q1", Three).low().with("spss"), at(ScaleStatistics, 18, "stat-scale-q3", Three).high().with("spss"),
			at(Descriptives, 7, "q1-spss", Two).low(), at(Descriptives, 8, "q3-spss", Two).high(),
		},
	},
	{
		Key: "scale_quartiles_r", Of: func(s Subject) any { return s.construct.ScaleShape.QuartilesR },
		Definition: "first and third quartile by R's definition (type 7)", Source: "Hyndman & Fan (1996)", Setting: "analysis.quartiles",
		Shown: places{
			at(ScaleStatistics, 17, "stat-scale-q1", Three).low().with("r"), at(ScaleStatistics, 18, "stat-scale-q3", Three).high().with("r"),
			at(Descriptives, 9, "q1-r", Two).low(), at(Descriptives, 10, "q3-r", Two).high(),
		},
	},
	{
		Key: "item_mean", Of: func(s Subject) any { return s.construct.ItemMean },
		Definition: "mean of a respondent's mean over the items, complete rows", Source: Elementary,
	},
	{
		Key: "item_sd", Of: func(s Subject) any { return s.construct.ItemSD },
		Definition: "standard deviation of a respondent's mean over the items, with divisor n-1", Source: Elementary,
	},
}
