package pdf

import (
	"bytes"
	"image"
	"image/color"
	imagedraw "image/draw"
	"image/jpeg"
	"image/png"

	"github.com/go-pdf/fpdf"

	"wogreport/internal/document"
	"wogreport/internal/memo"
	"wogreport/internal/pdf/layout"
)

// picture puts a picture file on the page.
func (pw *pageWriter) picture(d layout.Drawing, x, y float64) {
	const name = "logo"
	data, format := pictureBytes(d.Picture)
	opt := fpdf.ImageOptions{ImageType: format}
	pw.f.RegisterImageOptionsReader(name, opt, bytes.NewReader(data))
	pw.pen.flush()
	pw.f.ImageOptions(name, x+d.X, y+d.Y, d.Width, d.Height, false, opt, 0, "")
}

// flattened are pictures that were written anew, by what they were: an agency's logo
// is in each of its reports.
var flattened = memo.NewBytes[[]byte](16)

// pictureBytes are the file as it can stand in a PDF of any standard, and its format:
// what is translucent, has 16 bits for a color or is made of printing inks becomes a PNG
// of 8 bits, on the white of the paper. So does an interlaced one, which fpdf can't read.
func pictureBytes(p *document.Picture) (data []byte, format string) {
	if !toFlatten(p) {
		return p.Data, p.Format
	}
	if data, ok := flattened.Get(p.Data); ok {
		return data, "png"
	}
	img, _, err := image.Decode(bytes.NewReader(p.Data))
	if err != nil {
		return p.Data, p.Format // fpdf will say what is wrong with it
	}
	var b bytes.Buffer
	if err := png.Encode(&b, flat(img)); err != nil {
		return p.Data, p.Format
	}
	flattened.Put(p.Data, b.Bytes())
	return b.Bytes(), "png"
}

func toFlatten(p *document.Picture) bool {
	if p.Format == "jpeg" {
		config, err := jpeg.DecodeConfig(bytes.NewReader(p.Data))
		return err == nil && config.ColorModel == color.CMYKModel
	}
	const depth, kind, interlace = 24, 25, 28 // of the header, ISO/IEC 15948, 11.2.2
	const alpha = 4                           // in the kind of color
	return p.Format == "png" && len(p.Data) > interlace &&
		(p.Data[depth] == 16 || p.Data[kind]&alpha != 0 || p.Data[interlace] != 0 || bytes.Contains(p.Data, []byte("tRNS")))
}

// flat is an image on white, with 8 bits for a color.
func flat(img image.Image) *image.RGBA {
	out := image.NewRGBA(img.Bounds())
	imagedraw.Draw(out, out.Bounds(), image.White, image.Point{}, imagedraw.Src)
	imagedraw.Draw(out, out.Bounds(), img, img.Bounds().Min, imagedraw.Over)
	return out
}
