package docx

import (
	"slices"
	"strings"

	"wogreport/internal/diag"
	"wogreport/internal/docx/reference"
	"wogreport/internal/pdf/layout"
	"wogreport/internal/pdf/typeset"
)

// Reference is a Word template whose looks a document takes on: its styles stand for
// ours.
type Reference struct {
	*reference.Template
	name  string
	at    diag.Pos
	match map[string]*reference.Style // by our ids
}

// known is a style of ours that a template may have: by Word's name or those of other
// programs. Key is what study.yaml calls it, "" for none.
type known struct {
	key, id string
	kind    string
	names   []string
}

const (
	ofParagraphs  = "paragraph"
	ofTables      = "table"
	ofCharacters  = "character"
	defaultFont   = "DefaultParagraphFont"
	defaultTable  = "TableNormal"
	bodyKey       = "body"
	bodyIndentKey = "body_indent"
)

// StyleKeys are the names of styles under docx.styles in study.yaml.
func StyleKeys() []string {
	var out []string
	for _, k := range knownStyles {
		if k.key != "" {
			out = append(out, k.key)
		}
	}
	return out
}

var knownStyles = []known{
	{"title", styleTitle, ofParagraphs, []string{"Title"}},
	{"subtitle", styleSubtitle, ofParagraphs, []string{"Subtitle"}},
	{"author", styleAuthor, ofParagraphs, []string{"Author"}},
	{"affiliation", styleAffiliation, ofParagraphs, []string{"Affiliation"}},
	{"abstract_heading", styleAbstractTop, ofParagraphs, []string{"Abstract Heading", "Abstract Title"}},
	{"abstract", styleAbstract, ofParagraphs, []string{"Abstract"}},
	{"keywords", styleKeywords, ofParagraphs, []string{"Keywords"}},
	{"heading1", styleHeading(1), ofParagraphs, []string{"heading 1"}},
	{"heading2", styleHeading(2), ofParagraphs, []string{"heading 2"}},
	{"heading3", styleHeading(3), ofParagraphs, []string{"heading 3"}},
	{bodyKey, styleBody, ofParagraphs, []string{"Body Text"}},
	{bodyIndentKey, styleIndented, ofParagraphs, []string{"Body Text First Indent"}},
	{"quote", styleQuote, ofParagraphs, []string{"Quote", "Block Text"}},
	{"statement", styleStatement, ofParagraphs, []string{"Statement"}},
	{"bullets", styleList(false, 0), ofParagraphs, []string{"List Bullet"}},
	{"", styleList(false, 1), ofParagraphs, []string{"List Bullet 2"}},
	{"", styleList(false, 2), ofParagraphs, []string{"List Bullet 3"}},
	{"numbers", styleList(true, 0), ofParagraphs, []string{"List Number"}},
	{"", styleList(true, 1), ofParagraphs, []string{"List Number 2"}},
	{"", styleList(true, 2), ofParagraphs, []string{"List Number 3"}},
	{"", styleContinue, ofParagraphs, []string{"List Continue"}},
	{"caption", styleCaption, ofParagraphs, []string{"caption"}},
	{"caption_second", styleCapSecond, ofParagraphs, []string{"Caption Second"}},
	{"figure", styleFigure, ofParagraphs, []string{"Figure"}},
	{"table", styleTable, ofTables, []string{"Report Table", "Table"}},
	{"table_text", styleTableText, ofParagraphs, []string{"Table Text"}},
	{"table_heading", styleTableHead, ofParagraphs, []string{"Table Heading"}},
	{"table_note", styleNoteText, ofParagraphs, []string{"Table Note"}},
	{"footnote", styleFootnote, ofParagraphs, []string{"footnote text"}},
	{"bibliography", styleReference, ofParagraphs, []string{"Bibliography"}},
	{"contents1", styleContents(1), ofParagraphs, []string{"toc 1"}},
	{"contents2", styleContents(2), ofParagraphs, []string{"toc 2"}},
	{"contents_captions", styleEntries, ofParagraphs, []string{"table of figures"}},
	{"", styleHeader, ofParagraphs, []string{"header"}},
	{"", styleFooter, ofParagraphs, []string{"footer"}},
	{"", styleNoteMark, ofCharacters, []string{"footnote reference"}},
	{"", styleLink, ofCharacters, []string{"Hyperlink"}},
	{"", styleCode, ofCharacters, []string{"HTML Code", "Verbatim Char"}},
}

// NewReference finds our styles in a template that was read: those that a study names by
// the keys of StyleKeys, then Word's own by their names, which Word writes in English
// whatever its language. At is the place of a key, name how messages call the template.
func NewReference(t *reference.Template, name string, named map[string]string, at func(key string) diag.Pos) (*Reference, diag.List) {
	var l diag.List
	r := &Reference{Template: t, name: name, at: at(""), match: map[string]*reference.Style{}}
	for _, k := range knownStyles {
		if asked := named[k.key]; k.key != "" && asked != "" {
			r.match[k.id] = r.asked(k, asked, at(k.key), &l)
			continue
		}
		for _, name := range k.names {
			if s := t.Styles.Named(name); s != nil && s.Type == k.kind {
				r.match[k.id] = s
				break
			}
		}
	}
	normal := t.Styles.DefaultOf(ofParagraphs)
	r.match[styleNormal], r.match[defaultFont], r.match[defaultTable] = normal, t.Styles.DefaultOf(ofCharacters), t.Styles.DefaultOf(ofTables)
	if r.match[styleBody] == nil { // most authors write in the template's default
		r.match[styleBody] = normal
	}
	if named[bodyIndentKey] == "" && (r.match[styleIndented] == nil || named[bodyKey] != "") {
		r.match[styleIndented] = r.match[styleBody]
	}
	for id, s := range r.match {
		if s == nil {
			delete(r.match, id)
		}
	}
	return r, l
}

// asked is the style that a study names, nil with an error where there is none.
func (r *Reference) asked(k known, name string, at diag.Pos, l *diag.List) *reference.Style {
	s := r.Styles.Named(name)
	if s == nil {
		l.Errorf(at, "unknown-style", "the template %s has no style %q", r.name, name)
		var names []string
		for _, s := range r.Styles.List {
			if s.Type == k.kind {
				names = append(names, s.Name)
			}
		}
		if near := diag.Suggest(name, names); near != "" {
			l.Hintf("did you mean %q?", near)
		} else {
			l.Hintf("its styles of %ss are %s", k.kind, listed(r.likely(k.kind)))
		}
		return nil
	}
	if s.Type != k.kind {
		l.Errorf(at, "wrong-style", "the style %q of the template %s is one of %ss, and %s needs one of %ss", s.Name, r.name, s.Type, k.key, k.kind)
		l.Hintf("its styles of %ss are %s", k.kind, listed(r.likely(k.kind)))
		return nil
	}
	return s
}

// likely are the names of the styles of a kind that somebody may mean: those that the
// template's own text uses, then those that are not Word's, then the others.
func (r *Reference) likely(kind string) []string {
	var out []string
	add := func(s *reference.Style) {
		if s != nil && s.Type == kind && !slices.Contains(out, s.Name) {
			out = append(out, s.Name)
		}
	}
	for _, id := range r.Used {
		add(r.Styles.With(id))
	}
	for _, s := range r.Styles.List {
		if s.Node.Value("customStyle") == "1" {
			add(s)
		}
	}
	for _, s := range r.Styles.List {
		add(s)
	}
	return out
}

// listed is a list of names, of many the first.
func listed(names []string) string {
	const most = 12
	if len(names) == 0 {
		return "none"
	}
	rest := ""
	if len(names) > most {
		names, rest = names[:most], ", …"
	}
	return strings.Join(names, ", ") + rest
}

// Layout is the page of the document, and the letters that tables are measured with: the
// template's come before those of Options.
func (o Options) Layout() layout.Options {
	out, r := o.Options, o.Reference
	if r == nil {
		return out
	}
	if p := &r.Page; p.Width > 0 {
		const mm = 72 / 25.4
		out.Width, out.Height, out.Columns, out.Gutter = p.Width, p.Height, p.Columns, p.Gutter
		out.Margins = layout.Margins{Top: p.Top / mm, Right: p.Right / mm, Bottom: p.Bottom / mm, Left: p.Left / mm}
	}
	body := r.match[styleBody]
	out.FontSize = r.Styles.Size(body)
	out.Fonts = typeset.Sans // wider than Times, as most typefaces are
	if narrow(r.font(body)) {
		out.Fonts = typeset.Serif
	}
	return out
}

// font is the typeface of a style.
func (r *Reference) font(s *reference.Style) string {
	name, theme := r.Styles.Font(s)
	if theme == "" || r.Theme == nil {
		return name
	}
	kind := "minorFont"
	if strings.HasPrefix(theme, "major") {
		kind = "majorFont"
	}
	return r.Theme.First("themeElements").First("fontScheme").First(kind).First("latin").Value("typeface")
}

// narrow reports whether a typeface is no wider than Times, by its name: what is not known
// may be wider. Without a name it is Times.
func narrow(name string) bool {
	name = strings.ToLower(name)
	return name == "" || slices.ContainsFunc([]string{"times", "liberation serif", "tinos", "garamond", "minion", "narrow"}, func(s string) bool { return strings.Contains(name, s) })
}

// noWider reports whether the typeface of running text is no wider than the letters that tables are
// measured with, see Layout.
func (r *Reference) noWider() bool {
	name := r.font(r.match[styleBody])
	return narrow(name) || slices.Contains([]string{
		"arial", "arimo", "helvetica", "liberation sans", "calibri", "calibri light", "carlito", "cambria", "caladea",
	}, strings.ToLower(name))
}

// styleNames are the styles that a file uses, and what it calls them.
type styleNames struct {
	ref  *Reference // nil: as we call them
	used map[string]bool
	own  map[string]string // of ours that have another id beside a template's
}

// id is the id of a style of ours in the file.
func (n *styleNames) id(ours string) string {
	if n == nil || n.ref == nil {
		return ours
	}
	n.used[ours] = true
	if s := n.ref.match[ours]; s != nil {
		return s.ID
	}
	if id, ok := n.own[ours]; ok {
		return id
	}
	id := ours
	for n.ref.Styles.With(id) != nil {
		id = "Report" + id
	}
	n.own[ours] = id
	return id
}

// template is the template's style that stands for one of ours, nil for none.
func (n *styleNames) template(ours string) *reference.Style {
	if n == nil || n.ref == nil {
		return nil
	}
	return n.ref.match[ours]
}

// has reports whether the file has a style of ours, as itself or as a template's.
func (n *styleNames) has(ours string) bool {
	return n.ref == nil || n.ref.match[ours] != nil || n.used[ours]
}

// adds reports whether a style of ours is to be written: beside a template's those that
// are used and that it lacks.
func (n *styleNames) adds(ours string) bool {
	return n.ref == nil || n.ref.match[ours] == nil && (n.used[ours] || ours == styleNormal || ours == defaultFont || ours == defaultTable)
}

// followsBody are the styles of running text: beside a template's they have its letters
// and distances.
var followsBody = map[string]bool{
	styleStatement: true, styleQuote: true, styleReference: true, styleAbstract: true, styleKeywords: true, styleContinue: true,
	styleList(false, 0): true, styleList(false, 1): true, styleList(false, 2): true, styleList(true, 0): true, styleList(true, 1): true, styleList(true, 2): true,
}

// free is a name that no style of the template has.
func (n *styleNames) free(name string) string {
	if n.ref == nil {
		return name
	}
	for slices.ContainsFunc(n.ref.Styles.List, func(s *reference.Style) bool { return strings.EqualFold(s.Name, name) }) {
		name += " (report)"
	}
	return name
}

// missing tells which styles of study.yaml's keys the file uses and the template lacks.
func (n *styleNames) missing() (l diag.List) {
	if n.ref == nil {
		return nil
	}
	var keys []string
	for _, k := range knownStyles {
		if k.key != "" && n.used[k.id] && n.ref.match[k.id] == nil {
			keys = append(keys, k.key+" ("+k.names[0]+")")
		}
	}
	if len(keys) == 0 {
		return nil
	}
	l.Warnf(n.ref.at, "missing-style", "the template %s has no style for %s; the program's own were added to its styles", n.ref.name, strings.Join(keys, ", "))
	var unused []string
	for _, name := range n.ref.likely(ofParagraphs) {
		taken := false
		for _, s := range n.ref.match {
			taken = taken || s.Name == name
		}
		if !taken {
			unused = append(unused, name)
		}
	}
	key, _, _ := strings.Cut(keys[0], " ")
	others := ""
	if len(unused) > 0 {
		others = ";  its other styles are " + listed(unused)
	}
	l.Hintf("name the template's own for them, such as  docx: {styles: {%s: …}}%s", key, others)
	return l
}
