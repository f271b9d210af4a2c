package main

import (
	"bytes"
	"path/filepath"
	"testing"
)

// BenchmarkCompile takes the example from its files to the bytes of the PDF
// and of results.json, in a process that has done so before.
func BenchmarkCompile(b *testing.B) {
	study := filepath.Join("..", "..", "study.yaml")
	size := 0
	for b.Loop() {
		built, ds := compile(study)
		if ds.HasErrors() {
			b.Fatal(ds)
		}
		var buf bytes.Buffer
		for _, o := range built.outputs([]string{"pdf", "json"}) {
			if err := o.write(&buf); err != nil {
				b.Fatal(err)
			}
		}
		size = buf.Len()
	}
	b.ReportMetric(float64(size), "bytes")
}
