package statistics

import (
	"slices"

	"wogreport/internal/analysis"
)

// ofItem are the statistics of an item.
var ofItem = slices.Concat(answers, itemTotal, itemInterpretation)

// answers are of the item's own answers.
var answers = []Statistic{
	{
		Key: "n", Of: func(s Subject) any { return s.item.N },
		Definition: "valid answers",
		Shown:      places{at(Describe, 10, "n", Whole), at(Descriptives, 10, "n-described", Whole)},
	},
	{
		Key: "missing", Of: func(s Subject) any { return s.item.Missing },
		Definition: "rows without an answer; where outside is withheld, also those with an answer outside the scale",
		Shown:      places{at(Describe, 20, "missing", Whole)},
	},
	{
		Key: "outside", Of: func(s Subject) any {
			switch {
			case s.item.OutsideHidden:
				return analysis.Undefined(analysis.Withheld)
			case s.item.Outside == nil:
				return nil
			}
			return s.item.Outside
		},
		Definition: "answers outside the scale (responses.outside), by their texts; they are neither in n nor missing",
	},
	{
		Key: "reversed", Of: func(s Subject) any { return s.item.Reversed },
		Definition: "scored as min + max - x",
	},
	{
		Key: "counts", Of: func(s Subject) any { return Counts{s.construct.Values, s.item.Counts} },
		Definition: "answers by scale value, ascending, after reversal",
	},
	{
		Key: "counts_as_answered", Of: func(s Subject) any {
			if !s.item.Reversed {
				return nil
			}
			return Counts{s.construct.Values, s.item.Answered}
		},
		Definition: "of a reversed item: answers as people ticked them",
	},
	{
		Key: "percents", Of: func(s Subject) any { return scored(s, s.item.Percents) },
		Definition: "counts in percent of n, 0..100, by the same values", Source: Elementary,
	},
	{
		Key: "percents_ci95", Of: func(s Subject) any { return scored(s, s.item.Intervals) },
		Definition: "95% interval of each percent; where the population N is known that of n(N-1)/(N-n) answers (finite-population correction); of a census there is none",
		Source:     "Wilson (1927)", Setting: "method.population",
	},
	{
		Key: "mean", Of: func(s Subject) any { return s.item.Mean },
		Definition: "arithmetic mean", Source: Elementary,
		Shown: places{at(Describe, 30, "mean", Three), at(Descriptives, 20, "mean", Three), at(Interpretation, 1, "mean-read", Two)},
	},
	{
		Key: "sd", Of: func(s Subject) any { return s.item.SD },
		Definition: "standard deviation, with divisor n-1", Source: Elementary,
		Shown: places{at(Describe, 40, "sd", Three), at(Descriptives, 30, "sd", Three)},
	},
	{
		Key: "median", Of: func(s Subject) any { return s.item.Median },
		Definition: "the middle score, or the mean of the two in the middle", Source: Elementary,
		Shown: places{at(Describe, 90, "median", Two), at(Descriptives, 50, "median", Two)},
	},
	{
		Key: "modes", Of: func(s Subject) any { return modes(s.item) },
		Definition: "the values with the largest count, ascending", Source: Elementary,
		Shown: places{at(Descriptives, 60, "mode", Whole)},
	},
	{
		Key: "variance", Of: func(s Subject) any { return s.item.Shape.Variance },
		Definition: "variance of the answers, with divisor n-1", Source: Elementary,
		Shown: places{at(Describe, 50, "variance", Three), at(Descriptives, 40, "variance", Three)},
	},
	{
		Key: "skewness", Of: func(s Subject) any { return s.item.Shape.Skewness },
		Definition: "G1, as SPSS prints it", Source: "Joanes & Gill (1998)",
		Shown: places{at(Describe, 60, "skewness", Two), at(Descriptives, 110, "skewness", Three)},
	},
	{
		Key: "skewness_se", Of: func(s Subject) any { return s.item.Shape.SkewnessSE },
		Definition: "standard error of the skewness if the scores were normal", Source: "Joanes & Gill (1998)",
		Shown: places{at(Describe, 60, "skewness", Two), at(Descriptives, 120, "skewness-se", Three)},
	},
	{
		Key: "kurtosis", Of: func(s Subject) any { return s.item.Shape.Kurtosis },
		Definition: "excess kurtosis G2, as SPSS prints it", Source: "Joanes & Gill (1998)",
		Shown: places{at(Describe, 70, "kurtosis", Two), at(Descriptives, 130, "kurtosis", Three)},
	},
	{
		Key: "kurtosis_se", Of: func(s Subject) any { return s.item.Shape.KurtosisSE },
		Definition: "standard error of the kurtosis if the scores were normal", Source: "Joanes & Gill (1998)",
		Shown: places{at(Describe, 70, "kurtosis", Two), at(Descriptives, 140, "kurtosis-se", Three)},
	},
	{
		Key: "quartiles_spss", Of: func(s Subject) any { return s.item.Shape.QuartilesSPSS },
		Definition: "first and third quartile by SPSS's definition (type 6)", Source: "Hyndman & Fan (1996)", Setting: "analysis.quartiles",
		Shown: places{
			at(Describe, 80, "q1", Two).low().with("spss"), at(Describe, 100, "q3", Two).high().with("spss"),
			at(Descriptives, 70, "q1-spss", Two).low(), at(Descriptives, 80, "q3-spss", Two).high(),
		},
	},
	{
		Key: "quartiles_r", Of: func(s Subject) any { return s.item.Shape.QuartilesR },
		Definition: "first and third quartile by R's definition (type 7)", Source: "Hyndman & Fan (1996)", Setting: "analysis.quartiles",
		Shown: places{
			at(Describe, 80, "q1", Two).low().with("r"), at(Describe, 100, "q3", Two).high().with("r"),
			at(Descriptives, 90, "q1-r", Two).low(), at(Descriptives, 100, "q3-r", Two).high(),
		},
	},
}

// itemTotal are of the item among those of its construct.
var itemTotal = []Statistic{
	{
		Key: "item_total_r", Of: func(s Subject) any { return s.item.ItemTotalR },
		Definition: "uncorrected: correlation with the total that the item is part of; pairwise, with the mean of each row's answers", Source: Elementary, Setting: "analysis.correlation",
		Shown: places{at(ItemTotal, 20, "r-uncorrected", Three), at(Validity, 40, "r-uncorrected", Three)},
	},
	{
		Key: "corrected_item_total_r", Of: func(s Subject) any { return s.item.CorrectedItemTotalR },
		Definition: "correlation with the sum of the other items", Source: Elementary, Setting: "analysis.correlation",
		Shown: places{at(ItemTotal, 10, "r-corrected", Three), at(Validity, 30, "r-corrected", Three), at(IfDeleted, 3, "r-corrected", Three)},
	},
	{
		Key: "df", Of: func(s Subject) any { return s.item.DF },
		Definition: "degrees of freedom of critical_r and p: complete rows - 2; pairwise, the item's n - 2", Setting: "analysis.missing",
		Shown: places{at(Validity, 20, "df", Whole)},
	},
	{
		Key: "critical_r", Of: func(s Subject) any { return s.item.CriticalR },
		Definition: "the r that the item must exceed (r tabel): t/sqrt(df + t²)", Source: "Student’s t", Setting: "analysis.significance, analysis.tails",
		Shown: places{at(Validity, 50, "r-table", Three)},
	},
	{
		Key: "p", Of: func(s Subject) any { return s.item.P },
		Definition: "p of the r named by the construct's correlation, with df degrees of freedom; one- or two-tailed as its tails say",
		Source:     "Student’s t", Setting: "analysis.correlation, analysis.tails",
		Shown: places{at(ItemTotal, 30, "p", P), at(Validity, 70, "p", P)},
	},
	{
		Key: "valid", Of: func(s Subject) any {
			r, _ := s.rs()
			return verdict(s.item.Valid, "valid", "invalid", r, s.item.CriticalR)
		},
		Definition: "whether that r exceeds critical_r", Setting: "analysis.correlation",
		Shown: places{at(Validity, 80, "verdict", Text)},
	},
	{
		Key: "valid_by_other_r", Of: func(s Subject) any {
			_, other := s.rs()
			return verdict(s.item.ValidOther, "valid", "invalid", other, s.item.CriticalR)
		},
		Definition: "whether the other r exceeds critical_r", Setting: "analysis.correlation",
		Shown: places{at(Validity, 90, "verdict-other", Text)},
	},
	{
		Key: "alpha_if_deleted", Of: func(s Subject) any { return s.item.AlphaIfDeleted },
		Definition: "Cronbach's alpha of the other items", Source: "Cronbach (1951)",
		Shown: places{at(ItemTotal, 80, "alpha-deleted", Three), at(IfDeleted, 6, "alpha-deleted", Three)},
	},
	{
		Key: "scale_mean_if_deleted", Of: func(s Subject) any { return s.item.ScaleMeanIfDeleted },
		Definition: "mean of the sum of the other items, complete rows", Source: Elementary,
		Shown: places{at(ItemTotal, 60, "scale-mean-deleted", Three), at(IfDeleted, 1, "scale-mean-deleted", Three)},
	},
	{
		Key: "scale_variance_if_deleted", Of: func(s Subject) any { return s.item.ScaleVarianceIfDeleted },
		Definition: "variance of the sum of the other items, complete rows", Source: Elementary,
		Shown: places{at(ItemTotal, 70, "scale-variance-deleted", Three), at(IfDeleted, 2, "scale-variance-deleted", Three)},
	},
	{
		Key: "smc", Of: func(s Subject) any { return s.item.SMC },
		Definition: "squared multiple correlation with the other items", Source: Elementary,
		Shown: places{at(ItemTotal, 40, "smc", Three), at(IfDeleted, 4, "smc", Three)},
	},
	{
		Key: "loading", Of: func(s Subject) any { return s.item.Loading },
		Definition: "on the one factor of omega", Source: "McDonald (1999)", Setting: "analysis.omega",
		Shown: places{at(ItemTotal, 50, "loading", Three), at(IfDeleted, 5, "loading", Three)},
	},
	{
		Key: "kmo", Of: func(s Subject) any { return s.item.KMO },
		Definition: "the item's own measure of sampling adequacy, by its correlations alone", Source: "Kaiser & Rice (1974)",
		Shown: places{at(FactorabilityOfItems, 10, "kmo", Three), at(IfDeleted, 8, "kmo", Three)},
	},
}

// rs are the r that the item's verdict follows, and the other.
func (s Subject) rs() (r, other analysis.Value) {
	if s.construct.Correlation == "uncorrected" {
		return s.item.ItemTotalR, s.item.CorrectedItemTotalR
	}
	return s.item.CorrectedItemTotalR, s.item.ItemTotalR
}
