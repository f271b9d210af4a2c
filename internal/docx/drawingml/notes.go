package drawingml

import (
	"encoding/xml"
	"strconv"

	"gonum.org/v1/plot/vg"

	"wogreport/internal/document"
	"wogreport/internal/palette"
)

// notes are the texts of a chart that are of no point, each in a box of its own, the brackets
// under them, and its curve: shapes over the chart, at shares of its size (ECMA-376 part 1, 21.3).
func (m *maker) notes() userShapes {
	s := userShapes{C: chartNamespace, A: mainNamespace, D: drawingNamespace}
	add := func(at vg.Rectangle, name string, one noteShape) {
		id := strconv.Itoa(len(s.Anchors) + 1)
		if name == "" {
			name = "Note " + id
		}
		one.Names.Named = named{id, name}
		s.Anchors = append(s.Anchors, m.anchor(at, one))
	}
	for _, n := range m.chart.Notes {
		if n.Bracket > 0 {
			at := n.Place
			at.Min.Y, at.Max.Y = at.Min.Y-n.Bracket, at.Min.Y
			add(at, "", noteShape{Shape: noteLook{Free: bracketPath(at), Line: stroke(palette.SoftInk, 0.6).Line}})
		}
		text := m.noteText(n)
		add(n.Place, "", noteShape{Names: noteNames{Box: textBox{"1"}}, Shape: noteLook{Preset: &preset{Name: "rect"}, Line: &line{NoFill: &empty{}}}, Text: &text})
	}
	if len(m.chart.Curve) > 1 {
		// A line of the chart's own would have a point in the middle of each class only: it would
		// end inside the outermost ones, and LibreOffice draws it with bends.
		add(m.plot(), text(m.chart.CurveName), noteShape{Shape: noteLook{Free: m.curvePath(m.plot()), Line: stroke(palette.Ink, 0.9).Line}})
	}
	return s
}

// noted reports whether the chart has notes.
func (m *maker) noted() bool { return len(m.chart.Notes) > 0 || len(m.chart.Curve) > 1 }

// curvePath is the curve over a plot.
func (m *maker) curvePath(at vg.Rectangle) *freeForm {
	out := &freeForm{Path: path{Width: pathUnits(at.Max.X - at.Min.X), Height: pathUnits(at.Max.Y - at.Min.Y), Fill: "none"}}
	for i, v := range m.chart.Curve {
		p := pathPoint{coordinates{
			pathUnits((at.Max.X - at.Min.X) * vg.Length(i) / vg.Length(len(m.chart.Curve)-1)),
			pathUnits((at.Max.Y - at.Min.Y) * vg.Length(1-v/m.chart.Value.Max)),
		}}
		if i == 0 {
			out.Path.From = p
		} else {
			out.Path.To = append(out.Path.To, p)
		}
	}
	return out
}

func pathUnits(l vg.Length) string { return strconv.Itoa(int(float64(l)*12700 + 0.5)) }

func (m *maker) anchor(at vg.Rectangle, of noteShape) anchor {
	corner := func(x, y vg.Length) place {
		return place{m.share(x, m.figure.Width).Val, m.share(m.figure.Height-y, m.figure.Height).Val}
	}
	size := func(l vg.Length) string { return strconv.Itoa(int(float64(l)*m.look.Scale*12700 + 0.5)) }
	of.Shape.Frame.Off.X, of.Shape.Frame.Off.Y = size(at.Min.X), size(m.figure.Height-at.Max.Y)
	of.Shape.Frame.Ext.X, of.Shape.Frame.Ext.Y = size(at.Max.X-at.Min.X), size(at.Max.Y-at.Min.Y)
	return anchor{corner(at.Min.X, at.Max.Y), corner(at.Max.X, at.Min.Y), of}
}

func (m *maker) noteText(n document.ChartNote) noteBody {
	ink, align := palette.Ink, "ctr"
	if n.Left {
		ink, align = palette.SoftInk, "l"
	}
	b := noteBody{}
	b.Properties.Wrap, b.Properties.Anchor = "none", "ctr"
	b.Properties.Left, b.Properties.Top, b.Properties.Right, b.Properties.Bottom = "0", "0", "0", "0"
	b.Paragraph.Properties.Align = align
	look := m.text(ink).Paragraph.Properties.Run
	b.Paragraph.Run = textRun{look, text(n.Text)}
	return b
}

// bracketPath is a line over what it spans, with ends that reach down.
func bracketPath(at vg.Rectangle) *freeForm {
	width, height := pathUnits(at.Max.X-at.Min.X), pathUnits(at.Max.Y-at.Min.Y)
	point := func(x, y string) pathPoint { return pathPoint{At: coordinates{x, y}} }
	return &freeForm{Path: path{
		Width: width, Height: height, Fill: "none",
		From: point("0", height), To: []pathPoint{point("0", "0"), point(width, "0"), point(width, height)},
	}}
}

const drawingNamespace = "http://schemas.openxmlformats.org/drawingml/2006/chartDrawing"

type userShapes struct {
	XMLName xml.Name `xml:"c:userShapes"`
	C       string   `xml:"xmlns:c,attr"`
	A       string   `xml:"xmlns:a,attr"`
	D       string   `xml:"xmlns:cdr,attr"`
	Anchors []anchor `xml:"cdr:relSizeAnchor"`
}

type anchor struct {
	From  place     `xml:"cdr:from"`
	To    place     `xml:"cdr:to"`
	Shape noteShape `xml:"cdr:sp"`
}

type place struct {
	X string `xml:"cdr:x"`
	Y string `xml:"cdr:y"`
}

type noteShape struct {
	Names noteNames `xml:"cdr:nvSpPr"`
	Shape noteLook  `xml:"cdr:spPr"`
	Text  *noteBody `xml:"cdr:txBody"`
}

type noteNames struct {
	Named named   `xml:"cdr:cNvPr"`
	Box   textBox `xml:"cdr:cNvSpPr"`
}

type named struct {
	ID   string `xml:"id,attr"`
	Name string `xml:"name,attr"`
}

type textBox struct {
	Is string `xml:"txBox,attr,omitempty"`
}

type noteLook struct {
	Frame struct {
		Off coordinates `xml:"a:off"`
		Ext extent      `xml:"a:ext"`
	} `xml:"a:xfrm"`
	Free   *freeForm `xml:"a:custGeom"`
	Preset *preset   `xml:"a:prstGeom"`
	NoFill empty     `xml:"a:noFill"`
	Line   *line     `xml:"a:ln"`
}

type coordinates struct {
	X string `xml:"x,attr"`
	Y string `xml:"y,attr"`
}

type extent struct {
	X string `xml:"cx,attr"`
	Y string `xml:"cy,attr"`
}

type preset struct {
	Name   string `xml:"prst,attr"`
	Adjust empty  `xml:"a:avLst"`
}

type freeForm struct {
	Path path `xml:"a:pathLst>a:path"`
}

type path struct {
	Width  string      `xml:"w,attr"`
	Height string      `xml:"h,attr"`
	Fill   string      `xml:"fill,attr"`
	From   pathPoint   `xml:"a:moveTo"`
	To     []pathPoint `xml:"a:lnTo"`
}

type pathPoint struct {
	At coordinates `xml:"a:pt"`
}

type noteBody struct {
	Properties struct {
		Wrap   string `xml:"wrap,attr"`
		Left   string `xml:"lIns,attr"`
		Top    string `xml:"tIns,attr"`
		Right  string `xml:"rIns,attr"`
		Bottom string `xml:"bIns,attr"`
		Anchor string `xml:"anchor,attr"`
	} `xml:"a:bodyPr"`
	List      empty `xml:"a:lstStyle"`
	Paragraph struct {
		Properties struct {
			Align string `xml:"algn,attr"`
		} `xml:"a:pPr"`
		Run textRun `xml:"a:r"`
	} `xml:"a:p"`
}
