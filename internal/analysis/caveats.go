package analysis

import (
	"slices"

	"wogreport/internal/study"
)

// SmallN is the number of rows below which a report advises caution.
const SmallN = 30

// rowsPerItem is the number of complete rows that an item analysis should have
// for each item.
const rowsPerItem = 5

// ManyMissing is the part of the answers to an item above which it is remarked on that they are missing.
const ManyMissing = 0.1

// What else is remarked on: a response rate below that which Fincham (2008) calls
// the goal, a tenth of the rows with one answer throughout.
const (
	lowResponse      = 0.6
	manyStraightline = 0.1
)

// smallR is where Cohen (1988) begins to call a correlation small.
const smallR = 0.1

// studyCaveats are the caveats of the answers of n respondents to the study as a whole, to which so many responded.
func studyCaveats(st *study.Study, q Quality, n, responded int) []Caveat {
	var out []Caveat
	add := func(code string, params map[string]float64) {
		out = append(out, Caveat{Code: code, Params: params})
	}
	if st.Responses.Synthetic {
		add(CaveatSynthetic, nil)
	}
	population, kind := st.Method.Population, st.Method.Sampling.Kind
	counts := map[string]float64{"n": float64(responded), "N": float64(population), "rest": float64(population - responded)}
	switch {
	case population == 0:
	case responded > population:
		add(CaveatMoreThanN, counts)
	case responded < population && kind == study.SamplingSaturated:
		add(CaveatNotSaturated, counts)
	}
	census := population != 0 && n == population
	switch {
	case census || kind == study.SamplingRandom:
	case kind == study.SamplingUnknown:
		add(CaveatSamplingUnsaid, nil)
	default:
		add(CaveatNotRandom, nil)
	}
	if n < SmallN {
		add(CaveatSmallN, map[string]float64{"n": float64(n), "limit": SmallN})
	}
	if responded <= population && !st.Method.Sampling.Partial() && float64(responded) < lowResponse*float64(population) {
		add(CaveatResponseRate, counts)
	}
	if rows, s := q.Rows, q.Straightliners-q.Excluded.Straightliners; float64(s) > manyStraightline*float64(rows) {
		add(CaveatStraightliners, map[string]float64{"n": float64(s), "N": float64(rows)})
	}
	return out
}

// computed reports whether the item analysis has a result: an alpha, or the r of some item.
func (c *Construct) computed() bool {
	_, ok := c.Alpha.Get()
	return ok || slices.ContainsFunc(c.Items, func(it Item) bool { _, ok := c.R(&it).Get(); return ok })
}

// addCaveats adds the caveats of a construct whose study so many rows answered. Few
// complete rows are remarked on where not already all rows are few.
func (c *Construct) addCaveats(rows int) {
	add := func(code string, params map[string]float64) {
		c.Caveats = append(c.Caveats, Caveat{Code: code, Construct: c.ID, Params: params})
	}
	n := float64(c.N)
	outside := slices.ContainsFunc(c.Items, func(it Item) bool { return it.AnyOutside() })
	if left := rows - c.N; left > 0 && c.Missing != "pairwise" {
		add(CaveatMissing, map[string]float64{"left_out": float64(left), "n": n})
		last(c.Caveats).outside = outside
		last(c.Caveats).lacking = left > c.OutsideRows
		if !outside { // of one, and of some who skipped all items, it is known how many
			skipped := 0
			for i := range c.Items {
				skipped += rows - c.Items[i].N
			}
			if left == 1 || skipped == left*len(c.Items) {
				p := last(c.Caveats).Params
				p["skipped"], p["k"] = float64(skipped/left), float64(len(c.Items))
			}
		}
	}
	switch {
	case c.N == 0 && c.Missing == "pairwise":
		add(CaveatExcludedZero, map[string]float64{"n": 0})
	case c.N == 0:
		add(CaveatExcludedZero, nil)
		last(c.Caveats).outside = outside
		last(c.Caveats).lacking = true
	case c.N < SmallN && rows >= SmallN && c.Missing != "pairwise" && c.computed():
		add(CaveatSmallN, map[string]float64{"n": n, "limit": SmallN})
	}
	used := c.N
	if c.Missing == "pairwise" {
		used = c.PairsLow
	}
	if used > 0 && used < rowsPerItem*c.K && c.computed() {
		add(CaveatFewPerItem, map[string]float64{"n": float64(used), "k": float64(c.K)})
		switch {
		case used == rows:
		case c.Missing == "pairwise":
			last(c.Caveats).other = "pairs"
		default:
			last(c.Caveats).other = "complete"
		}
	}
	if a, ok := c.Alpha.Get(); ok && a < 0 {
		add(CaveatNegativeAlpha, map[string]float64{"alpha": a})
		if r, ok := c.MeanInterItemR.Get(); ok && r >= 0 {
			last(c.Caveats).other = "covariances"
		} else {
			last(c.Caveats).reversed = slices.ContainsFunc(c.Items, func(it Item) bool { return it.Reversed })
		}
	}
	switch why := c.Omega.Reason(); why {
	case Heywood, NotConverged, NotIdentified:
		c.Caveats = append(c.Caveats, Caveat{Code: CaveatFactor, Construct: c.ID, Reason: why})
	}
	gaps := c.PairsLow < c.PairsHigh // the test knows of one number of respondents
	if p, ok := c.Fit.P.Get(); ok && p < c.Significance && !gaps {
		chi2, _ := c.Fit.ChiSquared.Get()
		df, _ := c.Fit.DF.Get()
		rmsea, _ := c.Fit.RMSEA.Get()
		add(CaveatRejected, map[string]float64{"chi_squared": chi2, "df": df, "p": p, "rmsea": rmsea})
	}
	for i := range c.Items {
		c.addItemCaveats(&c.Items[i], rows)
	}
}

func (c *Construct) addItemCaveats(it *Item, rows int) {
	add := func(code string, params map[string]float64) {
		it.Caveats = append(it.Caveats, Caveat{Code: code, Construct: c.ID, Item: it.ID, Params: params})
	}
	if without := rows - it.N; float64(without) > ManyMissing*float64(rows) {
		add(CaveatManyMissing, map[string]float64{"n": float64(without), "N": float64(rows)})
		last(it.Caveats).outside, last(it.Caveats).lacking = it.AnyOutside(), it.Missing > 0
	}
	followed := c.R(it)
	if followed.Reason() == ConstantItem {
		var params map[string]float64
		if sd, ok := it.SD.Get(); ok && sd > 0 { // it varies in rows that are left out
			params = map[string]float64{"n": float64(c.N)}
		}
		add(CaveatConstantItem, params)
	}
	if r, ok := followed.Get(); ok && r < 0 {
		add(CaveatNegativeR, map[string]float64{"r": r})
		critical, ok := it.CriticalR.Get()
		switch k := last(it.Caveats); {
		case NearZero(r):
			k.other = "near-zero"
		case !ok || r >= -critical:
			k.other = "not-significant"
		default:
			k.reversed = it.Reversed
		}
	}
	if it.Valid != NoVerdict && it.ValidOther != NoVerdict && it.Valid != it.ValidOther {
		corrected, _ := it.CorrectedItemTotalR.Get()
		uncorrected, _ := it.ItemTotalR.Get()
		critical, _ := it.CriticalR.Get()
		add(CaveatVerdictDiffers, map[string]float64{"corrected": corrected, "uncorrected": uncorrected, "critical": critical})
		other := "uncorrected"
		if c.Correlation == "uncorrected" {
			other = "corrected"
		}
		if it.ValidOther == Pass {
			last(it.Caveats).other = other + "-valid"
		} else {
			last(it.Caveats).other = other + "-invalid"
		}
	}
}

func last(cs []Caveat) *Caveat { return &cs[len(cs)-1] }
