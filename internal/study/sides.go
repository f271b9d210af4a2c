package study

import (
	"cmp"
	"slices"
)

// Sides are where each point of the scale stands: -1 on its lower side, 0 between the
// sides, 1 on its upper side. The study says so with neutral or split; else the scale
// divides in its middle.
func (s Scale) Sides() []int {
	if s.Divided != nil {
		return s.Divided
	}
	return Halves(len(s.Points))
}

// Halves are the sides of k answers that divide in the middle.
func Halves(k int) []int {
	out := make([]int, k)
	for i := range out {
		out[i] = cmp.Compare(2*i+1, k)
	}
	return out
}

// Division is how a study divides a scale.
type Division struct {
	Neutral []int // the values between the sides
	Split   *int  // the lowest value of the upper side; then none is between
}

func (d Division) given() bool { return d.Neutral != nil || d.Split != nil }

// divide divides a scale as the study says beside it, at a path.
func (d *decoder) divide(s *Scale, by Division, path string) {
	if !by.given() || len(s.Points) < 2 {
		return
	}
	key, values := join(path, "neutral"), by.Neutral
	if by.Split != nil {
		if by.Neutral != nil {
			d.Errorf(d.pos[join(path, "split")], "bad-value", "a scale has either neutral or split")
			d.Hintf("neutral names the values between the sides; with split there are none")
			return
		}
		key, values = join(path, "split"), []int{*by.Split}
	}
	var at []int // the values' places on the scale
	for _, v := range values {
		i := slices.IndexFunc(s.Points, func(p Point) bool { return p.Value == s.InFile(v) })
		if i < 0 {
			d.Errorf(d.pos[key], "bad-value", "%d is no value of the scale", v)
			d.Hintf("its values go from %d to %d", s.Min(), s.Max())
			return
		}
		at = append(at, i)
	}
	slices.Sort(at)
	sides := make([]int, len(s.Points))
	switch {
	case len(at) == 0:
		d.Errorf(d.pos[key], "bad-value", "neutral names no value")
		d.Hintf("where no value is between the sides, write the lowest of the upper side:  split: %d", s.Points[len(s.Points)/2].Value)
		return
	case by.Split != nil:
		for i := range sides {
			sides[i] = -1
			if i >= at[0] {
				sides[i] = 1
			}
		}
	default:
		for i := range sides {
			sides[i] = 0
			if i < at[0] {
				sides[i] = -1
			} else if i > at[len(at)-1] {
				sides[i] = 1
			}
		}
		if len(slices.Compact(at)) != at[len(at)-1]-at[0]+1 {
			d.Errorf(d.pos[key], "bad-value", "the neutral values stand apart: what is between them would be on no side")
			return
		}
	}
	if !slices.Contains(sides, -1) || !slices.Contains(sides, 1) {
		d.Errorf(d.pos[key], "bad-value", "this leaves one side of the scale without a value")
		return
	}
	s.Divided = sides
}
