package layout

import (
	"math"
	"slices"

	"wogreport/internal/document"
)

// besideGap is the gap between columns that is enough where texts in two languages then stand on
// one line, and mostBeside what part of the lines that rows have with each language on its own
// they have at most then.
const (
	besideGap  = 8.0
	mostBeside = 0.8
)

// beside decides whether the rows of tables have texts in two languages beside each other: where
// all fit, or where they then have fewer lines by far. It is the gap between columns then. Measure
// finds what columns want, with heads of so many lines, and the gap.
func (bs *blockSetter) beside(ts []*document.Table, g *grid, wide, least []float64, width float64, measure func(headLines int) float64) (gap float64) {
	gaps := float64(len(wide) - 1)
	fits := func() bool { return sum(wide) <= width-gap*gaps }
	lines := func() float64 { return float64(bs.rowLines(ts, g, fitColumns(g.cols, wide, least, width-gap*gaps))) }
	try := func() {
		g.beside = true
		heads := bs.headLines()
		for _, most := range heads[:min(2, len(heads))] {
			if gap = measure(most); !fits() {
				g.lowerHeads(wide, least, 0)
			}
			if gap = min(gap, max(besideGap, (width-sum(wide))/max(gaps, 1))); fits() {
				return
			}
		}
	}
	if try(); fits() {
		return gap
	}
	cramped, both := g.cramped(wide, width-gap*gaps), lines()
	g.beside = false
	gap = measure(bs.headLines()[0])
	if !cramped && both < mostBeside*lines() {
		try()
	}
	return gap
}

// rowLines is how many lines the rows of tables take, about, in columns so wide.
func (bs *blockSetter) rowLines(ts []*document.Table, g *grid, w []float64) (n int) {
	for _, t := range ts {
		for _, row := range t.Rows {
			most := 1
			for i := range row {
				if row[i].Span > 1 || i >= len(w) {
					break
				}
				lines := 0
				parts, k := cellParts(&row[i], g, i, 1, false, bs.doc)
				for _, p := range parts[:k] {
					lines += int(math.Ceil((bs.Extents(p.spans, p.style, p.lang, t, 0).Line + g.setIn(&row[i])) / w[i]))
				}
				most = max(most, lines)
			}
			n += most
		}
	}
	return n
}

// twoTongued reports whether a row of a table has a text in the second language.
func twoTongued(t *document.Table) bool {
	return slices.ContainsFunc(t.Rows, func(row []document.Cell) bool {
		return slices.ContainsFunc(row, func(k document.Cell) bool { return len(k.Second) > 0 })
	})
}
