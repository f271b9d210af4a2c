package build

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"wogreport/internal/document"
	"wogreport/internal/pdf/layout"
)

// depth finds where pages end, and what stands over heads.
func (m *marks) depth(lay *layout.Layout, opt layout.Options) {
	line := opt.Looks().Line
	m.spaces, m.under = map[int][]float64{}, map[int][]float64{}
	floats := map[int]float64{}         // where a caption or note ends a page
	texts := map[int]float64{}          // and where text does
	near := func(i, step int) float64 { // of the next page in that direction that text ends
		for ; i >= 0 && i < len(lay.Pages); i += step {
			if texts[i] > 0 {
				return texts[i]
			}
		}
		return 0
	}
	for i, pg := range lay.Pages {
		last, above, folio := 0.0, 0.0, 0.0
		var at document.Block
		for _, it := range pg.Items {
			for _, tx := range it.Box.Texts {
				if it.Box.Block == nil {
					folio = max(folio, it.Y+tx.Y)
				} else if it.Y+tx.Y > last {
					last, above, at = it.Y+tx.Y, last, it.Box.Block
				}
			}
		}
		m.overHeads(pg, line)
		if _, text := at.(*document.Paragraph); text {
			texts[i] = last
		} else {
			floats[i] = last
		}
		if last == 0 || folio < last {
			continue
		}
		if _, note := at.(*document.Footnote); !note && folio-last < 1.5*line-0.1 {
			m.close = append(m.close, fmt.Sprintf("page %d: %.1f points", pg.Number, folio-last))
		}
		// An abstract, whose lines stand closer, is on no grid.
		if p, ok := at.(*document.Paragraph); ok && opt.Columns < 2 && math.Abs(last-above-line) < 0.1 && p.Role == document.Body && i+1 < len(lay.Pages) && slices.ContainsFunc(lay.Pages[i+1].Items, func(it layout.Item) bool { return it.Box.Block == at }) {
			m.depths = append(m.depths, last/line)
		}
	}
	// Where the lines of text end that fill a page: all pages of a part may have a line more.
	full := opt.Normal().Margins.Top*72/25.4 + math.Floor(float64(opt.TextHeight())/line+0.01)*line
	for i, pg := range lay.Pages {
		if deeper := (floats[i] - max(full, near(i, -1), near(i, 1))) / line; deeper > 0.9 {
			m.deep = append(m.deep, fmt.Sprintf("page %d: %.2f lines", pg.Number, deeper))
		}
	}
	if opt.Columns > 1 {
		m.columnDepths(lay, opt)
	}
}

// ends finds words that the end of a page divides.
func (m *marks) ends(lay *layout.Layout) {
	for i, pg := range lay.Pages[:len(lay.Pages)-1] {
		var last layout.Item // as it is read: columns come one after the other
		for _, it := range pg.Items {
			if p, ok := it.Box.Block.(*document.Paragraph); ok && p.Role == document.Body && len(it.Box.Texts) > 0 {
				last = it
			}
		}
		if last.Box == nil {
			continue
		}
		line := last.Box.Texts[len(last.Box.Texts)-1].Line
		if line.Hyphened && slices.ContainsFunc(lay.Pages[i+1].Items, func(it layout.Item) bool { return it.Box.Block == last.Box.Block }) {
			m.torn = append(m.torn, fmt.Sprintf("page %d: %s", pg.Number, line.String()))
		}
	}
}

// sunder finds paragraphs between whose lines figures and tables take most of a page.
func (m *marks) sunder(lay *layout.Layout, opt layout.Options) {
	opt = opt.Normal()
	type place struct {
		page int
		text string
	}
	const most = 0.6 // of the text's height
	last := map[document.Block]place{}
	for _, pg := range lay.Pages {
		for _, it := range pg.Items {
			p, ok := it.Box.Block.(*document.Paragraph)
			if !ok || p.Role != document.Body || len(it.Box.Texts) == 0 {
				continue
			}
			was, seen := last[p]
			under := (it.Y - opt.Margins.Top*72/25.4) / float64(opt.TextHeight())
			if seen && (pg.Number > was.page+1 || pg.Number > was.page && under > most) {
				m.sundered = append(m.sundered, fmt.Sprintf("page %d: %s", was.page, was.text))
			}
			last[p] = place{pg.Number, it.Box.Texts[0].Line.String()}
		}
	}
}

// strand finds heads with at most two lines under them at the end of a page, which the figure or
// table called there does not share.
func (m *marks) strand(lay *layout.Layout) {
	for i, pg := range lay.Pages[:len(lay.Pages)-1] {
		var items []layout.Item
		for _, it := range pg.Items {
			if it.Box.Block != nil && len(it.Box.Texts) > 0 {
				items = append(items, it)
			}
		}
		lines := 0
		for k := len(items) - 1; k >= 0; k-- {
			if _, ok := items[k].Box.Block.(*document.Paragraph); ok {
				lines++
				continue
			}
			h, ok := items[k].Box.Block.(*document.Heading)
			if !ok || lines == 0 || lines > 2 {
				break
			}
			for _, it := range lay.Pages[i+1].Items {
				switch it.Box.Block.(type) {
				case nil:
					continue
				case *document.Figure, *document.Table:
					m.stranded = append(m.stranded, fmt.Sprintf("page %d: %s", pg.Number, document.Plain(h.Text)))
				}
				break
			}
			break
		}
	}
}

// overHeads finds the space over heads between two paragraphs that stand on one grid.
func (m *marks) overHeads(pg layout.Page, line float64) {
	base := func(it layout.Item, i int) float64 { return it.Y + it.Box.Texts[i].Y }
	body := func(it layout.Item) bool {
		p, ok := it.Box.Block.(*document.Paragraph)
		return ok && p.Role == document.Body && len(it.Box.Texts) == 1
	}
	for i := 1; i+1 < len(pg.Items); i++ {
		before, head := pg.Items[i-1], pg.Items[i]
		h, ok := head.Box.Block.(*document.Heading)
		if after := pg.Items[i+1]; ok && !h.Opens && len(head.Box.Texts) > 0 && body(after) && after.X == head.X {
			m.under[h.Level] = append(m.under[h.Level], base(after, 0)-base(head, 0))
		}
		if !ok || !body(before) || len(head.Box.Texts) == 0 {
			continue
		}
		for _, after := range pg.Items[i+1:] {
			if _, ok := after.Box.Block.(*document.Heading); ok {
				continue
			}
			if lines := (base(after, 0) - base(before, 0)) / line; body(after) && head.X == before.X && after.X == head.X && lines > 0 && math.Abs(lines-math.Round(lines)) < 0.02 {
				m.spaces[h.Level] = append(m.spaces[h.Level], base(head, 0)-base(before, 0))
			}
			break
		}
	}
}

// columnDepths finds where columns end whose text goes on in the next one: the second of a
// page, and the first beside it. Where no text goes on over the page they are made alike.
func (m *marks) columnDepths(lay *layout.Layout, opt layout.Options) {
	opt = opt.Normal()
	line, middle := opt.Looks().Line, opt.Margins.Left*72/25.4+float64(opt.ColumnWidth())
	for i, pg := range lay.Pages[:len(lay.Pages)-1] {
		var ends [2]layout.Item
		for _, it := range pg.Items {
			if it.Box.Block == nil {
				continue
			}
			column := 0
			if it.X > middle {
				column = 1
			}
			if it.Y > ends[column].Y {
				ends[column] = it
			}
		}
		goesOn := func(column int, in []layout.Item) bool {
			p, ok := ends[column].Box.Block.(*document.Paragraph)
			return ok && p.Role == document.Body && slices.ContainsFunc(in, func(it layout.Item) bool {
				return it.Box.Block == p && (column == 1 || it.X > middle)
			})
		}
		if ends[0].Box == nil || ends[1].Box == nil || !goesOn(1, lay.Pages[i+1].Items) {
			continue
		}
		for column, it := range ends {
			if column == 1 || goesOn(0, pg.Items) {
				m.depths = append(m.depths, (it.Y+it.Box.Texts[len(it.Box.Texts)-1].Y)/line)
			}
		}
	}
}

// rhythm holds pages to one depth: where text goes on over the page or the column, its last
// lines agree within a line; captions keep away from the footer; heads of a level have the same
// space over them.
func (m *marks) rhythm(t *testing.T, opt layout.Options) {
	t.Helper()
	if n := len(m.depths); n > 1 {
		if d := slices.Max(m.depths) - slices.Min(m.depths); d > 1.01 {
			t.Errorf("the last lines of %d pages are %.2f lines apart: %.2f", n, d, m.depths)
		}
	}
	if len(m.close) > 0 {
		t.Errorf("%d pages end too close to the footer: %q", len(m.close), m.close)
	}
	for level, spaces := range m.spaces {
		if d := slices.Max(spaces) - slices.Min(spaces); d > 0.3 {
			t.Errorf("the space over heads of level %d differs by %.1f points: %.1f", level, d, spaces)
		}
	}
	for level, spaces := range m.under {
		if d := slices.Max(spaces) - slices.Min(spaces); d > 0.3 {
			t.Errorf("the space under heads of level %d differs by %.1f points: %.1f", level, d, spaces)
		}
	}
}
