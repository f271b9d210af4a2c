package sheet

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"wogreport/internal/diag"
)

// What hand-made sheets have among the answers: titles of their parts, sums below each part, and
// rows that are numbered and empty.

// totals are the words of sums and means that stand below parts of a table.
var totals = []string{"jumlah", "total", "sub total", "sub-total", "subtotal", "sub jumlah", "rata-rata", "rata rata", "rerata", "rata2", "mean", "average", "sum", "∑", "σ"}

// parts are the words with which titles of parts begin.
var parts = []string{
	"kelas", "angkatan", "gelombang", "kelompok", "batch", "rombel", "unit", "bagian", "bidang", "prodi", "program studi", "jurusan", "fakultas", "sesi", "semester", "tahun", "kabupaten", "kota", "kecamatan", "desa", "dinas", "seksi", "subbag", "divisi",
	"class", "cohort", "group", "section", "session", "department", "division", "faculty",
}

// withoutAmidst leaves out the rows among the respondents' that are none.
func (c *cells) withoutAmidst(rows []Row, diags *diag.List) []Row {
	none := amidst(rows)
	if len(none) == 0 {
		return rows
	}
	var out, left []Row
	for i, r := range rows {
		if none[i] {
			left = append(left, r)
			c.note(r.Cells)
		} else {
			out = append(out, r)
		}
	}
	what := "1 row among the answers is"
	if len(left) > 1 {
		what = fmt.Sprintf("%d rows among the answers are", len(left))
	}
	which := lines(left)
	if c.sep == 0 {
		which = strings.Replace(which, "line", "row", 1)
	}
	diags.Warnf(c.place(left[0], firstFilled(left[0])), "not-a-respondent", "%s no respondent's and not read: %s", what, which)
	diags.Hintf("delete titles, sums and numbered rows without answers; where a row is a respondent's, write the answers, or delete the word before them")
	return out
}

// amidst finds the rows above those at the end that hold nothing but a running number, nothing but the
// title of a part, or the sums of the rows above.
func amidst(rows []Row) map[int]bool {
	usual := usualFilled(rows)
	if len(rows) > mostChecked || usual < 3 {
		return nil
	}
	rows = rows[:tailFrom(rows)]
	var full []Row
	for _, r := range rows {
		if filled(r.Cells)*2 >= usual && totalIn(r) < 0 {
			full = append(full, r)
		}
	}
	if len(full) < 2 {
		return nil
	}
	numbers := numberedIn(full)
	none := map[int]bool{}
	from := 0 // of the part
	for i, r := range rows {
		first := firstFilled(r)
		switch {
		case filled(r.Cells) == 1 && (onlyNumbered(r, first, numbers) || isTitle(r, first, full)), isWideTitle(r, numbers, usual, full):
			if from = i + 1; filled(r.Cells) == 1 && onlyNumbered(r, first, numbers) {
				from = 0
			}
			none[i] = true
		case totalIn(r) >= 0 && i > 0 && totalOf(r, numbers >= 0 && !isOrdinal(r.Cell(numbers)), rows[from:i], full):
			none[i] = true
			if i+1 < len(rows) && totalIn(rows[i+1]) < 0 {
				from = i + 1
			}
		}
	}
	return none
}

// numberedIn is the column in which the rows are numbered, each part perhaps from one on; -1 for none.
func numberedIn(rows []Row) int {
	for col := range maxCounting {
		steps, before := 0, math.Inf(-1)
		for _, r := range rows {
			v, ok := ordinal(r.Cell(col))
			if ok && (v > before && v <= before+2 || v == 1) {
				steps++
			}
			if ok {
				before = v
			}
		}
		if len(rows) >= minAbove && steps*10 >= len(rows)*8 && before > 2 {
			return col
		}
	}
	return -1
}

func onlyNumbered(r Row, first, numbers int) bool {
	return first == numbers && isOrdinal(r.Cell(first))
}

func isOrdinal(text string) bool { _, ok := ordinal(text); return ok }

// isTitle reports a row whose only cell is the title of a part: no value of its column, by its words
// or since the others have numbers or days there.
func isTitle(r Row, first int, full []Row) bool {
	text := r.Cell(first)
	if _, number := Number(text); number || Date(text) || first >= maxCounting || stands(full, first, text) {
		return false
	}
	f := fold(text)
	if slices.ContainsFunc(parts, func(w string) bool { return f == w || strings.HasPrefix(f, w+" ") || strings.HasPrefix(f, w+":") }) {
		return true
	}
	kind, _ := classOf(full[:min(len(full), 100)], first)
	return first == 0 && (kind == whole || kind == day) && numberedIn(full) == first
}

// maxTitle is of how many cells the title of a part consists: A | Dinas Kesehatan, Kelas: VII A | Wali: Sri.
const maxTitle = 3

// isWideTitle reports a row that lacks the number which the others have, and has nothing but a few texts that
// none of them gives: it holds no answer.
func isWideTitle(r Row, numbers, usual int, full []Row) bool {
	n := filled(r.Cells)
	if numbers < 0 || n == 0 || n > maxTitle || n*2 >= usual || isOrdinal(r.Cell(numbers)) {
		return false
	}
	for col, text := range r.Cells {
		if _, number := Number(text); !Empty(text) && (number || Date(text) || stands(full, col, text)) {
			return false
		}
	}
	return true
}

// totalIn is the cell that begins with a word of sums, of the first in a row; -1 for none.
func totalIn(r Row) int {
	for col := range min(maxCounting, len(r.Cells)) {
		f := strings.Trim(fold(r.Cell(col)), " :.*)(")
		if slices.ContainsFunc(totals, func(w string) bool {
			rest, ok := strings.CutPrefix(f, w)
			return ok && (rest == "" || strings.IndexByte(" :/(", rest[0]) >= 0)
		}) {
			return col
		}
	}
	return -1
}

// totalOf reports whether most numbers of a row that begins with a word of sums are none that a respondent
// gives; or, where it has one such or lacks the number that the others have, are the sums or means of those above, of its part
// or of all. A department may be called Total, and somebody in it answers as most do.
func totalOf(r Row, unnumbered bool, part, full []Row) bool {
	n, proved, foreign := 0, 0, 0
	for col := totalIn(r) + 1; col < len(r.Cells); col++ {
		text := r.Cell(col)
		v, ok := Number(text)
		switch {
		case Empty(text):
			continue
		case !ok && isVerdict(text):
			n, foreign = n+1, foreign+1
			continue
		case !ok && stands(full, col, text):
			continue // of the part that it sums up
		case !ok:
			return false
		}
		n++
		if sumOrMean(part, col, v) || sumOrMean(full, col, v) {
			proved++
		}
		if beyond(full, col, v) {
			foreign++
		}
	}
	return n >= 2 && (foreign*10 >= n*6 || proved*10 >= n*8 && (unnumbered || foreign > 0))
}

// beyond reports a number above all of a column, or a fraction where they are whole.
func beyond(rows []Row, col int, v float64) bool {
	high, whole := math.Inf(-1), true
	for _, r := range rows {
		if x, ok := Number(r.Cell(col)); ok {
			high, whole = max(high, x), whole && x == math.Trunc(x)
		}
	}
	return v > high || whole && v != math.Trunc(v)
}

// sumOrMean reports the sum of a column, or its mean with as many decimals as it has.
func sumOrMean(rows []Row, col int, v float64) bool {
	sum, n := 0.0, 0
	for _, r := range rows {
		if x, ok := Number(r.Cell(col)); ok && totalIn(r) < 0 {
			sum, n = sum+x, n+1
		}
	}
	if n < 2 {
		return false
	}
	mean := sum / float64(n)
	for digits := 1.0; digits <= 1e4; digits *= 10 {
		if math.Abs(v*digits-math.Round(v*digits)) < 1e-6 {
			return v == sum || math.Abs(v-mean) <= 0.5/digits+1e-9
		}
	}
	return math.Abs(v-mean) < 1e-6
}
