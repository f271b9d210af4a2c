package responses

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"wogreport/internal/columns"
	"wogreport/internal/diag"
	"wogreport/internal/sheet"
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

// Instead are the columns that may be meant by each name that no column has, by the
// place where the study gives it: those that no item has, as they are named, the nearest
// first; personal ones only for the identifier. Of several files each must have the column. Of
// answers that are not kept there is none.
func (a *Answers) Instead() map[diag.Pos][]string {
	out := map[diag.Pos][]string{}
	for i := range a.st.Responses.Files {
		s := a.files[i].source
		if s == nil {
			continue
		}
		for _, l := range s.headers.lacking {
			out[l.at] = s.instead(l)
		}
	}
	for at, names := range out {
		out[at] = slices.DeleteFunc(names, func(name string) bool {
			for i := range a.st.Responses.Files {
				if s := a.files[i].source; s != nil {
					if cols, _ := s.headers.find(name); len(cols) != 1 {
						return true
					}
				}
			}
			return false
		})
	}
	return out
}

// Meant is a point of a scale that is probably meant by a text that is spelt nearly like its label.
type Meant struct {
	Label     string   // that the text is spelt like
	Construct int      // one whose answers hold it
	Value     int      // of the point, as the study file has it
	Also      []string // the point's other spellings with the text
}

// Meant are the points that may be meant by texts that are no labels, by the place of the first cell
// that holds each: of answers that are kept. A text that is not made of labels' words, or of words
// spelt like them, is none: it may say something of somebody.
func (a *Answers) Meant() map[diag.Pos]Meant {
	out := map[diag.Pos]Meant{}
	for i := range a.st.Responses.Files {
		s := a.files[i].source
		if s == nil {
			continue
		}
		var told diag.List
		for _, w := range s.wrongs(nil, &told) {
			c := w.coder
			label, point, near := c.near(w.raw)
			if w.why == unknown && near && w.ownLabel(label) == columns.NotALabel && c.echoable(w.raw) {
				p := c.scale.Points[point]
				construct := slices.IndexFunc(a.st.Constructs, func(own study.Construct) bool {
					return slices.ContainsFunc(own.Items, func(it study.Item) bool { return it.ID == w.items[0] })
				})
				out[w.places[0]] = Meant{label, construct, c.scale.InFile(p.Value), append(slices.Clone(p.Also), strings.Join(strings.Fields(w.raw), " "))}
			}
		}
	}
	return out
}

// instead are the columns of a source that may be meant by a name that none has.
func (s *source) instead(l lacking) []string {
	h := s.headers
	likeness := make([]float64, len(h.folded))
	for _, text := range l.texts {
		want := pairs(study.FoldLabel(text))
		for i, f := range h.folded {
			likeness[i] = max(likeness[i], alike(want, pairs(f)))
		}
	}
	var cols []int
	for i, f := range h.folded {
		if f != "" && !h.taken[i] && (l.what == identifierName || !s.kinds[i].Personal()) {
			cols = append(cols, i)
		}
	}
	answers := func(i int) int { // of an item first those that look like answers
		if s.kinds[i] == columns.Likert && strings.HasPrefix(l.what, "item ") {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(cols, func(a, b int) int {
		return cmp.Or(cmp.Compare(answers(a), answers(b)), cmp.Compare(likeness[b], likeness[a]))
	})
	names := []string{}
	for _, i := range cols {
		name := s.sheet.Columns[i].Header
		if found, _ := h.find(name); !slices.Equal(found, []int{i}) {
			name = sheet.Letter(i)
		}
		names = append(names, name)
	}
	return names
}

// pairs are the neighbouring letters of a text, each pair once.
func pairs(text string) map[[2]rune]bool {
	out, last := map[[2]rune]bool{}, ' '
	for _, r := range text {
		out[[2]rune{last, r}] = true
		last = r
	}
	return out
}

// alike is how much two texts have in common, by Dice's coefficient of their pairs of
// letters (Dice 1945): a sentence that was worded anew keeps most of its words, in
// whatever order.
func alike(a, b map[[2]rune]bool) float64 {
	n := 0
	for p := range a {
		if b[p] {
			n++
		}
	}
	return 2 * float64(n) / float64(max(1, len(a)+len(b)))
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
