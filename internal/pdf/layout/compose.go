package layout

import (
	"wogreport/internal/pdf/typeset"
	"strconv"
	"strings"

	"wogreport/internal/diag"
	"wogreport/internal/document"
	"wogreport/internal/lang"
)

// composer turns blocks into the pieces of the flow.
type blockSetter struct {
	doc     *document.Document
	opt     Options
	styles  styleSheet
	measure float64 // the width of the text on a page
	column  float64 // and of a column
	depth   float64 // the height of the text on a page
	problem diag.List
	*typeset.Setter // of texts
}

func newBlockSetter(doc *document.Document, opt Options, s *typeset.Setter) *blockSetter {
	return &blockSetter{
		doc: doc, opt: opt, styles: newStyleSheet(opt), Setter: s,
		measure: float64(opt.TextWidth()), column: float64(opt.ColumnWidth()), depth: float64(opt.TextHeight()),
	}
}

// box is the part of a column that blocks are set in.
type bounds struct{ x, width float64 }

// inset narrows the box, by at most half of it and not below a few words'
// width: in a deep list the last levels stand under each other.
func (b bounds) inset(left, right float64) bounds {
	const least = minMeasure / 2
	by := min(1, 0.5*b.width/(left+right))
	if b.width-by*(left+right) < least {
		return b
	}
	return bounds{b.x + by*left, b.width - by*(left+right)}
}

// context is what a block must know of the blocks around it.
type context struct {
	body  typeset.Style // of running text
	lang  lang.Tag
	tight bool // no indents: in lists, quotations and abstracts
}

// flow composes the document: what opens it (title and abstracts, or all that
// comes before the pages numbered from 1) across the page, the rest in columns.
func (bs *blockSetter) flow() []piece {
	ctx := context{body: bs.styles.body, lang: bs.doc.Language}
	blocks := bs.doc.Blocks
	var before document.Block
	var out []piece
	if _, drop := bs.masthead(); drop > 0 {
		out = append(out, piece{box: &Box{Height: drop}, keep: true, wide: true})
	}
	for n := opening(blocks); n > 0; n = opening(blocks) {
		page := bounds{width: bs.measure}
		f := bs.sideBySide(blocks[:n], page)
		if f == nil {
			f = bs.blocks(before, blocks[:n], page, ctx)
		}
		for i := range f {
			f[i].wide = true
		}
		out = append(out, f...)
		before, blocks = blocks[n-1], blocks[n:]
	}
	if n := frontMatter(blocks); n > 0 && bs.opt.Columns > 1 {
		out = append(out, bs.across(before, blocks[:n], ctx)...)
		before, blocks = blocks[n-1], blocks[n:]
	}
	for len(blocks) > 0 {
		n := chapter(blocks)
		if bs.opt.Columns > 1 && tablesAlone(blocks[:n]) {
			out = append(out, bs.across(before, blocks[:n], ctx)...)
		} else {
			out = append(out, bs.blocks(before, blocks[:n], bounds{width: bs.column}, ctx)...)
		}
		before, blocks = blocks[n-1], blocks[n:]
	}
	return bs.attachNotes(out)
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
func (bs *blockSetter) across(before document.Block, blocks []document.Block, ctx context) []piece {
	out := bs.blocks(before, blocks, bounds{width: bs.measure}, ctx)
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
func (bs *blockSetter) blocks(before document.Block, blocks []document.Block, in bounds, ctx context) []piece {
	var out []piece
	for i, b := range blocks {
		f := bs.block(b, before, in, ctx)
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

func (bs *blockSetter) block(b, before document.Block, in bounds, ctx context) []piece {
	switch b := b.(type) {
	case *document.Heading:
		return bs.heading(b, in, ctx)
	case *document.Paragraph:
		_, afterHeading := before.(*document.Heading)
		return bs.paragraph(b, in, ctx, before == nil || afterHeading)
	case *document.List:
		return bs.list(b, in, ctx)
	case *document.Quote:
		inner := ctx
		inner.tight = true
		return bs.spaced(bs.blocks(nil, b.Blocks, in.inset(2*bs.styles.indent, bs.styles.indent), inner), bs.styles.line/2)
	case *document.Table:
		return bs.table(b, in, ctx)
	case *document.Figure:
		return bs.figure(b, in, ctx)
	case *document.TitleBlock:
		return bs.titleBlock(b, in)
	case *document.Abstract:
		return bs.abstract(b, in.inset(2*bs.styles.indent, 2*bs.styles.indent))
	case *document.PageBreak:
		return []piece{{kind: breakPiece, numbering: b.Numbering}}
	case *document.Cover:
		return bs.cover(b, in)
	case *document.Letterhead:
		return bs.letterhead(b, in)
	case *document.Signatures:
		return bs.signatures(b, in)
	case *document.Contents:
		return bs.contents(b, in)
	}
	return nil
}

// spaced sets the room around a group of pieces.
func (bs *blockSetter) spaced(f []piece, room float64) []piece {
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
func (bs *blockSetter) linesFlow(lines []typeset.Line, style typeset.Style, in bounds, node document.Block) []piece {
	out := make([]piece, len(lines))
	slabs := make([]Box, len(lines))
	texts := make([]Text, len(lines))
	n := len(lines)
	for i := range lines {
		s := &slabs[i]
		s.Block, s.Height = node, style.Leading
		texts[i] = Text{X: in.x + lines[i].X, Y: style.Baseline(), Line: &lines[i], Size: style.Size}
		s.Texts = texts[i : i+1 : i+1]
		out[i] = piece{box: s, keep: i == 0 && n > 1 || i == n-2 || n == 3 && i < 2 || lines[i].Hyphened && !(i > 1 && lines[i-1].Hyphened)}
	}
	return out
}

func (bs *blockSetter) heading(h *document.Heading, in bounds, ctx context) []piece {
	if h.Opens && in.width == bs.column {
		in.width = bs.measure // over all columns
	}
	level := min(max(h.Level, 1), len(bs.styles.heading))
	style := bs.styles.heading[level-1]
	title := plainText(h.Text)
	if h.Opens {
		style = bs.styles.opening
	}
	if h.Centered {
		style.Align, style.Balanced = typeset.Centered, true
	}
	var lines []typeset.Line
	if h.Label != "" {
		lines = append(lines, bs.Set([]document.Span{{Text: h.Label}}, style, or(h.Lang, ctx.lang), h, in.width)...)
		title = h.Label + " " + title
	}
	lines = append(lines, bs.Set(h.Text, style, or(h.Lang, ctx.lang), h, in.width)...)
	out := bs.linesFlow(lines, style, in, h)
	half := bs.styles.line / 2
	out[0].above = [...]float64{3 * half, 1.5 * half, 1.5 * half}[level-1]
	out[len(out)-1].below = [...]float64{half, half / 2, half / 2}[level-1]
	for i := range out {
		out[i].keep = true
		out[i].level = level
	}
	if h.ID != "" {
		out[0].box.anchors = []anchor{{h.ID, 0}}
	}
	out[0].box.Outline = []OutlineEntry{{title, level, 0}}
	if h.Opens {
		out[0].box.opens = true
		out[len(out)-1].below = 1.5 * bs.styles.line
		for i := range out {
			out[i].wide = true
		}
		out = append([]piece{{kind: breakPiece}}, out...)
	}
	return out
}

// plainText is the text of spans on one line.
func plainText(spans []document.Span) string {
	var b strings.Builder
	for _, s := range document.WithoutNotes(spans) {
		b.WriteString(s.Text)
	}
	return strings.Join(strings.Fields(typeset.Clean(b.String())), " ")
}

func (bs *blockSetter) paragraph(p *document.Paragraph, in bounds, ctx context, first bool) []piece {
	s := &bs.styles
	l := or(p.Lang, ctx.lang)
	style := ctx.body
	var out []piece
	switch p.Role {
	case document.Statement:
		style = s.statement
		in := in.inset(2*s.indent, 2*s.indent)
		out = bs.spaced(bs.linesFlow(bs.Set(p.Text, style, l, p, in.width), style, in, p), s.line/2)
	case document.Note:
		style = s.note
		out = bs.spaced(bs.linesFlow(bs.Set(p.Text, style, l, p, in.width), style, in, p), s.line/2)
	case document.Notice:
		return bs.notice(p, [][]document.Span{p.Text}, []lang.Tag{l}, p.ID, in)
	case document.Reference:
		style = s.reference
		out = bs.linesFlow(bs.Set(p.Text, style, l, p, in.width), style, in, p)
		out[len(out)-1].below = s.line / 4
	default:
		if ctx.tight || first {
			style.Indent = 0
		}
		if l != ctx.lang { // the same in another language
			style.Italic = true
		}
		out = bs.linesFlow(bs.Set(p.Text, style, l, p, in.width), style, in, p)
		for i := range out {
			out[i].grid = style.Leading == s.line && !ctx.tight
		}
	}
	if p.ID != "" && len(out) > 0 {
		out[0].box.anchors = append(out[0].box.anchors, anchor{p.ID, 0})
	}
	return out
}

// notice frames texts that no reader may miss. The frame is open where it
// runs over pages.
func (bs *blockSetter) notice(node document.Block, texts [][]document.Span, langs []lang.Tag, id string, in bounds) []piece {
	const pad, inset = 5.5, 11.0
	var out []piece
	inner := in.inset(inset, inset)
	for i, spans := range texts {
		style := bs.styles.notice
		style.Italic = langs[i] != bs.doc.Language
		out = append(out, bs.linesFlow(bs.Set(spans, style, langs[i], node, inner.width), style, inner, node)...)
	}
	if len(out) == 0 {
		return nil
	}
	frame := func(s *Box, y float64) {
		s.Rules = append(s.Rules, Rule{X: in.x, Y: y, Length: in.width, Weight: lightRule})
	}
	first, last := out[0].box, out[len(out)-1].box
	for i := range first.Texts {
		first.Texts[i].Y += pad
	}
	first.Height += pad
	frame(first, 0)
	last.Height += pad
	frame(last, last.Height)
	whole := float64(len(out))*bs.styles.notice.Leading < bs.depth/3
	for i := range out {
		s := out[i].box
		s.Rules = append(s.Rules,
			Rule{X: in.x, Length: s.Height, Weight: lightRule, Vertical: true},
			Rule{X: in.x + in.width, Length: s.Height, Weight: lightRule, Vertical: true})
		if i < len(out)-1 {
			out[i].keep = out[i].keep || whole
		}
	}
	if id != "" {
		first.anchors = append(first.anchors, anchor{id, 0})
	}
	return bs.spaced(out, bs.styles.line/2)
}

// list hangs each item's blocks on its number or bullet.
func (bs *blockSetter) list(l *document.List, in bounds, ctx context) []piece {
	style := ctx.body
	style.Indent, style.Align = 0, typeset.Left
	labels := make([][]document.Span, len(l.Items))
	hang := bs.styles.indent
	for i := range l.Items {
		label := "•"
		if l.Ordered {
			label = strconv.Itoa(max(l.Start, 1)+i) + "."
		}
		labels[i] = []document.Span{{Text: label}}
		hang = max(hang, bs.Set(labels[i], style, ctx.lang, l, typeset.Unbroken)[0].Width+0.45*style.Size)
	}
	inner := ctx
	inner.tight = true
	var out []piece
	for i, item := range l.Items {
		body := in.inset(hang, 0)
		f := bs.blocks(nil, item, body, inner)
		line := bs.Set(labels[i], style, ctx.lang, l, hang)
		if len(f) == 0 || f[0].kind != textPiece || body.x-in.x < hang-0.01 {
			// no line of text to hang on the label: it has its own
			s := &Box{Block: l, Height: style.Leading}
			f = append([]piece{{box: s, keep: len(f) > 0}}, f...)
		}
		s := f[0].box
		texts := []Text{{X: in.x, Y: style.Baseline(), Line: &line[0], Size: style.Size}}
		s.Texts = append(texts, s.Texts...)
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
	return bs.spaced(out, bs.styles.line/2)
}
