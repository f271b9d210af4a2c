package layout

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/pdf/typeset"
)

// grid is the columns of a table: where they stand and how wide they are.
type grid struct {
	cols        []document.Column
	x, w        []float64
	width       float64
	tight       bool // the type is smaller, or a column narrower, than reads well
	broken      bool // words are broken that don't fit their columns
	beside      bool // texts in the second language stand after those in the first, not under them
	style, head typeset.Style
	mark        rune      // the decimal mark
	heads       []float64 // the widest head of each column
	rows        []float64 // and its widest text in the rows
	before      []float64 // of a decimal column: the widest text up to the mark
	after       []float64 // and from it
	subhead     float64   // the widest head inside the table
	names       float64   // the widest text of the first column but heads that name columns beside them
}

// extent is where a cell's text stands, from the table's left end.
func (g *grid) extent(k cell) (x, width float64) {
	last := k.col + k.span - 1
	return g.x[k.col], g.x[last] + g.w[last] - g.x[k.col]
}

// place adds the cell's lines to a box, the first with its top at y.
func (g *grid) place(b *Box, k cell, x, y float64) {
	at, _ := g.extent(k)
	for i := range k.lines {
		l := &k.lines[i]
		b.text(&l.line, l.style, k.from, x+at+l.shift, y+float64(i)*g.style.Leading)
	}
}

// leastWrapped is how wide a column of wrapped text is that reads well, in
// sizes of its type, and mostWrapped in how many lines a text of it stands that does.
const (
	leastWrapped = 9
	mostWrapped  = 2.5
)

// Steps by which a table's type is made smaller until the words fit.
var tableScales = [...]float64{1, 0.93, 0.86, 0.8, 0.72}

// smallestForText is the index of the smallest of tableScales that only gives
// wrapped text more width, in a table across the page.
const smallestForText = 2

// comfortable is how wide a column of wrapped text should be, in sizes of its type.
const comfortable = 13

// columns sizes the columns to their content: each as wide as its longest
// text if the table then fits, else the wrapping ones give way, then all.
// Where not even the longest words fit, the type is set smaller.
// Tables with the same head share their columns.
func (bs *blockSetter) columns(t *document.Table, cols []document.Column, in bounds, ctx context) *grid {
	siblings, name := bs.siblings(t)
	key := gridKey{name, in.width}
	if g, ok := bs.shared[key]; ok && len(siblings) > 1 {
		return g
	}
	g := &grid{cols: cols}
	bs.shared[key] = g
	g.mark, _ = utf8.DecodeRuneInString(lang.DecimalMark(ctx.lang))
	n := len(cols)
	wide, least := make([]float64, n), make([]float64, n)
	gap := 0.0
	measure := func(headLines int) float64 {
		bs.measureColumns(siblings, g, wide, least, headLines)
		g.evenHeads(wide, least)
		return g.narrow(wide, least, in.width)
	}
	if slices.ContainsFunc(siblings, twoTongued) {
		g.style, g.head = bs.styles.cell, bs.styles.headCell
		gap = bs.beside(siblings, g, wide, least, in.width, measure)
	}
sizes:
	for i, scale := range tableScales {
		if g.beside {
			break
		}
		g.tight = i > 1
		g.style, g.head = scaled(bs.styles.cell, scale), scaled(bs.styles.headCell, scale)
		lines := bs.headLines()
		if i > smallestForText {
			lines = []int{0}
		}
		for k, most := range lines {
			gap = measure(most)
			enough := k == len(lines)-1 && (i >= smallestForText || in.width < bs.measure-rounding)
			if sum(least)+gap*float64(n-1) <= in.width && (enough || !g.cramped(wide, in.width-gap*float64(n-1))) {
				break sizes
			}
		}
	}
	space := in.width - gap*float64(n-1)
	g.broken = sum(least) > space
	g.w = fitColumns(cols, wide, least, space)
	for i, w := range g.w {
		g.tight = g.tight || w < wide[i]-0.1 && (w < leastWrapped*g.style.Size || mostWrapped*w < wide[i])
	}
	if by := bs.eased(siblings, g, wide, gap); by > 0 {
		gap -= by
		space = in.width - gap*float64(n-1)
	}
	if !t.Plain {
		g.evenRuns(space)
		gap = g.open(space, gap)
		gap = g.reach(bs.noteWidth(siblings, g, gap, in.width, ctx.lang), gap)
	}
	g.setPlaces(in.width, gap)
	return g
}

// gridKey names the columns that tables of one head share in a width.
type gridKey struct {
	head  string
	width float64
}

// siblings are the tables of the document with the head of one, itself among them, and what
// they have in common as a text.
func (bs *blockSetter) siblings(t *document.Table) ([]*document.Table, string) {
	if bs.heads == nil {
		bs.heads = map[string][]*document.Table{}
		for _, b := range bs.doc.Blocks {
			if other, ok := b.(*document.Table); ok {
				name := headName(other)
				bs.heads[name] = append(bs.heads[name], other)
			}
		}
	}
	name := headName(t)
	if of := bs.heads[name]; slices.Contains(of, t) {
		return of, name
	}
	return []*document.Table{t}, name
}

// headName is the head of a table as a text, with how its columns stand; of one without a
// head it is like no other's.
func headName(t *document.Table) string {
	var b strings.Builder
	if len(t.Head) == 0 {
		fmt.Fprintf(&b, "%p", t)
	}
	for _, c := range t.Columns {
		fmt.Fprint(&b, c.Align, c.Wrap, c.Apart, "|")
	}
	for _, row := range t.Head {
		for _, cell := range row {
			b.WriteString(strconv.Itoa(cell.Span) + document.Plain(cell.Text) + "|" + document.Plain(cell.Second) + "|")
		}
	}
	return b.String()
}

// scaled is a style with smaller type.
func scaled(s typeset.Style, scale float64) typeset.Style {
	s.Size, s.Leading = typeset.Hundredths(s.Size*scale), typeset.Hundredths(s.Leading*scale)
	return s
}

// evenHeads sets on two lines or three the name of an answer that makes its column far
// wider than the others are, whose heads are bare numbers.
func (g *grid) evenHeads(wide, least []float64) {
	var widths, bare []float64
	for i, w := range wide {
		if !g.cols[i].Wrap {
			widths, bare = append(widths, w), append(bare, g.heads[i]/g.rows[i])
		}
	}
	if len(widths) < 4 {
		return
	}
	slices.Sort(widths)
	slices.Sort(bare)
	if bare[len(bare)/2] > 0.6 {
		return
	}
	most := 1.7 * widths[len(widths)/2]
	for i := range wide {
		for _, part := range [...]float64{0.66, 0.4} {
			if !g.cols[i].Wrap && wide[i] > most {
				wide[i] = max(g.rows[i], least[i], part*g.heads[i])
			}
		}
	}
}

// evenRuns makes columns of like numbers beside each other as wide as the widest of them, as far as
// there is room, so that their gutters are.
func (g *grid) evenRuns(space float64) {
	alike := func(a, b int) bool {
		x, y := g.cols[a], g.cols[b]
		return x.Align == y.Align && x.Align != document.AlignLeft && !x.Wrap && !y.Wrap && !y.Apart && min(g.rows[a], g.rows[b]) > likeRows*max(g.rows[a], g.rows[b])
	}
	for from, to := 0, 0; from < len(g.w); from = to {
		for to = from + 1; to < len(g.w) && alike(from, to); to++ {
		}
		run := g.w[from:to]
		widest := slices.Max(run)
		missing := widest*float64(len(run)) - sum(run)
		if room := space - sum(g.w); len(run) > 2 && missing > 0 && room > 0 {
			for i := range run {
				run[i] += float64((widest - run[i]) * min(1, room/missing))
			}
		}
	}
}

// likeRows is how wide the numbers of a column are at least, as a part of another's, to be like them.
const likeRows = 0.6

// narrow lowers the wishes of columns that do not fit a width, and is the gap
// between them then.
func (g *grid) narrow(wide, least []float64, width float64) (gap float64) {
	n := float64(len(wide))
	tooWide := func() bool { return sum(wide)+columnGap*(n-1) > width }
	if g.names > 0 && tooWide() { // such heads are wrapped before columns of numbers stand too near
		wide[0] = max(wide[0]-(sum(wide)+columnGap*(n-1)-width), min(wide[0], g.names), least[0])
	}
	if tooWide() {
		g.lowerHeads(wide, least, 0.6) // heads are set on two lines before any text is wrapped
	}
	if tooWide() && g.cramped(wide, width-columnGap*(n-1)) {
		g.lowerHeads(wide, least, 0) // and then on as many as they have words
	}
	if tooWide() {
		return min(max(minGap, columnGap*min(1, width/(90*n))), 0.3*width/n)
	}
	return columnGap
}

// lowerHeads lowers the wishes of columns that do not wrap to a part of their heads.
func (g *grid) lowerHeads(wide, least []float64, part float64) {
	for i := range wide {
		if !g.cols[i].Wrap {
			wide[i] = max(g.rows[i], least[i], part*g.heads[i])
		}
	}
}

// cramped reports whether the other columns leave those that wrap less space than
// reads well.
func (g *grid) cramped(wide []float64, space float64) bool {
	wanted := 0.0
	for i, c := range g.cols {
		if c.Wrap {
			wanted += min(wide[i], comfortable*g.style.Size)
		} else {
			space -= wide[i]
		}
	}
	return wanted > 0 && space < wanted
}

// open opens a narrow table up a little, rather than spread it over the page, and
// is the gap between its columns then.
func (g *grid) open(space, gap float64) float64 {
	spare, n := space-sum(g.w), len(g.w)
	if spare <= 0 {
		return gap
	}
	want := min(spare, 0.35*sum(g.w)+30)
	if sum(g.w)+want > 0.82*space {
		want = spare
	}
	if n < 2 || n == 2 && g.cols[1].Wrap { // a number and its statement stay near each other
		return gap
	}
	// heads inside it are lines like a note's, not narrow paragraphs
	if last, over := lastWrapping(g.cols), min(g.subhead, space)-sum(g.w)-(want/float64(n)+gap)*float64(n-1); last >= 0 && over > 0 {
		if n == 2 && g.cols[1].Align == document.AlignDecimal {
			last = 1 // in whose middle a lone number is not far from its row's name
		}
		g.w[last] += min(over, spare-want)
	}
	if last := lastWrapping(g.cols); last >= 0 && want == spare {
		g.w[last] += want
		return gap
	}
	return gap + want/float64(n)
}

// noteWidth is how wide a table must be so that its note, or that of one which shares its columns,
// is no column of short lines beside it.
func (bs *blockSetter) noteWidth(siblings []*document.Table, g *grid, gap, width float64, l lang.Tag) float64 {
	style := bs.styles.note
	style.Align = typeset.Left
	now := sum(g.w) + float64(gap*float64(len(g.w)))
	if now >= leastNote*width {
		return 0
	}
	for _, t := range siblings {
		if len(t.Note) > 0 && len(bs.Set(t.Note, style, l, t, now)) > mostNoteLines {
			return leastNote * width
		}
	}
	return 0
}

// reach widens a table that is narrower by its text, or else by its gaps, and is the gap between
// its columns then.
func (g *grid) reach(width, gap float64) float64 {
	over := width - sum(g.w) - float64(gap*float64(len(g.w)))
	if last := lastWrapping(g.cols); over > 0 && last >= 0 {
		g.w[last] += over
	} else if over > 0 {
		gap += over / float64(len(g.w))
	}
	return gap
}

// setPlaces places the columns beside each other, the table centred.
func (g *grid) setPlaces(width, gap float64) {
	n := len(g.w)
	edge := min(gap/2, 5.0)
	if n == 1 {
		edge = 0
	}
	total := sum(g.w) + gap*float64(n-1)
	if total+2*edge > width {
		edge = max(0, (width-total)/2)
	}
	x := edge
	g.x = make([]float64, n)
	for i := range g.w {
		g.x[i] = x
		x += g.w[i] + gap
	}
	g.width = x - gap + edge
}

// lastWrapping is the last column that wraps, -1 for none.
func lastWrapping(cols []document.Column) int {
	for i := len(cols) - 1; i >= 0; i-- {
		if cols[i].Wrap {
			return i
		}
	}
	return -1
}

func sum(v []float64) (s float64) {
	for _, x := range v {
		s += x
	}
	return s
}

// alignDecimal moves a cell's number so that its mark stands under the others.
// Text in such a column (a dash, a word) is centred.
func (g *grid) alignDecimal(k *cell) {
	if g.cols[k.col].Align != document.AlignDecimal || len(k.lines) != 1 {
		return
	}
	l := &k.lines[0]
	width := g.w[k.col]
	before, ok := l.line.NumberBefore(g.mark)
	if !ok {
		l.shift = (width-l.line.Width)/2 - l.line.X
		return
	}
	block := g.before[k.col] + g.after[k.col]
	l.shift = (width-block)/2 + g.before[k.col] - before - l.line.X
}
