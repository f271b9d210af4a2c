package words

import (
	"strings"
	"testing"

	"wogreport/internal/diag"
	"wogreport/internal/lang"
	"wogreport/internal/markdown"
)

// value is a Value for tests.
type value struct {
	v   float64
	why string
}

func (v value) Get() (float64, bool) { return v.v, v.why == "" }
func (v value) Why() string          { return v.why }

func load(t *testing.T, l lang.Tag, own map[string]string) (*Words, *diag.List) {
	t.Helper()
	files := map[string]markdown.Source{}
	for name, text := range own {
		files[name] = markdown.Source{File: "folder/" + name, Text: text}
	}
	ds := &diag.List{}
	return Load(Options{Kind: "article", Language: l, Own: files}, ds), ds
}

// A place takes its value in its form, a number chooses its word, and an
// optional part goes with what it is about.
func TestTermPlaces(t *testing.T) {
	for _, c := range []struct {
		lang lang.Tag
		term string
		args Args
		want string
	}{
		{lang.EN, "{n} {n|row|rows}", Fill{"n": 1}, "1 row"},
		{lang.EN, "{n} {n|row|rows}", Fill{"n": 2.0}, "2 rows"},
		{lang.EN, "{n} {n|row|rows}", Fill{"n": 0}, "0 rows"},
		{lang.ID, "{n} {n|baris}", Fill{"n": 1250}, "1.250 baris"},
		{lang.ID, "{r:3~c} | {c:3~r}", Fill{"r": 0.2539, "c": 0.25400}, "0,2539 | 0,2540"},
		{lang.ID, "r = {r:3}", Fill{"r": -0.0625}, "r = −0,063"},
		{lang.EN, "alpha {alpha:3}", Fill{"alpha": value{why: "too-few-rows"}}, "alpha undefined (there are too few answers)"},
		{lang.EN, "Results{?: {construct:capital}}", Fill{"construct": ""}, "Results"},
		{lang.EN, "Results{?: {construct:capital}}", Fill{"construct": "use of time"}, "Results: Use of time"},
		{lang.ID, "Menurut {x:title}", Fill{"x": "jenis kelamin dan umur"}, "Menurut Jenis Kelamin dan Umur"},
		{lang.EN, "{n:count} {n|row|rows}", Fill{"n": 9.0}, "nine rows"},
		{lang.ID, "{n:count} baris", Fill{"n": 1250}, "1.250 baris"},
		{lang.EN, "{unknown}", Fill{}, "{unknown}"},
		{lang.EN, "Chapter {}", Fill{"": "IV"}, "Chapter IV"},
	} {
		w, _ := load(t, c.lang, nil)
		parsed, err := parseTerm(c.term)
		if err != nil {
			t.Fatalf("%s: %v", c.term, err)
		}
		var b strings.Builder
		w.fill(&b, parsed, c.args)
		if b.String() != c.want {
			t.Errorf("%s gives %q, want %q", c.term, b.String(), c.want)
		}
	}
}

// An author replaces a term by a line of a catalogue or, as folders have it that
// were written before there were catalogues, by a block; both win over the
// built-in one, and a template that calls the term gets the author's.
func TestOwnTerms(t *testing.T) {
	for name, own := range map[string]map[string]string{
		"by a catalogue": {"terms.en.txt": "# mine\nword.table = Chart\n"},
		"by a block":     {"words.en.md": `{{define "word.table"}}Chart{{end}}`},
		"by both":        {"terms.en.txt": "word.table = No\n", "words.en.md": `{{define "word.table"}}Chart{{end}}`},
	} {
		own["article.en.md"] = `{{template "word.table"}} {{term "word.table"}} {{template "word.figure"}}`
		w, ds := load(t, lang.EN, own)
		text, ok := w.Execute("article.en.md", nil)
		if len(*ds) > 0 || !ok || text != "Chart Chart Figure" || w.Get("word.table") != "Chart" {
			t.Errorf("%s: %q, and %q by itself; %v", name, text, w.Get("word.table"), *ds)
		}
	}
}

// What is wrong with an author's catalogue is said in its line.
func TestBadTerms(t *testing.T) {
	_, ds := load(t, lang.EN, map[string]string{"terms.en.txt": "word.table = Chart\nnonsense\nword.figure = {open\nword.table = again\nword.tabel = x\n= x\nhead.mean = {foo}\nhead.sd = {n:99}\n"})
	var got []string
	for _, d := range *ds {
		got = append(got, strings.TrimPrefix(d.Pos.String(), "folder/")+" ["+d.Code+"]")
	}
	want := "terms.en.txt:2 [bad-term], terms.en.txt:3 [bad-term], terms.en.txt:4 [bad-term], terms.en.txt:6 [bad-term], terms.en.txt:8 [bad-term], terms.en.txt:5 [unknown-term], terms.en.txt:7 [unknown-place]"
	if strings.Join(got, ", ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, ", "), want)
	}
}

// The catalogues of all languages have the same terms with the same places.
func TestCatalogues(t *testing.T) {
	places := func(term *catalogueTerm) map[string]bool {
		if _, err := term.parsed(); err != nil {
			t.Errorf("the term %q cannot be read: %v", term.text, err)
		}
		out := map[string]bool{}
		for _, p := range term.places() {
			out[p] = true
		}
		return out
	}
	first := builtinTerms(lang.All[0])
	for _, l := range lang.All[1:] {
		c := builtinTerms(l)
		for _, key := range first.keys {
			term := c.terms[key]
			if term == nil {
				t.Errorf("%s has no term %s", l, key)
				continue
			}
			have, want := places(term), places(first.terms[key])
			for p := range want {
				if !have[p] {
					t.Errorf("%s: %s lacks the place {%s}", l, key, p)
				}
			}
			for p := range have {
				if !want[p] {
					t.Errorf("%s: %s has a place {%s} of its own", l, key, p)
				}
			}
		}
		for _, key := range c.keys {
			if !first.has(key) {
				t.Errorf("only %s has the term %s", l, key)
			}
		}
	}
}

// A term may have a variant for a kind of report; the author's term of the key alone comes
// before the program's variant.
func TestTermOfAKind(t *testing.T) {
	own := map[string]markdown.Source{"terms.en.txt": {File: "folder/terms.en.txt", Text: "caption.relation-pairs = All pairs\ncaption.quality@evaluation = The answers\ncaption.quality@nothing = No\n"}}
	for _, c := range []struct {
		kind, key, plain, own string
	}{
		{"article", "head.relation-construct", "Construct", "Construct"},
		{"evaluation", "head.relation-construct", "Aspect", "Aspect"},
		{"article", "caption.relation-pairs", "Correlations of each pair of constructs", "All pairs"},
		{"evaluation", "caption.relation-pairs", "Correlations of each pair of aspects", "All pairs"},
		{"article", "caption.quality", "Quality of the data", "Quality of the data"},
		{"evaluation", "caption.quality", "Quality of the data", "The answers"},
	} {
		for _, files := range []map[string]markdown.Source{nil, own} {
			ds, want := &diag.List{}, c.plain
			if files != nil {
				want = c.own
			}
			if got := Load(Options{Kind: c.kind, Language: lang.EN, Own: files}, ds).Get(c.key); got != want {
				t.Errorf("%s: %s is %q, want %q", c.kind, c.key, got, want)
			}
			if files != nil && (len(*ds) != 1 || !strings.Contains((*ds)[0].Message, "caption.quality@nothing")) {
				t.Errorf("%s: %v", c.kind, *ds)
			}
		}
	}
}
