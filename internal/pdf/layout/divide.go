package layout

import "slices"

// divide places a table, over several pages if it must; its notes come with its
// first rows.
func (p *paginator) divide(f *piece) {
	var tables, figures []int
	for _, i := range p.waiting {
		if p.flow[i].kind == tablePiece {
			tables = append(tables, i)
		} else {
			figures = append(figures, i)
		}
	}
	p.waiting = figures // the tables come after all of this one
	defer func() {
		p.waiting = append(p.waiting, tables...)
		slices.Sort(p.waiting)
	}()
	t, piece := f.table, *f
	least := 2 // rows that stand on a page together
	if len(t.rows) >= manyRows {
		least = 3
	}
	place := func(from, to int) {
		p.place(t.portion(from, to), &piece)
		piece.notes = nil
	}
	from := 0
	for {
		top := p.startOf(f, p.here())
		fits := func(to int) bool {
			return p.fits(top + t.height(from, to) + p.footOf(&piece, p.foot) - p.foot)
		}
		to := from
		for to < len(t.rows) && fits(to+1) {
			to++
		}
		rest := len(t.rows) - to
		switch {
		case rest == 0 && fits(to):
			place(from, to)
			return
		case (p.started || p.top > 0) && to-from < min(least, len(t.rows)-from):
			p.next()
			continue
		case rest == 0:
			// the rows fit, the note under them doesn't
			if to-from == 1 {
				place(from, to)
				return
			}
			to = max(from+1, len(t.rows)-least)
		case rest < least && to-from > least:
			to = max(from+least, len(t.rows)-least)
		}
		for to > from+1 && to < len(t.rows) && t.subheads[to-1] == to-1 {
			to-- // a head stays with its rows
		}
		to = max(to, from+1)
		place(from, to)
		from = to
		if from == len(t.rows) {
			return
		}
		p.next()
	}
}

// manyRows is how many rows a table has of which no page should show two alone.
const manyRows = 10
