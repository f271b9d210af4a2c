package columns

import (
	"slices"
	"strings"

	"wogreport/internal/remark"
	"wogreport/internal/sheet"
)

// amid makes items, in doubt, of columns whose headers are those of sums or counts ("Jumlah
// petugas", "Nilai tambah", "Frekuensi pelatihan"), where they stand between items and hold the
// numbers of their scale. What is left out all the same is noted.
func amid(cols []Column) {
	low, high := 11, 0
	for i := range cols {
		if c := &cols[i]; c.item() && c.wide() && !c.signed {
			low, high = min(low, c.low), max(high, c.high)
		}
	}
	able := func(i int) bool {
		c := &cols[i]
		f := c.figures()
		return c.mayRate() && f.others == 0 && f.coded == 0 && f.whole && f.low >= float64(low) && f.high <= float64(high)
	}
	for from := 0; from < len(cols); from++ {
		to := from
		for to < len(cols) && able(to) {
			to++
		}
		if to == from {
			continue
		}
		before, after := from > 0 && cols[from-1].item(), to < len(cols) && cols[to].item()
		for i := from; i < to; i++ {
			c := &cols[i]
			if c.Unsure = before || after; before && after && c.Distinct >= 3 {
				c.onNumbers(c.figures())
				c.accept()
				c.Unsure, c.Counts = false, false
				c.Doubt = remark.Of("its header has a word for sums or counts, and its values are those of the items beside it")
			}
		}
		from = to
	}
}

// item reports a column that is an item of bare numbers.
func (c *Column) item() bool { return c.Kind == Likert && c.numbered }

// mayRate reports a column that is none by a header that may ask for a judgement as well, or
// because everybody answered alike.
func (c *Column) mayRate() bool {
	w := words(c.Statement)
	switch {
	case c.Distinct == 0 || aboutPeople(c.Statement):
		return false
	case c.Kind == Number && c.Distinct == 1:
		return c.numbered && c.Missing < c.Values[0].N // 1 for a choice is left out where there is none
	case c.Kind == Number:
		return c.Counts && len(w) > 1 && slices.Contains([]string{"frekuensi", "frequency"}, w[0]) && !countPer.MatchString(strings.Join(w, " ")+" ") && !unit.MatchString(c.Header)
	case c.Kind == Score:
		sums := []string{"jumlah", "nilai", "grade", "points", "skor", "score"}
		return len(w) == 2 && slices.Contains(sums, w[0]) && !slices.Contains(sumOf, w[1]) && otherWords(w[1]) > 0 && !asksForCount(c.Statement) && c.share(func(text string) bool {
			_, ok := sheet.Number(text)
			return ok
		}) == 1
	}
	return false
}

// sumOf are words that say of a sum what it is of.
var sumOf = []string{
	"skor", "score", "nilai", "total", "akhir", "benar", "salah", "butir", "item", "items", "soal", "responden", "rata", "mean", "average", "ujian", "tes", "test", "pretest", "posttest", "uts", "uas", "rapor", "hadir", "kehadiran", "absen",
	"sks", "final", "exam", "correct", "earned", "points", "hari", "jam", "anak", "saudara", "keluarga", "tanggungan", "kunjungan", "orang", "kelas", "x", "y", "variabel", "variable",
}
