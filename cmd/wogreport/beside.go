package main

import (
	"bytes"
	"io"
	"slices"

	"wogreport/internal/batch"
	"wogreport/internal/compare"
	"wogreport/internal/diag"
	"wogreport/internal/outdir"
	"wogreport/internal/pdf"
	"wogreport/internal/report"
	"wogreport/internal/workbook"
)

// The names of what stands beside the reports of the cohorts.
const (
	indexPage      = "index.html"
	indexWorkbook  = "index.xlsx"
	comparisonName = "comparison.pdf"
)

// beside makes the list of reports and, of two or more, their comparison.
func (b *byCohort) beside(jobs []batch.Job, stands []bool, withheld int, failed []string, put func(outdir.File) error) (diag.List, error) {
	var ds diag.List
	var cohorts []compare.Summary
	var links []string
	file := "results.json"
	for _, kind := range []string{"xlsx", "pdf"} {
		if slices.Contains(b.outputs, kind) {
			file = b.study.Name + "." + kind
		}
	}
	for i, job := range jobs {
		if stands[i] && b.results[i] != nil {
			cohorts = append(cohorts, *b.results[i])
			links = append(links, job.Folder+"/"+file)
		}
	}
	comparison, err := compare.Make(cohorts, compare.Left{Withheld: withheld, Failed: len(failed)})
	if err != nil {
		return ds, err
	}
	sheets := workbook.CohortsInput{Study: b.study, Comparison: comparison, Links: links, Creator: "wogreport " + version}
	var book bytes.Buffer
	made := make(chan error, 1) // the workbook takes longest: it is made beside the others
	go func() { made <- workbook.WriteCohorts(&book, sheets) }()
	index := report.IndexInput{Cohorts: comparison, Failed: failed, Links: links, Workbook: indexWorkbook}
	if len(cohorts) > 1 && slices.Contains(b.outputs, "pdf") {
		page, l := b.comparison(comparison)
		ds.Add(l...)
		if page != nil {
			index.Comparison = comparisonName
			if err := put(outdir.File{Name: comparisonName, Write: whole(page)}); err != nil {
				return ds, err
			}
		}
	}
	html, err := report.Index(b.study, index)
	if err != nil {
		return ds, err
	}
	if err := put(outdir.File{Name: indexPage, Write: whole(html)}); err != nil {
		return ds, err
	}
	if err := <-made; err != nil {
		return ds, err
	}
	return ds, put(outdir.File{Name: indexWorkbook, Write: whole(book.Bytes())})
}

// comparison is the PDF that compares the cohorts.
func (b *byCohort) comparison(in *compare.Comparison) ([]byte, diag.List) {
	opt := pageOptions(b.study.Layout)
	doc, ds := report.ComposeComparison(b.study, in, composeOptions(opt))
	if doc == nil {
		return nil, ds
	}
	var page bytes.Buffer
	l, err := pdf.Write(&page, doc, opt)
	for i := range l {
		l[i].Pos.File = b.study.File
	}
	ds.Add(l...)
	if err != nil {
		ds.Errorf(diag.Pos{File: b.study.File}, "pdf", "the PDF cannot be made: %v", err)
		return nil, ds
	}
	return page.Bytes(), ds
}

func whole(data []byte) func(io.Writer) error {
	return func(w io.Writer) error { _, err := w.Write(data); return err }
}
