package pdfcheck

import "wogreport/internal/pdfcheck/cos"

// tableGrid is a table's cells by row and column.
type tableGrid struct {
	rows, columns int
	cells         [][]*element
	wrongRow      bool // a row reaches beyond the columns
	shortRow      bool // a row has fewer cells than columns
	wrongColumn   bool // a cell reaches beyond the rows
}

// tableCell is where a cell is.
type tableCell struct {
	row, column    int
	rowSpan, colSp int
	overlaps       bool
	unheaded       bool // a data cell without a header
	unknown        bool // one that names headers that aren't there
}

// mostCells is how many cells of a document's tables are laid out.
const mostCells = 4_000_000

// span is RowSpan or ColSpan of a cell.
func (e *element) span(key cos.Name) int {
	if n, ok := e.f.Int(e.attribute("Table", key)); ok && n > 0 && n < 1<<20 {
		return int(n)
	}
	return 1
}

func (e *element) isCell() bool { return e.standard == "TH" || e.standard == "TD" }

// newGrid lays a table's cells out. A table that isn't regular stays without
// headers: which cells they would head is unknown.
func newGrid(table *element) *tableGrid {
	g := &tableGrid{}
	var rows []*element
	for _, k := range table.significant() {
		switch k.standard {
		case "TR":
			rows = append(rows, k)
		case "THead", "TBody", "TFoot":
			for _, r := range k.significant() {
				if r.standard == "TR" {
					rows = append(rows, r)
				}
			}
		}
	}
	g.rows = len(rows)
	for i, r := range rows {
		for _, k := range r.significant() {
			if k.isCell() {
				k.cell = &tableCell{rowSpan: k.span("RowSpan"), colSp: k.span("ColSpan")}
				if i == 0 {
					g.columns += k.cell.colSp
				}
			}
		}
	}
	if g.rows == 0 || g.rows > mostCells || g.columns > mostCells || g.rows*g.columns > mostCells-table.tree.cells {
		return g
	}
	table.tree.cells += g.rows * g.columns
	g.cells = make([][]*element, g.rows)
	for i := range g.cells {
		g.cells[i] = make([]*element, g.columns)
	}
	if g.place(rows) {
		g.headers()
	}
	g.cells = nil
	return g
}

// place places the cells and reports whether the table is regular.
func (g *tableGrid) place(rows []*element) bool {
	for r, row := range rows {
		column := 0
		for _, k := range row.significant() {
			if !k.isCell() {
				continue
			}
			x := k.cell
			for r < g.rows && column < g.columns && g.cells[r][column] != nil {
				column++
			}
			if column+x.colSp > g.columns {
				g.wrongRow = true
				return false
			}
			if r+x.rowSpan > g.rows {
				g.wrongColumn = true
				return false
			}
			x.row, x.column = r, column
			for i := range x.rowSpan {
				for j := range x.colSp {
					at := &g.cells[r+i][column+j]
					if *at != nil {
						x.overlaps, (*at).cell.overlaps = true, true
						return false
					}
					*at = k
				}
			}
			column += x.colSp
		}
	}
	for _, row := range g.cells {
		for _, k := range row {
			if k == nil {
				g.shortRow = true
				return false
			}
		}
	}
	return true
}

// headers finds whether each data cell has a header: one that it names, or one
// above or before it whose scope reaches it.
func (g *tableGrid) headers() {
	ids := map[string]bool{}
	scoped := true
	for _, row := range g.cells {
		for _, k := range row {
			if k.standard != "TH" {
				continue
			}
			if id := k.text("ID"); filled(id) {
				ids[*id] = true
			}
			if k.scope() == "" {
				scoped = false
			}
		}
	}
	if scoped {
		return
	}
	for r, row := range g.cells {
		for c, k := range row {
			if k.standard != "TD" || k.cell.row != r || k.cell.column != c {
				continue
			}
			named, all := k.namedHeaders(ids)
			if named && all || g.headed(k.cell) {
				continue
			}
			k.cell.unheaded, k.cell.unknown = true, named && !all
			return
		}
	}
}

// scope is Row, Column or Both of a header that says so.
func (e *element) scope() string { return string(e.f.Name(e.attribute("Table", "Scope"))) }

// namedHeaders tells whether a cell names headers, and whether all of them exist.
func (e *element) namedHeaders(ids map[string]bool) (named, all bool) {
	list := e.f.Array(e.attribute("Table", "Headers"))
	all = true
	for _, o := range list {
		s, _ := e.f.String(o)
		all = all && ids[text(s.Bytes)]
	}
	return len(list) > 0, all
}

// headed reports whether a header above or before a cell reaches it.
func (g *tableGrid) headed(x *tableCell) bool {
	along := func(at func(i int) (row, column int), from int, scope string) bool {
		found := false
		for i := from - 1; i >= 0; i-- {
			r, c := at(i)
			k := g.cells[r][c]
			if k.standard == "TH" {
				if s := k.scope(); s == "Both" || s == scope {
					return true
				}
				found = true
			} else if found {
				return false
			}
		}
		return false
	}
	for c := x.column; c < x.column+x.colSp; c++ {
		if along(func(i int) (int, int) { return i, c }, x.row, "Column") {
			return true
		}
	}
	for r := x.row; r < x.row+x.rowSpan; r++ {
		if along(func(i int) (int, int) { return r, i }, x.column, "Row") {
			return true
		}
	}
	return false
}
