package analysis

import (
	"reflect"
	"slices"
)

// Privacy of small cells: with privacy.min_cell, a count of 1 to min_cell - 1
// answers is not shown, and nothing that would give it back.

// HiddenCount stands in Item.Counts and Item.Answered for a count that is
// withheld.
const HiddenCount = -1

// hiddenCells says which of an item's counts are withheld so that nobody who
// knows their sum, the other counts and this rule can tell any of them. least
// is the smallest count that may be told; 0 or 1 hides none.
//
// Where a count is small, it is hidden together with the empty ones, which
// would tell it apart. What is hidden then are w counts from 0 to least - 1 with
// a known sum s, and each may be one of at least two numbers unless w is 1 or
// every one is least - 1. In these two cases the smallest of the other counts
// is hidden as well, with all that equal it: since only those that are larger
// are shown, it may be any of the hidden ones. Where there is none left, all
// counts are least - 1, and so only where n is that times the number of counts;
// with this n all counts are hidden whatever they are.
func hiddenCells(counts []int, least int) []bool {
	hidden := make([]bool, len(counts))
	n, small := 0, false
	for _, c := range counts {
		n += c
		small = small || c > 0 && c < least
	}
	if least > 1 && n == len(counts)*(least-1) {
		return slices.Repeat([]bool{true}, len(counts))
	}
	if !small {
		return hidden
	}
	w, sum, next := 0, 0, 0
	for i, c := range counts {
		if c < least {
			hidden[i] = true
			w++
			sum += c
		} else if next == 0 || c < next {
			next = c
		}
	}
	if w == 1 || sum == w*(least-1) {
		for i, c := range counts {
			hidden[i] = hidden[i] || c == next
		}
	}
	return hidden
}

// Hidden reports whether some count of the item is withheld, and so everything
// that rests on its answers.
func (it *Item) Hidden() bool { return slices.Contains(it.Answered, HiddenCount) }

// AnyHidden reports whether some count of an item is withheld, and so what
// rests on the answers to several items.
func (c *Construct) AnyHidden() bool {
	return slices.ContainsFunc(c.Items, func(it Item) bool { return it.Hidden() })
}

// withhold hides the small counts of a construct's items with all that would
// give them back. Of the other items what rests on their own answers alone
// stays: that says nothing of the hidden ones.
func (c *Construct) withhold(least int) {
	cells := make([][]bool, len(c.Items))
	any := false
	for i := range c.Items {
		cells[i] = hiddenCells(c.Items[i].Answered, least)
		any = any || slices.Contains(cells[i], true)
	}
	if !any {
		return
	}
	was := *c
	undefine(reflect.ValueOf(c).Elem())
	c.CriticalR = was.CriticalR
	c.Caveats = []Caveat{{Code: CaveatWithheld, Construct: c.ID, Params: map[string]float64{"limit": float64(least)}}}
	for _, cav := range was.Caveats {
		if slices.Contains(countingCaveats, cav.Code) {
			c.Caveats = append(c.Caveats, cav)
		}
	}
	for i := range c.Items {
		it, was := &c.Items[i], &was.Items[i]
		it.CriticalR, it.Caveats = was.CriticalR, nil // it follows from how many answered
		for _, cav := range was.Caveats {
			if slices.Contains(countingCaveats, cav.Code) {
				it.Caveats = append(it.Caveats, cav)
			}
		}
		if slices.Contains(cells[i], true) {
			it.hide(cells[i], was)
			continue
		}
		it.Percents, it.Mean, it.SD, it.Median, it.Shape = was.Percents, was.Mean, was.SD, was.Median, was.Shape
	}
}

// withhold hides how many rows are alike. Rows with one answer throughout tie the
// counts of all items together: eleven of twelve, beside five items that all
// answered with yes, tell the sixth. Rows that repeat an earlier one stay where
// an identifier tells them, and where they are left out: of the rows that are
// left they say nothing.
func (q *Quality) withhold(duplicatesLeftOut bool) {
	if q.StraightFrom > 0 {
		q.Straightliners, q.StraightWithheld = 0, true
	}
	if !q.ByIdentifier && !duplicatesLeftOut && !q.DuplicatesUnchecked {
		q.Duplicates, q.DuplicatesWithheld = 0, true
	}
}

// countingCaveats are those that say only how many answered.
var countingCaveats = []string{CaveatMissing, CaveatExcludedZero, CaveatSmallN, CaveatFewPerItem, CaveatManyMissing}

// hide takes the counts of an item away, and its modes.
func (it *Item) hide(cells []bool, was *Item) {
	it.Modes = nil
	it.Answered = slices.Clone(was.Answered)
	it.Percents = slices.Clone(was.Percents)
	for i, hidden := range cells {
		if hidden {
			it.Answered[i] = HiddenCount
			it.Percents[i] = Undefined(Withheld)
		}
	}
	it.Counts = slices.Clone(it.Answered)
	if it.Reversed {
		slices.Reverse(it.Counts)
	}
}

// undefine makes every value within v, of whatever depth, withheld, and every
// verdict open, so that a statistic that is added later is withheld as well. What v shares
// with others stays as it is.
func undefine(v reflect.Value) {
	switch v.Type() {
	case reflect.TypeFor[Value]():
		v.Set(reflect.ValueOf(Undefined(Withheld)))
		return
	case reflect.TypeFor[Verdict]():
		v.Set(reflect.ValueOf(NoVerdict))
		return
	case reflect.TypeFor[Band]():
		v.Set(reflect.ValueOf(Band{Of: v.Interface().(Band).Of, reason: Withheld}))
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				undefine(v.Field(i))
			}
		}
	case reflect.Slice:
		if v.Len() == 0 {
			return
		}
		own := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(own, v)
		for i := range own.Len() {
			undefine(own.Index(i))
		}
		v.Set(own)
	case reflect.Pointer:
		if !v.IsNil() {
			own := reflect.New(v.Type().Elem())
			own.Elem().Set(v.Elem())
			undefine(own.Elem())
			v.Set(own)
		}
	}
}
