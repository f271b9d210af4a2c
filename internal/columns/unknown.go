package columns

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wogreport/internal/remark"
)

// group is columns that share few texts.
type group struct {
	*family
	members []int
}

// unknownLabels finds columns that share few texts: a scale whose labels are
// not known. Where the words of these do not tell an order, they are a scale only
// where the file has no other: names of tools, yes and no, are answers, too.
func unknownLabels(cols []Column) {
	groups := sharing(cols)
	scale := slices.ContainsFunc(cols, func(c Column) bool { return c.Kind == Likert || c.numbered && c.high > 2 })
	var rest []group
	for _, g := range groups {
		switch {
		case !g.askable(cols):
		case g.degrees() && (len(g.members) >= 3 || g.wordGraded()):
			g.accept(cols, remark.Of("its values are graded by their words"))
			scale = true
		default:
			rest = append(rest, g)
		}
	}
	partsOfScales(cols)
	slices.SortStableFunc(rest, func(a, b group) int { return half(b) - half(a) }) // they decide on the others
	for _, g := range rest {
		switch {
		case len(g.members) < 3 || len(g.answers) > 7:
		case scale && !g.halfGraded():
			for _, i := range g.members {
				cols[i].Kind, cols[i].Why = Category, remark.Of("its values have no order that their words tell, and others are on a scale")
			}
		default:
			g.accept(cols, remark.Of("it shares its few values with other columns"))
			scale = scale || g.halfGraded()
		}
	}
}

// partsOfScales puts the columns of a known set on a scale of no known set whose labels are theirs and more: of
// one battery, some questions have no answer at an end, and what is left of its labels looks like another scale.
func partsOfScales(cols []Column) {
	var scales []*family
	for _, c := range cols {
		if c.Kind == Likert && c.family != nil && c.family.ladder == nil && !c.family.numbered && !slices.Contains(scales, c.family) {
			scales = append(scales, c.family)
		}
	}
	for i := range cols {
		c := &cols[i]
		if c.Kind != Likert || c.family == nil || c.family.ladder == nil || c.family.numbered || c.family.legend != nil || c.family.isOptions() {
			continue
		}
		own := &family{}
		for _, v := range c.Values {
			own.answers = append(own.answers, wholeAnswer(v))
		}
		for _, f := range scales {
			if !slices.ContainsFunc(own.answers, func(a answer) bool { return !f.has(a.label) }) {
				f.merge(own)
				c.family, c.Strays, c.Why = f, nil, remark.Of("its values are labels of a scale that other columns have")
				break
			}
		}
	}
}

// half is 1 for labels of which the words grade some.
func half(g group) int {
	if g.halfGraded() {
		return 1
	}
	return 0
}

// sharing gathers the columns whose few short texts are mostly the same.
func sharing(cols []Column) []group {
	options := map[string]bool{}
	for _, c := range cols {
		if c.Kind == Likert && c.family != nil && c.family.isOptions() {
			options[c.family.ladder.name] = true
		}
	}
	var groups []group
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
			own.answers = append(own.answers, wholeAnswer(v))
		}
		at := slices.IndexFunc(groups, func(g group) bool { return g.shares(own) })
		if at < 0 {
			groups = append(groups, group{own, []int{i}})
			continue
		}
		groups[at].merge(own)
		groups[at].members = append(groups[at].members, i)
	}
	alike := map[string][]int{} // the columns to which everybody gave the same, by that label
	for i, c := range cols {
		if c.Kind == Constant && len(c.Values) == 1 && !aboutPeople(c.Statement) {
			label := wholeAnswer(c.Values[0]).label
			alike[label] = append(alike[label], i)
		}
	}
	for k := range groups {
		for _, a := range groups[k].answers {
			groups[k].members = append(groups[k].members, alike[a.label]...)
		}
	}
	return groups
}

// askable reports columns that ask for no names of people.
func (g *group) askable(cols []Column) bool {
	who := 0
	for _, i := range g.members {
		if asksWho(cols[i].Statement) {
			who++
		}
	}
	return g.degrees() || !g.people() && who*2 <= len(g.members)
}

// accept makes items of the columns.
func (g *group) accept(cols []Column, why remark.Remark) {
	for _, i := range g.members {
		cols[i].family, cols[i].Kind, cols[i].Why = g.family, Likert, why
	}
}

// wordGraded reports labels that grade a word of their own, or are at least four:
// low, medium and high alone are also classes of income.
func (f *family) wordGraded() bool {
	labels := labelsOf(f.answers)
	return len(labels) >= 4 || slices.ContainsFunc(labels, func(l string) bool { return someDegree(l) && len(plainWords(l)) > 1 })
}

// halfGraded reports labels of which the words grade some, so that they are no
// names: ok, not ok, really cool.
func (f *family) halfGraded() bool {
	n := 0
	for _, l := range labelsOf(f.answers) {
		if len(plainWords(l)) > 1 && someDegree(l) && !yesOrNo(l) {
			n++
		}
	}
	return n >= 2
}

// yesOrNo reports a label that begins with yes or no.
func yesOrNo(label string) bool {
	w := plainWords(label)
	return len(w) > 0 && slices.Contains([]string{"yes", "no", "ya", "iya", "tidak", "si", "sim", "nao", "oui", "non", "ja", "nein", "nee"}, w[0]) && (len(w) == 1 || w[0] == "no")
}

// aboutPeople reports whether a header asks who somebody is, not what they
// think; other words of headerKind are also what an item is about ("Waktu").
func aboutPeople(header string) bool {
	header = beforeKey(header)
	switch k := headerKind(header); {
	case k == ID:
		return true
	case k == Category:
		return otherWords(header) == 0
	case k.Personal():
		return otherWords(header) < 2
	}
	return false
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
		if someDegree(a.label) {
			return false
		}
		split := strings.Fields(a.raw)
		if len(split) < 2 && !titled(a.raw) {
			return false
		}
		for _, w := range split {
			low := strings.ToLower(strings.Trim(w, ".,"))
			if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) || seen[low] || grades(low) || slices.Contains(frequencies, low) {
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
