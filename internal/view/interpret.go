package view

import (
	"slices"

	"wogreport/internal/analysis"
	"wogreport/internal/citation"
	"wogreport/internal/finding"
	"wogreport/internal/lang"
	"wogreport/internal/markdown"
	"wogreport/internal/study"
	"wogreport/internal/words"
)

// InterpretationView is how the study puts numbers into classes, in one language.
type InterpretationView struct {
	Classes, TCR, Boxes, Reliability bool   // what is asked for
	TCRSource, ReliabilitySource     string // citations, "" where the study gives none
	TCRBands, ReliabilityBands       []ClassLimits

	reliabilityLimits []float64 // the lower limits of the classes of alpha after the first
}

// AnyClasses reports whether some of them has limits to tell.
func (v *InterpretationView) AnyClasses() bool { return v.Classes || v.TCR || v.Reliability }

func newInterpretationView(st *study.Study, l lang.Tag) *InterpretationView {
	i := st.Interpretation
	if !i.On {
		return nil
	}
	v := &InterpretationView{
		Classes: len(i.Classes) > 0, TCR: len(i.TCR.Bands) > 0, Boxes: i.Boxes, Reliability: len(i.Reliability.Bands) > 0,
		TCRSource: citation.Linked(i.TCR.Source.In(l), l), ReliabilitySource: citation.Linked(i.Reliability.Source.In(l), l),
		TCRBands: bandList(i.TCR.Bands, 100, l), ReliabilityBands: bandList(i.Reliability.Bands, 0, l),
	}
	for _, b := range i.Reliability.Bands[min(1, len(i.Reliability.Bands)):] {
		v.reliabilityLimits = append(v.reliabilityLimits, b.From)
	}
	return v
}

// ClassLimits is a class with its limits: "1,81–2,60".
type ClassLimits struct{ Name, Limits string }

// bandList are classes by their lower limits, or with a last limit by both, at two decimals.
func bandList(bands []study.Band, last float64, l lang.Tag) []ClassLimits {
	var out []ClassLimits
	for i, b := range bands {
		limits := "≥ " + lang.Plain(l, b.From)
		switch {
		case last > 0 && i+1 < len(bands):
			limits = lang.Number(l, b.From, 2) + "–" + lang.Number(l, bands[i+1].From-0.01, 2)
		case last > 0:
			limits = lang.Number(l, b.From, 2) + "–" + lang.Number(l, last, 2)
		case i == 0 && len(bands) > 1:
			limits = "< " + lang.Plain(l, bands[1].From)
		}
		out = append(out, ClassLimits{markdown.InlineSource(b.Label.In(l)), limits})
	}
	return out
}

// BandName is the name of a class in the construct's language.
func (c *ConstructView) BandName(b analysis.Band) string {
	return markdown.InlineSource(b.Label.In(c.lang))
}

// classList are the classes of a mean by their limits: 1,00–1,80; 1,81–2,60; ….
func (c *ConstructView) classList(classes []lang.Text) []ClassLimits {
	if c.Interpretation == nil {
		return nil
	}
	var out []ClassLimits
	low := float64(c.Min())
	for i, limit := range c.Interpretation.Limits {
		high, _ := limit.Get()
		if i > 0 {
			low += 0.01
		}
		out = append(out, ClassLimits{markdown.InlineSource(classes[i].In(c.lang)), lang.Number(c.lang, low, 2) + "–" + lang.Number(c.lang, high, 2)})
		low = high
	}
	return out
}

// TCRFloor is the least that TCR can be on the construct's scale, in percent.
func (c *ConstructView) TCRFloor() float64 { return 100 * float64(c.Min()) / float64(c.Max()) }

// customary is the alpha that classes commonly call acceptable from (Nunnally 1978).
const customary = 0.7

// ClassBelowVerdict reports whether alpha exceeds the threshold and its class may have a
// name that says less than that.
func (c *ConstructView) ClassBelowVerdict() bool {
	alpha, ok := c.Alpha.Get()
	return ok && c.Passed() && alpha < customary
}

// TellsClassBelow reports whether it is the first construct of the report that this holds of.
func (c *ConstructView) TellsClassBelow() bool { return c.ClassBelowVerdict() && !c.classBelowTold }

// IKMView is the index of public satisfaction.
type IKMView struct {
	*analysis.IKM
	Elements   []*IKMElementView
	Highest    []*IKMElementView // by NRR; empty where all are equal at two decimals
	Lowest     []*IKMElementView
	HighestNRR float64 // HighestNext is the nearest other one, as in finding.Extremes
	LowestNRR  float64
	HighestNext,
	LowestNext float64
	Refused   bool   // there is no index, since its Index is undefined
	GradeName string // "Baik"
}

// IKMElementView is an element of service.
type IKMElementView struct {
	analysis.IKMElement
	Name  string // "Persyaratan"
	Items []*ItemView
}

func newIKMView(res *analysis.Results, v *View, w *words.Words) *IKMView {
	if res.IKM == nil {
		return nil
	}
	k := &IKMView{IKM: res.IKM}
	_, ok := k.Index.Get()
	k.Refused = !ok
	if ok {
		k.GradeName = w.Get("word.ikm-" + k.Grade)
	}
	for _, e := range res.IKM.Elements {
		x := &IKMElementView{IKMElement: e, Name: w.Get("word.ikm-" + e.Code)}
		for _, id := range e.Items {
			for _, it := range v.Items {
				if it.ID == id {
					x.Items = append(x.Items, it)
				}
			}
		}
		k.Elements = append(k.Elements, x)
	}
	if ok {
		k.rank()
	}
	return k
}

// rank finds the elements at both ends.
func (k *IKMView) rank() {
	e := finding.Ends(k.Elements, 2, func(e *IKMElementView) analysis.Value { return e.Mean })
	k.Lowest, k.Highest, k.LowestNRR, k.HighestNRR = e.Low, e.High, e.LowValue, e.HighValue
	k.LowestNext, k.HighestNext = e.LowNext, e.HighNext
}

// Uneven reports whether some element rests on more than a tenth fewer answers than another.
func (k *IKMView) Uneven() bool {
	return float64(k.FewestN()) < (1-analysis.ManyMissing)*float64(k.MostN())
}

// FewestN and MostN are the answers of the elements with the fewest and the most.
func (k *IKMView) FewestN() int {
	return slices.MinFunc(k.Elements, func(a, b *IKMElementView) int { return a.N - b.N }).N
}

func (k *IKMView) MostN() int {
	return slices.MaxFunc(k.Elements, func(a, b *IKMElementView) int { return a.N - b.N }).N
}

// FewestAnswered are the elements with the fewest answers.
func (k *IKMView) FewestAnswered() []*IKMElementView {
	return slices.DeleteFunc(slices.Clone(k.Elements), func(e *IKMElementView) bool { return e.N > k.FewestN() })
}

// ImportanceView is performance beside importance.
type ImportanceView struct {
	*analysis.Importance
	Pairs []*PairedView
}

// PairedView is an item that rates performance with the one of its importance.
type PairedView struct {
	analysis.ImportancePair
	Item, Wanted *ItemView
	QuadrantName string
}

// Placed reports whether the pairs have quadrants.
func (p *ImportanceView) Placed() bool {
	_, ok := p.PerformanceAxis.Get()
	return ok
}

// In are the items of performance in a quadrant.
func (p *ImportanceView) In(quadrant string) []*ItemView {
	var out []*ItemView
	for _, pair := range p.Pairs {
		if string(pair.Quadrant) == quadrant {
			out = append(out, pair.Item)
		}
	}
	return out
}

// Rated are the items of performance, Wanted those of their importance.
func (p *ImportanceView) Rated() []*ItemView {
	return p.items(func(x *PairedView) *ItemView { return x.Item })
}

func (p *ImportanceView) Wanted() []*ItemView {
	return p.items(func(x *PairedView) *ItemView { return x.Wanted })
}

func (p *ImportanceView) items(of func(*PairedView) *ItemView) []*ItemView {
	var out []*ItemView
	for _, x := range p.Pairs {
		out = append(out, of(x))
	}
	return out
}

// InOrder reports whether both are in the order of the questionnaire, so that a list of the
// ones and a list of the others tell the pairs; few enough for that.
func (p *ImportanceView) InOrder() bool {
	ascending := func(of []*ItemView) bool {
		return slices.IsSortedFunc(of, func(a, b *ItemView) int { return a.Number - b.Number })
	}
	return len(p.Pairs) > 1 && ascending(p.Rated()) && ascending(p.Wanted())
}

// NearestPerformance is the mean performance that stands nearest to its axis, NearestImportance
// the mean importance.
func (p *ImportanceView) NearestPerformance() analysis.Value {
	return p.nearest(p.PerformanceAxis, func(x *PairedView) analysis.Value { return x.PerformanceMean })
}

func (p *ImportanceView) NearestImportance() analysis.Value {
	return p.nearest(p.ImportanceAxis, func(x *PairedView) analysis.Value { return x.ImportanceMean })
}

func (p *ImportanceView) nearest(axis analysis.Value, mean func(*PairedView) analysis.Value) analysis.Value {
	var means []float64
	for _, x := range p.Pairs {
		if m, ok := mean(x).Get(); ok {
			means = append(means, m)
		}
	}
	return finding.Nearest(axis, means...)
}

// UnreliableAxes are the constructs of the pairs whose scale is not reliable.
func (p *ImportanceView) UnreliableAxes() []*ConstructView {
	var out []*ConstructView
	for _, x := range p.Pairs {
		for _, c := range []*ConstructView{x.Item.Construct, x.Wanted.Construct} {
			if c.Failed() && !slices.Contains(out, c) {
				out = append(out, c)
			}
		}
	}
	return out
}

func newImportanceView(res *analysis.Results, v *View, w *words.Words) *ImportanceView {
	if res.Importance == nil {
		return nil
	}
	item := func(id string) *ItemView {
		for _, it := range v.Items {
			if it.ID == id {
				return it
			}
		}
		return nil
	}
	p := &ImportanceView{Importance: res.Importance}
	for _, pair := range res.Importance.Pairs {
		x := &PairedView{ImportancePair: pair, Item: item(pair.Performance), Wanted: item(pair.Importance)}
		if pair.Quadrant != analysis.NoQuadrant {
			x.QuadrantName = w.Get("word.quadrant-" + string(pair.Quadrant))
		}
		p.Pairs = append(p.Pairs, x)
	}
	return p
}

// Reading is the construct's interpretation by the name that templates have for it.
func (c *ConstructView) Reading() *analysis.ConstructInterpretation { return c.Interpretation }

// Reading is the item's interpretation by the name that templates have for it.
func (it *ItemView) Reading() *analysis.ItemInterpretation { return it.Interpretation }
