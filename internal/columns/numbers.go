package columns

import (
	"fmt"

	"wogreport/internal/sheet"
)

// numberScales gives the columns of numbers their scales: those of up to 5,
// up to 7 and up to 10, a block as its widest column.
func numberScales(cols []Column, scales []Scale, key []answer) []Scale {
	size := func(high int) int {
		switch {
		case high <= 2:
			return 0
		case high <= 5:
			return 1
		case high <= 7:
			return 2
		}
		return 3
	}
	top := map[string]int{}
	for _, c := range cols {
		if b := c.Block(); c.Kind == Likert && c.numbered {
			top[b] = max(top[b], c.high)
		}
	}
	spans := map[int]*span{}
	class := make([]int, len(cols))
	widest := 0
	for i, c := range cols {
		if c.Kind != Likert || !c.numbered {
			continue
		}
		h := c.high
		if b := c.Block(); b != "" {
			h = max(h, top[b])
		}
		class[i] = size(h)
		widest = max(widest, class[i])
	}
	for i, c := range cols {
		if c.Kind != Likert || !c.numbered {
			continue
		}
		if class[i] == 0 && c.Block() == "" { // hardly any spread: on its neighbours' scale
			class[i] = widest
		}
		if c.declared {
			class[i] = declaredClass + 16*c.low + c.high
		} else if d, ok := declaredFor(cols, c, class[i], size); ok {
			class[i] = d
		}
		s := spans[class[i]]
		if s == nil {
			s = &span{low: c.low, high: c.high, declared: c.declared, n: map[int]int{}}
			spans[class[i]] = s
		}
		s.add(c)
	}
	zeros := 0 // scales that go to zero: what a study calls missing holds for all its items
	for _, s := range spans {
		if s.low == 0 {
			zeros++
		}
	}
	for k, s := range spans {
		if zeros == 1 && s.strayZeros() {
			s.low, s.stray = 1, true
			for i := range cols {
				if c := &cols[i]; c.Kind == Likert && c.numbered && class[i] == k {
					c.setAside(func(v Value) bool { x, ok := sheet.Number(v.Text); return ok && x == 0 })
				}
			}
		}
	}
	at := map[int]int{}
	for i := range cols {
		if cols[i].Kind != Likert || !cols[i].numbered {
			continue
		}
		s := spans[class[i]]
		if _, ok := at[class[i]]; !ok {
			at[class[i]] = len(scales)
			if labelled, ok := s.labelled(key); ok {
				scales = append(scales, labelled)
			} else {
				scales = append(scales, s.scale())
			}
		}
		cols[i].Scale = at[class[i]]
	}
	return scales
}

// declaredClass is the class of columns whose headers name their scale, plus
// 16 times its lowest number plus its highest.
const declaredClass = 1 << 10

// declaredFor is the class of another column that names the scale on which an
// undeclared one of the same size lies.
func declaredFor(cols []Column, c Column, class int, size func(int) int) (int, bool) {
	for _, d := range cols {
		if d.declared && d.Kind == Likert && size(d.high) == class && c.low >= d.low && c.high <= d.high {
			return declaredClass + 16*d.low + d.high, true
		}
	}
	return 0, false
}

// span is the numbers of the columns that share a scale.
type span struct {
	low, high int
	declared  bool // the headers say so
	columns   int
	answers   int
	stray     bool        // zeros were taken for no answers
	n         map[int]int // answers by number
}

func (s *span) add(c Column) {
	s.low, s.high = min(s.low, c.low), max(s.high, c.high)
	s.columns++
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
	return !s.declared && s.low == 0 && s.n[0] > 0 && s.high > 2 && s.answers >= manyAnswers && s.n[0]*50 < s.answers
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
		return Scale{Name: "numbers", Min: s.low, Max: s.high, Assumed: []string{fmt.Sprintf("the scale %d to %d is the one that its questions name", s.low, s.high), upwards(s.high)}}
	}
	low, high := s.low, s.high
	lo, hi := likely(low, high)
	if low <= 1 && high == 3 && s.columns >= 3 && s.answers >= manyAnswers {
		hi = high
	}
	out := Scale{Name: "numbers", Min: lo, Max: hi}
	if lo != low || hi != high {
		out.Assumed = append(out.Assumed, fmt.Sprintf("the file has the numbers %d to %d; %d to %d is assumed to be the whole scale", low, high, lo, hi))
	}
	if hi == high && (hi == 3 || hi == 4) {
		out.Assumed = append(out.Assumed, fmt.Sprintf("%d is the highest number in the file; make max %d if the questionnaire went further", hi, hi+1))
	}
	if s.stray {
		out.Assumed = append(out.Assumed, fmt.Sprintf(`0 stands in %d of %d cells only and is taken for no answer`, s.n[0], s.answers))
	}
	if low == 0 && hi > 1 {
		out.Assumed = append(out.Assumed, `0 occurs and is taken for an answer; if it means none, make min 1 and add  missing: ["0"]  to responses`)
	}
	if hi > 1 {
		out.Assumed = append(out.Assumed, upwards(hi))
	}
	return out
}

// upwards is what is assumed of every scale of bare numbers.
func upwards(high int) string {
	return fmt.Sprintf("%d is the best answer, not 1; where the points have labels, write them in:  scale: {%d: Sangat Setuju, …}", high, high)
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
