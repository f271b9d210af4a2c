package columns

import (
	"fmt"
	"slices"
	"sort"
	"strconv"
	"strings"

	"wogreport/internal/remark"
	"wogreport/internal/study"
)

// turn says so where the lowest number stands beside the best answer, and has
// the scale scored the other way round.
func (s *Scale) turn(f *family) {
	if !f.placed() {
		return
	}
	up, down, n := f.runs()
	if !down || n < 2 || up {
		return
	}
	s.Down = true
	s.Assumed = append(s.Assumed, remark.Of("the numbers run against the labels in this file: the best answer has the lowest number;  direction: down  scores them as %d + %d - value", s.Min, s.Max))
}

// runs tells whether the numbers of n labels go up with these, or down.
func (f *family) runs() (up, down bool, n int) {
	up, down = true, true
	var last answer
	place := 0
	for _, a := range f.sorted() {
		if a.label == "" || n > 0 && a.label == last.label && a.value == last.value {
			continue
		}
		at := f.place(a.label)
		if n++; n > 1 {
			up, down = up && at > place, down && at < place
		}
		last, place = a, at
	}
	return up, down, n
}

// sorted are the answers by their numbers.
func (f *family) sorted() []answer {
	all := slices.Clone(f.answers)
	sort.SliceStable(all, func(i, j int) bool { return all[i].value < all[j].value })
	return all
}

// place is where a label stands among those of the family: in its ladder, else by its words.
func (f *family) place(label string) int {
	if f.ladder != nil {
		return f.ladder.at(label)
	}
	labels, _ := ordered(f.answers)
	return slices.Index(labels, label)
}

// placed reports whether the labels of a family have an order.
func (f *family) placed() bool {
	if f.ladder != nil {
		return true
	}
	return f.degrees()
}

// scaleOfNumbered takes the numbers beside the labels as they are. Points that
// nobody chose get their label from the known scale that fits the numbers.
func scaleOfNumbered(f *family) Scale {
	if f.contradicts() {
		return scaleAgainstNumbers(f)
	}
	s := Scale{Name: "numbered labels"}
	given := map[int]Point{}
	low, high := f.answers[0].value, f.answers[0].value
	for _, a := range f.answers {
		p := given[a.value]
		p.N += a.n
		if p.ID == "" && a.label != "" {
			p.ID, p.EN = a.raw, a.raw
		}
		given[a.value] = p
		low, high = min(low, a.value), max(high, a.value)
	}
	said := remark.Of("the numbers are those beside the labels in the file")
	if f.whole {
		said = remark.Of("the labels of the numbers are those of a key that stands around the answers in the file")
	} else {
		low, high = f.bounds(low, high)
	}
	fits := f.fits(given, low, high)
	var unseen []string
	for v := low; v <= high; v++ {
		p := given[v]
		p.Value = v
		if p.N == 0 {
			unseen = append(unseen, strconv.Itoa(v))
		}
		if fits != nil {
			r, raw := fits(v), p.ID
			p.Code, p.ID, p.EN = r.code, r.id, r.en
			p.also(answer{raw: raw})
		}
		s.Points = append(s.Points, p)
	}
	s.Assumed = append(s.Assumed, said)
	if unseen != nil && !f.whole {
		s.say(study.SaidUnobserved, remark.Of("no answer in the file has the number %s; confirm from the questionnaire that the scale has it", strings.Join(unseen, ", ")))
	}
	s.finish()
	s.turn(f)
	return s
}

// bounds are the lowest and highest number of a scale of numbered labels whose
// numbers go from low to high in the file.
func (f *family) bounds(low, high int) (int, int) {
	if f.ladder != nil {
		for _, first := range []int{1, 0} { // where its labels have these numbers, or the opposite ones
			up, down := true, true
			for _, a := range f.answers {
				i := f.ladder.at(a.label)
				up = up && a.label != "" && a.value == first+i
				down = down && a.label != "" && a.value == first+len(f.ladder.rungs)-1-i
			}
			if up || down {
				return first, first + len(f.ladder.rungs) - 1
			}
		}
	}
	if high > 5 {
		return min(low, 1), high
	}
	return likely(low, high)
}

// fits gives the known label of each number from low to high, nil where there is
// no set that fits them.
func (f *family) fits(given map[int]Point, low, high int) func(v int) rung {
	if f.ladder == nil || !f.whole && len(f.ladder.rungs) != high-low+1 {
		return nil
	}
	rungs := f.ladder.rungs
	at := map[int]int{} // the rungs of the numbers
	up, down := true, true
	for v, p := range given {
		if i := f.ladder.at(WriteOut(study.FoldLabel(p.ID))); i >= 0 {
			at[v] = i
			up, down = up && i == v-low, down && i == high-v
		}
	}
	switch {
	case f.whole: // it is in order
		return func(v int) rung { return rungs[at[v]] }
	case up:
		return func(v int) rung { return rungs[v-low] }
	case down:
		return func(v int) rung { return rungs[high-v] }
	}
	return nil
}

// contradicts reports numbers beside labels that follow these neither up nor down.
func (f *family) contradicts() bool {
	if !f.placed() {
		return false
	}
	up, down, n := f.runs()
	return n > 2 && !up && !down
}

// scaleAgainstNumbers takes the order of the labels where the numbers beside
// them contradict it, and asks.
func scaleAgainstNumbers(f *family) Scale {
	own := &family{ladder: f.ladder}
	var beside []string
	for _, a := range f.sorted() {
		if text := fmt.Sprintf("%s (%d)", a.raw, a.value); !slices.Contains(beside, text) {
			beside = append(beside, text)
		}
		a.numbered, a.value = false, 0
		own.answers = append(own.answers, a)
	}
	s := scaleOf(own)
	for i := range s.Points {
		p := &s.Points[i]
		for _, a := range own.answers {
			known := own.ladder != nil && own.ladder.at(a.label) == i
			if (known || own.ladder == nil && p.ID == a.raw) && a.text != a.raw && !slices.Contains(p.Also, a.text) {
				p.Also = append(p.Also, a.text) // whole: its number names another point
			}
		}
	}
	s.Asked = append(s.Asked, Question{
		Kind: study.AssumedNumbers,
		What: remark.Of("the answers rank %s, as their labels say", s.order()),
		Why:  remark.Of("the numbers beside the labels say otherwise: %s", strings.Join(beside, ", ")), Other: remark.Of("number the points of the scale as the questionnaire does"),
	})
	return s
}
