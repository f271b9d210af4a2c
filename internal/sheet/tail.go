package sheet

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"wogreport/internal/diag"
)

// sums are the words with which rows below the answers of a hand-made sheet
// begin that are no respondent's.
var sums = []string{
	"jumlah", "total", "subtotal", "rata-rata", "rata rata", "rerata", "rata2", "mean", "average", "sum", "skor", "nilai", "persentase", "persen", "nrr", "ikm", "skm", "∑", "σ", "∑nilai", "σnilai",
	"varian", "variance", "standar deviasi", "std", "sd", "simpangan baku", "min", "minimum", "max", "maximum", "maks", "maksimum", "median", "modus",
	"pembulatan", "bobot", "varians", "x̄", "x̅", "x bar", "xbar", "kunci jawaban", "answer key", "target nilai", "nilai target", "weight", "weights",
	"r hitung", "rhitung", "r tabel", "rtabel", "valid", "validitas", "reliabilitas", "cronbach", "keterangan", "ket", "catatan", "sumber", "note", "notes", "source",
}

// aloneSums are such words that begin the names of units and places, too.
var aloneSums = []string{"kesimpulan", "hasil", "target", "kunci", "key", "n", "hasil akhir", "hasil rata-rata"}

// verdicts are the words with which rows begin that put sums into words.
var verdicts = []string{"kategori", "predikat", "kriteria", "interpretasi", "kesimpulan", "mutu pelayanan", "mutu", "keterangan", "ket", "status", "hasil", "category", "verdict", "interpretation"}

// maxTail is how many rows at the end are looked at.
const maxTail = 40

// tailFrom is the first of the rows at the end that sum up, remark or sign.
func tailFrom(rows []Row) int {
	usual, left := usualFilled(rows), usualStart(rows)
	k, counted := countingOf(rows)
	end := sumsFrom(rows, countsOfAnswers(rows, len(rows)), k, counted)
	for below := len(rows); below > end; below-- { // sums may stand below counts, and N is no sum among them
		if from := countsOfAnswers(rows, below); from < below {
			end = min(end, from)
			break
		}
	}
	for end > 1 && end > len(rows)-maxTail && (isTail(rows, end-1, usual, left) || isStatistic(rows, end-1) || counted && k.noRespondent(rows, end-1) || nameless(rows, end-1)) {
		end--
	}
	return end
}

// withoutTail cuts the rows at the end that sum up, remark or sign.
func (c *cells) withoutTail(rows []Row, diags *diag.List) []Row {
	end := tailFrom(rows)
	if end == len(rows) {
		return rows
	}
	diags.Warnf(c.place(rows[end], firstFilled(rows[end])), "not-a-respondent", "%s no respondent's and not read", lastRows(len(rows)-end))
	diags.Hintf("delete the rows below the answers; where they are answers, delete the words in front of them, or write the number or name that the others have")
	for _, r := range rows[end:] {
		c.note(r.Cells)
	}
	return rows[:end]
}

func lastRows(n int) string {
	if n == 1 {
		return "the last row is"
	}
	return fmt.Sprintf("the last %d rows, from here on, are", n)
}

// usualFilled is how many cells the row in the middle by size has.
func usualFilled(rows []Row) int {
	if len(rows) == 0 {
		return 0
	}
	var n []int
	for _, r := range rows {
		n = append(n, filled(r.Cells))
	}
	slices.Sort(n)
	return n[len(n)/2]
}

// usualStart is the column in which nearly all rows that are not mostly empty
// begin, -1 for none.
func usualStart(rows []Row) int {
	usual, n := usualFilled(rows), map[int]int{}
	all := 0
	for _, r := range rows {
		if filled(r.Cells)*2 >= usual {
			n[firstFilled(r)]++
			all++
		}
	}
	for col, k := range n {
		if k*20 >= all*19 {
			return col
		}
	}
	return -1
}

// isTail reports whether a row, with none but such below it, is no respondent's.
func isTail(rows []Row, i, usual, left int) bool {
	r := rows[i]
	if summing(rows[:i], r, 2) {
		return true
	}
	n, first := filled(r.Cells), firstFilled(r)
	text := r.Cell(first)
	if _, isNumber := Number(text); isNumber || Date(text) || usual < 4 || n*2 >= usual {
		return false
	}
	// A place and a date, an office, a name, a remark: few texts, set off from
	// the answers by a blank row or by beginning where no respondent's row does.
	for k := i; k >= 0 && k > i-maxTail; k-- {
		if filled(rows[k].Cells)*2 >= usual {
			break
		}
		if rows[k].gap {
			return true
		}
	}
	if n <= 2 && (signs(text) || left >= 0 && first > left && signed(rows, i, usual)) {
		return true
	}
	return n == 1 && first >= usual/2
}

// common reports a first cell that stands in so many other rows that it is no
// word for a sum: SD is a school, too.
func common(others []Row, r Row, times int) bool {
	first := firstFilled(r)
	text, n := fold(r.Cell(first)), 0
	for _, o := range others {
		if firstFilled(o) == first && fold(o.Cell(first)) == text {
			n++
		}
	}
	return n >= times
}

// ofSums are words that stand beside those of sums.
var ofSums = []string{
	"skor", "nilai", "per", "unsur", "butir", "item", "soal", "indikator", "ideal", "tertinggi", "terendah", "maksimal", "minimal", "hitung", "tabel", "akhir", "responden", "jawaban", "benar", "salah",
	"pertanyaan", "pernyataan", "aspek", "variabel", "skala", "maks", "possible", "points", "question", "questions", "keseluruhan", "seluruh", "tertimbang", "rata", "kolom", "baris", "populasi", "sampel", "dari", "dan", "score", "of", "all", "the", "items", "rows", "deviation", "dev", "deviasi", "error", "r", "alpha",
}

// namesake reports a respondent's name that begins with a word for sums (Max Müller): a word beside it is
// of no sum, and the other cells are answers that others gave.
func namesake(above []Row, r Row) bool {
	first := firstFilled(r)
	named := slices.ContainsFunc(strings.Fields(fold(r.Cell(first))), func(w string) bool {
		w = strings.Trim(w, ".,:()")
		return len(w) > 1 && !slices.Contains(sums, w) && !slices.Contains(ofSums, w)
	})
	if !named {
		return false
	}
	for col := first + 1; col < len(r.Cells); col++ {
		if text := r.Cell(col); !Empty(text) && !stands(above, col, text) {
			return false
		}
	}
	return true
}

// summing reports a row that begins with a word of sums where it is no respondent's: the word stands in
// so many others, is part of a name, or names somebody with ordinary answers.
func summing(others []Row, r Row, times int) bool {
	return isSum(r, false) && !common(others, r, times) && !namesake(others, r) && !initialed(others, r)
}

// freely are the words of sums beside which any number may stand: no figure of the answers tells them
// from a name.
var freely = []string{"bobot", "weight", "weights", "kunci jawaban", "answer key", "kunci", "key", "target", "nilai target", "target nilai"}

// initialed reports a respondent whose name or initials are nothing but a word for sums (SD, Max): the
// others have such texts there, and the answers are ones that others gave and no figure of their columns.
func initialed(others []Row, r Row) bool {
	first := firstFilled(r)
	word := strings.Trim(fold(r.Cell(first)), " :.*)(")
	kind, _ := classOf(others[:min(len(others), 100)], first)
	for len(others) > 0 && isSum(others[len(others)-1], false) { // perhaps more such rows
		others = others[:len(others)-1]
	}
	if len(others) < minAbove || strings.Contains(word, " ") || slices.Contains(freely, word) || kind == whole || kind == day || filled(r.Cells)*3 < usualFilled(others)*2 || filled(r.Cells) <= minFigures {
		return false
	}
	for col := first + 1; col < len(r.Cells); col++ {
		if text := r.Cell(col); !Empty(text) && !stands(others, col, text) {
			return false
		}
	}
	return !sameFigure(r, others, first+1)
}

// isStatistic reports a row of means or other figures without a word before them:
// fractions in most columns of whole numbers, of which it has three at least, or
// the sums of these.
func isStatistic(rows []Row, i int) bool {
	able := 0 // cells that no answer looks like; most rows have none, and are not compared
	for _, text := range rows[i].Cells {
		if v, ok := Number(text); ok && (v != math.Trunc(v) || v >= float64(i)) {
			able++
		}
	}
	above := rows[:i]
	for len(above) > 0 && fractionsIn(above[len(above)-1]) >= minFigures { // more such rows
		above = above[:len(above)-1]
	}
	if able < minFigures || len(above) < minAbove {
		return false
	}
	fractions, sums, wholes := 0, 0, 0
	for col := range rows[i].Cells {
		v, ok := Number(rows[i].Cell(col))
		if !ok {
			continue
		}
		sum, n := 0.0, 0
		for _, r := range above {
			x, isNumber := Number(r.Cell(col))
			if isNumber && (x != math.Trunc(x) || math.Abs(x) > 100) {
				n = -1
				break
			}
			if isNumber {
				sum, n = sum+x, n+1
			}
		}
		if n*2 < len(above) {
			continue
		}
		wholes++
		if v != math.Trunc(v) {
			fractions++
		}
		if v == sum {
			sums++
		}
	}
	return wholes >= minFigures && (fractions*2 > wholes || sums == wholes)
}

// fractionsIn counts the cells of a row that are no whole numbers.
func fractionsIn(r Row) int {
	n := 0
	for _, text := range r.Cells {
		if v, ok := Number(text); ok && v != math.Trunc(v) {
			n++
		}
	}
	return n
}

// minFigures is how many cells make a row of figures.
const minFigures = 3

// minAbove is how many respondents a row of figures may follow.
const minAbove = 6

// signs reports a text with which the lines of a signature begin.
func signs(text string) bool {
	f := fold(text)
	return slices.ContainsFunc([]string{"mengetahui", "menyetujui", "nip ", "nip.", "nip:", "kepala ", "ketua panitia", "dibuat oleh", "disusun oleh", "ttd", "tanda tangan", "panitia penyelenggara", "signed", "approved by"},
		func(s string) bool { return strings.HasPrefix(f, s) })
}

// signed reports whether a line of a signature stands among the few rows at the
// end with hardly any cells.
func signed(rows []Row, i, usual int) bool {
	for i > 0 && filled(rows[i-1].Cells)*2 < usual {
		i--
	}
	return slices.ContainsFunc(rows[i:], func(r Row) bool { return signs(r.Cell(firstFilled(r))) })
}

// isSum reports whether the first text of a row is one of sums. Where all respondents have a
// number and the row has none, it may be a word on sums in any column.
func isSum(r Row, uncounted bool) bool {
	i := firstFilled(r)
	f := strings.Trim(fold(r.Cell(i)), " :.*)(")
	begins := func(words []string) bool {
		return slices.ContainsFunc(words, func(w string) bool {
			rest, ok := strings.CutPrefix(f, w)
			return ok && (rest == "" || strings.IndexByte(" :/(", rest[0]) >= 0)
		})
	}
	texts := 0
	for _, text := range r.Cells[i+1:] {
		if _, ok := Number(text); !ok && !Empty(text) && !isVerdict(text) {
			texts++
		}
	}
	// A respondent's first cell may be a word of these, too; sums stand beside
	// nothing but numbers, verdicts on them beside nothing but texts.
	return texts == 0 && (begins(sums) || uncounted && begins(verdicts) || slices.Contains(aloneSums, f)) || texts > 0 && texts == filled(r.Cells)-1 && begins(verdicts) && (i == 0 || uncounted)
}

func isVerdict(text string) bool {
	f := fold(text)
	return f == "valid" || f == "tidak valid" || f == "invalid" || strings.HasPrefix(f, "#") || strings.HasSuffix(f, "%")
}
