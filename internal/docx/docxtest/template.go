package docxtest

import (
	"archive/zip"
	"bytes"
	"image"
	"image/color"
	"image/png"
	"slices"
	"testing"
)

// A template is a Word file that tests make of its parts, by their names.
const (
	spaces = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
		` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"` +
		` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"` +
		` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
		` xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"` +
		` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"` +
		` xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"` +
		` xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"` +
		` xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"`
	office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	wordML = "application/vnd.openxmlformats-officedocument.wordprocessingml."
)

// Part is a part of Word with its root.
func Part(root, content string) string {
	return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:` + root + spaces + `>` + content + `</w:` + root + `>`
}

// Relations is a part of relationships: the id, the last word of the type, and the target
// of each; a target with a colon is outside.
func Relations(each ...[3]string) string {
	s := `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	for _, r := range each {
		mode := ""
		if bytes.ContainsRune([]byte(r[2]), ':') {
			mode = ` TargetMode="External"`
		}
		s += `<Relationship Id="` + r[0] + `" Type="` + office + r[1] + `" Target="` + r[2] + `"` + mode + `/>`
	}
	return s + `</Relationships>`
}

// Blank are the parts of a template that has nothing but Normal.
func Blank() map[string]string {
	return map[string]string{
		"[Content_Types].xml": `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
			`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
			`<Default Extension="png" ContentType="image/png"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>` +
			`<Override PartName="/word/document.xml" ContentType="` + wordML + `document.main+xml"/></Types>`,
		"_rels/.rels":                  Relations([3]string{"rId1", "officeDocument", "word/document.xml"}),
		"word/document.xml":            Part("document", `<w:body><w:p/><w:sectPr/></w:body>`),
		"word/_rels/document.xml.rels": Relations([3]string{"rId1", "styles", "styles.xml"}),
		"word/styles.xml":              Part("styles", `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>`),
	}
}

// Pack is a file of parts, in the order of their names.
func Pack(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var names []string
	for name := range parts {
		names = append(names, name)
	}
	slices.Sort(names)
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range names {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(parts[name]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Journal are the parts of a journal's template as Word writes them in Indonesian: styles
// with ids of that language and names of the journal's own, a page in two columns under
// one, lines for the first, odd and even pages, a picture in them, numbered headings; and
// beside that what is never taken: macros, comments, changes, links to the outside.
func Journal() map[string]string {
	parts := Blank()
	para := func(id, name, custom, more string) string {
		return `<w:style w:type="paragraph"` + custom + ` w:styleId="` + id + `"><w:name w:val="` + name + `"/><w:basedOn w:val="Biasa"/><w:qFormat/><w:rsid w:val="00AA1122"/>` + more + `</w:style>`
	}
	const custom = ` w:customStyle="1"`
	parts["word/styles.xml"] = Part("styles",
		`<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="de-DE" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults>`+
			`<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:count="1"><w:lsdException w:name="Normal" w:uiPriority="0"/></w:latentStyles>`+
			`<w:style w:type="paragraph" w:default="1" w:styleId="Biasa"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:ind w:firstLine="284"/><w:jc w:val="both"/></w:pPr></w:style>`+
			`<w:style w:type="character" w:default="1" w:styleId="FontParagrafDefault"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/></w:style>`+
			`<w:style w:type="table" w:default="1" w:styleId="TabelNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>`+
			para("Judul", "Title", "", `<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="32"/><w:caps/><w:b/><w:b/></w:rPr>`)+
			para("Judul1", "heading 1", "", `<w:pPr><w:keepNext/><w:numPr><w:numId w:val="7"/></w:numPr><w:spacing w:before="240" w:after="80"/><w:ind w:firstLine="0"/><w:jc w:val="center"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:smallCaps/><w:color w:val="1F4E79"/><w:sz w:val="22"/></w:rPr>`)+
			para("Judul2", "heading 2", "", `<w:pPr><w:keepNext/><w:spacing w:before="120" w:after="60"/><w:ind w:firstLine="0"/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:i/></w:rPr>`)+
			para("SUBSUB", "SUBSUBBAB", custom, `<w:pPr><w:spacing w:before="80"/><w:ind w:firstLine="0"/></w:pPr><w:rPr><w:b/></w:rPr>`)+
			para("Keterangan", "caption", "", `<w:pPr><w:spacing w:before="80" w:after="80"/><w:ind w:firstLine="0"/><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:sz w:val="16"/></w:rPr>`)+
			para("ISI", "Isi Naskah", custom, `<w:pPr><w:spacing w:line="260" w:lineRule="auto"/></w:pPr>`)+
			para("ABSTRAK", "Abstract", custom, `<w:pPr><w:ind w:left="284" w:right="284" w:firstLine="0"/></w:pPr><w:rPr><w:i/><w:sz w:val="18"/></w:rPr>`)+
			para("DaftarButir", "List Bullet", "", `<w:pPr><w:numPr><w:numId w:val="8"/></w:numPr><w:contextualSpacing/></w:pPr>`)+
			para("DaftarNomor", "List Number", "", `<w:pPr><w:numPr><w:numId w:val="9"/></w:numPr><w:contextualSpacing/></w:pPr>`)+
			para("TajukHalaman", "header", "", `<w:pPr><w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs><w:ind w:firstLine="0"/></w:pPr><w:rPr><w:sz w:val="16"/></w:rPr>`)+
			`<w:style w:type="character"`+custom+` w:styleId="Tebal"><w:name w:val="Tebal"/><w:rPr><w:b/></w:rPr></w:style>`+
			`<w:style w:type="table"`+custom+` w:styleId="TabelJurnal"><w:name w:val="Tabel Jurnal"/><w:basedOn w:val="TabelNormal"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="12" w:space="0" w:color="1F4E79"/><w:bottom w:val="single" w:sz="12" w:space="0" w:color="1F4E79"/></w:tblBorders></w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="1F4E79"/></w:tcBorders></w:tcPr></w:tblStylePr></w:style>`)
	level := func(format, text, indent string) string {
		return `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="` + format + `"/><w:suff w:val="space"/><w:lvlText w:val="` + text + `"/><w:lvlJc w:val="left"/><w:pPr>` + indent + `</w:pPr></w:lvl>`
	}
	parts["word/numbering.xml"] = Part("numbering",
		`<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>`+level("upperRoman", "%1.", `<w:ind w:left="0" w:firstLine="0"/>`)+`</w:abstractNum>`+
			`<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="hybridMultilevel"/>`+level("bullet", "–", `<w:ind w:left="568" w:hanging="284"/>`)+`</w:abstractNum>`+
			`<w:abstractNum w:abstractNumId="2"><w:multiLevelType w:val="hybridMultilevel"/>`+level("lowerLetter", "%1)", `<w:ind w:left="568" w:hanging="284"/>`)+`</w:abstractNum>`+
			`<w:abstractNum w:abstractNumId="3"><w:multiLevelType w:val="hybridMultilevel"/>`+level("decimal", "%1", "")+`</w:abstractNum>`+
			`<w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="8"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="9"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="10"><w:abstractNumId w:val="3"/></w:num>`)
	parts["word/settings.xml"] = Part("settings",
		`<w:attachedTemplate r:id="rId1"/><w:mailMerge><w:mainDocumentType w:val="formLetters"/></w:mailMerge><w:trackRevisions/><w:documentProtection w:edit="readOnly" w:enforcement="1"/>`+
			`<w:defaultTabStop w:val="567"/><w:evenAndOddHeaders/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:rsids><w:rsidRoot w:val="00AA1122"/></w:rsids><w:themeFontLang w:val="id-ID"/>`)
	parts["word/_rels/settings.xml.rels"] = Relations([3]string{"rId1", "attachedTemplate", "file:///C:/Users/redaktur/jurnal.dotm"})
	run := func(s string) string {
		return `<w:r w:rsidR="00AA1122"><w:t xml:space="preserve">` + s + `</w:t></w:r>`
	}
	field := func(code, result string) string {
		return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ` + code + ` </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` + run(result) + `<w:r><w:fldChar w:fldCharType="end"/></w:r>`
	}
	line := func(content string) string {
		return `<w:p w:rsidR="00AA1122" w14:paraId="1234"><w:pPr><w:pStyle w:val="TajukHalaman"/></w:pPr>` + content + `</w:p>`
	}
	drawing := `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="900000" cy="300000"/><wp:docPr id="1" name="Logo" descr="Logo Jurnal"><a:hlinkClick r:id="rId2"/></wp:docPr><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="300000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
	parts["word/header1.xml"] = Part("hdr", line(drawing+`<w:r><w:tab/></w:r>`+run("JURNAL ADMINISTRASI PERTAMA")+`<w:ins w:author="Redaktur Rahasia" w:id="5">`+run(" EDISI")+`</w:ins><w:del w:author="Redaktur Rahasia" w:id="6"><w:r><w:delText>LAMA</w:delText></w:r></w:del>`))
	parts["word/_rels/header1.xml.rels"] = Relations([3]string{"rId1", "image", "media/image1.png"}, [3]string{"rId2", "hyperlink", "https://jurnal.example.org/"})
	parts["word/header2.xml"] = Part("hdr", line(field("AUTHOR", "Redaktur Rahasia")+`<w:r><w:tab/></w:r>`+field("TITLE", "Judul Templat")))
	parts["word/header3.xml"] = Part("hdr", line(run("JURNAL GENAP")+`<w:r><w:tab/></w:r>`+`<w:fldSimple w:instr=" STYLEREF &quot;heading 1&quot; ">`+run("PENDAHULUAN")+`</w:fldSimple>`))
	parts["word/footer1.xml"] = Part("ftr", line(run("Hal. ")+field("PAGE", "7")+run(" dari ")+field("NUMPAGES", "9")+field(`INCLUDETEXT "C:\\rahasia.docx"`, " sisipan")+field("MACROBUTTON Buka Klik", "")+`<w:r><w:pict><v:shape/></w:pict></w:r>`))
	parts["word/media/image1.png"] = square()
	parts["word/comments.xml"] = Part("comments", `<w:comment w:id="1" w:author="Redaktur Rahasia"><w:p>`+run("KOMENTAR")+`</w:p></w:comment>`)
	parts["word/vbaProject.bin"] = "MAKRO"
	parts["customXml/item1.xml"] = `<rahasia/>`
	parts["docProps/core.xml"] = `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Redaktur Rahasia</dc:creator></cp:coreProperties>`
	parts["word/theme/theme1.xml"] = theme
	page := `<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>`
	parts["word/document.xml"] = Part("document", `<w:body><w:p><w:pPr><w:pStyle w:val="Judul"/></w:pPr>`+run("JUDUL CONTOH")+`</w:p><w:p><w:pPr><w:sectPr w:rsidR="00AA1122"><w:headerReference w:type="first" r:id="rId11"/><w:headerReference w:type="default" r:id="rId12"/><w:headerReference w:type="even" r:id="rId13"/><w:footerReference w:type="default" r:id="rId14"/><w:footerReference w:type="even" r:id="rId14"/><w:footerReference w:type="first" r:id="rId14"/>`+page+`<w:cols w:space="720"/><w:titlePg/></w:sectPr></w:pPr></w:p>`+
		`<w:p><w:pPr><w:pStyle w:val="ISI"/></w:pPr>`+run("TEKS CONTOH")+`</w:p><w:p><w:pPr><w:pStyle w:val="SUBSUB"/></w:pPr></w:p><w:p/><w:sectPr><w:type w:val="continuous"/>`+page+`<w:lnNumType w:countBy="5" w:restart="continuous"/><w:cols w:num="2" w:space="454"/></w:sectPr></w:body>`)
	parts["word/_rels/document.xml.rels"] = Relations([3]string{"rId1", "styles", "styles.xml"}, [3]string{"rId2", "numbering", "numbering.xml"}, [3]string{"rId3", "settings", "settings.xml"}, [3]string{"rId4", "theme", "/word/theme/theme1.xml"},
		[3]string{"rId5", "comments", "comments.xml"}, [3]string{"rId6", "customXml", "../customXml/item1.xml"}, [3]string{"rId7", "vbaProject", "vbaProject.bin"},
		[3]string{"rId11", "header", "header1.xml"}, [3]string{"rId12", "header", "header2.xml"}, [3]string{"rId13", "header", "header3.xml"}, [3]string{"rId14", "footer", "footer1.xml"})
	return parts
}

func square() string {
	m := image.NewRGBA(image.Rect(0, 0, 30, 10))
	for i := range 300 {
		m.Set(i%30, i/30, color.RGBA{0x1F, 0x4E, 0x79, 0xFF})
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		panic(err) // into memory it cannot fail
	}
	const head = 33 // bytes of the signature and the first chunk; then who made it
	return b.String()[:head] + "\x00\x00\x00\x0etEXtAuthor\x00Rahasia\x96\xba\x9f\x24" + b.String()[head:]
}

const theme = `<?xml version="1.0"?><a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Jurnal"><a:themeElements><a:clrScheme name="J"><a:dk1><a:srgbClr val="000000"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="1F4E79"/></a:dk2><a:lt2><a:srgbClr val="EEEEEE"/></a:lt2><a:accent1><a:srgbClr val="4472C4"/></a:accent1><a:accent2><a:srgbClr val="ED7D31"/></a:accent2><a:accent3><a:srgbClr val="A5A5A5"/></a:accent3><a:accent4><a:srgbClr val="FFC000"/></a:accent4><a:accent5><a:srgbClr val="5B9BD5"/></a:accent5><a:accent6><a:srgbClr val="70AD47"/></a:accent6><a:hlink><a:srgbClr val="0563C1"/></a:hlink><a:folHlink><a:srgbClr val="954F72"/></a:folHlink></a:clrScheme><a:fontScheme name="J"><a:majorFont><a:latin typeface="Times New Roman"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Times New Roman"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme><a:fmtScheme name="J"><a:fillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:fillStyleLst><a:lnStyleLst><a:ln w="6350"/><a:ln w="12700"/><a:ln w="19050"/></a:lnStyleLst><a:effectStyleLst><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle></a:effectStyleLst><a:bgFillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`

// Manuscript are the parts of a template for manuscripts: Word's own styles, double
// spacing, a page of Letter's size, and no lines over or under it.
func Manuscript() map[string]string {
	parts := Blank()
	styles := `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="24"/></w:rPr></w:rPrDefault></w:docDefaults>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:spacing w:line="480" w:lineRule="auto"/></w:pPr></w:style>`
	for _, s := range [][3]string{{"Title", "Title", ""}, {"Heading1", "heading 1", `<w:b/>`}, {"Heading2", "heading 2", `<w:b/><w:i/>`}, {"Heading3", "heading 3", `<w:i/>`}, {"Caption", "caption", ""}, {"Abstract", "Abstract", ""}} {
		styles += `<w:style w:type="paragraph" w:styleId="` + s[0] + `"><w:name w:val="` + s[1] + `"/><w:basedOn w:val="Normal"/><w:rPr>` + s[2] + `</w:rPr></w:style>`
	}
	parts["word/styles.xml"] = Part("styles", styles)
	parts["word/document.xml"] = Part("document", `<w:body><w:p/><w:sectPr><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr></w:body>`)
	return parts
}
