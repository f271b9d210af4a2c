package layout

import (
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
	broken      bool // words are: not even the longest have room
	style, head typeset.Style
	mark        rune      // the decimal mark
	heads       []float64 // the widest head of each column
	rows        []float64 // and its widest text in the rows
	before      []float64 // of a decimal column: the widest text up to the mark
	after       []float64 // and from it
}

// extent is where a cell's text stands, from the table's left end.
func (g *grid) extent(k cell) (x, width float64) {
	last := k.col + k.span - 1
	return g.x[k.col], g.x[last] + g.w[last] - g.x[k.col]
}

// place adds the cell's lines to a slab, the first with its top at y.
func (g *grid) place(b *Box, k cell, x, y float64) {
	at, _ := g.extent(k)
	for i := range k.lines {
		l := &k.lines[i]
		b.text(&l.line, l.style, k.from, x+at+l.shift, y+float64(i)*g.style.Leading)
	}
}

// leastWrapped is how wide a column of wrapped text is that reads well, in
// sizes of its type.
const leastWrapped = 9

// Steps by which a table's type is made smaller until the words fit.
var tableScales = [...]float64{1, 0.93, 0.86, 0.8, 0.72}

// smallestForText is the index of the smallest of tableScales that is used only to
// give wrapped text more room, across the page: in a column that is too small.
const smallestForText = 2

// comfortable is how wide a column of wrapped text should be, in sizes of its type.
const comfortable = 13

// cramped reports whether the other columns leave those that wrap less room than
// reads well.
func cramped(cols []document.Column, wide []float64, room, size float64) bool {
	wanted := 0.0
	for i := range cols {
		if cols[i].Wrap {
			wanted += min(wide[i], comfortable*size)
		} else {
			room -= wide[i]
		}
	}
	return wanted > 0 && room < wanted
}

// columns sizes the columns to their content: each as wide as its longest
// text if the table then fits, else the wrapping ones give way, then all.
// Where not even the longest words fit, the type is set smaller.
func (bs *blockSetter) columns(t *document.Table, cols []document.Column, in bounds, ctx context) *grid {
	g := &grid{cols: cols, mark: ','}
	if ctx.lang == lang.EN {
		g.mark = '.'
	}
	n := len(cols)
	wide, least := make([]float64, n), make([]float64, n)
	gap := columnGap
	for i, scale := range tableScales {
		g.tight = i > 1
		g.style, g.head = bs.styles.cell, bs.styles.headCell
		for _, s := range []*typeset.Style{&g.style, &g.head} {
			s.Size, s.Leading = typeset.Hundredths(s.Size*scale), typeset.Hundredths(s.Leading*scale)
		}
		bs.measureColumns(t, g, wide, least)
		gap = columnGap
		if sum(wide)+gap*float64(n-1) > in.width {
			// heads are set on two lines before any text is wrapped
			for i := range wide {
				if !cols[i].Wrap {
					wide[i] = max(g.rows[i], least[i], 0.6*g.heads[i])
				}
			}
		}
		if sum(wide)+gap*float64(n-1) > in.width && cramped(cols, wide, in.width-gap*float64(n-1), g.style.Size) {
			// and then on as many as they have words
			for i := range wide {
				if !cols[i].Wrap {
					wide[i] = max(g.rows[i], least[i])
				}
			}
		}
		if sum(wide)+gap*float64(n-1) > in.width {
			gap = min(max(minGap, columnGap*min(1, in.width/(90*float64(n)))), 0.3*in.width/float64(n))
		}
		if sum(least)+gap*float64(n-1) <= in.width && (i >= smallestForText || in.width < bs.measure-rounding || !cramped(cols, wide, in.width-gap*float64(n-1), g.style.Size)) {
			break
		}
	}
	room := in.width - gap*float64(n-1)
	g.broken = sum(least) > room
	g.w = fitColumns(cols, wide, least, room)
	for i, w := range g.w {
		g.tight = g.tight || w < wide[i]-0.1 && w < leastWrapped*g.style.Size
	}
	if spare := room - sum(g.w); spare > 0 && !t.Plain {
		// a narrow table is opened up a little, not spread over the page
		want := min(spare, 0.35*sum(g.w)+30)
		if sum(g.w)+want > 0.82*room {
			want = spare
		}
		if n > 1 {
			gap += want / float64(n)
			if wrap := wrapping(cols); wrap >= 0 && want == spare {
				gap -= want / float64(n)
				g.w[wrap] += want
			}
		}
	}
	edge := min(gap/2, 5.0)
	if len(cols) == 1 {
		edge = 0
	}
	total := sum(g.w) + gap*float64(n-1)
	if total+2*edge > in.width {
		edge = max(0, (in.width-total)/2)
	}
	x := edge
	g.x = make([]float64, n)
	for i := range g.w {
		g.x[i] = x
		x += g.w[i] + gap
	}
	g.width = x - gap + edge
	return g
}

// wrapping is the last column that wraps, -1 for none.
func wrapping(cols []document.Column) int {
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

// measureColumns finds each column's widest text and its widest word.
func (bs *blockSetter) measureColumns(t *document.Table, g *grid, wide, least []float64) {
	n := len(g.cols)
	clear(wide)
	clear(least)
	g.before, g.after = make([]float64, n), make([]float64, n)
	g.heads, g.rows = make([]float64, n), make([]float64, n)
	for r, rows := range [][][]document.Cell{t.Head, t.Rows} {
		for _, row := range rows {
			col := 0
			for i := range row {
				span := min(max(row[i].Span, 1), n-col)
				if span < 1 {
					break
				}
				if span == 1 {
					parts, n := cellParts(&row[i], g, col, 1, r == 0, bs.doc.Language)
					for _, p := range parts[:n] {
						mark := g.mark
						if r == 0 || g.cols[col].Align != document.AlignDecimal {
							mark = 0
						}
						e := bs.Extents(p.spans, p.style, p.lang, t, mark)
						if e.Number {
							g.before[col], g.after[col] = max(g.before[col], e.Before), max(g.after[col], e.After)
							continue
						}
						if r == 0 {
							g.heads[col] = max(g.heads[col], e.Line)
						} else {
							g.rows[col] = max(g.rows[col], e.Line)
						}
						least[col] = max(least[col], min(e.Word, 12*p.style.Size))
					}
				}
				col += span
			}
		}
	}
	for i := range wide {
		if d := g.before[i] + g.after[i]; d > 0 {
			g.rows[i], least[i] = max(g.rows[i], d), max(least[i], min(d, 12*g.style.Size))
		}
		g.rows[i] += 0.01 // rounding must not wrap a text that fits
		g.heads[i] += 0.01
		wide[i] = max(g.heads[i], g.rows[i])
		least[i] = min(least[i]+0.01, wide[i])
	}
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

// fitColumns shares the room out: every column gets its wish if all fit. Else
// those that wrap are narrowed, the widest first, down to their longest word;
// if that isn't enough all are, at last below their longest word.
func fitColumns(cols []document.Column, wide, least []float64, room float64) []float64 {
	w := append([]float64(nil), wide...)
	narrow := func(may func(i int) bool, floor func(i int) float64) {
		for range 60 {
			over := sum(w) - room
			if over <= 1e-9 {
				return
			}
			// bring the widest down to the next one, or by what is over
			top, second, count := 0.0, 0.0, 0.0
			for i := range w {
				if !may(i) || w[i] <= floor(i)+1e-9 {
					continue
				}
				switch {
				case w[i] > top+1e-9:
					top, second, count = w[i], top, 1
				case w[i] > top-1e-9:
					count++
				case w[i] > second:
					second = w[i]
				}
			}
			if count == 0 {
				return
			}
			to := max(second, top-over/count)
			for i := range w {
				if may(i) && w[i] > top-1e-9 {
					w[i] = max(to, floor(i))
				}
			}
		}
	}
	leastOf := func(i int) float64 { return least[i] }
	narrow(func(i int) bool { return cols[i].Wrap }, leastOf)
	narrow(func(int) bool { return true }, leastOf)
	narrow(func(int) bool { return true }, func(i int) float64 { return min(least[i], room/float64(len(w))) })
	return w
}
