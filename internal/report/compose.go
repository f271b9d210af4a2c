// Package report owns composition: the rules that choose a sentence, the
// templates' functions, and the way from Markdown to headings, paragraphs,
// tables and figures. Compose is the one way in; a *document.Document, which
// a renderer needs nothing else to print, is what leaves.
package report

import (
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"gonum.org/v1/plot/vg"

	"wogreport/internal/analysis"
	"wogreport/internal/charts"
	"wogreport/internal/diag"
	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/study"
)

// Options say what a composed document must fit.
type Options struct {
	Item, Summary    charts.Style // width and type of the charts of one and of all items
	MaxSummaryHeight vg.Length    // a taller summary is split
	PairHeight       vg.Length    // of two summaries that share a page; 0: none do
	Comments         []Comments
}

// Comments are what respondents wrote in a column, in an order that says
// nothing of who wrote which.
type Comments struct {
	Heading string
	Texts   []string
}

// Compose fills the templates of the study's kind with its results. It
// returns the document and the figures of all items, placed or not, in the
// order of the study. The document is nil when a diagnostic is an error.
func Compose(st *study.Study, res *analysis.Results, opt Options) (*document.Document, []NamedFigure, diag.List) {
	c := newComposer(st, opt)
	c.res = res
	if !c.loadWords() {
		return nil, nil, c.diags
	}
	for _, l := range st.Languages {
		c.views[l] = c.view(l)
	}
	figures := c.figures()
	doc := c.document()
	c.warnUnfilled()
	c.warnUnplaced()
	if c.diags.HasErrors() {
		return nil, nil, c.diags
	}
	return doc, figures, c.diags
}

func newComposer(st *study.Study, opt Options) *composer {
	return &composer{
		st: st, opt: opt,
		body: st.Body(), second: st.Second(),
		words:     map[lang.Tag]*words{},
		views:     map[lang.Tag]*View{},
		ids:       map[string]bool{},
		labels:    map[string]string{},
		seconds:   map[string]string{},
		targets:   map[string]string{},
		chapters:  map[string]int{},
		placed:    map[string]bool{},
		unfilled:  map[string]bool{},
		drawn:     map[string]charts.Figure{},
		summaries: map[string][]charts.Figure{},
		grouped:   map[string][]charts.Figure{},
	}
}

// loadWords reads the templates of every language; false where one is wrong.
func (c *composer) loadWords() bool {
	checkTemplateFolder(c.st, &c.diags)
	for _, l := range c.st.Languages {
		c.words[l] = loadWords(c.st, l, &c.diags)
	}
	return !c.diags.HasErrors()
}

// composer carries one composition.
type composer struct {
	st           *study.Study
	res          *analysis.Results
	opt          Options
	body, second lang.Tag
	words        map[lang.Tag]*words
	views        map[lang.Tag]*View
	diags        diag.List

	ids      map[string]bool   // of blocks
	labels   map[string]string // of figures and tables by id: "Gambar 1"
	seconds  map[string]string // and in the second language: "Figure 1"
	nFigures int
	nTables  int
	chapters map[string]int    // by the class of their headings
	targets  map[string]string // other names of blocks that can be linked to

	footnotes []*document.Footnote
	picture   *document.Picture // the logo
	logoRead  bool
	placed    map[string]bool // sections of the author
	unfilled  map[string]bool // what the report leaves to be filled in

	converters  map[lang.Tag]converter
	list        *document.Paragraph // stands for the reference list
	abstracting map[lang.Tag]bool   // abstracts that are being made

	drawn      map[string]charts.Figure    // by item
	summaries  map[string][]charts.Figure  // by construct
	summarised map[string]charts.Diverging // by construct
	grouped    map[string][]charts.Figure  // by grouping
	quadrants  *charts.Figure              // of importance and performance, nil for none
}

func (v *View) construct(id string) *ConstructView {
	for _, c := range v.Constructs {
		if c.ID == id {
			return c
		}
	}
	return nil
}

// view makes a language's view with everything that is text in it.
func (c *composer) view(l lang.Tag) *View {
	w := c.words[l]
	v := newView(c.st, c.res, l, w)
	v.Respondents = inlineSource(c.st.Method.Respondents.In(l))
	if v.Respondents == "" {
		v.Respondents = w.get("respondents")
	}
	v.sectionFunc = func(name string) (string, error) { return c.section(name, l, v) }
	v.Comments = len(c.opt.Comments) > 0
	c.addCaveats(v, w)
	return v
}

// addCaveats puts each caveat of the results, as a sentence, where it belongs.
func (c *composer) addCaveats(v *View, w *words) {
	sentence := func(cav analysis.Caveat, name string) string {
		return w.line("caveat."+cav.Code, caveatView{Caveat: cav, Name: name})
	}
	for _, cav := range c.res.Caveats {
		switch cav.Code {
		case analysis.CaveatNotRandom, analysis.CaveatSamplingUnsaid:
			v.IntervalCaveats = append(v.IntervalCaveats, sentence(cav, ""))
		case analysis.CaveatSynthetic: // has a notice of its own
		default:
			v.SampleCaveats = append(v.SampleCaveats, sentence(cav, ""))
		}
	}
	for _, g := range v.Groups {
		for _, cav := range g.Grouping.Caveats {
			g.Caveats = append(g.Caveats, sentence(cav, ""))
		}
	}
	for _, cv := range v.Constructs {
		for _, cav := range cv.Caveats {
			if cav.Code == analysis.CaveatNegativeAlpha || cav.Code == analysis.CaveatFactor {
				cv.ReliabilityCaveats = append(cv.ReliabilityCaveats, sentence(cav, ""))
			} else {
				cv.ValidityCaveats = append(cv.ValidityCaveats, sentence(cav, ""))
			}
		}
		for _, it := range cv.Items {
			for _, cav := range it.Caveats {
				cv.ValidityCaveats = append(cv.ValidityCaveats, sentence(cav, it.Name))
			}
		}
	}
}

// section carries out the functions in the author's own section.
func (c *composer) section(name string, l lang.Tag, v *View) (string, error) {
	path := c.st.Sections[name][l]
	if path == "" {
		return "", nil
	}
	c.placed[name] = true
	file := c.st.Path(path)
	text, err := os.ReadFile(file)
	if err != nil {
		c.diags.AddFileError(c.st.At("sections."+name), file, err)
		return "", nil
	}
	text, ok := study.DecodeText(text, file, &c.diags)
	if !ok {
		return "", nil
	}
	w := c.words[l]
	key := "./" + filepath.ToSlash(path) // no template has such a name
	if _, done := w.src[key]; !done {
		own := ownNotes(name, source{file: file, text: string(text)}, &c.diags)
		if !w.parse(key, file, own) {
			return "", nil
		}
	}
	s, _ := w.execute(key, v)
	if s = c.withoutHeading(s, file); strings.TrimSpace(s) == "" {
		return "", nil
	}
	if c.st.Kind == "evaluation" && !chapters[name] {
		s = lowered(s)
	}
	return s, nil
}

// chapters are the sections of an evaluation that stand in a chapter of their own;
// the others are under one of its headings.
var chapters = map[string]bool{"foreword": true, "summary": true, "discussion": true}

// lowered is Markdown with its headings a level lower.
func lowered(src string) string {
	lines := strings.SplitAfter(src, "\n")
	code := ""
	for i, line := range lines {
		mark := strings.TrimLeft(line, " ")
		switch {
		case code != "":
			if strings.HasPrefix(mark, code) {
				code = ""
			}
		case strings.HasPrefix(mark, "```"), strings.HasPrefix(mark, "~~~"):
			code = mark[:3]
		case strings.HasPrefix(mark, "#") && strings.HasPrefix(strings.TrimLeft(mark, "#"), " "):
			lines[i] = line[:len(line)-len(mark)] + "#" + mark
		}
	}
	return strings.Join(lines, "")
}

// withoutHeading leaves out a main heading at the start of an author's section,
// since the template gives it one.
func (c *composer) withoutHeading(section, file string) string {
	trimmed := strings.TrimSpace(section)
	first, rest, _ := strings.Cut(trimmed, "\n")
	if !strings.HasPrefix(first, "# ") {
		return section
	}
	warning := diag.Diagnostic{
		Pos: diag.Pos{File: file}, Severity: diag.Warning, Code: "section-heading",
		Message: "the section begins with a main heading of its own, which is left out: the template gives it one",
		Hint:    "delete the line that begins with #; headings inside a section begin with ##",
	}
	for _, d := range c.diags {
		if d.Pos == warning.Pos && d.Code == warning.Code {
			return rest
		}
	}
	c.diags.Add(warning)
	return rest
}

// document runs the template of the kind and puts the front matter around it.
func (c *composer) document() *document.Document {
	v := c.views[c.body]
	w := c.words[c.body]
	doc := &document.Document{
		Language: c.body,
		Meta: document.Meta{
			Title:    c.plain(v.Title),
			Keywords: c.st.Keywords[c.body],
		},
		Masthead: c.masthead(),
	}
	for _, a := range c.st.Authors {
		doc.Meta.Authors = append(doc.Meta.Authors, a.Name)
	}
	if c.st.Responses.Synthetic {
		doc.Meta.Subject = c.plain(w.get("notice.synthetic"))
	}
	c.running(doc)
	name := c.st.Kind + "." + string(c.body) + ".md"
	if src, ok := w.execute(name, v); ok {
		doc.Blocks = c.blocks(c.body, src)
	}
	doc.Footnotes = c.footnotes
	c.listReferences(doc)
	c.resolve(doc.Blocks)
	for _, n := range doc.Footnotes {
		c.resolve([]document.Block{n})
	}
	return doc
}

// masthead is the journal's; an agency's report has a cover instead.
func (c *composer) masthead() document.Masthead {
	if c.st.Kind != "article" {
		return document.Masthead{}
	}
	j := c.st.Journal
	w := c.words[c.body]
	var line []string
	for _, part := range []struct{ word, text string }{{"word.volume", j.Volume}, {"word.number", j.Number}, {"", j.Year}, {"word.pages", j.Pages}} {
		switch {
		case part.text == "":
		case part.word == "":
			line = append(line, part.text)
		default:
			line = append(line, c.plain(w.line(part.word, escape(part.text))))
		}
	}
	m := document.Masthead{Name: c.plain(inlineSource(j.Name.In(c.body))), Line: strings.Join(line, ", ")}
	var ids []string
	if j.ISSN != "" {
		ids = append(ids, "ISSN "+j.ISSN)
	}
	if j.DOI != "" {
		ids = append(ids, "DOI "+j.DOI)
	}
	m.ISSN = strings.Join(ids, " · ")
	m.Logo = c.logo()
	return m
}

// running fills the running lines: the journal at the left, the short title at
// the right, the page's number under every page, and the word that the data
// are synthetic, in each language.
func (c *composer) running(doc *document.Document) {
	doc.Header = document.Running{Left: doc.Masthead.Name, Right: doc.Meta.Title}
	if name := c.plain(inlineSource(c.st.Agency.Name.In(c.body))); name != "" && doc.Header.Left == "" {
		doc.Header.Left = name
	}
	if h := c.st.Layout.Header.In(c.body); h != "" {
		doc.Header = document.Running{Left: h, Own: true}
	}
	footer := c.st.Layout.Footer.In(c.body)
	doc.Footer = document.Running{Center: document.PageNumber, Left: footer, Own: footer != ""}
	if strings.Contains(footer, document.PageNumber) { // the author has it where it belongs
		doc.Footer.Center = ""
	}
	if c.st.Responses.Synthetic {
		var ws []string
		for _, l := range c.st.Languages {
			ws = append(ws, c.plain(c.words[l].get("word.synthetic-footer")))
		}
		doc.Footer.Right = strings.Join(ws, " / ")
	}
}

// blocks converts Markdown in language l.
func (c *composer) blocks(l lang.Tag, src string) []document.Block {
	return c.converter(l).blocks(src)
}

// inline converts one line of Markdown in language l.
func (c *composer) inline(l lang.Tag, src string) []document.Span {
	spans := c.converter(l).spans(src)
	if l != c.body {
		for i := range spans {
			if spans[i].Lang == "" {
				spans[i].Lang = l
			}
		}
	}
	return spans
}

// converter is what Markdown in language l is converted with.
func (c *composer) converter(l lang.Tag) converter {
	if conv, ok := c.converters[l]; ok {
		return conv
	}
	conv := converter{
		lang:     l,
		place:    c.place,
		cite:     func(key string) (string, string, bool) { return c.cite(key, l) },
		heading:  c.uniqueID,
		class:    func(name string, h *document.Heading) { c.headingClass(name, h, l) },
		footnote: func() (string, string, func([]document.Span)) { return c.footnote(l) },
		problem:  c.problem,
	}
	if c.converters == nil {
		c.converters = map[lang.Tag]converter{}
	}
	c.converters[l] = conv
	return conv
}

func (c *composer) uniqueID(id string) string {
	if !strings.Contains(id, ":") {
		id = "section:" + id
	}
	for n, try := 1, id; ; n++ {
		if !c.ids[try] {
			c.ids[try] = true
			return try
		}
		try = id + "-" + strconv.Itoa(n+1)
	}
}

// problem reports a Markdown problem at the place where its text stands in a
// template, a section or the study file.
func (c *composer) problem(code, at, message, hint string) {
	var sources []source
	for _, l := range c.st.Languages {
		for _, s := range c.words[l].src {
			sources = append(sources, s)
		}
	}
	sort.Slice(sources, func(i, j int) bool { return sources[i].file < sources[j].file })
	if text, err := os.ReadFile(c.st.File); err == nil {
		sources = append(sources, source{file: c.st.File, text: string(text)})
	}
	pos := diag.Pos{File: c.st.File}
	for _, s := range sources {
		if i := strings.Index(s.text, at); i >= 0 {
			start := strings.LastIndex(s.text[:i], "\n") + 1
			pos = diag.Pos{File: s.file, Line: 1 + s.after + strings.Count(s.text[:i], "\n"), Col: 1 + utf8.RuneCountInString(s.text[start:i])}
			if s.part {
				pos.Col = 0
			}
			break
		}
	}
	for _, d := range c.diags {
		if d.Pos == pos && d.Code == code && d.Message == message {
			return
		}
	}
	c.diags.Errorf(pos, code, "%s", message)
	if hint != "" {
		c.diags.Hintf("%s", hint)
	}
}

func (c *composer) cite(key string, l lang.Tag) (label, link string, ok bool) {
	var keys []string
	for _, r := range c.st.References {
		if r.Key == key {
			return citeLabel(r.Text.In(l), l), "#" + refPrefix + key, true
		}
		keys = append(keys, r.Key)
	}
	if r, ok := methodSource(key); ok {
		return citeLabel(r.Text.In(l), l), "#" + refPrefix + key, true
	}
	hint := "add it under  references:  in the study file"
	if s := diag.Suggest(key, keys); s != "" {
		hint = "did you mean @" + s + "?"
	}
	c.problem("unknown-reference", "@"+key, "no reference has the key "+strconv.Quote(key), hint)
	return "", "", false
}

// caption makes the caption of a figure or table: its number comes from the
// order in the document, its words from a template block in each language.
func (c *composer) caption(word, block string, data func(*View) any) document.Caption {
	var cap document.Caption
	n := &c.nTables
	if word == "word.figure" {
		n = &c.nFigures
	}
	*n++
	label := func(l lang.Tag) string { return c.plain(c.words[l].get(word)) + "\u00a0" + strconv.Itoa(*n) }
	cap.Label, cap.Lang = label(c.body), c.body
	cap.Text = c.inline(c.body, c.words[c.body].line(block, data(c.views[c.body])))
	if c.second != "" {
		cap.SecondLabel, cap.SecondLang = label(c.second), c.second
		cap.Second = c.inline(c.second, c.words[c.second].line(block, data(c.views[c.second])))
	}
	return cap
}
