// Package drawing owns drawings that paint themselves, and writes them as picture
// files. What they show, and where they stand, it knows not.
package drawing

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"unicode"

	xfont "golang.org/x/image/font"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgimg"
	"gonum.org/v1/plot/vg/vgsvg"

	"wogreport/internal/pdf/fonts"
)

// Figure is a drawing of a fixed size. Draw may be called many times, and from
// several goroutines on canvases of their own.
type Figure struct {
	Width, Height vg.Length
	Draw          func(vg.Canvas)
	Alt           string
}

// SVG writes a figure as an SVG file of its size in points. Text stays text,
// in Liberation or the fonts of the same widths that most machines have; Alt
// is the file's title, for screen readers. The same figure gives the same bytes.
func SVG(w io.Writer, f Figure) error {
	c := vgsvg.New(f.Width, f.Height)
	f.Draw(lettered{c})
	var b bytes.Buffer
	if _, err := c.WriteTo(&b); err != nil {
		return err
	}
	out := b.Bytes()
	for family, fallback := range map[string]string{
		"Liberation Sans":  "'Liberation Sans',Arial,Helvetica,sans-serif",
		"Liberation Serif": "'Liberation Serif','Times New Roman',Times,serif",
	} {
		out = bytes.ReplaceAll(out, []byte("font-family:"+family+";"), []byte("font-family:"+fallback+";"))
	}
	var title bytes.Buffer
	title.WriteString("<title>")
	if err := xml.EscapeText(&title, []byte(oneLine(f.Alt))); err != nil {
		return err
	}
	title.WriteString("</title>\n")
	if head := bytes.Index(out, []byte("<g ")); head >= 0 {
		out = append(out[:head:head], append(title.Bytes(), out[head:]...)...)
	}
	_, err := w.Write(out)
	return err
}

// oneLine is a text without controls, with single spaces.
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && !unicode.IsSpace(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return strings.Join(strings.Fields(s), " ")
}

// PNG writes a figure as a PNG image on white, at so many dots per inch. The
// same figure gives the same bytes.
func PNG(w io.Writer, f Figure, dpi int) error {
	c := vgimg.NewWith(vgimg.UseWH(f.Width, f.Height), vgimg.UseDPI(dpi))
	f.Draw(lettered{c})
	_, err := vgimg.PngCanvas{Canvas: c}.WriteTo(w)
	return err
}

// lettered gives text the whole font, which drawings do without: a file of pixels needs
// its outlines, one of vectors its name.
type lettered struct{ vg.Canvas }

func (c lettered) FillString(f font.Face, at vg.Point, s string) {
	face := fonts.SerifRegular
	if f.Font.Variant == "Sans" {
		face = fonts.SansRegular
	}
	if f.Font.Style != xfont.StyleNormal {
		face += fonts.SerifItalic
	}
	f.Face = face.Full().Font
	c.Canvas.FillString(f, at, s)
}
