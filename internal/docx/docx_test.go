package docx

import (
	"bytes"
	"path"
	"strings"
	"testing"
	"time"

	"wogreport/internal/document"
	"wogreport/internal/docx/docxtest"
	"wogreport/internal/lang"
	"wogreport/internal/pdf"
	"wogreport/internal/pdf/judge"
	"wogreport/internal/pdf/layout"
	"wogreport/internal/pdf/pdftest"
	"wogreport/internal/pdf/typeset"
)

// written is a document as a Word file.
func written(t testing.TB, d *document.Document, o layout.Options) []byte {
	t.Helper()
	return example{d, o, nil}.written(t)
}

func (e example) written(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, e.doc, Options{Options: e.opt, Creator: "wogreport", Date: time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC), Reference: e.ref}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// example is a document with its page.
type example struct {
	doc *document.Document
	opt layout.Options
	ref *Reference // nil for none
}

// examples are documents of all kinds. Those whose names begin with "hostile" are no
// reports that anybody would write.
func examples(t testing.TB) map[string]example {
	plain := layout.DefaultOptions()
	columns := plain
	columns.Columns, columns.Abstracts = 2, layout.SideBySide
	sans := plain
	sans.Fonts, sans.Paper, sans.FontSize, sans.TableCaptions, sans.FigureCaptions = "sans", layout.F4, 12, layout.Below, layout.Above
	out := map[string]example{
		"article":                 {pdftest.Article(), plain, nil},
		"article in columns":      {pdftest.Article(), columns, nil},
		"article in sans":         {pdftest.Article(), sans, nil},
		"evaluation":              {pdftest.Evaluation(t, 3), plain, nil},
		"evaluation in columns":   {pdftest.Evaluation(t, 3), columns, nil},
		"notes":                   {pdftest.Noted(), plain, nil},
		"notes in columns":        {pdftest.Noted(), columns, nil},
		"empty":                   {&document.Document{}, plain, nil},
		"article as a manuscript": {pdftest.Article(), plain, referred(t, docxtest.Manuscript(), nil)},
		"notes as a manuscript":   {pdftest.Noted(), columns, referred(t, docxtest.Manuscript(), nil)},
		"article of a journal":    {pdftest.Article(), plain, referred(t, docxtest.Journal(), journalStyles)},
		"evaluation of a journal": {pdftest.Evaluation(t, 3), plain, referred(t, docxtest.Journal(), journalStyles)},
		"notes of a journal":      {pdftest.Noted(), plain, referred(t, docxtest.Journal(), nil)},
		"empty of a journal":      {&document.Document{}, plain, referred(t, docxtest.Journal(), nil)},
	}
	logo := pdftest.Article()
	logo.Masthead.Logo = pdftest.Logos(t)["jpeg"]
	out["logo"] = example{logo, plain, nil}
	for name, s := range pdftest.Hostile {
		out["hostile "+name] = example{pdftest.Everywhere(s), plain, nil}
	}
	return out
}

// TestParts: every part is XML, every relationship leads to a part, every run says its
// language, and every name that a field or a link leads to stands in the text once.
func TestParts(t *testing.T) {
	t.Parallel()
	for name, e := range examples(t) {
		parts := docxtest.Parts(t, e.written(t))
		names, used := map[string]int{}, map[string]bool{}
		for part, data := range parts {
			if ext := path.Ext(part); ext != ".xml" && ext != ".rels" {
				continue
			}
			ids := map[string]bool{}
			docxtest.Tree(t, name+": "+part, data).Walk(func(n *docxtest.Node) {
				switch n.Name {
				case "Relationship":
					target := n.Attr["Target"]
					if n.Attr["TargetMode"] == "External" {
						if !addressed(target) {
							t.Errorf("%s: %s leads to %q", name, part, target)
						}
						return
					}
					if at := path.Join(path.Dir(path.Dir(part)), target); parts[at] == nil {
						t.Errorf("%s: %s names %q, which is not there", name, part, at)
					}
				case "r":
					text := n.First("t") != nil || n.First("instrText") != nil
					if text && n.Val("lang") == "" {
						t.Errorf("%s: a run has no language", name)
					}
				case "bookmarkStart":
					names[n.Attr["name"]]++
				case "hyperlink":
					if a := n.Attr["anchor"]; a != "" {
						used[a] = true
					}
				case "instrText":
					if f := strings.Fields(n.Text); strings.HasSuffix(f[0], "REF") {
						used[f[1]] = true
					}
				case "docPr":
					if ids[n.Attr["id"]] {
						t.Errorf("%s: two drawings have the number %s", name, n.Attr["id"])
					}
					ids[n.Attr["id"]] = true
				}
			})
		}
		for n, count := range names {
			if count > 1 || len(n) > 40 {
				t.Errorf("%s: the bookmark %s stands %d times", name, n, count)
			}
		}
		for n := range used {
			if names[n] == 0 {
				t.Errorf("%s: something leads to %s, which is no bookmark", name, n)
			}
		}
	}
}

func TestSameBytes(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"article", "evaluation in columns", "article of a journal"} {
		e := examples(t)[name]
		if !bytes.Equal(e.written(t), e.written(t)) {
			t.Errorf("%s: the same document is other bytes", name)
		}
	}
}

// TestStructure holds the structure of files, as text.
func TestStructure(t *testing.T) {
	for name, file := range map[string]string{
		"article": "article.golden", "article in columns": "columns.golden", "evaluation": "evaluation.golden", "notes": "notes.golden",
	} {
		e := examples(t)[name]
		if name == "notes" { // the article before them is in its own golden
			e.doc.Blocks = e.doc.Blocks[len(pdftest.Article().Blocks)-2:]
		}
		pdftest.Golden(t, file, docxtest.Dump(t, e.written(t)))
	}
}

// TestTextIsThePDFs: the words of the Word file are those that the PDF's tags tell, in
// their order.
func TestTextIsThePDFs(t *testing.T) {
	t.Parallel()
	judge.Tool(t, "pdfinfo")
	for name, e := range examples(t) {
		if strings.HasPrefix(name, "hostile") || e.opt.TableCaptions == layout.Below || strings.HasSuffix(name, "journal") {
			continue // their captions stand elsewhere, or numbers and the journal's lines are the template's
		}
		opt := pdf.DefaultOptions()
		opt.Options = e.opt
		var b bytes.Buffer
		if _, err := pdf.Write(&b, e.doc, opt); err != nil {
			t.Fatal(err)
		}
		judge.SameText(t, name, b.Bytes(), docxtest.Words(t, e.written(t)))
	}
}

// TestHostileTextIsThere: no text is lost, whatever it holds.
func TestHostileTextIsThere(t *testing.T) {
	t.Parallel()
	for _, s := range pdftest.Hostile {
		d := &document.Document{Language: lang.ID, Blocks: []document.Block{pdftest.Para("", pdftest.Span(s))}}
		got := letters(docxtest.Words(t, written(t, d, layout.DefaultOptions())))
		if want := letters(typeset.Clean(s)); got != want {
			t.Errorf("%q became %q", want, got)
		}
	}
}
