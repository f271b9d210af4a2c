package layout

import "slices"

// divide places a table, over several pages if it must; its notes come with its
// first rows.
func (p *paginator) divide(f *piece) {
	var after, figures []int
	for _, i := range p.waiting {
		if w := &p.flow[i]; w.kind == tablePiece || w.wide != f.wide {
			after = append(after, i)
		} else {
			figures = append(figures, i)
		}
	}
	p.waiting = figures // the others come after all of this one
	defer func() {
		p.waiting = append(p.waiting, after...)
		slices.Sort(p.waiting)
	}()
	t, piece := f.table, *f
	n := len(t.rows)
	place := func(t *tableLayout, from, to int) {
		part := piece // each gives by itself
		part.again, part.rows = t.lowering(from, to), to-from
		if part.rows < n {
			p.marks += dividedMark
			if t.count(0, n) <= wholeRows {
				p.marks += smallMark
			}
			if t.count(from, to) < few {
				p.marks += fewMark
			}
		}
		p.place(t.portion(from, to), &part)
		piece.notes = nil
	}
	left := p.left(f)
	from := 0
	for {
		top := p.startOf(f, p.here())
		fits := func(to int) bool {
			return p.fits(top + t.height(from, to) + p.footOf(&piece, p.foot) - p.foot)
		}
		to := from
		for to < n && fits(to+1) {
			to++
		}
		if left > 0 && to < n {
			at := to
			for t.count(from, at) > least && top+t.height(from, at) > p.height-left {
				at--
			}
			if t.height(at, n) <= p.frame.height { // it ends there
				to = at
			}
		}
		rest := n - to
		if (rest > 0 || !fits(to)) && (p.whole(f) || from == 0 && p.chosen(f, intact)) && (p.started || p.top > 0) {
			p.next()
			continue
		}
		switch {
		case rest == 0 && fits(to):
			place(t, from, to)
			return
		case p.lowered(f, from) != nil:
			place(p.lowered(f, from), from, n)
			return
		case (p.started || p.top > 0) && (t.count(from, to) < min(least, t.count(from, n)) || t.count(from, to) < few && p.height-top < fewRoom*p.frame.height):
			p.next()
			continue
		case rest == 0:
			// the rows fit, the note under them doesn't
			if to-from == 1 {
				place(t, from, to)
				return
			}
			to--
			fallthrough
		default:
			for t.count(to, n) < least && t.count(from, to) > least {
				to--
			}
			for at := to; t.count(from, at) > few && t.height(from, to)-t.height(from, at) < mostMoved*p.frame.height; at-- {
				if t.count(at, n) >= few {
					to = at
					break
				}
			}
		}
		switch at := t.betweenRuns(from, to, p.frame.usual); {
		case at > from && t.count(from, at) >= least:
			to = at
		case at < to && (p.started || p.top > 0):
			p.next()
			continue
		case at < to:
			p.apart = true
		}
		to = t.toHead(from, to, runEnd*p.frame.height, p.frame.height)
		if to > from+1 && slices.Contains(t.totals, to) {
			to-- // a sum stays with the row over it
		}
		for to > from+1 && to < n && t.subheads[to-1] == to-1 {
			to-- // a head stays with its rows
		}
		to = max(to, from+1)
		place(t, from, to)
		from = to
		if from == n {
			return
		}
		p.next()
	}
}

// left is how much of the page the part of a table before the last leaves, by choice.
func (p *paginator) left(f *piece) float64 {
	switch p.frame.chosen[f.box] {
	case earlier:
		p.marks += choiceMark
		return float64(0.1 * p.frame.height)
	case earliest:
		p.marks += choiceMark
		return float64(0.2 * p.frame.height)
	}
	return 0
}

// lowered is a table with the rows from one on so much lower that they and the note under them
// fit the column, nil where they do not.
func (p *paginator) lowered(f *piece, from int) *tableLayout {
	rows := len(f.table.rows) - from
	over := p.startOf(f, p.here()) + f.table.height(from, from+rows) + p.footOf(f, p.foot) - p.height
	if p.frame.usual || over > rowGives*float64(rows) {
		return nil
	}
	out := *f.table
	out.lowered = max(over, 0) / float64(rows)
	return &out
}

// least is how many rows stand on a page together, besides heads of them. Fewer than few seem
// left over, where they and a head take no more than fewRoom of a page.
const (
	least   = 3
	few     = 6
	fewRoom = 0.2
	// mostMoved is how much of a page rows take at most that go over, so that more than few do.
	mostMoved = 0.15
)

// betweenRuns moves a break at row to upwards where it would part fewer than three rows, besides a
// sum unless sums count, from the others under their head: a head with five rows or fewer is not
// divided.
func (l *tableLayout) betweenRuns(from, to int, sums bool) int {
	if to == len(l.rows) || l.subheads[to] < 0 || l.subheads[to] == to {
		return to
	}
	start, end := l.subheads[to]+1, to
	for end < len(l.rows) && l.subheads[end] == start-1 {
		end++
	}
	at := to
	for at > start && (l.count(at, end) < least && !sums || end-at < least) {
		at--
	}
	if l.count(max(start, from), max(start, from, at)) < least {
		at = start - 1
	}
	return at
}

// runEnd is how much of a page stays empty at most so that a part of a table ends with the rows
// under a head.
const runEnd = 0.11

// toHead moves a break at row to upwards to the last head before it, where that leaves no more than
// most empty and what follows takes no page more.
func (l *tableLayout) toHead(from, to int, most, page float64) int {
	if to == len(l.rows) || l.subheads[to] < 0 {
		return to
	}
	at := l.subheads[to]
	if k := l.uppers[to]; k >= 0 && k == at-1 {
		at = k
	}
	fits := func(at int) bool { return l.height(at, len(l.rows)) <= page }
	if at <= from || l.count(from, at) < few || l.height(from, to)-l.height(from, at) > most || fits(to) && !fits(at) {
		return to
	}
	return at
}

// wholeRows is how many rows a table has at most that is not divided if it fits on a page.
const wholeRows = 12

// half is how much of a page does not stay empty before such a table.
const half = 0.5

// whole reports whether a table is not divided: one of few rows, heads and sums not counted,
// that fits on a page, unless near half of one stayed empty before it.
func (p *paginator) whole(f *piece) bool {
	return f.table.count(0, len(f.table.rows)) <= wholeRows && f.height() <= p.frame.height && (p.fresh() || p.height-p.foot-p.startOf(f, p.here()) < half*p.frame.height)
}
