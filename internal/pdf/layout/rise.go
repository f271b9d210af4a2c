package layout

import "slices"

// rise places a figure or a table that has no room under the text of its column over the last
// paragraphs of it, which then go on in the next one, where else a hole would stay. It says
// where in the flow the piece stands now, -1 where it has no place yet.
func (p *paginator) rise(i int) int {
	f := &p.flow[i]
	hole := p.height - p.foot - p.y
	if p.chosen(f, later) || len(p.waiting) > 0 || p.across || p.tooWide(f) || hole < smallHole*p.frame.height {
		return -1
	}
	if p.setWhole(f) {
		return i
	}
	if p.following(i, hole) > 0.6*hole {
		return -1
	}
	n := len(p.inColumn)
	for k := 1; k < n && k < i; k++ {
		text, before := &p.flow[i-k], &p.flow[i-k-1]
		if p.inColumn[n-k].box != text.box || text.kind != textPiece || text.level > 0 || !text.grid || len(text.notes) > 0 {
			return -1
		}
		if before.kind != textPiece || before.level > 0 || before.keep || before.box.Block == text.box.Block {
			continue
		}
		if over := p.inColumn[n-k-1]; over.box != before.box || over.y+over.box.Height+max(over.below, f.above)+p.footOf(f, p.foot)+f.height() > p.height {
			continue
		}
		p.unplace(k)
		p.flow = slices.Clone(p.flow) // pages are tried in several ways
		moved := *f
		copy(p.flow[i-k+1:i+1], p.flow[i-k:i])
		p.flow[i-k] = moved
		p.set(&p.flow[i-k])
		return i - k
	}
	return -1
}

// unplace takes the last n pieces out of the column.
func (p *paginator) unplace(n int) {
	p.inColumn = p.inColumn[:len(p.inColumn)-n]
	if !p.across && p.frame.columns > 1 {
		p.filled = p.filled[:len(p.filled)-n]
	}
	last := p.inColumn[len(p.inColumn)-1]
	p.y, p.below = last.y+last.box.Height, last.below
}

// mostTaken is how much of a page figures and tables take that must not part a paragraph.
const mostTaken = 0.6

// takeOver takes the few lines of a paragraph that stand on a page over to the next one, where
// what waits would stand between them and the line at i. It says where in the flow the paragraph
// begins, -1 where it stays.
func (p *paginator) takeOver(i int) int {
	if i == 0 || p.column+1 < p.frame.columns && !p.across || p.across && p.frame.columns > 1 || p.ended {
		return -1
	}
	taken := 0.0
	for _, k := range p.waiting {
		if f := &p.flow[k]; f.wide || p.frame.columns == 1 {
			taken += f.height()
		}
	}
	if taken < mostTaken*p.frame.height {
		return -1
	}
	n := 0
	for n < i && p.flow[i-n-1].kind == textPiece && p.flow[i-n-1].box.Block == p.flow[i].box.Block {
		if n++; len(p.flow[i-n].notes) > 0 {
			return -1
		}
	}
	room := float64(smallHole * p.frame.height * float64(p.frame.columns))
	if n == 0 || n == i || float64(n)*p.line > room || p.flow[i].level > 0 || p.flow[i-n-1].keep || p.flow[i-n-1].level > 0 {
		return -1
	}
	if p.frame.columns == 1 {
		if len(p.inColumn) <= n || p.inColumn[len(p.inColumn)-n].box != p.flow[i-n].box {
			return -1
		}
		p.unplace(n)
		p.next()
		return i - n
	}
	if len(p.filled) <= n || p.filled[len(p.filled)-n].box != p.flow[i-n].box {
		return -1
	}
	all := p.filled
	if p.filled = all[:len(all)-n]; !p.even() {
		p.filled = all
		return -1
	}
	p.ended = true
	p.begin()
	p.next()
	return i - n
}
