package layout

import (
	"slices"

	"wogreport/internal/diag"
	"wogreport/internal/document"
	"wogreport/internal/pdf/typeset"
)

// Distances in a table, in points.
const (
	cellPadding = 2.1 // above and under a row's text
	headPadding = 3.6
	columnGap   = 12.0 // between columns
	minGap      = 6.0  // where the table is too wide for more
	captionGap  = 4.5
	rowsGap     = 1.0 // between the rows and the rules
	rowGives    = 1.4 // what a row can be lower by, so that the table fits
)

// leastNote is how wide a table is at least, as a part of the text's width, whose note would else
// have more than mostNoteLines lines.
const (
	leastNote     = 0.6
	mostNoteLines = 4
)

// mostAcross is how much of a page a table takes at most of what it would in columns, to
// stand across them where it is longer than one.
const mostAcross = 1.25

// tableLayout is a table whose rows are set; the pages decide where it is divided.
type tableLayout struct {
	table     *document.Table
	in        bounds // of the rules
	tight     bool   // it would look better in a wider place
	broken    bool   // its words don't fit their columns
	caption   *Box
	continued *Box // the caption on the pages that follow
	below     bool // the caption stands under the table
	head      *Box
	rows      []*Box
	totals    []int // the rows that sum up those over them
	subheads  []int // of each row, the row over it that is a head of it and those beside it; -1 for none
	uppers    []int // of each row, the head over such heads
	note      *Box
	lowered   float64 // what each row is lower by
	set       map[portion]*Box
}

// portion is a part of a table that was set: pages are tried in many ways.
type portion struct {
	from, to int
	lowered  float64
}

// lowering sets rows [from, to) as figures give: as high as they are, or lower by up to rowGives.
func (l *tableLayout) lowering(from, to int) func(float64) *Box {
	return func(by float64) *Box {
		part := min(max((1-by)/mostGiven, 0), 1)
		lower := *l
		lower.lowered = max(l.lowered, part*rowGives)
		return lower.portion(from, to)
	}
}

// table sets every cell and leaves the rest to the pages. A plain table stays
// in its place.
func (bs *blockSetter) table(t *document.Table, in bounds, ctx context) []piece {
	l := bs.tableLayout(t, in, ctx)
	if l == nil {
		return nil
	}
	wide := in.width == bs.column && bs.column < bs.measure && (l.tight && !t.Plain || l.broken || bs.shorterAcross(t, l, ctx))
	if wide {
		l = bs.tableLayout(t, bounds{width: bs.measure}, ctx)
	}
	if l.broken {
		bs.problem.Warnf(diag.Pos{}, "cramped-table", "a table of %d columns has no room for its words, which are broken", len(t.Columns))
		bs.problem.Hintf("give it fewer columns, or divide it")
	}
	space := 0.75 * bs.styles.line
	if t.Plain {
		space = 0.5 * bs.styles.line
	}
	p := piece{kind: tablePiece, table: l, box: &Box{Block: t}, above: space, below: space + 1, wide: wide, again: l.lowering(0, len(l.rows)), rows: len(l.rows)}
	if siblings, _ := bs.siblings(t); !wide && in.width == bs.column && bs.column < bs.measure && !t.Plain && len(siblings) == 1 {
		p.wider = bs.wider(t, ctx)
	}
	// what is too long to stand beside the rows becomes text of its own
	var before, after []piece
	if l.caption != nil && l.caption.Height > bs.depth/3 {
		before = bs.captionFlow(t.Caption, t, in, ctx)
		l.caption, l.continued = nil, nil
	}
	if l.note != nil && l.note.Height > bs.depth/3 {
		l.note = nil
		after = bs.spaced(bs.text(t.Note, bs.styles.note, ctx.lang, document.Source{Block: t, Part: document.PartNote}, in), space)
	}
	return append(append(before, p), after...)
}

// wider sets a table as wide as the page when that is asked for; its grid stays the narrow one.
func (bs *blockSetter) wider(t *document.Table, ctx context) func() *tableLayout {
	var l *tableLayout // pages are tried in several ways
	return func() *tableLayout {
		if l == nil {
			g, height := bs.grids[t], bs.heights[t]
			l = bs.tableLayout(t, bounds{width: bs.measure}, ctx)
			bs.grids[t], bs.heights[t] = g, height
		}
		return l
	}
}

// shorterAcross reports whether a table that is longer than a column takes less of a page
// across the columns. Those of one head follow the first.
func (bs *blockSetter) shorterAcross(t *document.Table, l *tableLayout, ctx context) bool {
	name := headName(t)
	shorter, ok := bs.shorter[name]
	if long := l.height(0, len(l.rows)); !ok && long > bs.depth {
		across := bs.wider(t, ctx)()
		shorter = across.height(0, len(across.rows))*float64(bs.opt.Columns) < mostAcross*long
	}
	bs.shorter[name] = shorter
	return shorter
}

func (bs *blockSetter) tableLayout(t *document.Table, in bounds, ctx context) *tableLayout {
	n := len(t.Columns)
	for _, row := range append(append([][]document.Cell(nil), t.Head...), t.Rows...) {
		n = max(n, rowSpan(row))
	}
	if n == 0 {
		return nil
	}
	cols := make([]document.Column, n)
	copy(cols, t.Columns)
	g := bs.columns(t, cols, in, ctx)
	bs.grids[t] = g
	l := &tableLayout{set: map[portion]*Box{}, table: t, in: bounds{in.x + (in.width-g.width)/2, g.width}, below: bs.opt.TableCaptions == Below, tight: g.tight, broken: g.broken}
	if !t.Plain {
		l.caption = bs.caption(t.Caption, "", t, in, ctx)
		l.continued = l.caption
		if t.Continued != "" {
			l.continued = bs.caption(t.Caption, t.Continued, t, in, ctx)
		}
	}
	if len(t.Head) > 0 {
		l.head = bs.head(t, g, l.in)
	}
	asRows := 0                                      // how many rows of the head are set as rows
	if l.head != nil && l.head.Height > bs.depth/3 { // no head to repeat on every page
		l.head, asRows = nil, len(t.Head)
	}
	limit, sub, upper := bs.depth-bs.overhead(l), -1, -1
	for i, row := range slices.Concat(t.Head[:asRows], t.Rows) {
		from := document.Source{Block: t, Part: document.PartRowCell, Index: i - asRows}
		if i < asRows {
			from.Part, from.Index = document.PartHeadCell, i
		}
		if document.Subhead(row, n) {
			if sub >= 0 && sub == len(l.rows)-1 {
				upper = sub
			}
			sub = len(l.rows)
			if k := i + 1 - asRows; k < len(t.Rows) && document.Subhead(t.Rows[k], n) {
				upper = -1 // it is the next of them itself
			}
		}
		set := bs.row(row, g, l.in, limit, from)
		if slices.Contains(t.Totals, i-asRows) {
			l.totals = append(l.totals, len(l.rows))
			set[0].Rules = append(set[0].Rules, Rule{X: l.in.x, Length: l.in.width, Weight: lightRule})
		}
		l.rows = append(l.rows, set...)
		l.subheads = append(l.subheads, slices.Repeat([]int{sub}, len(set))...)
		l.uppers = append(l.uppers, slices.Repeat([]int{upper}, len(set))...)
	}
	if len(t.Note) > 0 {
		l.note = &Box{Block: t}
		style := bs.styles.note
		style.Align = typeset.Left
		l.note.Height = l.note.lines(bs.Set(t.Note, style, ctx.lang, t, l.in.width), style, document.Source{Block: t, Part: document.PartNote}, l.in.x, 0)
	}
	bs.heights[t] = l.height(0, len(l.rows))
	return l
}

// count is how many of the rows [from, to) are neither heads nor sums of others.
func (l *tableLayout) count(from, to int) (n int) {
	for i := from; i < to; i++ {
		if l.subheads[i] != i && !slices.Contains(l.totals, i) {
			n++
		}
	}
	return n
}

// headsOf are the heads in the table that row i repeats at the top of a page: its own, unless
// it is one, and the one over that.
func (l *tableLayout) headsOf(i int) (heads []*Box) {
	if i == 0 || i == len(l.rows) {
		return nil
	}
	for _, k := range [...]int{l.uppers[i], l.subheads[i]} {
		if k >= 0 && k != i {
			heads = append(heads, l.rows[k])
		}
	}
	return heads
}

// overhead is the greatest height of what stands on every page of the table.
func (bs *blockSetter) overhead(l *tableLayout) float64 {
	h := 3 * captionGap
	if l.caption != nil && l.caption.Height <= bs.depth/3 {
		h += max(l.caption.Height, l.continued.Height)
	}
	if l.head != nil {
		h += l.head.Height
	}
	return h
}

func rowSpan(row []document.Cell) (n int) {
	for _, c := range row {
		n += max(c.Span, 1)
	}
	return n
}

// portion is rows [from, to) with all that belongs to them on one page.
func (l *tableLayout) portion(from, to int) *Box {
	b := l.set[portion{from, to, l.lowered}]
	if b != nil {
		return b
	}
	b = &Box{Block: l.table}
	l.set[portion{from, to, l.lowered}] = b
	caption, head := l.captionOf(from), l.head
	if from > 0 && caption != nil {
		caption = caption.repeated()
	}
	if from > 0 && head != nil {
		head = head.repeated()
	}
	texts := 0
	for _, part := range append(l.rows[from:to:to], head, caption, l.note) {
		if part != nil {
			texts += len(part.Texts)
		}
	}
	b.Texts = make([]Text, 0, texts)
	y := 0.0
	if caption != nil && !l.below {
		b.put(caption, 0, 0)
		y = caption.Height + captionGap
	}
	if from == 0 && l.table.ID != "" {
		b.anchors = append(b.anchors, anchor{l.table.ID, 0})
	}
	if head != nil {
		b.put(head, 0, y)
		y += head.Height
	} else {
		b.Rules = append(b.Rules, Rule{X: l.in.x, Y: y, Length: l.in.width, Weight: heavyRule})
	}
	y += rowsGap
	for _, sub := range l.headsOf(from) {
		b.put(sub.repeated(), 0, y)
		y += sub.Height
	}
	for _, r := range l.rows[from:to] {
		b.put(r, 0, y)
		y += r.Height - l.lowered
	}
	y += rowsGap
	b.Rules = append(b.Rules, Rule{X: l.in.x, Y: y, Length: l.in.width, Weight: heavyRule})
	if to == len(l.rows) && l.note != nil {
		y += captionGap
		b.put(l.note, 0, y)
		y += l.note.Height
	}
	if caption != nil && l.below {
		y += captionGap
		b.put(caption, 0, y)
		y += caption.Height
	}
	b.Height = y
	return b
}

// captionOf is the caption of the part that begins with a row, nil for none.
func (l *tableLayout) captionOf(from int) *Box {
	c := l.caption
	if from > 0 {
		c = l.continued
	}
	if c == nil || c.Height == 0 {
		return nil
	}
	return c
}

// height is the height of portion(from, to).
func (l *tableLayout) height(from, to int) float64 {
	y := 2 * rowsGap
	if caption := l.captionOf(from); caption != nil {
		y += caption.Height + captionGap
	}
	if l.head != nil {
		y += l.head.Height
	}
	for _, sub := range l.headsOf(from) {
		y += sub.Height
	}
	for _, r := range l.rows[from:to] {
		y += r.Height - l.lowered
	}
	if to == len(l.rows) && l.note != nil {
		y += captionGap + l.note.Height
	}
	return y
}
