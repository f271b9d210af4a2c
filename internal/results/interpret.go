package results

import (
	"wogreport/internal/analysis"
	"wogreport/internal/lang"
)

// band is a class: its number from 1, how many there are, and its label; null
// where the study asks for none, or the value is undefined.
func (o *object) band(key string, b analysis.Band) {
	if b.Number == 0 {
		if b.Of > 0 && b.Reason() != analysis.Defined {
			o.null(key, b.Reason())
		}
		return
	}
	var x, labels object
	x.add("number", b.Number)
	x.add("of", b.Of)
	for _, l := range lang.All {
		if b.Label.Has(l) {
			labels.add(string(l), b.Label[l])
		}
	}
	x.add("label", labels)
	o.add(key, x)
}

func constructReading(r *analysis.ConstructReading) object {
	var o object
	o.value("item_mean", r.Mean)
	o.band("mean_class", r.MeanBand)
	o.value("tcr", r.TCR)
	o.band("tcr_class", r.TCRBand)
	o.band("reliability_class", r.Reliability)
	if len(r.Limits) > 0 {
		o.value("class_width", r.Width)
		limits := list{}
		for _, l := range r.Limits {
			v, _ := l.Get()
			limits = append(limits, v)
		}
		o.add("class_upper_limits", limits)
	}
	return o
}

func itemReading(r *analysis.ItemReading) object {
	var o object
	o.band("mean_class", r.MeanBand)
	o.value("tcr", r.TCR)
	o.band("tcr_class", r.TCRBand)
	o.share("top_two", r.TopTwo)
	o.share("bottom_two", r.BottomTwo)
	return o
}

// share adds a share with its interval.
func (o *object) share(key string, s analysis.ShareInterval) {
	o.value(key, s.Share)
	o.interval(key+"_ci95", s.Interval)
}

func ikm(k *analysis.IKM) object {
	var o object
	elements := list{}
	for _, e := range k.Elements {
		var x object
		x.add("element", e.Code)
		x.add("items", texts(e.Items))
		x.add("n", e.N)
		x.value("mean", e.Mean)
		x.value("weighted", e.Weighted)
		x.grade(e.Grade, e.Mean)
		elements = append(elements, x)
	}
	o.add("elements", elements)
	o.value("weight", k.Weight)
	o.value("sum", k.Sum)
	o.value("index", k.Index)
	o.grade(k.Grade, k.Index)
	return o
}

// grade adds a grade, or null and the reason why its value is undefined.
func (o *object) grade(g string, of analysis.Value) {
	if g == "" {
		o.null("grade", of.Reason())
		return
	}
	o.add("grade", g)
}

func importance(p *analysis.Importance) object {
	var o object
	o.add("axes", p.Axes)
	o.value("performance_axis", p.PerformanceAxis)
	o.value("importance_axis", p.ImportanceAxis)
	pairs := list{}
	for _, pair := range p.Pairs {
		var x object
		x.add("performance_item", pair.Performance)
		x.add("importance_item", pair.Importance)
		x.value("performance", pair.PerformanceMean)
		x.value("importance", pair.ImportanceMean)
		x.value("gap", pair.Gap)
		x.value("fit", pair.Fit)
		if pair.Quadrant == analysis.NoQuadrant {
			reason := p.PerformanceAxis.Reason()
			if pair.Gap.Reason() != analysis.Defined {
				reason = pair.Gap.Reason()
			}
			x.null("quadrant", reason)
		} else {
			x.add("quadrant", string(pair.Quadrant))
		}
		pairs = append(pairs, x)
	}
	o.add("pairs", pairs)
	return o
}

func texts(s []string) list {
	l := list{}
	for _, v := range s {
		l = append(l, v)
	}
	return l
}
