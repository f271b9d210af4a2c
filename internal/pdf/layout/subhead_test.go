package layout

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/pdf/pdftest"
)

// A head inside a table stands over its rows on every page that has some of them, and
// over nothing else; a sum stands under one of its rows; three of its rows at least stand together.
func TestSubheads(t *testing.T) {
	t.Parallel()
	mark := regexp.MustCompile(`(Kepala|Baris|Jumlah)(\d+)`)
	repeated := 0
	for seed := range 60 {
		rnd := rand.New(rand.NewPCG(uint64(seed), 4))
		table := &document.Table{ID: "t", Caption: document.Caption{Label: "Tabel 1"}, Columns: make([]document.Column, 3)}
		heads := 5 + rnd.IntN(20)
		for h := range heads {
			head := []document.Cell{{Text: pdftest.Plain(fmt.Sprintf("Kepala%d", h)), Span: 3}}
			if seed%3 == 0 { // it names its columns
				head[0].Span, head[0].Heads = 0, true
				head = append(head, document.Cell{Text: pdftest.Plain("7")})
			}
			table.Rows = append(table.Rows, head)
			for range 1 + rnd.IntN(9) {
				cell := document.Cell{Text: pdftest.Plain(fmt.Sprintf("Baris%d", h))}
				table.Rows = append(table.Rows, []document.Cell{cell, {Text: pdftest.Plain("1")}, {Text: pdftest.Plain("2")}})
			}
			if rnd.IntN(2) == 0 {
				table.Totals = append(table.Totals, len(table.Rows))
				table.Rows = append(table.Rows, []document.Cell{{Text: pdftest.Plain(fmt.Sprintf("Jumlah%d", h))}, {}, {}})
			}
		}
		d := &document.Document{Language: lang.ID, Blocks: append(paragraphs(rnd.IntN(6)), table)}
		_, pages := layoutOf(d, Options{Columns: 1 + seed%2})
		seen, parts := 0, map[string][]int{}
		for _, pg := range pages {
			for _, it := range pg.Items {
				if it.Box.Block != document.Block(table) {
					continue
				}
				kind, head, rows := "", "", map[string]int{}
				for _, text := range it.Box.Texts {
					m := mark.FindStringSubmatch(text.Line.String())
					if m == nil {
						continue
					}
					switch {
					case m[1] == "Kepala" && kind == "Kepala":
						t.Errorf("seed %d, page %d: head %s stands over nothing", seed, pg.Number, head)
					case m[1] == "Jumlah" && kind != "Baris":
						t.Errorf("seed %d, page %d: sum %s stands under no row", seed, pg.Number, m[2])
					case m[1] == "Baris" && m[2] != head:
						t.Errorf("seed %d, page %d: a row of %s stands under head %q", seed, pg.Number, m[2], head)
					}
					if kind, head = m[1], m[2]; kind == "Kepala" {
						seen++
					} else if kind == "Baris" {
						rows[head]++
					}
				}
				for head, n := range rows {
					parts[head] = append(parts[head], n)
				}
				if kind == "Kepala" {
					t.Errorf("seed %d, page %d ends with head %s", seed, pg.Number, head)
				}
			}
		}
		repeated += seen - heads
		for head, n := range parts {
			if len(n) > 1 && slices.Min(n) < least {
				t.Errorf("seed %d: of the rows of head %s stand %v on a page", seed, head, n)
			}
		}
	}
	if repeated == 0 {
		t.Error("no head was repeated")
	}
}

// A part of a table ends with the rows under a head where that leaves little of the page empty.
func TestPartsEndWithTheirHead(t *testing.T) {
	t.Parallel()
	table := &document.Table{ID: "t", Caption: document.Caption{Label: "Tabel 1"}, Columns: make([]document.Column, 3)}
	for h := range 24 {
		table.Rows = append(table.Rows, []document.Cell{{Text: pdftest.Plain(fmt.Sprintf("Kepala %d", h)), Span: 3}})
		for range 6 {
			table.Rows = append(table.Rows, []document.Cell{{Text: pdftest.Plain("Baris")}, {Text: pdftest.Plain("1")}, {Text: pdftest.Plain("2")}})
		}
	}
	for before := range 5 {
		_, pages := layoutOf(&document.Document{Language: lang.ID, Blocks: append(paragraphs(before), table)}, Options{})
		heads, parts := 0, 0
		for _, pg := range pages {
			for _, it := range pg.Items {
				if it.Box.Block != document.Block(table) {
					continue
				}
				parts++
				for _, text := range it.Box.Texts {
					if strings.HasPrefix(text.Line.String(), "Kepala") {
						heads++
					}
				}
			}
		}
		if parts < 3 || heads != 24 {
			t.Errorf("%d paragraphs before: in %d parts stand %d heads", before, parts, heads)
		}
	}
}

// A part of a table begins with the head of its rows also where heads stand under others.
func TestHeadsOfHeads(t *testing.T) {
	t.Parallel()
	table := &document.Table{ID: "t", Caption: document.Caption{Label: "Tabel 1"}, Columns: make([]document.Column, 3)}
	head := func(s string) {
		table.Rows = append(table.Rows, []document.Cell{{Text: pdftest.Plain(s), Span: 3}})
	}
	for c := range 4 {
		head(fmt.Sprint("Konstruk ", c))
		for i := range 12 {
			head(fmt.Sprintf("Butir %d.%d", c, i))
			for range 2 {
				table.Rows = append(table.Rows, []document.Cell{{Text: pdftest.Plain("Pagi"), In: true}, {Text: pdftest.Plain("1")}, {Text: pdftest.Plain("2")}})
			}
		}
	}
	for before := range 8 {
		d := &document.Document{Language: lang.ID, Blocks: append(paragraphs(before), table)}
		_, pages := layoutOf(d, Options{Columns: 1 + before%2})
		parts := 0
		for _, pg := range pages {
			for _, it := range pg.Items {
				if it.Box.Block != document.Block(table) {
					continue
				}
				parts++
				construct, item, name := "", 0.0, 0.0
				for _, text := range it.Box.Texts {
					s := text.Line.String()
					switch {
					case strings.HasPrefix(s, "Konstruk"):
						construct = s[len("Konstruk "):]
					case strings.HasPrefix(s, "Butir"):
						item = text.X
						if s[len("Butir "):len("Butir ")+1] != construct {
							t.Errorf("%d paragraphs before, page %d: %s stands under construct %q", before, pg.Number, s, construct)
						}
					case s == "Pagi":
						if name = text.X; name < item+5 {
							t.Errorf("%q begins at %.1f, its head at %.1f", s, name, item)
						}
					}
				}
			}
		}
		if parts < 3 {
			t.Errorf("the table is in %d parts: nothing is shown", parts)
		}
	}
}
