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
	stream string // compressed, "" for an object that is none
}

// objects are those of the faces, numbered from first: the encoding of all, then
// each face's font, descriptor and file (ISO 32000-1, 9.6 to 9.9). The entries
// are what the pages' resources call them by.
func (f *faces) objects(first int) (objects []object, entries []byte) {
	if len(f.list) == 0 {
		return nil, nil
	}
	add := func(form string, values ...any) {
		objects = append(objects, object{body: fmt.Appendf(make([]byte, 0, 1200), form, values...)})
	}
	add("<</Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences %s>>\n", f.list[0].Embedding().Differences)
	for _, face := range f.list {
		e := face.Embedding()
		n := first + len(objects)
		entries = fmt.Appendf(entries, "/%s %d 0 R\n", resourceName(face), n)
		add("<</Type /Font /Subtype /TrueType /BaseFont /%s /FirstChar 32 /LastChar 255 /Widths %s /FontDescriptor %d 0 R /Encoding %d 0 R>>\n",
			e.Name, e.Widths, n+1, first)
		add("<</Type /FontDescriptor %s /FontFile2 %d 0 R>>\n", e.Descriptor, n+2)
		add("<</Filter /FlateDecode /Length %d /Length1 %d>>\n", len(e.File), e.Length)
		objects[len(objects)-1].stream = e.File
	}
	return objects, entries
}
