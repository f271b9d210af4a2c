package reference_test

import (
	"archive/zip"
	"bytes"
	"maps"
	"strings"
	"testing"

	"wogreport/internal/diag"
	"wogreport/internal/docx/docxtest"
	"wogreport/internal/docx/reference"
	"wogreport/internal/limits"
)

func read(data []byte) (*reference.Template, diag.List) {
	return reference.Read(data, reference.Options{Name: "journal.docx", At: diag.Pos{File: "study.yaml", Line: 3, Col: 9}})
}

// with is a blank template with parts changed; "" takes one out.
func with(t testing.TB, change map[string]string) []byte {
	parts := docxtest.Blank()
	maps.Copy(parts, change)
	maps.DeleteFunc(parts, func(_, part string) bool { return part == "" })
	return docxtest.Pack(t, parts)
}

// twice is a file in which a part stands twice, under names that differ in capitals.
func twice(t testing.TB, name, again string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	parts := docxtest.Blank()
	parts["word/zz.xml"] = ""
	for n, part := range parts {
		w, err := z.Create(n)
		if err == nil {
			_, err = w.Write([]byte(part))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	w, err := z.Create(again)
	if err == nil {
		_, err = w.Write([]byte(parts[name]))
	}
	if err != nil {
		t.Fatal(err)
	}
	z.Close()
	return b.Bytes()
}

// TestBadTemplates: what is no template is refused in one sentence with the file's name,
// the study's place and what to do.
func TestBadTemplates(t *testing.T) {
	old := "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("\x00", 600)
	styles := func(content string) []byte {
		return with(t, map[string]string{"word/styles.xml": docxtest.Part("styles", content)})
	}
	relations := func(target string) []byte {
		return with(t, map[string]string{"word/_rels/document.xml.rels": docxtest.Relations([3]string{"rId1", "styles", target})})
	}
	deep := strings.Repeat("<w:sdt>", 100) + strings.Repeat("</w:sdt>", 100)
	header := func(part string) []byte {
		return with(t, map[string]string{
			"word/_rels/document.xml.rels": docxtest.Relations([3]string{"rId1", "styles", "styles.xml"}, [3]string{"rId2", "header", "header1.xml"}),
			"word/document.xml":            docxtest.Part("document", `<w:body><w:p/><w:sectPr><w:headerReference w:type="default" r:id="rId2"/></w:sectPr></w:body>`),
			"word/header1.xml":             part,
		})
	}
	good := with(t, nil)
	for name, c := range map[string]struct {
		data       []byte
		says, code string
	}{
		"nothing":                {nil, "is empty", "bad-template"},
		"a text":                 {[]byte("Judul"), "is not a Word document, or is damaged", "bad-template"},
		"a PDF":                  {[]byte("%PDF-1.7"), "is a PDF", "bad-template"},
		"RTF":                    {[]byte("{\\rtf1"), "is a document with formatting (RTF)", "bad-template"},
		"an old document":        {[]byte(old), "is a document of an old Word", "bad-template"},
		"an encrypted one":       {[]byte(old + "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"), "is encrypted", "bad-template"},
		"one that is cut short":  {good[:len(good)/2], "is not a Word document, or is damaged", "bad-template"},
		"an OpenDocument text":   {docxtest.Pack(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}), "is an OpenDocument file", "bad-template"},
		"an archive":             {docxtest.Pack(t, map[string]string{"a.txt": "a"}), "is a ZIP archive", "bad-template"},
		"a workbook":             {with(t, map[string]string{"[Content_Types].xml": strings.ReplaceAll(docxtest.Blank()["[Content_Types].xml"], "wordprocessingml.document", "spreadsheetml.sheet")}), "it is a workbook", "bad-template"},
		"no text":                {with(t, map[string]string{"word/document.xml": ""}), "it has no text", "bad-template"},
		"no styles":              {with(t, map[string]string{"word/styles.xml": ""}), "has no styles", "bad-template"},
		"other things as styles": {with(t, map[string]string{"word/styles.xml": docxtest.Part("fonts", "")}), "has no styles", "bad-template"},
		"markup that is broken":  {styles(`<w:style>`), "the part word/styles.xml cannot be read: it is not XML", "bad-template"},
		"text after the end":     {with(t, map[string]string{"word/styles.xml": docxtest.Part("styles", "") + "x"}), "it is not XML", "bad-template"},
		"two roots":              {with(t, map[string]string{"word/styles.xml": docxtest.Part("styles", "") + "<x/>"}), "it is not XML", "bad-template"},
		"a document type":        {with(t, map[string]string{"word/styles.xml": `<!DOCTYPE x [<!ENTITY a "b">]>` + docxtest.Part("styles", "")}), "has a document type", "bad-template"},
		"an entity":              {styles(`<w:style w:styleId="&a;"/>`), "it is not XML", "bad-template"},
		"another encoding":       {with(t, map[string]string{"word/styles.xml": `<?xml version="1.0" encoding="latin1"?>` + docxtest.Part("styles", "")}), "cannot be read", "bad-template"},
		"elements too deep":      {styles(deep), "more than 64 elements of the template stand within each other", "template-file-budget"},
		"text too deep":          {with(t, map[string]string{"word/document.xml": docxtest.Part("document", deep)}), "more than 64 elements", "template-file-budget"},
		"a header too deep":      {header(docxtest.Part("hdr", deep)), "more than 64 elements", "template-file-budget"},
		"too many elements":      {styles(strings.Repeat("<w:a/>", 200_001)), "has more than 200000 elements", "template-file-budget"},
		"a part that unfolds":    {styles(strings.Repeat(" ", 9<<20)), "the part word/styles.xml of the template unpacks to more than 8 MB", "template-file-budget"},
		"a part twice":           {twice(t, "word/styles.xml", "word/Styles.xml"), `the part "word/Styles.xml" twice`, "bad-template"},
		"a part above":           {with(t, map[string]string{"../x.xml": "<x/>"}), "a part whose name leads elsewhere", "bad-template"},
		"a part from the root":   {with(t, map[string]string{"/etc/x.xml": "<x/>"}), "a part whose name leads elsewhere", "bad-template"},
		"a part on a drive":      {with(t, map[string]string{`word\x.xml`: "<x/>"}), "a part whose name leads elsewhere", "bad-template"},
		"styles above":           {relations("../../styles.xml"), "outside the file", "bad-template"},
		"styles of the root":     {relations("/../word/styles.xml"), "outside the file", "bad-template"},
		"styles on a drive":      {relations(`..\styles.xml`), "which is no part", "bad-template"},
		"styles on a server":     {relations("https://example.org/styles.xml"), "has no styles", "bad-template"},
		"a page without room":    {with(t, map[string]string{"word/document.xml": docxtest.Part("document", `<w:body><w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1" w:right="6000" w:bottom="1" w:left="6000"/></w:sectPr></w:body>`)}), "no room for text", "bad-template"},
		"an endless page":        {with(t, map[string]string{"word/document.xml": docxtest.Part("document", `<w:body><w:sectPr><w:pgSz w:w="NaN" w:h="16838"/><w:pgMar w:top="1" w:right="1" w:bottom="1" w:left="1"/></w:sectPr></w:body>`)}), "no room for text", "bad-template"},
		"the strict variant":     {with(t, map[string]string{"word/styles.xml": strings.ReplaceAll(docxtest.Part("styles", ""), "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")}), "Strict Open XML", "bad-template"},
	} {
		tpl, l := read(c.data)
		if tpl != nil || len(l) != 1 || !l.HasErrors() {
			t.Errorf("%s: %v", name, l)
			continue
		}
		d := l[0]
		if !strings.Contains(d.Message, c.says) || d.Code != c.code || d.Hint == "" || d.Pos.Line != 3 || !strings.HasPrefix(d.Message, "the template journal.docx ") {
			t.Errorf("%s: %+v", name, d)
		}
	}
}

// TestLimits: bounds are raised together.
func TestLimits(t *testing.T) {
	deep := docxtest.Part("styles", strings.Repeat("<w:sdt>", 100)+strings.Repeat("</w:sdt>", 100))
	tpl, l := reference.Read(with(t, map[string]string{"word/styles.xml": deep}), reference.Options{Limits: limits.Times(2)})
	if tpl == nil || len(l) > 0 {
		t.Error(l)
	}
}

// TestMacros: a template with macros is taken without them, which is said.
func TestMacros(t *testing.T) {
	for _, kind := range []string{"document.macroEnabled", "template.macroEnabledTemplate"} {
		types := strings.Replace(docxtest.Blank()["[Content_Types].xml"], "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "application/vnd.ms-word."+kind+".main+xml", 1)
		tpl, l := read(with(t, map[string]string{"[Content_Types].xml": types}))
		if tpl == nil || len(l) != 1 || l[0].Code != "template-part-left" || !strings.Contains(l[0].Message, "its macros") {
			t.Errorf("%s: %v", kind, l)
		}
	}
	types := strings.Replace(docxtest.Blank()["[Content_Types].xml"], "wordprocessingml.document", "wordprocessingml.template", 1)
	if tpl, l := read(with(t, map[string]string{"[Content_Types].xml": types})); tpl == nil || len(l) > 0 {
		t.Errorf(".dotx: %v", l)
	}
}

// running is what is left of a header's content, as text, and what is said of it.
func running(t *testing.T, content string) (string, string) {
	t.Helper()
	parts := docxtest.Blank()
	parts["word/_rels/document.xml.rels"] = docxtest.Relations([3]string{"rId1", "styles", "styles.xml"}, [3]string{"rId2", "header", "header1.xml"})
	parts["word/document.xml"] = docxtest.Part("document", `<w:body><w:p/><w:sectPr><w:headerReference w:type="default" r:id="rId2"/></w:sectPr></w:body>`)
	parts["word/header1.xml"] = docxtest.Part("hdr", content)
	parts["word/_rels/header1.xml.rels"] = docxtest.Relations([3]string{"rId1", "image", "media/a.png"}, [3]string{"rId2", "image", "https://example.org/a.png"}, [3]string{"rId3", "image", "media/b.svg"}, [3]string{"rId4", "oleObject", "media/a.png"})
	parts["word/media/a.png"] = docxtest.Journal()["word/media/image1.png"]
	parts["word/media/b.svg"] = "<svg/>"
	tpl, l := read(docxtest.Pack(t, parts))
	if tpl == nil {
		t.Fatal(l)
	}
	var b strings.Builder
	var show func(n *reference.Node)
	show = func(n *reference.Node) {
		if n.Name == "" {
			b.WriteString(n.Text)
			return
		}
		b.WriteString("<" + n.Prefix + ":" + n.Name)
		for _, a := range n.Attr {
			b.WriteString(" " + a.Name + "=" + a.Value)
		}
		b.WriteString(n.Property + n.Part + ">")
		for _, c := range n.Children {
			show(c)
		}
	}
	for _, c := range tpl.Page.Headers["default"].Root.Children {
		show(c)
	}
	said := ""
	for _, d := range l {
		said += d.Message
	}
	return strings.NewReplacer("<w:p>", "", "<w:r>", "", "<w:t>", "").Replace(b.String()), said
}

// TestRunning: of a header text, looks, safe fields and embedded pictures are taken.
func TestRunning(t *testing.T) {
	mark := func(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }
	run := func(text string) string { return `<w:r><w:t>` + text + `</w:t></w:r>` }
	code := func(c string) string { return `<w:r><w:instrText>` + c + `</w:instrText></w:r>` }
	field := func(c, shows string) string {
		return mark("begin") + code(c) + mark("separate") + shows + mark("end")
	}
	taken := func(c, shows string) string {
		return "<w:fldChar fldCharType=begin><w:instrText>" + c + "<w:fldChar fldCharType=separate>" + shows + "<w:fldChar fldCharType=end>"
	}
	picture := func(blip string) string {
		return `<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip ` + blip + `/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
	}
	for _, c := range []struct{ content, want, said string }{
		{run("a"), "a", ""},
		{`<w:ins w:author="X">` + run("a") + `</w:ins><w:del w:author="X"><w:r><w:delText>b</w:delText></w:r></w:del>`, "a", ""},
		{`<w:hyperlink r:id="rId9">` + run("a") + `</w:hyperlink>`, "a", "a link, whose text stays"},
		{`<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>` + run("a") + `</w:sdtContent></w:sdt>`, "a", ""},
		{`<w:r><w:object/></w:r>` + run("a"), "a", "(OLE)"},
		{`<w:r><w:pict/></w:r>` + run("a"), "a", "(VML)"},
		{field("PAGE", run("3")), taken("PAGE", "3"), ""},
		{field(`PAGE  \* roman`, run("iii")), taken(`PAGE  \* roman`, "iii"), ""},
		{mark("begin") + code("PA") + code("GE") + mark("end"), "<w:fldChar fldCharType=begin><w:instrText>PA<w:instrText>GE<w:fldChar fldCharType=end>", ""},
		{field("TITLE", run("x")+run("y")), taken("TITLE", "<w:tTITLE>"), ""},
		{field("INCLUDEPICTURE https://example.org/a.png", run("a")), "a", "a field (INCLUDEPICTURE), whose text stays"},
		{field("includetext x", run("a")), "a", "(INCLUDETEXT)"},
		{field("DDEAUTO cmd", run("a")), "a", "(DDEAUTO)"},
		{field("LINK Excel.Sheet.8 x", run("a")), "a", "(LINK)"},
		{field("MACROBUTTON x y", run("a")), "", "(MACROBUTTON)"},
		{field("= "+mark("begin")+"", ""), "", ""},
		{field("HYPERLINK x", field("PAGE", run("3"))), taken("PAGE", "3"), "(HYPERLINK)"},
		{mark("begin") + code("= ") + field("PAGE", run("3")) + code(" - 1") + mark("separate") + run("2") + mark("end"), "<w:fldChar fldCharType=begin><w:instrText>= " + taken("PAGE", "3") + "<w:instrText> - 1<w:fldChar fldCharType=separate>2<w:fldChar fldCharType=end>", ""},
		{mark("begin") + code("IF ") + field("INCLUDETEXT x", run("3")) + code(" a") + mark("separate") + run("2") + mark("end"), "2", "(INCLUDETEXT)"},
		{mark("begin") + code("LINK ") + field("PAGE", run("3")) + mark("separate") + run("2") + mark("end"), "2", "(LINK)"},
		{mark("begin") + code("PAGE"), "", "(PAGE)"},
		{mark("end") + code("DDE") + run("a"), "a", ""},
		{strings.Repeat(mark("begin")+code("PAGE"), 3000) + run("a") + strings.Repeat(mark("end"), 3000), "a", ""},
		{`<w:fldSimple w:instr=" DDE x ">` + run("a") + `</w:fldSimple>`, "a", "(DDE)"},
		{`<w:fldSimple w:instr=" PAGE ">` + run("a") + `</w:fldSimple>`, "<w:fldSimple instr= PAGE >a", ""},
		{picture(`r:embed="rId1"`), "word/media/a.png>", ""},
		{picture(`r:link="rId2"`), "", "linked, not embedded"},
		{picture(`r:embed="rId2"`), "", "linked, not embedded"},
		{picture(`r:embed="rId4"`), "", "linked, not embedded"},
		{picture(`r:embed="rId3"`), "", "a picture that cannot be read"},
		{`<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/></a:graphic></wp:inline></w:drawing></w:r>`, "", "neither picture nor shape"},
		{`<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx><w:txbxContent><w:p>` + run("a") + `</w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>`, "<w:txbxContent>a", ""},
	} {
		got, said := running(t, "<w:p>"+c.content+"</w:p>")
		exact := !strings.Contains(c.want, "media") && !strings.Contains(c.want, "txbx")
		if exact && got != c.want || !strings.Contains(got, c.want) {
			t.Errorf("%.200s\nbecame %.300q, want %q", c.content, got, c.want)
		}
		if c.said == "" && said != "" && !strings.HasPrefix(c.content, "<w:r><w:fldChar") || !strings.Contains(said, c.said) {
			t.Errorf("%.200s: it is said %q, want %q", c.content, said, c.said)
		}
	}
}

// TestOrder: what stands in the wrong order, or twice, is put right.
func TestOrder(t *testing.T) {
	tpl, l := read(docxtest.Pack(t, docxtest.Journal()))
	if tpl == nil {
		t.Fatal(l)
	}
	got := ""
	for _, c := range tpl.Styles.Named("title").Node.First("rPr").Children {
		got += c.Name + " "
	}
	if got != "b caps sz " {
		t.Errorf("the title has %s", got)
	}
}

// TestSections: the page is that of the body, the first page's lines those of the first
// section.
func TestSections(t *testing.T) {
	tpl, l := read(docxtest.Pack(t, docxtest.Journal()))
	if tpl == nil {
		t.Fatal(l)
	}
	p := tpl.Page
	if p.Columns != 2 || p.Gutter != 22.7 || !p.First || len(p.Headers) != 3 || len(p.Footers) != 3 || p.Lines == nil || int(p.Width) != 595 {
		t.Errorf("the page is %+v", p)
	}
	if p.Footers["first"] != p.Footers["even"] {
		t.Error("one footer was read several times")
	}
	if len(tpl.Lists.Nums) != 3 || len(tpl.Lists.Abstract) != 3 {
		t.Errorf("of 4 lists %d are taken that %d styles refer to", len(tpl.Lists.Nums), 3)
	}
}

// TestNamed: the name itself comes before one with other capitals, that before an id.
func TestNamed(t *testing.T) {
	style := func(id, name string) string {
		return `<w:style w:type="paragraph" w:styleId="` + id + `"><w:name w:val="` + name + `"/><w:aliases w:val="lain, ` + id + ` alias"/></w:style>`
	}
	tpl, l := read(with(t, map[string]string{"word/styles.xml": docxtest.Part("styles", style("caption", "x")+style("a", "Caption")+style("b", "caption")+style("c", "JUDUL BAB"))}))
	if tpl == nil {
		t.Fatal(l)
	}
	for name, want := range map[string]string{"caption": "b", "Caption": "a", "CAPTION": "a", "judul bab": "c", "JudulBab": "c", "B alias": "b", "x": "caption"} {
		if s := tpl.Styles.Named(name); s == nil || s.ID != want {
			t.Errorf("%q is %v, want %s", name, s, want)
		}
	}
	if s := tpl.Styles.Named("tak ada"); s != nil {
		t.Errorf("there is %v", s)
	}
}
