package responses

import (
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
	other bool          // the column is something else than answers, which is reported
}

// slip is a text that is no answer, and the column it stands in.
type slip struct {
	raw string
	why answer
	col int
}

// encode codes a column. Each distinct text is looked at once.
func encode(g *sheet.Sheet, m match, item string, k *coder, diags *diag.List) encoded {
	type seen struct {
		code uint8
		why  answer
	}
	e := encoded{match: m, coder: k, item: item, codes: make([]uint8, len(g.Rows)), slips: map[int]*slip{}, coded: map[int]bool{}, outer: map[int]int{}}
	cache := map[string]seen{}
	for i, row := range g.Rows {
		raw, col := m.cell(row)
		s, ok := cache[raw]
		if !ok {
			s.code, s.why = k.code(raw)
			cache[raw] = s
		}
		switch {
		case s.why.wrong():
			e.slips[i] = &slip{raw, s.why, col}
		case s.why == missingByCode:
			e.coded[i] = true
		case s.why == outsideScale:
			e.outer[i] = k.outside[study.FoldLabel(raw)]
		}
		e.codes[i] = s.code
	}
	rows := make([]int, len(g.Rows))
	for i := range rows {
		rows[i] = i
	}
	e.other = e.isOther(g, rows, diags)
	return e
}

// isOther reports a column that holds something else than answers in the
// given rows.
func (e *encoded) isOther(g *sheet.Sheet, rows []int, diags *diag.List) bool {
	if len(e.slips) == 0 {
		return false
	}
	distinct := map[string]bool{}
	good, bad, texts := 0, 0, 0
	for _, i := range rows {
		switch s := e.slips[i]; {
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
	coder   *coder
	places  []diag.Pos // at most maxPlaces, by column
	n       int
	columns int
	last    int // the column counted last
}

// reportSlips says what is wrong with the answers in some rows of a file: each
// text once, however many columns of a scale hold it.
func reportSlips(s *source, rows []int, st *study.Study, diags *diag.List) {
	type key struct {
		coder *coder
		raw   string
		why   answer
	}
	var all []*wrong
	by := map[key]*wrong{}
	for k := range s.columns {
		e := &s.columns[k]
		if len(e.slips) == 0 || e.other || len(rows) < len(s.sheet.Rows) && e.isOther(s.sheet, rows, diags) {
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
				w = &wrong{slip: one, coder: e.coder, last: -1}
				by[own] = w
				all = append(all, w)
			}
			if w.last != k {
				w.columns, w.last = w.columns+1, k
			}
			if w.n++; w.n <= maxPlaces {
				w.places = append(w.places, s.sheet.Place(s.sheet.Rows[i], one.col))
			}
		}
	}
	for _, w := range all {
		w.explain(st, diags)
		if st.Responses.OffScale == "missing" {
			d := &(*diags)[len(*diags)-1]
			d.Severity = diag.Warning
			d.Message += "; it counts as missing"
		}
	}
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
