package study

import (
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"wogreport/internal/diag"
)

// Assumption is something that a draft concluded and that the answers do not
// say. It is open while it stands under assumed: its author confirms it by
// deleting the entry. There is one for each kind of question, not one for each column.
type Assumption struct {
	Kind  string // one of the Assumed* constants; an author may keep others
	What  string // what is assumed, in a sentence
	Why   string // why it is not certain
	Other string // what else it may be, and what to write then
	Where string // the items or columns that it is about

	Accepted bool // the author went on with it open
}

// The kinds of assumptions that a draft makes.
const (
	AssumedOrder    = "order"     // of labels that no known set and no word of degree puts in order
	AssumedNumbers  = "numbers"   // beside the labels contradict these
	AssumedLength   = "length"    // of a scale on which two known sets fit
	AssumedNoAnswer = "no-answer" // a label that may be a point of the scale or none
	AssumedRole     = "role"      // of columns where header and values disagree
	AssumedLayout   = "layout"    // how the rows of the file are to be read
)

// CodeAssumed is the code of the diagnostic for an open assumption.
const CodeAssumed = "assumed"

// What a draft concluded and a reader of the report is told, in the paragraph on
// the quality of the data, by what stands under said. Points that nobody chose,
// which the set of the others has; bare numbers of which the highest is the best
// answer; labels ordered by their words; items grouped by codes and headings;
// questions with labels of their own read on one scale.
const (
	SaidBest       = "highest-best"
	SaidUnobserved = "unobserved-points"
	SaidOrder      = "order-by-words"
	SaidGrouping   = "grouping"
	SaidOwnLabels  = "own-labels"
)

// Conclusions are all of them, in the order in which they are said.
var Conclusions = []string{SaidBest, SaidUnobserved, SaidOrder, SaidGrouping, SaidOwnLabels}

func assumptionShape() shape[Assumption] {
	return object("the keys of an assumption",
		must(key("kind", "the kind of question: order, numbers, length, no-answer, role, layout", filled(), func(a *Assumption) *string { return &a.Kind })),
		must(key("what", "what is assumed", filled(), func(a *Assumption) *string { return &a.What })),
		key("why", "why it is not certain", str(), func(a *Assumption) *string { return &a.Why }),
		key("other", "what else it may be", str(), func(a *Assumption) *string { return &a.Other }),
		key("where", "the items or columns it is about", str(), func(a *Assumption) *string { return &a.Where }),
	)
}

// unordered is a scale with points that have no number.
type unordered struct {
	at     diag.Pos
	labels string
}

// Unordered reports whether points of a scale have no numbers.
func (s *Study) Unordered() bool { return len(s.unordered) > 0 }

// noOrder reports the scales whose points have no numbers: an order that nobody
// knows can be written, but not be accepted.
func (s *Study) noOrder(l *diag.List) {
	for _, u := range s.unordered {
		l.Errorf(u.at, "no-order", "the points of the scale have no numbers: %s", excerpt(u.labels))
		l.Hintf("write a number in place of each %s, 1 for the lowest answer: neither a known set of labels nor their words tell the order", NoNumber)
	}
}

// checkAssumed reports every open assumption.
func (d *decoder) checkAssumed(s *Study) {
	s.unordered = d.unordered
	if !slices.ContainsFunc(s.Assumed, func(a Assumption) bool { return a.Kind == AssumedOrder }) {
		s.noOrder(&d.List)
	}
	for i, a := range s.Assumed {
		about := ""
		if a.Where != "" {
			about = " (" + a.Where + ")"
		}
		d.Errorf(s.assumedAt(i), CodeAssumed, "to confirm: %s%s", a.What, about)
		if a.Kind == AssumedOrder && len(s.unordered) > 0 {
			d.Hintf("delete this entry when that is done: %s", a.Other)
			continue
		}
		hint := "delete this entry to confirm it"
		if a.Other != "" {
			hint += "; else: " + a.Other
		}
		d.Hintf("%s;  --accept  goes on with it as it is", hint)
	}
}

func (s *Study) assumedAt(i int) diag.Pos {
	return s.At(fmt.Sprintf("assumed[%d]", i))
}

// Accept goes on with all open assumptions: they are marked as accepted, so that
// the report says what was not confirmed. It returns the diagnostics of Load
// without theirs; scales without an order stay errors.
func (s *Study) Accept(l diag.List) diag.List {
	order := false
	for i := range s.Assumed {
		s.Assumed[i].Accepted = true
		order = order || s.Assumed[i].Kind == AssumedOrder
	}
	var rest diag.List
	for _, d := range l {
		if d.Code != CodeAssumed {
			rest = append(rest, d)
		}
	}
	if order {
		s.noOrder(&rest)
	}
	return rest
}

// Number writes numbers into the scales of a study file that have none. order is
// asked for those of the points with given labels, from the first to the last; nil
// leaves them. all reports that no scale is left without.
func Number(data []byte, order func(labels []string) []int) (out []byte, all bool) {
	docs, err := documents(data)
	if err != nil || len(docs) == 0 {
		return data, false
	}
	lines := strings.SplitAfter(string(data), "\n")
	all = true
	for _, points := range unnumberedScales(docs[0]) {
		var labels []string
		for _, p := range points {
			labels = append(labels, p.label)
		}
		numbers := order(labels)
		if numbers == nil {
			all = false
			continue
		}
		for i, p := range points {
			line := &lines[p.value.Line-1]
			*line = strings.Replace(*line, "value: "+p.value.Value, fmt.Sprintf("value: %d", numbers[i]), 1)
		}
	}
	return []byte(strings.Join(lines, "")), all
}

// unnumberedPoint is a point without a number in a study file.
type unnumberedPoint struct {
	value *yaml.Node
	label string
}

// unnumberedScales are the lists of points without numbers below a node.
func unnumberedScales(n *yaml.Node) (out [][]unnumberedPoint) {
	var points []unnumberedPoint
	for _, c := range n.Content {
		if v := valueOf(c, "value"); n.Kind == yaml.SequenceNode && v != nil && v.Value == NoNumber {
			points = append(points, unnumberedPoint{v, labelOf(c)})
			continue
		}
		out = append(out, unnumberedScales(c)...)
	}
	if points != nil {
		out = append(out, points)
	}
	return out
}

// labelOf is the label of a point in a study file, in its first language.
func labelOf(point *yaml.Node) string {
	for _, key := range []string{"label", "code"} {
		v := valueOf(point, key)
		if v != nil && v.Kind == yaml.MappingNode && len(v.Content) > 1 {
			v = v.Content[1]
		}
		if v != nil {
			return v.Value
		}
	}
	return ""
}

// valueOf is the value of a key in a mapping, nil without it.
func valueOf(n *yaml.Node, key string) *yaml.Node {
	if n.Kind == yaml.MappingNode {
		for i := 0; i+1 < len(n.Content); i += 2 {
			if n.Content[i].Value == key {
				return n.Content[i+1]
			}
		}
	}
	return nil
}

// Confirm is the text of a study file without the assumptions for which
// confirmed is true, and without the key when none is left. A text that is not
// laid out as a draft is stays as it is, with ok false.
func Confirm(data []byte, confirmed func(i int) bool) (out []byte, ok bool) {
	docs, err := documents(data)
	if err != nil || len(docs) == 0 || len(docs[0].Content) == 0 {
		return data, false
	}
	root := docs[0].Content[0]
	for i := 0; i+1 < len(root.Content); i += 2 {
		k, v := root.Content[i], root.Content[i+1]
		if k.Value != "assumed" {
			continue
		}
		if v.Kind != yaml.SequenceNode || v.Style&yaml.FlowStyle != 0 || len(v.Content) == 0 {
			return data, false
		}
		lines := strings.SplitAfter(string(data), "\n")
		end := blockEnd(lines, v.Content[len(v.Content)-1].Line)
		drop := map[int]bool{} // lines, from 1
		left := len(v.Content)
		for j, n := range v.Content {
			next := end
			if j+1 < len(v.Content) {
				next = v.Content[j+1].Line
			}
			if confirmed(j) {
				left--
				for line := n.Line; line < next; line++ {
					drop[line] = true
				}
			}
		}
		if left == 0 {
			drop[k.Line] = true
			for line := k.Line - 1; line > 0 && strings.HasPrefix(lines[line-1], "#"); line-- { // what explains the key
				drop[line] = true
			}
		}
		var b strings.Builder
		for i, line := range lines {
			if !drop[i+1] {
				b.WriteString(line)
			}
		}
		return []byte(b.String()), true
	}
	return data, false
}

// blockEnd is the first line after an entry that begins in a line, from 1: the
// next that is blank or not indented.
func blockEnd(lines []string, start int) int {
	for line := start + 1; line <= len(lines); line++ {
		if text := lines[line-1]; strings.TrimSpace(text) == "" || text[0] != ' ' && text[0] != '-' {
			return line
		}
	}
	return len(lines) + 1
}
