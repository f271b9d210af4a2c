package layout

import (
	"math/rand/v2"
	"slices"
	"testing"

	"gonum.org/v1/plot/vg"

	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/pdf/pdftest"
	"wogreport/internal/pdf/typeset"
)

// The figure under a head and a line comes on the page with them where rows of the table over
// them that are lower let it.
func TestHeadWithFigure(t *testing.T) {
	t.Parallel()
	table := func(pages []Page, b document.Block) float64 {
		for _, it := range pages[0].Items {
			if it.Box.Block == b {
				return it.Box.Height
			}
		}
		return 0
	}
	highest, lowered := 0.0, false
	for h := 200.0; h < 500; h += 4 {
		rows := sampleTable(1, 12, false)
		head := &document.Heading{Level: 2, Text: pdftest.Plain("Menurut kelas")}
		figure := &document.Figure{Width: 300, Height: vg.Length(h), Draw: func(vg.Canvas) {}, Caption: document.Caption{Label: "Gambar 1"}}
		d := &document.Document{Language: lang.ID, Blocks: slices.Concat(linesOf(3), []document.Block{rows, head}, linesOf(1), []document.Block{figure}, linesOf(20))}
		_, pages := layoutOf(d, DefaultOptions())
		height := table(pages, rows)
		highest = max(highest, height)
		if on := pagesOf(pages, figure); slices.Equal(on, []int{1}) && height < highest-1 {
			lowered = true
		}
	}
	if !lowered {
		t.Error("no figure comes under its head by rows that are lower")
	}
}

// What figures and tables do that they would not by themselves leaves less of pages empty, and
// all that the pages should hold on them.
func TestAmend(t *testing.T) {
	t.Parallel()
	better := 0
	for seed := range 40 {
		r := rand.New(rand.NewPCG(1, uint64(seed)))
		d := &document.Document{Language: lang.ID}
		for n := range 12 {
			d.Blocks = append(d.Blocks, linesOf(1+r.IntN(12))...)
			switch r.IntN(3) {
			case 0:
				d.Blocks = append(d.Blocks, sampleTable(n, 8+r.IntN(20), false))
			case 1:
				d.Blocks = append(d.Blocks, &document.Figure{Width: 300, Height: vg.Length(150 + r.IntN(250)), Draw: func(vg.Canvas) {}, Caption: document.Caption{Label: "Gambar 1"}})
			default:
				d.Blocks = append(d.Blocks, &document.Heading{Level: 1 + r.IntN(2), Text: pdftest.Plain("Bagian")})
			}
		}
		for _, columns := range []int{1, 2} {
			opt := DefaultOptions()
			opt.Columns = columns
			c, pages := layoutOf(d, opt)
			checkPages(t, "amended", c, pages)
			seen := map[document.Block]bool{}
			for _, pg := range pages {
				for _, it := range pg.Items {
					seen[it.Box.Block] = true
				}
			}
			for _, b := range d.Blocks {
				if !seen[b] {
					t.Fatalf("document %d: a block is on no page", seed)
				}
			}
			bs := newBlockSetter(d, opt.normal(), new(typeset.Setter))
			flow, line := bs.flow(), bs.styles.line
			fr := frame{width: bs.measure, height: bs.depth, columns: columns, gutter: bs.opt.Gutter}
			before := fill(flow, fr, line, nil)
			with, after := amend(flow, fr, line, before)
			if again := fill(flow, with, line, nil); again.regret(line) != after.regret(line) {
				t.Errorf("document %d: the pages are others when they are made again", seed)
			}
			switch was, is := before.regret(line), after.regret(line); {
			case is > was:
				t.Errorf("document %d: %.3f to regret became %.3f", seed, was, is)
			case is < was:
				better++
			}
		}
	}
	if better < 5 {
		t.Errorf("only %d documents are better", better)
	}
}

// flowOf is a document's flow, and the frame that it fills.
func flowOf(blocks ...document.Block) (flow []piece, fr frame, line float64) {
	bs := newBlockSetter(&document.Document{Language: lang.ID, Blocks: blocks}, DefaultOptions().normal(), new(typeset.Setter))
	return bs.flow(), frame{width: bs.measure, height: bs.depth, columns: 1}, bs.styles.line
}

// pageOf is the first page that a block stands on, from 1.
func pageOf(x filling, b document.Block) int {
	return 1 + slices.IndexFunc(x.pages, func(pg Page) bool {
		return slices.ContainsFunc(pg.Items, func(it Item) bool { return it.Box.Block == b })
	})
}

// boxOf is the box of a block in a flow.
func boxOf(flow []piece, b document.Block) *Box {
	return flow[slices.IndexFunc(flow, func(f piece) bool { return f.box != nil && f.box.Block == b })].box
}

// What has room comes before a table that has none, and that is called with it.
func TestFigureBeforeTable(t *testing.T) {
	t.Parallel()
	table := sampleTable(1, 12, false)
	figure := &document.Figure{Width: 300, Height: 80, Draw: func(vg.Canvas) {}, Caption: document.Caption{Label: "Gambar 1"}}
	over, head := &document.Heading{Level: 1, Text: pdftest.Plain("Bagian")}, &document.Heading{Level: 1, Text: pdftest.Plain("Bagian")}
	flow, fr, line := flowOf(slices.Concat(linesOf(32), []document.Block{over}, linesOf(3), []document.Block{table, figure, head}, linesOf(30))...)
	x := fill(flow, fr, line, nil)
	if f, on := pageOf(x, figure), pageOf(x, table); f != 1 || on != 2 {
		t.Errorf("the figure is on page %d, the table on %d", f, on)
	}
}

// A table that is to end on a fuller page leaves a tenth or a fifth of the page before it, none
// where it does not end on the next one.
func TestEarlierParts(t *testing.T) {
	t.Parallel()
	first := func(rows int, c choice) (height float64, pages int) {
		table := sampleTable(1, rows, false)
		flow, fr, line := flowOf(append(linesOf(10), table)...)
		fr.chosen = choices{boxOf(flow, table): c}
		x := fill(flow, fr, line, nil)
		for _, it := range x.pages[0].Items {
			if it.Box.Block == table {
				height = it.Box.Height
			}
		}
		return height, len(x.pages)
	}
	full, _ := first(50, 0)
	tenth, _ := first(50, earlier)
	fifth, pages := first(50, earliest)
	if tenth > full-40 || fifth > tenth-40 || pages != 2 {
		t.Errorf("the first part is %.0f high, by choice %.0f and %.0f, on %d pages", full, tenth, fifth, pages)
	}
	if h, pages := first(90, earliest); h < full-1 || pages < 3 {
		t.Errorf("of %d pages the first part is %.0f high, not %.0f", pages, h, full)
	}
}

// A head with a line under it goes over to the page of the figure that is called there.
func TestStrandedHead(t *testing.T) {
	t.Parallel()
	var heads, with int
	for n := 36; n < 46; n++ {
		head := &document.Heading{Level: 2, Text: pdftest.Plain("Bagian")}
		figure := &document.Figure{Width: 300, Height: 300, Draw: func(vg.Canvas) {}, Caption: document.Caption{Label: "Gambar 1"}}
		text := linesOf(2)
		flow, fr, line := flowOf(slices.Concat(linesOf(n), []document.Block{head}, text, []document.Block{figure, &document.Heading{Level: 2, Text: pdftest.Plain("Bagian")}}, linesOf(60))...)
		x := fill(flow, fr, line, nil)
		if x.pages[0].stranded == nil {
			continue
		}
		heads++
		if _, y := amend(flow, fr, line, x); y.pages[0].stranded == nil && pageOf(y, head) == 2 && pageOf(y, figure) == 2 {
			with++
		}
	}
	if heads < 5 || with < heads/2 { // others would leave too much of the page
		t.Errorf("of %d heads %d stand with their figure", heads, with)
	}
}

// Two references do not stand alone on a last page where those before them can stand closer.
func TestLastReferences(t *testing.T) {
	t.Parallel()
	of := func(refs int) (c *blockSetter, pages []Page) {
		d := &document.Document{Language: lang.ID, Blocks: linesOf(20)}
		for range refs {
			d.Blocks = append(d.Blocks, &document.Paragraph{Role: document.Reference, Text: pdftest.Plain("Rahmadi (2017). Contoh rujukan.")})
		}
		return layoutOf(d, DefaultOptions())
	}
	most := 0 // references on one page, as they stand by themselves
	for refs := 5; refs < 60; refs++ {
		c, pages := of(refs)
		if len(pages) == 1 {
			most = refs
			continue
		}
		if refs < most+3 {
			continue
		}
		checkPages(t, "references", c, pages)
		if n := len(pages[len(pages)-1].Items) - 1; n < 3 { // besides the number of the page
			t.Errorf("%d references leave %d on the last page", refs, n)
		}
	}
	spaced := int((newBlockSetter(&document.Document{}, DefaultOptions().normal(), new(typeset.Setter)).depth - 20*14) / (14 * 1.25))
	if most <= spaced+1 {
		t.Errorf("a page holds %d references, no more than the %d that have space between them", most, spaced)
	}
}

// Few lines do not stand alone on a last page of two columns where those before it can be
// shorter.
func TestLastPageOfColumns(t *testing.T) {
	t.Parallel()
	opt := DefaultOptions()
	opt.Columns = 2
	full := 0 // lines on a page
	for n := 200; n < 400; n++ {
		d := &document.Document{Language: lang.ID, Blocks: linesOf(n)}
		c, pages := layoutOf(d, opt)
		checkPages(t, "columns", c, pages)
		last := 0
		for i, pg := range pages {
			on := 0
			for _, it := range pg.Items {
				if it.Box.Block != nil {
					on++
				}
			}
			full = max(full, on)
			if last = on; i+1 == len(pages) && len(pages) > 2 && last < 2*shortLastPage {
				t.Errorf("%d lines on pages of %d leave %d on the last", n, full, last)
			}
		}
	}
}
