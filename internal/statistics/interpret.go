package statistics

import "wogreport/internal/analysis"

// constructInterpretation is there where the study asks for it.
var constructInterpretation = []Statistic{
	{
		Key: "interpretation.item_mean", Of: interpretedConstruct(func(r *analysis.ConstructInterpretation) any { return r.Mean }),
		Definition: "mean of a respondent's mean over the items, complete rows", Source: Elementary, Setting: "interpretation",
		Shown: places{at(Interpretation, 1, "mean-read", Two)},
	},
	{
		Key: "interpretation.mean_class", Of: interpretedConstruct(func(r *analysis.ConstructInterpretation) any { return r.MeanBand }),
		Definition: "class of that mean", Source: "Widoyoko (2012)", Setting: "interpretation.classes",
		Shown: places{at(Interpretation, 2, "mean-class", Text)},
	},
	{
		Key: "interpretation.tcr", Of: interpretedConstruct(func(r *analysis.ConstructInterpretation) any { return r.TCR }),
		Definition: "that mean / greatest value of the scale × 100", Source: "Riduwan (2010)", Setting: "interpretation",
		Shown: places{at(Interpretation, 3, "tcr", Two)},
	},
	{
		Key: "interpretation.tcr_class", Of: interpretedConstruct(func(r *analysis.ConstructInterpretation) any { return r.TCRBand }),
		Definition: "class of the TCR", Source: "Riduwan (2010), or the study's own", Setting: "interpretation.tcr",
		Shown: places{at(Interpretation, 4, "tcr-class", Text)},
	},
	{
		Key: "interpretation.reliability_class", Of: interpretedConstruct(func(r *analysis.ConstructInterpretation) any { return r.Reliability }),
		Definition: "class of alpha", Source: "George & Mallery (2003), Guilford (1956), or the study's own", Setting: "interpretation.reliability",
		Shown: places{at(Interpretation, 12, "alpha-class", Text)},
	},
	{
		Key: "interpretation.class_width", Of: interpretedConstruct(func(r *analysis.ConstructInterpretation) any {
			if len(r.Limits) == 0 {
				return nil
			}
			return r.Width
		}),
		Definition: "(greatest - least value) / number of classes", Source: "Widoyoko (2012)", Setting: "interpretation.classes",
	},
	{
		Key: "interpretation.class_upper_limits", Of: interpretedConstruct(func(r *analysis.ConstructInterpretation) any {
			if len(r.Limits) == 0 {
				return nil
			}
			return r.Limits
		}),
		Definition: "upper limits of the classes of a mean, rounded to two decimals as the mean is; a limit belongs to the lower class", Source: "Widoyoko (2012)", Setting: "interpretation.classes",
	},
}

func interpretedConstruct(of func(*analysis.ConstructInterpretation) any) func(Subject) any {
	return func(s Subject) any {
		if s.construct.Interpretation == nil {
			return nil
		}
		return of(s.construct.Interpretation)
	}
}

// itemInterpretation is there where the study asks for it.
var itemInterpretation = []Statistic{
	{
		Key: "interpretation.mean_class", Of: interpretedItem(func(r *analysis.ItemInterpretation) any { return r.MeanBand }),
		Definition: "class of the mean", Source: "Widoyoko (2012)", Setting: "interpretation.classes",
		Shown: places{at(Interpretation, 2, "mean-class", Text)},
	},
	{
		Key: "interpretation.tcr", Of: interpretedItem(func(r *analysis.ItemInterpretation) any { return r.TCR }),
		Definition: "mean / greatest value of the scale × 100 (tingkat capaian responden)", Source: "Riduwan (2010)", Setting: "interpretation",
		Shown: places{at(Interpretation, 3, "tcr", Two)},
	},
	{
		Key: "interpretation.tcr_class", Of: interpretedItem(func(r *analysis.ItemInterpretation) any { return r.TCRBand }),
		Definition: "class of the TCR", Source: "Riduwan (2010), or the study's own", Setting: "interpretation.tcr",
		Shown: places{at(Interpretation, 4, "tcr-class", Text)},
	},
	{
		Key: "interpretation.top_two", Of: interpretedItem(func(r *analysis.ItemInterpretation) any { return r.TopTwo.Share }),
		Definition: "share of the two highest scores, 0..1, after reversal; where the study divides its scale (neutral, split), of those on its upper side", Source: Elementary, Setting: "interpretation.boxes",
		Shown: places{at(Interpretation, 5, "top-two", Share)},
	},
	{
		Key: "interpretation.top_two_ci95", Of: interpretedItem(func(r *analysis.ItemInterpretation) any { return r.TopTwo.Interval }),
		Definition: "Wilson's interval of that share, with finite-population correction", Source: "Wilson (1927)", Setting: "method.population",
		Shown: places{at(Interpretation, 6, "top-two-low", Share).low(), at(Interpretation, 7, "top-two-high", Share).high()},
	},
	{
		Key: "interpretation.bottom_two", Of: interpretedItem(func(r *analysis.ItemInterpretation) any { return r.BottomTwo.Share }),
		Definition: "share of the two lowest scores; where the study divides its scale (neutral, split), of those on its lower side", Source: Elementary, Setting: "interpretation.boxes",
		Shown: places{at(Interpretation, 8, "bottom-two", Share)},
	},
	{
		Key: "interpretation.bottom_two_ci95", Of: interpretedItem(func(r *analysis.ItemInterpretation) any { return r.BottomTwo.Interval }),
		Definition: "its interval", Source: "Wilson (1927)", Setting: "method.population",
		Shown: places{at(Interpretation, 9, "bottom-two-low", Share).low(), at(Interpretation, 10, "bottom-two-high", Share).high()},
	},
}

func interpretedItem(of func(*analysis.ItemInterpretation) any) func(Subject) any {
	return func(s Subject) any {
		if s.item.Interpretation == nil {
			return nil
		}
		return of(s.item.Interpretation)
	}
}
