package responses

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wogreport/internal/diag"
	"wogreport/internal/study"
)

// headers are the header cells of a grid as they are compared.
type headers struct {
	grid   *grid
	folded []string
	taken  map[int]bool // columns that an item has; they are not suggested for another
}

func newHeaders(g *grid) *headers {
	h := &headers{grid: g, taken: map[int]bool{}}
	for _, c := range g.header.cells {
		h.folded = append(h.folded, study.FoldLabel(c))
	}
	return h
}

// find lists the columns that a name in the study stands for, and how they
// were found: by the header's text, by a code that the header starts with, or
// by the spreadsheet letter. A weaker way is only tried where a stronger one
// finds nothing.
func (h *headers) find(name string) (cols []int, how string) {
	want := study.FoldLabel(name)
	if want == "" {
		return nil, ""
	}
	for i, f := range h.folded {
		if f == want {
			cols = append(cols, i)
		}
	}
	if cols != nil {
		return cols, "header"
	}
	for i, f := range h.folded {
		if hasCode(f, want) {
			cols = append(cols, i)
		}
	}
	if cols != nil {
		return cols, "code"
	}
	if i := column(name); i >= 0 && i < h.grid.width {
		return []int{i}, "letter"
	}
	return nil, ""
}

// hasCode reports whether a header carries a code: at its start ("P1. …",
// "1) …") or in its final brackets, as questions of a grid in a form do ("… [P1]",
// "… [1. …]").
func hasCode(header, code string) bool {
	if startsWithCode(header, code) {
		return true
	}
	for _, b := range []string{"[]", "()"} {
		if open := strings.LastIndexByte(header, b[0]); open >= 0 && header[len(header)-1] == b[1] {
			if startsWithCode(header[open+1:len(header)-1], code) {
				return true
			}
		}
	}
	return false
}

func startsWithCode(header, code string) bool {
	rest, ok := strings.CutPrefix(strings.TrimLeft(header, "[( "), code)
	if !ok {
		return false
	}
	r, size := utf8.DecodeRuneInString(rest)
	after, _ := utf8.DecodeRuneInString(rest[size:])
	switch {
	case rest == "":
		return true
	case unicode.IsLetter(r), unicode.IsDigit(r), r == '_':
		return false
	case r == '.' || r == ',' || r == '-': // the code 1 is not in 1.2 or 1-5
		return !unicode.IsDigit(after)
	}
	return true
}

// column is the index of a spreadsheet letter, -1 for any other text.
func column(letters string) int {
	n := 0
	if len(letters) < 1 || len(letters) > 3 {
		return -1
	}
	for _, r := range strings.ToUpper(letters) {
		if r < 'A' || r > 'Z' {
			return -1
		}
		n = n*26 + int(r-'A') + 1
	}
	return n - 1
}

// match is a column found for a name in the study.
type match struct {
	col int
	how string
}

// one finds the only column for a name, or says why there is none. what names
// it in a message ("item P1"), at is its place in the study.
func (h *headers) one(name, what string, at diag.Pos, diags *diag.List) (match, bool) {
	cols, how := h.find(name)
	switch len(cols) {
	case 1:
		return match{cols[0], how}, true
	case 0:
		diags.Errorf(at, "unknown-column", "%s has no column %q for %s", h.grid.file, short(name), what)
		if near := h.near(name); near != "" {
			diags.Hintf("did you mean %s?", near)
		} else {
			diags.Hintf("its columns are %s", h.list(nil))
		}
	default:
		diags.Errorf(at, "ambiguous-column", "%s has %d columns %q for %s", h.grid.file, len(cols), short(name), what)
		diags.Hintf("name one of them by its letter: %s", h.list(cols))
	}
	return match{}, false
}

// near is the header that was probably meant: one that is spelt alike, or
// begins or ends like the name.
func (h *headers) near(name string) string {
	want := study.FoldLabel(name)
	free := slices.Clone(h.folded)
	for i := range free {
		if h.taken[i] {
			free[i] = ""
		}
	}
	i := slices.Index(free, diag.Suggest(want, free))
	if i < 0 && utf8.RuneCountInString(want) >= 4 {
		i = slices.IndexFunc(free, func(f string) bool {
			return strings.Contains(f, want) || len(f) >= 4 && strings.Contains(want, f)
		})
	}
	if i < 0 || free[i] == "" {
		return ""
	}
	return h.name(i)
}

func (h *headers) name(col int) string {
	return fmt.Sprintf("%s %q", letter(col), short(strings.TrimSpace(h.grid.header.cell(col))))
}

// list names the given columns, or the first ones of all.
func (h *headers) list(cols []int) string {
	const most = 12
	if cols == nil {
		for i, f := range h.folded {
			if f != "" {
				cols = append(cols, i)
			}
		}
	}
	var names []string
	for _, c := range cols[:min(len(cols), most)] {
		names = append(names, h.name(c))
	}
	s := strings.Join(names, ", ")
	if n := len(cols) - most; n > 0 {
		s += fmt.Sprintf(" and %d more", n)
	}
	return s
}

// short keeps a message on its line.
func short(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}

// nameOf is what the study calls an item's column.
func nameOf(item study.Item) string {
	if item.Column != "" {
		return item.Column
	}
	return item.ID
}

// items finds the column of every item of a study. An item without one has no
// entry in the result.
func (h *headers) items(st *study.Study, diags *diag.List) map[string]match {
	found := map[string]match{}
	owner := map[int]string{}
	for _, c := range st.Constructs {
		for _, item := range c.Items {
			if cols, _ := h.find(nameOf(item)); len(cols) == 1 {
				h.taken[cols[0]] = true
			}
		}
	}
	for ci, c := range st.Constructs {
		for ii, item := range c.Items {
			path := fmt.Sprintf("constructs[%d].items[%d]", ci, ii)
			at := st.At(path)
			if item.Column != "" {
				at = st.At(path + ".column")
			}
			m, ok := h.one(nameOf(item), "item "+item.ID, at, diags)
			if !ok {
				continue
			}
			if other, taken := owner[m.col]; taken {
				diags.Errorf(at, "shared-column", "the items %s and %s both have the column %s", other, item.ID, h.name(m.col))
				diags.Hintf("each item needs a column of its own; give its header or letter as  column:")
				continue
			}
			owner[m.col] = item.ID
			found[item.ID] = m
		}
	}
	return found
}
