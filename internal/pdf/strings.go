package pdf

import (
	"strings"
	"unicode/utf16"

	"wogreport/internal/pdf/typeset"
)

// longestString is how many letters a string of the file has at most: PDF/A allows
// 32,767 bytes, and a letter may take four.
const longestString = 8000

// atMostRunes is the beginning of a text.
func atMostRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// infoString is text as a PDF's dictionaries hold it: ASCII as it is, else
// UTF-16 with a mark.
func infoString(s string) string {
	s = typeset.Clean(strings.ReplaceAll(s, "\n", " "))
	if isASCII(s) {
		return s
	}
	b := []byte{0xFE, 0xFF}
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u>>8), byte(u))
	}
	return string(b)
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// appendString writes text as a string: what infoString makes of it, in
// parentheses, or in hexadecimal digits where it is UTF-16.
func appendString(b []byte, s string) []byte {
	if !isASCII(s) {
		return appendUTF16(b, typeset.Clean(strings.ReplaceAll(s, "\n", " ")))
	}
	b = append(b, '(')
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '(' || c == ')' || c == '\\':
			b = append(b, '\\', c)
		case c < ' ' || c == 0x7f:
			b = append(b, ' ')
		default:
			b = append(b, c)
		}
	}
	return append(b, ')')
}

// appendUTF16 writes text in hexadecimal digits.
func appendUTF16(b []byte, s string) []byte {
	const digits = "0123456789ABCDEF"
	b = append(b, "<FEFF"...)
	unit := func(u uint16) {
		b = append(b, digits[u>>12], digits[u>>8&15], digits[u>>4&15], digits[u&15])
	}
	for _, r := range s {
		if hi, lo := utf16.EncodeRune(r); hi != '\uFFFD' {
			unit(uint16(hi))
			unit(uint16(lo))
		} else {
			unit(uint16(r))
		}
	}
	return append(b, '>')
}
