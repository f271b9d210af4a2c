package view

import (
	"wogreport/internal/analysis"
	"wogreport/internal/words"
)

// addCaveats puts each caveat of the results, as a sentence, where it belongs.
func (v *View) addCaveats(res *analysis.Results, w *words.Words) {
	sentence := func(cav analysis.Caveat, name string) string {
		return w.Term(cav.Term(), CaveatView{Caveat: cav, Name: name})
	}
	for _, cav := range res.Caveats {
		switch cav.Code {
		case analysis.CaveatNotRandom, analysis.CaveatSamplingUnsaid:
			v.IntervalCaveats = append(v.IntervalCaveats, sentence(cav, ""))
		case analysis.CaveatSynthetic: // has a notice of its own
		default:
			v.SampleCaveats = append(v.SampleCaveats, sentence(cav, ""))
		}
	}
	for _, g := range v.Groups {
		for _, cav := range g.Grouping.Caveats {
			g.Caveats = append(g.Caveats, sentence(cav, ""))
		}
	}
	for _, cv := range v.Constructs {
		for _, cav := range cv.Caveats {
			if cav.Code == analysis.CaveatNegativeAlpha || cav.Code == analysis.CaveatFactor || cav.Code == analysis.CaveatRejected {
				cv.ReliabilityCaveats = append(cv.ReliabilityCaveats, sentence(cav, ""))
			} else {
				cv.ValidityCaveats = append(cv.ValidityCaveats, sentence(cav, ""))
			}
		}
		for _, it := range cv.Items {
			for _, cav := range it.Caveats {
				cv.ValidityCaveats = append(cv.ValidityCaveats, sentence(cav, it.Name))
			}
		}
	}
}
