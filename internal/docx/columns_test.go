package docx

import (
	"strconv"
	"strings"
	"testing"

	"wogreport/internal/docx/docxtest"
)

// TestWithinColumns: nothing is wider than the column that it stands in: no table, no tab of
// a line in it, and indents leave room for words and lead out of nothing, no cell either.
func TestWithinColumns(t *testing.T) {
	t.Parallel()
	const rounding, words = 40, 1000 // twips
	number := func(s string) int {
		n, _ := strconv.Atoi(s)
		return n
	}
	for name, e := range examples(t) {
		if strings.HasPrefix(name, "hostile") {
			continue
		}
		parts := docxtest.Parts(t, e.written(t))
		ends := map[string]int{} // the last tab of a style
		docxtest.Tree(t, "styles", parts["word/styles.xml"]).Walk(func(n *docxtest.Node) {
			if tab := n.First("tab"); n.Name == "style" && tab != nil && n.Attr["type"] == "paragraph" {
				ends[n.Attr["styleId"]] = number(tab.Attr["pos"])
			}
		})
		body := docxtest.Tree(t, "document", parts["word/document.xml"]).First("body")
		body.Walk(func(n *docxtest.Node) {
			if n.Name == "ind" && (number(n.Attr["left"]) < 0 || number(n.Attr["right"]) < 0) {
				t.Errorf("%s: a paragraph has the indents %v", name, n.Attr)
			}
		})
		var section []*docxtest.Node
		for _, block := range body.Children {
			if block.Name != "sectPr" {
				section = append(section, block)
			}
			pr := block.First("sectPr")
			if block.Name == "sectPr" {
				pr = block
			}
			if pr == nil {
				continue
			}
			margins, cols := pr.First("pgMar").Attr, pr.First("cols").Attr
			width := number(pr.First("pgSz").Attr["w"]) - number(margins["left"]) - number(margins["right"])
			if n := number(cols["num"]); n > 1 {
				width = (width - (n-1)*number(cols["space"])) / n
			}
			for _, b := range section {
				if b.Name == "tbl" {
					if w := number(b.First("tblW").Attr["w"]); w > width+1 {
						t.Errorf("%s: a table has %d twips in a column of %d", name, w, width)
					}
					continue
				}
				if ind := b.First("pPr").First("ind"); ind != nil {
					if room := width - number(ind.Attr["left"]) - number(ind.Attr["right"]); room < words {
						t.Errorf("%s: a paragraph has room of %d twips in a column of %d", name, room, width)
					}
				}
				if at := ends[b.Val("pStyle")]; at > width+rounding && b.First("tab") != nil {
					t.Errorf("%s: the tab of %s is at %d twips in a column of %d", name, b.Val("pStyle"), at, width)
				}
			}
			section = nil
		}
	}
}
