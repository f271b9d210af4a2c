// Package fonts owns the faces that a PDF carries: the Wog faces, which are
// the Liberation fonts cut to one single-byte encoding of 224 characters, and
// behind them the whole Liberation fonts for text that needs more. make.py
// cuts the faces; nothing is parsed at run time unless a rune is outside the
// encoding. Drawing and line breaking are not its business.
package fonts

import (
	_ "embed"
	"encoding/binary"
	"strconv"
	"strings"
	"sync"
)

// Face is one of the embedded faces.
type Face uint8

// The faces, in the order of metrics.bin.
const (
	SerifRegular Face = iota
	SerifBold
	SerifItalic
	SerifBoldItalic
	SansRegular
	SansBold
	SansItalic
	SansBoldItalic
	MonoRegular
	numFaces
)

// Hyphen is the code of the hyphen that line breaking adds. A reader of the
// text gets U+00AD and can join the word again.
const Hyphen byte = 0xAD

// Space is the code of the space.
const Space byte = ' '

// Substitute stands for a rune that no face has.
const Substitute = '□'

var names = [numFaces]string{
	"wog-serif-regular", "wog-serif-bold", "wog-serif-italic", "wog-serif-bolditalic",
	"wog-sans-regular", "wog-sans-bold", "wog-sans-italic", "wog-sans-bolditalic",
	"wog-mono-regular",
}

// String is the face's name, as its files are named.
func (f Face) String() string { return names[f] }

// UnitsPerEm is the size of a face in the units of its font.
const UnitsPerEm = 2048

// Metrics are a face's measures in thousandths of its size.
type Metrics struct {
	Ascent, Descent, CapHeight, XHeight int // Descent is negative

	widths    [256]uint16
	units     [256]uint16 // the widths in units of the font
	kernStart [257]uint16 // the kerns of left code c are kerns[kernStart[c]:kernStart[c+1]]
	kerns     []kern
}

type kern struct {
	right        byte
	shift, units int16
}

// thousandths are units of the font in thousandths of the size, half away from zero.
func thousandths(units int) int {
	half := UnitsPerEm / 2
	if units < 0 {
		half = -half
	}
	return (units*1000 + half) / UnitsPerEm
}

// Width is the advance width of a code.
func (m *Metrics) Width(code byte) int { return int(m.widths[code]) }

// Kern is the shift between two codes, mostly negative.
func (m *Metrics) Kern(left, right byte) int { return int(m.kern(left, right).shift) }

func (m *Metrics) kern(left, right byte) kern {
	for _, k := range m.kerns[m.kernStart[left]:m.kernStart[int(left)+1]] {
		if k.right == right {
			return k
		}
	}
	return kern{}
}

// LineWidth is how wide a line of text is in units of the font, kerned, with the
// missing glyph for what it lacks. The whole font is looked into only for runes outside
// the encoding.
func (f Face) LineWidth(s string) int {
	m, sum := f.Metrics(), 0
	var before byte
	for _, r := range s {
		code, ok := Code(r)
		if !ok || Rune(code) != r { // some runes share a glyph in the cut face only
			return f.Full().lineWidth(s)
		}
		sum += int(m.units[code])
		if before != 0 {
			sum += int(m.kern(before, code).units)
		}
		before = code
	}
	return sum
}

//go:embed metrics.bin
var metricsFile []byte

// facesFile says what a PDF holds of each face: its name, the length of its file and
// the entries of its descriptor.
//
//go:embed faces.txt
var facesFile string

// fontFiles are the faces' files, compressed.
var fontFiles = [numFaces]*string{
	&serifRegular, &serifBold, &serifItalic, &serifBoldItalic,
	&sansRegular, &sansBold, &sansItalic, &sansBoldItalic,
	&monoRegular,
}

var (
	//go:embed wog-serif-regular.z
	serifRegular string
	//go:embed wog-serif-bold.z
	serifBold string
	//go:embed wog-serif-italic.z
	serifItalic string
	//go:embed wog-serif-bolditalic.z
	serifBoldItalic string
	//go:embed wog-sans-regular.z
	sansRegular string
	//go:embed wog-sans-bold.z
	sansBold string
	//go:embed wog-sans-italic.z
	sansItalic string
	//go:embed wog-sans-bolditalic.z
	sansBoldItalic string
	//go:embed wog-mono-regular.z
	monoRegular string
)

// tables is metrics.bin, unpacked.
type tables struct {
	runes [256]rune
	codes map[rune]byte
	faces [numFaces]Metrics
}

// firstCode is the first code of the encoding; before it are controls.
const firstCode = 32

var loaded = sync.OnceValue(func() *tables {
	data := metricsFile
	u16 := func() uint16 {
		v := binary.BigEndian.Uint16(data)
		data = data[2:]
		return v
	}
	t := &tables{codes: make(map[rune]byte, 256)}
	for c := firstCode; c < 256; c++ {
		t.runes[c] = rune(u16())
		t.codes[t.runes[c]] = byte(c)
	}
	t.codes['\u00a0'] = Space
	t.codes['\u00b5'] = t.codes['μ'] // the micro sign
	t.codes['\u2010'] = '-'
	t.codes['\u2011'] = '-'
	for f := range t.faces {
		m := &t.faces[f]
		for _, measure := range []*int{&m.Ascent, &m.Descent, &m.CapHeight, &m.XHeight} {
			*measure = thousandths(int(int16(u16())))
		}
		for c := firstCode; c < 256; c++ {
			m.units[c] = u16()
			m.widths[c] = uint16(thousandths(int(m.units[c])))
		}
		m.kerns = make([]kern, u16())
		next := 0
		for i := range m.kerns {
			left := int(data[0])
			for ; next <= left; next++ {
				m.kernStart[next] = uint16(i)
			}
			units := int16(binary.BigEndian.Uint16(data[2:]))
			m.kerns[i] = kern{data[1], int16(thousandths(int(units))), units}
			data = data[4:]
		}
		for ; next <= 256; next++ {
			m.kernStart[next] = uint16(len(m.kerns))
		}
	}
	return t
})

// Metrics are the face's measures.
func (f Face) Metrics() *Metrics { return &loaded().faces[f] }

// Code is the code of a rune in the encoding that all faces share.
func Code(r rune) (byte, bool) {
	if r >= firstCode && r < 127 {
		return byte(r), true
	}
	c, ok := loaded().codes[r]
	return c, ok
}

// Rune is the character that a code stands for.
func Rune(code byte) rune { return loaded().runes[code] }

// Embedding is what a PDF holds of a face. Nobody may change it.
type Embedding struct {
	Name       string // of the font, as the file calls it
	Widths     string // the array of the widths of codes 32 to 255
	Descriptor string // the entries of its descriptor, without those that name other objects
	File       string // the font file, compressed
	Length     int    // of the file, in bytes, before it was compressed
}

// Embedding is what a PDF holds of the face.
func (f Face) Embedding() *Embedding { return &embeddings()[f] }

var embeddings = sync.OnceValue(func() *[numFaces]Embedding {
	var es [numFaces]Embedding
	rest := facesFile
	for f := range es {
		e := &es[f]
		var line, length string
		line, rest, _ = strings.Cut(rest, "\n")
		e.Name, line, _ = strings.Cut(line, " ")
		length, e.Descriptor, _ = strings.Cut(line, " ")
		var err error
		if e.Length, err = strconv.Atoi(length); err != nil {
			panic(err) // the file is part of the program
		}
		e.Widths = Face(f).Metrics().array()
		e.File = *fontFiles[f]
	}
	return &es
})

// array is the widths as a PDF writes them.
func (m *Metrics) array() string {
	b := []byte{'['}
	for c, w := range m.widths[firstCode:] {
		if c > 0 {
			b = append(b, ' ')
		}
		b = strconv.AppendUint(b, uint64(w), 10)
	}
	return string(append(b, ']'))
}
