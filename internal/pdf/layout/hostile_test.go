package layout

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/pdf/pdftest"
	"wogreport/internal/pdf/typeset"
)

// Any text in any place gives lines that keep within the measure.
func TestHostileText(t *testing.T) {
	for name, s := range pdftest.Hostile {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := pdftest.Everywhere(s)
			c, pages := layoutOf(d, DefaultOptions())
			checkPages(t, name, c, pages)
			c, pages = layoutOf(d, Options{Columns: 2, Abstracts: SideBySide})
			checkPages(t, name+" in columns", c, pages)
		})
	}
}

// Tables that no page holds.
func TestLongTables(t *testing.T) {
	d := &document.Document{Language: lang.ID, Blocks: []document.Block{pdftest.LongTable(300)}}
	tall := pdftest.ValidityTable()
	tall.Rows[2][1].Text = pdftest.Plain(strings.Repeat("pernyataan yang panjang ", 700))
	wide := &document.Table{Caption: document.Caption{Label: "Tabel 3"}}
	for i := range 40 {
		wide.Head = append(wide.Head[:0], append(slices.Concat(wide.Head...), document.Cell{Text: pdftest.Plain(fmt.Sprint("Kepala", i))}))
	}
	wide.Rows = [][]document.Cell{wide.Head[0]}
	d.Blocks = append(d.Blocks, tall, wide)
	c, pages := layoutOf(d, DefaultOptions())
	checkPages(t, "long tables", c, pages)
	text := layoutText(pages)
	for i := range 300 {
		if n := strings.Count(text, fmt.Sprintf("%q", fmt.Sprintf("Unit %d", i+1))); n != 1 {
			t.Errorf("row %d is set %d times", i+1, n)
		}
	}
	if n := strings.Count(text, `"Unit kerja"`); n < 7 {
		t.Errorf("the head of 300 rows is set %d times", n)
	}
	if n := strings.Count(text, `"Tabel 2" serif-regular/9.79 " (lanjutan)"`); n < 6 {
		t.Errorf("the continued caption is set %d times", n)
	}
	if n := strings.Count(text, "panjang"); n != 700 {
		t.Errorf("%d of 700 words of a tall row are set", n)
	}
	c, pages = layoutOf(d, Options{Columns: 2})
	checkPages(t, "long tables in columns", c, pages)
	for _, pg := range pages {
		checkApart(t, "long tables in columns", c, pg)
	}
	if n := strings.Count(layoutText(pages), "panjang"); n != 700 {
		t.Errorf("%d of 700 words of a tall row are set in columns", n)
	}
}

// A table of more columns than have room is set across the page, and said to be
// too wide if that is not enough.
func TestManyColumns(t *testing.T) {
	table := func(n int) *document.Table {
		tb := &document.Table{Plain: true, Head: [][]document.Cell{nil}, Rows: [][]document.Cell{nil}}
		for range n {
			tb.Columns = append(tb.Columns, document.Column{Wrap: true})
			tb.Head[0] = append(tb.Head[0], document.Cell{Text: pdftest.Plain("kolom")})
			tb.Rows[0] = append(tb.Rows[0], document.Cell{Text: pdftest.Plain("12,5")})
		}
		return tb
	}
	for n, want := range map[int]int{6: 0, 12: 0, 60: 1} {
		d := &document.Document{Language: lang.ID, Blocks: []document.Block{&document.Paragraph{Text: pdftest.Plain(strings.Repeat("Kalimat. ", 90))}, table(n)}}
		c, pages := layoutOf(d, Options{Columns: 2})
		checkPages(t, fmt.Sprint(n), c, pages)
		got := 0
		for _, p := range c.problem {
			if p.Code == "cramped-table" {
				got++
			}
		}
		if got != want {
			t.Errorf("%d columns give the warnings %v", n, c.problem)
		}
	}
}

// Of respondents' words no message tells one, and it is said once that there are
// signs without a glyph in them.
func TestPrivateTexts(t *testing.T) {
	d := &document.Document{Language: lang.ID}
	var items [][]document.Block
	for _, s := range []string{"Budi Santoso senang 😀", "Siti kecewa 😢", "bagus"} {
		items = append(items, []document.Block{&document.Paragraph{Text: pdftest.Plain(s), Private: true}})
	}
	d.Blocks = []document.Block{&document.List{Items: items}}
	var s typeset.Setter
	Of(d, DefaultOptions(), &s)
	ds := GlyphWarnings(s.Missing())
	if len(ds) != 1 || !strings.Contains(ds[0].Message, "U+1F600, U+1F622 in what respondents wrote") {
		t.Errorf("the messages are %v", ds)
	}
}
