package layout

import (
	"strings"

	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/pdf/typeset"
)

// figureGap is the space between a drawing and its caption.
const figureGap = 5

// figure sets the drawing centred with its caption. A drawing wider than the
// text, or too high for a page, is scaled down.
func (bs *blockSetter) figure(f *document.Figure, in bounds, ctx context) []piece {
	w, h := float64(f.Width), float64(f.Height)
	wide := in.width == bs.column && bs.column < bs.measure && w > bs.column+0.5
	column := in
	if wide {
		in = bounds{width: bs.measure}
	}
	above := bs.opt.FigureCaptions == Above
	caption := bs.caption(f.Caption, "", f, in, ctx)
	var before, after []piece
	if caption.Height > bs.depth/3 { // too long to stand beside the drawing
		lines := bs.captionFlow(f.Caption, f, column, ctx)
		caption = &Box{}
		if above {
			before = lines
		} else {
			after = lines
		}
	}
	note := bs.figureNote(f, in, ctx)
	scale := 1.0
	if w > in.width {
		scale = in.width / w
	}
	if most := bs.depth - caption.Height - note.Height - figureGap; h*scale > most && h > 0 {
		scale = most / h
	}
	set := func(by float64) *Box { return bs.figureBox(f, in, caption, note, scale, by, above) }
	p := piece{kind: floatPiece, box: set(1), above: 0.7 * bs.styles.line, below: 0.8 * bs.styles.line, wide: wide}
	if f.Stretched != nil && scale == 1 {
		sets := map[float64]*Box{1: p.box} // pages are tried in several ways
		p.again = func(by float64) *Box {
			if sets[by] == nil {
				sets[by] = set(by)
			}
			return sets[by]
		}
	}
	return append(append(before, p), after...)
}

// figureBox puts a drawing, so many times as high as it is by itself, and its caption and
// note together.
func (bs *blockSetter) figureBox(f *document.Figure, in bounds, caption, note *Box, scale, by float64, above bool) *Box {
	w, h, paint := float64(f.Width)*scale, float64(f.Height)*scale, f.Draw
	if by != 1 {
		height, other := f.Stretched(by)
		h, paint = float64(height), other
	}
	b, y := &Box{Block: f}, 0.0
	if above && caption.Height > 0 {
		b.put(caption, 0, 0)
		y = caption.Height + figureGap
	}
	if paint != nil && w > 0 && h > 0 {
		b.Drawings = []Drawing{{X: in.x + (in.width-w)/2, Y: y, Width: w, Height: h, Scale: scale, Alt: f.Alt, Draw: paint, Source: document.Source{Block: f}}}
		y += h
	}
	if !above && caption.Height > 0 {
		y += figureGap
		b.put(caption, 0, y)
		y += caption.Height
	}
	if note.Height > 0 {
		y += captionGap
		b.put(note, 0, y)
		y += note.Height
	}
	b.Height = y
	if f.ID != "" {
		b.anchors = append(b.anchors, anchor{f.ID, 0})
	}
	return b
}

// figureNote is the note under a drawing, as wide as its caption.
func (bs *blockSetter) figureNote(f *document.Figure, in bounds, ctx context) *Box {
	b := &Box{Block: f}
	if len(f.Note) == 0 {
		return b
	}
	inner, style := in.inset(bs.styles.indent, bs.styles.indent), bs.styles.note
	style.Align, style.Balanced = bs.styles.caption.Align, bs.styles.caption.Balanced
	b.Height = b.lines(bs.Set(f.Note, style, ctx.lang, f, inner.width), style, document.Source{Block: f, Part: document.PartNote}, inner.x, 0)
	return b
}

// captionFlow is a caption as running text, for one as long as a page.
func (bs *blockSetter) captionFlow(cap document.Caption, block document.Block, in bounds, ctx context) []piece {
	style := bs.styles.caption
	style.Align, style.Balanced = typeset.Left, false
	spans := captionSpans(cap.Label, "", cap.Text)
	if len(cap.Second) > 0 {
		spans = append(append(spans, document.Span{Text: "\n"}), captionSpans(cap.SecondLabel, "", cap.Second)...)
	}
	return bs.spaced(bs.text(spans, style, or(cap.Lang, ctx.lang), document.Source{Block: block, Part: document.PartCaption}, in), bs.styles.line/2)
}

// caption is the label in bold and the text, and under them the same in the
// second language, in italic. Continued stands after the label where a table
// goes on.
func (bs *blockSetter) caption(cap document.Caption, continued string, block document.Block, in bounds, ctx context) *Box {
	b := &Box{Block: block}
	inner := in.inset(bs.styles.indent, bs.styles.indent)
	style := bs.styles.caption
	add := func(spans []document.Span, l lang.Tag, index int) {
		from := document.Source{Block: block, Part: document.PartCaption, Index: index}
		b.Height += b.lines(bs.Set(spans, style, l, block, inner.width), style, from, inner.x, b.Height)
	}
	if cap.Label != "" || len(cap.Text) > 0 {
		add(captionSpans(cap.Label, continued, cap.Text), or(cap.Lang, ctx.lang), 0)
	}
	if continued == "" && (cap.SecondLabel != "" || len(cap.Second) > 0) {
		style.Italic = true
		add(captionSpans(cap.SecondLabel, "", cap.Second), or(cap.SecondLang, bs.doc.Second), 1)
	}
	return b
}

func captionSpans(label, continued string, text []document.Span) []document.Span {
	var spans []document.Span
	if continued != "" {
		return []document.Span{{Text: label, Style: document.Bold}, {Text: " (" + continued + ")"}}
	}
	if label != "" {
		spans = append(spans, document.Span{Text: strings.TrimSuffix(label, ".") + ".", Style: document.Bold})
		if len(text) > 0 {
			spans = append(spans, document.Span{Text: " "})
		}
	}
	return append(spans, text...)
}
