package analysis

import (
	"wogreport/internal/responses"
	"wogreport/internal/study"
)

// Profile is who answered, by a column of the answers: how many respondents have each of
// its values, in the order of the study. Values with a count under privacy.min_cell keep
// the whole column from being shown, since what is left of all would tell them; groups are
// never hidden here, since no answer stands beside them.
type Profile struct {
	ID       string
	Values   []ProfileValue
	Unknown  int  // respondents without one
	Withheld bool // then there are no values
}

// ProfileValue is a value with the respondents who have it, and their percent of those
// who have one.
type ProfileValue struct {
	Value   string
	N       int
	Percent Value
}

// profiles count the study's columns.
func profiles(st *study.Study, t *responses.Table) []Profile {
	open := *st
	open.Privacy.MinGroup = 0
	var out []Profile
	empty := t.EmptyRows()
	for _, column := range st.Profile {
		s := split(column, &open, t, empty)
		p := Profile{ID: column.ID, Unknown: s.unknown}
		for _, g := range s.all[s.named:] { // those whose value names none of the study's
			s.unknown += g.N
		}
		p.Unknown = s.unknown
		known := 0
		for _, g := range s.all[:s.named] {
			known += g.N
		}
		for _, g := range s.all[:s.named] {
			share := Undefined(NoAnswers)
			if known > 0 {
				share = Of(100 * float64(g.N) / float64(known))
			}
			p.Values = append(p.Values, ProfileValue{g.Value, g.N, share})
			p.Withheld = p.Withheld || g.N > 0 && g.N < st.Privacy.MinCell
		}
		if p.Withheld = p.Withheld || s.unknown > 0 && s.unknown < st.Privacy.MinCell; p.Withheld {
			p.Values, p.Unknown = nil, 0
		}
		out = append(out, p)
	}
	return out
}
