package pdf_test

import (
	"bytes"
	"fmt"

	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/pdf"
)

func ExampleWrite() {
	doc := &document.Document{Language: lang.EN, Blocks: []document.Block{
		&document.Heading{ID: "result", Level: 1, Text: []document.Span{{Text: "Result"}}},
		&document.Paragraph{Text: []document.Span{{Text: "All items are "}, {Text: "valid", Style: document.Italic}, {Text: ", see ↯."}}},
	}}
	var file bytes.Buffer
	warnings, err := pdf.Write(&file, doc, pdf.DefaultOptions())
	if err != nil {
		fmt.Println(err)
	}
	fmt.Printf("%.8s\n", file.Bytes())
	for _, w := range warnings {
		fmt.Println(w.Message)
	}
	// Output:
	// %PDF-1.7
	// the fonts have no glyph for U+21AF in the paragraph "All items are valid, see ↯."; a box is shown instead
}
