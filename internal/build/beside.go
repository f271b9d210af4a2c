package build

import (
	"bytes"
	"slices"

	"wogreport/internal/compare"
	"wogreport/internal/diag"
	"wogreport/internal/output"
	"wogreport/internal/report"
	"wogreport/internal/rescue"
	"wogreport/internal/results"
	"wogreport/internal/workbook"
)

// What stands beside the reports of cohorts: a list of them as a page and a
// workbook, and their comparison. The names without suffixes are reserved.
const (
	indexName      = "index"
	comparisonName = "comparison"

	IndexPage      = indexName + ".html"
	IndexWorkbook  = indexName + ".xlsx"
	ComparisonPage = comparisonName + ".pdf"
	ComparisonWord = comparisonName + ".docx"
	ComparisonData = comparisonName + ".json"
)

// Beside are the names of what may stand beside the reports.
func Beside() []string {
	return []string{IndexPage, IndexWorkbook, ComparisonPage, ComparisonWord, ComparisonData}
}

// Reserved are the names that no cohort's folder may have.
func (c *Cohorts) Reserved() []string {
	return output.Reserved(c.Study.Name, indexName, comparisonName)
}

// Reports tell what became of the cohorts.
type Reports struct {
	Folders  []string // of the reports, parallel to Cohorts.Each; "" where none stands
	Withheld int
	Failed   []string // the names of cohorts whose report could not be made
}

// Beside makes the list of reports and, of two or more, their comparison. With
// an error the outputs are those that were made before it.
func (c *Cohorts) Beside(of Reports) ([]Output, diag.List, error) {
	var ds diag.List
	var out []Output
	var summaries []compare.Summary
	var links []string
	file := output.Indexed(c.formats, c.Study.Name)
	for i, folder := range of.Folders {
		if each := c.Each[i]; folder != "" && each.summary != nil {
			summaries = append(summaries, *each.summary)
			links = append(links, folder+"/"+file)
		}
	}
	comparison, err := compare.Make(summaries, compare.Left{Withheld: of.Withheld, Failed: of.Failed})
	if err != nil {
		return out, ds, err
	}
	own, _ := ownWords(c.Study, c.input.Files) // each report has told its problems
	sheets := workbook.CohortsInput{Study: c.Study, Comparison: comparison, Links: links, Creator: creator, Words: own}
	var book bytes.Buffer
	var writing rescue.Group // the workbook takes longest: it is made beside the others
	var written error
	writing.Go(func() { written = workbook.WriteCohorts(&book, sheets) })
	index := report.IndexInput{Cohorts: comparison, Links: links, Workbook: IndexWorkbook, Files: c.input.Files}
	if len(summaries) > 1 {
		pages, l, err := c.comparison(comparison)
		ds.Add(l...)
		if err != nil {
			return out, ds, err
		}
		if len(pages) > 0 {
			index.Comparison = pages[0].Name
		}
		out = append(out, pages...)
	}
	if len(summaries) > 1 && slices.Contains(c.formats, "json") {
		var data bytes.Buffer
		if err := results.EncodeComparison(&data, comparison); err != nil {
			return out, ds, err
		}
		out = append(out, made(ComparisonData, data.Bytes()))
	}
	html, err := report.Index(c.Study, index)
	if err != nil {
		return out, ds, err
	}
	out = append(out, made(IndexPage, html))
	if writing.Wait(); written != nil {
		return out, ds, written
	}
	return append(out, made(IndexWorkbook, book.Bytes())), ds, nil
}

// comparison is the report that compares the cohorts, as a PDF and in Word, as the
// formats ask; what cannot be made is not there.
func (c *Cohorts) comparison(of *compare.Comparison) ([]Output, diag.List, error) {
	asPDF, asWord := slices.Contains(c.formats, "pdf"), slices.Contains(c.formats, "docx")
	if !asPDF && !asWord {
		return nil, nil, nil
	}
	opt := pageOptions(c.Study)
	fit := composeOptions(opt)
	fit.Files = c.input.Files
	doc, ds := report.ComposeComparison(c.Study, of, fit)
	if doc == nil {
		return nil, ds, nil
	}
	var out []Output
	if asPDF {
		page, l := printed(doc, opt, c.Study)
		ds.Add(l...)
		if page != nil {
			out = append(out, made(ComparisonPage, page))
		}
	}
	if asWord {
		word, err := c.comparisonWord(of, doc)
		if err != nil {
			return out, ds, err
		}
		out = append(out, made(ComparisonWord, word))
	}
	return out, ds, nil
}
