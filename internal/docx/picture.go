package docx

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"wogreport/internal/document"
	"wogreport/internal/drawing"
	"wogreport/internal/pdf/typeset"
)

// fitted is a picture in its size on the page, in points.
type fitted struct {
	picture       *document.Picture // nil for none
	width, height float64
}

// fit is a picture as large as a width and a height allow.
func fit(p *document.Picture, width, height float64) fitted {
	if p == nil || p.Width <= 0 || p.Height <= 0 {
		return fitted{}
	}
	scale := min(width/float64(p.Width), height/float64(p.Height))
	return fitted{p, float64(p.Width) * scale, float64(p.Height) * scale}
}

// media is the name of a part that holds a picture's bytes, the same for the same ones.
func (w *writer) media(data []byte, ext string) string {
	n := 1
	for _, part := range w.pack.parts {
		if strings.HasPrefix(part.name, mediaFolder) {
			if strings.HasSuffix(part.name, ext) && bytes.Equal(part.Bytes(), data) {
				return part.name
			}
			n++
		}
	}
	p := w.pack.add(fmt.Sprintf("%simage%d.%s", mediaFolder, n, ext), "")
	p.Write(data)
	return p.name
}

const mediaFolder = "word/media/"

// picture writes a picture file in the line.
func (w *writer) picture(p *part, f fitted) {
	w.inline(p, f.width, f.height, f.picture.Alt, func(id string) {
		w.graphicPicture(p, f.width, f.height, f.picture.Alt, id, p.relate(relImage, w.media(f.picture.Data, f.picture.Format), false), "")
	})
}

// float writes a picture at the left of the text, which does not make room for it.
func (w *writer) float(p *part, f fitted) {
	id := w.nextDrawing()
	p.open("w:r")
	p.open("w:drawing")
	p.open("wp:anchor", "distT", "0", "distB", "0", "distL", "0", "distR", "0", "simplePos", "0", "relativeHeight", id,
		"behindDoc", "0", "locked", "0", "layoutInCell", "1", "allowOverlap", "1")
	p.empty("wp:simplePos", "x", "0", "y", "0")
	p.open("wp:positionH", "relativeFrom", "column")
	p.element("wp:posOffset", "0")
	p.close("wp:positionH")
	p.open("wp:positionV", "relativeFrom", "paragraph")
	p.element("wp:posOffset", "0")
	p.close("wp:positionV")
	p.empty("wp:extent", "cx", emu(f.width), "cy", emu(f.height))
	p.empty("wp:effectExtent", "l", "0", "t", "0", "r", "0", "b", "0")
	p.empty("wp:wrapNone")
	p.drawingProperties(id, f.picture.Alt)
	w.graphicPicture(p, f.width, f.height, f.picture.Alt, id, p.relate(relImage, w.media(f.picture.Data, f.picture.Format), false), "")
	p.close("wp:anchor")
	p.close("w:drawing")
	p.close("w:r")
}

// drawnPicture writes a figure as a picture: SVG, and PNG for programs that do not know that.
func (w *writer) drawnPicture(p *part, f *document.Figure, width, height float64, alt string) error {
	d := drawing.Figure{Width: f.Width, Height: f.Height, Draw: f.Draw, Alt: alt}
	if by := height / float64(f.Height) / (width / float64(f.Width)); f.Stretched != nil && by < 0.999 {
		d.Height, d.Draw = f.Stretched(by)
		height = float64(d.Height) * width / float64(f.Width)
	}
	var svg, png bytes.Buffer
	if err := drawing.SVG(&svg, d); err != nil {
		return err
	}
	if err := drawing.PNG(&png, d, max(int(fallbackDPI*width/float64(f.Width)), 1)); err != nil {
		return err
	}
	raster := p.relate(relImage, w.media(png.Bytes(), "png"), false)
	vector := p.relate(relImage, w.media(svg.Bytes(), "svg"), false)
	w.inline(p, width, height, alt, func(id string) {
		w.graphicPicture(p, width, height, alt, id, raster, vector)
	})
	return nil
}

// fallbackDPI is the resolution of the PNG beside an SVG, on the page.
const fallbackDPI = 150

// inline writes a drawing that stands in the line as a letter does. Its graphic is what
// content writes: a picture, or a chart.
func (w *writer) inline(p *part, width, height float64, alt string, content func(id string)) {
	id := w.nextDrawing()
	p.open("w:r")
	p.open("w:drawing")
	p.open("wp:inline", "distT", "0", "distB", "0", "distL", "0", "distR", "0")
	p.empty("wp:extent", "cx", emu(width), "cy", emu(height))
	p.empty("wp:effectExtent", "l", "0", "t", "0", "r", "0", "b", "0")
	p.drawingProperties(id, alt)
	content(id)
	p.close("wp:inline")
	p.close("w:drawing")
	p.close("w:r")
}

func (w *writer) nextDrawing() string {
	w.drawn++
	return strconv.Itoa(w.drawn)
}

// drawingProperties are a drawing's number, its name and, in words, what it shows.
func (p *part) drawingProperties(id, alt string) {
	p.empty("wp:docPr", "id", id, "name", "Drawing "+id, "descr", typeset.Clean(alt))
	p.open("wp:cNvGraphicFramePr")
	p.empty("a:graphicFrameLocks", "noChangeAspect", "1")
	p.close("wp:cNvGraphicFramePr")
}

// graphicPicture is the graphic of a picture. Vector is the relationship to the same as
// SVG, "" for none.
func (w *writer) graphicPicture(p *part, width, height float64, alt, id, raster, vector string) {
	p.open("a:graphic")
	p.open("a:graphicData", "uri", "http://schemas.openxmlformats.org/drawingml/2006/picture")
	p.open("pic:pic")
	p.open("pic:nvPicPr")
	p.empty("pic:cNvPr", "id", id, "name", "Picture "+id, "descr", typeset.Clean(alt))
	p.empty("pic:cNvPicPr")
	p.close("pic:nvPicPr")
	p.open("pic:blipFill")
	p.open("a:blip", "r:embed", raster)
	if vector != "" {
		p.open("a:extLst")
		p.open("a:ext", "uri", "{96DAC541-7B7A-43D3-8B79-37D633B846F1}")
		p.empty("asvg:svgBlip", "xmlns:asvg", "http://schemas.microsoft.com/office/drawing/2016/SVG/main", "r:embed", vector)
		p.close("a:ext")
		p.close("a:extLst")
	}
	p.close("a:blip")
	p.open("a:stretch")
	p.empty("a:fillRect")
	p.close("a:stretch")
	p.close("pic:blipFill")
	p.open("pic:spPr")
	p.open("a:xfrm")
	p.empty("a:off", "x", "0", "y", "0")
	p.empty("a:ext", "cx", emu(width), "cy", emu(height))
	p.close("a:xfrm")
	p.open("a:prstGeom", "prst", "rect")
	p.empty("a:avLst")
	p.close("a:prstGeom")
	p.close("pic:spPr")
	p.close("pic:pic")
	p.close("a:graphicData")
	p.close("a:graphic")
}
