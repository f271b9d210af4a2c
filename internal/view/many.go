package view

import (
	"slices"

	"wogreport/internal/lang"
)

// manyConstructs is from how many constructs on the words about each of them are those of
// all together; tables then have the rest.
const manyConstructs = 4

// ManyConstructs reports whether constructs are told of together.
func (v *View) ManyConstructs() bool { return len(v.Constructs) >= manyConstructs }

// ScaleMeans are the means of constructs on one scale. Low and High are its outermost
// answers, where another scale has the same numbers.
type ScaleMeans struct {
	Min, Max  int
	Low, High string
	Told      []string // "3.71 (attitude)"
	first     *ConstructView
}

// ScaleMeans are the means of all constructs that have one, by their scale.
func (v *View) ScaleMeans() []ScaleMeans {
	var out []ScaleMeans
	for _, c := range v.Constructs {
		m, ok := c.ItemMean.Get()
		if !ok || !c.AnyAnswers() {
			continue
		}
		i := slices.IndexFunc(out, func(s ScaleMeans) bool { return sameLabels(s.first.Answers, c.Answers) })
		if i < 0 {
			i, out = len(out), append(out, ScaleMeans{Min: c.Min(), Max: c.Max(), first: c})
		}
		out[i].Told = append(out[i].Told, lang.Number(v.Lang, m, 2)+" ("+c.Label+")")
	}
	for i := range out {
		s := &out[i]
		alike := slices.IndexFunc(out, func(o ScaleMeans) bool { return o.first != s.first && o.Min == s.Min && o.Max == s.Max })
		if as := s.first.Answers; alike >= 0 && !s.first.Numbers {
			s.Low, s.High = as[0].Label, as[len(as)-1].Label
		}
	}
	return out
}

// ScoreLeader is a class of scores with the constructs in which it has the most respondents.
type ScoreLeader struct {
	Class string
	Of    []string // "attitude (86; 58.9%)"
}

// ScoreLeaders are the classes that have the most respondents of some construct, the highest first.
func (v *View) ScoreLeaders() []ScoreLeader {
	var out []ScoreLeader
	for _, c := range v.Constructs {
		i, tied := c.leadingClass()
		if i < 0 || tied {
			continue
		}
		class := c.Scores.Classes[i]
		told := c.Label + " (" + class.told(v.Lang) + ")"
		k := slices.IndexFunc(out, func(l ScoreLeader) bool { return l.Class == class.Name })
		if k < 0 {
			k, out = len(out), append(out, ScoreLeader{Class: class.Name})
		}
		out[k].Of = append(out[k].Of, told)
	}
	order := func(l ScoreLeader) int {
		return slices.IndexFunc(v.First().Scores.Classes, func(x ScoreClassView) bool { return x.Name == l.Class })
	}
	slices.SortStableFunc(out, func(a, b ScoreLeader) int { return order(a) - order(b) })
	return out
}

// OpenScores are the constructs of which no class has the most respondents: two have as
// many, or none is shown.
func (v *View) OpenScores() []*ConstructView {
	var out []*ConstructView
	for _, c := range v.Constructs {
		if i, tied := c.leadingClass(); i < 0 || tied {
			out = append(out, c)
		}
	}
	return out
}

// leadingClass is the class with the most respondents, -1 for none, and whether another has
// as many.
func (c *ConstructView) leadingClass() (best int, tied bool) {
	best = -1
	if c.Scores.N == 0 {
		return -1, false
	}
	for i, class := range c.Scores.Classes {
		switch {
		case best < 0 || class.N > c.Scores.Classes[best].N:
			best, tied = i, false
		case class.N == c.Scores.Classes[best].N:
			tied = true
		}
	}
	return best, tied
}

// NormalityTest is what a test finds of the scores of the constructs.
type NormalityTest struct {
	Name         string
	Departs, Not []string // constructs
}

// NormalityTests are the tests that some construct's scores can be put to.
func (v *View) NormalityTests() []NormalityTest {
	w, d := NormalityTest{Name: "Shapiro–Wilk"}, NormalityTest{Name: "Lilliefors"}
	add := func(t *NormalityTest, departs bool, label string) {
		if departs {
			t.Departs = append(t.Departs, label)
		} else {
			t.Not = append(t.Not, label)
		}
	}
	for _, c := range v.Constructs {
		if _, ok := c.Scores.Normality.W.Get(); ok {
			add(&w, c.Scores.WDeparts(), c.Label)
		}
		if _, ok := c.Scores.Normality.D.Get(); ok {
			add(&d, c.Scores.DDeparts(), c.Label)
		}
	}
	return slices.DeleteFunc([]NormalityTest{w, d}, func(t NormalityTest) bool { return len(t.Departs)+len(t.Not) == 0 })
}

// SameNormality reports whether there are two tests and both find the same.
func (v *View) SameNormality() bool {
	t := v.NormalityTests()
	return len(t) == 2 && slices.Equal(t[0].Departs, t[1].Departs) && slices.Equal(t[0].Not, t[1].Not)
}

// NormalityOpen are the constructs whose scores can be put to neither.
func (v *View) NormalityOpen() []*ConstructView {
	var out []*ConstructView
	for _, c := range v.Constructs {
		_, w := c.Scores.Normality.W.Get()
		if _, d := c.Scores.Normality.D.Get(); !w && !d {
			out = append(out, c)
		}
	}
	return out
}
