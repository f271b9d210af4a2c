//go:build unix

package build

import (
	"io"
	"path/filepath"
	"testing"

	"wogreport/internal/document"
	"wogreport/internal/docx"
)

// BenchmarkWord writes the example's document as a Word file: its text, without its
// charts, and with pictures of them.
func BenchmarkWord(b *testing.B) {
	in, ds := Load(filepath.Join("..", "..", "study.yaml"))
	if in == nil {
		b.Fatal(ds)
	}
	built, ds := in.Compile()
	if ds.HasErrors() {
		b.Fatal(ds)
	}
	text := *built.document
	text.Blocks = nil
	for _, block := range built.document.Blocks {
		if f, ok := block.(*document.Figure); ok {
			bare := *f
			bare.Draw = nil
			block = &bare
		}
		text.Blocks = append(text.Blocks, block)
	}
	for name, doc := range map[string]*document.Document{"text": &text, "pictures": built.document} {
		b.Run(name, func(b *testing.B) {
			write := func() {
				if err := docx.Write(io.Discard, doc, docxOptions(built.Study, nil)); err != nil {
					b.Fatal(err)
				}
			}
			write()
			start := cpu(b)
			n := 0
			for b.Loop() {
				write()
				n++
			}
			b.ReportMetric(float64((cpu(b)-start).Microseconds())/float64(n)/1000, "cpu-ms/op")
		})
	}
}
