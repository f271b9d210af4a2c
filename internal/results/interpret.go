package results

import "wogreport/internal/analysis"

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
