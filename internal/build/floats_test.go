package build

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"wogreport/internal/document"
	"wogreport/internal/pdf/layout"
)

// holes finds pages of which a good part is empty, but for those that end before a chapter,
// and the last. Empty is what no item covers, of each column.
func (m *marks) holes(doc *document.Document, lay *layout.Layout, opt layout.Options) {
	opt = opt.Normal()
	first := opensPage(doc)
	const mm = 72 / 25.4
	line := opt.Looks().Line
	top, left := opt.Margins.Top*mm, opt.Margins.Left*mm
	height, column := float64(opt.TextHeight()), float64(opt.ColumnWidth())
	for i, pg := range lay.Pages[:len(lay.Pages)-1] {
		if slices.ContainsFunc(lay.Pages[i+1].Items, func(it layout.Item) bool { return it.Box.Block != nil && first[it.Box.Block] }) {
			continue
		}
		empty := 0.0
		for c := range opt.Columns {
			x := left + float64(c)*(column+opt.Gutter)
			empty += emptyIn(pg, x, x+column, top, top+height, line)
		}
		share := empty / height / float64(opt.Columns)
		m.empty, m.pages = m.empty+share, m.pages+1
		if share > 0.25 {
			m.large++
		}
		if share > 1.0/3 {
			m.third++
		}
		if share > 0.12 {
			m.hole = append(m.hole, fmt.Sprintf("page %d: %.0f%% empty", i+1, 100*share))
			m.emptiest = max(m.emptiest, share)
		}
	}
}

// opensPage are the blocks that begin a page wherever they stand.
func opensPage(doc *document.Document) map[document.Block]bool {
	first := map[document.Block]bool{}
	for i, b := range doc.Blocks {
		switch b := b.(type) {
		case *document.Heading:
			first[b] = first[b] || b.Opens
		case *document.Cover, *document.Letterhead:
			first[b] = true
		case *document.PageBreak:
			if i+1 < len(doc.Blocks) {
				first[doc.Blocks[i+1]] = true
			}
		}
	}
	return first
}

// emptyIn is how much of a column nothing stands in, gaps of up to three lines apart.
func emptyIn(pg layout.Page, left, right, top, bottom, line float64) float64 {
	type span struct{ from, to float64 }
	var spans []span
	for _, it := range pg.Items {
		if it.Box.Block == nil {
			continue
		}
		from, to := math.Inf(1), math.Inf(-1)
		add := func(x, width float64) { from, to = min(from, it.X+x), max(to, it.X+x+width) }
		for _, t := range it.Box.Texts {
			add(t.X, t.Line.Width)
		}
		for _, d := range it.Box.Drawings {
			add(d.X, d.Width)
		}
		if min(to, right)-max(from, left) > 1 {
			spans = append(spans, span{it.Y, it.Y + it.Box.Height})
		}
	}
	slices.SortFunc(spans, func(a, b span) int { return cmp.Compare(a.from, b.from) })
	empty, y := 0.0, top
	for _, s := range append(spans, span{bottom, bottom}) {
		if gap := s.from - y; gap > 3*line {
			empty += gap
		}
		y = max(y, s.to)
	}
	return empty
}

// floats finds figures and tables that stand after the next heading of their level, or a
// higher one, small tables on two pages, and larger ones of which a page holds few rows.
func (m *marks) floats(doc *document.Document, lay *layout.Layout, opt layout.Options) {
	type place struct {
		page int
		y    float64
	}
	at, last := map[document.Block]place{}, map[document.Block]place{}
	for _, pg := range lay.Pages {
		for _, it := range pg.Items {
			b := it.Box.Block
			if b == nil {
				continue
			}
			if _, ok := at[b]; !ok {
				at[b] = place{pg.Number, it.Y}
			}
			last[b] = place{pg.Number, it.Y}
		}
	}
	type open struct {
		b     document.Block
		level int
		name  string
	}
	var floats []open
	level := 0
	for _, b := range doc.Blocks {
		switch b := b.(type) {
		case *document.Heading:
			here, ok := at[b]
			if !ok {
				continue
			}
			for _, f := range floats {
				p, ok := last[f.b]
				if ok && b.Level <= f.level && p.page > here.page {
					m.passed = append(m.passed, fmt.Sprintf("%s (page %d) passes %q (page %d)", f.name, p.page, document.Plain(b.Text), here.page))
				}
			}
			floats = slices.DeleteFunc(floats, func(f open) bool { return b.Level <= f.level })
			level = b.Level
		case *document.Figure:
			floats = append(floats, open{b, level, document.Plain(b.Caption.Text)})
		case *document.Table:
			floats = append(floats, open{b, level, document.Plain(b.Caption.Text)})
			parts := rowsOnPages(lay, b)
			if len(parts) < 2 {
				continue
			}
			what := fmt.Sprintf("%q from page %d: %v rows", document.Plain(b.Caption.Text), at[b].page, parts)
			m.parts = append(m.parts, what)
			switch {
			case fits(lay, opt, b) && sumOf(parts) <= 12 && at[b].y > opt.Normal().Margins.Top*72/25.4+0.5*float64(opt.TextHeight()): // half a page would have stayed empty
				m.split = append(m.split, what)
			case slices.Min(parts) < 3 && !b.Plain:
				m.thin = append(m.thin, what)
			case slices.Min(parts) < 6 && !b.Plain:
				m.few = append(m.few, what)
			}
		}
	}
}

// rowsOnPages is how many rows of a table, besides heads and sums, stand on each of its pages.
func rowsOnPages(lay *layout.Layout, t *document.Table) (parts []int) {
	for _, pg := range lay.Pages {
		rows, found := map[int]bool{}, false
		for _, it := range pg.Items {
			if it.Box.Block != document.Block(t) {
				continue
			}
			found = true
			for _, tx := range it.Box.Texts {
				if from := tx.Source; from.Part == document.PartRowCell && !from.Repeated && !slices.Contains(t.Totals, from.Index) && !document.Subhead(t.Rows[from.Index], len(t.Columns)) {
					rows[from.Index] = true
				}
			}
		}
		if found {
			parts = append(parts, len(rows))
		}
	}
	return parts
}

// fits reports whether a table has room on one page.
func fits(lay *layout.Layout, opt layout.Options, t *document.Table) bool {
	g, ok := lay.Grid(t)
	return ok && g.Height <= float64(opt.TextHeight())
}

func sumOf(n []int) (sum int) {
	for _, n := range n {
		sum += n
	}
	return sum
}
