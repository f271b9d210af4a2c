package columns

import (
	"fmt"
	"slices"
	"sort"
	"strconv"
	"strings"

	"wogreport/internal/study"
)

// Scale is the answer scale of some of a file's columns.
type Scale struct {
	Name     string  // "agreement", "numbers"
	Points   []Point // ascending; none for bare numbers
	Min, Max int
	English  bool     // the file's labels are English
	Assumed  []string // what was concluded and has to be confirmed
}

// Label is the label of a point in the file's language, "" without one.
func (s *Scale) Label(p Point) string {
	if s.English && p.EN != "" {
		return p.EN
	}
	return p.ID
}

// Point is one point of a scale. Texts may be empty where the file has none.
type Point struct {
	Value        int
	Code, ID, EN string
	Also         []string // spellings in the file that are neither code nor label
	N            int      // answers
}

// scaleOf makes a scale of the labels of a family.
func scaleOf(f *family) Scale {
	switch {
	case f.isOptions():
		return scaleOfOptions(f)
	case f.numbered:
		return scaleOfNumbered(f)
	case f.ladder == nil:
		return scaleOfUnknown(f)
	}
	s := Scale{Name: f.ladder.name}
	english := 0
	for _, a := range f.answers {
		if i := f.ladder.at(a.label); i >= 0 && study.FoldLabel(f.ladder.rungs[i].en) == a.label {
			english += a.n
		} else {
			english -= a.n
		}
	}
	s.English = english > 0
	var unseen []string
	neutral := -1 // its index among the points
	for i, r := range f.ladder.rungs {
		p := Point{Value: len(s.Points) + 1, Code: r.code, ID: r.id, EN: r.en}
		for _, a := range f.answers {
			if f.ladder.at(a.label) == i {
				p.N += a.n
				p.also(a)
			}
		}
		if p.N == 0 && f.ladder.skewed() { // no known form: only what was seen
			continue
		}
		if p.N == 0 {
			unseen = append(unseen, fmt.Sprintf("%q", s.Label(p)))
		}
		if i == f.ladder.neutral() {
			neutral = len(s.Points)
		}
		s.Points = append(s.Points, p)
	}
	s.Assumed = append(s.Assumed, fmt.Sprintf("the numbers 1 to %d are assumed from the order of the labels", len(s.Points)))
	if unseen != nil {
		s.Assumed = append(s.Assumed, "nobody answered "+strings.Join(unseen, ", ")+"; taken from the usual form of this scale")
	}
	if unseen == nil {
		if r, ok := f.ladder.longer(f.answers); ok {
			label := s.Label(Point{ID: r.id, EN: r.en})
			s.Assumed = append(s.Assumed, fmt.Sprintf("the longer form of this scale has %q, too, which nobody answered; add it where the questionnaire has it", label))
		}
	}
	if neutral >= 0 && 2*neutral != len(s.Points)-1 {
		s.Assumed = append(s.Assumed, fmt.Sprintf("%q is not in the middle of the labels in this file; confirm all points and their numbers, also those that nobody chose, from the questionnaire", s.Label(s.Points[neutral])))
	}
	s.finish()
	return s
}

// scaleOfNumbered takes the numbers beside the labels as they are. Points that
// nobody chose get their label from the known scale that fits the numbers.
func scaleOfNumbered(f *family) Scale {
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
	said := "the numbers are those beside the labels in the file"
	if f.whole {
		said = "the labels of the numbers are those of a key that stands around the answers in the file"
	} else {
		low, high = likely(low, high)
	}
	var fits func(v int) rung
	if f.ladder != nil && (f.whole || len(f.ladder.rungs) == high-low+1) {
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
			fits = func(v int) rung { return rungs[at[v]] }
			down = at[low] > at[high]
		case up:
			fits, down = func(v int) rung { return rungs[v-low] }, false
		case down:
			fits = func(v int) rung { return rungs[high-v] }
		}
		if fits != nil && down {
			s.Assumed = append(s.Assumed, "the numbers run against the labels in this file: the best answer has the lowest number, and a low mean is a good one")
		}
	}
	for v := low; v <= high; v++ {
		p := given[v]
		p.Value = v
		if fits != nil {
			r, raw := fits(v), p.ID
			p.Code, p.ID, p.EN = r.code, r.id, r.en
			p.also(answer{raw: raw})
		}
		s.Points = append(s.Points, p)
	}
	s.Assumed = append(s.Assumed, said)
	s.finish()
	return s
}

// also keeps a spelling that is neither label nor code of the point.
func (p *Point) also(a answer) {
	raw := study.FoldLabel(a.raw)
	for _, known := range append([]string{p.ID, p.EN, p.Code}, p.Also...) {
		if known != "" && study.FoldLabel(known) == raw {
			return
		}
	}
	if raw != "" {
		p.Also = append(p.Also, a.raw)
	}
}

// finish sorts the points, and takes away what names two of them: an answer
// must name one.
func (s *Scale) finish() {
	sort.SliceStable(s.Points, func(i, j int) bool { return s.Points[i].Value < s.Points[j].Value })
	s.Min, s.Max = s.Points[0].Value, s.Points[len(s.Points)-1].Value
	owner := map[string]int{}
	for i, p := range s.Points {
		owner[strconv.Itoa(p.Value)] = i
	}
	for i := range s.Points {
		free := func(text string) string {
			f := study.FoldLabel(text)
			if f == "" {
				return ""
			}
			if o, taken := owner[f]; taken && o != i {
				return ""
			}
			owner[f] = i
			return text
		}
		p := &s.Points[i]
		p.ID, p.EN, p.Code = free(p.ID), free(p.EN), free(p.Code)
		p.Also = slices.DeleteFunc(p.Also, func(a string) bool { return free(a) == "" })
	}
}

func scaleOfOptions(f *family) Scale {
	s := Scale{Name: "option codes"}
	n, codes, top := map[int]int{}, map[int]string{}, 0
	for _, a := range f.answers {
		n[a.value] += a.n
		codes[a.value] = a.raw
		top = max(top, a.value)
	}
	lo, hi := likely(slices.Min(values(n)), top)
	for v := lo; v <= hi; v++ {
		code, ok := codes[v]
		if !ok {
			code = strings.TrimRight(f.answers[0].raw, "0123456789") + fmt.Sprint(v)
		}
		s.Points = append(s.Points, Point{Value: v, Code: code, N: n[v]})
	}
	s.Assumed = append(s.Assumed,
		"the file holds codes of options, not their labels; that the code with the highest number is the highest answer is assumed",
		"write the labels in, from the questionnaire")
	s.finish()
	return s
}

func values(m map[int]int) []int {
	var out []int
	for v := range m {
		out = append(out, v)
	}
	return out
}

// scaleOfUnknown orders labels that no known scale has by what grades a word
// (not, less, very), else by the alphabet.
func scaleOfUnknown(f *family) Scale {
	s := Scale{Name: "unknown labels"}
	answers := slices.Clone(f.answers)
	sort.SliceStable(answers, func(i, j int) bool {
		a, b := answers[i], answers[j]
		if x, y := grade(a.label), grade(b.label); x != y {
			return x < y
		}
		return a.label < b.label
	})
	for i, a := range answers {
		p := Point{Value: i + 1, ID: a.raw, EN: a.raw, N: a.n}
		s.Points = append(s.Points, p)
	}
	s.Assumed = append(s.Assumed, "CONFIRM THE NUMBERS: these labels are not known, so their order here is only a proposal, from words such as tidak, kurang, sangat, then from the alphabet")
	s.finish()
	return s
}
