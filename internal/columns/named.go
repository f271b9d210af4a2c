package columns

import (
	"fmt"
	"slices"
	"strings"

	"wogreport/internal/pattern"
	"wogreport/internal/remark"
	"wogreport/internal/sheet"
	"wogreport/internal/study"
)

// named is what a header says of the numbers below it: "Kepuasan (1 = Sangat Baik, 5 = Sangat
// Buruk)" names the ends of its scale, and that the lowest is the best answer.
type named struct {
	points  []answer // by their numbers; the first and the last are the ends where it names two
	down    bool     // the best answer has the lowest number
	unclear bool     // nothing tells which end is the best answer
}

var (
	bracketed    = pattern.New(`(\pL[\pL -]*\pL)\s*\((\d{1,2})\)`)
	beside       = pattern.New(`(?:^|[^\d.,\s]\s*|[^\d]\s)(\d{1,2})(?:\s*\(|\s+)(\pL[\pL -]*\pL)`)
	upToNext     = pattern.New(`\s+(?:s/d|s\.d\.?|sampai(?: dengan)?|hingga|to|dan|and)\s+`)
	keyOfClasses = pattern.New(`[(\[]\s*\d{1,2}\s*[=:][^)\]]*\b\d{1,2}\s*[=:]`)
	keyBegins    = pattern.New(`[(\[=:]|\d\s*[-–]`)
)

// namedPoints is what the header says of a column's numbers, nil where it says nothing. Who
// respondents are, and counts, have keys as well, which rank nothing.
func (c *Column) namedPoints() *named {
	asks := beforeKey(c.Header)
	if aboutPeople(asks) || asksForCount(asks) || asksForPlace(asks) {
		return nil
	}
	for _, text := range []string{c.Statement, c.Group, c.Header} {
		if n := namedIn(text); n != nil {
			return n
		}
	}
	return nil
}

// beforeKey is a header without the key to its numbers, which may be of classes: "Umur (1: <20, 2: 20-30)".
func beforeKey(header string) string {
	if key := keyOfClasses.FindStringSubmatch(header); key != nil {
		header, _, _ = strings.Cut(header, key[0])
		return header
	}
	if key := keyBegins.FindStringSubmatch(header); key != nil && len(pointsIn(header)) > 0 {
		header, _, _ = strings.Cut(header, key[0])
	}
	return header
}

// ofCategories reports a header with a key of at least three labels none of which has a word that grades: they
// are choices, and rank nothing.
func ofCategories(header string) bool {
	points := pointsIn(header)
	if len(points) < 3 || points[0].value > 1 || points[len(points)-1].value-points[0].value != len(points)-1 || ladderOf(points) != nil {
		return false
	}
	return !slices.ContainsFunc(points, func(a answer) bool { return slices.ContainsFunc(plainWords(a.label), grades) })
}

// pointsIn are the numbers with labels in a header, in their order.
func pointsIn(text string) (out []answer) {
	text = upToNext.ReplaceAllString(text, "; ")
	before, behind, around := map[int]string{}, map[int]string{}, map[int]string{}
	addPairs(text, before, behind)
	for _, m := range bracketed.FindAllStringSubmatch(text, -1) {
		add(around, m[2], m[1])
	}
	for _, labels := range []map[int]string{before, behind, around, closePairs(text)} {
		if len(labels) > len(out) {
			out = numberedAnswers(labels)
		}
	}
	return out
}

// closePairs are numbers with labels that stand beside them and nothing between: "1 Sangat Baik - 5 Sangat Buruk".
// A single one is a number in a sentence.
func closePairs(text string) map[int]string {
	out := map[int]string{}
	for _, m := range beside.FindAllStringSubmatch(text, -1) {
		add(out, m[1], m[2])
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// namedIn reads what a header says of its numbers.
func namedIn(text string) *named { return namedOf(pointsIn(text)) }

// namedOf is what numbers with labels say of a scale, nil where they are of something else. One label alone tells nothing of the other
// end but which of them is the best answer.
func namedOf(points []answer) *named {
	n := &named{points: points}
	if len(n.points) == 0 {
		return nil
	}
	low, high := n.ends()
	far, known := places(n.points)
	switch first, last := far[0], far[len(far)-1]; {
	case len(n.points) == 1 && (!known || first == 0):
		return nil
	case len(n.points) == 1:
		n.down = (low <= 1) == (first > 0)
	case low > 1 || high < 3 || high > 10:
		return nil
	case !known && len(n.points) > 2: // codes of something else
		return nil
	default:
		up := slices.IsSorted(far)
		n.down = !up && first > last
		n.unclear = !known || first == last || !up && !slices.IsSortedFunc(far, func(a, b int) int { return b - a })
	}
	return n
}

// ends are the lowest and the highest number that is named.
func (n *named) ends() (low, high int) {
	return n.points[0].value, n.points[len(n.points)-1].value
}

// places are the ranks of labels: in the known set that has them, else by their words.
func places(points []answer) (far []int, known bool) {
	if l := ladderOf(points); l != nil && len(points) > 1 {
		for _, a := range points {
			far = append(far, l.at(a.label))
		}
		return far, true
	}
	far, is := rankAll(labelsOf(points))
	return far, len(far) == len(points) && (is != noOrder || len(points) == 1 && far[0] != 0 && someDegree(points[0].label))
}

// keeps reports whether nearly all answers are numbers of a range.
func (c *Column) keeps(low, high int) bool {
	return c.share(func(text string) bool {
		x, ok := sheet.Number(text)
		return ok && (noAnswerNumbers[x] || x == float64(int(x)) && x >= float64(low) && x <= float64(high))
	}) > 0.9
}

// withNames takes what the header says of the numbers low to high, or of its own where it gives no range.
func (c *Column) withNames(n *named, low, high int, ranged bool) (int, int, bool) {
	if n == nil {
		return low, high, ranged
	}
	from, to := n.ends()
	switch {
	case ranged && len(n.points) == 1 && (from == low || from == high), ranged && from == low && to == high:
		c.named = n
	case !ranged && len(n.points) > 1 && c.keeps(from, to):
		c.named = n
		return from, to, !n.unclear
	}
	return low, high, ranged
}

// names gathers what the headers of the columns on one scale say of its numbers.
type names struct {
	labels  map[int]string
	differ  bool // two give a number different labels
	down    bool
	unclear string // the header of one whose best answer is not known
	against string // the header of one that runs the other way, where this one says nothing
	noted   bool   // it is a key in the file that says it
}

// add takes what a column says.
func (s *names) add(c Column) {
	if c.named == nil {
		return
	}
	if c.named.unclear && s.unclear == "" {
		s.unclear = c.Header
	}
	s.take(c.named)
}

// take takes labels and the direction.
func (s *names) take(n *named) {
	s.down = s.down || n.down
	for _, a := range n.points {
		if s.labels == nil {
			s.labels = map[int]string{}
		}
		if known, ok := s.labels[a.value]; ok && study.FoldLabel(known) != study.FoldLabel(a.raw) {
			s.differ = true
		}
		s.labels[a.value] = a.raw
	}
}

// put gives a scale of bare numbers, each answered n times, what the headers say of these.
func (s *names) put(out *Scale, n map[int]int) {
	if s.unclear != "" || s.against != "" {
		why := remark.Of("nothing tells which end of the scale is the best answer in %q", s.unclear)
		if s.unclear == "" {
			why = remark.Of("the lowest number is the best answer in %q, and these questions name no ends", s.against)
		}
		out.Asked = append(out.Asked, Question{
			Kind: study.AssumedNumbers, What: remark.Of("%d is the best answer", out.Max), Why: why,
			Other: remark.Of("add  direction: down  beside the scale where %d is the best answer", out.Min),
		})
	}
	if s.labels == nil {
		return
	}
	out.Down = s.down
	if s.unclear == "" {
		out.Said = slices.DeleteFunc(out.Said, func(code string) bool { return code == study.SaidBest })
	}
	out.Assumed = slices.DeleteFunc(out.Assumed, func(r remark.Remark) bool { return r.String() == upwards(out.Max).String() })
	switch {
	case out.Down && s.noted:
		out.Assumed = append(out.Assumed, remark.Of("the lowest number is the best answer, as a key in the file says;  direction: down  scores them as %d + %d - value", out.Min, out.Max))
	case out.Down:
		out.Assumed = append(out.Assumed, remark.Of("the lowest number is the best answer, as its questions say;  direction: down  scores them as %d + %d - value", out.Min, out.Max))
	}
	if s.differ {
		return
	}
	var all []answer
	for v, label := range s.labels {
		all = append(all, answer{label: labelText(label), value: v})
	}
	ladder := ladderOf(all)
	for v := out.Min; v <= out.Max; v++ {
		p := Point{Value: v, ID: s.labels[v], EN: s.labels[v], N: n[v]}
		if ladder != nil && p.ID != "" {
			if r := ladder.rungs[ladder.at(labelText(p.ID))]; slices.Contains([]string{study.FoldLabel(r.id), study.FoldLabel(r.en), study.FoldLabel(r.code)}, study.FoldLabel(p.ID)) {
				p.ID, p.EN = r.id, r.en
			}
		}
		out.Points = append(out.Points, p)
	}
	if s.noted {
		out.Assumed = append(out.Assumed, remark.Of("the labels %s are those of a key that stands around the answers in the file", s.list()))
		return
	}
	out.Assumed = append(out.Assumed, remark.Of("the labels %s are those that its questions name", s.list()))
}

// list is the labels with their numbers.
func (s *names) list() string {
	var out []string
	for v := range 11 {
		if label, ok := s.labels[v]; ok {
			out = append(out, fmt.Sprintf("%d = %s", v, label))
		}
	}
	return strings.Join(out, ", ")
}
