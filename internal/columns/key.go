package columns

import (
	"sort"
	"strconv"
	"strings"

	"wogreport/internal/pattern"
	"wogreport/internal/study"
)

var (
	valueFirst = pattern.New(`(?:^|[^\d.,])(\d{1,2})\s*(?:=>|=|:|\.|\)|->|-|–|→|⇒|/)\s*(\pL(?:[\pL -]*\pL)?)`)
	labelFirst = pattern.New(`(\pL(?:[\pL -]*\pL)?)\s*(?:\(\pL{1,3}\))?\s*(?:=>|=|:|->|→|⇒)\s*(\d{1,2})(?:[.,;)]?(?:\s|$)|[;/|)])`)
)

// closeComma is a comma between pairs with no space behind it: "1=SS,2=S", "SS=1,S=2".
var closeComma = pattern.New(`,(\pL|\d{1,2}\s*[=:])`)

// keyIn finds a key to the numbers of a scale in what stands around a table:
// "4 = Sangat Baik; 3 = Baik; …", on one line, one below the other or in cells
// of their own. It is in the order of the numbers, empty for none. Only labels of a
// known scale make one, in its order: a numbered list may be one of people. Where there
// is none, it is the two ends of a scale, if these are named.
func keyIn(notes [][]string) []answer {
	first, last := map[int]string{}, map[int]string{}
	for _, row := range notes {
		var cells []string
		for _, c := range row {
			if c != "" {
				cells = append(cells, c)
			}
		}
		addPairs(strings.Join(cells, " = "), first, last)
	}
	a, b := keyOf(first), keyOf(last)
	switch {
	case len(b) > len(a):
		return b
	case a == nil:
		return endsIn(notes)
	}
	return a
}

// endsIn is what the rows around a table say of the ends of a scale alone: "1 = Sangat Setuju, 5 = Sangat Tidak
// Setuju", on one row or on two. One is on either side of the middle, and nothing else has a number, so that
// counts of answers are none.
func endsIn(notes [][]string) []answer {
	labels := map[int]string{}
	for _, row := range notes {
		line := upToNext.ReplaceAllString(strings.Join(strings.Fields(strings.Join(row, " ")), " "), "; ")
		first, last := map[int]string{}, map[int]string{}
		switch addPairs(line, first, last); {
		case len(first) > 0:
		case strings.Contains(line, "="):
			first = last
		default:
			first = closePairs(line)
		}
		for v, label := range first {
			if _, again := labels[v]; again {
				return nil
			}
			labels[v] = label
		}
	}
	ends := numberedAnswers(labels)
	n := namedOf(ends)
	if len(ends) != 2 || n == nil || n.unclear {
		return nil
	}
	whole := labelsOf(ends)
	if l := ladderOf(ends); l != nil { // of their codes
		for i := range whole {
			whole[i] = labelText(l.rungs[l.at(whole[i])].id)
		}
	}
	if far, _ := rankAll(whole); len(far) == 2 && far[0]*far[1] < 0 {
		return ends
	}
	return nil
}

// addPairs adds the numbers with labels of a line: those that stand before them, and behind.
func addPairs(line string, first, last map[int]string) {
	line = closeComma.ReplaceAllString(line, ", $1")
	for _, m := range valueFirst.FindAllStringSubmatch(line, -1) {
		add(first, m[1], m[2])
	}
	for _, m := range labelFirst.FindAllStringSubmatch(line, -1) {
		add(last, m[2], m[1])
	}
}

func add(labels map[int]string, number, label string) {
	if v, err := strconv.Atoi(number); err == nil && v <= 10 {
		if _, again := labels[v]; !again {
			labels[v] = label
		}
	}
}

// keyOf is the key of at least three numbers in a row, nil where they are none.
func keyOf(labels map[int]string) []answer {
	key := numberedAnswers(labels)
	if len(key) < 3 || key[len(key)-1].value-key[0].value != len(key)-1 || key[0].value > 1 {
		return nil
	}
	l := ladderOf(key)
	if l == nil {
		return nil
	}
	up, down := true, true
	for i := range key[1:] {
		a, b := l.at(key[i].label), l.at(key[i+1].label)
		up, down = up && a < b, down && a > b
	}
	if !up && !down {
		return nil
	}
	return key
}

// numberedAnswers are labels in the order of their numbers.
func numberedAnswers(labels map[int]string) []answer {
	var out []answer
	for v, label := range labels {
		out = append(out, answer{label: WriteOut(study.FoldLabel(label)), raw: label, value: v, numbered: true})
	}
	sort.Slice(out, func(i, j int) bool { return out[i].value < out[j].value })
	return out
}
