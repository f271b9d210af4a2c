package report

import (
	"bytes"
	"crypto/sha256"
	"image"
	_ "image/jpeg" // the formats that a logo may have
	"image/png"

	"wogreport/internal/picture"

	"wogreport/internal/document"
	"wogreport/internal/memo"
)

// pictures are those that were read in whole before, by their bytes.
var pictures = memo.New[[sha256.Size]byte, document.Picture](8)

// mostPixels keeps a small file that unfolds to a huge picture from being read.
const mostPixels = 40e6

// logo is the study's logo, read once; nil without one or where it cannot be read.
func (c *composer) logo() *document.Picture {
	if !c.logoRead {
		c.logoRead, c.picture = true, c.readLogo()
	}
	return c.picture
}

func (c *composer) readLogo() *document.Picture {
	l := c.st.Layout.Logo
	if l.File == "" {
		return nil
	}
	file := c.st.Path(l.File)
	data, err := c.opt.Files.ReadFile(l.File)
	if err != nil {
		c.diags.AddFileError(c.st.At("layout.logo"), file, err)
		return nil
	}
	key := sha256.Sum256(data)
	p, ok := pictures.Get(key)
	if !ok {
		if size, _, err := image.DecodeConfig(bytes.NewReader(data)); err == nil && size.Width*size.Height > mostPixels {
			c.diags.Errorf(c.st.At("layout.logo"), "bad-picture", "%s has %d × %d pixels, too many for a logo", l.File, size.Width, size.Height)
			c.diags.Hintf("save it smaller; 1000 pixels are enough for print")
			return nil
		}
		img, format, err := image.Decode(bytes.NewReader(data))
		if err != nil {
			c.diags.Errorf(c.st.At("layout.logo"), "bad-picture", "%s cannot be read as a picture: %v", l.File, err)
			c.diags.Hintf("a logo is a PNG or JPEG file")
			return nil
		}
		p = document.Picture{Format: format, Width: img.Bounds().Dx(), Height: img.Bounds().Dy()}
		var built bool
		if p.Data, built = picture.Bare(data, format); !built {
			var b bytes.Buffer
			if err := png.Encode(&b, img); err != nil {
				panic(err) // into memory it cannot fail
			}
			p.Data, p.Format = b.Bytes(), "png"
		}
		pictures.Put(key, p)
	}
	p.Alt = l.Alt.In(c.body)
	if p.Alt == "" {
		c.diags.Warnf(c.st.At("layout.logo"), "no-alt", "the logo has no words for readers who do not see it")
		c.diags.Hintf("such as  logo: {file: %s, alt: %s}", l.File, c.wording[c.body].Get("word.logo"))
	}
	return &p
}
