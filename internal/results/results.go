// Package results owns results.json: every number of an analysis at full
// precision, under keys that stay. Encode is the one way in; its keys and their
// meanings stand in schema/results.schema.json. What is undefined is null, and
// the object that holds it says why under "undefined", by the stable key of
// the reason. Caveats stand in the object whose numbers they qualify.
package results

import (
	"io"
	"slices"
	"strconv"

	"wogreport/internal/analysis"
)

// Encode writes r as JSON, indented by two spaces, with a final newline. The
// same results give the same bytes.
func Encode(w io.Writer, r *analysis.Results) error {
	var o object
	o.add("n", r.N)
	o.add("answered", r.Answered())
	if r.Population > 0 {
		o.add("population", r.Population)
	} else {
		o.value("population", analysis.Undefined(analysis.UnknownSize))
	}
	o.value("response_rate", r.ResponseRate)
	o.value("margin_of_error", r.MarginOfError)
	o.add("synthetic", r.Synthetic)
	o.add("quality", quality(r.Quality))
	o.add("caveats", caveats(r.Caveats))
	constructs := list{}
	for i := range r.Constructs {
		constructs = append(constructs, construct(&r.Constructs[i]))
	}
	o.add("constructs", constructs)
	if len(r.Groups) > 0 {
		o.add("groups", groupings(r))
	}
	if r.IKM != nil {
		o.add("ikm", ikm(r.IKM))
	}
	if r.Importance != nil {
		o.add("importance", importance(r.Importance))
	}
	return write(w, o)
}

func quality(q analysis.Quality) object {
	var o, x object
	x.add("empty", q.Excluded.Empty)
	x.add("duplicates", q.Excluded.Duplicates)
	x.add("straightliners", q.Excluded.Straightliners)
	o.add("rows", q.Rows)
	o.add("empty", q.Empty)
	o.add("duplicates", q.Duplicates)
	o.add("straightliners", q.Straightliners)
	o.add("excluded", x)
	o.add("unread", q.Unread)
	return o
}

func construct(c *analysis.Construct) object {
	var o object
	o.add("id", c.ID)
	o.add("n", c.N)
	o.add("k", c.K)
	o.add("scale", numbers(c.Values))
	o.add("missing_handling", c.Missing)
	o.add("correlation", c.Correlation)
	o.add("significance", c.Significance)
	o.add("tails", c.Tails)
	o.add("df", c.DF)
	o.value("critical_r", c.CriticalR)
	o.value("alpha", c.Alpha)
	o.interval("alpha_ci95", c.AlphaCI95)
	o.value("alpha_standardized", c.AlphaStandardized)
	o.add("alpha_threshold", c.AlphaThreshold)
	o.verdict("reliable", c.Reliable, c.Alpha)
	o.value("alpha_se", c.AlphaSE)
	o.interval("alpha_ci95_duhachek", c.AlphaDuhachekCI95)
	o.value("mean_inter_item_r", c.MeanInterItemR)
	o.value("lambda6", c.Lambda6)
	o.add("omega_extraction", string(c.Extraction))
	o.value("omega", c.Omega)
	o.value("omega_raw", c.OmegaRaw)
	o.add("alpha_k", c.AlphaK)
	o.add("alpha_rows", list{c.PairsLow, c.PairsHigh})
	o.add("split_half", splitHalf(c.SplitHalf))
	o.value("scale_mean", c.ScaleMean)
	o.value("scale_sd", c.ScaleSD)
	o.value("scale_median", c.ScaleMedian)
	o.shape("scale_", c.ScaleShape)
	if c.Reading != nil {
		o.add("interpretation", constructReading(c.Reading))
	}
	o.add("caveats", caveats(c.Caveats))
	items := list{}
	for i := range c.Items {
		items = append(items, item(c, &c.Items[i]))
	}
	o.add("items", items)
	return o
}

func splitHalf(h analysis.SplitHalves) object {
	var o object
	o.add("k1", h.K1)
	o.add("k2", h.K2)
	o.value("alpha1", h.Alpha1)
	o.value("alpha2", h.Alpha2)
	o.value("r", h.R)
	o.value("spearman_brown", h.SpearmanBrown)
	o.value("spearman_brown_unequal", h.SpearmanBrownUnequal)
	o.value("guttman", h.Guttman)
	return o
}

func item(c *analysis.Construct, it *analysis.Item) object {
	var o object
	o.add("id", it.ID)
	o.add("n", it.N)
	o.add("missing", it.Missing)
	o.add("reversed", it.Reversed)
	o.add("counts", byValue(c.Values, it.Counts))
	if it.Reversed {
		o.add("counts_as_answered", byValue(c.Values, it.Answered))
	}
	o.percents(c.Values, it)
	o.percentIntervals(c.Values, it)
	o.value("mean", it.Mean)
	o.value("sd", it.SD)
	o.value("median", it.Median)
	o.add("modes", numbers(it.Modes))
	o.shape("", it.Shape)
	o.value("item_total_r", it.ItemTotalR)
	o.value("corrected_item_total_r", it.CorrectedItemTotalR)
	o.value("p", it.P)
	r, other := it.CorrectedItemTotalR, it.ItemTotalR
	if c.Correlation == "uncorrected" {
		r, other = other, r
	}
	o.verdict("valid", it.Valid, r, c.CriticalR)
	o.verdict("valid_by_other_r", it.ValidOther, other, c.CriticalR)
	o.value("alpha_if_deleted", it.AlphaIfDeleted)
	o.value("scale_mean_if_deleted", it.ScaleMeanIfDeleted)
	o.value("scale_variance_if_deleted", it.ScaleVarianceIfDeleted)
	o.value("smc", it.SMC)
	o.value("loading", it.Loading)
	if it.Reading != nil {
		o.add("interpretation", itemReading(it.Reading))
	}
	o.add("caveats", caveats(it.Caveats))
	return o
}

// shape adds what describes a distribution, under keys with a prefix.
func (o *object) shape(prefix string, s analysis.Shape) {
	o.value(prefix+"variance", s.Variance)
	o.value(prefix+"skewness", s.Skewness)
	o.value(prefix+"skewness_se", s.SkewnessSE)
	o.value(prefix+"kurtosis", s.Kurtosis)
	o.value(prefix+"kurtosis_se", s.KurtosisSE)
	o.interval(prefix+"quartiles_spss", s.QuartilesSPSS)
	o.interval(prefix+"quartiles_r", s.QuartilesR)
}

// percents adds the percents of the item's counts. Item.Percents are of the
// answers as ticked; in the file they go by the same values as "counts".
func (o *object) percents(values []int, it *analysis.Item) {
	ticked := slices.Clone(it.Percents)
	if it.Reversed {
		slices.Reverse(ticked)
	}
	var p object
	for i, v := range ticked {
		if v.Reason() != analysis.Defined {
			o.value("percents", v)
			return
		}
		p.value(strconv.Itoa(values[i]), v)
	}
	o.add("percents", p)
}

// percentIntervals adds the intervals of the percents, by the same values.
func (o *object) percentIntervals(values []int, it *analysis.Item) {
	ticked := slices.Clone(it.Intervals)
	if it.Reversed {
		slices.Reverse(ticked)
	}
	var p object
	for i, v := range ticked {
		if v.Low.Reason() != analysis.Defined {
			o.interval("percents_ci95", v)
			return
		}
		p.interval(strconv.Itoa(values[i]), v)
	}
	o.add("percents_ci95", p)
}

func byValue(values, counts []int) object {
	var o object
	for i, v := range values {
		if counts[i] == analysis.HiddenCount {
			o.null(strconv.Itoa(v), analysis.Withheld)
		} else {
			o.add(strconv.Itoa(v), counts[i])
		}
	}
	return o
}

func numbers(n []int) list {
	l := list{}
	for _, v := range n {
		l = append(l, v)
	}
	return l
}
