package pdfcheck

import (
	"encoding/binary"

	"wogreport/internal/pdfcheck/cos"
)

// picture is an image, of the page's resources or within the content.
type picture struct {
	alternates, opi bool
	interpolate     bool
	mask            bool
	bits            *int64
}

// image shows an image and reports whether it is transparent.
func (c *checker) image(x *cos.Stream, s *stream, soft bool) bool {
	f, d := c.f, x.Dict
	c.walk.inImage = true
	defer func() { c.walk.inImage = false }()
	p := &picture{alternates: d.Has("Alternates"), opi: d.Has("OPI")}
	p.interpolate, _ = f.Bool(d["Interpolate"])
	p.mask, _ = f.Bool(d["ImageMask"])
	if n, ok := f.Int(d["BitsPerComponent"]); ok {
		p.bits = &n
	}
	switch {
	case soft: // its gray is no colour
	case p.mask:
		s.useColour(s.g.fill, s.g.fillPattern, false, deepestStream-2)
	default:
		c.useSpace(c.colourSpace(d["ColorSpace"], s.res, 0), s.res, &s.g, false, x.Number)
	}
	mask := f.Stream(d["SMask"])
	inData, _ := f.Int(d["SMaskInData"])
	transparent := mask != nil || inData > 0
	if c.walk.images[x.Number] {
		return transparent
	}
	c.walk.images[x.Number] = true
	c.visit("PDXImage", p, x.Number)
	if p.mask {
		c.visit("PDMaskImage", p, x.Number)
	}
	if intent := f.Name(d["Intent"]); intent != "" {
		c.intent(intent, x.Number)
	}
	if mask != nil && mask != x {
		c.image(mask, s, true)
	}
	if m := f.Stream(d["Mask"]); m != nil && m != x {
		c.image(m, s, false)
	}
	for _, filter := range f.Filters(d) {
		if filter.Name == "JPXDecode" && c.wants("JPEG2000") {
			b, _ := x.Data()
			j := readJPX(b)
			j.hasSpace = d.Has("ColorSpace")
			c.visit("JPEG2000", j, x.Number)
		}
	}
	return transparent
}

// inline shows an inline image.
func (s *stream) inline(d cos.Dict, _ []byte) {
	f, c := s.c.f, s.c
	get := func(long, short cos.Name) cos.Object {
		if v := d[long]; v != nil {
			return v
		}
		return d[short]
	}
	if c.wants("CosInteger") {
		c.scalars(d, s.number, 0)
	}
	p := &picture{}
	p.interpolate, _ = f.Bool(get("Interpolate", "I"))
	p.mask, _ = f.Bool(get("ImageMask", "IM"))
	if n, ok := f.Int(get("BitsPerComponent", "BPC")); ok {
		p.bits = &n
	}
	c.visit("PDXImage", p, s.number)
	if p.mask {
		c.visit("PDMaskImage", p, s.number)
		s.useColour(s.g.fill, s.g.fillPattern, false, deepestStream-2)
	} else if s.colour {
		c.useSpace(c.colourSpace(get("ColorSpace", "CS"), s.res, 0), s.res, &s.g, false, s.number)
	}
	if intent := f.Name(get("Intent", "Intent")); intent != "" {
		c.intent(intent, s.number)
	}
	for _, x := range f.Filters(cos.Dict{"Filter": get("Filter", "F")}) {
		c.visit("CosIIFilter", x.Name, s.number)
	}
	s.item(false)
}

// jpx is the header of a JPEG 2000 image.
type jpx struct {
	hasSpace  bool // the image's dictionary has a colour space
	channels  int
	depth     int // of bits; -1 for channels that differ
	bpcc      bool
	specs     int // colour specifications
	approx    int // of them with APPROX 1
	method    int // of the one that holds
	enumCS    int
	hasEnumCS bool
}

// readJPX reads the boxes of a JPEG 2000 image (ISO 15444-1, annex I), or the
// codestream if there are none.
func readJPX(b []byte) *jpx {
	j := &jpx{}
	if len(b) > 2 && b[0] == 0xff && b[1] == 0x4f {
		j.codestream(b)
		return j
	}
	j.boxes(b, 0)
	return j
}

// codestream reads the marker SIZ.
func (j *jpx) codestream(b []byte) {
	if len(b) < 42 || b[2] != 0xff || b[3] != 0x51 {
		return
	}
	j.channels = int(binary.BigEndian.Uint16(b[40:]))
	for i := 0; i < j.channels && 42+3*i < len(b); i++ {
		bits := int(b[42+3*i]&0x7f) + 1
		if i > 0 && bits != j.depth {
			j.depth = -1
			return
		}
		j.depth = bits
	}
}

func (j *jpx) boxes(b []byte, depth int) {
	for len(b) >= 8 && depth < 8 {
		size := int(binary.BigEndian.Uint32(b))
		head := 8
		if size == 1 && len(b) >= 16 {
			size = int(binary.BigEndian.Uint64(b[8:]))
			head = 16
		}
		if size == 0 || size > len(b) {
			size = len(b)
		}
		if size < head {
			return
		}
		j.box(string(b[4:8]), b[head:size], depth)
		b = b[size:]
	}
}

func (j *jpx) box(kind string, b []byte, depth int) {
	switch kind {
	case "jp2h":
		j.boxes(b, depth+1)
	case "ihdr":
		if len(b) >= 11 {
			j.channels = int(binary.BigEndian.Uint16(b[8:]))
			j.depth = int(b[10]&0x7f) + 1
			if b[10] == 255 {
				j.depth = -1
			}
		}
	case "bpcc":
		j.bpcc = true
	case "colr":
		if len(b) < 3 {
			return
		}
		j.specs++
		if b[2] == 1 {
			j.approx++
		}
		if j.specs > 1 && b[2] != 1 {
			return
		}
		j.method = int(b[0])
		if j.hasEnumCS = j.method == 1 && len(b) >= 7; j.hasEnumCS {
			j.enumCS = int(binary.BigEndian.Uint32(b[3:]))
		}
	}
}
