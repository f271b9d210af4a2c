// Package build takes a study from its file to the outputs in memory: it runs
// the pipeline, for all answers (Input.Compile) or for each cohort
// (Input.Cohorts), decides which cohorts may have a report, and tells when two
// reports follow from the same (Plan.Fingerprint). Load is the one way in;
// Outputs with the bytes to write and a list of problems are what leaves.
// Where they are written, what a command line says of it and how it is shown
// is the caller's.
package build

import (
	"fmt"
	"io"
	"os"
	"sync"

	"wogreport/internal/analysis"
	"wogreport/internal/cohorts"
	"wogreport/internal/diag"
	"wogreport/internal/document"
	"wogreport/internal/docx"
	"wogreport/internal/output"
	"wogreport/internal/report"
	"wogreport/internal/responses"
	"wogreport/internal/study"
	"wogreport/internal/workbook"
)

// Version of the program.
const Version = "0.1.0"

// creator is the program as the files that it makes name it.
const creator = "wogreport " + Version

// Input is a study with what it names.
type Input struct {
	Study *study.Study
	Files *study.Files // sections, templates, the logo, the Word template; not the answers

	answers  *responses.Answers
	problems diag.List       // of the study file and the Word template
	word     *docx.Reference // the Word template, nil for none
	sources  func() []os.FileInfo
}

// Load reads a study file. The input is nil where there is no study to go on
// with. One with errors may be compiled to find what is wrong with its answers
// too: problems of loading are in the lists of Compile and Cohorts as well.
func Load(path string) (*Input, diag.List) { return Open(path, study.Access{}) }

// Open is Load with other limits, or for a study that comes from others.
func Open(path string, access study.Access) (*Input, diag.List) {
	st, files, ds := study.OpenWith(path, access)
	if st == nil {
		return nil, ds
	}
	in := &Input{Study: st, Files: files, answers: responses.OpenFiles(st, files), problems: ds}
	in.readReference()
	in.sources = sync.OnceValue(in.findSources)
	return in, in.loaded()
}

// KeepAnswers keeps the answers in memory once they are read, so that Compile
// and Cohorts together read them once.
func (in *Input) KeepAnswers() { in.answers.Keep() }

// Instead are the columns that may be meant where the study names one that the answers do
// not have, by the place that names it, the nearest first: of answers that were read and kept.
func (in *Input) Instead() map[diag.Pos][]string { return in.answers.Instead() }

// Meant is explained at responses.Meant.
type Meant = responses.Meant

// Meant are the points that may be meant by texts of answers that are no labels, by the place of
// the first cell that holds each, likewise.
func (in *Input) Meant() map[diag.Pos]Meant { return in.answers.Meant() }

// Listed is how many cohorts the study lists, itself or by its table.
func (in *Input) Listed() int {
	known, _ := cohorts.Read(in.Study, in.Files)
	return len(known)
}

// Wrong is what is wrong with the answers of all together, each thing once however many cohorts have it.
func (in *Input) Wrong() diag.List {
	_, ds := in.answers.Table()
	return ds
}

// Doubtful is Wrong with the respondents whose answers may not be answers.
func (in *Input) Doubtful() diag.List {
	t, ds := in.answers.Table()
	if !ds.HasErrors() {
		ds.Add(t.Warnings()...)
	}
	return ds
}

// Accept goes on with what the study leaves open under assumed: results and
// report say what was not confirmed. It returns the problems that are left.
func (in *Input) Accept() diag.List {
	in.problems = in.Study.Accept(in.problems)
	return in.loaded()
}

// loaded is a new list with the problems of loading.
func (in *Input) loaded() diag.List { return append(diag.List(nil), in.problems...) }

// readable reports whether enough of the study is known to read its answers,
// so that problems in both are told at once.
func (in *Input) readable() bool {
	if len(in.Study.Constructs) == 0 || len(in.Study.Responses.Files) == 0 {
		return false
	}
	for _, c := range in.Study.Constructs {
		if len(c.Scale.Points) < 2 {
			return false
		}
	}
	return true
}

// Built is everything that one report is made of.
type Built struct {
	Study   *study.Study
	Table   *responses.Table
	Results *analysis.Results

	files    *study.Files
	template *docx.Reference
	word     []byte // the report in Word where it was made already: with a template
	document *document.Document
	figures  []report.NamedFigure
	pdf      []byte
	json     []byte // results.json where it was made already
}

// Compile takes the study through the whole pipeline and collects every
// problem on the way. The parts after the first that could not be made are
// nil; with errors in the list there are no outputs.
func (in *Input) Compile() (*Built, diag.List) { return in.CompileFor(output.Names()) }

// CompileFor is Compile for the named formats alone, of none named for those that the
// study asks for: without one that shows it no text is composed, nor what is wrong
// with it found.
func (in *Input) CompileFor(formats []string) (*Built, diag.List) {
	st, ds := in.Study, in.loaded()
	b := &Built{Study: st, files: in.Files, template: in.word}
	if !in.readable() {
		return b, ds
	}
	var l diag.List
	b.Table, l = in.answers.Table()
	ds.Add(l...)
	checkPopulation(st, b.Table, &ds)
	if ds.HasErrors() {
		return b, ds
	}
	b.Results, l = analysis.RunAndWarn(st, b.Table)
	ds.Add(l...)
	ds.Add(analysis.ComparePublished(st.Published, b.Results)...)
	if len(formats) == 0 {
		formats = st.Outputs
	}
	ds.Add(b.compose(formats)...)
	return b, ds
}

// compose makes the document of the results, its figures and the PDF, where the formats
// show it.
func (b *Built) compose(formats []string) diag.List {
	if !output.Composed(formats) {
		return b.tryWords()
	}
	opt := pageOptions(b.Study)
	fit := composeOptions(opt)
	fit.Comments, fit.Files = b.comments(), b.files
	doc, figures, ds := report.Compose(b.Study, b.Results, fit)
	if doc == nil {
		return ds
	}
	ds.Add(unread(b.Study, fit.Comments)...)
	b.document, b.figures = doc, figures
	ds.Add(b.tryWords()...)
	attached, err := b.attachments()
	if err != nil {
		ds.Errorf(b.Study.At("embed"), "pdf", "the PDF cannot be made: %v", err)
	}
	opt.Attachments = attached
	page, l := printed(doc, opt, b.Study)
	ds.Add(l...)
	b.pdf = page
	ds.Add(b.composeWord()...)
	return ds
}

// ownWords are the words of a study with words of its own, for a workbook, and
// the problems that show when it is written; nil for another.
func ownWords(st *study.Study, files *study.Files) (workbook.Words, *diag.List) {
	if st.Templates == "" {
		return nil, &diag.List{}
	}
	return report.Words(st, files)
}

// tryWords finds what is wrong with words of the study's own that only its
// workbook uses.
func (b *Built) tryWords() diag.List {
	if b.Study.Templates == "" {
		return nil
	}
	own, problems := ownWords(b.Study, b.files)
	known := len(*problems) // the report has said them
	// An error of the writer's comes again, and is told, when the workbook is written.
	_ = workbook.Write(io.Discard, workbook.Input{Study: b.Study, Results: b.Results, Creator: creator, Words: own})
	return (*problems)[known:]
}

// comments are what the study lists of free text.
func (b *Built) comments() []report.Comments {
	var out []report.Comments
	for _, column := range b.Study.Comments {
		head, texts := b.Table.Comments(column)
		out = append(out, report.Comments{Heading: head, Texts: texts})
	}
	return out
}

// unread asks to read the comments that a report prints: each build may have new ones.
func unread(st *study.Study, comments []report.Comments) (ds diag.List) {
	for i, c := range comments {
		if len(c.Texts) == 0 {
			continue
		}
		names := "names of people in them are not found"
		if responses.Names(c.Texts) {
			names = "some seem to name somebody (Pak, Bu, Dr. and the like stand before a name)"
		}
		at, ok := st.Pos[fmt.Sprintf("comments[%d]", i)]
		if !ok {
			at = st.At("comments")
		}
		ds.Warnf(at, "read-comments", "the comments are printed as they were written; %s", names)
		ds.Hintf("read them all in the report before it is given away; what must not be printed is taken out of the file of answers, or the column out of  comments")
	}
	return ds
}

// checkPopulation reports a population that is smaller than the number of
// people who answered: no share of it could be told.
func checkPopulation(st *study.Study, t *responses.Table, ds *diag.List) {
	if st.Method.Population == 0 {
		return
	}
	if n := t.Answered(); n > st.Method.Population {
		ds.Errorf(st.At("method.population"), "population-too-small", "the population of %d is smaller than the number of respondents who answered, %d", st.Method.Population, n)
		ds.Hintf("correct population, or leave it out; if people answered twice, see  exclude: [duplicates]  of responses")
	}
}
