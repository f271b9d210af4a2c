package statistics

import "wogreport/internal/analysis"

// Verdict is whether something holds, or why that is open.
type Verdict struct {
	Is         analysis.Verdict
	Why        analysis.Reason // where Is is open
	Pass, Fail string          // the words word.PASS and word.FAIL
}

// verdict has the reason of the first of the values it rests on that is undefined.
func verdict(is analysis.Verdict, pass, fail string, rests ...analysis.Value) Verdict {
	v := Verdict{Is: is, Why: analysis.DependsOnOther, Pass: pass, Fail: fail}
	for _, r := range rests {
		if r.Reason() != analysis.Defined {
			v.Why = r.Reason()
			break
		}
	}
	return v
}

// Word is a setting that is told by the term word.WORD.
type Word string

// Range is a least and a largest number.
type Range [2]int

// Modes are the most frequent scores, ascending, or why there are none.
type Modes struct {
	Scores []int
	Why    analysis.Reason
}

// Least is the first of them.
func (m Modes) Least() analysis.Value {
	if len(m.Scores) == 0 {
		return analysis.Undefined(m.Why)
	}
	return analysis.Of(float64(m.Scores[0]))
}

func modes(it *analysis.Item) Modes {
	if it.Hidden() {
		return Modes{Why: analysis.Withheld}
	}
	return Modes{it.Modes, analysis.NoAnswers}
}

// Counts are counts by the values of a scale; one may be HiddenCount.
type Counts struct{ Values, Counts []int }

// ByValue are statistics by the values of a scale: analysis.Values or Intervals.
type ByValue[T analysis.Value | analysis.Interval] struct {
	Values []int
	Each   []T
}

// scored are statistics of answers as people ticked them, by the values that
// these are scored with.
func scored[T analysis.Value | analysis.Interval](s Subject, ticked []T) ByValue[T] {
	out := ByValue[T]{s.construct.Values, ticked}
	if s.item.Reversed {
		out.Each = make([]T, len(ticked))
		for i, v := range ticked {
			out.Each[len(ticked)-1-i] = v
		}
	}
	return out
}
