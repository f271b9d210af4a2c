package layout

import "math"

// spot is a piece in the column being filled.
type spot struct {
	box, beside *Box
	y           float64
	below       float64
	grid        bool
	level       int
	kind        pieceKind
	piece       *piece
}

// open begins an empty page.
func (p *paginator) open() {
	p.items, p.top, p.column, p.depth, p.ended = nil, 0, 0, 0, false
	p.filled, p.itemsOver, p.noteSpace = nil, 0, 0
	p.area, p.areaOver = 0, 0
	p.ragged, p.raggedOver, p.sundered = 0, 0, 0
	p.begin()
}

// begin begins an empty column.
func (p *paginator) begin() {
	p.inColumn, p.y, p.below, p.started, p.given = nil, 0, 0, false, 0
	p.notes, p.foot, p.longer, p.offGrid, p.tight = nil, 0, false, false, false
	p.height = p.frame.height - p.top - p.noteSpace
	if len(p.pages)+1 == p.frame.longer {
		p.height += p.frame.by
	}
	if h, ok := p.short[len(p.pages)+1]; ok && !p.across {
		p.height = min(p.height, h)
	}
}

// used reports whether anything is on the page.
func (p *paginator) used() bool { return p.started || len(p.items) > 0 }

// narrow ends the part across the page: under it the columns begin, or, where they would be
// too short, it fills the page.
func (p *paginator) narrow() {
	top := func() float64 { // on the page's grid
		return math.Ceil((p.top+p.y+max(p.below, (1+stackGap)*p.line))/p.line-0.01) * p.line
	}
	short := func() bool {
		return p.frame.height-top()-max(p.noteSpace, p.foot) < leastColumn*p.line
	}
	if short() {
		p.fillOut()
	}
	p.close()
	p.noteSpace = max(p.noteSpace, p.foot)
	p.inColumn, p.notes = nil, nil
	p.across, p.column, p.depth = false, 0, 0
	p.filled, p.itemsOver, p.areaOver, p.raggedOver = nil, len(p.items), p.area, p.ragged
	full := short()
	p.top = top()
	if full {
		p.ended = true
		p.nextPage()
		return
	}
	p.begin()
}

// leastColumn is how many lines a column under something wide has at least.
const leastColumn = 8

// next goes on in the next column, with the floats that wait at its top.
func (p *paginator) next() {
	if p.across {
		p.nextPage()
		p.placeWaiting()
		return
	}
	if p.column+1 < p.frame.columns {
		p.fillOut()
		p.close()
		p.column++
		p.begin()
	} else {
		p.nextPage()
	}
	p.placeWaiting()
}

// nextPage ends the page and opens one with the wide floats that wait.
func (p *paginator) nextPage() {
	p.fillOut()
	p.evenEnd()
	p.endPage()
	p.open()
	p.placeWide()
}

// fewLines is how many lines under a head are little, where the figure or table called there has
// no room under them.
const fewLines = 2

// stranded is the head that ends the page with little text, where what is called there waits.
func (p *paginator) stranded() *Box {
	n, f := len(p.inColumn), p.at
	if f < len(p.flow) && p.flow[f].kind == textPiece || f == len(p.flow) {
		if len(p.waiting) == 0 {
			return nil
		}
		f = p.waiting[len(p.waiting)-1]
	}
	for ; f > 0 && p.flow[f-1].kind != textPiece; f-- {
	}
	if n == 0 || f == 0 || p.flow[f-1].box != p.inColumn[n-1].box {
		return nil
	}
	var head *Box // the first of several
	for k := n - 1; k >= 0; k-- {
		s := &p.inColumn[k]
		switch {
		case s.level > 0 && k < n-1:
			head = s.box
		case head != nil, s.kind != textPiece, s.level > 0, n-k > fewLines:
			return head
		}
	}
	return head
}

// endPage puts the page with the others.
func (p *paginator) endPage() {
	head := p.stranded()
	if head != nil {
		p.sundered += strandedMark
	}
	p.close()
	p.pages = append(p.pages, Page{Items: p.items, empty: 1 - p.area/p.frame.height, ragged: p.ragged, sundered: p.sundered, stranded: head})
}

// close puts the column on the page.
func (p *paginator) close() {
	p.settle()
	p.depth = max(p.depth, p.y)
	x, part := p.frame.x, 1.0
	if !p.across {
		x += float64(p.column) * (p.frame.columnWidth() + p.frame.gutter)
		part /= float64(p.frame.columns)
	}
	if len(p.inColumn) > 0 {
		p.area += float64(part * p.y)
	}
	if part < 1 && p.depth > 0 && !p.ended {
		gap := max(0, (max(p.height, p.depth)-p.foot-p.y)/p.frame.height-usualEmpty)
		p.ragged += float64(8 * part * gap * gap * gap)
	}
	y := p.frame.y + p.top
	for _, s := range p.inColumn {
		p.items = append(p.items, Item{s.box, x, y + s.y})
		if s.beside != nil {
			p.items = append(p.items, Item{s.beside, x, y + s.y})
		}
	}
	if len(p.notes) == 0 {
		return
	}
	p.depth = p.height
	p.area += float64(part * (p.height - p.y))
	at := y + p.height - p.foot + noteGap
	over := &Box{Rules: []Rule{{Y: -noteGap / 2, Length: p.frame.columnWidth() / 4, Weight: lightRule}}}
	p.items = append(p.items, Item{over, x, at})
	for _, n := range p.notes {
		p.items = append(p.items, Item{n, x, at})
		at += n.Height
	}
}

// noteGap is the space between a column and the notes at its foot; the rule
// stands in its middle.
const noteGap = 14.0

// settle shares out the space that the grid left before a paragraph: all of it
// goes above a heading that stands before it, else half above the figure or table.
func (p *paginator) settle() {
	s := p.inColumn
	for i := 1; i < len(s); i++ {
		if !s[i].grid || s[i-1].grid {
			continue
		}
		from := i - 1
		for from > 0 && !s[from-1].grid {
			from--
		}
		bottom := s[i-1].y + s[i-1].box.Height
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
