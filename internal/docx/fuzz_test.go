package docx

import (
	"bytes"
	"path"
	"regexp"
	"strings"
	"testing"

	"wogreport/internal/diag"
	"wogreport/internal/document"
	"wogreport/internal/docx/docxtest"
	"wogreport/internal/docx/reference"
	"wogreport/internal/lang"
	"wogreport/internal/pdf/layout"
)

// FuzzReference reads templates whose parts are anything: each is refused with a hint, or
// gives a file whose parts are XML, that leads nowhere else and runs nothing, the same
// each time.
func FuzzReference(f *testing.F) {
	journal := docxtest.Journal()
	add := func(p map[string]string) {
		f.Add(p["word/styles.xml"], p["word/document.xml"], p["word/header1.xml"], p["word/numbering.xml"], p["word/settings.xml"], p["word/theme/theme1.xml"], p["word/_rels/header1.xml.rels"])
	}
	add(journal)
	add(docxtest.Manuscript())
	ring := docxtest.Journal()
	ring["word/styles.xml"] = strings.ReplaceAll(ring["word/styles.xml"], `w:basedOn w:val="Biasa"`, `w:basedOn w:val="Judul1"`)
	add(ring)
	// What encoding/xml reads and Word does not: prefixes that stand for nothing, names that
	// begin with a digit, an attribute twice, also under another prefix of its namespace.
	odd := docxtest.Journal()
	for name, part := range odd {
		if path.Ext(name) == ".xml" {
			part = regexp.MustCompile(` w:(val|uri)="[^"]*"`).ReplaceAllString(part, `$0 w14:val="2" q:val="2" w:8x="2" xmlns:v="http://schemas.openxmlformats.org/wordprocessingml/2006/main" v:$1="2" w:$1="2"`)
			part = regexp.MustCompile(` cx="[^"]*"`).ReplaceAllString(part, `$0 cx="2" :y="2"`)
			odd[name] = regexp.MustCompile(`<(a|w):(rPr|avLst|spacing)/>`).ReplaceAllString(part, `$0<$1:8x/><q:$2/>`)
		}
	}
	add(odd)
	text := func(s string) []document.Span { return []document.Span{{Text: s}} }
	item := func(s string) []document.Block { return []document.Block{&document.Paragraph{Text: text(s)}} }
	small := &document.Document{Language: lang.ID, Blocks: []document.Block{
		&document.Contents{Of: document.ContentsHeadings},
		&document.Heading{Level: 1, ID: "a", Label: "BAB I", Text: text("1. Awal")},
		&document.Paragraph{Text: []document.Span{{Text: "Teks", Style: document.Italic}}},
		&document.List{Ordered: true, Start: 3, Items: [][]document.Block{item("satu"), item("dua")}},
		&document.List{Items: [][]document.Block{item("satu")}},
		&document.Table{ID: "t", Caption: document.Caption{Label: "Tabel 1", Text: text("Isi")}, Columns: []document.Column{{}, {Align: document.AlignDecimal}}, Head: [][]document.Cell{{{Text: text("A")}, {Text: text("B")}}}, Rows: [][]document.Cell{{{Text: text("a")}, {Text: text("1,5")}}}},
	}}
	f.Fuzz(func(t *testing.T, styles, document, header, numbering, settings, theme, related string) {
		parts := docxtest.Journal()
		parts["word/styles.xml"], parts["word/document.xml"], parts["word/header1.xml"], parts["word/numbering.xml"] = styles, document, header, numbering
		parts["word/settings.xml"], parts["word/theme/theme1.xml"], parts["word/_rels/header1.xml.rels"] = settings, theme, related
		tpl, l := reference.Read(docxtest.Pack(t, parts), reference.Options{Name: "journal.docx"})
		if (tpl == nil) != l.HasErrors() {
			t.Fatalf("a template %v with %v", tpl, l)
		}
		if tpl == nil {
			return
		}
		ref, _ := NewReference(tpl, "journal.docx", nil, func(string) (p diag.Pos) { return })
		var files [2]bytes.Buffer
		for i := range files {
			if err := Write(&files[i], small, Options{Options: layout.DefaultOptions(), Reference: ref}); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(files[0].Bytes(), files[1].Bytes()) {
			t.Fatal("the same template gives other bytes")
		}
		for name, data := range docxtest.Parts(t, files[0].Bytes()) {
			if ext := path.Ext(name); ext != ".xml" && ext != ".rels" {
				continue
			}
			docxtest.Tree(t, name, data).Walk(func(n *docxtest.Node) {
				switch {
				case n.Name == "Relationship" && n.Attr["TargetMode"] == "External" && (!strings.HasSuffix(n.Attr["Type"], "/hyperlink") || !strings.HasPrefix(name, "word/_rels/document") && !strings.HasPrefix(name, "word/_rels/footnotes")):
					t.Fatalf("%s leads to %q", name, n.Attr["Target"])
				case n.Name == "object" || n.Name == "altChunk" || n.Name == "control" || n.Name == "pict" || n.Name == "subDoc" || n.Name == "attachedTemplate" || n.Name == "mailMerge":
					t.Fatalf("%s holds %s", name, n.Name)
				case n.Name == "instrText" && strings.HasPrefix(name, "word/header"):
					for _, bad := range []string{"INCLUDE", "DDE", "LINK", "MACRO"} {
						if strings.HasPrefix(strings.ToUpper(strings.TrimSpace(n.Text)), bad) {
							t.Fatalf("%s holds the field %q", name, n.Text)
						}
					}
				}
			})
		}
	})
}
