package layout

import (
	"maps"
	"slices"

	"wogreport/internal/document"
)

// choice is what a figure or a table does that it would not by itself.
type choice uint8

const (
	later    choice = iota + 1 // it waits for the next column or page, though it has room
	divided                    // a table begins where it is called, though text could fill what it would leave empty
	intact                     // and does not begin there
	earlier                    // the part before its last leaves a tenth of the page, so that the page where it ends is fuller
	earliest                   // or a fifth
	widest                     // a table of a column stands across the page
	lowest                     // figures and rows are lower, though that lets no other figure in
	begins                     // a head begins the next column or page
)

// choices are those made, by the boxes of the pieces.
type choices map[*Box]choice

func (p *paginator) chosen(f *piece, c choice) bool { return p.frame.chosen[f.box] == c }

// What there is to regret in pages, as four times the cubes of parts of a page that stay empty, and
// of a column beside another as of a page.
const (
	choiceMark   = 0.002
	dividedMark  = 0.004
	fewMark      = 0.03
	smallMark    = 0.02 // and of a table of few rows
	spreadMark   = 0.05
	widestMark   = 0.006
	sunderMark   = 0.05 // lines of a paragraph with most of a page between them
	strandedMark = 0.02 // a head with little text, and what is called there overleaf
	quarterMark  = 0.03 // a page of which more than a quarter stays empty, as any reader sees
	quarter      = 0.25
	scrapMark    = 0.01 // a last page that holds little
	pageMark     = 0.02
	usualEmpty   = 0.04 // of a page, the space between its parts
)

// regret is the sum of what there is to regret in pages; what the last one leaves empty is none.
func (x *filling) regret(line float64) float64 {
	r := x.marks + float64(pageMark*float64(len(x.pages)))
	for _, pg := range x.pages[:len(x.pages)-1] {
		r += pg.regret()
	}
	if x.spread > line+rounding {
		r += spreadMark
	}
	if x.apart {
		r += spreadMark
	}
	return r
}

func (pg *Page) regret() float64 {
	e := max(0, pg.empty-usualEmpty)
	r := float64(4*e*e*e) + pg.ragged + pg.sundered
	if pg.empty > quarter {
		r += quarterMark
	}
	return r
}

// holed reports whether a good part of a page, or of a column beside another, stays empty, or lines
// of a paragraph have most of a page between them.
func (pg *Page) holed() bool {
	return pg.empty > hole || pg.ragged > raggedHole || pg.sundered >= sunderMark
}

// hole is how much of a page is to stay empty at most; mostTries how often a part's pages are made
// otherwise for less.
const (
	hole       = 0.2
	raggedHole = 0.012 // of near a fifth of one of two columns
	mostTries  = 100
)

// holed reports whether a page but the last is.
func (x *filling) holed() bool {
	return slices.ContainsFunc(x.pages[:len(x.pages)-1], func(pg Page) bool { return pg.holed() })
}

// amend looks for pages of which a good part is empty, and lets the figures and tables beside
// it do what they would not by themselves, where the pages are better for it: one of them, or all
// be as low as they may. A head that ends a page with little text goes over.
func amend(f []piece, fr frame, line float64, x filling) (frame, filling) {
	if !slices.ContainsFunc(x.pages[:len(x.pages)-1], func(pg Page) bool { return pg.holed() || pg.stranded != nil }) {
		return fr, x
	}
	floats := map[document.Block]*piece{}
	for i := range f {
		if p := &f[i]; p.kind == floatPiece || p.kind == tablePiece {
			floats[p.box.Block] = p
		}
	}
	keep := func() {
		p := begun(f, fr, line, nil)
		p.keeps = true
		x = p.fill(nil)
	}
	keep()
	tries := 0
	for k := 0; k < len(x.pages)-1 && tries < mostTries; k++ {
		holed, head := x.pages[k].holed(), x.pages[k].stranded
		if !holed && head == nil {
			continue
		}
		best := x.regret(line) + fr.chosen.regret() - 1e-9
		var found choices
		try := func(c choices) {
			tries++
			other := fr
			other.chosen = c
			y := x.retry(f, other, line, max(0, k-3))
			if r := y.regret(line) + c.regret(); r < best && y.spread <= max(x.spread, line)+rounding {
				best, found = r, c
			}
		}
		low := fr.chosen.with(nil, 0)
		var others []*piece
		if holed {
			others = near(x.pages, k, floats)
		}
		for _, t := range others {
			for c := later; c <= lowest; c++ {
				if !t.may(c) || fr.chosen[t.box] != 0 || tries == mostTries {
					continue
				}
				if c == lowest {
					low[t.box] = c
				}
				try(fr.chosen.with(t.box, c))
			}
		}
		if head != nil {
			try(fr.chosen.with(head, begins))
		}
		if found == nil && len(low) > len(fr.chosen)+1 {
			try(low)
		}
		if found != nil {
			before, was := fr, x
			fr.chosen = found
			if keep(); x.regret(line)+found.regret() > was.regret(line)+before.chosen.regret() { // made from the first page on
				fr, x = before, was
			} else if k < len(x.pages) && head != nil && x.pages[k].stranded != nil && x.pages[k].stranded != head {
				k-- // the one over it
			}
		}
	}
	return fr, x
}

// regret is what there is to regret in choices themselves, besides what pages make of them.
func (c choices) regret() float64 {
	n := 0
	for _, x := range c {
		if x == widest {
			n++
		}
	}
	return float64(widestMark * float64(n))
}

// applied is the flow with the tables as wide as the page that are to be.
func (c choices) applied(f []piece) []piece {
	own := false
	for i := range f {
		p := &f[i]
		if len(c) == 0 {
			break
		}
		if c[p.box] != widest || p.wide || p.box == nil {
			continue
		}
		if !own {
			f, own = slices.Clone(f), true
			p = &f[i]
		}
		p.table, p.wide = p.wider(), true
		p.again = p.table.lowering(0, len(p.table.rows))
	}
	return f
}

// with are the choices with one more, unless that is none.
func (c choices) with(b *Box, x choice) choices {
	out := maps.Clone(c)
	if out == nil {
		out = choices{}
	}
	if x != 0 {
		out[b] = x
	}
	return out
}

// near are the figures and tables on a page, the two before it and the one after it.
func near(pages []Page, k int, floats map[document.Block]*piece) []*piece {
	var out []*piece
	for _, pg := range pages[max(0, k-2):min(k+2, len(pages))] {
		for _, it := range pg.Items {
			if p := floats[it.Box.Block]; p != nil && !slices.Contains(out, p) {
				out = append(out, p)
			}
		}
	}
	return out
}

// may reports whether a choice changes anything for a figure or a table.
func (f *piece) may(c choice) bool {
	switch c {
	case divided, intact, earlier, earliest:
		return f.kind == tablePiece && !f.table.table.Plain && f.table.count(0, len(f.table.rows)) > wholeRows
	case widest:
		return f.wider != nil
	case lowest:
		return f.giving() > 0
	}
	return f.kind == floatPiece || !f.table.table.Plain
}

// state is the paginator as it is, to go on from.
func (p *paginator) state() paginator {
	q := *p
	q.saved, q.keeps = nil, false
	q.pages = p.pages[:len(p.pages):len(p.pages)]
	q.items = slices.Clone(p.items)
	q.filled = slices.Clone(p.filled)
	q.inColumn = slices.Clone(p.inColumn)
	q.notes = slices.Clone(p.notes)
	q.waiting = slices.Clone(p.waiting)
	return q
}

// same reports whether what follows is the same from two states.
func (p *paginator) same(q *paginator) bool {
	return p.at == q.at && p.y == q.y && p.below == q.below && p.column == q.column && p.top == q.top && p.across == q.across &&
		p.ended == q.ended && p.height == q.height && p.foot == q.foot && p.given == q.given && p.offGrid == q.offGrid && p.tight == q.tight && p.longer == q.longer &&
		p.noteSpace == q.noteSpace && p.depth == q.depth && len(p.items) == len(q.items) && len(p.inColumn) == len(q.inColumn) &&
		p.text == q.text && len(p.pages)-p.textOn == len(q.pages)-q.textOn && p.sundered == q.sundered && slices.Equal(p.waiting, q.waiting)
}

// retry makes the pages with other choices, which change nothing before a page.
func (x *filling) retry(f []piece, fr frame, line float64, page int) filling {
	p := begun(f, fr, line, nil)
	for i := len(x.saved) - 1; i >= 0; i-- {
		if len(x.saved[i].pages) <= page {
			s := x.saved[i].state()
			p = &s
			p.frame, p.flow = fr, fr.chosen.applied(p.flow)
			break
		}
	}
	next := 0
	return p.fill(func() (filling, bool) {
		for next < len(x.saved) && x.saved[next].at < p.at {
			next++
		}
		if next == len(x.saved) || len(p.pages) < page+3 || !p.same(&x.saved[next]) {
			return filling{}, false
		}
		s := &x.saved[next]
		return filling{
			pages: slices.Concat(p.pages, x.pages[len(s.pages):]), marks: p.marks + x.marks - s.marks,
			columnsEnd: x.columnsEnd + len(p.pages) - len(s.pages), apart: p.apart || x.apart, spread: max(p.under+p.over, x.spread),
		}, true
	})
}
