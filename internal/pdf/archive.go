package pdf

import (
	"encoding/xml"
	"fmt"
	"strings"
	"time"

	"wogreport/internal/document"
	"wogreport/internal/pdf/typeset"
)

// What makes a tagged file one that archives and readers accept: PDF/A-2a, with files
// in it PDF/A-3a (ISO 19005-2 and -3), and PDF/UA-1 (ISO 14289-1).

// archive adds the objects that the standards ask for and gives the catalog's entries.
func archive(to *objectList, doc *document.Document, opt *Options, structure int) string {
	xmp := metadata(doc, opt)
	meta := to.add(object{body: fmt.Appendf(nil, "<</Type /Metadata /Subtype /XML /Length %d>>\n", len(xmp)), plain: xmp})
	icc := to.add(object{body: fmt.Appendf(nil, "<</N 3 /Filter /FlateDecode /Length %d>>\n", len(profile)), stream: profile})
	return fmt.Sprintf("/Metadata %d 0 R\n/StructTreeRoot %d 0 R\n/MarkInfo <</Marked true>>\n/ViewerPreferences <</DisplayDocTitle true>>\n"+
		"/OutputIntents [<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (%s) /Info (%s) /DestOutputProfile %d 0 R>>]\n",
		meta, structure, profileName, profileName, icc)
}

// title is what the file is called; it must have a name.
func title(doc *document.Document, opt *Options) string {
	if t := strings.TrimSpace(doc.Meta.Title); t != "" {
		return t
	}
	for _, b := range doc.Blocks {
		if h, ok := b.(*document.Heading); ok {
			if t := strings.TrimSpace(document.Plain(document.WithoutNotes(h.Text))); t != "" {
				return t
			}
		}
	}
	if opt.Creator != "" {
		return opt.Creator
	}
	return "untitled" // readers and PDF/UA ask for one
}

// metadata is what the file says of itself in XMP (ISO 16684-1), the same as in its
// information dictionary. The schema of pdfuaid is described, as ISO 19005 knows it not.
func metadata(doc *document.Document, opt *Options) []byte {
	part := 2
	if len(opt.Attachments) > 0 {
		part = 3
	}
	var b strings.Builder
	text := func(s string) string {
		var x strings.Builder
		_ = xml.EscapeText(&x, []byte(typeset.Clean(strings.ReplaceAll(s, "\n", " ")))) // a Builder takes all
		return x.String()
	}
	property := func(name, open, close, value string) {
		if value != "" {
			fmt.Fprintf(&b, "<%s>%s%s%s</%s>\n", name, open, text(value), close, name)
		}
	}
	const inAlt, altEnd = `<rdf:Alt><rdf:li xml:lang="x-default">`, "</rdf:li></rdf:Alt>"
	date := opt.Date.UTC().Format(time.RFC3339)
	b.WriteString("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" + `<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
`)
	m := &doc.Meta
	property("dc:title", inAlt, altEnd, title(doc, opt))
	property("dc:creator", "<rdf:Seq><rdf:li>", "</rdf:li></rdf:Seq>", strings.Join(m.Authors, ", "))
	property("dc:description", inAlt, altEnd, m.Subject)
	property("dc:language", "<rdf:Bag><rdf:li>", "</rdf:li></rdf:Bag>", string(doc.Language))
	property("pdf:Keywords", "", "", strings.Join(m.Keywords, ", "))
	property("pdf:Producer", "", "", opt.Creator)
	property("xmp:CreatorTool", "", "", opt.Creator)
	property("xmp:CreateDate", "", "", date)
	property("xmp:ModifyDate", "", "", date)
	fmt.Fprintf(&b, "<pdfaid:part>%d</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n<pdfuaid:part>1</pdfuaid:part>\n</rdf:Description>\n", part)
	b.WriteString(`<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`)
	return []byte(b.String())
}
