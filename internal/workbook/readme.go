package workbook

import (
	"wogreport/internal/lang"
	"wogreport/internal/words"
)

// readme explains the sheets of the workbook, with their columns, and lists
// all caveats.
func (b *book) readme(others []*sheet) *sheet {
	s := &sheet{key: "readme", name: b.tab("readme", 0)}
	s.columns = []column{col("part", 30, asText), col("name", 36, asText)}
	for _, l := range b.langs {
		s.columns = append(s.columns, column{key: "explanation", width: 80, only: l})
	}
	explain := func(part, name any, text lang.Text) *row {
		return s.add(append([]any{part, name}, b.texts(text)...)...)
	}
	explain(b.word("title"), nil, plainText(b.Study.Title)).strong = true
	for _, r := range remarks {
		if r.when == nil || r.when(b) {
			explain(b.word("general"), b.set("remark."+r.key), b.set("remark-text."+r.key)).strong = r.key == synthetic
		}
	}
	for _, c := range b.allCaveats() {
		explain(b.word("caveat"), c.where, c.sentence)
	}
	for _, other := range append([]*sheet{s}, others...) {
		part := other.name
		explain(part, nil, b.set("sheet-about."+other.key)).strong = true
		last := ""
		for _, c := range other.columns {
			if c.key == last { // one of a column per language, scale point or item
				continue
			}
			last = c.key
			explain(part, b.anyHead(c), b.term("about."+c.key))
		}
	}
	return s
}

// anyHead is a column's head without what tells it from others of its kind.
func (b *book) anyHead(c column) lang.Text {
	open := map[lang.Tag]words.Fill{}
	for l, fill := range c.fill {
		open[l] = words.Fill{}
		for name := range fill {
			open[l][name] = "…"
		}
	}
	c.fill = open
	return b.heads(c)
}

// placedCaveat is a caveat with the item or construct it belongs to.
type placedCaveat struct {
	where    any
	sentence lang.Text
}

func (b *book) allCaveats() []placedCaveat {
	var out []placedCaveat
	add := func(where any, sentences []lang.Text) {
		for _, s := range sentences {
			out = append(out, placedCaveat{where, s})
		}
	}
	add(b.word("study"), b.caveats(b.Results.Caveats))
	for i := range b.Results.Groups {
		add(b.Results.Groups[i].ID, b.caveats(b.Results.Groups[i].Caveats))
	}
	for i := range b.Results.Constructs {
		c := &b.Results.Constructs[i]
		add(c.ID, b.caveats(c.Caveats))
		for j := range c.Items {
			add(c.Items[j].ID, b.caveats(c.Items[j].Caveats))
		}
	}
	return out
}
