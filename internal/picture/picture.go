// Package picture takes from picture files what is not the picture.
package picture

import (
	"bytes"
	"encoding/binary"
)

// Bare is a picture file without what is not the picture: EXIF, XMP, texts, times,
// thumbnails of other programs, and what follows its end. The color profile stays. ok
// is false for a file that is not built as its format says.
func Bare(data []byte, format string) (out []byte, ok bool) {
	if format == "png" {
		return barePNG(data)
	}
	return bareJPEG(data)
}

// pngChunks are those that the picture needs (ISO/IEC 15948, 11).
var pngChunks = map[string]bool{
	"IHDR": true, "PLTE": true, "IDAT": true, "IEND": true, "tRNS": true,
	"iCCP": true, "sRGB": true, "gAMA": true, "cHRM": true, "pHYs": true, "sBIT": true, "bKGD": true,
}

func barePNG(data []byte) ([]byte, bool) {
	const signature, around = 8, 12 // of the file; length, name and checksum of a chunk
	if len(data) < signature {
		return nil, false
	}
	out := append([]byte(nil), data[:signature]...)
	for rest := data[signature:]; len(rest) >= around; {
		n := int(binary.BigEndian.Uint32(rest))
		if n < 0 || n > len(rest)-around {
			return nil, false
		}
		name := string(rest[4:8])
		if pngChunks[name] {
			out = append(out, rest[:around+n]...)
		}
		if name == "IEND" {
			return out, true
		}
		rest = rest[around+n:]
	}
	return nil, false
}

// The markers of JPEG (ITU-T T.81, table B.1) that are looked for.
const (
	jpegStuffed = 0x00
	jpegFirst   = 0xd0 // of those without a length: restarts, start
	jpegEnd     = 0xd9
	jpegScan    = 0xda
	jpegJFIF    = 0xe0
	jpegProfile = 0xe2
	jpegAdobe   = 0xee // says how colors are coded
	jpegLast    = 0xef
	jpegText    = 0xfe
)

func bareJPEG(data []byte) ([]byte, bool) {
	var out []byte
	scan := false
	for i := 0; i+1 < len(data); {
		marker := data[i+1]
		switch {
		case data[i] != 0xff || scan && marker == jpegStuffed:
			if !scan {
				return nil, false
			}
			out = append(out, data[i])
			i++
		case marker == 0xff: // filling
			i++
		case marker == jpegEnd:
			return append(out, 0xff, jpegEnd), true
		case marker >= jpegFirst && marker < jpegEnd:
			out = append(out, data[i:i+2]...)
			i += 2
		default:
			if i+4 > len(data) {
				return nil, false
			}
			n := 2 + int(binary.BigEndian.Uint16(data[i+2:]))
			if n < 4 || i+n > len(data) {
				return nil, false
			}
			if segment := data[i : i+n]; jpegNeeds(marker, segment[4:]) {
				out = append(out, segment...)
			}
			scan = marker == jpegScan
			i += n
		}
	}
	return nil, false
}

func jpegNeeds(marker byte, body []byte) bool {
	switch {
	case marker == jpegText:
		return false
	case marker == jpegJFIF:
		return bytes.HasPrefix(body, []byte("JFIF\x00"))
	case marker == jpegProfile:
		return bytes.HasPrefix(body, []byte("ICC_PROFILE\x00"))
	case marker > jpegJFIF && marker <= jpegLast:
		return marker == jpegAdobe
	}
	return true
}
