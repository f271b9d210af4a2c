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
// tables that share them: its widest word, and, with low heads, that of a head of three lines.
func (bs *blockSetter) measureColumns(ts []*document.Table, g *grid, wide, least []float64, lowHeads bool) {
	n := len(g.cols)
	g.subhead = 0
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
				if span == 1 {
					least[col] = max(least[col], bs.measureCell(t, &row[i], g, col, head, lowHeads))
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
}

// longWord is how wide a word is, in sizes of its type, that may be broken rather
// than widen its column.
const longWord = 12

// measureCell notes how wide a cell's texts are and gives the width of their
// longest word, or the one at which a low head has three lines.
func (bs *blockSetter) measureCell(t *document.Table, k *document.Cell, g *grid, col int, head, low bool) (word float64) {
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
		if head && low {
			word = max(word, bs.lowWidth(p, e, t))
		}
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

// headLines is how many lines a head has at most in each language, where there is room.
const headLines = 3

// lowWidth is the least width at which a head is no higher than headLines.
func (bs *blockSetter) lowWidth(p cellPart, e typeset.Extent, t *document.Table) float64 {
	low, high := e.Word+0.01, e.Line+0.01
	fits := func(width float64) bool { return len(bs.Set(p.spans, p.style, p.lang, t, width)) <= headLines }
	if len(strings.Fields(document.Plain(p.spans))) <= headLines || fits(low) {
		return e.Word
	}
	for high-low > 1 {
		if half := (low + high) / 2; fits(half) {
			high = half
		} else {
			low = half
		}
	}
	return high
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
