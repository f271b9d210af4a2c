package workbook

import (
	"io"
	"net/url"
	"slices"

	"github.com/xuri/excelize/v2"

	"wogreport/internal/analysis"
	"wogreport/internal/compare"
	"wogreport/internal/study"
	"wogreport/internal/workbook/pack"
)

// CohortsInput is what the list of reports is made of.
type CohortsInput struct {
	Study      *study.Study
	Comparison *compare.Comparison
	Links      []string // to each cohort's report, relative to the workbook, with slashes
	Creator    string
	Words      Words // the study's own; nil for the built-in ones
}

// link is a cell that opens a file.
type link struct{ text, file string }

// maxLinks is how many links Excel takes in a sheet.
const maxLinks = 65_530

// setLinks gives the cells that are links their files.
func (b *book) setLinks(s *sheet) error {
	n := 0
	for i := range s.rows {
		for k, v := range s.rows[i].cells {
			l, ok := v.(link)
			if !ok {
				continue
			}
			if n++; n > maxLinks {
				return nil
			}
			cell, err := excelize.CoordinatesToCellName(k+1, i+2)
			if err != nil {
				return err
			}
			if err := b.file.SetCellHyperLink(s.name, cell, (&url.URL{Path: l.file}).EscapedPath(), "External"); err != nil {
				return err
			}
		}
	}
	return nil
}

// WriteCohorts writes index.xlsx: the cohorts with a report, and the means of
// their constructs and items, a row each.
func WriteCohorts(w io.Writer, in CohortsInput) error {
	b := newBook(Input{Study: in.Study, Results: &analysis.Results{Synthetic: in.Study.Responses.Synthetic}, Creator: in.Creator, Words: in.Words})
	defer b.file.Close()
	sheets := []*sheet{b.cohorts(in), b.cohortItems(in)}
	if len(in.Comparison.Periods) > 0 {
		sheets = append(sheets, b.cohortTrend(in.Comparison))
	}
	if len(in.Comparison.Moves) > 0 {
		sheets = append(sheets, b.cohortMoves(in.Comparison))
	}
	sheets = append(sheets, b.readme(sheets))
	for i, s := range sheets {
		if err := b.open(i, s.name); err != nil {
			return err
		}
	}
	for _, s := range sheets {
		if err := b.write(s); err != nil {
			return err
		}
	}
	if err := b.properties(); err != nil {
		return err
	}
	return pack.Write(w, b.file)
}

var cohortMeanColumns = []column{
	col("n-described", 8, asWhole), col("mean", 11, asTwo), col("cohort-mean-low", 11, asTwo), col("cohort-mean-high", 11, asTwo), col("sd", 11, asThree),
}

func cohortMean(s analysis.Sample, i analysis.Interval) []any {
	return []any{s.N, s.Mean, i.Low, i.High, s.SD}
}

// cohorts have a row for each construct.
func (b *book) cohorts(in CohortsInput) *sheet {
	s := &sheet{key: "cohorts", name: b.tab("cohorts", 0), frozen: 1}
	s.columns = append(s.columns,
		col("report", 32, asText), col("period", 22, asText), col("answered", 13, asWhole), col("quality-population", 13, asWhole), col("quality-rate", 14, asShare),
		col("construct-id", 14, asText), col("label", 32, asText))
	s.columns = append(s.columns, cohortMeanColumns...)
	s.columns = append(s.columns, col("alpha", 11, asThree), col("feldt-low", 14, asThree), col("feldt-high", 14, asThree), noteColumn)
	for i, c := range in.Comparison.Cohorts {
		var population any = analysis.Undefined(analysis.UnknownSize)
		if c.Population > 0 {
			population = c.Population
		}
		for k, x := range c.Constructs {
			cells := []any{link{c.Cohort, in.Links[i]}, b.inBody(c.Period), c.Answered, population, c.Rate, x.ID, b.inBody(b.Study.Constructs[k].Label)}
			s.add(append(append(cells, cohortMean(x.Score, x.CI95)...), x.Alpha, x.AlphaCI.Low, x.AlphaCI.High)...)
		}
	}
	return s
}

// cohortItems have a row for each item.
func (b *book) cohortItems(in CohortsInput) *sheet {
	s := &sheet{key: "cohort-items", name: b.tab("cohort-items", 0), frozen: 1}
	s.columns = append([]column{col("report", 32, asText)}, itemColumns...)
	s.columns = append(append(s.columns, cohortMeanColumns...), noteColumn)
	for _, c := range in.Comparison.Cohorts {
		for k, x := range c.Constructs {
			for j, it := range x.Items {
				named := b.named(&b.Study.Constructs[k], &b.Study.Constructs[k].Items[j])
				s.add(append(append([]any{c.Cohort}, named...), cohortMean(it.Score, it.CI95)...)...)
			}
		}
	}
	return s
}

// cohortTrend has a row for each construct and period.
func (b *book) cohortTrend(c *compare.Comparison) *sheet {
	s := &sheet{key: "cohort-trend", name: b.tab("cohort-trend", 0), frozen: 3}
	s.columns = append(s.columns, col("construct-id", 14, asText), col("label", 38, asText), col("period", 22, asText))
	s.columns = append(append(s.columns, cohortMeanColumns...), noteColumn)
	for k, t := range c.Constructs {
		for i, p := range t.ByPeriod {
			cells := []any{t.ID, b.inBody(b.Study.Constructs[k].Label), b.inBody(c.Periods[i].Name)}
			s.add(append(cells, cohortMean(p, p.Interval(0.95))...)...)
		}
	}
	return s
}

// cohortMoves compare the last two cohorts, a row for each construct and item.
func (b *book) cohortMoves(c *compare.Comparison) *sheet {
	s := &sheet{key: "cohort-moves", name: b.tab("cohort-moves", 0), frozen: 3}
	s.columns = append(slices.Clone(itemColumns),
		col("move-from-n", 10, asWhole), col("move-from", 12, asThree), col("move-from-sd", 12, asThree),
		col("move-to-n", 10, asWhole), col("move-to", 12, asThree), col("move-to-sd", 12, asThree),
		col("difference", 12, asThree), col("move-low", 12, asThree), col("move-high", 12, asThree),
		col("move-t", 10, asThree), col("move-df", 10, asTwo), col("move-p", 12, asP), col("move-p-holm", 12, asP), noteColumn)
	named := map[[2]string][]any{}
	for i := range b.Study.Constructs {
		sc := &b.Study.Constructs[i]
		named[[2]string{sc.ID}] = []any{sc.ID, nil, b.inBody(sc.Label), nil}
		for j := range sc.Items {
			named[[2]string{sc.ID, sc.Items[j].ID}] = b.named(sc, &sc.Items[j])
		}
	}
	for _, m := range c.Moves {
		s.add(slices.Concat(named[[2]string{m.Construct, m.Item}], []any{m.From.N, m.From.Mean, m.From.SD, m.To.N, m.To.Mean, m.To.SD,
			m.Difference, m.CI95.Low, m.CI95.High, m.T, m.DF, m.P, m.PHolm})...).strong = m.Item == ""
	}
	return s
}
