package columns

import (
	"slices"
	"sort"
	"strings"
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

// rankOf puts a label in its place. words are those of all labels beside it: one
// that others grade is no name of the middle ("tidak yakin" beside "sangat
// yakin"), and one that others have without a prefix is its opposite.
func rankOf(label string, words map[string]int) rank {
	r := rank{}
	sign, far, graded, below, not := 1, plain, false, false, false
	var core []string
	for _, p := range splitPlaces(parts(label), words) {
		switch {
		case !p.known:
			core = append(core, p.text)
		case p.kind == nothing:
		case p.kind == negation:
			sign, not = -sign, true
			if graded && far < plain { // cukup tidak setuju, eher nicht
				far = few
			}
		case p.kind == nearly:
			below = true
		case p.kind == never:
			sign, far, graded, not = -1, most, true, true
		case p.kind == degree:
			switch {
			case not && !graded: // not very
				far = 15
			case !graded || p.far > far:
				far = p.far
			}
			graded = true
		case p.kind == pole:
			sign *= p.far
			r.axis = p.axis
		case p.kind == place:
			if p.axis != "" || r.axis == "" {
				r.axis = p.axis
			}
			switch at := p.far; {
			case graded && far > plain && at > 0 && at < most: // muy frecuentemente
				return rank{r.axis, at + 10}
			case graded && far > plain && at < 0 && at > -most:
				return rank{r.axis, at - 10}
			default:
				return rank{r.axis, at}
			}
		}
	}
	if len(core) > 0 {
		slices.Sort(core)
		word := strings.Join(core, " ")
		if positive, ok := oppositeOf(word, words); ok {
			word, sign = positive, -sign
		}
		if r.axis == "" {
			r.axis = "word " + word
		} else {
			r.axis += " " + word
		}
	}
	switch {
	case below && graded && far > plain: // sangat kurang
		far = -25
	case below:
		far = -few
	case sign < 0 && far < plain && !(not && far == 15):
		far = -few
	default:
		far *= sign
	}
	r.far = far
	return r
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

// oppositeOf is the word that one with a prefix is the opposite of.
func oppositeOf(word string, words map[string]int) (string, bool) {
	for _, prefix := range negations {
		rest, ok := strings.CutPrefix(word, prefix)
		if ok && (words[rest] > 0 || slices.Contains(adjectivesNegated, rest)) {
			return rest, true
		}
	}
	return word, false
}

// rankAll puts labels in their places. ok says that all are graded along one
// thing, and no two alike, so that their order follows from their words alone.
func rankAll(labels []string) (far []int, ok bool) {
	words := map[string]int{}
	for _, l := range labels {
		for _, w := range plainWords(l) {
			words[w]++
		}
	}
	axes := map[string]int{}
	seen := map[int]bool{}
	ok = true
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
	return far, ok && len(axes) <= 1
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
// Without ok it is a proposal: the words of some say nothing, or two are alike.
func ordered(answers []answer) (labels []string, ok bool) {
	labels = labelsOf(answers)
	far, ok := rankAll(labels)
	at := map[string]int{}
	for i, l := range labels {
		at[l] = far[i]
	}
	sort.SliceStable(labels, func(i, j int) bool { return at[labels[i]] < at[labels[j]] })
	return labels, ok
}

// degrees reports labels whose order follows from their words: not, somewhat,
// very confident.
func (f *family) degrees() bool {
	labels := labelsOf(f.answers)
	if len(labels) < 3 {
		return false
	}
	_, ok := rankAll(labels)
	return ok
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
