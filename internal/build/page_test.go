package build

import (
	"cmp"
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"wogreport/internal/analysis"
	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/pdf/layout"
	"wogreport/internal/pdf/typeset"
	"wogreport/internal/report"
	"wogreport/internal/responses"
	"wogreport/internal/study"
)

// marks are what a typesetter would mark in a document, counted.
type marks struct {
	lines, paragraphs int
	short             []string          // justified lines that end before the measure does
	ladders           []string          // more than two lines in a row that end in a hyphen
	runts             []string          // last lines of five and more under a third of the measure
	passed            []string          // figures and tables that stand after a heading of their own level
	split             []string          // tables of up to twelve rows on two pages
	hole              []string          // pages of which more than an eighth is empty
	emptiest, empty   float64           // the greatest part of one, and of all pages together
	pages             int               // of which that was asked
	depths            []float64         // where the text of pages ends that goes on over the page, in lines
	close             []string          // pages whose text stands less than a line and a half from the footer
	spaces            map[int][]float64 // over the heads of each level, between paragraphs, in points
}

func measured(doc *document.Document, opt layout.Options) *marks {
	var s typeset.Setter
	lay := layout.Of(doc, opt, &s)
	m := &marks{}
	m.texts(lay)
	m.holes(doc, lay, opt)
	m.floats(doc, lay)
	m.depth(lay, opt)
	return m
}

// depth finds where pages end, and what stands over heads.
func (m *marks) depth(lay *layout.Layout, opt layout.Options) {
	line := opt.Looks().Line
	m.spaces = map[int][]float64{}
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
	if opt.Columns > 1 {
		m.columnDepths(lay, opt)
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
		if !ok || !body(before) || len(head.Box.Texts) == 0 {
			continue
		}
		for _, after := range pg.Items[i+1:] {
			if _, ok := after.Box.Block.(*document.Heading); ok {
				continue
			}
			if lines := (base(after, 0) - base(before, 0)) / line; body(after) && lines > 0 && math.Abs(lines-math.Round(lines)) < 0.02 {
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

type lineAt struct {
	page        int
	right, left float64
	line        *typeset.Line
	size        float64
}

func (m *marks) texts(lay *layout.Layout) {
	lines := map[document.Block][]lineAt{}
	var order []document.Block
	for _, pg := range lay.Pages {
		for _, it := range pg.Items {
			p, ok := it.Box.Block.(*document.Paragraph)
			if !ok || p.Role != document.Body {
				continue
			}
			if lines[p] == nil {
				order = append(order, p)
			}
			for _, tx := range it.Box.Texts {
				x := it.X + tx.X
				lines[p] = append(lines[p], lineAt{pg.Number, x + tx.Line.Width - tx.Line.Hang, x, tx.Line, tx.Size})
			}
		}
	}
	for _, b := range order {
		ls := lines[b]
		m.paragraphs++
		m.lines += len(ls)
		if len(ls) < 2 {
			continue
		}
		row := 0
		most, left := map[int]float64{}, map[int]float64{} // by page and column: its edges
		col := func(l lineAt) int { return l.page*1000 + int(l.left/150) }
		for _, l := range ls {
			if _, ok := left[col(l)]; !ok {
				left[col(l)] = l.left
			}
			most[col(l)], left[col(l)] = max(most[col(l)], l.right), min(left[col(l)], l.left)
		}
		for i, l := range ls {
			if l.line.Hyphened {
				row++
			} else {
				row = 0
			}
			if row > 2 {
				m.ladders = append(m.ladders, l.line.String())
			}
			if i == len(ls)-1 {
				if len(ls) > 4 && l.right-l.left < (most[col(l)]-left[col(l)])/3 && col(ls[i-1]) == col(l) {
					m.runts = append(m.runts, fmt.Sprintf("%d lines: %s ≀ %s", len(ls), ls[i-1].line.String(), l.line.String()))
				}
				continue
			}
			if gap := most[col(l)] - l.right; gap > 0.7 && !listNumber(l.line.String()) {
				m.short = append(m.short, fmt.Sprintf("page %d: %.1f: %s", l.page, gap, l.line.String()))
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
}

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

func listNumber(s string) bool { return len(s) < 5 && strings.HasSuffix(s, ".") }

// floats finds figures and tables that stand after the next heading of their level, or a
// higher one, and small tables on two pages.
func (m *marks) floats(doc *document.Document, lay *layout.Layout) {
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
			if p, q := at[b], last[b]; len(b.Rows) <= 12 && p.page != q.page {
				m.split = append(m.split, fmt.Sprintf("%q of %d rows: pages %d, %d", document.Plain(b.Caption.Text), len(b.Rows), p.page, q.page))
			}
		}
	}
}

// TestPageMarks counts what a typesetter would mark, over the fixtures, in one column and
// two: no short line in justified text, no more than two lines in a row that end in a
// hyphen, no figure or table after the next heading of its level, no table of up to twelve
// rows on two pages; few runts; no page half empty but a chapter's last, and all pages together
// an eighth at most.
func TestPageMarks(t *testing.T) {
	paths := []string{"../../study.yaml", "../../examples/agency/study.yaml", "../report/testdata/chapter/study.yaml", "../report/testdata/service/study.yaml"}
	for _, x := range samples {
		paths = append(paths, x.write(t))
	}
	for _, path := range paths {
		for _, ls := range [][]lang.Tag{{lang.ID}, {lang.EN}, {lang.ID, lang.EN}} {
			for _, l := range []study.Layout{{}, {Columns: 2}, {Paper: "F4", Fonts: "sans"}, {Paper: "Letter", Columns: 2}} {
				t.Run(fmt.Sprint(filepath.Base(filepath.Dir(path)), ls, l.Columns, l.Paper), func(t *testing.T) {
					t.Parallel()
					st, ds := study.Load(path)
					if ds.HasErrors() {
						t.Fatal(ds)
					}
					st.Languages, st.Layout = ls, l
					table, ds := responses.Read(st)
					if ds.HasErrors() {
						t.Fatal(ds)
					}
					opt := pageOptions(l)
					doc, _, ds := report.Compose(st, analysis.Run(st, table), composeOptions(opt))
					if doc == nil {
						t.Fatal(ds)
					}
					m := measured(doc, opt.Options)
					if m.lines < 100 {
						t.Errorf("only %d lines were looked at", m.lines)
					}
					for what, found := range map[string][]string{"short lines": m.short, "ladders": m.ladders, "floats after the next heading": m.passed, "small tables on two pages": m.split} {
						if len(found) > 0 {
							t.Errorf("%d %s: %q", len(found), what, found[:min(len(found), 5)])
						}
					}
					if len(m.runts) > m.paragraphs/12 {
						t.Errorf("%d runts in %d paragraphs: %q", len(m.runts), m.paragraphs, m.runts)
					}
					t.Logf("HOLES %d %.2f %q MEAN %.3f of %d", len(m.hole), m.emptiest, m.hole, m.empty/float64(m.pages), m.pages)
					if m.emptiest >= 0.5 || m.empty > 0.12*float64(m.pages) {
						t.Errorf("%d pages are %.0f%% empty, one of them %.0f%%: %q", m.pages, 100*m.empty/float64(m.pages), 100*m.emptiest, m.hole)
					}
					m.rhythm(t, opt.Options)
				})
			}
		}
	}
}
