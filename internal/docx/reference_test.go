package docx

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"

	"wogreport/internal/diag"
	"wogreport/internal/document"
	"wogreport/internal/docx/docxtest"
	"wogreport/internal/docx/reference"
	"wogreport/internal/lang"
	"wogreport/internal/pdf/layout"
	"wogreport/internal/pdf/pdftest"
)

// journalStyles are the styles of the journal's that have names of its own.
var journalStyles = map[string]string{"heading3": "SUBSUBBAB", "body": "isi naskah", "table": "Tabel Jurnal"}

// referred is a template with what it is asked for, without a fault.
func referred(t testing.TB, parts map[string]string, named map[string]string) *Reference {
	t.Helper()
	ref, l := asked(t, parts, named)
	if l.HasErrors() {
		t.Fatal(l)
	}
	return ref
}

// asked is a template with what it is asked for, and what is said of that.
func asked(t testing.TB, parts map[string]string, named map[string]string) (*Reference, diag.List) {
	t.Helper()
	at := func(key string) diag.Pos { return diag.Pos{File: "study.yaml", Cell: key} }
	tpl, l := reference.Read(docxtest.Pack(t, parts), reference.Options{Name: "journal.docx", At: at("")})
	if tpl == nil {
		t.Fatal(l)
	}
	ref, l := NewReference(tpl, "journal.docx", named, at)
	return ref, l
}

// TestJournalStructure holds the structure of an article in a journal's template, as text.
func TestJournalStructure(t *testing.T) {
	e := examples(t)["article of a journal"]
	pdftest.Golden(t, "journal.golden", docxtest.Dump(t, e.written(t)))
}

// TestTemplateLeaves: of a template nothing is in the file that tells of its authors,
// leads outside, or runs.
func TestTemplateLeaves(t *testing.T) {
	t.Parallel()
	template := docxtest.Journal()
	all := ""
	for _, part := range template {
		all += part
	}
	for _, secret := range []string{"Rahasia", "rahasia", "KOMENTAR", "MAKRO", "redaktur", "rsid", "paraId", "INCLUDETEXT", "MACROBUTTON", "jurnal.example.org", "mailMerge", "documentProtection", "trackRevisions", "LAMA", "TEKS CONTOH", "Judul Templat", "w:pict"} {
		if !strings.Contains(all, secret) {
			t.Errorf("the template does not hold %q, so that the test cannot fail", secret)
		}
		for name, data := range docxtest.Parts(t, examples(t)["article of a journal"].written(t)) {
			if strings.Contains(string(data), secret) || strings.Contains(name, secret) {
				t.Errorf("%s holds %q", name, secret)
			}
		}
	}
}

// TestTemplateHolds: what a template says of looks is in the file.
func TestTemplateHolds(t *testing.T) {
	t.Parallel()
	parts := docxtest.Parts(t, examples(t)["article of a journal"].written(t))
	for part, wants := range map[string][]string{
		"word/header-template-first.xml":   {"JURNAL ADMINISTRASI PERTAMA", "> EDISI<", "r:embed=", `descr="Logo Jurnal"`},
		"word/header-template-default.xml": {" AUTHOR ", ">Nama Penulis<", " TITLE "},
		"word/header-template-even.xml":    {"JURNAL GENAP", `w:instr=" STYLEREF &#34;heading 1&#34; "`},
		"word/footer-template-default.xml": {" PAGE ", " NUMPAGES ", "> sisipan<"},
		"word/settings.xml":                {`<w:defaultTabStop w:val="567"/><w:evenAndOddHeaders/>`, "compatibilityMode"},
		"word/theme/theme1.xml":            {`<a:latin typeface="Times New Roman"/>`, "1F4E79"},
		"word/styles.xml":                  {`w:styleId="Judul1"`, `<w:lang w:val="id-ID"/>`, "latentStyles", `w:styleId="TabelJurnal"`},
		"word/document.xml": {
			`<w:pStyle w:val="Judul"/>`, `<w:pStyle w:val="Judul1"/>`, `<w:pStyle w:val="SUBSUB"/>`, `<w:pStyle w:val="ISI"/>`, `<w:pStyle w:val="Keterangan"/>`, `<w:pStyle w:val="ABSTRAK"/>`, `<w:tblStyle w:val="TabelJurnal"/>`,
			`<w:pgSz w:w="11906" w:h="16838"/>`, `<w:lnNumType w:countBy="5" w:restart="continuous"/>`, `<w:cols w:num="2" w:space="454"/>`, `<w:titlePg/>`,
		},
	} {
		for _, want := range wants {
			if !strings.Contains(string(parts[part]), want) {
				t.Errorf("%s has no %s", part, want)
			}
		}
	}
	for _, gone := range []string{"word/header-masthead.xml", "word/header-running.xml"} {
		if parts[gone] != nil {
			t.Errorf("%s is there beside the template's", gone)
		}
	}
	if s := string(parts["word/styles.xml"]); strings.Contains(s, "de-DE") || strings.Contains(s, `w:styleId="CoverLine"`) {
		t.Error("the styles have the template's language, or some that nothing uses")
	}
}

// TestStyleIDs: each style that is named is in the file, once, under a name of its own.
func TestStyleIDs(t *testing.T) {
	t.Parallel()
	odd := docxtest.Journal() // its styles have our ids, for other things
	odd["word/styles.xml"] = strings.NewReplacer(`w:styleId="Tebal"><w:name w:val="Tebal"`, `w:styleId="TableText"><w:name w:val="Figure"`).Replace(odd["word/styles.xml"])
	files := examples(t)
	files["odd"] = example{pdftest.Article(), layout.DefaultOptions(), referred(t, odd, nil)}
	for name, e := range files {
		if e.ref == nil {
			continue
		}
		parts := docxtest.Parts(t, e.written(t))
		ids, names := map[string]string{}, map[string]bool{}
		docxtest.Tree(t, "styles", parts["word/styles.xml"]).Walk(func(n *docxtest.Node) {
			if n.Name != "style" {
				return
			}
			id, title := n.Attr["styleId"], strings.ToLower(n.Val("name"))
			if ids[id] != "" || names[title] {
				t.Errorf("%s: the style %s (%s) is there twice", name, id, title)
			}
			ids[id], names[title] = n.Attr["type"], true
		})
		kinds := map[string]string{"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table", "basedOn": "", "next": "paragraph"}
		for part, data := range parts {
			if path.Ext(part) != ".xml" {
				continue
			}
			docxtest.Tree(t, part, data).Walk(func(n *docxtest.Node) {
				if kind, ok := kinds[n.Name]; ok && (ids[n.Attr["val"]] == "" || kind != "" && ids[n.Attr["val"]] != kind) {
					t.Errorf("%s: %s: %s names %q, which is no %s style", name, part, n.Name, n.Attr["val"], kind)
				}
			})
		}
		lists := map[string]bool{"0": true}
		if data := parts["word/numbering.xml"]; data != nil {
			docxtest.Tree(t, "numbering", data).Walk(func(n *docxtest.Node) {
				if n.Name == "num" && lists[n.Attr["numId"]] {
					t.Errorf("%s: two lists have the number %s", name, n.Attr["numId"])
				}
				if n.Name == "num" {
					lists[n.Attr["numId"]] = true
				}
			})
		}
		for _, part := range []string{"word/styles.xml", "word/document.xml"} {
			docxtest.Tree(t, part, parts[part]).Walk(func(n *docxtest.Node) {
				if n.Name == "numId" && !lists[n.Attr["val"]] {
					t.Errorf("%s: %s names the list %s, which is not there", name, part, n.Attr["val"])
				}
			})
		}
	}
}

// TestTemplateNumbers: where a template numbers headings, a typed number goes, and what is
// not counted has none.
func TestTemplateNumbers(t *testing.T) {
	t.Parallel()
	head := func(label, text string) *document.Heading {
		return &document.Heading{Level: 1, ID: text, Label: label, Text: []document.Span{{Text: text}}}
	}
	d := &document.Document{Language: lang.ID, Blocks: []document.Block{
		&document.Contents{Of: document.ContentsHeadings},
		head("", "PRAKATA"), head("BAB I", "AWAL"), head("BAB II", "2. TENGAH"), head("LAMPIRAN 1", "AKHIR"),
	}}
	for parts, want := range map[*map[string]string]string{
		ptr(docxtest.Journal()):    "PRAKATA|I. AWAL|II. TENGAH|LAMPIRAN 1 AKHIR|0:PRAKATA|:AWAL|:TENGAH|0:LAMPIRAN 1\nAKHIR|",
		ptr(docxtest.Manuscript()): "PRAKATA|BAB I AWAL|BAB II 2. TENGAH|LAMPIRAN 1 AKHIR|:PRAKATA|:BAB I\nAWAL|:BAB II\n2. TENGAH|:LAMPIRAN 1\nAKHIR|",
	} {
		e := example{d, layout.DefaultOptions(), referred(t, *parts, nil)}
		got := ""
		data := e.written(t)
		text := docxtest.Text(t, data)
		docxtest.Tree(t, "document", docxtest.Parts(t, data)["word/document.xml"]).Walk(func(n *docxtest.Node) {
			if n.Name == "p" && n.Val("pStyle") == "TOC1" {
				i := slices.IndexFunc(text, func(p docxtest.Paragraph) bool { return p.Style == "TOC1" })
				line, _, _ := strings.Cut(text[i].Text, "\t")
				got += line + "|"
				text = text[i+1:]
			}
			if n.Name == "p" && (n.Val("pStyle") == "Judul1" || n.Val("pStyle") == "Heading1") {
				i := slices.IndexFunc(text, func(p docxtest.Paragraph) bool { return p.Style == n.Val("pStyle") })
				got += n.First("pPr").Val("numId") + ":" + strings.TrimPrefix(text[i].Text, " ") + "|"
				text = text[i+1:]
			}
		})
		if got != want {
			t.Errorf("the headings are %q, want %q", got, want)
		}
	}
}

func ptr[T any](v T) *T { return &v }

// TestMissingStyles: what a template lacks is said once, with what it has.
func TestMissingStyles(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	l, err := WriteTold(&b, pdftest.Article(), Options{Options: layout.DefaultOptions(), Reference: referred(t, docxtest.Journal(), nil)})
	if err != nil || len(l) != 1 || l[0].Code != "missing-style" || l.HasErrors() {
		t.Fatalf("%v, %v", l, err)
	}
	for _, want := range []string{"subtitle (Subtitle)", "heading3 (heading 3)", "bibliography (Bibliography)"} {
		if !strings.Contains(l[0].Message, want) {
			t.Errorf("the message does not name %s: %s", want, l[0].Message)
		}
	}
	for _, not := range []string{"title (Title)", "body (", "heading1", "footnote ("} {
		if strings.Contains(l[0].Message, " "+not) {
			t.Errorf("the message names %s: %s", not, l[0].Message)
		}
	}
	if !strings.Contains(l[0].Hint, "SUBSUBBAB") || !strings.Contains(l[0].Hint, "{subtitle: …}") {
		t.Errorf("the hint does not help: %s", l[0].Hint)
	}
	if l, err := WriteTold(&b, &document.Document{}, Options{Reference: referred(t, docxtest.Journal(), nil)}); err != nil || len(l) > 0 {
		t.Errorf("an empty document lacks %v, %v", l, err)
	}
}

// TestAskedStyles: a style that a study names must be there and of its kind.
func TestAskedStyles(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ key, name, code, hint, id string }{
		{"heading3", "SUBSUBBAB", "", "", "SUBSUB"},
		{"heading3", "subsub", "", "", "SUBSUB"},
		{"heading1", "Judul 1", "", "", "Judul1"}, // as Word shows it
		{"heading1", "heading 1", "", "", "Judul1"},
		{"heading3", "SUBSUBBAP", "unknown-style", `did you mean "SUBSUBBAB"?`, ""},
		{"heading3", "Lain sama sekali", "unknown-style", "its styles of paragraphs are Title, Isi Naskah, SUBSUBBAB, Abstract, ", ""},
		{"heading3", "Tebal", "wrong-style", "its styles of paragraphs are ", ""},
		{"table", "SUBSUBBAB", "wrong-style", "its styles of tables are Tabel Jurnal, Normal Table", ""},
	} {
		ref, l := asked(t, docxtest.Journal(), map[string]string{c.key: c.name})
		i := slices.IndexFunc(knownStyles, func(k known) bool { return k.key == c.key })
		s := ref.match[knownStyles[i].id]
		if c.code == "" {
			if len(l) > 0 || s == nil || s.ID != c.id {
				t.Errorf("%s as %q is %v, %v", c.key, c.name, s, l)
			}
			continue
		}
		if len(l) != 1 || l[0].Code != c.code || !strings.HasPrefix(l[0].Hint, c.hint) || l[0].Pos.Cell != c.key || !strings.Contains(l[0].Message, "journal.docx") {
			t.Errorf("%s as %q: %v", c.key, c.name, fmt.Sprint(l))
		}
	}
}

// TestTemplatePage: charts, tables and columns follow the template's page.
func TestTemplatePage(t *testing.T) {
	t.Parallel()
	o := Options{Options: layout.DefaultOptions(), Reference: referred(t, docxtest.Journal(), nil)}.Layout()
	if w, h := o.Sheet(); int(w) != 595 || int(h) != 841 || o.Columns != 2 || o.Gutter != 22.7 || int(o.TextWidth()) != 481 || int(o.ColumnWidth()) != 229 || o.FontSize != 10 || o.Fonts != "serif" {
		t.Errorf("the page is %+v", o)
	}
	m := Options{Options: layout.DefaultOptions(), Reference: referred(t, docxtest.Manuscript(), nil)}.Layout()
	if m.Fonts != "sans" || m.FontSize != 12 || m.TextWidth() != 468 {
		t.Errorf("the page of a manuscript is %+v", m)
	}
	b := Options{Options: layout.Options{Paper: layout.F4, Columns: 2}, Reference: referred(t, docxtest.Blank(), nil)}.Layout()
	if w, _ := b.Sheet(); b.Columns != 2 || int(w) != 609 {
		t.Errorf("a template that sets up no page has %+v", b)
	}
	e := examples(t)["article of a journal"]
	widest := 0
	docxtest.Tree(t, "document", docxtest.Parts(t, e.written(t))["word/document.xml"]).Walk(func(n *docxtest.Node) {
		if n.Name == "tblW" {
			w := 0
			fmt.Sscan(n.Attr["w"], &w)
			widest = max(widest, w)
		}
	})
	if widest == 0 || widest > 9638+40 {
		t.Errorf("the widest table has %d twips, the text 9638", widest)
	}
}

func TestNumeral(t *testing.T) {
	for format, want := range map[string]string{"decimal": "28", "upperRoman": "XXVIII", "lowerRoman": "xxviii", "upperLetter": "BB", "lowerLetter": "bb", "cardinalText": ""} {
		if got, ok := numeral(28, format); got != want || ok == (want == "") {
			t.Errorf("28 as %s is %q", format, got)
		}
	}
}

// TestTemplateParagraphs: a style of headings that only the template knows has its level
// where it stands, numbered lists count by the template's definitions, and distances are
// the style's.
func TestTemplateParagraphs(t *testing.T) {
	t.Parallel()
	text := func(s string) []document.Span { return []document.Span{{Text: s}} }
	items := [][]document.Block{{&document.Paragraph{Text: text("satu")}}}
	d := &document.Document{Language: lang.ID, Blocks: []document.Block{
		&document.Contents{Of: document.ContentsHeadings},
		&document.Heading{Level: 1, ID: "a", Text: text("Awal")},
		&document.List{Ordered: true, Start: 4, Items: items},
		&document.List{Items: items},
		&document.Quote{Blocks: []document.Block{&document.List{Items: [][]document.Block{{&document.List{Items: items}}}}}},
		&document.Figure{ID: "f", Caption: document.Caption{Label: "Gambar 1", Text: text("Isi")}},
	}}
	data := example{d, layout.DefaultOptions(), referred(t, docxtest.Journal(), map[string]string{"heading1": "SUBSUBBAB"})}.written(t)
	parts := docxtest.Parts(t, data)
	main := string(parts["word/document.xml"])
	for _, want := range []string{` TOC \o &#34;1-2&#34; \h \z \u `, `<w:pStyle w:val="SUBSUB"/><w:keepNext/><w:outlineLvl w:val="0"/>`, `<w:pStyle w:val="DaftarButir"/></w:pPr>`, `<w:pStyle w:val="Keterangan"/></w:pPr>`} {
		if !strings.Contains(strings.ReplaceAll(main, `<w:keepNext w:val="0"/>`, ""), want) {
			t.Errorf("the text has no %s:\n%s", want, main)
		}
	}
	numbering := docxtest.Tree(t, "numbering", parts["word/numbering.xml"])
	formats, abstracts := map[string]string{}, map[string]string{}
	started := ""
	for _, n := range numbering.Children {
		id := n.Attr["abstractNumId"]
		if n.Name == "abstractNum" && formats[id] != "" {
			t.Errorf("two definitions have the number %s", id)
		}
		if n.Name == "abstractNum" {
			formats[id] = n.Val("numFmt")
			continue
		}
		abstracts[n.Attr["numId"]] = n.Val("abstractNumId")
		if s := n.Val("startOverride"); s != "" {
			started += s + " " + formats[n.Val("abstractNumId")]
		}
	}
	if started != "4 lowerLetter" {
		t.Errorf("the numbered list begins at %q", started)
	}
	docxtest.Tree(t, "styles", parts["word/styles.xml"]).Walk(func(n *docxtest.Node) {
		if want := map[string]string{"Judul1": "upperRoman", "DaftarButir": "bullet", "DaftarNomor": "lowerLetter"}[n.Attr["styleId"]]; want != "" {
			if got := formats[abstracts[n.Val("numId")]]; got != want {
				t.Errorf("%s is numbered as %s, not %s", n.Attr["styleId"], got, want)
			}
		}
	})
}

// TestNumberedThrough: under a template's "page 3 of 43" pages are numbered through, in the
// contents too; under one that counts none, as the report numbers them.
func TestNumberedThrough(t *testing.T) {
	t.Parallel()
	plain := docxtest.Journal()
	plain["word/footer1.xml"] = strings.ReplaceAll(plain["word/footer1.xml"], "NUMPAGES", "PAGE")
	simple := docxtest.Journal()
	simple["word/footer1.xml"] = docxtest.Part("ftr", `<w:p><w:fldSimple w:instr=" SECTIONPAGES \* ROMAN "><w:r><w:t>9</w:t></w:r></w:fldSimple></w:p>`)
	for name, c := range map[string]struct {
		parts   map[string]string
		through bool
	}{"counts": {docxtest.Journal(), true}, "counts those of a section": {simple, true}, "counts none": {plain, false}} {
		data := example{pdftest.Evaluation(t, 3), layout.DefaultOptions(), referred(t, c.parts, nil)}.written(t)
		anew := strings.Contains(string(docxtest.Parts(t, data)["word/document.xml"]), "<w:pgNumType ")
		roman := slices.ContainsFunc(docxtest.Text(t, data), func(p docxtest.Paragraph) bool {
			return strings.HasPrefix(p.Style, "TOC") && strings.HasSuffix(p.Text, "\tii")
		})
		if anew == c.through || roman == c.through {
			t.Errorf("a template that %s: pages are numbered anew: %v, in roman: %v", name, anew, roman)
		}
	}
}
