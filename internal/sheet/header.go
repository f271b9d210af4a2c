package sheet

import (
	"slices"
	"strings"

	"wogreport/internal/pattern"
)

// exportHeader is how many rows of names stand above the answers in exports
// that are known to write several; 0 for other files.
func (c *cells) exportHeader() int {
	has := func(row int, text string) bool {
		return slices.ContainsFunc(c.rows[row].Cells, func(s string) bool { return strings.EqualFold(strings.TrimSpace(s), text) })
	}
	for i := range min(3, len(c.rows)) {
		if strings.HasPrefix(strings.TrimSpace(c.rows[i].Cell(0)), `{"ImportId"`) { // Qualtrics
			return i + 1
		}
	}
	if len(c.rows) < 2 {
		return 0
	}
	// Qualtrics names its own columns in the row of questions; above them stand
	// the same names again, or V1, V2, ….
	named := 0
	for i, text := range c.rows[1].Cells {
		above := c.rows[0].Cell(i)
		if slices.Contains(qualtrics, strings.ReplaceAll(fold(text), " ", "")) && versionCode.MatchString(strings.TrimSpace(above)) {
			named++
		}
	}
	if named >= 2 {
		return 2
	}
	for i, text := range c.rows[0].Cells {
		name := strings.ReplaceAll(fold(text), " ", "")
		if slices.Contains(qualtrics, name) && strings.ReplaceAll(fold(c.rows[1].Cell(i)), " ", "") == name {
			return 2
		}
	}
	if c.qualtricsNames() {
		return 2
	}
	if has(0, "Respondent ID") && has(0, "Collector ID") && Empty(c.rows[1].Cell(0)) { // SurveyMonkey
		// Where the numbers of the respondents were deleted, it says so no more.
		if has(1, "Response") || has(1, "Open-Ended Response") || len(c.rows) > 2 && !Empty(c.rows[2].Cell(0)) {
			return 2
		}
	}
	return 0
}

// qualtrics are columns that the program adds to every export.
var qualtrics = []string{"responseid", "responseset", "startdate", "enddate", "recordeddate"}

// qualtricsNames reports a second row of names under the program's own columns, in
// whatever language: no days under StartDate and EndDate, where the third row has days.
func (c *cells) qualtricsNames() bool {
	if len(c.rows) < 3 {
		return false
	}
	days := 0
	for i, text := range c.rows[0].Cells {
		switch strings.ReplaceAll(fold(text), " ", "") {
		case "startdate", "enddate", "recordeddate":
			isDay := func(row int) bool {
				_, isNumber := Number(c.rows[row].Cell(i))
				return isNumber || Date(c.rows[row].Cell(i))
			}
			if Empty(c.rows[1].Cell(i)) || isDay(1) || !isDay(2) {
				return false
			}
			days++
		}
	}
	return days >= 2
}

// versionCode is how an old export of Qualtrics names its own columns.
var versionCode = pattern.New(`^V\d{1,2}$`)

// itemCode is how items are numbered: P1, X1.1, Q3_2.
var itemCode = pattern.New(`^[A-Za-z]{1,6}[._-]?\d{1,3}([._-]\d{1,3})?$`)

// minNames is how many cells have to show that a row below the header holds
// names, too.
const minNames = 3

// namesToo reports whether a row below a header names columns as well: by
// statements, by the codes of items, or by cells of the header that are merged
// with those of the row or over several of them. It takes proof. The first respondent
// may give answers that nobody else gives, and a respondent who is taken for
// names is lost without a trace, while names taken for answers are reported.
func (c *cells) namesToo(row, wide int) bool {
	r, below := c.rows[row], c.below(row)
	if c.fillsGaps(row, below) {
		return true
	}
	if filled(r.Cells) < wide || repeats(r) {
		return false
	}
	answers, seen := map[string]bool{}, map[string]bool{}
	for _, b := range below {
		for _, text := range b.Cells {
			if !seen[text] {
				seen[text] = true
				answers[fold(text)] = true
			}
		}
	}
	all, codes, statements, numbers := 0, 0, 0, 0
	brief, words := 0, map[string]int{} // statements of few words, and how many have a word
	for col, text := range r.Cells {
		kind, labels := classOf(below, col)
		if Empty(text) || kind == anything {
			continue
		}
		f := fold(text)
		if looksLike(kind, labels, text) || answers[f] {
			return false
		}
		all++
		split := strings.Fields(f)
		if _, ok := Number(text); ok {
			numbers++
		}
		switch {
		case itemCode.MatchString(f):
			for label := range labels {
				if itemCode.MatchString(label) { // answers are codes here
					return false
				}
			}
			codes++
		case Date(text):
		case len(split) >= 4:
			statements++
		case len(split) >= 2 && kind != label:
			statements++
			brief++
			slices.Sort(split)
			for _, w := range slices.Compact(split) {
				words[w]++
			}
		}
	}
	if all >= minNames && numbers == 0 && c.mergedOver(row) {
		return true
	}
	for _, n := range words {
		if brief >= 2 && n*2 >= brief { // as in the labels of a scale: agree, strongly agree
			return false
		}
	}
	return max(codes, statements) >= minNames && (codes+statements)*3 >= all*2
}

// fillsGaps reports whether a row names the columns for which the one above has
// no name, and leaves free what that has named: two rows of a header whose
// merged cells a file of text does not show.
func (c *cells) fillsGaps(row int, below []Row) bool {
	over, under := c.rows[row-1], c.rows[row]
	if filled(over.Cells) < 2 || filled(under.Cells) < 2 || !Empty(under.Cell(firstFilled(over))) {
		return false
	}
	gaps := 0
	for col := range max(len(over.Cells), len(under.Cells)) {
		text := under.Cell(col)
		kind, labels := classOf(below, col)
		switch _, isNumber := Number(text); {
		case Empty(text) && Empty(over.Cell(col)):
			if kind != anything {
				return false
			}
		case Empty(text):
		case isNumber, Date(text):
			return false
		case kind != anything && looksLike(kind, labels, text) && (kind != label || len(labels) > 1): // a choice is named as it is answered
			return false
		case Empty(over.Cell(col)):
			gaps++
		}
	}
	return gaps > 0
}

// mergedOver reports whether cells of the row above are merged with those of
// a row, or over several of its columns.
func (c *cells) mergedOver(row int) bool {
	over, under := c.rows[row-1].Row, c.rows[row].Row
	return slices.ContainsFunc(c.merged, func(m merge) bool {
		return m.top <= over && over <= m.bottom && (m.bottom >= under || m.left < m.right)
	})
}

// repeats reports whether two cells of a row have the same text.
func repeats(r Row) bool {
	seen := map[string]bool{}
	for _, text := range r.Cells {
		f := fold(text)
		if f != "" && seen[f] {
			return true
		}
		seen[f] = true
	}
	return false
}

// repeatable reports whether a row is a header beyond doubt, so that rows with
// the same cells are the header again: it has a text, and none of its texts is
// an answer in a row that differs.
func repeatable(head Row, rows []Row) bool {
	names := 0
	texts := make([]string, len(head.Cells))
	for i, text := range head.Cells {
		if _, isNumber := Number(text); !isNumber && !Empty(text) && !Date(text) {
			texts[i] = text
			names++
		}
	}
	if names == 0 {
		return false
	}
	for _, r := range rows {
		for i, text := range texts {
			if text != "" && same(r.Cell(i), text) && !sameCells(r, head) {
				return false
			}
		}
	}
	return true
}

// sameCells reports whether all texts of a row are those of a header, at least
// two, with few left out.
func sameCells(r, head Row) bool {
	alike, all := 0, 0
	for i := range max(len(r.Cells), len(head.Cells)) {
		x, y := r.Cell(i), head.Cell(i)
		switch blank := Plain(x) == ""; {
		case blank && Plain(y) == "":
			continue
		case same(x, y):
			alike++
		case !blank:
			return false
		}
		all++
	}
	return alike >= 2 && alike*5 >= all*4
}
