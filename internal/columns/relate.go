package columns

import (
	"slices"
	"strings"

	"wogreport/internal/pattern"
	"wogreport/internal/remark"
	"wogreport/internal/sheet"
	"wogreport/internal/study"
)

// relate decides what only shows beside other columns: which numbers are
// items, which unknown labels are a scale, what belongs to a multiple choice.
// It gives every Likert column its scale; key is what the file says of its numbers.
func relate(s *sheet.Sheet, cols []Column, key []answer) []Scale {
	choices(cols)
	others(cols)
	findBlocks(s, cols)
	unknownLabels(cols)
	numbers(cols)
	amid(cols)
	joiners(cols)
	whoTheyAre(cols)
	ranks(s, cols)
	derived(s, cols)
	countsOfAnswers(s, cols)
	copies(s, cols)
	for i := range cols {
		if c := &cols[i]; c.Kind == Number && c.Distinct == 1 {
			c.Kind, c.Why = Constant, remark.Of("every value is the same")
		}
	}
	return assign(cols, key)
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
		c.Kind, c.Why = Multi, remark.Of("one choice of several")
	}
	for i := range cols {
		if c := &cols[i]; c.Kind != Multi && questions[c.Header] {
			c.Kind, c.Why = Multi, remark.Of("several values in a cell")
		}
	}
}

// others finds the questions with a choice "other", which LimeSurvey writes into a
// column of its own: they are answered by options, not on a scale.
func others(cols []Column) {
	open := map[string]bool{}
	for _, c := range cols {
		if s := study.FoldLabel(c.Statement); c.Group != "" && (s == "other" || s == "lainnya") {
			open[c.Group] = true
		}
	}
	for i := range cols {
		if c := &cols[i]; c.Kind == Likert && c.Group == "" && (open[c.Header] || open[c.Code] || open[c.Statement]) {
			c.Kind, c.Why, c.family = Category, remark.Of("its question has a choice of one's own"), nil
		}
	}
}

var (
	subCode  = pattern.New(`^(\d+|\w*[A-Za-z]\w*?)[._\-\[][A-Za-z]*\d+[a-z]?\]?$`)
	lastCode = pattern.New(`^([A-Za-z_]+)\d+(?:[a-zA-Z]|_?(?i:r|rev|rec))?$`)
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

// joiners makes items of columns with too few different labels to be known by
// themselves, when others have these labels on their scale; where all gave the
// same, only beside such a column.
func joiners(cols []Column) {
	for i := range cols {
		c := &cols[i]
		if c.Kind != Constant && c.Kind != Category && c.Kind != Text || c.Distinct > maxValues || aboutPeople(c.Statement) || asksWho(c.Statement) && c.Distinct == 1 {
			continue
		}
		if c.fewerOptions(cols) || namesClass(c.Statement) && optionCodes(c.Values) != nil {
			continue
		}
		for j := range cols {
			o := &cols[j]
			if o.family == nil || o.family.ladder == nil || c.Distinct < 2 && j != i-1 && j != i+1 {
				continue
			}
			if own := c.labelsOf(o.family); own != nil {
				c.family, c.Kind, c.Why = own, Likert, remark.Of("its values are labels of %s", own.ladder.name)
				break
			}
		}
	}
}

// whoTheyAre takes out the columns of labels whose header asks who the respondents
// are, where no item is on their scale: an income that is low, medium or high.
func whoTheyAre(cols []Column) {
	for i := range cols {
		c := &cols[i]
		if c.Kind != Likert || c.family == nil || c.Group != "" || !aboutPeople(c.Statement) {
			continue
		}
		others, shared := false, false
		for j := range cols {
			o := &cols[j]
			if o.Kind != Likert || aboutPeople(o.Statement) {
				continue
			}
			others = true
			shared = shared || o.family != nil && (o.family == c.family || o.family.with(c.family) != nil)
		}
		switch {
		case shared:
			c.Doubt = remark.Of("its header has a word for who the respondents are, and its values are those of a scale")
		case others:
			c.Kind, c.Why, c.family = Category, remark.Of("its header asks who the respondents are"), nil
		}
	}
}

// labelsOf is the family of a column whose values another's scale has, but for a few
// remarks; nil where they are something else.
func (c *Column) labelsOf(f *family) *family {
	own := &family{ladder: f.ladder}
	others, n := 0, 0
	for _, v := range c.Values {
		a := answerOf(v)
		if m := optionCode.FindStringSubmatch(v.Text); m != nil && f.isOptions() {
			a = optionAnswer(m, v)
		}
		n += v.N
		if f.holds(&family{answers: []answer{a}}) {
			own.answers = append(own.answers, a)
		} else {
			others += v.N
		}
	}
	if others == 0 && c.Distinct <= 11 || len(own.answers) > 1 && others > 0 && stray(others, n) && !f.isOptions() {
		return own
	}
	return nil
}

// fewerOptions reports whether a column by itself has fewer codes of options
// than one of a grid: it is another question, with options of its own.
func (c *Column) fewerOptions(cols []Column) bool {
	return c.Group == "" && len(c.Values) > 0 && slices.ContainsFunc(cols, func(o Column) bool {
		return o.Group != "" && o.family != nil && o.family.isOptions() && c.Distinct < o.Distinct && o.family.holds(&family{answers: []answer{{raw: c.Values[0].Text}}})
	})
}

// assign gives every Likert column its scale: columns share one as long as a
// scale holds the labels of all.
func assign(cols []Column, key []answer) []Scale {
	var families []*family
	for i := range cols {
		c := &cols[i]
		c.Scale = -1
		if c.Kind != Likert || c.numbered || c.step > 0 {
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
	ownLabels(cols, families)
	used := map[int]int{}    // the scale of each family that still has columns
	out := map[int][]*rare{} // the labels that were taken out of each
	for i := range cols {
		c := &cols[i]
		if c.Scale < 0 {
			continue
		}
		if _, ok := used[c.Scale]; !ok {
			used[c.Scale] = len(scales)
			f := families[c.Scale]
			for without, r := f.rare(); r != nil; without, r = f.rare() {
				f, out[c.Scale] = without, append(out[c.Scale], r)
			}
			scales = append(scales, scaleOf(f))
		}
		for _, r := range out[c.Scale] {
			c.setAsideRare(r)
		}
		c.Scale = used[c.Scale]
	}
	for k, all := range out {
		for _, r := range all {
			scales[used[k]].askRare(r)
		}
	}
	for k := range scales {
		scales[k].concludeOrder()
	}
	return numberScales(cols, stepScales(cols, scales), key)
}
