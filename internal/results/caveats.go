package results

import (
	"fmt"

	"wogreport/internal/analysis"
)

// caveats are remarks with their code, an English sentence and its numbers.
func caveats(cs []analysis.Caveat) list {
	l := list{}
	for _, c := range cs {
		var o object
		o.add("code", c.Code)
		o.add("message", message(c))
		if len(c.Params) > 0 {
			o.add("params", c.Params)
		}
		l = append(l, o)
	}
	return l
}

// message is a caveat in English.
func message(c analysis.Caveat) string {
	p := c.Params
	switch c.Code {
	case analysis.CaveatNotSaturated:
		return fmt.Sprintf("the sampling is called saturated, but %g of %g answered", p["n"], p["N"])
	case analysis.CaveatNotRandom:
		return "the sample is not random; intervals and tests assume that it is"
	case analysis.CaveatSamplingUnsaid:
		return "the study does not say how respondents were chosen; intervals and tests assume a random sample"
	case analysis.CaveatSmallN:
		return fmt.Sprintf("only %g rows, fewer than %g; the statistics are unsteady", p["n"], p["limit"])
	case analysis.CaveatFewPerItem:
		return fmt.Sprintf("only %g complete rows for %g items, fewer than five for each", p["n"], p["k"])
	case analysis.CaveatNegativeAlpha:
		return fmt.Sprintf("alpha is negative (%.3g); an item may be worded the other way and not reversed", p["alpha"])
	case analysis.CaveatNegativeR:
		return fmt.Sprintf("the item-total r is negative (%.3g); the item may be worded the other way and not reversed", p["r"])
	case analysis.CaveatVerdictDiffers:
		return fmt.Sprintf("the verdict depends on which r is used: corrected %.3g, uncorrected %.3g, critical %.3g",
			p["corrected"], p["uncorrected"], p["critical"])
	case analysis.CaveatConstantItem:
		return "every answer to the item is the same, so it correlates with nothing"
	case analysis.CaveatMoreThanN:
		return fmt.Sprintf("%g answers from a population of %g", p["n"], p["N"])
	case analysis.CaveatSynthetic:
		return "the answers are synthetic, not collected from respondents"
	case analysis.CaveatMissing:
		return fmt.Sprintf("incomplete rows are left out: %g, with %g remaining", p["left_out"], p["n"])
	case analysis.CaveatGroupsHidden:
		return fmt.Sprintf("%g groups with %g respondents are left out, so that no group of fewer than %g can be told", p["groups"], p["n"], p["limit"])
	case analysis.CaveatGroupUnknown:
		return fmt.Sprintf("the group of %g respondents is not known; they are left out", p["n"])
	case analysis.CaveatGroupsSmall:
		return fmt.Sprintf("the smallest group has %g respondents, fewer than %g; p is a rough approximation", p["n"], p["limit"])
	case analysis.CaveatManyMissing:
		return fmt.Sprintf("%g of %g respondents did not answer the item", p["n"], p["N"])
	case analysis.CaveatStraightliners:
		return fmt.Sprintf("%g of %g rows give the same answer to every item, which raises correlations and alpha", p["n"], p["N"])
	case analysis.CaveatResponseRate:
		return fmt.Sprintf("only %g of %g people answered, less than 60%%", p["n"], p["N"])
	case analysis.CaveatWithheld:
		return fmt.Sprintf("counts of fewer than %g answers are withheld, and everything that would tell them", p["limit"])
	case analysis.CaveatFactor:
		return "one factor does not fit the items, so omega is undefined; alpha rests on the same assumption"
	case analysis.CaveatExcludedZero:
		return "no row answers every item"
	}
	return c.Code
}
