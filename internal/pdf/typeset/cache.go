package typeset

import (
	"encoding/binary"
	"math"

	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/memo"
)

// Unbroken is the measure of a text on one line, however long.
const Unbroken = -1

// The documents of a batch say much the same: a paragraph that was set stays
// for the next one.
var (
	setParagraphs = memo.NewBytes[[]Line](4000)
	measuredTexts = memo.NewBytes[Extent](4000)
)

// longestKept keeps huge texts out of the caches, in bytes.
const longestKept = 6000

// Set breaks a text in language l into lines no wider than the measure. Runes that
// no font has are noted for the block. The lines may be shared with other
// documents, so the caller must not change them.
func (s *Setter) Set(spans []document.Span, style Style, l lang.Tag, block document.Block, measure float64) []Line {
	key := s.key(spans, style, l, measure)
	if lines, ok := setParagraphs.Get(key); ok {
		return lines
	}
	misses := s.misses
	t := &s.current
	s.shapeInto(t, spans, style, l, block)
	var lines []Line
	if measure == Unbroken {
		lines = t.oneLine(0)
	} else {
		lines = t.setLines(measure)
	}
	if misses == s.misses && len(key) < longestKept { // else the warning would be lost
		setParagraphs.Put(key, lines)
	}
	return lines
}

// key is all that the lines of a text follow from, valid until the next call. The
// measure is that of lines, Unbroken, or for extents the decimal mark.
func (s *Setter) key(spans []document.Span, style Style, l lang.Tag, measure float64) []byte {
	b := append(append(s.keyBuf[:0], style.Family...), 0xff, byte(style.Align))
	for _, is := range [...]bool{style.Bold, style.Italic, style.Balanced, style.Rigid} {
		if is {
			b = append(b, 1)
		} else {
			b = append(b, 0)
		}
	}
	for _, v := range [...]float64{style.Size, style.Leading, style.Indent, measure} {
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(v))
	}
	b = append(b, l...)
	for i := range spans {
		span := &spans[i]
		b = append(b, 0xff, byte(span.Style)) // 0xff is never in UTF-8
		b = append(b, span.Lang...)
		b = append(b, 0xff)
		b = append(b, span.Link...)
		b = append(b, 0xff)
		b = append(b, span.Alt...)
		b = append(b, 0xff)
		b = append(b, span.Text...)
	}
	s.keyBuf = b
	return b
}
