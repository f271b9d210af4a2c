package report

import (
	"sort"
	"strconv"

	"wogreport/internal/analysis"
	"wogreport/internal/lang"
	"wogreport/internal/study"
)

func byVerdict(items []*ItemView, want analysis.Verdict) []*ItemView {
	var out []*ItemView
	for _, it := range items {
		if it.Valid == want {
			out = append(out, it)
		}
	}
	return out
}

type ConstructView struct {
	*analysis.Construct
	Label   string
	Items   []*ItemView
	Answers []Answer // the points of the scale, or classes of them, without counts
	Bare    bool     // the scale has bare numbers
	Several bool     // the study has more than one construct
	Legend  []Answer // the points that have a code besides a label
	Random  bool     // as in View
	// Sentences of caveats that belong to the two tests.
	ValidityCaveats, ReliabilityCaveats []string
	lang                                lang.Tag
	classes                             [][]int // per answer, the indexes of its points
	score                               string  // what a sentence puts before a bare number
}

func (c *ConstructView) Valid() []*ItemView     { return byVerdict(c.Items, analysis.Pass) }
func (c *ConstructView) Invalid() []*ItemView   { return byVerdict(c.Items, analysis.Fail) }
func (c *ConstructView) Undecided() []*ItemView { return byVerdict(c.Items, analysis.NoVerdict) }

func (c *ConstructView) Passed() bool { return c.Reliable == analysis.Pass }
func (c *ConstructView) Failed() bool { return c.Reliable == analysis.Fail }

func (c *ConstructView) Min() int { return c.Values[0] }

func (c *ConstructView) Max() int { return c.Values[len(c.Values)-1] }

func (c *ConstructView) AboveLabels() string { return c.Items[0].Above.Labels }

func (c *ConstructView) Corrected() bool { return c.Correlation != "uncorrected" }

func (c *ConstructView) Percentage() float64 { return 100 * c.Significance }

func (c *ConstructView) AnyMissing() bool {
	for _, it := range c.Items {
		if it.Missing > 0 {
			return true
		}
	}
	return false
}

func (c *ConstructView) AnyReversed() bool {
	for _, it := range c.Items {
		if it.Reversed {
			return true
		}
	}
	return false
}

func (c *ConstructView) Raises() []*ItemView {
	alpha, ok := c.Alpha.Get()
	var out []*ItemView
	for _, it := range c.Items {
		if a, ok2 := it.AlphaIfDeleted.Get(); ok && ok2 && lang.Round(a, 3) > lang.Round(alpha, 3) {
			out = append(out, it)
		}
	}
	return out
}

type Extremes struct {
	Low, High           []*ItemView
	LowValue, HighValue float64
}

func (e Extremes) Any() bool { return len(e.High) > 0 }

func (c *ConstructView) Means() Extremes {
	return extremes(c.Items, 2, func(it *ItemView) analysis.Value { return it.Mean })
}

func (c *ConstructView) Spreads() Extremes {
	return extremes(c.Items, 2, func(it *ItemView) analysis.Value { return it.SD })
}

func (c *ConstructView) Agreement() Extremes {
	return extremes(c.Items, 1, func(it *ItemView) analysis.Value {
		if it.N == 0 {
			return analysis.Undefined(analysis.NoRows)
		}
		return analysis.Of(it.Above.Percent)
	})
}

func (c *ConstructView) Rs() Extremes {
	return extremes(c.Items, 3, func(it *ItemView) analysis.Value { return it.R })
}

func extremes(items []*ItemView, decimals int, value func(*ItemView) analysis.Value) Extremes {
	type ranked struct {
		it *ItemView
		v  float64
	}
	var rs []ranked
	for _, it := range items {
		if v, ok := value(it).Get(); ok {
			rs = append(rs, ranked{it, lang.Round(v, decimals)})
		}
	}
	sort.SliceStable(rs, func(i, j int) bool { return rs[i].v < rs[j].v })
	if len(rs) < 2 || rs[0].v == rs[len(rs)-1].v {
		return Extremes{}
	}
	e := Extremes{LowValue: rs[0].v, HighValue: rs[len(rs)-1].v}
	for _, r := range rs {
		switch r.v {
		case e.LowValue:
			e.Low = append(e.Low, r.it)
		case e.HighValue:
			e.High = append(e.High, r.it)
		}
	}
	return e
}

func (c *ConstructView) MostAbove() []*ItemView {
	return c.where(func(it *ItemView) bool { return 2*it.Above.Count > it.N })
}

func (c *ConstructView) NotMostAbove() []*ItemView {
	return c.where(func(it *ItemView) bool { return it.N > 0 && 2*it.Above.Count <= it.N })
}

func (c *ConstructView) PopulationItems() []*ItemView {
	return c.where(func(it *ItemView) bool { return it.AboveClaim == OfPopulation || it.AboveClaim == OfEverybody })
}

func (c *ConstructView) TiedItems() []*ItemView {
	return c.where(func(it *ItemView) bool { return it.Pattern == Tied })
}

func (c *ConstructView) NeutralItems() []*ItemView {
	return c.where(func(it *ItemView) bool {
		for _, a := range it.Leading {
			if it.Middle.Points > 0 && a.Name == it.Middle.Labels {
				return true
			}
		}
		return false
	})
}

func (c *ConstructView) HasSummary() bool { return c.K > 1 }

func (c *ConstructView) BelowThreshold() bool {
	low, ok := c.AlphaCI95.Low.Get()
	return ok && c.Passed() && low <= c.AlphaThreshold
}

func (c *ConstructView) AnyAlphaIfDeleted() bool {
	return len(c.where(func(it *ItemView) bool { _, ok := it.AlphaIfDeleted.Get(); return ok })) > 0
}

func (c *ConstructView) where(keep func(*ItemView) bool) []*ItemView {
	var out []*ItemView
	for _, it := range c.Items {
		if keep(it) {
			out = append(out, it)
		}
	}
	return out
}

func newConstructView(sc *study.Construct, rc *analysis.Construct, l lang.Tag, several bool, w *words) *ConstructView {
	score := ""
	if sc.Scale.Bare {
		score = w.get("word.score") + " "
	}
	c := &ConstructView{
		Construct: rc,
		score:     score,
		Label:     inlineSource(sc.Label.In(l)),
		Bare:      sc.Scale.Bare,
		Several:   several,
		lang:      l,
	}
	if c.Label == "" {
		c.Label = escape(sc.ID)
	}
	c.classes = classes(sc.Scale.Points)
	for _, class := range c.classes {
		first, last := sc.Scale.Points[class[0]], sc.Scale.Points[class[len(class)-1]]
		label := first.Label.In(l)
		if label == "" {
			label = first.Code
		}
		if label == "" {
			label = strconv.Itoa(first.Value)
		}
		if len(class) > 1 {
			label = strconv.Itoa(first.Value) + "–" + strconv.Itoa(last.Value)
		}
		a := Answer{Label: escape(label), Name: score + escape(label), Value: last.Value}
		if len(class) == 1 {
			a.Code = escape(first.Code)
		}
		c.Answers = append(c.Answers, a)
		if a.Code != "" && first.Code != label {
			c.Legend = append(c.Legend, a)
		}
	}
	return c
}

const maxAnswers = 12

func classes(points []study.Point) [][]int {
	width := 1
	for _, w := range []int{1, 2, 5, 10, 20, 25, 50, 100} {
		if width = w; (len(points)+w-1)/w <= maxAnswers {
			break
		}
	}
	var out [][]int
	for i := range points {
		if i%width == 0 {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], i)
	}
	return out
}

func sameLabels(a, b []Answer) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].Label != b[i].Label || a[i].Value != b[i].Value {
			return false
		}
	}
	return true
}
