package pdf

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
)

// unicode is an object of fpdf's, with a map to Unicode that holds just the letters
// that were drawn in the place of one of all 65,536 codes.
func (a *additions) unicode(o []byte) []byte {
	head := bytes.Index(o, []byte("stream\n"))
	if !bytes.Contains(o[head:], []byte("begincmap")) {
		return o
	}
	cmap := toUnicode(slices.Sorted(maps.Keys(a.writer.pen.fullRunes)))
	number, _, _ := bytes.Cut(o, []byte(" "))
	return fmt.Appendf(nil, "%s 0 obj\n<</Length %d>>\nstream\n%sendstream\nendobj\n", number, len(cmap), cmap)
}

// toUnicode maps codes that are runes of the Basic Multilingual Plane to these.
func toUnicode(runes []rune) []byte {
	b := []byte("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for part := range slices.Chunk(runes, 100) { // as many as a section may have
		b = fmt.Appendf(b, "%d beginbfchar\n", len(part))
		for _, r := range part {
			b = fmt.Appendf(b, "<%04X> <%04X>\n", r, r)
		}
		b = append(b, "endbfchar\n"...)
	}
	return append(b, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"...)
}
