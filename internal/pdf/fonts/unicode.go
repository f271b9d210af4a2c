package fonts

import (
	"fmt"
	"strings"
)

// ToUnicode is the map from the faces' codes to Unicode (ISO 32000-1, 9.10.3). The
// faces are symbolic: nothing else says what their codes mean.
func ToUnicode() string {
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<00> <FF>\nendcodespacerange\n")
	const most = 100 // in a section
	for from := firstCode; from < 256; from += most {
		to := min(from+most, 256)
		fmt.Fprintf(&b, "%d beginbfchar\n", to-from)
		for c := from; c < to; c++ {
			fmt.Fprintf(&b, "<%02X> <%04X>\n", c, Rune(byte(c)))
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.String()
}
