package pdf

import (
	"bytes"
	"encoding/binary"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/klauspost/compress/zlib"

	"wogreport/internal/pdf/fonts"
)

// The streams that are the same in all files are what is made here.
func TestFixedStreams(t *testing.T) {
	for _, c := range []struct {
		file, stream string
		want         []byte
	}{
		{"srgb.icc.z", profile, srgb()},
		{"tounicode.z", unicodeOfFaces, unicodeOfCodes()},
	} {
		if flag.Lookup("update").Value.String() == "true" {
			var b bytes.Buffer
			zw := zlib.NewWriter(&b)
			zw.Write(c.want)
			zw.Close()
			if err := os.WriteFile(c.file, b.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
			c.stream = b.String()
		}
		zr, err := zlib.NewReader(strings.NewReader(c.stream))
		if err != nil {
			t.Fatalf("%s: %v", c.file, err)
		}
		if got, err := io.ReadAll(zr); err != nil || !bytes.Equal(got, c.want) {
			t.Errorf("%s holds other %d bytes than the %d that are made here, %v", c.file, len(got), len(c.want), err)
		}
	}
}

// unicodeOfCodes is the map from the faces' codes to Unicode.
func unicodeOfCodes() []byte {
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<00> <FF>\nendcodespacerange\n")
	const first, most = 32, 100 // code, and codes in a section
	for from := first; from < 256; from += most {
		to := min(from+most, 256)
		fmt.Fprintf(&b, "%d beginbfchar\n", to-from)
		for c := from; c < to; c++ {
			fmt.Fprintf(&b, "<%02X> <%04X>\n", c, fonts.Rune(byte(c)))
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.Bytes()
}

// srgb is the profile: a header of 128 bytes, the table of its tags, their data.
func srgb() []byte {
	be := binary.BigEndian
	fixed := func(b []byte, vs ...float64) []byte { // s15Fixed16Number
		for _, v := range vs {
			b = be.AppendUint32(b, uint32(int32(math.Round(v*65536))))
		}
		return b
	}
	xyz := func(x, y, z float64) []byte { return fixed([]byte("XYZ \x00\x00\x00\x00"), x, y, z) }

	// the curve of IEC 61966-2-1 from a colour's value to its light
	const points = 256
	curve := be.AppendUint32([]byte("curv\x00\x00\x00\x00"), points)
	for i := range points {
		v := float64(i) / (points - 1)
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		curve = be.AppendUint16(curve, uint16(math.Round(v*65535)))
	}
	name := be.AppendUint32([]byte("desc\x00\x00\x00\x00"), uint32(len(profileName)+1))
	name = append(append(name, profileName...), 0)
	name = append(name, make([]byte, 4+4+2+1+67)...) // no text in other alphabets

	// the primaries of sRGB as seen under D50, the white of profiles
	whiteX, whiteY, whiteZ := 0.9642, 1.0, 0.8249
	tags := []struct {
		name string
		data []byte
	}{
		{"desc", name},
		{"cprt", []byte("text\x00\x00\x00\x00No copyright, use freely\x00")},
		{"wtpt", xyz(whiteX, whiteY, whiteZ)},
		{"rXYZ", xyz(0.4360747, 0.2225045, 0.0139322)},
		{"gXYZ", xyz(0.3850649, 0.7168786, 0.0971045)},
		{"bXYZ", xyz(0.1430804, 0.0606169, 0.7141733)},
		{"rTRC", curve}, {"gTRC", nil}, {"bTRC", nil}, // the same
	}
	const header, entry = 128, 12
	table := be.AppendUint32(nil, uint32(len(tags)))
	var data []byte
	at, size := 0, 0
	for _, t := range tags {
		if t.data != nil {
			for len(data)%4 != 0 {
				data = append(data, 0)
			}
			at, size = header+4+entry*len(tags)+len(data), len(t.data)
			data = append(data, t.data...)
		}
		table = be.AppendUint32(append(table, t.name...), uint32(at))
		table = be.AppendUint32(table, uint32(size))
	}
	for len(data)%4 != 0 {
		data = append(data, 0)
	}
	b := be.AppendUint32(nil, uint32(header+len(table)+len(data)))
	b = be.AppendUint32(b, 0)          // no preferred engine
	b = be.AppendUint32(b, 0x02100000) // version 2.1
	b = append(b, "mntrRGB XYZ "...)
	for _, v := range [...]uint16{2000, 1, 1, 0, 0, 0} {
		b = be.AppendUint16(b, v)
	}
	b = append(b, "acsp"...)
	b = append(b, make([]byte, 28)...) // platform, flags, device, intent
	b = fixed(b, whiteX, whiteY, whiteZ)
	b = append(b, make([]byte, header-len(b))...)
	return append(append(b, table...), data...)
}
