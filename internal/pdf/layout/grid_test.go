package layout

import (
	"strings"
	"testing"

	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/pdf/pdftest"
	"wogreport/internal/pdf/typeset"
)

// The name of an answer makes its column no wider than two of bare numbers, as long as its words
// allow it.
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
