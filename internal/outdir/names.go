package outdir

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// maxName is how many letters a folder's name may have: Windows allows 260 in
// a whole path, Excel 218.
const maxName = 60

// Names gives each of the values, which differ, the name of a folder of its
// own: one path element that every system takes, and that differs from the
// others and the reserved names by more than capitals and the way in which
// letters are composed. A value that is such a name itself keeps it;
// another loses what is in the way and gets a mark that follows from the whole
// value. A value's name thus depends on no other value, unless both
// would have the same.
func Names(values, reserved []string) []string {
	out := make([]string, len(values))
	marks := make([]int, len(values)) // lengths
	for i, v := range values {
		if safe(v) != v {
			marks[i] = minMark
		}
	}
	for {
		taken := map[string]int{}
		for _, r := range reserved {
			taken[sameName(r)]++
		}
		for i, v := range values {
			out[i] = marked(v, marks[i])
			taken[sameName(out[i])]++
		}
		again := false
		for i := range values {
			if taken[sameName(out[i])] > 1 && marks[i] < maxMark {
				marks[i] = max(minMark, marks[i]+2)
				again = true
			}
		}
		if !again {
			return out
		}
	}
}

// The lengths of a mark in hexadecimal digits.
const (
	minMark = 6
	maxMark = 50 // of a name of maxName letters
)

// marked is a value's name with n digits of its mark.
func marked(value string, n int) string {
	name := safe(value)
	if n == 0 {
		return name
	}
	sum := sha256.Sum256([]byte(value))
	return cut(name, max(1, maxName-1-n)) + "-" + hex.EncodeToString(sum[:])[:n]
}

// safe is a value without what some system does not take in a name.
func safe(value string) string {
	name := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsLetter(r), unicode.IsMark(r), unicode.IsDigit(r), strings.ContainsRune(" -_.,()+", r):
			return r
		case unicode.IsSpace(r):
			return ' '
		}
		return '_'
	}, norm.NFC.String(strings.ToValidUTF8(value, "_")))
	name = cut(strings.TrimLeft(name, " ."), maxName)
	if device(name) {
		name = "_" + name
	}
	if name == "" {
		return "_"
	}
	return name
}

// cut is the first n letters of a name, without what may not stand at its end.
func cut(name string, n int) string {
	if utf8.RuneCountInString(name) > n {
		name = string([]rune(name)[:n])
	}
	return strings.TrimRight(name, " .")
}

// sameName is equal for names that are one on some system.
func sameName(name string) string {
	return cases.Fold().String(strings.ToLower(strings.ToUpper(norm.NFKC.String(name))))
}

// device reports names that Windows keeps for devices, with any ending.
func device(name string) bool {
	base, _, _ := strings.Cut(norm.NFKC.String(name), ".")
	base = strings.ToUpper(strings.TrimRight(base, " "))
	switch base {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$":
		return true
	}
	return len(base) == 4 && (strings.HasPrefix(base, "COM") || strings.HasPrefix(base, "LPT")) && base[3] >= '0' && base[3] <= '9'
}
