package workbook

import (
	"strconv"
	"strings"

	"wogreport/internal/analysis"
	"wogreport/internal/lang"
	"wogreport/internal/words"
)

// constructColumns name a construct, in the sheets of its statistics.
var constructColumns = []column{col("construct-id", 14, asText), col("construct-name", 34, asText)}

// reliability is a construct's internal consistency.
func (b *book) reliability() *sheet {
	s := &sheet{key: "reliability", name: b.tab("reliability", 0), frozen: 1}
	s.columns = append(s.columns, constructColumns...)
	s.columns = append(s.columns,
		col("k", 10, asWhole), col("n-complete", 12, asWhole),
		col("alpha", 12, asThree), col("feldt-low", 14, asThree), col("feldt-high", 14, asThree),
		col("alpha-threshold", 12, asTwo), col("reliable", 22, asText),
		col("stat-alpha-standardized", 14, asThree), col("stat-mean-r", 14, asThree), col("stat-lambda6", 14, asThree),
		col("stat-omega", 14, asThree), col("stat-omega-raw", 14, asThree),
		col("alpha-k", 12, asWhole), col("rows-low", 14, asWhole), col("rows-high", 14, asWhole),
		col("stat-alpha-se", 14, asThree), col("duhachek-low", 14, asThree), col("duhachek-high", 14, asThree), noteColumn)
	for i, sc := range b.Study.Constructs {
		c := &b.Results.Constructs[i]
		r := s.add(c.ID, b.inBody(sc.Label), c.K, c.N,
			c.Alpha, c.AlphaCI95.Low, c.AlphaCI95.High, c.AlphaThreshold, b.verdict(c.Reliable, "reliable", "unreliable"),
			c.AlphaStandardized, c.MeanInterItemR, c.Lambda6,
			c.Omega, c.OmegaRaw, c.AlphaK, c.PairsLow, c.PairsHigh,
			c.AlphaSE, c.AlphaDuhachekCI95.Low, c.AlphaDuhachekCI95.High)
		r.notes = b.caveats(c.Caveats)
	}
	return s
}

// splitHalf is the reliability of two halves of a construct.
func (b *book) splitHalf() *sheet {
	s := &sheet{key: "split-half", name: b.tab("split-half", 0), frozen: 1}
	s.columns = append(s.columns, constructColumns...)
	s.columns = append(s.columns,
		col("k1", 10, asWhole), col("k2", 10, asWhole), col("alpha1", 12, asThree), col("alpha2", 12, asThree),
		col("stat-half-r", 12, asThree), col("stat-spearman-brown", 14, asThree), col("stat-horst", 16, asThree), col("stat-guttman-split", 14, asThree),
		noteColumn)
	for i, sc := range b.Study.Constructs {
		c := &b.Results.Constructs[i]
		h := c.SplitHalf
		s.add(c.ID, b.inBody(sc.Label), h.K1, h.K2, h.Alpha1, h.Alpha2, h.R, h.SpearmanBrown, h.SpearmanBrownUnequal, h.Guttman)
	}
	return s
}

// descriptives describe each construct's sum, then its items.
func (b *book) descriptives() *sheet {
	s := &sheet{key: "descriptives", name: b.tab("descriptives", 0), frozen: 3}
	s.columns = append(s.columns,
		col("level", 22, asText), col("construct-id", 14, asText), col("item-id", 10, asText), col("label", 38, asText),
		col("n-described", 8, asWhole), col("mean", 11, asThree), col("sd", 14, asThree), col("variance", 11, asThree),
		col("median", 10, asTwo), col("mode", 10, asWhole),
		col("q1-spss", 11, asTwo), col("q3-spss", 11, asTwo), col("q1-r", 11, asTwo), col("q3-r", 11, asTwo),
		col("skewness", 14, asThree), col("skewness-se", 14, asThree), col("kurtosis", 12, asThree), col("kurtosis-se", 14, asThree),
		noteColumn)
	for i, sc := range b.Study.Constructs {
		c := &b.Results.Constructs[i]
		s.add(append([]any{b.word("construct"), c.ID, nil, b.inBody(sc.Label),
			c.N, c.ScaleMean, c.ScaleSD, c.ScaleShape.Variance, c.ScaleMedian, nil}, shape(c.ScaleShape)...)...).strong = true
		for j := range c.Items {
			it := &c.Items[j]
			r := s.add(append([]any{b.word("item"), c.ID, it.ID, b.inBody(sc.Items[j].Label),
				it.N, it.Mean, it.SD, it.Shape.Variance, it.Median, mode(it)}, shape(it.Shape)...)...)
			if len(it.Modes) > 1 {
				r.notes = append(r.notes, b.modes(it.Modes))
			}
		}
	}
	return s
}

func shape(s analysis.Shape) []any {
	return []any{s.QuartilesSPSS.Low, s.QuartilesSPSS.High, s.QuartilesR.Low, s.QuartilesR.High,
		s.Skewness, s.SkewnessSE, s.Kurtosis, s.KurtosisSE}
}

// mode is the least of an item's modes.
func mode(it *analysis.Item) any {
	if it.Hidden() {
		return analysis.Undefined(analysis.Withheld)
	}
	if len(it.Modes) == 0 {
		return analysis.Undefined(analysis.NoAnswers)
	}
	return it.Modes[0]
}

func (b *book) modes(ms []int) lang.Text {
	list := make([]string, len(ms))
	for i, m := range ms {
		list[i] = strconv.Itoa(m)
	}
	return b.filled("word.modes", words.Fill{"values": strings.Join(list, "; ")})
}

// quality counts who answered: the study, then each construct and its items.
func (b *book) quality() *sheet {
	s := &sheet{key: "quality", name: b.tab("quality", 0), frozen: 3}
	s.columns = append(s.columns,
		col("level", 20, asText), col("construct-id", 14, asText), col("item-id", 10, asText), col("label", 34, asText),
		col("quality-n", 13, asWhole), col("quality-population", 13, asWhole), col("quality-rate", 14, asShare), col("quality-margin", 14, asShare),
		col("answered", 13, asWhole), col("missing", 12, asWhole), col("quality-missing-rate", 14, asShare),
		col("quality-rows", 12, asWhole), col("quality-empty", 12, asWhole), col("quality-duplicates", 12, asWhole), col("quality-straightliners", 15, asWhole), col("quality-excluded", 12, asWhole),
		col("note", 60, asText))
	res := b.Results
	var population any = analysis.Undefined(analysis.UnknownSize)
	if res.Population > 0 {
		population = res.Population
	}
	q := res.Quality
	r := s.add(b.word("study"), nil, nil, b.inBody(b.Study.Title), res.N, population, res.ResponseRate, res.MarginOfError, nil, nil, nil,
		q.Rows, q.Empty, q.Duplicates, q.Straightliners, q.Excluded.Total())
	r.notes, r.strong = b.caveats(res.Caveats), true
	for i, sc := range b.Study.Constructs {
		c := &res.Constructs[i]
		r := s.add(b.word("construct"), c.ID, nil, b.inBody(sc.Label), res.N, nil, nil, nil, c.N, res.N-c.N, share(res.N-c.N, res.N))
		r.notes, r.strong = b.caveats(c.Caveats), true
		for j := range c.Items {
			it := &c.Items[j]
			s.add(b.word("item"), c.ID, it.ID, b.inBody(sc.Items[j].Label), res.N, nil, nil, nil, it.N, it.Missing, share(it.Missing, res.N)).
				notes = b.caveats(it.Caveats)
		}
	}
	return s
}

func share(count, of int) analysis.Value {
	if of == 0 {
		return analysis.Undefined(analysis.NoAnswers)
	}
	return analysis.Of(float64(count) / float64(of))
}
