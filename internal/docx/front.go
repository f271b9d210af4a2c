package docx

import (
	"wogreport/internal/document"
	"wogreport/internal/pdf/layout"
)

// The logo on a cover and that of a letterhead are at most so large, in points.
const (
	coverLogoHeight = 110.0
	coverLogoWidth  = 200.0
	letterheadLogo  = 62.0
)

// cover is the first page: the titles at its top, the logo in the middle, the agency at
// its foot, as far from each other as on the page.
func (w *writer) cover(b *document.Cover) {
	l := look{lang: w.doc.Language}
	logoGap, footGap := w.coverGaps(b)
	if w.ref() != nil { // its titles may take more room
		logoGap, footGap = 0.75*logoGap, 0.75*footGap
	}
	lines := func(of [][]document.Span, style string, l look, before float64) {
		for i, line := range of {
			p := para{style: style}
			if i == 0 {
				p.before = before
			}
			w.paragraph(w.main, p, func() { w.spans(w.main, line, l) })
		}
	}
	lines(b.Above, styleCoverLine, l, 0)
	for i, t := range b.Titles {
		style, at := styleTitle, look{lang: or(t.Lang, w.doc.Language), bold: true}
		if i > 0 {
			style, at.bold, at.italic = styleSubtitle, false, true
		}
		w.paragraph(w.main, para{style: style}, func() { w.spans(w.main, t.Text, at) })
	}
	lines(b.Below, styleCoverLine, l, 0)
	if f := fit(b.Logo, min(coverLogoWidth, float64(w.opt.TextWidth())), coverLogoHeight); f.picture != nil {
		w.paragraph(w.main, para{style: styleCoverLogo, before: logoGap}, func() { w.picture(w.main, f) })
	}
	for i, n := range b.Notice {
		at := look{lang: or(n.Lang, w.doc.Language)}
		if i > 0 {
			at = at.second(at.lang)
		}
		p := para{style: styleCoverNotice}
		if i == 0 {
			p.before = footGap
			footGap = w.looks.Line
		}
		w.paragraph(w.main, p, func() { w.spans(w.main, n.Text, at) })
	}
	l.bold = true
	lines(b.Foot, styleCoverFoot, l, footGap)
}

// coverGaps are the spaces over the logo and over what stands at the cover's foot.
func (w *writer) coverGaps(b *document.Cover) (logo, foot float64) {
	box := w.box(b)
	if box == nil {
		return w.looks.Line, w.looks.Line
	}
	const slack = 3 // so that what Word makes higher does not run over the page
	end, footed := 0.0, false
	for i, t := range box.Texts {
		if t.Source.Part == document.PartNotice || t.Source.Part == document.PartLine && t.Source.Index >= len(b.Above)+len(b.Below) {
			for _, d := range box.Drawings {
				logo = max(d.Y-end-slack, 0)
				end = d.Y + d.Height
			}
			foot, footed = max(t.Y-0.8*t.Size-end-slack, 0), true
			break
		}
		end = box.Texts[i].Y + 0.35*t.Size
	}
	for _, d := range box.Drawings {
		if !footed {
			logo = max(d.Y-end-slack, 0)
		}
	}
	return logo, foot
}

// box is what the page shows of a block in its first place, nil for nothing.
func (w *writer) box(b document.Block) *layout.Box {
	for i := range w.lay.Pages {
		for _, item := range w.lay.Pages[i].Items {
			if item.Box.Block == b {
				return item.Box
			}
		}
	}
	return nil
}

// letterhead is the head of the agency's paper: lines in the middle of the page, the logo
// at their left, a double rule under them.
func (w *writer) letterhead(b *document.Letterhead) {
	logo := fit(b.Logo, letterheadLogo, letterheadLogo)
	side, over, under, right := 0.0, 0.0, 0.0, 0.0
	if logo.picture != nil {
		side = logo.width + logoGap
		right = side
	}
	if box := w.box(b); box != nil && len(box.Texts) > 0 && len(box.Rules) > 0 {
		first, last := box.Texts[0], box.Texts[len(box.Texts)-1]
		over = max(first.Y-1.05*first.Size, 0)
		under = max(box.Rules[0].Y-last.Y-0.35*last.Size-5, 0)
		if middle := first.X + first.Line.Width/2; logo.picture != nil && middle > float64(w.opt.TextWidth())/2+side/4 {
			right = 0 // the lines need what the logo leaves
		}
	}
	for i, line := range []struct {
		spans []document.Span
		style string
		bold  bool
	}{{b.Parent, styleLetterLine, false}, {b.Name, styleLetterName, true}, {b.Address, styleLetterSmall, false}, {b.Line, styleLetterSmall, false}} {
		if len(line.spans) == 0 && !(i == 3 && logo.picture != nil) {
			continue
		}
		w.paragraph(w.main, para{style: line.style, left: side, right: right, before: over}, func() {
			if logo.picture != nil {
				w.float(w.main, logo)
				logo.picture = nil
			}
			w.spans(w.main, line.spans, look{lang: w.doc.Language, bold: line.bold})
		})
		over = 0
	}
	w.paragraph(w.main, para{style: styleLetterRule, before: under}, func() {})
}

// signatures stand two to a row, a single or a last one at the right, in a table without
// rules: what is read is one signature after the other.
func (w *writer) signatures(b *document.Signatures) {
	const gutter = layout.Gutter
	half := (w.available() - gutter) / 2
	l := look{lang: w.doc.Language}
	if len(b.Date) > 0 {
		w.paragraph(w.main, para{style: styleSignature, left: half + gutter, keep: true, before: 1.5 * w.looks.Line}, func() { w.spans(w.main, b.Date, l) })
	} else {
		w.paragraph(w.main, para{style: styleTableEnd, keep: true, before: w.looks.Line}, func() {})
	}
	p := w.main
	p.open("w:tbl")
	p.open("w:tblPr")
	p.val("w:tblStyle", p.styles.id(styleSignatures))
	p.empty("w:tblW", "w:w", twips(2*half+gutter), "w:type", "dxa")
	p.empty("w:tblLayout", "w:type", "fixed")
	p.open("w:tblCellMar")
	p.empty("w:left", "w:w", "0", "w:type", "dxa")
	p.empty("w:right", "w:w", "0", "w:type", "dxa")
	p.close("w:tblCellMar")
	p.empty("w:tblLook", "w:val", "0600", "w:firstRow", "0", "w:lastRow", "0", "w:firstColumn", "0", "w:lastColumn", "0", "w:noHBand", "1", "w:noVBand", "1")
	p.close("w:tblPr")
	p.open("w:tblGrid")
	p.empty("w:gridCol", "w:w", twips(half+gutter))
	p.empty("w:gridCol", "w:w", twips(half))
	p.close("w:tblGrid")
	for i := 0; i < len(b.Items); i += 2 {
		pair := []*document.Signature{nil, &b.Items[i]}
		if i+1 < len(b.Items) {
			pair = []*document.Signature{&b.Items[i], &b.Items[i+1]}
		}
		w.signatureRow(pair, half)
	}
	p.close("w:tbl")
	w.paragraph(p, para{style: styleTableEnd}, func() {})
}

func (w *writer) signatureRow(pair []*document.Signature, width float64) {
	p := w.main
	p.open("w:tr")
	p.open("w:trPr")
	p.empty("w:cantSplit")
	p.close("w:trPr")
	most := 0
	lines := func(s *document.Signature) int {
		if s == nil {
			return 0
		}
		n := 0
		for _, spans := range [][]document.Span{s.As, s.Role} {
			if len(spans) > 0 {
				n += w.lay.Lines(spans, w.looks.Signature, width)
			}
		}
		return n
	}
	for _, s := range pair {
		most = max(most, lines(s))
	}
	for i, s := range pair {
		p.open("w:tc")
		p.open("w:tcPr")
		if i == 0 {
			p.empty("w:tcW", "w:w", twips(width+layout.Gutter), "w:type", "dxa")
			p.open("w:tcMar")
			p.empty("w:right", "w:w", twips(layout.Gutter), "w:type", "dxa")
			p.close("w:tcMar")
		} else {
			p.empty("w:tcW", "w:w", twips(width), "w:type", "dxa")
		}
		p.close("w:tcPr")
		if s == nil {
			w.paragraph(p, para{style: styleSignature}, func() {})
		} else { // the names stand at one height
			w.signature(s, signatureSpace+float64(most-lines(s))*w.looks.Signature.Leading)
		}
		p.close("w:tc")
	}
	p.close("w:tr")
}

// signature is one of them, with the room for it over the name.
func (w *writer) signature(s *document.Signature, space float64) {
	l := look{lang: w.doc.Language}
	for _, line := range []struct {
		spans []document.Span
		style string
	}{{s.As, styleSignature}, {s.Role, styleSignature}, {s.Name, styleSignName}, {s.Number, styleSignature}} {
		if len(line.spans) == 0 {
			continue
		}
		of, at := para{style: line.style, keep: true}, l
		if line.style == styleSignName {
			of.before, at.bold = space, true
		}
		w.paragraph(w.main, of, func() { w.spans(w.main, line.spans, at) })
	}
}
