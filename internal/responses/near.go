package responses

import (
	"slices"
	"strings"
	"unicode/utf8"

	"wogreport/internal/diag"
	"wogreport/internal/study"
)

// minNear is how many letters of a name tell which header was meant by it, and
// maxNear how many headers a hint names.
const (
	minNear = 4
	maxNear = 3
)

// near are the columns that were probably meant by a name: one whose header is
// spelt alike, else those that begin with the name, else those that hold it or
// are held by it, else one that begins with something spelt alike.
func (h *headers) near(name string) []int {
	want := study.FoldLabel(name)
	letters := utf8.RuneCountInString(want)
	free, starts := make([]string, len(h.folded)), make([]string, len(h.folded))
	for i, f := range h.folded {
		if h.taken[i] {
			continue
		}
		free[i], starts[i] = f, f
		if r := []rune(f); len(r) > letters {
			starts[i] = string(r[:letters])
		}
	}
	if s := diag.Suggest(want, free); s != "" {
		return []int{slices.Index(free, s)}
	}
	if letters < minNear {
		return nil
	}
	for _, is := range []func(col int) bool{
		func(i int) bool {
			return strings.HasPrefix(free[i], want) || slices.ContainsFunc(h.parts[i], func(p string) bool { return free[i] != "" && strings.HasPrefix(p, want) })
		},
		func(i int) bool {
			return strings.Contains(free[i], want) || utf8.RuneCountInString(free[i]) >= minNear && strings.Contains(want, free[i])
		},
	} {
		var cols []int
		for i := range free {
			if is(i) {
				cols = append(cols, i)
			}
		}
		if cols != nil {
			return cols[:min(len(cols), maxNear)]
		}
	}
	if s := diag.Suggest(want, starts); s != "" {
		return []int{slices.Index(starts, s)}
	}
	return nil
}

// or names columns of which one is meant.
func (h *headers) or(cols []int) string {
	var names []string
	for _, c := range cols {
		names = append(names, h.name(c))
	}
	return strings.Join(names, " or ")
}

// listOnce keeps the list of all columns in the hint that is printed first:
// under each of twenty items it would hide what differs.
func (h *headers) listOnce(diags diag.List) {
	if len(h.listed) == 0 {
		return
	}
	first := slices.MinFunc(h.listed, func(i, j int) int {
		a, b := diags[i].Pos, diags[j].Pos
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return a.Col - b.Col
	})
	for _, i := range h.listed {
		if i != first {
			diags[i].Hint = ""
		}
	}
}

// short keeps a message on its line.
func short(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}
