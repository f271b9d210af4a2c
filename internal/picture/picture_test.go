package picture

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"testing"
)

// TestBare: of a picture nothing stays that names anybody, and the picture and its
// color profile do.
func TestBare(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 40, 30))
	for x := range 40 {
		for y := range 30 {
			img.Set(x, y, color.RGBA{uint8(6 * x), uint8(8 * y), uint8(x * y), 255})
		}
	}
	var asPNG, asJPEG bytes.Buffer
	if err := png.Encode(&asPNG, img); err != nil {
		t.Fatal(err)
	}
	if err := jpeg.Encode(&asJPEG, img, nil); err != nil {
		t.Fatal(err)
	}
	chunk := func(name, body string) string {
		b := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
		b = append(append(b, name...), body...)
		return string(binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:])))
	}
	segment := func(marker byte, body string) string {
		return string(append(binary.BigEndian.AppendUint16([]byte{0xff, marker}, uint16(len(body)+2)), body...))
	}
	const header = 8 + 25
	p, j := asPNG.String(), asJPEG.String()
	for name, c := range map[string]struct{ plain, full, format string }{
		"png": {p, p[:header] + chunk("iCCP", "profile") + chunk("tEXt", "Author\x00Budi") + chunk("eXIf", "Budi") + chunk("iTXt", "XML:com.adobe.xmp\x00Budi") + p[header:] + "Budi", "png"},
		"jpeg": {j, j[:2] + segment(0xe0, "JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00") + segment(0xe1, "Exif\x00\x00Budi") + segment(0xe1, "http://ns.adobe.com/xap/1.0/\x00Budi") +
			segment(0xe2, "ICC_PROFILE\x00\x01\x01profile") + segment(0xed, "Photoshop 3.0\x00Budi") + segment(0xfe, "Budi") + j[2:] + "Budi", "jpeg"},
	} {
		if same, ok := Bare([]byte(c.plain), c.format); !ok || string(same) != c.plain {
			t.Errorf("%s: a picture without anything else changes", name)
		}
		got, ok := Bare([]byte(c.full), c.format)
		if !ok || bytes.Contains(got, []byte("Budi")) || !bytes.Contains(got, []byte("profile")) {
			t.Errorf("%s: %v, %q", name, ok, got)
		}
		if c.format == "png" {
			got = bytes.Replace(got, []byte(chunk("iCCP", "profile")), nil, 1)
		}
		again, _, err := image.Decode(bytes.NewReader(got))
		if err != nil || again.Bounds() != img.Bounds() {
			t.Errorf("%s: %v", name, err)
		}
		if cut, ok := Bare([]byte(c.full)[:len(c.plain)/2], c.format); ok {
			t.Errorf("%s: half a file gives %d bytes", name, len(cut))
		}
	}
}
