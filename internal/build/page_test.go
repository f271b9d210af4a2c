package build

import (
	"fmt"
	"path/filepath"
	"strings"
	"sync/atomic"
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
	runts             []string          // last lines under a third of the measure
	passed            []string          // figures and tables that stand after a heading of their own level
	overtaken         []string          // small tables in the text that what follows them comes before
	split             []string          // tables of up to twelve rows on two pages
	thin              []string          // larger ones with fewer than three rows on one of their pages
	few               []string          // with fewer than six
	parts             []string          // all tables on several pages, with the rows on each
	hole              []string          // pages of which more than an eighth is empty
	emptiest, empty   float64           // the greatest part of one, and of all pages together
	large, third      int               // of which a quarter is empty, and a third
	pages             int               // of which that was asked
	depths            []float64         // where the text of pages ends that goes on over the page, in lines
	torn              []string          // words that the end of a page divides
	sundered          []string          // paragraphs that go on under most of a page of figures and tables, or after a whole one
	stranded          []string          // heads at the end of a page with one line or two, their figure or table overleaf
	deep              []string          // captions and notes more than a line deeper than text that fills a page
	close             []string          // pages whose text stands less than a line and a half from the footer
	spaces, under     map[int][]float64 // over the heads of each level, between paragraphs, and under them, in points
}

func measured(doc *document.Document, opt layout.Options) *marks {
	var s typeset.Setter
	lay := layout.Of(doc, opt, &s)
	m := &marks{}
	m.texts(doc, lay)
	m.holes(doc, lay, opt)
	m.floats(doc, lay, opt)
	m.depth(lay, opt)
	m.ends(lay)
	m.sunder(lay, opt)
	m.strand(lay)
	m.overtaken = passedTables(doc, lay)
	return m
}

// itemsOf are the paragraphs of lists, whose lines end as they may.
func itemsOf(blocks []document.Block) map[document.Block]bool {
	found := map[document.Block]bool{}
	for _, b := range blocks {
		if l, ok := b.(*document.List); ok {
			for _, item := range l.Items {
				for _, b := range item {
					found[b] = true
				}
			}
		}
	}
	return found
}

type lineAt struct {
	page        int
	right, left float64
	line        *typeset.Line
	size        float64
}

func (m *marks) texts(doc *document.Document, lay *layout.Layout) {
	ragged := itemsOf(doc.Blocks)
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
				if share := (l.right - l.left) / (most[col(l)] - left[col(l)]); col(ls[i-1]) == col(l) && share < 1.0/3 {
					what := fmt.Sprintf("%.2f of the measure: %s ≀ %s", share, ls[i-1].line.String(), l.line.String())
					if len(ls) > 1 {
						m.runts = append(m.runts, what)
					}
				}
				continue
			}
			if gap := most[col(l)] - l.right; gap > 0.7 && !ragged[b] && !listNumber(l.line.String()) {
				m.short = append(m.short, fmt.Sprintf("page %d: %.1f: %s", l.page, gap, l.line.String()))
			}
		}
	}
}

// zeroLines are where the charts of shares have their zero, and how many have it there.
func zeroLines(doc *document.Document) map[string]int {
	zeros := map[string]int{}
	for _, b := range doc.Blocks {
		if f, ok := b.(*document.Figure); ok && f.Chart != nil && f.Chart.Kind == document.ChartStacked {
			c := f.Chart
			scale := float64(c.Plot.Max.X-c.Plot.Min.X) / (c.Value.Max - c.Value.Min)
			zeros[fmt.Sprintf("%.1f", float64(c.Plot.Min.X)-c.Value.Min*scale)]++
		}
	}
	return zeros
}

// passedTables are small tables in the text that what follows them comes before.
func passedTables(doc *document.Document, lay *layout.Layout) (passed []string) {
	first := map[document.Block]int{}
	n := 0
	for _, pg := range lay.Pages {
		for _, it := range pg.Items {
			if n++; first[it.Box.Block] == 0 {
				first[it.Box.Block] = n
			}
		}
	}
	for i, b := range doc.Blocks[:len(doc.Blocks)-1] {
		t, ok := b.(*document.Table)
		if next := first[doc.Blocks[i+1]]; ok && t.Plain && next > 0 && next < first[b] {
			passed = append(passed, document.Plain(t.Rows[0][0].Text))
		}
	}
	return passed
}

func listNumber(s string) bool { return len(s) < 5 && strings.HasSuffix(s, ".") }

// TestPageMarks counts what a typesetter would mark, over the fixtures, in one column and
// two: no short line in justified text, no more than two lines in a row that end in a
// hyphen, no figure or table after the next heading of its level, no table of up to twelve
// rows, heads and sums not counted, on two pages but where half a page would stay empty, none with fewer than three on one of them; no
// last line under a third of the measure; no page half empty but a chapter's last, all pages together
// a seventh at most, and in all layouts few a quarter; next to no paragraph with most of a page
// between its lines; captions and notes of next to none more than a line deeper than text.
func TestPageMarks(t *testing.T) {
	paths := []string{"../../study.yaml", "../../examples/agency/study.yaml", "../report/testdata/chapter/study.yaml", "../report/testdata/service/study.yaml"}
	for _, x := range samples {
		paths = append(paths, x.write(t))
	}
	var large, third, torn, sundered, stranded, deep, pages atomic.Int64 // pages a quarter and a third empty, that end within a word and too deep, over all layouts
	t.Cleanup(func() {
		t.Logf("TALLY %d pages, %d a quarter empty, %d a third, %d end within a word, %d paragraphs are sundered, %d heads stranded, %d are deep", pages.Load(), large.Load(), third.Load(), torn.Load(), sundered.Load(), stranded.Load(), deep.Load())
		if torn.Load() > pages.Load()/600 {
			t.Errorf("%d of %d pages end within a word", torn.Load(), pages.Load())
		}
		if sundered.Load() > pages.Load()/1200 {
			t.Errorf("most of a page stands between the lines of %d paragraphs on %d pages", sundered.Load(), pages.Load())
		}
		if large.Load() > pages.Load()*6/1000 || third.Load() > pages.Load()/1200 {
			t.Errorf("%d of %d pages are a quarter empty, %d a third", large.Load(), pages.Load(), third.Load())
		}
		if stranded.Load() > pages.Load()/60 {
			t.Errorf("%d heads on %d pages stand at a page's end with a line or two, what is called there overleaf", stranded.Load(), pages.Load())
		}
		if deep.Load() > pages.Load()/1200 {
			t.Errorf("captions and notes of %d of %d pages hang more than a line below the text", deep.Load(), pages.Load())
		}
	})
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
					opt := pageOptions(&study.Study{Layout: l})
					doc, _, ds := report.Compose(st, analysis.Run(st, table), composeOptions(opt))
					if doc == nil {
						t.Fatal(ds)
					}
					if z := zeroLines(doc); len(z) > 1 {
						t.Errorf("charts of shares have the zero lines %v", z)
					}
					m := measured(doc, opt.Options)
					if m.lines < 100 {
						t.Errorf("only %d lines were looked at", m.lines)
					}
					for what, found := range map[string][]string{"short lines": m.short, "last lines under a third of the measure": m.runts, "ladders": m.ladders, "floats after the next heading": m.passed, "small tables on two pages": m.split, "tables with a few rows on a page": m.thin, "small tables after what follows them": m.overtaken} {
						if len(found) > 0 {
							t.Errorf("%d %s: %q", len(found), what, found[:min(len(found), 5)])
						}
					}
					t.Logf("RUNTS %d of %d %q", len(m.runts), m.paragraphs, m.runts)
					t.Logf("PARTS %q", m.parts)
					if n := len(m.few); n > 6 {
						t.Errorf("%d tables have few rows on a page: %q", n, m.few)
					}
					t.Logf("HOLES %d %.2f %q MEAN %.3f of %d", len(m.hole), m.emptiest, m.hole, m.empty/float64(m.pages), m.pages)
					if m.emptiest >= 0.5 || m.empty > 0.14*float64(m.pages) {
						t.Errorf("%d pages are %.0f%% empty, one of them %.0f%%: %q", m.pages, 100*m.empty/float64(m.pages), 100*m.emptiest, m.hole)
					}
					t.Logf("DEEP %d %q", len(m.deep), m.deep)
					t.Logf("SUNDERED %d %q", len(m.sundered), m.sundered)
					t.Logf("STRANDED %d %q", len(m.stranded), m.stranded)
					stranded.Add(int64(len(m.stranded)))
					sundered.Add(int64(len(m.sundered)))
					t.Logf("TORN %d %q", len(m.torn), m.torn)
					torn.Add(int64(len(m.torn)))
					large.Add(int64(m.large))
					third.Add(int64(m.third))
					deep.Add(int64(len(m.deep)))
					if path == paths[0] && m.emptiest > 0.22 {
						t.Errorf("a page of the example is %.0f%% empty: %q", 100*m.emptiest, m.hole)
					}
					pages.Add(int64(m.pages))
					m.rhythm(t, opt.Options)
				})
			}
		}
	}
}

// What the note under a table of answers says of its cells is what they are: a percent in
// parentheses beside the count, or under it where a scale has many points.
func TestNotesOfStackedCells(t *testing.T) {
	for _, x := range samples[:4] {
		st, ds := study.Load(x.write(t))
		if ds.HasErrors() {
			t.Fatal(ds)
		}
		table, _ := responses.Read(st)
		doc, _, _ := report.Compose(st, analysis.Run(st, table), composeOptions(pageOptions(st)))
		found := 0
		for _, b := range doc.Blocks {
			table, ok := b.(*document.Table)
			if !ok || !strings.Contains(document.Plain(table.Note), "Isi sel") {
				continue
			}
			found++
			stacked := strings.Contains(document.Plain(table.Rows[len(table.Rows)-1][1].Text), "\n")
			if note := document.Plain(table.Note); stacked == strings.Contains(note, "(persentase") || stacked != strings.Contains(note, "di bawahnya") {
				t.Errorf("%s: cells are stacked: %v, but their note is %q", x.name, stacked, note)
			}
		}
		if found == 0 {
			t.Errorf("%s: no table of answers was looked at", x.name)
		}
	}
}
