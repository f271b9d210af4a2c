package layout

import (
	"strconv"
	"strings"
	"unicode"

	"wogreport/internal/document"
	"wogreport/internal/pdf/typeset"
)

// Distances of the running lines from the text, in points.
const (
	headerGap = 22.0 // from the header's baseline to the text
	ruleGap   = 5.0  // from the header's baseline to its rule
	footerGap = 30.0 // from the text to the footer's baseline
)

// headerGap and footerGap are smaller where the margin is.
func (bs *blockSetter) headerGap() float64 { return min(headerGap, 0.42*bs.opt.Margins.Top*mm) }
func (bs *blockSetter) footerGap() float64 {
	return min(bs.wantedFooterGap(), 0.62*bs.opt.Margins.Bottom*mm)
}

// wantedFooterGap keeps a caption that ends a page a line and a half from the footer where
// the page is a line longer.
func (bs *blockSetter) wantedFooterGap() float64 {
	const descent = 2.5
	return max(footerGap, 2.5*bs.styles.line-descent)
}

// running adds the masthead to the first page, the header to the others and
// the footer to all.
func (bs *blockSetter) running(pages []Page, fr frame) {
	gap := bs.headerGap()
	for i := range pages {
		pg := &pages[i]
		head := &Box{}
		bare, opens := pg.opening()
		if bare {
			continue
		}
		if i == 0 {
			masthead, drop := bs.masthead()
			head.put(masthead, fr.x, fr.y+drop)
		} else if !opens {
			bs.runningLine(head, bs.doc.Header, "the header", pg.Label(), len(pages), fr.x, fr.y-gap)
			if len(head.Texts) > 0 {
				head.Rules = append(head.Rules, Rule{X: fr.x, Y: fr.y - gap + ruleGap, Length: bs.measure, Weight: lightRule})
			}
		}
		foot := &Box{}
		bs.runningLine(foot, bs.doc.Footer, "the footer", pg.Label(), len(pages), fr.x, fr.y+fr.height+bs.footerGap())
		pg.Items = append([]Item{{Box: head}}, append(pg.Items, Item{Box: foot})...)
	}
}

// opening reports whether what is on the page keeps running lines, or a header, off it.
func (p *Page) opening() (bare, opens bool) {
	for _, at := range p.Items {
		bare, opens = bare || at.Box.bare, opens || at.Box.opens
	}
	return bare, opens
}

// The logo stands at the left of the masthead: at most so high, in points,
// and so wide, in parts of the measure.
const (
	logoHeight = 42.0
	logoWidth  = 0.3
	logoGap    = 9.0  // from the logo to the lines beside it
	edge       = 12.0 // from the paper's edge to the highest thing on it
)

// masthead is the journal's lines over the first page, with the logo beside
// and a rule under them, from the text's upper left corner upwards. Where it is
// higher than the margin, the page's text must drop by so much.
func (bs *blockSetter) masthead() (b *Box, drop float64) {
	b = &Box{}
	m := bs.doc.Masthead
	if m.Name == "" && m.Line == "" && m.ISSN == "" && m.Logo == nil {
		return b, 0
	}
	y := -bs.headerGap()
	b.Rules = []Rule{{Y: y + ruleGap, Length: bs.measure, Weight: lightRule}}
	top := y
	left := 0.0
	if d, ok := pictured(m.Logo, logoWidth*bs.measure, logoHeight, document.Source{Part: document.PartLogo}); ok {
		d.Y = y + ruleGap - 5 - d.Height
		b.Drawings = []Drawing{d}
		top, left = d.Y, d.Width+logoGap
	}
	type row struct {
		left, right string
		style       typeset.Style
		index       int // of the source of its first text
	}
	rows := []row{{m.Name, "", bs.styles.mastName, 0}}
	line := row{m.Line, m.ISSN, bs.styles.mastLine, 1}
	width := bs.oneLine(m.Line, line.style).Width + bs.oneLine(m.ISSN, line.style).Width
	if m.Line == "" || left+width+20 < bs.measure {
		if m.Line == "" {
			line.left, line.right, line.index = m.ISSN, "", 2
		}
		rows = append(rows, line)
	} else {
		rows = append(rows, row{m.Line, "", line.style, 1}, row{m.ISSN, "", line.style, 2})
	}
	for i := len(rows) - 1; i >= 0; i-- {
		r := rows[i]
		if r.left == "" && r.right == "" {
			continue
		}
		from := len(b.Texts)
		cut := bs.ends(b, r.left, r.right, r.style, left, y, bs.measure-left)
		for k := range b.Texts[from:] {
			b.Texts[from+k].Source = document.Source{Part: document.PartLine, Index: r.index + k}
		}
		if cut {
			bs.warnCut("the line over the first page", "shorten the name or the lines of  journal:")
		}
		top = min(top, y-0.75*r.style.Size)
		y -= r.style.Leading
	}
	return b, max(0, edge-bs.opt.Margins.Top*mm-top)
}

// runningLine sets a running line on a baseline. A title that is cut short there is
// whole on the first page; words that the author chose for the line are nowhere else.
func (bs *blockSetter) runningLine(b *Box, r document.Running, name, number string, count int, x, y float64) {
	fill := func(s string) string {
		s = strings.ReplaceAll(s, document.PageNumber, number)
		return strings.ReplaceAll(s, document.PageCount, strconv.Itoa(count))
	}
	style := bs.styles.running
	bs.line = r
	defer func() { bs.line = document.Running{} }()
	center := fill(r.Center)
	cut := false
	if center == "" {
		left, right := bs.uncut(fill(r.Left), fill(r.Right), style, r.Own)
		cut = bs.ends(b, left, right, style, x, y, bs.measure)
	} else {
		var l *typeset.Line
		l, cut = bs.shorten(center, style, bs.measure/2)
		half := (bs.measure-l.Width)/2 - runningGap
		left := bs.ends(b, fill(r.Left), "", style, x, y, half)
		right := bs.ends(b, "", fill(r.Right), style, x+bs.measure-half, y, half)
		cut = cut || left || right
		b.Texts = append(b.Texts, Text{X: x + (bs.measure-l.Width)/2, Y: y, Line: l, Size: style.Size})
	}
	if cut && r.Own {
		bs.warnCut(name, "the page has room for a few words beside the page's number")
	}
}

// uncut are the texts at the ends of a running line, of which the one at the left is left out where
// both have no room and the other has, a title: neither is cut then. An author's own words stay.
func (bs *blockSetter) uncut(left, right string, style typeset.Style, own bool) (string, string) {
	if own || left == "" || right == "" {
		return left, right
	}
	title := bs.oneLine(right, style).Width
	if title <= bs.measure && bs.oneLine(left, style).Width+runningGap+title > bs.measure {
		return "", right
	}
	return left, right
}

// runningGap is the least space between two texts of a running line.
const runningGap = 15

// ends sets a text at the left and one at the right end of a line, and reports
// whether it cut one short, as they didn't fit its width.
func (bs *blockSetter) ends(b *Box, left, right string, style typeset.Style, x, y, width float64) (cut bool) {
	free := width
	if left != "" && right != "" {
		free -= runningGap + min(bs.oneLine(left, style).Width, 0.4*width)
	}
	var atRight []Text
	if right != "" {
		l, short := bs.shorten(right, style, free)
		cut = short
		atRight = []Text{{X: x + width - l.Width, Y: y, Line: l, Size: style.Size}}
		free = width - l.Width - runningGap
	}
	if left != "" {
		l, short := bs.shorten(left, style, free)
		cut = cut || short
		b.Texts = append(b.Texts, Text{X: x, Y: y, Line: l, Size: style.Size})
	}
	b.Texts = append(b.Texts, atRight...)
	return cut
}

// oneLine is a text on one line, however long.
func (bs *blockSetter) oneLine(text string, style typeset.Style) *typeset.Line {
	spans := bs.line.Spans(strings.Join(strings.Fields(text), " "))
	for i := range spans {
		spans[i].Text = strings.ReplaceAll(spans[i].Text, " ", "\u00a0")
	}
	style.Align = typeset.Left
	return &bs.Set(spans, style, bs.doc.Language, nil, typeset.Unbroken)[0]
}

// shorten is the text on one line, cut with an ellipsis where it is too long;
// an empty line where nothing fits.
func (bs *blockSetter) shorten(text string, style typeset.Style, width float64) (line *typeset.Line, cut bool) {
	const most = 4000 // bytes, more than any page is wide
	if len(text) > most {
		return bs.shortened(strings.ToValidUTF8(text[:most], ""), style, width), true
	}
	l := bs.oneLine(text, style)
	if l.Width <= width {
		return l, false
	}
	return bs.shortened(text, style, width), true
}

// shortened is the beginning of a text, with an ellipsis.
func (bs *blockSetter) shortened(text string, style typeset.Style, width float64) *typeset.Line {
	letters := []rune(strings.Join(strings.Fields(text), " "))
	fit := func(n int) *typeset.Line { return bs.oneLine(strings.TrimSpace(string(letters[:n]))+"…", style) }
	// the longest beginning that fits
	low, high := 0, len(letters)
	for low < high {
		if mid := (low + high + 1) / 2; fit(mid).Width <= width {
			low = mid
		} else {
			high = mid - 1
		}
	}
	if low == 0 {
		return &typeset.Line{}
	}
	// at the end of a part of it, or at least of a word, unless that is all there is
	for n := low; n > low/4; n-- {
		if n < len(letters) && letters[n] == ':' {
			return bs.oneLine(string(letters[:n]), style)
		}
	}
	for n := low; n > low/2; n-- {
		if letters[n] == ' ' {
			for n > 1 && !unicode.IsLetter(letters[n-1]) && !unicode.IsDigit(letters[n-1]) {
				n--
			}
			return fit(n)
		}
	}
	return fit(low)
}
