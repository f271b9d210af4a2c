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
