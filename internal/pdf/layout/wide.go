package layout

import (
	"slices"

	"wogreport/internal/document"
)

// placeUnder ends the columns, since nothing comes that could fill them, and puts
// wide floats that wait under them, as far as they fit or fill a large hole. It
// reports whether the next of them did not.
func (p *paginator) placeUnder() (full bool) {
	if p.ended || len(p.waiting) == 0 || !p.flow[p.waiting[0]].wide || p.across || !p.used() {
		return p.ended
	}
	if !p.even() {
		p.close()
	}
	p.across = true
	if p.depth > 0 {
		p.top += p.depth + (1+stackGap)*p.line
	}
	p.begin()
	for len(p.waiting) > 0 {
		i := p.waiting[0]
		f := &p.flow[i]
		if !f.wide {
			break
		}
		others := p.waiting[1:]
		p.waiting = nil // while a table is divided, they come after it
		if !p.setWhole(f) {
			if f.kind != tablePiece || p.height-p.startOf(f, p.here()) < smallHole*p.frame.height {
				p.waiting = append([]int{i}, others...)
				break
			}
			p.divide(f)
		}
		p.waiting = others
	}
	switch {
	case len(p.waiting) == 0:
	case p.flow[p.waiting[0]].wide:
		p.fillOut()
		p.close()
		p.inColumn, p.notes, p.across = nil, nil, false
		p.column, p.ended = p.frame.columns-1, true
		return true
	default:
		p.narrow()
		p.placeWaiting()
	}
	return false
}

// even makes the columns being filled end at one height, a lone figure stand in
// their middle. It reports whether it could.
func (p *paginator) even() bool {
	height, placed, ok := p.balanced(false)
	if len(p.waiting) > 0 && !(ok && p.roomUnder(height)) {
		if h, divided, can := p.balanced(true); can && (p.roomUnder(h) || p.roomForRows(h)) {
			height, placed, ok = h, divided, true
		}
	}
	if !ok {
		return false
	}
	if _, lone := p.filled[0].box.Block.(*document.Figure); lone && len(p.filled) == 1 {
		for i := range placed.Items {
			placed.Items[i].X += (p.frame.width - p.frame.columnWidth()) / 2
		}
	}
	p.items, p.depth, p.area = append(p.items[:p.itemsOver], placed.Items...), height, p.areaOver+float64((1-placed.empty)*p.height)
	p.ragged = p.raggedOver + placed.ragged
	return true
}

// evenEnd does so on a page whose last column is empty, since what comes has no room there.
func (p *paginator) evenEnd() {
	_, shortened := p.short[len(p.pages)+1]
	if p.column+1 == p.frame.columns && p.column > 0 && !p.started && !p.across && !p.ended && !shortened {
		p.ended = p.even()
	}
}

// filledFrame is the frame of the columns being filled.
func (p *paginator) filledFrame() frame {
	fr := p.frame
	fr.y, fr.height, fr.longer, fr.chosen = fr.y+p.top, p.height, 0, nil
	return fr
}

// balanced is what is in the columns being filled, in columns as short as hold it,
// and how high they are; with long tables divided between them, if so. Notes at their foot are
// left where they are.
func (p *paginator) balanced(divided bool) (height float64, placed Page, ok bool) {
	for i := range p.filled {
		if len(p.filled[i].notes) > 0 {
			return 0, Page{}, false
		}
	}
	if len(p.filled) == 0 {
		return 0, Page{}, false
	}
	filled := p.filled
	if divided {
		if !slices.ContainsFunc(filled, func(f piece) bool { return f.divisible != nil }) {
			return 0, Page{}, false
		}
		filled = slices.Clone(filled)
		for i := range filled {
			if t := filled[i].divisible; t != nil {
				filled[i].kind, filled[i].table = tablePiece, t
			}
		}
	}
	fr := p.filledFrame()
	low, high := leastBalanced-1, int(fr.height/p.line)+1 // in lines; low is too short
	for high-low > 1 {
		half := (low + high) / 2
		x := fill(filled, fr, p.line, shortened{1: float64(half) * p.line})
		if len(x.pages) == 1 && !x.apart && depth(x.pages[0], fr) <= fr.height+rounding {
			high, placed, ok = half, x.pages[0], true
		} else {
			low = half
		}
	}
	return depth(placed, fr), placed, ok
}

// fitsUnder reports whether the first of the floats that wait, as wide as the
// page, fits under what is in the columns.
func (p *paginator) fitsUnder() bool {
	f := &p.flow[p.waiting[0]]
	if !p.tooWide(f) {
		return false
	}
	if height, _, ok := p.balanced(false); ok && p.roomUnder(height) {
		return true
	}
	height, _, ok := p.balanced(true)
	return ok && (p.roomUnder(height) || p.roomForRows(height))
}

// roomForRows reports whether a good part of the first of the floats that wait, a long table,
// has room under columns so high.
func (p *paginator) roomForRows(height float64) bool {
	f := &p.flow[p.waiting[0]]
	return f.kind == tablePiece && !p.whole(f) && p.top+height+3*smallHole*p.frame.height <= p.frame.height
}

// roomUnder reports whether the first of the floats that wait has room under columns so high.
func (p *paginator) roomUnder(height float64) bool {
	f := &p.flow[p.waiting[0]]
	return p.top+height+(1+stackGap)*p.line+max(f.above, f.least()) <= p.frame.height
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
		f := &p.flow[p.waiting[0]]
		waiting := p.waiting
		p.waiting = waiting[1:]
		if !p.setWhole(f) {
			p.waiting = waiting
			break
		}
		p.lower(f)
	}
	if p.across {
		p.narrow()
	}
}
