package drawingml_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"wogreport/internal/docx/drawingml"
	"wogreport/internal/pdf/judge"
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
		notes := ""
		if p.Notes != nil {
			notes = fmt.Sprintf("../drawings/drawing%d.xml", n)
			add(fmt.Sprintf("word/drawings/drawing%d.xml", n), p.Notes)
			fmt.Fprintf(&types, `<Override PartName="/word/drawings/drawing%d.xml" ContentType="%s"/>`, n, drawingml.NotesType)
		}
		own, err := drawingml.Relationships(fmt.Sprintf("../embeddings/chart%d.xlsx", n), notes)
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

// faults are what a validator of Open XML says against a file with some figures.
func faults(t testing.TB, figures []sampleFigure, charts []drawingml.Parts) []string {
	t.Helper()
	judge.Tool(t, "ooxml-validator")
	file := filepath.Join(t.TempDir(), "charts.docx")
	if err := os.WriteFile(file, docx(t, figures, charts), 0o666); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("ooxml-validator", file).Output()
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	var said struct {
		OK     bool
		Errors []struct{ Description, Path string }
	}
	if err := json.Unmarshal(out, &said); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	var found []string
	for _, e := range said.Errors {
		found = append(found, e.Path+": "+e.Description)
	}
	if said.OK != (len(found) == 0) {
		t.Fatalf("the validator says %s", out)
	}
	return found
}

func valid(t testing.TB, figures []sampleFigure, charts []drawingml.Parts) {
	t.Helper()
	for i, f := range faults(t, figures, charts) {
		if i == 20 {
			break
		}
		t.Error(f)
	}
}

// TestValid: all charts follow the schemas of Office.
func TestValid(t *testing.T) {
	t.Parallel()
	figures := native(t)
	var charts []drawingml.Parts
	for _, f := range figures {
		charts = append(charts, parts(t, f))
	}
	valid(t, figures, charts)
}

// TestValidatorNotices: what would have Word repair a chart is found.
func TestValidatorNotices(t *testing.T) {
	t.Parallel()
	figures := native(t)[:1]
	for name, change := range map[string][2]string{
		"the order of a series": {`<c:idx val="0"></c:idx><c:order val="0"></c:order>`, `<c:order val="0"></c:order><c:idx val="0"></c:idx>`},
		"an axis without id":    {`<c:axId val="2"></c:axId><c:scaling>`, `<c:scaling>`},
		"a value":               {`<c:grouping val="clustered">`, `<c:grouping val="bunched">`},
		"a color":               {`<a:srgbClr val="`, `<a:srgbClr val="#`},
		"an element":            {`<c:varyColors val="0"></c:varyColors>`, `<c:varyColours val="0"></c:varyColours>`},
		"a relation":            {`<c:externalData r:id="rId1">`, `<c:externalData r:id="rId9">`},
	} {
		p := parts(t, figures[0])
		changed := strings.Replace(string(p.Chart), change[0], change[1], 1)
		if changed == string(p.Chart) {
			t.Errorf("%s: %s is not in the chart", name, change[0])
		}
		p.Chart = []byte(changed)
		if len(faults(t, figures, []drawingml.Parts{p})) == 0 {
			t.Errorf("%s may be wrong", name)
		}
	}
}
