package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"wogreport/internal/document"
)

// logos are a picture in the forms that files have.
func logos(t *testing.T) map[string]*document.Picture {
	t.Helper()
	const w, h = 60, 40
	deep := image.NewNRGBA64(image.Rect(0, 0, w, h))
	for x := range w {
		for y := range h {
			deep.Set(x, y, color.NRGBA64{uint16(x * 1000), uint16(y * 1000), 30000, uint16(65535 - x*y)})
		}
	}
	shallow := image.NewRGBA(deep.Rect)
	for x := range w {
		for y := range h {
			shallow.Set(x, y, deep.At(x, y))
		}
	}
	encode := func(format string, img image.Image) *document.Picture {
		var b bytes.Buffer
		err := png.Encode(&b, img)
		if format == "jpeg" {
			b.Reset()
			err = jpeg.Encode(&b, img, nil)
		}
		if err != nil {
			t.Fatal(err)
		}
		return &document.Picture{Data: b.Bytes(), Format: format, Width: w, Height: h, Alt: "lambang"}
	}
	return map[string]*document.Picture{"png": encode("png", shallow), "16-bit png": encode("png", deep), "jpeg": encode("jpeg", shallow)}
}

func TestLogo(t *testing.T) {
	for name, logo := range logos(t) {
		d := sampleArticle()
		d.Masthead.Logo = logo
		a, problems := write(t, d, DefaultOptions())
		b, _ := write(t, d, DefaultOptions())
		if !bytes.Equal(a, b) || len(problems) > 0 {
			t.Errorf("%s: two files are the same: %v; warnings %v", name, bytes.Equal(a, b), problems)
		}
		if out := checker(t, a, "qpdf", "--check", "FILE"); !strings.Contains(out, "No syntax or stream encoding errors") {
			t.Errorf("%s: %s", name, out)
		}
		if out := checker(t, a, "pdfimages", "-list", "FILE"); !strings.Contains(out, fmt.Sprintf("%d    %d", logo.Width, logo.Height)) {
			t.Errorf("%s: %s", name, out)
		}
	}
}

// However small the margin, the masthead is on the paper and the text under it.
func TestMastheadHasRoom(t *testing.T) {
	for _, mm := range []float64{5, 10, 15, 28} {
		for _, logo := range []*document.Picture{nil, logos(t)["jpeg"]} {
			d := sampleArticle()
			d.Masthead.Logo = logo
			opt := layoutDefault()
			opt.Margins = Margins{mm, 20, mm, 20}
			c, pages := layoutOf(d, opt)
			where := fmt.Sprintf("margin %g mm, logo %v", mm, logo != nil)
			checkPages(t, where, c, pages)
			head := pages[0].Items[0].Box
			bottom := 0.0
			for _, r := range head.Rules {
				bottom = max(bottom, r.Y)
			}
			for _, p := range pages[0].Items[1:] {
				for _, tx := range p.Box.Texts {
					if y := p.Y + tx.Y - 0.7*tx.Size; y < bottom {
						t.Errorf("%s: %q at %.0f reaches over the rule at %.0f", where, lineText(tx.Line), y, bottom)
					}
				}
			}
			for _, pg := range pages {
				foot := pg.Items[len(pg.Items)-1].Box
				_, height := c.opt.Paper.Size()
				for _, tx := range append(foot.Texts, pg.Items[0].Box.Texts...) {
					if tx.Y < 8 || tx.Y > float64(height)-4 {
						t.Errorf("%s: page %d: %q stands at %.0f", where, pg.Number, lineText(tx.Line), tx.Y)
					}
				}
			}
			for _, dr := range head.Drawings {
				if dr.Y < edge-0.1 || dr.Height > logoHeight+0.1 {
					t.Errorf("%s: the logo stands at %.0f, %.0f high", where, dr.Y, dr.Height)
				}
			}
		}
	}
}
