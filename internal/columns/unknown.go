package columns

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

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
