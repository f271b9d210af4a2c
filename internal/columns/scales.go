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

// Scale is the answer scale of some of a file's columns.
type Scale struct {
	Name     string  // "agreement", "numbers"
	Points   []Point // ascending; none for bare numbers
	Min, Max int
	Down     bool            // the lowest number is the best answer
	NoOrder  bool            // nothing tells the order of the points: their numbers are those of a list
	English  bool            // the file's labels are English
	Assumed  []remark.Remark // what was concluded: said, and never in the way
	Said     []string        // the codes of what a reader of the report has to know of that, study.Said*
	Asked    []Question      // what its author has to confirm

	byOrder bool // the numbers are those of the labels' order
}

// concludeOrder says where the numbers come from, unless it is asked which points there are.
func (s *Scale) concludeOrder() {
	if s.byOrder && len(s.Asked) == 0 {
		s.Assumed = slices.Insert(s.Assumed, 0, remark.Of("the numbers 1 to %d are assumed from the order of the labels", len(s.Points)))
	}
}

// Question is what the author of a study has to confirm, as study.Assumption has it.
type Question struct {
	Kind             string
	What, Why, Other remark.Remark
	Where            string
	Options          []Option // the answers that there are, as far as they are known
}

// say notes something that was concluded and that readers of the report are told, too.
func (s *Scale) say(code string, what remark.Remark) {
	s.Assumed = append(s.Assumed, what)
	if !slices.Contains(s.Said, code) {
		s.Said = append(s.Said, code)
	}
}

// Label is the label of a point in the file's language, else its code, "" without one.
func (s *Scale) Label(p Point) string {
	switch {
	case s.English && p.EN != "":
		return p.EN
	case p.ID == "":
		return p.Code
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
	case f.own:
		return scaleOfOwnLabels(f)
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
	others := f.ladder.otherLengths(f.answers)
	unsure := len(others) > 0
	middle := f.ladder.onlyMiddleUnseen(f.answers)
	passed := !middle && f.passesOver()
	used := passed || f.n() >= manyAnswers && (middle || unsure && f.ladder.oppositePair(f.answers))
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
	s.byOrder = true
	if unseen != nil {
		s.say(study.SaidUnobserved, remark.Of("nobody answered %s; taken from the usual form of this scale", strings.Join(unseen, ", ")))
	}
	if neutral >= 0 && 2*neutral != len(s.Points)-1 {
		s.Assumed = append(s.Assumed, remark.Of("%q is not in the middle of the labels in this file; confirm all points and their numbers, also those that nobody chose, from the questionnaire", s.Label(s.Points[neutral])))
	}
	s.finish()
	switch {
	case middle:
		s.askMiddle(f)
	case passed:
		s.Assumed = append(s.Assumed, remark.Of("only what was answered is on the scale: a usual one has points between these that none of %d answers is", f.n()))
	case unsure:
		s.askLength(f, others)
	case !s.askInner():
		s.doubtEnds(f.ladder, f.answers)
	}
	return s
}

// doubtEnds asks whether a scale goes as far as it is taken to, or says so where that is usual:
// a point more or less at the lower end moves every number.
func (s *Scale) doubtEnds(l *ladder, answers []answer) {
	longer, chosen := l.longer(answers), s.betweenEnds()
	found, _ := l.holds(answers)
	switch {
	case len(longer) > 0 && l.fromFairly():
		s.Assumed = append(s.Assumed, remark.Of("%q is taken for the lowest point of the scale, as in the usual form of these %d labels; give the scale a lower one where the questionnaire has it", s.Label(s.Points[0]), len(s.Points)))
	case len(longer) > 0:
		s.askLonger(longer)
	case len(chosen) < len(s.Points) && !l.balanced(found):
		s.askEnds(chosen)
	}
}

// betweenEnds are the points without those at an end that nobody chose.
func (s *Scale) betweenEnds() []Point {
	from, to := 0, len(s.Points)
	for from < to && s.Points[from].N == 0 {
		from++
	}
	for to > from && s.Points[to-1].N == 0 {
		to--
	}
	return s.Points[from:to]
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

// askMiddle asks whether a scale has a middle that nobody chose.
func (s *Scale) askMiddle(f *family) {
	with := Scale{English: s.English, Points: f.ladder.rungPoints()}
	middle := with.Label(with.Points[len(with.Points)/2])
	a := Question{
		Kind: study.AssumedLength,
		What: remark.Of("the scale has %d points: %s", len(s.Points), s.order()),
		Why:  remark.Of("nobody answered %q, which stands in the middle of the usual form", middle),
	}
	a.Options = []Option{s.asItIs(), s.with(with.Points)}
	if len(s.Points) < len(with.Points) {
		a.Other = remark.Of("write the points of the usual form under scale: %s", with.order())
	} else {
		a.Options[1] = s.with(slices.Delete(slices.Clone(with.Points), len(with.Points)/2, len(with.Points)/2+1))
		a.Other = remark.Of("take %q out of the scale, and number the others without a gap", middle)
	}
	s.Asked = append(s.Asked, a)
}

// askLength asks how many points a scale has on whose labels another known set fits.
func (s *Scale) askLength(f *family, others []*ladder) {
	other := others[0]
	with := Scale{English: s.English, Points: other.rungPoints()}
	options := s.options(others)
	if chosen := s.betweenEnds(); len(chosen) < len(s.Points) && s.threefold(chosen) {
		options = append(options, s.with(chosen))
	}
	s.Asked = append(s.Asked, Question{
		Kind: study.AssumedLength,
		What: remark.Of("the scale has %d points: %s", len(s.Points), s.order()),
		Why:  remark.Of("only %s were answered, and usual scales of %d and of %d points have them", joinedLabels(s), len(f.ladder.rungs), len(other.rungs)),
		Other: remark.Of("write the points of the questionnaire under scale, such as these %d: %s",
			len(with.Points), with.order()),
		Options: options,
	})
}

// threefold reports three points that are a scale by themselves: on either side of one that takes less than a side.
func (s *Scale) threefold(points []Point) bool {
	if len(points) != 3 {
		return false
	}
	var labels []string
	for _, p := range points {
		labels = append(labels, labelText(s.Label(p)))
	}
	far, _ := rankAll(labels)
	return far[0] < 0 && far[1] < plain && far[2] > 0
}

// askLopsided asks for the points that nobody chose where the labels on one side of
// the middle are more than on the other: the scale of the questionnaire is longer.
func (s *Scale) askLopsided(labels []string) {
	far, _ := rankAll(labels)
	middle := slices.Index(far, 0)
	below, above := middle, len(labels)-1-middle
	if middle <= 0 || above == 0 || below == above {
		return
	}
	why := remark.Of("%q is not in the middle of them, so that a point below it seems to be one that nobody chose", s.Label(s.Points[middle]))
	if below > above {
		why = remark.Of("%q is not in the middle of them, so that a point above it seems to be one that nobody chose", s.Label(s.Points[middle]))
	}
	s.Asked = append(s.Asked, Question{
		Kind:  study.AssumedLength,
		What:  remark.Of("the scale has %d points: %s", len(s.Points), s.order()),
		Why:   why,
		Other: remark.Of("write all points of the questionnaire under scale, and number them again"),
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

// askOrder asks for the order of labels that no known set has. What their words
// tell of it is a proposal; where they tell nothing, there is none to confirm.
func (s *Scale) askOrder(is standing) {
	a := Question{
		Kind: study.AssumedOrder, What: remark.Of("the answers rank %s", s.order()),
		Why: remark.Of("these labels are in no known set, and their words do not tell their order for certain"), Other: remark.Of("number the points of the scale as the questionnaire does"),
	}
	if s.NoOrder = is == noOrder; s.NoOrder {
		a.What = remark.Of("the order of these answers is not known: “%s”", strings.ReplaceAll(s.order(), " < ", "”, “"))
		a.Why = remark.Of("these labels are in no known set, and their words do not tell their order")
		a.Other = remark.Of("write a number in place of each %s under scale, 1 for the lowest answer", study.NoNumber)
	}
	s.Asked = append(s.Asked, a)
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
	s.say(study.SaidBest, remark.Of("the file holds codes of options, not their labels; that the code with the highest number is the highest answer is assumed"))
	s.Assumed = append(s.Assumed, remark.Of("write the labels in, from the questionnaire"))
	s.finish()
	if hi == top && (hi == 3 || hi == 4 || hi == 6) {
		s.askCodes(hi)
	}
	return s
}

// askCodes asks whether a scale of codes of options goes further than these do in the file.
func (s *Scale) askCodes(high int) {
	points, last := slices.Clone(s.Points), s.Points[len(s.Points)-1].Code
	a := Question{
		Kind: study.AssumedLength, What: remark.Of("the scale has %d points: %s", len(s.Points), s.order()),
		Why:     remark.Of("%d is the highest number in the file, and a scale up to %d is usual, too", high, usualMax(high)),
		Options: []Option{{Text: remark.Of("up to %s", last)}},
	}
	for v := high + 1; v <= usualMax(high); v++ {
		code := strings.TrimRight(last, "0123456789") + strconv.Itoa(v)
		points = append(slices.Clone(points), Point{Code: code})
		a.Options = append(a.Options, Option{Text: remark.Of("up to %s", code), Points: points})
	}
	a.Other = remark.Of("write the points of the questionnaire under scale, such as these %d: %s", len(points), (&Scale{Points: points}).order())
	s.Asked = append(s.Asked, a)
}

func values(m map[int]int) []int {
	var out []int
	for v := range m {
		out = append(out, v)
	}
	return out
}

// scaleOfWords orders labels that no known set has by the words that grade them.
// Where these do not tell it, it has to be confirmed or written.
func scaleOfWords(f *family) Scale {
	s := Scale{Name: "unknown labels"}
	labels, is := ordered(f.answers)
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
	if is == certain {
		s.Name = "labels in order"
		s.say(study.SaidOrder, remark.Of("the order %s follows from words such as not, somewhat, very; points that nobody chose are not in it", order))
		s.askLopsided(labels)
		return s
	}
	s.askOrder(is)
	return s
}

// order is the labels of a scale from the lowest to the highest.
func (s *Scale) order() string {
	var labels []string
	for _, p := range s.Points {
		labels = append(labels, s.Label(p))
	}
	return strings.Join(labels, " < ")
}
