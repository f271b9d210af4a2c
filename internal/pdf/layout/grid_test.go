package layout

import (
	"slices"
	"strings"
	"testing"

	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/pdf/pdftest"
	"wogreport/internal/pdf/typeset"
)

// The name of an answer makes its column no wider than two of bare numbers, as long as its words
// allow it, and all of them are as wide as it.
func TestEvenHeads(t *testing.T) {
	table := &document.Table{Columns: []document.Column{{Wrap: true}}, Head: [][]document.Cell{{{Text: pdftest.Plain("Butir")}}}}
	row := []document.Cell{{Text: pdftest.Plain("Jadwal")}}
	for _, name := range []string{"Sangat Tidak Setuju", "2", "3", "4", "Sangat Setuju"} {
		table.Columns = append(table.Columns, document.Column{Align: document.AlignDecimal})
		table.Head[0] = append(table.Head[0], document.Cell{Text: pdftest.Plain(name)})
		row = append(row, document.Cell{Text: pdftest.Plain("12")})
	}
	table.Rows = [][]document.Cell{row, row}
	var s typeset.Setter
	lay := Of(&document.Document{Language: lang.ID, Blocks: []document.Block{table}}, DefaultOptions(), &s)
	g, _ := lay.Grid(table)
	longest := s.Extents(pdftest.Plain("Sangat"), lay.setter.styles.headCell, lang.ID, table, 0).Line
	if g.W[1] > longest+6 || g.W[5] > longest+6 {
		t.Errorf("columns of long names are %.1f and %.1f wide, their longest word %.1f", g.W[1], g.W[5], longest)
	}
	if d := slices.Max(g.W[1:]) - slices.Min(g.W[1:]); d > 0.1 {
		t.Errorf("columns of like numbers are %.1f wide", g.W[1:])
	}
}

// Lines of a row's name but the first are set in, with a number before it or without.
func TestHang(t *testing.T) {
	long := strings.Repeat("kejelasan prosedur dan persyaratan pelayanan ", 4)
	table := &document.Table{Columns: []document.Column{{Wrap: true}, {Align: document.AlignDecimal}}, Rows: [][]document.Cell{
		{{Text: pdftest.Plain("12. " + long)}, {Text: pdftest.Plain("3,5")}}, {{Text: pdftest.Plain(long)}, {Text: pdftest.Plain("3,5")}},
	}}
	_, pages := layoutOf(&document.Document{Language: lang.ID, Blocks: []document.Block{table}}, DefaultOptions())
	at := map[int][]float64{}
	for _, it := range pages[0].Items {
		for _, tx := range it.Box.Texts {
			if tx.Source.Part == document.PartRowCell && tx.Source.Cell == 0 {
				at[tx.Source.Index] = append(at[tx.Source.Index], tx.X)
			}
		}
	}
	for row := range table.Rows {
		if x := at[row]; len(x) < 2 || x[1] < x[0]+8 {
			t.Errorf("lines of row %d begin at %.1f", row+1, x)
		}
	}
}

// Rows in two languages take one line where the texts of most fit beside each other, else each
// language has its own.
func TestBeside(t *testing.T) {
	short, long := "Waktu penyelesaian", strings.TrimSpace(strings.Repeat("Penanganan pengaduan dan saran ", 2))
	for _, c := range []struct {
		elements []string
		lines    int
	}{{[]string{short, short, short}, 1}, {[]string{short, short, short, long}, 1}, {[]string{short, long, long, long}, 2}} {
		table := &document.Table{
			Columns: []document.Column{{Wrap: true}, {}, {Align: document.AlignDecimal}},
			Head:    [][]document.Cell{{{Text: pdftest.Plain("Unsur"), Second: pdftest.Plain("Element")}, {Text: pdftest.Plain("Kategori"), Second: pdftest.Plain("Class")}, {Text: pdftest.Plain("NRR")}}},
		}
		for _, element := range c.elements {
			table.Rows = append(table.Rows, []document.Cell{
				{Text: pdftest.Plain(element), Second: pdftest.Plain(element)},
				{Text: pdftest.Plain("Sangat tinggi"), Second: pdftest.Plain("Very high")}, {Text: pdftest.Plain("3,5")},
			})
		}
		lay := Of(&document.Document{Language: lang.ID, Second: lang.EN, Blocks: []document.Block{table}}, DefaultOptions(), new(typeset.Setter))
		g, _ := lay.Grid(table)
		if g.Beside != (c.lines == 1) {
			t.Errorf("%q: beside is %v", c.elements, g.Beside)
		}
		ys, second := map[float64]bool{}, 0
		for _, it := range lay.Pages[0].Items {
			for _, tx := range it.Box.Texts {
				if tx.Source.Part != document.PartRowCell || tx.Source.Index > 0 || tx.Source.Cell != 1 {
					continue
				}
				ys[tx.Y] = true
				if strings.Contains(tx.Line.String(), "Very high") {
					second++
				}
			}
		}
		if len(ys) != c.lines || second != 1 {
			t.Errorf("%q: the class stands on %d lines, want %d", c.elements, len(ys), c.lines)
		}
	}
}
