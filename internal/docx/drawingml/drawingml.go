// Package drawingml owns charts as Word draws them: the part of a chart in
// DrawingML, which its readers can restyle, and the workbook with its numbers,
// which they can change. A figure's document.Chart comes in; the bytes of two
// parts leave. It does not know the file around them.
//
// Who puts them in a file, for the n-th chart,
//
//   - writes Chart to word/charts/chartN.xml and Workbook to
//     word/embeddings/chartN.xlsx, and, to relate one to the other, Relationships
//     to word/charts/_rels/chartN.xml.rels;
//   - writes Notes, where there are any, to word/drawings/drawingN.xml;
//   - names NotesType for it, ContentType for /word/charts/chartN.xml as an Override and WorkbookType
//     for the extension xlsx as a Default in [Content_Types].xml;
//   - relates word/document.xml to charts/chartN.xml by RelationshipType;
//   - places it by a graphic frame in a run: w:drawing, wp:inline with the figure's
//     size as wp:extent and its Alt as the descr of wp:docPr, and in it
//
// a:graphic, a:graphicData with uri="…/2006/chart" (GraphicURI), and an empty c:chart
// with the id of that relation as r:id.
//
// Where wp:extent is not the figure's own size, Look.Scale makes its text as much smaller;
// all else is placed by shares of it.
package drawingml

import (
	"encoding/xml"
	"fmt"

	"wogreport/internal/document"
)

// What a file says of the parts.
const (
	ContentType      = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
	NotesType        = "application/vnd.openxmlformats-officedocument.drawingml.chartshapes+xml"
	WorkbookType     = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	RelationshipType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart"
	GraphicURI       = chartNamespace

	NotesRelation    = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartUserShapes"
	workbookRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/package"
	chartNamespace   = "http://schemas.openxmlformats.org/drawingml/2006/chart"
	mainNamespace    = "http://schemas.openxmlformats.org/drawingml/2006/main"
	relNamespace     = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
)

// Look is what the file around a chart says of its text.
type Look struct {
	Lang string // "id-ID"
	Font string // "" for Arial or Times New Roman, which are as wide as the drawing's
	// Scale is how large the figure stands in the file; 0 for its own size.
	Scale float64
}

// Parts are the parts of one chart; Notes is nil where nothing stands beside its numbers.
type Parts struct{ Chart, Workbook, Notes []byte }

// Of makes the parts of a figure that has a Chart. The same figure gives the same bytes.
func Of(f *document.Figure, look Look) (Parts, error) {
	t := newTable(f.Chart)
	m := newMaker(f, t, look)
	part, err := xml.Marshal(m.space())
	if err != nil {
		return Parts{}, fmt.Errorf("chart: %w", err)
	}
	book, err := t.workbook(look.Lang)
	if err != nil {
		return Parts{}, fmt.Errorf("workbook of a chart: %w", err)
	}
	out := Parts{Chart: append([]byte(xml.Header), part...), Workbook: book}
	if m.noted() {
		notes, err := xml.Marshal(m.notes())
		if err != nil {
			return Parts{}, fmt.Errorf("notes of a chart: %w", err)
		}
		out.Notes = append([]byte(xml.Header), notes...)
	}
	return out, nil
}

// Relationships is the part that relates a chart to its workbook and its notes, given the paths
// from the chart: "../embeddings/chart1.xlsx", "../drawings/drawing1.xml" or "".
func Relationships(workbook, notes string) ([]byte, error) {
	type relationship struct {
		ID     string `xml:"Id,attr"`
		Type   string `xml:"Type,attr"`
		Target string `xml:"Target,attr"`
	}
	all := []relationship{{workbookID, workbookRelation, workbook}}
	if notes != "" {
		all = append(all, relationship{notesID, NotesRelation, notes})
	}
	out, err := xml.Marshal(struct {
		XMLName xml.Name       `xml:"http://schemas.openxmlformats.org/package/2006/relationships Relationships"`
		All     []relationship `xml:"Relationship"`
	}{All: all})
	return append([]byte(xml.Header), out...), err
}

// The ids of the workbook and the notes among the relations of their chart.
const (
	workbookID = "rId1"
	notesID    = "rId2"
)
