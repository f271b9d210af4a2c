package pdf

import (
	"wogreport/internal/lang"
	"wogreport/internal/memo"
	"wogreport/internal/report"
)

// paragraphKey is all that the lines of a paragraph follow from.
type paragraphKey struct {
	style   textStyle
	measure float64 // unbroken: all on one line
	lang    lang.Tag
	spans   string // see spansKey
}

const unbroken = -1

// The documents of a batch say much the same: a paragraph that was set stays
// for the next one.
var (
	setParagraphs = memo.New[paragraphKey, []textLine](4000)
	measuredTexts = memo.New[paragraphKey, extent](4000)
)

// longestKept keeps a monstrous text out of the caches, in bytes.
const longestKept = 6000

// set breaks a text into lines no wider than the measure. The lines may be
// shared with other documents.
func (c *composer) set(spans []report.Span, style textStyle, l lang.Tag, node report.Block, measure float64) []textLine {
	key := paragraphKey{style, measure, l, c.spansKey(spans)}
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
	if missed == c.missed && len(key.spans) < longestKept { // else the warning would be lost
		setParagraphs.Put(key, lines)
	}
	return lines
}

// spansKey is spans as one string: two have the same only if they are the same.
func (c *composer) spansKey(spans []report.Span) string {
	if len(spans) == 1 && spans[0] == (report.Span{Text: spans[0].Text}) {
		return spans[0].Text
	}
	b := c.keyBuf[:0]
	for i := range spans {
		s := &spans[i]
		b = append(b, 0xff, byte(s.Style)) // never in the text of a lone span, which is UTF-8
		b = append(b, s.Lang...)
		b = append(b, 0xff)
		b = append(b, s.Link...)
		b = append(b, 0xff)
		b = append(b, s.Text...)
	}
	c.keyBuf = b
	return string(b)
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
func (c *composer) extents(spans []report.Span, style textStyle, l lang.Tag, node report.Block, mark rune) extent {
	key := paragraphKey{style, float64(mark), l, c.spansKey(spans)}
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
	if missed == c.missed && len(key.spans) < longestKept {
		measuredTexts.Put(key, e)
	}
	return e
}
