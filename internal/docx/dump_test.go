package docx

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"wogreport/internal/document"
	"wogreport/internal/pdf"
	"wogreport/internal/pdf/layout"
	"wogreport/internal/pdf/pdftest"
)

func TestDump(t *testing.T) {
	dir := os.Getenv("DOCX_OUT")
	if dir == "" {
		t.Skip()
	}
	two := layout.DefaultOptions()
	two.Columns, two.Abstracts = 2, layout.SideBySide
	for name, c := range map[string]struct {
		d *document.Document
		o layout.Options
	}{
		"article":    {pdftest.Article(), layout.DefaultOptions()},
		"columns":    {pdftest.Article(), two},
		"evaluation": {pdftest.Evaluation(t, 3), layout.DefaultOptions()},
		"evalcols":   {pdftest.Evaluation(t, 3), two},
		"noted":      {pdftest.Noted(), layout.DefaultOptions()},
		"empty":      {&document.Document{}, layout.DefaultOptions()},
		"hostile":    {pdftest.Everywhere(pdftest.Hostile["controls"]), layout.DefaultOptions()},
	} {
		var b bytes.Buffer
		if err := Write(&b, c.d, Options{Options: c.o, Creator: "wogreport", Date: time.Unix(946684800, 0)}); err != nil {
			t.Fatal(err)
		}
		os.WriteFile(filepath.Join(dir, name+".docx"), b.Bytes(), 0o644)
		b.Reset()
		po := pdf.DefaultOptions()
		po.Options = c.o
		if _, err := pdf.Write(&b, c.d, po); err != nil {
			t.Fatal(err)
		}
		os.WriteFile(filepath.Join(dir, name+"-own.pdf"), b.Bytes(), 0o644)
	}
}
