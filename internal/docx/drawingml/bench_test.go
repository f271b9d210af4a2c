package drawingml_test

import (
	"testing"

	"wogreport/internal/docx/drawingml"
)

// BenchmarkOf is the cost of a chart with its workbook, by what it is of.
func BenchmarkOf(b *testing.B) {
	for _, name := range []string{"P1", "summary"} {
		for _, f := range native(b) {
			if f.study != "example" || f.name != name {
				continue
			}
			b.Run(name, func(b *testing.B) {
				for b.Loop() {
					if _, err := drawingml.Of(f.Figure, look); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
