package columns

import (
	"wogreport/internal/remark"
	"wogreport/internal/study"
)

// ownLabels joins the scales of questions that have four points each and labels of
// their own, as those of the survey that Indonesian services owe (PermenPANRB
// 14/2017): Tidak mudah … Sangat mudah, Sangat mahal … Gratis. They are one scale of
// what is good, or no two items could be summed up.
func ownLabels(cols []Column, families []*family) {
	of := map[int]*ladder{} // by family
	names := map[string]bool{}
	items, labelled := 0, 0
	for _, c := range cols {
		if c.Kind != Likert || c.family == nil || c.Scale < 0 {
			continue
		}
		labelled++
		f := families[c.Scale]
		if _, seen := of[c.Scale]; !seen {
			of[c.Scale] = f.fourPoints()
		}
		if l := of[c.Scale]; l != nil {
			items++
			names[l.rungs[3].id] = true
		}
	}
	if len(names) < 4 || items < 5 || items*10 < labelled*8 {
		return
	}
	joined := &family{own: true}
	rank := map[string]int{}
	for k := range families {
		l := of[k]
		if l == nil {
			continue
		}
		for _, a := range families[k].answers {
			i := l.at(a.label)
			if r, ok := rank[a.label]; ok && r != i {
				return // a label that is one point here and another there
			}
			rank[a.label] = i
			a.value = i + 1
			joined.answers = append(joined.answers, a)
		}
	}
	at := -1
	for i := range cols {
		c := &cols[i]
		if c.Kind != Likert || c.family == nil || c.Scale < 0 || of[c.Scale] == nil {
			continue
		}
		if at < 0 {
			at = c.Scale
		}
		c.Scale = at
	}
	families[at] = joined
}

// fourPoints is the known set of four points that holds the labels of a family.
func (f *family) fourPoints() *ladder {
	if f.numbered || f.legend != nil || f.ladder == nil || f.isOptions() {
		return nil
	}
	for _, l := range append([]*ladder{f.ladder}, f.ladder.relatives()...) {
		if _, ok := l.holds(f.answers); ok && len(l.rungs) == 4 {
			return l
		}
	}
	return nil
}

// scaleOfOwnLabels is the scale of questions with labels of their own, under the
// words for what is good and bad.
func scaleOfOwnLabels(f *family) Scale {
	s := Scale{Name: "labels of their own"}
	for i, r := range pairs("Tidak Baik|Poor, Kurang Baik|Less than good, Baik|Good, Sangat Baik|Very good") {
		p := Point{Value: i + 1, ID: r.id, EN: r.en}
		for _, a := range f.answers {
			if a.value == i+1 {
				p.N += a.n
				p.also(a)
			}
		}
		s.Points = append(s.Points, p)
	}
	s.say(study.SaidOwnLabels, remark.Of("the questions have labels of their own, of four points each; they are read as one scale, the lowest of each as 1 and the highest as 4"))
	s.finish()
	return s
}
