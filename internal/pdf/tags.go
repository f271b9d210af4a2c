package pdf

import (
	"strconv"

	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/pdf/fonts"
	"wogreport/internal/pdf/layout"
	"wogreport/internal/pdf/typeset"
)

// tagger marks what is drawn as the content of the document's structure, or as an
// artifact (ISO 32000-1, 14.7 and 14.8). A nil one marks nothing.
type tagger struct {
	pen     *pen
	root    *node
	nodes   map[document.Source]*node
	texts   []placed            // the texts of the pages, in the order in which they are drawn
	next    int                 // of texts
	open    *node               // whose content is being drawn
	marked  bool                // a sequence is open: of open, or of an artifact
	parents [][]*node           // by page, the nodes of its sequences
	told    func(*node, string) // hears what is drawn of a node, for tests
}

// node is an element of the structure with what was drawn of it.
type node struct {
	*document.Element
	lang     lang.Tag // with what is around it
	parent   *node
	children []*node
	kids     []kid // drawn, before the children
	box      *rectangleOf
	key      inlineKey // of a piece of a text
	number   int       // of the object
}

// kid is a piece of content: a sequence of a page, the area of a link, or a piece
// of a text with its own element.
type kid struct {
	node  *node
	page  int // from 0
	mcid  int
	annot int // its index plus one
}

// rectangleOf is a place on a page, y up.
type rectangleOf struct{ left, bottom, right, top float64 }

// placed is what a text on a page belongs to: nil for an artifact. With space,
// more of the same text follows, from which a space parts it.
type placed struct {
	node  *node
	space bool
}

// inlineKey is what makes a piece of a text an element of its own.
type inlineKey struct {
	lang  lang.Tag
	link  string
	alt   string // of a formula
	code  bool
	label bool
}

// annotation is the area of a link.
type annotation struct {
	page     int // from 0
	at       rectangleOf
	action   string // where it leads, as entries of its dictionary
	contents string // the same in words
	piece    *node  // of the text that leads, nil for none
}

func newTagger(doc *document.Document, l *layout.Layout, p *pen) *tagger {
	t := &tagger{pen: p, nodes: map[document.Source]*node{}, parents: make([][]*node, 0, len(l.Pages))}
	t.root = t.node(doc.Structure(), nil, doc.Language)
	texts := 0
	for i := range l.Pages {
		for _, it := range l.Pages[i].Items {
			texts += len(it.Box.Texts)
		}
	}
	t.texts = make([]placed, 0, texts)
	last := make(map[*node]int, len(t.nodes)) // the text of a node that came last, plus one
	lines := make([]*typeset.Line, 0, texts)
	for i := range l.Pages {
		for _, it := range l.Pages[i].Items {
			for k := range it.Box.Texts {
				tx := &it.Box.Texts[k]
				n := t.nodes[tx.Source]
				t.texts = append(t.texts, placed{node: n})
				lines = append(lines, tx.Line)
				if n == nil || len(tx.Line.Runs) == 0 {
					continue
				}
				if n.parent.Shows { // the second language of a caption
					n = n.parent
				}
				if before := last[n]; before > 0 {
					t.texts[before-1].space = !lines[before-1].Within
				}
				last[n] = len(t.texts)
			}
		}
	}
	return t
}

func (t *tagger) node(e *document.Element, parent *node, l lang.Tag) *node {
	if e.Lang != "" {
		l = e.Lang
	}
	n := &node{Element: e, lang: l, parent: parent}
	if e.Shows {
		t.nodes[e.From] = n
	}
	if len(e.Children) > 0 {
		n.children = make([]*node, len(e.Children))
	}
	for i, c := range e.Children {
		n.children[i] = t.node(c, n, l)
	}
	return n
}

// page begins a page.
func (t *tagger) page() {
	if t != nil {
		t.parents = append(t.parents, nil)
	}
}

// take is what the next text belongs to.
func (t *tagger) take() placed {
	if t == nil {
		return placed{}
	}
	t.next++
	return t.texts[t.next-1]
}

// end closes the sequence that is open.
func (t *tagger) end() {
	if t != nil && t.marked {
		t.pen.op("EMC")
		t.open, t.marked = nil, false
	}
}

// artifact opens a sequence of what is no content.
func (t *tagger) artifact() {
	if t == nil || t.marked && t.open == nil {
		return
	}
	t.end()
	t.pen.op("/Artifact BMC")
	t.marked = true
}

// content opens a sequence of a node's content, if none is open.
func (t *tagger) content(n *node) {
	if t == nil || t.open == n && n != nil {
		return
	}
	if n == nil {
		t.artifact()
		return
	}
	t.end()
	page := len(t.parents) - 1
	mcid := len(t.parents[page])
	t.parents[page] = append(t.parents[page], n)
	n.kids = append(n.kids, kid{page: page, mcid: mcid})
	t.open, t.marked = n, true
	t.pen.buf = append(append(t.pen.buf, '/'), n.Tag...)
	t.pen.buf = append(t.pen.buf, " <</MCID "...)
	t.pen.buf = strconv.AppendInt(t.pen.buf, int64(mcid), 10)
	t.pen.buf = append(t.pen.buf, ">>BDC\n"...)
}

// run opens a sequence of a run of a text of n. A run that leads somewhere, is in
// another language or code has an element of its own; runs of the same have one.
func (t *tagger) run(n *node, r *typeset.Run, link string, space bool) *node {
	if t == nil || n == nil {
		t.content(n)
		return nil
	}
	key := inlineKey{link: link, alt: r.Alt, code: r.Font.Face == fonts.MonoRegular}
	if r.Lang != n.lang {
		key.lang = r.Lang
	}
	if n.Tag == document.TagNote && len(n.kids) == 0 {
		key = inlineKey{label: true} // its number comes first
	}
	if key != (inlineKey{}) {
		n = n.inline(key)
	}
	t.content(n)
	if t.told != nil {
		t.told(n, told(r, space))
	}
	return n
}

// told is what a reader is told of a run.
func told(r *typeset.Run, space bool) string {
	s := r.Actual
	if s == "" {
		s = r.String()
	}
	if space {
		s += " "
	}
	return s
}

// inline is the element of a piece of n's text, the last one if it has the key.
func (n *node) inline(key inlineKey) *node {
	if k := len(n.kids) - 1; k >= 0 && n.kids[k].node != nil {
		last := n.kids[k].node
		if last.Tag == document.TagReference {
			last = last.kids[0].node
		}
		if last.key == key {
			return last
		}
	}
	e := &document.Element{Tag: document.TagSpan, Lang: key.lang, Alt: key.alt}
	switch {
	case key.label:
		e.Tag = document.TagLbl
	case key.link != "":
		e.Tag = document.TagLink
	case key.alt != "":
		e.Tag = document.TagFormula
	case key.code:
		e.Tag = document.TagCode
	}
	at := n
	if key.link != "" && key.link[0] == '#' {
		at = &node{Element: &document.Element{Tag: document.TagReference}, parent: n}
		n.kids = append(n.kids, kid{node: at})
	}
	piece := &node{Element: e, parent: at, key: key}
	at.kids = append(at.kids, kid{node: piece})
	return piece
}

// drawing opens a sequence of a figure, whose place on the page is known then.
func (t *tagger) drawing(d *layout.Drawing, at rectangleOf) {
	if t == nil {
		return
	}
	n := t.nodes[d.Source]
	t.content(n)
	if n != nil {
		n.box = &at
	}
}
