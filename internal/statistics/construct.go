package statistics

import (
	"slices"

	"wogreport/internal/analysis"
)

// ofConstruct are the statistics of a construct with k items.
var ofConstruct = slices.Concat(settings, reliability, splitHalves, scale, scores, constructInterpretation)

// settings are how the construct is analysed, and the r that follows from that.
var settings = []Statistic{
	{
		Key: "n", Of: func(s Subject) any { return s.construct.N },
		Definition: "complete rows", Setting: "analysis.missing",
		Shown: places{at(Reliability, 20, "n-complete", Whole), at(Validity, 10, "n-complete", Whole).beside(), at(Descriptives, 10, "n-described", Whole)},
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
		Shown:      places{at(Reliability, 10, "k", Whole)},
	},
	{
		Key: "scale", Of: func(s Subject) any { return s.construct.Values },
		Definition: "the values of the scale, ascending", Setting: "scale",
	},
	{
		Key: "missing_handling", Of: func(s Subject) any { return Word(s.construct.Missing) },
		Definition: "listwise: complete rows, as SPSS; pairwise: each covariance of the rows that answered both items, as psych's alpha; without a missing answer the two are the same", Setting: "analysis.missing",
	},
	{
		Key: "correlation", Of: func(s Subject) any { return Word(s.construct.Correlation) },
		Definition: "the r that verdicts and p follow", Setting: "analysis.correlation",
		Shown: places{at(Validity, 60, "r-used", Text).beside()},
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
	},
	{
		Key: "critical_r", Of: func(s Subject) any { return s.construct.CriticalR },
		Definition: "the r that an item must exceed (r tabel): t/sqrt(df + t²), of the complete rows; pairwise each item has its own", Source: "Student’s t", Setting: "analysis.significance, analysis.tails",
	},
}

// reliability is the internal consistency of the items.
var reliability = []Statistic{
	{
		Key: "alpha", Of: func(s Subject) any { return s.construct.Alpha },
		Definition: "Cronbach's alpha: k/(k-1) · (1 - sum of the item variances / variance of the sum), of the alpha_k items that have a variance", Source: "Cronbach (1951)",
		Shown: places{
			at(ScaleStatistics, 10, "stat-alpha-feldt", Three), at(ScaleStatistics, 20, "stat-alpha-duhachek", Three), at(Reliability, 30, "alpha", Three),
			at(IfDeleted, 7, "alpha-all", Three).beside(), at(Interpretation, 11, "alpha", Three),
		},
	},
	{
		Key: "alpha_ci95", Of: func(s Subject) any { return s.construct.AlphaCI95 },
		Definition: "Feldt's 95% interval of alpha", Source: "Feldt, Woodruff & Salih (1987)",
		Shown: places{at(ScaleStatistics, 10, "stat-alpha-feldt", Three), at(Reliability, 40, "feldt-low", Three).low(), at(Reliability, 50, "feldt-high", Three).high()},
	},
	{
		Key: "alpha_standardized", Of: func(s Subject) any { return s.construct.AlphaStandardized },
		Definition: "alpha from the mean inter-item correlation", Source: "Cronbach (1951)",
		Shown: places{at(ScaleStatistics, 40, "stat-alpha-standardized", Three), at(Reliability, 80, "stat-alpha-standardized", Three)},
	},
	{
		Key: "alpha_threshold", Of: func(s Subject) any { return s.construct.AlphaThreshold },
		Definition: "the alpha above which the study calls a construct reliable", Setting: "analysis.alpha_threshold",
		Shown: places{at(Reliability, 60, "alpha-threshold", Two)},
	},
	{
		Key: "reliable", Of: func(s Subject) any {
			return verdict(s.construct.Reliable, "reliable", "unreliable", s.construct.Alpha)
		},
		Definition: "whether alpha exceeds alpha_threshold", Setting: "analysis.alpha_threshold",
		Shown: places{at(Reliability, 70, "reliable", Text)},
	},
	{
		Key: "alpha_se", Of: func(s Subject) any { return s.construct.AlphaSE },
		Definition: "asymptotic standard error of alpha", Source: "Duhachek & Iacobucci (2004)",
		Shown: places{at(ScaleStatistics, 30, "stat-alpha-se", Three), at(Reliability, 160, "stat-alpha-se", Three)},
	},
	{
		Key: "alpha_ci95_duhachek", Of: func(s Subject) any { return s.construct.AlphaDuhachekCI95 },
		Definition: "alpha ± 1.96 alpha_se", Source: "Duhachek & Iacobucci (2004)",
		Shown: places{
			at(ScaleStatistics, 20, "stat-alpha-duhachek", Three), at(Reliability, 170, "duhachek-low", Three).low(),
			at(Reliability, 180, "duhachek-high", Three).high(),
		},
	},
	{
		Key: "mean_inter_item_r", Of: func(s Subject) any { return s.construct.MeanInterItemR },
		Definition: "mean correlation of the pairs of items that have a variance", Source: Elementary,
		Shown: places{at(FactorStatistics, 120, "stat-mean-r", Three), at(Reliability, 90, "stat-mean-r", Three)},
	},
	{
		Key: "min_inter_item_r", Of: func(s Subject) any { return s.construct.InterItemR.Low },
		Definition: "the least of these correlations", Source: Elementary,
		Shown: places{at(FactorStatistics, 122, "stat-min-r", Three), at(Reliability, 92, "stat-min-r", Three)},
	},
	{
		Key: "max_inter_item_r", Of: func(s Subject) any { return s.construct.InterItemR.High },
		Definition: "the largest of these correlations", Source: Elementary,
		Shown: places{at(FactorStatistics, 124, "stat-max-r", Three), at(Reliability, 94, "stat-max-r", Three)},
	},
	{
		Key: "lambda6", Of: func(s Subject) any { return s.construct.Lambda6 },
		Definition: "Guttman's lambda 6, from covariances", Source: "Guttman (1945)",
		Shown: places{at(ScaleStatistics, 50, "stat-lambda6", Three), at(Reliability, 100, "stat-lambda6", Three)},
	},
	{
		Key: "g6", Of: func(s Subject) any { return s.construct.G6 },
		Definition: "the same from correlations, as psych prints it", Source: "Guttman (1945), Revelle (psych)",
		Shown: places{at(ScaleStatistics, 55, "stat-g6", Three), at(Reliability, 105, "stat-g6", Three)},
	},
	{
		Key: "omega_extraction", Of: func(s Subject) any { return Word(s.construct.Extraction) },
		Definition: "how the one factor of omega is fitted: by maximum likelihood (ml) or minimum residuals (minres)", Setting: "analysis.omega",
	},
	{
		Key: "omega", Of: func(s Subject) any { return s.construct.Omega },
		Definition: "McDonald's omega of one factor, of the standardised items: (Σλ)²/((Σλ)² + Σ(1-λ²)); undefined for fewer than three items, where the solution is improper since an item keeps less than 0.005 of its variance to itself (a Heywood case), or where more than one solution fits as well",
		Source:     "McDonald (1999)", Setting: "analysis.omega",
		Shown: places{at(FactorStatistics, 60, "stat-omega", Three), at(Reliability, 110, "stat-omega", Three)},
	},
	{
		Key: "omega_raw", Of: func(s Subject) any { return s.construct.OmegaRaw },
		Definition: "the same of the items as they are scored", Source: "McDonald (1999)", Setting: "analysis.omega",
		Shown: places{at(FactorStatistics, 70, "stat-omega-raw", Three), at(Reliability, 120, "stat-omega-raw", Three)},
	},
	{
		Key: "one_factor.chi_squared", Of: func(s Subject) any { return s.construct.Fit.ChiSquared },
		Definition: "of the likelihood-ratio test that one factor describes the correlations, as psych's fa prints it: (n - 1 - (2k+5)/6 - 2/3) times the discrepancy; undefined where omega is, and for three items, which leave nothing to test",
		Source:     "Bartlett (1950), Lawley & Maxwell (1971)", Setting: "analysis.omega",
		Shown: places{at(FactorStatistics, 72, "stat-fit-chi-squared", Two), at(Reliability, 122, "stat-fit-chi-squared", Two)},
	},
	{
		Key: "one_factor.df", Of: func(s Subject) any { return s.construct.Fit.DF },
		Definition: "its degrees of freedom, k(k-3)/2 with k = alpha_k", Source: Elementary,
		Shown: places{at(FactorStatistics, 74, "stat-fit-df", Whole), at(Reliability, 124, "stat-fit-df", Whole)},
	},
	{
		Key: "one_factor.p", Of: func(s Subject) any { return s.construct.Fit.P },
		Definition: "its p", Source: "Lawley & Maxwell (1971)", Setting: "analysis.omega",
		Shown: places{at(FactorStatistics, 76, "stat-fit-p", P), at(Reliability, 126, "stat-fit-p", P)},
	},
	{
		Key: "one_factor.rmsea", Of: func(s Subject) any { return s.construct.Fit.RMSEA },
		Definition: "root mean square error of approximation: sqrt(max(0, chi_squared/(df n) - 1/(n-1)))", Source: "Steiger & Lind (1980)", Setting: "analysis.omega",
		Shown: places{at(FactorStatistics, 78, "stat-rmsea", Three), at(Reliability, 128, "stat-rmsea", Three)},
	},
	{
		Key: "alpha_k", Of: func(s Subject) any { return s.construct.AlphaK },
		Definition: "items that alpha and the other statistics of internal consistency rest on: those that have a variance in the rows used", Setting: "analysis.missing",
		Shown: places{at(Reliability, 130, "alpha-k", Whole)},
	},
	{
		Key: "alpha_rows", Of: func(s Subject) any { return Range{s.construct.PairsLow, s.construct.PairsHigh} },
		Definition: "the least and the largest number of rows that a covariance rests on; n and n when listwise", Setting: "analysis.missing",
		Shown: places{at(Reliability, 140, "rows-low", Whole).low(), at(Reliability, 150, "rows-high", Whole).high()},
	},
	{
		Key: "kmo", Of: func(s Subject) any { return s.construct.Factorability.KMO },
		Definition: "Kaiser, Meyer and Olkin's measure of sampling adequacy: the squared correlations of the items as a share of these and their squared partial correlations; undefined for two items, of which it is always one half",
		Source:     "Kaiser & Rice (1974)",
		Shown:      places{at(Reliability, 400, "kmo", Three)},
	},
	{
		Key: "bartlett.chi_squared", Of: func(s Subject) any { return s.construct.Factorability.ChiSquared },
		Definition: "of Bartlett's test of sphericity, that no two items correlate: -(n - 1 - (2k+5)/6) ln|R|", Source: "Bartlett (1951)",
		Shown: places{at(Reliability, 410, "bartlett-chi-squared", Two)},
	},
	{
		Key: "bartlett.df", Of: func(s Subject) any { return s.construct.Factorability.DF },
		Definition: "its degrees of freedom, k(k-1)/2 with k = alpha_k", Source: Elementary,
		Shown: places{at(Reliability, 420, "bartlett-df", Whole)},
	},
	{
		Key: "bartlett.p", Of: func(s Subject) any { return s.construct.Factorability.P },
		Definition: "its p", Source: "Bartlett (1951)",
		Shown: places{at(Reliability, 430, "bartlett-p", P)},
	},
}

// splitHalves are of the first half of the items and the second.
var splitHalves = []Statistic{
	{
		Key: "split_half.k1", Of: func(s Subject) any { return s.construct.SplitHalf.K1 },
		Definition: "items of the first half, of the alpha_k; it takes the odd one",
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
		Shown: places{at(FactorStatistics, 110, "stat-half-r", Three), at(SplitHalf, 5, "stat-half-r", Three)},
	},
	{
		Key: "split_half.spearman_brown", Of: func(s Subject) any { return s.construct.SplitHalf.SpearmanBrown },
		Definition: "r stepped up to the whole length: 2r/(1 + r)", Source: "Spearman (1910), Brown (1910)",
		Shown: places{at(FactorStatistics, 80, "stat-spearman-brown", Three), at(SplitHalf, 6, "stat-spearman-brown", Three)},
	},
	{
		Key: "split_half.spearman_brown_unequal", Of: func(s Subject) any { return s.construct.SplitHalf.SpearmanBrownUnequal },
		Definition: "the same for halves of unequal length", Source: "Horst (1951)",
		Shown: places{at(FactorStatistics, 90, "stat-horst", Three), at(SplitHalf, 7, "stat-horst", Three)},
	},
	{
		Key: "split_half.guttman", Of: func(s Subject) any { return s.construct.SplitHalf.Guttman },
		Definition: "Guttman's split-half coefficient: 4 times the covariance of the halves / variance of the sum", Source: "Guttman (1945)",
		Shown: places{at(FactorStatistics, 100, "stat-guttman-split", Three), at(SplitHalf, 8, "stat-guttman-split", Three)},
	},
}

// scale are of the sum of the items.
var scale = []Statistic{
	{
		Key: "scale_mean", Of: func(s Subject) any { return s.construct.ScaleMean },
		Definition: "mean of the sum of the items, complete rows", Source: Elementary,
		Shown: places{at(ScoreStatistics, 130, "stat-scale-mean", Three), at(Descriptives, 20, "mean", Three)},
	},
	{
		Key: "scale_sd", Of: func(s Subject) any { return s.construct.ScaleSD },
		Definition: "standard deviation of that sum, with divisor n-1", Source: Elementary,
		Shown: places{at(ScoreStatistics, 140, "stat-scale-sd", Three), at(Descriptives, 30, "sd", Three)},
	},
	{
		Key: "scale_se", Of: func(s Subject) any { return s.construct.ScaleSE },
		Definition: "standard error of the mean of that sum: scale_sd/sqrt(n)", Source: Elementary,
		Shown: places{at(ScoreStatistics, 135, "stat-scale-se", Three), at(Descriptives, 25, "se-mean", Three)},
	},
	{
		Key: "scale_min", Of: func(s Subject) any { return s.construct.ScaleEnds.Low },
		Definition: "the least sum", Source: Elementary,
		Shown: places{at(ScoreStatistics, 182, "stat-scale-min", Whole), at(Descriptives, 102, "minimum", Whole)},
	},
	{
		Key: "scale_max", Of: func(s Subject) any { return s.construct.ScaleEnds.High },
		Definition: "the largest sum", Source: Elementary,
		Shown: places{at(ScoreStatistics, 184, "stat-scale-max", Whole), at(Descriptives, 104, "maximum", Whole)},
	},
	{
		Key: "scale_median", Of: func(s Subject) any { return s.construct.ScaleMedian },
		Definition: "median of that sum", Source: Elementary,
		Shown: places{at(ScoreStatistics, 160, "stat-scale-median", Three), at(Descriptives, 50, "median", Two)},
	},
	{
		Key: "scale_variance", Of: func(s Subject) any { return s.construct.ScaleShape.Variance },
		Definition: "variance of that sum, with divisor n-1", Source: Elementary,
		Shown: places{at(ScoreStatistics, 150, "stat-scale-variance", Three), at(Descriptives, 40, "variance", Three)},
	},
	{
		Key: "scale_skewness", Of: func(s Subject) any { return s.construct.ScaleShape.Skewness },
		Definition: "G1, as SPSS prints it", Source: "Joanes & Gill (1998)",
		Shown: places{at(ScoreStatistics, 190, "stat-scale-skewness", Three), at(Descriptives, 110, "skewness", Three)},
	},
	{
		Key: "scale_skewness_se", Of: func(s Subject) any { return s.construct.ScaleShape.SkewnessSE },
		Definition: "standard error of the skewness if the scores were normal", Source: "Joanes & Gill (1998)",
		Shown: places{at(ScoreStatistics, 200, "stat-scale-skewness-se", Three), at(Descriptives, 120, "skewness-se", Three)},
	},
	{
		Key: "scale_kurtosis", Of: func(s Subject) any { return s.construct.ScaleShape.Kurtosis },
		Definition: "excess kurtosis G2, as SPSS prints it", Source: "Joanes & Gill (1998)",
		Shown: places{at(ScoreStatistics, 210, "stat-scale-kurtosis", Three), at(Descriptives, 130, "kurtosis", Three)},
	},
	{
		Key: "scale_kurtosis_se", Of: func(s Subject) any { return s.construct.ScaleShape.KurtosisSE },
		Definition: "standard error of the kurtosis if the scores were normal", Source: "Joanes & Gill (1998)",
		Shown: places{at(ScoreStatistics, 220, "stat-scale-kurtosis-se", Three), at(Descriptives, 140, "kurtosis-se", Three)},
	},
	{
		Key: "scale_quartiles_spss", Of: func(s Subject) any { return s.construct.ScaleShape.QuartilesSPSS },
		Definition: "first and third quartile by SPSS's definition (type 6)", Source: "Hyndman & Fan (1996)", Setting: "analysis.quartiles",
		Shown: places{
			at(ScoreStatistics, 170, "stat-scale-q1", Three).low().with("spss"), at(ScoreStatistics, 180, "stat-scale-q3", Three).high().with("spss"),
			at(Descriptives, 70, "q1-spss", Two).low(), at(Descriptives, 80, "q3-spss", Two).high(),
		},
	},
	{
		Key: "scale_quartiles_r", Of: func(s Subject) any { return s.construct.ScaleShape.QuartilesR },
		Definition: "first and third quartile by R's definition (type 7)", Source: "Hyndman & Fan (1996)", Setting: "analysis.quartiles",
		Shown: places{
			at(ScoreStatistics, 170, "stat-scale-q1", Three).low().with("r"), at(ScoreStatistics, 180, "stat-scale-q3", Three).high().with("r"),
			at(Descriptives, 90, "q1-r", Two).low(), at(Descriptives, 100, "q3-r", Two).high(),
		},
	},
	{
		Key: "item_mean", Of: func(s Subject) any { return s.construct.ItemMean },
		Definition: "mean of a respondent's mean over the items, complete rows: the mean of the item means", Source: Elementary,
		Shown: places{at(ScoreStatistics, 126, "stat-item-mean", Three), at(Reliability, 95, "stat-item-mean", Three)},
	},
	{
		Key: "item_mean_min", Of: func(s Subject) any { return s.construct.ItemMeans.Low },
		Definition: "the least mean of an item, complete rows", Source: Elementary,
		Shown: places{at(ScoreStatistics, 127, "stat-item-mean-min", Three), at(Reliability, 96, "stat-item-mean-min", Three)},
	},
	{
		Key: "item_mean_max", Of: func(s Subject) any { return s.construct.ItemMeans.High },
		Definition: "the largest mean of an item, complete rows", Source: Elementary,
		Shown: places{at(ScoreStatistics, 128, "stat-item-mean-max", Three), at(Reliability, 97, "stat-item-mean-max", Three)},
	},
	{
		Key: "item_sd", Of: func(s Subject) any { return s.construct.ItemSD },
		Definition: "standard deviation of a respondent's mean over the items, with divisor n-1", Source: Elementary,
	},
}

// scores are of the classes of the sum, where the study asks for them.
var scores = []Statistic{
	{
		Key: "scores.hypothetical_mean", Of: ofScores(func(s *analysis.Scores) analysis.Value { return s.Mean }),
		Definition: "the middle of the sum that the scale allows: k(max + min)/2", Source: "Azwar (2012)", Setting: "scores",
		Shown: places{at(Normality, 10, "hypothetical-mean", Two)},
	},
	{
		Key: "scores.hypothetical_sd", Of: ofScores(func(s *analysis.Scores) analysis.Value { return s.SD }),
		Definition: "a sixth of its range: k(max - min)/6", Source: "Azwar (2012)", Setting: "scores",
		Shown: places{at(Normality, 20, "hypothetical-sd", Two)},
	},
	{
		Key: "scores.shapiro_wilk_w", Of: ofScores(func(s *analysis.Scores) analysis.Value { return s.Normality.W }),
		Definition: "of Shapiro and Wilk's test that the sum is normally distributed, of 3 to 5000 complete rows", Source: "Shapiro & Wilk (1965)", Setting: "scores",
		Shown: places{at(Normality, 30, "shapiro-wilk-w", Three)},
	},
	{
		Key: "scores.shapiro_wilk_p", Of: ofScores(func(s *analysis.Scores) analysis.Value { return s.Normality.WP }),
		Definition: "its p, by the approximation of AS R94", Source: "Royston (1995)", Setting: "scores",
		Shown: places{at(Normality, 40, "shapiro-wilk-p", P)},
	},
	{
		Key: "scores.lilliefors_d", Of: ofScores(func(s *analysis.Scores) analysis.Value { return s.Normality.D }),
		Definition: "the largest distance between the distribution of the sum and the normal one with its mean and SD, of 5 complete rows and more", Source: "Lilliefors (1967)", Setting: "scores",
		Shown: places{at(Normality, 50, "lilliefors-d", Three)},
	},
	{
		Key: "scores.lilliefors_p", Of: ofScores(func(s *analysis.Scores) analysis.Value { return s.Normality.DP }),
		Definition: "its p; where that is above 0.1, by Stephens's (1974) modified statistic, as R's nortest", Source: "Dallal & Wilkinson (1986)", Setting: "scores",
		Shown: places{at(Normality, 60, "lilliefors-p", P)},
	},
}

// ofScores is a statistic of a construct's scores, nil where they are not asked for.
func ofScores(of func(*analysis.Scores) analysis.Value) func(Subject) any {
	return func(s Subject) any {
		if s.construct.Scores == nil {
			return nil
		}
		return of(s.construct.Scores)
	}
}
