package build

import (
	"bytes"
	"strings"
	"testing"

	"wogreport/internal/docx/docxtest"
)

// TestDated: the files of a report bear the day on which it is signed, which may be a cohort's
// own, and one day where none is known.
func TestDated(t *testing.T) {
	for lines, want := range map[string][]string{
		"": {"2000-01-01", "2000-01-01"},
		"document: {date: 2026-11-24}\ncohorts: {II: {date: 2026-12-05}, I: {}}\n": {"2026-12-05", "2026-11-24"},
	} {
		_, plans := split(t, in(t, map[string]string{"study.yaml": agency["study.yaml"] + "outputs: [pdf, docx, xlsx]\n" + lines}))
		for i, day := range want {
			outputs, ds := plans[i].Make()
			if ds.HasErrors() || len(outputs) != 3 {
				t.Fatal(outputs, ds)
			}
			for _, o := range outputs {
				var b bytes.Buffer
				if err := o.Write(&b); err != nil {
					t.Fatal(err)
				}
				text, created := b.String(), "<xmp:CreateDate>"+day+"T00:00:00Z<"
				if !strings.HasSuffix(o.Name, ".pdf") {
					text, created = string(docxtest.Parts(t, b.Bytes())["docProps/core.xml"]), day+"T00:00:00Z</dcterms:created>"
				}
				if !strings.Contains(text, created) {
					t.Errorf("%s of cohort %d has no %s", o.Name, i, created)
				}
			}
		}
	}
}
