package columns

import (
	"cmp"
	"slices"
	"strconv"

	"wogreport/internal/pattern"
	"wogreport/internal/remark"
	"wogreport/internal/sheet"
	"wogreport/internal/study"
)

// numbers makes items of the columns of whole numbers that stand together.
func numbers(cols []Column) {
	inSteps(cols)
	var able []int
	labelled := false
	for i, c := range cols {
		labelled = labelled || c.Kind == Likert
		if c.numbered && c.Distinct > 0 && c.Kind == Number {
			able = append(able, i)
		}
	}
	for _, i := range able {
		if cols[i].declared {
			cols[i].accept()
		}
	}
	able = slices.DeleteFunc(able, func(i int) bool { return cols[i].declared })
	// Where others are items beyond doubt, they decide; a doubtful one is one of
	// them where it goes no higher.
	sure, top := []int(nil), 0
	for _, i := range able {
		if cols[i].Doubt.IsZero() {
			sure = append(sure, i)
			if cols[i].wide() {
				top = max(top, cols[i].high)
			}
		}
	}
	if top == 0 && !labelled {
		sure = able
	}
	together(cols, sure, labelled)
	for _, i := range able {
		if c := &cols[i]; c.Kind == Number && !c.Doubt.IsZero() && c.wide() && c.high <= top {
			c.accept()
		}
	}
	alike(cols, able)
}

// alike makes items of what nobody or hardly anybody answered differently where it stands
// among items, or in their list at an end: from each item on, to either side.
func alike(cols []Column, able []int) {
	item := func(i int) bool {
		return cols[i].Kind == Number && cols[i].high <= 10 && !aboutPeople(cols[i].Statement)
	}
	for _, i := range able {
		if item(i) && (between(cols, i) || goesOn(cols, i, i-1)) {
			cols[i].accept()
		}
	}
	for _, i := range slices.Backward(able) {
		if item(i) && goesOn(cols, i, i+1) {
			cols[i].accept()
		}
	}
}

// goesOn reports a column beside an item whose list goes on with it: 6. beside 5., Soal 1
// beside Soal 2. Its numbers are those of a scale as long.
func goesOn(cols []Column, i, beside int) bool {
	if beside < 0 || beside >= len(cols) {
		return false
	}
	c, o := &cols[i], &cols[beside]
	form, n, ok := c.listed()
	of, m, also := o.listed()
	return ok && also && o.Kind == Likert && o.numbered && !o.declared && !o.signed && form == of && n-m == i-beside &&
		c.Group == o.Group && (c.low >= 1 || o.low == 0) && sizeOf(c.high) <= sizeOf(o.high)
}

// listed is the place of a column in a list by its code, else by its header: the number at
// the end, and what stands before it.
func (c *Column) listed() (form string, n int, ok bool) {
	m := listed.FindStringSubmatch(cmp.Or(c.Code, c.Header))
	if m == nil {
		return "", 0, false
	}
	n, err := strconv.Atoi(m[2])
	return study.FoldLabel(m[1]), n, err == nil
}

var listed = pattern.New(`^(.*?)(\d{1,3})\W*$`)

func (c *Column) accept() { c.Kind, c.Why = Likert, remark.Of("whole numbers of a scale") }

// wide reports numbers that are more than yes and no.
func (c *Column) wide() bool { return (c.high >= 3 || c.signed) && c.Distinct > 1 }

// inSteps makes items of columns whose codes go up in even steps, as long as
// there are two.
func inSteps(cols []Column) {
	n := map[int]int{}
	for _, c := range cols {
		if c.Kind == Number && c.step > 0 {
			n[c.step]++
		}
	}
	for i := range cols {
		if c := &cols[i]; c.Kind == Number && n[c.step] >= 2 && c.step > 0 {
			c.Kind, c.Why = Likert, remark.Of("codes of a scale in even steps")
		}
	}
}

// together makes items of the numbers among able that stand together.
func together(cols []Column, able []int, labelled bool) {
	blocks, nWide := 0, 0
	for _, i := range able {
		if cols[i].Block() != "" {
			blocks++
		}
		if cols[i].wide() {
			nWide++
		}
	}
	counts := goesToZero(cols, able)
	beyondCoded(cols, able, counts)
	switch {
	case nWide >= 2:
		for _, i := range able {
			// Where the items carry codes or groups, a number without is something else.
			if !counts[i] && cols[i].wide() && (cols[i].Block() != "" || blocks*5 < len(able)*4 || len(able)-blocks == len(able)) {
				cols[i].accept()
			}
		}
	case nWide == 1 && !labelled:
		for _, i := range able {
			if cols[i].wide() && cols[i].Distinct >= 3 {
				cols[i].accept()
			}
		}
	case nWide == 0 && !labelled && len(able) >= 3:
		for _, i := range able {
			if cols[i].Distinct == 2 {
				cols[i].accept()
			}
		}
	}
}

// goesToZero finds the columns by themselves with zeros for answers where most of
// the others have none: they count something.
func goesToZero(cols []Column, able []int) map[int]bool {
	var zero []int
	others, coded := 0, 0
	for _, i := range able {
		c := &cols[i]
		switch {
		case c.high < 3 || c.signed:
		case c.low >= 1:
			others++
			if c.Block() != "" {
				coded++
			}
		case c.Block() == "" && c.zeros() >= 0.05:
			zero = append(zero, i)
		}
	}
	out := map[int]bool{}
	// Where all others have codes, a few beside them prove less.
	if others < 3 || others < 2*len(zero) && !(coded == others && others > len(zero)) {
		return out
	}
	for _, i := range zero {
		if c := &cols[i]; c.high <= 7 {
			out[i], c.Why = true, remark.Of("unlike the others it has zeros: it seems to count something")
		}
	}
	return out
}

// beyondCoded finds the columns by themselves that go beyond the numbers of at least
// three that carry codes: years and sizes, not answers on their scale.
func beyondCoded(cols []Column, able []int, out map[int]bool) {
	low, high, coded := 10, 0, 0
	for _, i := range able {
		if c := &cols[i]; c.Block() != "" && c.wide() {
			low, high, coded = min(low, c.low), max(high, c.high), coded+1
		}
	}
	if coded < 3 {
		return
	}
	for _, i := range able {
		if c := &cols[i]; c.Block() == "" && (c.high > max(high, 5) || c.low == 0 && low >= 1 && c.zeros() >= 0.02) {
			out[i], c.Why = true, remark.Of("unlike the items it carries no code, and its numbers go beyond theirs")
		}
	}
}

// zeros is the share of zeros among the answers.
func (c *Column) zeros() float64 {
	return c.share(func(text string) bool { x, ok := sheet.Number(text); return ok && x == 0 })
}

// between reports whether a column stands among items: they share its block,
// or it has one on each side; without a header at all, on one.
func between(cols []Column, i int) bool {
	block := cols[i].Block()
	item := func(j int) bool {
		return j >= 0 && j < len(cols) && cols[j].Kind == Likert && cols[j].numbered && (block == "" || cols[j].Block() == block)
	}
	if block != "" {
		for j := range cols {
			if item(j) {
				return true
			}
		}
	}
	if cols[i].Header == "" {
		return item(i-1) || item(i+1)
	}
	return item(i-1) && item(i+1)
}
