package columns

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wogreport/internal/pattern"
	"wogreport/internal/sheet"
	"wogreport/internal/study"
)

// relate decides what only shows beside other columns: which numbers are
// items, which unknown labels are a scale, what belongs to a multiple choice.
// It gives every Likert column its scale; key is what the file says of its numbers.
func relate(cols []Column, key []answer) []Scale {
	choices(cols)
	others(cols)
	unknownLabels(cols)
	numbers(cols)
	joiners(cols)
	for i := range cols {
		if c := &cols[i]; c.Kind == Number && c.Distinct == 1 {
			c.Kind, c.Why = Constant, "every value is the same"
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
		c.Kind, c.Why = Multi, "one choice of several"
	}
	for i := range cols {
		if c := &cols[i]; c.Kind != Multi && questions[c.Header] {
			c.Kind, c.Why = Multi, "several values in a cell"
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
			c.Kind, c.Why, c.family = Category, "its question has a choice of one's own", nil
		}
	}
}

// unknownLabels finds columns that share few texts: a scale whose labels are
// not known. Yes and no make one only where there is nothing else.
func unknownLabels(cols []Column) {
	likert := slices.ContainsFunc(cols, func(c Column) bool { return c.Kind == Likert || c.numbered && c.high > 2 })
	options := map[string]bool{}
	for _, c := range cols {
		if c.Kind == Likert && c.family != nil && c.family.isOptions() {
			options[c.family.ladder.name] = true
		}
	}
	var families []*family
	var members [][]int
	for i, c := range cols {
		if len(c.Values) > 0 {
			if m := optionCode.FindStringSubmatch(c.Values[0].Text); m != nil && options["options "+m[1]] { // joiners decides
				continue
			}
		}
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
		who := 0
		for _, i := range members[k] {
			if asksWho(cols[i].Statement) {
				who++
			}
		}
		if !f.degrees() && (f.people() || who*2 > len(members[k])) {
			continue
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

// asksWho reports a header of a part that somebody plays, alone or numbered
// ("Coach 2"): what stands below is a name where it is no judgement.
func asksWho(header string) bool {
	w := words(header)
	return len(w) > 0 && len(w) <= 3 && slices.ContainsFunc(w, func(x string) bool {
		return slices.Contains([]string{
			"coach", "mentor", "fasilitator", "facilitator", "pengajar", "narasumber", "widyaiswara", "instruktur", "instructor", "tutor", "pembimbing", "penguji", "atasan", "ketua", "dosen", "guru",
			"trainer", "teacher", "supervisor", "lecturer", "speaker", "pemateri", "moderator", "peserta", "pegawai", "petugas", "responden", "penilai", "pendamping", "verifikator",
		}, x)
	})
}

// people reports labels that look like people's names: each of several words
// with capitals, none of which grades, and no word in two of them.
func (f *family) people() bool {
	seen := map[string]bool{}
	for _, a := range f.answers {
		if word, _ := degreeOf(a.label); word != a.label {
			return false
		}
		split := strings.Fields(a.raw)
		if len(split) < 2 && !titled(a.raw) {
			return false
		}
		for _, w := range split {
			low := strings.ToLower(strings.Trim(w, ".,"))
			if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) || seen[low] || grade(low) != grade("x") || slices.Contains(frequencies, low) {
				return false
			}
			seen[low] = true
		}
	}
	return true
}

// titled reports a form of address or a degree of a school beside a name.
func titled(text string) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(text)), func(w string) bool {
		return slices.Contains([]string{"pak", "bapak", "bpk", "bpk.", "bu", "ibu", "dr.", "drs.", "dra.", "prof.", "ir.", "h.", "hj.", "mr.", "mrs.", "ms.", "sdr.", "kak", "mas", "mbak"}, w)
	})
}

// frequencies are words of labels that say how often.
var frequencies = []string{"kali", "hari", "minggu", "bulan", "tahun", "sering", "selalu", "pernah", "times", "day", "daily", "weekly", "monthly", "often", "always", "hampir", "setiap", "beberapa"}

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
	counts := goesToZero(cols, able)
	switch {
	case nWide >= 2:
		for _, i := range able {
			if counts[i] {
				continue
			}
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

// goesToZero finds the columns by themselves with zeros for answers where most of
// the others have none: they count something.
func goesToZero(cols []Column, able []int) map[int]bool {
	var zero []int
	others := 0
	for _, i := range able {
		c := &cols[i]
		switch {
		case c.high < 3:
		case c.low >= 1:
			others++
		case c.Block() == "" && c.zeros() >= 0.05:
			zero = append(zero, i)
		}
	}
	out := map[int]bool{}
	if others < 3 || others < 2*len(zero) {
		return out
	}
	for _, i := range zero {
		if c := &cols[i]; c.high <= 7 {
			out[i], c.Why = true, "unlike the others it has zeros: it seems to count something"
		}
	}
	return out
}

// zeros is the share of zeros among the answers.
func (c *Column) zeros() float64 {
	return c.share(func(text string) bool { x, ok := sheet.Number(text); return ok && x == 0 })
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
		if c.Kind != Constant && c.Kind != Category && c.Kind != Text || c.Distinct > maxValues || aboutPeople(c.Statement) || asksWho(c.Statement) && c.Distinct == 1 {
			continue
		}
		if c.fewerOptions(cols) {
			continue
		}
		for j := range cols {
			o := &cols[j]
			if o.family == nil || o.family.ladder == nil || c.Distinct < 2 && j != i-1 && j != i+1 {
				continue
			}
			own := &family{ladder: o.family.ladder}
			others, n := 0, 0
			for _, v := range c.Values {
				a := answerOf(v)
				if m := optionCode.FindStringSubmatch(v.Text); m != nil && o.family.isOptions() {
					a = optionAnswer(m, v)
				}
				n += v.N
				if o.family.holds(&family{answers: []answer{a}}) {
					own.answers = append(own.answers, a)
				} else {
					others += v.N
				}
			}
			if others == 0 && c.Distinct <= 11 || len(own.answers) > 1 && others > 0 && stray(others, n) && !o.family.isOptions() {
				c.family, c.Kind, c.Why = own, Likert, "its values are labels of "+own.ladder.name
				break
			}
		}
	}
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
	return numberScales(cols, scales, key)
}
