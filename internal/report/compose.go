// Package report owns composition: the rules that choose a sentence, the
// templates' functions, and the way from Markdown to headings, paragraphs,
// tables and figures. Compose is the one way in; a *document.Document, which
// a renderer needs nothing else to print, is what leaves.
package report

import (
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"gonum.org/v1/plot/vg"

	"wogreport/internal/analysis"
	"wogreport/internal/charts"
	"wogreport/internal/citation"
	"wogreport/internal/diag"
	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/limits"
	"wogreport/internal/markdown"
	"wogreport/internal/study"
	"wogreport/internal/view"
	"wogreport/internal/words"
)

// Options say what a composed document must fit.
type Options struct {
	Item, Summary    charts.Style // width and type of the charts of one and of all items
	MaxSummaryHeight vg.Length    // a taller summary is split
	MaxItemHeight    vg.Length    // and a taller chart of an item's width
	PairHeight       vg.Length    // of two summaries that share a page; 0: none do
	HeadRoom         vg.Length    // what the head and the sentence over a summary take

	FigurePages func(heights []vg.Length) int // how many pages figures in a row take; nil: it does not matter
	Fit         words.Fit                     // how well the page sets a paragraph; nil: it does not matter
	Comments    []Comments
	Files       Files // of the study; nil: read from its folder
}

// Files are the files that a study names, by the names as it has them.
type Files interface {
	ReadFile(name string) ([]byte, error)
	ReadDir(name string) ([]fs.DirEntry, error)
	Allowed() limits.Limits // how much what they hold may cost
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
	if opt.Files == nil {
		opt.Files = study.NewFiles(st.Dir)
	}
	return &composer{
		st: st, opt: opt,
		body: st.Body(), second: st.Second(),
		wording:   map[lang.Tag]*words.Words{},
		sources:   &words.Sources{},
		views:     map[lang.Tag]*view.View{},
		ids:       map[string]bool{},
		again:     map[string]int{},
		labels:    map[string]string{},
		seconds:   map[string]string{},
		linked:    map[string]markdown.Place{},
		lines:     map[lineIn][]document.Span{},
		targets:   map[string]string{},
		chapters:  map[string]int{},
		placed:    map[string]bool{},
		stated:    map[string]bool{},
		unfilled:  map[string]bool{},
		drawn:     map[string]charts.Figure{},
		summaries: map[string][]charts.Figure{},
		grouped:   map[string][]charts.Figure{},
		scored:    map[string]charts.Figure{},
		answered:  map[string][]charts.Figure{},
	}
}

// loadWords reads the words of every language; false where something of the
// author's is wrong.
func (c *composer) loadWords() bool {
	own := c.ownWords()
	for _, l := range c.st.Languages {
		if !words.HasKind(c.st.Kind, l) {
			c.diags.Errorf(c.st.At("kind"), "no-template", "there is no template for a report of kind %s", c.st.Kind)
			return false
		}
		c.wording[l] = view.LoadWords(words.Options{Kind: c.st.Kind, Language: l, Own: own, Sources: c.sources, Limits: c.opt.Files.Allowed(), APA: c.st.Layout.APA, Fit: c.opt.Fit}, &c.diags)
	}
	return !c.diags.HasErrors()
}

// composer carries one composition.
type composer struct {
	st           *study.Study
	res          *analysis.Results
	opt          Options
	body, second lang.Tag
	wording      map[lang.Tag]*words.Words
	sources      *words.Sources             // of the Markdown
	at           diag.Pos                   // of what is converted now
	lines        map[lineIn][]document.Span // that were converted already
	linked       map[string]markdown.Place  // where a link to a part of the document stands first
	views        map[lang.Tag]*view.View
	diags        diag.List

	ids      map[string]bool   // of blocks
	again    map[string]int    // how often an id was taken already
	labels   map[string]string // of figures and tables by id: "Gambar 1"
	seconds  map[string]string // and in the second language: "Figure 1"
	nFigures int
	nTables  int
	chapters map[string]int    // by the class of their headings
	targets  map[string]string // other names of blocks that can be linked to

	remarks []string // the note of the table that was made last, as Markdown
	own     string   // what it says of its construct alone

	footnotes []*document.Footnote
	besides   []beside
	picture   *document.Picture // the logo
	logoRead  bool
	placed    map[string]bool // sections of the author
	stated    map[string]bool // items whose statements stand in a table
	unfilled  map[string]bool // what the report leaves to be filled in

	converters  map[lang.Tag]markdown.Converter
	list        *document.Paragraph // stands for the reference list
	abstracting map[lang.Tag]bool   // abstracts that are being made

	drawn        map[string]charts.Figure     // by item
	summaries    map[string][]charts.Figure   // by construct
	summarised   map[string]*charts.Diverging // by construct
	groupsAnswer map[string]*charts.Diverging // of groups, by the name of the first chart
	grouped      map[string][]charts.Figure   // by grouping
	related      []charts.Figure              // the map of correlations between constructs
	answered     map[string][]charts.Figure   // of the groups' answers, by the name of the first
	scored       map[string]charts.Figure     // of the profile and of scores, by name
	compared     map[string][]charts.Figure   // of a comparison, by the ids of their first pages
	quadrants    *charts.Figure               // of importance and performance, nil for none
}

// view makes a language's view with everything that is text in it.
func (c *composer) view(l lang.Tag) *view.View {
	v := view.New(c.st, c.res, l, c.wording[l])
	v.SectionFunc = func(name string) (string, error) { return c.section(name, l, v) }
	v.Comments = len(c.opt.Comments) > 0
	return v
}

// section carries out the functions in the author's own section.
func (c *composer) section(name string, l lang.Tag, v *view.View) (string, error) {
	section := c.st.Sections[name][l]
	if section == "" {
		return "", nil
	}
	c.placed[name] = true
	file := c.st.Path(section)
	w := c.wording[l]
	key := "./" + filepath.ToSlash(section) // no template has such a name
	text, own := study.OwnText(section)
	if own {
		at := c.st.PlaceIn("sections."+name, l)
		file, key = at.File, "./"+name
		text = strings.Repeat("\n", at.Line) + text // its lines are those of the file
	}
	if !w.Parsed(key) {
		if !own {
			if text, own = c.read(section, "sections."+name); !own {
				return "", nil
			}
		}
		if line, problem := markdown.Budget(text, c.opt.Files.Allowed()); problem != "" {
			c.diags.Errorf(diag.Pos{File: file, Line: line}, "markdown-budget", "%s", problem)
			c.diags.Hintf("%s", limits.Hint)
			return "", nil
		}
		src := markdown.Source{File: file, Text: text}
		src.Text = markdown.OwnNotes(name, src, &c.diags)
		if !w.Parse(key, src) {
			return "", nil
		}
	}
	s, _ := w.Execute(key, v)
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

// callsWhatIsNotPlaced takes the calls of charts from the views that an author's own blocks do
// not place, and reports whether there are any.
func (c *composer) callsWhatIsNotPlaced(src string) bool {
	found := false
	for _, v := range c.views {
		for name, calls := range map[string]*[]string{"profile": &v.ProfileCharts, scoreClasses: &v.ScoreCharts} {
			if len(*calls) > 0 && strings.Count(src, "figure:"+name) == strings.Count(src, "#figure:"+name) {
				*calls, found = nil, true
			}
		}
	}
	return found
}

// document runs the template of the kind and puts the front matter around it.
func (c *composer) document() *document.Document {
	v := c.views[c.body]
	w := c.wording[c.body]
	doc := &document.Document{
		Language: c.body, Second: c.second,
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
		doc.Meta.Subject = c.plain(w.Get("notice.synthetic"))
	}
	c.running(doc)
	name := c.st.Kind + "." + string(c.body) + ".md"
	if src, ok := w.Execute(name, v); ok {
		if c.callsWhatIsNotPlaced(src) {
			src, _ = w.Execute(name, v)
		}
		doc.Blocks = c.blocks(c.body, src)
	}
	doc.Footnotes = c.footnotes
	c.listReferences(doc)
	c.resolve(doc.Blocks)
	for _, n := range doc.Footnotes {
		c.resolve([]document.Block{n})
	}
	c.finishAlts()
	return doc
}

// masthead is the journal's; an agency's report has a cover instead.
func (c *composer) masthead() document.Masthead {
	if c.st.Kind != "article" {
		return document.Masthead{}
	}
	j := c.st.Journal
	w := c.wording[c.body]
	var line []string
	for _, part := range []struct{ word, text string }{{"word.volume", j.Volume}, {"word.number", j.Number}, {"", j.Year}, {"word.pages", j.Pages}} {
		switch {
		case part.text == "":
		case part.word == "":
			line = append(line, part.text)
		default:
			line = append(line, c.plain(w.Line(part.word, markdown.Escape(part.text))))
		}
	}
	m := document.Masthead{Name: c.plain(view.Source(c.st, "journal.name", j.Name, w)), Line: strings.Join(line, ", ")}
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

// running fills the running lines: the journal at the left, the title, or the short one, at
// the right, the page's number under every page, and the word that the data
// are synthetic, in each language.
func (c *composer) running(doc *document.Document) {
	v := c.views[c.body]
	title := c.inline(c.body, v.Title)
	if v.ShortTitle != "" {
		title = c.inline(c.body, v.ShortTitle)
	}
	doc.Header = document.Running{Left: doc.Masthead.Name, Right: document.Plain(document.WithoutNotes(title))}
	for _, s := range title {
		if s.Style&document.Italic != 0 {
			doc.Header.Italics = append(doc.Header.Italics, s.Text)
		}
	}
	if name := c.plain(view.Source(c.st, "agency.name", c.st.Agency.Name, c.wording[c.body])); name != "" && doc.Header.Left == "" {
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
			ws = append(ws, c.plain(c.wording[l].Get("word.synthetic-footer")))
		}
		doc.Footer.Right = strings.Join(ws, " / ")
	}
}

// blocks converts Markdown in language l.
func (c *composer) blocks(l lang.Tag, src string) []document.Block {
	if !c.affords(src) {
		return nil
	}
	return c.converter(l).Blocks(src)
}

// affords reports a text of which converting would cost too much. A section of the
// author's is looked at before; here are texts of the study and what loops of
// templates make.
func (c *composer) affords(src string) bool {
	_, problem := markdown.Budget(src, c.opt.Files.Allowed())
	if problem != "" {
		c.problem("markdown-budget", "in what the words of the report come to, "+problem, limits.Hint)
	}
	return problem == ""
}

// inline converts one line of Markdown in language l.
func (c *composer) inline(l lang.Tag, src string) []document.Span {
	key := lineIn{l, src}
	if spans, ok := c.lines[key]; ok { // a label stands in many cells
		return slices.Clone(spans)
	}
	spans := c.convert(l, src)
	if !strings.Contains(src, "[") { // a citation or a link says where it stands each time
		c.lines[key] = slices.Clone(spans)
	}
	return spans
}

// lineIn is a line of Markdown in a language.
type lineIn struct {
	lang lang.Tag
	src  string
}

func (c *composer) convert(l lang.Tag, src string) []document.Span {
	const short = 1 << 10 // bytes, of which any cost little
	if len(src) > short && !c.affords(src) {
		return nil
	}
	spans := c.converter(l).Spans(src)
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
func (c *composer) converter(l lang.Tag) markdown.Converter {
	if conv, ok := c.converters[l]; ok {
		return conv
	}
	conv := markdown.Converter{
		Lang: l,
		Place: func(at markdown.Place, kind, name string) []document.Block {
			defer c.standing(at, kind+":"+name)()
			return c.place(kind, name)
		},
		Cite: func(at markdown.Place, key string) (string, string, bool) {
			defer c.standing(at, "@"+key)()
			return c.cite(key, l)
		},
		Heading: c.uniqueID,
		Class: func(at markdown.Place, name string, h *document.Heading) {
			defer c.standing(at, "")()
			c.headingClass(name, h, l)
		},
		Target: func(at markdown.Place, link string) {
			if _, known := c.linked[link]; !known {
				c.linked[link] = at
			}
		},
		Footnote: func() (string, string, func([]document.Span)) { return c.footnote(l) },
		Problem: func(at markdown.Place, part, code, message, hint string) {
			defer c.standing(at, part)()
			c.problem(code, message, hint)
		},
	}
	if c.converters == nil {
		c.converters = map[lang.Tag]markdown.Converter{}
	}
	c.converters[l] = conv
	return conv
}

// footnote adds a footnote to the document, whose text comes when it is known.
func (c *composer) footnote(l lang.Tag) (number, id string, fill func([]document.Span)) {
	number = strconv.Itoa(len(c.footnotes) + 1)
	id = document.FootnotePrefix + number
	c.ids[id] = true
	n := &document.Footnote{ID: id, Number: number, Lang: l}
	c.footnotes = append(c.footnotes, n)
	return number, id, func(text []document.Span) { n.Text = text }
}

func (c *composer) uniqueID(id string) string {
	if !strings.Contains(id, ":") {
		id = "section:" + id
	}
	for try := id; ; {
		if !c.ids[try] {
			c.ids[try] = true
			return try
		}
		c.again[id]++
		try = id + "-" + strconv.Itoa(c.again[id]+1)
	}
}

// standing sets the place that problems are reported at until the result is
// called: that of a mark, or of the text of the study that holds the part which
// the problem is about.
func (c *composer) standing(at markdown.Place, part string) (leave func()) {
	before := c.at
	c.at = c.pos(at, part)
	return func() { c.at = before }
}

// pos is a place in a file, the study's own where nothing better is known.
func (c *composer) pos(at markdown.Place, part string) diag.Pos {
	if pos, ok := c.sources.Pos(at); ok {
		return pos
	}
	if pos, ok := c.sources.Noted(part); ok && part != "" {
		return pos
	}
	return diag.Pos{File: c.st.File}
}

// problem reports what is wrong with the Markdown that is converted now, once.
func (c *composer) problem(code, message, hint string) {
	pos := c.at
	if pos.File == "" {
		pos.File = c.st.File
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
			return citation.Label(r.Text.In(l), l), "#" + citation.Prefix + key, true
		}
		keys = append(keys, r.Key)
	}
	if r, ok := citation.Work(key); ok {
		return citation.Label(r.Text.In(l), l), "#" + citation.Prefix + key, true
	}
	hint := "add it under  references:  in the study file"
	if s := diag.Suggest(key, keys); s != "" {
		hint = "did you mean @" + s + "?"
	}
	c.problem("unknown-reference", "no reference has the key "+strconv.Quote(key), hint)
	return "", "", false
}

// caption makes the caption of a figure or table: its number comes from the
// order in the document, its words from a template block in each language.
func (c *composer) caption(word, block string, data func(*view.View) any) document.Caption {
	var cap document.Caption
	n := &c.nTables
	if word == "word.figure" {
		n = &c.nFigures
	}
	*n++
	label := func(l lang.Tag) string { return c.plain(c.wording[l].Get(word)) + "\u00a0" + strconv.Itoa(*n) }
	cap.Label, cap.Lang = label(c.body), c.body
	cap.Text = c.inline(c.body, c.wording[c.body].Line(block, data(c.views[c.body])))
	if c.second != "" {
		cap.SecondLabel, cap.SecondLang = label(c.second), c.second
		cap.Second = c.inline(c.second, c.wording[c.second].Line(block, data(c.views[c.second])))
	}
	return cap
}
