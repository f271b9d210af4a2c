package docx

import (
	"fmt"
	"math"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"wogreport/internal/document"
	"wogreport/internal/docx/docxtest"
	"wogreport/internal/lang"
	"wogreport/internal/pdf/judge"
	"wogreport/internal/pdf/layout"
	"wogreport/internal/pdf/typeset"
)

func cells(texts ...string) (row []document.Cell) {
	for _, s := range texts {
		row = append(row, document.Cell{Text: []document.Span{{Text: s}}})
	}
	return row
}

// wideTable is as wide as the page, with numbers of all kinds.
func wideTable(l lang.Tag) *document.Document {
	t := &document.Table{
		Columns: []document.Column{{Wrap: true}, {Align: document.AlignDecimal}, {Align: document.AlignDecimal}, {Align: document.AlignDecimal}, {Align: document.AlignRight}, {Align: document.AlignRight}, {Align: document.AlignRight}},
		Head:    [][]document.Cell{cells("Pernyataan", "U", "z", "M", "Sangat Tidak Setuju", "Tidak Setuju", "Sangat Setuju")},
		Note:    []document.Span{{Text: "Catatan."}},
	}
	for i, n := range [][]string{{"1.234,5", "0,25"}, {"987", "10,50"}, {"12.000", "−3,75"}, {"5", "100"}, {"8", "–"}} {
		if l == lang.EN {
			for k := range n {
				n[k] = strings.NewReplacer(",", ".", ".", ",").Replace(n[k])
			}
		}
		t.Rows = append(t.Rows, cells(fmt.Sprintf("%d. Penyelenggara menyampaikan jadwal kegiatan dengan jelas kepada semua peserta sebelum kegiatan dimulai", i+1), n[0], n[1], "3", "12 (15,5%)", "12 (15,5%)", "112 (45,5%)"))
	}
	return &document.Document{Language: l, Blocks: []document.Block{t}}
}

// TestGutters: between the texts of neighbouring cells is at least what is on the page, for
// tables of all widths; their text has its room, and no table is wider than the page.
func TestGutters(t *testing.T) {
	t.Parallel()
	files := examples(t)
	for name, d := range map[string]*document.Document{"wide": wideTable(lang.ID), "wide in English": wideTable(lang.EN)} {
		files[name] = example{d, layout.DefaultOptions(), nil}
	}
	for name, e := range files {
		if strings.HasPrefix(name, "hostile") {
			continue
		}
		most := float64(Options{Options: e.opt, Reference: e.ref}.Layout().TextWidth()) + slack
		docxtest.Tree(t, name, docxtest.Parts(t, e.written(t))["word/document.xml"]).Walk(func(n *docxtest.Node) {
			if n.Name != "tbl" || n.Val("tblStyle") == styleSignatures {
				return
			}
			const least = 4.5 // layout's, less what rounding takes
			margins := n.First("tblPr").First("tblCellMar")
			if gap := size(margins.First("left")) + size(margins.First("right")); gap < least && len(n.First("tblGrid").Children) > 1 {
				t.Errorf("%s: columns are %.1f points apart", name, gap)
			}
			width := 0.0
			for _, col := range n.First("tblGrid").Children {
				width += size(col)
			}
			if width > most {
				t.Errorf("%s: a table is %.1f points wide, the text %.1f", name, width, most)
			}
		})
	}
}

// size is an element's width in points.
func size(n *docxtest.Node) float64 {
	v, _ := strconv.ParseFloat(n.Attr["w"], 64)
	return v / 20
}

// TestHeadsAtTheBottom: all cells of a head end on one line.
func TestHeadsAtTheBottom(t *testing.T) {
	t.Parallel()
	for name, e := range examples(t) {
		docxtest.Tree(t, name, docxtest.Parts(t, e.written(t))["word/document.xml"]).Walk(func(n *docxtest.Node) {
			if n.Name != "tr" || n.First("trPr") == nil || n.First("trPr").First("tblHeader") == nil {
				return
			}
			for _, c := range n.Children {
				if c.Name == "tc" && c.First("tcPr").Val("vAlign") != "bottom" {
					t.Errorf("%s: a cell of a head does not stand at the bottom", name)
				}
			}
		})
	}
}

// word is a word on a page as pdftotext finds it.
var word = regexp.MustCompile(`<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">([^<]*)</word>`)

// TestDecimalsLineUp: in LibreOffice, whose locale is neither language's for certain, numbers
// stand with their marks under each other in both languages.
func TestDecimalsLineUp(t *testing.T) {
	t.Parallel()
	judge.Tool(t, "pdftotext")
	files := map[string][]byte{}
	for _, l := range []lang.Tag{lang.ID, lang.EN} {
		files[string(l)+".docx"] = written(t, wideTable(l), layout.DefaultOptions())
	}
	dir := judge.LibreOffice(t, files, "pdf")
	for l, sets := range map[string][][]string{"id": {{"0,25", "10,50", "−3,75"}, {"987", "12.000"}}, "en": {{"0.25", "10.50", "−3.75"}, {"987", "12,000"}}} {
		out, err := exec.Command("pdftotext", "-bbox", filepath.Join(dir, l+".pdf"), "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		ends := map[string]float64{}
		for _, m := range word.FindAllStringSubmatch(string(out), -1) {
			ends[m[3]], _ = strconv.ParseFloat(m[2], 64)
		}
		for _, set := range sets {
			var at []float64
			for _, number := range set {
				if ends[number] == 0 {
					t.Fatalf("%s: %q is not on the page:\n%s", l, number, out)
				}
				at = append(at, ends[number])
			}
			if slices.Max(at)-slices.Min(at) > 0.5 {
				t.Errorf("%s: %q end at %.1f", l, set, at)
			}
		}
		if whole, parts := ends["100"], ends[sets[0][0]]; whole > parts-8 || whole < parts-20 {
			t.Errorf("%s: 100 ends at %.1f, numbers with two decimals at %.1f", l, whole, parts)
		}
	}
}

// TestDecimalTabs: a number has a tab at its decimal mark, and begins so far before it that
// it needs none; but for one whose digits are grouped by another language's mark.
func TestDecimalTabs(t *testing.T) {
	t.Parallel()
	for _, l := range []lang.Tag{lang.ID, lang.EN} {
		e := example{wideTable(l), layout.DefaultOptions(), nil}
		begins, marks := map[string]float64{}, map[string]bool{}
		docxtest.Tree(t, "document", docxtest.Parts(t, e.written(t))["word/document.xml"]).Walk(func(n *docxtest.Node) {
			if n.Name != "p" || n.First("pPr") == nil || n.First("pPr").First("tabs") == nil {
				return
			}
			tab := n.First("pPr").First("tabs").First("tab")
			if tab.Attr["val"] != "decimal" {
				return
			}
			text := n.First("t").Text
			if l == lang.ID {
				text = strings.NewReplacer(",", ".", ".", ",").Replace(text)
			}
			marks[tab.Attr["pos"]] = true
			left, _ := strconv.ParseFloat(n.First("pPr").First("ind").Attr["left"], 64)
			pos, _ := strconv.ParseFloat(tab.Attr["pos"], 64)
			begins[text] = (pos - left) / 20
		})
		if len(marks) != 3 || len(begins) != 8 {
			t.Errorf("%s: %d places of tabs, %d numbers: %v", l, len(marks), len(begins), begins)
		}
		digit := begins["5"]
		for number, digits := range map[string]float64{"0.25": 1, "10.50": 2, "100": 3, "987": 3} {
			if at := begins[number]; at < digits*digit-0.2 || at > digits*digit+0.2 {
				t.Errorf("%s: %s begins %.1f points before its mark, a digit is %.1f wide", l, number, at, digit)
			}
		}
	}
}

// TestNumbersHaveRoom: numbers may reach into the gap before them, and in a template, whose
// typeface may be wide, columns of numbers have more room where names do not need it.
func TestNumbersHaveRoom(t *testing.T) {
	t.Parallel()
	widths := map[string]float64{}
	for _, typeface := range []string{"", "Arial", "Bookman Old Style"} {
		e := example{wideTable(lang.ID), layout.DefaultOptions(), nil}
		for _, row := range e.doc.Blocks[0].(*document.Table).Rows {
			row[0].Text = []document.Span{{Text: "Jadwal kegiatan jelas bagi semua peserta"}}
		}
		if typeface != "" {
			e.ref = referred(t, inTypeface(typeface, docxtest.Manuscript()), nil)
			e.opt = Options{Options: e.opt, Reference: e.ref}.Layout()
		}
		tree := docxtest.Tree(t, "document", docxtest.Parts(t, e.written(t))["word/document.xml"])
		tree.Walk(func(n *docxtest.Node) {
			if n.Name == "tblGrid" {
				lay, _ := layoutOf(e).Grid(e.doc.Blocks[0].(*document.Table))
				widths[typeface] = size(n.Children[6]) / lay.W[6]
			}
			if n.Name != "tc" || n.Val("jc") != "right" || n.Val("pStyle") != styleTableText {
				return
			}
			if mar := n.First("tcMar"); mar == nil || mar.First("left").Attr["w"] != "0" {
				t.Error("a number has two lines rather than a part of the gap")
			}
		})
	}
	for typeface, least := range map[string]float64{"Arial": 1.05, "Bookman Old Style": widths[""] + 0.05} {
		if widths[typeface] < least {
			t.Errorf("the room of a number, of what it takes: %.2f, in %s %.2f", widths[""], typeface, widths[typeface])
		}
	}
}

// inTypeface is a template whose text is in another typeface than Arial.
func inTypeface(name string, parts map[string]string) map[string]string {
	parts["word/styles.xml"] = strings.ReplaceAll(parts["word/styles.xml"], `"Arial"`, `"`+name+`"`)
	return parts
}

func layoutOf(e example) *layout.Layout {
	return layout.Of(e.doc, e.opt, &typeset.Setter{})
}

// TestNumberedNamesHang: the lines of a name hang on its number, and where room for others
// would cost it lines, they take no more of it than Word rounds.
func TestNumberedNamesHang(t *testing.T) {
	t.Parallel()
	e := example{wideTable(lang.ID), layout.DefaultOptions(), nil}
	tree := docxtest.Tree(t, "document", docxtest.Parts(t, e.written(t))["word/document.xml"])
	lay, _ := layoutOf(e).Grid(e.doc.Blocks[0].(*document.Table))
	hung := 0
	tree.Walk(func(n *docxtest.Node) {
		switch {
		case n.Name == "tblGrid":
			gap := lay.X[1] - lay.X[0] - lay.W[0]
			if room := size(n.Children[0]) - lay.X[0] - gap/2; room < lay.W[0]-6*slack-1 {
				t.Errorf("a name has %.1f points, on the page %.1f", room, lay.W[0])
			}
		case n.Name == "ind" && n.Attr["hanging"] != "" && n.Attr["hanging"] != "0":
			hung++
		}
	})
	if hung != len(e.doc.Blocks[0].(*document.Table).Rows) {
		t.Errorf("%d names hang", hung)
	}
}

// TestNamesKeepTheirLine: names that have one line on the page have it in Word, too: columns of
// numbers take no room that they need for it.
func TestNamesKeepTheirLine(t *testing.T) {
	t.Parallel()
	e := example{wideTable(lang.ID), layout.DefaultOptions(), nil}
	table := e.doc.Blocks[0].(*document.Table)
	room := func() float64 {
		grid, _ := layoutOf(e).Grid(table)
		return grid.W[0]
	}
	style := e.opt.Looks().Cell
	lines := func(name string, width float64) int {
		return layoutOf(e).Lines([]document.Span{{Text: name}}, style, width)
	}
	grid, _ := layoutOf(e).Grid(table)
	style.Size = float64(int(2*grid.Size)) / 2
	name := ""
	for letters := 10; lines(name+"i", room()-1) == 1; letters++ { // as long as the column is wide
		name = strings.Repeat("i", letters)
	}
	table.Rows[1][0].Text = []document.Span{{Text: name}}
	var got float64
	docxtest.Tree(t, "document", docxtest.Parts(t, e.written(t))["word/document.xml"]).Walk(func(n *docxtest.Node) {
		if n.Name == "tblGrid" {
			got = size(n.Children[0])
		}
	})
	grid, _ = layoutOf(e).Grid(table)
	side := grid.X[0] + (grid.X[1]-grid.X[0]-grid.W[0])/2
	if lines(name, grid.W[0]) != 1 {
		t.Fatalf("the name has no line on the page, %.1f wide", grid.W[0])
	}
	if lines(name, got-side) != 1 {
		t.Errorf("a name has %.1f points, on the page %.1f, and more than one line", got-side, grid.W[0])
	}
}

// TestNamesKeepTheirNumber: in a template whose typeface is no wider than what tables are measured
// with, names have the room that they have on the page, and no number stands alone under one; columns
// of numbers have what they and the longest word of their heads take.
func TestNamesKeepTheirNumber(t *testing.T) {
	t.Parallel()
	table := &document.Table{Columns: []document.Column{{Wrap: true}}}
	head := [][2]string{{"Item (Indikator)", "Item (indicator)"}, {"Sangat Tidak Setuju", "Strongly disagree"}, {"Tidak Setuju", "Disagree"}, {"Ragu-ragu", "Undecided"}, {"Setuju", "Agree"}, {"Sangat Setuju", "Strongly agree"}, {"n", ""}}
	table.Head = [][]document.Cell{nil}
	for i, h := range head {
		cell := document.Cell{Text: []document.Span{{Text: h[0]}}}
		if h[1] != "" {
			cell.Second = []document.Span{{Text: h[1]}}
		}
		table.Head[0] = append(table.Head[0], cell)
		if i > 0 {
			table.Columns = append(table.Columns, document.Column{Align: document.AlignRight})
		}
	}
	topics := []string{"jadwal kegiatan", "ruang belajar dan fasilitas pendukungnya", "biaya", "materi pelatihan", "hasil"}
	for i := range 30 {
		n := "26\u00a0(21,7%)"
		table.Rows = append(table.Rows, cells(fmt.Sprintf("%d. Penyampaian %s %d", i+1, topics[i%5], i+1), n, n, n, n, n, "3.600"))
	}
	doc := &document.Document{Language: lang.ID, Second: lang.EN, Blocks: []document.Block{table}}
	parts := inTypeface("Cambria", docxtest.Manuscript())
	parts["word/styles.xml"] = strings.ReplaceAll(parts["word/styles.xml"], `<w:sz w:val="24"/>`, `<w:sz w:val="22"/>`)
	parts["word/document.xml"] = docxtest.Part("document", `<w:body><w:p/><w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/><w:cols w:num="2" w:space="454"/></w:sectPr></w:body>`)
	e := example{doc, layout.DefaultOptions(), referred(t, parts, nil)}
	tree := docxtest.Tree(t, "document", docxtest.Parts(t, e.written(t))["word/document.xml"])
	e.opt = Options{Options: e.opt, Reference: e.ref}.Layout()
	grid, _ := layoutOf(e).Grid(table)
	margin := size(tree.First("tblCellMar").First("right"))
	cols := tree.First("tblGrid").Children
	room := size(cols[0]) - margin // its text begins at the table's edge
	for i, col := range cols[1:] {
		if got := size(col) - 2*margin; got > grid.W[i+1]+1.5 {
			t.Errorf("column %d has %.1f points, on the page %.1f", i+2, got, grid.W[i+1])
		}
	}
	e.opt.Fonts = typeset.Serif // as wide as Cambria
	style := e.opt.Looks().Cell
	style.Size = math.Floor(2*grid.Size) / 2
	lay := layoutOf(e)
	var alone []string
	for _, row := range table.Rows {
		name := document.Plain(row[0].Text)
		style.Indent = -lay.Hang(table, &row[0], 0, grid)
		lines := func(s string) int { return lay.Lines([]document.Span{{Text: s}}, style, room) }
		if lines(name) > lines(name[:strings.LastIndex(name, " ")]) {
			alone = append(alone, name)
		}
	}
	if len(alone) > 0 {
		t.Errorf("names have %.1f points, on the page %.1f, and the number of %d stands alone: %q", room, grid.W[0], len(alone), alone)
	}
}
