package workbook

import "wogreport/internal/statistics"

// scores has the respondents of each construct by classes of their scores.
func (b *book) scores() *sheet {
	s := &sheet{key: "scores", name: b.tab("scores", 0), frozen: 2}
	s.columns = append(s.columns, col("construct-id", 14, asText), col("score-class", 22, asText), col("score-unit", 22, asText), col("score-from", 10, statistics.Two), col("score-n", 10, asWhole), col("score-share", 12, asShare))
	for i := range b.Results.Constructs {
		c := &b.Results.Constructs[i]
		unit := b.word(map[string]string{"sum": "sum", "mean": "mean-over"}[c.Scores.Unit])
		for _, x := range c.Scores.Classes {
			share := any(nil)
			if p, ok := x.Percent.Get(); ok {
				share = p / 100
			}
			s.add(c.ID, plainText(x.Label), unit, x.From, x.N, share)
		}
	}
	return s
}

// normality has the tests of how the scores are distributed.
func (b *book) normality() *sheet {
	s := &sheet{key: "normality", name: b.tab("normality", 0), frozen: 1}
	s.columns = append(s.columns, col("construct-id", 14, asText))
	s.columns = append(append(s.columns, statisticColumns(statistics.Normality)...), noteColumn)
	for i := range b.Results.Constructs {
		c := &b.Results.Constructs[i]
		s.add(b.statisticCells(statistics.Normality, statistics.Construct(c), c.ID)...)
	}
	return s
}
