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
	Down     bool               // the lowest number is the best answer
	English  bool               // the file's labels are English
	Assumed  []string           // what was concluded: said, and never in the way
	Asked    []study.Assumption // what its author has to confirm
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
	case f.legend != nil:
		return scaleOfLegend(f)
	case f.numbered:
		return scaleOfNumbered(f)
	case f.ladder == nil:
		return scaleOfWords(f)
	}
	return scaleOfLadder(f)
}

// scaleOfLadder takes the points of a known set, with those that nobody chose.
func scaleOfLadder(f *family) Scale {
	s := Scale{Name: f.ladder.name, English: f.english()}
	other, unsure := f.ladder.otherLength(f.answers)
	used := f.ladder.oppositePair(f.answers) && f.n() >= manyAnswers && unsure
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
		if p.N == 0 && (used || f.ladder.skewed()) { // only what was seen
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
	} else if r, ok := f.ladder.longer(f.answers); ok {
		label := s.Label(Point{ID: r.id, EN: r.en})
		s.Assumed = append(s.Assumed, fmt.Sprintf("the longer form of this scale has %q, too, which nobody answered; add it where the questionnaire has it", label))
	}
	if neutral >= 0 && 2*neutral != len(s.Points)-1 {
		s.Assumed = append(s.Assumed, fmt.Sprintf("%q is not in the middle of the labels in this file; confirm all points and their numbers, also those that nobody chose, from the questionnaire", s.Label(s.Points[neutral])))
	}
	s.finish()
	if unsure {
		s.askLength(f, other)
	}
	return s
}

// n is how many answers a family has.
func (f *family) n() int {
	n := 0
	for _, a := range f.answers {
		n += a.n
	}
	return n
}

// english reports whether most labels stand in the file in English.
func (f *family) english() bool {
	english := 0
	for _, a := range f.answers {
		if i := f.ladder.at(a.label); i >= 0 && study.FoldLabel(f.ladder.rungs[i].en) == a.label {
			english += a.n
		} else {
			english -= a.n
		}
	}
	return english > 0
}

// askLength asks how many points a scale has on whose labels another known set fits.
func (s *Scale) askLength(f *family, other *ladder) {
	with := Scale{English: s.English}
	for _, r := range other.rungs {
		with.Points = append(with.Points, Point{Code: r.code, ID: r.id, EN: r.en})
	}
	s.Asked = append(s.Asked, study.Assumption{
		Kind: study.AssumedLength,
		What: fmt.Sprintf("the scale has %d points: %s", len(s.Points), s.order()),
		Why:  fmt.Sprintf("only %s were answered, and usual scales of %d and of %d points have them", joinedLabels(s), len(f.ladder.rungs), len(other.rungs)),
		Other: fmt.Sprintf("write the points of the questionnaire under scale, such as these %d: %s",
			len(with.Points), with.order()),
	})
}

// joinedLabels are the labels that were answered.
func joinedLabels(s *Scale) string {
	var labels []string
	for _, p := range s.Points {
		if p.N > 0 {
			labels = append(labels, s.Label(p))
		}
	}
	return strings.Join(labels, ", ")
}

// askOrder asks for the order of labels that neither a known set nor their words tell.
func (s *Scale) askOrder() {
	s.Asked = append(s.Asked, study.Assumption{
		Kind: study.AssumedOrder, What: "the answers rank " + s.order(),
		Why: "these labels are in no known set, and their words do not tell their order", Other: "number the points of the scale as the questionnaire does",
	})
}

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
	s.Assumed = append(s.Assumed, fmt.Sprintf("the numbers run against the labels in this file: the best answer has the lowest number;  direction: down  scores them as %d + %d - value", s.Min, s.Max))
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
	said := "the numbers are those beside the labels in the file"
	if f.whole {
		said = "the labels of the numbers are those of a key that stands around the answers in the file"
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
		s.Assumed = append(s.Assumed, "no answer in the file has the number "+strings.Join(unseen, ", ")+"; confirm from the questionnaire that the scale has it")
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
	s.Asked = append(s.Asked, study.Assumption{
		Kind: study.AssumedNumbers,
		What: "the answers rank " + s.order() + ", as their labels say",
		Why:  "the numbers beside the labels say otherwise: " + strings.Join(beside, ", "), Other: "number the points of the scale as the questionnaire does",
	})
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

// scaleOfWords orders labels that no known set has by the words that grade them.
// Where these do not tell, the order is a proposal that has to be confirmed.
func scaleOfWords(f *family) Scale {
	s := Scale{Name: "unknown labels"}
	labels, ok := ordered(f.answers)
	for i, label := range labels {
		p := Point{Value: i + 1}
		for _, a := range f.answers {
			if a.label != label {
				continue
			}
			if p.ID == "" {
				p.ID, p.EN = a.raw, a.raw
			}
			p.N += a.n
			p.also(a)
		}
		s.Points = append(s.Points, p)
	}
	s.finish()
	order := s.order()
	if ok {
		s.Name = "labels in order"
		s.Assumed = append(s.Assumed, "the order "+order+" follows from words such as not, somewhat, very; points that nobody chose are not in it")
		return s
	}
	s.askOrder()
	return s
}

// order is the labels of a scale from the lowest to the highest.
func (s *Scale) order() string {
	var labels []string
	for _, p := range s.Points {
		label := s.Label(p)
		if label == "" {
			label = p.Code
		}
		labels = append(labels, label)
	}
	return strings.Join(labels, " < ")
}
