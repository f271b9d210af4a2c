package analysis

import (
	"fmt"
	"slices"
)

// profiles are the values of a profile's columns whose small counts follow from the
// report of all and those of cohorts, where min_cell keeps the column from being shown
// in some: two respondents of two such reports must be able to change places, or one to
// have another value where it is not shown of all either, so that every report stays as
// it is and the count does not.
func (p *pair) profiles() []string {
	open := *p.st
	open.Privacy.MinGroup = 0
	var told []string
	empty := p.t.EmptyRows()
	for _, column := range p.st.Profile {
		s := split(column, &open, p.t, empty)
		r := &profilePair{least: p.st.Privacy.MinCell, counts: make([][]int, 1+len(p.names)), reported: make([]bool, 1+len(p.names))}
		for row := range r.counts {
			r.counts[row] = make([]int, s.named+1) // the last of those without a value
		}
		r.total = make([]int, s.named+1)
		for row, g := range s.of {
			if empty[row] {
				continue
			}
			if g < 0 || g >= s.named {
				g = s.named
			}
			r.counts[1+p.of[row]][g]++
			r.total[g]++
		}
		for c, name := range p.names {
			r.reported[1+c] = p.reported(name)
		}
		for row := range r.counts {
			for v, n := range r.counts[row] {
				if r.target(row, n) && !r.open(row, v) {
					told = append(told, fmt.Sprintf("%s, %s: %s", p.cohortName(row-1), column.Column, s.valueName(v)))
				}
			}
		}
	}
	return told
}

// profilePair are the counts of a column's values: row 0 of those without a cohort, the
// others of the cohorts.
type profilePair struct {
	counts   [][]int // by row, value
	total    []int   // by value
	reported []bool  // by row
	least    int
}

func (r *profilePair) small(n int) bool { return n > 0 && n < r.least }

// shown reports whether the counts of a row are.
func (r *profilePair) shown(row int) bool {
	return r.reported[row] && !slices.ContainsFunc(r.counts[row], r.small)
}

// target reports whether a count of a row must not be told: a small one, and all of those
// who have no report.
func (r *profilePair) target(row, n int) bool {
	return !r.shown(row) && (r.small(n) || n > 0 && !r.reported[row])
}

// open reports whether the count of a value in a row may be another.
func (r *profilePair) open(row, value int) bool {
	for v := range r.total {
		if v == value {
			continue
		}
		for _, of := range []struct{ lose, gain int }{{value, v}, {v, value}} {
			if r.changes(row, of.lose, of.gain) {
				return true
			}
			for other := range r.counts {
				if other != row && r.exchange(row, other, of.lose, of.gain) {
					return true
				}
			}
		}
	}
	return false
}

// changes reports whether one of a row may have another value, and all reports stay.
func (r *profilePair) changes(row, lose, gain int) bool {
	if r.counts[row][lose] == 0 || !slices.ContainsFunc(r.total, r.small) {
		return false
	}
	defer r.move(row, gain, lose)
	r.move(row, lose, gain)
	return !r.shown(row) && slices.ContainsFunc(r.total, r.small)
}

// exchange reports whether one with a value in a row may change places with one with
// another value in another row, so that neither is shown still.
func (r *profilePair) exchange(row, other, lose, gain int) bool {
	if r.counts[row][lose] == 0 || r.counts[other][gain] == 0 || r.shown(other) {
		return false
	}
	defer r.move(row, gain, lose)
	defer r.move(other, lose, gain)
	r.move(row, lose, gain)
	r.move(other, gain, lose)
	return !r.shown(row) && !r.shown(other)
}

func (r *profilePair) move(row, lose, gain int) {
	r.counts[row][lose]--
	r.counts[row][gain]++
	r.total[lose]--
	r.total[gain]++
}

// valueName is a value of a column for a message.
func (s *splitting) valueName(v int) string {
	if v >= s.named {
		return "not stated"
	}
	return s.all[v].Value
}
