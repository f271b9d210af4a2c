package layout

import (
	"wogreport/internal/pdf/typeset"
	"strings"

	"wogreport/internal/document"
	"wogreport/internal/lang"
)

// figure sets the drawing centred with its caption. A drawing wider than the
// text, or too high for a page, is scaled down.
func (bs *blockSetter) figure(f *document.Figure, in bounds, ctx context) []piece {
	const gap = 5
	s := &Box{Block: f}
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
	scale := 1.0
	if w > in.width {
		scale = in.width / w
	}
	if most := bs.depth - caption.Height - gap; h*scale > most && h > 0 {
		scale = most / h
	}
	w, h = w*scale, h*scale
	y := 0.0
	if above && caption.Height > 0 {
		s.put(caption, 0, 0)
		y = caption.Height + gap
	}
	if f.Draw != nil && w > 0 && h > 0 {
		s.Drawings = []Drawing{{X: in.x + (in.width-w)/2, Y: y, Width: w, Height: h, Scale: scale, Alt: f.Alt, Draw: f.Draw}}
		y += h
	}
	if !above && caption.Height > 0 {
		y += gap
		s.put(caption, 0, y)
		y += caption.Height
	}
	s.Height = y
	if f.ID != "" {
		s.anchors = append(s.anchors, anchor{f.ID, 0})
	}
	fl := piece{kind: floatPiece, box: s, above: 0.7 * bs.styles.line, below: 0.8 * bs.styles.line, wide: wide}
	return append(append(before, fl), after...)
}

// captionFlow is a caption as running text, for one as long as a page.
func (bs *blockSetter) captionFlow(cap document.Caption, node document.Block, in bounds, ctx context) []piece {
	style := bs.styles.caption
	style.Align, style.Balanced = typeset.Left, false
	spans := captionSpans(cap.Label, "", cap.Text)
	if len(cap.Second) > 0 {
		spans = append(append(spans, document.Span{Text: "\n"}), captionSpans(cap.SecondLabel, "", cap.Second)...)
	}
	return bs.spaced(bs.linesFlow(bs.Set(spans, style, or(cap.Lang, ctx.lang), node, in.width), style, in, node), bs.styles.line/2)
}

// caption is the label in bold and the text, and under them the same in the
// second language, in italic. Continued stands after the label where a table
// goes on.
func (bs *blockSetter) caption(cap document.Caption, continued string, node document.Block, in bounds, ctx context) *Box {
	s := &Box{Block: node}
	l, l2 := or(cap.Lang, ctx.lang), or(cap.SecondLang, lang.EN)
	inner := in.inset(bs.styles.indent, bs.styles.indent)
	if cap.Label != "" || len(cap.Text) > 0 {
		style := bs.styles.caption
		lines := bs.Set(captionSpans(cap.Label, continued, cap.Text), style, l, node, inner.width)
		s.Height += s.lines(lines, style, inner.x, s.Height)
	}
	if continued == "" && (cap.SecondLabel != "" || len(cap.Second) > 0) {
		style := bs.styles.caption
		style.Italic = true
		lines := bs.Set(captionSpans(cap.SecondLabel, "", cap.Second), style, l2, node, inner.width)
		s.Height += s.lines(lines, style, inner.x, s.Height)
	}
	return s
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
