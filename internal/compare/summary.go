// Package compare owns what is compared over the cohorts of a run: a Summary of
// each, small enough to keep for any number of them, and the Comparison that
// Make draws from all. It has no prose and does no I/O; what a cohort's results
// withhold, it does not know.
package compare

import (
	"wogreport/internal/analysis"
	"wogreport/internal/lang"
	"wogreport/internal/study"
)

// Summary is what a comparison needs of one cohort.
type Summary struct {
	Cohort        string
	Period, Place lang.Text
	Population    int // 0: unknown
	N, Answered   int
	Rate          analysis.Value // of response, 0..1
	Synthetic     bool
	Unplaced      bool        // it is not known which cohorts came before it: no list of the study has it, and its name tells nothing
	Numbered      bool        // its place is that of the number in its name, which may be none in time
	Constructs    []Construct // in the order of the study
}

// Construct is a cohort's score in a construct: of each respondent who answered
// all its items the mean over them.
type Construct struct {
	ID       string
	Min, Max int // of the scale
	Score    analysis.Sample
	CI95     analysis.Interval // of the score's mean
	Alpha    analysis.Value
	AlphaCI  analysis.Interval
	Items    []Item
}

// Item is a cohort's answers to an item, reversed where the study says so.
type Item struct {
	ID    string
	Score analysis.Sample // of valid answers
	CI95  analysis.Interval
}

// Of is the summary of a cohort's study and results.
func Of(st *study.Study, r *analysis.Results) Summary {
	s := Summary{
		Cohort: st.Cohort, Period: st.Method.Period, Place: st.Method.Place, Population: r.Population,
		N: r.N, Answered: r.Responded(), Rate: r.ResponseRate, Synthetic: r.Synthetic,
	}
	for i := range r.Constructs {
		c := &r.Constructs[i]
		k := float64(c.K)
		own := Construct{
			ID: c.ID, Min: c.Values[0], Max: c.Values[len(c.Values)-1],
			Score: analysis.Sample{N: c.N, Mean: divided(c.ScaleMean, k), SD: divided(c.ScaleSD, k)},
			Alpha: c.Alpha, AlphaCI: c.AlphaCI95,
		}
		own.CI95 = own.Score.Interval(0.95)
		for j := range c.Items {
			it := &c.Items[j]
			item := Item{ID: it.ID, Score: analysis.Sample{N: it.N, Mean: it.Mean, SD: it.SD}}
			item.CI95 = item.Score.Interval(0.95)
			own.Items = append(own.Items, item)
		}
		s.Constructs = append(s.Constructs, own)
	}
	return s
}

// divided is a value divided by a number that is not 0.
func divided(v analysis.Value, by float64) analysis.Value {
	if x, ok := v.Get(); ok {
		return analysis.Of(x / by)
	}
	return v
}
