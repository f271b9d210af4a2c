package document

import (
	"fmt"
	"slices"
)

// CellPlace is where a cell stands in its table, over Span columns from Col on: a cell of
// a row, or one that the row lacks (Cell < 0).
type CellPlace struct {
	Cell, Col, Span int
}

// columns is how many columns the table has, those that only its rows have included.
func (t *Table) columns() int {
	n := len(t.Columns)
	for _, rows := range [][][]Cell{t.Head, t.Rows} {
		for _, row := range rows {
			width := 0
			for _, c := range row {
				width += max(c.Span, 1)
			}
			n = max(n, width)
		}
	}
	return n
}

// Subhead reports whether a row of a table of n columns is a head of the rows under it: a cell
// over all columns, or one that heads them beside cells that name the columns.
func Subhead(row []Cell, n int) bool {
	return n > 1 && len(row) > 0 && (row[0].Heads || len(row) == 1 && row[0].Span == n)
}

// CellPlaces are where a row's cells stand among n columns; what is missing at its end
// is there without a cell.
func CellPlaces(row []Cell, n int) []CellPlace {
	var out []CellPlace
	col := 0
	for i, c := range row {
		span := min(max(c.Span, 1), n-col)
		if span < 1 {
			break
		}
		out = append(out, CellPlace{i, col, span})
		col += span
	}
	for ; col < n; col++ {
		out = append(out, CellPlace{-1, col, 1})
	}
	return out
}

// Stub is the column whose cells head their rows: the first of words.
func (t *Table) Stub() int {
	for i, c := range t.Columns {
		if c.Align == AlignLeft {
			return i
		}
	}
	return 0
}

func (c *Cell) empty() bool { return len(c.Text) == 0 && len(c.Second) == 0 }

// tabler makes the structure of one table.
type tabler struct {
	t       *Table
	n       int        // columns
	number  int        // of the table in the document
	named   bool       // cells name their heads
	columns [][]string // the IDs of the heads over each column
	group   string     // the ID of the row that heads those under it
}

// table is the table with its caption, and its note after it.
func (s *structurer) table(b *Table) []*Element {
	s.tables++
	tb := &tabler{t: b, n: b.columns(), number: s.tables}
	if tb.n == 0 {
		return nil
	}
	tb.named = len(b.Head) > 1 || slices.ContainsFunc(slices.Concat(b.Head, b.Rows), namesHeads)
	tb.columns = make([][]string, tb.n)
	e := &Element{Tag: TagTable}
	if !b.Plain && (b.Caption.Label != "" || len(b.Caption.Text) > 0) {
		e.Children = append(e.Children, caption(b, &b.Caption))
	}
	if len(b.Head) > 0 {
		head := tb.head()
		if len(b.Rows) == 0 {
			head.Tag = TagTBody // a THead must not be alone (ISO 14289-1, 7.2)
		}
		e.Children = append(e.Children, head)
	}
	if len(b.Rows) > 0 {
		e.Children = append(e.Children, tb.body())
	}
	out := []*Element{e}
	if len(b.Note) > 0 {
		out = append(out, leaf(TagP, Source{Block: b, Part: PartNote}))
	}
	out = s.withNotes(out, b.Caption.Text, b.Caption.Second)
	for _, rows := range [][][]Cell{b.Head, b.Rows} {
		for _, row := range rows {
			for i := range row {
				out = s.withNotes(out, row[i].Text, row[i].Second)
			}
		}
	}
	return s.withNotes(out, b.Note)
}

// namesHeads reports a row over cells whose heads where they stand alone does not tell.
func namesHeads(row []Cell) bool {
	return slices.ContainsFunc(row, func(c Cell) bool { return c.Span > 1 || c.Heads })
}

// head is the rows of the head. An empty cell under one of the same columns is
// part of that.
func (tb *tabler) head() *Element {
	rows := make([][]CellPlace, len(tb.t.Head))
	for r, row := range tb.t.Head {
		rows[r] = CellPlaces(row, tb.n)
	}
	under := func(r int, p CellPlace) bool {
		for _, q := range rows[r] {
			if q.Col == p.Col && q.Span == p.Span {
				return q.Cell < 0 || tb.t.Head[r][q.Cell].empty()
			}
		}
		return false
	}
	covered := make([]int, tb.n) // by column, the first row that is not part of the cell over it
	e := &Element{Tag: TagTHead}
	for r := range rows {
		tr := &Element{Tag: TagTR}
		for _, p := range rows[r] {
			if covered[p.Col] > r {
				continue
			}
			cell := tb.cell(TagTH, PartHeadCell, r, p)
			cell.Cell.Scope = "Column"
			end := r + 1
			for end < len(rows) && under(end, p) {
				end++
			}
			cell.Cell.RowSpan = end - r
			for col := p.Col; col < p.Col+p.Span; col++ {
				covered[col] = end
			}
			if tb.named {
				cell.ID = fmt.Sprintf("t%dh%d-%d", tb.number, r, p.Col)
				cell.Cell.Headers = tb.columns[p.Col]
				for col := p.Col; col < p.Col+p.Span; col++ {
					over := tb.columns[col]
					tb.columns[col] = append(over[:len(over):len(over)], cell.ID)
				}
			}
			tr.Children = append(tr.Children, cell)
		}
		e.Children = append(e.Children, tr)
	}
	return e
}

// body is the rows: in each the stub is a head, and so are the cells of a subhead, of the rows
// under it.
func (tb *tabler) body() *Element {
	stub := tb.t.Stub()
	over := tb.columns // of the table's head
	e := &Element{Tag: TagTBody}
	for r, row := range tb.t.Rows {
		tr := &Element{Tag: TagTR}
		ps := CellPlaces(row, tb.n)
		own := ""
		subhead := Subhead(row, tb.n)
		if subhead {
			tb.columns = slices.Clone(over)
		}
		for _, p := range ps {
			var cell *Element
			switch {
			case subhead && p.Cell == 0:
				cell = tb.cell(TagTH, PartRowCell, r, p)
				cell.Cell.Scope = "Column"
				cell.ID = fmt.Sprintf("t%dr%d", tb.number, r)
				tb.group = cell.ID
			case subhead && p.Cell > 0 && !row[p.Cell].empty():
				cell = tb.cell(TagTH, PartRowCell, r, p)
				cell.Cell.Scope = "Column"
				cell.ID = fmt.Sprintf("t%dr%d-%d", tb.number, r, p.Col)
				cell.Cell.Headers = over[p.Col]
				tb.columns[p.Col] = append(over[p.Col][:len(over[p.Col]):len(over[p.Col])], cell.ID)
			case p.Col <= stub && stub < p.Col+p.Span:
				cell = tb.cell(TagTH, PartRowCell, r, p)
				cell.Cell.Scope = "Row"
				if tb.named {
					cell.ID = fmt.Sprintf("t%dr%d", tb.number, r)
					own = cell.ID
				}
			default:
				cell = tb.cell(TagTD, PartRowCell, r, p)
			}
			tr.Children = append(tr.Children, cell)
		}
		if tb.named {
			tb.name(tr.Children, ps, own)
		}
		e.Children = append(e.Children, tr)
	}
	return e
}

// name gives the cells of a row the IDs of their heads.
func (tb *tabler) name(cells []*Element, ps []CellPlace, own string) {
	for i, cell := range cells {
		if cell.Tag != TagTD {
			continue
		}
		var heads []string
		for col := ps[i].Col; col < ps[i].Col+ps[i].Span; col++ {
			for _, id := range tb.columns[col] {
				if len(heads) == 0 || heads[len(heads)-1] != id {
					heads = append(heads, id)
				}
			}
		}
		if tb.group != "" {
			heads = append(heads, tb.group)
		}
		if own != "" {
			heads = append(heads, own)
		}
		if cell.Cell == nil {
			cell.Cell = &CellRole{}
		}
		cell.Cell.Headers = heads
	}
}

func (tb *tabler) cell(tag Tag, part Part, row int, p CellPlace) *Element {
	e := &Element{Tag: tag}
	if p.Cell >= 0 {
		e.Shows, e.From = true, Source{Block: tb.t, Part: part, Index: row, Cell: p.Cell}
	}
	if tag == TagTH || p.Span > 1 {
		e.Cell = &CellRole{ColSpan: p.Span}
	}
	return e
}
