package report

import (
	"strconv"
	"strings"
)

// resolve gives every link without words the label of what it points to, and
// reports those that point nowhere.
func (c *composer) resolve(blocks []Block) {
	for _, b := range blocks {
		if h, ok := b.(*Heading); ok && c.labels[h.ID] == "" {
			c.labels[h.ID] = Plain(WithoutNotes(h.Text))
		}
	}
	each(blocks, func(spans []Span) {
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
				c.problem("unknown-target", "(#"+id+")", "nothing in the document is called "+strconv.Quote(id), "")
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
func each(blocks []Block, f func([]Span)) {
	cells := func(rows [][]Cell) {
		for _, r := range rows {
			for i := range r {
				f(r[i].Text)
				f(r[i].Second)
			}
		}
	}
	for _, b := range blocks {
		switch b := b.(type) {
		case *Heading:
			f(b.Text)
		case *Paragraph:
			f(b.Text)
		case *List:
			for _, it := range b.Items {
				each(it, f)
			}
		case *Quote:
			each(b.Blocks, f)
		case *Table:
			f(b.Caption.Text)
			f(b.Caption.Second)
			cells(b.Head)
			cells(b.Rows)
			f(b.Note)
		case *Figure:
			f(b.Caption.Text)
			f(b.Caption.Second)
		case *TitleBlock:
			for _, t := range b.Titles {
				f(t.Text)
			}
			for _, t := range b.Notice {
				f(t.Text)
			}
		case *Abstract:
			each(b.Blocks, f)
		case *Footnote:
			f(b.Text)
		case *Cover:
			for _, t := range append(b.Titles, b.Notice...) {
				f(t.Text)
			}
			for _, l := range append(b.Above, append(b.Below, b.Foot...)...) {
				f(l)
			}
		}
	}
}
