package pdf

import (
	"fmt"
	"strconv"

	"wogreport/internal/pdf/fonts"
)

// faces are the cut faces that a document uses, in the order of their first
// use. They are put into the file here rather than by fpdf, which would read
// and write the definition of each anew for every document.
type faces struct {
	list []fonts.Face
	has  [16]bool
}

func (f *faces) add(face fonts.Face) {
	if !f.has[face] {
		f.has[face] = true
		f.list = append(f.list, face)
	}
}

// resourceName is what the pages call a face.
func resourceName(f fonts.Face) string { return "W" + strconv.Itoa(int(f)) }

// object is an object of the file without its number.
type object struct {
	body   []byte
	stream string // compressed already, "" for an object that is none
	plain  []byte // a stream that stays as it is
	data   []byte // a stream that is still to be compressed
}

// objects adds those of the faces: the map of their codes to Unicode, then each face's
// font, descriptor and file (ISO 32000-1, 9.6 to 9.10). The entries are what the pages'
// resources call them by.
func (f *faces) objects(to *objectList) (entries []byte) {
	if len(f.list) == 0 {
		return nil
	}
	add := func(form string, values ...any) {
		to.add(object{body: fmt.Appendf(make([]byte, 0, 1200), form, values...)})
	}
	codes := to.add(object{body: fmt.Appendf(nil, "<</Filter /FlateDecode /Length %d>>\n", len(unicodeOfFaces)), stream: unicodeOfFaces})
	for _, face := range f.list {
		e := face.Embedding()
		n := to.next()
		entries = fmt.Appendf(entries, "/%s %d 0 R\n", resourceName(face), n)
		add("<</Type /Font /Subtype /TrueType /BaseFont /%s /FirstChar 32 /LastChar 255 /Widths %s /FontDescriptor %d 0 R /ToUnicode %d 0 R>>\n",
			e.Name, e.Widths, n+1, codes)
		add("<</Type /FontDescriptor %s /FontFile2 %d 0 R>>\n", e.Descriptor, n+2)
		to.add(object{body: fmt.Appendf(nil, "<</Filter /FlateDecode /Length %d /Length1 %d>>\n", len(e.File), e.Length), stream: e.File})
	}
	return entries
}
