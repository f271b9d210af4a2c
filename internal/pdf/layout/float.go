package layout

import "slices"

// tooWide reports whether a piece is as wide as the page, and what is filled now
// is a column.
func (p *paginator) tooWide(f *piece) bool { return f.wide && !p.across && p.frame.columns > 1 }

// floatHeight is how high a figure or a table is in one piece.
func (p *paginator) floatHeight(i int) float64 {
	if f := &p.flow[i]; f.kind == tablePiece {
		return f.table.height(0, len(f.table.rows))
	}
	return p.flow[i].box.Height
}

// Parts of a column that may stay empty.
const (
	smallHole = 0.12 // before a table, rather than divide it
	largeHole = 0.30 // before one lower than half a page
	passHole2 = 0.25 // a figure lets a heading of level 2 pass only to fill more than this
	passHole1 = 0.40 // and one of level 1
	passTable = 0.10 // a table, which belongs to its section more than a figure does: this much more
)

// mayPass reports whether a heading may come before the floats that wait. In columns
// no main heading comes before one that is as wide as the page: there is room for it
// under them.
func (p *paginator) mayPass(level int) bool {
	if level == 1 && len(p.waiting) > 0 && p.frame.columns > 1 && p.flow[p.waiting[0]].wide {
		return false
	}
	hole := (p.height - p.foot - p.y) / p.height
	if len(p.waiting) > 0 && p.tooWide(&p.flow[p.waiting[0]]) { // for which the next column is no better
		hole += float64(p.frame.columns - 1 - p.column)
	}
	for _, i := range p.waiting {
		if p.flow[i].kind == tablePiece {
			hole -= passTable
			break
		}
	}
	switch level {
	case 1:
		return hole > passHole1
	case 2:
		return hole > passHole2
	}
	return true
}

// first reports whether a narrow float may come now: no other waits, but for
// such as are as wide as the page and of the other kind, with numbers of their
// own.
func (p *paginator) first(f *piece) bool {
	for _, i := range p.waiting {
		if w := &p.flow[i]; !p.tooWide(w) || w.kind == f.kind {
			return false
		}
	}
	return true
}

// fresh reports whether the column is empty and as high as any: what doesn't fit
// here fits nowhere.
func (p *paginator) fresh() bool { return !p.started && p.top == 0 }

// full is how high a column is at most.
func (p *paginator) full() float64 {
	if p.top > 0 {
		return p.frame.height
	}
	return p.height
}

// float places a figure or a table here, or lets it wait, if there is text to
// fill the room that it leaves.
func (p *paginator) float(i int) {
	f := &p.flow[i]
	if p.tooWide(f) {
		p.wait(i)
		return
	}
	height := p.floatHeight(i)
	if p.first(f) && (p.fresh() || p.fits(p.startOf(f, p.here())+height+p.footOf(f, p.foot)-p.foot)) {
		if f.kind == tablePiece {
			p.divide(f)
		} else {
			p.place(f.box, f)
		}
		return
	}
	if f.kind == tablePiece {
		inPlace := f.table.table.Plain || height > p.frame.height
		if !inPlace && p.first(f) {
			hole := p.height - p.foot - p.startOf(f, p.here())
			most := smallHole
			if height < p.frame.height/2 {
				most = largeHole
			}
			inPlace = hole > most*p.frame.height && p.following(i, hole) < 0.6*hole
		}
		if inPlace {
			for !p.first(f) && !(f.table.table.Plain && p.tooWide(&p.flow[p.waiting[0]])) {
				p.release()
			}
			p.divide(f)
			return
		}
	}
	p.wait(i)
}

// wait keeps a figure or a table for the next column or page. Where no text comes
// before it there, the column ends.
func (p *paginator) wait(i int) {
	f := &p.flow[i]
	p.waiting = append(p.waiting, i)
	n := len(p.waiting)
	switch {
	case n == 1 && !p.used() && p.tooWide(f):
		p.placeWide()
	case p.textFollows(i):
	case n > 1:
		p.waiting = p.waiting[:n-1]
		p.placeAll()
		p.float(i)
	case p.tooWide(f):
		p.placeUnder()
	default:
		p.next()
	}
}

// textFollows reports whether text comes after piece i, and what waits with it,
// that may stand before them, here or, under a heading of a lower level, where the
// next page has room for it.
func (p *paginator) textFollows(i int) bool {
	if p.flushing {
		return false
	}
	for i = max(i, p.at) + 1; i < len(p.flow) && (p.flow[i].kind == floatPiece || p.flow[i].kind == tablePiece); {
		i++
	}
	return i < len(p.flow) && p.flow[i].kind == textPiece && (p.flow[i].level != 1 || p.mayPass(1))
}

// following is how much of a hole the text after piece i can fill before
// another float or a heading that may not pass.
func (p *paginator) following(i int, hole float64) float64 {
	h := 0.0
	if p.flushing {
		return h
	}
	defer func(waiting []int) { p.waiting = waiting }(p.waiting)
	p.waiting = append(p.waiting[:len(p.waiting):len(p.waiting)], i) // as it would
	for i = max(i, p.at) + 1; i < len(p.flow) && h < hole; i++ {
		f := &p.flow[i]
		if f.kind != textPiece || f.level > 0 && !p.mayPass(f.level) {
			break
		}
		h += f.above + f.box.Height
	}
	return h
}

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

// placeUnder ends the columns, since nothing comes that could fill them, and puts
// wide floats that wait under them, as far as they fit or fill a large hole. It reports whether the next
// of them did not.
func (p *paginator) placeUnder() (full bool) {
	if len(p.waiting) == 0 || !p.flow[p.waiting[0]].wide || p.across || !p.used() {
		return false
	}
	if _, placed, ok := p.balanced(); ok {
		p.held = append(p.held[:p.heldOver], placed...)
		p.depth = depth(Page{Items: placed}, p.blockFrame())
	} else {
		p.close()
	}
	p.across = true
	if p.depth > 0 {
		p.top += p.depth + (1+stackGap)*p.line
	}
	p.begin()
	for len(p.waiting) > 0 {
		f := &p.flow[p.waiting[0]]
		from := p.startOf(f, p.here())
		fits := p.fits(from + p.floatHeight(p.waiting[0]))
		if !f.wide || !fits && (f.kind != tablePiece || p.height-from < largeHole*p.frame.height) {
			break
		}
		others := p.waiting[1:]
		p.waiting = nil // while a table is divided, they come after it
		if f.kind == tablePiece {
			p.divide(f)
		} else {
			p.place(f.box, f)
		}
		p.waiting = others
	}
	switch {
	case len(p.waiting) == 0:
	case p.flow[p.waiting[0]].wide:
		p.close()
		p.onPage, p.notes, p.across = nil, nil, false
		p.column = p.frame.columns - 1
		return true
	default:
		p.narrow()
		p.placeWaiting()
	}
	return false
}

// blockFrame is the room of the columns being filled.
func (p *paginator) blockFrame() frame {
	fr := p.frame
	fr.y, fr.height, fr.longer = fr.y+p.top, p.height, 0
	return fr
}

// balanced is what is in the columns being filled, in columns as short as hold it,
// and how high they are. Notes at their foot are left where they are.
func (p *paginator) balanced() (height float64, placed []Item, ok bool) {
	for i := range p.block {
		if len(p.block[i].notes) > 0 {
			return 0, nil, false
		}
	}
	if len(p.block) == 0 {
		return 0, nil, false
	}
	fr := p.blockFrame()
	low, high := leastBalanced-1, int(fr.height/p.line)+1 // in lines; low is too short
	for high-low > 1 {
		half := (low + high) / 2
		pages, _ := fill(p.block, fr, p.line, shortened{1: float64(half) * p.line})
		if len(pages) == 1 && depth(pages[0], fr) <= fr.height+rounding {
			high, placed, ok = half, pages[0].Items, true
		} else {
			low = half
		}
	}
	return depth(Page{Items: placed}, fr), placed, ok
}

// fitsUnder reports whether the first of the floats that wait, as wide as the
// page, has room under what is in the columns.
func (p *paginator) fitsUnder() bool {
	f := &p.flow[p.waiting[0]]
	if !p.tooWide(f) {
		return false
	}
	height, _, ok := p.balanced()
	return ok && p.top+height+(1+stackGap)*p.line+max(f.above, p.floatHeight(p.waiting[0])) <= p.frame.height
}

// placeAll places all that waits.
func (p *paginator) placeAll() {
	defer func(before bool) { p.flushing = before }(p.flushing)
	p.flushing = true
	for len(p.waiting) > 0 {
		n := len(p.waiting)
		full := p.placeUnder()
		switch {
		case len(p.waiting) == 0:
		case full, len(p.waiting) == n && p.tooWide(&p.flow[p.waiting[0]]):
			p.release()
		case len(p.waiting) == n:
			i, others := p.waiting[0], p.waiting[1:]
			p.waiting = nil
			p.float(i)
			p.waiting = append(p.waiting, others...)
		}
	}
}

// release begins the next column, or, where a float as wide as the page waits
// first, the next page.
func (p *paginator) release() {
	if p.tooWide(&p.flow[p.waiting[0]]) {
		p.nextPage()
		p.placeWaiting()
	} else {
		p.next()
	}
}

// placeWaiting puts the floats that wait at the top of a column, in their order.
func (p *paginator) placeWaiting() {
	waiting := p.waiting
	p.waiting = nil
	for k, i := range waiting {
		f := &p.flow[i]
		if p.tooWide(f) {
			p.waiting = append(p.waiting, i)
			continue
		}
		if !p.first(f) || !p.fresh() && !p.fits(p.startOf(f, p.here())+p.floatHeight(i)+p.footOf(f, p.foot)-p.foot) {
			p.waiting = append(p.waiting, waiting[k:]...)
			return
		}
		if f.kind == tablePiece {
			p.divide(f)
		} else {
			p.place(f.box, f)
		}
	}
}

// placeWide puts the wide floats that wait first at the top of an empty page,
// and the columns under them.
func (p *paginator) placeWide() {
	if p.frame.columns == 1 || p.across {
		return
	}
	for len(p.waiting) > 0 && p.flow[p.waiting[0]].wide {
		if !p.across {
			p.across = true
			p.begin()
		}
		i := p.waiting[0]
		f := &p.flow[i]
		if p.started && !p.fits(p.startOf(f, p.here())+p.floatHeight(i)+p.footOf(f, p.foot)-p.foot) {
			break
		}
		p.waiting = p.waiting[1:]
		if f.kind == tablePiece {
			p.divide(f)
		} else {
			p.place(f.box, f)
		}
	}
	if p.across {
		p.narrow()
	}
}
