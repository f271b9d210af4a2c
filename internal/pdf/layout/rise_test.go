package layout

import (
	"math"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"

	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/pdf/pdftest"
	"wogreport/internal/pdf/typeset"
)

// linesOf are so many paragraphs of a line.
func linesOf(n int) (out []document.Block) {
	for range n {
		out = append(out, &document.Paragraph{Text: pdftest.Plain("Sebaris kalimat.")})
	}
	return out
}

// pagesOf are the pages that a block stands on.
func pagesOf(pages []Page, b document.Block) (on []int) {
	for _, pg := range pages {
		if slices.ContainsFunc(pg.Items, func(it Item) bool { return it.Box.Block == b }) {
			on = append(on, pg.Number)
		}
	}
	return on
}

// A figure with no room at the foot of a page, which nothing that may come before it fills, stands
// over the last paragraphs there, in its section.
func TestFigureRises(t *testing.T) {
	t.Parallel()
	for lines := 26; lines <= 32; lines++ {
		d := &document.Document{Language: lang.ID}
		d.Blocks = append(d.Blocks, linesOf(lines)...)
		figure := &document.Figure{ID: "figure:1", Width: 300, Height: 290, Draw: func(vg.Canvas) {}, Caption: document.Caption{Label: "Gambar 1"}}
		next := &document.Heading{Level: 1, Text: pdftest.Plain("Bagian berikutnya")}
		d.Blocks = append(append(d.Blocks, figure, next), linesOf(20)...)
		c, pages := layoutOf(d, DefaultOptions())
		checkPages(t, "rising", c, pages)
		if on := pagesOf(pages, figure); !slices.Equal(on, []int{1}) {
			t.Errorf("after %d lines, the figure stands on pages %v", lines, on)
		}
		if d := depth(pages[0], frame{y: c.opt.Margins.Top * mm}); d < 0.85*c.depth {
			t.Errorf("after %d lines, the first page is filled to %.0f of %.0f points", lines, d, c.depth)
		}
	}
}

// Rows of tables give, so that one more table comes on a page.
func TestRowsGive(t *testing.T) {
	t.Parallel()
	d := &document.Document{Language: lang.ID, Blocks: []document.Block{sampleTable(1, 12, false), sampleTable(2, 12, false)}}
	c, pages := layoutOf(d, Options{Width: 595, Height: 842})
	height := depth(pages[0], frame{y: c.opt.Margins.Top * mm})
	if len(pages) > 1 {
		t.Fatal("two tables do not fit on a page")
	}
	short := Options{Width: 595, Height: 842 - (c.depth - height) - 26} // more than the rows of one give
	_, pages = layoutOf(d, short)
	if len(pages) > 1 {
		t.Error("rows that are lower by a point do not let two tables on a page")
	}
}

// A table of up to twelve rows, however many heads and sums stand between, is on one page, and
// none leaves fewer than three rows on one.
func TestPartsOfTables(t *testing.T) {
	t.Parallel()
	for lines := range 40 {
		for _, rows := range []int{12, 14, 18, 26} {
			table := pdftest.LongTable(rows)
			table.Head = table.Head[1:]
			for k := 3; k >= 0; k-- { // heads between them
				head := []document.Cell{{Text: pdftest.Plain("Bagian"), Span: len(table.Columns)}}
				table.Rows = slices.Insert(table.Rows, k*rows/4, head)
			}
			d := &document.Document{Language: lang.ID, Blocks: append(linesOf(lines), table)}
			c, pages := layoutOf(d, DefaultOptions())
			checkPages(t, "parts", c, pages)
			on := pagesOf(pages, table)
			if rows == 12 && len(on) > 1 && lines > 20 {
				t.Errorf("after %d lines, a table of %d rows stands on pages %v", lines, rows, on)
			}
			for _, n := range on {
				seen := map[int]bool{}
				for _, it := range pages[n-1].Items {
					for _, tx := range it.Box.Texts {
						if from := tx.Source; it.Box.Block == table && from.Part == document.PartRowCell && !from.Repeated && !document.Subhead(table.Rows[from.Index], len(table.Columns)) {
							seen[from.Index] = true
						}
					}
				}
				if len(seen) < 6 {
					t.Errorf("after %d lines, of %d rows page %d holds %d", lines, rows, n, len(seen))
				}
			}
		}
	}
}

// Heads in two languages have three lines together where there is room, and the note under a
// narrow table begins at its left end.
func TestHeadsAndNotes(t *testing.T) {
	t.Parallel()
	cell := func(id, en string) document.Cell {
		return document.Cell{Text: pdftest.Plain(id), Second: pdftest.Plain(en)}
	}
	table := &document.Table{
		Caption: document.Caption{Label: "Tabel 1"},
		Columns: []document.Column{{Wrap: true}},
		Head:    [][]document.Cell{{cell("Butir", "Item")}},
	}
	row := []document.Cell{{Text: pdftest.Plain("Butir")}}
	for range 3 {
		table.Columns = append(table.Columns, document.Column{Align: document.AlignDecimal})
		table.Head[0] = append(table.Head[0], cell("Rata-rata skala jika butir dihapus", "Scale mean if item deleted"))
		row = append(row, document.Cell{Text: pdftest.Plain("3,5")})
	}
	table.Rows = [][]document.Cell{row, row, row}
	narrow := &document.Table{
		Columns: table.Columns[:2],
		Head:    [][]document.Cell{{cell("Butir", "Item"), cell("Rata-rata", "Mean")}},
		Rows:    [][]document.Cell{row[:2], row[:2]},
		Note:    pdftest.Plain(strings.Repeat("Keterangan tentang tabel. ", 8)),
	}
	d := &document.Document{Language: lang.ID, Second: lang.EN, Blocks: []document.Block{table, narrow}}
	_, pages := layoutOf(d, DefaultOptions())
	lines, note, left, noteEnd, right := map[int]map[float64]bool{}, math.Inf(1), math.Inf(1), 0.0, 0.0
	for _, it := range pages[0].Items {
		if it.Box.Block == narrow {
			for _, r := range it.Box.Rules {
				left, right = min(left, it.X+r.X), max(right, it.X+r.X+r.Length)
			}
		}
		for _, tx := range it.Box.Texts {
			switch tx.Source.Part {
			case document.PartNote:
				note, noteEnd = min(note, it.X+tx.X), max(noteEnd, it.X+tx.X+tx.Line.Width)
			case document.PartHeadCell:
				if it.Box.Block != table {
					continue
				}
				if lines[tx.Source.Cell] == nil {
					lines[tx.Source.Cell] = map[float64]bool{}
				}
				lines[tx.Source.Cell][tx.Y] = true
			}
		}
	}
	for k, of := range lines {
		if len(of) > 3 {
			t.Errorf("the head of column %d has %d lines", k+1, len(of))
		}
	}
	if len(lines) != 4 || math.Abs(note-left) > 0.1 || noteEnd > right+0.1 {
		t.Errorf("%d heads; a table stands from %.1f to %.1f, its note from %.1f to %.1f", len(lines), left, right, note, noteEnd)
	}
}

// A head with a line under it is not alone at the foot of a page, and a text that ends in a
// colon stands over the table that it leads to.
func TestLeadsStay(t *testing.T) {
	t.Parallel()
	for lines := 30; lines < 46; lines++ {
		head, call, table := &document.Heading{Level: 2, Text: pdftest.Plain("Bagian")}, &document.Paragraph{Text: pdftest.Plain("Hasil disajikan pada Tabel 1.")}, sampleTable(1, 9, false)
		d := &document.Document{Language: lang.ID, Blocks: append(linesOf(lines), head, call, table, &document.Heading{Level: 2, Text: pdftest.Plain("Lain")})}
		d.Blocks = append(d.Blocks, linesOf(9)...)
		_, pages := layoutOf(d, DefaultOptions())
		if h, f := pagesOf(pages, head), pagesOf(pages, table); h[0] != f[0] {
			t.Errorf("after %d lines a head with a line stands on page %d, its table on %d", lines, h[0], f[0])
		}
		lead, plain := &document.Paragraph{Text: pdftest.Plain("Jawaban memakai tingkat berikut:")}, sampleTable(1, 5, false)
		plain.Plain = true
		d = &document.Document{Language: lang.ID, Blocks: append(linesOf(lines), lead, plain)}
		d.Blocks = append(d.Blocks, linesOf(9)...)
		_, pages = layoutOf(d, DefaultOptions())
		if l, f := pagesOf(pages, lead), pagesOf(pages, plain); l[0] != f[0] || len(f) > 1 {
			t.Errorf("after %d lines the text stands on page %d, the table that it leads to on %v", lines, l[0], f)
		}
	}
}

// A column a hair too narrow for its texts takes what the gaps can give.
func TestColumnIsEased(t *testing.T) {
	t.Parallel()
	table := &document.Table{Columns: []document.Column{{Wrap: true}, {Align: document.AlignDecimal}}, Head: [][]document.Cell{{{Text: pdftest.Plain("Butir")}, {Text: pdftest.Plain("Rata-rata")}}}}
	for range 5 {
		table.Rows = append(table.Rows, []document.Cell{{Text: pdftest.Plain("Penyelenggara menyampaikan jadwal dengan jelas")}, {Text: pdftest.Plain("3,5")}})
	}
	d := &document.Document{Language: lang.ID, Blocks: []document.Block{table}}
	eased := false
	for width := 300; width < 520; width++ {
		bs := newBlockSetter(d, Options{Width: float64(width), Height: 800}.normal(), new(typeset.Setter))
		bs.tableLayout(table, bounds{width: bs.measure}, context{lang: lang.ID})
		g := bs.grids[table]
		eased = eased || g.x[1]-g.x[0]-g.w[0] < 0.7*columnGap
	}
	if !eased {
		t.Error("the gap between the columns never gives")
	}
}

// Of columns with a long table in one, under which one across the page has no room else, the
// table is divided between them.
func TestTableBetweenColumns(t *testing.T) {
	t.Parallel()
	long, wide := sampleTable(1, 30, false), sampleTable(2, 11, true)
	d := &document.Document{Language: lang.ID, Blocks: []document.Block{long, wide, &document.Heading{Level: 1, Text: pdftest.Plain("Bagian berikutnya")}}}
	d.Blocks = append(d.Blocks, paragraphs(12)...)
	c, pages := layoutOf(d, Options{Columns: 2})
	checkPages(t, "columns", c, pages)
	if on := pagesOf(pages, wide); !slices.Equal(on, []int{1}) {
		t.Errorf("the table across the page stands on pages %v", on)
	}
}
