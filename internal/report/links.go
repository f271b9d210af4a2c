package report

import (
	"cmp"
	"strconv"
	"strings"

	"wogreport/internal/document"
	"wogreport/internal/lang"
)

// resolve gives every link without words the label of what it points to, and
// reports those that point nowhere.
func (c *composer) resolve(blocks []document.Block) {
	for _, b := range blocks {
		if h, ok := b.(*document.Heading); ok && c.labels[h.ID] == "" {
			c.labels[h.ID] = document.Plain(document.WithoutNotes(h.Text))
		}
	}
	each(blocks, func(spans []document.Span) {
		for i := range spans {
			s := &spans[i]
			id, internal := strings.CutPrefix(s.Link, "#")
			if !internal {
				continue
			}
			if s.Text == "" {
				s.Text = c.labels[id]
				if s.Text == "" {
					s.Text = c.labels["section:"+id]
				}
				if s.Lang != "" && s.Lang == c.second && c.seconds[id] != "" {
					s.Text = c.seconds[id]
				}
			}
			if s.Text == "" || !c.ids[id] && !c.ids["section:"+id] {
				c.at = c.pos(c.linked[s.Link], "("+s.Link)
				if c.linked[s.Link].Line > 0 && c.at.Col > 1 {
					c.at.Col -= len("(") // the mark's place is that of the #
				}
				c.problem("unknown-target", "nothing in the document is called "+strconv.Quote(id), "")
				s.Text = id
				continue
			}
			if !c.ids[id] {
				s.Link = "#section:" + id
			} else if t, ok := c.targets[id]; ok {
				s.Link = "#" + t
			}
		}
		c.rangeRefs(spans)
	})
}

// rangeRefs names three and more figures or tables of a list that have consecutive
// numbers by the first and the last: "Figures 3–6".
func (c *composer) rangeRefs(spans []document.Span) {
	for i := 0; i < len(spans); i++ {
		kind, first, ok := labelled(spans[i])
		if !ok {
			continue
		}
		last := i
		for last+2 < len(spans) {
			k, n, ok := labelled(spans[last+2])
			if !ok || k != kind || n != first+(last-i)/2+1 || !c.listMark(spans[last+1]) {
				break
			}
			last += 2
		}
		if last < i+4 {
			continue
		}
		spans[i].Text = c.plain(c.wording[c.languageOf(spans[i])].Get("word."+kind+"s")) + "\u00a0" + strconv.Itoa(first)
		mark := spans[i+1]
		mark.Text = "–"
		spans[i+1], spans[i+2] = mark, spans[last]
		spans[i+2].Text = strconv.Itoa(first + (last-i)/2)
		clear(spans[i+3 : last+1])
		i = last
	}
}

// languageOf is the language of a span: its own, or the body's.
func (c *composer) languageOf(s document.Span) lang.Tag { return cmp.Or(s.Lang, c.body) }

// labelled is the kind and the number of the figure or table that a link names by its label.
func labelled(s document.Span) (kind string, number int, ok bool) {
	id, internal := strings.CutPrefix(s.Link, "#")
	kind, _, named := strings.Cut(id, ":")
	_, digits, numbered := strings.Cut(s.Text, "\u00a0")
	number, err := strconv.Atoi(digits)
	return kind, number, internal && named && numbered && err == nil && (kind == "figure" || kind == "table")
}

// listMark reports whether a text is what stands between two entries of a list.
func (c *composer) listMark(s document.Span) bool {
	text, and := strings.ReplaceAll(s.Text, "\u00a0", " "), lang.Of(c.languageOf(s)).And
	return s.Link == "" && (text == ", " || text == " "+and+" " || text == ", "+and+" ")
}

// each visits the spans of all blocks, in place.
func each(blocks []document.Block, f func([]document.Span)) {
	cells := func(rows [][]document.Cell) {
		for _, r := range rows {
			for i := range r {
				f(r[i].Text)
				f(r[i].Second)
			}
		}
	}
	for _, b := range blocks {
		switch b := b.(type) {
		case *document.Heading:
			f(b.Text)
		case *document.Paragraph:
			f(b.Text)
		case *document.List:
			for _, it := range b.Items {
				each(it, f)
			}
		case *document.Quote:
			each(b.Blocks, f)
		case *document.Table:
			f(b.Caption.Text)
			f(b.Caption.Second)
			cells(b.Head)
			cells(b.Rows)
			f(b.Note)
		case *document.Figure:
			f(b.Caption.Text)
			f(b.Caption.Second)
			f(b.Note)
		case *document.TitleBlock:
			for _, t := range b.Titles {
				f(t.Text)
			}
			for _, t := range b.Notice {
				f(t.Text)
			}
		case *document.Abstract:
			each(b.Blocks, f)
		case *document.Footnote:
			f(b.Text)
		case *document.Cover:
			for _, t := range append(b.Titles, b.Notice...) {
				f(t.Text)
			}
			for _, l := range append(b.Above, append(b.Below, b.Foot...)...) {
				f(l)
			}
		}
	}
}
