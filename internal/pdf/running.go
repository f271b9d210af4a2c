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
	c.ends(s, fill.Replace(r.Left), fill.Replace(r.Right), style, x, y)
	if center := fill.Replace(r.Center); center != "" {
		l := c.oneLine(center, style)
		s.texts = append(s.texts, placedText{x: x + (c.measure-l.width)/2, y: y, line: l, size: style.size})
	}
}

// ends sets a text at the left and one at the right end of a line; the left
// one is cut short where both don't fit.
func (c *composer) ends(s *slab, left, right string, style textStyle, x, y float64) {
	room := c.measure
	if right != "" {
		l := c.shorten(right, style, room)
		s.texts = append(s.texts, placedText{x: x + c.measure - l.width, y: y, line: l, size: style.size})
		room -= l.width + 15
	}
	if left != "" && room > 30 {
		l := c.shorten(left, style, room)
		s.texts = append([]placedText{{x: x, y: y, line: l, size: style.size}}, s.texts...)
	}
}

// oneLine is a text on one line, however long.
func (c *composer) oneLine(text string, style textStyle) *textLine {
	t := c.shape([]report.Span{{Text: strings.Join(strings.Fields(text), "\u00a0")}}, style, c.doc.Language, nil)
	if len(t.glyphs) == 0 {
		return &textLine{}
	}
	return &t.setLines(t.natural() + 1)[0]
}

// shorten is the text on one line, cut with an ellipsis where it is too long.
func (c *composer) shorten(text string, style textStyle, room float64) *textLine {
	l := c.oneLine(text, style)
	words := strings.Fields(text)
	for l.width > room && len(words) > 1 {
		words = words[:len(words)-1]
		l = c.oneLine(strings.Join(words, " ")+" …", style)
	}
	letters := []rune(text)
	for l.width > room && len(letters) > 1 {
		letters = letters[:len(letters)*3/4]
		l = c.oneLine(string(letters)+"…", style)
	}
	return l
}
