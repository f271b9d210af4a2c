package pdf

import (
	"strconv"
	"strings"

	"wogreport/internal/diag"
	"wogreport/internal/document"
	"wogreport/internal/lang"
)

// composer turns blocks into the pieces of the flow.
type composer struct {
	doc     *document.Document
	opt     layoutOptions
	sheet   sheet
	measure float64 // the width of the text on a page
	column  float64 // and of a column
	depth   float64 // the height of the text on a page
	problem diag.List
	*Setter // of texts
}

func newComposer(doc *document.Document, opt layoutOptions, s *Setter) *composer {
	return &composer{
		doc: doc, opt: opt, sheet: newSheet(opt), Setter: s,
		measure: float64(opt.TextWidth()), column: float64(opt.ColumnWidth()), depth: float64(opt.TextHeight()),
	}
}

// box is the part of a column that blocks are set in.
type box struct{ x, width float64 }

// inset narrows the box, by at most half of it and not below a few words'
// width: in a deep list the last levels stand under each other.
func (b box) inset(left, right float64) box {
	const least = minMeasure / 2
	by := min(1, 0.5*b.width/(left+right))
	if b.width-by*(left+right) < least {
		return b
	}
	return box{b.x + by*left, b.width - by*(left+right)}
}

// context is what a block must know of the blocks around it.
type context struct {
	body  textStyle // of running text
	lang  lang.Tag
	tight bool // no indents: in lists, quotations and abstracts
}

// flow composes the document: what opens it (title and abstracts, or all that
// comes before the pages numbered from 1) across the page, the rest in columns.
func (c *composer) flow() []flow {
	ctx := context{body: c.sheet.body, lang: c.doc.Language}
	blocks := c.doc.Blocks
	var before document.Block
	var out []flow
	if _, drop := c.masthead(); drop > 0 {
		out = append(out, flow{slab: &slab{height: drop}, keep: true, wide: true})
	}
	for n := opening(blocks); n > 0; n = opening(blocks) {
		page := box{width: c.measure}
		f := c.sideBySide(blocks[:n], page)
		if f == nil {
			f = c.blocks(before, blocks[:n], page, ctx)
		}
		for i := range f {
			f[i].wide = true
		}
		out = append(out, f...)
		before, blocks = blocks[n-1], blocks[n:]
	}
	if n := frontMatter(blocks); n > 0 && c.opt.Columns > 1 {
		out = append(out, c.across(before, blocks[:n], ctx)...)
		before, blocks = blocks[n-1], blocks[n:]
	}
	for len(blocks) > 0 {
		n := chapter(blocks)
		if c.opt.Columns > 1 && tablesAlone(blocks[:n]) {
			out = append(out, c.across(before, blocks[:n], ctx)...)
		} else {
			out = append(out, c.blocks(before, blocks[:n], box{width: c.column}, ctx)...)
		}
		before, blocks = blocks[n-1], blocks[n:]
	}
	return c.attachNotes(out)
}

// chapter is how many of the blocks come before the next that begins a page.
func chapter(blocks []document.Block) int {
	for n, b := range blocks[1:] {
		switch b := b.(type) {
		case *document.PageBreak:
			return n + 1
		case *document.Heading:
			if b.Opens {
				return n + 1
			}
		}
	}
	return len(blocks)
}

// tablesAlone reports whether blocks are a chapter of tables without text, as
// appendixes are: in columns the narrow ones would leave the other column empty.
func tablesAlone(blocks []document.Block) bool {
	tables := 0
	for _, b := range blocks {
		switch b.(type) {
		case *document.Heading, *document.PageBreak:
		case *document.Table:
			tables++
		default:
			return false
		}
	}
	return tables > 0
}

// across composes blocks as wide as the page.
func (c *composer) across(before document.Block, blocks []document.Block, ctx context) []flow {
	out := c.blocks(before, blocks, box{width: c.measure}, ctx)
	for i := range out {
		out[i].wide = true
	}
	return out
}

// frontMatter is how many of the blocks come before the pages that are
// numbered from 1 after others.
func frontMatter(blocks []document.Block) int {
	for n, b := range blocks {
		if p, ok := b.(*document.PageBreak); ok && p.Numbering == document.NumberArabic {
			return n
		}
	}
	return 0
}

// opening is how many of the blocks are a title, or abstracts in a row.
func opening(blocks []document.Block) int {
	for n, b := range blocks {
		switch b.(type) {
		case *document.TitleBlock:
			return max(n, 1)
		case *document.Abstract:
		default:
			return n
		}
	}
	return len(blocks)
}

// blocks composes blocks one after the other; before is the block before them.
func (c *composer) blocks(before document.Block, blocks []document.Block, in box, ctx context) []flow {
	var out []flow
	for i, b := range blocks {
		f := c.block(b, before, in, ctx)
		if i+1 < len(blocks) && len(f) > 0 && announces(b, blocks[i+1]) {
			f[len(f)-1].keep = true
		}
		out = append(out, f...)
		before = b
	}
	return out
}

// announces reports whether a paragraph ends in a colon before what it leads to.
func announces(b, next document.Block) bool {
	p, ok := b.(*document.Paragraph)
	if !ok || len(p.Text) == 0 || !strings.HasSuffix(strings.TrimSpace(p.Text[len(p.Text)-1].Text), ":") {
		return false
	}
	switch next := next.(type) {
	case *document.List, *document.Quote:
		return true
	case *document.Paragraph:
		return next.Role == document.Statement
	case *document.Table:
		return next.Plain
	}
	return false
}

func (c *composer) block(b, before document.Block, in box, ctx context) []flow {
	switch b := b.(type) {
	case *document.Heading:
		return c.heading(b, in, ctx)
	case *document.Paragraph:
		_, afterHeading := before.(*document.Heading)
		return c.paragraph(b, in, ctx, before == nil || afterHeading)
	case *document.List:
		return c.list(b, in, ctx)
	case *document.Quote:
		inner := ctx
		inner.tight = true
		return c.spaced(c.blocks(nil, b.Blocks, in.inset(2*c.sheet.indent, c.sheet.indent), inner), c.sheet.line/2)
	case *document.Table:
		return c.table(b, in, ctx)
	case *document.Figure:
		return c.figure(b, in, ctx)
	case *document.TitleBlock:
		return c.titleBlock(b, in)
	case *document.Abstract:
		return c.abstract(b, in.inset(2*c.sheet.indent, 2*c.sheet.indent))
	case *document.PageBreak:
		return []flow{{kind: flowBreak, numbering: b.Numbering}}
	case *document.Cover:
		return c.cover(b, in)
	case *document.Letterhead:
		return c.letterhead(b, in)
	case *document.Signatures:
		return c.signatures(b, in)
	case *document.Contents:
		return c.contents(b, in)
	}
	return nil
}

// spaced sets the room around a group of pieces.
func (c *composer) spaced(f []flow, room float64) []flow {
	if len(f) > 0 {
		f[0].above = max(f[0].above, room)
		f[len(f)-1].below = max(f[len(f)-1].below, room)
		for i := range f {
			f[i].grid = false
		}
	}
	return f
}

// or is the first language that is given.
func or(a, b lang.Tag) lang.Tag {
	if a != "" {
		return a
	}
	return b
}

// linesFlow makes each line a piece, held together so that no page begins
// with the last line or ends with the first one or, where lines before it can
// stay, within a word.
func (c *composer) linesFlow(lines []textLine, style textStyle, in box, node document.Block) []flow {
	out := make([]flow, len(lines))
	slabs := make([]slab, len(lines))
	texts := make([]placedText, len(lines))
	n := len(lines)
	for i := range lines {
		s := &slabs[i]
		s.node, s.height = node, style.leading
		texts[i] = placedText{x: in.x + lines[i].x, y: style.baseline(), line: &lines[i], size: style.size}
		s.texts = texts[i : i+1 : i+1]
		out[i] = flow{slab: s, keep: i == 0 && n > 1 || i == n-2 || n == 3 && i < 2 || lines[i].hyphened && !(i > 1 && lines[i-1].hyphened)}
	}
	return out
}

func (c *composer) heading(h *document.Heading, in box, ctx context) []flow {
	if h.Opens && in.width == c.column {
		in.width = c.measure // over all columns
	}
	level := min(max(h.Level, 1), len(c.sheet.heading))
	style := c.sheet.heading[level-1]
	title := plainText(h.Text)
	if h.Opens {
		style = c.sheet.opening
	}
	if h.Centered {
		style.align, style.balanced = centered, true
	}
	var lines []textLine
	if h.Label != "" {
		lines = append(lines, c.set([]document.Span{{Text: h.Label}}, style, or(h.Lang, ctx.lang), h, in.width)...)
		title = h.Label + " " + title
	}
	lines = append(lines, c.set(h.Text, style, or(h.Lang, ctx.lang), h, in.width)...)
	out := c.linesFlow(lines, style, in, h)
	half := c.sheet.line / 2
	out[0].above = [...]float64{3 * half, 1.5 * half, 1.5 * half}[level-1]
	out[len(out)-1].below = [...]float64{half, half / 2, half / 2}[level-1]
	for i := range out {
		out[i].keep = true
		out[i].level = level
	}
	if h.ID != "" {
		out[0].slab.anchors = []anchor{{h.ID, 0}}
	}
	out[0].slab.outline = []outlineEntry{{title, level, 0}}
	if h.Opens {
		out[0].slab.opens = true
		out[len(out)-1].below = 1.5 * c.sheet.line
		for i := range out {
			out[i].wide = true
		}
		out = append([]flow{{kind: flowBreak}}, out...)
	}
	return out
}

// plainText is the text of spans on one line.
func plainText(spans []document.Span) string {
	var b strings.Builder
	for _, s := range document.WithoutNotes(spans) {
		b.WriteString(s.Text)
	}
	return strings.Join(strings.Fields(Clean(b.String())), " ")
}

func (c *composer) paragraph(p *document.Paragraph, in box, ctx context, first bool) []flow {
	s := &c.sheet
	l := or(p.Lang, ctx.lang)
	style := ctx.body
	var out []flow
	switch p.Role {
	case document.Statement:
		style = s.statement
		in := in.inset(2*s.indent, 2*s.indent)
		out = c.spaced(c.linesFlow(c.set(p.Text, style, l, p, in.width), style, in, p), s.line/2)
	case document.Note:
		style = s.note
		out = c.spaced(c.linesFlow(c.set(p.Text, style, l, p, in.width), style, in, p), s.line/2)
	case document.Notice:
		return c.notice(p, [][]document.Span{p.Text}, []lang.Tag{l}, p.ID, in)
	case document.Reference:
		style = s.reference
		out = c.linesFlow(c.set(p.Text, style, l, p, in.width), style, in, p)
		out[len(out)-1].below = s.line / 4
	default:
		if ctx.tight || first {
			style.indent = 0
		}
		if l != ctx.lang { // the same in another language
			style.italic = true
		}
		out = c.linesFlow(c.set(p.Text, style, l, p, in.width), style, in, p)
		for i := range out {
			out[i].grid = style.leading == s.line && !ctx.tight
		}
	}
	if p.ID != "" && len(out) > 0 {
		out[0].slab.anchors = append(out[0].slab.anchors, anchor{p.ID, 0})
	}
	return out
}

// notice frames texts that no reader may miss. The frame is open where it
// runs over pages.
func (c *composer) notice(node document.Block, texts [][]document.Span, langs []lang.Tag, id string, in box) []flow {
	const pad, inset = 5.5, 11.0
	var out []flow
	inner := in.inset(inset, inset)
	for i, spans := range texts {
		style := c.sheet.notice
		style.italic = langs[i] != c.doc.Language
		out = append(out, c.linesFlow(c.set(spans, style, langs[i], node, inner.width), style, inner, node)...)
	}
	if len(out) == 0 {
		return nil
	}
	frame := func(s *slab, y float64) {
		s.rules = append(s.rules, rule{x: in.x, y: y, length: in.width, weight: lightRule})
	}
	first, last := out[0].slab, out[len(out)-1].slab
	for i := range first.texts {
		first.texts[i].y += pad
	}
	first.height += pad
	frame(first, 0)
	last.height += pad
	frame(last, last.height)
	whole := float64(len(out))*c.sheet.notice.leading < c.depth/3
	for i := range out {
		s := out[i].slab
		s.rules = append(s.rules,
			rule{x: in.x, length: s.height, weight: lightRule, vertical: true},
			rule{x: in.x + in.width, length: s.height, weight: lightRule, vertical: true})
		if i < len(out)-1 {
			out[i].keep = out[i].keep || whole
		}
	}
	if id != "" {
		first.anchors = append(first.anchors, anchor{id, 0})
	}
	return c.spaced(out, c.sheet.line/2)
}

// list hangs each item's blocks on its number or bullet.
func (c *composer) list(l *document.List, in box, ctx context) []flow {
	style := ctx.body
	style.indent, style.align = 0, left
	labels := make([][]document.Span, len(l.Items))
	hang := c.sheet.indent
	for i := range l.Items {
		label := "•"
		if l.Ordered {
			label = strconv.Itoa(max(l.Start, 1)+i) + "."
		}
		labels[i] = []document.Span{{Text: label}}
		hang = max(hang, c.set(labels[i], style, ctx.lang, l, unbroken)[0].width+0.45*style.size)
	}
	inner := ctx
	inner.tight = true
	var out []flow
	for i, item := range l.Items {
		body := in.inset(hang, 0)
		f := c.blocks(nil, item, body, inner)
		line := c.set(labels[i], style, ctx.lang, l, hang)
		if len(f) == 0 || f[0].kind != flowText || body.x-in.x < hang-0.01 {
			// no line of text to hang on the label: it has its own
			s := &slab{node: l, height: style.leading}
			f = append([]flow{{slab: s, keep: len(f) > 0}}, f...)
		}
		s := f[0].slab
		texts := []placedText{{x: in.x, y: style.baseline(), line: &line[0], size: style.size}}
		s.texts = append(texts, s.texts...)
		if len(item) > 0 {
			if _, nested := item[0].(*document.List); nested {
				f[0].above = 0
			}
		}
		out = append(out, f...)
	}
	if ctx.tight {
		return out
	}
	return c.spaced(out, c.sheet.line/2)
}
