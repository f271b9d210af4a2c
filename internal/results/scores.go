package results

import (
	"wogreport/internal/analysis"
	"wogreport/internal/lang"
)

// scoreClasses are the respondents by classes of their scores, the lowest first.
func scoreClasses(s *analysis.Scores) object {
	var o object
	o.add("n", s.N)
	o.add("unit", s.Unit)
	classes := list{}
	for _, c := range s.Classes {
		var x, labels object
		for _, l := range lang.All {
			if c.Label.Has(l) {
				labels.add(string(l), c.Label[l])
			}
		}
		x.add("label", labels)
		x.add("from", c.From)
		x.add("n", c.N)
		x.value("percent", c.Percent)
		classes = append(classes, x)
	}
	o.add("classes", classes)
	return o
}

// scoreHistogram are the bars of the histogram; none where it is withheld.
func scoreHistogram(s *analysis.Scores) list {
	out := list{}
	for _, b := range s.Histogram {
		var x object
		x.add("from", b.From)
		x.add("to", b.To)
		x.add("n", b.N)
		out = append(out, x)
	}
	return out
}
