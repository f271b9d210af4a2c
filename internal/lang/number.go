package lang

import (
	"math"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

// marks are a language's decimal mark and its mark between thousands.
type marks struct{ decimal, group string }

// marksOf asks x/text once per language which marks CLDR gives: 12345.6
// comes out as "12.345,6" in Indonesian and "12,345.6" in English. Only the
// marks are taken from there, since its rounding is half to even.
var marksOf = map[Tag]func() marks{
	ID: sync.OnceValue(func() marks { return askMarks(language.Indonesian) }),
	EN: sync.OnceValue(func() marks { return askMarks(language.English) }),
}

func askMarks(t language.Tag) marks {
	s := []rune(message.NewPrinter(t).Sprint(number.Decimal(12345.6)))
	return marks{group: string(s[2]), decimal: string(s[len(s)-2])}
}

func markOf(l Tag) marks {
	if f, ok := marksOf[l]; ok {
		return f()
	}
	return marksOf[EN]()
}

// DecimalMark is the language's decimal mark.
func DecimalMark(l Tag) string { return markOf(l).decimal }

// minus is U+2212, the sign that a page shows.
const minus = "−"

// Round rounds v half away from zero at the given decimals, as SPSS and Excel
// do: on the value's first 15 significant digits, so that a product such as
// 1.005·100 that binary arithmetic left a hair below its decimal rounds as
// the decimal does. It never returns a negative zero.
func Round(v float64, decimals int) float64 {
	f, err := strconv.ParseFloat(fixed(v, decimals), 64)
	if err != nil {
		return v
	}
	return f
}

// fixed is v with exactly the given decimals, rounded half away from zero,
// with an ASCII minus and point, and no negative zero.
func fixed(v float64, decimals int) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		panic("lang: number is not finite")
	}
	// d.ddddddddddddddde±xx: 15 significant digits.
	e := strconv.FormatFloat(math.Abs(v), 'e', 14, 64)
	mant, exps, _ := strings.Cut(e, "e")
	exp, _ := strconv.Atoi(exps)
	digits := mant[:1] + mant[2:]
	// The value is 0.digits × 10^(exp+1). Cut after the wanted decimals.
	point := exp + 1
	keep := point + decimals
	switch {
	case keep < 0:
		digits, point = "0", 1-decimals
	case keep < len(digits):
		up := digits[keep] >= '5'
		digits = digits[:keep]
		if up {
			digits, point = increment(digits, point)
		}
	}
	if point <= 0 {
		digits = strings.Repeat("0", 1-point) + digits
		point = 1
	}
	if pad := point + decimals - len(digits); pad > 0 {
		digits += strings.Repeat("0", pad)
	}
	s := digits[:point]
	if decimals > 0 {
		s += "." + digits[point:point+decimals]
	}
	if v < 0 && strings.Trim(s, "0.") != "" {
		s = "-" + s
	}
	return s
}

// increment adds one unit in the last place of digits (value 0.digits × 10^point).
func increment(digits string, point int) (string, int) {
	b := []byte(digits)
	for i := len(b) - 1; i >= 0; i-- {
		if b[i] < '9' {
			b[i]++
			return string(b), point
		}
		b[i] = '0'
	}
	return "1" + string(b), point + 1
}

// Number is v with the given decimals in language l: rounded half away from
// zero, the language's marks, U+2212 for a minus, no negative zero.
func Number(l Tag, v float64, decimals int) string {
	return localise(l, fixed(v, decimals))
}

// Int is the whole number n in language l ("1.250" in Indonesian).
func Int(l Tag, n int) string { return localise(l, strconv.Itoa(n)) }

// Percent is v, on 0..100, with the given decimals and the sign, closed up as
// both languages write it ("55,4%").
func Percent(l Tag, v float64, decimals int) string { return Number(l, v, decimals) + "%" }

func localise(l Tag, s string) string {
	m := markOf(l)
	neg := strings.HasPrefix(s, "-")
	whole, frac, hasFrac := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	var b strings.Builder
	if neg {
		b.WriteString(minus)
	}
	for i := range len(whole) {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(m.group)
		}
		b.WriteByte(whole[i])
	}
	if hasFrac {
		b.WriteString(m.decimal)
		b.WriteString(frac)
	}
	return b.String()
}

// PValue is a p-value as a sentence prints it: "p = 0,012", and below the
// smallest value that three decimals show "p < 0,001".
func PValue(l Tag, p float64) string {
	if p < 0.0005 {
		return "p < " + Number(l, 0.001, 3)
	}
	return "p = " + Number(l, p, 3)
}

// And joins words with the language's comma and conjunction: "a", "a dan b",
// "a, b, dan c".
func And(l Tag, words []string) string { return join(words, map[Tag]string{ID: "dan", EN: "and"}[l]) }

// Or joins words with the language's "or".
func Or(l Tag, words []string) string { return join(words, map[Tag]string{ID: "atau", EN: "or"}[l]) }

func join(words []string, conj string) string {
	switch n := len(words); n {
	case 0:
		return ""
	case 1:
		return words[0]
	case 2:
		return words[0] + " " + conj + " " + words[1]
	default:
		return strings.Join(words[:n-1], ", ") + ", " + conj + " " + words[n-1]
	}
}
