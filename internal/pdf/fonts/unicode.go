package fonts

import (
	"bytes"
	"fmt"
	"sync"

	"github.com/klauspost/compress/zlib"
)

// ToUnicode is the map from the faces' codes to Unicode (ISO 32000-1, 9.10.3),
// compressed. The faces are symbolic: nothing else says what their codes mean.
func ToUnicode() string { return toUnicode() }

var toUnicode = sync.OnceValue(func() string {
	var b bytes.Buffer
	zw := zlib.NewWriter(&b)
	fmt.Fprint(zw, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"+
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"+
		"1 begincodespacerange\n<00> <FF>\nendcodespacerange\n")
	const most = 100 // in a section
	for from := firstCode; from < 256; from += most {
		to := min(from+most, 256)
		fmt.Fprintf(zw, "%d beginbfchar\n", to-from)
		for c := from; c < to; c++ {
			fmt.Fprintf(zw, "<%02X> <%04X>\n", c, Rune(byte(c)))
		}
		fmt.Fprint(zw, "endbfchar\n")
	}
	fmt.Fprint(zw, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	if err := zw.Close(); err != nil {
		panic(err) // a buffer takes all
	}
	return b.String()
})
