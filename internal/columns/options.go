package columns

import (
	"cmp"
	"slices"
	"strings"

	"wogreport/internal/remark"
	"wogreport/internal/study"
)

// Option is one answer to a question, with what it changes of a study as it was drafted. The
// first of a question's changes nothing: it confirms what is assumed.
type Option struct {
	Text remark.Remark

	Points   []Point  // that the scale has, from the lowest to the highest: those it lacks come between, and all are numbered anew
	Drop     []Point  // that it has no more
	Min, Max *int     // of bare numbers, where they are others
	None     []string // texts that are no answer
	Counted  []string // texts that were none: they are a point, or
	As       *Point   // other spellings of this one
}

// maxOptions is how many other scales a question offers.
const maxOptions = 3

// rungPoints are the points of a known set, without numbers.
func (l *ladder) rungPoints() []Point {
	var out []Point
	for _, r := range l.rungs {
		out = append(out, Point{Code: r.code, ID: r.id, EN: r.en})
	}
	return out
}

// has reports whether some points have the label of another.
func (s *Scale) has(points []Point, p Point) bool {
	return slices.ContainsFunc(points, func(o Point) bool { return s.Label(o) == s.Label(p) })
}

// asItIs confirms a scale.
func (s *Scale) asItIs() Option {
	n := len(s.Points)
	return Option{Text: remark.Of("%d points: %s … %s (1–%d)", n, s.Label(s.Points[0]), s.Label(s.Points[n-1]), n)}
}

// with is the answer that the scale has other points. What it lacks of them is added; what it
// has beside them and nobody chose is dropped.
func (s *Scale) with(points []Point) Option {
	o := Option{Points: points}
	var more []string
	for _, p := range points {
		if !s.has(s.Points, p) {
			more = append(more, s.Label(p))
		}
	}
	for _, p := range s.Points {
		if p.N == 0 && !s.has(points, p) {
			o.Drop = append(o.Drop, p)
		}
	}
	n := len(points)
	if len(o.Drop) == 0 {
		o.Text = remark.Of("%d points, with %s (1–%d)", n, strings.Join(more, ", "), n)
	} else {
		o.Text = remark.Of("%d points: %s (1–%d)", n, (&Scale{English: s.English, Points: points}).order(), n)
	}
	return o
}

// options are the answers to how many points a scale has: as it is, or those of other known sets.
func (s *Scale) options(others []*ladder) []Option {
	out := []Option{s.asItIs()}
	seen := map[string]bool{}
	for _, l := range others {
		points := l.rungPoints()
		for i, p := range points { // a label of the file is the one that it has already
			for _, own := range s.Points {
				if s.Label(own) == s.Label(p) {
					points[i] = own
				}
			}
		}
		if o := s.with(points); !seen[o.Text.String()] && len(out) <= maxOptions {
			seen[o.Text.String()] = true
			out = append(out, o)
		}
	}
	return out
}

// longer are the known sets that have all labels of l, each of which was answered, and one more at
// an end.
func (l *ladder) longer(answers []answer) []*ladder {
	if found, ok := l.holds(answers); !ok || len(found) != len(l.rungs) {
		return nil
	}
	var out []*ladder
	for _, o := range l.relatives() {
		found, ok := o.holds(answers)
		if ok && len(o.rungs) == len(l.rungs)+1 && len(found) == len(l.rungs) && !o.skewed() && (!found[0] || !found[len(o.rungs)-1]) {
			out = append(out, o)
		}
	}
	return out
}

// otherLengths are the known sets of another number of points that fit labels about
// as well as l, of which not all were found; the likeliest first.
func (l *ladder) otherLengths(answers []answer) []*ladder {
	found, ok := l.holds(answers)
	if !ok || l.skewed() || len(found) == len(l.rungs) && len(found) > 3 { // of three, the ends of five may be missing
		return nil
	}
	own := l.cost(found)
	costs := map[*ladder]int{}
	var out []*ladder
	for _, o := range l.relatives() {
		also, ok := o.holds(answers)
		if !ok || len(o.rungs) == len(l.rungs) || o.skewed() || min(len(o.rungs), len(l.rungs)) > shortSet {
			continue
		}
		if c := o.cost(also); c <= own+closeCost {
			costs[o] = c
			out = append(out, o)
		}
	}
	slices.SortStableFunc(out, func(a, b *ladder) int { return cmp.Compare(costs[a], costs[b]) })
	return out
}

// askLonger asks whether a scale of which every label was answered has one more at an end.
func (s *Scale) askLonger(others []*ladder) {
	a := Question{
		Kind:    study.AssumedLength,
		What:    remark.Of("the scale has %d points: %s", len(s.Points), s.order()),
		Options: s.options(others),
	}
	var more []string
	for _, o := range a.Options[1:] {
		for _, p := range o.Points {
			if label := s.Label(p); !s.has(s.Points, p) && !slices.Contains(more, label) {
				more = append(more, label)
			}
		}
	}
	a.Why = remark.Of("nobody answered %s, which the longer form of this scale has", quoted(more))
	with := Scale{English: s.English, Points: a.Options[1].Points}
	a.Other = remark.Of("write the points of the questionnaire under scale, such as these %d: %s", len(with.Points), with.order())
	s.Asked = append(s.Asked, a)
}

// askEnds asks whether a scale has the points at its ends that nobody chose, and not only those
// from the first to the last that was.
func (s *Scale) askEnds(chosen []Point) {
	s.askWithout(chosen, func(unseen string) remark.Remark {
		return remark.Of("nobody answered %s, which the usual form of this scale has at its end", unseen)
	})
}

// askInner asks whether a scale has the points between others that nobody chose, and reports whether there are such.
func (s *Scale) askInner() bool {
	chosen := slices.DeleteFunc(slices.Clone(s.Points), func(p Point) bool { return p.N == 0 })
	if len(chosen) == len(s.betweenEnds()) || len(chosen) < shortSet {
		return false
	}
	s.askWithout(chosen, func(unseen string) remark.Remark {
		return remark.Of("nobody answered %s, which the usual form of this scale has between the others", unseen)
	})
	return true
}

// askWithout asks whether a scale has points that nobody chose beside those that were chosen.
func (s *Scale) askWithout(chosen []Point, why func(unseen string) remark.Remark) {
	without := s.with(chosen)
	var labels []string
	for _, p := range without.Drop {
		labels = append(labels, s.Label(p))
	}
	unseen := quoted(labels)
	s.Asked = append(s.Asked, Question{
		Kind:    study.AssumedLength,
		What:    remark.Of("the scale has %d points: %s", len(s.Points), s.order()),
		Why:     why(unseen),
		Other:   remark.Of("take %s out of the scale, and number the other points from 1", unseen),
		Options: []Option{s.asItIs(), without},
	})
}

// quoted lists labels.
func quoted(labels []string) string { return "“" + strings.Join(labels, "”, “") + "”" }

// rareShare is how many times as many cells the answers have as a label that seems to be none of
// the questionnaire's.
const rareShare = 200

// rare takes a label out of a family that seems to be none of the questionnaire's: it is in at
// most one of 200 cells and in fewer than the labels on either side of it, and without it a known set
// fits the others at least as well. An end is none, as it is rarely chosen where there is one.
func (f *family) rare() (without *family, out *rare) {
	if f.ladder == nil || f.numbered || f.legend != nil || f.own || f.isOptions() {
		return nil, nil
	}
	found, holds := f.ladder.holds(f.answers)
	if !holds {
		return nil, nil
	}
	n := make([]int, len(f.ladder.rungs))
	for _, a := range f.answers {
		if i := f.ladder.at(a.label); i >= 0 {
			n[i] += a.n
		}
	}
	var at []int // the rungs that were answered
	for i := range n {
		if found[i] {
			at = append(at, i)
		}
	}
	for k := 1; k+1 < len(at) && len(at) > 3; k++ {
		i := at[k]
		if n[i]*rareShare > f.n() || n[i] >= n[at[k-1]] || n[i] >= n[at[k+1]] {
			continue
		}
		u := &family{}
		for _, a := range f.answers {
			if f.ladder.at(a.label) != i {
				u.answers = append(u.answers, a)
			}
		}
		if u.ladder = ladderOf(u.answers); u.ladder == nil {
			continue
		}
		rest, _ := u.ladder.holds(u.answers)
		if u.ladder.cost(rest) > f.ladder.cost(found) {
			continue
		}
		r := func(i int) Point { g := f.ladder.rungs[i]; return Point{Code: g.code, ID: g.id, EN: g.en} }
		return u, &rare{r(i), r(at[k-1]), r(at[k+1]), n[i], f.n(), f.ladder, i, nil}
	}
	return nil, nil
}

// rare is a label that was taken out of a scale, between those on either side of it.
type rare struct {
	Point, below, above Point
	n, of               int // cells
	ladder              *ladder
	rung                int
	texts               []string // as it is spelt
}

// setAsideRare takes it out of a column's values.
func (c *Column) setAsideRare(r *rare) {
	c.Values = slices.DeleteFunc(slices.Clone(c.Values), func(v Value) bool {
		if r.ladder.at(answerOf(v).label) != r.rung {
			return false
		}
		if !slices.Contains(r.texts, v.Text) {
			r.texts = append(r.texts, v.Text)
		}
		c.Rare = append(c.Rare, v)
		c.Missing += v.N
		c.Distinct--
		return true
	})
}

// askRare asks about a label that was taken out of the scale.
func (s *Scale) askRare(r *rare) {
	below, above := s.Label(r.below), s.Label(r.above)
	s.Asked = append(s.Asked, Question{
		Kind:  study.AssumedNoAnswer,
		What:  remark.Of("“%s” is no answer of this scale, and is not counted", s.Label(r.Point)),
		Why:   remark.Of("it is in %d of %d cells only, and a usual scale has all other labels without it", r.n, r.of),
		Other: remark.Of("take it out of  missing  under responses; give it a number under scale, between “%s” and “%s”, or write it under  also  there", below, above),
		Options: []Option{
			{Text: remark.Of("no answer: it is left out")},
			{Text: remark.Of("a point of the scale, between “%s” and “%s”", below, above), Points: []Point{r.below, r.Point, r.above}, Counted: r.texts},
			{Text: remark.Of("count it as “%s”", above), Counted: r.texts, As: &r.above},
			{Text: remark.Of("count it as “%s”", below), Counted: r.texts, As: &r.below},
		},
	})
}
