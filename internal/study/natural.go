package study

import (
	"cmp"
	"strconv"
	"strings"
	"unicode"

	"wogreport/internal/lang"
)

// CompareNames orders names of cohorts and groups as people do: by their words, and by the
// numbers in them, Roman ones too: Angkatan 2 before Angkatan 10, IX before X.
func CompareNames(a, b string) int { return NameKeyOf(a).Compare(NameKeyOf(b)) }

// NameKey is a name in the form in which CompareNames compares it, for long lists.
type NameKey struct {
	name   string
	chunks []chunk
}

// NameKeyOf is the key of a name.
func NameKeyOf(name string) NameKey { return NameKey{name, chunks(name)} }

// Compare orders as CompareNames does.
func (k NameKey) Compare(o NameKey) int {
	x, y := k.chunks, o.chunks
	for i := range min(len(x), len(y)) {
		if c := x[i].compare(y[i]); c != 0 {
			return c
		}
	}
	return cmp.Or(cmp.Compare(len(x), len(y)), strings.Compare(k.name, o.name))
}

// NumberedName is a name with its Roman numbers as digits, in small letters: the
// same of "Angkatan II" and "angkatan 2".
func NumberedName(name string) string {
	var b strings.Builder
	for _, c := range chunks(name) {
		if c.isNum {
			b.WriteString(strconv.Itoa(c.number))
		}
		b.WriteString(c.text + " ")
	}
	return b.String()
}

// chunk is a word of a name, or a number in it.
type chunk struct {
	text   string
	number int
	isNum  bool
}

func (c chunk) compare(o chunk) int {
	switch {
	case c.isNum && o.isNum:
		return cmp.Compare(c.number, o.number)
	case c.isNum != o.isNum: // numbers before words
		if c.isNum {
			return -1
		}
		return 1
	}
	return strings.Compare(c.text, o.text)
}

func chunks(name string) []chunk {
	var out []chunk
	for _, w := range strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if n, ok := roman(w); ok {
			out = append(out, chunk{number: n, isNum: true})
			continue
		}
		for w != "" {
			digits := strings.IndexFunc(w, func(r rune) bool { return !unicode.IsDigit(r) })
			if digits < 0 {
				digits = len(w)
			}
			if digits > 0 {
				if n, err := strconv.Atoi(w[:digits]); err == nil {
					out = append(out, chunk{number: n, isNum: true})
				} else {
					out = append(out, chunk{text: w[:digits]})
				}
				w = w[digits:]
				continue
			}
			letters := strings.IndexFunc(w, unicode.IsDigit)
			if letters < 0 {
				letters = len(w)
			}
			out = append(out, chunk{text: strings.ToLower(w[:letters])})
			w = w[letters:]
		}
	}
	return out
}

// roman reads a word of capitals, or of small letters, as a Roman number up to 89:
// longer ones are words. C and M alone are letters that name a class, and so is L.
func roman(w string) (int, bool) {
	value := map[byte]int{'I': 1, 'V': 5, 'X': 10, 'L': 50}
	upper := strings.ToUpper(w)
	if w != upper && w != strings.ToLower(w) {
		return 0, false
	}
	n, last := 0, 0
	for i := len(upper) - 1; i >= 0; i-- {
		v, ok := value[upper[i]]
		if !ok {
			return 0, false
		}
		if v < last {
			n -= v
		} else {
			n += v
			last = v
		}
	}
	return n, n > 0 && lang.Roman(n) == upper && upper != "L"
}
