package pdf

import (
	"strconv"
	"strings"

	"wogreport/internal/report"
)

// Distances of the running lines from the text, in points.
const (
	headerGap = 22.0 // from the header's baseline to the text
	ruleGap   = 5.0  // from the header's baseline to its rule
	footerGap = 30.0 // from the text to the footer's baseline
)

// running adds the masthead to the first page, the header to the others and
// the footer to all, before what the page holds.
func (c *composer) running(pages []page, fr frame) {
	for i := range pages {
		pg := &pages[i]
		s := &slab{}
		if i == 0 {
			c.masthead(s, fr)
		} else {
			c.runningLine(s, c.doc.Header, pg.number, len(pages), fr.x, fr.y-headerGap)
			if len(s.texts) > 0 {
				s.rules = append(s.rules, rule{x: fr.x, y: fr.y - headerGap + ruleGap, length: c.measure, weight: lightRule})
			}
		}
		foot := &slab{}
		c.runningLine(foot, c.doc.Footer, pg.number, len(pages), fr.x, fr.y+fr.height+footerGap)
		pg.placed = append([]placed{{slab: s}}, append(pg.placed, placed{slab: foot})...)
	}
}

// masthead sets the journal's lines over the first page, with a rule under them.
func (c *composer) masthead(s *slab, fr frame) {
	m := c.doc.Masthead
	if m.Name == "" && m.Line == "" && m.ISSN == "" {
		return
	}
	type row struct {
		left, right string
		style       textStyle
	}
	rows := []row{{m.Name, "", c.sheet.mastName}}
	line := row{m.Line, m.ISSN, c.sheet.mastLine}
	width := c.oneLine(m.Line, line.style).width + c.oneLine(m.ISSN, line.style).width
	if m.Line == "" || width+20 < c.measure {
		if m.Line == "" {
			line.left, line.right = m.ISSN, ""
		}
		rows = append(rows, line)
	} else {
		rows = append(rows, row{m.Line, "", line.style}, row{m.ISSN, "", line.style})
	}
	y := fr.y - headerGap
	for i := len(rows) - 1; i >= 0; i-- {
		r := rows[i]
		if r.left == "" && r.right == "" {
			continue
		}
		c.ends(s, r.left, r.right, r.style, fr.x, y)
		y -= r.style.leading
	}
	s.rules = append(s.rules, rule{x: fr.x, y: fr.y - headerGap + ruleGap, length: c.measure, weight: lightRule})
}

// runningLine sets a running line on a baseline.
func (c *composer) runningLine(s *slab, r report.Running, number, count int, x, y float64) {
	fill := strings.NewReplacer(report.PageNumber, strconv.Itoa(number), report.PageCount, strconv.Itoa(count))
	style := c.sheet.running
	taken := c.ends(s, fill.Replace(r.Left), fill.Replace(r.Right), style, x, y)
	if center := fill.Replace(r.Center); center != "" {
		if l := c.shorten(center, style, c.measure-2*taken); l.width > 0 {
			s.texts = append(s.texts, placedText{x: x + (c.measure-l.width)/2, y: y, line: l, size: style.size})
		}
	}
}

// ends sets a text at the left and one at the right end of a line, cut short
// where they don't fit, and says how much of a half of the line they take.
func (c *composer) ends(s *slab, left, right string, style textStyle, x, y float64) (taken float64) {
	const gap = 15
	room := c.measure
	if left != "" && right != "" {
		room -= gap + min(c.oneLine(left, style).width, 0.4*c.measure)
	}
	var atRight []placedText
	if right != "" {
		l := c.shorten(right, style, room)
		atRight = []placedText{{x: x + c.measure - l.width, y: y, line: l, size: style.size}}
		room, taken = c.measure-l.width-gap, l.width+gap
	}
	if left != "" {
		l := c.shorten(left, style, room)
		s.texts = append(s.texts, placedText{x: x, y: y, line: l, size: style.size})
		taken = max(taken, l.width+gap)
	}
	s.texts = append(s.texts, atRight...)
	return taken
}

// oneLine is a text on one line, however long.
func (c *composer) oneLine(text string, style textStyle) *textLine {
	spans := []report.Span{{Text: strings.Join(strings.Fields(text), "\u00a0")}}
	style.align = left
	return &c.set(spans, style, c.doc.Language, nil, unbroken)[0]
}

// shorten is the text on one line, cut with an ellipsis where it is too long;
// an empty line where there is no room at all.
func (c *composer) shorten(text string, style textStyle, room float64) *textLine {
	l := c.oneLine(text, style)
	if l.width <= room {
		return l
	}
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
	// not within a word, unless the word is all there is
	for n := low; n > low/2; n-- {
		if letters[n] == ' ' {
			return fit(n)
		}
	}
	return fit(low)
}
