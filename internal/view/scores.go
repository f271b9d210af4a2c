package view

import (
	"slices"

	"wogreport/internal/analysis"
	"wogreport/internal/citation"
	"wogreport/internal/finding"
	"wogreport/internal/lang"
	"wogreport/internal/markdown"
	"wogreport/internal/study"
)

// ScoresView are the respondents of a construct by their scores.
type ScoresView struct {
	*analysis.Scores
	Classes      []ScoreClassView // the highest first, as tables have them
	Source       string           // whose classes they are, "" where the study does not say
	Significance float64
	lang         lang.Tag
}

// ScoreClassView is a class of scores.
type ScoreClassView struct {
	Name    string
	Limits  string // "X ≥ 40"
	N       int
	Percent analysis.Value
}

func newScoresView(st *study.Study, s *analysis.Scores, l lang.Tag) *ScoresView {
	if s == nil {
		return nil
	}
	v := &ScoresView{Scores: s, Source: citation.Linked(st.Scores.Classes.Source.In(l), l), Significance: st.Analysis.Significance, lang: l}
	for i, c := range s.Classes {
		from := lang.Number(l, c.From, scoreDecimals(c.From))
		limits := "X ≥ " + from
		if i+1 < len(s.Classes) {
			next := s.Classes[i+1].From
			limits = "X < " + lang.Number(l, next, scoreDecimals(next))
			if i > 0 {
				limits = from + " ≤ " + limits
			}
		}
		v.Classes = append(v.Classes, ScoreClassView{markdown.InlineSource(c.Label.In(l)), limits, c.N, c.Percent})
	}
	slices.Reverse(v.Classes)
	return v
}

// scoreDecimals are none for a whole limit and else two.
func scoreDecimals(x float64) int {
	if x == float64(int(x)) {
		return 0
	}
	return 2
}

// Told are the classes with how many respondents are in them.
func (v *ScoresView) Told() []string {
	var out []string
	for _, c := range v.Classes {
		out = append(out, "*"+c.Name+"* ("+c.told(v.lang)+")")
	}
	return out
}

// told is how many respondents are in a class: "86; 58.9%".
func (c ScoreClassView) told(l lang.Tag) string {
	s := lang.Int(l, c.N)
	if p, ok := c.Percent.Get(); ok {
		s += "; " + lang.Percent(l, p, 1)
	}
	return s
}

// WDeparts and DDeparts report whether a test finds that the scores are not normally
// distributed.
func (v *ScoresView) WDeparts() bool { return finding.Moved(v.Normality.WP, v.Significance) }

// DDeparts is WDeparts of Lilliefors' test.
func (v *ScoresView) DDeparts() bool { return finding.Moved(v.Normality.DP, v.Significance) }

// Tallest is the bar of the histogram with the most respondents, the first of those.
func (v *ScoresView) Tallest() analysis.ScoreBar {
	var out analysis.ScoreBar
	for _, b := range v.Histogram {
		if b.N > out.N {
			out = b
		}
	}
	return out
}

// Scored reports whether the study asks for classes of scores.
func (v *View) Scored() bool { return v.First().Scores != nil }

// AnyHistogram reports whether the distribution of some construct's scores is shown.
func (v *View) AnyHistogram() bool { return len(v.Histograms()) > 0 }

// Histograms are links to the histograms of scores.
func (v *View) Histograms() []string {
	var out []string
	for _, c := range v.Constructs {
		if c.Scores != nil && len(c.Scores.Histogram) > 0 {
			out = append(out, "[](#figure:score-histogram/"+c.ID+")")
		}
	}
	return out
}
