package layout

import (
	"slices"
	"strings"

	"wogreport/internal/document"
	"wogreport/internal/pdf/typeset"
)

// apartGap is how much farther a column that is Apart stands from the one before.
const apartGap = 9.0

// measureColumns finds the widest text of each column and the width that it has at least, of
// tables that share them: its widest word, and that of a head of so many lines, unless 0.
func (bs *blockSetter) measureColumns(ts []*document.Table, g *grid, wide, least []float64, headLines int) {
	n := len(g.cols)
	heads := false
	g.subhead, g.names = 0, 0
	clear(wide)
	clear(least)
	g.before, g.after = make([]float64, n), make([]float64, n)
	g.heads, g.rows = make([]float64, n), make([]float64, n)
	for i, t := range ts {
		rows := t.Rows
		if i == 0 { // their heads are the same
			rows = slices.Concat(t.Head, t.Rows)
		}
		for r, row := range rows {
			head := i == 0 && r < len(t.Head)
			col := 0
			for i := range row {
				span := min(max(row[i].Span, 1), n-col)
				if span < 1 {
					break
				}
				if span == 1 && row[i].Heads {
					g.subhead, heads = max(g.subhead, bs.widthOf(t, &row[i], g)), true
				} else if span == 1 {
					least[col] = max(least[col], bs.measureCell(t, &row[i], g, col, head, headLines))
				} else if span == n && !head {
					g.subhead = max(g.subhead, bs.widthOf(t, &row[i], g))
				}
				col += span
			}
		}
	}
	for i := range wide {
		if d := g.before[i] + g.after[i]; d > 0 {
			g.rows[i], least[i] = max(g.rows[i], d), max(least[i], min(d, longWord*g.style.Size))
		}
		g.rows[i] += 0.01 // rounding must not wrap a text that fits
		g.heads[i] += 0.01
		if g.cols[i].Apart && i > 0 {
			g.rows[i], g.heads[i], least[i] = g.rows[i]+apartGap, g.heads[i]+apartGap, least[i]+apartGap
		}
		wide[i] = max(g.heads[i], g.rows[i])
		least[i] = min(least[i]+0.01, wide[i])
	}
	if heads {
		g.names = wide[0]
		wide[0] = max(wide[0], g.subhead+0.01)
	}
}

// longWord is how wide a word is, in sizes of its type, that may be broken rather
// than widen its column.
const longWord = 12

// measureCell notes how wide a cell's texts are and gives the width of their
// longest word, or the one at which a head has so many lines.
func (bs *blockSetter) measureCell(t *document.Table, k *document.Cell, g *grid, col int, head bool, headLines int) (word float64) {
	mark, widest := g.mark, &g.rows[col]
	if head {
		widest = &g.heads[col]
	}
	if head || g.cols[col].Align != document.AlignDecimal {
		mark = 0
	}
	parts, n := cellParts(k, g, col, 1, head, bs.doc)
	for _, p := range parts[:n] {
		e := bs.Extents(p.spans, p.style, p.lang, t, mark)
		if e.Number {
			g.before[col], g.after[col] = max(g.before[col], e.Before), max(g.after[col], e.After)
			continue
		}
		in := g.setIn(k)
		*widest = max(*widest, e.Line+in)
		word = max(word, min(e.Word, longWord*p.style.Size)+in)
	}
	if head && headLines > 0 {
		return bs.lowWidth(parts[:n], word, g.heads[col], headLines, t)
	}
	return word
}

// widthOf is how wide a cell's texts are on one line each.
func (bs *blockSetter) widthOf(t *document.Table, k *document.Cell, g *grid) float64 {
	widest := 0.0
	parts, n := cellParts(k, g, 0, len(g.cols), false, bs.doc)
	for _, p := range parts[:n] {
		widest = max(widest, bs.Extents(p.spans, p.style, p.lang, t, 0).Line)
	}
	return widest
}

// headLines are how many lines a head has at most, those of both languages counted, where
// there is room: what is tried first comes first.
func (bs *blockSetter) headLines() []int {
	if bs.doc.Second != "" {
		return []int{3, 4, 6}
	}
	return []int{3}
}

// mostHead is how many lines a head has at most in one language.
const mostHead = 3

// lowWidth is the least width, from that of the longest word to that of the longest line, at
// which the texts of a head have no more lines together than they should.
func (bs *blockSetter) lowWidth(parts []cellPart, low, high float64, most int, t *document.Table) float64 {
	words := 0
	for _, p := range parts {
		words += len(strings.Fields(document.Plain(p.spans)))
	}
	fits := func(width float64) bool {
		lines, own := 0, 0
		for _, p := range parts {
			n := len(bs.Set(p.spans, p.style, p.lang, t, width))
			lines, own = lines+n, max(own, n)
		}
		return lines <= most && own <= mostHead
	}
	low += 0.01
	if words <= most || low >= high || fits(low) {
		return low - 0.01
	}
	for high += 0.01; high-low > 1; {
		if half := (low + high) / 2; fits(half) {
			high = half
		} else {
			low = half
		}
	}
	return high
}

// leastGap is what is left at least of the gaps between columns where that saves lines, and
// mostLines what part of the lines of a column is left then at most.
const (
	leastGap  = 0.6
	mostLines = 0.9
)

// eased widens the first column that wraps by what the gaps between columns can give, where the
// texts of it then have fewer lines by far: a column a hair too narrow. It is how much each gap
// gives.
func (bs *blockSetter) eased(ts []*document.Table, g *grid, wide []float64, gap float64) float64 {
	at := slices.IndexFunc(g.cols, func(c document.Column) bool { return c.Wrap })
	if at < 0 || len(g.cols) < 2 || g.w[at] >= wide[at]-0.1 {
		return 0
	}
	lines := func(width float64) (n int) {
		for _, t := range ts {
			for r := range t.Rows {
				if at >= len(t.Rows[r]) || document.Subhead(t.Rows[r], len(g.cols)) {
					continue
				}
				k := &t.Rows[r][at]
				parts, p := cellParts(k, g, at, 1, false, bs.doc)
				for _, part := range parts[:p] {
					if part.style.Align == typeset.Left {
						part.style.Indent = -bs.hang(part, g, at, 1, t)
					}
					n += len(bs.Set(part.spans, part.style, part.lang, t, width-g.setIn(k)))
				}
			}
		}
		return n
	}
	by := min((1-leastGap)*gap, gap-minGap)
	if by <= 0 {
		return 0
	}
	now := lines(g.w[at])
	all := by * float64(len(g.cols)-1)
	if float64(lines(g.w[at]+all)) > mostLines*float64(now) {
		return 0
	}
	g.w[at] += all
	return by
}

// fitColumns shares a width out: every column gets its wish if all fit. Else
// those that wrap are narrowed, the widest first, down to their longest word;
// if that isn't enough all are, at last below their longest word.
func fitColumns(cols []document.Column, wide, least []float64, width float64) []float64 {
	w := append([]float64(nil), wide...)
	narrow := func(may func(i int) bool, floor func(i int) float64) {
		for range 60 {
			over := sum(w) - width
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
	narrow(func(int) bool { return true }, func(i int) float64 { return min(least[i], width/float64(len(w))) })
	return w
}
