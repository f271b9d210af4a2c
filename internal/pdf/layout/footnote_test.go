package layout

import (
	"fmt"
	"strings"
	"testing"

	"wogreport/internal/document"
	"wogreport/internal/pdf/pdftest"
)

// A footnote stands once, at the foot of the column that refers to it first,
// under all that is not a note; one as long as a page follows its paragraph.
func TestFootnotes(t *testing.T) {
	t.Parallel()
	for _, columns := range []int{1, 2} {
		for size := 8.0; size <= 12; size++ {
			opt := DefaultOptions()
			opt.Columns, opt.FontSize = columns, size
			d := pdftest.Noted()
			c, pages := layoutOf(d, opt)
			where := fmt.Sprintf("%d columns, %g points", columns, size)
			checkPages(t, where, c, pages)
			seen := map[document.Block]int{}
			marked := map[string]int{}
			for _, pg := range pages {
				checkApart(t, where, c, pg)
				for i, p := range pg.Items {
					for _, tx := range p.Box.Texts {
						for _, r := range tx.Line.Runs {
							if id, ok := strings.CutPrefix(r.Link, "#footnote:"); ok && marked[id] == 0 {
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
}
