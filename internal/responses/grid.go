package responses

import (
	"strings"
	"unicode"

	"wogreport/internal/diag"
)

// grid is the raw cells of a text file or of one sheet. Its first row that is
// not blank is the header; blank rows are dropped.
type grid struct {
	file   string
	sheet  string // "" for text
	header record
	rows   []record
	width  int // of the widest row

	// place is where a cell stands, col counting from 0.
	place func(r record, col int) diag.Pos
}

// record is one row.
type record struct {
	row    int // its first line or spreadsheet row, from 1
	offset int // where a text's record starts
	cells  []string
}

func (r record) cell(col int) string {
	if col < len(r.cells) {
		return r.cells[col]
	}
	return ""
}

func (g *grid) add(r record) {
	if blank(r.cells) {
		return
	}
	g.width = max(g.width, len(r.cells))
	if g.header.cells == nil {
		g.header = r
		return
	}
	g.rows = append(g.rows, r)
}

func blank(cells []string) bool {
	for _, c := range cells {
		if !empty(c) {
			return false
		}
	}
	return true
}

// empty reports whether a cell shows nothing: spaces of any kind, zero-width
// marks.
func empty(cell string) bool {
	return strings.IndexFunc(cell, func(r rune) bool { return !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r) }) < 0
}
