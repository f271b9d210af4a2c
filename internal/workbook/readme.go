package workbook

import (
	"strconv"
	"strings"

	"wogreport/internal/lang"
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
	explain(b.term("title"), nil, plainText(b.Study.Title)).strong = true
	b.general(func(i int, t topic) {
		in := func(say func(topic) string) lang.Text {
			return b.inAll(func(l lang.Tag, w *words) string { return b.settings(l).fill(say(w.General[i])) })
		}
		explain(b.term("general"), in(func(t topic) string { return t.Title }), in(func(t topic) string { return t.Text })).
			strong = t.Key == synthetic
	})
	for _, c := range b.allCaveats() {
		explain(b.term("caveat"), c.where, c.sentence)
	}
	for _, other := range append([]*sheet{s}, others...) {
		part := other.name
		explain(part, nil, b.inAll(func(l lang.Tag, w *words) string {
			return b.settings(l).fill(w.Sheets[other.key].About)
		})).strong = true
		last := ""
		for _, c := range other.columns {
			if c.key == last { // one of a column per language, scale point or item
				continue
			}
			last = c.key
			explain(part, b.anyHead(c), b.inAll(func(_ lang.Tag, w *words) string { return w.Columns[c.key].About }))
		}
	}
	return s
}

// synthetic is the key of the remark on made-up answers.
const synthetic = "synthetic"

// general goes through the remarks that hold for this workbook: a key such as
// missing=pairwise names the setting that a remark is about.
func (b *book) general(do func(i int, t topic)) {
	set := map[string]string{"missing": b.Study.Analysis.Missing, "percents": b.Study.Analysis.Percents}
	has := map[string]bool{synthetic: b.Results.Synthetic, "groups": len(b.Results.Groups) > 0, "interpretation": b.Study.Interpretation.On}
	for i, t := range b.words[b.body()].General {
		if is, known := has[t.Key]; known && !is {
			continue
		}
		if name, value, ok := strings.Cut(t.Key, "="); ok && set[name] != value {
			continue
		}
		do(i, t)
	}
}

// settings fill the places of remarks.
func (b *book) settings(l lang.Tag) values {
	set, terms := b.Study.Analysis, b.words[l].Terms
	decimal := func(x float64) string {
		return strings.Replace(strconv.FormatFloat(x, 'f', -1, 64), ".", lang.DecimalMark(l), 1)
	}
	return values{
		"correlation":  terms[set.Correlation],
		"significance": decimal(set.Significance),
		"tails":        terms["tails"+strconv.Itoa(set.Tails)],
		"threshold":    decimal(set.AlphaThreshold),
		"points":       strconv.Itoa(maxStacked),
	}
}

// anyHead is a column's head without what tells it from others of its kind.
func (b *book) anyHead(c column) lang.Text {
	open := map[lang.Tag]values{}
	for l, fill := range c.fill {
		open[l] = values{}
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
	add(b.term("study"), b.caveats(b.Results.Caveats))
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
