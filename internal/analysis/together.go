package analysis

import (
	"fmt"
	"slices"
	"strings"

	"wogreport/internal/responses"
	"wogreport/internal/study"
)

// Together finds what a report of all answers and the reports of cohorts tell only
// together: the cells that are hidden in each of them and follow from both. cohorts
// has each respondent's cohort, "" where it is not stated; reported says which have
// a report, and column is what tells them. Each cell is named for a message; where
// there is none, both may be shown.
func Together(st *study.Study, t *responses.Table, column string, cohorts []string, reported func(cohort string) bool) []string {
	p := &pair{st: st, t: t, column: column, reported: reported, of: make([]int, t.N)}
	index := map[string]int{}
	for i, name := range cohorts {
		if name == "" {
			p.of[i] = unknownGroup
			continue
		}
		c, ok := index[name]
		if !ok {
			c = len(p.names)
			index[name] = c
			p.names = append(p.names, name)
		}
		p.of[i] = c
	}
	if st.Privacy.HidesCells() {
		return slices.Concat(p.cells(), p.profiles())
	}
	return p.groups()
}

// pair is a report of all answers beside those of cohorts.
type pair struct {
	st       *study.Study
	t        *responses.Table
	column   string
	names    []string // of the cohorts
	of       []int    // per respondent: the cohort, or unknownGroup
	reported func(string) bool
}

// groups are the cells of cohorts and groups that fewer than min_group respondents
// make and that follow by subtraction.
func (p *pair) groups() []string {
	least := max(1, p.st.Privacy.MinGroup)
	empty := p.t.EmptyRows()
	splits, show, _ := shownGroups(p.st, p.t, empty)
	own := &splitting{of: p.of, least: least}
	for _, name := range p.names {
		own.all = append(own.all, Group{Value: name})
	}
	all := append(slices.Clone(splits), own)
	a := newAcross(all, p.t.N)
	if len(all) == 1 {
		a = newAcross([]*splitting{own, own}, p.t.N) // of one, across would not look
	}
	at := len(all) - 1
	for len(show) < len(a.splits) {
		show = append(show, make([]bool, len(p.names)))
	}
	sets := a.sets(show)
	for c, name := range p.names {
		if !p.reported(name) {
			continue
		}
		within := func(k int, value string) []bool {
			set := make([]bool, len(a.cells))
			for i, groups := range a.cells {
				set[i] = groups[at] == c && (k < 0 || groups[k] >= 0 && study.FoldLabel(splits[k].all[groups[k]].Value) == study.FoldLabel(value))
			}
			return set
		}
		sets = append(sets, within(-1, ""))
		only := p.only(c, empty)
		theirs, shown, _ := shownGroups(p.st, only, make([]bool, only.N))
		for k, s := range theirs {
			for g, ok := range shown[k] {
				if ok {
					sets = append(sets, within(k, s.all[g].Value))
				}
			}
		}
	}
	var told []string
	for _, holds := range p.counted() {
		sizes := make([]int, len(a.cells))
		for row, c := range a.of {
			if holds(row) {
				sizes[c]++
			}
		}
		a.least = least
		a.leaveBlank(sizes)
		for cells := Subtracted(sets, sizes, least); cells != nil; cells = Subtracted(sets, sizes, least) {
			for _, c := range cells {
				sizes[c] = least // told once
				if name := p.cellName(a.cells[c][:at], a.cells[c][at], splits); !slices.Contains(told, name) {
					told = append(told, name)
				}
			}
		}
	}
	slices.Sort(told)
	return told
}

// counted are the respondents whom figures rest on: all who answered something, and
// those who answered an item.
func (p *pair) counted() []func(row int) bool {
	out := []func(int) bool{func(row int) bool {
		return slices.ContainsFunc(p.t.Columns, func(c *responses.Column) bool { return c.Codes[row] != responses.Missing })
	}}
	for _, c := range p.t.Columns {
		if slices.Contains(c.Codes, responses.Missing) {
			out = append(out, func(row int) bool { return c.Codes[row] != responses.Missing })
		}
	}
	return out
}

func (p *pair) cellName(groups []int, cohort int, splits []*splitting) string {
	parts := []string{p.cohortName(cohort)}
	for k, g := range groups {
		if k < len(splits) && g >= 0 && g < splits[k].named {
			parts = append(parts, p.st.Groups[k].Column+" "+splits[k].all[g].Value)
		}
	}
	return strings.Join(parts, ", ")
}

func (p *pair) cohortName(c int) string {
	if c == unknownGroup {
		return "no " + p.column
	}
	if strings.HasPrefix(study.FoldLabel(p.names[c]), study.FoldLabel(p.column)) {
		return p.names[c]
	}
	return p.column + " " + p.names[c]
}

// only are the groups of a cohort's respondents, without the rows that are empty.
func (p *pair) only(cohort int, empty []bool) *responses.Table {
	t := &responses.Table{Groups: map[string][]string{}}
	for row, c := range p.of {
		if c != cohort || empty[row] {
			continue
		}
		t.N++
		for name, values := range p.t.Groups {
			t.Groups[name] = append(t.Groups[name], values[row])
		}
	}
	return t
}

// cells are the counts of items that min_cell hides in some report and that are not
// proved to be open: another set of answers, with the same reports, must have another
// count there.
func (p *pair) cells() []string {
	var told []string
	column := 0
	for _, sc := range p.st.Constructs {
		r := p.construct(&sc, column)
		column += len(sc.Items)
		for i, it := range sc.Items {
			for row := range r.counts[i] {
				for point := range sc.Scale.Points {
					if r.target(i, row, point) && !r.open(i, row, point) {
						who := "all answers"
						if row > 0 {
							who = p.cohortName(row - 2)
						}
						told = append(told, fmt.Sprintf("%s, %s: %d", who, it.ID, sc.Scale.Points[point].Value))
					}
				}
			}
		}
	}
	return told
}

// pairCounts are the counts of a construct's items: row 0 is of all answers, row 1 of
// those without a cohort, the others of the cohorts.
type pairCounts struct {
	counts   [][][]int  // by item, row, point
	masks    [][][]bool // which of them are hidden
	reported []bool     // by row
	hidden   bool       // some count of all answers is, and so all that several items tell
	people   [][][]uint8
	least    int
}

func (p *pair) construct(sc *study.Construct, column int) *pairCounts {
	rows := 2 + len(p.names)
	r := &pairCounts{least: p.st.Privacy.MinCell, reported: make([]bool, rows), people: make([][][]uint8, rows)}
	r.reported[0] = true
	for c, name := range p.names {
		r.reported[c+2] = p.reported(name)
	}
	for i := range sc.Items {
		counts, masks := make([][]int, rows), make([][]bool, rows)
		for row := range rows {
			counts[row] = make([]int, len(sc.Scale.Points))
		}
		for k, code := range p.t.Columns[column+i].Codes {
			if code != responses.Missing {
				counts[0][code-1]++
				counts[p.of[k]+2][code-1]++
			}
		}
		for row := range rows {
			masks[row] = hiddenCells(counts[row], r.least)
		}
		r.hidden = r.hidden || slices.Contains(masks[0], true)
		r.counts, r.masks = append(r.counts, counts), append(r.masks, masks)
	}
	seen := map[string]bool{}
	for k, c := range p.of {
		answers := make([]uint8, len(sc.Items))
		for i := range answers {
			answers[i] = p.t.Columns[column+i].Codes[k]
		}
		if key := fmt.Sprint(c, answers); !seen[key] {
			seen[key] = true
			r.people[c+2] = append(r.people[c+2], answers)
		}
	}
	return r
}

// target reports whether a count is hidden: by its report, or since there is none of
// those whom it counts.
func (r *pairCounts) target(item, row, point int) bool {
	if r.reported[row] {
		return r.masks[item][row][point]
	}
	return r.counts[item][row][point] > 0
}

// open reports whether a count may be another: one answer more or less there, and
// the other way round at another point or in another row, leaves every report as it is.
func (r *pairCounts) open(item, row, point int) bool {
	for other := range r.counts[item][row] {
		if other == point {
			continue
		}
		for _, from := range []struct{ lose, gain int }{{point, other}, {other, point}} {
			if r.moves(item, row, from.lose, from.gain) {
				return true
			}
		}
	}
	return false
}

// moves reports whether an answer may go from one point to another in a row without
// any report's telling.
func (r *pairCounts) moves(item, row, lose, gain int) bool {
	if row == 0 { // then somebody's answer does
		for own := 1; own < len(r.reported); own++ {
			if r.hidden && r.stays(item, own, lose, gain) && r.stays(item, 0, lose, gain) {
				return true
			}
		}
		return false
	}
	if !r.stays(item, row, lose, gain) {
		return false
	}
	if r.hidden && r.stays(item, 0, lose, gain) {
		return true
	}
	for other := 1; other < len(r.reported); other++ {
		if other == row {
			continue
		}
		if r.hidden && r.stays(item, other, gain, lose) || !r.hidden && r.exchange(item, row, other, lose, gain) {
			return true
		}
	}
	return false
}

// stays reports whether the counts of a row show the same when an answer moves.
func (r *pairCounts) stays(item, row, lose, gain int) bool {
	counts := r.counts[item][row]
	if counts[lose] == 0 {
		return false
	}
	if !r.reported[row] {
		return true
	}
	mask := r.masks[item][row]
	if !mask[lose] || !mask[gain] {
		return false
	}
	moved := slices.Clone(counts)
	moved[lose]--
	moved[gain]++
	return slices.Equal(hiddenCells(moved, r.least), mask)
}

// exchange reports whether two people of two rows, one of whom gave the one answer and
// one the other, may change places: of all answers nothing changes then.
func (r *pairCounts) exchange(item, row, other, lose, gain int) bool {
	for _, a := range r.people[row] {
		if int(a[item]) != lose+1 {
			continue
		}
		for _, b := range r.people[other] {
			if int(b[item]) != gain+1 {
				continue
			}
			same := true
			for i := range a {
				if a[i] == b[i] {
					continue
				}
				same = same && a[i] != responses.Missing && b[i] != responses.Missing &&
					r.stays(i, row, int(a[i])-1, int(b[i])-1) && r.stays(i, other, int(b[i])-1, int(a[i])-1)
			}
			if same {
				return true
			}
		}
	}
	return false
}
