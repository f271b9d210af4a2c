package layout

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/pdf/typeset"
)

// or is the first language that is given.
func or(a, b lang.Tag) lang.Tag {
	if a != "" {
		return a
	}
	return b
}

// plainText is the text of spans on one line.
func plainText(spans []document.Span) string {
	var b strings.Builder
	for _, s := range document.WithoutNotes(spans) {
		b.WriteString(s.Text)
	}
	return strings.Join(strings.Fields(typeset.Clean(b.String())), " ")
}

// text sets a text as lines of the flow.
func (bs *blockSetter) text(spans []document.Span, style typeset.Style, l lang.Tag, from document.Source, in bounds) []piece {
	return bs.linesFlow(bs.Set(spans, style, l, from.Block, in.width), style, from, in)
}

// linesFlow makes each line a piece, held together so that no page begins
// with the last line or ends with the first one or within a word.
func (bs *blockSetter) linesFlow(lines []typeset.Line, style typeset.Style, from document.Source, in bounds) []piece {
	out := make([]piece, len(lines))
	boxes := make([]Box, len(lines))
	texts := make([]Text, len(lines))
	n := len(lines)
	for i := range lines {
		b := &boxes[i]
		b.Block, b.Height = from.Block, style.Leading
		texts[i] = Text{X: in.x + lines[i].X, Y: style.Baseline(), Line: &lines[i], Size: style.Size, Source: from}
		b.Texts = texts[i : i+1 : i+1]
		out[i] = piece{box: b, keep: i == 0 && n > 1 || i == n-2 || n == 3 && i < 2}
		if !out[i].keep && lines[i].Hyphened {
			out[i].keep, out[i].torn = true, true
			out[i].word = i == n-3 || i+1 < n && lines[i+1].Hyphened
		}
	}
	return out
}

// Fit gives how well a paragraph is set: what part of the measure its last line takes, 1 of a paragraph
// of one line, at most a third where a line is loose. It may be the first under a head, an item of a list, and stand in the front matter.
func (o Options) Fit() func(text string, l lang.Tag, first, item, front bool) float64 {
	o = o.normal()
	sheet := newStyleSheet(o)
	var set typeset.Setter
	return func(text string, l lang.Tag, first, item, front bool) float64 {
		style, measure := sheet.body, float64(o.ColumnWidth())
		if first {
			style.Indent = 0
		}
		if front { // across the columns
			measure = float64(o.TextWidth())
		}
		if item {
			style.Align, style.Indent = typeset.Left, 0
			label := set.Set([]document.Span{{Text: "1."}}, style, l, nil, typeset.Unbroken)[0]
			measure -= max(sheet.indent, label.Width+listGap*style.Size)
		}
		lines := set.Set([]document.Span{{Text: text}}, style, l, nil, measure)
		if len(lines) < 2 {
			return 1
		}
		last := lines[len(lines)-1].Width / measure
		if slices.ContainsFunc(lines, loose) {
			last = min(last, 1.0/3)
		}
		return last
	}
}

// looseSpace is how much wider than by itself a space is in a line that seems loose beside others, in
// sizes of its type.
const looseSpace = 0.2

// loose reports a line whose spaces are wide.
func loose(l typeset.Line) bool {
	return slices.ContainsFunc(l.Runs, func(r typeset.Run) bool { return r.Space > looseSpace*r.Font.Size })
}

// headSpace is the space over and under the heads of each level, in lines, whole ones
// together: a head between two paragraphs leaves them on the grid by itself.
var headSpace = [...]struct{ over, under float64 }{{1.5, 0.5}, {0.75, 0.25}, {1, 0}}

// stackHeads leaves out the whole lines of the space between a head and one under it.
func (bs *blockSetter) stackHeads(f []piece) {
	for i := range f[:max(len(f)-1, 0)] {
		if next := &f[i+1]; f[i].level > 0 && next.level > f[i].level && !f[i].box.opens {
			gap := math.Mod(f[i].below+next.above, bs.styles.line)
			f[i].below, next.above = gap, gap
		}
	}
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
	out := bs.linesFlow(lines, style, document.Source{Block: h}, in)
	space := headSpace[level-1]
	if bs.opt.Columns > 1 { // at a column's top, too, the text under it is on the grid
		space.over, space.under = space.over+space.under, 0
	}
	out[0].above, out[len(out)-1].below = space.over*bs.styles.line, space.under*bs.styles.line
	for i := range out {
		out[i].keep = true
		out[i].level = level
	}
	if h.ID != "" {
		out[0].box.anchors = []anchor{{h.ID, 0}}
	}
	out[0].box.Outline = []OutlineEntry{{title, level, 0}}
	if h.Opens {
		out[len(out)-1].below = 1.5 * bs.styles.line
		for i := range out {
			out[i].wide, out[i].box.opens = true, true
		}
		out = append([]piece{{kind: breakPiece}}, out...)
	}
	return out
}

func (bs *blockSetter) paragraph(p *document.Paragraph, in bounds, ctx context, first bool) []piece {
	s := &bs.styles
	l := or(p.Lang, ctx.lang)
	from := document.Source{Block: p}
	var out []piece
	switch p.Role {
	case document.Statement:
		out = bs.spaced(bs.text(p.Text, s.statement, l, from, in.inset(2*s.indent, 2*s.indent)), s.line/2)
	case document.Note:
		out = bs.spaced(bs.text(p.Text, s.note, l, from, in), s.line/2)
	case document.Notice:
		return bs.notice([]notice{{p.Text, l, from}}, p.ID, in)
	case document.Reference:
		out = bs.text(p.Text, s.reference, l, from, in)
		out[len(out)-1].below = s.line / 4
	default:
		style := ctx.body
		if ctx.tight || first {
			style.Indent = 0
		}
		if l != ctx.lang { // the same in another language
			style.Italic = true
		}
		out = bs.text(p.Text, style, l, from, in)
		for i := range out {
			out[i].grid = style.Leading == s.line && !ctx.tight
		}
	}
	if p.ID != "" && len(out) > 0 {
		out[0].box.anchors = append(out[0].box.anchors, anchor{p.ID, 0})
	}
	return out
}

// notice is a text that no reader may miss.
type notice struct {
	text []document.Span
	lang lang.Tag
	from document.Source
}

// notice frames texts. The frame is open where it runs over pages.
func (bs *blockSetter) notice(texts []notice, id string, in bounds) []piece {
	const pad, inset = 5.5, 11.0
	var out []piece
	inner := in.inset(inset, inset)
	for _, n := range texts {
		style := bs.styles.notice
		style.Italic = n.lang != bs.doc.Language
		out = append(out, bs.text(n.text, style, n.lang, n.from, inner)...)
	}
	if len(out) == 0 {
		return nil
	}
	frame := func(b *Box, y float64) {
		b.Rules = append(b.Rules, Rule{X: in.x, Y: y, Length: in.width, Weight: lightRule})
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
		b := out[i].box
		b.Rules = append(b.Rules,
			Rule{X: in.x, Length: b.Height, Weight: lightRule, Vertical: true},
			Rule{X: in.x + in.width, Length: b.Height, Weight: lightRule, Vertical: true})
		if i < len(out)-1 {
			out[i].keep = out[i].keep || whole
		}
	}
	if id != "" {
		first.anchors = append(first.anchors, anchor{id, 0})
	}
	return bs.spaced(out, bs.styles.line/2)
}

// listGap is the space behind the label of an item of a list, in sizes of its type.
const listGap = 0.45

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
		hang = max(hang, bs.Set(labels[i], style, ctx.lang, l, typeset.Unbroken)[0].Width+listGap*style.Size)
	}
	inner := ctx
	inner.tight = true
	inner.body.Align = typeset.Left
	var out []piece
	for i, item := range l.Items {
		body := in.inset(hang, 0)
		f := bs.blocks(nil, item, body, inner)
		line := bs.Set(labels[i], style, ctx.lang, l, hang)
		if len(f) == 0 || f[0].kind != textPiece || body.x-in.x < hang-0.01 {
			// no line of text to hang on the label: it has its own
			own := &Box{Block: l, Height: style.Leading}
			f = append([]piece{{box: own, keep: len(f) > 0}}, f...)
		}
		b := f[0].box
		texts := []Text{{X: in.x, Y: style.Baseline(), Line: &line[0], Size: style.Size, Source: document.Source{Block: l, Part: document.PartItemLabel, Index: i}}}
		b.Texts = append(texts, b.Texts...)
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
