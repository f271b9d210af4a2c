package columns

import (
	"slices"
	"strings"
	"unicode/utf8"

	"wogreport/internal/pattern"
	"wogreport/internal/study"
)

// relate decides what only shows beside other columns: which numbers are
// items, which unknown labels are a scale, what belongs to a multiple choice.
// It gives every Likert column its scale.
func relate(cols []Column) []Scale {
	choices(cols)
	unknownLabels(cols)
	numbers(cols)
	joiners(cols)
	for i := range cols {
		if c := &cols[i]; c.Kind == Number && c.Distinct == 1 {
			c.Kind, c.Why = Constant, "every value is the same"
		}
	}
	return assign(cols)
}

// choices finds the columns of a multiple choice that a program writes as one
// column per choice: beside the question's own column, or with the choice itself
// as their only value.
func choices(cols []Column) {
	headers := map[string]int{} // how many columns have each
	for _, c := range cols {
		headers[c.Header]++
	}
	// another reports whether another column than c has a header.
	another := func(c *Column, header string) bool {
		n := headers[header]
		if c.Header == header {
			n--
		}
		return header != "" && n > 0
	}
	questions := map[string]bool{}
	for i := range cols {
		c := &cols[i]
		switch {
		case c.Group != "" && c.Distinct <= 2 && (another(c, c.Group) || another(c, c.Group[strings.LastIndexByte(c.Group, '/')+1:])):
			questions[c.Group] = true
		case c.Distinct == 1 && len(c.Values) == 1 && c.Values[0].Folded == study.FoldLabel(c.Statement) && c.Statement != "": // as SurveyMonkey does
		default:
			continue
		}
		c.Kind, c.Why = Multi, "one choice of several"
	}
	for i := range cols {
		if c := &cols[i]; c.Kind != Multi && questions[c.Header] {
			c.Kind, c.Why = Multi, "several values in a cell"
		}
	}
}

// unknownLabels finds columns that share few texts: a scale whose labels are
// not known. Yes and no make one only where there is nothing else.
func unknownLabels(cols []Column) {
	likert := slices.ContainsFunc(cols, func(c Column) bool { return c.Kind == Likert || c.numbered && c.high > 2 })
	var families []*family
	var members [][]int
	for i, c := range cols {
		if c.Kind != Category && c.Kind != Text || c.Distinct < 2 || c.Distinct > 11 || !short(c.Values) || aboutPeople(c.Statement) {
			continue
		}
		own := &family{}
		for _, v := range c.Values {
			own.answers = append(own.answers, answerOf(v))
		}
		at := slices.IndexFunc(families, func(f *family) bool { return f.shares(own) })
		if at < 0 {
			families, members = append(families, own), append(members, []int{i})
			continue
		}
		families[at].merge(own)
		members[at] = append(members[at], i)
	}
	alike := map[string][]int{} // the columns to which everybody gave the same, by that label
	for i, c := range cols {
		if c.Kind == Constant && len(c.Values) == 1 && !aboutPeople(c.Statement) {
			label := answerOf(c.Values[0]).label
			alike[label] = append(alike[label], i)
		}
	}
	for k, f := range families {
		for _, a := range f.answers {
			members[k] = append(members[k], alike[a.label]...)
		}
		if len(members[k]) < 3 && !f.degrees() || len(f.answers) > 7 || len(f.answers) == 2 && likert {
			continue
		}
		for _, i := range members[k] {
			cols[i].family, cols[i].Kind, cols[i].Why = f, Likert, "it shares its few values with other columns"
		}
	}
}

// aboutPeople reports whether a header asks who somebody is, not what they
// think; other words of headerKind are also what an item is about ("Waktu").
func aboutPeople(header string) bool {
	k := headerKind(header)
	return k.Personal() || k == Category || k == ID
}

func short(values []Value) bool {
	return !slices.ContainsFunc(values, func(v Value) bool { return utf8.RuneCountInString(v.Text) > 60 })
}

// shares reports whether two sets of labels have most of the smaller in common.
func (f *family) shares(o *family) bool {
	common := 0
	for _, a := range o.answers {
		if f.has(a.label) {
			common++
		}
	}
	return common >= 2 && common*3 >= min(len(f.answers), len(o.answers))*2
}

func (f *family) has(label string) bool {
	return slices.ContainsFunc(f.answers, func(a answer) bool { return a.label == label })
}

func (f *family) merge(o *family) {
	for _, a := range o.answers {
		i := slices.IndexFunc(f.answers, func(b answer) bool { return a.label == b.label })
		if i < 0 {
			f.answers = append(f.answers, a)
		} else {
			f.answers[i].n += a.n
		}
	}
}

var (
	subCode  = pattern.New(`^(\d+|\w*[A-Za-z]\w*?)[._\-\[][A-Za-z]*\d+[a-z]?\]?$`)
	lastCode = pattern.New(`^([A-Za-z_]+)\d+[a-z]?$`)
)

// Prefix is what the codes of a construct's items have in common: X1 of X1.2,
// Y of Y3, Q5 of Q5_1; "" for other texts.
func Prefix(code string) string {
	if m := subCode.FindStringSubmatch(code); m != nil {
		return m[1]
	}
	if m := lastCode.FindStringSubmatch(code); m != nil {
		return m[1]
	}
	return ""
}

// Block is what an item is known to belong to: its group, or its code's
// prefix; "" when it is known to belong to nothing.
func (c *Column) Block() string {
	if c.Group != "" {
		return c.Group
	}
	if c.Code != "" {
		return Prefix(c.Code)
	}
	return Prefix(c.Header)
}

// numbers makes items of the columns of whole numbers that stand together.
func numbers(cols []Column) {
	var able []int
	blocks := 0
	labelled := false
	for i, c := range cols {
		labelled = labelled || c.Kind == Likert
		if c.numbered && c.Distinct > 0 && c.Kind == Number {
			able = append(able, i)
			if c.Block() != "" {
				blocks++
			}
		}
	}
	accept := func(i int) {
		cols[i].Kind, cols[i].Why = Likert, "whole numbers of a scale"
	}
	wide := func(i int) bool { return cols[i].high >= 3 && cols[i].Distinct > 1 }
	nWide := 0
	for _, i := range able {
		if cols[i].declared {
			accept(i)
		} else if wide(i) {
			nWide++
		}
	}
	able = slices.DeleteFunc(able, func(i int) bool { return cols[i].declared })
	switch {
	case nWide >= 2:
		for _, i := range able {
			// Where the items carry codes or groups, a number without is something else.
			if wide(i) && (cols[i].Block() != "" || blocks*5 < len(able)*4 || len(able)-blocks == len(able)) {
				accept(i)
			}
		}
	case nWide == 1 && !labelled:
		for _, i := range able {
			if wide(i) && cols[i].Distinct >= 3 {
				accept(i)
			}
		}
	case nWide == 0 && !labelled && len(able) >= 3:
		for _, i := range able {
			if cols[i].Distinct == 2 {
				accept(i)
			}
		}
	}
	// What nobody or hardly anybody answered differently stands among items.
	for _, i := range able {
		if cols[i].Kind == Number && cols[i].high <= 10 && !aboutPeople(cols[i].Statement) && between(cols, i) {
			accept(i)
		}
	}
}

// between reports whether a column stands among items: they share its block,
// or it has one on each side.
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
	return item(i-1) && item(i+1)
}

// joiners makes items of columns with too few different labels to be known by
// themselves, when others have these labels on their scale; where all gave the
// same, only beside such a column.
func joiners(cols []Column) {
	for i := range cols {
		c := &cols[i]
		if c.Kind != Constant && c.Kind != Category && c.Kind != Text || c.Distinct > 11 || !short(c.Values) || aboutPeople(c.Statement) {
			continue
		}
		for j, o := range cols {
			if o.family == nil || o.family.ladder == nil || c.Distinct < 2 && j != i-1 && j != i+1 {
				continue
			}
			own := &family{ladder: o.family.ladder}
			for _, v := range c.Values {
				if m := optionCode.FindStringSubmatch(v.Text); m != nil && o.family.isOptions() {
					own.answers = append(own.answers, optionAnswer(m, v))
				} else {
					own.answers = append(own.answers, answerOf(v))
				}
			}
			if o.family.holds(own) {
				c.family, c.Kind, c.Why = own, Likert, "its values are labels of "+own.ladder.name
				break
			}
		}
	}
}

// assign gives every Likert column its scale: columns share one as long as a
// scale holds the labels of all.
func assign(cols []Column) []Scale {
	var families []*family
	for i := range cols {
		c := &cols[i]
		c.Scale = -1
		if c.Kind != Likert || c.numbered {
			continue
		}
		for k, f := range families {
			if f == c.family {
				c.Scale = k
			} else if u := f.with(c.family); u != nil {
				families[k], c.Scale = u, k
			}
			if c.Scale >= 0 {
				break
			}
		}
		if c.Scale < 0 {
			c.Scale = len(families)
			families = append(families, c.family)
		}
	}
	var scales []Scale
	for _, f := range families {
		scales = append(scales, scaleOf(f))
	}
	return numberScales(cols, scales)
}
