package pdf

import (
	"strings"
	"testing"

	"wogreport/internal/document"
	"wogreport/internal/pdf/judge"
	"wogreport/internal/pdf/layout"
	"wogreport/internal/pdf/pdftest"
)

// judged are documents of all kinds with their options.
func judged(t *testing.T) map[string]func() ([]byte, *document.Document) {
	columns := DefaultOptions()
	columns.Columns, columns.Abstracts = 2, layout.SideBySide
	sans := DefaultOptions()
	sans.Fonts, sans.Paper, sans.FontSize = "sans", layout.F4, 12
	attached := DefaultOptions()
	attached.Attachments = []Attachment{
		{Name: "study.yaml", Type: "application/yaml", Relationship: "Source", Data: []byte("title: contoh\n")},
		{Name: "results.json", Type: "application/json", Relationship: "Data", Data: []byte("{}\n")},
	}
	out := map[string]func() ([]byte, *document.Document){}
	add := func(name string, opt Options, d *document.Document) {
		out[name] = func() ([]byte, *document.Document) {
			data, _ := write(t, d, opt)
			return data, d
		}
	}
	add("article", DefaultOptions(), pdftest.Article())
	add("article in columns", columns, pdftest.Article())
	add("article in sans", sans, pdftest.Article())
	add("evaluation", DefaultOptions(), pdftest.Evaluation(t, 3))
	add("evaluation in columns", columns, pdftest.Evaluation(t, 3))
	add("notes", DefaultOptions(), pdftest.Noted())
	add("notes in columns", columns, pdftest.Noted())
	add("attached", attached, pdftest.Article())
	long := pdftest.Article()
	long.Blocks = append(long.Blocks, pdftest.LongTable(150))
	add("long tables", DefaultOptions(), long)
	for name, logo := range pdftest.Logos(t) {
		d := pdftest.Article()
		d.Masthead.Logo = logo
		add("logo "+name, DefaultOptions(), d)
	}
	for name, s := range pdftest.Hostile {
		add("hostile "+name, DefaultOptions(), pdftest.Everywhere(s))
	}
	add("empty", DefaultOptions(), &document.Document{})
	return out
}

func TestJudges(t *testing.T) {
	t.Parallel()
	files := map[string][]byte{}
	for name, make := range judged(t) {
		files[name], _ = make()
	}
	judge.Files(t, files)
}

// A reader of the structure gets each paragraph and heading, whole and in order.
func TestStructureIsRead(t *testing.T) {
	t.Parallel()
	for name, make := range judged(t) {
		if strings.HasPrefix(name, "hostile") {
			continue
		}
		data, d := make()
		text := judge.StructText(checker(t, data, "pdfinfo", "-enc", "UTF-8", "-struct-text", "FILE"))
		at := 0
		for _, b := range d.Blocks {
			s := ""
			switch b := b.(type) {
			case *document.Heading:
				s = b.Label + " " + document.Plain(b.Text)
			case *document.Paragraph:
				s = document.Plain(document.WithoutNotes(b.Text))
				if len(document.WithoutNotes(b.Text)) < len(b.Text) {
					s, _, _ = strings.Cut(s, " ") // its note stands between
				}
			}
			s = judge.Words(s)
			n := strings.Index(text[at:], s)
			if n < 0 {
				t.Errorf("%s: %q isn't read after what stands before it", name, s)
				continue
			}
			at += n + len(s)
		}
	}
}
