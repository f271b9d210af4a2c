package docx

import (
	"strconv"
	"strings"

	"wogreport/internal/document"
	"wogreport/internal/lang"
)

// context is what a block must know of the blocks around it.
type context struct {
	body  string // the style of running text
	lang  lang.Tag
	tight bool    // no indents: in lists, quotations and abstracts
	left  float64 // the indent of the list or quotation around it, in points
	right float64
	depth int // how many lists are around it
}

func (w *writer) context() context { return context{body: styleBody, lang: w.doc.Language} }

// blocks writes blocks one after the other.
func (w *writer) blocks(blocks []document.Block, ctx context) {
	var before document.Block
	for i, b := range blocks {
		w.block(b, before, blocks[i+1:], ctx)
		before = b
	}
}

// block writes a block between that before it and those that follow.
func (w *writer) block(b, before document.Block, following []document.Block, ctx context) {
	switch b := b.(type) {
	case *document.Heading:
		w.heading(b, ctx)
	case *document.Paragraph:
		_, afterHeading := before.(*document.Heading)
		w.text(b, ctx, before == nil || afterHeading, len(following) > 0 && document.Leads(b, following[0]))
	case *document.List:
		w.list(b, ctx)
	case *document.Quote:
		inner := ctx
		inner.body, inner.tight = styleQuote, true
		w.blocks(b.Blocks, inner)
	case *document.Table:
		w.table(b, ctx)
	case *document.Figure:
		w.figure(b, ctx)
	case *document.TitleBlock:
		w.titleBlock(b)
	case *document.Abstract:
		w.abstract(b)
	case *document.Cover:
		w.cover(b)
	case *document.Letterhead:
		w.letterhead(b)
	case *document.Signatures:
		w.signatures(b)
	case *document.Contents:
		w.contents(b)
	}
}

// heading is a paragraph of a heading's style, its label on a line of its own. Within a
// list or a quotation, where no section can begin, it is running text.
func (w *writer) heading(h *document.Heading, ctx context) {
	level := min(max(h.Level, 1), 3)
	of := para{style: styleHeading(level)}
	l := look{lang: or(h.Lang, ctx.lang), bold: true, italic: w.looks.Heading[level-1].Italic}
	if ctx.tight {
		of.style, of.left, of.right = ctx.body, ctx.left, ctx.right
		l.bold, l.italic = false, false
	} else if h.Centered && !(w.chapters && level == 1) {
		of.align = "center"
	}
	labelled := h.Label != ""
	if s := w.pack.styles.template(of.style); s != nil {
		if num, _ := s.Numbered(); num != "" { // Word writes the labels of those that it counts
			of.bare = !w.counts(level, h.Label)
			labelled = labelled && of.bare
		}
	}
	words := w.unnumbered(level, h.Text)
	w.paragraph(w.main, of, func() {
		w.names.around(w.main, w.names.of[h.ID], func() {
			if labelled {
				w.main.plain(h.Label+"\n", l)
			}
			w.spans(w.main, words, l)
		})
	})
}

// text is a paragraph in the style of its role, on the page of what it leads to. One in another
// language than the text around it is in italic.
func (w *writer) text(p *document.Paragraph, ctx context, first, leads bool) {
	of := para{style: ctx.body, left: ctx.left, right: ctx.right, keep: leads}
	l := look{lang: or(p.Lang, ctx.lang)}
	switch p.Role {
	case document.Statement:
		of = para{style: styleStatement}
		l.italic = w.looks.Statement.Italic
	case document.Note:
		of.style = styleRemark
	case document.Notice:
		of = para{style: styleNotice}
		if l.lang != w.doc.Language {
			l = l.second(l.lang)
		}
	case document.Reference:
		of = para{style: styleReference}
		if s := w.pack.styles.template(styleReference); s != nil && !s.Indented() { // as Word's own, which leaves it to the list
			of.hanging = max(-w.looks.Reference.Indent, 0)
		}
	default:
		if of.style == styleBody && !ctx.tight && !first {
			of.style = styleIndented
		}
		if l.lang != ctx.lang {
			l = l.second(l.lang)
		}
	}
	w.textIn(of, p, l)
}

// textIn writes the words of a paragraph of the document.
func (w *writer) textIn(of para, p *document.Paragraph, l look) {
	w.paragraph(w.main, of, func() {
		w.names.around(w.main, w.names.of[p.ID], func() { w.spans(w.main, p.Text, l) })
	})
}

// list writes each item as a paragraph of the list and, hanging on it, what else it holds.
func (w *writer) list(b *document.List, ctx context) {
	last := max(b.Start, 1) + len(b.Items) - 1
	size := w.looks.Body.Size
	hang := w.looks.Indent
	if b.Ordered {
		hang = max(hang, (0.5*float64(len(strconv.Itoa(last)))+0.7)*size)
	}
	level := min(ctx.depth, 8)
	number, at := w.numberOf(list{ordered: b.Ordered, start: max(b.Start, 1), level: level, left: ctx.left + hang, hang: hang})
	inner := ctx
	inner.body, inner.tight, inner.left, inner.depth = styleContinue, true, ctx.left+hang, ctx.depth+1
	for i, item := range b.Items {
		of := para{style: styleList(b.Ordered, level), list: number, level: at}
		if i == 0 && !ctx.tight {
			of.before = w.looks.Line / 2
		}
		p, ok := (*document.Paragraph)(nil), false
		if len(item) > 0 {
			p, ok = item[0].(*document.Paragraph)
		}
		if !ok || p.Role != document.Body {
			w.paragraph(w.main, of, func() {})
			w.blocks(item, inner)
			continue
		}
		l := look{lang: or(p.Lang, ctx.lang)}
		if l.lang != ctx.lang {
			l = l.second(l.lang)
		}
		w.textIn(of, p, l)
		w.blocks(item[1:], inner)
	}
	if !ctx.tight {
		w.space = w.looks.Line / 2
	}
}

// titleBlock is the title in each language, the authors, where they work, and what a
// reader must know first.
func (w *writer) titleBlock(t *document.TitleBlock) {
	for i, title := range t.Titles {
		style, l := styleTitle, look{lang: or(title.Lang, w.doc.Language), bold: true}
		if i > 0 {
			style, l.bold, l.italic = styleSubtitle, false, true
		}
		if len(title.Text) > 0 {
			w.paragraph(w.main, para{style: style}, func() { w.spans(w.main, title.Text, l) })
		}
	}
	for i, line := range t.AuthorLines() {
		style, l := styleAffiliation, look{lang: w.doc.Language}
		of := para{}
		switch i {
		case 0:
			style, l.bold = styleAuthor, true
		case 1:
			of.before = 0.15 * w.looks.Line
		}
		of.style = style
		w.paragraph(w.main, of, func() { w.spans(w.main, line, l) })
	}
	side := 2*w.looks.Indent + noticeEdge
	for _, n := range t.Notice {
		l := look{lang: or(n.Lang, w.doc.Language)}
		if l.lang != w.doc.Language {
			l = l.second(l.lang)
		}
		w.paragraph(w.main, para{style: styleNotice, left: side, right: side}, func() { w.spans(w.main, n.Text, l) })
	}
}

// abstract is one abstract with its keywords. Two that stand beside each other on the
// page follow each other here.
func (w *writer) abstract(a *document.Abstract) {
	l := look{lang: or(a.Lang, w.doc.Language)}
	if l.lang != w.doc.Language && w.pack.styles.template(styleAbstract) == nil { // a template's abstracts look alike
		l = l.second(l.lang)
	}
	if a.Heading != "" {
		head := l
		head.bold, head.light = true, false
		w.paragraph(w.main, para{style: styleAbstractTop}, func() { w.main.plain(a.Heading, head) })
	}
	ctx := context{body: styleAbstract, lang: l.lang, tight: true}
	for i, b := range a.Blocks {
		if p, ok := b.(*document.Paragraph); ok && p.Role == document.Body {
			keywords := i == len(a.Blocks)-1 && len(a.Keywords) > 0
			w.textIn(para{style: styleAbstract, keep: keywords}, p, l.in(p.Lang))
			continue
		}
		w.block(b, nil, a.Blocks[i+1:], ctx)
	}
	if len(a.Keywords) == 0 {
		return
	}
	w.paragraph(w.main, para{style: styleKeywords}, func() {
		w.spans(w.main, []document.Span{
			{Text: a.KeywordsLabel + ": ", Style: document.Bold},
			{Text: strings.Join(a.Keywords, ", ")},
		}, l)
	})
}
