package words

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"text/template"
	"unicode"
	"unicode/utf8"

	"wogreport/internal/lang"
)

// Value is a number, or the key of the reason why there is none.
type Value interface {
	Get() (float64, bool)
	Why() string
}

// withheld is the key of the one reason that is no lack of data.
const withheld = "withheld"

// functions are those of the templates, in the language of their words. They
// format numbers for the language, so that a template and an author's section
// never hold a number as text. templates/README.md documents them for authors.
type functions struct{ w *Words }

// table is the functions as text/template takes them, with those of what the
// templates are about.
func (f functions) table(more template.FuncMap) template.FuncMap {
	t := template.FuncMap{
		"num": f.num, "pct": f.pct, "plain": f.plain, "int": f.int, "count": f.count, "begin": f.begin, "pvalue": f.pvalue,
		"defined": f.defined, "withheld": f.withheld, "why": f.why, "names": f.names,
		"letter": f.letter, "ref": f.ref, "upper": strings.ToUpper, "capital": Capital, "titled": f.titled, "mentions": f.mentions, "starts": f.starts,
		"sub": f.sub, "add": f.add, "plural": f.plural, "term": f.term, "fitting": fitting,
	}
	maps.Copy(t, more)
	return t
}

// num formats a number or a value with the given decimals, and with more where
// it stands beside one of the limits, which are numbers or values, too.
func (f functions) num(v any, decimals int, limits ...any) (string, error) {
	if err := CheckDecimals(decimals); err != nil {
		return "", err
	}
	return f.w.Format(v, func(x float64) string {
		return lang.Number(f.w.lang, x, lang.Telling(x, decimals, numbers(limits)...))
	})
}

// pct formats a percent (0..100) with one decimal, or with those given, and with
// more where it stands beside one half or one of the limits.
func (f functions) pct(v any, decimals ...any) (string, error) {
	d := 1
	if len(decimals) > 0 {
		n, ok := decimals[0].(int)
		if !ok {
			return "", fmt.Errorf("%T is not a number of decimals", decimals[0])
		}
		d, decimals = n, decimals[1:]
	}
	if err := CheckDecimals(d); err != nil {
		return "", err
	}
	return f.w.Format(v, func(x float64) string { return Percent(f.w.lang, x, d, numbers(decimals)...) })
}

// Percent is a percent (0..100) with the decimals that show on which side of one
// half, and of other limits, it stands.
func Percent(l lang.Tag, x float64, decimals int, limits ...float64) string {
	return lang.Percent(l, x, lang.Telling(x, decimals, append(limits, 50)...))
}

// numbers are those of some values that exist.
func numbers(vs []any) []float64 {
	var out []float64
	for _, v := range vs {
		if u, ok := v.(Value); ok {
			if _, defined := u.Get(); !defined {
				continue
			}
		}
		out = append(out, number(v))
	}
	return out
}

// plain formats a number with as many decimals as it needs, at most three.
// What it formats are limits of probabilities and coefficients where they are below 1.
func (f functions) plain(v any) (string, error) {
	return f.w.Format(v, func(x float64) string {
		if s := lang.Plain(f.w.lang, x); !f.w.dropsZero() {
			return s
		} else {
			return withoutZero(s)
		}
	})
}

// int formats a whole number.
func (f functions) int(n int) string { return lang.Int(f.w.lang, n) }

// count is a number of things, in a word up to ten.
func (f functions) count(n int) string { return lang.Count(f.w.lang, n) }

// begin is count where a sentence begins with it.
func (f functions) begin(n int) string { return lang.Begin(f.w.lang, n) }

// pvalue is "p = 0,012" or "p < 0,001", beside a limit with more decimals.
func (f functions) pvalue(v any, limits ...any) (string, error) {
	return f.w.Format(v, func(x float64) string { return lang.PValue(f.w.lang, x, numbers(limits)...) })
}

// defined reports whether a value exists.
func (functions) defined(v Value) bool { _, ok := v.Get(); return ok }

// withheld tells whether a value is not shown for privacy.
func (functions) withheld(v Value) bool { return v.Why() == withheld }

// why says why a value does not exist.
func (f functions) why(v Value) string { return f.w.Reason(v.Why()) }

// names joins names with "and", after a preposition if one is given.
func (f functions) names(ns []string, preposition ...string) string {
	if len(preposition) > 0 {
		return lang.AndEach(f.w.lang, preposition[0], ns)
	}
	return lang.And(f.w.lang, ns)
}

// letter is the n-th capital letter, for headings: A, B, …
func (functions) letter(n int) (string, error) {
	if n < 1 || n > 26 {
		return "", fmt.Errorf("there is no letter number %d", n)
	}
	return string(rune('A' + n - 1)), nil
}

// ref is the name of a figure or table as a link ("Gambar 1"), by its id.
func (functions) ref(id string) string { return "[](#" + id + ")" }

// titled is a text in title case.
func (f functions) titled(s string) string { return lang.Titled(f.w.lang, s) }

// mentions reports whether a text holds another, whatever the case.
func (functions) mentions(text, what string) bool {
	return strings.Contains(strings.ToLower(text), strings.ToLower(what))
}

// starts reports whether a text begins with one of some words, whatever the case.
func (functions) starts(text string, with ...string) bool {
	return slices.ContainsFunc(with, func(w string) bool { return strings.HasPrefix(strings.ToLower(text), strings.ToLower(w)) })
}

func (functions) sub(a, b int) int { return a - b }
func (functions) add(a, b int) int { return a + b }

// plural chooses a word by a number, which a caveat gives as text.
func (f functions) plural(n any, one, many string) string {
	x := number(n)
	if s, ok := n.(string); ok && s == "1" {
		x = 1
	}
	if lang.Plural(f.w.lang, x) == 0 {
		return one
	}
	return many
}

// term is a term of the catalogue.
func (f functions) term(key string) (string, error) {
	if !f.w.Has(key) {
		return "", fmt.Errorf("there is no term %q", key)
	}
	return f.w.Term(key, nil), nil
}

// CheckDecimals refuses numbers of decimals that no number has.
func CheckDecimals(d int) error {
	if d < 0 || d > 15 {
		return fmt.Errorf("a number cannot have %d decimals; 0 to 15 are possible", d)
	}
	return nil
}

// Format formats a number; an undefined value becomes the word for it with its reason.
func (w *Words) Format(v any, f func(float64) string) (string, error) {
	switch v := v.(type) {
	case float64:
		return f(v), nil
	case int:
		return f(float64(v)), nil
	case Value:
		if x, ok := v.Get(); ok {
			return w.Shown(v, f(x)), nil
		}
		if v.Why() == withheld {
			return "(" + w.Get("word.not-shown") + ")", nil
		}
		return w.Get("word.undefined") + " (" + w.Reason(v.Why()) + ")", nil
	}
	return "", fmt.Errorf("%T is not a number", v)
}

// Shown is a number as it was written for a value, in the style that is asked for: by that
// of the APA a number that cannot exceed 1 has no zero before its mark.
func (w *Words) Shown(v any, written string) string {
	if b, ok := v.(interface{ Bounded() bool }); !ok || !b.Bounded() || !w.dropsZero() {
		return written
	}
	return withoutZero(written)
}

func (w *Words) dropsZero() bool { return w.APA && lang.Of(w.lang).DropsZero }

// withoutZero leaves out the zero before the decimal mark of each number.
func withoutZero(s string) string {
	var b []byte
	for i := range len(s) {
		if s[i] == '0' && strings.HasPrefix(s[i+1:], ".") && (i == 0 || s[i-1] < '0' || s[i-1] > '9') {
			continue
		}
		b = append(b, s[i])
	}
	return string(b)
}

// Reason says why a value is undefined, by the key of the reason.
func (w *Words) Reason(key string) string { return w.Get("reason." + key) }

// Interval is "0,800–0,908", with a word between where a minus would stand beside
// the dash.
func (w *Words) Interval(low, high float64, decimals int) string {
	dash := "–"
	if low < 0 || high < 0 {
		dash = " " + w.Get("word.to") + " "
	}
	return lang.Number(w.lang, low, decimals) + dash + lang.Number(w.lang, high, decimals)
}

// Capital is s with its first letter in upper case.
func Capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
