package cos

import (
	"bytes"
	"compress/lzw"
	"compress/zlib"
	"errors"
	"fmt"
	"io"

	tifflzw "golang.org/x/image/tiff/lzw"
)

// Bounds of what is decoded, of one stream and of a file.
const (
	largestStream = 128 << 20
	largestFile   = 512 << 20
)

var errLarge = errors.New("a stream is too large when decoded")

// images are the filters whose data are pictures; they aren't decoded.
var images = map[Name]bool{"DCTDecode": true, "DCT": true, "JPXDecode": true, "CCITTFaxDecode": true, "CCF": true, "JBIG2Decode": true}

// Filter is a filter of a stream with its parameters.
type Filter struct {
	Name  Name
	Parms Dict
}

// Filters are those of a stream, in the order in which they decode it.
func (f *File) Filters(d Dict) []Filter {
	names, parms := f.Get(d, "Filter"), f.Get(d, "DecodeParms")
	if names == nil {
		names = f.Get(d, "F")
	}
	if parms == nil {
		parms = f.Get(d, "DP")
	}
	switch names := names.(type) {
	case Name:
		if a, ok := parms.(Array); ok && len(a) > 0 {
			parms = a[0]
		}
		return []Filter{{names, f.Dict(parms)}}
	case Array:
		var out []Filter
		a, _ := parms.(Array)
		for i, n := range names {
			x := Filter{Name: f.Name(n)}
			if i < len(a) {
				x.Parms = f.Dict(a[i])
			}
			out = append(out, x)
		}
		return out
	}
	return nil
}

// Raw is a stream's data as they stand in the file, decrypted.
func (s *Stream) Raw() []byte {
	if s.key == nil {
		return s.raw
	}
	return s.file.crypt.stream(s)
}

// Data is a stream's data decoded; those of pictures stay as they are.
func (s *Stream) Data() ([]byte, error) {
	if s.done {
		return s.memo, s.err
	}
	s.done = true
	b := s.Raw()
	filters := s.file.Filters(s.Dict)
	if _, external := s.Dict["F"]; external && s.Dict["Filter"] == nil {
		filters = nil
	}
	for _, x := range filters {
		if images[x.Name] {
			break
		}
		var err error
		if b, err = s.file.decode(b, x); err != nil {
			s.err = fmt.Errorf("stream %d: %s: %w", s.Number, x.Name, err)
			break
		}
	}
	s.memo = b
	return b, s.err
}

// Decode decodes the data of an inline image.
func (f *File) Decode(d Dict, b []byte) ([]byte, error) {
	for _, x := range f.Filters(d) {
		if images[x.Name] {
			break
		}
		var err error
		if b, err = f.decode(b, x); err != nil {
			return b, err
		}
	}
	return b, nil
}

// decode undoes one filter.
func (f *File) decode(b []byte, x Filter) (out []byte, err error) {
	switch x.Name {
	case "FlateDecode", "Fl":
		out, err = f.inflate(b)
	case "LZWDecode", "LZW":
		out, err = f.unlzw(b, x.Parms)
	case "ASCIIHexDecode", "AHx":
		return unhexAll(b), nil
	case "ASCII85Decode", "A85":
		return un85(b), nil
	case "RunLengthDecode", "RL":
		out, err = unrun(b)
	case "Crypt":
		return b, nil
	default:
		return b, fmt.Errorf("unknown filter")
	}
	if f.decoded += len(out); f.decoded > largestFile {
		return nil, errLarge
	}
	if err != nil && len(out) == 0 {
		return nil, err
	}
	return f.predict(out, x.Parms)
}

// readAll reads at most what one stream may hold. What comes before an error is
// kept, as readers do.
func readAll(r io.Reader) ([]byte, error) {
	var buf bytes.Buffer
	n, err := io.Copy(&buf, io.LimitReader(r, largestStream+1))
	if n > largestStream {
		return nil, errLarge
	}
	return buf.Bytes(), err
}

func (f *File) inflate(b []byte) ([]byte, error) {
	for len(b) > 0 && kindOf[b[0]] == white {
		b = b[1:]
	}
	r, err := zlib.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	return readAll(r)
}

func (f *File) unlzw(b []byte, parms Dict) ([]byte, error) {
	if early, ok := f.Int(parms["EarlyChange"]); ok && early == 0 {
		return readAll(lzw.NewReader(bytes.NewReader(b), lzw.MSB, 8))
	}
	return readAll(tifflzw.NewReader(bytes.NewReader(b), tifflzw.MSB, 8))
}

func unhexAll(b []byte) []byte {
	var out []byte
	half := -1
	for _, c := range b {
		if c == '>' {
			break
		}
		v := unhex(c)
		switch {
		case v < 0:
		case half < 0:
			half = v
		default:
			out = append(out, byte(half<<4|v))
			half = -1
		}
	}
	if half >= 0 {
		out = append(out, byte(half<<4))
	}
	return out
}

func un85(b []byte) []byte {
	var out []byte
	var group [5]byte
	n := 0
	flush := func() {
		if n < 2 {
			return
		}
		for i := n; i < 5; i++ {
			group[i] = 84
		}
		v := uint32(0)
		for _, g := range group {
			v = v*85 + uint32(g)
		}
		out = append(out, []byte{byte(v >> 24), byte(v >> 16), byte(v >> 8), byte(v)}[:n-1]...)
		n = 0
	}
	for _, c := range b {
		switch {
		case c == '~':
			flush()
			return out
		case c == 'z' && n == 0:
			out = append(out, 0, 0, 0, 0)
		case '!' <= c && c <= 'u':
			group[n] = c - '!'
			if n++; n == 5 {
				flush()
			}
		}
	}
	flush()
	return out
}

func unrun(b []byte) ([]byte, error) {
	var out []byte
	for i := 0; i < len(b); {
		n := int(b[i])
		i++
		switch {
		case n == 128:
			return out, nil
		case n < 128:
			end := min(len(b), i+n+1)
			out = append(out, b[i:end]...)
			i = end
		case i < len(b):
			out = append(out, bytes.Repeat(b[i:i+1], 257-n)...)
			i++
		}
		if len(out) > largestStream {
			return nil, errLarge
		}
	}
	return out, nil
}

// predict undoes a predictor (7.4.4.4).
func (f *File) predict(b []byte, parms Dict) ([]byte, error) {
	kind, _ := f.Int(parms["Predictor"])
	if kind < 2 {
		return b, nil
	}
	get := func(key Name, def int64) int64 {
		if n, ok := f.Int(parms[key]); ok && n > 0 && n < 1<<20 {
			return n
		}
		return def
	}
	colors, bits, columns := get("Colors", 1), get("BitsPerComponent", 8), get("Columns", 1)
	row := int((colors*bits*columns + 7) / 8)
	step := int(max(1, colors*bits/8))
	if row > largestStream {
		return nil, errLarge
	}
	if kind == 2 {
		if bits == 8 {
			for at := 0; at+row <= len(b); at += row {
				for i := step; i < row; i++ {
					b[at+i] += b[at+i-step]
				}
			}
		}
		return b, nil
	}
	row = min(row, len(b)) // of a row that is cut there is no more
	out := make([]byte, 0, len(b))
	before := make([]byte, row)
	for at := 0; at < len(b); at += row + 1 {
		line := make([]byte, row)
		copy(line, b[at+1:min(len(b), at+1+row)])
		unfilter(b[at], line, before, step)
		out = append(out, line[:min(row, len(b)-at-1)]...)
		before = line
	}
	return out, nil
}

// unfilter undoes a filter of PNG on a row.
func unfilter(kind byte, line, before []byte, step int) {
	for i := range line {
		var left, up, corner int
		up = int(before[i])
		if i >= step {
			left, corner = int(line[i-step]), int(before[i-step])
		}
		switch kind {
		case 1:
			line[i] += byte(left)
		case 2:
			line[i] += byte(up)
		case 3:
			line[i] += byte((left + up) / 2)
		case 4:
			line[i] += byte(paeth(left, up, corner))
		}
	}
}

func paeth(a, b, c int) int {
	p := a + b - c
	pa, pb, pc := abs(p-a), abs(p-b), abs(p-c)
	switch {
	case pa <= pb && pa <= pc:
		return a
	case pb <= pc:
		return b
	}
	return c
}

func abs(x int) int {
	if x < 0 {
		return -x
	}
	return x
}
