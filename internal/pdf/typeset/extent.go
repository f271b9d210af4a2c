package typeset

import (
	"unicode"

	"wogreport/internal/document"
	"wogreport/internal/lang"
)

// Extent is how wide a text is: its longest line and its longest word, or, of
// a number, its parts before the decimal mark and from it on.
type Extent struct {
	Line, Word    float64
	Before, After float64
	Number        bool
}

// Extents measures a text. Mark is the decimal mark if it may be a number that
// lines up there, else 0.
func (s *Setter) Extents(spans []document.Span, style Style, l lang.Tag, block document.Block, mark rune) Extent {
	key := s.key(spans, style, l, float64(mark))
	if e, ok := measuredTexts.Get(key); ok {
		return e
	}
	misses := s.misses
	t := &s.current
	s.shapeInto(t, spans, style, l, block)
	var e Extent
	if mark != 0 {
		if at := decimalMark(t, mark); at >= 0 {
			e.Number = true
			e.Before, e.After = t.around(at)
		}
	}
	if !e.Number {
		e.Line, e.Word = t.extents()
	}
	if misses == s.misses && len(key) < longestKept {
		measuredTexts.Put(key, e)
	}
	return e
}

// extents are the widths of the text's longest line and of its longest word, which is one with
// what it is tied to.
func (t *text) extents() (line, word float64) {
	l, w := 0.0, 0.0
	for i := range t.glyphs {
		g := &t.glyphs[i]
		switch {
		case g.newline():
			line, word, l, w = max(line, l), max(word, w), 0, 0
			continue
		case g.r == ' ':
			l += g.width
			if w += g.width; !t.tied(i) {
				word, w = max(word, w-g.width), 0
			}
			continue
		}
		l += g.width + g.kern
		if w += g.width + g.kern; t.joins(i) {
			word, w = max(word, w), 0
		}
	}
	return max(line, l), max(word, w)
}

// decimalMark is the glyph at which a number lines up: its decimal mark, or
// the first place after its last digit; -1 if the text holds no number.
func decimalMark(t *text, mark rune) int {
	at := -1
	for i := range t.glyphs {
		switch r := t.glyphs[i].r; {
		case unicode.IsDigit(r):
			at = i + 1
		case r == mark && at == i && i+1 < len(t.glyphs) && unicode.IsDigit(t.glyphs[i+1].r):
			return i
		case unicode.IsLetter(r) && at < 0:
			return -1
		}
	}
	return at
}

// around are the widths of the text before glyph i and from it on.
func (t *text) around(i int) (before, after float64) {
	for k := range t.glyphs {
		if w := t.glyphs[k].width + t.glyphs[k].kern; k < i {
			before += w
		} else {
			after += w
		}
	}
	return before, after
}

// NumberBefore is the width of a number on a line up to its decimal mark, or to
// its end without one; false if the line holds no number.
func (l *Line) NumberBefore(mark rune) (float64, bool) {
	at, n := -1, 0
	var buf [32]rune
	runes := buf[:0]
	for i := range l.Runs {
		runes = l.Runs[i].appendRunes(runes)
	}
	for i, r := range runes {
		if unicode.IsDigit(r) {
			at = i + 1
		} else if r == mark && at == i && i+1 < len(runes) && unicode.IsDigit(runes[i+1]) {
			at = i
			break
		} else if unicode.IsLetter(r) && at < 0 {
			return 0, false
		}
	}
	if at < 0 {
		return 0, false
	}
	for i := range l.Runs {
		r := &l.Runs[i]
		if r.Full != "" {
			n += len([]rune(r.Full))
			continue
		}
		x := r.X
		for k, code := range r.Codes {
			if n == at {
				return x, true
			}
			x += (float64(r.Font.Face.Metrics().Width(code)) + float64(r.Shifts[k])) * r.Font.Size / 1000
			n++
		}
		if n == at {
			return x, true
		}
	}
	return l.Width, true
}
