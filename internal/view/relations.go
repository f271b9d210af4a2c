package view

import (
	"cmp"
	"math"
	"slices"

	"wogreport/internal/analysis"
	"wogreport/internal/finding"
)

// RelationView is how two constructs go together.
type RelationView struct {
	*analysis.Relation
	First, Second *ConstructView
	// Differs says that the correlation may be said to differ from none, by p adjusted
	// for the number of pairs; Size names it, Negative is its direction.
	Differs, Negative bool
	Size              finding.Size
	SizeLimit         analysis.Value // the limit of a size that |r| stands nearest to
	Significance      float64
	Of                int // pairs of constructs that p is adjusted for
	r                 float64
}

// OfFewer reports whether the correlation rests on fewer respondents than one of its
// constructs by itself.
func (x *RelationView) OfFewer() bool {
	n, ok := x.N.Get()
	return ok && (int(n) != x.First.N || int(n) != x.Second.N)
}

// Absolute is r without its sign.
func (x *RelationView) Absolute() float64 { return math.Abs(x.r) }

func newRelationViews(res *analysis.Results, v *View, significance float64) []*RelationView {
	var out []*RelationView
	for i := range res.Relations {
		x := &RelationView{Relation: &res.Relations[i], Significance: significance}
		x.First, x.Second = v.Constructs[x.A], v.Constructs[x.B]
		x.r, _ = x.R.Get()
		x.Negative, x.Differs = x.r < 0, finding.Moved(x.PHolm, significance)
		x.Size, x.SizeLimit = finding.SizeOfR(x.R)
		out = append(out, x)
	}
	for _, x := range out {
		for _, o := range out {
			if _, ok := o.P.Get(); ok {
				x.Of++
			}
		}
	}
	return out
}

// Related are the pairs of constructs that may be said to correlate, the strongest first.
func (v *View) Related() []*RelationView {
	out := slices.DeleteFunc(slices.Clone(v.Relations), func(x *RelationView) bool { return !x.Differs })
	slices.SortStableFunc(out, func(a, b *RelationView) int { return cmp.Compare(b.Absolute(), a.Absolute()) })
	return out
}

// FewerRelated are the correlations of the fewest respondents and of the most, where some rest on
// fewer respondents than one of their constructs by itself.
func (v *View) FewerRelated() []*RelationView {
	if !slices.ContainsFunc(v.Relations, (*RelationView).OfFewer) {
		return nil
	}
	of := slices.DeleteFunc(slices.Clone(v.Relations), func(x *RelationView) bool { _, ok := x.N.Get(); return !ok })
	n := func(a, b *RelationView) int {
		p, _ := a.N.Get()
		q, _ := b.N.Get()
		return cmp.Compare(p, q)
	}
	return []*RelationView{slices.MinFunc(of, n), slices.MaxFunc(of, n)}
}

// RelatedNegatively are those of them with a negative correlation.
func (v *View) RelatedNegatively() []*RelationView {
	return slices.DeleteFunc(v.Related(), func(x *RelationView) bool { return !x.Negative })
}

// Unreliable are the constructs whose scale is not shown to be reliable.
func (v *View) Unreliable() []*ConstructView {
	return v.constructs((*ConstructView).Unreliable)
}

// Uncomputed are the pairs of constructs whose correlation cannot be computed.
func (v *View) Uncomputed() []*RelationView {
	return slices.DeleteFunc(slices.Clone(v.Relations), func(x *RelationView) bool { _, ok := x.R.Get(); return ok })
}

// Unrelated are the pairs of constructs whose correlation may not be said to differ from none.
func (v *View) Unrelated() []*RelationView {
	return slices.DeleteFunc(v.Compared(), func(x *RelationView) bool { return x.Differs })
}

// Compared are the pairs of constructs that could be compared.
func (v *View) Compared() []*RelationView {
	return slices.DeleteFunc(slices.Clone(v.Relations), func(x *RelationView) bool { _, ok := x.R.Get(); return !ok })
}
