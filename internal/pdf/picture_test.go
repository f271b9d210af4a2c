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
			head := pages[0].placed[0].slab
			bottom := 0.0
			for _, r := range head.rules {
				bottom = max(bottom, r.y)
			}
			for _, p := range pages[0].placed[1:] {
				for _, tx := range p.slab.texts {
					if y := p.y + tx.y - 0.7*tx.size; y < bottom {
						t.Errorf("%s: %q at %.0f reaches over the rule at %.0f", where, lineText(tx.line), y, bottom)
					}
				}
			}
			for _, pg := range pages {
				foot := pg.placed[len(pg.placed)-1].slab
				_, height := c.opt.Paper.Size()
				for _, tx := range append(foot.texts, pg.placed[0].slab.texts...) {
					if tx.y < 8 || tx.y > float64(height)-4 {
						t.Errorf("%s: page %d: %q stands at %.0f", where, pg.number, lineText(tx.line), tx.y)
					}
				}
			}
			for _, dr := range head.drawings {
				if dr.y < edge-0.1 || dr.height > logoHeight+0.1 {
					t.Errorf("%s: the logo stands at %.0f, %.0f high", where, dr.y, dr.height)
				}
			}
		}
	}
}
