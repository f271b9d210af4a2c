package workbook

import (
	"wogreport/internal/analysis"
	"wogreport/internal/statistics"
)

// usualWidth is that of a column of statistics; widths are those of others, by
// their heads.
const usualWidth = 14

var widths = map[string]float64{
	"k": 10, "n-complete": 12, "alpha": 12, "alpha-threshold": 12, "reliable": 22, "alpha-k": 12,
	"k1": 10, "k2": 10, "alpha1": 12, "alpha2": 12, "stat-half-r": 12, "stat-horst": 16,
	"n-described": 8, "mean": 11, "variance": 11, "median": 10, "mode": 10,
	"q1-spss": 11, "q3-spss": 11, "q1-r": 11, "q3-r": 11, "kurtosis": 12,
	"df": 8, "r-table": 12, "r-used": 26, "p": 12, "verdict": 25, "verdict-other": 25,
	"scale-mean-deleted": 16, "scale-variance-deleted": 16,
	"mean-read": 11, "mean-class": 24, "tcr": 10, "tcr-class": 24, "top-two": 12, "bottom-two": 12, "alpha-class": 28,
	"group-answers": 12, "mean-rank": 13, "rank": 11,
	"test": 20, "statistic": 12, "test-z": 10, "df-groups": 8, "p-groups": 12, "p-holm": 12, "effect": 12, "eta-squared": 12,
	"chi-squared": 12, "chi-df": 10, "chi-p": 12, "cramers-v": 12,
	"inter-item-r": 12, "pair-rows": 10, "kmo": 10, "bartlett-chi-squared": 16, "bartlett-df": 12, "bartlett-p": 12,
	"relation-n": 8, "relation-r": 12, "relation-low": 12, "relation-high": 12, "relation-p": 12, "relation-p-holm": 12, "relation-spearman": 12,
	"pair-z": 10, "p-pair": 12, "p-holm-pairs": 12,
}

// statisticColumns are the columns of a sheet that the table of statistics names.
func statisticColumns(in statistics.Table) []column {
	var out []column
	for _, c := range statistics.Columns(in) {
		width := widths[c.Head]
		if width == 0 {
			width = usualWidth
		}
		out = append(out, col(c.Head, width, c.Format))
	}
	return out
}

// statisticCells are a row's cells in these columns, after those that name it.
func (b *book) statisticCells(in statistics.Table, s statistics.Subject, named ...any) []any {
	for _, c := range statistics.Columns(in) {
		var cell any
		switch v := c.Value(s).(type) {
		case statistics.Verdict:
			cell = b.verdict(v)
		case statistics.Word:
			cell = b.word(string(v))
		case statistics.Modes:
			cell = v.Least()
		case analysis.Band:
			cell = b.band(v)
		default:
			cell = v
		}
		named = append(named, cell)
	}
	return named
}

// verdict is the word for a verdict.
func (b *book) verdict(v statistics.Verdict) any {
	switch v.Is {
	case analysis.Pass:
		return b.word(v.Pass)
	case analysis.Fail:
		return b.word(v.Fail)
	}
	return undefinedMark
}
