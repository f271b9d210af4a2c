package pdf

import (
	"strconv"
	"strings"
	"unicode"

	"wogreport/internal/document"
)

// Distances of the running lines from the text, in points.
const (
	headerGap = 22.0 // from the header's baseline to the text
	ruleGap   = 5.0  // from the header's baseline to its rule
	footerGap = 30.0 // from the text to the footer's baseline
)

// headerGap and footerGap are smaller where the margin is.
func (c *composer) headerGap() float64 { return min(headerGap, 0.42*c.opt.Margins.Top*mm) }
func (c *composer) footerGap() float64 { return min(footerGap, 0.62*c.opt.Margins.Bottom*mm) }

// running adds the masthead to the first page, the header to the others and
// the footer to all, before what the page holds.
func (c *composer) running(pages []page, fr frame) {
	gap := c.headerGap()
	for i := range pages {
		pg := &pages[i]
		s := &slab{}
		bare, opens := pg.looks()
		if bare {
			continue
		}
		if i == 0 {
			head, drop := c.masthead()
			s.put(head, fr.x, fr.y+drop)
		} else if !opens {
			c.runningLine(s, c.doc.Header, "the header", pg.label(), len(pages), fr.x, fr.y-gap)
			if len(s.texts) > 0 {
				s.rules = append(s.rules, rule{x: fr.x, y: fr.y - gap + ruleGap, length: c.measure, weight: lightRule})
			}
		}
		foot := &slab{}
		c.runningLine(foot, c.doc.Footer, "the footer", pg.label(), len(pages), fr.x, fr.y+fr.height+c.footerGap())
		pg.placed = append([]placed{{slab: s}}, append(pg.placed, placed{slab: foot})...)
	}
}

// looks are those of what is on the page.
func (p *page) looks() (bare, opens bool) {
	for _, at := range p.placed {
		bare, opens = bare || at.slab.bare, opens || at.slab.opens
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
func (c *composer) masthead() (s *slab, drop float64) {
	s = &slab{}
	m := c.doc.Masthead
	if m.Name == "" && m.Line == "" && m.ISSN == "" && m.Logo == nil {
		return s, 0
	}
	y := -c.headerGap()
	s.rules = []rule{{y: y + ruleGap, length: c.measure, weight: lightRule}}
	top := y
	left := 0.0
	if p := m.Logo; p != nil && p.Width > 0 && p.Height > 0 {
		scale := min(logoHeight/float64(p.Height), logoWidth*c.measure/float64(p.Width))
		w, h := float64(p.Width)*scale, float64(p.Height)*scale
		top = y + ruleGap - 5 - h
		s.drawings = []drawing{{y: top, width: w, height: h, scale: 1, alt: p.Alt, picture: p}}
		left = w + logoGap
	}
	type row struct {
		left, right string
		style       textStyle
	}
	rows := []row{{m.Name, "", c.sheet.mastName}}
	line := row{m.Line, m.ISSN, c.sheet.mastLine}
	width := c.oneLine(m.Line, line.style).width + c.oneLine(m.ISSN, line.style).width
	if m.Line == "" || left+width+20 < c.measure {
		if m.Line == "" {
			line.left, line.right = m.ISSN, ""
		}
		rows = append(rows, line)
	} else {
		rows = append(rows, row{m.Line, "", line.style}, row{m.ISSN, "", line.style})
	}
	for i := len(rows) - 1; i >= 0; i-- {
		r := rows[i]
		if r.left == "" && r.right == "" {
			continue
		}
		if c.ends(s, r.left, r.right, r.style, left, y, c.measure-left) {
			c.warnCut("the line over the first page", "shorten the name or the lines of  journal:")
		}
		top = min(top, y-0.75*r.style.size)
		y -= r.style.leading
	}
	return s, max(0, edge-c.opt.Margins.Top*mm-top)
}

// runningLine sets a running line on a baseline. A title that is cut short there is
// whole on the first page; words that the author chose for the line are nowhere else.
func (c *composer) runningLine(s *slab, r document.Running, name, number string, count int, x, y float64) {
	fill := func(s string) string {
		s = strings.ReplaceAll(s, document.PageNumber, number)
		return strings.ReplaceAll(s, document.PageCount, strconv.Itoa(count))
	}
	style := c.sheet.running
	center := fill(r.Center)
	cut := false
	if center == "" {
		cut = c.ends(s, fill(r.Left), fill(r.Right), style, x, y, c.measure)
	} else {
		var l *textLine
		l, cut = c.shorten(center, style, c.measure/2)
		half := (c.measure-l.width)/2 - runningGap
		left := c.ends(s, fill(r.Left), "", style, x, y, half)
		right := c.ends(s, "", fill(r.Right), style, x+c.measure-half, y, half)
		cut = cut || left || right
		s.texts = append(s.texts, placedText{x: x + (c.measure-l.width)/2, y: y, line: l, size: style.size})
	}
	if cut && r.Own {
		c.warnCut(name, "the page has room for a few words beside the page's number")
	}
}

// runningGap is the least room between two texts of a running line.
const runningGap = 15

// ends sets a text at the left and one at the right end of a line, and reports
// whether it cut one short, as they didn't fit its width.
func (c *composer) ends(s *slab, left, right string, style textStyle, x, y, width float64) (cut bool) {
	room := width
	if left != "" && right != "" {
		room -= runningGap + min(c.oneLine(left, style).width, 0.4*width)
	}
	var atRight []placedText
	if right != "" {
		l, short := c.shorten(right, style, room)
		cut = short
		atRight = []placedText{{x: x + width - l.width, y: y, line: l, size: style.size}}
		room = width - l.width - runningGap
	}
	if left != "" {
		l, short := c.shorten(left, style, room)
		cut = cut || short
		s.texts = append(s.texts, placedText{x: x, y: y, line: l, size: style.size})
	}
	s.texts = append(s.texts, atRight...)
	return cut
}

// oneLine is a text on one line, however long.
func (c *composer) oneLine(text string, style textStyle) *textLine {
	spans := []document.Span{{Text: strings.Join(strings.Fields(text), "\u00a0")}}
	style.align = left
	return &c.set(spans, style, c.doc.Language, nil, unbroken)[0]
}

// shorten is the text on one line, cut with an ellipsis where it is too long;
// an empty line where there is no room at all.
func (c *composer) shorten(text string, style textStyle, room float64) (line *textLine, cut bool) {
	l := c.oneLine(text, style)
	if l.width <= room {
		return l, false
	}
	return c.shortened(text, style, room), true
}

// shortened is the beginning of a text, with an ellipsis.
func (c *composer) shortened(text string, style textStyle, room float64) *textLine {
	letters := []rune(strings.Join(strings.Fields(text), " "))
	fit := func(n int) *textLine { return c.oneLine(strings.TrimSpace(string(letters[:n]))+"…", style) }
	// the longest beginning that fits
	low, high := 0, len(letters)
	for low < high {
		if mid := (low + high + 1) / 2; fit(mid).width <= room {
			low = mid
		} else {
			high = mid - 1
		}
	}
	if low == 0 {
		return &textLine{}
	}
	// at the end of a part of it, or at least of a word, unless that is all there is
	for n := low; n > low/2; n-- {
		if n < len(letters) && letters[n] == ':' {
			return c.oneLine(string(letters[:n]), style)
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
