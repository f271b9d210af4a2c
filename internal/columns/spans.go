package columns

import (
	"fmt"
	"slices"
	"strings"

	"wogreport/internal/remark"
	"wogreport/internal/sheet"
	"wogreport/internal/study"
)

// span is the numbers of the columns that share a scale.
type span struct {
	low, high int
	declared  bool // the headers say so
	columns   int
	answers   int
	stray     bool                // zeros were taken for no answers
	n         map[int]int         // answers by number
	apart     apart               // where that parts its blocks
	below     []below             // blocks that never reach its highest number
	coded     []int               // numbers above a gap, which were taken for no answers
	fromZero  bool                // of blocks that alone go to zero
	slips     map[float64][]Value // numbers in so few cells that they seem to be slips
	names     names               // what headers say of the numbers
}

func (s *span) add(c Column) {
	s.low, s.high = min(s.low, c.low), max(s.high, c.high)
	s.columns++
	for _, v := range slices.Concat(c.Rare, c.OffScale) {
		if x, ok := sheet.Number(v.Text); ok {
			s.slips[x] = append(s.slips[x], v)
			s.answers += v.N
		}
	}
	for _, v := range c.Values {
		s.answers += v.N
		if x, ok := sheet.Number(v.Text); ok {
			s.n[int(x)] += v.N
		}
	}
}

// strayZeros reports zeros that are too few for a point of the scale: some
// people write them for no answer.
func (s *span) strayZeros() bool {
	return !s.declared && s.low == 0 && s.n[0] > 0 && s.high > 2 && s.high <= 7 && s.answers >= manyAnswers && s.n[0]*50 < s.answers
}

// made is the scale of a key to the numbers that stands in the file, else one of
// bare numbers.
func (s *span) made(key []answer) Scale {
	if len(key) == 2 {
		s.takeEnds(key)
		key = nil
	}
	out, ok := s.labelled(key)
	if !ok || s.names.labels != nil {
		out, ok = s.scale(), false
		s.names.put(&out, s.n)
	}
	s.askSlips(&out)
	if ok {
		return out
	}
	if s.apart.blocks != "" {
		out.Asked = append(out.Asked, Question{
			Kind:    study.AssumedLength,
			What:    remark.Of("%s has a scale of its own, %d to %d", s.apart.blocks, out.Min, out.Max),
			Why:     remark.Of("none of its %d answers is above %d, while other items go to %d", s.answers, s.high, s.apart.others),
			Other:   remark.Of("make max %d there where the questionnaire went further", s.apart.others),
			Options: []Option{out.upTo(out.Max), out.upTo(s.apart.others)},
		})
	}
	for _, b := range s.below {
		out.Assumed = append(out.Assumed, remark.Of("the answers of %s never reach %d, but %s; they are read on the same one", b.blocks, s.high, b.why))
	}
	return out
}

// takeEnds takes the ends that a key in the file names, where questions name none and the numbers keep to them.
func (s *span) takeEnds(key []answer) {
	n := namedOf(key)
	low, high := n.ends()
	if s.declared || s.names.labels != nil || s.low < low || s.high > high || sizeOf(s.high) != sizeOf(high) {
		return
	}
	s.low, s.high, s.declared, s.names.noted = low, high, true, true
	s.names.take(n)
}

// labelled is the scale of a key to the numbers that stands in the file, where
// it has all of them.
func (s *span) labelled(key []answer) (Scale, bool) {
	if len(key) == 0 || s.low < key[0].value || s.high > key[len(key)-1].value {
		return Scale{}, false
	}
	f := &family{ladder: ladderOf(key), numbered: true, whole: true}
	for _, a := range key {
		a.n = s.n[a.value]
		f.answers = append(f.answers, a)
	}
	return scaleOf(f), true
}

// manyAnswers are enough to believe that no point of the scale was left out.
const manyAnswers = 100

// scale is a scale of bare numbers that holds the range found.
func (s *span) scale() Scale {
	if s.declared {
		said := remark.Of("the scale %d to %d is the one that its questions name", s.low, s.high)
		if s.names.noted {
			said = remark.Of("the scale %d to %d is the one that a key in the file names", s.low, s.high)
		}
		out := Scale{Name: "numbers", Min: s.low, Max: s.high, Assumed: []remark.Remark{said}}
		out.say(study.SaidBest, upwards(s.high))
		return out
	}
	low, high := s.low, s.high
	lo, hi := likely(low, high)
	if low < 0 { // from one pole to the other
		hi = max(high, -low)
		lo = -hi
	}
	if low <= 1 && high == 3 && s.columns >= 3 && s.answers >= manyAnswers {
		hi = high
	}
	out := Scale{Name: "numbers", Min: lo, Max: hi}
	if lo != low || hi != high {
		out.say(study.SaidUnobserved, remark.Of("the file has the numbers %d to %d; %d to %d is assumed to be the whole scale", low, high, lo, hi))
	}
	if low > 0 && hi == high && (hi == 3 || hi == 4 || hi == 6) && s.apart.blocks == "" && !s.longerBySlip(hi) {
		out.askMax(hi)
	} else if low == 0 && hi == high && (hi == 3 || hi == 4) {
		out.Assumed = append(out.Assumed, remark.Of("%d is the highest number in the file; make max %d if the questionnaire went further", hi, hi+1))
	}
	if s.coded != nil {
		slices.Sort(s.coded)
		list := strings.Trim(strings.ReplaceAll(fmt.Sprint(s.coded), " ", ", "), "[]")
		top := s.coded[len(s.coded)-1]
		out.Asked = append(out.Asked, Question{
			Kind: study.AssumedNoAnswer, What: remark.Of("%s stands for no answer", list),
			Why: remark.Of("nobody answered the number below, and the others end at %d", hi), Other: remark.Of("take it out of  missing  under responses, and make max %d", top),
			Options: []Option{{Text: remark.Of("no answer: it is left out")}, {Text: remark.Of("an answer: the scale is %d to %d", lo, top), Max: &top, Counted: strings.Split(list, ", ")}},
		})
	}
	if s.stray {
		out.Assumed = append(out.Assumed, remark.Of(`0 stands in %d of %d cells only and is taken for no answer`, s.n[0], s.answers))
	}
	one := 1
	if rare := s.n[0]*10 < s.answers && s.answers >= 2*minProof && hi > 2 && hi <= 7; low == 0 && rare && !s.fromZero {
		out.Asked = append(out.Asked, Question{
			Kind: study.AssumedNoAnswer, What: remark.Of("0 is a point of the scale %d to %d", lo, hi),
			Why: remark.Of("it stands in %d of %d cells only, and may mean that nobody answered", s.n[0], s.answers), Other: remark.Of(`make min 1, and add  missing: ["0"]  to responses`),
			Options: []Option{{Text: remark.Of("an answer: the scale is %d to %d", lo, hi)}, {Text: remark.Of("no answer: it is left out"), Min: &one, None: []string{"0"}}},
		})
	} else if low == 0 && hi > 1 {
		out.Assumed = append(out.Assumed, remark.Of(`0 occurs and is taken for an answer; if it means none, make min 1 and add  missing: ["0"]  to responses`))
	}
	if hi > 1 {
		out.say(study.SaidBest, upwards(hi))
	}
	return out
}

// askMax asks whether a scale of bare numbers goes further than these do in the file.
func (s *Scale) askMax(high int) {
	a := Question{
		Kind: study.AssumedLength, What: remark.Of("the scale is %d to %d", s.Min, high),
		Why: remark.Of("%d is the highest number in the file, and a scale up to %d is usual, too", high, usualMax(high)), Other: remark.Of("make max %d if the questionnaire went further", usualMax(high)),
		Options: []Option{s.upTo(high)},
	}
	for max := high + 1; max <= usualMax(high); max++ {
		a.Options = append(a.Options, s.upTo(max))
	}
	s.Asked = append(s.Asked, a)
}

// usualMax is the highest number of the usual scale that is longer than one.
func usualMax(high int) int {
	if high < 5 {
		return 5
	}
	return 7
}

// upTo is the answer that a scale of bare numbers ends there.
func (s *Scale) upTo(max int) Option {
	o := Option{Text: remark.Of("%d to %d", s.Min, max)}
	if max != s.Max {
		o.Max = &max
	}
	return o
}

// upwards is what is assumed of every scale of bare numbers.
func upwards(high int) remark.Remark {
	return remark.Of("%d is the best answer, not 1; where the points have labels, write them in:  scale: {%d: Sangat Setuju, …}", high, high)
}

// stepScales gives the columns of codes in even steps theirs: a point for each step
// up to 100, from 0 or the first.
func stepScales(cols []Column, scales []Scale) []Scale {
	at, low := map[int]int{}, map[int]int{}
	for _, c := range cols {
		if c.Kind == Likert && c.step > 0 {
			if l, ok := low[c.step]; !ok || c.low < l {
				low[c.step] = c.low
			}
		}
	}
	for i := range cols {
		c := &cols[i]
		if c.Kind != Likert || c.step == 0 {
			continue
		}
		k, ok := at[c.step]
		if !ok {
			k = len(scales)
			at[c.step] = k
			s := Scale{Name: "codes in steps"}
			for v := min(low[c.step], c.step); v <= 100; v += c.step {
				s.Points = append(s.Points, Point{Value: v})
			}
			s.finish()
			s.say(study.SaidBest, remark.Of("the points are coded %d to 100 in steps of %d, and 100 is the best answer", s.Min, c.step))
			scales = append(scales, s)
		}
		for _, v := range c.Values {
			x, _ := sheet.Number(v.Text)
			for p := range scales[k].Points {
				if scales[k].Points[p].Value == int(x) {
					scales[k].Points[p].N += v.N
				}
			}
		}
		c.Scale = k
	}
	return scales
}

// likely is the usual scale that holds the numbers low to high.
func likely(low, high int) (lo, hi int) {
	lo = min(low, 1)
	switch {
	case high <= 1:
		return 0, 1
	case high == 2:
		return lo, 2
	case high <= 4 && low >= 3, high == 5, high == 3 && low == 2:
		return lo, 5
	case high <= 4:
		return lo, 4
	case high <= 7:
		return lo, high
	}
	return lo, 10
}
