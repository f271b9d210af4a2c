package pdf

import (
	"fmt"
	"strings"
	"testing"

	"wogreport/internal/document"
)

// noted is a document of paragraphs, figures and a table that refer to
// footnotes, some of them long, one longer than a page.
func noted() *document.Document {
	d := sampleArticle()
	mark := func(words int) document.Span {
		n := fmt.Sprint(len(d.Footnotes) + 1)
		text := "Catatan " + n + ": " + strings.Repeat("keterangan yang perlu dibaca bersama teksnya, ", words)
		d.Footnotes = append(d.Footnotes, &document.Footnote{ID: "footnote:" + n, Number: n, Text: plain(text)})
		return document.Span{Text: n, Style: document.Superscript, Link: "#footnote:" + n}
	}
	for i := range 14 {
		first := mark(1 + i%4)
		d.Blocks = append(d.Blocks, para("", span(proseID[i%4]), first, span(" "+proseID[(i+1)%4])))
		if i%5 == 2 {
			d.Blocks = append(d.Blocks, &document.Table{Plain: true, Rows: [][]document.Cell{{{Text: plain("a")}, {Text: []document.Span{span("b"), mark(2)}}}}})
		}
	}
	d.Blocks = append(d.Blocks, para("", span(proseID[0]), mark(900), span(" "+proseID[1])))
	// a note that refers to another one
	within := mark(2)
	d.Footnotes[0].Text = append(d.Footnotes[0].Text, within)
	again := document.Span{Text: "1", Style: document.Superscript, Link: "#footnote:1"}
	d.Blocks = append(d.Blocks, para("", span(proseID[2]), again))
	return d
}

// A footnote stands once, at the foot of the column that refers to it first,
// under all that is not a note; one as long as a page follows its paragraph.
func TestFootnotes(t *testing.T) {
	for _, columns := range []int{1, 2} {
		for size := 8.0; size <= 12; size++ {
			opt := layoutDefault()
			opt.Columns, opt.FontSize = columns, size
			d := noted()
			c, pages := layoutOf(d, opt)
			where := fmt.Sprintf("%d columns, %g points", columns, size)
			checkPages(t, where, c, pages)
			seen := map[document.Block]int{}
			marked := map[string]int{}
			for _, pg := range pages {
				checkApart(t, where, c, pg)
				for i, p := range pg.Items {
					for _, tx := range p.Box.Texts {
						for _, r := range tx.Line.runs {
							if id, ok := strings.CutPrefix(r.link, "#footnote:"); ok && marked[id] == 0 {
								marked[id] = pg.Number
							}
						}
					}
					n, ok := p.Box.Block.(*document.Footnote)
					if !ok || n.Number == "18" { // the long one
						continue
					}
					seen[n]++
					if marked[n.Number] != pg.Number {
						t.Errorf("%s: footnote %s is on page %d, its mark on page %d", where, n.Number, pg.Number, marked[n.Number])
					}
					for _, o := range pg.Items[i+1:] {
						_, note := o.Box.Block.(*document.Footnote)
						if o.Box.Block != nil && !note && o.X == p.X && o.Y > p.Y {
							t.Errorf("%s: page %d: a %T under footnote %s", where, pg.Number, o.Box.Block, n.Number)
						}
					}
				}
			}
			for _, n := range d.Footnotes {
				if seen[n] != 1 && n.Number != "18" {
					t.Errorf("%s: footnote %s stands %d times", where, n.Number, seen[n])
				}
			}
		}
	}
	b, problems := write(t, noted(), DefaultOptions())
	if len(problems) > 0 {
		t.Errorf("warnings %v", problems)
	}
	out := checker(t, b, "pdftotext", "-enc", "UTF-8", "FILE", "-")
	for _, s := range []string{"Catatan 1:", "Catatan 17:", "Catatan 18:"} {
		if n := strings.Count(out, s); n != 1 {
			t.Errorf("%q is extracted %d times", s, n)
		}
	}
}
