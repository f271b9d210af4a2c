package columns

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"wogreport/internal/remark"
	"wogreport/internal/sheet"
	"wogreport/internal/study"
)

// usualEnds are the highest numbers of usual scales. Neither 4 nor 6 is one: the 5 and the 7 above
// them may be points that hardly anybody chose.
var usualEnds = []int{3, 5, 7, 10}

// slip reports a number that is none of a scale up to end, and no usual code for no answer. Zeros and the codes
// 8 and 9 have rules of their own.
func slip(v Value, end int) (x float64, ok bool) {
	x, ok = sheet.Number(v.Text)
	return x, ok && !noAnswerNumbers[x] && x != 9 && !(x == 8 && end < 7) && (x != math.Trunc(x) || x < 0 || x > float64(end))
}

// slips sets aside the numbers beyond a usual scale that are too few to be points of it: a 6 or a 55 among
// thousands of 1 to 5. They are in at most one of 200 cells, and the end of the scale is no rare answer. A number that
// an item beyond that scale or the key in the file has is none of them. What a study calls missing holds for its groups
// as well: a number that such a column has (an age of 44) is only off the scale.
func slips(s *sheet.Sheet, cols []Column, key []answer) {
	for _, end := range usualEnds {
		var at []int                                             // the columns with numbers up to end, but for slips
		points, common := map[float64]bool{}, map[float64]bool{} // of other items; of other columns
		for _, a := range key {
			points[float64(a.value)] = true
		}
		total, atEnd, few, next := 0, 0, map[float64]int{}, false
		for i := range cols {
			c := &cols[i]
			if c.upTo(s, end) {
				at = append(at, i)
				continue
			}
			if c.Kind == Number || c.Kind == Category || c.Kind == Likert {
				for _, v := range c.Values {
					if x, ok := sheet.Number(v.Text); ok {
						points[x] = points[x] || c.numbered || c.Kind == Likert
						common[x] = true
					}
				}
				for v := c.low; c.declared && v <= c.high; v++ {
					points[float64(v)] = true
				}
			}
		}
		for _, i := range at {
			for _, v := range cols[i].Values {
				x, out := slip(v, end)
				total += v.N
				if out {
					few[x] += v.N
				} else if x == float64(end) {
					atEnd += v.N
				}
				next = next || out && end == 3 && x == 5 // a usual scale itself
			}
		}
		maps.DeleteFunc(few, func(x float64, _ int) bool { return points[x] })
		n := 0
		for _, k := range few {
			n += k
		}
		if n == 0 || next || n*rareShare > total || n*20 > atEnd {
			continue
		}
		for _, i := range at {
			c := &cols[i]
			if c.setAsideSlips(func(x float64) bool { return few[x] > 0 }, common, end) {
				c.classify(s)
			}
		}
	}
}

// upTo reports a column that may be an item answered by numbers up to end, but for slips.
func (c *Column) upTo(s *sheet.Sheet, end int) bool {
	if c.Kind != Number || c.declared || c.signed {
		return false
	}
	out, n := 0, 0
	for _, v := range c.Values {
		n += v.N
		if _, ok := slip(v, end); ok {
			out += v.N
		}
	}
	if out == 0 {
		return c.numbered
	}
	if !stray(out, n) {
		return false
	}
	without := *c
	without.setAsideSlips(func(float64) bool { return true }, nil, end)
	without.step, without.numbered = 0, false
	without.classify(s)
	return without.Kind == Number && without.numbered && !without.declared && !without.signed
}

// setAsideSlips takes slips out of the values, and reports whether there were any.
func (c *Column) setAsideSlips(is func(float64) bool, common map[float64]bool, end int) (found bool) {
	c.Rare, c.OffScale = slices.Clone(c.Rare), slices.Clone(c.OffScale)
	c.Values = slices.DeleteFunc(slices.Clone(c.Values), func(v Value) bool {
		x, ok := slip(v, end)
		if !ok || !is(x) {
			return false
		}
		if found = true; common[x] {
			c.OffScale = append(c.OffScale, v)
		} else {
			c.Rare = append(c.Rare, v)
		}
		c.Missing += v.N
		c.Distinct--
		return true
	})
	return found
}

// backToValues puts what was set aside of a column back, as it is no item.
func (c *Column) backToValues() {
	for _, v := range slices.Concat(c.Rare, c.OffScale) {
		c.Values = append(c.Values, v)
		c.Missing -= v.N
		c.Distinct++
	}
	c.Rare, c.OffScale = nil, nil
	slices.SortStableFunc(c.Values, func(a, b Value) int { return cmp.Compare(b.N, a.N) })
}

// askSlips asks about each number that was set aside.
func (s *span) askSlips(out *Scale) {
	for _, x := range slices.Sorted(maps.Keys(s.slips)) {
		n, texts := 0, []string(nil)
		for _, v := range s.slips[x] {
			n += v.N
			if !slices.Contains(texts, v.Text) {
				texts = append(texts, v.Text)
			}
		}
		q := Question{
			Kind: study.AssumedNoAnswer,
			What: remark.Of("%s is no point of the scale %d to %d, and is not counted", texts[0], out.Min, out.Max),
			Why:  remark.Of("it is in %d of %d cells only, as a slip in typing would be", n, s.answers),
		}
		q.Options = []Option{{Text: remark.Of("a slip, no answer: it is left out")}}
		longer := func(low, high int) Option {
			return Option{Text: remark.Of("a point of the scale, which is %d to %d", low, high), Counted: texts}
		}
		switch top, zero := int(x), 0; {
		case len(out.Points) > 0 || x != math.Trunc(x) || x < 0 || x >= study.MaxPoints: // it cannot be one
			q.Other, q.Options = remark.Of("correct the cell in the file of answers"), nil
		case top == 0:
			q.Other = remark.Of("make min 0, and take it out of  missing  under responses")
			o := longer(0, out.Max)
			o.Min = &zero
			q.Options = append(q.Options, o)
		default:
			q.Other = remark.Of("make max %d, and take it out of  missing  under responses if it is there", top)
			for to := top; to == top || to <= usualMax(out.Max); to++ {
				o := longer(out.Min, to)
				o.Max = &to
				q.Options = append(q.Options, o)
			}
		}
		out.Asked = append(out.Asked, q)
	}
}

// longerBySlip reports whether a question about a slip offers the usual longer scale as well.
func (s *span) longerBySlip(high int) bool {
	for x := range s.slips {
		if x == math.Trunc(x) && x > 0 && x <= float64(usualMax(high)) {
			return true
		}
	}
	return false
}
