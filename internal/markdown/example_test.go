package markdown_test

import (
	"fmt"

	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/markdown"
)

// What only the document knows, such as its tables, a Converter asks for.
func ExampleConverter_Blocks() {
	c := markdown.Converter{
		Lang:    lang.EN,
		Heading: func(id string) string { return id },
		Place: func(_ markdown.Place, kind, name string) []document.Block {
			return []document.Block{&document.Table{ID: kind + ":" + name}}
		},
	}
	for _, b := range c.Blocks("# Results\n\nThe *mean* is high.\n\n![](table:validity)\n") {
		switch b := b.(type) {
		case *document.Heading:
			fmt.Println("heading", b.ID, document.Plain(b.Text))
		case *document.Paragraph:
			fmt.Println("paragraph", document.Plain(b.Text))
		case *document.Table:
			fmt.Println("table", b.ID)
		}
	}
	// Output:
	// heading section:results Results
	// paragraph The mean is high.
	// table table:validity
}
