package view

import (
	"cmp"
	"math"
	"slices"

	"wogreport/internal/analysis"
	"wogreport/internal/compare"
	"wogreport/internal/finding"
	"wogreport/internal/lang"
	"wogreport/internal/markdown"
	"wogreport/internal/study"
	"wogreport/internal/words"
)

// ComparisonView is a comparison of cohorts in one language.
type ComparisonView struct {
	*compare.Comparison
	Rate        analysis.Value // of response, percent
	Cohorts     []*CohortView
	Constructs  []*ScoreView
	Periods     []string
	FailedNames []string
	// ThinPeriods are those with one cohort, where others have several.
	ThinPeriods []string
	First       string // the name of the first period, Last of the last
	Last        string
	Items       int
	// Before and After are the last two cohorts; Moved what may be said to have
	// moved between them, of Compared constructs and items.
	Before, After string
	Moves         []*MoveView
	Compared      int
	Tested        int // of Compared, those that both cohorts have a mean and SD of
	Significance  float64
	AnyOutside    bool // the study has answers outside its scales
	// Official says that the reports are those of an agency, whose letterhead the comparison has,
	// too; Signed that the study says who signs them.
	Official, Signed bool
	// ScoreCharts, HeatCharts and TrendCharts are links to the charts of the constructs, of all
	// items and of the periods, which may have several pages.
	ScoreCharts, HeatCharts, TrendCharts []string
}

// CohortView is one of the cohorts.
type CohortView struct {
	Name, Period, Place string
	Population          int
	Answered            int
	Rate                analysis.Value // percent
}

// ScoreView is a construct in all cohorts.
type ScoreView struct {
	ID, Label string
	Several   bool // the comparison has more than one
	Min, Max  int
	Overall   analysis.Sample
	OverallCI analysis.Interval
	Scores    []CohortScore
	Shown     int // of Scores, those that have a mean
	// AnyOutside is ComparisonView's.
	AnyOutside bool
	ByPeriod   []analysis.Sample
	Items      []*CohortItem
	// The cohorts with the highest and the lowest mean, as finding.Extremes.
	High, Low           []string
	HighValue, LowValue float64
	HighNext, LowNext   float64
	// Ranked are the same among the cohorts whose alpha is not negative, where some are left out
	// and two or more not.
	Ranked *finding.Extremes[CohortScore]
	// Unreliable are the cohorts with a mean whose alpha does not exceed AlphaThreshold, but
	// for Negative ones.
	Unreliable     []string
	Negative       []string
	AlphaThreshold float64
	Dichotomous    bool // as ConstructView
}

// CohortScore is a construct's score in one cohort.
type CohortScore struct {
	Name  string
	N     int
	Mean  analysis.Value
	SD    analysis.Value
	CI95  analysis.Interval
	Alpha analysis.Value
}

// FewAtEnds are the cohorts with the highest and the lowest mean that are told which have so few
// complete responses that a difference says little.
func (s *ScoreView) FewAtEnds() []CohortScore {
	if s.Low == nil && s.Ranked == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(s.Scores), func(c CohortScore) bool {
		at := slices.Contains(s.Low, c.Name) || slices.Contains(s.High, c.Name)
		if len(s.Negative) > 0 {
			is := func(x CohortScore) bool { return x.Name == c.Name }
			at = s.Ranked != nil && (slices.ContainsFunc(s.Ranked.Low, is) || slices.ContainsFunc(s.Ranked.High, is))
		}
		return !at || c.N >= analysis.FewInGroup
	})
}

// HasTrend reports whether two periods have a mean to compare.
func (v *ComparisonView) HasTrend() bool {
	return slices.ContainsFunc(v.Constructs, func(s *ScoreView) bool {
		shown := 0
		for _, p := range s.ByPeriod {
			if _, ok := p.Mean.Get(); ok {
				shown++
			}
		}
		return shown > 1
	})
}

// Any reports whether there is a ranking of cohorts to speak of.
func (s *ScoreView) Any() bool { return len(s.High) > 0 }

// CohortItem is an item in all cohorts; Means are parallel to them.
type CohortItem struct {
	ID        string
	Statement string
	Label     string // as ItemView has it
	Labelled  bool
	Coded     bool
	Number    int
	Reversed  bool
	Means     []analysis.Value
}

// CohortCell is the mean of an item in a cohort.
type CohortCell struct {
	Item   int // its number
	Cohort string
	Mean   analysis.Value
}

// CellEnds are the cells with the highest and the lowest mean.
type CellEnds struct {
	finding.Extremes[CohortCell]
}

// CellEnds are those of the construct's items in all cohorts, where there are two.
func (s *ScoreView) CellEnds() (e CellEnds) {
	if len(s.Scores) < 2 {
		return e
	}
	var cells []CohortCell
	for _, it := range s.Items {
		for i, m := range it.Means {
			cells = append(cells, CohortCell{it.Number, s.Scores[i].Name, m})
		}
	}
	e.Extremes = finding.Ends(cells, 2, func(c CohortCell) analysis.Value { return c.Mean })
	return e
}

// MoveView is how far a score moved since the cohort before.
type MoveView struct {
	compare.Move
	Name     string // of the construct, or "butir 3"
	Label    string
	IsItem   bool
	Reversed bool // an item scored in reverse
	labelled bool
	coded    bool // as ItemView.Coded
	Moved    bool // the adjusted p is below the level of significance
	// Parallel is the comparison's.
	Parallel bool
	// Significance is that level.
	Significance float64
	Up           bool
	// Unreliable are those of the two cohorts in which alpha of the construct does not
	// exceed AlphaThreshold.
	Unreliable     []string
	Negative       []string // the same of a negative alpha, which no mean may be read with
	AlphaThreshold float64
	Dichotomous    bool
}

// Quoted is the label of an item in quotation marks, or its number.
func (m *MoveView) Quoted() string { return quoted(m.Label, m.Name, m.labelled && !m.coded) }

// Labelled reports whether an item has a name beside its number.
func (m *MoveView) Labelled() bool { return m.labelled }

// Size is how far the score moved, without its direction.
func (m *MoveView) Size() float64 { d, _ := m.Difference.Get(); return math.Abs(d) }

// Moved are the constructs or, with items, the items that may be said to have
// moved up or down.
func (v *ComparisonView) Moved(items, up bool) []*MoveView {
	var out []*MoveView
	for _, m := range v.Moves {
		if m.Moved && m.IsItem == items && m.Up == up {
			out = append(out, m)
		}
	}
	return out
}

// ManyItems reports whether some items that moved are so many that a sentence says how many they
// are, or all there are.
func (v *ComparisonView) ManyItems(ms []*MoveView) bool {
	return len(ms) > mostNames || len(ms) > 2 && len(ms) == v.Items
}

// Least is the smallest Size of some moves, Most the largest.
func (v *ComparisonView) Least(ms []*MoveView) float64 {
	return slices.MinFunc(ms, func(a, b *MoveView) int { return cmp.Compare(a.Size(), b.Size()) }).Size()
}

// Most is explained at Least.
func (v *ComparisonView) Most(ms []*MoveView) float64 {
	return slices.MaxFunc(ms, func(a, b *MoveView) int { return cmp.Compare(a.Size(), b.Size()) }).Size()
}

// Unproven are the constructs that were tested and may not be said to have moved.
func (v *ComparisonView) Unproven() []*MoveView {
	return slices.DeleteFunc(slices.Clone(v.Moves), func(m *MoveView) bool {
		_, ok := m.PHolm.Get()
		return m.IsItem || m.Moved || !ok
	})
}

// AnyMoved reports whether anything may be said to have moved.
func (v *ComparisonView) AnyMoved() bool {
	for _, m := range v.Moves {
		if m.Moved {
			return true
		}
	}
	return false
}

// RoundedApart reports whether a difference is not that of the rounded means beside it.
func (v *ComparisonView) RoundedApart() bool {
	hundredths := func(x float64) float64 { return math.Round(100 * x) }
	return slices.ContainsFunc(v.Moves, func(m *MoveView) bool {
		d, ok := m.Difference.Get()
		from, _ := m.From.Mean.Get()
		to, _ := m.To.Mean.Get()
		return ok && hundredths(to)-hundredths(from) != hundredths(d)
	})
}

// NewComparison makes the view of a comparison in language l.
func NewComparison(st *study.Study, made *compare.Comparison, l lang.Tag, w *words.Words) *View {
	v := viewOf(st, l, w)
	v.Synthetic, v.N, v.Answered, v.Population = made.Synthetic, made.N, made.Answered, made.Population
	v.SectionFunc = func(string) (string, error) { return "", nil }
	cv := &ComparisonView{Comparison: made, Rate: percent(made.Rate), Significance: st.Analysis.Significance, AnyOutside: len(st.Responses.Outside) > 0}
	v.Comparison, v.Rate = cv, cv.Rate
	for _, s := range made.Cohorts {
		cv.Cohorts = append(cv.Cohorts, &CohortView{
			Name: markdown.Escape(s.Cohort), Period: markdown.InlineSource(lang.Period(l, s.Period.In(l))), Place: markdown.InlineSource(s.Place.In(l)),
			Population: s.Population, Answered: s.Answered, Rate: percent(s.Rate),
		})
	}
	for _, name := range made.FailedNames {
		cv.FailedNames = append(cv.FailedNames, markdown.Escape(name))
	}
	for _, p := range made.Periods {
		cv.Periods = append(cv.Periods, markdown.InlineSource(lang.Period(l, p.Name.In(l))))
		if len(p.Cohorts) == 1 {
			cv.ThinPeriods = append(cv.ThinPeriods, cv.Periods[len(cv.Periods)-1])
		}
	}
	if len(cv.ThinPeriods) == len(cv.Periods) {
		cv.ThinPeriods = nil
	}
	if n := len(cv.Periods); n > 0 {
		cv.First, cv.Last = cv.Periods[0], cv.Periods[n-1]
	}
	if n := len(cv.Cohorts); n > 1 {
		cv.Before, cv.After = cv.Cohorts[n-2].Name, cv.Cohorts[n-1].Name
	}
	cv.addConstructs(st, l, w)
	cv.addMoves(st, l, w)
	return v
}

func (v *ComparisonView) addConstructs(st *study.Study, l lang.Tag, w *words.Words) {
	number := 0
	for k, t := range v.Comparison.Constructs {
		own := &st.Constructs[k]
		s := &ScoreView{
			ID: t.ID, Label: Source(st, entry("constructs", k)+".label", own.Label, w), Min: t.Min, Max: t.Max,
			Overall: t.Overall, OverallCI: t.Overall.Interval(0.95), ByPeriod: t.ByPeriod, AnyOutside: v.AnyOutside,
			AlphaThreshold: st.Analysis.AlphaThreshold, Dichotomous: len(own.Scale.Points) == 2,
			Several: len(v.Comparison.Constructs) > 1,
		}
		for j := range own.Items {
			number++
			it := &CohortItem{ID: own.Items[j].ID, Coded: own.Items[j].Coded(), Number: number, Reversed: own.Items[j].Reverse}
			at := place{k, j}
			it.Statement = Source(st, at.key()+".statement", own.Items[j].Statement, w)
			it.Label, it.Labelled = itemLabel(st, at, number, w), own.Items[j].Named()
			for i := range v.Comparison.Cohorts {
				it.Means = append(it.Means, v.Comparison.Cohorts[i].Constructs[k].Items[j].Score.Mean)
			}
			s.Items = append(s.Items, it)
		}
		for i := range v.Comparison.Cohorts {
			c := &v.Comparison.Cohorts[i].Constructs[k]
			s.Scores = append(s.Scores, CohortScore{Name: v.Cohorts[i].Name, N: c.Score.N, Mean: c.Score.Mean, SD: c.Score.SD, CI95: c.CI95, Alpha: c.Alpha})
			if _, ok := c.Score.Mean.Get(); ok {
				s.Shown++
				switch a, ok := c.Alpha.Get(); {
				case ok && a < 0:
					s.Negative = append(s.Negative, v.Cohorts[i].Name)
				case ok && a <= s.AlphaThreshold:
					s.Unreliable = append(s.Unreliable, v.Cohorts[i].Name)
				}
			}
		}
		if rest := slices.DeleteFunc(slices.Clone(s.Scores), func(c CohortScore) bool { return slices.Contains(s.Negative, c.Name) }); len(s.Negative) > 0 {
			if e := finding.Ends(rest, 2, func(c CohortScore) analysis.Value { return c.Mean }); e.Any() {
				s.Ranked = &e
			}
		}
		ends := finding.Ends(s.Scores, 2, func(c CohortScore) analysis.Value { return c.Mean })
		for _, c := range ends.Low {
			s.Low = append(s.Low, c.Name)
		}
		for _, c := range ends.High {
			s.High = append(s.High, c.Name)
		}
		s.LowValue, s.HighValue, s.LowNext, s.HighNext = ends.LowValue, ends.HighValue, ends.LowNext, ends.HighNext
		v.Constructs, v.Items = append(v.Constructs, s), number
	}
}

func (v *ComparisonView) addMoves(st *study.Study, l lang.Tag, w *words.Words) {
	items := map[string]*CohortItem{}
	labels, of := map[string]string{}, map[string]*ScoreView{}
	for _, c := range v.Constructs {
		labels[c.ID], of[c.ID] = c.Label, c
		for _, it := range c.Items {
			items[it.ID] = it
		}
	}
	v.Compared = len(v.Comparison.Moves)
	for _, m := range v.Comparison.Moves {
		own := &MoveView{Move: m, Name: labels[m.Construct], Label: labels[m.Construct]}
		if it := items[m.Item]; m.Item != "" {
			own.IsItem, own.Reversed, own.Label, own.labelled = true, it.Reversed, it.Label, it.Labelled
			own.coded = it.Coded
			own.Name = itemName(it.Number, w)
		}
		d, _ := m.Difference.Get()
		if _, ok := m.PHolm.Get(); ok {
			v.Tested++
		}
		own.Significance, own.AlphaThreshold = st.Analysis.Significance, st.Analysis.AlphaThreshold
		own.Parallel = v.Parallel()
		if c := of[m.Construct]; c != nil {
			other := func(name string) bool { return name != v.Before && name != v.After }
			own.Dichotomous = c.Dichotomous
			own.Unreliable = slices.DeleteFunc(slices.Clone(c.Unreliable), other)
			own.Negative = slices.DeleteFunc(slices.Clone(c.Negative), other)
		}
		own.Moved, own.Up = finding.Moved(m.PHolm, st.Analysis.Significance), d > 0
		v.Moves = append(v.Moves, own)
	}
}
