package docx

import (
	"archive/zip"
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"wogreport/internal/docx/docxtest"
	"wogreport/internal/pdf/judge"
	"wogreport/internal/pdf/layout"
	"wogreport/internal/pdf/pdftest"
)

// changed is a file with one part changed.
func changed(t testing.TB, data []byte, name string, change func(string) string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts := docxtest.Parts(t, data)
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range z.File {
		part := string(parts[f.Name])
		if f.Name == name {
			if part = change(part); part == string(parts[name]) {
				t.Fatalf("%s is as before", name)
			}
			if part == "" {
				continue
			}
		}
		to, err := w.Create(f.Name)
		if err == nil {
			_, err = to.Write([]byte(part))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func replaced(old, new string) func(string) string {
	return func(s string) string { return strings.Replace(s, old, new, 1) }
}

// TestValid: the Open XML validator finds nothing in any file.
func TestValid(t *testing.T) {
	t.Parallel()
	judge.Tool(t, "ooxml-validator")
	for name, e := range examples(t) {
		if strings.HasPrefix(name, "hostile") && !slices.Contains([]string{"hostile controls", "hostile bad utf-8", "hostile newlines", "hostile empty"}, name) {
			continue
		}
		for _, f := range docxtest.Faults(t, e.written(t)) {
			t.Errorf("%s: %s", name, f)
		}
	}
}

// TestValidatorCatches: it finds faults of each kind that others' files have had.
func TestValidatorCatches(t *testing.T) {
	t.Parallel()
	judge.Tool(t, "ooxml-validator")
	good := written(t, pdftest.Noted(), layout.DefaultOptions())
	const main = "word/document.xml"
	for what, m := range map[string]struct {
		part   string
		change func(string) string
	}{
		"markup that is not closed":        {main, replaced("</w:body>", "")},
		"an element that is unknown":       {main, replaced("<w:body>", "<w:body><w:para/>")},
		"properties out of order":          {main, replaced(`<w:keepNext/><w:tabs>`, `<w:tabs/><w:keepNext/><w:tabs>`)},
		"a value that is none":             {main, replaced(`<w:jc w:val="left"/>`, `<w:jc w:val="middle"/>`)},
		"a length that is no number":       {main, replaced(`<w:pgSz w:w="`, `<w:pgSz w:w="x`)},
		"a picture that leads nowhere":     {main, replaced(`r:embed="rId`, `r:embed="rId99`)},
		"a link that leads nowhere":        {main, replaced(`<w:hyperlink r:id="rId`, `<w:hyperlink r:id="rId99`)},
		"a note that is not there":         {main, replaced(`<w:footnoteReference w:id="1"/>`, `<w:footnoteReference w:id="777"/>`)},
		"a table without columns":          {main, replaced("<w:tblGrid>", "<w:tblGrids>")},
		"a drawing without its size":       {main, replaced("<wp:extent ", "<wp:extend ")},
		"a style without a type that fits": {"word/styles.xml", replaced(`w:type="paragraph"`, `w:type="block"`)},
		"a list without its definition":    {"word/numbering.xml", replaced(`<w:abstractNumId w:val="0"/>`, "")},
		"two notes with one number":        {"word/footnotes.xml", replaced(`w:id="2"`, `w:id="1"`)},
		"a setting out of order":           {"word/settings.xml", replaced(`<w:settings `, `<w:settings w:none="1" `)},
	} {
		if len(docxtest.Faults(t, changed(t, good, m.part, m.change))) == 0 {
			t.Errorf("the validator does not find %s", what)
		}
	}
}

// counted is what a word processor computes anew, with the words that it stands in:
// captions, and references with some letters before them.
func counted(t testing.TB, data []byte) []string {
	var out []string
	docxtest.Tree(t, "document", docxtest.Parts(t, data)["word/document.xml"]).Walk(func(n *docxtest.Node) {
		if n.Name != "p" {
			return
		}
		text, code, from := "", "", 0
		caption := false
		n.Walk(func(c *docxtest.Node) {
			switch {
			case c.Name == "instrText":
				code = strings.Fields(c.Text)[0]
				caption = caption || code == "SEQ"
				from = len([]rune(letters(text)))
			case c.Name == "t":
				text += c.Text
			case c.Attr["fldCharType"] == "end" && code == "REF":
				out = append(out, string([]rune(letters(text))[max(from-12, 0):]))
				code = ""
			}
		})
		if caption {
			out = append(out, letters(text))
		}
	})
	return out
}

func letters(s string) string { return strings.Join(strings.Fields(judge.Words(s)), "") }

// TestLibreOffice: it opens the files, and what it computes for numbers of captions and
// references to them is what they show already. Of a file that shows others it says so.
func TestLibreOffice(t *testing.T) {
	t.Parallel()
	judge.Tool(t, "pdftotext")
	files := map[string][]byte{}
	for _, name := range []string{"article", "evaluation", "notes", "article of a journal", "evaluation of a journal"} {
		e := examples(t)[name]
		files[name+".docx"] = e.written(t)
	}
	const wrong = "wrong.docx"
	files[wrong] = changed(t, files["article.docx"], "word/document.xml", func(s string) string {
		at := strings.Index(s, " SEQ Gambar ")
		return s[:at] + strings.Replace(s[at:], ">1</w:t>", ">7</w:t>", 1)
	})
	dir := judge.LibreOffice(t, files, "pdf")
	for name, data := range files {
		text, err := exec.Command("pdftotext", filepath.Join(dir, strings.TrimSuffix(name, ".docx")+".pdf"), "-").Output()
		if err != nil {
			t.Errorf("LibreOffice does not open %s: %v", name, err)
			continue
		}
		got := letters(string(text))
		missing := slices.DeleteFunc(counted(t, data), func(p string) bool { return strings.Contains(got, p) })
		switch {
		case name == wrong && (len(missing) != 1 || !strings.HasPrefix(missing[0], "Gambar7")):
			t.Errorf("of the file that counts wrongly LibreOffice shows all but %q", missing)
		case name != wrong && len(missing) > 0:
			t.Errorf("%s: LibreOffice does not show %q", name, missing)
		}
	}
	if n := len(counted(t, files["article.docx"])); n < 10 {
		t.Errorf("only %d texts of the article are counted", n)
	}
}

// TestPages: LibreOffice makes about as many pages of a file as the PDF has.
func TestPages(t *testing.T) {
	t.Parallel()
	judge.Tool(t, "pdfinfo")
	e := examples(t)["evaluation"]
	dir := judge.LibreOffice(t, map[string][]byte{"e.docx": e.written(t)}, "pdf")
	out, err := exec.Command("pdfinfo", filepath.Join(dir, "e.pdf")).Output()
	if err != nil || !strings.Contains(string(out), "Pages:           8\n") {
		t.Errorf("%v: the PDF has 8 pages, LibreOffice's:\n%s", err, out)
	}
	text, err := exec.Command("pdftotext", filepath.Join(dir, "e.pdf"), "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	pages := strings.Split(string(text), "\f")
	for i, label := range []string{"", "ii", "iii", "iv", "v", "1", "2", "3"} {
		if !slices.Contains(strings.Split(pages[i], "\n"), label) {
			t.Errorf("page %d does not bear the number %q:\n%s", i+1, label, pages[i])
		}
	}
}

// python reads a file with python-docx: styles of headings and captions, tables.
const python = `
import docx, sys
d = docx.Document(sys.argv[1])
for p in d.paragraphs:
    if p.style.name.startswith("Heading") or p.style.name in ("Title", "Caption"):
        print(p.style.name, "|", p.text.replace("\n", " "))
for t in d.tables:
    print("Table", len(t.rows), len(t.columns), t.rows[0].cells[0].text.replace("\n", " / "))
print("Properties", "|", d.core_properties.title, "|", d.core_properties.author, "|", d.core_properties.language)
print("Sections", len(d.sections), d.sections[0].page_width.mm)
`

// TestPythonReads: python-docx finds headings, captions and tables.
func TestPythonReads(t *testing.T) {
	t.Parallel()
	const interpreter = "/usr/bin/python3" // Debian's, which has Debian's packages
	judge.Tool(t, interpreter)
	if exec.Command(interpreter, "-c", "import docx").Run() != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("python3-docx is missing")
		}
		t.Skip("python3-docx is missing")
	}
	read := func(data []byte) string {
		file := filepath.Join(t.TempDir(), "read.docx")
		if err := os.WriteFile(file, data, 0o644); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command(interpreter, "-c", python, file).CombinedOutput()
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		return string(out)
	}
	journal := read(examples(t)["article of a journal"].written(t))
	for _, want := range []string{"Title | Persepsi Peserta Pelatihan Dasar CPNS", "Heading 1 | PENDAHULUAN\n", "Heading 2 | Latar Belakang\n", "Caption | Tabel\u00a01. ", "Table 50 4 Unit kerja\n"} {
		if !strings.Contains(journal, want) {
			t.Errorf("with a template, python-docx does not find %q:\n%s", want, journal)
		}
	}
	out := read(written(t, pdftest.Article(), layout.DefaultOptions()))
	for _, want := range []string{
		"Title | Persepsi Peserta Pelatihan Dasar CPNS", "Heading 1 | PENDAHULUAN\n", "Heading 2 | Latar Belakang\n", "Heading 3 | 1. Penerapan WoG",
		"Caption | Tabel\u00a01. Hasil uji validitas butir\n", "Caption | Gambar\u00a05. ", "Table 6 3 Kode / Code\n", "Table 6 5 No. / No.\n", "Table 50 4 Unit kerja\n",
		"Properties | Persepsi Peserta – Contoh | Nama Penulis | id-ID\n", "Sections 1 210.0",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("python-docx does not find %q:\n%s", want, out)
		}
	}
}

// TestPandoc: what pandoc reads, and writes as Word again, still has its headings, lists,
// tables and notes.
func TestPandoc(t *testing.T) {
	t.Parallel()
	judge.Tool(t, "pandoc")
	dir := t.TempDir()
	file := filepath.Join(dir, "first.docx")
	if err := os.WriteFile(file, written(t, pdftest.Noted(), layout.DefaultOptions()), 0o644); err != nil {
		t.Fatal(err)
	}
	read := func(from string) string {
		out, err := exec.Command("pandoc", "-t", "markdown-smart", "--wrap=none", "--markdown-headings=atx", from).CombinedOutput()
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		return string(out)
	}
	again := filepath.Join(dir, "again.docx")
	if out, err := exec.Command("pandoc", "-o", again, file).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	journal := filepath.Join(dir, "journal.docx")
	if err := os.WriteFile(journal, examples(t)["notes of a journal"].written(t), 0o644); err != nil {
		t.Fatal(err)
	}
	text := read(journal)
	for _, want := range []string{"\n# PENDAHULUAN", "\n## Latar Belakang", "-   unit pengampu", "[^1]", "Catatan 1:", "[^17]", "Sangat setuju"} {
		if !strings.Contains(text, want) {
			t.Errorf("with a template, pandoc does not read %q", want)
		}
	}
	for _, from := range []string{file, again} {
		text := read(from)
		for _, want := range []string{"\n# PENDAHULUAN", "\n## Latar Belakang", "\n### 1. Penerapan WoG", "\n1.  Kejelasan tujuan", "-   unit pengampu", "[^1]", "Catatan 1:", "[^17]", "  SS", "Sangat setuju", "https://www.example.org/"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: pandoc does not read %q", filepath.Base(from), want)
			}
		}
		if t.Failed() {
			t.Log(text)
			return
		}
	}
}
