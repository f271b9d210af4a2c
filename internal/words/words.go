// Package words owns what the program says: the engine that carries out
// templates, and one catalogue of terms per language that the PDF, the
// workbook, the index and results.json read. An author's folder replaces any of
// both. It knows nothing of statistics: what a template is about comes with the
// functions and the data of who runs it.
package words

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
	"text/template"

	"wogreport/internal/diag"
	"wogreport/internal/lang"
	"wogreport/internal/limits"
	"wogreport/internal/markdown"
	"wogreport/internal/pattern"
	"wogreport/templates"
)

// Options say which words are loaded.
type Options struct {
	Kind     string // of report: "article"
	Language lang.Tag
	Own      map[string]markdown.Source // the author's files by their names
	Sources  *Sources                   // of the document
	Funcs    template.FuncMap           // beside the functions of this package
	// Fields are the names that a template may use of a type, for a hint.
	Fields func(typeName string) []string
	Limits limits.Limits
	APA    bool // numbers as the APA writes them, where that is the language's custom
	// Fit tells how well the page sets a paragraph; nil where there is none.
	Fit Fit
}

// Words are the terms and templates of one report in one language.
type Words struct {
	Options
	lang    lang.Tag
	files   []string                   // that the templates stand in
	tmpl    *template.Template         // nil until it is needed
	library *library                   // the built-in blocks; nil until they are needed
	terms   *catalogue                 // the author's own, nil for none
	ready   map[string]bool            // blocks that tmpl has, of the author's with all that they call
	given   map[string]bool            // of tmpl's, those that are the program's
	cache   map[string]string          // of terms that take no data
	src     map[string]markdown.Source // the study's own texts, by template name
	literal map[string]bool            // of these, those without a template's marks
	diags   *diag.List                 // where Get says that a block is missing or fails
	depth   int                        // of templates that run now
	spare   bytes.Buffer               // for the next text
	budget  budget
}

// Files lists the names of the built-in templates and catalogues.
func Files() []string { return slices.Clone(programFiles()) }

var programFiles = sync.OnceValue(func() []string {
	return slices.DeleteFunc(namesIn(templates.FS), func(n string) bool { return strings.HasSuffix(n, ".html") })
})

// files are those of the program and of languages with a folder of their own.
func files() []string {
	out := programFiles()
	for _, l := range lang.All {
		if own := lang.Of(l).Words; own != nil {
			out = append(slices.Clip(out), namesIn(own)...)
		}
	}
	return out
}

func namesIn(folder fs.FS) []string {
	names, err := fs.Glob(folder, "*")
	if err != nil {
		panic(err) // the pattern is constant
	}
	return names
}

// folderOf is where a language's words stand.
func folderOf(l lang.Tag) fs.FS {
	if own := lang.Of(l).Words; own != nil {
		return own
	}
	return templates.FS
}

// libraryFiles are the files of the templates of a kind of report; the blocks of a later
// one stand in the place of an earlier one's.
func libraryFiles(kind string, l lang.Tag) []string {
	return []string{"words." + string(l) + ".md", "results." + string(l) + ".md", kind + "." + string(l) + ".md"}
}

// HasKind reports whether there are words for a kind of report in a language.
func HasKind(kind string, l lang.Tag) bool {
	_, err := fs.Stat(folderOf(l), kind+"."+string(l)+".md")
	return err == nil
}

// Load finds the built-in words of a kind and language and parses, over
// them, the author's files: one replaces the built-in one of its name, or, where
// it holds only "define" blocks or terms, these of it. Problems go to ds, now and
// when words are asked for.
func Load(o Options, ds *diag.List) *Words {
	if o.Sources == nil {
		o.Sources = &Sources{}
	}
	w := &Words{
		Options: o, budget: budget{limits: o.Limits}, lang: o.Language, files: libraryFiles(o.Kind, o.Language),
		cache: map[string]string{}, ready: map[string]bool{}, given: map[string]bool{}, src: map[string]markdown.Source{}, literal: map[string]bool{}, diags: ds,
	}
	if s, ok := o.Own[TermsFile(w.lang)]; ok {
		w.ownTerms(s)
	}
	for _, name := range w.files {
		if s, ok := o.Own[name]; ok && w.Parse(name, s) {
			w.checkBlocks(name)
		}
	}
	return w
}

// Parse adds a text of the study's own under a name; a problem is reported with
// its place.
func (w *Words) Parse(name string, s markdown.Source) bool {
	s.Text = markdown.WithoutNonchars(s.Text)
	w.src[name] = s
	delete(w.literal, name)
	if !strings.Contains(s.Text, "{{") && strings.TrimSpace(s.Text) != "" {
		w.literal[name] = true
		return true
	}
	return w.parseText(name)
}

// Parsed reports whether there is a text of the study's own under a name.
func (w *Words) Parsed(name string) bool { _, ok := w.src[name]; return ok }

// parseText gives a text of the study's own to text/template.
func (w *Words) parseText(name string) bool {
	s := w.src[name]
	for _, own := range ownFuncs {
		if at := strings.Index(s.Text, own); at >= 0 {
			w.report(fmt.Errorf("template: %s:%d: function %q not defined", name, 1+strings.Count(s.Text[:at], "\n"), own))
			return false
		}
	}
	before := map[*template.Template]bool{}
	for _, t := range w.interpreter().Templates() {
		before[t] = true
	}
	if _, err := w.tmpl.New(name).Parse(s.Text); err != nil {
		w.report(err)
		return false
	}
	at := w.Sources.placer(s, s.Text)
	for _, t := range w.tmpl.Templates() {
		if !before[t] && t.Tree != nil {
			markTree(t.Root, at)
			countTree(t.Root)
			delete(w.given, t.Name())
		}
	}
	clear(w.ready) // a block of the study's own may stand in another's place now
	return true
}

// templatePlace finds "template: NAME:LINE:COL: …" in the errors of text/template.
var templatePlace = pattern.New(`^template: ([^:]*):(\d+)(?::(\d+))?: (?s:(.*))$`)

// executing is what text/template says before the cause of a failure.
var executing = pattern.New(`^executing ".*?" at <(.*?)>: `)

// noField is what text/template says of a field that a view does not have.
var noField = pattern.New(`can't evaluate field (\w+) in type (\S+)$`)

// report turns an error of text/template into a diagnostic.
func (w *Words) report(err error) {
	m := templatePlace.FindStringSubmatch(err.Error())
	var over overBudget
	if m == nil {
		if errors.As(err, &over) {
			w.overspent(diag.Pos{}, over)
			return
		}
		w.diags.Errorf(diag.Pos{}, "template-error", "%s", strings.TrimPrefix(err.Error(), "template: "))
		return
	}
	p := diag.Pos{File: m[1]}
	p.Line, _ = strconv.Atoi(m[2])
	if c, err := strconv.Atoi(m[3]); err == nil {
		p.Col = c + 1
	}
	if s, ok := w.source(m[1]); ok {
		p.File = s.File
		if s.Part {
			p.Line, p.Col = p.Line+s.After, 0
		}
	}
	if errors.As(err, &over) {
		w.overspent(p, over)
		return
	}
	msg, hint := strings.NewReplacer("{{{{", "{{", "}}}}", "}}").Replace(executing.ReplaceAllString(m[4], "{{$1}}: ")), "wogreport templates DIR writes the built-in templates and a README that lists fields and functions"
	msg = markdown.Unmarked(msg)
	if f := noField.FindStringSubmatch(msg); f != nil {
		msg = "there is no field " + strconv.Quote(f[1]) + " here"
		if w.Fields != nil {
			if s := diag.Suggest(f[1], w.Fields(f[2])); s != "" {
				hint = "did you mean " + s + "?"
			}
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

// countedBuffer takes what a template gives, as far as the budget goes.
type countedBuffer struct {
	bytes.Buffer
	budget *budget
}

func (b *countedBuffer) Write(p []byte) (int, error) {
	if err := b.budget.spend(1, int64(len(p))); err != nil {
		return 0, err
	}
	return b.Buffer.Write(p)
}

// Execute runs the template name on data. False says that a problem was reported.
func (w *Words) Execute(name string, data any) (string, bool) {
	if w.literal[name] {
		s := w.src[name]
		if err := w.budget.spend(1, int64(len(s.Text))); err != nil {
			w.report(fmt.Errorf("template: %s:1: %w", name, err))
			return "", false
		}
		return markdown.Marked(s.Text, w.Sources.placer(s, s.Text)), true
	}
	if w.depth == maxDepth && !w.budget.over {
		w.report(fmt.Errorf("template: %s:1: %w", name, w.budget.endless()))
	}
	if w.budget.over {
		return "", false
	}
	w.depth++
	nested := w.budget.nested
	defer func() { w.depth, w.budget.nested = w.depth-1, nested }()
	w.need(name)
	if w.interpreter().Lookup(name) == nil {
		w.report(fmt.Errorf("template: %s: there is no block %q", name, name))
		return "", false
	}
	b := countedBuffer{Buffer: w.spare, budget: &w.budget}
	b.Reset()
	w.spare = bytes.Buffer{} // a text that another one calls has a buffer of its own
	defer func() { w.spare = b.Buffer }()
	if err := w.tmpl.ExecuteTemplate(&b, name, data); err != nil {
		if !templatePlace.MatchString(err.Error()) { // of the writer, not of a place in the template
			file, line := w.placeOf(name)
			err = fmt.Errorf("template: %s:%d: %w", file, line, err)
		}
		w.report(err)
		return "", false
	}
	if w.depth > 1 { // the paragraph goes on in the text that calls this one
		return b.String(), true
	}
	return w.fitted(b.String()), true
}

// placeOf is where a template begins: the name of its file, and the line.
func (w *Words) placeOf(name string) (file string, line int) {
	if _, ok := w.src[name]; ok {
		return name, 1
	}
	for _, file := range slices.Sorted(maps.Keys(w.src)) {
		if before, _, ok := strings.Cut(w.src[file].Text, `define "`+name+`"`); ok {
			return file, 1 + strings.Count(before, "\n")
		}
	}
	if b := w.builtin(name); b != nil {
		return b.file, 1 + b.before
	}
	return name, 1
}

// Line runs a block that gives one line of Markdown; a term of the name comes
// before a built-in block.
func (w *Words) Line(name string, data any) string { return w.Term(name, data) }

// Get is a word: a term that takes no data.
func (w *Words) Get(name string) string {
	s, ok := w.cache[name]
	if !ok {
		s = w.Term(name, nil)
		w.cache[name] = s
	}
	return s
}

// Builtin are the terms of the program in a language.
func Builtin(l lang.Tag) *Words {
	return Load(Options{Kind: "article", Language: l}, &diag.List{})
}
