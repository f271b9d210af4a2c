package report

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"text/template"
	"unicode"
	"unicode/utf8"

	"wogreport/internal/diag"
	"wogreport/internal/lang"
	"wogreport/internal/pattern"
	"wogreport/internal/study"
	"wogreport/templates"
)

// words are the templates of one report kind in one language.
type words struct {
	lang    lang.Tag
	files   []string // that it consists of
	f       functions
	tmpl    *template.Template // what text/template carries out; nil until it is needed
	library *library           // the built-in blocks for it; nil until they are
	ready   map[string]bool    // blocks that tmpl has, with all that they call
	cache   map[string]string  // of blocks that take no data
	src     map[string]source  // the study's own texts, by template name
	literal map[string]bool    // of these, those without a template's marks
	diags   *diag.List         // where get says that a block is missing or fails
	depth   int                // of templates that run now
	endless bool               // templates without end were reported
}

// source is a template's text and the file it came from: all of it, or a part
// that begins after so many lines of it, indented nobody knows how far.
type source struct {
	file, text string
	part       bool
	after      int
}

// Files lists the names of the built-in templates.
func Files() []string {
	names, err := fs.Glob(templates.FS, "*.md")
	if err != nil {
		panic(err) // the pattern is constant
	}
	return names
}

// libraryFiles are the files of the templates of a kind of report; the blocks of a later
// one stand in the place of an earlier one's.
func libraryFiles(kind, l string) []string {
	return []string{"words." + l + ".md", "results." + l + ".md", kind + "." + l + ".md"}
}

// loadWords finds the built-in templates of a kind and language and parses, over
// them, the files of the study's own folder: a file there replaces the
// built-in one of its name, or, where it holds only "define" blocks, these blocks of it.
func loadWords(st *study.Study, l lang.Tag, ds *diag.List) *words {
	w := &words{lang: l, cache: map[string]string{}, ready: map[string]bool{}, src: map[string]source{}, literal: map[string]bool{}, diags: ds}
	w.f = functions{l, w}
	w.files = libraryFiles(st.Kind, string(l))
	if _, err := fs.Stat(templates.FS, w.files[len(w.files)-1]); err != nil {
		ds.Errorf(st.At("kind"), "no-template", "there is no template for a report of kind %s", st.Kind)
		return w
	}
	if st.Templates == "" {
		return w
	}
	for _, name := range w.files {
		own := filepath.Join(st.Path(st.Templates), name)
		text, err := os.ReadFile(own)
		if err != nil {
			if !errors.Is(err, fs.ErrNotExist) {
				ds.AddFileError(st.At("templates"), own, err)
			}
			continue
		}
		if text, ok := study.DecodeText(text, own, ds); ok && w.parse(name, own, string(text)) {
			w.checkBlocks(name)
		}
	}
	return w
}

// parse adds a template under a name; a problem is reported with its place.
func (w *words) parse(name, file, text string) bool {
	return w.parsePart(name, source{file: file, text: text})
}

// parsePart adds a template that is a part of a file.
func (w *words) parsePart(name string, s source) bool {
	w.src[name] = s
	delete(w.literal, name)
	if !strings.Contains(s.text, "{{") && strings.TrimSpace(s.text) != "" && len(s.text) <= maxText {
		w.literal[name] = true
		return true
	}
	return w.parseText(name)
}

// parseText gives a text of the study's own to text/template.
func (w *words) parseText(name string) bool {
	if _, err := w.interpreter().New(name).Parse(w.src[name].text); err != nil {
		w.report(err)
		return false
	}
	clear(w.ready) // a block of the study's own may stand in another's place now
	return true
}

// templatePlace finds "template: NAME:LINE:COL: …" in the errors of text/template.
var templatePlace = pattern.New(`^template: ([^:]*):(\d+)(?::(\d+))?: (?s:(.*))$`)

// executing is what text/template says before the cause of a failure.
var executing = pattern.New(`^executing ".*?" at <(.*?)>: `)

// report turns an error of text/template into a diagnostic.
func (w *words) report(err error) {
	m := templatePlace.FindStringSubmatch(err.Error())
	if m == nil {
		w.diags.Errorf(diag.Pos{}, "template-error", "%s", strings.TrimPrefix(err.Error(), "template: "))
		return
	}
	p := diag.Pos{File: m[1]}
	p.Line, _ = strconv.Atoi(m[2])
	if c, err := strconv.Atoi(m[3]); err == nil {
		p.Col = c + 1
	}
	if s, ok := w.source(m[1]); ok {
		p.File = s.file
		if s.part {
			p.Line, p.Col = p.Line+s.after, 0
		}
	}
	msg, hint := strings.NewReplacer("{{{{", "{{", "}}}}", "}}").Replace(executing.ReplaceAllString(m[4], "{{$1}}: ")), "wogreport templates DIR writes the built-in templates and a README that lists fields and functions"
	if f := noField.FindStringSubmatch(msg); f != nil {
		msg = "there is no field " + strconv.Quote(f[1]) + " here"
		if s := diag.Suggest(f[1], fields(f[2])); s != "" {
			hint = "did you mean " + s + "?"
		}
	}
	for _, d := range *w.diags {
		if d.Pos == p && d.Message == msg {
			return
		}
	}
	w.diags.Errorf(p, "template-error", "%s", msg)
	if p.File == "templates/"+m[1] {
		hint = "this is a built-in template; a block that replaces one of its own may lack something"
	}
	w.diags.Hintf("%s", hint)
}

// noField is what text/template says of a field that a view does not have.
var noField = pattern.New(`can't evaluate field (\w+) in type (\S+)$`)

// fields are the names that a template may use of a view, by its type's name.
func fields(typeName string) []string {
	var out []string
	for _, v := range []any{&View{}, MethodView{}, AgencyView{}, RecordView{}, &ConstructView{}, &ItemView{}, Answer{}, Answers{}, &MajorityView{}, Extremes{}, ConstructExtremes{}, &ComparisonView{}, &CohortView{}, &ScoreView{}, CohortScore{}, &MoveView{},
		&GroupingView{}, &ComparedView{}, GroupMean{}, PairView{}, &ReadingView{}, &IKMView{}, &IKMElementView{}, &ImportanceView{}, &PairedView{},
		PartView{}, GroupPartView{}, ComparisonPartView{}, ScoreTableView{}} {
		t := reflect.TypeOf(v)
		if t.String() != typeName {
			continue
		}
		for i := range t.NumMethod() {
			out = append(out, t.Method(i).Name)
		}
		if t.Kind() == reflect.Pointer {
			t = t.Elem()
		}
		for _, f := range reflect.VisibleFields(t) {
			if f.IsExported() && !f.Anonymous {
				out = append(out, f.Name)
			}
		}
	}
	return out
}

// maxDepth is how deep templates may call each other through functions, and
// maxText how much one may give, so that a mistake ends in an error.
const (
	maxDepth = 20
	maxText  = 32 << 20
)

// limitedBuffer takes at most maxText bytes.
type limitedBuffer struct{ bytes.Buffer }

func (b *limitedBuffer) Write(p []byte) (int, error) {
	if b.Len()+len(p) > maxText {
		return 0, fmt.Errorf("the text is longer than %d MB", maxText>>20)
	}
	return b.Buffer.Write(p)
}

// execute runs the template name on data.
func (w *words) execute(name string, data any) (string, bool) {
	if w.literal[name] {
		return w.src[name].text, true
	}
	if w.depth == maxDepth {
		if !w.endless {
			w.endless = true
			w.report(fmt.Errorf("template: %s:1: templates and sections call each other without end", name))
		}
		return "", false
	}
	w.depth++
	defer func() { w.depth-- }()
	w.need(name)
	if w.interpreter().Lookup(name) == nil {
		w.report(fmt.Errorf("template: %s: there is no block %q", name, name))
		return "", false
	}
	var b limitedBuffer
	if err := w.tmpl.ExecuteTemplate(&b, name, data); err != nil {
		if !templatePlace.MatchString(err.Error()) { // of the writer, not of a place in the template
			file, line := w.placeOf(name)
			err = fmt.Errorf("template: %s:%d: %w", file, line, err)
		}
		w.report(err)
		return "", false
	}
	return b.String(), true
}

// placeOf is where a template begins: the name of its file, and the line.
func (w *words) placeOf(name string) (file string, line int) {
	if _, ok := w.src[name]; ok {
		return name, 1
	}
	for _, file := range slices.Sorted(maps.Keys(w.src)) {
		if before, _, ok := strings.Cut(w.src[file].text, `define "`+name+`"`); ok {
			return file, 1 + strings.Count(before, "\n")
		}
	}
	if b := w.builtin(name); b != nil {
		return b.file, 1 + b.before
	}
	return name, 1
}

// line runs a block that gives one line of Markdown.
func (w *words) line(name string, data any) string {
	s, _ := w.execute(name, data)
	return folded(s)
}

// folded is a text on one line, white space as single blanks. Most texts are so
// already.
func folded(s string) string {
	space := true // before the text
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == ' ' && !space:
			space = true
		case c <= ' ', c >= utf8.RuneSelf && unicode.IsSpace(firstRune(s[i:])):
			return strings.Join(strings.Fields(s), " ")
		default:
			space = false
		}
	}
	if space && s != "" {
		return strings.Join(strings.Fields(s), " ")
	}
	return s
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// get is a word: a block that takes no data.
func (w *words) get(name string) string {
	s, ok := w.cache[name]
	if !ok {
		s = w.line(name, nil)
		w.cache[name] = s
	}
	return s
}
