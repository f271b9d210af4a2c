package typeset

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Stand-ins that clean leaves in a text for what is no glyph.
const (
	newline    = '\n'
	noBreak    = '\u00a0' // a space where no line ends
	softHyphen = '\u00ad'
	zeroWidth  = '\u200b' // a place for a break
)

// Clean is text as it can be set: valid UTF-8 in normal form C, without
// controls, marks of direction and variation; every kind of space is a space,
// a no-break space or a newline.
func Clean(s string) string {
	if settable(s) {
		return s
	}
	s = strings.ToValidUTF8(strings.ReplaceAll(s, "\r\n", "\n"), "\uFFFD")
	return norm.NFC.String(strings.Map(cleanRune, s))
}

// settable reports whether a text is surely clean: of ASCII, letters that
// European languages write, and the signs of a report, as most texts are. None
// of these composes with another.
func settable(s string) bool {
	for _, r := range s {
		switch {
		case r >= ' ' && r < 0x7f, r == newline, r >= noBreak && r < 0x180:
		case r == '–', r == '—', r == '“', r == '”', r == '‘', r == '’', r == '−', r == '≥', r == '≤':
		default:
			return false
		}
	}
	return true
}

func cleanRune(r rune) rune {
	switch r {
	case newline, noBreak, softHyphen, zeroWidth:
		return r
	case '\u202f', '\u2007': // narrow and figure space
		return noBreak
	case '\r', '\u2028', '\u2029', '\u0085':
		return newline
	case '\u2060', '\ufeff':
		return -1
	}
	switch {
	case unicode.IsSpace(r):
		return ' '
	case unicode.Is(unicode.Cc, r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Variation_Selector, r):
		return -1
	case unicode.Is(unicode.Co, r), unicode.Is(unicode.Cs, r):
		return '\uFFFD'
	}
	return r
}
