package layout

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"wogreport/internal/document"
	"wogreport/internal/pdf/typeset"
)

// pageRef is the number of the page that holds an anchor, set when the pages
// are known: at the right end of a line, over a row of dots that begins after
// the line's text.
type pageRef struct {
	id    string
	x, y  float64 // the right end of the number, and its baseline
	from  float64 // where the dots begin
	style typeset.Style

	source document.Source
}

// contents sets a line or more for each entry, with a place for its page.
func (bs *blockSetter) contents(b *document.Contents, in bounds) []piece {
	s := &bs.styles
	style := s.body
	style.Indent, style.Align, style.Rigid = 0, typeset.Left, true
	number := bs.oneLine("xxviii", style).Width
	hang := 0.0
	entries := bs.doc.Entries(b.Of)
	for _, e := range entries {
		if e.Level != 2 && e.Label != "" {
			label := style
			label.Bold = e.Level == 1
			hang = max(hang, bs.oneLine(e.Label, label).Width+0.9*style.Size)
		}
	}
	hang = min(hang, in.width/3)
	var out []piece
	for i, e := range entries {
		style := style
		at := in
		if e.Level == 1 {
			style.Bold = true
		}
		if e.Level == 2 || e.Label != "" {
			at = in.inset(hang, 0)
		}
		lines := bs.Set(linked(atMost(e.Text, longestEntry), "#"+e.ID), style, bs.doc.Language, b, at.width-number-style.Size)
		from := document.Source{Block: b, Part: document.PartEntry, Index: i}
		line := &Box{Block: b}
		if e.Label != "" {
			label := bs.Set([]document.Span{{Text: strings.ReplaceAll(e.Label, " ", "\u00a0"), Link: "#" + e.ID}}, style, bs.doc.Language, b, typeset.Unbroken)
			line.text(&label[0], style, from, in.x, 0)
		}
		line.Height = line.lines(lines, style, from, at.x, 0)
		last := line.Texts[len(line.Texts)-1]
		line.refs = []pageRef{{id: e.ID, source: from, x: in.x + in.width, y: last.Y, from: last.X + last.Line.Width + 0.4*style.Size, style: style}}
		f := piece{box: line}
		if e.Level == 1 {
			f.above = 0.35 * s.line
		}
		out = append(out, f)
	}
	if len(out) > 0 {
		out[len(out)-1].below = s.line
	}
	return out
}

// longestEntry is how many letters an entry of a list, a line of the letterhead or
// of a signature has at most: they are not divided between pages.
const longestEntry = 400

// atMost is text of at most so many letters, with an ellipsis where it was longer.
func atMost(spans []document.Span, letters int) []document.Span {
	for i, s := range spans {
		n := utf8.RuneCountInString(s.Text)
		if n <= letters {
			letters -= n
			continue
		}
		s.Text = strings.TrimRight(string([]rune(s.Text)[:letters]), " ,;:") + "…"
		return append(slices.Clone(spans[:i]), s)
	}
	return spans
}

// atMost is text of a letterhead or of a signature, with a warning where it is cut.
func (bs *blockSetter) atMost(spans []document.Span, b document.Block) []document.Span {
	out := atMost(spans, longestEntry)
	if len(out) > 0 && len(out[len(out)-1].Text) < len(spans[len(out)-1].Text) {
		bs.warnCut(blockName(b), "it may have "+strconv.Itoa(longestEntry)+" letters")
	}
	return out
}

// linked is text of which every part leads to one place.
func linked(spans []document.Span, to string) []document.Span {
	out := make([]document.Span, len(spans))
	for i, s := range spans {
		s.Link = to
		out[i] = s
	}
	return out
}

// dotGap is from one dot of a leader to the next, in parts of the size.
const dotGap = 0.42

// resolve puts the pages' numbers into the lists of contents.
func (bs *blockSetter) resolve(pages []Page, targets map[string]Target) {
	for _, pg := range pages {
		for _, p := range pg.Items {
			for _, r := range p.Box.refs {
				bs.resolveRef(p.Box, r, pages, targets)
			}
			p.Box.refs = nil
		}
	}
}

func (bs *blockSetter) resolveRef(b *Box, r pageRef, pages []Page, targets map[string]Target) {
	if at, ok := targets[r.id]; ok {
		spans := []document.Span{{Text: pages[at.Page-1].Label(), Link: "#" + r.id}}
		line := &bs.Set(spans, r.style, bs.doc.Language, b.Block, typeset.Unbroken)[0]
		b.Texts = append(b.Texts, Text{X: r.x - line.Width, Y: r.y, Line: line, Size: r.style.Size, Source: r.source})
	}
	// all dots of a list stand under each other
	gap := dotGap * r.style.Size
	end := r.x - 2*r.style.Size
	if n := int((end - r.from) / gap); n > 0 {
		b.Leaders = append(b.Leaders, Leader{X: end - float64(n)*gap, Y: r.y, Gap: gap, Count: n, Radius: 0.09 * r.style.Size})
	}
}
