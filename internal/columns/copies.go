package columns

import (
	"math"

	"wogreport/internal/remark"
	"wogreport/internal/sheet"
	"wogreport/internal/study"
)

const (
	minCopied  = 20 // rows in which two columns have the same answers
	sureCopies = 3  // columns that repeat others word for word, and not by chance
)

// copies takes out the items that are another's answers once more: the codes that somebody
// wrote beside the labels. Two questions may be answered alike by all in a small file, so
// the same numbers or labels again are copies where several columns are.
func copies(all *sheet.Sheet, cols []Column) {
	s := all.With(all.Rows(sample)) // most columns are no copies, which a few rows show
	places := make([][]float64, len(cols))
	for i := range cols {
		if cols[i].Kind == Likert && cols[i].Distinct > 1 {
			places[i] = cols[i].places(s)
		}
	}
	copied := map[int]bool{} // the columns that have a copy
	alike := map[int]int{}   // a column that has the same texts as an earlier one
	for i := range cols {
		for j := range cols {
			if places[i] == nil || places[j] == nil || i == j || copied[j] || cols[j].CopyOf >= 0 || !rises(places[j], places[i]) || !rises(cols[j].places(all), cols[i].places(all)) {
				continue
			}
			inCodes := cols[i].family == nil && cols[j].family != nil
			if inCodes && !cols[i].ownQuestion() || cols[i].family != nil && cols[j].family != nil && j < i && !sameTexts(all, i, j) {
				cols[i].copies(j)
				copied[j] = true
				break
			}
			if _, again := alike[j]; j < i && !again && sameTexts(all, i, j) {
				alike[i] = j
				break
			}
		}
	}
	if len(alike) < sureCopies {
		return
	}
	for i, j := range alike {
		cols[i].copies(j)
	}
}

// ownQuestion reports a header that asks something, and is no code.
func (c *Column) ownQuestion() bool { return len(words(c.Statement)) > 3 }

// copies makes a column the copy of another.
func (c *Column) copies(of int) {
	c.Kind, c.numbered, c.family, c.CopyOf = Score, false, nil, of
	c.Why = remark.Of("it has the answers of column %s once more", sheet.Letter(of))
}

// places are the answers of an item by their order, NaN where there is none.
func (c *Column) places(s *sheet.Sheet) []float64 {
	of := map[string]float64{}
	for _, v := range c.Values {
		if at, ok := c.placeOf(v); ok {
			of[v.Folded] = at
		}
	}
	known := map[string]float64{} // by the text as it stands in a cell
	out := make([]float64, s.Len())
	for i := range out {
		text := s.Cell(i, c.Index)
		at, ok := known[text]
		if !ok {
			if at, ok = of[study.FoldLabel(text)]; !ok {
				at = math.NaN()
			}
			known[text] = at
		}
		out[i] = at
	}
	return out
}

// placeOf is where a value of an item stands among the others; ok is false where that is not known.
func (c *Column) placeOf(v Value) (at float64, ok bool) {
	if c.family == nil {
		return sheet.Number(v.Text)
	}
	if m := optionCode.FindStringSubmatch(v.Text); m != nil && c.family.isOptions() {
		return float64(optionAnswer(m, v).value), true
	}
	a := answerOf(v)
	if c.family.numbered {
		return float64(a.value), true
	}
	place := c.family.place(a.label)
	return float64(place), place >= 0
}

// rises reports whether one column's answers are another's in every row, each with a number or
// label of its own, the higher for the higher.
func rises(a, b []float64) bool {
	to, n := map[float64]float64{}, 0
	for i, x := range a {
		if math.IsNaN(x) != math.IsNaN(b[i]) {
			return false
		}
		if math.IsNaN(x) {
			continue
		}
		n++
		if y, ok := to[x]; ok && y != b[i] {
			return false
		}
		to[x] = b[i]
	}
	for x, y := range to {
		for x2, y2 := range to {
			if x < x2 && y >= y2 {
				return false
			}
		}
	}
	return n >= minCopied && len(to) > 1
}

// sameTexts reports whether two columns hold the same texts in every row.
func sameTexts(s *sheet.Sheet, i, j int) bool {
	for r := range s.Len() {
		if study.FoldLabel(s.Cell(r, i)) != study.FoldLabel(s.Cell(r, j)) {
			return false
		}
	}
	return true
}
