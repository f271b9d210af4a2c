package pdfcheck

import (
	"archive/zip"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"time"
)

func TestScratch(t *testing.T) {
	z, err := zip.OpenReader("/work/shared/verapdf/corpus.zip")
	if err != nil {
		t.Fatal(err)
	}
	onPanic = func(p any, stack []byte) { fmt.Println(p, string(stack)) }
	only := os.Getenv("ONLY")
	for _, f := range z.File {
		if !strings.HasSuffix(f.Name, ".pdf") || !strings.Contains(f.Name, only) {
			continue
		}
		r, _ := f.Open()
		data, _ := io.ReadAll(r)
		folder, _, _ := strings.Cut(f.Name, "/")
		p := map[string]Profile{"PDF_UA-1": "ua1", "PDF_A-2a": "2a", "PDF_A-2b": "2b", "PDF_A-2u": "2u", "PDF_A-3b": "3b"}[folder]
		start := time.Now()
		rep := Check(data, p)
		d := time.Since(start)
		name := f.Name[strings.LastIndex(f.Name, "/")+1:]
		name = strings.TrimPrefix(strings.TrimSuffix(name, ".pdf"), "veraPDF test suite ")
		var vs []string
		for _, v := range rep.Violations {
			s := v.Rule
			if os.Getenv("FULL") != "" {
				s = fmt.Sprint(v, " ", v.Detail, " x", v.Count)
			}
			vs = append(vs, s)
		}
		sep := " "
		if os.Getenv("FULL") != "" { sep = "\n    " }
		fmt.Printf("%s %s | %s%s%s %s\n", p, name, rep.Unreadable, sep, strings.Join(vs, sep), map[bool]string{true: d.String()}[d > 300*time.Millisecond])
	}
}
