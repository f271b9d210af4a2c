package pdfcheck

import (
	"testing"
	"time"

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

// A report is checked in 20 ms; the limit leaves room for slower machines.
func TestSpeed(t *testing.T) {
	data := sample(t)
	const times = 20
	clock := costtest.Start()
	for range times {
		Check(data)
	}
	took, _ := clock.TooLong()
	if took /= times; took > 60*time.Millisecond {
		t.Errorf("%d bytes took %v", len(data), took)
	}
	t.Logf("%d bytes took %v", len(data), took)
}
