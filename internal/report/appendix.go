package report

import (
	"wogreport/internal/analysis"
	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/view"
	"wogreport/internal/words"
)

// The appendix holds the full item analysis, so that the article's own tables
// stay those of an article.

// describeTable has each item's distribution: n, missing, mean, SD, variance,
// skewness and kurtosis with their standard errors, quartiles.
func (c *composer) describeTable(id string, cv *view.ConstructView) *document.Table {
	t, b := c.table(id, "describe", cv)
	t.Columns = []document.Column{{Wrap: true}}
	t.Head = [][]document.Cell{{b.head("item")}}
	for _, h := range []string{"n", "missing", "mean", "sd", "variance", "skewness", "kurtosis", "q1", "median", "q3"} {
		align := document.AlignDecimal
		if h == "n" || h == "missing" {
			align = document.AlignRight
		}
		t.Columns = append(t.Columns, document.Column{Align: align})
		t.Head[0] = append(t.Head[0], b.head(h))
	}
	for _, it := range cv.Items {
		q := it.Shape.QuartilesSPSS
		if c.st.Analysis.Quartiles == "r" {
			q = it.Shape.QuartilesR
		}
		t.Rows = append(t.Rows, []document.Cell{
			b.short(it), b.int(it.N), b.int(it.Missing), b.value(it.Mean, 3), b.value(it.SD, 3), b.value(it.Shape.Variance, 3),
			b.withError(it.Shape.Skewness, it.Shape.SkewnessSE), b.withError(it.Shape.Kurtosis, it.Shape.KurtosisSE),
			b.value(q.Low, 2), b.value(it.Median, 2), b.value(q.High, 2),
		})
	}
	t.Note = b.note(b.wording[b.lang].Get("note.describe-"+c.st.Analysis.Quartiles), b.reversedNote(cv))
	return t
}

// short names an item by its number, for tables that are wide already.
func (b *tableBuilder) short(it *view.ItemView) document.Cell {
	s := words.Capital(it.Name)
	if it.Reversed {
		s += "*"
	}
	return textCell(s)
}

// withError is a value with its standard error in parentheses.
func (b *tableBuilder) withError(v, se analysis.Value) document.Cell {
	cell := b.value(v, 2)
	if _, ok := v.Get(); !ok {
		return cell
	}
	if s, ok := se.Get(); ok {
		cell.Text[0].Text += " (" + lang.Number(b.lang, s, 2) + ")"
	}
	return cell
}

// itemTotalTable has what becomes of the scale without each item, and how the
// item goes with the others, both ways of reckoning r.
func (c *composer) itemTotalTable(id string, cv *view.ConstructView) *document.Table {
	t, b := c.table(id, "item-total", cv)
	t.Columns = []document.Column{{Wrap: true}}
	t.Head = [][]document.Cell{{b.head("item")}}
	for _, h := range []string{"r-corrected", "r-uncorrected", "p", "smc", "loading", "scale-mean-deleted", "scale-variance-deleted", "alpha-deleted"} {
		t.Columns = append(t.Columns, document.Column{Align: document.AlignDecimal})
		t.Head[0] = append(t.Head[0], b.head(h))
	}
	for _, it := range cv.Items {
		p := b.value(it.P, 3)
		if v, ok := it.P.Get(); ok && v < 0.0005 {
			p = textCell("< " + lang.Number(b.lang, 0.001, 3))
		}
		t.Rows = append(t.Rows, []document.Cell{
			b.short(it), b.value(it.CorrectedItemTotalR, 3), b.value(it.ItemTotalR, 3), p, b.value(it.SMC, 3), b.value(it.Loading, 3),
			b.value(it.ScaleMeanIfDeleted, 3), b.value(it.ScaleVarianceIfDeleted, 3), b.value(it.AlphaIfDeleted, 3),
		})
	}
	t.Note = b.note(b.wording[b.lang].Line("note.item-total", c.views[b.lang].FindConstruct(cv.ID)), b.reversedNote(cv))
	return t
}

// scaleStatistics has the statistics of the whole scale, one a row.
func (c *composer) scaleStatistics(id string, cv *view.ConstructView) *document.Table {
	t, b := c.table(id, "scale-statistics", cv)
	t.Columns = []document.Column{{Wrap: true}, {Align: document.AlignDecimal}, {Align: document.AlignLeft}}
	t.Head = [][]document.Cell{{b.head("statistic"), b.head("value"), b.head("interval")}}
	interval := func(i *analysis.Interval) document.Cell {
		if i == nil {
			return document.Cell{}
		}
		return b.interval(*i, 3)
	}
	add := func(name string, v analysis.Value, i *analysis.Interval) {
		t.Rows = append(t.Rows, []document.Cell{b.head("stat-" + name), b.value(v, 3), interval(i)})
	}
	add("alpha-feldt", cv.Alpha, &cv.AlphaCI95)
	add("alpha-duhachek", cv.Alpha, &cv.AlphaDuhachekCI95)
	add("alpha-se", cv.AlphaSE, nil)
	add("alpha-standardized", cv.AlphaStandardized, nil)
	add("lambda6", cv.Lambda6, nil)
	add("omega", cv.Omega, nil)
	add("omega-raw", cv.OmegaRaw, nil)
	add("spearman-brown", cv.SplitHalf.SpearmanBrown, nil)
	add("horst", cv.SplitHalf.SpearmanBrownUnequal, nil)
	add("guttman-split", cv.SplitHalf.Guttman, nil)
	add("half-r", cv.SplitHalf.R, nil)
	add("mean-r", cv.MeanInterItemR, nil)
	add("scale-mean", cv.ScaleMean, nil)
	add("scale-sd", cv.ScaleSD, nil)
	add("scale-variance", cv.ScaleShape.Variance, nil)
	add("scale-median", cv.ScaleMedian, nil)
	q := cv.ScaleShape.QuartilesSPSS
	if c.st.Analysis.Quartiles == "r" {
		q = cv.ScaleShape.QuartilesR
	}
	add("scale-q1", q.Low, nil)
	add("scale-q3", q.High, nil)
	add("scale-skewness", cv.ScaleShape.Skewness, nil)
	add("scale-skewness-se", cv.ScaleShape.SkewnessSE, nil)
	add("scale-kurtosis", cv.ScaleShape.Kurtosis, nil)
	add("scale-kurtosis-se", cv.ScaleShape.KurtosisSE, nil)
	t.Note = b.note(b.wording[b.lang].Line("note.scale-statistics", c.views[b.lang].FindConstruct(cv.ID)))
	return t
}

// shareIntervals has the interval of every share.
func (c *composer) shareIntervals(id string, cv *view.ConstructView) *document.Table {
	t, b := c.table(id, "share-intervals", cv)
	t.Columns = []document.Column{{Wrap: true}}
	t.Head = [][]document.Cell{{b.head("item")}}
	for i, a := range cv.Answers {
		t.Columns = append(t.Columns, document.Column{Align: document.AlignCenter})
		t.Head[0] = append(t.Head[0], b.answer(cv, i, a))
	}
	for _, it := range cv.Items {
		row := []document.Cell{b.short(it)}
		for _, a := range it.Shares.Each {
			row = append(row, b.percents(a.Interval))
		}
		t.Rows = append(t.Rows, row)
	}
	t.Note = b.note(c.wording[b.lang].Line("note.share-intervals", cv))
	return t
}

// percents is an interval of shares in percents.
func (b *tableBuilder) percents(i analysis.Interval) document.Cell {
	lo, ok := i.Low.Get()
	hi, _ := i.High.Get()
	if !ok {
		return b.value(i.Low, 1)
	}
	return textCell(lang.Number(b.lang, 100*lo, 1) + "–" + lang.Number(b.lang, 100*hi, 1))
}
