package layout

import (
	"math"

	"wogreport/internal/document"
)

// frame is the part of a page that the flow fills, in one column or two.
type frame struct {
	x, y, width, height float64
	columns             int
	gutter              float64 // between columns
	longer              int     // a page, from 1, that is higher than the others
	by                  float64 // so much
	spare               float64 // how much higher a page may be
	give                float64 // and a column for lines that stay together
	loose               bool    // lines that end within a word do not stay with more than one
	usual               bool    // rows of tables that go on are as high as any, and sums count as rows
	chosen              choices // what figures and tables do that they would not by themselves
}

// columnWidth is how wide a column is.
func (fr frame) columnWidth() float64 {
	return (fr.width - fr.gutter*float64(fr.columns-1)) / float64(fr.columns)
}

// shortened makes the columns of pages shorter, to balance them: heights by page.
type shortened map[int]float64

// paginator puts the flow on pages. It is greedy: a piece takes the first
// place where it fits with what must stay beside it. A figure or table that
// doesn't fit waits for the top of the next column, or of the next page if it
// is as wide as the page, while the text goes on.
type paginator struct {
	flow  []piece
	frame frame
	line  float64
	short shortened
	pages []Page

	// the page being filled
	items  []Item  // what is on it besides the column
	top    float64 // where its columns begin
	across bool    // it is filled in one column as wide as the page
	depth  float64 // how far the columns that are full reach
	ended  bool    // nothing more has room under its columns

	noteSpace float64 // at the page's foot, of notes of what stands across it

	textPage int // the last one with columns, from 1

	area, areaOver     float64        // how much of the page is filled, and is over the columns, as heights of pages
	ragged, raggedOver float64        // what is to be regretted in what columns leave empty beside others
	marks              float64        // what is to be regretted in the pages so far, besides what is empty
	text               document.Block // whose lines were placed last
	textOn             int            // on which page
	sundered           float64        // what is to be regretted in texts of this page that are parted from what belongs to them
	sentOver           int            // the head that began this column by choice
	keeps              bool           // states are saved, to go on from
	saved              []paginator

	// the columns being filled, of which a page may have several above each other
	filled    []piece // what is in them
	itemsOver int     // how many of items are over them

	// the column being filled
	column   int
	height   float64
	y        float64 // the end of what is placed, from the column's top
	below    float64 // the space under the last piece
	started  bool    // the column holds something
	inColumn []spot
	longer   bool    // it gave
	offGrid  bool    // its lines stand on no grid
	tight    bool    // there is less space around its figures and tables
	given    int     // how high its figures are, as a step of stretch
	notes    []*Box  // at the column's foot
	foot     float64 // how high they are, with the rule over them

	apart       bool    // pieces that stay together are in different columns
	under, over float64 // how far columns end at most from their height where a text goes on

	at      int   // the piece of the flow that is placed now
	waiting []int // floats for the next column or page, indexes in flow

	flushing bool // nothing comes before what waits
}

// filling is what fill makes of a part.
type filling struct {
	pages      []Page
	marks      float64
	saved      []paginator
	columnsEnd int     // on which page, from 1, 0 for none
	apart      bool    // lines that stay together are in different columns
	spread     float64 // how far the ends of columns are from each other where a text goes on
}

// fill makes the pages of a part.
func fill(f []piece, fr frame, line float64, s shortened) filling {
	measureHeads(f)
	return begun(f, fr, line, s).fill(nil)
}

// begun is a paginator at the start of a part.
func begun(f []piece, fr frame, line float64, s shortened) *paginator {
	p := &paginator{flow: fr.chosen.applied(f), frame: fr, line: line, short: s}
	p.across = len(f) > 0 && f[0].wide && fr.columns > 1
	p.open()
	return p
}

// fill makes the pages from where the paginator is, or up to where goesOn finds the rest.
func (p *paginator) fill(goesOn func() (filling, bool)) filling {
	for p.at < len(p.flow) {
		n := len(p.pages)
		p.at = p.step(p.at)
		if len(p.pages) == n {
			continue
		}
		if goesOn != nil {
			if x, ok := goesOn(); ok {
				return x
			}
		}
		if p.keeps {
			p.saved = append(p.saved, p.state())
		}
	}
	p.placeAll()
	if p.used() || len(p.pages) == 0 {
		p.endPage()
	}
	return filling{pages: p.pages, marks: p.marks, saved: p.saved, columnsEnd: p.textPage, apart: p.apart, spread: p.under + p.over}
}

// measureHeads finds how far it is from the top of each head to the text under it, with
// the heads between: what keeps that text on the grid stands over the head, never under it.
// The head of a chapter stays at the top.
func measureHeads(f []piece) {
	y, below := 0.0, 0.0 // from the text up to the top of the heads over it
	for i := len(f) - 1; i >= 0; i-- {
		p := &f[i]
		switch {
		case p.kind != textPiece, p.level == 0 && !p.grid:
			y, below = 0, -1
		case p.level == 0:
			y, below = 0, p.above
		case below >= 0:
			y, below = y+max(p.below, below)+p.box.Height, p.above
			if !p.box.opens {
				p.toText = y
			}
		}
	}
}

// step places the piece at i with what it must not be parted from, and says
// which piece is next.
func (p *paginator) step(i int) int {
	f := &p.flow[i]
	if p.across && !f.wide {
		p.narrow()
	}
	switch f.kind {
	case floatPiece, tablePiece:
		if above := p.rise(i); above >= 0 {
			return above + 1
		}
		p.float(i)
		return i + 1
	}
	if p.chosen(f, begins) && p.sentOver != i && p.started {
		p.sentOver, p.marks = i, p.marks+choiceMark
		p.next()
		return i
	}
	if f.level > 0 && len(p.waiting) > 0 {
		passes := p.mayPass(f.level)
		if (f.level == 1 || !passes) && p.fitsUnder() {
			if p.placeUnder() {
				p.release()
			}
			return i
		}
		if !passes {
			if w := &p.flow[p.waiting[0]]; w.kind == tablePiece || p.tooWide(w) {
				p.placeAll()
			} else {
				p.next()
			}
			return i
		}
	}
	end, bottom := p.unit(i, p.here())
	if end == i+1 && p.alone(i) {
		f.keep = true
		end, bottom = p.unit(i, p.here())
		f.keep = false
	}
	n := len(p.inColumn) // the text of a paragraph ends the column, and goes on
	goesOn := n > 0 && i > 0 && f.grid && p.inColumn[n-1].box == p.flow[i-1].box && p.flow[i-1].box.Block == f.box.Block
	if goesOn && !p.longer && !p.fits(bottom) && p.fits(bottom-p.frame.give) {
		p.height += p.frame.give
		p.over, p.longer = p.frame.give, true
	}
	if !p.fresh() && !p.fits(bottom) {
		if next := p.withFloat(i); next > 0 {
			return next
		}
		if _, alone := p.unit(i, place{}); alone <= p.full()+rounding {
			if room := p.height - p.foot - p.y; goesOn && room > p.under+p.line/2 {
				p.under = math.Floor(room/p.line+0.01) * p.line
			}
			if first := p.takeOver(i); first >= 0 {
				return first
			}
			p.next()
			return i
		}
	}
	for k := i; k < end; k++ {
		f := &p.flow[k]
		if p.across && !f.wide {
			return k // in the columns under it
		}
		if !p.fresh() && !p.fitsHere(f, f.box.Height) {
			p.next() // more than a column that wants to stay together
			p.apart = p.apart || k > i
		}
		p.place(f.box, f)
	}
	return end
}

// alone reports whether a line from the middle of a paragraph would stand in the column
// without those before it, as under a figure, so that it wants the next one beside it.
func (p *paginator) alone(i int) bool {
	n := len(p.inColumn)
	if f := p.flow[i:]; n == 0 || i == 0 || len(f) < 2 || !f[0].grid || f[1].box == nil || f[1].box.Block != f[0].box.Block {
		return false
	}
	before := p.flow[i-1].box
	return before != nil && before.Block == p.flow[i].box.Block && p.inColumn[n-1].box != before
}

// place is how far a column is filled.
type place struct {
	y, below float64
	foot     float64 // the height of the notes
	started  bool
	floated  bool // a figure or a table stands last in it
}

// here is the place in the column being filled.
func (p *paginator) here() place {
	at := place{y: p.y, below: p.below, foot: p.foot, started: p.started}
	if n := len(p.inColumn); n > 0 {
		at.floated = p.inColumn[n-1].kind != textPiece
	}
	return at
}

// stackGap is the space, in lines, between two figures or tables in a row besides
// their own: the caption of one must not seem the other's.
const stackGap = 0.7

// tightSpace is how much of the space around figures and tables stays where that lets one more
// into a column.
const tightSpace = 0.75

// startOf is where a piece would begin.
func (p *paginator) startOf(f *piece, at place) float64 {
	y := 0.0
	if at.started {
		space := max(at.below, f.above)
		if at.floated && f.kind != textPiece {
			space += float64(stackGap * p.line)
		}
		if p.tight && (at.floated || f.kind != textPiece) {
			space *= tightSpace
		}
		y = at.y + float64(space)
	}
	if f.toText > 0 && !at.started && p.frame.columns > 1 && !p.across {
		return 0 // level with the text of the column beside it; the text under it is on the grid
	}
	if (f.grid || f.toText > 0) && !p.offGrid {
		// the text is on the next line of the grid
		y = math.Ceil((y+f.toText)/p.line-0.01)*p.line - f.toText
	}
	return y
}

// rounding is what rounding errors may add to a height.
const rounding = 1e-6

// fits reports whether a piece that ends at y is in the column.
func (p *paginator) fits(y float64) bool { return y+p.foot <= p.height+rounding }

// fitsHere reports whether a piece of a height fits under what is in the column,
// with its notes.
func (p *paginator) fitsHere(f *piece, height float64) bool {
	return p.fits(p.startOf(f, p.here()) + height + p.footOf(f, p.foot) - p.foot)
}

// footOf is how high the notes are with those of a piece.
func (p *paginator) footOf(f *piece, foot float64) float64 {
	for _, n := range f.notes {
		if foot == 0 {
			foot = noteGap
		}
		foot += n.Height
	}
	return foot
}

// unit is the pieces from i that stay together: up to end, and where they and
// what must follow them would end, the notes that they bring counted in. A
// figure after a heading counts if it fits; else the text after it must.
func (p *paginator) unit(i int, at place) (end int, bottom float64) {
	before := at.foot
	advance := func(f *piece, height float64) {
		at.y = p.startOf(f, at) + height
		at.foot = p.footOf(f, at.foot)
		at.below, at.started, at.floated = f.below, true, false
	}
	for end = i; end < len(p.flow) && p.flow[end].kind == textPiece; {
		f := &p.flow[end]
		advance(f, f.box.Height)
		end++
		if !f.keep || f.word && p.frame.loose || f.torn && !p.across && p.column+1 < p.frame.columns {
			return end, at.y + at.foot - before
		}
	}
	if end == i || end == len(p.flow) {
		return end, at.y + at.foot - before
	}
	if f := &p.flow[end]; !p.tooWide(f) && p.first(f) {
		h := p.startOf(f, at) + f.height() + p.footOf(f, at.foot) - before
		if p.fits(h) || f.kind == tablePiece && f.table.table.Plain && p.whole(f) { // a plain one stays under its text
			return end, h
		}
	}
	k := end
	for k < len(p.flow) && (p.flow[k].kind == floatPiece || p.flow[k].kind == tablePiece) {
		k++
	}
	if p.parted(i, end, k, p.startOf(&p.flow[end], at)) {
		return end, p.height + p.flow[end].height()
	}
	if k < len(p.flow) && p.flow[k].kind == textPiece {
		_, bottom = p.unit(k, at)
		return end, bottom + at.foot - before
	}
	return end, at.y + at.foot - before
}

// parted reports whether the head at i, with little text under it, would end the column where a
// figure or table at float begins at y, so that only that stands in the next one: no text that
// may come before it, at text, follows.
func (p *paginator) parted(i, float, text int, y float64) bool {
	f := &p.flow[float]
	if p.flow[i].level == 0 || p.tooWide(f) || p.height-p.y > nearHalf*p.frame.height || f.height() > nearWhole*p.frame.height {
		return false
	}
	if text < len(p.flow) && (p.flow[text].level == 0 || p.flow[text].level > f.section) {
		return false
	}
	return f.kind == floatPiece || p.whole(f) || p.height-p.foot-y < fewRoom*p.frame.height
}

// nearHalf is how much of a page a head with what is called there leaves empty at most, and nearWhole
// how much a figure or a table takes at most that has room under a head.
const (
	nearHalf  = 0.45
	nearWhole = 0.9
)

// place puts a box of a piece under what is in the column, and the piece's notes
// at its foot.
func (p *paginator) place(b *Box, f *piece) {
	at := p.here()
	y := p.startOf(f, at)
	if !p.across {
		p.textPage = len(p.pages) + 1
		if p.frame.columns > 1 {
			piece := *f
			piece.box, piece.again = b, nil
			if piece.kind == tablePiece {
				n := len(f.table.rows)
				if f.rows == n && f.table.count(0, n) > wholeRows {
					piece.divisible = f.table
				}
				if f.rows < n || !f.table.table.Plain { // which stays under its text
					piece.kind, piece.table = floatPiece, nil // it is not divided once more
				}
			}
			p.filled = append(p.filled, piece)
		}
	}
	if f.kind == textPiece {
		page := len(p.pages)
		if n := page - p.textOn; p.text == b.Block && (n > 1 || n == 1 && p.top+y > mostTaken*p.frame.height) {
			p.sundered += sunderMark
		}
		p.text, p.textOn = b.Block, page
	}
	p.foot = p.footOf(f, p.foot)
	p.notes = append(p.notes, f.notes...)
	p.inColumn = append(p.inColumn, spot{b, f.beside, y, f.below, f.grid, f.level, f.kind, f})
	p.y, p.below, p.started = y+b.Height, f.below, true
}
