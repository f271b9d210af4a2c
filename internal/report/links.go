package report

import (
	"strconv"
	"strings"

	"wogreport/internal/document"
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
	})
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
