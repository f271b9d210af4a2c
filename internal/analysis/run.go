package analysis

import (
	"fmt"
	"reflect"
	"slices"

	"wogreport/internal/diag"
	"wogreport/internal/responses"
	"wogreport/internal/study"
)

// Run analyses the answers of a study, construct by construct. It does not
// fail: what the answers do not allow is undefined in the results. An item
// without a column counts as answered by nobody. What the study's privacy
// withholds is not in the results, so that no output can give it away.
func Run(st *study.Study, t *responses.Table) *Results {
	r, _ := RunAndWarn(st, t)
	return r
}

// RunAndWarn is Run, Reversals and Repeated in one pass over the answers.
func RunAndWarn(st *study.Study, t *responses.Table) (*Results, diag.List) {
	var ds diag.List
	r := &Results{
		N:          t.N,
		Population: st.Method.Population,
		Synthetic:  st.Responses.Synthetic,
		Quality: Quality{
			Rows:                t.Quality.Rows,
			Empty:               len(t.Quality.Empty),
			Duplicates:          len(t.Quality.Duplicates),
			DuplicatesUnchecked: t.Quality.Unchecked,
			Straightliners:      len(t.Quality.Straightliners),
			Excluded:            Exclusions(t.Quality.Excluded),
			StraightFrom:        responses.StraightFrom(st),
			ByIdentifier:        st.Responses.Identifier != "",
			Minutes:             int(responses.Near.Minutes()),
			Hidden:              t.Quality.Hidden,
			HiddenLeft:          t.Quality.HiddenLeft,
		},
	}
	if st.Privacy.HidesCells() {
		r.Quality.withhold(slices.Contains(st.Responses.Exclude, "duplicates"))
	}
	for _, a := range st.Assumed {
		if a.Accepted {
			r.Assumed = append(r.Assumed, a)
		}
	}
	for _, what := range study.Conclusions {
		if slices.Contains(st.Said, what) && !(what == study.SaidUnobserved && st.Privacy.HidesCells()) { // that nobody chose a point is a count
			r.Said = append(r.Said, what)
		}
	}
	r.Caveats = studyCaveats(st, r.Quality, r.Answered(), r.Responded())
	r.ResponseRate = responseRate(r.Responded(), r.Population)
	r.Census = r.Population > 0 && r.Answered() == r.Population
	for i := range st.Constructs {
		c, scored := construct(&st.Constructs[i], st.Analysis, st.Responses.Outside, t, r.Answered())
		warnReversals(st, i, scored, &ds)
		for j := range c.Items {
			if col := t.Column(c.Items[j].ID); col != nil && !st.Privacy.HidesCells() {
				c.Items[j].Unread = len(col.Unread)
				r.Quality.Unread += len(col.Unread)
			}
		}
		c.withhold(st.Privacy.MinCell)
		shares := sharing{r.Population, r.Census}
		c.addShares(shares)
		if st.Interpretation.On {
			c.read(st.Interpretation, shares)
		}
		if st.Scores.On() && !st.Privacy.HidesCells() {
			c.Scores = scores(&st.Constructs[i], st, t)
		}
		r.Constructs = append(r.Constructs, c)
	}
	ds.Add(Repeated(st, t)...)
	r.addMargin()
	r.Profile = profiles(st, t)
	if !st.Privacy.HidesCells() { // else even that groups differ, or how scores go together, could tell a count
		r.Groups = groups(st, t)
		warnLeftBlank(st, r.Groups, &ds)
		r.Relations = relations(st, t)
		if r.Census {
			r.dropMeanIntervals()
		}
	}
	r.IKM = ikm(st, r)
	r.Importance = importance(st, r)
	if st.Layout.APA {
		markBounded(reflect.ValueOf(r))
	}
	return r, ds
}

// warnLeftBlank says whose answers the figures of all and of the groups tell together: of few who
// left the column of the groups blank.
func warnLeftBlank(st *study.Study, groups []Grouping, l *diag.List) {
	for i, g := range groups {
		if n := g.Unknown; n > 0 && n < st.Privacy.MinGroup && len(g.Groups) > 0 {
			who := "one respondent"
			if n > 1 {
				who = fmt.Sprintf("%d respondents", n)
			}
			l.Warnf(st.At(fmt.Sprintf("groups[%d]", i)), "group-left-blank", "%s left %q blank: the answers follow from the figures of all and those of the groups", who, st.Groups[i].Column)
			l.Hintf("where one may know who they are, leave their rows out of the answers, or do not compare by this column")
		}
	}
}

// dropMeanIntervals takes out the intervals of the groups' means in a census, which are
// the means themselves: there is nothing to estimate.
func (r *Results) dropMeanIntervals() {
	for i := range r.Groups {
		for _, c := range r.Groups[i].Constructs {
			for g := range c.Score.Groups {
				if s := &c.Score.Groups[g]; s.Mean.Reason() == Defined {
					s.MeanCI95 = undefinedInterval(Census)
				}
			}
			for _, it := range c.Items {
				for g := range it.Groups {
					if s := &it.Groups[g]; s.Mean.Reason() == Defined {
						s.MeanCI95 = undefinedInterval(Census)
					}
				}
			}
		}
	}
}

// addMargin adds the largest margin of error, which is that of the item with the
// fewest answers, of those that were answered at all.
func (r *Results) addMargin() {
	for i := range r.Constructs {
		for _, it := range r.Constructs[i].Items {
			if it.N > 0 && (r.MarginN == 0 || it.N < r.MarginN) {
				r.MarginN = it.N
			}
		}
	}
	r.MarginOfError = MarginOfError(r.MarginN, r.Population)
	if r.Census {
		r.MarginOfError = Undefined(Census)
	}
}

func responseRate(n, population int) Value {
	switch {
	case population == 0:
		return Undefined(UnknownSize)
	case population < n:
		return Undefined(PopulationSmall)
	}
	return Of(float64(n) / float64(population))
}
