package workbook

import (
	"slices"

	"wogreport/internal/analysis"
)

// quality counts who answered: the study, then each construct and its items.
func (b *book) quality() *sheet {
	s := &sheet{key: "quality", name: b.tab("quality", 0), frozen: 3}
	s.columns = append(s.columns,
		col("level", 20, asText), col("construct-id", 14, asText), col("item-id", 10, asText), col("label", 34, asText),
		col("quality-n", 13, asWhole), col("quality-population", 13, asWhole), col("quality-rate", 14, asShare), col("quality-margin", 14, asShare),
		col("answered", 13, asWhole))
	if b.outside() {
		s.columns = append(s.columns, col("quality-outside", 13, asWhole))
	}
	s.columns = append(s.columns, col("missing", 12, asWhole), col("quality-missing-rate", 14, asShare),
		col("quality-rows", 12, asWhole), col("quality-empty", 12, asWhole), col("quality-duplicates", 12, asWhole), col("quality-straightliners", 15, asWhole), col("quality-excluded", 12, asWhole))
	if b.Results.Quality.Hidden > 0 {
		s.columns = append(s.columns, col("quality-hidden", 12, asWhole))
	}
	s.columns = append(s.columns, col("note", 60, asText))
	res := b.Results
	var population any = analysis.Undefined(analysis.UnknownSize)
	if res.Population > 0 {
		population = res.Population
	}
	q := res.Quality
	cells := []any{b.word("study"), nil, nil, b.inBody(b.Study.Title), res.N, population, res.ResponseRate, res.MarginOfError}
	cells = append(cells, make([]any, len(b.answered(0, 0, nil)))...)
	cells = append(cells, q.Rows, q.Empty, q.DuplicatesValue(), told(q.Straightliners, q.StraightWithheld), q.Excluded.Total())
	if q.Hidden > 0 {
		cells = append(cells, q.Hidden)
	}
	r := s.add(cells...)
	r.notes, r.strong = b.caveats(res.Caveats), true
	for _, rule := range q.Rules() {
		r.notes = append(r.notes, b.filled(rule, q))
	}
	for i, sc := range b.Study.Constructs {
		c := &res.Constructs[i]
		hidden := slices.ContainsFunc(c.Items, func(it analysis.Item) bool { return it.OutsideHidden })
		r := s.add(append([]any{b.word("construct"), c.ID, nil, b.inBody(sc.Label), res.N, nil, nil, nil}, b.answered(c.N, res.N-c.N-c.OutsideRows, told(c.OutsideRows, hidden))...)...)
		r.notes, r.strong = b.caveats(c.Caveats), true
		for j := range c.Items {
			it := &c.Items[j]
			s.add(append([]any{b.word("item"), c.ID, it.ID, b.inBody(sc.Items[j].Label), res.N, nil, nil, nil}, b.answered(it.N, it.Missing, told(it.OutsideCount(), it.OutsideHidden))...)...).
				notes = b.caveats(it.Caveats)
		}
	}
	return s
}

// outside reports whether the study has answers outside its scales.
func (b *book) outside() bool { return len(b.Study.Responses.Outside) > 0 }

// answered are the cells of who answered: on the scale, outside it where the study
// has such answers, and not at all, with the share of these.
func (b *book) answered(n, missing int, outside any) []any {
	if !b.outside() {
		return []any{n, missing, share(missing, b.Results.N)}
	}
	return []any{n, outside, missing, share(missing, b.Results.N)}
}

// told is a count, or that it is withheld.
func told(count int, hidden bool) any {
	if hidden {
		return analysis.Undefined(analysis.Withheld)
	}
	return count
}
