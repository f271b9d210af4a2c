package pdfcheck

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// FuzzCheck: no file makes the checker panic, or takes long.
func FuzzCheck(f *testing.F) {
	f.Add(sample(f))
	files, _ := filepath.Glob(filepath.Join("testdata", "*.pdf"))
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		onPanic = func(p any, stack []byte) { t.Errorf("%v\n%s", p, stack) }
		start := time.Now()
		for _, p := range [][]Profile{nil, {"ua1", "2a"}, {"3u"}} {
			Check(data, p...)
		}
		if d := time.Since(start); d > 20*time.Second {
			t.Errorf("%d bytes took %v", len(data), d)
		}
	})
}
