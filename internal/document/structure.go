package document

import (
	"strings"

	"wogreport/internal/lang"
)

// Tag is what an element of the structure is, by the names of ISO 32000-1, 14.8.4.
type Tag string

// The tags. A heading's is HeadingTag.
const (
	TagDocument   Tag = "Document"
	TagSect       Tag = "Sect"
	TagP          Tag = "P"
	TagSpan       Tag = "Span"
	TagL          Tag = "L"
	TagLI         Tag = "LI"
	TagLbl        Tag = "Lbl"
	TagLBody      Tag = "LBody"
	TagTable      Tag = "Table"
	TagTHead      Tag = "THead"
	TagTBody      Tag = "TBody"
	TagTR         Tag = "TR"
	TagTH         Tag = "TH"
	TagTD         Tag = "TD"
	TagFigure     Tag = "Figure"
	TagFormula    Tag = "Formula"
	TagCaption    Tag = "Caption"
	TagLink       Tag = "Link"
	TagNote       Tag = "Note"
	TagReference  Tag = "Reference"
	TagTOC        Tag = "TOC"
	TagTOCI       Tag = "TOCI"
	TagBlockQuote Tag = "BlockQuote"
	TagCode       Tag = "Code"
)

// HeadingTag is that of a heading of a level, from 1.
func HeadingTag(level int) Tag { return Tag("H" + string(rune('0'+level))) }

// Element is a piece of the document's logical structure, as a reader who does not
// see the page is told it. What it shows itself comes before its children. Pieces
// of a text that are in another language, lead somewhere, are code or a formula are
// no elements here: spans say so.
type Element struct {
	Tag      Tag
	Lang     lang.Tag // "" for that around it
	Alt      string   // of a Figure
	ID       string   // of a Note, and of a TH that cells name
	Shows    bool     // it shows From
	From     Source
	Cell     *CellRole // of a TH or TD, nil for a TD that says nothing
	Ordered  bool      // of an L: its labels are numbers
	Children []*Element
}

// CellRole is how a cell of a table belongs to others.
type CellRole struct {
	Scope            string // "Row" or "Column", of a TH
	RowSpan, ColSpan int
	Headers          []string // the IDs of its heads, where rows and columns don't tell
}

// structurer makes the structure of a document.
type structurer struct {
	doc    *Document
	notes  map[string]*Footnote // by the links that lead to them, without those that have their place
	open   []*Element           // the document, and the sections that are open, by their level
	tables int
}

// Structure is the document's logical structure, in reading order: sections nest as
// headings do, without gaps; a footnote follows the block that refers to it first.
func (d *Document) Structure() *Element {
	root := &Element{Tag: TagDocument, Lang: d.Language}
	s := &structurer{doc: d, notes: map[string]*Footnote{}, open: []*Element{root}}
	for _, n := range d.Footnotes {
		s.notes["#"+n.ID] = n
	}
	root.Children = s.masthead()
	for _, b := range d.Blocks {
		if h, ok := b.(*Heading); ok {
			s.section(h)
			continue
		}
		at := s.open[len(s.open)-1]
		at.Children = append(at.Children, s.block(b)...)
	}
	return root
}

func leaf(tag Tag, from Source) *Element { return &Element{Tag: tag, Shows: true, From: from} }

func inLang(e *Element, l lang.Tag) *Element {
	e.Lang = l
	return e
}

// section opens the heading's section in the one it belongs to.
func (s *structurer) section(h *Heading) {
	level := min(max(h.Level, 1), len(s.open))
	s.open = s.open[:level]
	sect := &Element{Tag: TagSect, Children: []*Element{inLang(leaf(HeadingTag(level), Source{Block: h}), h.Lang)}}
	sect.Children = s.withNotes(sect.Children, h.Text)
	s.open[level-1].Children = append(s.open[level-1].Children, sect)
	s.open = append(s.open, sect)
}

// masthead are the journal's lines over the first page.
func (s *structurer) masthead() []*Element {
	m := &s.doc.Masthead
	out := picture(m.Logo, Source{Part: PartLogo})
	for i, line := range [...]string{m.Name, m.Line, m.ISSN} {
		if line != "" {
			out = append(out, leaf(TagP, Source{Part: PartLine, Index: i}))
		}
	}
	return out
}

// picture is a picture that says what it shows; one that doesn't is decoration.
func picture(p *Picture, from Source) []*Element {
	if p == nil || strings.TrimSpace(p.Alt) == "" {
		return nil
	}
	e := leaf(TagFigure, from)
	e.Alt = p.Alt
	return []*Element{e}
}

// withNotes adds the footnotes that texts refer to first, and those that they refer to.
func (s *structurer) withNotes(out []*Element, texts ...[]Span) []*Element {
	if len(s.notes) == 0 {
		return out
	}
	for _, spans := range texts {
		for i := range spans {
			n, ok := s.notes[spans[i].Link]
			if !ok {
				continue
			}
			delete(s.notes, spans[i].Link)
			e := inLang(leaf(TagNote, Source{Block: n}), n.Lang)
			e.ID = n.ID
			out = s.withNotes(append(out, e), n.Text)
		}
	}
	return out
}

func (s *structurer) blocks(blocks []Block) []*Element {
	var out []*Element
	for _, b := range blocks {
		out = append(out, s.block(b)...)
	}
	return out
}

func (s *structurer) block(b Block) []*Element {
	switch b := b.(type) {
	case *Heading: // within a list or a quotation, where no section can begin
		return s.withNotes([]*Element{inLang(leaf(TagP, Source{Block: b}), b.Lang)}, b.Text)
	case *Paragraph:
		e := inLang(leaf(TagP, Source{Block: b}), b.Lang)
		if b.Role == Statement {
			e = &Element{Tag: TagBlockQuote, Children: []*Element{e}}
		}
		return s.withNotes([]*Element{e}, b.Text)
	case *List:
		return []*Element{s.list(b)}
	case *Quote:
		return []*Element{{Tag: TagBlockQuote, Children: s.blocks(b.Blocks)}}
	case *Table:
		return s.table(b)
	case *Figure:
		return s.figure(b)
	case *TitleBlock:
		out := texts(b, PartTitle, b.Titles)
		for i := range b.AuthorLines() {
			out = append(out, leaf(TagP, Source{Block: b, Part: PartAuthors, Index: i}))
		}
		out = append(out, texts(b, PartNotice, b.Notice)...)
		for _, t := range append(b.Titles[:len(b.Titles):len(b.Titles)], b.Notice...) {
			out = s.withNotes(out, t.Text)
		}
		return out
	case *Abstract:
		e := &Element{Tag: TagSect, Lang: b.Lang}
		if b.Heading != "" {
			e.Children = []*Element{leaf(HeadingTag(1), Source{Block: b, Part: PartHeading})}
		}
		e.Children = append(e.Children, s.blocks(b.Blocks)...)
		if len(b.Keywords) > 0 {
			e.Children = append(e.Children, leaf(TagP, Source{Block: b, Part: PartKeywords}))
		}
		return []*Element{e}
	case *Cover:
		return []*Element{cover(b)}
	case *Letterhead:
		out := picture(b.Logo, Source{Block: b, Part: PartLogo})
		for i := range 4 {
			out = append(out, leaf(TagP, Source{Block: b, Part: PartLine, Index: i}))
		}
		return out
	case *Signatures:
		out := []*Element{leaf(TagP, Source{Block: b, Part: PartDate})}
		for i := range b.Items {
			for cell := range 4 {
				out = append(out, leaf(TagP, Source{Block: b, Part: PartSignature, Index: i, Cell: cell}))
			}
		}
		return out
	case *Contents:
		return []*Element{s.contents(b)}
	}
	return nil
}

// texts are paragraphs in their languages.
func texts(b Block, part Part, of []LangText) []*Element {
	var out []*Element
	for i, t := range of {
		out = append(out, inLang(leaf(TagP, Source{Block: b, Part: part, Index: i}), t.Lang))
	}
	return out
}

// cover is the first page, in the order of the page.
func cover(b *Cover) *Element {
	e := &Element{Tag: TagSect}
	line := Source{Block: b, Part: PartLine}
	lines := func(n int) {
		for range n {
			e.Children = append(e.Children, leaf(TagP, line))
			line.Index++
		}
	}
	lines(len(b.Above))
	e.Children = append(e.Children, texts(b, PartTitle, b.Titles)...)
	lines(len(b.Below))
	e.Children = append(e.Children, picture(b.Logo, Source{Block: b, Part: PartLogo})...)
	e.Children = append(e.Children, texts(b, PartNotice, b.Notice)...)
	lines(len(b.Foot))
	return e
}

func (s *structurer) list(b *List) *Element {
	e := &Element{Tag: TagL, Ordered: b.Ordered}
	for i, item := range b.Items {
		label := leaf(TagLbl, Source{Block: b, Part: PartItemLabel, Index: i})
		body := &Element{Tag: TagLBody, Children: s.blocks(item)}
		e.Children = append(e.Children, &Element{Tag: TagLI, Children: []*Element{label, body}})
	}
	return e
}

// figure is the drawing, its caption and its note one after the other: a caption
// within a Figure is passed over by readers who are told its Alt.
func (s *structurer) figure(b *Figure) []*Element {
	e := leaf(TagFigure, Source{Block: b})
	if e.Alt = b.Alt; strings.TrimSpace(e.Alt) == "" {
		e.Alt = Plain(b.Caption.Text)
	}
	var out []*Element
	if strings.TrimSpace(e.Alt) != "" { // else nothing can be told of it
		out = append(out, e)
	}
	if b.Caption.Label != "" || len(b.Caption.Text) > 0 {
		out = append(out, caption(b, &b.Caption))
	}
	if len(b.Note) > 0 {
		out = append(out, leaf(TagP, Source{Block: b, Part: PartNote}))
	}
	return s.withNotes(out, b.Caption.Text, b.Caption.Second, b.Note)
}

func caption(b Block, c *Caption) *Element {
	e := inLang(leaf(TagCaption, Source{Block: b, Part: PartCaption}), c.Lang)
	if c.SecondLabel != "" || len(c.Second) > 0 {
		e.Children = []*Element{inLang(leaf(TagSpan, Source{Block: b, Part: PartCaption, Index: 1}), c.SecondLang)}
	}
	return e
}

// contents are the entries, those of the second level in those before them.
func (s *structurer) contents(b *Contents) *Element {
	e := &Element{Tag: TagTOC}
	var inner *Element
	for i, entry := range s.doc.Entries(b.Of) {
		item := leaf(TagTOCI, Source{Block: b, Part: PartEntry, Index: i})
		if entry.Level != 2 || len(e.Children) == 0 {
			e.Children, inner = append(e.Children, item), nil
			continue
		}
		if inner == nil {
			inner = &Element{Tag: TagTOC}
			last := e.Children[len(e.Children)-1]
			last.Children = append(last.Children, inner)
		}
		inner.Children = append(inner.Children, item)
	}
	return e
}
