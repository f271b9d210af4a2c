package responses

import (
	"fmt"

	"wogreport/internal/columns"
	"wogreport/internal/diag"
	"wogreport/internal/study"
)

// checkDirection reports scales whose best answer has the lowest number. A class
// of a mean, a level of achievement or "high" would say the opposite of what people
// answered, so these stop the build until the study says which way the scale runs.
func checkDirection(st *study.Study, diags *diag.List) {
	seen := map[string]bool{}
	for i, c := range st.Constructs {
		path := fmt.Sprintf("constructs[%d].scale", i)
		if _, own := st.Pos[path]; !own {
			path = "scale"
		}
		if c.Direction != "" || c.Scale.Bare || seen[path] || !downwards(c.Scale, st) {
			continue
		}
		seen[path] = true
		low, high := c.Scale.Points[0], c.Scale.Points[len(c.Scale.Points)-1]
		say := fmt.Sprintf("the scale is numbered downwards: %d is %q and %d %q", low.Value, low.Label.In(st.Body()), high.Value, high.Label.In(st.Body()))
		if st.Interpretation.On || st.IKM.On {
			diags.Errorf(st.At(path), "downwards", "%s, so that classes of means would say the opposite", say)
		} else {
			diags.Warnf(st.At(path), "downwards", "%s, so that a high mean is a bad one", say)
		}
		diags.Hintf("add  direction: down  beside scale: answers are then scored as %d + %d - value;  direction: up  keeps the numbers", c.Scale.Min(), c.Scale.Max())
	}
}

func downwards(s study.Scale, st *study.Study) bool {
	if s.Min() == s.Max() { // its numbers could not be read
		return false
	}
	for _, l := range st.Languages {
		var labels []string
		for _, p := range s.Points {
			labels = append(labels, p.Label.In(l))
		}
		if columns.Downwards(labels) {
			return true
		}
	}
	return false
}
