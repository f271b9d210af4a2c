package pdf

import (
	"encoding/binary"
	"math"

	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/memo"
)

const unbroken = -1

// The documents of a batch say much the same: a paragraph that was set stays
// for the next one.
var (
	setParagraphs = memo.NewBytes[[]textLine](4000)
	measuredTexts = memo.NewBytes[extent](4000)
)

// longestKept keeps a monstrous text out of the caches, in bytes.
const longestKept = 6000

// set breaks a text into lines no wider than the measure. The lines may be
// shared with other documents.
func (c *composer) set(spans []document.Span, style textStyle, l lang.Tag, node document.Block, measure float64) []textLine {
	key := c.key(spans, style, l, measure)
	if lines, ok := setParagraphs.Get(key); ok {
		return lines
	}
	missed := c.missed
	t := &c.passing
	c.shapeInto(t, spans, style, l, node)
	var lines []textLine
	if measure == unbroken {
		lines = t.oneLine(0)
	} else {
		lines = t.setLines(measure)
	}
	if missed == c.missed && len(key) < longestKept { // else the warning would be lost
		setParagraphs.Put(key, lines)
	}
	return lines
}

// key is all that the lines of a text follow from: two texts have the same only
// if they are the same. It is good until the next one. A measure is that of
// lines, unbroken for one of any length, or of extents the decimal mark.
func (c *composer) key(spans []document.Span, style textStyle, l lang.Tag, measure float64) []byte {
	b := append(append(c.keyBuf[:0], style.family...), 0xff, byte(style.align))
	for _, is := range [...]bool{style.bold, style.italic, style.balanced, style.rigid} {
		if is {
			b = append(b, 1)
		} else {
			b = append(b, 0)
		}
	}
	for _, v := range [...]float64{style.size, style.leading, style.indent, measure} {
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(v))
	}
	b = append(b, l...)
	for i := range spans {
		s := &spans[i]
		b = append(b, 0xff, byte(s.Style)) // 0xff is never in UTF-8
		b = append(b, s.Lang...)
		b = append(b, 0xff)
		b = append(b, s.Link...)
		b = append(b, 0xff)
		b = append(b, s.Text...)
	}
	c.keyBuf = b
	return b
}

// extent is how wide a text is: its longest line and its longest word, or, of
// a number, its parts before the decimal mark and from it on.
type extent struct {
	line, word    float64
	before, after float64
	number        bool
}

// extents measures a text. Mark is the decimal mark if it may be a number that
// lines up there, else 0.
func (c *composer) extents(spans []document.Span, style textStyle, l lang.Tag, node document.Block, mark rune) extent {
	key := c.key(spans, style, l, float64(mark))
	if e, ok := measuredTexts.Get(key); ok {
		return e
	}
	missed := c.missed
	t := &c.passing
	c.shapeInto(t, spans, style, l, node)
	var e extent
	if mark != 0 {
		if at := decimalMark(t, mark); at >= 0 {
			e.number = true
			e.before, e.after = t.around(at)
		}
	}
	if !e.number {
		e.line, e.word = t.extents()
	}
	if missed == c.missed && len(key) < longestKept {
		measuredTexts.Put(key, e)
	}
	return e
}
