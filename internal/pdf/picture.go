package pdf

import (
	"bytes"
	"image"
	"image/color"
	"image/png"

	"github.com/go-pdf/fpdf"

	"wogreport/internal/document"
	"wogreport/internal/pdf/layout"
)

// picture puts a picture file on the page.
func (pw *pageWriter) picture(d layout.Drawing, x, y float64) {
	const name = "logo"
	opt := fpdf.ImageOptions{ImageType: d.Picture.Format}
	pw.f.RegisterImageOptionsReader(name, opt, bytes.NewReader(pictureBytes(d.Picture)))
	pw.pen.flush()
	pw.f.ImageOptions(name, x+d.X, y+d.Y, d.Width, d.Height, false, opt, 0, "")
}

// pictureBytes are the file as fpdf can read it: a PNG that is interlaced, has 16
// bits for a color or a palette with transparent colors is written anew.
func pictureBytes(p *document.Picture) []byte {
	const depth, kind, interlace = 24, 25, 28 // of the header, ISO/IEC 15948, 11.2.2
	const palette = 3
	if p.Format != "png" || len(p.Data) <= interlace || p.Data[depth] != 16 && p.Data[interlace] == 0 &&
		(p.Data[kind] != palette || !bytes.Contains(p.Data, []byte("tRNS"))) {
		return p.Data
	}
	img, err := png.Decode(bytes.NewReader(p.Data))
	if err != nil {
		return p.Data // fpdf will say what is wrong with it
	}
	var buf bytes.Buffer
	if err := png.Encode(&buf, eightBits{img}); err != nil {
		return p.Data
	}
	return buf.Bytes()
}

// eightBits is an image with 8 bits for a color.
type eightBits struct{ image.Image }

func (eightBits) ColorModel() color.Model { return color.NRGBAModel }

func (e eightBits) At(x, y int) color.Color { return color.NRGBAModel.Convert(e.Image.At(x, y)) }
