package layout

// The figures of a column give by a tenth of their height: lower, so that one more comes
// into the column, or higher, so that it is filled.
const (
	mostGiven = 0.1
	givenStep = 0.02
)

// gives is how much the figures in the column, and one more, may be lower or higher.
func (p *paginator) gives(f *piece) float64 {
	h := 0.0
	for _, s := range p.inColumn {
		if s.piece.again != nil {
			h += s.box.Height
		}
	}
	if f != nil && f.again != nil {
		h += f.box.Height
	}
	return mostGiven * h
}

// least is how high a figure or a table is at least.
func (p *piece) least() float64 {
	if p.again != nil {
		return (1 - mostGiven) * p.box.Height
	}
	return p.height()
}

// squeeze makes the figures in the column and a further one as much lower as lets that
// into the column, if that is enough, and reports whether it is; the box is the figure's.
func (p *paginator) squeeze(f *piece) (box *Box, ok bool) {
	over := p.startOf(f, p.here()) + f.height() + p.footOf(f, p.foot) - p.height
	if f.kind != floatPiece || over > p.gives(f) {
		return nil, false
	}
	for by := 1 - givenStep; by > 1-mostGiven-givenStep/2; by -= givenStep {
		p.stretch(by)
		box := f.box
		if f.again != nil {
			box = f.again(by)
		}
		if p.fitsHere(f, box.Height) {
			return box, true
		}
	}
	p.stretch(1)
	return nil, false
}

// fillOut makes the figures in a column that ends early higher, as far as it holds them.
func (p *paginator) fillOut() {
	if hole := p.height - p.foot - p.y; hole < p.line || p.gives(nil) < p.line/2 {
		return
	}
	for by := 1 + mostGiven; by > 1+givenStep/2; by -= givenStep {
		p.stretch(by)
		if p.fits(p.y) {
			return
		}
	}
	p.stretch(1)
}

// stretch sets the column anew with its figures so many times as high.
func (p *paginator) stretch(by float64) {
	spots := p.inColumn
	filled := p.filled[max(0, len(p.filled)-len(spots)):]
	p.inColumn, p.y, p.below, p.started = nil, 0, 0, false
	for i, s := range spots {
		if s.piece.again != nil {
			s.box = s.piece.again(by)
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
