package responses

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wogreport/internal/diag"
	"wogreport/internal/sheet"
	"wogreport/internal/study"
)

// headers are the header cells of a sheet as they are compared.
type headers struct {
	sheet  *sheet.Sheet
	folded []string
	parts  [][]string          // folded: the statement alone, and with its group
	starts [][]string          // folded: where a code may stand, see starts
	named  [3]map[string][]int // columns by a folded text: the header, a part of it, the code
	taken  map[int]bool        // columns that an item has; they are not suggested for another
	listed []int               // the diagnostics whose hint lists all columns

	unknown int       // names that no column has
	lacking []lacking // they, with their places
}

// lacking is a name of a column in the study that no column has, and what it is for.
type lacking struct {
	at    diag.Pos
	what  string
	texts []string // the name, and an item's statement: the name may be its number
}

// maxUnknown is how many names without a column get a hint of their own: with
// more the file is another study's, and only the first few are shown.
const maxUnknown = 50

func newHeaders(g *sheet.Sheet) *headers {
	h := &headers{sheet: g, taken: map[int]bool{}}
	for k := range h.named {
		h.named[k] = map[string][]int{}
	}
	for i, c := range g.Columns {
		folded := study.FoldLabel(c.Header)
		h.folded = append(h.folded, folded)
		h.starts = append(h.starts, starts(folded))
		h.named[0][folded] = append(h.named[0][folded], i)
		var parts []string
		if c.Group != "" {
			parts = slices.Compact([]string{study.FoldLabel(c.Statement), study.FoldLabel(c.Group + " [" + c.Statement + "]")})
		}
		h.parts = append(h.parts, parts)
		for _, p := range parts {
			h.named[1][p] = append(h.named[1][p], i)
		}
		code := study.FoldLabel(c.Code)
		h.named[2][code] = append(h.named[2][code], i)
	}
	return h
}

// Finder finds the columns of a sheet by the names in a study.
type Finder struct{ headers *headers }

// NewFinder prepares a sheet for finding its columns.
func NewFinder(g *sheet.Sheet) Finder { return Finder{newHeaders(g)} }

// Find lists the columns that a name in a study stands for, and how they were
// found, as Column.Matched says it; how is "" where there are none.
func (f Finder) Find(name string) (cols []int, how string) { return f.headers.find(name) }

// find lists the columns that a name in the study stands for, and how they
// were found: by the header's text, by a code, or by the spreadsheet letter. A
// weaker way is only tried where a stronger one finds nothing.
func (h *headers) find(name string) (cols []int, how string) {
	want := study.FoldLabel(name)
	if want == "" {
		return nil, ""
	}
	for k, how := range []string{"header", "header", "code", "code"} {
		var cols []int
		if k < len(h.named) {
			cols = h.named[k][want]
		} else {
			cols = h.withCode(want)
		}
		if i := column(name); len(cols) > 1 && slices.Contains(cols, i) {
			return []int{i}, "letter" // of two columns headed A, the one that is A
		}
		if cols != nil {
			return slices.Clone(cols), how
		}
	}
	if i := column(name); i >= 0 && i < len(h.folded) {
		return []int{i}, "letter"
	}
	return nil, ""
}

// withCode lists the columns whose header carries a code.
func (h *headers) withCode(code string) []int {
	var cols []int
	for i, texts := range h.starts {
		if slices.ContainsFunc(texts, func(text string) bool { return startsWithCode(text, code) }) {
			cols = append(cols, i)
		}
	}
	return cols
}

// starts are the parts of a header that may begin with an item's code: the
// header itself ("P1. …", "1) …") and what its final brackets hold, as
// questions of a grid in a form do ("… [P1]", "… [1. …]").
func starts(header string) []string {
	out := []string{strings.TrimLeft(header, "[( ")}
	for _, b := range []string{"[]", "()"} {
		if open := strings.LastIndexByte(header, b[0]); open >= 0 && header[len(header)-1] == b[1] {
			out = append(out, strings.TrimLeft(header[open+1:len(header)-1], "[( "))
		}
	}
	return out
}

// startsWithCode reports whether a text begins with a code that ends there.
func startsWithCode(header, code string) bool {
	rest, ok := strings.CutPrefix(header, code)
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

// match is what was found for a name in the study: one column, or several
// with the same question of which nobody answered two.
type match struct {
	cols []int
	how  string
}

// cell is what stands in a match in a row, and in which of its columns.
func (m match) cell(g *sheet.Sheet, row int) (text string, col int) {
	for _, c := range m.cols {
		if text := g.Cell(row, c); !sheet.Empty(text) {
			return text, c
		}
	}
	return "", m.cols[0]
}

func (m match) letters() string {
	var l []string
	for _, c := range m.cols {
		l = append(l, sheet.Letter(c))
	}
	return strings.Join(l, "+")
}

// Mergeable reports whether columns are parts of one: a form that was edited
// while people answered has the same question twice, and nobody answered both.
func Mergeable(g *sheet.Sheet, cols []int) bool {
	for i := range g.Len() {
		n := 0
		for _, c := range cols {
			if !sheet.Empty(g.Cell(i, c)) {
				n++
			}
		}
		if n > 1 {
			return false
		}
	}
	return true
}

// one finds the only column for a name, or says why there is none. what names
// it in a message ("item P1"), at is its place in the study.
func (h *headers) one(name, what string, at diag.Pos, diags *diag.List) (match, bool) {
	cols, how := h.find(name)
	switch {
	case len(cols) == 1, len(cols) > 1 && how == "header" && Mergeable(h.sheet, cols):
		return match{cols, how}, true
	case len(cols) > 1:
		diags.Errorf(at, "ambiguous-column", "%s has %d columns %q for %s", h.sheet.File, len(cols), short(name), what)
		diags.Hintf("name one of them by its letter: %s", h.list(cols))
		return match{}, false
	}
	diags.Errorf(at, "unknown-column", "%s has no column %q for %s", h.sheet.File, short(name), what)
	h.lacking = append(h.lacking, lacking{at, what, []string{name}})
	var near []int
	if h.unknown++; h.unknown <= maxUnknown {
		near = h.near(name)
	}
	switch {
	case h.sheet.HeaderRow == 0:
		diags.Hintf("it has no header; name its columns by the letters A to %s", sheet.Letter(len(h.folded)-1))
	case near != nil:
		diags.Hintf("did you mean %s?", h.or(near))
	default:
		diags.Hintf("its columns are %s", h.list(nil))
		h.listed = append(h.listed, len(*diags)-1)
	}
	return match{}, false
}

func (h *headers) name(col int) string {
	return fmt.Sprintf("%s %q", sheet.Letter(col), short(h.sheet.Columns[col].Header))
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
			cols, _ := h.find(nameOf(item))
			if col := h.renumbered(item); col >= 0 {
				cols = []int{col}
			}
			for _, col := range cols {
				h.taken[col] = true
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
			var m match
			ok := true
			if col := h.renumbered(item); col >= 0 {
				m = match{[]int{col}, "code"}
				why := "item %s is read from column %s, which has its statement: there is no column %q"
				if own, _ := h.find(nameOf(item)); own != nil {
					why = "item %s is read from column %s, which has its statement: column %q has another"
				}
				diags.Warnf(at, "renumbered", why, item.ID, h.name(col), short(nameOf(item)))
				diags.Hintf("write the column's name or number as  column:  in the study")
			} else {
				m, ok = h.one(nameOf(item), "item "+item.ID, at, diags)
			}
			if !ok {
				if n := len(h.lacking) - 1; n >= 0 && h.lacking[n].at == at {
					h.lacking[n].texts = slices.AppendSeq(h.lacking[n].texts, maps.Values(item.Statement))
				}
				continue
			}
			if other, taken := owner[m.cols[0]]; taken {
				diags.Errorf(at, "shared-column", "the items %s and %s both have the column %s", other, item.ID, h.name(m.cols[0]))
				diags.Hintf("each item needs a column of its own; give its header or letter as  column:")
				continue
			}
			owner[m.cols[0]] = item.ID
			found[item.ID] = m
			if h.goesOn(m, item) {
				diags.Warnf(at, "longer-head", "the head of column %s goes on where the statement of item %s ends: %q", m.letters(), item.ID, short(h.sheet.Columns[m.cols[0]].Header))
				diags.Hintf("the report prints the statement as the study has it; write it anew if it was asked so")
			}
		}
	}
	return found
}

// renumbered is the only column whose head is an item's statement with a code before it, where the
// column with the item's own code, if there is one, has another: numbers change when a question is
// put between others. It is -1 where there is none.
func (h *headers) renumbered(item study.Item) int {
	own, how := h.find(nameOf(item))
	if how != "" && how != "code" {
		return -1
	}
	var statements []string
	for _, text := range item.Statement {
		statements = append(statements, study.FoldLabel(text))
	}
	at := -1
	for i := range h.folded {
		switch {
		case !slices.ContainsFunc(statements, func(s string) bool { return h.states(i, s) }):
		case at >= 0 || slices.Contains(own, i):
			return -1
		default:
			at = i
		}
	}
	return at
}

// states reports whether the head of a column is a statement with a code before it.
func (h *headers) states(col int, statement string) bool {
	return strings.Contains(statement, " ") && slices.ContainsFunc(h.starts[col], func(head string) bool {
		code, ok := strings.CutSuffix(strings.TrimRight(head, "])"), statement)
		code = strings.TrimRight(code, " .):-")
		return ok && code != "" && !strings.Contains(code, " ") && startsWithCode(head, code)
	})
}

// goesOn reports whether an item is named by its statement, and its column has that and more words:
// it may have been worded anew. What follows in brackets is none.
func (h *headers) goesOn(m match, item study.Item) bool {
	name := study.FoldLabel(nameOf(item))
	if m.how != "code" || len(m.cols) != 1 || strings.Count(name, " ") < 2 {
		return false
	}
	stated := false
	for _, text := range item.Statement {
		stated = stated || strings.HasSuffix(name, study.FoldLabel(text))
	}
	rest, ok := strings.CutPrefix(h.folded[m.cols[0]], name)
	r, _ := utf8.DecodeRuneInString(strings.TrimSpace(rest))
	return stated && ok && unicode.IsLetter(r)
}
