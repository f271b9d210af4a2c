package workbook

import (
	"wogreport/internal/analysis"
	"wogreport/internal/lang"
	"wogreport/internal/study"
	"wogreport/internal/words"
)

// perLanguage is a column for each language of the workbook, which its head names.
func (b *book) perLanguage(key string, width float64) []column {
	var out []column
	for _, named := range b.langs {
		fill := map[lang.Tag]words.Fill{}
		for _, l := range b.langs {
			fill[l] = words.Fill{"language": b.say(l, "word.language-"+string(named), nil)}
		}
		out = append(out, column{key: key, width: width, fill: fill})
	}
	return out
}

// texts are the cells of such columns; a language without the text has none.
func (b *book) texts(t lang.Text) []any {
	var out []any
	for _, l := range b.langs {
		out = append(out, t[l])
	}
	return out
}

// inBody is a text of the study in the language of the workbook's body.
func (b *book) inBody(t lang.Text) string { return plain(t.In(b.body())) }

// coding lists the items as they were asked.
func (b *book) coding() *sheet {
	s := &sheet{key: "coding", name: b.tab("coding", 0), frozen: 3}
	s.columns = append(s.columns, col("number", 7, asWhole), col("construct-id", 14, asText), col("item-id", 10, asText))
	s.columns = append(s.columns, b.perLanguage("statement-in", 45)...)
	s.columns = append(s.columns, b.perLanguage("item-label", 30)...)
	s.columns = append(s.columns, b.perLanguage("construct-label", 26)...)
	s.columns = append(s.columns, col("reversed", 12, asText), col("points", 12, asWhole))
	number := 0
	for _, c := range b.Study.Constructs {
		for _, it := range c.Items {
			number++
			cells := []any{number, c.ID, it.ID}
			cells = append(cells, b.texts(plainText(it.Statement))...)
			cells = append(cells, b.texts(plainText(it.Label))...)
			cells = append(cells, b.texts(plainText(c.Label))...)
			s.add(append(cells, b.yes(it.Reverse), len(c.Scale.Points))...)
		}
	}
	return s
}

// scale lists the points of each construct's scale, by ascending value.
func (b *book) scale() *sheet {
	s := &sheet{key: "scale", name: b.tab("scale", 0), frozen: 2}
	s.columns = append(s.columns, col("construct-id", 14, asText), col("value", 10, asWhole), col("code", 10, asText))
	s.columns = append(s.columns, b.perLanguage("point-label", 30)...)
	s.columns = append(s.columns, col("score", 10, asWhole), col("score-reversed", 14, asWhole))
	for _, c := range b.Study.Constructs {
		for _, p := range c.Scale.Points {
			cells := append([]any{c.ID, p.Value, p.Code}, b.texts(p.Label)...)
			s.add(append(cells, p.Value, c.Scale.Min()+c.Scale.Max()-p.Value)...)
		}
	}
	return s
}

// eachItem goes through the items with their results.
func (b *book) eachItem(do func(sc *study.Construct, si *study.Item, c *analysis.Construct, it *analysis.Item)) {
	for i := range b.Study.Constructs {
		sc, c := &b.Study.Constructs[i], &b.Results.Constructs[i]
		for j := range sc.Items {
			do(sc, &sc.Items[j], c, &c.Items[j])
		}
	}
}

// itemColumns name an item, in the sheets of its statistics.
var itemColumns = []column{col("construct-id", 14, asText), col("item-id", 10, asText), col("label", 38, asText), col("reversed", 12, asText)}

func (b *book) named(sc *study.Construct, si *study.Item) []any {
	return []any{sc.ID, si.ID, b.inBody(si.Label), b.yes(si.Reverse)}
}

// validity tests the items' correlations with their totals.
func (b *book) validity() *sheet {
	s := &sheet{key: "validity", name: b.tab("validity", 0), frozen: 2}
	s.columns = append(s.columns, itemColumns...)
	s.columns = append(s.columns,
		col("n-complete", 12, asWhole), col("df", 8, asWhole),
		col("r-corrected", 14, asThree), col("r-uncorrected", 14, asThree), col("r-table", 12, asThree),
		col("r-used", 26, asText), col("p", 12, asP),
		col("verdict", 25, asText), col("verdict-other", 25, asText), noteColumn)
	b.eachItem(func(sc *study.Construct, si *study.Item, c *analysis.Construct, it *analysis.Item) {
		r := s.add(append(b.named(sc, si), c.N, c.DF,
			it.CorrectedItemTotalR, it.ItemTotalR, c.CriticalR, b.word(c.Correlation), it.P,
			b.verdict(it.Valid, "valid", "invalid"), b.verdict(it.ValidOther, "valid", "invalid"))...)
		r.notes = b.caveats(it.Caveats)
	})
	return s
}

// verdict is the word for a verdict.
func (b *book) verdict(v analysis.Verdict, pass, fail string) any {
	switch v {
	case analysis.Pass:
		return b.word(pass)
	case analysis.Fail:
		return b.word(fail)
	}
	return undefinedMark
}

// ifDeleted says what each item does to its construct.
func (b *book) ifDeleted() *sheet {
	s := &sheet{key: "if-deleted", name: b.tab("if-deleted", 0), frozen: 2}
	s.columns = append(s.columns, itemColumns...)
	s.columns = append(s.columns,
		col("scale-mean-deleted", 16, asThree), col("scale-variance-deleted", 16, asThree),
		col("r-corrected", 14, asThree), col("smc", 14, asThree), col("loading", 14, asThree),
		col("alpha-deleted", 14, asThree), col("alpha-all", 14, asThree), noteColumn)
	b.eachItem(func(sc *study.Construct, si *study.Item, c *analysis.Construct, it *analysis.Item) {
		s.add(append(b.named(sc, si), it.ScaleMeanIfDeleted, it.ScaleVarianceIfDeleted,
			it.CorrectedItemTotalR, it.SMC, it.Loading, it.AlphaIfDeleted, c.Alpha)...)
	})
	return s
}
