package responses

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"wogreport/internal/diag"
	"wogreport/internal/sheet"
	"wogreport/internal/study"
)

// encoded is one item's answers in one file.
type encoded struct {
	match match
	coder *coder
	item  string
	codes []uint8       // parallel to the sheet's rows
	coded map[int]bool  // rows that are missing by one of the study's texts for it
	outer map[int]int   // by row, an answer outside the scale: its index among the study's
	slips map[int]*slip // by row, those that are no answer
	spelt map[int]*slip // by row, those that are written out
	other bool          // the column is something else than answers, which is reported
	// common are the rows among slips whose text most items of the scale have: it is a label
	// that the scale spells otherwise or lacks, and says nothing of the column.
	common map[int]bool
}

// slip is a text that is no answer, and the column it stands in.
type slip struct {
	raw string
	why answer
	col int
}

// encode codes a column. Each distinct text is looked at once.
func encode(g *sheet.Sheet, m match, item string, k *coder) encoded {
	e := encoded{match: m, coder: k, item: item, slips: map[int]*slip{}, coded: map[int]bool{}, outer: map[int]int{}}
	if c, ok := g.Coded(m.cols[0]); ok && len(m.cols) == 1 {
		e.recode(c)
	} else {
		e.codes = make([]uint8, g.Len())
		cache := map[string]seen{}
		for i := range e.codes {
			raw, col := m.cell(g, i)
			s, ok := cache[raw]
			if !ok {
				s.code, s.why = k.code(raw)
				cache[raw] = s
			}
			e.codes[i] = s.code
			e.note(i, raw, s.why, col)
		}
		e.noteNumbers(slices.Collect(maps.Keys(cache)), func(i int) (string, int) { return m.cell(g, i) })
	}
	return e
}

// labelsPerNumber is how many labels a column has at least for each number among them.
const labelsPerNumber = 10

// noteNumbers keeps the few numbers in a column of labels, which count as the points of these
// numbers. Raw is what a row has, and the column it stands in.
func (e *encoded) noteNumbers(texts []string, raw func(row int) (string, int)) {
	number, label := map[string]bool{}, false
	for _, text := range texts {
		if _, why := e.coder.code(text); why == understood && !sheet.Empty(text) {
			if e.coder.byNumber(text) {
				number[text] = true
			} else if _, also := sheet.Number(text); !also { // of a scale of numbers with names for its ends
				label = true
			}
		}
	}
	if e.coder.scale.Bare || len(number) == 0 || !label {
		return
	}
	found, labels := map[int]*slip{}, 0
	for i := range e.codes {
		if text, col := raw(i); number[text] {
			found[i] = &slip{text, writtenOut, col}
		} else if e.codes[i] != Missing {
			labels++
		}
	}
	if len(found)*labelsPerNumber > labels {
		return
	}
	for i, s := range found {
		e.note(i, s.raw, s.why, s.col)
	}
}

// judge finds the columns that hold something else than answers, once all are coded.
func (s *source) judge(diags *diag.List) {
	type key struct {
		coder *coder
		raw   string
	}
	columns, holding := map[*coder]int{}, map[key]int{}
	for i := range s.columns {
		e := &s.columns[i]
		if e.coder == nil {
			continue
		}
		columns[e.coder]++
		texts := map[string]bool{}
		for _, slip := range e.slips {
			if !texts[slip.raw] {
				texts[slip.raw] = true
				holding[key{e.coder, slip.raw}]++
			}
		}
	}
	for i := range s.columns {
		e := &s.columns[i]
		for row, slip := range e.slips {
			if n := holding[key{e.coder, slip.raw}]; n > 1 && 2*n >= columns[e.coder] {
				if e.common == nil {
					e.common = map[int]bool{}
				}
				e.common[row] = true
			}
		}
		e.other = len(e.slips) > 0 && e.isOther(s.sheet, allRows(s.sheet.Len()), diags)
	}
}

// seen is what a text turned out to be.
type seen struct {
	code uint8
	why  answer
}

// note keeps what is to be known of a row beside its code.
func (e *encoded) note(row int, raw string, why answer, col int) {
	switch {
	case why.wrong():
		e.slips[row] = &slip{raw, why, col}
	case why == missingByCode:
		e.coded[row] = true
	case why == writtenOut:
		if e.spelt == nil {
			e.spelt = map[int]*slip{}
		}
		e.spelt[row] = &slip{raw, why, col}
	case why == outsideScale:
		e.outer[row] = e.coder.outside[study.FoldLabel(raw)]
	}
}

// recode turns the codes of a column's texts into codes of the scale. Where they are the
// same, as those of 1 to 5, they are shared.
func (e *encoded) recode(c sheet.Coded) {
	var to [256]uint8
	e.codes = c.Codes
	same := true
	for code, raw := range c.Texts {
		if sheet.Empty(raw) {
			raw = ""
		}
		scale, why := e.coder.code(raw)
		to[code] = scale
		same = same && int(scale) == code
		if why != understood {
			for row, k := range c.Codes {
				if int(k) == code {
					e.note(row, raw, why, e.match.cols[0])
				}
			}
		}
	}
	if !same {
		e.codes = make([]uint8, len(c.Codes))
		for i, k := range c.Codes {
			e.codes[i] = to[k]
		}
	}
	e.noteNumbers(c.Texts, func(row int) (string, int) { return c.Texts[c.Codes[row]], e.match.cols[0] })
}

// allRows is the indexes of n rows.
func allRows(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// isOther reports a column that holds something else than answers in the
// given rows.
func (e *encoded) isOther(g *sheet.Sheet, rows []int, diags *diag.List) bool {
	distinct := map[string]bool{}
	good, bad, texts := 0, 0, 0
	for _, i := range rows {
		switch s := e.slips[i]; {
		case e.common[i]:
		case s != nil:
			distinct[s.raw] = true
			bad++
			if s.why != offScale {
				texts++
			}
		case e.codes[i] != Missing, e.isOutside(i):
			good++
		}
	}
	if !otherThing(len(distinct), good, bad, texts, len(e.coder.scale.Points)) {
		return false
	}
	diags.Errorf(g.HeaderPlace(e.match.cols[0]), "not-answers", "the column %s of item %s holds no answers on its scale: %d of %d cells", e.match.letters(), e.item, bad, good+bad)
	diags.Hintf("check the item's column and its scale")
	return true
}

func (e *encoded) isOutside(row int) bool { _, ok := e.outer[row]; return ok }

// maxPlaces is how many cells a message names.
const maxPlaces = 8

// wrong is a text that is no answer, with the cells of a file that hold it.
type wrong struct {
	*slip
	coder  *coder
	places []diag.Pos // at most maxPlaces, by column
	n      int
	items  []string // whose columns hold it
}

// wrongs are the texts that are no answers in some rows of a file, nil for all: each once,
// however many columns of a scale hold it.
func (s *source) wrongs(rows []int, diags *diag.List) []*wrong {
	if !slices.ContainsFunc(s.columns, func(e encoded) bool { return len(e.slips) > 0 }) {
		return nil
	}
	if rows == nil {
		rows = allRows(s.sheet.Len())
	}
	type key struct {
		coder *coder
		raw   string
		why   answer
	}
	var all []*wrong
	by := map[key]*wrong{}
	for k := range s.columns {
		e := &s.columns[k]
		if len(e.slips) == 0 || e.other || len(rows) < s.sheet.Len() && e.isOther(s.sheet, rows, diags) {
			continue
		}
		for _, i := range rows {
			one := e.slips[i]
			if one == nil {
				continue
			}
			own := key{e.coder, one.raw, one.why}
			w := by[own]
			if w == nil {
				w = &wrong{slip: one, coder: e.coder}
				by[own] = w
				all = append(all, w)
			}
			if !slices.Contains(w.items, e.item) {
				w.items = append(w.items, e.item)
			}
			if w.n++; w.n <= maxPlaces {
				w.places = append(w.places, s.sheet.Place(s.sheet.Row(i), one.col))
			}
		}
	}
	return all
}

// reportSlips says what is wrong with the answers in some rows of a file, nil for all.
func reportSlips(s *source, rows []int, st *study.Study, diags *diag.List) {
	for _, w := range s.wrongs(rows, diags) {
		w.explain(st, diags)
		if st.Responses.OffScale == "missing" {
			d := &(*diags)[len(*diags)-1]
			d.Severity = diag.Warning
			d.Message += "; it counts as missing"
		}
	}
}

// maxSpelt is how many spellings a message tells.
const maxSpelt = 8

// reportSpelt tells which labels are counted though their words are shortened or misspelt, and which numbers
// among labels. Such a text is made of the program's own words or a number of the scale, and says nothing of whoever
// wrote it.
func reportSpelt(s *source, st *study.Study, diags *diag.List) {
	var told []string
	cells, at := map[string]int{}, diag.Pos{}
	for k := range s.columns {
		e := &s.columns[k]
		if e.other {
			continue
		}
		for _, row := range slices.Sorted(maps.Keys(e.spelt)) {
			one := e.spelt[row]
			label := e.coder.scale.Points[e.codes[row]-1].Label.In(st.Body())
			text := fmt.Sprintf("%q as %q", strings.Join(strings.Fields(one.raw), " "), label)
			if cells[text]++; cells[text] == 1 {
				told = append(told, text)
			}
			if at == (diag.Pos{}) {
				at = s.sheet.Place(s.sheet.Row(row), one.col)
			}
		}
	}
	if told == nil {
		return
	}
	for i, text := range told {
		told[i] = fmt.Sprintf("%s (cells: %d)", text, cells[text])
	}
	more := ""
	if n := len(told) - maxSpelt; n > 0 {
		told, more = told[:maxSpelt], fmt.Sprintf("; %d more", n)
	}
	diags.Warnf(at, "spelt-otherwise", "labels that are shortened, misspelt or written as numbers count: %s%s", strings.Join(told, "; "), more)
	diags.Hintf("correct the cells where another answer is meant")
}

// otherThing reports a column that is something else than answers on a scale
// of k points: names, say, or comments, none of which a message may show.
// Fewer than a third of its cells are answers and most others are texts, or
// most are wrong, and in more ways than labels can be misspelt.
func otherThing(distinct, good, bad, texts, k int) bool {
	if good*3 < good+bad && texts*2 > bad {
		return true
	}
	return bad > good && (distinct > max(5, k) || good == 0 && distinct == bad && distinct >= 3)
}
