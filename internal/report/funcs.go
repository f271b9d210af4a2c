package report

import (
	"fmt"
	"strings"
	"text/template"
	"unicode"
	"unicode/utf8"

	"wogreport/internal/analysis"
	"wogreport/internal/lang"
)

// functions are those of the templates, in the language of their words. They
// format numbers for the language, so that a template and an author's section
// never hold a number as text. templates/README.md documents them for authors.
type functions struct {
	l lang.Tag
	w *words
}

// table is the functions as text/template takes them.
func (f functions) table() template.FuncMap {
	return template.FuncMap{
		"num": f.num, "pct": f.pct, "plain": f.plain, "interval": f.interval, "int": f.int, "pvalue": f.pvalue,
		"defined": f.defined, "withheld": f.withheld,
		"labels": f.labels, "labelsOr": f.labelsOr, "items": f.items, "quoted": f.quoted, "names": f.names,
		"constructs": f.constructs, "elements": f.elements, "pairs": f.pairs,
		"letter": f.letter, "ref": f.ref, "upper": f.upper, "capital": f.capital, "titled": f.titled, "mentions": f.mentions,
		"sub": f.sub, "add": f.add, "plural": f.plural,
		"param": f.param, "paramdiff": f.paramdiff, "paramnum": f.paramnum,
	}
}

// num formats a number or a value with the given decimals.
func (f functions) num(v any, decimals int) (string, error) {
	if err := checkDecimals(decimals); err != nil {
		return "", err
	}
	return f.w.format(v, func(x float64) string { return lang.Number(f.l, x, decimals) })
}

// pct formats a percent (0..100) with one decimal, or with those given.
func (f functions) pct(v any, decimals ...int) (string, error) {
	d := 1
	if len(decimals) > 0 {
		d = decimals[0]
	}
	if err := checkDecimals(d); err != nil {
		return "", err
	}
	return f.w.format(v, func(x float64) string { return lang.Percent(f.l, x, d) })
}

// plain formats a number with as many decimals as it needs, at most three.
func (f functions) plain(v any) (string, error) {
	return f.w.format(v, func(x float64) string { return plain(f.l, x) })
}

// interval is "0,800–0,908".
func (f functions) interval(i analysis.Interval, decimals int) (string, error) {
	if err := checkDecimals(decimals); err != nil {
		return "", err
	}
	lo, ok1 := i.Low.Get()
	hi, ok2 := i.High.Get()
	if !ok1 || !ok2 {
		return f.w.format(i.Low, nil)
	}
	return f.w.interval(lo, hi, decimals), nil
}

// int formats a whole number.
func (f functions) int(n int) string { return lang.Int(f.l, n) }

// pvalue is "p = 0,012" or "p < 0,001".
func (f functions) pvalue(v any) (string, error) {
	return f.w.format(v, func(x float64) string { return lang.PValue(f.l, x) })
}

// defined reports whether a value exists.
func (functions) defined(v analysis.Value) bool { _, ok := v.Get(); return ok }

// withheld tells whether a value is not shown for privacy.
func (functions) withheld(v analysis.Value) bool { return v.Reason() == analysis.Withheld }

// labels and labelsOr list labels, joined with "and" and "or".
func (f functions) labels(as []Answer) string   { return lang.And(f.l, answerNames(as)) }
func (f functions) labelsOr(as []Answer) string { return lang.Or(f.l, answerNames(as)) }

// items names items by their numbers: "butir 1, 2, dan 5".
func (f functions) items(items []*ItemView) string {
	ns := make([]string, len(items))
	for i, it := range items {
		ns[i] = lang.Int(f.l, it.Number)
	}
	word := f.w.get("word.items")
	if len(items) == 1 {
		word = f.w.get("word.item")
	}
	return word + " " + lang.And(f.l, ns)
}

// quoted names items by their labels, in quotation marks.
func (f functions) quoted(items []*ItemView) string {
	ns := make([]string, len(items))
	for i, it := range items {
		ns[i] = "“" + it.Label + "”"
	}
	return lang.And(f.l, ns)
}

// names joins names with "and".
func (f functions) names(ns []string) string { return lang.And(f.l, ns) }

// constructs names constructs by their labels.
func (f functions) constructs(cs []*ConstructView) string {
	ns := make([]string, len(cs))
	for i, c := range cs {
		ns[i] = c.Label
	}
	return lang.And(f.l, ns)
}

// elements names elements of service.
func (f functions) elements(es []*IKMElementView) string {
	ns := make([]string, len(es))
	for i, e := range es {
		ns[i] = e.Code + " (" + e.Name + ")"
	}
	return lang.And(f.l, ns)
}

// pairs names pairs of groups with their p.
func (f functions) pairs(ps []PairView) string {
	ns := make([]string, len(ps))
	for i, p := range ps {
		v, _ := p.P.Get()
		ns[i] = lang.And(f.l, []string{p.A, p.B}) + " (" + lang.PValue(f.l, v) + ")"
	}
	return strings.Join(ns, "; ")
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

// upper, capital and titled change case.
func (functions) upper(s string) string   { return strings.ToUpper(s) }
func (functions) capital(s string) string { return capital(s) }
func (functions) titled(s string) string  { return titled(s) }

// mentions reports whether a text holds another, whatever the case.
func (functions) mentions(text, what string) bool {
	return strings.Contains(strings.ToLower(text), strings.ToLower(what))
}

func (functions) sub(a, b int) int { return a - b }
func (functions) add(a, b int) int { return a + b }

// plural chooses a word by a number: the first for one.
func (functions) plural(n any, one, many string) string {
	if fmt.Sprint(n) == "1" {
		return one
	}
	return many
}

// param, paramdiff and paramnum read the numbers of a caveat.
func (f functions) param(c caveatView, name string) (string, error) {
	v, err := c.number(name)
	return lang.Number(f.l, v, 0), err
}

func (f functions) paramdiff(c caveatView, a, b string) (string, error) {
	x, err := c.number(a)
	if err != nil {
		return "", err
	}
	y, err := c.number(b)
	return lang.Number(f.l, x-y, 0), err
}

func (f functions) paramnum(c caveatView, name string, decimals int) (string, error) {
	v, err := c.number(name)
	return lang.Number(f.l, v, decimals), err
}

// checkDecimals refuses numbers of decimals that no number has.
func checkDecimals(d int) error {
	if d < 0 || d > 15 {
		return fmt.Errorf("a number cannot have %d decimals; 0 to 15 are possible", d)
	}
	return nil
}

// caveatView is a caveat in a template: its numbers, and the name of its item.
type caveatView struct {
	analysis.Caveat
	Name string
}

func (c caveatView) number(name string) (float64, error) {
	v, ok := c.Params[name]
	if !ok {
		return 0, fmt.Errorf("caveat %s has no number %q", c.Code, name)
	}
	return v, nil
}

// format formats a number; an undefined value becomes the word for it with its reason.
func (w *words) format(v any, f func(float64) string) (string, error) {
	switch v := v.(type) {
	case float64:
		return f(v), nil
	case int:
		return f(float64(v)), nil
	case analysis.Value:
		if x, ok := v.Get(); ok {
			return f(x), nil
		}
		if v.Reason() == analysis.Withheld {
			return "(" + w.get("word.not-shown") + ")", nil
		}
		return w.get("word.undefined") + " (" + w.get("reason."+string(v.Reason())) + ")", nil
	}
	return "", fmt.Errorf("%T is not a number", v)
}

// interval is "0,800–0,908", with a word between where a minus would stand beside
// the dash.
func (w *words) interval(low, high float64, decimals int) string {
	dash := "–"
	if low < 0 || high < 0 {
		dash = " " + w.get("word.to") + " "
	}
	return lang.Number(w.lang, low, decimals) + dash + lang.Number(w.lang, high, decimals)
}

// plain is f with at most three decimals and no trailing zeros: 0.6 → "0,6".
func plain(l lang.Tag, f float64) string {
	for d := range 3 {
		if lang.Round(f, d) == lang.Round(f, 3) {
			return lang.Number(l, f, d)
		}
	}
	return lang.Number(l, f, 3)
}

func answerNames(as []Answer) []string {
	ns := make([]string, len(as))
	for i, a := range as {
		ns[i] = a.Name
	}
	return ns
}

// capital is s with its first letter in upper case.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// small are the words that a title in Indonesian has without a capital.
var small = map[string]bool{"atau": true, "dan": true, "dari": true, "dengan": true, "di": true, "ke": true, "menurut": true, "oleh": true, "pada": true, "untuk": true, "yang": true}

// titled is s with its words in capitals, as a title in Indonesian has them.
func titled(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		if i == 0 || !small[w] {
			words[i] = capital(w)
		}
	}
	return strings.Join(words, " ")
}

// escape makes a text literal in Markdown.
func escape(s string) string {
	var b strings.Builder
	for _, r := range folded(s) {
		if r < utf8.RuneSelf && unicode.IsPunct(r) || strings.ContainsRune("`<>|~^$+=", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

var literal = strings.NewReplacer("<", `\<`, "![", `!\[`, "`", "\\`", "|", `\|`, "&", `\&`)

// inlineSource makes a text of study.yaml, in which emphasis (*italic*,
// **bold**) and citations are meant as Markdown, safe to stand anywhere in a
// line: white space is folded, HTML and pictures are literal, and nothing at
// its start opens a list, a heading or a quotation.
func inlineSource(s string) string {
	s = literal.Replace(folded(s))
	if s == "" {
		return s
	}
	switch i := strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' }); {
	case i > 0 && (s[i] == '.' || s[i] == ')'):
		s = s[:i] + `\` + s[i:]
	case strings.ContainsRune("#>-+=~", rune(s[0])), strings.HasPrefix(s+" ", "* "),
		strings.Trim(s, "*_ ") == "": // the last is a line across the page
		s = `\` + s
	}
	return s
}
