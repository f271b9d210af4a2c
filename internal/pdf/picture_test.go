package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"wogreport/internal/pdf/pdftest"
)

func TestLogo(t *testing.T) {
	t.Parallel()
	for name, logo := range pdftest.Logos(t) {
		d := pdftest.Article()
		d.Masthead.Logo = logo
		a, problems := write(t, d, DefaultOptions())
		b, _ := write(t, d, DefaultOptions())
		if !bytes.Equal(a, b) || len(problems) > 0 {
			t.Errorf("%s: two files are the same: %v; warnings %v", name, bytes.Equal(a, b), problems)
		}
		if out := checker(t, a, "qpdf", "--check", "FILE"); !strings.Contains(out, "No syntax or stream encoding errors") {
			t.Errorf("%s: %s", name, out)
		}
		if out := checker(t, a, "pdfimages", "-list", "FILE"); !strings.Contains(out, fmt.Sprintf("%d    %d", logo.Width, logo.Height)) {
			t.Errorf("%s: %s", name, out)
		}
	}
}
