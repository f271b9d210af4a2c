package columns

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"wogreport/internal/pattern"
	"wogreport/internal/remark"
	"wogreport/internal/study"
)

// answer is one value of a column as an answer label.
type answer struct {
	label    string // folded, written out, without its number
	raw      string // the label as it stands in the file, without its number
	text     string // the whole cell
	code     string // its short form in a legend
	value    int    // the number beside it
	numbered bool
	n        int
}

var (
	numberFirst = pattern.New(`^[(\[]?(\d{1,2})(?:\s*[-.):=–(\[\]]+\s*|\s+)(\pL.*?)[)\]]?$`)
	numberLast  = pattern.New(`^(\pL.*?)\s*(?:[-:=]?\s*[(\[](\d{1,2})[)\]]|[-–:=/]\s*(\d{1,2}))$`)
	letterFirst = pattern.New(`^[(]?[a-hA-H][.)]\s*(\pL{2}.*)$`)
	bareNumber  = pattern.New(`^\d{1,2}$`)
	optionCode  = pattern.New(`^([A-Z]{1,3})0*(\d{1,2})$`)
)

func answerOf(v Value) answer {
	a := answer{raw: v.Text, text: v.Text, n: v.N}
	if m := numberFirst.FindStringSubmatch(v.Text); m != nil {
		a.value, _ = strconv.Atoi(m[1])
		a.raw, a.numbered = m[2], true
	} else if m := numberLast.FindStringSubmatch(v.Text); m != nil {
		a.value, _ = strconv.Atoi(m[2] + m[3])
		a.raw, a.numbered = m[1], true
	} else if bareNumber.MatchString(v.Text) {
		a.value, _ = strconv.Atoi(v.Text)
		a.raw, a.numbered = "", true
	}
	a.label = labelText(a.raw)
	return a
}

// wholeAnswer is a value as a label with the number in it: 2 to 3 hours.
func wholeAnswer(v Value) answer {
	return answer{label: labelText(v.Text), raw: v.Text, text: v.Text, n: v.N}
}

// labelText is a label as labels are compared: folded, written out, without a
// letter before it.
func labelText(label string) string {
	if m := letterFirst.FindStringSubmatch(label); m != nil { // "a. Sangat Setuju"
		label = m[1]
	}
	return WriteOut(study.FoldLabel(strings.ReplaceAll(label, "_", " ")))
}

// family is the answer labels of one column, or of several with the same scale.
type family struct {
	answers []answer // one per label; of numbered ones one per number
	ladder  *ladder  // nil where the labels are unknown

	numbered bool // every label has its number: "4 - Setuju", "1 (buruk)"
	whole    bool // and there are no other points: a key to them stands in the file

	own bool // of questions with labels of their own, each of which has its number

	legend []legendEntry // where a legend in the file explains the answers
}

// ladderOf is the likeliest ladder that holds all labels.
func ladderOf(answers []answer) *ladder {
	sets := [][]ladder{known(), nil}
	if a, ok := commonAdjective(answers); ok {
		sets[1] = graded(a)
	}
	var best *ladder
	least := 0
	for _, set := range sets {
		for k := range set {
			l := &set[k]
			found, ok := l.holds(answers)
			if !ok {
				continue
			}
			if c := l.cost(found); best == nil || c < least {
				best, least = l, c
			}
		}
	}
	return best
}

// commonAdjective is the word that all labels grade ("Sangat Nyaman", "Kurang
// Nyaman", "Nyaman"), as long as there are three of them.
func commonAdjective(answers []answer) (string, bool) {
	found, n := "", 0
	for _, a := range answers {
		switch a.label {
		case "netral", "ragu-ragu", "ragu", "biasa saja", "tidak pasti", "neutral", "":
			continue
		}
		rest := a.label
		for _, p := range []string{"sangat tidak ", "agak tidak ", "cukup tidak ", "tidak ", "kurang ", "agak ", "cukup ", "sangat "} {
			if r, ok := strings.CutPrefix(rest, p); ok {
				rest = r
				break
			}
		}
		if found != "" && rest != found || strings.Contains(rest, " ") {
			return "", false
		}
		found = rest
		n++
	}
	if n < 3 {
		return "", false
	}
	r, size := utf8.DecodeRuneInString(found)
	return string(unicode.ToUpper(r)) + found[size:], true
}

// onLabels makes a column Likert whose values are labels of a known scale. A
// few cells in twenty may be something else.
func (c *Column) onLabels() {
	if c.Distinct < 2 || c.Distinct > maxValues {
		return
	}
	var all []answer
	for _, v := range c.Values {
		all = append(all, answerOf(v))
	}
	n := 0
	for _, v := range c.Values {
		n += v.N
	}
	// Codes that each stand once, or under such a header, name the respondents.
	if f := optionCodes(c.Values); f != nil && c.Distinct < n && !aboutPeople(c.Statement) && !namesClass(c.Statement) {
		c.family, c.Kind, c.Why = f, Likert, remark.Of("its values are codes of options")
		return
	}
	if !slices.ContainsFunc(all, func(a answer) bool { return a.label != "" }) { // bare numbers
		return
	}
	if numberedLabels(all) {
		c.family = &family{answers: all, ladder: ladderOf(all), numbered: true}
		c.Kind, c.Why = Likert, remark.Of("its values are numbered labels")
		return
	}
	f := &family{answers: all, ladder: ladderOf(all)}
	if f.ladder == nil {
		f = mostly(all)
	}
	if f == nil || !f.sure() {
		return
	}
	for i, v := range c.Values {
		label := all[i].label
		if !slices.ContainsFunc(f.answers, func(a answer) bool { return a.label == label }) && IsLabel(label) == OtherLabel {
			c.Strays = append(c.Strays, v)
		}
	}
	c.family, c.Kind, c.Why = f, Likert, remark.Of("its values are labels of %s", f.ladder.name)
}

// numberedLabels reports labels that each have a number of their own, on a
// scale of at most 11 points.
func numberedLabels(all []answer) bool {
	labels, numbers, top := map[int]string{}, map[string]int{}, 0
	for _, a := range all {
		if v, ok := numbers[a.label]; ok && a.label != "" && v != a.value {
			return false
		}
		numbers[a.label] = a.value
		if !a.numbered || a.value > 10 || utf8.RuneCountInString(a.label) > 40 {
			return false
		}
		if other, ok := labels[a.value]; ok && other != "" && a.label != "" && other != a.label {
			return false
		}
		if a.label != "" || labels[a.value] == "" {
			labels[a.value] = a.label
		}
		top = max(top, a.value)
	}
	return len(labels) >= 2 && top >= 3
}

// mostly finds the ladder that holds nearly all answers of a column.
func mostly(all []answer) *family {
	var best *family
	bestN, total := 0, 0
	for _, a := range all {
		total += a.n
	}
	sets := known()
	for k := range sets {
		l := &sets[k]
		f, n := &family{ladder: l}, 0
		for _, a := range all {
			if a.label == "" && a.numbered || l.at(a.label) >= 0 {
				f.answers = append(f.answers, a)
				n += a.n
			}
		}
		if n > bestN {
			best, bestN = f, n
		}
	}
	if best == nil || bestN*20 < total*19 || total < 20 || len(best.answers) < 3 {
		return nil
	}
	best.ladder = ladderOf(best.answers)
	return best
}

// sure reports whether labels are more than a coincidence: short codes of one
// or two letters name classes and genders, too.
func (f *family) sure() bool {
	distinct, long := map[int]bool{}, 0
	for _, a := range f.answers {
		if a.label == "" {
			continue
		}
		distinct[f.ladder.at(a.label)] = true
		if utf8.RuneCountInString(a.label) > 3 {
			long++
		}
	}
	return long >= 2 || len(distinct) >= 3 || long == 1 && len(f.answers) > 2
}

// optionCodes reads the codes that LimeSurvey exports for answers: A1, A2, ….
func optionCodes(values []Value) *family {
	f := &family{}
	prefix := ""
	for _, v := range values {
		m := optionCode.FindStringSubmatch(v.Text)
		if m == nil || prefix != "" && m[1] != prefix {
			return nil
		}
		prefix = m[1]
		a := optionAnswer(m, v)
		if a.value > 11 {
			return nil
		}
		f.answers = append(f.answers, a)
	}
	if len(f.answers) < 3 || prefix == "S" { // S1, S2, S3 are degrees
		return nil
	}
	f.ladder = &ladder{name: "options " + prefix}
	return f
}

// optionAnswer is an answer from a match of optionCode.
func optionAnswer(m []string, v Value) answer {
	k, _ := strconv.Atoi(m[2])
	return answer{label: study.FoldLabel(v.Text), raw: v.Text, value: k, numbered: true, n: v.N}
}

// holds reports whether the scale of f has all labels of another column.
func (f *family) holds(o *family) bool {
	return !slices.ContainsFunc(o.answers, func(a answer) bool {
		if f.isOptions() {
			m := optionCode.FindStringSubmatch(a.raw)
			return m == nil || f.ladder.name != "options "+m[1]
		}
		return a.label == "" || f.ladder.at(a.label) < 0
	})
}

func (f *family) isOptions() bool { return f.ladder != nil && len(f.ladder.rungs) == 0 }

// with is the family of both, nil where no scale holds the labels of both.
func (f *family) with(o *family) *family {
	if f.legend != nil || o.legend != nil {
		if f.legend == nil || o.legend == nil || len(f.legend) != len(o.legend) {
			return nil
		}
		return f.sameLegend(o)
	}
	if f.isOptions() != o.isOptions() || f.isOptions() && f.ladder.name != o.ladder.name {
		return nil
	}
	if f.numbered || o.numbered {
		u := &family{answers: append(slices.Clone(f.answers), o.answers...), numbered: true}
		if f.numbered != o.numbered || !numberedLabels(u.answers) {
			return nil
		}
		u.ladder = ladderOf(u.answers)
		return u
	}
	if f.ladder == nil || o.ladder == nil { // unknown labels are related by their columns
		return nil
	}
	u := &family{ladder: f.ladder}
	known := true // the labels of o are all among those of f
	for _, a := range append(slices.Clone(f.answers), o.answers...) {
		i := slices.IndexFunc(u.answers, func(b answer) bool { return b.label == a.label && b.numbered == a.numbered && b.value == a.value })
		if i < 0 {
			known = known && len(u.answers) < len(f.answers)
			u.answers = append(u.answers, a)
		} else {
			u.answers[i].n += a.n
		}
	}
	if known || u.isOptions() {
		return u
	}
	u.ladder = ladderOf(u.answers)
	if u.ladder == nil {
		return nil
	}
	return u
}

// sameLegend adds up the answers of two columns that a legend explains, nil where
// it is not the same one.
func (f *family) sameLegend(o *family) *family {
	u := &family{legend: f.legend, ladder: f.ladder, answers: slices.Clone(f.answers)}
	for _, a := range o.answers {
		i := slices.IndexFunc(u.answers, func(b answer) bool { return a.label == b.label && a.value == b.value })
		if i < 0 {
			return nil
		}
		u.answers[i].n += a.n
	}
	return u
}
