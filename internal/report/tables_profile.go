package report

import (
	"wogreport/internal/document"
	"wogreport/internal/words"
)

// profileTable says who answered: the values of each column of the profile, with counts
// and percents of those who have one.
func (c *composer) profileTable() *document.Table {
	v := c.views[c.body]
	if len(v.Profile) == 0 {
		return nil
	}
	t, b := c.wholeTable("table:profile", "profile")
	t.Columns = []document.Column{{Wrap: true}, {Align: document.AlignRight}, {Align: document.AlignDecimal}}
	t.Head = [][]document.Cell{{b.head("profile"), b.head("n"), b.head("percent-of")}}
	for i, p := range v.Profile {
		head := b.markdown("**" + words.Capital(p.Label) + "**")
		if b.second != "" {
			if s := words.Capital(c.views[b.second].Profile[i].Label); s != words.Capital(p.Label) {
				head.Second = b.inline(b.second, s)
			}
		}
		head.Span = len(t.Columns)
		t.Rows = append(t.Rows, []document.Cell{head})
		if p.Withheld {
			t.Rows = append(t.Rows, []document.Cell{b.term("word.not-shown"), {}, {}})
			continue
		}
		for j, x := range p.Values {
			name := b.markdown(x.Name)
			if b.second != "" {
				if s := c.views[b.second].Profile[i].Values[j].Name; s != x.Name {
					name.Second = b.inline(b.second, s)
				}
			}
			t.Rows = append(t.Rows, []document.Cell{name, b.int(x.N), b.share(x.Percent)})
		}
		if p.Unknown > 0 {
			t.Rows = append(t.Rows, []document.Cell{b.term("word.not-stated"), b.int(p.Unknown), {}})
		}
	}
	t.Note = b.note(c.wording[b.lang].Line("note.profile", v))
	return t
}

// term is a cell with a term in the document's languages.
func (b *tableBuilder) term(key string) document.Cell {
	cell := b.markdown(b.wording[b.body].Get(key))
	if b.second != "" {
		cell.Second = b.inline(b.second, b.wording[b.second].Get(key))
	}
	return cell
}
