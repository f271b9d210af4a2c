package pdf

import "math"

// frame is the part of a page that the flow fills.
type frame struct{ x, y, height float64 }

// paginator puts the flow on pages. It is greedy: a piece takes the first
// place where it fits with what must stay beside it. A figure or table that
// doesn't fit waits for the top of the next page while the text goes on.
type paginator struct {
	flow    []flow
	frame   frame
	line    float64
	pages   []page
	y       float64 // the end of what is placed, from the frame's top
	base    float64 // where the page's rhythm begins
	below   float64 // the room the last piece wants under it
	started bool    // the page holds something
	waiting []int   // floats for the next page, indexes in flow
	onPage  []spot
}

// spot is a piece on the page being filled.
type spot struct {
	slab  *slab
	y     float64
	below float64
	grid  bool
	level int
	kind  flowKind
}

// paginate makes the pages.
func paginate(f []flow, fr frame, line float64) []page {
	p := &paginator{flow: f, frame: fr, line: line}
	for i := 0; i < len(f); {
		i = p.step(i)
	}
	for len(p.waiting) > 0 {
		p.next()
	}
	if p.started || len(p.pages) == 0 {
		p.close()
	}
	return p.pages
}

// step places the piece at i with what it must not be parted from, and says
// which piece is next.
func (p *paginator) step(i int) int {
	f := &p.flow[i]
	switch f.kind {
	case flowBreak:
		for len(p.waiting) > 0 {
			p.next()
		}
		if p.started {
			p.next()
		}
		return i + 1
	case flowFloat, flowTable:
		p.float(i)
		return i + 1
	}
	if f.level > 0 && len(p.waiting) > 0 && !p.mayPass(f.level) {
		p.next()
		return i
	}
	end, bottom := p.unit(i, p.here())
	if p.started && !p.fits(bottom) {
		if _, alone := p.unit(i, place{headed: true}); p.fits(alone) {
			p.next()
			return i
		}
	}
	for k := i; k < end; k++ {
		f := &p.flow[k]
		if p.started && !p.fits(p.top(f, p.here())+f.slab.height) {
			p.next() // more than a page that wants to stay together
		}
		p.place(f.slab, f)
	}
	return end
}

// place is how far a page is filled.
type place struct {
	y, below, base float64
	started        bool
	headed         bool // nothing but headings is on the page: the text under them begins the rhythm
	floated        bool // a figure or a table stands last on it
}

// here is the place on the page being filled.
func (p *paginator) here() place {
	at := place{y: p.y, below: p.below, base: p.base, started: p.started, headed: true}
	if n := len(p.onPage); n > 0 {
		at.floated = p.onPage[n-1].kind != flowText
	}
	for i := range p.onPage {
		at.headed = at.headed && p.onPage[i].level > 0
	}
	return at
}

// stackGap is the room, in lines, that two figures or tables in a row have
// between them besides their own: the caption of one must not seem the other's.
const stackGap = 0.7

// top is where a piece would begin.
func (p *paginator) top(f *flow, at place) float64 {
	if !at.started {
		return 0
	}
	y := at.y + max(at.below, f.above)
	if at.floated && f.kind != flowText {
		y += stackGap * p.line
	}
	if f.grid && !at.headed {
		// the next line of the page's rhythm
		y = at.base + math.Ceil((y-at.base)/p.line-0.01)*p.line
	}
	return y
}

// fits reports whether a piece that ends at y is on the page.
func (p *paginator) fits(y float64) bool { return y <= p.frame.height+1e-6 }

// unit is the pieces from i that stay together: up to end, and where they and
// what must follow them would end on a page. A figure after a heading counts
// if it fits; else the text after it must.
func (p *paginator) unit(i int, at place) (end int, bottom float64) {
	advance := func(f *flow, height float64) {
		at.y = p.top(f, at) + height
		if f.grid && at.headed {
			at.base = math.Mod(at.y-height, p.line)
		}
		at.below, at.started, at.headed, at.floated = f.below, true, at.headed && f.level > 0, false
	}
	for end = i; end < len(p.flow) && p.flow[end].kind == flowText; {
		f := &p.flow[end]
		advance(f, f.slab.height)
		end++
		if !f.keep {
			return end, at.y
		}
	}
	if end == i || end == len(p.flow) || p.flow[end].kind == flowBreak {
		return end, at.y
	}
	if h := p.top(&p.flow[end], at) + p.floatHeight(end); len(p.waiting) == 0 && p.fits(h) {
		return end, h
	}
	k := end
	for k < len(p.flow) && (p.flow[k].kind == flowFloat || p.flow[k].kind == flowTable) {
		k++
	}
	if k < len(p.flow) && p.flow[k].kind == flowText {
		_, bottom = p.unit(k, at)
		return end, bottom
	}
	return end, at.y
}

func (p *paginator) floatHeight(i int) float64 {
	if f := &p.flow[i]; f.kind == flowTable {
		return f.table.height(0, len(f.table.rows))
	}
	return p.flow[i].slab.height
}

// Parts of a page that may stay empty.
const (
	smallHole = 0.12 // before a table, rather than divide it
	largeHole = 0.30 // before one lower than half a page
	passHole2 = 0.25 // a float lets a heading of level 2 pass only to fill more than this
	passHole1 = 0.40 // and one of level 1
)

// mayPass reports whether a heading may come before the floats that wait.
func (p *paginator) mayPass(level int) bool {
	hole := (p.frame.height - p.y) / p.frame.height
	switch level {
	case 1:
		return hole > passHole1
	case 2:
		return hole > passHole2
	}
	return true
}

// float places a figure or a table here, or lets it wait.
func (p *paginator) float(i int) {
	f := &p.flow[i]
	height := p.floatHeight(i)
	if len(p.waiting) == 0 && (!p.started || p.fits(p.top(f, p.here())+height)) {
		if f.kind == flowTable {
			p.divide(f)
		} else {
			p.place(f.slab, f)
		}
		return
	}
	if f.kind == flowTable {
		inPlace := f.table.node.Plain || height > p.frame.height
		if !inPlace && len(p.waiting) == 0 {
			hole := p.frame.height - p.top(f, p.here())
			most := smallHole
			if height < p.frame.height/2 {
				most = largeHole
			}
			inPlace = hole > most*p.frame.height && p.following(i+1, hole) < 0.6*hole
		}
		if inPlace {
			for len(p.waiting) > 0 {
				p.next()
			}
			p.divide(f)
			return
		}
	}
	p.waiting = append(p.waiting, i)
}

// following is how much of a hole the text from piece i on can fill before
// another float or a heading that may not pass.
func (p *paginator) following(i int, hole float64) float64 {
	h := 0.0
	for ; i < len(p.flow) && h < hole; i++ {
		f := &p.flow[i]
		if f.kind != flowText || f.level > 0 && !p.mayPass(f.level) {
			break
		}
		h += f.above + f.slab.height
	}
	return h
}

// divide places a table, over several pages if it must.
func (p *paginator) divide(f *flow) {
	t := f.table
	from := 0
	for {
		top := p.top(f, p.here())
		to := from
		for to < len(t.rows) && p.fits(top+t.height(from, to+1)) {
			to++
		}
		rest := len(t.rows) - to
		switch {
		case rest == 0 && p.fits(top+t.height(from, to)):
			p.place(t.portion(from, to), f)
			return
		case p.started && to-from < min(2, len(t.rows)-from):
			p.next() // not even two rows fit here
			continue
		case rest == 0:
			// the rows fit, the note under them doesn't
			if to-from > 1 {
				to--
			} else {
				p.place(t.portion(from, len(t.rows)), f)
				return
			}
		case rest == 1 && to-from > 2:
			to-- // no page begins with a single row
		}
		to = max(to, from+1)
		p.place(t.portion(from, to), f)
		from = to
		if from == len(t.rows) {
			return
		}
		p.next()
	}
}

// place puts a slab under what is on the page.
func (p *paginator) place(s *slab, f *flow) {
	at := p.here()
	y := p.top(f, at)
	if f.grid && at.headed {
		p.base = math.Mod(y, p.line)
	}
	p.onPage = append(p.onPage, spot{s, y, f.below, f.grid, f.level, f.kind})
	p.y, p.below, p.started = y+s.height, f.below, true
}

// next closes the page and begins one with the floats that wait.
func (p *paginator) next() {
	p.close()
	waiting := p.waiting
	p.waiting = nil
	for k, i := range waiting {
		if f := &p.flow[i]; p.started && !p.fits(p.top(f, p.here())+p.floatHeight(i)) {
			p.waiting = waiting[k:]
			return
		}
		if f := &p.flow[i]; f.kind == flowTable {
			p.divide(f)
		} else {
			p.place(f.slab, f)
		}
	}
}

// close makes a page of what was placed.
func (p *paginator) close() {
	p.settle()
	pg := page{number: len(p.pages) + 1}
	for _, s := range p.onPage {
		pg.placed = append(pg.placed, placed{s.slab, p.frame.x, p.frame.y + s.y})
	}
	p.pages = append(p.pages, pg)
	p.onPage, p.y, p.base, p.below, p.started = nil, 0, 0, 0, false
}

// settle shares out the room that the rhythm left before a paragraph: all of
// it goes above a heading that stands before it, else half above the figure
// or table.
func (p *paginator) settle() {
	s := p.onPage
	for i := 1; i < len(s); i++ {
		if !s[i].grid || s[i-1].grid {
			continue
		}
		from := i - 1
		for from > 0 && !s[from-1].grid {
			from--
		}
		bottom := s[i-1].y + s[i-1].slab.height
		slack := s[i].y - bottom - s[i-1].below
		if slack < 0.1 {
			continue
		}
		first, move := from, slack/2
		for k := from; k < i; k++ {
			if s[k].level > 0 {
				from, move = k, slack
				break
			}
		}
		if from == 0 && first == 0 {
			continue
		}
		for k := from; k < i; k++ {
			s[k].y += move
		}
	}
}
