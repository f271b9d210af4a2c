package pdf

import (
	"slices"
	"strconv"
	"strings"

	"wogreport/internal/document"
	"wogreport/internal/lang"
)

// titleBlock is the article's title in each language, the authors and where
// they work, and what the reader must know first.
func (c *composer) titleBlock(t *document.TitleBlock, in box) []flow {
	s := &c.sheet
	var out []flow
	add := func(spans []document.Span, style textStyle, l lang.Tag, above float64) {
		if len(spans) == 0 {
			return
		}
		f := c.linesFlow(c.set(spans, style, l, t, in.width), style, in, t)
		f[0].above = above
		for i := range f {
			f[i].keep = true
		}
		out = append(out, f...)
	}
	for i, title := range t.Titles {
		if i == 0 {
			add(title.Text, s.title, or(title.Lang, c.doc.Language), 0.4*s.line)
		} else {
			add(title.Text, s.secondTitle, or(title.Lang, c.doc.Language), 0.5*s.line)
		}
	}
	above := s.line
	for _, spans := range authorLines(t.Authors) {
		add(spans.spans, spans.style(s), c.doc.Language, above)
		above = 0
		if spans.names {
			above = 0.15 * s.line
		}
	}
	if len(t.Notice) > 0 {
		var texts [][]document.Span
		var langs []lang.Tag
		for _, n := range t.Notice {
			texts, langs = append(texts, n.Text), append(langs, or(n.Lang, c.doc.Language))
		}
		f := c.notice(t, texts, langs, "", in.inset(2*s.indent, 2*s.indent))
		f[0].above = 0.85 * s.line
		out = append(out, f...)
	}
	if len(out) > 0 {
		out[len(out)-1].below = 1.2 * s.line
		out[len(out)-1].keep = false
	}
	return out
}

type authorLine struct {
	spans []document.Span
	names bool
}

func (a authorLine) style(s *sheet) textStyle {
	if a.names {
		return s.author
	}
	return s.affiliation
}

// authorLines are the names on one line, the affiliations under it (numbered
// where there are several), then the addresses.
func authorLines(authors []document.TitleAuthor) []authorLine {
	if len(authors) == 0 {
		return nil
	}
	var places, mails []string
	for _, a := range authors {
		if a.Affiliation != "" && !slices.Contains(places, a.Affiliation) {
			places = append(places, a.Affiliation)
		}
		if a.Email != "" {
			mails = append(mails, a.Email)
		}
	}
	numbered := len(places) > 1
	var names []document.Span
	for i, a := range authors {
		if i > 0 {
			names = append(names, document.Span{Text: ", "})
		}
		names = append(names, document.Span{Text: strings.ReplaceAll(a.Name, " ", "\u00a0")})
		if at := slices.Index(places, a.Affiliation); numbered && at >= 0 {
			names = append(names, document.Span{Text: strconv.Itoa(at + 1), Style: document.Superscript})
		}
	}
	lines := []authorLine{{names, true}}
	for i, p := range places {
		var spans []document.Span
		if numbered {
			spans = append(spans, document.Span{Text: strconv.Itoa(i + 1), Style: document.Superscript})
		}
		lines = append(lines, authorLine{append(spans, document.Span{Text: p}), false})
	}
	if len(mails) > 0 {
		var spans []document.Span
		for i, m := range mails {
			if i > 0 {
				spans = append(spans, document.Span{Text: ", "})
			}
			spans = append(spans, document.Span{Text: m, Link: "mailto:" + m})
		}
		lines = append(lines, authorLine{spans, false})
	}
	return lines
}

// abstract is set smaller and indented, in italic where its language is not
// the body's, with its keywords under it.
func (c *composer) abstract(a *document.Abstract, in box) []flow {
	s := &c.sheet
	l := or(a.Lang, c.doc.Language)
	style, head := s.abstract, s.abstractHead
	style.italic = l != c.doc.Language
	head.italic = style.italic
	var out []flow
	if a.Heading != "" {
		out = c.linesFlow(c.set([]document.Span{{Text: a.Heading}}, head, l, a, in.width), head, in, a)
		for i := range out {
			out[i].keep = true
		}
		out[len(out)-1].below = 0.2 * s.line
	}
	out = append(out, c.blocks(nil, a.Blocks, in, context{body: style, lang: l, tight: true})...)
	if len(a.Keywords) > 0 {
		keys := style
		keys.align, keys.indent = left, 0
		spans := []document.Span{
			{Text: a.KeywordsLabel + ": ", Style: document.Bold},
			{Text: strings.Join(a.Keywords, ", ")},
		}
		if len(out) > 0 {
			out[len(out)-1].keep = true
		}
		f := c.linesFlow(c.set(spans, keys, l, a, in.width), keys, in, a)
		f[0].above = 0.3 * s.line
		out = append(out, f...)
	}
	return c.spaced(out, 1.1*s.line)
}

// sideBySide sets two abstracts beside each other, if the layout asks for it
// and they are text that a page holds; else it gives nil.
func (c *composer) sideBySide(blocks []document.Block, page box) []flow {
	if c.opt.Abstracts != SideBySide || len(blocks) != 2 {
		return nil
	}
	half := box{width: (page.width - gutter) / 2}
	var sides [2]*slab
	for i, b := range blocks {
		a, ok := b.(*document.Abstract)
		if !ok {
			return nil
		}
		if sides[i] = stack(c.abstract(a, half), a); sides[i] == nil || sides[i].height > 0.6*c.depth {
			return nil
		}
		half.x += half.width + gutter
	}
	f := flow{slab: sides[0], beside: sides[1]}
	f.slab.height = max(sides[0].height, sides[1].height)
	return c.spaced([]flow{f}, 1.1*c.sheet.line)
}

// stack puts pieces of text under each other in one; nil if one is no text.
func stack(f []flow, node document.Block) *slab {
	s := &slab{node: node}
	below := 0.0
	for i := range f {
		if f[i].kind != flowText {
			return nil
		}
		if i > 0 {
			s.height += max(below, f[i].above)
		}
		s.put(f[i].slab, 0, s.height)
		s.height += f[i].slab.height
		below = f[i].below
	}
	return s
}
