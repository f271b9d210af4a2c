// Package linebreak breaks a paragraph into lines by total fit: of all ways to
// break it the one with the least sum of demerits is taken (D. E. Knuth and
// M. F. Plass, "Breaking Paragraphs into Lines", Software: Practice and
// Experience 11, 1981). It knows boxes, glue and penalties, nothing of fonts
// or text.
package linebreak

import "math"

// Kind is what an item is.
type Kind uint8

// The kinds of items.
const (
	Box Kind = iota
	Glue
	Penalty
)

// Forced is the penalty of a break that must be taken, Never of one that must not.
const (
	Forced = -10000
	Never  = 10000
)

// Fill is a stretch that takes up whatever space there is.
const Fill = 1e6

// Item is a piece of a paragraph.
//
// A box has a width, and what its letters may be set apart or closer. Glue has a width, a stretch and a shrink, and a line may
// end before it if a box stands before it. A line may end at a penalty: then
// Width is added to that line (a hyphen) and After to the line that follows
// (what a kern takes away there). Of the line that ends there Hang stands out of the
// measure. Flagged breaks should not follow each other, and not more than two.
type Item struct {
	Kind    Kind
	Flagged bool
	Penalty int
	Width   float64
	Stretch float64
	Shrink  float64
	After   float64
	Hang    float64
}

// Options say how lines are set.
type Options struct {
	Measure   float64 // the width of a line
	Tolerance float64 // the greatest badness of a line, as in TeX
	Emergency float64 // stretch that each line has besides, hidden in its badness
	Ragged    float64 // stretch at the end of each line, where lines need not be flush
	LastMin   float64 // a last line shorter than this is avoided
	NoRunt    bool    // there must be none
	WholeLast bool    // nor may the line before the last end anywhere but before glue
	Force     bool    // take an overfull line rather than give up
}

// Line is items[Start:End] on one line, broken at items[End]. Ratio is how far
// its glue is stretched (of the stretch) or shrunk (negative, of the shrink).
type Line struct {
	Start, End int
	Ratio      float64
}

type fitness int8

const (
	tight fitness = iota
	decent
	loose
	veryLoose
)

type sums struct{ width, stretch, shrink float64 }

// node is a feasible break and the best way to it.
type node struct {
	pos      int // the item at which the line ends
	line     int
	fit      fitness
	total    sums // of everything before the next line
	demerits float64
	ratio    float64
	flagged  int // breaks up to here that follow each other
	prev     *node
}

const (
	linePenalty       = 10
	flaggedDemerits   = 10000 // two flagged breaks in a row
	ladderDemerits    = 1e9   // three
	lastFlagDemerits  = 60000 // the last line but one ends in a flagged break
	fitnessDemerits   = 8000  // a tight line beside a loose one
	shortLastDemerits = 20000
)

// Breaker breaks one paragraph after the other and keeps what it works with.
// The zero value is ready.
type Breaker struct {
	items  []Item
	opt    Options
	active []*node
	pool   []node
	sum    sums
}

// Break sets the items in lines. The last item must be a Forced penalty. It
// reports false where no way keeps within the tolerance (never with Force).
func (b *Breaker) Break(items []Item, opt Options) ([]Line, bool) {
	b.items, b.opt, b.sum = items, opt, sums{}
	b.active, b.pool = b.active[:0], b.pool[:0]
	b.active = append(b.active, b.node(node{pos: -1, fit: decent}))
	for i, it := range items {
		switch it.Kind {
		case Box:
			b.sum.width += it.Width
			b.sum.stretch += it.Stretch
			b.sum.shrink += it.Shrink
		case Glue:
			if i > 0 && items[i-1].Kind == Box {
				b.try(i)
			}
			b.sum.width += it.Width
			b.sum.stretch += it.Stretch
			b.sum.shrink += it.Shrink
		case Penalty:
			if it.Penalty < Never {
				b.try(i)
			}
		}
		if len(b.active) == 0 {
			return nil, false
		}
	}
	return b.lines()
}

func (b *Breaker) node(n node) *node {
	if len(b.pool) == cap(b.pool) {
		b.pool = make([]node, 0, max(8, 2*cap(b.pool)))
	}
	b.pool = append(b.pool, n)
	return &b.pool[len(b.pool)-1]
}

// try considers a break at item i from every active node.
func (b *Breaker) try(i int) {
	it := &b.items[i]
	forced := it.Kind == Penalty && it.Penalty <= Forced
	var best [4 * (mostFlagged + 1)]struct {
		from     *node
		demerits float64
		ratio    float64
	}
	found := false
	kept := b.active[:0]
	var dropped *node // the last node that was too far away
	for _, a := range b.active {
		ratio, bad := b.fit(a, i)
		if ratio < -1 || forced {
			if ratio < -1 {
				dropped = a
			}
		} else {
			kept = append(kept, a)
		}
		if ratio < -1 || bad > b.opt.Tolerance || b.opt.NoRunt && b.runt(a, i) || b.opt.WholeLast && i == len(b.items)-1 && b.within(a.pos) {
			continue
		}
		f := fitnessOf(ratio, bad)
		d := b.demerits(a, i, bad, f)
		if c := &best[int(f)+4*a.flaggedBy(it)]; c.from == nil || d < c.demerits {
			c.from, c.demerits, c.ratio = a, d, ratio
			found = true
		}
	}
	b.active = kept
	if !found && len(b.active) == 0 && b.opt.Force && dropped != nil {
		best[tight].from, best[tight].demerits, best[tight].ratio = dropped, dropped.demerits, -1
		found = true
	}
	if !found {
		return
	}
	after := b.after(i)
	least := math.Inf(1)
	for _, c := range best {
		if c.from != nil {
			least = min(least, c.demerits)
		}
	}
	for f, c := range best {
		if c.from == nil || c.demerits > least+fitnessDemerits {
			continue
		}
		b.active = append(b.active, b.node(node{
			pos: i, line: c.from.line + 1, fit: fitness(f % 4), total: after, demerits: c.demerits,
			ratio: c.ratio, flagged: c.from.flaggedBy(it), prev: c.from,
		}))
	}
}

// mostFlagged is how many flagged breaks in a row are told apart.
const mostFlagged = 3

// flaggedBy is how many flagged breaks follow each other up to one at an item.
func (n *node) flaggedBy(it *Item) int {
	if it.Kind == Penalty && it.Flagged {
		return min(n.flagged+1, mostFlagged)
	}
	return 0
}

// fit is the ratio and the badness of the line from node a to item i.
func (b *Breaker) fit(a *node, i int) (ratio, bad float64) {
	width := b.sum.width - a.total.width
	if b.items[i].Kind == Penalty {
		width += b.items[i].Width
	}
	room := b.opt.Measure - width + b.items[i].Hang
	switch {
	case math.Abs(room) < 1e-6:
		return 0, 0
	case room > 0:
		stretch := b.sum.stretch - a.total.stretch + b.opt.Ragged
		own := math.Inf(1)
		if stretch > 0 {
			own = room / stretch
		}
		hidden := stretch + b.opt.Emergency
		if hidden <= 0 {
			return own, math.Inf(1)
		}
		r := room / hidden
		return own, 100 * r * r * r
	default:
		shrink := b.sum.shrink - a.total.shrink
		if shrink <= 0 || -room > shrink+1e-6 {
			return math.Inf(-1), math.Inf(1)
		}
		r := -room / shrink
		return -r, 100 * r * r * r
	}
}

func fitnessOf(ratio, bad float64) fitness {
	switch {
	case ratio < 0 && bad > 12:
		return tight
	case bad > 99:
		return veryLoose
	case bad > 12:
		return loose
	}
	return decent
}

// demerits is the cost of the way to item i through node a.
func (b *Breaker) demerits(a *node, i int, bad float64, f fitness) float64 {
	it := &b.items[i]
	d := linePenalty + bad
	d *= d
	if it.Kind == Penalty && it.Penalty > Forced {
		p := float64(it.Penalty)
		d += math.Copysign(p*p, p)
	}
	if a.flagged > 0 {
		if it.Flagged {
			d += flaggedDemerits
			if a.flagged > 1 {
				d += ladderDemerits
			}
		} else if i == len(b.items)-1 {
			d += lastFlagDemerits
		}
	}
	if diff := f - a.fit; diff > 1 || diff < -1 {
		d += fitnessDemerits
	}
	if b.runt(a, i) {
		d += shortLastDemerits
	}
	return a.demerits + d
}

// runt reports whether the line from node a to item i is a last one that is too short.
func (b *Breaker) runt(a *node, i int) bool {
	return i == len(b.items)-1 && a.pos >= 0 && b.sum.width-a.total.width < b.opt.LastMin
}

// within reports whether a break is one within a word: no glue follows it.
func (b *Breaker) within(pos int) bool {
	return pos >= 0 && b.items[pos].Kind == Penalty && b.items[pos+1].Kind == Box
}

// after is the sum up to the first item of a line that follows a break at i.
func (b *Breaker) after(i int) sums {
	s := b.sum
	if b.items[i].Kind == Penalty {
		s.width -= b.items[i].After
	}
	for j := i; j < len(b.items); j++ {
		it := &b.items[j]
		if it.Kind == Box || it.Kind == Penalty && it.Penalty <= Forced && j > i {
			break
		}
		if it.Kind == Glue {
			s.width += it.Width
			s.stretch += it.Stretch
			s.shrink += it.Shrink
		}
	}
	return s
}

// lines follows the best node back to the paragraph's start.
func (b *Breaker) lines() ([]Line, bool) {
	var best *node
	for _, a := range b.active {
		if a.pos == len(b.items)-1 && (best == nil || a.demerits < best.demerits) {
			best = a
		}
	}
	if best == nil {
		return nil, false
	}
	lines := make([]Line, best.line)
	for n := best; n.prev != nil; n = n.prev {
		start := n.prev.pos
		if start < 0 {
			start = 0
		}
		// what a break discards stands before the line's first box
		for start < n.pos && b.items[start].Kind != Box && n.prev.pos >= 0 {
			start++
		}
		lines[n.line-1] = Line{Start: start, End: n.pos, Ratio: n.ratio}
	}
	return lines, true
}
