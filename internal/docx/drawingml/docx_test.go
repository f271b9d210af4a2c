package drawingml_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"testing"

	"wogreport/internal/docx/drawingml"
)

var look = drawingml.Look{Lang: "id-ID"}

// parts are the parts of a figure.
func parts(t testing.TB, f sampleFigure) drawingml.Parts {
	t.Helper()
	p, err := drawingml.Of(f.Figure, look)
	if err != nil {
		t.Fatalf("%s: %s: %v", f.study, f.name, err)
	}
	return p
}

// docx is a file with nothing but some figures, each under its name.
func docx(t testing.TB, figures []sampleFigure, charts []drawingml.Parts) []byte {
	t.Helper()
	const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	var types, body, rels strings.Builder
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	add := func(name string, data []byte) {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(data); err != nil {
			t.Fatal(err)
		}
	}
	for i, p := range charts {
		n, f := i+1, figures[i]
		add(fmt.Sprintf("word/charts/chart%d.xml", n), p.Chart)
		add(fmt.Sprintf("word/embeddings/chart%d.xlsx", n), p.Workbook)
		own, err := drawingml.Relationships(fmt.Sprintf("../embeddings/chart%d.xlsx", n))
		if err != nil {
			t.Fatal(err)
		}
		add(fmt.Sprintf("word/charts/_rels/chart%d.xml.rels", n), own)
		fmt.Fprintf(&types, `<Override PartName="/word/charts/chart%d.xml" ContentType="%s"/>`, n, drawingml.ContentType)
		fmt.Fprintf(&rels, `<Relationship Id="rId%d" Type="%s" Target="charts/chart%d.xml"/>`, n, drawingml.RelationshipType, n)
		var alt bytes.Buffer
		if err := xml.EscapeText(&alt, []byte(f.Alt)); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&body, `<w:p><w:pPr><w:keepNext/></w:pPr><w:r><w:t>%s %s</w:t></w:r></w:p><w:p><w:r><w:drawing><wp:inline><wp:extent cx="%d" cy="%d"/><wp:docPr id="%d" name="Chart %d" descr="%s"/>`+
			`<a:graphic><a:graphicData uri="%s"><c:chart r:id="rId%d"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`,
			f.study, f.name, int(f.Width*12700), int(f.Height*12700), n, n, alt.String(), drawingml.GraphicURI, n)
	}
	add("[Content_Types].xml", []byte(xml.Header+`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="xlsx" ContentType="`+drawingml.WorkbookType+`"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>`+types.String()+`</Types>`))
	add("_rels/.rels", []byte(xml.Header+relations+`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`))
	add("word/_rels/document.xml.rels", []byte(xml.Header+relations+rels.String()+`</Relationships>`))
	add("word/document.xml", []byte(xml.Header+`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:c="`+drawingml.GraphicURI+`" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>`+body.String()+`<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="900" w:right="1134" w:bottom="900" w:left="1134" w:header="500" w:footer="500" w:gutter="0"/></w:sectPr></w:body></w:document>`))
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
