package sheet

import (
	"slices"
	"strings"

	"wogreport/internal/diag"
)

// respondents are the rows below the header that answer for somebody. A
// repeated header is left out, and so are sums and remarks at the end and a
// second table, both with a warning.
func (c *cells) respondents(body []Row, s *Sheet, diags *diag.List) []Row {
	out := make([]Row, 0, len(body))
	again := func(r Row) bool { return s.HeaderRow > 0 && sameCells(r, s.head) }
	if slices.ContainsFunc(body, again) && !repeatable(s.head, body) {
		again = func(Row) bool { return false }
	}
	for i, r := range body {
		if again(r) {
			if n := len(out); n > 0 && out[n-1].gap && filled(out[n-1].Cells) == 1 { // its title
				out = out[:n-1]
			}
			continue
		}
		if r.gap && s.HeaderRow > 0 && c.secondTable(body, i, s.head) {
			diags.Warnf(c.place(r, firstFilled(r)), "second-table", "another table begins below the answers and is not read")
			diags.Hintf("give it a sheet or a file of its own when it holds answers, too")
			break
		}
		out = append(out, r)
	}
	return c.withoutSums(out, diags)
}

func firstFilled(r Row) int {
	return slices.IndexFunc(r.Cells, func(s string) bool { return !Empty(s) })
}

// secondTable reports whether a table with other columns begins at a row
// after blank ones: a row of names that are neither numbers nor labels of the
// columns above, perhaps with a title over it, and not the first table's
// header again.
func (c *cells) secondTable(body []Row, i int, head Row) bool {
	if i == 0 {
		return false
	}
	for k := i; k < min(i+3, len(body)-1); k++ {
		if sameCells(body[k], head) {
			return false
		}
		data, names, texts := 0, 0, 0
		for col, text := range body[k].Cells {
			if Empty(text) {
				continue
			}
			if _, isNumber := Number(text); !isNumber {
				texts++
			}
			switch kind, labels := classOf(body[:i], col); {
			case kind == anything:
			case looksLike(kind, labels, text):
				data++
			default:
				names++
			}
		}
		if names >= 2 && data == 0 && texts == filled(body[k].Cells) {
			return true
		}
		if filled(body[k].Cells) > 1 {
			return false
		}
	}
	return false
}

// sums are the words with which rows below the answers of a hand-made sheet
// begin that are no respondent's.
var sums = []string{
	"jumlah", "total", "subtotal", "rata-rata", "rata rata", "rerata", "mean", "average", "sum", "skor", "nilai rata", "persentase", "persen",
	"varian", "variance", "standar deviasi", "std", "sd", "simpangan baku", "min", "minimum", "max", "maximum", "maks", "maksimum", "median", "modus",
	"r hitung", "rhitung", "r tabel", "rtabel", "valid", "validitas", "reliabilitas", "cronbach", "keterangan", "ket", "catatan", "sumber", "note", "notes", "source",
}

// withoutSums cuts the rows at the end that sum up or remark.
func (c *cells) withoutSums(rows []Row, diags *diag.List) []Row {
	end := len(rows)
	for i := len(rows) - 1; i >= max(0, len(rows)-25); i-- {
		if isSum(rows[i]) {
			end = i
		} else if end == i+1 {
			break
		}
	}
	if end == len(rows) {
		return rows
	}
	diags.Warnf(c.place(rows[end], firstFilled(rows[end])), "not-a-respondent", "the last %s no respondent's and not read", isAre(len(rows)-end))
	diags.Hintf("delete the rows below the answers, or the words in front of them when they are answers")
	return rows[:end]
}

func isAre(n int) string {
	if n == 1 {
		return "row is"
	}
	return "rows are"
}

// isSum reports whether the first text of a row is one of sums.
func isSum(r Row) bool {
	i := firstFilled(r)
	f := strings.TrimRight(fold(r.Cell(i)), " :.*")
	for _, w := range sums {
		if f == w || strings.HasPrefix(f, w+" ") || strings.HasPrefix(f, w+":") {
			// A respondent's first cell may be a word of these, too; sums stand
			// beside nothing but numbers, remarks beside nothing.
			for _, text := range r.Cells[i+1:] {
				if _, ok := Number(text); !ok && !Empty(text) && !isVerdict(text) {
					return false
				}
			}
			return true
		}
	}
	return false
}

func isVerdict(text string) bool {
	f := fold(text)
	return f == "valid" || f == "tidak valid" || f == "invalid" || strings.HasPrefix(f, "#")
}
