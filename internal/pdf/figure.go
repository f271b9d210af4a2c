package pdf

import (
	"strings"

	"wogreport/internal/document"
	"wogreport/internal/lang"
)

// figure sets the drawing centred with its caption. A drawing wider than the
// text, or too high for a page, is scaled down.
func (c *composer) figure(f *document.Figure, in box, ctx context) []flow {
	const gap = 5
	s := &slab{node: f}
	w, h := float64(f.Width), float64(f.Height)
	wide := in.width == c.column && c.column < c.measure && w > c.column+0.5
	column := in
	if wide {
		in = box{width: c.measure}
	}
	above := c.opt.FigureCaptions == Above
	caption := c.caption(f.Caption, "", f, in, ctx)
	var before, after []flow
	if caption.height > c.depth/3 { // too long to stand beside the drawing
		lines := c.captionFlow(f.Caption, f, column, ctx)
		caption = &slab{}
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
	if most := c.depth - caption.height - gap; h*scale > most && h > 0 {
		scale = most / h
	}
	w, h = w*scale, h*scale
	y := 0.0
	if above && caption.height > 0 {
		s.put(caption, 0, 0)
		y = caption.height + gap
	}
	if f.Draw != nil && w > 0 && h > 0 {
		s.drawings = []drawing{{x: in.x + (in.width-w)/2, y: y, width: w, height: h, scale: scale, alt: f.Alt, draw: f.Draw}}
		y += h
	}
	if !above && caption.height > 0 {
		y += gap
		s.put(caption, 0, y)
		y += caption.height
	}
	s.height = y
	if f.ID != "" {
		s.anchors = append(s.anchors, anchor{f.ID, 0})
	}
	fl := flow{kind: flowFloat, slab: s, above: 0.7 * c.sheet.line, below: 0.8 * c.sheet.line, wide: wide}
	return append(append(before, fl), after...)
}

// captionFlow is a caption as running text, for one as long as a page.
func (c *composer) captionFlow(cap document.Caption, node document.Block, in box, ctx context) []flow {
	style := c.sheet.caption
	style.align, style.balanced = left, false
	spans := captionSpans(cap.Label, "", cap.Text)
	if len(cap.Second) > 0 {
		spans = append(append(spans, document.Span{Text: "\n"}), captionSpans(cap.SecondLabel, "", cap.Second)...)
	}
	return c.spaced(c.linesFlow(c.set(spans, style, or(cap.Lang, ctx.lang), node, in.width), style, in, node), c.sheet.line/2)
}

// caption is the label in bold and the text, and under them the same in the
// second language, in italic. Continued stands after the label where a table
// goes on.
func (c *composer) caption(cap document.Caption, continued string, node document.Block, in box, ctx context) *slab {
	s := &slab{node: node}
	l, l2 := or(cap.Lang, ctx.lang), or(cap.SecondLang, lang.EN)
	inner := in.inset(c.sheet.indent, c.sheet.indent)
	if cap.Label != "" || len(cap.Text) > 0 {
		style := c.sheet.caption
		lines := c.set(captionSpans(cap.Label, continued, cap.Text), style, l, node, inner.width)
		s.height += s.lines(lines, style, inner.x, s.height)
	}
	if continued == "" && (cap.SecondLabel != "" || len(cap.Second) > 0) {
		style := c.sheet.caption
		style.italic = true
		lines := c.set(captionSpans(cap.SecondLabel, "", cap.Second), style, l2, node, inner.width)
		s.height += s.lines(lines, style, inner.x, s.height)
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
