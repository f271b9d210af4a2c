// Package reference reads a journal's or an agency's Word document as a template: its
// styles, its theme, its page, its headers and footers. Read is the one way in. What it
// takes is named (allow.go, fields.go); all else, such as macros, comments, links to
// other files and what the template says of its authors, never leaves it.
package reference

import (
	"bytes"
	"errors"
	"maps"
	"path"
	"slices"
	"strings"

	"wogreport/internal/diag"
	"wogreport/internal/limits"
	"wogreport/internal/picture"
)

// Template is what is taken of one.
type Template struct {
	Styles   Styles
	Page     Page
	Lists    Lists
	Theme    *Node // nil for none
	Fonts    *Node
	Settings map[string]*Node // by their names
	Pictures map[string]*Picture
	Used     []string // the ids of the styles of its own text, in its order
}

// Picture is one of a header or footer.
type Picture struct {
	Ext, Type string
	Data      []byte
}

// Options say how a template is read.
type Options struct {
	Name   string   // as messages name it
	At     diag.Pos // the place that names it
	Limits limits.Limits
}

// Read reads a Word document or template. The template is nil where the list has an
// error; its warnings say what somebody would miss of what is not taken.
func Read(data []byte, opt Options) (*Template, diag.List) {
	var l diag.List
	r := &reader{t: &Template{Pictures: map[string]*Picture{}, Settings: map[string]*Node{}}, dropped: map[string][]string{}}
	if err := r.read(data, opt.Limits); err != nil {
		var f *fault
		if !errors.As(err, &f) {
			f = &fault{"bad-template", "cannot be read: " + err.Error(), saveAgain}
		}
		l.Errorf(opt.At, f.code, "the template %s %s", opt.Name, f.sentence)
		l.Hintf("%s", f.hint)
		return nil, l
	}
	for _, where := range slices.Sorted(maps.Keys(r.dropped)) {
		l.Warnf(opt.At, "template-part-left", "of the template %s %s is left out: %s", opt.Name, where, strings.Join(r.dropped[where], "; "))
		if where != "the file" {
			l.Hintf("replace it in the template by text or an embedded picture, if the report is to have it")
		}
	}
	return r.t, l
}

// reader reads the parts of one template.
type reader struct {
	pack    *pack
	t       *Template
	dropped map[string][]string // what, by where
}

// What a template is, by the type of its main part.
var (
	documents = set(`application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml
		application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml`)
	macros = set(`application/vnd.ms-word.document.macroEnabled.main+xml application/vnd.ms-word.template.macroEnabledTemplate.main+xml`)
)

func (r *reader) read(data []byte, l limits.Limits) (err error) {
	if r.pack, err = openPack(data, l); err != nil {
		return err
	}
	root, err := r.pack.relations("")
	if err != nil {
		return err
	}
	main := one(root, "officeDocument")
	if main == "" || r.pack.files[strings.ToLower(main)] == nil {
		return notWord("is no Word document: it has no text")
	}
	kind, err := r.pack.contentType(main)
	switch {
	case err != nil:
		return err
	case macros[kind]:
		r.dropped["the file"] = append(r.dropped["the file"], "its macros")
	case !documents[kind]:
		return notWord("is no Word document: %s", otherKind(kind))
	}
	related, err := r.pack.relations(main)
	if err != nil {
		return err
	}
	if err := r.looks(related); err != nil {
		return err
	}
	sections, used, err := r.pack.sections(main)
	if err != nil {
		return err
	}
	r.t.Used = used
	for i := range sections {
		n := sections[i].node
		c := &cleaner{}
		sections[i].node = c.clean(n)
		keepReferences(n, sections[i].node)
	}
	known := map[string]*Running{}
	r.t.Page, err = page(sections, func(id string) (*Running, error) {
		rel := related[id]
		if rel.out || rel.kind != "header" && rel.kind != "footer" {
			return nil, nil
		}
		if known[rel.target] == nil {
			run, err := r.running(rel.target)
			if err != nil {
				return nil, err
			}
			known[rel.target] = run
		}
		return known[rel.target], nil
	})
	return err
}

// keepReferences gives the references of a section their ids, which are followed and
// not copied.
func keepReferences(from, to *Node) {
	var ids []string
	for _, c := range from.Children {
		if c.Is("headerReference") || c.Is("footerReference") {
			id := ""
			for _, a := range c.Attr {
				if a.Prefix == "r" && a.Name == "id" {
					id = a.Value
				}
			}
			ids = append(ids, id)
		}
	}
	for _, c := range to.Children {
		if c.Is("headerReference") || c.Is("footerReference") {
			c.Attr = append(c.Attr, Attr{"r", "id", ids[0]})
			ids = ids[1:]
		}
	}
}

// otherKind says what a file is by the type of its main part.
func otherKind(kind string) string {
	switch {
	case strings.Contains(kind, "spreadsheet"), strings.Contains(kind, "excel"):
		return "it is a workbook of Excel"
	case strings.Contains(kind, "presentation"), strings.Contains(kind, "powerpoint"):
		return "it is a presentation"
	}
	return "its text is of a kind that is not known"
}

// one is the part of a kind that is related, "" for none.
func one(related map[string]relation, kind string) string {
	for _, id := range slices.Sorted(maps.Keys(related)) {
		if r := related[id]; r.kind == kind && !r.out {
			return r.target
		}
	}
	return ""
}

// looks reads the parts that all text follows: styles, lists, theme, fonts, settings.
func (r *reader) looks(related map[string]relation) error {
	styles, err := r.pack.tree(one(related, "styles"))
	if err != nil {
		return err
	}
	if !styles.Is("styles") {
		return notWord("has no styles")
	}
	c := &cleaner{}
	r.t.Styles = c.styles(styles)
	numbering, err := r.pack.tree(one(related, "numbering"))
	if err != nil {
		return err
	}
	r.t.Lists = c.lists(numbering, &r.t.Styles)
	theme, err := r.pack.tree(one(related, "theme"))
	if err != nil {
		return err
	}
	if theme != nil && theme.Prefix == "a" && theme.Name == "theme" {
		r.t.Theme = c.clean(unpictured(theme))
	}
	fonts, err := r.pack.tree(one(related, "fontTable"))
	if err != nil {
		return err
	}
	if fonts.Is("fonts") {
		r.t.Fonts = c.clean(fonts)
		for _, f := range fonts.Children {
			for _, kind := range []string{"embedRegular", "embedBold", "embedItalic", "embedBoldItalic"} {
				if f.First(kind) != nil {
					c.drop("its embedded typefaces")
				}
			}
		}
	}
	settings, err := r.pack.tree(one(related, "settings"))
	if err != nil {
		return err
	}
	if settings.Is("settings") {
		c.settings(settings, r.t.Settings)
	}
	if told := c.told(); len(told) > 0 {
		r.dropped["the file"] = append(r.dropped["the file"], told...)
	}
	return nil
}

// unpictured is a theme without pictures, which fill the backgrounds of shapes.
func unpictured(n *Node) *Node {
	if n.Prefix == "a" && n.Name == "blipFill" {
		return &Node{Prefix: "a", Name: "solidFill", Children: []*Node{{Prefix: "a", Name: "schemeClr", Attr: []Attr{{"", "val", "phClr"}}}}}
	}
	for i, c := range n.Children {
		n.Children[i] = unpictured(c)
	}
	return n
}

// running reads a header or footer.
func (r *reader) running(part string) (*Running, error) {
	root, err := r.pack.tree(part)
	if err != nil || !root.Is("hdr") && !root.Is("ftr") {
		return nil, err
	}
	relations, err := r.pack.relations(part)
	if err != nil {
		return nil, err
	}
	var failed error
	c := &cleaner{relations: relations, picture: func(name string) bool {
		ok, err := r.picture(name)
		if err != nil {
			failed = err
		}
		return ok
	}}
	c.findFields(root)
	out := whole(c.clean(root))
	if failed != nil {
		return nil, failed
	}
	if told := c.told(); len(told) > 0 {
		where := "a header"
		if root.Is("ftr") {
			where = "a footer"
		}
		for _, what := range told {
			if !slices.Contains(r.dropped[where], what) {
				r.dropped[where] = append(r.dropped[where], what)
			}
		}
	}
	return &Running{out}, nil
}

// kinds of pictures, by how their files begin.
var kinds = []struct{ begins, ext, kind string }{
	{"\x89PNG\r\n\x1a\n", "png", "image/png"}, {"\xFF\xD8\xFF", "jpeg", "image/jpeg"}, {"GIF8", "gif", "image/gif"}, {"BM", "bmp", "image/bmp"},
	{"II*\x00", "tiff", "image/tiff"}, {"MM\x00*", "tiff", "image/tiff"}, {"\x01\x00\x00\x00", "emf", "image/x-emf"}, {"\xD7\xCD\xC6\x9A", "wmf", "image/x-wmf"},
}

// picture takes a picture; false for one of a kind that is not known.
func (r *reader) picture(name string) (bool, error) {
	name = strings.ToLower(name)
	if r.t.Pictures[name] != nil {
		return true, nil
	}
	data, err := r.pack.bytes(name)
	if err != nil {
		return false, err
	}
	for _, k := range kinds {
		if bytes.HasPrefix(data, []byte(k.begins)) {
			if k.ext == "png" || k.ext == "jpeg" {
				bare, built := picture.Bare(data, k.ext)
				if !built {
					return false, nil
				}
				data = bare
			}
			r.t.Pictures[path.Clean(name)] = &Picture{k.ext, k.kind, data}
			return true, nil
		}
	}
	return false, nil
}
