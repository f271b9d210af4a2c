package layout_test

import (
	"fmt"

	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/pdf/layout"
	"wogreport/internal/pdf/typeset"
)

// Each text on a page has a place, from the paper's upper left corner in points,
// and names the part of the document that it shows.
func ExampleOf() {
	text := func(s string) []document.Span { return []document.Span{{Text: s}} }
	doc := &document.Document{Language: lang.EN, Blocks: []document.Block{
		&document.Heading{Level: 1, Text: text("Result")},
		&document.Table{
			Head: [][]document.Cell{{{Text: text("Item")}, {Text: text("r")}}},
			Rows: [][]document.Cell{{{Text: text("P1")}, {Text: text("0.68")}}, {{Text: text("P2")}, {Text: text("0.7")}}},
		},
	}}
	pages := layout.Of(doc, layout.DefaultOptions(), new(typeset.Setter)).Pages
	fmt.Println("pages:", len(pages))
	for _, item := range pages[0].Items {
		for _, t := range item.Box.Texts {
			from := t.Source
			fmt.Printf("%5.1f %5.1f %q of a %T", item.X+t.X, item.Y+t.Y, t.Line, from.Block)
			if from.Part == document.PartRowCell {
				fmt.Printf(", row %d, cell %d", from.Index, from.Cell)
			}
			fmt.Println()
		}
	}
	// Output:
	// pages: 1
	//  82.2  90.2 "Result" of a *document.Heading
	// 263.0 116.5 "Item" of a *document.Table
	// 315.5 116.5 "r" of a *document.Table
	// 263.0 135.0 "P1" of a *document.Table, row 0, cell 0
	// 315.5 135.0 "0.68" of a *document.Table, row 0, cell 1
	// 263.0 151.0 "P2" of a *document.Table, row 1, cell 0
	// 315.5 151.0 "0.7" of a *document.Table, row 1, cell 1
}
