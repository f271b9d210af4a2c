package view

import (
	"slices"
	"strings"

	"wogreport/internal/analysis"
	"wogreport/internal/words"
)

// addCaveats puts each caveat of the results, as a sentence, where it belongs.
func (v *View) addCaveats(res *analysis.Results, w *words.Words) {
	sentence := func(cav analysis.Caveat, name string) string {
		return w.Term(cav.Term(), CaveatView{Caveat: cav, Name: name})
	}
	few := slices.ContainsFunc(res.Caveats, func(c analysis.Caveat) bool { return c.Code == analysis.CaveatResponseRate })
	for _, cav := range res.Caveats {
		switch cav.Code {
		case analysis.CaveatNotSaturated: // of few answers the same is said
			if !few {
				v.SampleCaveats = append(v.SampleCaveats, sentence(cav, ""))
			}
		case analysis.CaveatNotRandom, analysis.CaveatSamplingUnsaid:
			v.IntervalCaveats = append(v.IntervalCaveats, sentence(cav, ""))
		case analysis.CaveatStraightliners: // is told beside their number
			v.ManyStraight, v.MostStraight = true, 2*v.Quality.Straightliners > v.Quality.Rows
		case analysis.CaveatSynthetic: // has a notice of its own
		default:
			v.SampleCaveats = append(v.SampleCaveats, sentence(cav, ""))
		}
	}
	for _, g := range v.Groups {
		for _, cav := range g.Grouping.Caveats {
			key := cav.Term()
			if cav.Code == analysis.CaveatGroupUnknown {
				key += "@named"
			}
			own := CaveatView{Caveat: cav, Grouping: g.Label}
			if cav.Code == analysis.CaveatGroupsSmall {
				own.Group = g.smallest(cav)
			}
			g.Caveats = append(g.Caveats, w.Term(key, own))
		}
	}
	for _, cv := range v.Constructs {
		for _, cav := range cv.Caveats {
			if _, ok := cv.Alpha.Get(); cav.Code == analysis.CaveatFactor || cav.Code == analysis.CaveatFewPerItem && !ok {
				continue // why there is no omega is told in its place, where it is asked for; what is not there is not unstable
			}
			if cav.Code == analysis.CaveatNegativeAlpha || cav.Code == analysis.CaveatRejected {
				cv.ReliabilityCaveats = append(cv.ReliabilityCaveats, sentence(cav, ""))
			} else {
				cv.ValidityCaveats = append(cv.ValidityCaveats, sentence(cav, ""))
			}
		}
		cv.ValidityCaveats = append(cv.ValidityCaveats, cv.itemCaveats(w)...)
	}
}

// itemCaveats are the sentences on single items, those that say the same of several
// as one.
func (c *ConstructView) itemCaveats(w *words.Words) []string {
	type kind struct {
		caveats []analysis.Caveat
		items   []*ItemView
	}
	negative := 0
	for _, it := range c.Items {
		if slices.ContainsFunc(it.Caveats, func(k analysis.Caveat) bool { return k.Code == analysis.CaveatNegativeR }) {
			negative++
		}
	}
	kinds := map[string]*kind{}
	var order []string
	for _, it := range c.Items {
		for _, cav := range it.Caveats {
			key := cav.Term()
			if cav.Code == analysis.CaveatNegativeR && negative > 1 && 2*negative > len(c.Items) { // there are no others to be held against
				key = "caveat." + cav.Code
			}
			if kinds[key] == nil {
				kinds[key] = &kind{}
				order = append(order, key)
			}
			k := kinds[key]
			k.caveats, k.items = append(k.caveats, cav), append(k.items, it)
		}
	}
	var out []string
	for _, key := range order {
		k := kinds[key]
		several := "caveats" + strings.TrimPrefix(key, "caveat")
		slight := !slices.ContainsFunc(k.caveats, func(c analysis.Caveat) bool { return !c.Slight() })
		near := k.caveats[0].Code == analysis.CaveatNegativeR && slices.ContainsFunc(k.caveats, func(c analysis.Caveat) bool { return analysis.NearZero(c.Params["r"]) })
		if near { // what is said of r close to zero is said of those above it, too
			k.caveats, k.items = c.withNearZero(k.caveats, k.items)
		}
		if most := several + "@most"; 2*len(k.items) > len(c.Items) && w.Has(most) {
			several = most
			if mixed := several + "-mixed"; near && w.Has(mixed) {
				several = mixed
			}
			if unproven := most + "-not-significant"; slight && !near && w.Has(unproven) {
				several = unproven
			} else if slightly := most + "-near-zero"; slight && w.Has(slightly) {
				several = slightly
			}
			if all := "caveats." + analysis.CaveatNegativeR + "@all-near-zero"; near && w.Has(all) &&
				!slices.ContainsFunc(k.caveats, func(c analysis.Caveat) bool { return !analysis.NearZero(c.Params["r"]) }) {
				several = all
			}
		}
		if len(k.items) > 1 && w.Has(several) {
			names := functions{w}.items(c.lang, k.items, ByNumber)
			if code := k.caveats[0].Code; code == analysis.CaveatNegativeR || code == analysis.CaveatVerdictDiffers && len(k.items) == len(c.Items) { // told of many by what is left
				if len(k.items) == len(c.Items) || len(runs(c.lang, k.items)) > 1 { // a run says which they are
					names = functions{w}.among(c.lang, k.items, c.Telling(), ByNumber)
				}
			}
			out = append(out, w.Term(several, CaveatsView{k.caveats, names, w}))
			continue
		}
		for i, cav := range k.caveats {
			own := CaveatView{Caveat: cav, Name: k.items[i].Name}
			if of := slices.IndexFunc(c.Items, func(it *ItemView) bool { return it.ID == cav.Of }); of >= 0 {
				own.OfName = c.Items[of].Name
			}
			out = append(out, w.Term(key, own))
		}
	}
	return out
}

// withNearZero are items with a negative r and their caveats, and among them those whose r is close
// to zero but not negative, which has no caveat of its own.
func (c *ConstructView) withNearZero(caveats []analysis.Caveat, items []*ItemView) (cs []analysis.Caveat, is []*ItemView) {
	for _, it := range c.Items {
		r, ok := it.R.Get()
		switch at := slices.Index(items, it); {
		case at >= 0:
			cs, is = append(cs, caveats[at]), append(is, it)
		case ok && r >= 0 && analysis.NearZero(r):
			own := analysis.Caveat{Code: analysis.CaveatNegativeR, Construct: c.ID, Item: it.ID, Params: map[string]float64{"r": r}}
			cs, is = append(cs, own), append(is, it)
		}
	}
	return cs, is
}
