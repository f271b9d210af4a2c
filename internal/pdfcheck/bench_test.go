package pdfcheck

import (
	"testing"

	"wogreport/internal/costtest"
)

// BenchmarkSample checks a report by what it claims.
func BenchmarkSample(b *testing.B) {
	data := sample(b)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		Check(data)
	}
}

// BenchmarkCorpus checks the files of the corpus, each by its folder's profile.
func BenchmarkCorpus(b *testing.B) {
	files := corpus(b)
	for b.Loop() {
		for i := range files {
			Check(files[i].data, files[i].profile)
		}
	}
}

// Eighty reports are checked within what one input may cost: 60 ms each, three times
// what it takes, for slower machines.
func TestSpeed(t *testing.T) {
	data := sample(t)
	clock := costtest.Start()
	for range 80 {
		Check(data)
	}
	if took, over := clock.TooLong(); over {
		t.Errorf("80 reports took %v", took)
	}
}
