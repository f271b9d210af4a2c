package columns

import (
	"slices"
	"sort"
	"strings"

	"wogreport/internal/pattern"
	"wogreport/internal/sheet"
)

// rank is where the words of a label put it: how far from the middle, and what
// word is graded. A label by itself ("sometimes") has its place without a word.
type rank struct {
	axis string // the graded word, or what poles and places measure; "" for the middle of any, and for a degree alone
	far  int
}

// part is a word or phrase of a label.
type part struct {
	text string
	meaning
	known bool
}

// parts takes a label apart into the longest phrases that are known.
func parts(label string) []part {
	known := phrases()
	w := plainWords(label)
	var out []part
	for len(w) > 0 {
		n := min(len(w), known.longest)
		for ; n > 1; n-- {
			if _, ok := known.of[strings.Join(w[:n], " ")]; ok {
				break
			}
		}
		text := strings.Join(w[:n], " ")
		m, ok := known.of[text]
		out = append(out, part{text, m, ok})
		w = w[n:]
	}
	return out
}

// reading is what the parts of a label were found to say so far.
type reading struct {
	rank
	sign   int
	strong int // how far its degree takes the word
	graded bool
	below  bool // hardly, less
	not    bool
	core   []string // the words that are not known
}

// rankOf puts a label in its place. words are those of all labels beside it: one
// that others grade is no name of the middle ("tidak yakin" beside "sangat
// yakin"), and one that others have without a prefix is its opposite.
func rankOf(label string, words map[string]int) rank {
	if neitherNor(plainWords(label)) {
		return rank{}
	}
	r := reading{sign: 1, strong: plain}
	for _, p := range splitPlaces(parts(label), words) {
		if p.known && p.kind == place {
			return r.at(p)
		}
		r.add(p)
	}
	r.name(words)
	switch {
	case r.below && r.graded && r.strong > plain: // sangat kurang
		r.far = -25
	case r.below:
		r.far = -few
	case r.sign < 0 && r.strong < plain && !(r.not && r.strong == notVery):
		r.far = -few
	default:
		r.far = r.sign * r.strong
	}
	return r.rank
}

// neitherNor reports a label that takes neither side: ni satisfecho ni insatisfecho.
func neitherNor(w []string) bool {
	for _, pair := range [][2]string{
		{"neither", "nor"}, {"weder", "noch"}, {"noch", "noch"}, {"ni", "ni"}, {"nem", "nem"}, {"nao", "nem"}, {"ne", "ne"}, {"varken", "eller"}, {"hverken", "eller"}, {"bukan", "bukan"},
	} {
		if i := slices.Index(w, pair[0]); i >= 0 && slices.Contains(w[i+1:], pair[1]) {
			return true
		}
	}
	return false
}

// notVery is how far "not very" takes a word below the middle.
const notVery = 15

// add reads one part.
func (r *reading) add(p part) {
	if !p.known {
		r.core = append(r.core, p.text)
		return
	}
	switch p.kind {
	case negation:
		r.sign, r.not = -r.sign, true
		if r.graded && r.strong < plain { // cukup tidak setuju, eher nicht
			r.strong = few
		}
	case nearly:
		r.below = true
	case never:
		r.sign, r.strong, r.graded, r.not = -1, most, true, true
	case degree:
		switch {
		case r.not && !r.graded && !(r.worded() && slices.Contains(behindIts, p.text)):
			r.strong = notVery
		case !r.graded || p.far > r.strong:
			r.strong = p.far
		}
		r.graded = true
	case pole:
		r.sign *= p.far
		r.axis = p.axis
	}
}

// behindIts are the degrees that stand behind the word they grade. They make a denied word stronger: "tidak
// puas sekali" is less than "tidak puas", while "not very satisfied" is more.
var behindIts = []string{"sekali", "banget", "pisan"}

// worded reports whether the word that is graded was read.
func (r *reading) worded() bool { return r.axis != "" || len(r.core) > 0 }

// at is the rank of a label that has its place by itself, a step further out where
// a word makes it stronger: muy frecuentemente.
func (r *reading) at(p part) rank {
	axis, far := p.axis, p.far
	if axis == "" {
		axis = r.axis
	}
	if r.graded && r.strong > plain && far > -most && far < most {
		switch {
		case far > 0:
			far += few
		case far < 0:
			far -= few
		}
	}
	return rank{axis, far}
}

// name makes the words that are not known what is graded.
func (r *reading) name(words map[string]int) {
	if len(r.core) == 0 {
		return
	}
	for i, word := range r.core {
		if positive, ok := oppositeOf(word, words); ok {
			r.core[i], r.sign = positive, -r.sign
		}
	}
	slices.Sort(r.core)
	word := strings.Join(r.core, " ")
	if r.axis == "" {
		r.axis = "word " + word
	} else {
		r.axis += " " + word
	}
}

// splitPlaces takes a phrase that names the middle apart where other labels grade
// its last word.
func splitPlaces(all []part, words map[string]int) []part {
	var out []part
	for _, p := range all {
		w := strings.Fields(p.text)
		if p.kind == place && p.axis == "" && len(w) == 2 && phrases().of[w[0]].kind != nothing && words[w[1]] > 1 {
			for _, text := range w {
				m, ok := phrases().of[text]
				out = append(out, part{text, m, ok})
			}
			continue
		}
		out = append(out, p)
	}
	return out
}

// oppositeOf is the word that one with a prefix is the opposite of, or one that
// ends in -less.
func oppositeOf(word string, words map[string]int) (string, bool) {
	if stem, ok := strings.CutSuffix(word, "less"); ok && words[stem+"ful"] > 0 {
		return stem + "ful", true
	}
	for _, prefix := range negations {
		rest, ok := strings.CutPrefix(word, prefix)
		if ok && (words[rest] > 0 || slices.Contains(adjectivesNegated, rest)) {
			return rest, true
		}
	}
	return word, false
}

// standing is how much the words of labels tell of their order.
type standing uint8

const (
	noOrder  standing = iota // nothing about some, or the same about two
	proposed                 // all have a place, along different things
	certain                  // all are graded along one thing
)

// rankAll puts labels in their places, no two alike unless there is no order.
func rankAll(labels []string) (far []int, is standing) {
	words := map[string]int{}
	for _, l := range labels {
		for _, w := range plainWords(l) {
			words[w]++
		}
	}
	axes := map[string]int{}
	seen := map[int]bool{}
	ok := true
	for _, l := range labels {
		r := rankOf(l, words)
		far = append(far, r.far)
		ok = ok && !seen[r.far]
		seen[r.far] = true
		if r.axis != "" {
			axes[r.axis]++
		}
	}
	for axis, n := range axes {
		// An unknown word that no other label has is no word that is graded.
		ok = ok && (n > 1 || !strings.HasPrefix(axis, "word "))
	}
	switch {
	case !ok:
		return far, noOrder
	case len(axes) > 1:
		return far, proposed
	}
	return far, certain
}

// rankedLabels are the distinct labels of answers.
func labelsOf(answers []answer) []string {
	var out []string
	for _, a := range answers {
		if !slices.Contains(out, a.label) {
			out = append(out, a.label)
		}
	}
	return out
}

// ordered are the labels of answers from the lowest to the highest by their words.
// Labels that all have a number in them are in its order, as a proposal.
func ordered(answers []answer) (labels []string, is standing) {
	labels = labelsOf(answers)
	far, is := rankAll(labels)
	at := map[string]int{}
	for i, l := range labels {
		at[l] = far[i]
	}
	sort.SliceStable(labels, func(i, j int) bool { return at[labels[i]] < at[labels[j]] })
	if is != certain && byNumber(labels) {
		is = proposed
	}
	return labels, is
}

// byNumber orders labels that all have a number of their own in them: 1 to 2
// hours, 25 %. Of two with the same, less than comes before it and more than behind.
func byNumber(labels []string) bool {
	type key struct {
		number float64
		side   int
	}
	at, seen := map[string]key{}, map[key]bool{}
	for _, l := range labels {
		m := firstNumber.FindStringSubmatch(l)
		if m == nil {
			return false
		}
		k := key{side: sideOf(l)}
		k.number, _ = sheet.Number(m[1])
		if seen[k] {
			return false
		}
		at[l], seen[k] = k, true
	}
	sort.SliceStable(labels, func(i, j int) bool {
		a, b := at[labels[i]], at[labels[j]]
		return a.number < b.number || a.number == b.number && a.side < b.side
	})
	return true
}

// sideOf is on which side of the number in a label it lies: less than 1, 1, more than 1.
func sideOf(label string) int {
	for _, w := range plainWords(label) {
		switch m := phrases().of[w]; {
		case w == "under" || w == "below" || w == "bawah" || w == "unter" || m.kind == nearly:
			return -1
		case w == "over" || w == "above" || w == "atas" || w == "uber" || m.axis == "change" && m.far > 0:
			return 1
		}
	}
	if strings.ContainsAny(label, "<") {
		return -1
	} else if strings.ContainsAny(label, ">+") {
		return 1
	}
	return 0
}

var firstNumber = pattern.New(`(\d+(?:[.,]\d+)?)`)

// degrees reports labels whose order follows from their words: not, somewhat,
// very confident.
func (f *family) degrees() bool {
	labels := labelsOf(f.answers)
	if len(labels) < 3 {
		return false
	}
	_, is := rankAll(labels)
	return is == certain
}

// grades reports whether a word of a label grades others, or stands for a place.
func grades(word string) bool {
	for _, p := range parts(word) {
		if p.known && p.kind != nothing {
			return true
		}
	}
	return false
}

// someDegree reports whether the words of a label grade something.
func someDegree(label string) bool {
	for _, p := range parts(label) {
		if p.known && p.kind != nothing && p.kind != pole {
			return true
		}
	}
	return false
}
