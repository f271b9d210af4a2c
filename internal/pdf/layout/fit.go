package layout

import "wogreport/internal/document"

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
					least[col] = max(least[col], bs.measureCell(t, &row[i], g, col, r == 0))
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
		wide[i] = max(g.heads[i], g.rows[i])
		least[i] = min(least[i]+0.01, wide[i])
	}
}

// longWord is how wide a word is, in sizes of its type, that may be broken rather
// than widen its column.
const longWord = 12

// measureCell notes how wide a cell's texts are and gives the width of their
// longest word.
func (bs *blockSetter) measureCell(t *document.Table, k *document.Cell, g *grid, col int, head bool) (word float64) {
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
		*widest = max(*widest, e.Line)
		word = max(word, min(e.Word, longWord*p.style.Size))
	}
	return word
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
