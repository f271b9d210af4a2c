package main

import (
	"bytes"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"

	"wogreport/internal/analysis"
	"wogreport/internal/charts"
	"wogreport/internal/diag"
	"wogreport/internal/pdf"
	"wogreport/internal/report"
	"wogreport/internal/responses"
	"wogreport/internal/results"
	"wogreport/internal/study"
	"wogreport/internal/workbook"
)

// built is everything that one study gives, in memory: nothing is on the disk
// before all of it exists.
type built struct {
	study   *study.Study
	table   *responses.Table
	results *analysis.Results
	figures []report.NamedFigure
	pdf     []byte
	json    []byte // results.json where it was made already
}

// compile takes a study through the whole pipeline and collects every problem
// on the way. The parts after the first that could not be made are nil.
func compile(path string) (*built, diag.List) {
	st, ds := load(path)
	b := &built{study: st}
	if st == nil || !readable(st) {
		return b, ds
	}
	var l diag.List
	b.table, l = responses.Read(st)
	ds.Add(l...)
	checkPopulation(st, b.table, &ds)
	if b.table == nil || ds.HasErrors() {
		return b, ds
	}
	b.results = analysis.Run(st, b.table)
	ds.Add(analysis.ComparePublished(st.Published, b.results)...)
	ds.Add(b.compose()...)
	return b, ds
}

// load reads a study file; the study is nil when there is none to go on with.
func load(path string) (*study.Study, diag.List) {
	if isAnswers(path) {
		var ds diag.List
		ds.Errorf(diag.Pos{File: path}, "not-a-study", "this is a file of answers, not a study file")
		ds.Hintf("wogreport init %s drafts a study file for it", path)
		return nil, ds
	}
	st, ds := study.Load(path)
	if st == nil {
		hintStudy(path, &ds)
	}
	return st, ds
}

// compose makes the document of the results, its figures and the PDF.
func (b *built) compose() diag.List {
	opt := pageOptions(b.study.Layout)
	fit := composeOptions(opt)
	fit.Comments = b.comments()
	doc, figures, ds := report.Compose(b.study, b.results, fit)
	if doc == nil {
		return ds
	}
	b.figures = figures
	var page bytes.Buffer
	l, err := pdf.Write(&page, doc, opt)
	for i := range l {
		if l[i].Pos.File == "" {
			l[i].Pos.File = b.study.File
		}
	}
	ds.Add(l...)
	if err != nil {
		ds.Errorf(diag.Pos{File: b.study.File}, "pdf", "the PDF cannot be made: %v", err)
		return ds
	}
	b.pdf = page.Bytes()
	return ds
}

// comments are what the study lists of free text.
func (b *built) comments() []report.Comments {
	var out []report.Comments
	for _, column := range b.study.Comments {
		head, texts := b.table.Comments(column)
		out = append(out, report.Comments{Heading: head, Texts: texts})
	}
	return out
}

// composeOptions are what a document must fit on a page.
func composeOptions(opt pdf.Options) report.Options {
	return report.Options{
		Item:             itemStyle(opt),
		Summary:          charts.Style{Width: opt.TextWidth()},
		MaxSummaryHeight: opt.TextHeight() * 4 / 5,
		PairHeight:       opt.TextHeight()/2 - captionRoom,
	}
}

// checkPopulation reports a population that is smaller than the number of
// people who answered: no share of it could be told.
func checkPopulation(st *study.Study, t *responses.Table, ds *diag.List) {
	if t == nil || st.Method.Population == 0 {
		return
	}
	if n := t.Answered(); n > st.Method.Population {
		ds.Errorf(st.At("method.population"), "population-too-small", "the population of %d is smaller than the number of respondents who answered, %d", st.Method.Population, n)
		ds.Hintf("correct population, or leave it out; if people answered twice, see  exclude: [duplicates]  of responses")
	}
}

// isAnswers reports whether a file is named like raw answers.
func isAnswers(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".csv", ".tsv", ".xlsx", ".xlsm", ".xls":
		return true
	}
	return false
}

// itemStyle is the style of an item's chart: in columns it is as wide as one,
// with letters to match.
func itemStyle(opt pdf.Options) charts.Style {
	if opt.Columns > 1 {
		return charts.Style{Width: opt.ColumnWidth(), Size: 8}
	}
	return charts.Style{Width: min(opt.TextWidth(), 125*vg.Millimeter)}
}

// captionRoom is what a figure's caption in two languages and the room around
// it take of a page's height.
const captionRoom = 48

// readable reports whether enough of the study is known to read its answers,
// so that problems in both are told at once.
func readable(st *study.Study) bool {
	if len(st.Constructs) == 0 || len(st.Responses.Files) == 0 {
		return false
	}
	for _, c := range st.Constructs {
		if len(c.Scale.Points) < 2 {
			return false
		}
	}
	return true
}

// pageOptions are the renderer's settings for a study's layout; what the study
// leaves open stays the renderer's own choice.
func pageOptions(l study.Layout) pdf.Options {
	opt := pdf.DefaultOptions()
	opt.Creator = "wogreport " + version
	opt.Paper = pdf.Paper(l.Paper)
	opt.Fonts = pdf.Family(l.Fonts)
	opt.FontSize = l.Size
	opt.Margins = pdf.Margins(l.Margins)
	opt.Columns = l.Columns
	opt.Abstracts = pdf.Arrangement(l.Abstracts)
	opt.TableCaptions = pdf.Side(l.TableCaptions)
	opt.FigureCaptions = pdf.Side(l.FigureCaptions)
	return opt
}

// outputs are the files of a study by name, in the order of Study.Outputs.
func (b *built) outputs(kinds []string) []output {
	var out []output
	for i, kind := range kinds {
		if slices.Contains(kinds[:i], kind) {
			continue
		}
		switch kind {
		case "pdf":
			out = append(out, output{b.study.Name + ".pdf", func(w io.Writer) error { _, err := w.Write(b.pdf); return err }})
		case "json":
			out = append(out, output{"results.json", func(w io.Writer) error {
				if b.json != nil {
					_, err := w.Write(b.json)
					return err
				}
				return results.Encode(w, b.results)
			}})
		case "xlsx":
			in := workbook.Input{Study: b.study, Results: b.results, Creator: "wogreport " + version}
			if b.study.Workbook.Answers && !b.study.Privacy.HidesCells() {
				in.Answers = b.table
			}
			out = append(out, output{b.study.Name + ".xlsx", func(w io.Writer) error { return workbook.Write(w, in) }})
		case "svg", "png":
			for _, f := range b.figures {
				draw := func(w io.Writer) error { return charts.SVG(w, f.Figure) }
				if kind == "png" {
					draw = func(w io.Writer) error { return charts.PNG(w, f.Figure, pngDPI) }
				}
				out = append(out, output{"figures/" + f.Name + "." + kind, draw})
			}
		}
	}
	return out
}

// pngDPI is the resolution of figures/*.png: enough for print at their size.
const pngDPI = 300

// output is one file to write.
type output struct {
	name  string // with slashes, in the report's folder
	write func(io.Writer) error
}
