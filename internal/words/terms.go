package words

import (
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"sync"

	"wogreport/internal/diag"
	"wogreport/internal/lang"
	"wogreport/internal/markdown"
)

// A catalogue of terms is a file with a line for each:
//
//	# a remark
//	head.mean = Mean
//	caveat.low-response-rate = Only {n} of {N} people answered ({rate:1}%); …
//
// Between braces stand the places that a caller fills: {n} and {r:3}, a number
// with so many decimals, and {r:3~limit} with more where it stands beside the limit; {item:capital} and {item:title}, with a capital and in
// title case; {n:count} and {n:begin}, a number of things and as a sentence begins with it; {n|respondent|respondents}, the form that the number takes in the
// language; and {?: {construct}}, which is left out where its place is empty.

// Args gives what stands in the places of a term: a string, an int, a float64 or
// a Value. A name that it does not know leaves the place as it is.
type Args interface {
	Arg(name string) (value any, ok bool)
}

// Fill is Args by name.
type Fill map[string]any

// Arg is the value of a name.
func (f Fill) Arg(name string) (any, bool) { v, ok := f[name]; return v, ok }

// term is a text with its places.
type term []termPart

// termPart is text, a place, or an optional part.
type termPart struct {
	text, name, form string
	forms            []string // by number
	optional         term
}

// catalogue are terms by key.
type catalogue struct {
	keys  []string // in the order of the file
	terms map[string]*catalogueTerm
}

// catalogueTerm is a term as it stands in the file, taken apart when it is first
// filled: a report uses a part of them.
type catalogueTerm struct {
	text  string
	line  int
	once  sync.Once
	parts term
	err   error
}

func (t *catalogueTerm) parsed() (term, error) {
	t.once.Do(func() { t.parts, t.err = parseTerm(t.text) })
	return t.parts, t.err
}

// builtins are the catalogues of the program that were asked for already.
var (
	builtins     = map[lang.Tag]*catalogue{}
	builtinsLock sync.Mutex
)

// TermsFile is the name of a language's catalogue.
func TermsFile(l lang.Tag) string { return "terms." + string(l) + ".txt" }

// builtinTerms is the catalogue of a language.
func builtinTerms(l lang.Tag) *catalogue {
	builtinsLock.Lock()
	defer builtinsLock.Unlock()
	c := builtins[l]
	if c == nil {
		text, err := fs.ReadFile(folderOf(l), TermsFile(l))
		if err != nil {
			text = nil // a language without a catalogue says so term by term
		}
		var problems []string
		c, problems = readTerms(string(text), nil)
		if len(problems) > 0 {
			panic(TermsFile(l) + ": " + strings.Join(problems, "; ")) // tests hold that there are none
		}
		builtins[l] = c
	}
	return c
}

// maxTerm is how long a term may be, in bytes.
const maxTerm = 5000

// readTerms reads a catalogue. A line that is none is a problem; at is told its number.
// Without it the terms are the program's own, whose places tests have looked at.
func readTerms(text string, at func(line int, message string)) (*catalogue, []string) {
	most := 1 + strings.Count(text, "\n")
	c := &catalogue{keys: make([]string, 0, most), terms: make(map[string]*catalogueTerm, most)}
	terms := make([]catalogueTerm, most)
	var problems []string
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		key, value, ok := strings.Cut(line, "=")
		key, value = strings.TrimSpace(key), strings.TrimSpace(value)
		message := ""
		t := &terms[len(c.keys)]
		t.text, t.line = value, n
		switch {
		case !ok:
			message = "this line is no term: a term is written  key = text"
		case key == "":
			message = "the term has no key before the equals sign"
		case len(value) > maxTerm:
			message = fmt.Sprintf("the term %q is longer than %d letters", key, maxTerm)
		case c.has(key):
			message = "the term " + strconv.Quote(key) + " stands here a second time"
		case at != nil:
			if _, err := t.parsed(); err != nil {
				message = "the term " + strconv.Quote(key) + " cannot be read: " + err.Error()
			}
		}
		if message != "" {
			problems = append(problems, fmt.Sprintf("line %d: %s", n, message))
			if at != nil {
				at(n, message)
			}
			*t = catalogueTerm{}
			continue
		}
		c.keys = append(c.keys, key)
		c.terms[key] = t
	}
	return c, problems
}

func (c *catalogue) has(key string) bool { return c.terms[key] != nil }

// ownTerms reads the catalogue of the author's folder, which replaces the
// built-in terms of its keys.
func (w *Words) ownTerms(s markdown.Source) {
	c, _ := readTerms(markdown.WithoutNonchars(s.Text), func(line int, message string) {
		w.diags.Errorf(diag.Pos{File: s.File, Line: line}, "bad-term", "%s", message)
		w.diags.Hintf("wogreport templates DIR writes the built-in catalogues, which say how a term is written")
	})
	for _, key := range c.keys {
		own := c.terms[key]
		at := diag.Pos{File: s.File, Line: own.line}
		w.Sources.Note(own.text, at)
		builtin := builtinTerms(w.lang).terms[key]
		if i := strings.LastIndexByte(key, '@'); builtin == nil && i > 0 && HasKind(key[i+1:], w.lang) {
			builtin = builtinTerms(w.lang).terms[key[:i]]
		}
		if builtin == nil && w.builtin(key) == nil {
			w.diags.Warnf(at, "unknown-term", "no term has the key %q, so it is not used", key)
			if near := diag.Suggest(key, builtinTerms(w.lang).keys); near != "" {
				w.diags.Hintf("did you mean %s?", near)
			}
			continue
		}
		known := builtin.places()
		for _, place := range own.places() {
			if !slices.Contains(known, place) && !strings.HasPrefix(key, "caveat.") { // a caveat has numbers that its own sentence leaves out
				w.diags.Warnf(at, "unknown-place", "nothing fills {%s} in the term %q", place, key)
				if len(known) > 0 {
					w.diags.Hintf("there are {%s}", strings.Join(known, "}, {"))
				}
			}
		}
	}
	w.terms = c
}

// term is the author's term before the built-in one, and of each the variant for
// the kind of report before the term of the key alone; nil for none.
func (w *Words) term(key string) *catalogueTerm {
	for _, c := range []*catalogue{w.terms, builtinTerms(w.lang)} {
		if c == nil {
			continue
		}
		for _, k := range [...]string{key + "@" + w.Kind, key} {
			if t := c.terms[k]; t != nil {
				return t
			}
		}
	}
	return nil
}

// parseTerm takes a term's text apart.
func parseTerm(s string) (term, error) {
	var t term
	for s != "" {
		open := strings.IndexByte(s, '{')
		if open < 0 {
			return append(t, termPart{text: s}), nil
		}
		if open > 0 {
			t = append(t, termPart{text: s[:open]})
		}
		end := closing(s[open:])
		if end < 0 {
			return nil, fmt.Errorf("it has a { without its }")
		}
		inner := s[open+1 : open+end]
		s = s[open+end+1:]
		if rest, ok := strings.CutPrefix(inner, "?"); ok {
			o, err := parseTerm(rest)
			if err != nil {
				return nil, err
			}
			t = append(t, termPart{optional: o})
			continue
		}
		name, forms, _ := strings.Cut(inner, "|")
		p := termPart{}
		if forms != "" {
			p.forms = strings.Split(forms, "|")
		}
		p.name, p.form, _ = strings.Cut(name, ":")
		if d, err := strconv.Atoi(p.form); err == nil && CheckDecimals(d) != nil {
			return nil, CheckDecimals(d)
		}
		t = append(t, p)
	}
	return t, nil
}

// places are the names of a term's places.
func (t *catalogueTerm) places() []string {
	if t == nil {
		return nil
	}
	parts, _ := t.parsed()
	return parts.places(nil)
}

func (t term) places(to []string) []string {
	for _, p := range t {
		if p.optional != nil {
			to = p.optional.places(to)
		} else if p.text == "" && !slices.Contains(to, p.name) {
			to = append(to, p.name)
		}
	}
	return to
}

// closing is the index of the brace that closes the one at the start, -1 for none.
func closing(s string) int {
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// fill writes a term with its places filled; empty says that some place of it
// has nothing.
func (w *Words) fill(b *strings.Builder, t term, args Args) (empty bool) {
	for _, p := range t {
		switch {
		case p.optional != nil:
			var part strings.Builder
			if !w.fill(&part, p.optional, args) {
				b.WriteString(part.String())
			}
			continue
		case p.name == "" && p.text != "":
			b.WriteString(p.text)
			continue
		}
		var v any
		ok := false
		if args != nil {
			v, ok = args.Arg(p.name)
		}
		s := ""
		switch {
		case !ok && p.forms == nil:
			s = "{" + p.name + "}" // seen by who reads it; tests hold that there is none
		case p.forms != nil:
			s = p.forms[min(lang.Plural(w.lang, number(v)), len(p.forms)-1)]
		default:
			s = w.shown(v, p.form, args)
		}
		empty = empty || s == ""
		b.WriteString(s)
	}
	return empty
}

// shown is a value in the form of its place.
func (w *Words) shown(v any, form string, args Args) string {
	form, beside, _ := strings.Cut(form, "~")
	decimals, err := strconv.Atoi(form)
	if err != nil {
		decimals = 0
	}
	var limits []float64
	for _, name := range strings.FieldsFunc(beside, func(r rune) bool { return r == '~' }) {
		if limit, ok := args.Arg(name); ok {
			limits = append(limits, number(limit))
		}
	}
	switch v := v.(type) {
	case string:
		switch form {
		case "capital":
			return Capital(v)
		case "title":
			return lang.Titled(w.lang, v)
		}
		return v
	case nil:
		return ""
	}
	switch form {
	case "begin":
		return lang.Begin(w.lang, int(number(v)))
	case "count":
		return lang.Count(w.lang, int(number(v)))
	}
	s, err := w.Format(v, func(x float64) string { return lang.Number(w.lang, x, lang.Telling(x, decimals, limits...)) })
	if err != nil {
		return fmt.Sprint(v)
	}
	return s
}

// number is a value as a number that words are chosen by.
func number(v any) float64 {
	switch v := v.(type) {
	case float64:
		return v
	case int:
		return float64(v)
	case Value:
		x, _ := v.Get()
		return x
	}
	return 0
}

// Has reports whether there is a term of the key.
func (w *Words) Has(key string) bool {
	if w.term(key) != nil {
		return true
	}
	return w.own(key) != nil || w.builtin(key) != nil
}

// Term is a term with its places filled: a block of the author's own in its
// place, which sees data, or the catalogue's. A string or a number is what stands
// in {}. A key may have a variant behind an @, which is the term of the key alone
// where the catalogue has none of the variant; a block of the author's is of both.
func (w *Words) Term(key string, data any) string {
	base, _, _ := strings.Cut(key, "@")
	if w.own(base) == nil {
		t := w.term(key)
		if t == nil {
			t = w.term(base)
		}
		if t != nil && !strings.Contains(t.text, "{") {
			return t.text
		}
		if t != nil {
			parts, _ := t.parsed()
			var b strings.Builder
			w.fill(&b, parts, argsOf(data))
			return b.String()
		}
	}
	s, _ := w.Execute(base, data)
	if builtinTerms(w.lang).has(base) { // a term stands also where no Markdown is read
		s = markdown.Unmarked(s)
	}
	return markdown.Folded(s)
}

// argsOf is what fills the places of a term that is about data.
func argsOf(data any) Args {
	switch d := data.(type) {
	case nil:
		return nil
	case Args:
		return d
	}
	return Fill{"": data}
}

// Keys are the keys of a language's catalogue, in its order.
func Keys(l lang.Tag) []string { return slices.Clone(builtinTerms(l).keys) }
