// Package fontfile reads the font programs of PDF files, TrueType, CFF and Type 1,
// and CMaps, as far as a checker needs: which glyphs they have, how wide these are,
// and which code shows which.
package fontfile

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

//go:embed data/names.txt
var namesFile string

//go:embed data/glyphlist.txt
var glyphListFile string

// lists are the lists of names.txt by their first word.
var lists = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	for line := range strings.Lines(namesFile) {
		f := strings.Fields(line)
		for i := range f {
			if f[i] == "." {
				f[i] = ""
			}
		}
		out[f[0]] = f[1:]
	}
	return out
})

// Encoding is the 256 glyph names of an encoding of ISO 32000-1, annex D, with no
// name for codes that it leaves out; nil for an unknown one.
func Encoding(name string) []string {
	if name == "cff" || name == "mac" {
		return nil
	}
	return lists()[name]
}

// glyphList is the Adobe Glyph List.
var glyphList = sync.OnceValue(func() map[string]string {
	out := make(map[string]string, 4300)
	for line := range strings.Lines(glyphListFile) {
		name, codes, _ := strings.Cut(strings.TrimSpace(line), ";")
		var text []rune
		for c := range strings.FieldsSeq(codes) {
			v, _ := strconv.ParseUint(c, 16, 32)
			text = append(text, rune(v))
		}
		out[name] = string(text)
	}
	return out
})

// Listed reports whether the Adobe Glyph List has a name.
func Listed(name string) bool {
	_, ok := glyphList()[name]
	return ok
}

// Unicode is the text of a glyph's name by the Adobe Glyph List, or by its rules
// for names as uni20AC and u1F600; empty for none.
func Unicode(name string) string {
	if s, ok := glyphList()[name]; ok {
		return s
	}
	base, _, _ := strings.Cut(name, ".")
	if base == "" {
		return ""
	}
	var out strings.Builder
	for part := range strings.SplitSeq(base, "_") {
		if s, ok := glyphList()[part]; ok {
			out.WriteString(s)
			continue
		}
		digits, ok := strings.CutPrefix(part, "uni")
		if !ok || len(digits)%4 != 0 {
			if digits, ok = strings.CutPrefix(part, "u"); !ok || len(digits) < 4 || len(digits) > 6 {
				return ""
			}
			v, err := strconv.ParseUint(digits, 16, 32)
			if err != nil || v > 0x10ffff {
				return ""
			}
			out.WriteRune(rune(v))
			continue
		}
		for len(digits) > 0 {
			v, err := strconv.ParseUint(digits[:4], 16, 32)
			if err != nil {
				return ""
			}
			out.WriteRune(rune(v))
			digits = digits[4:]
		}
	}
	return out.String()
}
