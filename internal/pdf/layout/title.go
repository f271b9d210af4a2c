package layout

import (
	"strings"

	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/pdf/typeset"
)

// titleBlock is the article's title in each language, the authors and where
// they work, and what the reader must know first.
func (bs *blockSetter) titleBlock(t *document.TitleBlock, in bounds) []piece {
	s := &bs.styles
	var out []piece
	add := func(spans []document.Span, style typeset.Style, l lang.Tag, from document.Source, above float64) {
		if len(spans) == 0 {
			return
		}
		f := bs.text(spans, style, l, from, in)
		f[0].above = above
		for i := range f {
			f[i].keep = true
		}
		out = append(out, f...)
	}
	for i, title := range t.Titles {
		style, above := s.title, 0.4*s.line
		if i > 0 {
			style, above = s.secondTitle, 0.5*s.line
		}
		add(title.Text, style, or(title.Lang, bs.doc.Language), document.Source{Block: t, Part: document.PartTitle, Index: i}, above)
	}
	above := s.line
	for i, line := range t.AuthorLines() {
		style := s.affiliation
		if i == 0 {
			style = s.author
		}
		add(line, style, bs.doc.Language, document.Source{Block: t, Part: document.PartAuthors, Index: i}, above)
		above = 0
		if i == 0 {
			above = 0.15 * s.line
		}
	}
	if len(t.Notice) > 0 {
		var texts []notice
		for i, n := range t.Notice {
			texts = append(texts, notice{n.Text, or(n.Lang, bs.doc.Language), document.Source{Block: t, Part: document.PartNotice, Index: i}})
		}
		f := bs.notice(texts, "", in.inset(2*s.indent, 2*s.indent))
		f[0].above = 0.85 * s.line
		out = append(out, f...)
	}
	if len(out) > 0 {
		out[len(out)-1].below = 1.2 * s.line
		out[len(out)-1].keep = false
	}
	return out
}

// abstract is set smaller and indented, in italic where its language is not
// the body's, with its keywords under it.
func (bs *blockSetter) abstract(a *document.Abstract, in bounds) []piece {
	s := &bs.styles
	l := or(a.Lang, bs.doc.Language)
	style, head := s.abstract, s.abstractHead
	style.Italic = l != bs.doc.Language
	head.Italic = style.Italic
	var out []piece
	if a.Heading != "" {
		out = bs.text([]document.Span{{Text: a.Heading}}, head, l, document.Source{Block: a, Part: document.PartHeading}, in)
		for i := range out {
			out[i].keep = true
		}
		out[len(out)-1].below = 0.2 * s.line
	}
	out = append(out, bs.blocks(nil, a.Blocks, in, context{body: style, lang: l, tight: true})...)
	if len(a.Keywords) > 0 {
		keys := style
		keys.Align, keys.Indent = typeset.Left, 0
		spans := []document.Span{
			{Text: a.KeywordsLabel + ": ", Style: document.Bold},
			{Text: strings.Join(a.Keywords, ", ")},
		}
		if len(out) > 0 {
			out[len(out)-1].keep = true
		}
		f := bs.text(spans, keys, l, document.Source{Block: a, Part: document.PartKeywords}, in)
		f[0].above = 0.3 * s.line
		out = append(out, f...)
	}
	return bs.spaced(out, 1.1*s.line)
}

// sideBySide sets two abstracts beside each other, if the layout asks for it
// and they are text that a page holds; else it gives nil.
func (bs *blockSetter) sideBySide(blocks []document.Block, page bounds) []piece {
	if bs.opt.Abstracts != SideBySide || len(blocks) != 2 {
		return nil
	}
	half := bounds{width: (page.width - gutter) / 2}
	var sides [2]*Box
	for i, b := range blocks {
		a, ok := b.(*document.Abstract)
		if !ok {
			return nil
		}
		if sides[i] = joined(bs.abstract(a, half), a); sides[i] == nil || sides[i].Height > 0.6*bs.depth {
			return nil
		}
		half.x += half.width + gutter
	}
	f := piece{box: sides[0], beside: sides[1]}
	f.box.Height = max(sides[0].Height, sides[1].Height)
	return bs.spaced([]piece{f}, 1.1*bs.styles.line)
}

// joined puts pieces of text under each other in one box; nil if one is no text.
func joined(f []piece, block document.Block) *Box {
	b := &Box{Block: block}
	below := 0.0
	for i := range f {
		if f[i].kind != textPiece {
			return nil
		}
		if i > 0 {
			b.Height += max(below, f[i].above)
		}
		b.put(f[i].box, 0, b.Height)
		b.Height += f[i].box.Height
		below = f[i].below
	}
	return b
}
