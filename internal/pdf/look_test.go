package pdf

import (
	"os"
	"testing"
)

func TestLook(t *testing.T) {
	b, p := write(t, sampleArticle(), DefaultOptions())
	t.Log(p)
	os.WriteFile("/tmp/pdfeng/a.pdf", b, 0o644)
	opt := Options{Paper: F4, Margins: Margins{20, 25, 20, 40}, FontSize: 12, Fonts: Sans, TableCaptions: Below, FigureCaptions: Above}
	b, _ = write(t, sampleArticle(), opt)
	os.WriteFile("/tmp/pdfeng/b.pdf", b, 0o644)
	b, _ = write(t, everywhere(hostile["emoji"]), DefaultOptions())
	os.WriteFile("/tmp/pdfeng/c.pdf", b, 0o644)
}
