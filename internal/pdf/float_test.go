package pdf

import (
	"fmt"
	"strings"
	"testing"

	"wogreport/internal/lang"
	"wogreport/internal/report"
)

// A heading comes before the table of the section over it only where it would
// leave more than a great hole: wherever the page ends, by how much text stands
// before the table.
func TestTablesComeBeforeTheNextHeading(t *testing.T) {
	for level, most := range map[int]float64{1: 0.5, 2: 0.35} {
		before, passed := 0, 0
		for lines := range 60 {
			d := &report.Document{Language: lang.ID}
			for range lines {
				d.Blocks = append(d.Blocks, &report.Paragraph{Text: plain("Sebaris kalimat.")})
			}
			table, heading := sampleLongTable(26), &report.Heading{Level: level, Text: plain("Bagian berikutnya")}
			d.Blocks = append(d.Blocks, table, &report.Paragraph{Text: plain(strings.Repeat("Kalimat sesudah tabel. ", 12))}, heading)
			for range 20 {
				d.Blocks = append(d.Blocks, &report.Paragraph{Text: plain(strings.Repeat("Kalimat bagian berikutnya. ", 12))})
			}
			c, pages := layoutOf(d, DefaultOptions())
			where := fmt.Sprintf("level %d after %d lines", level, lines)
			checkPages(t, where, c, pages)
			order, hole := placedFirst(c, pages, table, heading)
			if order {
				before++
				continue
			}
			passed++
			if hole <= most {
				t.Errorf("%s: the heading comes before the table, though it would have left only %.0f%% of the page", where, 100*hole)
			}
		}
		if before < 40 || passed == 0 {
			t.Errorf("level %d: the table comes first %d times, the heading %d", level, before, passed)
		}
	}
}

// placedFirst reports whether a table is placed before a heading, and how much
// of the heading's page lies under what stands before it.
func placedFirst(c *composer, pages []page, table *report.Table, heading *report.Heading) (first bool, hole float64) {
	for _, pg := range pages {
		bottom := 0.0
		for _, p := range pg.placed {
			switch p.slab.node {
			case table:
				return true, 0
			case heading:
				return false, 1 - bottom/c.depth
			case nil: // a running line
			default:
				bottom = max(bottom, p.y+p.slab.height-c.opt.Margins.Top*mm)
			}
		}
	}
	return false, 0
}
