package lang

import (
	"bytes"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// DecimalMark is the language's decimal mark.
func DecimalMark(l Tag) string { return Of(l).Decimal }

// minus is U+2212, the sign that a page shows.
const minus = "−"

// Round rounds v half away from zero at the given decimals, as SPSS and Excel
// do: on the value's first 15 significant digits, so that a product such as
// 1.005·100 that binary arithmetic left a hair below its decimal rounds as
// the decimal does. It never returns a negative zero.
func Round(v float64, decimals int) float64 {
	var room [32]byte
	f, err := strconv.ParseFloat(string(appendFixed(room[:0], v, decimals)), 64)
	if err != nil {
		return v
	}
	return f
}

// Telling is how many decimals, from d on, a number is shown with so that a reader
// sees on which side of each limit it stands: a verdict never contradicts its
// printed digits. A number that equals a limit shows nothing more.
func Telling(v float64, d int, limits ...float64) int {
	const most = 10 // beyond it two numbers are one
	need := d
	for _, limit := range limits {
		k := d
		for v != limit && k < most && Round(v, k) == Round(limit, k) {
			k++
		}
		if k < most {
			need = max(need, k)
		}
	}
	return need
}

// appendFixed appends v with exactly the given decimals, rounded half away from
// zero, with an ASCII minus and point, and no negative zero.
func appendFixed(b []byte, v float64, decimals int) []byte {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		panic("lang: number is not finite")
	}
	// d.dddddddddddddde±xx: 15 significant digits, of which the first
	// moves over the point.
	const significant = 15
	var room [32]byte
	e := strconv.AppendFloat(room[:0], math.Abs(v), 'e', significant-1, 64)
	exp, _ := strconv.Atoi(string(e[significant+2:]))
	e[1] = e[0]
	digits := e[1 : significant+1]
	// The value is 0.digits × 10^point. Cut after the wanted decimals.
	point := exp + 1
	switch keep := point + decimals; {
	case keep < 0:
		digits = digits[:0]
	case keep < len(digits):
		up := digits[keep] >= '5'
		digits = digits[:keep]
		if up && !increment(digits) { // all were nines
			e[0] = '1'
			digits = e[:keep+1]
			point++
		}
	}
	if v < 0 && !zero(digits) {
		b = append(b, '-')
	}
	if point <= 0 {
		b = append(b, '0')
	}
	digit := func(i int) byte { // 0 is the first after the point of 0.digits
		if i < 0 || i >= len(digits) {
			return '0'
		}
		return digits[i]
	}
	for i := range point {
		b = append(b, digit(i))
	}
	if decimals > 0 {
		b = append(b, '.')
		for i := range decimals {
			b = append(b, digit(point+i))
		}
	}
	return b
}

// increment adds one unit in the last place. It reports false where the digits
// were nines, and are zeros now.
func increment(digits []byte) bool {
	for i := len(digits) - 1; i >= 0; i-- {
		if digits[i] < '9' {
			digits[i]++
			return true
		}
		digits[i] = '0'
	}
	return false
}

func zero(digits []byte) bool {
	for _, d := range digits {
		if d != '0' {
			return false
		}
	}
	return true
}

// Number is v with the given decimals in language l: rounded half away from
// zero, the language's marks, U+2212 for a minus, no negative zero.
func Number(l Tag, v float64, decimals int) string {
	var room, out [32]byte
	return string(appendLocal(out[:0], l, appendFixed(room[:0], v, decimals)))
}

// Int is the whole number n in language l ("1.250" in Indonesian).
func Int(l Tag, n int) string {
	var room, out [32]byte
	return string(appendLocal(out[:0], l, strconv.AppendInt(room[:0], int64(n), 10)))
}

// Percent is v, on 0..100, with the given decimals and the sign, closed up as
// both languages write it ("55,4%").
func Percent(l Tag, v float64, decimals int) string {
	var room, out [32]byte
	return string(append(appendLocal(out[:0], l, appendFixed(room[:0], v, decimals)), '%'))
}

// appendLocal appends a number in ASCII with the language's marks.
func appendLocal(b []byte, l Tag, s []byte) []byte {
	m := Of(l)
	if s[0] == '-' {
		b, s = append(b, minus...), s[1:]
	}
	whole, frac, hasFrac := bytes.Cut(s, []byte{'.'})
	for i, c := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b = append(b, m.Group...)
		}
		b = append(b, c)
	}
	if hasFrac {
		b = append(append(b, m.Decimal...), frac...)
	}
	return b
}

// Plain is v with at most three decimals and no trailing zeros: 0.6 → "0,6".
func Plain(l Tag, v float64) string {
	for d := range 3 {
		if Round(v, d) == Round(v, 3) {
			return Number(l, v, d)
		}
	}
	return Number(l, v, 3)
}

// PValue is a p-value as a sentence prints it: "p = 0,012", "p < 0,001".
func PValue(l Tag, p float64, limits ...float64) string {
	less, figure := PFigure(l, p, limits...)
	if less {
		return "p < " + figure
	}
	return "p = " + figure
}

// PFigure is a p-value with three decimals, with more beside a limit; of one below 0.001, or
// below a limit that is less than that, it is that bound, and less is true.
func PFigure(l Tag, p float64, limits ...float64) (less bool, figure string) {
	bound := 0.001
	for _, limit := range limits {
		if limit > 0 {
			bound = min(bound, limit)
		}
	}
	if p < bound {
		d := 3
		for Round(bound, d) != bound {
			d++
		}
		return true, Number(l, bound, d)
	}
	return false, Number(l, p, Telling(p, 3, limits...))
}

// Count is a number of things as a sentence gives it: a word up to ten, where the
// language has them, digits above.
func Count(l Tag, n int) string {
	if words := Of(l).Counts; n >= 0 && n < len(words) {
		return words[n]
	}
	return Int(l, n)
}

// Begin is Count where a sentence begins with it: "Lima", "Sebanyak 22".
func Begin(l Tag, n int) string {
	if n < 0 || n >= len(Of(l).Counts) {
		return Of(l).Begin + Count(l, n)
	}
	r, size := utf8.DecodeRuneInString(Count(l, n))
	return string(unicode.ToUpper(r)) + Count(l, n)[size:]
}

// And joins words with the language's comma and conjunction: "a", "a dan b",
// "a, b, dan c"; where one of them has the conjunction itself, so that it shows
// where each ends: "a serta b dan c".
func And(l Tag, words []string) string {
	o := Of(l)
	if slices.ContainsFunc(words, func(w string) bool { return holds(w, o.And) }) {
		if o.AndBeside == "" {
			return join(l, words, o.And, len(words) > 2)
		}
		return join(l, words, o.AndBeside, false)
	}
	return join(l, words, o.And, false)
}

// AndEach is And with a preposition before the words: once, or before each where it would not show
// where one of them ends, since one holds the conjunction itself, or the first of two a word such as "of":
// "of a and b", "of a and b and of c", "of the a of b and of c".
func AndEach(l Tag, preposition string, words []string) string {
	o := Of(l)
	if !openEnded(o, words) {
		return preposition + " " + And(l, words)
	}
	conj := o.And
	if o.AndBeside != "" && slices.ContainsFunc(words, func(w string) bool { return holds(w, o.And) }) {
		conj = o.AndBeside
	}
	return join(l, each(preposition, words), conj, false)
}

// OrEach is AndEach with the language's "or".
func OrEach(l Tag, preposition string, words []string) string {
	if !openEnded(Of(l), words) {
		return preposition + " " + Or(l, words)
	}
	return join(l, each(preposition, words), Of(l).Or, false)
}

func each(preposition string, words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = preposition + " " + w
	}
	return out
}

// openEnded reports whether a list of words may be read as another; of three and more a conjunction
// of its own parts them, with commas.
func openEnded(o *Language, words []string) bool {
	return (len(words) == 2 || len(words) > 2 && o.AndBeside == "") && slices.ContainsFunc(words, func(w string) bool { return holds(w, o.And) }) ||
		len(words) == 2 && slices.ContainsFunc(o.Small, func(small string) bool { return holds(words[0], small) })
}

// holds reports whether a text has a word within it.
func holds(text, word string) bool { return strings.Contains(unmarked(text), " "+word+" ") }

// Clauses joins what holds conjunctions or commas itself: "a and b (x); and a and c (y)".
func Clauses(l Tag, clauses []string) string {
	n := len(clauses)
	if n < 2 {
		return strings.Join(clauses, "")
	}
	last := Of(l).And
	if beside := Of(l).AndBeside; beside != "" {
		last = beside
	}
	return strings.Join(clauses[:n-1], "; ") + "; " + last + " " + clauses[n-1]
}

// unmarked is a text without what stands in parentheses or quotation marks, which show by
// themselves where it ends.
func unmarked(s string) string {
	var b strings.Builder
	depth := 0
	for _, r := range s {
		switch {
		case r == '(' || r == '“':
			depth++
		case r == ')' || r == '”':
			depth = max(0, depth-1)
		case depth == 0:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Or joins words with the language's "or".
func Or(l Tag, words []string) string { return join(l, words, Of(l).Or, false) }

// join puts a conjunction before the last word, and a comma before that where the
// language has one in lists of three, or always.
func join(l Tag, words []string, conj string, always bool) string {
	n := len(words)
	if n < 2 {
		return strings.Join(words, "")
	}
	comma := ""
	if always || n > 2 && Of(l).SerialComma {
		comma = ","
	}
	return strings.Join(words[:n-1], ", ") + comma + " " + conj + " " + words[n-1]
}
