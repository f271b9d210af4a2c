package main

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"wogreport/internal/diag"
	"wogreport/internal/study"
)

// What a logo or an embedded file breaks is said of it.
func TestCausesAreNamed(t *testing.T) {
	root := filepath.Join("..", "..")
	for _, c := range []struct{ from, line, with, old, new, says string }{
		{filepath.Join(root, "examples", "agency"), "kind:.*", "kind: evaluation", "/BitsPerComponent 8", "/BitsPerComponent 3",
			"the logo logo.png: an image has other than 1, 2, 4, 8 or 16 bits per component [pdf-rule]"},
		{root, "outputs:.*", "embed: [results]", "#2Fjson", "X2Fjson",
			"the embedded file results.json: an embedded file has no MIME type [pdf-rule]"},
		{root, "outputs:.*", "embed: []", "dc:title>", "dc:tytle>", "ua1 7.1-t09: the metadata have no title (dc:title) [pdf-rule]"},
	} {
		files := buildVariant(t, c.from, c.line, c.with, "--outputs=pdf", "--check-pdf")
		for name, data := range files {
			st := &study.Study{}
			st.Layout.Logo.File = "logo.png"
			var ds diag.List
			rulesOfPDF(&ds, name, data, st)
			if len(ds) > 0 {
				t.Errorf("%s: %v", name, ds)
			}
			rulesOfPDF(&ds, name, bytes.ReplaceAll(data, []byte(c.old), []byte(c.new)), st)
			var out bytes.Buffer
			ds.Fprint(&out)
			if !strings.Contains(out.String(), c.says) {
				t.Errorf("%s: %s, not %s", name, out.String(), c.says)
			}
		}
	}
}
