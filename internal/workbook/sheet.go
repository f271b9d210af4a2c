package workbook

import (
	"strconv"
	"strings"

	"wogreport/internal/analysis"
	"wogreport/internal/lang"
	"wogreport/internal/words"
)

// sheet is one table on a sheet of its own: a row of heads, then rows.
type sheet struct {
	key     string // of its words
	name    string // as the tab shows it
	columns []column
	rows    []row
	frozen  int // how many columns stay in view, beside the heads

	// Rows by the million are made when they are written: long of them, by each.
	long int
	each func(i int) row
}

// size is the number of rows below the heads.
func (s *sheet) size() int { return len(s.rows) + s.long }

// at is the i-th row.
func (s *sheet) at(i int) row {
	if s.each != nil {
		return s.each(i)
	}
	return s.rows[i]
}

// column is one column of a sheet.
type column struct {
	key    string // of its words
	width  float64
	format format
	fill   map[lang.Tag]words.Fill // what stands in the places of its words
	only   lang.Tag                // the head stands in this language alone
}

// format says how the cells of a column are shown.
type format int

const (
	asText format = iota
	asWhole
	asTwo   // decimals
	asThree // decimals
	asP     // three decimals, or a power of ten where these would be 0
	asShare // a fraction as a percent
)

// row is a row of cells. A cell is nil, a string, a lang.Text (all languages
// of the workbook in one cell), an int, a float64 or an analysis.Value. The
// column "note" takes no cell: it says why values of the row are undefined,
// then the notes.
type row struct {
	cells  []any
	notes  []lang.Text
	strong bool
}

func (s *sheet) add(cells ...any) *row {
	s.rows = append(s.rows, row{cells: cells})
	return &s.rows[len(s.rows)-1]
}

func col(key string, width float64, f format) column {
	return column{key: key, width: width, format: f}
}

// noteColumn is the last column of a sheet with values that may be undefined.
var noteColumn = col("note", 40, asText)

// noted reports whether a sheet's last column is that of notes.
func (s *sheet) noted() bool { return s.columns[len(s.columns)-1].key == noteColumn.key }

// head is a column's head in one language.
func (b *book) head(c column, l lang.Tag) string {
	return b.say(l, "head."+c.key, c.fill[l])
}

// heads is a column's head in the languages of the workbook.
func (b *book) heads(c column) lang.Text {
	if c.only != "" {
		return lang.Text{c.only: b.head(c, c.only)}
	}
	return b.inAll(func(l lang.Tag) string { return b.head(c, l) })
}

// note is the cell of a row's last column.
func (b *book) note(s *sheet, r row) lang.Text {
	var order []analysis.Reason
	at := map[analysis.Reason][]column{}
	for i, c := range r.cells {
		v, ok := c.(analysis.Value)
		if !ok || v.Reason() == analysis.Defined {
			continue
		}
		if at[v.Reason()] == nil {
			order = append(order, v.Reason())
		}
		at[v.Reason()] = append(at[v.Reason()], s.columns[i])
	}
	return b.inAll(func(l lang.Tag) string {
		var parts []string
		for _, reason := range order {
			var heads []string
			for _, c := range at[reason] {
				heads = append(heads, b.head(c, l))
			}
			what := strings.Join(heads, ", ")
			if n := len(heads); n > namedValues {
				what = b.say(l, "word.many-values", words.Fill{"n": strconv.Itoa(n)})
			}
			parts = append(parts, undefinedMark+" "+what+": "+b.say(l, "reason."+string(reason), nil)+".")
		}
		for _, n := range r.notes {
			parts = append(parts, n[l])
		}
		return strings.Join(parts, " ")
	})
}

// namedValues is how many undefined values a note names; of more, the dashes
// say which they are.
const namedValues = 4

// undefinedMark stands in the cell of a value that does not exist.
const undefinedMark = "—"
