package pdf

import (
	"bytes"
	"image"
	"image/color"
	"math"
	"strings"
	"testing"

	"github.com/go-pdf/fpdf"
	"gonum.org/v1/plot/vg"

	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/pdf/pdftest"
	"wogreport/internal/pdf/typeset"
)

// sketch uses every operation of a canvas, and leaves a Push open.
func sketch(c vg.Canvas) {
	c.SetLineWidth(2)
	c.SetLineDash([]vg.Length{4, 2.5}, 1)
	c.SetColor(color.NRGBA{R: 255, A: 128})
	c.Push()
	c.Translate(vg.Point{X: 10, Y: 20})
	c.Rotate(math.Pi / 2)
	c.Scale(2, 0.5)
	var p vg.Path
	p.Move(vg.Point{X: 0, Y: 0})
	p.Line(vg.Point{X: 10, Y: 0})
	p.Arc(vg.Point{X: 0, Y: 0}, 10, 0, math.Pi/2)
	p.QuadTo(vg.Point{X: 3, Y: 3}, vg.Point{X: 6, Y: 0})
	p.CubeTo(vg.Point{X: 1, Y: 1}, vg.Point{X: 2, Y: 2}, vg.Point{X: 0, Y: 0})
	p.Close()
	c.Stroke(p)
	c.Fill(p)
	c.SetLineDash(nil, 0)
	c.Stroke(p)
	c.Pop()
	c.Stroke(p[:2]) // dashed, as before Push; the page knows nothing of it yet
	c.Stroke(p[:2]) // and now it does
	r := vg.Rectangle{Min: vg.Point{X: 1, Y: 2}, Max: vg.Point{X: 4, Y: 8}}.Path()
	c.Fill(r)
	r[2].Pos.X++ // its sides are askew
	c.Fill(r)
	c.SetLineWidth(0)
	c.Stroke(p) // nothing: the width is 0
	c.SetColor(nil)
	c.Fill(nil)
	c.Push()
}

func TestCanvas(t *testing.T) {
	f := fpdf.New("P", "pt", "A4", "")
	f.AddPage()
	p := &pen{f: f, fullFonts: map[string]bool{}}
	cv := newCanvas(new(typeset.Setter), lang.ID, p, nil)
	sketch(cv)
	cv.close()
	cv.Pop() // one too many
	pdftest.Golden(t, "canvas.golden", string(p.buf))
}

// Text in a figure is as wide as gonum believes when it places it, but for
// kerns beside a space, which the faces don't have.
func TestCanvasTextWidth(t *testing.T) {
	var setter typeset.Setter
	for _, s := range []string{"36 (55,4%)", "Sangat Tidak Setuju", "AVATAR Tokoh Wakil, Yth.", "Ragu-ragu"} {
		face := pdftest.Face(9.5)
		line := setter.Set(pdftest.Plain(s), typeset.Style{Family: typeset.Sans, Size: 9.5}, lang.ID, nil, typeset.Unbroken)[0]
		if got, want := line.Width, face.Width(s).Points(); math.Abs(got-want) > 0.004*want {
			t.Errorf("%q is %.3f wide, to gonum %.3f", s, got, want)
		}
	}
}

// Figures with text, runes outside the encoding, and images, in one file.
func TestFigures(t *testing.T) {
	t.Parallel()
	img := image.NewNRGBA(image.Rect(0, 0, 3, 2))
	img.Set(1, 1, color.NRGBA{G: 200, A: 255})
	d := &document.Document{Language: lang.ID, Blocks: []document.Block{
		&document.Figure{ID: "f", Width: 200, Height: 100, Draw: func(c vg.Canvas) {
			sketch(c)
			c.FillString(pdftest.Face(8), vg.Point{X: 20, Y: 30}, "Setuju – жизнь 😀")
			c.FillString(pdftest.Face(0), vg.Point{X: 20, Y: 30}, "unsichtbar")
			c.DrawImage(vg.Rectangle{Min: vg.Point{X: 100, Y: 10}, Max: vg.Point{X: 160, Y: 50}}, img)
		}},
		pdftest.Para("", pdftest.Span("Teks sesudahnya.")),
	}}
	b, problems := write(t, d, DefaultOptions())
	if again, _ := write(t, d, DefaultOptions()); !bytes.Equal(b, again) {
		t.Error("two files of one document differ")
	}
	if len(problems) != 1 || problems[0].Code != "no-glyph" || !strings.Contains(problems[0].Message, `figure "f"`) {
		t.Errorf("warnings %v; want one about the figure", problems)
	}
	if out := checker(t, b, "qpdf", "--check", "FILE"); !strings.Contains(out, "No syntax or stream encoding errors") {
		t.Error(out)
	}
	out := strings.Join(strings.Fields(checker(t, b, "pdftotext", "-enc", "UTF-8", "FILE", "-")), " ")
	if out != "Setuju – жизнь 😀 Teks sesudahnya." {
		t.Errorf("extracted %q", out)
	}
}

func TestDrawPanics(t *testing.T) {
	d := &document.Document{Blocks: []document.Block{&document.Figure{Width: 10, Height: 10, Draw: func(vg.Canvas) { panic("no data") }}}}
	var w bytes.Buffer
	if _, err := Write(&w, d, DefaultOptions()); err == nil || !strings.Contains(err.Error(), "no data") || w.Len() > 0 {
		t.Errorf("a drawing that panics gives error %v and %d bytes", err, w.Len())
	}
}
