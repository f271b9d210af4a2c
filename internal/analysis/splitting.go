package analysis

import (
	"maps"
	"slices"

	"wogreport/internal/responses"
	"wogreport/internal/study"
)

// splitting is the respondents by their groups. A row without any answer is no respondent.
type splitting struct {
	of      []int   // per row: the index of the group, or unknownGroup
	all     []Group // those with a name, then perhaps one of all whose value names none
	named   int
	shown   []Group
	at      []int // per group of all: its index in shown, or hiddenGroup
	hidden  HiddenGroups
	unknown int
	least   int // respondents that a shown group has
}

const (
	unknownGroup = -1
	hiddenGroup  = -1
)

// split finds the groups of a column; empty marks the rows without any answer.
func split(sg study.Grouping, st *study.Study, t *responses.Table, empty []bool) *splitting {
	s := &splitting{of: make([]int, t.N), least: max(1, st.Privacy.MinGroup)}
	values := t.Groups[sg.Key()]
	missing := map[string]bool{"": true}
	for _, m := range st.Responses.Missing {
		missing[study.FoldLabel(m)] = true
	}
	byFold := map[string]map[string]int{} // folded value → spellings with their counts
	folded := map[string]string{}         // by spelling
	for i := range t.N {
		if empty[i] {
			continue
		}
		v := ""
		if i < len(values) {
			v = values[i]
		}
		f, ok := folded[v]
		if !ok {
			if f = study.Unnamed; v != f {
				f = study.FoldLabel(v)
			}
			folded[v] = f
		}
		if missing[f] {
			continue
		}
		if byFold[f] == nil {
			byFold[f] = map[string]int{}
		}
		byFold[f][v]++
	}
	unnamed := byFold[study.Unnamed] != nil
	delete(byFold, study.Unnamed)
	keys := slices.Collect(maps.Keys(byFold))
	place := map[string]int{}
	for i, v := range sg.Values {
		place[study.FoldLabel(v.Value)] = i - len(sg.Values)
	}
	slices.SortFunc(keys, func(a, b string) int {
		if d := place[a] - place[b]; d != 0 {
			return d
		}
		return study.CompareNames(a, b)
	})
	index := map[string]int{}
	for i, f := range keys {
		index[f] = i
		s.all = append(s.all, Group{Value: spelling(byFold[f])})
	}
	if s.named = len(s.all); unnamed {
		index[study.Unnamed] = s.named
		s.all = append(s.all, Group{})
	}
	for i := range t.N {
		s.of[i] = unknownGroup
		if empty[i] {
			continue
		}
		if i < len(values) {
			if g, ok := index[folded[values[i]]]; ok {
				s.of[i] = g
				s.all[g].N++
				continue
			}
		}
		s.unknown++
	}
	return s
}

// hide finds the groups that are big enough to be shown.
func (s *splitting) hide() []bool {
	sizes := make([]int, len(s.all))
	show := make([]bool, len(s.all))
	for i, g := range s.all {
		sizes[i], show[i] = g.N, i < s.named
	}
	return showable(sizes, show, s.least)
}

// settle takes the groups that are shown.
func (s *splitting) settle(show []bool) {
	s.at = make([]int, len(s.all))
	for i, g := range s.all {
		if !show[i] {
			s.at[i] = hiddenGroup
			s.hidden.Groups++
			s.hidden.Respondents += g.N
			continue
		}
		s.at[i] = len(s.shown)
		s.shown = append(s.shown, g)
	}
	if s.hidden.Groups > 0 {
		s.hidden.Min = s.least
	}
}

// Showable says which groups of the given sizes may be shown: none with fewer
// than least respondents. Since the figures of all respondents stand in the
// same report, what is not shown can be had together by subtraction; so the
// smallest of the other groups are hidden, too, until the hidden ones together
// are at least that many. A group of nobody is no secret.
func Showable(sizes []int, least int) []bool {
	return showable(sizes, slices.Repeat([]bool{true}, len(sizes)), least)
}

// showable is Showable where some groups are hidden already.
func showable(sizes []int, before []bool, least int) []bool {
	show := slices.Clone(before)
	hidden := 0
	for g, n := range sizes {
		show[g] = show[g] && (n == 0 || n >= least)
		if !show[g] {
			hidden += n
		}
	}
	for hidden > 0 && hidden < least {
		smallest := -1
		for g, n := range sizes {
			if show[g] && n > 0 && (smallest < 0 || n < sizes[smallest]) {
				smallest = g
			}
		}
		if smallest < 0 {
			break
		}
		show[smallest] = false
		hidden += sizes[smallest]
	}
	return show
}

// spelling is the most frequent spelling of a value, the first by the alphabet
// where several are.
func spelling(counts map[string]int) string {
	best := ""
	for _, v := range slices.Sorted(maps.Keys(counts)) {
		if best == "" || counts[v] > counts[best] {
			best = v
		}
	}
	return best
}
