package layout

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"

	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/pdf/pdftest"
)

// A heading never comes before the table of a section of its own level, wherever the page
// ends; one under it may.
func TestTablesComeBeforeTheNextHeading(t *testing.T) {
	t.Parallel()
	for _, level := range []int{1, 2} {
		for under := range 2 {
			passed := 0
			for lines := range 60 {
				d := &document.Document{Language: lang.ID}
				d.Blocks = append(d.Blocks, &document.Heading{Level: level, Text: pdftest.Plain("Bagian")})
				for range lines {
					d.Blocks = append(d.Blocks, &document.Paragraph{Text: pdftest.Plain("Sebaris kalimat.")})
				}
				table, heading := pdftest.LongTable(26), &document.Heading{Level: level + under, Text: pdftest.Plain("Bagian berikutnya")}
				d.Blocks = append(d.Blocks, table, &document.Paragraph{Text: pdftest.Plain(strings.Repeat("Kalimat sesudah tabel. ", 12))}, heading)
				for range 20 {
					d.Blocks = append(d.Blocks, &document.Paragraph{Text: pdftest.Plain(strings.Repeat("Kalimat bagian berikutnya. ", 12))})
				}
				c, pages := layoutOf(d, DefaultOptions())
				where := fmt.Sprintf("level %d after %d lines", level, lines)
				checkPages(t, where, c, pages)
				if !placedFirst(pages, table, heading) {
					passed++
				}
			}
			if under == 0 && passed > 0 || under > 0 && passed == 0 {
				t.Errorf("level %d, %d under it: the heading comes first %d times", level, under, passed)
			}
		}
	}
}

// placedFirst reports whether a table is placed before a heading.
func placedFirst(pages []Page, table *document.Table, heading *document.Heading) bool {
	for _, pg := range pages {
		for _, p := range pg.Items {
			switch p.Box.Block {
			case table:
				return true
			case heading:
				return false
			}
		}
	}
	return false
}

// sampleTable is a table of so many rows, with or without columns enough to need
// the width of a page.
func sampleTable(n, rows int, wide bool) *document.Table {
	t := pdftest.LongTable(rows)
	t.ID = fmt.Sprintf("table:%d", n)
	t.Caption.Label = fmt.Sprintf("Tabel %d", n)
	t.Head = t.Head[1:]
	if !wide {
		return t
	}
	for range 8 {
		t.Columns = append(t.Columns, document.Column{Align: document.AlignDecimal})
		t.Head[0] = append(t.Head[0], document.Cell{Text: pdftest.Plain("Simpangan")})
		for i := range t.Rows {
			t.Rows[i] = append(t.Rows[i], document.Cell{Text: pdftest.Plain(pdftest.Comma(float64(i)))})
		}
	}
	return t
}

// Tables one after the other do not wait for text that never comes: they fill
// their pages, and none stands on another, in columns either.
func TestTablesInARow(t *testing.T) {
	t.Parallel()
	for columns := 1; columns <= 2; columns++ {
		for seed := range 40 {
			rnd := rand.New(rand.NewPCG(uint64(seed), 7))
			d := &document.Document{Language: lang.ID}
			d.Blocks = append(d.Blocks, paragraphs(rnd.IntN(9))...)
			for n := range 9 {
				d.Blocks = append(d.Blocks, sampleTable(n, 3+rnd.IntN(22), rnd.IntN(2) == 0))
			}
			if seed%2 == 0 {
				d.Blocks = append(d.Blocks, &document.Heading{Level: 1, Text: pdftest.Plain("Bagian berikutnya")})
				d.Blocks = append(d.Blocks, paragraphs(5)...)
			}
			opt := DefaultOptions()
			if columns == 2 {
				opt = Options{Columns: 2}
			}
			c, pages := layoutOf(d, opt)
			where := fmt.Sprintf("%d columns, seed %d", columns, seed)
			checkPages(t, where, c, pages)
			seen := map[document.Block]bool{}
			for i, pg := range pages {
				checkApart(t, where, c, pg)
				if d := depth(pg, frame{y: c.opt.Margins.Top * mm}); i < len(pages)-1 && d < 0.45*c.depth { // a hole that a table of twelve rows is not divided for is smaller
					t.Errorf("%s: page %d is filled to %.0f of %.0f points", where, pg.Number, d, c.depth)
				}
				for _, p := range pg.Items {
					seen[p.Box.Block] = true
				}
			}
			for _, b := range d.Blocks {
				if !seen[b] {
					t.Errorf("%s: a %T is on no page", where, b)
				}
			}
		}
	}
}

// A chapter of tables alone is set across the page, also where text has columns.
func TestChapterOfTables(t *testing.T) {
	d := &document.Document{Language: lang.ID, Blocks: []document.Block{
		&document.Paragraph{Text: pdftest.Plain(strings.Repeat("Kalimat sebelum tabel. ", 90))},
		&document.Heading{Level: 1, Text: pdftest.Plain("Lampiran"), Opens: true},
		sampleTable(1, 8, false), sampleTable(2, 4, true),
	}}
	c, pages := layoutOf(d, Options{Columns: 2})
	checkPages(t, "appendix", c, pages)
	left, last := c.opt.Margins.Left*mm, pages[len(pages)-1]
	for _, p := range last.Items {
		if _, ok := p.Box.Block.(*document.Table); !ok {
			continue
		}
		from, to := c.measure, 0.0
		for _, tx := range p.Box.Texts {
			from, to = min(from, p.X+tx.X-left), max(to, p.X+tx.X+tx.Line.Width-left)
		}
		if middle := (from + to) / 2; middle < 0.45*c.measure || middle > 0.55*c.measure {
			t.Errorf("a table stands from %.0f to %.0f in a measure of %.0f", from, to, c.measure)
		}
	}
}

// A part does not end in a page of little text that a line more on the page
// before would have spared; in parts before the last, too.
func TestLastPageIsSpared(t *testing.T) {
	spared := 0
	for lines := range 60 {
		d := &document.Document{Language: lang.ID}
		for range lines {
			d.Blocks = append(d.Blocks, &document.Paragraph{Text: pdftest.Plain("Sebaris kalimat.")})
		}
		d.Blocks = append(d.Blocks, sampleTable(1, 5, false), &document.Heading{Level: 1, Text: pdftest.Plain("Bab berikutnya"), Opens: true},
			&document.Paragraph{Text: pdftest.Plain("Kalimat bab berikutnya.")})
		c, pages := layoutOf(d, DefaultOptions())
		where := fmt.Sprintf("after %d lines", lines)
		checkPages(t, where, c, pages)
		fr := frame{y: c.opt.Margins.Top * mm}
		chapter := pages[:len(pages)-1]
		for _, pg := range chapter {
			if depth(pg, fr) > c.depth+0.1 {
				spared++
			}
		}
		if n := len(chapter); n == 2 {
			before, after := depth(chapter[0], fr), depth(chapter[1], fr)
			if after < c.depth/3 && before+after < c.depth {
				t.Errorf("%s: the last page holds %.0f points, the one before has room for %.0f", where, after, c.depth-before)
			}
		}
	}
	if spared == 0 {
		t.Error("no page was a line longer")
	}
}

// The parts of tables come one table after the other, whatever waits.
func TestDividedTablesInOrder(t *testing.T) {
	t.Parallel()
	for seed := range 60 {
		rnd := rand.New(rand.NewPCG(uint64(seed), 3))
		d := &document.Document{Language: lang.ID}
		for n := range 5 {
			d.Blocks = append(d.Blocks, paragraphs(rnd.IntN(3))...)
			d.Blocks = append(d.Blocks, sampleTable(n, 10+rnd.IntN(90), rnd.IntN(2) == 0))
		}
		d.Blocks = append(d.Blocks, paragraphs(4)...)
		_, pages := layoutOf(d, Options{Columns: 2})
		last := -1
		for _, pg := range pages {
			for _, p := range pg.Items {
				for n, b := range d.Blocks {
					if _, ok := b.(*document.Table); !ok || p.Box.Block != b {
						continue
					}
					if n < last {
						t.Errorf("seed %d: page %d: a part of block %d comes after one of block %d", seed, pg.Number, n, last)
					}
					last = n
				}
			}
		}
	}
}

// Whatever comes in whatever order, nothing leaves its page, stands on something
// else or is lost.
func TestFloatsKeepToTheirPlaces(t *testing.T) {
	t.Parallel()
	for seed := range 150 {
		rnd := rand.New(rand.NewPCG(uint64(seed), 11))
		d := &document.Document{Language: lang.ID}
		for n := range 14 {
			switch rnd.IntN(5) {
			case 0:
				d.Blocks = append(d.Blocks, sampleTable(n, 2+rnd.IntN(70), rnd.IntN(2) == 0))
			case 1, 2:
				w := []vg.Length{180, 430}[rnd.IntN(2)]
				d.Blocks = append(d.Blocks, &document.Figure{ID: fmt.Sprint("figure:", n), Width: w, Height: vg.Length(60 + rnd.IntN(440)), Draw: func(vg.Canvas) {},
					Caption: document.Caption{Label: fmt.Sprintf("Gambar %d", n), Text: pdftest.Plain("Keterangan gambar")}})
			case 3:
				d.Blocks = append(d.Blocks, &document.Heading{Level: 1 + rnd.IntN(3), Text: pdftest.Plain("Judul bagian"), Opens: rnd.IntN(8) == 0})
			}
			for range rnd.IntN(4) {
				d.Blocks = append(d.Blocks, &document.Paragraph{Text: pdftest.Plain(strings.Repeat("Kalimat di antara gambar dan tabel. ", 1+rnd.IntN(20)))})
			}
		}
		opt := Options{Columns: 1 + seed%2, FontSize: 9 + float64(rnd.IntN(4)), Paper: []Paper{A4, F4, Letter}[rnd.IntN(3)]}
		c, pages := layoutOf(d, opt)
		where := fmt.Sprintf("seed %d", seed)
		checkPages(t, where, c, pages)
		seen := map[document.Block]bool{}
		for _, pg := range pages {
			checkApart(t, where, c, pg)
			for _, p := range pg.Items {
				seen[p.Box.Block] = true
			}
		}
		for i, b := range d.Blocks {
			if !seen[b] {
				t.Errorf("%s: block %d, a %T, is on no page", where, i, b)
			}
		}
	}
}

// paragraphs is so many of some lines each.
func paragraphs(n int) []document.Block {
	var out []document.Block
	for range n {
		out = append(out, &document.Paragraph{Text: pdftest.Plain(strings.Repeat("Kalimat sebelum tabel. ", 12))})
	}
	return out
}

// A head at the top of a column stands level with the text of the column beside it.
func TestHeadAtColumnTop(t *testing.T) {
	t.Parallel()
	found := 0
	for n := 20; n < 60; n++ {
		head := &document.Heading{Level: 2, Text: pdftest.Plain("Bagian")}
		d := &document.Document{Language: lang.ID, Blocks: slices.Concat(linesOf(n), []document.Block{head}, linesOf(60))}
		opt := DefaultOptions()
		opt.Columns = 2
		c, pages := layoutOf(d, opt)
		checkPages(t, "levelled", c, pages)
		items := pages[0].Items[1:] // the first is the page's
		for i := 1; i < len(items); i++ {
			if it := items[i]; it.Box.Block == document.Block(head) && items[i-1].X < it.X {
				found++
				if it.Y != items[0].Y {
					t.Errorf("after %d lines the head stands %.1f points lower than the first line beside it", n, it.Y-items[0].Y)
				}
				if under := (items[i+1].Y - items[0].Y) / c.styles.line; math.Abs(under-math.Round(under)) > 0.01 {
					t.Errorf("after %d lines the text under the head is %.2f lines down", n, under)
				}
			}
		}
	}
	if found == 0 {
		t.Error("no head begins a column")
	}
}
