package pdf

import (
	"bytes"
	"testing"
)

func TestFinishRefusesOtherFiles(t *testing.T) {
	for _, s := range []string{
		"", "%PDF-1.3\n", "startxref\n9999999\n", "xref\n0 3\nf \n startxref\n0\n", "startxref\n-1\n",
		"%PDF-1.3\nxref\n0 2\n0000000000 65535 f \n0000000000 00000 n \ntrailer\n<<>>\nstartxref\n9\n%%EOF",
	} {
		var w bytes.Buffer
		if err := finish(&w, []byte(s), takeWorkspace(), &additions{passages: &passages{}}); err == nil || w.Len() > 0 {
			t.Errorf("%q: error %v, %d bytes", s, err, w.Len())
		}
	}
}
