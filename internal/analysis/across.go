package analysis

import (
	"slices"

	"wogreport/internal/responses"
	"wogreport/internal/study"
)

// across are the respondents by all the study's groupings at once. The figures of
// one grouping may give back what another hides: a department without its large
// section is its small one.
type across struct {
	splits []*splitting
	least  int
	of     []int   // per respondent: the cell
	cells  [][]int // per cell, per splitting: the group, or unknownGroup
}

func newAcross(splits []*splitting, rows int) *across {
	a := &across{splits: splits, of: make([]int, rows)}
	if len(splits) < 2 { // of one alone, showable has seen to it
		return a
	}
	a.least = splits[0].least
	known := map[string]int{}
	var key []byte
	for row := range rows {
		key = key[:0]
		for _, s := range splits {
			key = append(key, byte(s.of[row]), byte(s.of[row]>>8), byte(s.of[row]>>16), byte(s.of[row]>>24))
		}
		c, ok := known[string(key)]
		if !ok {
			c = len(a.cells)
			known[string(key)] = c
			var groups []int
			for _, s := range splits {
				groups = append(groups, s.of[row])
			}
			a.cells = append(a.cells, groups)
		}
		a.of[row] = c
	}
	return a
}

// shownGroups are a study's groupings of some respondents, and which groups are big
// enough to be shown; empty marks the rows without any answer.
func shownGroups(st *study.Study, t *responses.Table, empty []bool) (splits []*splitting, show [][]bool, together *across) {
	for _, sg := range st.Groups {
		s := split(sg, st, t, empty)
		splits, show = append(splits, s), append(show, s.hide())
	}
	together = newAcross(splits, t.N)
	together.hide(show, func(row int) bool { return !empty[row] })
	return splits, show, together
}

// hide takes groups out of those that are shown of each splitting, until nobody can
// tell fewer than least of the given rows from the figures of the groups and of all.
func (a *across) hide(show [][]bool, holds func(row int) bool) (changed bool) {
	if len(a.splits) < 2 {
		return false
	}
	sizes := make([]int, len(a.cells))
	for row, c := range a.of {
		if holds(row) {
			sizes[c]++
		}
	}
	a.leaveBlank(sizes)
	for {
		told := Subtracted(a.sets(show), sizes, a.least)
		if told == nil || !a.hideOne(show, sizes, told) {
			return changed
		}
		changed = true
	}
}

// leaveBlank leaves those out who do not say some group, unless they are in fewer than
// least who share what they do say: nobody knows which of these they are.
func (a *across) leaveBlank(sizes []int) {
	all := slices.Clone(sizes)
	for c, groups := range a.cells {
		if !slices.Contains(groups, unknownGroup) {
			continue
		}
		alike := 0
		for o, others := range a.cells {
			same := true
			for k, g := range groups {
				same = same && (g == unknownGroup || g == others[k])
			}
			if same {
				alike += all[o]
			}
		}
		if alike >= a.least {
			sizes[c] = 0
		}
	}
}

// hideItems is hide for what was answered to each item of a construct.
func (a *across) hideItems(show [][]bool, cols []Column) {
	for again := true; again; {
		again = false
		for _, c := range cols {
			again = a.hide(show, func(row int) bool { return c.Codes[row] != 0 }) || again
		}
	}
}

// sets are all respondents and the groups that are shown, by cells.
func (a *across) sets(show [][]bool) [][]bool {
	out := [][]bool{slices.Repeat([]bool{true}, len(a.cells))}
	for k := range a.splits {
		for g, shown := range show[k] {
			if !shown {
				continue
			}
			set := make([]bool, len(a.cells))
			for c, groups := range a.cells {
				set[c] = groups[k] == g
			}
			out = append(out, set)
		}
	}
	return out
}

// hideOne hides a group, and those that go with it, so that the cells that are told
// are told no more: of the last grouping rather than of one that the study names
// before it, and a small one rather than a large one. Where none alone does it, the
// first of them goes.
func (a *across) hideOne(show [][]bool, sizes []int, told []int) bool {
	only := slices.Clone(sizes) // as Subtracted sees them that looks for nobody else
	for c := range only {
		if !slices.Contains(told, c) && only[c] > 0 {
			only[c] = a.least
		}
	}
	var fallback []bool
	at := -1
	for k := len(a.splits) - 1; k >= 0; k-- {
		counts := make([]int, len(show[k]))
		for c, groups := range a.cells {
			if g := groups[k]; g != unknownGroup {
				counts[g] += sizes[c]
			}
		}
		var order []int
		for g := range show[k] {
			if show[k][g] && counts[g] > 0 {
				order = append(order, g)
			}
		}
		slices.SortStableFunc(order, func(x, y int) int { return counts[x] - counts[y] })
		for _, g := range order {
			less := slices.Clone(show[k])
			less[g] = false
			less = showable(counts, less, a.least)
			with := slices.Clone(show)
			with[k] = less
			if Subtracted(a.sets(with), only, a.least) == nil {
				show[k] = less
				return true
			}
			if fallback == nil {
				fallback, at = less, k
			}
		}
	}
	if fallback == nil {
		return false
	}
	show[at] = fallback
	return true
}
