package workbook

import (
	"strings"

	"wogreport/internal/analysis"
)

// band is the name of a class; no cell where the study asks for none.
func (b *book) band(x analysis.Band) any {
	switch {
	case x.Number > 0:
		return plainText(x.Label)
	case x.Of > 0:
		return undefinedMark
	}
	return nil
}

// interpretation puts the figures of each construct and item into classes.
func (b *book) interpretation() *sheet {
	s := &sheet{key: "interpretation", name: b.tab("interpretation", 0), frozen: 3}
	s.columns = append(s.columns,
		col("level", 20, asText), col("construct-id", 14, asText), col("item-id", 10, asText), col("label", 38, asText),
		col("mean-read", 11, asTwo), col("mean-class", 24, asText), col("tcr", 10, asTwo), col("tcr-class", 24, asText),
		col("top-two", 12, asShare), col("top-two-low", 14, asShare), col("top-two-high", 14, asShare),
		col("bottom-two", 12, asShare), col("bottom-two-low", 14, asShare), col("bottom-two-high", 14, asShare),
		col("alpha", 12, asThree), col("alpha-class", 28, asText), noteColumn)
	for i, sc := range b.Study.Constructs {
		c := &b.Results.Constructs[i]
		r := c.Reading
		s.add(b.word("construct"), c.ID, nil, b.inBody(sc.Label), r.Mean, b.band(r.MeanBand), r.TCR, b.band(r.TCRBand),
			nil, nil, nil, nil, nil, nil, c.Alpha, b.band(r.Reliability)).strong = true
		for j := range c.Items {
			it := &c.Items[j]
			r := it.Reading
			s.add(b.word("item"), c.ID, it.ID, b.inBody(sc.Items[j].Label), it.Mean, b.band(r.MeanBand), r.TCR, b.band(r.TCRBand),
				r.TopTwo.Share, r.TopTwo.Low, r.TopTwo.High, r.BottomTwo.Share, r.BottomTwo.Low, r.BottomTwo.High)
		}
	}
	return s
}

// ikm shows the steps of the index: a row per element, their sum, the index.
func (b *book) ikm() *sheet {
	s := &sheet{key: "ikm", name: b.tab("ikm", 0), frozen: 1}
	s.columns = append(s.columns,
		col("element", 12, asText), col("element-name", 40, asText), col("element-items", 16, asText), col("element-n", 10, asWhole),
		col("nrr", 12, asThree), col("weight", 10, asThree), col("nrr-weighted", 14, asThree), col("ikm-index", 12, asTwo), col("grade", 10, asText), noteColumn)
	k := b.Results.IKM
	for _, e := range k.Elements {
		s.add(e.Code, b.word("ikm-"+e.Code), strings.Join(e.Items, ", "), e.N, e.Mean, k.Weight, e.Weighted, nil, e.Grade)
	}
	s.add(b.term("head.ikm-sum"), nil, nil, nil, nil, nil, k.Sum).strong = true
	s.add(b.term("head.ikm-index"), nil, nil, nil, nil, nil, nil, k.Index, k.Grade).strong = true
	return s
}

// importance sets how items are rated beside how important they are.
func (b *book) importance() *sheet {
	s := &sheet{key: "importance", name: b.tab("importance", 0), frozen: 2}
	s.columns = append(s.columns,
		col("item-id", 10, asText), col("label", 38, asText), col("importance-item", 14, asText),
		col("performance", 14, asThree), col("importance", 14, asThree), col("gap", 14, asThree), col("fit", 14, asTwo), col("quadrant", 34, asText), noteColumn)
	p := b.Results.Importance
	for _, pair := range p.Pairs {
		var quadrant any = undefinedMark
		if pair.Quadrant != analysis.NoQuadrant {
			quadrant = b.word("quadrant-" + string(pair.Quadrant))
		}
		label := ""
		for _, c := range b.Study.Constructs {
			for _, it := range c.Items {
				if it.ID == pair.Performance {
					label = b.inBody(it.Label)
				}
			}
		}
		s.add(pair.Performance, label, pair.Importance, pair.PerformanceMean, pair.ImportanceMean, pair.Gap, pair.Fit, quadrant)
	}
	s.add(b.term("head.axes"), nil, nil, p.PerformanceAxis, p.ImportanceAxis).strong = true
	return s
}
