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

// report says what is wrong with the answers in some rows, each distinct text
// once.
func (e *encoded) report(s *source, rows []int, st *study.Study, diags *diag.List) {
	if len(e.slips) == 0 || e.other {
		return
	}
	type cells struct {
		*slip
		places []diag.Pos // at most maxPlaces
		n      int
	}
	var all []*cells
	by := map[string]*cells{}
	for _, i := range rows {
		one := e.slips[i]
		if one == nil {
			continue
		}
		c := by[one.raw]
		if c == nil {
			c = &cells{slip: one}
			by[one.raw] = c
			all = append(all, c)
		}
		if c.n++; c.n <= maxPlaces {
			c.places = append(c.places, s.sheet.Place(s.sheet.Rows[i], one.col))
		}
	}
	if len(all) == 0 || len(rows) < len(s.sheet.Rows) && e.isOther(s.sheet, rows, diags) {
		return
	}
	for _, c := range all {
		e.coder.explain(c.places, c.raw, c.why, c.n, st, diags)
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
