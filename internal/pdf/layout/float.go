package layout

import "slices"

// tooWide reports whether a piece is as wide as the page, and what is filled now
// is a column.
func (p *paginator) tooWide(f *piece) bool { return f.wide && !p.across && p.frame.columns > 1 }

// height is how high a piece is undivided.
func (p *piece) height() float64 {
	if p.kind == tablePiece {
		return p.table.height(0, len(p.table.rows))
	}
	return p.box.Height
}

// set places a figure or a table, which is divided if it must be.
func (p *paginator) set(f *piece) {
	if f.kind == tablePiece {
		p.divide(f)
	} else {
		p.place(f.box, f)
	}
}

// setWhole places a figure or a table if the column has room for it, or is made to by
// figures and rows of tables that are lower.
func (p *paginator) setWhole(f *piece) bool {
	if p.fresh() || p.fitsHere(f, f.height()) {
		p.set(f)
		return true
	}
	box, ok := p.squeeze(f)
	if ok {
		p.place(box, f)
	}
	return ok
}

// smallHole is the part of a column that may stay empty before a table, rather than that it
// is divided.
const smallHole = 0.12

// mayPass reports whether a heading may come before the floats that wait: none of its own
// level passes it, nor of one under it.
func (p *paginator) mayPass(level int) bool {
	for _, i := range p.waiting {
		if level <= p.flow[i].section {
			return false
		}
	}
	return true
}

// first reports whether a float may come now: no other of its kind, whose numbers
// go on, waits.
func (p *paginator) first(f *piece) bool {
	return !slices.ContainsFunc(p.waiting, func(i int) bool { return p.flow[i].kind == f.kind })
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
// fill what it leaves empty.
func (p *paginator) float(i int) {
	f := &p.flow[i]
	if p.chosen(f, later) && !p.flushing && p.used() && p.textFollows(i) {
		p.marks += choiceMark
		p.wait(i)
		return
	}
	if p.tooWide(f) {
		p.wait(i)
		if len(p.waiting) == 1 && p.waiting[0] == i && p.leavesHole(i) && !p.fitsUnderText(i) && p.fitsUnder() && p.placeUnder() {
			p.release()
		}
		return
	}
	if p.first(f) && p.setWhole(f) {
		p.lower(f)
		return
	}
	if f.kind == tablePiece {
		height := f.height()
		inPlace := f.table.table.Plain || height > p.frame.height
		if !inPlace && p.first(f) && !p.whole(f) {
			hole := p.height - p.foot - p.startOf(f, p.here())
			inPlace = hole > smallHole*p.frame.height && p.following(i, hole) < 0.6*hole
			inPlace = (inPlace || p.chosen(f, divided)) && !p.chosen(f, intact)
		}
		if inPlace {
			for !p.first(f) && !(f.table.table.Plain && p.tooWide(&p.flow[p.waiting[0]])) {
				p.release()
			}
			p.divide(f)
			p.lower(f)
			return
		}
	}
	p.wait(i)
}

// lower makes what stands in the column as low as it may be, if that is chosen for a figure or
// table that ends it.
func (p *paginator) lower(f *piece) {
	if p.chosen(f, lowest) && p.given == 0 {
		p.stretch(-givenSteps)
	}
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
	case p.textFollows(i), p.otherFollows(i):
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
// that may stand before them, here or, under a heading of a lower level, on the next
// page.
func (p *paginator) textFollows(i int) bool {
	if p.flushing {
		return false
	}
	for i = max(i, p.at) + 1; i < len(p.flow) && (p.flow[i].kind == floatPiece || p.flow[i].kind == tablePiece); {
		i++
	}
	return i < len(p.flow) && p.flow[i].kind == textPiece && (p.flow[i].level == 0 || p.mayPass(p.flow[i].level))
}

// otherFollows reports whether what comes after piece i is a figure or table of the other kind,
// called with it, that has room where it has none.
func (p *paginator) otherFollows(i int) bool {
	if p.flushing || !p.used() || i+1 >= len(p.flow) || i < p.at {
		return false
	}
	f := &p.flow[i+1]
	return f.kind != textPiece && f.kind != breakPiece && p.first(f) && !p.tooWide(f) && !p.chosen(f, later) && p.fitsHere(f, f.height()) &&
		p.height-p.foot-p.y > smallHole*p.frame.height
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
	wide := p.tooWide(&p.flow[i])
	for i = max(i, p.at) + 1; i < len(p.flow) && h < hole; i++ {
		f := &p.flow[i]
		switch {
		case wide && f.wide && f.kind != textPiece: // it waits, too
		case f.kind != textPiece && !wide, f.level > 0 && !p.mayPass(f.level):
			return h
		case f.kind == tablePiece:
			h += f.above + f.height()
		default:
			h += f.above + f.box.Height
		}
	}
	return h
}

// leavesHole reports whether the text that follows a float as wide as the page leaves a hole
// in the page's columns.
func (p *paginator) leavesHole(i int) bool {
	rest := float64(p.frame.columns-p.column)*p.height - p.y
	return rest-p.following(i, rest) > smallHole*p.frame.height*float64(p.frame.columns)
}

// fitsUnderText reports whether a float as wide as the page, and those that follow it, have
// room under the text that comes before the next heading, too, in columns made alike.
func (p *paginator) fitsUnderText(i int) bool {
	text := p.following(i, p.frame.height)
	if text < leastBalanced*p.line {
		return false
	}
	columns := float64(p.frame.columns)
	need := (float64(p.column)*p.height+p.y+text)/columns + leastBalanced*p.line
	for ; i < len(p.flow) && p.flow[i].wide && p.flow[i].kind != textPiece; i++ {
		need += p.flow[i].height() + (1+stackGap)*p.line
	}
	return p.top+need <= p.frame.height
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
		if !p.first(f) || !p.setWhole(f) {
			p.waiting = append(p.waiting, waiting[k:]...)
			return
		}
	}
}
