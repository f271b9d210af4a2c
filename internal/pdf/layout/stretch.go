package layout

import "math"

// The figures of a column give by a tenth of their height: lower, so that one more comes
// into the column, or higher, so that it is filled. Rows of tables are made lower with them.
const (
	mostGiven  = 0.1
	givenSteps = 5
)

// given is how high figures are at a step, from -givenSteps to givenSteps.
func given(step int) float64 { return 1 + mostGiven*float64(step)/givenSteps }

// gives is how much the figures and tables in the column, and one more, may be lower.
func (p *paginator) gives(f *piece) float64 {
	h := f.giving()
	for _, s := range p.inColumn {
		h += s.piece.giving()
	}
	return h
}

// tightens is about how much less space there may be around the figures and tables in the
// column, and one more.
func (p *paginator) tightens() float64 {
	n := 1
	for _, s := range p.inColumn {
		if s.kind != textPiece {
			n += 2
		}
	}
	return float64((1 - tightSpace) * p.line * float64(n))
}

// grows is how much the figures in the column may be higher.
func (p *paginator) grows() float64 {
	h := 0.0
	for _, s := range p.inColumn {
		if s.piece.rows == 0 {
			h += s.piece.giving()
		}
	}
	return h
}

// giving is how much a figure or a table can be lower.
func (p *piece) giving() float64 {
	switch {
	case p.again == nil:
		return 0
	case p.rows > 0:
		return rowGives * float64(p.rows)
	}
	h := 0.0
	for _, d := range p.box.Drawings {
		h += d.Height
	}
	return mostGiven * h
}

// least is how high a figure or a table is at least.
func (p *piece) least() float64 { return p.height() - p.giving() }

// squeeze makes the figures in the column and a further one as much lower as lets that
// into the column, if that is enough, and reports whether it is; the box is the figure's.
func (p *paginator) squeeze(f *piece) (box *Box, ok bool) {
	over := p.startOf(f, p.here()) + f.height() + p.footOf(f, p.foot) - p.height
	spare := 0.0 // the column may be a line longer
	if !p.longer {
		end := p.top + p.height // on the page, whose lines end on its grid
		spare = max(0, min(p.frame.spare, float64((math.Floor(end/p.line+0.01)+1)*p.line)-end))
	}
	if over > p.gives(f)+p.tightens()+spare {
		return nil, false
	}
	was := p.given
	try := func(step int) bool {
		p.stretch(step)
		if box = f.box; f.again != nil {
			box = f.again(given(step))
		}
		return p.fitsHere(f, box.Height)
	}
	if try(-givenSteps) {
		for step := min(was, 0) - 1; step > -givenSteps; step-- {
			if try(step) {
				return box, true
			}
		}
		try(-givenSteps)
		return box, true
	}
	// then there is less space around them, and lines beside none leave the grid
	offGrid, tight := p.offGrid, p.tight
	p.offGrid, p.tight = p.frame.columns == 1, true
	if try(-givenSteps) {
		return box, true
	}
	p.height += spare
	if spare > 0 && try(-givenSteps) {
		p.longer = true
		return box, true
	}
	p.height -= spare
	p.offGrid, p.tight = offGrid, tight
	p.stretch(was)
	return nil, false
}

// withFloat places the head at i, the text under it and the figure or table that follows where
// they fit if figures and rows are lower, and says which piece is next, 0 where they do not.
func (p *paginator) withFloat(i int) int {
	end := i
	for end < len(p.flow) && p.flow[end].kind == textPiece && p.flow[end].keep {
		end++
	}
	if p.flow[i].level == 0 || end == len(p.flow) || len(p.waiting) > 0 {
		return 0
	}
	f := &p.flow[end]
	if f.kind == textPiece || p.tooWide(f) || p.across && !f.wide {
		return 0
	}
	before := p.state()
	for k := i; k < end; k++ {
		p.place(p.flow[k].box, &p.flow[k])
	}
	if p.fits(p.y) && p.setWhole(f) {
		return end + 1
	}
	before.saved, before.keeps = p.saved, p.keeps
	*p = before
	return 0
}

// fillOut makes the figures in a column that ends early higher, as far as it holds them.
func (p *paginator) fillOut() {
	if hole := p.height - p.foot - p.y; hole < p.line || p.grows() < p.line/2 {
		return
	}
	was := p.given
	enough := int(givenSteps*(p.height-p.foot-p.y)/p.grows()) + 1 + max(was, 0)
	for step := min(enough, givenSteps); step > was; step-- {
		p.stretch(step)
		if p.fits(p.y) {
			return
		}
	}
	p.stretch(was)
}

// stretch sets the column anew with its figures as high as they are at a step.
func (p *paginator) stretch(step int) {
	p.given = step
	spots := p.inColumn
	filled := p.filled[max(0, len(p.filled)-len(spots)):]
	p.inColumn, p.y, p.below, p.started = nil, 0, 0, false
	for i, s := range spots {
		if s.piece.again != nil {
			s.box = s.piece.again(given(step))
			if !p.across && len(filled) == len(spots) {
				filled[i].box = s.box
			}
		}
		at := p.here()
		s.y = p.startOf(s.piece, at)
		p.inColumn = append(p.inColumn, s)
		p.y, p.below, p.started = s.y+s.box.Height, s.below, true
	}
}
